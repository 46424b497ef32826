/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"

G_BEGIN_DECLS

/**
 * PlxMatrixGeometry:
 * @narrow: whether there is no room for columns, so that sources stand one below the other
 * @width: of what can be seen
 * @char_width: of a character of the text, in which widths are kept
 * @head_width: of the first column, which stays where it is
 * @n_columns: how many others there are
 * @edges: (element-type int): where each of them starts, from the end of the first, and where the
 *   last one ends
 * @scroll: how far the others are scrolled, from the start of the line
 *
 * Where the columns of the matrix are, counted from the start of the line; whoever puts widgets
 * there turns it around for a window that runs from right to left.
 */
typedef struct
{
  gboolean  narrow;
  int       width;
  int       char_width;
  int       head_width;
  guint     n_columns;
  GArray   *edges;
  double    scroll;
} PlxMatrixGeometry;

void     plx_matrix_geometry_init       (PlxMatrixGeometry       *self);
void     plx_matrix_geometry_clear      (PlxMatrixGeometry       *self);
gboolean plx_matrix_geometry_set_size   (PlxMatrixGeometry       *self,
                                         int                      width,
                                         int                      char_width,
                                         PlxArrangement          *arrangement);
int      plx_matrix_geometry_get_total  (const PlxMatrixGeometry *self);
int      plx_matrix_geometry_get_x      (const PlxMatrixGeometry *self,
                                         guint                    column);
int      plx_matrix_geometry_get_width  (const PlxMatrixGeometry *self,
                                         guint                    column);
void     plx_matrix_geometry_get_range  (const PlxMatrixGeometry *self,
                                         guint                   *first,
                                         guint                   *end);
double   plx_matrix_geometry_reveal     (const PlxMatrixGeometry *self,
                                         guint                    column);

G_END_DECLS
