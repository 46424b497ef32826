/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-view"

#include "config.h"

#include "graph/plx-graph-view.h"

#include <glib/gi18n.h>

#include "graph/plx-graph-canvas.h"
#include "graph/plx-graph-inspector.h"
#include "graph/plx-graph-item.h"
#include "graph/plx-graph-legend.h"

#define ZOOM_STEP 1.25

/**
 * PlxGraphView:
 *
 * The view *Graph* of the window: who appears with whom.
 *
 * Graphs are made off the main thread; while a new one is made, the one before stays.
 *
 * ## Actions
 *
 * - `graph.zoom-in`, `graph.zoom-out`, `graph.fit`
 */
struct _PlxGraphView
{
  AdwBin             parent_instance;

  PlxSession        *session;     /* nullable while the window is being built */
  PlxAnalysis       *analysis;    /* nullable: of which @graph is */
  PlxGraph          *graph;       /* nullable */
  PlxAnalysis       *pending;     /* nullable: of which one is being made */
  GCancellable      *cancellable; /* nullable: with @pending */
  double             threshold_wanted; /* may be `PLX_GRAPH_READABLE` */
  gboolean           stale;       /* whether what is shown is to be made anew */
  gboolean           updating;    /* whether controls are set by us and not by the user */
  gboolean           opened;      /* whether the details are shown since something was selected */

  GtkStack          *stack;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split;
  GtkStack          *pages;
  PlxGraphCanvas    *canvas;
  PlxGraphInspector *inspector;
  PlxGraphLegend    *legend;
  AdwToggleGroup    *scope;
  GtkSpinButton     *threshold;
  GtkButton         *hidden_button;
  GtkToggleButton   *legend_toggle;
  GtkToggleButton   *table_toggle;
  GtkColumnView     *table;
  GListStore        *items;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxGraphViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxGraphView, plx_graph_view, ADW_TYPE_BIN)

static void
selection_changed_cb (PlxGraphView *self)
{
  guint node = plx_graph_canvas_get_node (self->canvas);
  guint edge = plx_graph_canvas_get_edge (self->canvas);

  if (node == PLX_NONE && edge == PLX_NONE)
    {
      plx_graph_inspector_clear (self->inspector);
      if (self->opened)
        adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      self->opened = FALSE;
      return;
    }

  plx_graph_inspector_show (self->inspector, self->analysis, self->graph,
                            plx_session_get_filter (self->session),
                            plx_session_get_today (self->session), node, edge);
  if (!adw_overlay_split_view_get_show_sidebar (self->split))
    self->opened = TRUE;
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

/* A sheet that has been put away would not come back for what is still selected. */
static void
details_toggled_cb (PlxGraphView *self)
{
  if (!adw_overlay_split_view_get_show_sidebar (self->split) && self->opened &&
      g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow"))
    plx_graph_canvas_select (self->canvas, PLX_NONE, PLX_NONE);
}

static void
edge_activated_cb (PlxGraphView *self,
                   guint         edge)
{
  plx_graph_canvas_select (self->canvas, PLX_NONE, edge);
}

static void
sentence_activated_cb (PlxGraphView *self,
                       guint         article,
                       guint         sentence)
{
  plx_session_show_sentence (self->session, (PlxSentenceRef) { article, sentence });
}

static void
table_selected_cb (PlxGraphView       *self,
                   GParamSpec         *pspec,
                   GtkSingleSelection *selection)
{
  PlxGraphItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL && !self->updating)
    plx_graph_canvas_select (self->canvas, plx_graph_item_get_node (item), PLX_NONE);
}

static void
table_toggled_cb (PlxGraphView *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_toggle);

  gtk_stack_set_visible_child_name (self->pages, table ? "table" : "picture");
}

