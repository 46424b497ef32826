/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-hand"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.2
#define CLICK_SLOP 5

/* Pixels that two fingers go on a touchpad for one step of the wheel. */
#define STEP_PIXELS 40

/* What a drag does. */
typedef enum
{
  HAND_MOVES,  /* the picture, or a node */
  HAND_FRAMES, /* draws a frame around nodes */
  HAND_LASSOS, /* draws a line around nodes */
  HAND_YIELDS, /* nothing more: a second finger has come down */
} HandTask;

/* What the hand holds between the events of a gesture. It lives as long as the canvas, which
 * owns the controllers that lead to it. */
typedef struct
{
  PlxGraphCanvas *canvas;  /* not owned */
  guint           node;    /* that is being dragged, or PLX_NONE */
  gboolean        dragged;
  HandTask        task;
  gboolean        add;     /* whether what was selected stays so */
  GArray         *line;    /* (element-type PlxGraphPoint): where the hand went */
  PlxGraphPoint   start;   /* where the drag began, on the screen */
  PlxGraphPoint   grip;    /* where the node or the middle was when the drag began */
  double          pinch;   /* the scale when the pinch began; 0 while there is none */
  PlxGraphPoint   fingers; /* the middle between two of them, as long as they pinch */
  PlxGraphPoint   pointer;
} Hand;

static void
hand_free (gpointer data)
{
  Hand *self = data;

  g_array_unref (self->line);
  g_free (self);
}

static void
drag_begin_cb (Hand           *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->dragged = FALSE;
  self->add = (state & GDK_CONTROL_MASK) != 0;
  self->node = self->canvas->scene != NULL
               ? plx_graph_scene_pick_node (self->canvas->scene,
                                            plx_graph_canvas_get_camera (self->canvas), x, y)
               : PLX_NONE;
  self->task = self->pinch > 0 ? HAND_YIELDS
               : state & GDK_SHIFT_MASK ? HAND_FRAMES
               : plx_graph_canvas_get_lasso (self->canvas) && self->node == PLX_NONE ? HAND_LASSOS
                                                                                     : HAND_MOVES;
  self->start = (PlxGraphPoint) { x, y };
  /* Whoever takes something into the hand speaks of it with the keys that follow. */
  if (self->node != PLX_NONE)
    plx_graph_canvas_go_to (self->canvas, self->node, PLX_NONE);
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self->canvas)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD);
  g_array_set_size (self->line, 0);
  self->grip = self->node != PLX_NONE ? self->canvas->scene->at[self->node]
                                      : plx_graph_canvas_get_camera (self->canvas)->middle;
}

static void
draw_around (Hand   *self,
             double  dx,
             double  dy)
{
  PlxGraphPoint a = self->start, b = { a.x + dx, a.y + dy };
  PlxGraphPoint frame[] = { a, { b.x, a.y }, b, { a.x, b.y } };

  if (self->task == HAND_FRAMES)
    g_array_set_size (self->line, 0);

  if (self->task == HAND_FRAMES)
    g_array_append_vals (self->line, frame, G_N_ELEMENTS (frame));
  else
    g_array_append_val (self->line, b);

  plx_graph_canvas_set_outline (self->canvas, &g_array_index (self->line, PlxGraphPoint, 0),
                                self->line->len);
}

static void
drag_update_cb (Hand   *self,
                double  dx,
                double  dy)
{
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (self->canvas);
  PlxGraphPoint place = { self->grip.x + dx / camera->scale, self->grip.y + dy / camera->scale };

  if (self->task == HAND_YIELDS || (!self->dragged && hypot (dx, dy) < CLICK_SLOP))
    return;

  self->dragged = TRUE;

  if (self->task != HAND_MOVES)
    {
      draw_around (self, dx, dy);
      return;
    }

  if (self->node != PLX_NONE)
    {
      plx_graph_canvas_drag (self->canvas, self->node, place);
      return;
    }

  camera->middle = (PlxGraphPoint) { 2 * self->grip.x - place.x, 2 * self->grip.y - place.y };
  plx_graph_canvas_moved (self->canvas);
}

static void
drag_end_cb (Hand           *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  if (self->task == HAND_YIELDS)
    return;

  if (!self->dragged)
    plx_graph_canvas_click (self->canvas, self->node, self->start.x, self->start.y,
                            self->add || self->task == HAND_FRAMES);
  else if (self->task != HAND_MOVES)
    plx_graph_canvas_select_within (self->canvas, &g_array_index (self->line, PlxGraphPoint, 0),
                                    self->line->len, self->add);
  else if (self->node != PLX_NONE)
    plx_graph_canvas_dropped (self->canvas);

  plx_graph_canvas_set_outline (self->canvas, NULL, 0);
}

/* A drag that another gesture took. */
static void
cancel_cb (Hand *self)
{
  plx_graph_canvas_set_outline (self->canvas, NULL, 0);
}

