/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-words"

#include "config.h"

#include "graph/plx-graph-words.h"

#include <glib/gi18n.h>

#include "sheet/plx-sheet-words.h"

/* So many neighbours are told by name before one goes to them oneself. */
#define MAX_TOLD 6

/* Says what a node is: name, kind, and how often it is mentioned. */
char *
plx_graph_words_dup_node (const PlxGraphScene *scene,
                          guint                node)
{
  const PlxGraphNode *each = plx_graph_scene_node (scene, node);

  /* Translators: a name, its kind, and in how many sentences it stands */
  return g_strdup_printf (ngettext ("%s, %s, %u sentence", "%s, %s, %u sentences",
                                    each->refs->len),
                          plx_graph_scene_get_name (scene, node),
                          plx_words_kind (scene->kinds[node]), each->refs->len);
}

/* Says with whom a node appears: how many, and the heaviest of them by name. */
char *
plx_graph_words_dup_neighbours (const PlxGraphScene *scene,
                                guint                node)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0, told = 0;

  for (guint i = scene->first[node]; i < scene->first[node + 1]; i++)
    {
      guint edge = scene->ties[i];

      if (!plx_graph_scene_shows_edge (scene, edge))
        continue;

      n++;
      if (told >= MAX_TOLD)
        continue;

      told++;
      /* Translators: between the names of a list */
      g_string_append (names, names->len > 0 ? _(", ") : "");
      g_string_append (names, plx_graph_scene_get_name (scene, plx_graph_scene_other_end (scene,
                                                                                         edge,
                                                                                         node)));
    }

  if (n == 0)
    return g_strdup (_("Appears with nobody"));
  if (n > told)
    /* Translators: names, and how many more there are */
    g_string_append_printf (names, _(" and %u more"), n - told);

  /* Translators: how many neighbours a name has, and who they are */
  return g_strdup_printf (ngettext ("%u neighbour: %s", "%u neighbours: %s", n), n, names->str);
}

/* Says in how many places two names stand together. */
char *
plx_graph_words_dup_together (PlxGraph *graph,
                              guint     edge)
{
  guint weight = g_array_index (graph->edges, PlxGraphEdge, edge).weight;

  switch (graph->options.scope)
    {
    case PLX_GRAPH_SCOPE_NEIGHBOURS:
      return g_strdup_printf (ngettext ("Together in %u pair of sentences",
                                        "Together in %u pairs of sentences", weight), weight);

    case PLX_GRAPH_SCOPE_PARAGRAPH:
      return g_strdup_printf (ngettext ("Together in %u paragraph", "Together in %u paragraphs",
                                        weight), weight);

    case PLX_GRAPH_SCOPE_ARTICLE:
      return g_strdup_printf (ngettext ("Together in %u article", "Together in %u articles",
                                        weight), weight);

    case PLX_GRAPH_SCOPE_SENTENCE:
    default:
      return g_strdup_printf (ngettext ("Together in %u sentence", "Together in %u sentences",
                                        weight), weight);
    }
}

char *
plx_graph_words_dup_edge (const PlxGraphScene *scene,
                          guint                edge)
{
  const PlxGraphEdge *tie = plx_graph_scene_edge (scene, edge);
  g_autofree char *together = plx_graph_words_dup_together (scene->graph, edge);

  /* Translators: two names, and in how many sentences they stand together */
  return g_strdup_printf (_("%s and %s: %s"), plx_graph_scene_get_name (scene, tie->a),
                          plx_graph_scene_get_name (scene, tie->b), together);
}
