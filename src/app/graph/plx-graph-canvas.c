/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "graph/plx-graph-dot.h"
#include "sheet/plx-sheet-words.h"

/* Pixels for a unit of the layout. At 110, no two names touch. */
#define MIN_SCALE 8
#define MAX_SCALE 600
#define FIT_SCALE 130

#define ZOOM_STEP 1.2
#define PAN_STEP 60
#define CLICK_SLOP 5
#define EDGE_SLOP 7

/* Kept free around the whole: names at the sides, the controls at the foot. */
#define SIDE_ROOM 70
#define HEAD_ROOM 36
#define FOOT_ROOM 84

/**
 * PlxGraphCanvas:
 *
 * Draws a graph that is laid out, and lets one zoom, move, drag and select in it.
 *
 * Its children are dots, one a node, the heaviest first, which is also the order of the Tab
 * key. Ties it draws itself. The wheel zooms, as do two fingers on a touch screen; two fingers
 * on a touchpad move, and zoom together with Ctrl.
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

  double         scale;
  PlxGraphPoint  middle;    /* what lies in the middle of the widget */
  gboolean       fits;      /* as long as the user has not zoomed or moved */

  guint          held;      /* the node that is being dragged, or PLX_NONE */
  gboolean       dragged;
  PlxGraphPoint  grip;      /* where @held or @middle was when the drag began */
  double         pinch;     /* the scale when the pinch began */
  PlxGraphPoint  pointer;
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
  return (PlxGraphPoint) {
    gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 + (point.x - self->middle.x) * self->scale,
    (gtk_widget_get_height (GTK_WIDGET (self)) + HEAD_ROOM - FOOT_ROOM) / 2.0 +
    (point.y - self->middle.y) * self->scale,
  };
}

static PlxGraphPoint
from_screen (PlxGraphCanvas *self,
             double          x,
             double          y)
{
  return (PlxGraphPoint) {
    self->middle.x + (x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) / self->scale,
    self->middle.y + (y - (gtk_widget_get_height (GTK_WIDGET (self)) + HEAD_ROOM - FOOT_ROOM) /
                          2.0) / self->scale,
  };
}

static void
fit_to_size (PlxGraphCanvas *self,
             double          width,
             double          height)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double room_x = MAX (width - 2 * SIDE_ROOM, width / 2);
  double room_y = MAX (height - HEAD_ROOM - FOOT_ROOM, height / 2);

  for (guint i = 0; i < n_nodes (self); i++)
    {
      x0 = MIN (x0, self->to[i].x);
      x1 = MAX (x1, self->to[i].x);
      y0 = MIN (y0, self->to[i].y);
      y1 = MAX (y1, self->to[i].y);
    }

  if (n_nodes (self) == 0)
    return;

  self->scale = MIN (room_x / MAX (x1 - x0, 0.1), room_y / MAX (y1 - y0, 0.1));
  self->scale = CLAMP (self->scale, MIN_SCALE, FIT_SCALE);
  self->middle = (PlxGraphPoint) { (x0 + x1) / 2, (y0 + y1) / 2 };
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

      plx_graph_dot_set_zoom (dot, CLAMP (self->scale / 75, 0.55, 1));
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

  if (self->fits)
    fit_to_size (self, width, height);

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

static gboolean
touches (const PlxGraphEdge *edge,
         guint               node)
{
  return edge->a == node || edge->b == node;
}

/* A tie is a thin bar turned into its direction, which costs a renderer next to nothing. */
static void
snapshot_edge (PlxGraphCanvas *self,
               GtkSnapshot    *snapshot,
               guint           index,
               const GdkRGBA  *text,
               const GdkRGBA  *accent)
{
  const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, index);
  PlxGraphPoint a = to_screen (self, self->at[edge->a]);
  PlxGraphPoint b = to_screen (self, self->at[edge->b]);
  double part = edge->weight / (double) MAX (self->graph->max_weight, 1);
  double width = 1 + 5 * sqrt (part) * (self->graph->max_weight > 1);
  gboolean lit = index == self->edge || touches (edge, self->node);
  gboolean dim = !lit && (self->node != PLX_NONE || self->edge != PLX_NONE);
  GdkRGBA color = lit ? *accent : *text;

  color.alpha *= lit ? 0.75 : dim ? 0.07 : 0.16 + 0.3 * part;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (a.x, a.y));
  gtk_snapshot_rotate (snapshot, atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, -width / 2, hypot (b.x - a.x, b.y - a.y),
                                                  width));
  gtk_snapshot_restore (snapshot);
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

  for (guint i = self->graph != NULL ? self->graph->edges->len : 0; i > 0; i--)
    snapshot_edge (self, snapshot, i - 1, &text, accent);

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
    return touches (&g_array_index (self->graph->edges, PlxGraphEdge, self->edge), node);

  for (guint i = 0; self->node != PLX_NONE && i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);

      if (touches (edge, node) && touches (edge, self->node))
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

