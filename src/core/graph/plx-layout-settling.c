/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-layout"

#include "config.h"

#include "graph/plx-layout-private.h"

#include <math.h>
#include <string.h>

/* How much work is done in one step of measuring: links that are looked at. */
#define A_LITTLE_WHILE 2000000

/* How strong links are beside all distances together, and how long beside the room of a node. */
#define SPRING_WEIGHT 0.006
#define SPRING_LENGTH 2.5

/* How near two nodes may lie, of the room that each has. */
#define NEAR 0.5

#define UNREACHED G_MAXUINT16

static void
measure_pivot (PlxLayout     *self,
               PlxLayoutPart *part,
               guint          pivot)
{
  const PlxNetwork *network = self->network;
  guint16 *distances = part->distances + (gsize) pivot * part->n;
  guint n = 0;

  memset (distances, 0xff, part->n * sizeof *distances);
  distances[part->pivots[pivot] - part->start] = 0;
  self->queue[n++] = part->pivots[pivot];

  for (guint i = 0; i < n; i++)
    {
      guint32 node = self->node[self->queue[i]];
      guint16 next = MIN (distances[self->queue[i] - part->start] + 1, UNREACHED - 1);

      for (gsize j = network->first[node]; j < network->first[node + 1]; j++)
        {
          guint32 seat = self->seat[network->to[j]];

          if (distances[seat - part->start] != UNREACHED)
            continue;

          distances[seat - part->start] = next;
          part->farthest = MAX (part->farthest, next);
          self->queue[n++] = seat;
        }
    }
}

/* Measures distances for a little while; gives whether any were left to measure. */
gboolean
plx_layout_measure_next (PlxLayout *self)
{
  gsize done = 0;

  if (self->part == self->n_parts)
    return FALSE;

  while (self->part < self->n_parts && done < A_LITTLE_WHILE)
    {
      PlxLayoutPart *part = &self->parts[self->part];

      if (part->n > 1 && self->pivot == 0)
        {
          plx_layout_add_springs (self, part);
          part->distances = g_new (guint16, (gsize) part->n_pivots * part->n);
        }

      if (part->n > 1 && self->pivot < part->n_pivots)
        {
          measure_pivot (self, part, self->pivot++);
          done += part->n + 2 * part->n_springs;
        }
      else
        {
          self->part++;
          self->pivot = 0;
          done++;
        }
    }

  return TRUE;
}

static guint
count_common (const PlxNetwork *network,
              const guint32    *mark,
              guint32           stamp,
              guint32           node)
{
  guint n = 0;

  for (gsize i = network->first[node]; i < network->first[node + 1]; i++)
    n += mark[network->to[i]] == stamp;

  return n;
}

/* How much two that are linked have in common: the part of their neighbours that are neighbours of
 * both. Squared, since that tells links within a group from those between two. */
static double
closeness (const PlxNetwork *network,
           guint32           a,
           guint32           b,
           guint             n_common)
{
  double all = (double) (network->first[a + 1] - network->first[a]) +
               (double) (network->first[b + 1] - network->first[b]) - n_common;
  double part = (n_common + 1) / all;

  return part * part;
}

static void
collect_springs (PlxLayout     *self,
                 PlxLayoutPart *part,
                 double         mean)
{
  const PlxNetwork *network = self->network;
  guint32 *mark = self->queue;
  gsize n = 0;

  for (guint i = 0; i < part->n; i++)
    mark[self->node[part->start + i]] = G_MAXUINT32;

  for (guint i = 0; i < part->n; i++)
    {
      guint32 a = self->node[part->start + i];

      for (gsize j = network->first[a]; j < network->first[a + 1]; j++)
        mark[network->to[j]] = a;

      for (gsize j = network->first[a]; j < network->first[a + 1]; j++)
        {
          guint32 b = network->to[j];

          if (b < a)
            continue;

          /* What is stronger than others pulls a little more, but a link that is a thousand times
           * as strong must not be all that counts. */
          part->springs[n++] = (PlxSpring) {
            part->start + i, self->seat[b], 0,
            closeness (network, a, b, count_common (network, mark, a, b)) *
            (1 + 0.25 * log1p (network->weights[j] / mean)),
          };
        }
    }
}

