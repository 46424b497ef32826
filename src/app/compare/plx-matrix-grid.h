/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_MATRIX_GRID (plx_matrix_grid_get_type ())

G_DECLARE_FINAL_TYPE (PlxMatrixGrid, plx_matrix_grid, PLX, MATRIX_GRID, GtkWidget)

void        plx_matrix_grid_show           (PlxMatrixGrid      *self,
                                            PlxArrangement     *arrangement,
                                            PlxAnalysis        *analysis,
                                            const char * const *sources);
void        plx_matrix_grid_set_model      (PlxMatrixGrid      *self,
                                            GListModel         *model);
void        plx_matrix_grid_set_narrow     (PlxMatrixGrid      *self,
                                            gboolean            narrow);
void        plx_matrix_grid_update         (PlxMatrixGrid      *self);
void        plx_matrix_grid_refresh        (PlxMatrixGrid      *self);
void        plx_matrix_grid_widen          (PlxMatrixGrid      *self,
                                            guint               article,
                                            int                 direction);
void        plx_matrix_grid_go_to          (PlxMatrixGrid      *self,
                                            guint               position,
                                            guint               column,
                                            guint               stop);

PlxClaimItem  *plx_matrix_grid_find_focus  (PlxMatrixGrid      *self,
                                            PlxSentenceRef     *ref);
guint       plx_matrix_grid_get_n_realized (PlxMatrixGrid      *self);

G_END_DECLS
