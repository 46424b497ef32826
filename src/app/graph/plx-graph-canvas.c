/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "graph/plx-graph-canvas-private.h"
#include "graph/plx-graph-dot.h"
#include "graph/plx-graph-ties.h"
#include "sheet/plx-sheet-words.h"

#define PAN_STEP 60

/**
 * PlxGraphCanvas:
 *
 * Draws a graph that is laid out, and lets one zoom, move, drag and select in it.
 *
 * Its children are dots, one a node, the heaviest first, which is also the order of the Tab
 * key. Ties it draws itself.
 */
struct _PlxGraphCanvas
{
  GtkWidget      parent_instance;

  PlxAnalysis   *analysis;  /* nullable: both or none */
  PlxGraph      *graph;
  GPtrArray     *dots;      /* borrowed: they are children */
  PlxGraphPoint *from;      /* where each node was before the graph changed */
  PlxGraphPoint *to;        /* where it goes */
  PlxGraphPoint *at;        /* where it is now, in units of the layout */
  GHashTable    *moved;     /* where the user has put a node, by its key */
  AdwAnimation  *animation;

  guint          node;      /* selected, or PLX_NONE */
  guint          edge;

  PlxGraphCamera camera;
  gboolean       fits;      /* as long as the user has not zoomed or moved */
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, GTK_TYPE_WIDGET)

static inline guint
n_nodes (PlxGraphCanvas *self)
{
  return self->graph != NULL ? self->graph->nodes->len : 0;
}

static PlxGraphPoint
to_screen (PlxGraphCanvas *self,
           PlxGraphPoint   point)
{
  return plx_graph_camera_to_screen (&self->camera, point);
}

static void
place_names (PlxGraphCanvas *self)
{
  guint n = n_nodes (self);
  g_autofree PlxGraphSpot *spots = g_new0 (PlxGraphSpot, n + 1);

  for (guint i = 0; i < n; i++)
    {
      PlxGraphDot *dot = g_ptr_array_index (self->dots, i);
      PlxGraphPoint point = to_screen (self, self->at[i]);

      plx_graph_dot_set_zoom (dot, CLAMP (self->camera.scale / 75, 0.55, 1));
      spots[i].x = point.x;
      spots[i].y = point.y;
      spots[i].radius = plx_graph_dot_get_radius (dot);
      plx_graph_dot_get_name_size (dot, &spots[i].width, &spots[i].height);
    }

  plx_graph_place_names (spots, n, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)));

  for (guint i = 0; i < n; i++)
    plx_graph_dot_place_name (g_ptr_array_index (self->dots, i), spots[i].named,
                              spots[i].name_x - spots[i].x, spots[i].name_y - spots[i].y);
}

static void
plx_graph_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);

  self->camera.width = width;
  self->camera.height = height;
  if (self->fits)
    plx_graph_camera_fit (&self->camera, self->to, n_nodes (self));

  place_names (self);

  for (guint i = 0; i < n_nodes (self); i++)
    {
      GtkWidget *dot = g_ptr_array_index (self->dots, i);
      PlxGraphPoint point = to_screen (self, self->at[i]);
      GskTransform *transform;
      int size;

      gtk_widget_measure (dot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
      transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (point.x - size / 2.0,
                                                                       point.y - size / 2.0));
      gtk_widget_allocate (dot, size, size, -1, transform);
    }
}

static void
plx_graph_canvas_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 120;
  *natural = 400;
}

static void
plx_graph_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA text;

  gtk_widget_get_color (widget, &text);
  if (adw_style_manager_get_high_contrast (manager))
    text.alpha = MIN (1, text.alpha * 2);

  if (self->graph != NULL)
    {
      PlxGraphTies ties = { self->graph, self->at, &self->camera };

      plx_graph_ties_snapshot (&ties, snapshot, self->node, self->edge, &text, accent);
    }

  /* The heaviest lie on top, and what is selected above all. */
  for (guint i = self->dots->len; i > 0; i--)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->dots, i - 1), snapshot);
  if (self->node != PLX_NONE)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->dots, self->node), snapshot);
}

