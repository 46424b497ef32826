/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxMatrixGeometry:
 * @narrow: whether there is no room for columns, so that sources stand one below the other
 * @width: of what can be seen
 * @head_width: of the first column, which stays where it is
 * @column_width: of every other
 * @n_columns: how many others there are
 * @scroll: how far the others are scrolled, from the start of the line
 *
 * Where the columns of the matrix are, counted from the start of the line; whoever puts widgets
 * there turns it around for a window that runs from right to left.
 */
typedef struct
{
  gboolean narrow;
  int      width;
  int      head_width;
  int      column_width;
  guint    n_columns;
  double   scroll;
} PlxMatrixGeometry;

void   plx_matrix_geometry_set_size   (PlxMatrixGeometry       *self,
                                       int                      width,
                                       int                      char_width,
                                       guint                    n_columns,
                                       gboolean                 narrow);
int    plx_matrix_geometry_get_total  (const PlxMatrixGeometry *self);
int    plx_matrix_geometry_get_x      (const PlxMatrixGeometry *self,
                                       guint                    column);
void   plx_matrix_geometry_get_range  (const PlxMatrixGeometry *self,
                                       guint                   *first,
                                       guint                   *end);
double plx_matrix_geometry_reveal     (const PlxMatrixGeometry *self,
                                       guint                    column);

G_END_DECLS
