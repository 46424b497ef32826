/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-lens"

#include "config.h"

#include "graph/plx-graph-lens.h"

struct _PlxGraphLens
{
  GHashTable *hidden;   /* (element-type guint64) keys that were put away */
  GHashTable *expanded; /* keys of which the neighbours are shown, too */
  guint64     focus;    /* the key around which one looks */
  guint       depth;    /* how many ties around it, or 0 to look at all */
};

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

PlxGraphLens *
plx_graph_lens_new (void)
{
  PlxGraphLens *self = g_new0 (PlxGraphLens, 1);

  self->hidden = new_keys ();
  self->expanded = new_keys ();

  return self;
}

void
plx_graph_lens_free (PlxGraphLens *self)
{
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->expanded);
  g_free (self);
}

/* Hides the nodes of these keys, and no others. */
void
plx_graph_lens_set_hidden (PlxGraphLens  *self,
                           const guint64 *keys,
                           guint          n_keys)
{
  g_hash_table_remove_all (self->hidden);
  for (guint i = 0; i < n_keys; i++)
    g_hash_table_add (self->hidden, g_memdup2 (&keys[i], sizeof keys[i]));
}

/* Shows everything again. */
void
plx_graph_lens_clear (PlxGraphLens *self)
{
  g_hash_table_remove_all (self->hidden);
  g_hash_table_remove_all (self->expanded);
  self->depth = 0;
}

/**
 * plx_graph_lens_focus:
 * @self: a lens
 * @key: of a node
 * @depth: how many ties away from it one still sees
 *
 * Looks at one node and what is around it, and at nothing else.
 */
void
plx_graph_lens_focus (PlxGraphLens *self,
                      guint64       key,
                      guint         depth)
{
  g_hash_table_remove_all (self->expanded);
  self->focus = key;
  self->depth = depth;
}

/* Shows the neighbours of a node, too, even where they were hidden. */
void
plx_graph_lens_expand (PlxGraphLens *self,
                       guint64       key)
{
  g_hash_table_add (self->expanded, g_memdup2 (&key, sizeof key));
}

guint
plx_graph_lens_get_depth (PlxGraphLens *self)
{
  return self->depth;
}

/* Goes as many ties as the lens reaches, one ring after the other. */
static void
mark_around (PlxGraphLens  *self,
             PlxGraphScene *scene,
             guint          middle,
             gboolean      *shown)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = 0;

  shown[middle] = TRUE;
  g_array_append_val (ring, middle);

  for (guint depth = 0; depth < self->depth; depth++)
    for (guint end = ring->len; start < end; start++)
      {
        guint node = g_array_index (ring, guint, start);

        for (guint i = scene->first[node]; i < scene->first[node + 1]; i++)
          {
            guint other = plx_graph_scene_other_end (scene, scene->ties[i], node);

            if (shown[other])
              continue;
            shown[other] = TRUE;
            g_array_append_val (ring, other);
          }
      }
}

static void
mark_expanded (PlxGraphLens  *self,
               PlxGraphScene *scene,
               gboolean      *shown)
{
  for (guint i = 0; i < scene->n; i++)
    if (g_hash_table_contains (self->expanded, &plx_graph_scene_node (scene, i)->key))
      for (guint j = scene->first[i]; j < scene->first[i + 1]; j++)
        shown[plx_graph_scene_other_end (scene, scene->ties[j], i)] = shown[i] = TRUE;
}

/**
 * plx_graph_lens_apply:
 * @self: a lens
 * @scene: a scene
 *
 * Hides the nodes that the lens does not show. A node in the middle that the graph does not have
 * any more is forgotten, and all is shown.
 *
 * Returns: how many are hidden
 */
guint
plx_graph_lens_apply (PlxGraphLens  *self,
                      PlxGraphScene *scene)
{
  g_autofree gboolean *shown = g_new0 (gboolean, scene->n + 1);
  guint middle = PLX_NONE, n_hidden = 0;

  for (guint i = 0; i < scene->n && self->depth > 0; i++)
    if (plx_graph_scene_node (scene, i)->key == self->focus)
      middle = i;

  if (middle == PLX_NONE)
    self->depth = 0;
  else
    mark_around (self, scene, middle, shown);

  for (guint i = 0; i < scene->n; i++)
    if (middle == PLX_NONE)
      shown[i] = TRUE;

  for (guint i = 0; i < scene->n; i++)
    if (g_hash_table_contains (self->hidden, &plx_graph_scene_node (scene, i)->key))
      shown[i] = FALSE;

  mark_expanded (self, scene, shown);

  for (guint i = 0; i < scene->n; i++)
    {
      scene->flags[i] &= ~PLX_GRAPH_HIDDEN;
      if (!shown[i])
        scene->flags[i] |= PLX_GRAPH_HIDDEN;
      n_hidden += !shown[i];
    }

  if (scene->edge != PLX_NONE && !plx_graph_scene_shows_edge (scene, scene->edge))
    scene->edge = PLX_NONE;
  plx_graph_scene_emphasize (scene);

  return n_hidden;
}
