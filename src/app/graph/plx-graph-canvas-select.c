/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-canvas"

#include "config.h"

#include "graph/plx-graph-canvas-private.h"

/* What of a canvas is selected, and what is shown of it at all. */

/* The node that is selected, where it is one and only one; else `PLX_NONE`. */
guint
plx_graph_canvas_get_node (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), PLX_NONE);

  for (guint i = 0; i < plx_graph_canvas_n_nodes (self) && self->scene->n_selected == 1; i++)
    if (self->scene->flags[i] & PLX_GRAPH_SELECTED)
      return i;

  return PLX_NONE;
}

guint
plx_graph_canvas_get_edge (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), PLX_NONE);

  return self->scene != NULL ? self->scene->edge : PLX_NONE;
}

static void
unselect (PlxGraphScene *scene)
{
  for (guint i = 0; i < scene->n; i++)
    scene->flags[i] &= ~PLX_GRAPH_SELECTED;
  scene->edge = PLX_NONE;
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
  g_return_if_fail (node == PLX_NONE || node < plx_graph_canvas_n_nodes (self));
  g_return_if_fail (edge == PLX_NONE || (self->scene != NULL && edge < self->scene->n_edges));

  if (self->scene == NULL ||
      (plx_graph_canvas_get_node (self) == node && self->scene->edge == edge &&
       (node != PLX_NONE || self->scene->n_selected == 0)))
    return;

  unselect (self->scene);
  if (node != PLX_NONE)
    self->scene->flags[node] |= PLX_GRAPH_SELECTED;
  self->scene->edge = edge;
  plx_graph_canvas_changed (self);
}

/* Adds a node to what is selected, or takes it away. */
void
plx_graph_canvas_toggle (PlxGraphCanvas *self,
                         guint           node)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (node < plx_graph_canvas_n_nodes (self));

  self->scene->edge = PLX_NONE;
  self->scene->flags[node] ^= PLX_GRAPH_SELECTED;
  plx_graph_canvas_changed (self);
}

void
plx_graph_canvas_select_all (PlxGraphCanvas *self)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  for (guint i = 0; i < plx_graph_canvas_n_nodes (self); i++)
    if (plx_graph_scene_shows_node (self->scene, i))
      self->scene->flags[i] |= PLX_GRAPH_SELECTED;
  plx_graph_canvas_changed (self);
}

/* Selects also what is tied to what is selected. */
void
plx_graph_canvas_select_near (PlxGraphCanvas *self)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  for (guint i = 0; i < plx_graph_canvas_n_nodes (self); i++)
    if (self->scene->flags[i] & PLX_GRAPH_NEAR && plx_graph_scene_shows_node (self->scene, i))
      self->scene->flags[i] |= PLX_GRAPH_SELECTED;
  plx_graph_canvas_changed (self);
}

void
plx_graph_canvas_select_within (PlxGraphCanvas      *self,
                                const PlxGraphPoint *corners,
                                guint                n,
                                gboolean             add)
{
  if (self->scene == NULL)
    return;

  plx_graph_scene_select_area (self->scene, &self->camera, corners, n, add);
  plx_graph_canvas_changed (self);
}

void
plx_graph_canvas_click (PlxGraphCanvas *self,
                        guint           node,
                        double          x,
                        double          y,
                        gboolean        toggle)
{
  if (self->scene == NULL)
    return;

  if (node >= plx_graph_canvas_n_nodes (self))
    {
      guint edge = plx_graph_scene_pick_edge (self->scene, &self->camera, x, y);

      if (edge != PLX_NONE || !toggle)
        plx_graph_canvas_select (self, PLX_NONE, edge);
      if (edge != PLX_NONE)
        g_signal_emit_by_name (self, "activated");
      return;
    }

  plx_graph_canvas_go_to (self, node, PLX_NONE);
  if (toggle)
    plx_graph_canvas_toggle (self, node);
  else
    plx_graph_canvas_select (self, node, PLX_NONE);
  if (!toggle)
    g_signal_emit_by_name (self, "activated");
}

/* Asks for the menu of what lies at a place, which is selected first. */
void
plx_graph_canvas_ask_menu (PlxGraphCanvas *self,
                           double          x,
                           double          y)
{
  guint node;

  if (self->scene == NULL)
    return;

  node = plx_graph_scene_pick_node (self->scene, &self->camera, x, y);
  if (node == PLX_NONE)
    plx_graph_canvas_select (self, PLX_NONE, plx_graph_scene_pick_edge (self->scene,
                                                                        &self->camera, x, y));
  else if ((self->scene->flags[node] & PLX_GRAPH_SELECTED) == 0)
    plx_graph_canvas_select (self, node, PLX_NONE);

  g_signal_emit_by_name (self, "menu", x, y);
}

/**
 * plx_graph_canvas_focus_on:
 * @self: a canvas
 * @node: a node; of no account where @depth is 0
 * @depth: how many ties away from it one still sees, or 0 to see all again
 *
 * Shows a node and what is around it, and nothing else.
 */
void
plx_graph_canvas_focus_on (PlxGraphCanvas *self,
                           guint           node,
                           guint           depth)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (depth == 0 || node < plx_graph_canvas_n_nodes (self));

  plx_graph_lens_focus (self->lens, depth > 0 ? plx_graph_scene_node (self->scene, node)->key : 0,
                        depth);
  self->fits = TRUE;
  plx_graph_canvas_apply_lens (self);
}

/* How far one sees around a node, or 0 where all is seen. */
guint
plx_graph_canvas_get_depth (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), 0);

  return plx_graph_lens_get_depth (self->lens);
}

/* Shows the neighbours of a node, too. */
void
plx_graph_canvas_expand (PlxGraphCanvas *self,
                         guint           node)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));
  g_return_if_fail (node < plx_graph_canvas_n_nodes (self));

  plx_graph_lens_expand (self->lens, plx_graph_scene_node (self->scene, node)->key);
  plx_graph_canvas_apply_lens (self);
}

/**
 * plx_graph_canvas_set_hidden:
 * @self: a canvas
 * @keys: (array length=n_keys): keys of nodes
 * @n_keys: how many
 *
 * Hides these nodes, and shows again those that were hidden by this before.
 */
void
plx_graph_canvas_set_hidden (PlxGraphCanvas *self,
                             const guint64  *keys,
                             guint           n_keys)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  plx_graph_lens_set_hidden (self->lens, keys, n_keys);
  plx_graph_canvas_apply_lens (self);
}

/* How many nodes the user has hidden, or are too far from the one that is looked at. */
guint
plx_graph_canvas_get_n_hidden (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), 0);

  return self->n_hidden;
}
