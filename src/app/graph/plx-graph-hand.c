/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-hand"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.2
#define CLICK_SLOP 5

/* Pixels that two fingers go on a touchpad for one step of the wheel. */
#define STEP_PIXELS 40

/* What the hand holds between the events of a gesture. It lives as long as the canvas, which
 * owns the controllers that lead to it. */
typedef struct
{
  PlxGraphCanvas *canvas;  /* not owned */
  guint           node;    /* that is being dragged, or PLX_NONE */
  gboolean        dragged;
  PlxGraphPoint   grip;    /* where the node or the middle was when the drag began */
  double          pinch;   /* the scale when the pinch began */
  PlxGraphPoint   pointer;
} Hand;

static void
drag_begin_cb (Hand   *self,
               double  x,
               double  y)
{
  self->dragged = FALSE;
  self->node = plx_graph_canvas_pick_node (self->canvas, x, y);
  if (!plx_graph_canvas_get_place (self->canvas, self->node, &self->grip))
    self->grip = plx_graph_canvas_get_camera (self->canvas)->middle;
}

static void
drag_update_cb (Hand   *self,
                double  dx,
                double  dy)
{
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (self->canvas);
  PlxGraphPoint place = { self->grip.x + dx / camera->scale, self->grip.y + dy / camera->scale };

  if (!self->dragged && hypot (dx, dy) < CLICK_SLOP)
    return;

  self->dragged = TRUE;

  if (self->node != PLX_NONE)
    plx_graph_canvas_put (self->canvas, self->node, place);
  else
    camera->middle = (PlxGraphPoint) { 2 * self->grip.x - place.x, 2 * self->grip.y - place.y };

  plx_graph_canvas_moved (self->canvas);
}

static void
drag_end_cb (Hand           *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  double x, y;

  if (!self->dragged && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    plx_graph_canvas_click (self->canvas, self->node, x, y);
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
}

static void
pinch_begin_cb (Hand *self)
{
  self->pinch = plx_graph_canvas_get_camera (self->canvas)->scale;
}

static void
pinch_cb (Hand       *self,
          double      factor,
          GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  plx_graph_camera_zoom_at (plx_graph_canvas_get_camera (self->canvas), self->pinch * factor,
                            x, y);
  plx_graph_canvas_moved (self->canvas);
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
 * together with Ctrl. What lies under the pointer is dragged: a node, or else everything.
 */
void
plx_graph_hand_attach (PlxGraphCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Hand *hand = g_new0 (Hand, 1);

  hand->canvas = canvas;
  hand->node = PLX_NONE;
  g_object_set_data_full (G_OBJECT (canvas), "plx-graph-hand", hand, g_free);

  listen (drag, "drag-begin", G_CALLBACK (drag_begin_cb), hand);
  listen (drag, "drag-update", G_CALLBACK (drag_update_cb), hand);
  listen (drag, "drag-end", G_CALLBACK (drag_end_cb), hand);
  listen (pinch, "begin", G_CALLBACK (pinch_begin_cb), hand);
  listen (pinch, "scale-changed", G_CALLBACK (pinch_cb), hand);
  listen (scroll, "scroll", G_CALLBACK (scroll_cb), hand);
  listen (motion, "motion", G_CALLBACK (motion_cb), hand);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
}
