/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

#define PLX_GRAPH_MAX_ARCS 64

/* How wide a rim is, and how far from its node, in pixels. */
#define PLX_GRAPH_RIM_WIDTH 1.6
#define PLX_GRAPH_RIM_DISTANCE 3.5

/**
 * PlxGraphArc:
 * @from: where it begins, in radians from the top, with the clock
 * @to: where it ends
 *
 * A part of the rim of a node.
 */
typedef struct
{
  double from;
  double to;
} PlxGraphArc;

guint  plx_graph_rim_find_arcs  (guint           n_sources,
                                 guint64         sources,
                                 PlxGraphArc     arcs[PLX_GRAPH_MAX_ARCS]);
double plx_graph_rim_get_radius (PlxKind         kind,
                                 double          radius);
void   plx_graph_rim_append     (GskPathBuilder *builder,
                                 guint           n_sources,
                                 guint64         sources,
                                 PlxGraphPoint   middle,
                                 double          radius);

G_END_DECLS