/* Springs come in a shuffled order, so that those of one node do not follow each other. */
void
plx_layout_add_springs (PlxLayout     *self,
                        PlxLayoutPart *part)
{
  const PlxNetwork *network = self->network;
  double weight = MAX (SPRING_WEIGHT, 1.0 / part->n_pivots);
  double mean = 0;
  double sum = 0;
  gsize n = 0;

  for (guint i = 0; i < part->n; i++)
    {
      guint32 node = self->node[part->start + i];

      for (gsize j = network->first[node]; j < network->first[node + 1]; j++, n++)
        mean += network->weights[j];
    }
  mean /= n;

  part->n_springs = n / 2;
  part->springs = g_new (PlxSpring, part->n_springs);
  collect_springs (self, part, mean);

  for (gsize i = part->n_springs; i > 1; i--)
    {
      gsize j = g_rand_int_range (self->rand, 0, i);
      PlxSpring spring = part->springs[i - 1];

      part->springs[i - 1] = part->springs[j];
      part->springs[j] = spring;
    }

  for (gsize i = 0; i < part->n_springs; i++)
    sum += part->springs[i].weight;
  for (gsize i = 0; i < part->n_springs; i++)
    {
      part->springs[i].weight *= weight * part->n_springs / sum;
      part->springs[i].length = MIN (1, SPRING_LENGTH / sqrt (part->n));
    }
}

/* What a distance does: how far a node moves of what it wants, and how far away that is. */
typedef struct
{
  float move;
  float distance;
} Wish;

static inline void
pull_one (float      *x,
          float      *y,
          float       px,
          float       py,
          const Wish *wish,
          float       freedom)
{
  float dx = *x - px;
  float dy = *y - py;
  float length = sqrtf (dx * dx + dy * dy + 1e-12f);
  float move = freedom * wish->move * (1 - wish->distance / length);

  *x -= move * dx;
  *y -= move * dy;
}

/* Moves all of a part towards the distances that they want from a pivot. */
static void
pull_to_pivot (PlxLayout           *self,
               const PlxLayoutPart *part,
               guint                pivot,
               const Wish          *wishes)
{
  const guint16 *distances = part->distances + (gsize) pivot * part->n;
  float *x = self->x + part->start;
  float *y = self->y + part->start;
  float px = self->x[part->pivots[pivot]];
  float py = self->y[part->pivots[pivot]];

  if (self->freedom == NULL)
    for (guint i = 0; i < part->n; i++)
      pull_one (&x[i], &y[i], px, py, &wishes[distances[i]], 1);
  else
    for (guint i = 0; i < part->n; i++)
      pull_one (&x[i], &y[i], px, py, &wishes[distances[i]], self->freedom[part->start + i]);
}

static void
pull_spring (PlxLayout       *self,
             const PlxSpring *spring,
             float            temperature)
{
  float dx = self->x[spring->a] - self->x[spring->b];
  float dy = self->y[spring->a] - self->y[spring->b];
  float length = sqrtf (dx * dx + dy * dy + 1e-12f);
  float move = MIN (1, temperature * spring->weight) * (1 - spring->length / length);
  float p = 0.5f;
  float q = 0.5f;

  /* What one end cannot, the other does. */
  if (self->freedom != NULL)
    {
      p = self->freedom[spring->a] * (1 - 0.5f * self->freedom[spring->b]);
      q = self->freedom[spring->b] * (1 - 0.5f * self->freedom[spring->a]);
    }

  self->x[spring->a] -= p * move * dx;
  self->y[spring->a] -= p * move * dy;
  self->x[spring->b] += q * move * dx;
  self->y[spring->b] += q * move * dy;
}