/* Tab goes from the heaviest to the lightest, not from the upper left to the lower right. */
static gboolean
plx_graph_canvas_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  guint place;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (plx_graph_canvas_parent_class)->focus (widget, direction);

  if (self->dots->len == 0)
    return FALSE;

  if (focus == NULL || !g_ptr_array_find (self->dots, focus, &place))
    return gtk_widget_grab_focus (g_ptr_array_index (self->dots,
                                                     forward ? 0 : self->dots->len - 1));

  if (forward ? place + 1 >= self->dots->len : place == 0)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->dots, forward ? place + 1 : place - 1));
}

static gboolean
is_near (PlxGraphCanvas *self,
         guint           node)
{
  if (self->edge != PLX_NONE)
    return plx_graph_ties_touch (&g_array_index (self->graph->edges, PlxGraphEdge,
                                                 self->edge), node);

  for (guint i = 0; self->node != PLX_NONE && i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);

      if (plx_graph_ties_touch (edge, node) && plx_graph_ties_touch (edge, self->node))
        return TRUE;
    }

  return FALSE;
}

static void
update_emphasis (PlxGraphCanvas *self)
{
  gboolean any = self->node != PLX_NONE || self->edge != PLX_NONE;

  for (guint i = 0; i < self->dots->len; i++)
    plx_graph_dot_set_emphasis (g_ptr_array_index (self->dots, i),
                                !any ? PLX_GRAPH_PLAIN
                                : i == self->node ? PLX_GRAPH_SELECTED
                                : is_near (self, i) ? PLX_GRAPH_NEAR : PLX_GRAPH_FAR);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_graph_canvas_select:
 * @self: a canvas
 * @node: a node, or `PLX_NONE`
 * @edge: an edge, or `PLX_NONE`; one of the two at most
 *
 * Selects a node, an edge, or nothing.
 */
void
plx_graph_canvas_select (PlxGraphCanvas *self,
                         guint           node,
                         guint           edge)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (node == PLX_NONE || node < n_nodes (self));
  g_return_if_fail (edge == PLX_NONE || edge < self->graph->edges->len);

  if (self->node == node && self->edge == edge)
    return;

  self->node = node;
  self->edge = edge;
  update_emphasis (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
dot_activated_cb (PlxGraphCanvas *self,
                  PlxGraphDot    *dot)
{
  plx_graph_canvas_select (self, plx_graph_dot_get_node (dot), PLX_NONE);
}

PlxGraphCamera *
plx_graph_canvas_get_camera (PlxGraphCanvas *self)
{
  return &self->camera;
}

/* Whoever has moved the camera or a node says so. */
void
plx_graph_canvas_moved (PlxGraphCanvas *self)
{
  self->fits = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Gives the node at a point of the screen, or `PLX_NONE`. */
guint
plx_graph_canvas_pick_node (PlxGraphCanvas *self,
                            double          x,
                            double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return PLX_IS_GRAPH_DOT (picked) ? plx_graph_dot_get_node (PLX_GRAPH_DOT (picked)) : PLX_NONE;
}

gboolean
plx_graph_canvas_get_place (PlxGraphCanvas *self,
                            guint           node,
                            PlxGraphPoint  *place)
{
  if (node >= n_nodes (self))
    return FALSE;

  *place = self->at[node];

  return TRUE;
}

/* Puts a node somewhere, where it stays when the graph is laid out anew. */
void
plx_graph_canvas_put (PlxGraphCanvas *self,
                      guint           node,
                      PlxGraphPoint   place)
{
  guint64 key;

  /* The graph may have changed under the hand. */
  if (node >= n_nodes (self))
    return;

  key = g_array_index (self->graph->nodes, PlxGraphNode, node).key;
  self->at[node] = self->to[node] = place;
  g_hash_table_insert (self->moved, g_memdup2 (&key, sizeof key),
                       g_memdup2 (&place, sizeof place));
}

void
plx_graph_canvas_click (PlxGraphCanvas *self,
                        guint           node,
                        double          x,
                        double          y)
{
  if (node < n_nodes (self))
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->dots, node));
      plx_graph_canvas_select (self, node, PLX_NONE);
    }
  else if (self->graph != NULL)
    {
      PlxGraphTies ties = { self->graph, self->at, &self->camera };

      plx_graph_canvas_select (self, PLX_NONE, plx_graph_ties_find (&ties, x, y));
    }
}

