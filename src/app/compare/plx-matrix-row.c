/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-row"

#include "config.h"

#include "compare/plx-matrix-row.h"

#include "compare/plx-claim-head.h"
#include "compare/plx-claim-words.h"
#include "compare/plx-matrix-strip.h"
#include "compare/plx-matrix-tallest.h"

/* Of so many columns it is measured how high their cells are. */
#define MAX_MEASURED 16

/**
 * PlxMatrixRow:
 *
 * A row of the matrix: the head, which stays in its place, and the cells of those columns that
 * can be seen. Where there is no room for columns the cells of those who say something stand one
 * below the other, once the row is unfolded.
 *
 * It does not know how high it is: the grid asks it once with [method@MatrixRow.get_height],
 * since that depends also on columns that cannot be seen.
 *
 * Signals: `resized ()`: it has become higher or lower by itself.
 */
struct _PlxMatrixRow
{
  GtkWidget                parent_instance;

  PlxArrangement          *arrangement; /* never NULL */
  const PlxMatrixGeometry *geometry;    /* of the grid that the row is in */
  PlxClaimItem            *item;        /* nullable while the row waits to be used again */
  GSignalGroup            *signals;     /* of item */
  guint                    position;

  GtkWidget               *head;
  GtkWidget               *strip;       /* in which the cells are */
  GtkWidget               *silent;
  GPtrArray               *cells;       /* (element-type PlxMatrixCell), not owned */
};

enum
{
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxMatrixRow, plx_matrix_row, GTK_TYPE_WIDGET)

static PlxMatrixCell *
find_cell (PlxMatrixRow *self,
           guint         column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      PlxMatrixCell *cell = g_ptr_array_index (self->cells, i);

      if (plx_matrix_cell_get_column (cell) == column)
        return cell;
    }

  return NULL;
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (gtk_widget_get_parent (widget)) == widget;
}

/* Where sources stand one below the other, those that are silent would only be in the way. */
static gboolean
is_wanted (PlxMatrixRow *self,
           guint         column,
           guint         first,
           guint         end)
{
  guint n_refs;

  if (column < first || column >= end)
    return FALSE;
  if (!self->geometry->narrow)
    return TRUE;

  return plx_claim_item_is_expanded (self->item) &&
         plx_claim_item_get_refs (self->item,
                                  plx_arrangement_get_column (self->arrangement, column),
                                  &n_refs) != NULL;
}

/* Takes a cell whose column is out of sight, or a new one. */
static PlxMatrixCell *
take_cell (PlxMatrixRow *self,
           guint         first,
           guint         end)
{
  GtkWidget *cell;

  for (guint i = 0; i < self->cells->len; i++)
    {
      PlxMatrixCell *spare = g_ptr_array_index (self->cells, i);

      if (!is_wanted (self, plx_matrix_cell_get_column (spare), first, end) &&
          !has_focus (GTK_WIDGET (spare)))
        return spare;
    }

  cell = plx_matrix_cell_new ();
  gtk_widget_set_parent (cell, self->strip);
  g_ptr_array_add (self->cells, cell);

  return PLX_MATRIX_CELL (cell);
}

static void
drop_cells (PlxMatrixRow *self,
            guint         first,
            guint         end)
{
  for (guint i = self->cells->len; i > 0; i--)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i - 1);
      guint column = plx_matrix_cell_get_column (PLX_MATRIX_CELL (cell));
      gboolean is_kept = is_wanted (self, column, first, end) ||
                         (!self->geometry->narrow && has_focus (cell) &&
                          column < self->geometry->n_columns);

      if (is_kept)
        continue;
      gtk_widget_unparent (cell);
      g_ptr_array_remove_index (self->cells, i - 1);
    }
}

static void
show_cells (PlxMatrixRow *self,
            gboolean      anew)
{
  guint first, end;

  plx_matrix_geometry_get_range (self->geometry, &first, &end);
  for (guint column = first; column < end; column++)
    {
      PlxMatrixCell *cell = find_cell (self, column);

      if (!is_wanted (self, column, first, end) || (cell != NULL && !anew))
        continue;
      if (cell == NULL)
        cell = take_cell (self, first, end);
      plx_matrix_cell_show (cell, self->item, self->arrangement, column, self->geometry->narrow);
    }
  drop_cells (self, first, end);

  /* One that has the focus may be out of sight. */
  for (guint i = 0; anew && i < self->cells->len; i++)
    {
      PlxMatrixCell *cell = g_ptr_array_index (self->cells, i);
      guint column = plx_matrix_cell_get_column (cell);

      if (column < first || column >= end)
        plx_matrix_cell_show (cell, self->item, self->arrangement, column, FALSE);
    }
}

