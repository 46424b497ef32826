/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include <math.h>

/* What is told of nodes and edges. A format writes all of it in its own way. */

static char *
dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return isfinite (number) ? g_strdup (g_ascii_formatd (text, sizeof text, "%.6g", number)) : NULL;
}

static char *
dup_integer (gint64 integer)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
}

/* "1.4 2.17": the article and the sentence of each, from 1, as the table of evidence has them. */
static char *
dup_evidence (GArray *refs)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);

      g_string_append_printf (ids, "%s%u.%u", i > 0 ? " " : "", ref.article + 1,
                              ref.sentence + 1);
    }

  return g_string_free_and_steal (g_steal_pointer (&ids));
}

#define NODE_STRING(what, value) \
  static char * \
  dup_node_##what (const PlxGraphExport *self, \
                   guint                 node) \
  { \
    return g_strdup (value); \
  }

#define NODE_INTEGER(what) \
  static char * \
  dup_node_##what (const PlxGraphExport *self, \
                   guint                 node) \
  { \
    return dup_integer (plx_graph_export_node (self, node)->what); \
  }

#define NODE_NUMBER(what) \
  static char * \
  dup_node_##what (const PlxGraphExport *self, \
                   guint                 node) \
  { \
    return dup_number (plx_graph_export_node (self, node)->what); \
  }

/* What was not measured is not told. */
#define NODE_MEASURE(what, dup) \
  static char * \
  dup_node_##what (const PlxGraphExport *self, \
                   guint                 node) \
  { \
    return self->graph->is_measured ? dup (plx_graph_export_node (self, node)->what) : NULL; \
  }

NODE_STRING (name, plx_graph_export_entity (self, node)->name)
NODE_STRING (kind, plx_enum_to_nick (PLX_TYPE_KIND, plx_graph_export_entity (self, node)->kind))
NODE_STRING (country, plx_graph_export_entity (self, node)->country)
NODE_INTEGER (weight)
NODE_INTEGER (n_mentions)
NODE_INTEGER (n_sources)
NODE_NUMBER (x)
NODE_NUMBER (y)
NODE_STRING (pinned, plx_graph_export_node (self, node)->is_pinned ? "true" : "false")
NODE_INTEGER (degree)
NODE_NUMBER (strength)
NODE_MEASURE (betweenness, dup_number)
NODE_MEASURE (pagerank, dup_number)
NODE_MEASURE (core, dup_integer)
NODE_MEASURE (clustering, dup_number)
NODE_MEASURE (group, dup_integer)

static char *
dup_node_evidence (const PlxGraphExport *self,
                   guint                 node)
{
  return dup_evidence (plx_graph_export_node (self, node)->refs);
}

static char *
dup_edge_weight (const PlxGraphExport *self,
                 guint                 edge)
{
  return dup_integer (plx_graph_export_edge (self, edge)->weight);
}

static char *
dup_edge_strength (const PlxGraphExport *self,
                   guint                 edge)
{
  return dup_number (plx_graph_export_edge (self, edge)->strength);
}

static char *
dup_edge_n_sources (const PlxGraphExport *self,
                    guint                 edge)
{
  return dup_integer (plx_graph_export_edge (self, edge)->n_sources);
}

static char *
dup_edge_evidence (const PlxGraphExport *self,
                   guint                 edge)
{
  g_autoptr (GArray) refs = plx_graph_dup_edge_refs (self->graph, edge);

  return dup_evidence (refs);
}

#define CONTRAST(which, array, what, value) \
  static char * \
  dup_##which##_##what (const PlxGraphExport *self, \
                        guint                 index) \
  { \
    const PlxGraphContrast *contrast = &g_array_index (self->difference->array, \
                                                       PlxGraphContrast, index); \
    return value; \
  }

#define CONTRASTS(which, array) \
  CONTRAST (which, array, contrast, g_strdup (plx_enum_to_nick (PLX_TYPE_GRAPH_CONTRAST_KIND, \
                                                                contrast->kind))) \
  CONTRAST (which, array, here, dup_integer (contrast->here)) \
  CONTRAST (which, array, there, dup_integer (contrast->there)) \
  CONTRAST (which, array, log_ratio, dup_number (contrast->log_ratio)) \
  CONTRAST (which, array, p, dup_number (contrast->p)) \
  CONTRAST (which, array, q, dup_number (contrast->q))

CONTRASTS (node, nodes)
CONTRASTS (edge, edges)

#define CONTRAST_COLUMNS(which) \
  { "contrast", PLX_GRAPH_VALUE_STRING, TRUE, dup_##which##_contrast }, \
  { "here", PLX_GRAPH_VALUE_INTEGER, TRUE, dup_##which##_here }, \
  { "there", PLX_GRAPH_VALUE_INTEGER, TRUE, dup_##which##_there }, \
  { "log_ratio", PLX_GRAPH_VALUE_NUMBER, TRUE, dup_##which##_log_ratio }, \
  { "p", PLX_GRAPH_VALUE_NUMBER, TRUE, dup_##which##_p }, \
  { "q", PLX_GRAPH_VALUE_NUMBER, TRUE, dup_##which##_q }

/* The first is the name, the last the evidence: formats with a place of their own for either leave
 * it out. */
const PlxGraphColumn plx_graph_node_columns[] = {
  { "name", PLX_GRAPH_VALUE_STRING, FALSE, dup_node_name },
  { "kind", PLX_GRAPH_VALUE_STRING, FALSE, dup_node_kind },
  { "country", PLX_GRAPH_VALUE_STRING, FALSE, dup_node_country },
  { "weight", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_weight },
  { "mentions", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_n_mentions },
  { "sources", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_n_sources },
  { "x", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_x },
  { "y", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_y },
  { "pinned", PLX_GRAPH_VALUE_BOOLEAN, FALSE, dup_node_pinned },
  { "degree", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_degree },
  { "strength", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_strength },
  { "betweenness", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_betweenness },
  { "pagerank", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_pagerank },
  { "core", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_core },
  { "clustering", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_node_clustering },
  { "group", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_node_group },
  CONTRAST_COLUMNS (node),
  { "evidence", PLX_GRAPH_VALUE_STRING, FALSE, dup_node_evidence },
  { NULL },
};

const PlxGraphColumn plx_graph_edge_columns[] = {
  { "weight", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_edge_weight },
  { "strength", PLX_GRAPH_VALUE_NUMBER, FALSE, dup_edge_strength },
  { "sources", PLX_GRAPH_VALUE_INTEGER, FALSE, dup_edge_n_sources },
  CONTRAST_COLUMNS (edge),
  { "evidence", PLX_GRAPH_VALUE_STRING, FALSE, dup_edge_evidence },
  { NULL },
};
