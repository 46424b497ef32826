/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-rows"

#include "config.h"

#include "compare/plx-matrix-rows.h"

/* An unfolded row that is not yet measured is taken to be as high as so many folded ones. */
#define UNFOLDED_HEIGHTS 3

/* Rows beyond either edge that are kept ready, as a part of what can be seen. */
#define AHEAD 0.25

/* What an update needs beside the rows. */
typedef struct
{
  gboolean           narrow;
  PlxMatrixCell     *sizer;
  PlxMatrixRowMaker  make;
  gpointer           grid;
  GPtrArray         *before; /* rows that have not been taken yet */
} Update;

static PlxClaimItem *
item_at (PlxMatrixRows *self,
         guint          position)
{
  return g_ptr_array_index (self->items, position);
}

static void
update_offsets (PlxMatrixRows *self)
{
  int y = 0;

  g_array_set_size (self->offsets, 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_array_append_val (self->offsets, y);
      y += plx_matrix_rows_get_height (self, i);
    }
  g_array_append_val (self->offsets, y);
}

static guint
find_row_at (PlxMatrixRows *self,
             int            y)
{
  guint low = 0, high = self->items->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (plx_matrix_rows_get_offset (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_focus (PlxMatrixRow *row)
{
  GtkWidget *widget = GTK_WIDGET (row);

  return gtk_widget_get_focus_child (gtk_widget_get_parent (widget)) == widget;
}

static guint
find_item (GPtrArray    *rows,
           PlxClaimItem *item)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (plx_matrix_row_get_item (g_ptr_array_index (rows, i)) == item)
        return i;
    }

  return G_MAXUINT;
}

/* Of those that are left over, one from the end that is farther from here. */
static guint
find_spare (GPtrArray *rows,
            guint      position)
{
  guint spare;

  if (rows->len == 0)
    return G_MAXUINT;

  spare = plx_matrix_row_get_position (g_ptr_array_index (rows, 0)) > position ? rows->len - 1 : 0;

  return has_focus (g_ptr_array_index (rows, spare)) ? G_MAXUINT : spare;
}

/* The row that shows an item; one that is not needed any more; or a new one. */
static PlxMatrixRow *
take_row (PlxMatrixRows *self,
          Update        *update,
          guint          position)
{
  guint found = find_item (update->before, item_at (self, position));
  PlxMatrixRow *row;

  if (found == G_MAXUINT)
    found = find_spare (update->before, position);
  row = found != G_MAXUINT ? g_ptr_array_remove_index (update->before, found)
                           : update->make (update->grid);

  plx_matrix_row_set_item (row, item_at (self, position));
  plx_matrix_row_set_position (row, position);
  plx_matrix_row_update_range (row);
  g_ptr_array_add (self->realized, row);

  return row;
}

static int
realize (PlxMatrixRows *self,
         Update        *update,
         guint          position)
{
  PlxMatrixRow *row = take_row (self, update, position);
  PlxClaimItem *item = item_at (self, position);
  int height = plx_claim_item_get_height (item, self->stamp);

  if (height > 0)
    return height;

  height = plx_matrix_row_get_height (row, update->sizer);
  if (!update->narrow)
    height = MAX (height, self->folded);
  plx_claim_item_set_height (item, self->stamp, height);

  return height;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint first = plx_matrix_row_get_position (*(PlxMatrixRow **) a);
  guint second = plx_matrix_row_get_position (*(PlxMatrixRow **) b);

  return first < second ? -1 : first > second;
}

/* Lets go of the rows that are left over; one that has the focus stays, wherever it is. */
static void
drop_rest (PlxMatrixRows *self,
           GPtrArray     *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      PlxMatrixRow *row = g_ptr_array_index (before, i);
      guint position;

      if (has_focus (row) &&
          g_ptr_array_find (self->items, plx_matrix_row_get_item (row), &position))
        {
          plx_matrix_row_set_position (row, position);
          plx_matrix_row_update_range (row);
          g_ptr_array_add (self->realized, row);
        }
      else
        {
          gtk_widget_unparent (GTK_WIDGET (row));
        }
    }
  g_ptr_array_sort (self->realized, compare_rows);
}

static void
realize_around (PlxMatrixRows *self,
                Update        *update,
                int            page)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->realized);
  int y = -self->within;

  self->realized = g_ptr_array_new ();
  update->before = before;
  for (guint i = self->anchor; i < self->items->len && y < page * (1 + AHEAD); i++)
    y += realize (self, update, i);

  y = -self->within;
  for (guint i = self->anchor; i > 0 && y > -page * AHEAD; i--)
    y -= realize (self, update, i - 1);

  drop_rest (self, before);
}

void
plx_matrix_rows_init (PlxMatrixRows *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->realized = g_ptr_array_new ();
  self->offsets = g_array_new (FALSE, TRUE, sizeof (int));
  update_offsets (self);
}

void
plx_matrix_rows_clear (PlxMatrixRows *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->realized, g_ptr_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
}

/**
 * plx_matrix_rows_drop:
 * @self: the rows of a grid
 *
 * Lets go of all widgets; an update makes others.
 */
void
plx_matrix_rows_drop (PlxMatrixRows *self)
{
  while (self->realized->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->realized, self->realized->len - 1));
}

/**
 * plx_matrix_rows_set_model:
 * @self: the rows of a grid
 * @model: (nullable): of [class@ClaimItem]: which rows there are from now on
 *
 * Widgets follow with the next update.
 */
