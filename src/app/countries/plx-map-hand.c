/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-hand"

#include "config.h"

#include "countries/plx-world-map-private.h"

#include <math.h>

/* How much nearer one notch of the wheel comes. */
#define NOTCH 1.25
/* Pixels that the pointer may tremble in a click. */
#define TREMBLE 5

/* What mouse, touchpad and fingers are doing with one map. */
typedef struct
{
  PlxWorldMap *map;       /* it owns us */
  double       x, y;      /* where the pointer is */
  double       dragged_x; /* so far */
  double       dragged_y;
  double       pinch;     /* the zoom when two fingers came down; 0 while there are none */
  double       pinch_x;   /* the middle between them */
  double       pinch_y;
  gboolean     yields;    /* whether what one finger began has become a pinch */
} Hand;

static void
drag_begin_cb (Hand *self)
{
  self->dragged_x = self->dragged_y = 0;
  self->yields = self->pinch > 0;
}

static void
drag_update_cb (Hand       *self,
                double      x,
                double      y,
                GtkGesture *gesture)
{
  if (self->yields ||
      (hypot (x, y) < TREMBLE && self->dragged_x == 0 && self->dragged_y == 0))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), "grabbing");
  plx_map_camera_pan (plx_world_map_get_camera (self->map), x - self->dragged_x,
                      y - self->dragged_y);
  plx_world_map_moved (self->map);
  self->dragged_x = x;
  self->dragged_y = y;
}

static void
drag_end_cb (Hand *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self->map), NULL);
}

static void
click_cb (Hand   *self,
          int     n_press,
          double  x,
          double  y)
{
  const PlxLand *land = plx_world_map_find_land (self->map, x, y);
  const char *country = land != NULL ? land->country : NULL;
  const gboolean again =
    country != NULL && g_strcmp0 (country, plx_world_map_get_selected (self->map)) == 0;

  plx_world_map_choose (self->map, country);
  /* Who clicks on what is selected wants to read of it. */
  if (again)
    g_signal_emit_by_name (self->map, "activated");
}

/* Two fingers on a touchpad move the map; with Ctrl, and with the wheel of a mouse, it comes
 * nearer. */
static gboolean
scroll_cb (Hand                     *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  PlxMapCamera *camera = plx_world_map_get_camera (self->map);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (scroll);

  if (state & GDK_CONTROL_MASK || unit == GDK_SCROLL_UNIT_WHEEL)
    {
      const double notches = unit == GDK_SCROLL_UNIT_WHEEL ? dy : dy / 40;

      plx_map_camera_zoom_at (camera, camera->zoom * pow (NOTCH, -notches), self->x, self->y);
    }
  else
    {
      plx_map_camera_pan (camera, -dx, -dy);
    }

  plx_world_map_moved (self->map);

  return GDK_EVENT_STOP;
}

static void
motion_cb (Hand   *self,
           double  x,
           double  y)
{
  self->x = x;
  self->y = y;
  plx_world_map_set_hovered (self->map, plx_world_map_find_land (self->map, x, y));
}

static void
leave_cb (Hand *self)
{
  plx_world_map_set_hovered (self->map, NULL);
}

/* A touchpad says where the pointer is, and not where the fingers are. */
static void
find_fingers (Hand       *self,
              GtkGesture *gesture,
              double     *x,
              double     *y)
{
  *x = self->x;
  *y = self->y;
  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, x, y);
}

/* The drag of the first finger ends where the second comes down, which moves the map as well. */
static void
pinch_begin_cb (Hand             *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  self->yields = TRUE;
  self->pinch = plx_world_map_get_camera (self->map)->zoom;
  find_fingers (self, gesture, &self->pinch_x, &self->pinch_y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What lies between the fingers stays there, wherever they go. */
static void
pinch_cb (Hand       *self,
          double      factor,
          GtkGesture *gesture)
{
  PlxMapCamera *camera = plx_world_map_get_camera (self->map);
  double x, y;

  find_fingers (self, gesture, &x, &y);
  plx_map_camera_pan (camera, x - self->pinch_x, y - self->pinch_y);
  plx_map_camera_zoom_at (camera, self->pinch * factor, x, y);
  self->pinch_x = x;
  self->pinch_y = y;
  plx_world_map_moved (self->map);
}

static void
pinch_end_cb (Hand *self)
{
  self->pinch = 0;
}

/* The controllers go with the map, and the hand goes with the map, too. */
static void
listen (gpointer    controller,
        const char *signal,
        GCallback   callback,
        Hand       *hand)
{
  /* The controller is ours alone. */
  g_signal_connect_swapped (controller, signal, callback, hand);
}

/*< private >
 * plx_map_hand_attach:
 * @map: a map
 *
 * Makes the map follow mouse, touchpad and fingers.
 */
void
plx_map_hand_attach (PlxWorldMap *map)
{
  GtkWidget *widget = GTK_WIDGET (map);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Hand *hand = g_new0 (Hand, 1);

  hand->map = map;
  g_object_set_data_full (G_OBJECT (map), "plx-map-hand", hand, g_free);

  listen (drag, "drag-begin", G_CALLBACK (drag_begin_cb), hand);
  listen (drag, "drag-update", G_CALLBACK (drag_update_cb), hand);
  listen (drag, "drag-end", G_CALLBACK (drag_end_cb), hand);
  listen (click, "released", G_CALLBACK (click_cb), hand);
  listen (pinch, "begin", G_CALLBACK (pinch_begin_cb), hand);
  listen (pinch, "scale-changed", G_CALLBACK (pinch_cb), hand);
  listen (pinch, "end", G_CALLBACK (pinch_end_cb), hand);
  listen (scroll, "scroll", G_CALLBACK (scroll_cb), hand);
  listen (motion, "motion", G_CALLBACK (motion_cb), hand);
  listen (motion, "leave", G_CALLBACK (leave_cb), hand);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
}
