/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "model/plx-naming.h"

G_BEGIN_DECLS

GPtrArray *plx_rows_list_namings  (PlxDb      *db,
                                   gint64      story,
                                   GError    **error);
gboolean   plx_rows_add_naming    (PlxDb      *db,
                                   PlxNaming  *naming,
                                   GError    **error);
gboolean   plx_rows_remove_naming (PlxDb      *db,
                                   gint64      naming,
                                   GError    **error);

G_END_DECLS
