/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix"

#include "config.h"

#include "compare/plx-matrix.h"

#include "compare/plx-claim-row.h"
#include "compare/plx-source-head.h"

/* The first claim, that of most sources, is unfolded at first: enough to see what a row is, while
 * the others can be seen below. */
#define UNFOLDED 1

/* A list measures every row before it shows one, so the first frame has no more than fill it. */
#define FIRST_ROWS 10

/**
 * PlxMatrix:
 *
 * The claims of a story as rows, its articles as columns. The rows are recycled, so a story of
 * hundreds of claims costs no more than what fits on the screen.
 */
struct _PlxMatrix
{
  AdwBin           parent_instance;

  GListStore      *items;    /* PlxClaimItem */
  gboolean         narrow;
  gboolean         singles;  /* whether claims of one source are shown */
  guint            n_articles;
  guint            n_single;
  guint            n_differ;
  gint64           scroll_at; /* the frame in which to scroll there again */
  guint            rest_id;   /* brings the rest of the rows, or 0 */
  guint            current;  /* the row that a step went to, or GTK_INVALID_LIST_POSITION */

  GtkBox            *heads;
  GtkListView       *list;
  GtkSliceListModel *slice;
  GtkCustomFilter   *filter;
};

typedef enum
{
  PROP_ITEMS = 1,
  PROP_NARROW,
  PROP_SINGLES,
} PlxMatrixProperty;

static GParamSpec *props[PROP_SINGLES + 1];

G_DEFINE_FINAL_TYPE (PlxMatrix, plx_matrix, ADW_TYPE_BIN)

static gboolean
is_wanted (gpointer object,
           gpointer data)
{
  PlxMatrix *self = data;

  return self->singles || plx_claim_item_get_n_sources (object) > 1;
}

/* The columns have heads, unless there are none, or too many of them to be seen. */
static void
update_heads (PlxMatrix *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->heads),
                          !self->narrow && self->n_articles <= PLX_CLAIM_ROW_MAX_COLUMNS);
}

