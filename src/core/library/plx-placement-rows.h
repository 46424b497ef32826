/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "model/plx-placement.h"

G_BEGIN_DECLS

GPtrArray *plx_rows_list_placements (PlxDb               *db,
                                     gint64               story,
                                     GError             **error);
gboolean   plx_rows_write_placement (PlxDb               *db,
                                     const PlxPlacement  *placement,
                                     GError             **error);

G_END_DECLS
