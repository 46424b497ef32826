/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-difference.h"

/* Two ways to part that differ by less are equally likely: what is left of rounding. */
#define ALIKE 1e-9

/* Of @n scopes that have something, how likely is it that 0, 1, 2 … are among @part of @all
 * (the hypergeometric distribution)? From the likeliest outwards, which is 1: nothing overflows,
 * and what underflows does not count. @from is the first that is possible. */
static double *
weigh (guint  n,
       guint  part,
       guint  all,
       guint *from,
       guint *len)
{
  const guint rest = all - part;
  const guint first = n > rest ? n - rest : 0;
  const guint last = MIN (n, part);
  const guint mode = CLAMP ((n + 1.0) * (part + 1.0) / (all + 2.0), first, last);
  double *weights = g_new0 (double, last - first + 1);

  weights[mode - first] = 1;
  for (guint x = mode; x < last; x++)
    weights[x + 1 - first] = weights[x - first] * (part - (double) x) * (n - (double) x) /
                             ((x + 1.0) * (rest - (double) n + x + 1.0));
  for (guint x = mode; x > first; x--)
    weights[x - 1 - first] = weights[x - first] * x * (rest - (double) n + x) /
                             ((part - x + 1.0) * (n - x + 1.0));

  *from = first;
  *len = last - first + 1;

  return weights;
}

/**
 * plx_graph_contrast_chance:
 * @here: in how many scopes of the first side something is
 * @n_here: of how many; @here at least
 * @there: in how many scopes of the second side it is
 * @n_there: of how many; @there at least
 * @least: (out) (optional): the smallest value that there could be for something so frequent
 *
 * Tells how likely chance is to part something so unevenly between two sides, or more so: Fisher's
 * exact test, two-sided, with Lancaster's mid-p (what is as unlikely as what is seen counts half).
 *
 * Swapping the sides gives the very same value.
 *
 * Returns: the chance, from 0 to 1
 */
double
plx_graph_contrast_chance (guint   here,
                           guint   n_here,
                           guint   there,
                           guint   n_there,
                           double *least)
{
  /* The smaller side first, so that both ways round the same is computed. */
  const gboolean swap = n_there < n_here || (n_there == n_here && there < here);
  const guint seen = swap ? there : here;
  double sum = 0, less = 0, alike = 0, rarest = 1;
  g_autofree double *weights = NULL;
  guint from, len;

  g_return_val_if_fail (here <= n_here && there <= n_there, 1);

  weights = weigh (here + there, swap ? n_there : n_here, n_here + n_there, &from, &len);
  for (guint i = 0; i < len; i++)
    {
      const double weight = weights[i];
      const double wanted = weights[seen - from];

      sum += weight;
      rarest = MIN (rarest, weight);
      if (weight < wanted * (1 - ALIKE))
        less += weight;
      else if (weight <= wanted * (1 + ALIKE))
        alike += weight;
    }

  if (least != NULL)
    {
      double n_rarest = 0;

      for (guint i = 0; i < len; i++)
        n_rarest += weights[i] <= rarest * (1 + ALIKE) ? weights[i] : 0;
      *least = n_rarest / 2 / sum;
    }

  return MIN (1, (less + alike / 2) / sum);
}
