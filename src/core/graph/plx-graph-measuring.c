/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include "graph/plx-graph-network.h"

/* Up to here betweenness is exact; above, ways are looked for from that many nodes. */
#define MAX_EXACT 2000
#define N_SAMPLES 500

/**
 * plx_graph_to_network:
 * @self: a graph
 *
 * Returns: (transfer full): its nodes and edges, for computing with; a link weighs what the edge's
 *   strength is
 */
PlxNetwork *
plx_graph_to_network (PlxGraph *self)
{
  g_autofree PlxLink *links = g_new (PlxLink, self->edges->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->edges, PlxGraphEdge, i);

      links[i] = (PlxLink) { edge->a, edge->b, edge->strength };
    }

  return plx_network_new (self->nodes->len, links, self->edges->len);
}

static void
measure_numbers (PlxGraph         *self,
                 const PlxNetwork *network,
                 GCancellable     *cancellable)
{
  g_autofree double *numbers = g_new0 (double, 3 * network->n + 1);
  double *betweenness = numbers;
  double *pagerank = numbers + network->n;
  double *clustering = numbers + 2 * network->n;

  self->is_estimated = network->n > MAX_EXACT;
  plx_network_betweenness (network, self->is_estimated ? N_SAMPLES : 0, cancellable, betweenness);
  plx_network_pagerank (network, pagerank);
  plx_network_clustering (network, clustering);

  for (guint i = 0; i < network->n; i++)
    {
      PlxGraphNode *node = &g_array_index (self->nodes, PlxGraphNode, i);

      node->betweenness = betweenness[i];
      node->pagerank = pagerank[i];
      node->clustering = clustering[i];
    }
}

/**
 * plx_graph_measure:
 * @self: a graph that nobody else holds
 * @cancellable: (nullable): gives up
 *
 * Finds the groups of the graph and the measures of its nodes, from what is shown of it.
 *
 * The same graph comes out the same each time. Above 2,000 nodes betweenness is an estimate, from
 * the ways that begin at 500 of them.
 */
void
plx_graph_measure (PlxGraph     *self,
                   GCancellable *cancellable)
{
  g_autoptr (PlxNetwork) network = plx_graph_to_network (self);
  g_autofree guint *core = g_new0 (guint, network->n + 1);
  g_autofree guint32 *group = g_new0 (guint32, network->n + 1);

  measure_numbers (self, network, cancellable);
  plx_network_cores (network, core);
  self->n_groups = plx_network_groups (network, 1, cancellable, group);
  self->modularity = plx_network_modularity (network, 1, group);

  for (guint i = 0; i < network->n; i++)
    {
      g_array_index (self->nodes, PlxGraphNode, i).core = core[i];
      g_array_index (self->nodes, PlxGraphNode, i).group = group[i];
    }

  self->is_measured = !g_cancellable_is_cancelled (cancellable);
}
