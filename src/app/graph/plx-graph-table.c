/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-table"

#include "config.h"

#include "graph/plx-graph-table.h"

#include "graph/plx-graph-item.h"

/**
 * PlxGraphTable:
 *
 * The names and ties of a graph with their figures, for those who rather read than look.
 *
 * What is selected in it and in the picture is the same: it says what was chosen by signals, and
 * is told what is selected.
 */
struct _PlxGraphTable
{
  AdwBin               parent_instance;

  GtkColumnView       *names;
  GtkColumnView       *ties;
  GtkColumnViewColumn *strength_column;
  GtkColumnViewColumn *here_column;
  GtkColumnViewColumn *there_column;
  GtkColumnViewColumn *contrast_column;
  GtkColumnViewColumn *tie_here_column;
  GtkColumnViewColumn *tie_there_column;
  GtkColumnViewColumn *tie_contrast_column;
  GtkColumnViewColumn *chance_column;
  GListStore          *name_items;
  GListStore          *tie_items;
  gboolean             updating; /* whether rows are selected by us and not by the user */
};

enum
{
  SIGNAL_NODES_CHOSEN,
  SIGNAL_EDGE_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphTable, plx_graph_table, ADW_TYPE_BIN)

static void
names_selected_cb (PlxGraphTable     *self,
                   guint              position,
                   guint              n_items,
                   GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GArray) nodes = NULL;

  if (self->updating)
    return;

  selected = gtk_selection_model_get_selection (model);
  nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      guint place = gtk_bitset_get_nth (selected, i);
      g_autoptr (PlxGraphItem) item = g_list_model_get_item (G_LIST_MODEL (model), place);
      guint node = plx_graph_item_get_node (item);

      g_array_append_val (nodes, node);
    }

  g_signal_emit (self, signals[SIGNAL_NODES_CHOSEN], 0, nodes);
}

static void
tie_selected_cb (PlxGraphTable      *self,
                 GParamSpec         *pspec,
                 GtkSingleSelection *model)
{
  PlxGraphItem *item = gtk_single_selection_get_selected_item (model);

  if (item != NULL && !self->updating)
    g_signal_emit (self, signals[SIGNAL_EDGE_CHOSEN], 0, plx_graph_item_get_edge (item));
}

static void
activated_cb (PlxGraphTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
plx_graph_table_dispose (GObject *object)
{
  PlxGraphTable *self = PLX_GRAPH_TABLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_TABLE);
  g_clear_object (&self->name_items);
  g_clear_object (&self->tie_items);

  G_OBJECT_CLASS (plx_graph_table_parent_class)->dispose (object);
}

