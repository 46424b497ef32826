/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-network"

#include "config.h"

#include "graph/plx-network.h"

#include <math.h>
#include <string.h>

#define DAMPING 0.85
#define ROUNDS 200
#define CLOSE_ENOUGH 1e-10
#define SEED 0x706c78u

/* What Brandes' algorithm keeps of the shortest ways from one node. */
typedef struct
{
  guint32 *order;      /* the nodes that are reached, the nearest first */
  gint32  *distance;   /* -1 where a node is not reached */
  double  *n_ways;
  double  *dependency;
} Ways;

static guint
find_ways (const PlxNetwork *self,
           guint32           from,
           Ways             *ways)
{
  guint n = 0;

  memset (ways->distance, 0xff, self->n * sizeof *ways->distance);
  ways->distance[from] = 0;
  ways->n_ways[from] = 1;
  ways->order[n++] = from;

  for (guint i = 0; i < n; i++)
    {
      guint32 a = ways->order[i];

      for (gsize j = self->first[a]; j < self->first[a + 1]; j++)
        {
          guint32 b = self->to[j];

          if (ways->distance[b] < 0)
            {
              ways->distance[b] = ways->distance[a] + 1;
              ways->n_ways[b] = 0;
              ways->order[n++] = b;
            }
          if (ways->distance[b] == ways->distance[a] + 1)
            ways->n_ways[b] += ways->n_ways[a];
        }
    }

  return n;
}

/* From the farthest back: what leads on from a node is shared among those before it. */
static void
add_dependencies (const PlxNetwork *self,
                  const Ways       *ways,
                  guint             n,
                  double           *betweenness)
{
  for (guint i = 0; i < n; i++)
    ways->dependency[ways->order[i]] = 0;

  for (guint i = n - 1; i > 0; i--)
    {
      guint32 b = ways->order[i];
      double share = (1 + ways->dependency[b]) / ways->n_ways[b];

      betweenness[b] += ways->dependency[b];
      for (gsize j = self->first[b]; j < self->first[b + 1]; j++)
        if (ways->distance[self->to[j]] == ways->distance[b] - 1)
          ways->dependency[self->to[j]] += ways->n_ways[self->to[j]] * share;
    }
}

/* The nodes from which ways are looked for: the first @n_sources are a sample. */
static guint32 *
shuffle_nodes (const PlxNetwork *self,
               guint             n_sources)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint32 *nodes = g_new (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    nodes[i] = i;

  for (guint i = 0; n_sources < self->n && i < n_sources; i++)
    {
      guint j = g_rand_int_range (rand, i, self->n);
      guint32 node = nodes[i];

      nodes[i] = nodes[j];
      nodes[j] = node;
    }

  return nodes;
}

/**
 * plx_network_betweenness:
 * @self: a network
 * @n_sources: from how many nodes ways are looked for, or 0 for all; fewer give an estimate
 * @cancellable: (nullable): gives up
 * @betweenness: (out caller-allocates) (array): for each node, the result, 0 to 1
 *
 * Tells for each node which part of the shortest ways between two others leads through it
 * (Brandes). Where there are several shortest ways between two, each counts in part. A way is as
 * long as it has links, whatever their weights.
 */
void
plx_network_betweenness (const PlxNetwork *self,
                         guint             n_sources,
                         GCancellable     *cancellable,
                         double           *betweenness)
{
  guint n = n_sources > 0 ? MIN (n_sources, self->n) : self->n;
  g_autofree guint32 *sources = shuffle_nodes (self, n);
  g_autofree guint32 *order = g_new (guint32, self->n + 1);
  g_autofree gint32 *distance = g_new (gint32, self->n + 1);
  g_autofree double *n_ways = g_new (double, self->n + 1);
  g_autofree double *dependency = g_new (double, self->n + 1);
  Ways ways = { order, distance, n_ways, dependency };
  double all = ((double) self->n - 1) * ((double) self->n - 2);

  for (guint i = 0; i < self->n; i++)
    betweenness[i] = 0;

  if (self->n < 3)
    return;

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    add_dependencies (self, &ways, find_ways (self, sources[i], &ways), betweenness);

  for (guint i = 0; i < self->n; i++)
    betweenness[i] = MIN (1, betweenness[i] / all * self->n / n);
}

static double
walk_on (const PlxNetwork *self,
         const double     *strength,
         const double     *from,
         double           *to)
{
  double stuck = 0;
  double moved = 0;

  for (guint i = 0; i < self->n; i++)
    if (strength[i] <= 0)
      stuck += from[i];

  for (guint i = 0; i < self->n; i++)
    {
      double sum = 0;

      for (gsize j = self->first[i]; j < self->first[i + 1]; j++)
        sum += from[self->to[j]] * self->weights[j] / strength[self->to[j]];

      to[i] = (1 - DAMPING + DAMPING * stuck) / self->n + DAMPING * sum;
      moved += fabs (to[i] - from[i]);
    }

  return moved;
}

