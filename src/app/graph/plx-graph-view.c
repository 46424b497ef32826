/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-view"

#include "config.h"

#include "graph/plx-graph-view.h"

#include <glib/gi18n.h>

#include "graph/plx-graph-view-private.h"

/**
 * PlxGraphView:
 *
 * The view *Graph* of the window: who appears with whom.
 *
 * Graphs are made off the main thread, and are seen to settle; until then, the one before stays.
 *
 * ## Actions
 *
 * - `graph.zoom-in`, `graph.zoom-out`, `graph.fit`, `graph.find`, `graph.lasso`
 * - `graph.evidence`, `graph.focus`, `graph.focus-far`, `graph.expand`, `graph.select-near`,
 *   `graph.pin`, `graph.unpin`, `graph.hide`: of what is selected
 * - `graph.show-all`, `graph.groups`, `graph.size-by`, `graph.save` (with the name of a format)
 */

typedef enum
{
  PROP_SESSION = 1,
  PROP_GROUPS,
  PROP_LASSO,
  PROP_SIZE_BY,
} PlxGraphViewProperty;

static GParamSpec *props[PROP_SIZE_BY + 1];

#define PLX_TYPE_GRAPH_SIZE (plx_graph_size_get_type ())

static GType plx_graph_size_get_type (void);

G_DEFINE_ENUM_TYPE (PlxGraphSize, plx_graph_size,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SIZE_MENTIONS, "mentions"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SIZE_TIES, "ties"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SIZE_BETWEENNESS, "betweenness"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_SIZE_PAGERANK, "pagerank"));

G_DEFINE_FINAL_TYPE (PlxGraphView, plx_graph_view, ADW_TYPE_BIN)

static void
show_details (PlxGraphView        *self,
              const PlxGraphScene *scene)
{
  if (scene == NULL || !plx_graph_scene_has_selection (scene))
    {
      plx_graph_inspector_clear (self->inspector);
      if (self->opened)
        adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
      self->opened = FALSE;
      return;
    }

  plx_graph_inspector_show (self->inspector, scene, plx_session_get_filter (self->session),
                            plx_session_get_today (self->session));
}

static void
selection_changed_cb (PlxGraphView *self)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);

  plx_graph_view_update_actions (self);
  /* What still settles is not told twenty times a second. */
  if (self->session == NULL || (scene != NULL && scene->graph != self->graph))
    return;

  show_details (self, scene);
  if (scene != NULL && !self->choosing && !self->table_stale)
    plx_graph_table_follow (self->table, scene);
}

/* Whoever asks for what stands behind a name sees it, also where the details were put away. */
static void
activated_cb (PlxGraphView *self)
{
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
  self->choosing = TRUE;
  plx_graph_canvas_select (self->canvas, PLX_NONE, edge);
  self->choosing = FALSE;
  activated_cb (self);
}

static void
nodes_chosen_cb (PlxGraphView *self,
                 GArray       *nodes)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);

  for (guint i = 0; i < scene->n; i++)
    scene->flags[i] &= ~PLX_GRAPH_SELECTED;
  for (guint i = 0; i < nodes->len; i++)
    scene->flags[g_array_index (nodes, guint, i)] |= PLX_GRAPH_SELECTED;
  scene->edge = PLX_NONE;

  self->choosing = TRUE;
  plx_graph_canvas_changed (self->canvas);
  self->choosing = FALSE;
}

static void
sentence_activated_cb (PlxGraphView *self,
                       guint         article,
                       guint         sentence)
{
  plx_session_show_sentence (self->session, (PlxSentenceRef) { article, sentence });
}

static void
sentence_compared_cb (PlxGraphView *self,
                      guint         article,
                      guint         sentence)
{
  plx_session_compare_sentence (self->session, (PlxSentenceRef) { article, sentence });
}

static void
placed_cb (PlxGraphView *self)
{
  plx_graph_view_keep_places (self, TRUE);
}

static void
menu_cb (PlxGraphView *self,
         double        x,
         double        y)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  graphene_point_t point;

  if (scene == NULL || (!plx_graph_scene_has_selection (scene) &&
                        plx_graph_canvas_get_n_hidden (self->canvas) == 0))
    return;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
find_shown_cb (PlxGraphView *self)
{
  plx_graph_find_begin (self->find);
}

