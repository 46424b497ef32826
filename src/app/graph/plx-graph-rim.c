/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-rim"

#include "config.h"

#include "graph/plx-graph-rim.h"

#include <math.h>

/* Up to so many sources the rim has a part for each; beyond, it tells only how many. */
#define MAX_PARTS 12
#define GAP 0.28

/**
 * plx_graph_rim_find_arcs:
 * @n_sources: how many sources there are
 * @sources: a bit for each of the first 64 that mentions the node
 * @arcs: (out caller-allocates): the parts of the rim
 *
 * Tells what the rim of a node is made of: a part for each source that mentions it, from the top
 * around with the clock.
 *
 * Returns: how many parts there are
 */
guint
plx_graph_rim_find_arcs (guint       n_sources,
                         guint64     sources,
                         PlxGraphArc arcs[PLX_GRAPH_MAX_ARCS])
{
  const guint n = MIN (n_sources, PLX_GRAPH_MAX_ARCS);
  guint count = 0, n_arcs = 0;

  if (n > MAX_PARTS)
    {
      for (guint64 rest = sources; rest != 0; rest &= rest - 1)
        count++;
      arcs[0] = (PlxGraphArc) { 0, MIN (2 * G_PI * count / n, 2 * G_PI - 0.01) };

      return 1;
    }

  for (guint i = 0; i < n; i++)
    if (sources >> i & 1)
      arcs[n_arcs++] = (PlxGraphArc) { 2 * G_PI * i / n + GAP / 2,
                                       2 * G_PI * (i + 1) / n - GAP / 2 };

  return n_arcs;
}

/* How far from the middle of a node its rim is: corners reach further than a circle. */
double
plx_graph_rim_get_radius (PlxKind kind,
                          double  radius)
{
  return radius * (kind == PLX_KIND_PERSON ? 1 : 1.25) + PLX_GRAPH_RIM_DISTANCE;
}

/**
 * plx_graph_rim_append:
 * @builder: the outline to which it is added
 * @n_sources: how many sources there are
 * @sources: a bit for each that mentions the node
 * @middle: where the node is
 * @radius: how far from there
 *
 * Draws the rim of a node.
 */
void
plx_graph_rim_append (GskPathBuilder *builder,
                      guint           n_sources,
                      guint64         sources,
                      PlxGraphPoint   middle,
                      double          radius)
{
  PlxGraphArc arcs[PLX_GRAPH_MAX_ARCS];
  guint n = plx_graph_rim_find_arcs (n_sources, sources, arcs);

  for (guint i = 0; i < n; i++)
    {
      gsk_path_builder_move_to (builder, middle.x + radius * sin (arcs[i].from),
                                middle.y - radius * cos (arcs[i].from));
      gsk_path_builder_svg_arc_to (builder, radius, radius, 0,
                                   arcs[i].to - arcs[i].from > G_PI, TRUE,
                                   middle.x + radius * sin (arcs[i].to),
                                   middle.y - radius * cos (arcs[i].to));
    }
}
