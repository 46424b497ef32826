/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph-camera.h"

G_BEGIN_DECLS

/**
 * PlxGraphTies:
 * @graph: a graph
 * @at: (array): where each of its nodes is
 * @camera: from where it is looked at
 *
 * The ties of a graph as they are seen. Everything is borrowed.
 */
typedef struct
{
  PlxGraph             *graph;
  const PlxGraphPoint  *at;
  const PlxGraphCamera *camera;
} PlxGraphTies;

static inline gboolean
plx_graph_ties_touch (const PlxGraphEdge *edge,
                      guint               node)
{
  return edge->a == node || edge->b == node;
}

void  plx_graph_ties_snapshot (const PlxGraphTies *self,
                               GtkSnapshot        *snapshot,
                               guint               node,
                               guint               edge,
                               const GdkRGBA      *text,
                               const GdkRGBA      *accent);
guint plx_graph_ties_find     (const PlxGraphTies *self,
                               double              x,
                               double              y);

G_END_DECLS