static guint
find_edge (PlxGraphCanvas *self,
           double          x,
           double          y)
{
  guint best = PLX_NONE;
  double nearest = EDGE_SLOP;

  for (guint i = 0; self->graph != NULL && i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);
      PlxGraphPoint a = to_screen (self, self->at[edge->a]);
      PlxGraphPoint b = to_screen (self, self->at[edge->b]);
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double along = ((x - a.x) * dx + (y - a.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);
      double distance;

      along = CLAMP (along, 0, 1);
      distance = hypot (x - a.x - along * dx, y - a.y - along * dy);
      if (distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }

  return best;
}

static void
drag_begin_cb (PlxGraphCanvas *self,
               double          x,
               double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  self->dragged = FALSE;
  self->held = PLX_IS_GRAPH_DOT (picked) ? plx_graph_dot_get_node (PLX_GRAPH_DOT (picked))
                                         : PLX_NONE;
  self->grip = self->held != PLX_NONE ? self->at[self->held] : self->middle;
}

static void
drag_update_cb (PlxGraphCanvas *self,
                double          dx,
                double          dy)
{
  if (!self->dragged && hypot (dx, dy) < CLICK_SLOP)
    return;

  self->dragged = TRUE;
  self->fits = FALSE;

  if (self->held == PLX_NONE)
    {
      self->middle.x = self->grip.x - dx / self->scale;
      self->middle.y = self->grip.y - dy / self->scale;
    }
  else if (self->held < n_nodes (self))
    {
      PlxGraphPoint place = { self->grip.x + dx / self->scale, self->grip.y + dy / self->scale };
      guint64 key = g_array_index (self->graph->nodes, PlxGraphNode, self->held).key;

      self->at[self->held] = self->to[self->held] = place;
      g_hash_table_insert (self->moved, g_memdup2 (&key, sizeof key),
                           g_memdup2 (&place, sizeof place));
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_end_cb (PlxGraphCanvas *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  double x, y;

  if (self->dragged || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (self->held != PLX_NONE && self->held < n_nodes (self))
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->dots, self->held));
      plx_graph_canvas_select (self, self->held, PLX_NONE);
    }
  else
    plx_graph_canvas_select (self, PLX_NONE, find_edge (self, x, y));
}

/* Changes the scale so that what lies at a point stays there. */
static void
zoom_at (PlxGraphCanvas *self,
         double          scale,
         double          x,
         double          y)
{
  PlxGraphPoint before = from_screen (self, x, y);
  PlxGraphPoint after;

  self->scale = CLAMP (scale, MIN_SCALE, MAX_SCALE);
  self->fits = FALSE;
  after = from_screen (self, x, y);
  self->middle.x += before.x - after.x;
  self->middle.y += before.y - after.y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
pan_by (PlxGraphCanvas *self,
        double          dx,
        double          dy)
{
  self->fits = FALSE;
  self->middle.x += dx / self->scale;
  self->middle.y += dy / self->scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
scroll_cb (PlxGraphCanvas           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (wheel || (state & GDK_CONTROL_MASK) != 0)
    zoom_at (self, self->scale * pow (ZOOM_STEP, wheel ? -dy : -dy / 40), self->pointer.x,
             self->pointer.y);
  else
    pan_by (self, dx, dy);

  return GDK_EVENT_STOP;
}

static void
motion_cb (PlxGraphCanvas *self,
           double          x,
           double          y)
{
  self->pointer = (PlxGraphPoint) { x, y };
}

static void
pinch_begin_cb (PlxGraphCanvas *self)
{
  self->pinch = self->scale;
}

static void
pinch_cb (PlxGraphCanvas *self,
          double          factor,
          GtkGesture     *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_at (self, self->pinch * factor, x, y);
}

static gboolean
pan_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  pan_by (PLX_GRAPH_CANVAS (widget), dx, dy);

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
add_controllers (PlxGraphCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
}

static void
plx_graph_canvas_init (PlxGraphCanvas *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animate_cb, self, NULL);

  self->dots = g_ptr_array_new ();
  self->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->node = self->edge = self->held = PLX_NONE;
  self->scale = 100;
  self->fits = TRUE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, 400, target);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
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
  self->held = PLX_NONE;

  for (guint i = 0; i < n_nodes (self); i++)
    {
      const PlxGraphNode *each = &g_array_index (graph->nodes, PlxGraphNode, i);
      const PlxGraphPoint *moved = g_hash_table_lookup (self->moved, &each->key);
      const PlxGraphPoint *place = g_hash_table_lookup (places, &each->key);

      self->to[i] = moved != NULL ? *moved : (PlxGraphPoint) { each->x, each->y };
      self->from[i] = self->at[i] = place != NULL ? *place : self->to[i];
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

  return self->scale;
}

/* Zooms around the middle. */
void
plx_graph_canvas_zoom (PlxGraphCanvas *self,
                       double          factor)
{
  PlxGraphPoint middle;

  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  middle = to_screen (self, self->middle);
  zoom_at (self, self->scale * factor, middle.x, middle.y);
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
