/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export.h"

#include <glib/gi18n-lib.h>

#include "graph/plx-graph-export-private.h"

G_DEFINE_ENUM_TYPE (PlxGraphFormat, plx_graph_format,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_JSON, "json"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_GRAPHML, "graphml"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_GEXF, "gexf"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_DOT, "dot"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_CSV_NODES, "csv-nodes"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_CSV_EDGES, "csv-edges"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_CSV_EVIDENCE, "csv-evidence"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_SVG, "svg"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_FORMAT_PNG, "png"))

static const struct
{
  const char *suffix;
  void      (*write) (const PlxGraphExport *self,
                      GString              *out);
} formats[PLX_GRAPH_N_FORMATS] = {
  [PLX_GRAPH_FORMAT_JSON] = { ".json", plx_graph_write_json },
  [PLX_GRAPH_FORMAT_GRAPHML] = { ".graphml", plx_graph_write_graphml },
  [PLX_GRAPH_FORMAT_GEXF] = { ".gexf", plx_graph_write_gexf },
  [PLX_GRAPH_FORMAT_DOT] = { ".dot", plx_graph_write_dot },
  [PLX_GRAPH_FORMAT_CSV_NODES] = { "-nodes.csv", plx_graph_write_nodes },
  [PLX_GRAPH_FORMAT_CSV_EDGES] = { "-edges.csv", plx_graph_write_edges },
  [PLX_GRAPH_FORMAT_CSV_EVIDENCE] = { "-evidence.csv", plx_graph_write_evidence },
  [PLX_GRAPH_FORMAT_SVG] = { ".svg", plx_graph_write_svg },
  [PLX_GRAPH_FORMAT_PDF] = { ".pdf", NULL },
  [PLX_GRAPH_FORMAT_PNG] = { ".png", NULL },
};

/**
 * plx_graph_format_get_suffix:
 * @format: a format
 *
 * Returns: how names of files of it end, with what parts the suffix from the name
 */
const char *
plx_graph_format_get_suffix (PlxGraphFormat format)
{
  g_return_val_if_fail (format < PLX_GRAPH_N_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * plx_graph_format_from_name:
 * @name: the name of a file
 * @format: (out): what it is to be written as
 *
 * Returns: whether the end of the name tells a format
 */
gboolean
plx_graph_format_from_name (const char     *name,
                            PlxGraphFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < PLX_GRAPH_N_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
plx_graph_export_has_column (const PlxGraphExport *self,
                             const PlxGraphColumn *column)
{
  return self->difference != NULL || !column->contrasts;
}

const PlxGraphNode *
plx_graph_export_node (const PlxGraphExport *self,
                       guint                 node)
{
  return &g_array_index (self->graph->nodes, PlxGraphNode, node);
}

const PlxGraphEdge *
plx_graph_export_edge (const PlxGraphExport *self,
                       guint                 edge)
{
  return &g_array_index (self->graph->edges, PlxGraphEdge, edge);
}

const PlxEntityRecord *
plx_graph_export_entity (const PlxGraphExport *self,
                         guint                 node)
{
  return plx_analysis_get_entity (self->analysis, plx_graph_export_node (self, node)->entity);
}

gboolean
plx_graph_export_shows_node (const PlxGraphExport *self,
                             guint                 node)
{
  return self->hidden == NULL || !self->hidden[node];
}

gboolean
plx_graph_export_shows_edge (const PlxGraphExport *self,
                             guint                 edge)
{
  const PlxGraphEdge *tie = plx_graph_export_edge (self, edge);

  return plx_graph_export_shows_node (self, tie->a) && plx_graph_export_shows_node (self, tie->b);
}

PlxGraphContrastKind
plx_graph_export_node_kind (const PlxGraphExport *self,
                            guint                 node)
{
  return self->difference != NULL
           ? g_array_index (self->difference->nodes, PlxGraphContrast, node).kind
           : PLX_GRAPH_CONTRAST_BOTH;
}

PlxGraphContrastKind
plx_graph_export_edge_kind (const PlxGraphExport *self,
                            guint                 edge)
{
  return self->difference != NULL
           ? g_array_index (self->difference->edges, PlxGraphContrast, edge).kind
           : PLX_GRAPH_CONTRAST_BOTH;
}

/* (transfer full): what an article is called. */
char *
plx_graph_export_dup_article (const PlxGraphExport *self,
                              guint                 article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  g_autofree char *name = NULL;

  if (self->articles != NULL)
    return g_strdup (self->articles[article]);

  name = plx_document_dup_source (document);

  /* Translators: an article of which nothing is known; %u is its number */
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf (_("Article %u"), article + 1);
}

/* (transfer full): what the graph is called. */
char *
plx_graph_export_dup_title (const PlxGraphExport *self)
{
  return g_strdup (self->title != NULL ? self->title : _("Who appears with whom"));
}

/**
 * plx_graph_export:
 * @self: what is to be written
 * @format: as what
 * @error: return location for an error; only a drawing for which there is no memory fails
 *
 * Writes a graph, with the sentences behind it, as a file for other programs or as a drawing.
 *
 * The same graph gives the same file, but for the date that a PDF has in it.
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` on error
 */
GBytes *
plx_graph_export (const PlxGraphExport  *self,
                  PlxGraphFormat         format,
                  GError               **error)
{
  g_return_val_if_fail (format < PLX_GRAPH_N_FORMATS, NULL);
  g_return_val_if_fail (self->analysis != NULL && self->graph != NULL, NULL);
  g_return_val_if_fail (self->difference == NULL || self->difference->graph == self->graph, NULL);

  if (formats[format].write != NULL)
    {
      GString *out = g_string_new (NULL);

      formats[format].write (self, out);

      return g_string_free_to_bytes (out);
    }
  else
    {
      g_autoptr (GByteArray) out = g_byte_array_new ();
      const gboolean written = format == PLX_GRAPH_FORMAT_PDF
                                 ? plx_graph_write_pdf (self, out, error)
                                 : plx_graph_write_png (self, out, error);

      return written ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
    }
}