static void
show_silent (PlxMatrixRow *self)
{
  g_autofree char *words = NULL;

  if (self->geometry->narrow && plx_claim_item_is_expanded (self->item))
    words = plx_claim_words_silents (self->item, self->arrangement);

  gtk_label_set_label (GTK_LABEL (self->silent), words != NULL ? words : "");
  gtk_widget_set_visible (self->silent, words != NULL);
}

static void
item_changed_cb (PlxMatrixRow *self)
{
  plx_matrix_row_refresh (self);
  g_signal_emit (self, signals[RESIZED], 0);
}

/* The grid knows how large a row is. */
static void
plx_matrix_row_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static int
height_of (GtkWidget *widget,
           int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  return (int) plx_matrix_cell_get_column (*(PlxMatrixCell **) a) -
         (int) plx_matrix_cell_get_column (*(PlxMatrixCell **) b);
}

static void
allocate_cells (GtkWidget *strip,
                int        width,
                int        height,
                int        baseline)
{
  PlxMatrixRow *self = PLX_MATRIX_ROW (gtk_widget_get_parent (strip));
  const PlxMatrixGeometry *geometry = self->geometry;
  int y = 0;

  if (geometry->narrow)
    g_ptr_array_sort (self->cells, compare_cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      guint column = plx_matrix_cell_get_column (PLX_MATRIX_CELL (cell));

      if (geometry->narrow)
        {
          plx_matrix_strip_put (cell, 0, y, width, height_of (cell, width));
          y += height_of (cell, width);
        }
      else
        {
          plx_matrix_strip_put (cell, plx_matrix_geometry_get_x (geometry, column) -
                                geometry->head_width, 0,
                                plx_matrix_geometry_get_width (geometry, column), height);
        }
    }
}

static void
plx_matrix_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlxMatrixRow *self = PLX_MATRIX_ROW (widget);
  gboolean narrow = self->geometry->narrow;
  int x = narrow ? 0 : self->geometry->head_width;
  int y = narrow ? height_of (self->head, width) : 0;
  int below = gtk_widget_get_visible (self->silent) ? height_of (self->silent, width) : 0;

  plx_matrix_strip_put (self->head, 0, 0, narrow ? width : x, narrow ? y : height);
  plx_matrix_strip_put (self->strip, x, y, MAX (width - x, 0), MAX (height - y - below, 0));
  if (below > 0)
    plx_matrix_strip_put (self->silent, 0, height - below, width, below);
}

static void
plx_matrix_row_dispose (GObject *object)
{
  PlxMatrixRow *self = PLX_MATRIX_ROW (object);

  while (self->cells != NULL && self->cells->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->cells, self->cells->len - 1));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->silent, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_object (&self->arrangement);

  G_OBJECT_CLASS (plx_matrix_row_parent_class)->dispose (object);
}

static void
plx_matrix_row_class_init (PlxMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_row_dispose;
  widget_class->measure = plx_matrix_row_measure;
  widget_class->size_allocate = plx_matrix_row_size_allocate;

  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "plx-matrix-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plx_matrix_row_init (PlxMatrixRow *self)
{
  self->cells = g_ptr_array_new ();

  self->head = plx_claim_head_new ();
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->strip = plx_matrix_strip_new (allocate_cells);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->silent = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->silent), 0);
  gtk_label_set_wrap (GTK_LABEL (self->silent), TRUE);
  gtk_widget_add_css_class (self->silent, "caption");
  gtk_widget_add_css_class (self->silent, "dimmed");
  gtk_widget_add_css_class (self->silent, "plx-silent");
  gtk_widget_set_parent (self->silent, GTK_WIDGET (self));

  self->signals = g_signal_group_new (PLX_TYPE_CLAIM_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::expanded",
                                  G_CALLBACK (item_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::difference",
                                  G_CALLBACK (item_changed_cb), self);
}

