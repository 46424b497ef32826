/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-network"

#include "config.h"

#include "graph/plx-network.h"

#include <math.h>
#include <string.h>

/* Counts for each node how many links name it, and makes that where its neighbours begin. */
static void
find_firsts (PlxNetwork    *self,
             const PlxLink *links,
             gsize          n_links)
{
  self->first = g_new0 (gsize, self->n + 2);

  for (gsize i = 0; i < n_links; i++)
    if (links[i].a != links[i].b)
      {
        self->first[links[i].a + 1]++;
        self->first[links[i].b + 1]++;
      }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
}

/* One pass of sorting: gives each end to the other. What comes out has the neighbours of each node
 * in the order in which they come in. */
static void
scatter (const PlxNetwork *self,
         const guint32    *from,
         const guint32    *ends,
         const double     *weights,
         guint32          *to,
         double           *to_weights)
{
  g_autofree gsize *next = g_memdup2 (self->first, (self->n + 1) * sizeof (gsize));

  for (gsize i = 0; i < self->first[self->n]; i++)
    {
      gsize place = next[ends[i]]++;

      to[place] = from[i];
      to_weights[place] = weights[i];
    }
}

/* Adds up what joins the same two nodes. */
static void
merge (PlxNetwork *self)
{
  gsize n = 0;
  gsize from = 0;

  for (guint a = 0; a < self->n; a++)
    {
      gsize start = n;
      gsize end = self->first[a + 1];

      for (; from < end; from++)
        if (n > start && self->to[n - 1] == self->to[from])
          {
            self->weights[n - 1] += self->weights[from];
          }
        else
          {
            self->to[n] = self->to[from];
            self->weights[n++] = self->weights[from];
          }
      self->first[a] = start;
    }

  self->first[self->n] = n;
  self->n_links = n / 2;
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sums of the same numbers in another order differ in their last bits, and with them what comes of
 * equal choices. So what joins two nodes is added up in the order of size. */
static void
sort_equals (PlxNetwork *self)
{
  for (guint a = 0; a < self->n; a++)
    for (gsize i = self->first[a]; i < self->first[a + 1]; )
      {
        gsize j = i + 1;

        while (j < self->first[a + 1] && self->to[j] == self->to[i])
          j++;
        if (j > i + 1)
          g_sort_array (self->weights + i, j - i, sizeof (double), compare_weights, NULL);
        i = j;
      }
}

/**
 * plx_network_new:
 * @n: how many nodes there are
 * @links: (array length=n_links): the links in any order; two of the same nodes are one that is as
 *   strong as both, and those from a node to itself are left out
 * @n_links: how many
 *
 * Returns: (transfer full): the network
 */
PlxNetwork *
plx_network_new (guint          n,
                 const PlxLink *links,
                 gsize          n_links)
{
  PlxNetwork *self = g_new0 (PlxNetwork, 1);
  g_autofree guint32 *from = NULL;
  g_autofree guint32 *ends = NULL;
  g_autofree double *weights = NULL;
  gsize total, k = 0;

  self->n = n;
  find_firsts (self, links, n_links);
  total = self->first[n];
  self->to = g_new (guint32, total + 1);
  self->weights = g_new (double, total + 1);
  from = g_new (guint32, total + 1);
  ends = g_new (guint32, total + 1);
  weights = g_new (double, total + 1);

  for (gsize i = 0; i < n_links; i++)
    for (guint turn = 0; turn < 2 && links[i].a != links[i].b; turn++)
      {
        from[k] = turn ? links[i].b : links[i].a;
        ends[k] = turn ? links[i].a : links[i].b;
        weights[k++] = links[i].weight;
      }

  /* Sorted by one end and then, keeping that order, by the other. */
  scatter (self, from, ends, weights, self->to, self->weights);
  for (guint a = 0; a < n; a++)
    for (gsize i = self->first[a]; i < self->first[a + 1]; i++)
      ends[i] = a;
  memcpy (from, self->to, total * sizeof *from);
  memcpy (weights, self->weights, total * sizeof *weights);
  scatter (self, ends, from, weights, self->to, self->weights);
  sort_equals (self);
  merge (self);

  return self;
}

void
plx_network_free (PlxNetwork *self)
{
  g_free (self->first);
  g_free (self->to);
  g_free (self->weights);
  g_free (self);
}

/**
 * plx_network_parts:
 * @self: a network
 * @part: (out caller-allocates) (array): for each node, the part that it is in
 *
 * Finds the connected parts; they are numbered from 0 by their first node.
 *
 * Returns: how many there are
 */
guint
plx_network_parts (const PlxNetwork *self,
                   guint32          *part)
{
  g_autofree guint32 *stack = g_new (guint32, self->n + 1);
  guint n_parts = 0;

  memset (part, 0xff, self->n * sizeof *part);

  for (guint i = 0; i < self->n; i++)
    {
      guint depth = 0;

      if (part[i] != G_MAXUINT32)
        continue;

      part[i] = n_parts;
      stack[depth++] = i;
      while (depth > 0)
        {
          guint32 a = stack[--depth];

          for (gsize j = self->first[a]; j < self->first[a + 1]; j++)
            if (part[self->to[j]] == G_MAXUINT32)
              {
                part[self->to[j]] = n_parts;
                stack[depth++] = self->to[j];
              }
        }
      n_parts++;
    }

  return n_parts;
}
