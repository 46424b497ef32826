/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"
#include "compare/plx-matrix-cell.h"
#include "compare/plx-matrix-geometry.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX_ROW (plx_matrix_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixRow, plx_matrix_row, PLX, MATRIX_ROW, GtkWidget)

GtkWidget     *plx_matrix_row_new          (PlxArrangement          *arrangement,
                                            const PlxMatrixGeometry *geometry);

PlxClaimItem  *plx_matrix_row_get_item     (PlxMatrixRow            *self);
void           plx_matrix_row_set_item     (PlxMatrixRow            *self,
                                            PlxClaimItem            *item);
guint          plx_matrix_row_get_position (PlxMatrixRow            *self);
void           plx_matrix_row_set_position (PlxMatrixRow            *self,
                                            guint                    position);
void           plx_matrix_row_set_shift    (PlxMatrixRow            *self,
                                            int                      shift);
void           plx_matrix_row_refresh      (PlxMatrixRow            *self);
void           plx_matrix_row_update_range (PlxMatrixRow            *self);
int            plx_matrix_row_get_height   (PlxMatrixRow            *self,
                                            PlxMatrixCell           *sizer);
gboolean       plx_matrix_row_is_whole     (PlxMatrixRow            *self);

guint          plx_matrix_row_get_column   (PlxMatrixRow            *self);
gboolean       plx_matrix_row_step         (PlxMatrixRow            *self,
                                            int                      direction);
void           plx_matrix_row_go_to        (PlxMatrixRow            *self,
                                            guint                    column,
                                            guint                    stop);

G_END_DECLS
