/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

#include "graph/plx-graph-stop.h"
#include "graph/plx-graph-words.h"

/* From where the canvas looks, where its nodes are taken, and where the keyboard is. */

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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes a node to a place, as long as the hand holds it. */
void
plx_graph_canvas_drag (PlxGraphCanvas *self,
                       guint           node,
                       PlxGraphPoint   place)
{
  PlxGraphPoint by;

  /* The graph may have changed under the hand. */
  if (node >= plx_graph_canvas_n_nodes (self))
    return;

  if ((self->scene->flags[node] & PLX_GRAPH_SELECTED) == 0)
    plx_graph_canvas_select (self, node, PLX_NONE);
  adw_animation_skip (self->animation);

  by.x = place.x - self->scene->at[node].x;
  by.y = place.y - self->scene->at[node].y;

  /* What is selected together goes together. */
  for (guint i = 0; i < self->scene->n; i++)
    if (self->scene->flags[i] & PLX_GRAPH_SELECTED)
      {
        self->scene->at[i].x += by.x;
        self->scene->at[i].y += by.y;
        self->to[i] = self->from[i] = self->scene->at[i];
        self->scene->flags[i] |= PLX_GRAPH_PINNED;
      }
  plx_graph_canvas_moved (self);
}

/* The hand lets go of what it has dragged. */
void
plx_graph_canvas_dropped (PlxGraphCanvas *self)
{
  if (self->scene != NULL)
    g_signal_emit_by_name (self, "placed");
}

/**
 * plx_graph_canvas_put:
 * @self: a canvas
 * @node: a node
 * @place: where it goes
 * @pinned: whether it is marked as one that the user has put there
 *
 * Lets a node go to a place.
 */
void
plx_graph_canvas_put (PlxGraphCanvas *self,
                      guint           node,
                      PlxGraphPoint   place,
                      gboolean        pinned)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (node < plx_graph_canvas_n_nodes (self));

  self->scene->flags[node] &= ~PLX_GRAPH_PINNED;
  if (pinned)
    self->scene->flags[node] |= PLX_GRAPH_PINNED;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->to[node].x == place.x && self->to[node].y == place.y)
    return;

  self->to[node] = place;
  plx_graph_canvas_fly (self, PLX_GRAPH_FLIGHT);
}

/* Tells where the pointer is; outside, x is less than 0. */
void
plx_graph_canvas_hover (PlxGraphCanvas *self,
                        double          x,
                        double          y)
{
  guint hover = self->scene != NULL && x >= 0
                ? plx_graph_scene_pick_node (self->scene, &self->camera, x, y) : PLX_NONE;

  if (hover == self->hover)
    return;

  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover != PLX_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Draws a line around nodes that are about to be selected; none where n is 0. */
void
plx_graph_canvas_set_outline (PlxGraphCanvas      *self,
                              const PlxGraphPoint *corners,
                              guint                n)
{
  g_array_set_size (self->outline, 0);
  g_array_append_vals (self->outline, corners, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where the keyboard is: a node, or `PLX_NONE`; and a tie of it, or `PLX_NONE`. */
guint
plx_graph_canvas_get_cursor (PlxGraphCanvas *self,
                             guint          *edge)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  *edge = PLX_NONE;
  if (!PLX_IS_GRAPH_STOP (focus))
    return PLX_NONE;

  *edge = plx_graph_stop_get_edge (PLX_GRAPH_STOP (focus));

  return plx_graph_stop_get_node (PLX_GRAPH_STOP (focus));
}

/* Takes the keyboard to a node, or to one of its ties. */
gboolean
plx_graph_canvas_go_to (PlxGraphCanvas *self,
                        guint           node,
                        guint           edge)
{
  GtkWidget *old = g_steal_pointer (&self->tie_stop);
  gboolean done;

  if (edge != PLX_NONE)
    {
      g_autofree char *label = plx_graph_words_dup_edge (self->scene, edge);

      self->tie_stop = plx_graph_canvas_add_stop (self, plx_graph_stop_new (node, edge, label,
                                                                            NULL));
      plx_graph_canvas_place_stops (self);
    }

  done = gtk_widget_grab_focus (edge != PLX_NONE ? self->tie_stop
                                                 : plx_graph_canvas_ensure_stop (self, node));
  /* Only now that the focus is elsewhere. */
  g_clear_pointer (&old, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return done;
}

/* Moves the picture so far that a node is seen. */
void
plx_graph_canvas_reveal (PlxGraphCanvas *self,
                         guint           node)
{
  PlxGraphPoint point = plx_graph_camera_to_screen (&self->camera, self->scene->at[node]);
  double x = CLAMP (point.x, 60, MAX (self->camera.width - 60, 60));
  double y = CLAMP (point.y, 60, MAX (self->camera.height - 100, 60));

  if (x == point.x && y == point.y)
    return;

  plx_graph_camera_pan (&self->camera, point.x - x, point.y - y);
  plx_graph_canvas_moved (self);
}

/**
 * plx_graph_canvas_show:
 * @self: a canvas
 * @node: a node
 *
 * Goes to a node: selects it, brings it to where it is seen, close enough to read its name, and
 * gives it the focus.
 */
void
plx_graph_canvas_show (PlxGraphCanvas *self,
                       guint           node)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (node < plx_graph_canvas_n_nodes (self));

  adw_animation_skip (self->animation);
  if (self->camera.scale < 40)
    {
      plx_graph_camera_set_scale (&self->camera, 60);
      self->camera.middle = self->scene->at[node];
      plx_graph_canvas_moved (self);
    }
  plx_graph_canvas_reveal (self, node);
  plx_graph_canvas_go_to (self, node, PLX_NONE);
  plx_graph_canvas_select (self, node, PLX_NONE);
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

  middle = plx_graph_camera_to_screen (&self->camera, self->camera.middle);
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether dragging draws a line around nodes, rather than moving the picture. */
void
plx_graph_canvas_set_lasso (PlxGraphCanvas *self,
                            gboolean        lasso)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  self->lasso = lasso;
}

gboolean
plx_graph_canvas_get_lasso (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), FALSE);

  return self->lasso;
}
