/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-view"

#include "config.h"

#include "graph/plx-graph-view-private.h"

#include <glib/gi18n.h>

/* Where the user has put nodes, and which are hidden: kept with the story by the session, so that
 * it can be undone like anything else. What the library says is what is shown. */

/**
 * plx_graph_view_dup_places:
 * @self: a view of a story
 *
 * Returns: (transfer full) (element-type PlxGraphPlace): from where the next graph starts: where
 *   the nodes lie now, and where the user has put them, whether they are shown or not
 */
GArray *
plx_graph_view_dup_places (PlxGraphView *self)
{
  GArray *places = self->graph != NULL ? plx_graph_dup_places (self->graph)
                                       : g_array_new (FALSE, FALSE, sizeof (PlxGraphPlace));
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  g_autoptr (GPtrArray) found = plx_session_find_placements (self->session);

  /* What was pinned may be so no more. */
  for (guint i = 0; i < places->len; i++)
    g_array_index (places, PlxGraphPlace, i).is_pinned = FALSE;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PlxPlacement *placement = g_ptr_array_index (found, i);
      PlxGraphPlace place = { 0 };

      if (placement == NULL || !placement->placed)
        continue;

      place.key = plx_graph_key_of (plx_analysis_get_entity (analysis, i));
      place.x = placement->x;
      place.y = placement->y;
      place.is_pinned = placement->pinned;
      g_array_append_val (places, place);
    }

  return places;
}

static const PlxPlacement *
find (PlxGraphView *self,
      GPtrArray    *found,
      guint         node)
{
  guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, node).entity;

  return found != NULL && entity < found->len ? g_ptr_array_index (found, entity) : NULL;
}

/* Shows what the library says of the nodes that are drawn. */
void
plx_graph_view_apply_places (PlxGraphView *self)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GPtrArray) found = NULL;
  gboolean anew = FALSE;

  /* One that is being made begins with these places. */
  if (self->graph == NULL || self->analysis != plx_session_get_analysis (self->session))
    return;

  found = plx_session_find_placements (self->session);
  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, i);
      const PlxPlacement *placement = find (self, found, i);

      if (placement != NULL && placement->hidden)
        g_array_append_val (hidden, node->key);

      if (placement != NULL && placement->placed)
        plx_graph_canvas_put (self->canvas, i, (PlxGraphPoint) { placement->x, placement->y },
                              placement->pinned);
      else if (!node->is_pinned)
        plx_graph_canvas_put (self->canvas, i, (PlxGraphPoint) { node->x, node->y }, FALSE);
      else
        anew = TRUE;
    }

  plx_graph_canvas_set_hidden (self->canvas, (const guint64 *) hidden->data, hidden->len);
  plx_graph_view_tell (self);

  /* Where it would lie by itself has to be found first. */
  if (anew)
    plx_graph_view_make (self);
}

/* “Move Ann”, “Move 3 Names”: what the history calls a step. */
static char *
dup_label (PlxGraphScene *scene,
           const char    *one,
           const char    *many)
{
  for (guint i = 0; i < scene->n && scene->n_selected == 1; i++)
    if (scene->flags[i] & PLX_GRAPH_SELECTED)
      {
        g_autoptr (GString) text = g_string_new (one);

        g_string_replace (text, "%s", plx_graph_scene_get_name (scene, i), 1);
        return g_string_free_and_steal (g_steal_pointer (&text));
      }

  return g_strdup (many);
}

/* Whether the library can be asked at all, of what is drawn. */
static PlxGraphScene *
get_scene (PlxGraphView *self)
{
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);

  return scene != NULL && scene->analysis == plx_session_get_analysis (self->session) &&
         plx_session_get_story (self->session) != NULL ? scene : NULL;
}

/**
 * plx_graph_view_keep_places:
 * @self: a view
 * @pinned: whether they stay there, or go where the layout wants them
 *
 * Keeps the places of the selected nodes with the story.
 */
void
plx_graph_view_keep_places (PlxGraphView *self,
                            gboolean      pinned)
{
  g_autoptr (GPtrArray) placements = g_ptr_array_new_with_free_func
    ((GDestroyNotify) plx_placement_free);
  PlxGraphScene *scene = get_scene (self);
  g_autofree char *label = NULL;

  for (guint i = 0; scene != NULL && i < scene->n; i++)
    {
      PlxPlacement *placement;

      if ((scene->flags[i] & PLX_GRAPH_SELECTED) == 0)
        continue;

      placement = plx_session_dup_placement (self->session,
                                             plx_graph_scene_node (scene, i)->entity);
      if (pinned)
        plx_placement_move (placement, scene->at[i].x, scene->at[i].y, TRUE);
      else
        plx_placement_let_go (placement);
      g_ptr_array_add (placements, placement);
    }

  if (placements->len == 0)
    return;

  label = pinned ? dup_label (scene, _("Move %s"), _("Move Names"))
                 : dup_label (scene, _("Unpin %s"), _("Unpin Names"));
  plx_session_place (self->session, placements, label);
}

static gboolean
wants (PlxGraphScene *scene,
       GPtrArray     *found,
       guint          node,
       gboolean       hidden)
{
  const PlxPlacement *placement =
    g_ptr_array_index (found, plx_graph_scene_node (scene, node)->entity);

  return hidden ? (scene->flags[node] & PLX_GRAPH_SELECTED) != 0
                : placement != NULL && placement->hidden;
}

/**
 * plx_graph_view_keep_hidden:
 * @self: a view
 * @hidden: whether the selected nodes are hidden, or all that are hidden are shown again
 *
 * Keeps with the story what the user wants to see.
 */
void
plx_graph_view_keep_hidden (PlxGraphView *self,
                            gboolean      hidden)
{
  g_autoptr (GPtrArray) placements = g_ptr_array_new_with_free_func
    ((GDestroyNotify) plx_placement_free);
  PlxGraphScene *scene = get_scene (self);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *label = NULL;

  if (scene != NULL)
    found = plx_session_find_placements (self->session);

  for (guint i = 0; scene != NULL && i < scene->n; i++)
    {
      PlxPlacement *placement;

      if (!wants (scene, found, i, hidden))
        continue;

      placement = plx_session_dup_placement (self->session,
                                             plx_graph_scene_node (scene, i)->entity);
      placement->hidden = hidden;
      g_ptr_array_add (placements, placement);
    }

  if (placements->len == 0)
    return;

  label = hidden ? dup_label (scene, _("Hide %s"), _("Hide Names"))
                 : g_strdup (_("Show All Names"));
  plx_session_place (self->session, placements, label);
}
