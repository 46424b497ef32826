/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-export.h"

G_BEGIN_DECLS

/* What a value of a table is. */
typedef enum
{
  PLX_GRAPH_VALUE_STRING,
  PLX_GRAPH_VALUE_INTEGER,
  PLX_GRAPH_VALUE_NUMBER,
  PLX_GRAPH_VALUE_BOOLEAN,
} PlxGraphValueType;

/* One thing that is told of each node or each edge, the same in all formats. */
typedef struct _PlxGraphColumn PlxGraphColumn;

struct _PlxGraphColumn
{
  const char        *name;
  PlxGraphValueType  type;
  gboolean           contrasts; /* whether only a difference has it */

  /* (transfer full) (nullable): a number with a point, "true" or "false", or words */
  char            *(*dup) (const PlxGraphExport *self,
                           guint                 index);
};

/* plx-graph-columns.c; both end with one without a name */
extern const PlxGraphColumn plx_graph_node_columns[];
extern const PlxGraphColumn plx_graph_edge_columns[];

gboolean                plx_graph_export_has_column   (const PlxGraphExport *self,
                                                       const PlxGraphColumn *column);
const PlxGraphNode     *plx_graph_export_node         (const PlxGraphExport *self,
                                                       guint                 node);
const PlxGraphEdge     *plx_graph_export_edge         (const PlxGraphExport *self,
                                                       guint                 edge);
const PlxEntityRecord  *plx_graph_export_entity       (const PlxGraphExport *self,
                                                       guint                 node);
gboolean                plx_graph_export_shows_node   (const PlxGraphExport *self,
                                                       guint                 node);
gboolean                plx_graph_export_shows_edge   (const PlxGraphExport *self,
                                                       guint                 edge);
PlxGraphContrastKind    plx_graph_export_node_kind    (const PlxGraphExport *self,
                                                       guint                 node);
PlxGraphContrastKind    plx_graph_export_edge_kind    (const PlxGraphExport *self,
                                                       guint                 edge);
char                   *plx_graph_export_dup_article  (const PlxGraphExport *self,
                                                       guint                 article);
char                   *plx_graph_export_dup_title    (const PlxGraphExport *self);

/* The formats; each appends a whole file. */
void plx_graph_write_json     (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_graphml  (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_gexf     (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_dot      (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_nodes    (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_edges    (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_evidence (const PlxGraphExport *self,
                               GString              *out);
void plx_graph_write_svg      (const PlxGraphExport *self,
                               GString              *out);
gboolean plx_graph_write_pdf  (const PlxGraphExport *self,
                               GByteArray           *out,
                               GError              **error);
gboolean plx_graph_write_png  (const PlxGraphExport *self,
                               GByteArray           *out,
                               GError              **error);

/* plx-graph-xml.c: words as XML 1.0 can hold them. */
void plx_graph_append_xml     (GString              *out,
                               const char           *words);

G_END_DECLS
