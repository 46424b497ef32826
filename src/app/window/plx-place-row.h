/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_PLACE_ROW (plx_place_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxPlaceRow, plx_place_row, PLX, PLACE_ROW, GtkListBoxRow)

G_END_DECLS