/**
 * plx_matrix_row_new:
 * @arrangement: how the matrix is arranged
 * @geometry: where its columns are; lives as long as the grid that the row is in
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
plx_matrix_row_new (PlxArrangement          *arrangement,
                    const PlxMatrixGeometry *geometry)
{
  PlxMatrixRow *self = g_object_new (PLX_TYPE_MATRIX_ROW, NULL);

  self->arrangement = g_object_ref (arrangement);
  self->geometry = geometry;

  return GTK_WIDGET (self);
}

PlxClaimItem *
plx_matrix_row_get_item (PlxMatrixRow *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_ROW (self), NULL);

  return self->item;
}

/**
 * plx_matrix_row_set_item:
 * @self: a row
 * @item: what it shows
 */
void
plx_matrix_row_set_item (PlxMatrixRow *self,
                         PlxClaimItem *item)
{
  g_return_if_fail (PLX_IS_MATRIX_ROW (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->signals, item);
  plx_matrix_row_refresh (self);
}

guint
plx_matrix_row_get_position (PlxMatrixRow *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_ROW (self), G_MAXUINT);

  return self->position;
}

void
plx_matrix_row_set_position (PlxMatrixRow *self,
                             guint         position)
{
  g_return_if_fail (PLX_IS_MATRIX_ROW (self));

  self->position = position;
  /* As in a grid: rows count from 1, and the heads of the columns are the first. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) position + 2, -1);
}

/**
 * plx_matrix_row_set_shift:
 * @self: a row
 * @shift: how much of it is above what can be seen
 */
void
plx_matrix_row_set_shift (PlxMatrixRow *self,
                          int           shift)
{
  g_return_if_fail (PLX_IS_MATRIX_ROW (self));

  plx_claim_head_set_shift (PLX_CLAIM_HEAD (self->head), self->geometry->narrow ? 0 : shift);
}

/**
 * plx_matrix_row_refresh:
 * @self: a row that shows something
 *
 * Shows everything anew, since something has changed that it shows.
 */
void
plx_matrix_row_refresh (PlxMatrixRow *self)
{
  g_return_if_fail (PLX_IS_MATRIX_ROW (self));
  g_return_if_fail (self->item != NULL);

  plx_claim_head_show (PLX_CLAIM_HEAD (self->head), self->item, self->arrangement);
  show_cells (self, TRUE);
  show_silent (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_claim_item_get_record (self->item)->label, -1);
}

/**
 * plx_matrix_row_update_range:
 * @self: a row that shows something
 *
 * Makes the cells of columns that have come into sight, and lets go of those that have left it.
 */
void
plx_matrix_row_update_range (PlxMatrixRow *self)
{
  g_return_if_fail (PLX_IS_MATRIX_ROW (self));

  show_cells (self, FALSE);
  gtk_widget_queue_allocate (self->strip);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Of an unfolded row every column counts, so that it does not jump when it is scrolled; of very
 * many, those that are likely to be the highest. */
static int
height_of_columns (PlxMatrixRow  *self,
                   PlxMatrixCell *sizer)
{
  g_autoptr (GArray) tallest = NULL;
  int height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      PlxMatrixCell *cell = g_ptr_array_index (self->cells, i);
      guint column = plx_matrix_cell_get_column (cell);

      height = MAX (height, height_of (GTK_WIDGET (cell),
                                       plx_matrix_geometry_get_width (self->geometry, column)));
    }
  if (sizer == NULL || !plx_claim_item_is_expanded (self->item))
    return height;

  tallest = plx_matrix_tallest_find (self->item, self->arrangement, self->geometry, MAX_MEASURED);
  for (guint i = 0; i < tallest->len; i++)
    {
      guint column = g_array_index (tallest, guint, i);

      if (find_cell (self, column) != NULL)
        continue;
      plx_matrix_cell_size (sizer, self->item,
                            plx_arrangement_get_column (self->arrangement, column));
      height = MAX (height, height_of (GTK_WIDGET (sizer),
                                       plx_matrix_geometry_get_width (self->geometry, column)));
    }

  return height;
}

/**
 * plx_matrix_row_get_height:
 * @self: a row that shows something
 * @sizer: (nullable): a cell to measure those with that the row has not
 *
 * Returns: how high the row wants to be
 */
int
plx_matrix_row_get_height (PlxMatrixRow  *self,
                           PlxMatrixCell *sizer)
{
  int width = self->geometry->narrow ? self->geometry->width : self->geometry->head_width;
  int height = height_of (self->head, width);

  if (!self->geometry->narrow)
    return MAX (height, height_of_columns (self, sizer));

  for (guint i = 0; i < self->cells->len; i++)
    height += height_of (g_ptr_array_index (self->cells, i), width);
  if (gtk_widget_get_visible (self->silent))
    height += height_of (self->silent, width);

  return height;
}

/**
 * plx_matrix_row_is_whole:
 * @self: a row
 *
 * Returns: whether it has a cell for each column, so that its height can be told by them
 */
gboolean
plx_matrix_row_is_whole (PlxMatrixRow *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_ROW (self), FALSE);

  return self->geometry->narrow || self->cells->len >= self->geometry->n_columns ||
         !plx_claim_item_is_expanded (self->item);
}

