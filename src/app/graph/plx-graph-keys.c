/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-keys"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

/* The way of the keyboard through a graph: arrows go from node to node as they lie, Tab goes
 * around the ties of a node and then on to the next widget, Enter shows what is behind either. */

#define PAN_STEP 60

static gboolean
step (PlxGraphCanvas   *self,
      GtkDirectionType  direction)
{
  guint edge;
  guint node = plx_graph_canvas_get_cursor (self, &edge);
  guint next;

  if (self->scene == NULL)
    return FALSE;

  /* From a tie one goes on to who is at its other end. */
  next = edge != PLX_NONE ? plx_graph_scene_other_end (self->scene, edge, node)
                          : plx_graph_scene_step (self->scene, node, direction);
  if (next == PLX_NONE)
    return FALSE;

  plx_graph_canvas_reveal (self, next);

  return plx_graph_canvas_go_to (self, next, PLX_NONE);
}

/* To the node where the keyboard was last, or the heaviest. */
static gboolean
enter (PlxGraphCanvas *self)
{
  guint node = plx_graph_canvas_get_node (self);

  if (self->scene == NULL)
    return FALSE;

  if (node == PLX_NONE)
    node = plx_graph_scene_step (self->scene, PLX_NONE, GTK_DIR_RIGHT);

  return node != PLX_NONE && plx_graph_canvas_go_to (self, node, PLX_NONE);
}

/**
 * plx_graph_keys_focus:
 * @canvas: a canvas
 * @direction: where the focus wants to go
 *
 * Takes the focus to a node, or to a tie of one, or out of the canvas.
 *
 * Returns: whether the canvas has it still
 */
gboolean
plx_graph_keys_focus (PlxGraphCanvas   *canvas,
                      GtkDirectionType  direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  guint edge;
  guint node = plx_graph_canvas_get_cursor (canvas, &edge);
  guint next;

  if (node == PLX_NONE)
    return enter (canvas);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return step (canvas, direction);
  if (!forward && edge == PLX_NONE)
    return FALSE;

  next = plx_graph_scene_next_tie (canvas->scene, node, edge, forward);
  if (next == PLX_NONE && forward)
    return FALSE;

  return plx_graph_canvas_go_to (canvas, node, next);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int direction;

  g_variant_get (args, "(i)", &direction);
  step (PLX_GRAPH_CANVAS (widget), direction);

  /* Where no node lies in that direction, the focus stays rather than leaps out. */
  return GDK_EVENT_STOP;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  plx_graph_camera_pan (plx_graph_canvas_get_camera (self), dx, dy);
  plx_graph_canvas_moved (self);

  return GDK_EVENT_STOP;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  guint edge;
  guint node = plx_graph_canvas_get_cursor (self, &edge);

  if (edge != PLX_NONE)
    plx_graph_canvas_select (self, PLX_NONE, edge);
  else if (node != PLX_NONE)
    plx_graph_canvas_toggle (self, node);

  return GDK_EVENT_STOP;
}

static gboolean
all_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  plx_graph_canvas_select_all (PLX_GRAPH_CANVAS (widget));

  return GDK_EVENT_STOP;
}

static gboolean
home_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  guint node = self->scene != NULL ? plx_graph_scene_step (self->scene, PLX_NONE, GTK_DIR_RIGHT)
                                   : PLX_NONE;

  if (node == PLX_NONE)
    return GDK_EVENT_PROPAGATE;

  plx_graph_canvas_reveal (self, node);
  plx_graph_canvas_go_to (self, node, PLX_NONE);

  return GDK_EVENT_STOP;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  guint edge;
  guint node = plx_graph_canvas_get_cursor (self, &edge);
  PlxGraphPoint point;

  if (node == PLX_NONE)
    return GDK_EVENT_PROPAGATE;

  point = plx_graph_camera_to_screen (plx_graph_canvas_get_camera (self), self->scene->at[node]);
  plx_graph_canvas_ask_menu (self, point.x, point.y);

  return GDK_EVENT_STOP;
}

/* Back from a tie to its node, then from a selection to none. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  guint edge;
  guint node = plx_graph_canvas_get_cursor (self, &edge);

  if (edge != PLX_NONE)
    plx_graph_canvas_go_to (self, node, PLX_NONE);
  else if (self->scene == NULL || !plx_graph_scene_has_selection (self->scene))
    return GDK_EVENT_PROPAGATE;
  else
    plx_graph_canvas_select (self, PLX_NONE, PLX_NONE);

  return GDK_EVENT_STOP;
}

/* Binds the keys of a canvas. */
void
plx_graph_keys_install (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad; int dx, dy; GtkDirectionType direction; } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -PAN_STEP, 0, GTK_DIR_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, PAN_STEP, 0, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -PAN_STEP, GTK_DIR_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, PAN_STEP, GTK_DIR_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      {
        guint key = j == 0 ? arrows[i].key : arrows[i].keypad;

        gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(i)", arrows[i].direction);
        gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, pan_cb, "(ii)",
                                      arrows[i].dx, arrows[i].dy);
      }

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, home_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, all_cb, NULL);
}
