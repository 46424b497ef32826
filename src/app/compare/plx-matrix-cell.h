/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

/**
 * PLX_MATRIX_LINES:
 *
 * Of how many lines a sentence is at most while its row is folded.
 */
#define PLX_MATRIX_LINES 3

#define PLX_TYPE_MATRIX_CELL (plx_matrix_cell_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixCell, plx_matrix_cell, PLX, MATRIX_CELL, AdwBin)

GtkWidget *plx_matrix_cell_new          (void);

void       plx_matrix_cell_show         (PlxMatrixCell  *self,
                                         PlxClaimItem   *item,
                                         PlxArrangement *arrangement,
                                         guint           column,
                                         gboolean        named);
void       plx_matrix_cell_size         (PlxMatrixCell  *self,
                                         PlxClaimItem   *item,
                                         guint           article);
guint      plx_matrix_cell_get_column   (PlxMatrixCell  *self);
gboolean   plx_matrix_cell_is_silent    (PlxMatrixCell  *self);
guint      plx_matrix_cell_get_n_stops  (PlxMatrixCell  *self);
guint      plx_matrix_cell_get_stop     (PlxMatrixCell  *self);
void       plx_matrix_cell_go_to        (PlxMatrixCell  *self,
                                         guint           stop);

G_END_DECLS