static void
show_counts (PlxGraphView *self)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->threshold);
  guint hidden = self->graph->n_hidden_nodes;
  guint all = hidden + self->graph->nodes->len;
  g_autofree char *text = NULL;

  /* Translators: how many names are hidden, of how many */
  if (hidden > 0)
    text = g_strdup_printf (ngettext ("%u of %u name hidden", "%u of %u names hidden", all),
                            hidden, all);
  else
    text = g_strdup_printf (ngettext ("The only name", "All %u names", all), all);

  self->updating = TRUE;
  gtk_adjustment_set_upper (adjustment, MAX (self->graph->max_strength,
                                             self->graph->options.threshold));
  gtk_adjustment_set_value (adjustment, MAX (1, self->graph->options.threshold));
  gtk_widget_set_sensitive (GTK_WIDGET (self->threshold), self->graph->max_weight > 1);
  gtk_button_set_label (self->hidden_button, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hidden_button), hidden > 0
                               ? _("Show Also What Appears Together Less Often")
                               : _("Show Only as Many Names as Can Be Read"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hidden_button),
                               hidden > 0 ? _("Show All Names") : _("Show the Most Important"));
  self->updating = FALSE;
}

/* Tells the screen reader what the picture is about before it goes from name to name. */
static void
describe_canvas (PlxGraphView *self)
{
  guint n_nodes = self->graph->nodes->len;
  guint n_edges = self->graph->edges->len;
  g_autofree char *names = g_strdup_printf (ngettext ("%u name", "%u names", n_nodes), n_nodes);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_edges), n_edges);
  /* Translators: “19 names” and “31 ties” */
  g_autofree char *text = g_strdup_printf (_("%s, %s"), names, ties);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fill_table (PlxGraphView *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint kinds = 0;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, i).entity;

      kinds |= 1u << plx_analysis_get_entity (self->analysis, entity)->kind;
      g_ptr_array_add (items, plx_graph_item_new (self->analysis, self->graph, i));
    }

  /* A row that goes does not select another. */
  self->updating = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  self->updating = FALSE;
  plx_graph_legend_set_kinds (self->legend, kinds);
}

static void
show_graph (PlxGraphView *self)
{
  fill_table (self);
  show_counts (self);
  describe_canvas (self);
  plx_graph_canvas_set_graph (self->canvas, self->analysis, self->graph);
  gtk_stack_set_visible_child_name (self->stack, self->graph->nodes->len > 0 ||
                                    self->graph->n_hidden_nodes > 0 ? "graph" : "none");
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxGraph) graph = plx_graph_make_finish (result, &error);

  /* Whoever cancelled has asked for another graph, or for none. */
  if (graph == NULL || self->session == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  self->graph = g_steal_pointer (&graph);
  self->analysis = g_steal_pointer (&self->pending);
  show_graph (self);
}

static void
cancel (PlxGraphView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pending, plx_analysis_unref);
}

static void
forget_graph (PlxGraphView *self)
{
  plx_graph_canvas_set_graph (self->canvas, NULL, NULL);
  plx_graph_inspector_clear (self->inspector);
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
}

/* Asks for the graph of what is shown now; for a view that nobody sees, once somebody does. */
static void
make_graph (PlxGraphView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  PlxGraphOptions options = { 0 };
  g_autoptr (GArray) places = NULL;

  cancel (self);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale && analysis != NULL)
    return;

  if (analysis == NULL || passages == NULL)
    {
      forget_graph (self);
      gtk_stack_set_visible_child_name (self->stack, plx_session_is_busy (self->session)
                                                     ? "busy" : "empty");
      return;
    }

  if (self->graph == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  self->cancellable = g_cancellable_new ();
  self->pending = plx_analysis_ref (analysis);
  options.scope = adw_toggle_group_get_active (self->scope);
  options.threshold = self->threshold_wanted;
  places = self->graph != NULL ? plx_graph_dup_places (self->graph) : NULL;
  plx_graph_make_async (analysis, passages, &options, places, NULL, NULL, NULL,
                        self->cancellable, made_cb, g_object_ref (self));
}

static void
scope_changed_cb (PlxGraphView *self)
{
  /* A weight by sentence and one by article have little to do with each other. */
  self->threshold_wanted = PLX_GRAPH_READABLE;
  if (self->session != NULL)
    make_graph (self);
}

