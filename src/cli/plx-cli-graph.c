/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-graph"

#include "config.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"
#include "graph/plx-graph.h"

#include "plx-cli.h"

static void
print_json (PlxAnalysis *analysis,
            PlxGraph    *graph,
            GPtrArray   *names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (names, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (graph->nodes, PlxGraphNode, i);
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, node->entity);

      json_builder_begin_object (builder);
      plx_cli_add_string (builder, "name", entity->name);
      plx_cli_add_string (builder, "kind", plx_enum_to_nick (PLX_TYPE_KIND, entity->kind));
      plx_cli_add_string (builder, "country", entity->country);
      plx_cli_add_int (builder, "weight", node->weight);
      json_builder_set_member_name (builder, "x");
      json_builder_add_double_value (builder, node->x);
      json_builder_set_member_name (builder, "y");
      json_builder_add_double_value (builder, node->y);
      plx_cli_add_sentences (builder, analysis, node->refs);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "edges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);
      g_autoptr (GArray) refs = plx_graph_dup_edge_refs (graph, i);

      json_builder_begin_object (builder);
      plx_cli_add_int (builder, "a", edge->a);
      plx_cli_add_int (builder, "b", edge->b);
      plx_cli_add_int (builder, "weight", edge->weight);
      plx_cli_add_sentences (builder, analysis, refs);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plx_cli_add_int (builder, "hidden", graph->n_hidden_nodes);
  json_builder_end_object (builder);

  plx_cli_print_json (builder);
}

static void
print_for_people (PlxAnalysis *analysis,
                  PlxGraph    *graph)
{
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);
      const PlxGraphNode *a = &g_array_index (graph->nodes, PlxGraphNode, edge->a);
      const PlxGraphNode *b = &g_array_index (graph->nodes, PlxGraphNode, edge->b);

      printf ("%4u  %s – %s\n", edge->weight, plx_analysis_get_entity (analysis, a->entity)->name,
              plx_analysis_get_entity (analysis, b->entity)->name);
    }
}

/**
 * plx_cli_graph:
 *
 * `graph`: which entities appear together, with where the layout puts them.
 */
PlxCliStatus
plx_cli_graph (int    argc,
               char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *scope_nick = NULL;
  gboolean json = FALSE;
  int min_weight = 1;
  int scope = PLX_GRAPH_SCOPE_SENTENCE;
  PlxGraphOptions options = { 0 };
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxGraph) graph = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print one JSON object", NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope_nick,
      "How near two entities must stand to count as together (sentence)",
      "sentence|neighbours|paragraph|article" },
    { "min-weight", 0, 0, G_OPTION_ARG_INT, &min_weight, "Leave out weaker ties (1)", "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Shows who appears with whom.", argc, argv))
    return PLX_CLI_USAGE;
  if (!plx_cli_parse_files (files))
    return PLX_CLI_USAGE;
  if (scope_nick != NULL && !plx_enum_from_nick (PLX_TYPE_GRAPH_SCOPE, scope_nick, &scope))
    return plx_cli_usage ("“%s” is not “sentence”, “neighbours”, “paragraph” or “article”",
                          scope_nick);
  if (min_weight < 1)
    return plx_cli_usage ("the smallest weight is 1");

  documents = plx_cli_read_paths (files, names, NULL, &status);
  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, plx_cli_today (),
                                    NULL, &error);
  if (analysis == NULL)
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  passages = plx_passages_new (analysis, TRUE);
  options.scope = scope;
  options.threshold = min_weight;
  graph = plx_graph_new (analysis, passages, &options);
  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);

  if (json)
    print_json (analysis, graph, names);
  else
    print_for_people (analysis, graph);

  return status;
}
