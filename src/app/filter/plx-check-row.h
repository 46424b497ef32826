/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_CHECK_ROW (plx_check_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxCheckRow, plx_check_row, PLX, CHECK_ROW, GtkListBoxRow)

GtkWidget  *plx_check_row_new        (const char  *id,
                                      const char  *title,
                                      const char  *detail,
                                      gboolean     active);

const char *plx_check_row_get_id     (PlxCheckRow *self);
gboolean    plx_check_row_is_active  (PlxCheckRow *self);
void        plx_check_row_set_active (PlxCheckRow *self,
                                      gboolean     active);
gboolean    plx_check_row_matches    (PlxCheckRow *self,
                                      const char  *words);

G_END_DECLS