/**
 * plx_network_pagerank:
 * @self: a network
 * @pagerank: (out caller-allocates) (array): for each node, the result; all together 1
 *
 * Tells how often one comes by each node who goes from link to link, the stronger the likelier,
 * and every now and then (15 of 100 times, and from where no link leads on) begins anywhere.
 */
void
plx_network_pagerank (const PlxNetwork *self,
                      double           *pagerank)
{
  g_autofree double *strength = g_new0 (double, self->n + 1);
  g_autofree double *next = g_new (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      pagerank[i] = 1.0 / self->n;
      for (gsize j = self->first[i]; j < self->first[i + 1]; j++)
        strength[i] += self->weights[j];
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      double moved = walk_on (self, strength, pagerank, next);

      memcpy (pagerank, next, self->n * sizeof *next);
      if (moved < CLOSE_ENOUGH)
        break;
    }
}

/* The nodes sorted by degree; @place tells where each stands, @start where each degree begins. */
static void
sort_by_degree (const PlxNetwork *self,
                guint            *degree,
                guint            *sorted,
                guint            *place,
                guint            *start,
                guint             max_degree)
{
  for (guint i = 0; i < self->n; i++)
    start[degree[i] + 1]++;
  for (guint d = 0; d <= max_degree; d++)
    start[d + 1] += start[d];

  for (guint i = 0; i < self->n; i++)
    {
      place[i] = start[degree[i]]++;
      sorted[place[i]] = i;
    }

  for (guint d = max_degree + 1; d > 0; d--)
    start[d] = start[d - 1];
  start[0] = 0;
}

/**
 * plx_network_cores:
 * @self: a network
 * @core: (out caller-allocates) (array): for each node, the result
 *
 * Tells for each node the largest k for which it is in a part of the network in which every node
 * has k neighbours at least. Takes time in proportion to the links.
 */
void
plx_network_cores (const PlxNetwork *self,
                   guint            *core)
{
  g_autofree guint *sorted = g_new (guint, self->n + 1);
  g_autofree guint *place = g_new (guint, self->n + 1);
  g_autofree guint *start = NULL;
  guint max_degree = 0;

  for (guint i = 0; i < self->n; i++)
    {
      core[i] = self->first[i + 1] - self->first[i];
      max_degree = MAX (max_degree, core[i]);
    }

  start = g_new0 (guint, max_degree + 3);
  sort_by_degree (self, core, sorted, place, start, max_degree);

  /* The node of the smallest degree goes; its neighbours have one less, so each changes place with
   * the first of its degree. */
  for (guint i = 0; i < self->n; i++)
    {
      guint a = sorted[i];

      for (gsize j = self->first[a]; j < self->first[a + 1]; j++)
        {
          guint b = self->to[j];
          guint head;

          if (core[b] <= core[a])
            continue;

          head = MAX (start[core[b]], i + 1);
          sorted[place[b]] = sorted[head];
          place[sorted[head]] = place[b];
          sorted[head] = b;
          place[b] = head;
          start[core[b]] = head + 1;
          core[b]--;
        }
    }
}

/* Whether a link is looked at from @a: from the end of fewer neighbours. */
static inline gboolean
leads_up (const PlxNetwork *self,
          guint32           a,
          guint32           b)
{
  gsize p = self->first[a + 1] - self->first[a];
  gsize q = self->first[b + 1] - self->first[b];

  return p != q ? p < q : a < b;
}

/**
 * plx_network_clustering:
 * @self: a network
 * @clustering: (out caller-allocates) (array): for each node, the result, 0 to 1
 *
 * Tells which part of the pairs of each node's neighbours are linked; 0 where it has fewer than
 * two.
 */
void
plx_network_clustering (const PlxNetwork *self,
                        double           *clustering)
{
  g_autofree guint32 *mark = g_new0 (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    clustering[i] = 0;

  /* Each triangle is found once, from its corner of fewest neighbours. */
  for (guint32 a = 0; a < self->n; a++)
    {
      for (gsize i = self->first[a]; i < self->first[a + 1]; i++)
        if (leads_up (self, a, self->to[i]))
          mark[self->to[i]] = a + 1;

      for (gsize i = self->first[a]; i < self->first[a + 1]; i++)
        for (gsize j = self->first[self->to[i]];
             leads_up (self, a, self->to[i]) && j < self->first[self->to[i] + 1]; j++)
          if (mark[self->to[j]] == a + 1 && leads_up (self, self->to[i], self->to[j]))
            {
              clustering[a]++;
              clustering[self->to[i]]++;
              clustering[self->to[j]]++;
            }
    }

  for (guint i = 0; i < self->n; i++)
    {
      double degree = self->first[i + 1] - self->first[i];

      clustering[i] = degree < 2 ? 0 : 2 * clustering[i] / (degree * (degree - 1));
    }
}