static void
threshold_changed_cb (PlxGraphView *self)
{
  if (self->updating || self->session == NULL)
    return;

  self->threshold_wanted = gtk_spin_button_get_value_as_int (self->threshold);
  make_graph (self);
}

/* All, or again what is readable. */
static void
hidden_clicked_cb (PlxGraphView *self)
{
  if (self->graph == NULL)
    return;

  self->threshold_wanted = self->graph->n_hidden_nodes > 0 ? 0 : PLX_GRAPH_READABLE;
  make_graph (self);
}

static void
session_changed_cb (PlxGraphView *self,
                    GParamSpec   *pspec)
{
  if (self->session != NULL)
    make_graph (self);
}

static void
analysis_changed_cb (PlxGraphView *self,
                     GParamSpec   *pspec)
{
  self->threshold_wanted = PLX_GRAPH_READABLE;
  session_changed_cb (self, pspec);
}

static void
busy_changed_cb (PlxGraphView *self,
                 GParamSpec   *pspec)
{
  /* As long as there is something to show, it stays. */
  if (self->session != NULL && plx_session_get_analysis (self->session) == NULL)
    make_graph (self);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  plx_graph_canvas_zoom (PLX_GRAPH_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  plx_graph_canvas_zoom (PLX_GRAPH_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  plx_graph_canvas_fit (PLX_GRAPH_VIEW (widget)->canvas);
}

static void
plx_graph_view_map (GtkWidget *widget)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  GTK_WIDGET_CLASS (plx_graph_view_parent_class)->map (widget);

  if (self->stale && self->session != NULL)
    make_graph (self);
}

static void
plx_graph_view_dispose (GObject *object)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (object);

  cancel (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_VIEW);
  g_clear_object (&self->items);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_graph_view_parent_class)->dispose (object);
}

static void
plx_graph_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (object);

  switch ((PlxGraphViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_graph_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (object);

  switch ((PlxGraphViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_graph_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, layouts);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, split);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, inspector);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, legend);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, scope);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, threshold);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, hidden_button);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, legend_toggle);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, table_toggle);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, table);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, threshold_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hidden_clicked_cb);
}

static void
plx_graph_view_class_init (PlxGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "graph.zoom-in" }, { GDK_KEY_equal, "graph.zoom-in" },
    { GDK_KEY_KP_Add, "graph.zoom-in" }, { GDK_KEY_minus, "graph.zoom-out" },
    { GDK_KEY_KP_Subtract, "graph.zoom-out" }, { GDK_KEY_0, "graph.fit" },
    { GDK_KEY_KP_0, "graph.fit" },
  };

  object_class->dispose = plx_graph_view_dispose;
  object_class->get_property = plx_graph_view_get_property;
  object_class->set_property = plx_graph_view_set_property;
  widget_class->map = plx_graph_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_GRAPH_CANVAS);
  g_type_ensure (PLX_TYPE_GRAPH_INSPECTOR);
  g_type_ensure (PLX_TYPE_GRAPH_ITEM);
  g_type_ensure (PLX_TYPE_GRAPH_LEGEND);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, fit_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding_action (widget_class, keys[i].key,
                                           j == 0 ? 0 : GDK_CONTROL_MASK, keys[i].action, NULL);
}

static void
plx_graph_view_init (PlxGraphView *self)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->threshold_wanted = PLX_GRAPH_READABLE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (PLX_TYPE_GRAPH_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));

  /* Nothing is selected until the user does. */
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (sorted));
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (table_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

PlxSession *
plx_graph_view_get_session (PlxGraphView *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_VIEW (self), NULL);

  return self->session;
}

void
plx_graph_view_set_session (PlxGraphView *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_GRAPH_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  cancel (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);

  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::passages", G_CALLBACK (session_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                               G_CONNECT_SWAPPED);
      make_graph (self);
    }
  else
    {
      forget_graph (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
