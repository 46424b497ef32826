/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-grid"

#include "config.h"

#include "compare/plx-matrix-grid.h"

#include <math.h>

#include "compare/plx-matrix-grid-private.h"
#include "compare/plx-matrix-strip.h"

/**
 * PlxMatrixGrid:
 *
 * The rows and columns of the matrix, in a scrolled window. The heads of the columns and of the
 * rows stay in their places.
 *
 * Of however many claims and articles there are, only those cells have widgets that can be seen,
 * or are about to be. How high a row is gets measured when it comes near, and is guessed before;
 * the row at the top of the window, the anchor, stays where it is when a guess above was wrong.
 */
typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} PlxMatrixGridProperty;

static gboolean
get_border (GtkScrollable *scrollable,
            GtkBorder     *border)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (scrollable);

  *border = (GtkBorder) { .top = self->header_height };

  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxMatrixGrid, plx_matrix_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

/* How much of the rows can be seen. */
int
plx_matrix_grid_get_page (PlxMatrixGrid *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);

  self->tick = 0;
  plx_matrix_grid_update (self);
  if (self->is_revealing)
    plx_matrix_focus_reveal (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (PlxMatrixGrid *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static PlxMatrixRow *
make_row (gpointer grid)
{
  PlxMatrixGrid *self = grid;
  GtkWidget *row = plx_matrix_row_new (self->arrangement, &self->geometry);

  gtk_widget_set_parent (row, self->body);
  g_signal_connect_object (row, "resized", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return PLX_MATRIX_ROW (row);
}

static gboolean
is_flipped (PlxMatrixGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
configure (PlxMatrixGrid *self)
{
  int width = self->geometry.width;
  int total = plx_matrix_geometry_get_total (&self->geometry);
  int page = plx_matrix_grid_get_page (self);
  int top = plx_matrix_rows_get_top (&self->rows);

  gtk_adjustment_configure (self->hadjustment,
                            is_flipped (self) ? total - width - self->geometry.scroll
                                              : self->geometry.scroll,
                            0, total, width * 0.1, width * 0.9, width);
  gtk_adjustment_configure (self->vadjustment, top, 0,
                            MAX (plx_matrix_rows_get_total (&self->rows), page),
                            page * 0.1, page * 0.9, page);

  for (guint i = 0; i < self->rows.realized->len; i++)
    {
      PlxMatrixRow *row = g_ptr_array_index (self->rows.realized, i);
      guint position = plx_matrix_row_get_position (row);

      plx_matrix_row_set_shift (row, MAX (top - plx_matrix_rows_get_offset (&self->rows,
                                                                            position), 0));
    }
}

static int
char_width (PlxMatrixGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (width);
}

static int
line_height (PlxMatrixGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}

static void
update_geometry (PlxMatrixGrid *self)
{
  int folded = line_height (self) * (self->geometry.narrow ? 4 : PLX_MATRIX_LINES + 2);

  gboolean has_changed = plx_matrix_geometry_set_size (&self->geometry,
                                                       gtk_widget_get_width (GTK_WIDGET (self)),
                                                       char_width (self), self->arrangement);

  if (has_changed || folded != self->rows.folded)
    self->rows.stamp++;
  /* In wider columns the names above them may need fewer lines. */
  if (has_changed || self->header_is_stale)
    self->header_height = 0;
  self->header_is_stale = FALSE;
  /* The text of a folded row, its note, and what is around them. */
  self->rows.folded = folded;
}

static void
update_header (PlxMatrixGrid *self)
{
  plx_matrix_header_update_range (PLX_MATRIX_HEADER (self->header));
  if (self->geometry.narrow)
    self->header_height = 0;
  else
    self->header_height = MAX (self->header_height,
                               plx_matrix_header_get_height (PLX_MATRIX_HEADER (self->header)));
  gtk_widget_set_child_visible (self->header, self->header_height > 0);
}

/**
 * plx_matrix_grid_update:
 * @self: a grid
 *
 * Makes widgets for what can be seen now. Whoever changes many items by himself calls this.
 */
void
plx_matrix_grid_update (PlxMatrixGrid *self)
{
  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (self->is_updating || self->arrangement == NULL || self->hadjustment == NULL ||
      gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  self->is_updating = TRUE;
  update_geometry (self);
  update_header (self);
  plx_matrix_rows_update (&self->rows, plx_matrix_grid_get_page (self), self->geometry.narrow,
                          PLX_MATRIX_CELL (self->sizer), make_row, self);
  configure (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

static void
refresh (PlxMatrixGrid *self)
{
  if (self->arrangement == NULL)
    return;

  self->rows.stamp++;
  self->geometry.n_columns = plx_arrangement_get_n_columns (self->arrangement);
  plx_matrix_header_refresh (PLX_MATRIX_HEADER (self->header));
  for (guint i = 0; i < self->rows.realized->len; i++)
    plx_matrix_row_refresh (g_ptr_array_index (self->rows.realized, i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->geometry.n_columns + 1, -1);
  plx_matrix_grid_update (self);
}

static void
model_changed_cb (PlxMatrixGrid *self)
{
  plx_matrix_rows_set_model (&self->rows, self->model);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) self->rows.items->len + 1, -1);
  plx_matrix_grid_update (self);
}

static void
arranged_cb (PlxMatrixGrid *self,
             gboolean       rows)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  /* In another order the top is what one wants to see. */
  if (rows)
    plx_matrix_rows_set_top (&self->rows, 0, 0);
  refresh (self);

  /* What had the focus may have been put away. */
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL &&
      self->rows.items->len > 0)
    plx_matrix_grid_go_to (self, MIN (self->last, self->rows.items->len - 1), PLX_NONE, 0);
}

static void
scrolled_cb (PlxMatrixGrid *self)
{
  double x;

  if (self->is_updating || self->rows.items->len == 0)
    return;

  x = gtk_adjustment_get_value (self->hadjustment);
  if (is_flipped (self))
    x = plx_matrix_geometry_get_total (&self->geometry) - self->geometry.width - x;
  self->geometry.scroll = MAX (x, 0);
  plx_matrix_rows_set_top (&self->rows, (int) round (gtk_adjustment_get_value (self->vadjustment)),
                           plx_matrix_grid_get_page (self));
  plx_matrix_grid_update (self);
}

static void
set_adjustment (PlxMatrixGrid  *self,
                GtkAdjustment **which,
                GtkAdjustment  *adjustment)
{
  if (*which != NULL)
    g_signal_handlers_disconnect_by_func (*which, scrolled_cb, self);
  g_set_object (which, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
plx_matrix_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
allocate_rows (GtkWidget *body,
               int        width,
               int        height,
               int        baseline)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (gtk_widget_get_parent (body));
  int top = plx_matrix_rows_get_top (&self->rows);

  for (guint i = 0; i < self->rows.realized->len; i++)
    {
      PlxMatrixRow *row = g_ptr_array_index (self->rows.realized, i);
      guint position = plx_matrix_row_get_position (row);

      plx_matrix_strip_put (GTK_WIDGET (row), 0,
                            plx_matrix_rows_get_offset (&self->rows, position) - top, width,
                            plx_matrix_rows_get_height (&self->rows, position));
    }
}

/* Widgets must not be made here; if some are missing they come before the next frame. */
static void
plx_matrix_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);
  gboolean has_changed = plx_matrix_rows_measure (&self->rows, self->geometry.narrow);
  int top = self->header_height;

  if (has_changed || self->is_revealing || width != self->geometry.width ||
      top + (int) gtk_adjustment_get_page_size (self->vadjustment) != height)
    queue_update (self);

  if (gtk_widget_get_child_visible (self->header))
    plx_matrix_strip_put (self->header, 0, 0, width, top);
  plx_matrix_strip_put (self->body, 0, top, width, MAX (height - top, 0));
}

static void
plx_matrix_grid_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (widget);

  GTK_WIDGET_CLASS (plx_matrix_grid_parent_class)->css_changed (widget, change);

  /* Another font, maybe. What is allocated before the next update keeps the height it has. */
  self->rows.stamp++;
  self->header_is_stale = TRUE;
  queue_update (self);
}

static void
plx_matrix_grid_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (plx_matrix_grid_parent_class)->direction_changed (widget, previous);
  queue_update (PLX_MATRIX_GRID (widget));
}

static void
plx_matrix_grid_dispose (GObject *object)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->arrangement != NULL)
    {
      g_clear_signal_handler (&self->arranged_id, self->arrangement);
      g_clear_signal_handler (&self->resized_id, self->arrangement);
    }
  if (self->model != NULL)
    g_clear_signal_handler (&self->model_id, self->model);
  g_clear_object (&self->model);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  plx_matrix_rows_drop (&self->rows);
  g_clear_pointer (&self->sizer, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_object (&self->arrangement);

  G_OBJECT_CLASS (plx_matrix_grid_parent_class)->dispose (object);
}

