/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "read/plx-read-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_BLOCK_ROW (plx_block_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxBlockRow, plx_block_row, PLX, BLOCK_ROW, AdwBin)

PlxReadItem *plx_block_row_get_item    (PlxBlockRow  *self);
void         plx_block_row_set_item    (PlxBlockRow  *self,
                                        PlxReadItem  *item);
void         plx_block_row_focus       (PlxBlockRow  *self,
                                        guint         mention);
gboolean     plx_block_row_locate      (PlxBlockRow  *self,
                                        guint         mention,
                                        GtkWidget    *relative_to,
                                        GdkRectangle *rectangle);

G_END_DECLS
