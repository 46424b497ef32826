/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* A scope of an article: the mentions [start, end) of its annotation that are shown. */
typedef struct
{
  PlxAnnotation *annotation;
  guint32        article;
  guint32        scope; /* rises within an article */
  guint32        start;
  guint32        end;
} PlxScopeSpan;

typedef void (* PlxScopeFunc) (const PlxScopeSpan *span,
                               gpointer            user_data);

guint plx_graph_scopes_each (PlxAnalysis   *analysis,
                             PlxPassages   *passages,
                             PlxGraphScope  scope,
                             PlxScopeFunc   func,
                             gpointer       user_data);

PlxGraphHits *plx_graph_hits_new      (PlxGraph           *graph,
                                       PlxAnalysis        *analysis,
                                       PlxPassages        *passages);
PlxGraphHits *plx_graph_hits_ref      (PlxGraphHits       *self);
void          plx_graph_hits_unref    (PlxGraphHits       *self);
GArray       *plx_graph_hits_dup_refs (const PlxGraphHits *self,
                                       guint               node);

G_END_DECLS
