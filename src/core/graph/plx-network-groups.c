/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-network"

#include "config.h"

#include "graph/plx-network.h"

#include <string.h>

#include "graph/plx-network-leiden.h"

#define MAX_ROUNDS 8
#define WORTH_A_ROUND 2e-4 /* of modularity, in a network of MANY nodes */
#define MANY 500

/* A small network costs next to nothing, and one node in the wrong place is seen. */
#define FEW 100
#define STARTS_OF_FEW 8

/* From each node by itself to the best groups that are found; gives their modularity. */
static double
search (const PlxNetwork *network,
        PlxLeiden        *leiden,
        double            resolution,
        GCancellable     *cancellable,
        guint32          *group)
{
  double worth = network->n < MANY ? 1e-12 : WORTH_A_ROUND;
  double reached = -G_MAXDOUBLE;

  for (guint i = 0; i < network->n; i++)
    group[i] = i;

  for (guint round = 0; round < MAX_ROUNDS && !g_cancellable_is_cancelled (cancellable); round++)
    {
      double before = reached;
      gboolean changed = plx_leiden_run (leiden, network, group);

      reached = plx_network_modularity (network, resolution, group);
      if (!changed || reached < before + worth)
        break;
    }

  return reached;
}

/**
 * plx_network_groups:
 * @self: a network
 * @resolution: 1, or more for smaller groups, or less for larger ones
 * @cancellable: (nullable): gives up; what is found by then are groups, but not the best
 * @group: (out caller-allocates) (array): for each node, the group that it is in
 *
 * Finds the groups that are more closely linked within than chance would have it, so that the
 * modularity is high. No group falls into parts without a link. They are numbered from 0, the
 * largest first.
 *
 * Returns: how many there are
 */
guint
plx_network_groups (const PlxNetwork *self,
                    double            resolution,
                    GCancellable     *cancellable,
                    guint32          *group)
{
  g_autoptr (PlxLeiden) leiden = plx_leiden_new (self, resolution);
  g_autofree guint32 *other = g_new (guint32, self->n + 1);
  guint n_starts = self->n <= FEW ? STARTS_OF_FEW : 1;
  double best;

  best = search (self, leiden, resolution, cancellable, group);

  for (guint start = 1; start < n_starts; start++)
    {
      double found = search (self, leiden, resolution, cancellable, other);

      if (found > best + 1e-9)
        {
          best = found;
          memcpy (group, other, self->n * sizeof *group);
        }
    }

  return plx_leiden_sort (leiden, group, self->n);
}

/**
 * plx_network_modularity:
 * @self: a network
 * @resolution: see [method@Network.groups]
 * @group: (array): for each node, the group that it is in, less than the number of nodes
 *
 * Returns: how much more of the links lies within the groups than chance would have it; 0 for a
 *   network without links
 */
double
plx_network_modularity (const PlxNetwork *self,
                        double            resolution,
                        const guint32    *group)
{
  g_autofree double *strength = g_new0 (double, self->n + 1);
  double within = 0;
  double all = 0;
  double chance = 0;

  for (guint i = 0; i < self->n; i++)
    for (gsize j = self->first[i]; j < self->first[i + 1]; j++)
      {
        strength[group[i]] += self->weights[j];
        all += self->weights[j];
        if (group[i] == group[self->to[j]])
          within += self->weights[j];
      }

  if (all <= 0)
    return 0;

  for (guint i = 0; i < self->n; i++)
    chance += strength[i] / all * (strength[i] / all);

  return within / all - resolution * chance;
}
