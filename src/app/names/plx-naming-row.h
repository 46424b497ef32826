/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-naming.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAMING_ROW (plx_naming_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamingRow, plx_naming_row, PLX, NAMING_ROW, GtkListBoxRow)

GtkWidget *plx_naming_row_new        (const PlxNaming *naming,
                                      PlxSession      *session);
PlxNaming *plx_naming_row_get_naming (PlxNamingRow    *self);

G_END_DECLS