static gboolean
pan_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  plx_graph_camera_pan (&PLX_GRAPH_CANVAS (widget)->camera, dx, dy);
  plx_graph_canvas_moved (PLX_GRAPH_CANVAS (widget));

  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);

  if (self->node == PLX_NONE && self->edge == PLX_NONE)
    return GDK_EVENT_PROPAGATE;

  plx_graph_canvas_select (self, PLX_NONE, PLX_NONE);

  return GDK_EVENT_STOP;
}

static void
animate_cb (double   value,
            gpointer user_data)
{
  PlxGraphCanvas *self = user_data;

  for (guint i = 0; i < n_nodes (self); i++)
    {
      self->at[i].x = self->from[i].x + value * (self->to[i].x - self->from[i].x);
      self->at[i].y = self->from[i].y + value * (self->to[i].y - self->from[i].y);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
remove_dots (PlxGraphCanvas *self)
{
  for (guint i = 0; i < self->dots->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->dots, i));
  g_ptr_array_set_size (self->dots, 0);
}

static void
plx_graph_canvas_dispose (GObject *object)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (object);

  g_clear_object (&self->animation);
  remove_dots (self);

  G_OBJECT_CLASS (plx_graph_canvas_parent_class)->dispose (object);
}

static void
plx_graph_canvas_finalize (GObject *object)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (object);

  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->dots, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->at, g_free);

  G_OBJECT_CLASS (plx_graph_canvas_parent_class)->finalize (object);
}

static void
plx_graph_canvas_class_init (PlxGraphCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; int x, y; } pans[] = {
    { GDK_KEY_Left, -PAN_STEP, 0 }, { GDK_KEY_Right, PAN_STEP, 0 },
    { GDK_KEY_Up, 0, -PAN_STEP }, { GDK_KEY_Down, 0, PAN_STEP },
  };

  object_class->dispose = plx_graph_canvas_dispose;
  object_class->finalize = plx_graph_canvas_finalize;
  widget_class->measure = plx_graph_canvas_measure;
  widget_class->size_allocate = plx_graph_canvas_size_allocate;
  widget_class->snapshot = plx_graph_canvas_snapshot;
  widget_class->focus = plx_graph_canvas_focus;

  /**
   * PlxGraphCanvas::selection-changed:
   *
   * Another node or edge is selected, or none.
   */
  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding (widget_class, pans[i].key, 0, pan_key_cb, "(ii)", pans[i].x,
                                  pans[i].y);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "plx-graph-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_graph_canvas_init (PlxGraphCanvas *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animate_cb, self, NULL);

  self->dots = g_ptr_array_new ();
  self->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->node = self->edge = PLX_NONE;
  self->camera.scale = 100;
  self->fits = TRUE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, 400, target);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  plx_graph_hand_attach (self);
}

GtkWidget *
plx_graph_canvas_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_CANVAS, NULL);
}

static void
add_dots (PlxGraphCanvas *self)
{
  guint heaviest = 1;

  for (guint i = 0; i < n_nodes (self); i++)
    heaviest = MAX (heaviest, g_array_index (self->graph->nodes, PlxGraphNode, i).weight);

  for (guint i = 0; i < n_nodes (self); i++)
    {
      const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, i);
      const PlxEntityRecord *entity = plx_analysis_get_entity (self->analysis, node->entity);
      GtkWidget *dot = plx_graph_dot_new (i, entity->kind, entity->name,
                                          5 + 9 * sqrt (node->weight / (double) heaviest));
      /* Translators: a name, its kind, and in how many sentences it stands */
      g_autofree char *label = g_strdup_printf (ngettext ("%s, %s, %u sentence",
                                                          "%s, %s, %u sentences",
                                                          node->refs->len),
                                                entity->name, plx_words_kind (entity->kind),
                                                node->refs->len);

      gtk_accessible_update_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_signal_connect_object (dot, "activate", G_CALLBACK (dot_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (dot, GTK_WIDGET (self));
      g_ptr_array_add (self->dots, dot);
    }
}

/* Where a node of another graph is, by its key. */
static GHashTable *
index_places (PlxGraph      *graph,
              PlxGraphPoint *at)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; graph != NULL && i < graph->nodes->len; i++)
    g_hash_table_insert (places, &g_array_index (graph->nodes, PlxGraphNode, i).key, &at[i]);

  return places;
}