static void
found_cb (PlxGraphView *self,
          guint         node)
{
  gtk_menu_button_popdown (self->find_button);
  if (self->graph == NULL || node >= self->graph->nodes->len)
    return;

  /* One that was put away is looked for, too, and is there again when it is found. */
  if (!plx_graph_scene_shows_node (plx_graph_canvas_get_scene (self->canvas), node))
    gtk_widget_activate_action (GTK_WIDGET (self), "graph.show-all", NULL);
  plx_graph_canvas_show (self->canvas, node);
  activated_cb (self);
}

static void
find_stopped_cb (PlxGraphView *self)
{
  gtk_menu_button_popdown (self->find_button);
}

static char *
page_name (PlxGraphView *self,
           gboolean      table)
{
  return g_strdup (table ? "table" : "picture");
}

static void
table_toggled_cb (PlxGraphView *self)
{
  plx_graph_view_fill_table (self);
}

static void
bar_changed_cb (PlxGraphView *self)
{
  if (self->session != NULL)
    plx_graph_view_make (self);
}

/* Rows are made only for those who read them. */
void
plx_graph_view_fill_table (PlxGraphView *self)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  gboolean table;

  g_object_get (self->bar, "table", &table, NULL);
  if (!table || !self->table_stale || scene == NULL || scene->graph != self->graph)
    return;

  plx_graph_table_show (self->table, scene, self->difference);
  plx_graph_table_follow (self->table, scene);
  self->table_stale = FALSE;
}

/* Says in the legend and the bar what is drawn. */
void
plx_graph_view_tell (PlxGraphView *self)
{
  PlxGraphComparing *comparing = plx_graph_bar_get_comparing (self->bar);
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  g_autofree char *here = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_HERE);
  g_autofree char *there = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_THERE);
  /* Translators: in a legend: what only one source has, or one has more often */
  g_autofree char *only_here = g_strdup_printf (_("only %s"), here);
  g_autofree char *only_there = g_strdup_printf (_("only %s"), there);
  g_autofree char *more_here = g_strdup_printf (_("more in %s"), here);
  g_autofree char *more_there = g_strdup_printf (_("more in %s"), there);
  const char *styles[PLX_GRAPH_N_STYLES] = { _("both"), only_here, only_there, more_here,
                                             more_there };

  if (self->graph == NULL || scene == NULL)
    return;

  plx_graph_bar_show (self->bar, self->graph, plx_graph_canvas_get_n_hidden (self->canvas));
  plx_graph_legend_show (self->legend, scene, self->difference != NULL ? styles : NULL);
  /* The picture makes room for it. */
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
  plx_graph_view_update_actions (self);
}

static double *
dup_sizes (PlxGraphView *self)
{
  double *sizes;

  if (self->size == PLX_GRAPH_SIZE_MENTIONS || !self->graph->is_measured)
    return NULL;

  sizes = g_new0 (double, self->graph->nodes->len + 1);
  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, i);

      sizes[i] = self->size == PLX_GRAPH_SIZE_TIES ? node->degree
                 : self->size == PLX_GRAPH_SIZE_BETWEENNESS ? node->betweenness : node->pagerank;
    }

  return sizes;
}

/* How a node or a tie stands on both sides is how it is drawn: the two lists are in one order. */
static guint8
style_of (GArray *contrasts,
          guint   place)
{
  PlxGraphContrastKind kind = g_array_index (contrasts, PlxGraphContrast, place).kind;

  return kind < PLX_GRAPH_CONTRAST_NONE ? kind : PLX_GRAPH_BOTH;
}

/* Draws what is shown as the user wants it drawn: sizes, groups, sides. */
void
plx_graph_view_draw (PlxGraphView *self)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  g_autofree double *sizes = NULL;

  if (scene == NULL || self->graph == NULL || scene->graph != self->graph)
    return;

  sizes = dup_sizes (self);
  plx_graph_scene_set_sizes (scene, sizes);
  scene->n_groups = self->groups && self->graph->is_measured ? self->graph->n_groups : 0;

  scene->is_compared = self->difference != NULL;
  for (guint i = 0; self->difference != NULL && i < scene->n; i++)
    scene->node_styles[i] = style_of (self->difference->nodes, i);
  for (guint i = 0; self->difference != NULL && i < scene->n_edges; i++)
    scene->edge_styles[i] = style_of (self->difference->edges, i);

  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  plx_graph_view_tell (self);
}

