/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix-cell.h"
#include "compare/plx-matrix-geometry.h"
#include "compare/plx-matrix-row.h"

G_BEGIN_DECLS

/**
 * PlxMatrixRows:
 * @items: (element-type PlxClaimItem): all rows that there are
 * @realized: (element-type PlxMatrixRow): those that have widgets, by position; not owned
 * @offsets: (element-type int): where each of @items is, and at the end how high all are
 * @anchor: the row at the top of what can be seen
 * @within: how much of it is above that
 * @stamp: of all that heights depend on
 * @folded: how high a folded row is
 *
 * Which rows of the matrix have widgets, and where they are. A part of the grid, which is what
 * the functions below are given.
 *
 * How high a row is gets measured when it comes near, and is guessed before; the anchor stays
 * where it is when a guess above it was wrong.
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *realized;
  GArray    *offsets;
  guint      anchor;
  int        within;
  guint      stamp;
  int        folded;
} PlxMatrixRows;

/* Makes a row for the grid that is given with it; the row has the grid as its parent. */
typedef PlxMatrixRow *(*PlxMatrixRowMaker) (gpointer grid);

void          plx_matrix_rows_init         (PlxMatrixRows           *self);
void          plx_matrix_rows_clear        (PlxMatrixRows           *self);
void          plx_matrix_rows_drop         (PlxMatrixRows           *self);
void          plx_matrix_rows_set_model    (PlxMatrixRows           *self,
                                            GListModel              *model);
PlxMatrixRow *plx_matrix_rows_find         (PlxMatrixRows           *self,
                                            guint                    position);
int           plx_matrix_rows_get_offset   (PlxMatrixRows           *self,
                                            guint                    position);
int           plx_matrix_rows_get_height   (PlxMatrixRows           *self,
                                            guint                    position);
int           plx_matrix_rows_get_total    (PlxMatrixRows           *self);
int           plx_matrix_rows_get_top      (PlxMatrixRows           *self);
void          plx_matrix_rows_set_top      (PlxMatrixRows           *self,
                                            int                      y,
                                            int                      page);
void          plx_matrix_rows_reveal       (PlxMatrixRows           *self,
                                            guint                    position,
                                            int                      page);
void          plx_matrix_rows_update       (PlxMatrixRows           *self,
                                            int                      page,
                                            gboolean                 narrow,
                                            PlxMatrixCell           *sizer,
                                            PlxMatrixRowMaker        make,
                                            gpointer                 grid);
gboolean      plx_matrix_rows_measure      (PlxMatrixRows           *self,
                                            gboolean                 narrow);

G_END_DECLS