/**
 * plx_matrix_row_get_column:
 * @self: a row
 *
 * Returns: the column that has the focus, `PLX_NONE` for the head
 */
guint
plx_matrix_row_get_column (PlxMatrixRow *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (PLX_IS_MATRIX_ROW (self), PLX_NONE);

  focus = gtk_widget_get_focus_child (self->strip);

  return focus != NULL ? plx_matrix_cell_get_column (PLX_MATRIX_CELL (focus))
                                    : PLX_NONE;
}

/* Where sources stand one below the other, to the next of them, or from the first to the head. */
static gboolean
step_cells (PlxMatrixRow *self,
            int           direction)
{
  guint column = plx_matrix_row_get_column (self);
  guint place = 0;

  g_ptr_array_sort (self->cells, compare_cells);
  if (column != PLX_NONE)
    {
      g_ptr_array_find (self->cells, find_cell (self, column), &place);
      place += direction;
    }
  else if (direction < 0)
    {
      return FALSE;
    }

  if (place >= self->cells->len && (direction > 0 || column == PLX_NONE))
    return FALSE;

  column = place < self->cells->len
           ? plx_matrix_cell_get_column (g_ptr_array_index (self->cells, place)) : PLX_NONE;
  plx_matrix_row_go_to (self, column, direction > 0 ? 0 : G_MAXUINT);

  return TRUE;
}

/**
 * plx_matrix_row_step:
 * @self: a row that has the focus
 * @direction: 1 down, -1 up
 *
 * Moves the focus inside the cell or the head that has it.
 *
 * Returns: whether there was something on that side
 */
gboolean
plx_matrix_row_step (PlxMatrixRow *self,
                     int           direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->strip);
  guint stop, n_stops;

  if (focus != NULL)
    {
      stop = plx_matrix_cell_get_stop (PLX_MATRIX_CELL (focus)) + direction;
      n_stops = plx_matrix_cell_get_n_stops (PLX_MATRIX_CELL (focus));
    }
  else
    {
      stop = plx_claim_head_get_stop (PLX_CLAIM_HEAD (self->head)) + direction;
      n_stops = plx_claim_head_get_n_stops (PLX_CLAIM_HEAD (self->head));
    }

  /* Above the first the number leaves the range, as an unsigned one does. */
  if (stop >= n_stops)
    return self->geometry->narrow && step_cells (self, direction);
  plx_matrix_row_go_to (self, plx_matrix_row_get_column (self), stop);

  return TRUE;
}

/**
 * plx_matrix_row_go_to:
 * @self: a row
 * @column: a column, or `PLX_NONE` for the head; one that has no cell counts as the head
 * @stop: which of the things in it gets the focus; the last for one that is past it
 */
void
plx_matrix_row_go_to (PlxMatrixRow *self,
                      guint         column,
                      guint         stop)
{
  PlxMatrixCell *cell;

  g_return_if_fail (PLX_IS_MATRIX_ROW (self));

  cell = column != PLX_NONE ? find_cell (self, column) : NULL;
  if (cell != NULL)
    plx_matrix_cell_go_to (cell, stop);
  else
    plx_claim_head_go_to (PLX_CLAIM_HEAD (self->head), stop);
}