static void
plx_matrix_grid_finalize (GObject *object)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (object);

  plx_matrix_rows_clear (&self->rows);
  plx_matrix_geometry_clear (&self->geometry);

  G_OBJECT_CLASS (plx_matrix_grid_parent_class)->finalize (object);
}

static void
plx_matrix_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (object);

  switch ((PlxMatrixGridProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlxMatrixGrid *self = PLX_MATRIX_GRID (object);

  switch ((PlxMatrixGridProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_grid_class_init (PlxMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_matrix_grid_dispose;
  object_class->finalize = plx_matrix_grid_finalize;
  object_class->get_property = plx_matrix_grid_get_property;
  object_class->set_property = plx_matrix_grid_set_property;
  widget_class->measure = plx_matrix_grid_measure;
  widget_class->size_allocate = plx_matrix_grid_size_allocate;
  widget_class->css_changed = plx_matrix_grid_css_changed;
  widget_class->direction_changed = plx_matrix_grid_direction_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  plx_matrix_focus_class_init (widget_class);
  plx_matrix_keys_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plx-matrix-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
plx_matrix_grid_init (PlxMatrixGrid *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  plx_matrix_rows_init (&self->rows);
  plx_matrix_geometry_init (&self->geometry);

  self->header = plx_matrix_header_new (&self->geometry);
  gtk_widget_set_child_visible (self->header, FALSE);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  self->body = plx_matrix_strip_new (allocate_rows);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  /* It is measured, and neither drawn nor told to those who listen. */
  self->sizer = plx_matrix_cell_new ();
  gtk_widget_set_child_visible (self->sizer, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sizer), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  gtk_widget_set_parent (self->sizer, GTK_WIDGET (self));
}

/**
 * plx_matrix_grid_show:
 * @self: a grid that has no model now
 * @arrangement: how its columns are arranged
 * @analysis: an analysis
 * @sources: what its articles are called
 *
 * Prepares for the rows of another analysis, which come with [method@MatrixGrid.set_model].
 */
void
plx_matrix_grid_show (PlxMatrixGrid      *self,
                      PlxArrangement     *arrangement,
                      PlxAnalysis        *analysis,
                      const char * const *sources)
{
  g_return_if_fail (PLX_IS_MATRIX_GRID (self));
  g_return_if_fail (self->model == NULL);

  if (self->arrangement != NULL)
    {
      g_clear_signal_handler (&self->arranged_id, self->arrangement);
      g_clear_signal_handler (&self->resized_id, self->arrangement);
    }
  if (g_set_object (&self->arrangement, arrangement))
    plx_matrix_rows_set_top (&self->rows, 0, 0);
  self->arranged_id = g_signal_connect_object (arrangement, "changed", G_CALLBACK (arranged_cb),
                                               self, G_CONNECT_SWAPPED);
  self->resized_id = g_signal_connect_object (arrangement, "resized",
                                              G_CALLBACK (plx_matrix_grid_update), self,
                                              G_CONNECT_SWAPPED);
  plx_matrix_header_show (PLX_MATRIX_HEADER (self->header), arrangement, analysis, sources);
  refresh (self);
}

/**
 * plx_matrix_grid_set_model:
 * @self: a grid
 * @model: (nullable): of [class@ClaimItem]: its rows in their order
 */
void
plx_matrix_grid_set_model (PlxMatrixGrid *self,
                           GListModel    *model)
{
  guint anchor;

  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_clear_signal_handler (&self->model_id, self->model);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      self->model_id = g_signal_connect_object (model, "items-changed",
                                                G_CALLBACK (model_changed_cb), self,
                                                G_CONNECT_SWAPPED);
      model_changed_cb (self);
      return;
    }

  /* Without a model there is nothing to show; where one has been stays for the next. */
  anchor = self->rows.anchor;
  plx_matrix_rows_drop (&self->rows);
  plx_matrix_rows_set_model (&self->rows, NULL);
  self->rows.anchor = anchor;
}

/**
 * plx_matrix_grid_set_narrow:
 * @self: a grid
 * @narrow: whether there is no room for columns
 */
void
plx_matrix_grid_set_narrow (PlxMatrixGrid *self,
                            gboolean       narrow)
{
  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (self->geometry.narrow == !!narrow)
    return;

  self->geometry.narrow = !!narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "plx-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-narrow");
  self->header_height = 0;
  refresh (self);
}

/**
 * plx_matrix_grid_widen:
 * @self: a grid that shows something
 * @article: an article that has a column
 * @direction: 1 to make it wider, -1 to make it narrower
 *
 * Makes a column wider or narrower by a step.
 */
void
plx_matrix_grid_widen (PlxMatrixGrid *self,
                       guint          article,
                       int            direction)
{
  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (self->arrangement != NULL)
    plx_matrix_header_widen (PLX_MATRIX_HEADER (self->header), article, direction);
}

/**
 * plx_matrix_grid_refresh:
 * @self: a grid
 *
 * Shows all rows anew, and measures them, since something has changed that they show.
 */
void
plx_matrix_grid_refresh (PlxMatrixGrid *self)
{
  g_return_if_fail (PLX_IS_MATRIX_GRID (self));

  if (self->model != NULL)
    refresh (self);
}

/**
 * plx_matrix_grid_get_n_realized:
 * @self: a grid
 *
 * Returns: how many rows have widgets
 */
guint
plx_matrix_grid_get_n_realized (PlxMatrixGrid *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_GRID (self), 0);

  return self->rows.realized->len;
}
