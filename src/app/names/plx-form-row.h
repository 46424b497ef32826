/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "names/plx-written-form.h"

G_BEGIN_DECLS

#define PLX_TYPE_FORM_ROW (plx_form_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxFormRow, plx_form_row, PLX, FORM_ROW, GtkListBoxRow)

GtkWidget *plx_form_row_new        (PlxWrittenForm *form,
                                    gboolean        can_split);
GArray    *plx_form_row_get_places (PlxFormRow     *self);

G_END_DECLS