void
plx_matrix_rows_set_model (PlxMatrixRows *self,
                           GListModel    *model)
{
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));

  update_offsets (self);
  if (self->anchor >= n)
    {
      self->anchor = n > 0 ? n - 1 : 0;
      self->within = 0;
    }
}

/**
 * plx_matrix_rows_find:
 * @self: the rows of a grid
 * @position: a row
 *
 * Returns: (nullable): its widget, where it has one
 */
PlxMatrixRow *
plx_matrix_rows_find (PlxMatrixRows *self,
                      guint          position)
{
  for (guint i = 0; i < self->realized->len; i++)
    {
      PlxMatrixRow *row = g_ptr_array_index (self->realized, i);

      if (plx_matrix_row_get_position (row) == position)
        return row;
    }

  return NULL;
}

/**
 * plx_matrix_rows_get_offset:
 * @self: the rows of a grid
 * @position: a row, or how many there are
 *
 * Returns: how far below the first one it is
 */
int
plx_matrix_rows_get_offset (PlxMatrixRows *self,
                            guint          position)
{
  return position < self->offsets->len ? g_array_index (self->offsets, int, position) : 0;
}

/**
 * plx_matrix_rows_get_height:
 * @self: the rows of a grid
 * @position: a row
 *
 * Returns: how high it is, or probably is
 */
int
plx_matrix_rows_get_height (PlxMatrixRows *self,
                            guint          position)
{
  int height = plx_claim_item_get_height (item_at (self, position), self->stamp);

  if (height > 0)
    return height;

  return plx_claim_item_is_expanded (item_at (self, position)) ? UNFOLDED_HEIGHTS * self->folded
                                                               : self->folded;
}

int
plx_matrix_rows_get_total (PlxMatrixRows *self)
{
  return plx_matrix_rows_get_offset (self, self->items->len);
}

/**
 * plx_matrix_rows_get_top:
 * @self: the rows of a grid
 *
 * Returns: how far below the first row is what is at the top of what can be seen
 */
int
plx_matrix_rows_get_top (PlxMatrixRows *self)
{
  return plx_matrix_rows_get_offset (self, self->anchor) + self->within;
}

/**
 * plx_matrix_rows_set_top:
 * @self: the rows of a grid
 * @y: how far below the first row the top shall be
 * @page: how much can be seen
 */
void
plx_matrix_rows_set_top (PlxMatrixRows *self,
                         int            y,
                         int            page)
{
  y = CLAMP (y, 0, MAX (plx_matrix_rows_get_total (self) - page, 0));
  self->anchor = find_row_at (self, y);
  self->within = y - plx_matrix_rows_get_offset (self, self->anchor);
}

/**
 * plx_matrix_rows_reveal:
 * @self: the rows of a grid
 * @position: a row
 * @page: how much can be seen
 *
 * Scrolls so that the whole row can be seen, or its beginning, and no farther.
 */
void
plx_matrix_rows_reveal (PlxMatrixRows *self,
                        guint          position,
                        int            page)
{
  int y = plx_matrix_rows_get_offset (self, position);
  int height = plx_matrix_rows_get_height (self, position);
  int top = plx_matrix_rows_get_top (self);

  if (y < top || height > page)
    plx_matrix_rows_set_top (self, y, page);
  else if (y + height > top + page)
    plx_matrix_rows_set_top (self, y + height - page, page);
}

/**
 * plx_matrix_rows_update:
 * @self: the rows of a grid
 * @page: how much can be seen
 * @narrow: whether sources stand one below the other
 * @sizer: a cell to measure with
 * @make: makes a row
 * @grid: what @make is given
 *
 * Makes the widgets of rows that can be seen, and of a few beyond either edge, and lets go of
 * the others.
 */
void
plx_matrix_rows_update (PlxMatrixRows     *self,
                        int                page,
                        gboolean           narrow,
                        PlxMatrixCell     *sizer,
                        PlxMatrixRowMaker  make,
                        gpointer           grid)
{
  Update update = { narrow, sizer, make, grid, NULL };

  /* What is measured may be less than was guessed, so that the end comes sooner than thought. */
  for (guint i = 0; i < 3; i++)
    {
      update_offsets (self);
      if (self->items->len > 0)
        self->within = MIN (self->within, plx_matrix_rows_get_height (self, self->anchor));
      plx_matrix_rows_set_top (self, plx_matrix_rows_get_top (self), page);
      realize_around (self, &update, page);
      update_offsets (self);
      if (plx_matrix_rows_get_top (self) <= MAX (plx_matrix_rows_get_total (self) - page, 0))
        break;
    }
}

/**
 * plx_matrix_rows_measure:
 * @self: the rows of a grid
 * @narrow: whether sources stand one below the other
 *
 * Measures the rows that have widgets once more. Those that were made a moment ago may have been
 * measured before they knew their font.
 *
 * Returns: whether any is of another height than was thought
 */
gboolean
plx_matrix_rows_measure (PlxMatrixRows *self,
                         gboolean       narrow)
{
  gboolean has_changed = FALSE;

  for (guint i = 0; i < self->realized->len; i++)
    {
      PlxMatrixRow *row = g_ptr_array_index (self->realized, i);
      int before = plx_matrix_rows_get_height (self, plx_matrix_row_get_position (row));
      int height = plx_matrix_row_get_height (row, NULL);

      if (!narrow)
        height = MAX (height, self->folded);
      if (height == before || (height < before && !plx_matrix_row_is_whole (row)))
        continue;
      plx_claim_item_set_height (plx_matrix_row_get_item (row), self->stamp, height);
      has_changed = TRUE;
    }

  if (has_changed)
    update_offsets (self);

  return has_changed;
}