static guint
find_same (PlxGraph *old,
           guint     node,
           PlxGraph *graph)
{
  for (guint i = 0; node != PLX_NONE && graph != NULL && i < graph->nodes->len; i++)
    if (g_array_index (graph->nodes, PlxGraphNode, i).key ==
        g_array_index (old->nodes, PlxGraphNode, node).key)
      return i;

  return PLX_NONE;
}

/**
 * plx_graph_canvas_set_graph:
 * @self: a canvas
 * @analysis: (nullable): the analysis of which the graph is
 * @graph: (nullable): a graph that is laid out, or `NULL` for an empty canvas
 *
 * Shows a graph. Nodes that were there before move to their new places, and the one that was
 * selected stays so. Those that the user has put somewhere stay there.
 */
void
plx_graph_canvas_set_graph (PlxGraphCanvas *self,
                            PlxAnalysis    *analysis,
                            PlxGraph       *graph)
{
  g_autoptr (PlxGraph) old = g_steal_pointer (&self->graph);
  g_autofree PlxGraphPoint *old_at = g_steal_pointer (&self->at);
  g_autoptr (GHashTable) places = index_places (old, old_at);
  guint node;

  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail ((analysis == NULL) == (graph == NULL));

  adw_animation_reset (self->animation);
  remove_dots (self);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  self->analysis = analysis != NULL ? plx_analysis_ref (analysis) : NULL;
  self->graph = graph != NULL ? plx_graph_ref (graph) : NULL;
  self->at = g_new0 (PlxGraphPoint, n_nodes (self) + 1);
  self->from = g_new0 (PlxGraphPoint, n_nodes (self) + 1);
  self->to = g_new0 (PlxGraphPoint, n_nodes (self) + 1);

  for (guint i = 0; i < n_nodes (self); i++)
    {
      const PlxGraphNode *each = &g_array_index (graph->nodes, PlxGraphNode, i);
      const PlxGraphPoint *moved = g_hash_table_lookup (self->moved, &each->key);
      const PlxGraphPoint *place = g_hash_table_lookup (places, &each->key);

      self->to[i] = moved != NULL ? *moved : (PlxGraphPoint) { each->x, each->y };
      self->from[i] = self->at[i] = place != NULL ? *place : self->to[i];
    }

  /* Another story begins with a whole picture and with nothing moved. */
  if (graph == NULL)
    {
      g_hash_table_remove_all (self->moved);
      self->fits = TRUE;
    }

  add_dots (self);
  node = old != NULL ? find_same (old, self->node, graph) : PLX_NONE;
  self->node = node;
  self->edge = PLX_NONE;
  update_emphasis (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
  adw_animation_play (self->animation);
}

guint
plx_graph_canvas_get_node (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), PLX_NONE);

  return self->node;
}

guint
plx_graph_canvas_get_edge (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), PLX_NONE);

  return self->edge;
}

double
plx_graph_canvas_get_scale (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), 1);

  return self->camera.scale;
}

/* Zooms around the middle. */
void
plx_graph_canvas_zoom (PlxGraphCanvas *self,
                       double          factor)
{
  PlxGraphPoint middle;

  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  middle = to_screen (self, self->camera.middle);
  plx_graph_camera_zoom_at (&self->camera, self->camera.scale * factor, middle.x, middle.y);
  plx_graph_canvas_moved (self);
}

/* Shows the whole, and goes on doing so when the size changes. */
void
plx_graph_canvas_fit (PlxGraphCanvas *self)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  self->fits = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The widget of a node, for tests. */
GtkWidget *
plx_graph_canvas_get_dot (PlxGraphCanvas *self,
                          guint           node)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), NULL);
  g_return_val_if_fail (node < self->dots->len, NULL);

  return g_ptr_array_index (self->dots, node);
}
