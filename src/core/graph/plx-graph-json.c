/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include "model/plx-json.h"

#include <json-glib/json-glib.h>

static void
add_value (JsonBuilder          *builder,
           const PlxGraphColumn *column,
           const char           *value)
{
  json_builder_set_member_name (builder, column->name);

  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    switch (column->type)
      {
      case PLX_GRAPH_VALUE_INTEGER:
        json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
        break;

      case PLX_GRAPH_VALUE_NUMBER:
        json_builder_add_double_value (builder, g_ascii_strtod (value, NULL));
        break;

      case PLX_GRAPH_VALUE_BOOLEAN:
        json_builder_add_boolean_value (builder, g_str_equal (value, "true"));
        break;

      case PLX_GRAPH_VALUE_STRING:
      default:
        json_builder_add_string_value (builder, value);
      }
}

/* Here the sentences stand in full, and need no ids. */
static void
add_values (const PlxGraphExport *self,
            JsonBuilder          *builder,
            const PlxGraphColumn *columns,
            guint                 index)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    if (plx_graph_export_has_column (self, column) && !g_str_equal (column->name, "evidence"))
      {
        g_autofree char *value = column->dup (self, index);

        add_value (builder, column, value);
      }
}

/* Where a sentence stands in its article. To find out one has to go through that from its head, and
 * an edge asks for the same sentences as its ends. */
typedef struct
{
  guint8 is_known;
  guint8 place;
  guint  paragraph;
} Standing;

/* (transfer full): for each article room for the standing of each sentence. */
static GPtrArray *
standings_new (PlxAnalysis *analysis)
{
  GPtrArray *standings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    g_ptr_array_add (standings, g_new0 (Standing, plx_analysis_get_annotation (analysis,
                                                                               i)->sentences->len +
                                                  1));

  return standings;
}

static const Standing *
find_standing (PlxAnalysis    *analysis,
               GPtrArray      *standings,
               PlxSentenceRef  ref)
{
  Standing *standing = &((Standing *) g_ptr_array_index (standings, ref.article))[ref.sentence];

  if (!standing->is_known)
    {
      standing->place = plx_analysis_get_place (analysis, ref, &standing->paragraph);
      standing->is_known = TRUE;
    }

  return standing;
}

static void
add_sentences (const PlxGraphExport *self,
               JsonBuilder          *builder,
               GPtrArray            *standings,
               GArray               *refs)
{
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);

  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);
      g_autofree char *text = plx_analysis_dup_sentence (self->analysis, ref);
      const Standing *standing = find_standing (self->analysis, standings, ref);

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "article", ref.article);
      plx_json_add_int (builder, "sentence", ref.sentence);
      plx_json_add_string (builder, "place", plx_enum_to_nick (PLX_TYPE_PLACE, standing->place));
      plx_json_add_int (builder, "paragraph", standing->paragraph);
      plx_json_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_articles (const PlxGraphExport *self,
              JsonBuilder          *builder)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autofree char *name = plx_graph_export_dup_article (self, i);

      json_builder_add_string_value (builder, name);
    }
  json_builder_end_array (builder);
}

static void
add_options (const PlxGraphExport *self,
             JsonBuilder          *builder)
{
  const PlxGraph *graph = self->graph;

  plx_json_add_string (builder, "window",
                       plx_enum_to_nick (PLX_TYPE_GRAPH_SCOPE, graph->options.scope));
  plx_json_add_string (builder, "weighting", plx_enum_to_nick (PLX_TYPE_GRAPH_WEIGHTING,
                                                               graph->options.weighting));
  json_builder_set_member_name (builder, "threshold");
  json_builder_add_double_value (builder, graph->options.threshold);
  plx_json_add_int (builder, "scopes", graph->n_scopes);
  plx_json_add_int (builder, "hidden", graph->n_hidden_nodes);
  plx_json_add_int (builder, "hidden_edges", graph->n_hidden_edges);
}

static void
add_side (const PlxGraphExport *self,
          JsonBuilder          *builder,
          const char           *member,
          PlxGraphSide          side,
          const char           *name)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  plx_json_add_string (builder, "name", name);
  plx_json_add_int (builder, "articles", self->difference->n_articles[side]);
  plx_json_add_int (builder, "scopes", self->difference->n_scopes[side]);
  json_builder_end_object (builder);
}

static void
add_nodes (const PlxGraphExport *self,
           JsonBuilder          *builder,
           GPtrArray            *standings,
           guint                *numbers)
{
  guint n = 0;

  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      {
        numbers[i] = n++;
        json_builder_begin_object (builder);
        add_values (self, builder, plx_graph_node_columns, i);
        add_sentences (self, builder, standings, plx_graph_export_node (self, i)->refs);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_edges (const PlxGraphExport *self,
           JsonBuilder          *builder,
           GPtrArray            *standings,
           const guint          *numbers)
{
  json_builder_set_member_name (builder, "edges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->graph->edges->len; i++)
    if (plx_graph_export_shows_edge (self, i))
      {
        const PlxGraphEdge *edge = plx_graph_export_edge (self, i);
        g_autoptr (GArray) refs = plx_graph_dup_edge_refs (self->graph, i);

        json_builder_begin_object (builder);
        plx_json_add_int (builder, "a", numbers[edge->a]);
        plx_json_add_int (builder, "b", numbers[edge->b]);
        add_values (self, builder, plx_graph_edge_columns, i);
        add_sentences (self, builder, standings, refs);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

void
plx_graph_write_json (const PlxGraphExport *self,
                      GString              *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree guint *numbers = g_new0 (guint, self->graph->nodes->len + 1);
  g_autoptr (GPtrArray) standings = standings_new (self->analysis);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "title", self->title);
  add_articles (self, builder);
  add_options (self, builder);
  if (self->difference != NULL)
    {
      add_side (self, builder, "here", PLX_GRAPH_SIDE_HERE, self->here);
      add_side (self, builder, "there", PLX_GRAPH_SIDE_THERE, self->there);
    }
  add_nodes (self, builder, standings, numbers);
  add_edges (self, builder, standings, numbers);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}
