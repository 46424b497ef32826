/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

typedef struct
{
  guint  to;
  double length;
} PlxLayoutNeighbour;

/* A layout in the making. Nodes are named by their place in the graph. */
typedef struct
{
  PlxGraph           *graph;
  PlxAnalysis        *analysis;
  GCancellable       *cancellable;
  guint               n;
  guint              *first;      /* where the neighbours of a node begin; n + 1 */
  PlxLayoutNeighbour *neighbours;
  guint              *part;       /* of each node */
  guint               n_parts;
  double             *width;      /* half of what the name needs */
  gboolean           *placed;     /* whether @previous had it */
  gboolean            warm;       /* whether it had any */
  GRand              *rand;
} PlxLayout;

static inline PlxGraphNode *
plx_layout_node (const PlxLayout *self,
                 guint            index)
{
  return &g_array_index (self->graph->nodes, PlxGraphNode, index);
}

static inline gboolean
plx_layout_cancelled (const PlxLayout *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

void plx_layout_measure_names (PlxLayout *self);
void plx_layout_part_names    (PlxLayout *self);
void plx_layout_pack_parts    (PlxLayout *self);

G_END_DECLS
