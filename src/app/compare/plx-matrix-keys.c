/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-keys"

#include "config.h"

#include "compare/plx-matrix-grid-private.h"

/* The keys of the matrix: arrows go from cell to cell, up out of the first row to the heads of
 * the columns. On the head of a row, right unfolds and goes on, left folds; the space bar folds
 * and unfolds wherever one is. Where sources stand one below the other, up and down go through
 * them. */

static gboolean
step_heads (PlxMatrixGrid *self,
            int            direction)
{
  PlxMatrixHeader *header = PLX_MATRIX_HEADER (self->header);
  guint column = plx_matrix_header_get_column (header);

  if (column == PLX_NONE)
    return FALSE;

  column += direction;
  if (column >= self->geometry.n_columns)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    plx_matrix_grid_go_to_head (self, column);

  return TRUE;
}

/* On the head of a row the arrows fold and unfold first, as in a tree. */
static gboolean
fold (PlxMatrixRow *row,
      gboolean      unfold)
{
  PlxClaimItem *item = plx_matrix_row_get_item (row);

  if (plx_matrix_row_get_column (row) != PLX_NONE ||
      plx_claim_item_is_expanded (item) == unfold)
    return FALSE;

  plx_claim_item_set_expanded (item, unfold);

  return TRUE;
}

static gboolean
move_sideways (PlxMatrixGrid *self,
               int            direction)
{
  PlxMatrixRow *row = plx_matrix_grid_get_focus_row (self);
  guint column;

  if (row == NULL)
    return step_heads (self, direction);
  if (fold (row, direction > 0))
    return TRUE;
  if (self->geometry.narrow)
    return FALSE;

  /* Before the first column is the head of the row, as before 0 is PLX_NONE. */
  column = plx_matrix_row_get_column (row) + direction;
  if (column >= self->geometry.n_columns && column != PLX_NONE)
    return FALSE;
  if (direction < 0 && plx_matrix_row_get_column (row) == PLX_NONE)
    return FALSE;
  plx_matrix_grid_go_to (self, plx_matrix_row_get_position (row), column, 0);

  return TRUE;
}

static gboolean
leave_up (PlxMatrixGrid *self,
          PlxMatrixRow  *row)
{
  guint column = plx_matrix_row_get_column (row);

  if (self->geometry.narrow)
    return FALSE;

  plx_matrix_grid_go_to_head (self, column != PLX_NONE ? column : 0);

  return TRUE;
}

static gboolean
move_up_or_down (PlxMatrixGrid *self,
                 int            direction)
{
  PlxMatrixRow *row = plx_matrix_grid_get_focus_row (self);
  guint position, column;

  if (row == NULL)
    {
      column = plx_matrix_header_get_column (PLX_MATRIX_HEADER (self->header));
      if (column == PLX_NONE || direction < 0)
        return FALSE;
      plx_matrix_grid_go_to (self, 0, column, 0);
      return TRUE;
    }
  if (plx_matrix_row_step (row, direction))
    return TRUE;

  position = plx_matrix_row_get_position (row);
  column = plx_matrix_row_get_column (row);
  if (position == 0 && direction < 0)
    return leave_up (self, row);
  if (position + direction >= self->rows.items->len)
    return FALSE;
  if (self->geometry.narrow)
    column = PLX_NONE;
  plx_matrix_grid_go_to (self, position + direction, column, direction > 0 ? 0 : G_MAXUINT);

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);
  int x, y;
  gboolean moved;

  g_variant_get (args, "(ii)", &x, &y);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = -x;

  moved = x != 0 ? move_sideways (self, x) : move_up_or_down (self, y);
  if (!moved)
    gtk_widget_error_bell (widget);

  /* At an edge the focus stays, and goes nowhere that an arrow happens to point to. */
  return TRUE;
}

/* To the first or last column of the row, or the first or last row. */
static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);
  PlxMatrixRow *row = plx_matrix_grid_get_focus_row (self);
  guint n_rows = self->rows.items->len;
  gboolean last, rows;
  guint column = PLX_NONE;

  g_variant_get (args, "(bb)", &last, &rows);
  if (n_rows == 0)
    return FALSE;

  if (rows && row != NULL)
    column = plx_matrix_row_get_column (row);
  else if (last && !rows && !self->geometry.narrow && self->geometry.n_columns > 0)
    column = self->geometry.n_columns - 1;

  if (rows || row == NULL)
    plx_matrix_grid_go_to (self, last ? n_rows - 1 : 0, column, 0);
  else
    plx_matrix_grid_go_to (self, plx_matrix_row_get_position (row), column, 0);

  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);
  PlxMatrixRow *row = plx_matrix_grid_get_focus_row (self);
  guint n_rows = self->rows.items->len;
  int direction = g_variant_get_int32 (args);
  guint position;

  if (n_rows == 0)
    return FALSE;

  position = row != NULL ? plx_matrix_row_get_position (row) : 0;
  position = plx_matrix_grid_find_page (self, position, direction);
  plx_matrix_grid_go_to (self, position, row != NULL ? plx_matrix_row_get_column (row) : PLX_NONE,
                         0);

  return TRUE;
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  PlxMatrixRow *row = plx_matrix_grid_get_focus_row (PLX_MATRIX_GRID (widget));
  PlxClaimItem *item;

  if (row == NULL)
    return FALSE;

  item = plx_matrix_row_get_item (row);
  plx_claim_item_set_expanded (item, !plx_claim_item_is_expanded (item));
  plx_matrix_grid_go_to (PLX_MATRIX_GRID (widget), plx_matrix_row_get_position (row),
                         plx_matrix_row_get_column (row), 0);

  return TRUE;
}

static void
add_both (GtkWidgetClass  *widget_class,
          guint            key,
          guint            keypad,
          GdkModifierType  modifiers,
          GtkShortcutFunc  callback,
          const char      *format,
          int              a,
          int              b)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, callback, format, a, b);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, callback, format, a, b);
}

/* Binds the keys to the class of the grid. */
void
plx_matrix_keys_class_init (GtkWidgetClass *widget_class)
{
  add_both (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, move_cb, "(ii)", -1, 0);
  add_both (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, move_cb, "(ii)", 1, 0);
  add_both (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, move_cb, "(ii)", 0, -1);
  add_both (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, move_cb, "(ii)", 0, 1);
  add_both (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, end_cb, "(bb)", FALSE, FALSE);
  add_both (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, end_cb, "(bb)", TRUE, FALSE);
  add_both (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, end_cb, "(bb)", FALSE,
            TRUE);
  add_both (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, end_cb, "(bb)", TRUE,
            TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, toggle_cb, NULL);
}
