/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "model/plx-correction.h"
#include "model/plx-note.h"

G_BEGIN_DECLS

GPtrArray *plx_rows_list_corrections  (PlxDb                *db,
                                       gint64                story,
                                       GError              **error);
gboolean   plx_rows_add_correction    (PlxDb                *db,
                                       const PlxCorrection  *correction,
                                       GError              **error);
gboolean   plx_rows_remove_correction (PlxDb                *db,
                                       gint64                correction,
                                       GError              **error);

GPtrArray *plx_rows_list_notes        (PlxDb                *db,
                                       gint64                story,
                                       GError              **error);
gboolean   plx_rows_write_note        (PlxDb                *db,
                                       const PlxNote        *note,
                                       GError              **error);

G_END_DECLS
