/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-focus"

#include "config.h"

#include "compare/plx-matrix-grid-private.h"
#include "compare/plx-matrix-passage.h"

/* Where in the matrix the focus is, and how it gets to another place, also to one that has no
 * widget yet. */

/* One comes in where one was last, and goes out with the next step: arrows do the rest. */
static gboolean
plx_matrix_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->rows.items->len == 0)
    return FALSE;

  plx_matrix_grid_go_to (self, MIN (self->last, self->rows.items->len - 1), PLX_NONE, 0);

  return TRUE;
}

/* Scrolls so that what has the focus can be seen whole, or its beginning. */
void
plx_matrix_focus_reveal (PlxMatrixGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;
  double top, bottom;

  self->is_revealing = FALSE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_is_ancestor (focus, self->header) ||
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return;

  top = bounds.origin.y - self->header_height;
  bottom = bounds.origin.y + bounds.size.height - gtk_widget_get_height (GTK_WIDGET (self));
  if (top < 0 || (bottom > 0 && bottom > top))
    bottom = top;
  if (top < 0 || bottom > 0)
    gtk_adjustment_set_value (self->vadjustment,
                              gtk_adjustment_get_value (self->vadjustment) + bottom);
}

void
plx_matrix_focus_class_init (GtkWidgetClass *widget_class)
{
  widget_class->focus = plx_matrix_grid_focus;
}

/**
 * plx_matrix_grid_go_to:
 * @self: a grid
 * @position: a row
 * @column: a column of it, or `PLX_NONE` for its head
 * @stop: which of the things in that gets the focus; the last for one that is past it
 *
 * Scrolls there, no farther than needed, and puts the focus there.
 */
void
plx_matrix_grid_go_to (PlxMatrixGrid *self,
                       guint          position,
                       guint          column,
                       guint          stop)
{
  PlxMatrixRow *row;

  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (position >= self->rows.items->len)
    return;

  plx_matrix_rows_reveal (&self->rows, position, plx_matrix_grid_get_page (self));
  if (column != PLX_NONE)
    self->geometry.scroll = plx_matrix_geometry_reveal (&self->geometry, column);
  plx_matrix_grid_update (self);

  row = plx_matrix_rows_find (&self->rows, position);
  if (row == NULL)
    return;
  self->last = position;
  plx_matrix_row_go_to (row, column, stop);
  self->is_revealing = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plx_matrix_grid_find_focus:
 * @self: a grid
 * @ref: (out): the sentence that has the focus; its article is `PLX_NONE` where another thing has
 *
 * Returns: (nullable) (transfer none): the row that has the focus
 */
PlxClaimItem *
plx_matrix_grid_find_focus (PlxMatrixGrid  *self,
                            PlxSentenceRef *ref)
{
  PlxMatrixRow *row;
  GtkWidget *focus;

  g_return_val_if_fail (PLX_IS_MATRIX_GRID (self), NULL);

  ref->article = ref->sentence = PLX_NONE;
  row = plx_matrix_grid_get_focus_row (self);
  if (row == NULL)
    return NULL;

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (PLX_IS_MATRIX_PASSAGE (focus))
    *ref = plx_matrix_passage_get_ref (PLX_MATRIX_PASSAGE (focus));

  return plx_matrix_row_get_item (row);
}

/* The row in which the focus is, or NULL. */
PlxMatrixRow *
plx_matrix_grid_get_focus_row (PlxMatrixGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->body);

  return focus != NULL ? PLX_MATRIX_ROW (focus) : NULL;
}

/* The row that is a page farther down or up. */
guint
plx_matrix_grid_find_page (PlxMatrixGrid *self,
                           guint          position,
                           int            direction)
{
  guint n = self->rows.items->len;
  int y = plx_matrix_rows_get_offset (&self->rows, position);
  int goal = y + direction * plx_matrix_grid_get_page (self);

  while (position + direction < n && position != (direction > 0 ? n - 1 : 0) &&
         (plx_matrix_rows_get_offset (&self->rows, position) - goal) * direction < 0)
    position += direction;

  return position;
}

/* The head of a column gets the focus. */
void
plx_matrix_grid_go_to_head (PlxMatrixGrid *self,
                            guint          column)
{
  self->geometry.scroll = plx_matrix_geometry_reveal (&self->geometry, column);
  plx_matrix_grid_update (self);
  plx_matrix_header_go_to (PLX_MATRIX_HEADER (self->header), column);
}
