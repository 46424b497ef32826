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

void
plx_matrix_geometry_init (PlxMatrixGeometry *self)
{
  int start = 0;

  *self = (PlxMatrixGeometry) { .edges = g_array_new (FALSE, FALSE, sizeof (int)) };
  g_array_append_val (self->edges, start);
}

void
plx_matrix_geometry_clear (PlxMatrixGeometry *self)
{
  g_clear_pointer (&self->edges, g_array_unref);
}

static int
edge_at (const PlxMatrixGeometry *self,
         guint                    i)
{
  return g_array_index (self->edges, int, i);
}

/* How wide the user wants a column, or 0. */
static int
get_wish (const PlxMatrixGeometry *self,
          PlxArrangement          *arrangement,
          guint                    column)
{
  return (int) round (plx_arrangement_get_width (
    arrangement, plx_arrangement_get_column (arrangement, column)) * self->char_width);
}

/* Those that the user has not made wider or narrower share what the others leave. */
static int
share (const PlxMatrixGeometry *self,
       PlxArrangement          *arrangement,
       int                      room)
{
  guint n_free = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      int wish = get_wish (self, arrangement, i);

      room -= wish;
      n_free += wish == 0;
    }

  return CLAMP (room / (int) MAX (n_free, 1), LEAST_COLUMN * self->char_width,
                MOST_COLUMN * self->char_width);
}

/* Returns: whether one of them stands elsewhere than before */
static gboolean
set_edges (PlxMatrixGeometry *self,
           PlxArrangement    *arrangement,
           int                shared)
{
  gboolean has_changed = self->edges->len != self->n_columns + 1;
  int at = 0;

  g_array_set_size (self->edges, self->n_columns + 1);
  for (guint i = 0; i <= self->n_columns; i++)
    {
      int wish = i < self->n_columns ? get_wish (self, arrangement, i) : 0;

      has_changed |= edge_at (self, i) != at;
      g_array_index (self->edges, int, i) = at;
      at += wish > 0 ? wish : shared;
    }

  return has_changed;
}

/**
 * plx_matrix_geometry_set_size:
 * @self: a geometry
 * @width: of what can be seen
 * @char_width: of a character of the text
 * @arrangement: which columns there are, and how wide the user wants them
 *
 * Finds how wide the columns are: they share what there is, and where that is too little for
 * words to be read in, some of them are out of sight.
 *
 * Returns: whether something is not as it was
 */
gboolean
plx_matrix_geometry_set_size (PlxMatrixGeometry *self,
                              int                width,
                              int                char_width,
                              PlxArrangement    *arrangement)
{
  int head_width = self->head_width;
  gboolean has_changed = self->width != width || self->char_width != char_width;
  double wish = plx_arrangement_get_width (arrangement, PLX_NONE);
  int shared;

  self->width = width;
  self->char_width = char_width;
  self->n_columns = plx_arrangement_get_n_columns (arrangement);

  if (self->narrow)
    {
      self->head_width = width;
      self->scroll = 0;
      return set_edges (self, arrangement, width) || has_changed;
    }

  self->head_width = (int) round ((wish > 0 ? wish : LEAST_HEAD) * char_width);
  shared = share (self, arrangement, width - self->head_width);
  has_changed |= set_edges (self, arrangement, shared);
  if (wish == 0)
    self->head_width = CLAMP (width - edge_at (self, self->n_columns), self->head_width,
                              MOST_HEAD * char_width);
  self->scroll = CLAMP (self->scroll, 0, plx_matrix_geometry_get_total (self) - width);

  return has_changed || self->head_width != head_width;
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

  return MAX (self->head_width + edge_at (self, self->edges->len - 1), self->width);
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

  return self->head_width + edge_at (self, MIN (column, self->edges->len - 1)) -
         (int) round (self->scroll);
}

/**
 * plx_matrix_geometry_get_width:
 * @self: a geometry
 * @column: a column beside the first, or `PLX_NONE` for the first
 *
 * Returns: how wide it is
 */
int
plx_matrix_geometry_get_width (const PlxMatrixGeometry *self,
                               guint                    column)
{
  if (self->narrow)
    return self->width;
  if (column == PLX_NONE)
    return self->head_width;

  return column + 1 < self->edges->len ? edge_at (self, column + 1) - edge_at (self, column) : 0;
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
  double until = self->scroll + MAX (self->width - self->head_width, 0);
  guint n = MIN (self->edges->len - 1, self->n_columns);

  if (self->narrow)
    {
      *first = 0;
      *end = self->n_columns;
      return;
    }

  *first = 0;
  while (*first < n && edge_at (self, *first + 1) <= self->scroll)
    ++*first;
  *end = *first;
  while (*end < n && edge_at (self, *end) < until)
    ++*end;
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
  double page = MAX (self->width - self->head_width, 0);
  double start, end;

  if (self->narrow || column + 1 >= self->edges->len)
    return 0;

  start = edge_at (self, column);
  end = edge_at (self, column + 1);
  if (start < self->scroll || end - start > page)
    return start;

  return MAX (self->scroll, end - page);
}