/* One round: each pivot once, in another order each time, and each spring once. */
void
plx_layout_settle (PlxLayout     *self,
                   PlxLayoutPart *part,
                   double         temperature)
{
  g_autofree Wish *wishes = g_new0 (Wish, part->farthest + 1);
  guint n = part->n_pivots;

  /* Those that are linked have their springs. */
  for (guint d = 2; d <= part->farthest; d++)
    wishes[d] = (Wish) { MIN (1, temperature / ((double) d * d)), d };

  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (self->rand, 0, i);
      guint pivot = part->order[i - 1];

      part->order[i - 1] = part->order[j];
      part->order[j] = pivot;
    }

  for (guint i = 0; i < n; i++)
    {
      pull_to_pivot (self, part, part->order[i], wishes);
      for (gsize j = part->n_springs * i / n; j < part->n_springs * (i + 1) / n; j++)
        pull_spring (self, &part->springs[j], temperature * n);
    }
}

/* The room to each side that a node of a part has: by the area of the ellipse in which most lie. */
double
plx_layout_get_spacing (const PlxLayout     *self,
                        const PlxLayoutPart *part)
{
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  for (guint i = part->start; i < part->start + part->n; i++)
    {
      x += self->x[i] / part->n;
      y += self->y[i] / part->n;
    }
  for (guint i = part->start; i < part->start + part->n; i++)
    {
      xx += (self->x[i] - x) * (self->x[i] - x) / part->n;
      yy += (self->y[i] - y) * (self->y[i] - y) / part->n;
      xy += (self->x[i] - x) * (self->y[i] - y) / part->n;
    }

  return sqrt (4 * G_PI * sqrt (MAX (0, xx * yy - xy * xy)) / part->n);
}

/* From left to right. The order is nearly right from the round before. */
static void
sort_seats (const PlxLayout *self,
            guint32         *sorted,
            guint            n)
{
  for (guint i = 1; i < n; i++)
    {
      guint32 seat = sorted[i];
      guint j = i;

      for (; j > 0 && self->x[sorted[j - 1]] > self->x[seat]; j--)
        sorted[j] = sorted[j - 1];
      sorted[j] = seat;
    }
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  const PlxLayout *self = user_data;
  guint32 p = *(const guint32 *) a;
  guint32 q = *(const guint32 *) b;

  if (self->x[p] != self->x[q])
    return self->x[p] < self->x[q] ? -1 : 1;

  return (p > q) - (p < q);
}

/* Moves two nodes that lie too near apart; two in one place into a direction that their seats
 * give. */
static void
part_two (PlxLayout *self,
          guint32    a,
          guint32    b,
          float      near)
{
  float dx = self->x[b] - self->x[a];
  float dy = self->y[b] - self->y[a];
  float length = sqrtf (dx * dx + dy * dy);
  float move;

  if (length < 1e-6f)
    {
      dx = cosf (a * 2.4f + b);
      dy = sinf (a * 2.4f + b);
      length = 1;
      near += 1;
    }

  move = (near - length) / 2 / length;
  if (self->freedom == NULL || self->freedom[a] > 0)
    {
      self->x[a] -= move * dx;
      self->y[a] -= move * dy;
    }
  if (self->freedom == NULL || self->freedom[b] > 0)
    {
      self->x[b] += move * dx;
      self->y[b] += move * dy;
    }
}

/* Springs draw some nodes nearly into one place: moves those apart that nobody could tell apart.
 * Gives whether there were any. */
gboolean
plx_layout_spread (PlxLayout           *self,
                   const PlxLayoutPart *part)
{
  guint32 *sorted = self->sorted + part->start;
  float near = NEAR * plx_layout_get_spacing (self, part);
  gboolean moved = FALSE;

  if (self->spreading == 0)
    g_sort_array (sorted, part->n, sizeof *sorted, compare_x, self);
  else
    sort_seats (self, sorted, part->n);

  for (guint i = 0; i < part->n; i++)
    for (guint j = i + 1; j < part->n; j++)
      {
        float dx = self->x[sorted[j]] - self->x[sorted[i]];
        float dy = self->y[sorted[j]] - self->y[sorted[i]];

        if (dx >= near)
          break;
        if (dx * dx + dy * dy >= near * near * 0.98f)
          continue;

        part_two (self, sorted[i], sorted[j], near);
        moved = TRUE;
      }

  return moved;
}
