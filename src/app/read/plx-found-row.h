/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_TYPE_FOUND_ROW (plx_found_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxFoundRow, plx_found_row, PLX, FOUND_ROW, GtkListBoxRow)

GtkWidget  *plx_found_row_new       (PlxField     field);

PlxField    plx_found_row_get_field (PlxFoundRow *self);
const char *plx_found_row_get_value (PlxFoundRow *self);
void        plx_found_row_set_text  (PlxFoundRow *self,
                                     const char  *text);
void        plx_found_row_offer     (PlxFoundRow *self,
                                     const char  *value,
                                     const char  *where);

G_END_DECLS
