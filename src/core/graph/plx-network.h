/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxLink:
 * @a: a node
 * @b: another
 * @weight: how strong the link is, more than 0
 */
typedef struct
{
  guint32 a;
  guint32 b;
  double  weight;
} PlxLink;

/**
 * PlxNetwork:
 * @n: how many nodes there are
 * @n_links: how many links
 * @first: (array length=n+1): where the neighbours of a node begin, and after the last
 * @to: (array): the neighbours, in rising order
 * @weights: (array): how strong the link to each of @to is
 *
 * Nodes and the links between them, for computing with. Not changed once made.
 *
 * Each link stands in it twice, once for each end. There is at most one between two nodes, and
 * none from a node to itself.
 */
typedef struct
{
  guint    n;
  gsize    n_links;
  gsize   *first;
  guint32 *to;
  double  *weights;
} PlxNetwork;

PlxNetwork *plx_network_new         (guint              n,
                                     const PlxLink     *links,
                                     gsize              n_links);
void        plx_network_free        (PlxNetwork        *self);

guint       plx_network_parts       (const PlxNetwork  *self,
                                     guint32           *part);
void        plx_network_betweenness (const PlxNetwork  *self,
                                     guint              n_sources,
                                     GCancellable      *cancellable,
                                     double            *betweenness);
void        plx_network_pagerank    (const PlxNetwork  *self,
                                     double            *pagerank);
void        plx_network_cores       (const PlxNetwork  *self,
                                     guint             *core);
void        plx_network_clustering  (const PlxNetwork  *self,
                                     double            *clustering);

guint       plx_network_groups      (const PlxNetwork  *self,
                                     double             resolution,
                                     GCancellable      *cancellable,
                                     guint32           *group);
double      plx_network_modularity  (const PlxNetwork  *self,
                                     double             resolution,
                                     const guint32     *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNetwork, plx_network_free)

G_END_DECLS