static void
plx_graph_table_class_init (PlxGraphTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = plx_graph_table_dispose;

  /**
   * PlxGraphTable::nodes-chosen:
   * @nodes: (element-type guint): nodes, by their place
   *
   * The user has selected these names.
   */
  signals[SIGNAL_NODES_CHOSEN] =
    g_signal_new ("nodes-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_ARRAY);

  /**
   * PlxGraphTable::edge-chosen:
   * @edge: an edge, by its place
   *
   * The user has selected a tie.
   */
  signals[SIGNAL_EDGE_CHOSEN] =
    g_signal_new ("edge-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_UINT);

  /**
   * PlxGraphTable::activated:
   *
   * The user wants to see what stands behind what is selected.
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_GRAPH_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, names);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, ties);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, strength_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, here_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, there_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, contrast_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, tie_here_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, tie_there_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, tie_contrast_column);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphTable, chance_column);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static GListModel *
sort_by (GListStore    *items,
         GtkColumnView *view)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (items)),
                                                      g_object_ref (sorter));

  /* Fifty thousand names are sorted piece by piece, while the window answers. */
  gtk_sort_list_model_set_incremental (sorted, TRUE);

  return G_LIST_MODEL (sorted);
}

static void
plx_graph_table_init (PlxGraphTable *self)
{
  g_autoptr (GtkMultiSelection) names = NULL;
  g_autoptr (GtkSingleSelection) ties = gtk_single_selection_new (NULL);
  g_autoptr (GListModel) sorted = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->name_items = g_list_store_new (PLX_TYPE_GRAPH_ITEM);
  self->tie_items = g_list_store_new (PLX_TYPE_GRAPH_ITEM);

  names = gtk_multi_selection_new (sort_by (self->name_items, self->names));
  g_signal_connect_object (names, "selection-changed", G_CALLBACK (names_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->names, GTK_SELECTION_MODEL (names));

  /* Nothing is selected until the user does. */
  gtk_single_selection_set_autoselect (ties, FALSE);
  gtk_single_selection_set_can_unselect (ties, TRUE);
  sorted = sort_by (self->tie_items, self->ties);
  gtk_single_selection_set_model (ties, sorted);
  g_signal_connect_object (ties, "notify::selected", G_CALLBACK (tie_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->ties, GTK_SELECTION_MODEL (ties));
}

static void
show_columns (PlxGraphTable *self,
              gboolean       compared)
{
  GtkColumnViewColumn *columns[] = {
    self->here_column, self->there_column, self->contrast_column, self->tie_here_column,
    self->tie_there_column, self->tie_contrast_column, self->chance_column,
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (columns[i], compared);
}

/**
 * plx_graph_table_show:
 * @self: a table
 * @scene: (nullable): a graph, or `NULL` for an empty table
 * @difference: (nullable): how two sets of its articles differ
 *
 * Fills the table.
 */
void
plx_graph_table_show (PlxGraphTable       *self,
                      const PlxGraphScene *scene,
                      PlxGraphDifference  *difference)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PLX_IS_GRAPH_TABLE (self));

  for (guint i = 0; scene != NULL && i < scene->n; i++)
    g_ptr_array_add (names, plx_graph_item_new_node (scene, difference, i));
  for (guint i = 0; scene != NULL && i < scene->n_edges; i++)
    g_ptr_array_add (ties, plx_graph_item_new_edge (scene, difference, i));

  /* A row that goes does not select another. */
  self->updating = TRUE;
  g_list_store_splice (self->name_items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->name_items)),
                       names->pdata, names->len);
  g_list_store_splice (self->tie_items, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->tie_items)),
                       ties->pdata, ties->len);
  self->updating = FALSE;
  show_columns (self, difference != NULL);
  gtk_column_view_column_set_visible (self->strength_column, scene != NULL &&
                                      scene->graph->options.weighting !=
                                      PLX_GRAPH_WEIGHTING_COUNT);
}

static void
follow_edge (PlxGraphTable *self,
             guint          edge)
{
  GtkSingleSelection *model = GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->ties));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && edge != PLX_NONE && place == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (PlxGraphItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (plx_graph_item_get_edge (item) == edge)
        place = i;
    }

  gtk_single_selection_set_selected (model, place);
}

/**
 * plx_graph_table_follow:
 * @self: a table
 * @scene: the graph that it shows
 *
 * Selects what is selected in the picture.
 */
void
plx_graph_table_follow (PlxGraphTable       *self,
                        const PlxGraphScene *scene)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->names);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  g_return_if_fail (PLX_IS_GRAPH_TABLE (self));

  for (guint i = 0; i < n && scene->n_selected > 0; i++)
    {
      g_autoptr (PlxGraphItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      guint node = plx_graph_item_get_node (item);

      if (node < scene->n && scene->flags[node] & PLX_GRAPH_SELECTED)
        gtk_bitset_add (selected, i);
    }

  self->updating = TRUE;
  gtk_selection_model_set_selection (model, selected, all);
  follow_edge (self, scene->edge);
  self->updating = FALSE;
}

/* How many names, or ties, it shows. */
guint
plx_graph_table_get_n_rows (PlxGraphTable *self,
                            gboolean       ties)
{
  g_return_val_if_fail (PLX_IS_GRAPH_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (ties ? self->tie_items : self->name_items));
}