static void
menu_cb (Hand   *self,
         int     n_press,
         double  x,
         double  y)
{
  plx_graph_canvas_ask_menu (self->canvas, x, y);
}

static void
long_press_cb (Hand   *self,
               double  x,
               double  y)
{
  plx_graph_canvas_ask_menu (self->canvas, x, y);
}

static gboolean
scroll_cb (Hand                     *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (self->canvas);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (wheel || (state & GDK_CONTROL_MASK) != 0)
    plx_graph_camera_zoom_at (camera,
                              camera->scale * pow (ZOOM_STEP, wheel ? -dy : -dy / STEP_PIXELS),
                              self->pointer.x, self->pointer.y);
  else
    plx_graph_camera_pan (camera, dx, dy);

  plx_graph_canvas_moved (self->canvas);

  return GDK_EVENT_STOP;
}

static void
motion_cb (Hand   *self,
           double  x,
           double  y)
{
  self->pointer = (PlxGraphPoint) { x, y };
  plx_graph_canvas_hover (self->canvas, x, y);
}

static void
leave_cb (Hand *self)
{
  plx_graph_canvas_hover (self->canvas, -1, -1);
}

/* A touchpad says where the pointer is, and not where the fingers are. */
static PlxGraphPoint
find_fingers (Hand       *self,
              GtkGesture *gesture)
{
  PlxGraphPoint middle = self->pointer;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &middle.x, &middle.y);

  return middle;
}

/* What the first finger has begun ends where the second comes down: it would move the picture on
 * its own, or select what it is lifted from. */
static void
pinch_begin_cb (Hand             *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  if (self->task == HAND_MOVES && self->dragged && self->node != PLX_NONE)
    plx_graph_canvas_dropped (self->canvas);

  self->task = HAND_YIELDS;
  self->pinch = plx_graph_canvas_get_camera (self->canvas)->scale;
  self->fingers = find_fingers (self, gesture);
  plx_graph_canvas_set_outline (self->canvas, NULL, 0);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What lies between the fingers stays there, wherever they go. */
static void
pinch_cb (Hand       *self,
          double      factor,
          GtkGesture *gesture)
{
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (self->canvas);
  PlxGraphPoint fingers = find_fingers (self, gesture);

  plx_graph_camera_pan (camera, self->fingers.x - fingers.x, self->fingers.y - fingers.y);
  plx_graph_camera_zoom_at (camera, self->pinch * factor, fingers.x, fingers.y);
  self->fingers = fingers;
  plx_graph_canvas_moved (self->canvas);
}

static void
pinch_end_cb (Hand *self)
{
  self->pinch = 0;
}

/* The controllers go with the canvas, and the hand goes with the canvas, too. */
static void
listen (gpointer    controller,
        const char *signal,
        GCallback   callback,
        Hand       *hand)
{
  /* The controller is ours alone. */
  g_signal_connect_swapped (controller, signal, callback, hand);
}

/**
 * plx_graph_hand_attach:
 * @canvas: a canvas
 *
 * Makes the canvas follow mouse, touchpad and fingers.
 *
 * The wheel zooms, as do two fingers on a touch screen; two fingers on a touchpad move, and zoom
 * together with Ctrl. What lies under the pointer is dragged: a node, or else everything. With
 * Shift, or as a lasso, a drag selects what it goes around. A long press is a right click.
 */
void
plx_graph_hand_attach (PlxGraphCanvas *canvas)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  gpointer controllers[] = { drag, pinch, menu, press, scroll, motion };
  Hand *hand = g_new0 (Hand, 1);

  hand->canvas = canvas;
  hand->node = PLX_NONE;
  hand->line = g_array_new (FALSE, FALSE, sizeof (PlxGraphPoint));
  g_object_set_data_full (G_OBJECT (canvas), "plx-graph-hand", hand, hand_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);

  listen (drag, "drag-begin", G_CALLBACK (drag_begin_cb), hand);
  listen (drag, "drag-update", G_CALLBACK (drag_update_cb), hand);
  listen (drag, "drag-end", G_CALLBACK (drag_end_cb), hand);
  listen (drag, "cancel", G_CALLBACK (cancel_cb), hand);
  listen (pinch, "begin", G_CALLBACK (pinch_begin_cb), hand);
  listen (pinch, "scale-changed", G_CALLBACK (pinch_cb), hand);
  listen (pinch, "end", G_CALLBACK (pinch_end_cb), hand);
  listen (menu, "pressed", G_CALLBACK (menu_cb), hand);
  listen (press, "pressed", G_CALLBACK (long_press_cb), hand);
  listen (scroll, "scroll", G_CALLBACK (scroll_cb), hand);
  listen (motion, "motion", G_CALLBACK (motion_cb), hand);
  listen (motion, "leave", G_CALLBACK (leave_cb), hand);

  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    gtk_widget_add_controller (GTK_WIDGET (canvas), controllers[i]);
}