static void
session_changed_cb (PlxGraphView *self,
                    GParamSpec   *pspec)
{
  if (self->session != NULL)
    plx_graph_view_make (self);
}

static void
analysis_changed_cb (PlxGraphView *self,
                     GParamSpec   *pspec)
{
  plx_graph_bar_forget (self->bar);
  session_changed_cb (self, pspec);
}

static void
busy_changed_cb (PlxGraphView *self,
                 GParamSpec   *pspec)
{
  /* As long as there is something to show, it stays. */
  if (self->session != NULL && plx_session_get_analysis (self->session) == NULL)
    plx_graph_view_make (self);
}

static void
plx_graph_view_map (GtkWidget *widget)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  GTK_WIDGET_CLASS (plx_graph_view_parent_class)->map (widget);

  if (self->stale && self->session != NULL)
    plx_graph_view_make (self);
}

static void
plx_graph_view_dispose (GObject *object)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (object);

  plx_graph_view_cancel (self);
  g_clear_pointer (&self->shown, plx_passages_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_VIEW);
  g_clear_pointer (&self->difference, plx_graph_difference_unref);
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

    case PROP_GROUPS:
      g_value_set_boolean (value, self->groups);
      break;

    case PROP_LASSO:
      g_value_set_boolean (value, plx_graph_canvas_get_lasso (self->canvas));
      break;

    case PROP_SIZE_BY:
      g_value_set_enum (value, self->size);
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
      return;

    case PROP_GROUPS:
      self->groups = g_value_get_boolean (value);
      break;

    case PROP_LASSO:
      plx_graph_canvas_set_lasso (self->canvas, g_value_get_boolean (value));
      break;

    case PROP_SIZE_BY:
      self->size = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  plx_graph_view_draw (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, no_names);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, layouts);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, split);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, inspector);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, legend);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, table);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, zoom);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, find_button);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, find);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphView, menu);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, nodes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_name);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_changed_cb);
}

static void
plx_graph_view_class_init (PlxGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_graph_view_dispose;
  object_class->get_property = plx_graph_view_get_property;
  object_class->set_property = plx_graph_view_set_property;
  widget_class->map = plx_graph_view_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION, flags);
  props[PROP_GROUPS] = g_param_spec_boolean ("groups", NULL, NULL, FALSE, flags);
  props[PROP_LASSO] = g_param_spec_boolean ("lasso", NULL, NULL, FALSE, flags);
  props[PROP_SIZE_BY] = g_param_spec_enum ("size-by", NULL, NULL, PLX_TYPE_GRAPH_SIZE,
                                           PLX_GRAPH_SIZE_MENTIONS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_GRAPH_BAR);
  g_type_ensure (PLX_TYPE_GRAPH_CANVAS);
  g_type_ensure (PLX_TYPE_GRAPH_FIND);
  g_type_ensure (PLX_TYPE_GRAPH_INSPECTOR);
  g_type_ensure (PLX_TYPE_GRAPH_LEGEND);
  g_type_ensure (PLX_TYPE_GRAPH_TABLE);
  bind_template (widget_class);
  plx_graph_view_install_actions (widget_class);
}

static void
plx_graph_view_init (PlxGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  plx_graph_canvas_set_frame (self->canvas, GTK_WIDGET (self->legend), GTK_WIDGET (self->bar),
                              self->zoom);
  plx_graph_view_follow_keys (self);
  plx_graph_view_update_actions (self);
}

PlxSession *
plx_graph_view_get_session (PlxGraphView *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_VIEW (self), NULL);

  return self->session;
}

static void
follow (PlxGraphView *self,
        PlxSession   *session)
{
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::passages", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "placements-changed",
                           G_CALLBACK (plx_graph_view_apply_places), self, G_CONNECT_SWAPPED);
}

void
plx_graph_view_set_session (PlxGraphView *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_GRAPH_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  plx_graph_view_cancel (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);

  if (session != NULL)
    {
      follow (self, session);
      plx_graph_view_make (self);
    }
  else
    {
      plx_graph_view_forget (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
