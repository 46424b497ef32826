/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix-geometry.h"
#include "compare/plx-matrix-grid.h"
#include "compare/plx-matrix-header.h"
#include "compare/plx-matrix-row.h"

G_BEGIN_DECLS

/* What the keys (plx-matrix-keys.c), which move the focus, may know of the grid. */

PlxMatrixGeometry *plx_matrix_grid_get_geometry  (PlxMatrixGrid  *self);
PlxMatrixHeader   *plx_matrix_grid_get_header    (PlxMatrixGrid  *self);
PlxMatrixRow      *plx_matrix_grid_get_focus_row (PlxMatrixGrid  *self);
guint              plx_matrix_grid_get_n_rows    (PlxMatrixGrid  *self);
int                plx_matrix_grid_get_page      (PlxMatrixGrid  *self);
guint              plx_matrix_grid_find_page     (PlxMatrixGrid  *self,
                                                  guint           position,
                                                  int             direction);
void               plx_matrix_grid_go_to_head    (PlxMatrixGrid  *self,
                                                  guint           column);

void               plx_matrix_keys_class_init    (GtkWidgetClass *widget_class);

G_END_DECLS
