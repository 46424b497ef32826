/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include "graph/plx-csv.h"

static void
append_head (const PlxGraphExport *self,
             const PlxGraphColumn *columns,
             GString              *out)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    if (plx_graph_export_has_column (self, column))
      g_string_append_printf (out, ",%s", column->name);
  g_string_append (out, "\r\n");
}

static void
append_values (const PlxGraphExport *self,
               const PlxGraphColumn *columns,
               guint                 index,
               GString              *out)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    {
      g_autofree char *value = NULL;

      if (!plx_graph_export_has_column (self, column))
        continue;

      g_string_append_c (out, ',');
      if ((value = column->dup (self, index)) != NULL)
        plx_csv_append (out, value, column->type == PLX_GRAPH_VALUE_STRING);
    }
  g_string_append (out, "\r\n");
}

void
plx_graph_write_nodes (const PlxGraphExport *self,
                       GString              *out)
{
  g_string_append (out, "id");
  append_head (self, plx_graph_node_columns, out);

  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      {
        g_string_append_printf (out, "n%u", i + 1);
        append_values (self, plx_graph_node_columns, i, out);
      }
}

void
plx_graph_write_edges (const PlxGraphExport *self,
                       GString              *out)
{
  g_string_append (out, "source,target,source_name,target_name");
  append_head (self, plx_graph_edge_columns, out);

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = plx_graph_export_edge (self, i);

      if (!plx_graph_export_shows_edge (self, i))
        continue;

      g_string_append_printf (out, "n%u,n%u,", edge->a + 1, edge->b + 1);
      plx_csv_append (out, plx_graph_export_entity (self, edge->a)->name, TRUE);
      g_string_append_c (out, ',');
      plx_csv_append (out, plx_graph_export_entity (self, edge->b)->name, TRUE);
      append_values (self, plx_graph_edge_columns, i, out);
    }
}

/* A bit for each sentence of an article that is behind something. */
static void
mark (GPtrArray *marks,
      GArray    *refs)
{
  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);

      ((guint8 *) g_ptr_array_index (marks, ref.article))[ref.sentence] = TRUE;
    }
}

static GPtrArray *
mark_evidence (const PlxGraphExport *self)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    g_ptr_array_add (marks, g_new0 (guint8, plx_analysis_get_annotation (self->analysis,
                                                                         i)->sentences->len + 1));

  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      mark (marks, plx_graph_export_node (self, i)->refs);

  for (guint i = 0; i < self->graph->edges->len; i++)
    if (plx_graph_export_shows_edge (self, i))
      {
        g_autoptr (GArray) refs = plx_graph_dup_edge_refs (self->graph, i);

        mark (marks, refs);
      }

  return marks;
}

static void
append_sentence (const PlxGraphExport *self,
                 PlxSentenceRef        ref,
                 const char           *article,
                 GString              *out)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, ref.article);
  const char *published = document->fields[PLX_FIELD_PUBLISHED];
  g_autofree char *text = plx_analysis_dup_sentence (self->analysis, ref);

  g_string_append_printf (out, "%u.%u,%u,", ref.article + 1, ref.sentence + 1, ref.article + 1);
  plx_csv_append (out, article, TRUE);
  g_string_append_c (out, ',');
  plx_csv_append (out, published != NULL ? published : "", TRUE);
  g_string_append_printf (out, ",%u,", ref.sentence + 1);
  plx_csv_append (out, text, TRUE);
  g_string_append (out, "\r\n");
}

void
plx_graph_write_evidence (const PlxGraphExport *self,
                          GString              *out)
{
  g_autoptr (GPtrArray) marks = mark_evidence (self);

  g_string_append (out, "id,article,article_name,published,sentence,text\r\n");

  for (guint i = 0; i < marks->len; i++)
    {
      const guint8 *marked = g_ptr_array_index (marks, i);
      g_autofree char *name = plx_graph_export_dup_article (self, i);

      for (guint j = 0; j < plx_analysis_get_annotation (self->analysis, i)->sentences->len; j++)
        if (marked[j])
          append_sentence (self, (PlxSentenceRef) { i, j }, name, out);
    }
}
