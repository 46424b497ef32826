/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-cooccurrence.h"

#include <math.h>
#include <string.h>

#define FIRST_BITS 8
#define MAX_BITS 24

static inline gsize
place_of (const PlxCooccurrence *self,
          guint32                a,
          guint32                b)
{
  guint64 key = (guint64) a << 32 | b;

  key = (key ^ key >> 29) * 0x9e3779b97f4a7c15u;

  return (key ^ key >> 32) * 0xd6e8feb86659fd93u >> (64 - self->bits);
}

/* The place of a pair, or the free one where it would stand. */
static inline PlxTogether *
find_pair (PlxCooccurrence *self,
           guint32          a,
           guint32          b)
{
  gsize mask = ((gsize) 1 << self->bits) - 1;
  gsize i = place_of (self, a, b);

  while (self->pairs[i].weight > 0 && (self->pairs[i].a != a || self->pairs[i].b != b))
    i = (i + 1) & mask;

  return &self->pairs[i];
}

static void
grow (PlxCooccurrence *self)
{
  g_autofree PlxTogether *old = g_steal_pointer (&self->pairs);
  gsize n = (gsize) 1 << self->bits;

  self->bits++;
  self->pairs = g_new0 (PlxTogether, 2 * n);
  for (gsize i = 0; i < n; i++)
    if (old[i].weight > 0)
      *find_pair (self, old[i].a, old[i].b) = old[i];
}

/* Keeps the pairs that came more than @weight times. */
static void
keep_above (PlxCooccurrence *self,
            guint            weight)
{
  gsize n = (gsize) 1 << self->bits;
  gsize n_kept = 0;
  g_autofree PlxTogether *kept = NULL;

  for (gsize i = 0; i < n; i++)
    n_kept += self->pairs[i].weight > weight;

  kept = g_new (PlxTogether, n_kept + 1);
  self->n_pairs = 0;
  for (gsize i = 0; i < n; i++)
    if (self->pairs[i].weight > weight)
      kept[self->n_pairs++] = self->pairs[i];

  memset (self->pairs, 0, n * sizeof *self->pairs);
  for (gsize i = 0; i < n_kept; i++)
    *find_pair (self, kept[i].a, kept[i].b) = kept[i];
}

/* Of a hundred thousand articles most pairs come once, and there are more of these than anyone has
 * memory for. Where the table may not grow, those that came least make room for others. */
static void
make_room (PlxCooccurrence *self)
{
  guint weight = 0;

  if (self->bits < self->max_bits)
    {
      grow (self);
      return;
    }

  while (2 * self->n_pairs > (gsize) 1 << self->bits)
    keep_above (self, ++weight);

  self->missed += weight;
}

static inline void
add_pair (PlxCooccurrence *self,
          guint32          source,
          guint32          a,
          guint32          b)
{
  PlxTogether *pair = find_pair (self, MIN (a, b), MAX (a, b));

  if (pair->weight == 0)
    {
      /* Full to four fifths at most. */
      if (5 * (self->n_pairs + 1) > (gsize) 4 << self->bits)
        {
          make_room (self);
          pair = find_pair (self, MIN (a, b), MAX (a, b));
        }
      pair->a = MIN (a, b);
      pair->b = MAX (a, b);
      self->n_pairs++;
    }

  if (pair->weight == 0 || pair->last_source != source)
    pair->n_sources++;
  pair->weight++;
  pair->last_source = source;
}

/**
 * plx_cooccurrence_new:
 * @n_entities: how many entities there are
 *
 * Returns: (transfer full): a counter that has seen nothing
 */
PlxCooccurrence *
plx_cooccurrence_new (guint n_entities)
{
  PlxCooccurrence *self = g_new0 (PlxCooccurrence, 1);

  self->n_entities = n_entities;
  self->weights = g_new0 (guint, n_entities + 1);
  self->seen = g_new0 (guint, n_entities + 1);
  self->bits = FIRST_BITS;
  self->max_bits = MAX_BITS;
  self->pairs = g_new0 (PlxTogether, (gsize) 1 << self->bits);
  self->inside = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
plx_cooccurrence_free (PlxCooccurrence *self)
{
  g_free (self->weights);
  g_free (self->seen);
  g_free (self->pairs);
  g_array_unref (self->inside);
  g_free (self);
}

/**
 * plx_cooccurrence_add:
 * @self: a counter
 * @source: the article; those of one article are added one after the other
 * @entities: (array length=n_entities): the entities that are mentioned in a scope, in the order
 *   of the text; one that is mentioned again counts once
 * @n_entities: how many
 *
 * Counts one scope.
 */
void
plx_cooccurrence_add (PlxCooccurrence *self,
                      guint32          source,
                      const guint32   *entities,
                      gsize            n_entities)
{
  const guint32 *inside;
  guint n;

  self->scope++;
  g_array_set_size (self->inside, 0);

  for (gsize i = 0; i < n_entities; i++)
    {
      g_return_if_fail (entities[i] < self->n_entities);

      if (self->seen[entities[i]] == self->scope)
        continue;

      self->seen[entities[i]] = self->scope;
      self->weights[entities[i]]++;
      g_array_append_val (self->inside, entities[i]);
    }

  inside = (const guint32 *) self->inside->data;
  n = self->inside->len;
  if (n > PLX_COOCCURRENCE_NEAR + 1)
    self->n_crowded++;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && j <= i + PLX_COOCCURRENCE_NEAR; j++)
      add_pair (self, source, inside[i], inside[j]);
}

/**
 * plx_cooccurrence_dup_pairs:
 * @self: a counter
 *
 * Returns: (transfer full) (element-type PlxTogether): the pairs that were together, in no order
 */
GArray *
plx_cooccurrence_dup_pairs (PlxCooccurrence *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlxTogether));

  for (gsize i = 0; i < (gsize) 1 << self->bits; i++)
    if (self->pairs[i].weight > 0)
      g_array_append_val (pairs, self->pairs[i]);

  return pairs;
}

/* What one cell of the table of two by two adds. */
static double
cell (double seen,
      double row,
      double column,
      double all)
{
  return seen > 0 ? seen * log (seen * all / (row * column)) : 0;
}

/**
 * plx_cooccurrence_surprise:
 * @both: in how many scopes both are
 * @a: in how many one is
 * @b: in how many the other is
 * @all: how many scopes there are
 *
 * Tells how surprising it is that two are together as often as they are: Dunning's log-likelihood
 * ratio G². 3.84 or more comes about by chance in one of twenty pairs, 10.83 in one of a thousand.
 *
 * Returns: the ratio; less than 0 where they are together less often than chance would have it
 */
double
plx_cooccurrence_surprise (guint both,
                           guint a,
                           guint b,
                           guint all)
{
  double only_a = (double) a - both;
  double only_b = (double) b - both;
  double neither = (double) all - a - b + both;
  double ratio = 2 * (cell (both, a, b, all) + cell (only_a, a, (double) all - b, all) +
                      cell (only_b, (double) all - a, b, all) +
                      cell (neither, (double) all - a, (double) all - b, all));

  /* What rounding leaves of nothing is nothing. */
  if (ratio < 1e-9)
    return 0;

  return (double) both * all < (double) a * b ? -ratio : ratio;
}
