/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

#include "graph/plx-graph-stop.h"
#include "graph/plx-graph-words.h"

/* What the keyboard and a screen reader walk through: children of the canvas that draw nothing. */

/* So many nodes are in the accessible tree from the beginning, the heaviest first; others as soon
 * as the keyboard comes to them. */
#define MAX_STOPS 300

static void
place_stop (PlxGraphCanvas *self,
            GtkWidget      *stop,
            PlxGraphPoint   middle,
            double          radius)
{
  PlxGraphPoint point = plx_graph_camera_to_screen (&self->camera, middle);
  GskTransform *transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (point.x - radius, point.y - radius));

  gtk_widget_allocate (stop, 2 * radius, 2 * radius, -1, transform);
}

/* The stops lie where their nodes are drawn, which is what a screen reader looks at. */
void
plx_graph_canvas_place_stops (PlxGraphCanvas *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (g_ptr_array_index (self->stops, i) != NULL)
      place_stop (self, g_ptr_array_index (self->stops, i), self->scene->at[i],
                  plx_graph_scene_get_radius (self->scene, &self->camera, i));

  if (self->tie_stop != NULL)
    {
      const PlxGraphEdge *edge =
        plx_graph_scene_edge (self->scene,
                              plx_graph_stop_get_edge (PLX_GRAPH_STOP (self->tie_stop)));
      PlxGraphPoint a = self->scene->at[edge->a], b = self->scene->at[edge->b];

      place_stop (self, self->tie_stop, (PlxGraphPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 }, 4);
    }
}

static void
stop_activated_cb (PlxGraphCanvas *self,
                   PlxGraphStop   *stop)
{
  guint edge = plx_graph_stop_get_edge (stop);

  plx_graph_canvas_select (self, edge == PLX_NONE ? plx_graph_stop_get_node (stop) : PLX_NONE,
                           edge);
  g_signal_emit_by_name (self, "activated");
}

GtkWidget *
plx_graph_canvas_add_stop (PlxGraphCanvas *self,
                           GtkWidget      *stop)
{
  g_signal_connect_object (stop, "activate", G_CALLBACK (stop_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (stop, GTK_WIDGET (self));

  return stop;
}

GtkWidget *
plx_graph_canvas_ensure_stop (PlxGraphCanvas *self,
                              guint           node)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (g_ptr_array_index (self->stops, node) != NULL)
    return g_ptr_array_index (self->stops, node);

  label = plx_graph_words_dup_node (self->scene, node);
  description = plx_graph_words_dup_neighbours (self->scene, node);
  g_ptr_array_index (self->stops, node) =
    plx_graph_canvas_add_stop (self, plx_graph_stop_new (node, PLX_NONE, label, description));
  plx_graph_stop_set_selected (g_ptr_array_index (self->stops, node),
                               (self->scene->flags[node] & PLX_GRAPH_SELECTED) != 0);
  place_stop (self, g_ptr_array_index (self->stops, node), self->scene->at[node],
              plx_graph_scene_get_radius (self->scene, &self->camera, node));

  return g_ptr_array_index (self->stops, node);
}

/* Tells the stops what is selected and what is there at all. */
void
plx_graph_canvas_update_stops (PlxGraphCanvas *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (self->stops, i);

      if (stop == NULL)
        continue;

      gtk_widget_set_visible (stop, plx_graph_scene_shows_node (self->scene, i));
      plx_graph_stop_set_selected (PLX_GRAPH_STOP (stop),
                                   (self->scene->flags[i] & PLX_GRAPH_SELECTED) != 0);
    }
}

/* Those of a graph that is new. */
void
plx_graph_canvas_create_stops (PlxGraphCanvas *self)
{
  for (guint i = 0; i < MIN (plx_graph_canvas_n_nodes (self), MAX_STOPS); i++)
    plx_graph_canvas_ensure_stop (self, i);

  plx_graph_canvas_update_stops (self);
}

/* As before there are none. */
void
plx_graph_canvas_remove_stops (PlxGraphCanvas *self)
{
  g_clear_pointer (&self->tie_stop, gtk_widget_unparent);
  for (guint i = 0; i < self->stops->len; i++)
    if (g_ptr_array_index (self->stops, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (self->stops, i));
  g_ptr_array_set_size (self->stops, 0);
}

/* What the keyboard and a screen reader find of a node. */
GtkWidget *
plx_graph_canvas_get_stop (PlxGraphCanvas *self,
                           guint           node)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), NULL);
  g_return_val_if_fail (node < plx_graph_canvas_n_nodes (self), NULL);

  return plx_graph_canvas_ensure_stop (self, node);
}
