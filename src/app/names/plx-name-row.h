/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-name-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_ROW (plx_name_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxNameRow, plx_name_row, PLX, NAME_ROW, AdwBin)

GtkWidget   *plx_name_row_new      (void);
void         plx_name_row_add_hand (PlxNameRow  *self);

PlxNameItem *plx_name_row_get_item (PlxNameRow  *self);
void         plx_name_row_set_item (PlxNameRow  *self,
                                    PlxNameItem *item);

G_END_DECLS
