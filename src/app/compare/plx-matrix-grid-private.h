/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix-geometry.h"
#include "compare/plx-matrix-grid.h"
#include "compare/plx-matrix-header.h"
#include "compare/plx-matrix-rows.h"

G_BEGIN_DECLS

/* The grid, for the two files that move the focus in it (plx-matrix-focus.c, plx-matrix-keys.c). */

struct _PlxMatrixGrid
{
  GtkWidget          parent_instance;

  GtkAdjustment     *hadjustment;
  GtkAdjustment     *vadjustment;
  guint              hscroll_policy : 1;
  guint              vscroll_policy : 1;

  PlxArrangement    *arrangement; /* nullable until something is shown */
  gulong             arranged_id;
  gulong             resized_id;
  GListModel        *model;       /* nullable; of PlxClaimItem */
  gulong             model_id;

  PlxMatrixGeometry  geometry;
  PlxMatrixRows      rows;
  int                header_height;
  gboolean           header_is_stale; /* it is to be measured anew */

  GtkWidget         *header;
  GtkWidget         *body;        /* in which the rows are */
  GtkWidget         *sizer;       /* a cell that only measures */
  gboolean           is_updating;
  guint              tick;        /* updates before the next frame, or 0 */
  gboolean           is_revealing; /* the focus, once it has its place */
  guint              last;        /* the row that had the focus last */
};

int           plx_matrix_grid_get_page      (PlxMatrixGrid  *self);
PlxMatrixRow *plx_matrix_grid_get_focus_row (PlxMatrixGrid  *self);
guint         plx_matrix_grid_find_page     (PlxMatrixGrid  *self,
                                             guint           position,
                                             int             direction);
void          plx_matrix_grid_go_to_head    (PlxMatrixGrid  *self,
                                             guint           column);

void          plx_matrix_focus_class_init   (GtkWidgetClass *widget_class);
void          plx_matrix_focus_reveal       (PlxMatrixGrid  *self);
void          plx_matrix_keys_class_init    (GtkWidgetClass *widget_class);

G_END_DECLS
