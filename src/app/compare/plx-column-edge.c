/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-column-edge"

#include "config.h"

#include "compare/plx-column-edge.h"

/**
 * PlxColumnEdge:
 *
 * The edge at the end of a column, which can be dragged to make the column wider or narrower. With
 * the keys and by the menu that is done on the head of the column, so nobody who listens is told
 * of it.
 *
 * Signals: `begun ()`: it is about to be dragged. `dragged (double offset)`: so far from where that
 * began, towards the end of the line. `reset ()`: the column is to be as wide as it was at first.
 */
struct _PlxColumnEdge
{
  AdwBin parent_instance;

  double from; /* where in the window the pointer has taken hold of it */
};

enum
{
  BEGUN,
  DRAGGED,
  RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxColumnEdge, plx_column_edge, ADW_TYPE_BIN)

/* The edge moves with its column, so what counts is where the pointer is in the window. */
static double
place_in_window (PlxColumnEdge *self,
                 double         x)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t place;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), root, &GRAPHENE_POINT_INIT (x, 0), &place))
    return self->from;

  return place.x;
}

/* Without this the head of the column would be dragged to another place. */
static void
drag_begin_cb (PlxColumnEdge  *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  self->from = place_in_window (self, x);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[BEGUN], 0);
}

static void
drag_update_cb (PlxColumnEdge  *self,
                double          x,
                double          y,
                GtkGestureDrag *drag)
{
  gboolean is_flipped = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double start, start_y, offset;

  gtk_gesture_drag_get_start_point (drag, &start, &start_y);
  offset = place_in_window (self, start + x) - self->from;
  g_signal_emit (self, signals[DRAGGED], 0, is_flipped ? -offset : offset);
}

static void
pressed_cb (PlxColumnEdge *self,
            int            n_press)
{
  if (n_press == 2)
    g_signal_emit (self, signals[RESET], 0);
}

static void
plx_column_edge_class_init (PlxColumnEdgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAGGED] = g_signal_new ("dragged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "plx-column-edge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_column_edge_init (PlxColumnEdge *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}
