/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-difference.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_FORMAT (plx_graph_format_get_type ())

/**
 * PlxGraphFormat:
 * @PLX_GRAPH_FORMAT_JSON: one JSON object, on one line
 * @PLX_GRAPH_FORMAT_GRAPHML: GraphML
 * @PLX_GRAPH_FORMAT_GEXF: GEXF 1.3
 * @PLX_GRAPH_FORMAT_DOT: the language of Graphviz
 * @PLX_GRAPH_FORMAT_CSV_NODES: a table of the nodes
 * @PLX_GRAPH_FORMAT_CSV_EDGES: a table of the edges
 * @PLX_GRAPH_FORMAT_CSV_EVIDENCE: a table of the sentences behind both
 * @PLX_GRAPH_FORMAT_SVG: a drawing whose words are words
 * @PLX_GRAPH_FORMAT_PDF: a drawing of one page, as large as it needs to be
 * @PLX_GRAPH_FORMAT_PNG: a drawing of dots
 *
 * What a graph can be written as.
 */
typedef enum
{
  PLX_GRAPH_FORMAT_JSON,
  PLX_GRAPH_FORMAT_GRAPHML,
  PLX_GRAPH_FORMAT_GEXF,
  PLX_GRAPH_FORMAT_DOT,
  PLX_GRAPH_FORMAT_CSV_NODES,
  PLX_GRAPH_FORMAT_CSV_EDGES,
  PLX_GRAPH_FORMAT_CSV_EVIDENCE,
  PLX_GRAPH_FORMAT_SVG,
  PLX_GRAPH_FORMAT_PDF,
  PLX_GRAPH_FORMAT_PNG,
} PlxGraphFormat;

#define PLX_GRAPH_N_FORMATS (PLX_GRAPH_FORMAT_PNG + 1)

/**
 * PlxGraphExport:
 * @analysis: the analysis of which the graph is
 * @graph: the graph, laid out
 * @difference: (nullable): what of it is here and what is there
 * @title: (nullable): what it is called
 * @articles: (nullable) (array): what each article is called; where it is `NULL`, what
 *   [method@Document.dup_source] calls it
 * @here: (nullable): what the first side of @difference is called
 * @there: (nullable): what the second is called
 * @hidden: (nullable) (array): by node, whether the user has hidden it; such nodes and their edges
 *   are left out
 * @rims: whether a drawing shows by the rims of nodes which articles they come from
 *
 * What is to be written. Everything is lent; it can be used on any thread.
 */
typedef struct
{
  PlxAnalysis          *analysis;
  PlxGraph             *graph;
  PlxGraphDifference   *difference;
  const char           *title;
  const char * const   *articles;
  const char           *here;
  const char           *there;
  const guint8         *hidden;
  gboolean              rims;
} PlxGraphExport;

GType       plx_graph_format_get_type   (void);
const char *plx_graph_format_get_suffix (PlxGraphFormat        format);
gboolean    plx_graph_format_from_name  (const char           *name,
                                         PlxGraphFormat       *format);

GBytes     *plx_graph_export            (const PlxGraphExport *self,
                                         PlxGraphFormat        format,
                                         GError              **error);

G_END_DECLS
