/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-geometry"

#include "config.h"

#include "compare/plx-matrix-geometry.h"

#include <math.h>

/* In characters of the text: a line of fewer is tiresome to read, one of more as well. */
#define LEAST_HEAD 24
#define MOST_HEAD 40
#define LEAST_COLUMN 23
#define MOST_COLUMN 72

/**
 * plx_matrix_geometry_set_size:
 * @self: a geometry
 * @width: of what can be seen
 * @char_width: of a character of the text
 * @n_columns: how many columns there are beside the first
 * @narrow: whether there is no room for columns
 *
 * Finds how wide the columns are: they share what there is, and where that is too little for
 * words to be read in, some of them are out of sight.
 */
void
plx_matrix_geometry_set_size (PlxMatrixGeometry *self,
                              int                width,
                              int                char_width,
                              guint              n_columns,
                              gboolean           narrow)
{
  self->narrow = narrow;
  self->width = width;
  self->n_columns = n_columns;

  if (narrow)
    {
      self->head_width = self->column_width = width;
      self->scroll = 0;
      return;
    }

  self->head_width = LEAST_HEAD * char_width;
  self->column_width = CLAMP ((width - self->head_width) / (int) MAX (n_columns, 1),
                              LEAST_COLUMN * char_width, MOST_COLUMN * char_width);
  self->head_width = CLAMP (width - (int) n_columns * self->column_width, self->head_width,
                            MOST_HEAD * char_width);
  self->scroll = CLAMP (self->scroll, 0, plx_matrix_geometry_get_total (self) - width);
}

/**
 * plx_matrix_geometry_get_total:
 * @self: a geometry
 *
 * Returns: how wide everything is, whether it can be seen or not
 */
int
plx_matrix_geometry_get_total (const PlxMatrixGeometry *self)
{
  if (self->narrow)
    return self->width;

  return MAX (self->head_width + (int) self->n_columns * self->column_width, self->width);
}

/**
 * plx_matrix_geometry_get_x:
 * @self: a geometry
 * @column: a column beside the first
 *
 * Returns: where it starts, as it is scrolled
 */
int
plx_matrix_geometry_get_x (const PlxMatrixGeometry *self,
                           guint                    column)
{
  if (self->narrow)
    return 0;

  return self->head_width + (int) column * self->column_width - (int) round (self->scroll);
}

/**
 * plx_matrix_geometry_get_range:
 * @self: a geometry
 * @first: (out): the first column of which something can be seen
 * @end: (out): the one after the last
 */
void
plx_matrix_geometry_get_range (const PlxMatrixGeometry *self,
                               guint                   *first,
                               guint                   *end)
{
  if (self->narrow || self->column_width <= 0)
    {
      /* Before there is any room, nothing can be seen. */
      *first = 0;
      *end = self->narrow ? self->n_columns : 0;
      return;
    }

  *first = MIN ((guint) (self->scroll / self->column_width), self->n_columns);
  *end = MIN ((guint) ceil ((self->scroll + MAX (self->width - self->head_width, 0)) /
                            self->column_width), self->n_columns);
}

/**
 * plx_matrix_geometry_reveal:
 * @self: a geometry
 * @column: a column
 *
 * Returns: how far to scroll so that the whole column is seen, and no farther
 */
double
plx_matrix_geometry_reveal (const PlxMatrixGeometry *self,
                            guint                    column)
{
  double start = (double) column * self->column_width;
  double page = MAX (self->width - self->head_width, 0);

  if (self->narrow)
    return 0;
  if (start < self->scroll || self->column_width > page)
    return start;

  return MAX (self->scroll, start + self->column_width - page);
}
