/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SAID_ROW (plx_said_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxSaidRow, plx_said_row, PLX, SAID_ROW, GtkListBoxRow)

GtkWidget     *plx_said_row_new      (GType          type,
                                      gconstpointer  said,
                                      const char    *title,
                                      const char    *details,
                                      const char    *note);
gconstpointer  plx_said_row_get_said (PlxSaidRow    *self);

G_END_DECLS