static void
set_narrow (PlxMatrix *self,
            gboolean   narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  update_heads (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
set_singles (PlxMatrix *self,
             gboolean   singles)
{
  if (self->singles == singles)
    return;

  self->singles = singles;
  gtk_filter_changed (GTK_FILTER (self->filter),
                      singles ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_MORE_STRICT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINGLES]);
}

static void
narrow_notify_cb (PlxMatrix   *self,
                  GParamSpec  *pspec,
                  PlxClaimRow *row)
{
  plx_claim_row_set_narrow (row, self->narrow);
}

static void
setup_cb (PlxMatrix   *self,
          GtkListItem *list_item)
{
  GtkWidget *row = plx_claim_row_new ();

  plx_claim_row_set_narrow (PLX_CLAIM_ROW (row), self->narrow);
  /* The list may let go of a row without a word; its connection goes with it. */
  g_signal_connect_object (self, "notify::narrow", G_CALLBACK (narrow_notify_cb), row,
                           G_CONNECT_DEFAULT);
  gtk_list_item_set_child (list_item, row);
  /* The buttons in it are what can be reached, not the row around them. */
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_focusable (list_item, FALSE);
}

static void
bind_cb (PlxMatrix   *self,
         GtkListItem *list_item)
{
  plx_claim_row_set_item (PLX_CLAIM_ROW (gtk_list_item_get_child (list_item)),
                          gtk_list_item_get_item (list_item));
}

static void
unbind_cb (PlxMatrix   *self,
           GtkListItem *list_item)
{
  plx_claim_row_set_item (PLX_CLAIM_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
plx_matrix_dispose (GObject *object)
{
  PlxMatrix *self = PLX_MATRIX (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_MATRIX);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (plx_matrix_parent_class)->dispose (object);
}

static void
plx_matrix_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxMatrix *self = PLX_MATRIX (object);

  switch ((PlxMatrixProperty) prop_id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_SINGLES:
      g_value_set_boolean (value, self->singles);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxMatrix *self = PLX_MATRIX (object);

  switch ((PlxMatrixProperty) prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    case PROP_SINGLES:
      set_singles (self, g_value_get_boolean (value));
      break;

    case PROP_ITEMS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_class_init (PlxMatrixClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_matrix_dispose;
  object_class->get_property = plx_matrix_get_property;
  object_class->set_property = plx_matrix_set_property;

  props[PROP_ITEMS] =
    g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_SINGLES] = g_param_spec_boolean ("singles", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, heads);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, list);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, slice);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, filter);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
plx_matrix_init (PlxMatrix *self)
{
  self->items = g_list_store_new (PLX_TYPE_CLAIM_ITEM);
  self->current = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
}

static gboolean
show_rest_cb (gpointer data)
{
  PlxMatrix *self = data;

  self->rest_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static void
show_heads (PlxMatrix   *self,
            PlxAnalysis *analysis,
            GStrv        sources)
{
  GtkWidget *head;

  while ((head = gtk_widget_get_first_child (GTK_WIDGET (self->heads))))
    gtk_box_remove (self->heads, head);

  self->n_articles = plx_analysis_get_n_articles (analysis);
  update_heads (self);
  for (guint i = 0; i < self->n_articles; i++)
    gtk_box_append (self->heads,
                    plx_source_head_new (sources[i], plx_analysis_get_document (analysis, i)));
}

/**
 * plx_matrix_show:
 * @self: a matrix
 * @analysis: an analysis
 * @passages: what of it is shown
 * @sources: what its articles are called
 *
 * Shows the claims of which something is shown, those of most sources first.
 */
void
plx_matrix_show (PlxMatrix   *self,
                 PlxAnalysis *analysis,
                 PlxPassages *passages,
                 GStrv        sources)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PLX_IS_MATRIX (self));

  show_heads (self, analysis, sources);
  self->n_single = self->n_differ = 0;
  self->current = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      PlxClaimItem *item = plx_claim_item_new (analysis, passages, sources, i);

      if (item == NULL)
        continue;
      plx_claim_item_set_expanded (item, items->len < UNFOLDED);
      if (plx_claim_item_get_n_sources (item) < 2)
        self->n_single++;
      else
        self->n_differ += plx_claim_item_get_record (item)->differences->len > 0;
      g_ptr_array_add (items, item);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 && self->rest_id == 0)
    {
      gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
      /* Of lower priority than drawing: after the frame. */
      self->rest_id = g_idle_add_full (G_PRIORITY_LOW, show_rest_cb, self, NULL);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static gboolean
differs (GListModel *model,
         guint       position)
{
  g_autoptr (PlxClaimItem) item = g_list_model_get_item (model, position);

  return plx_claim_item_get_n_sources (item) > 1 &&
         plx_claim_item_get_record (item)->differences->len > 0;
}

/* The row has been unfolded and measured by now, so that it can be seen whole. */
static gboolean
scroll_again_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  PlxMatrix *self = PLX_MATRIX (gtk_widget_get_ancestor (widget, PLX_TYPE_MATRIX));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  if (gdk_frame_clock_get_frame_counter (clock) < self->scroll_at)
    return G_SOURCE_CONTINUE;

  if (self->current < g_list_model_get_n_items (model))
    gtk_list_view_scroll_to (self->list, self->current, GTK_LIST_SCROLL_NONE, NULL);

  return G_SOURCE_REMOVE;
}

static void
go_to (PlxMatrix *self,
       guint      position)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->list));

  self->current = position;
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  if (clock == NULL)
    return;

  self->scroll_at = gdk_frame_clock_get_frame_counter (clock) + 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_again_cb, NULL, NULL);
}

/**
 * plx_matrix_step:
 * @self: a matrix
 * @direction: 1 for the next claim, -1 for the one before
 *
 * Unfolds the next claim of which sources say something differently, and goes there.
 *
 * Returns: whether there is one
 */
gboolean
plx_matrix_step (PlxMatrix *self,
                 int        direction)
{
  GListModel *model;
  guint n, position;

  g_return_val_if_fail (PLX_IS_MATRIX (self), FALSE);

  model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  n = g_list_model_get_n_items (model);
  position = self->current;
  if (position >= n)
    position = direction > 0 ? G_MAXUINT : n;

  /* Past either end the position leaves the range, as an unsigned number does. */
  for (position += direction; position < n; position += direction)
    {
      g_autoptr (PlxClaimItem) item = NULL;

      if (!differs (model, position))
        continue;
      item = g_list_model_get_item (model, position);
      plx_claim_item_set_expanded (item, TRUE);
      go_to (self, position);
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_matrix_get_n_single:
 * @self: a matrix
 *
 * Returns: how many claims only one source makes
 */
guint
plx_matrix_get_n_single (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return self->n_single;
}

guint
plx_matrix_get_n_shared (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) - self->n_single;
}

/**
 * plx_matrix_get_n_differ:
 * @self: a matrix
 *
 * Returns: about how many claims of several sources these say something differently
 */
guint
plx_matrix_get_n_differ (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return self->n_differ;
}
