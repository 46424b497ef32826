/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stress goes down by stochastic gradient descent (Zheng, Pawar and Goodman 2019): a pair at a
 * time is moved towards the distance that it wants, by steps that become smaller. Not all pairs are
 * looked at, but those of some nodes, the pivots, with all others; and the links.
 *
 * A pivot moves all others of its part in one go, which reads and writes memory in order; that is
 * what makes it fast. The links come in between, so that neither has the last word.
 *
 * A picture that is only faithful to distances does not keep neighbours together: in most networks
 * nearly all nodes are two or three links apart. So links are springs that are shorter than one
 * link, about as long as the room that a node has; the more their ends have in common, the
 * stronger they are. */

#define G_LOG_DOMAIN "plx-layout"

#include "config.h"

#include "graph/plx-layout.h"

#include <math.h>

#include "graph/plx-layout-private.h"

#define SEED 0x706c78u
#define MAX_PIVOTS 200
#define FEW 400
#define ROUNDS 60
#define ROUNDS_OF_FEW 120
#define ROUNDS_OF_KNOWN 40
#define ROUNDS_OF_SPREADING 25

/* The temperatures at the end, and where nodes start from a picture: a pair is moved by this by the
 * square of its distance, of what it wants. */
#define COOL 0.4
#define COOL_OF_KNOWN 0.05
#define WARM 0.4

/* In the picture, a node has about this much room to each side. */
#define ROOM 0.95

/* A number in [-0.5, 0.5) for each node: the same each time, and the same for its twin. */
static float
scatter (guint node,
         guint turn)
{
  guint64 x = (node + 1) * 0x9e3779b97f4a7c15u + turn;

  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;

  return (double) ((x ^ (x >> 31)) >> 11) * (1.0 / 9007199254740992.0) - 0.5;
}

/* Seats the nodes part by part. */
static void
seat_nodes (PlxLayout *self)
{
  g_autofree guint32 *part = g_new (guint32, self->n + 1);
  guint start = 0;

  self->n_parts = plx_network_parts (self->network, part);
  self->parts = g_new0 (PlxLayoutPart, self->n_parts + 1);

  for (guint i = 0; i < self->n; i++)
    self->parts[part[i]].n++;
  for (guint i = 0; i < self->n_parts; i++)
    {
      self->parts[i].start = start;
      start += self->parts[i].n;
      self->parts[i].n = 0;
    }

  for (guint i = 0; i < self->n; i++)
    {
      PlxLayoutPart *own = &self->parts[part[i]];

      self->seat[i] = own->start + own->n++;
      self->node[self->seat[i]] = i;
    }
}

/* The pivots of a part are drawn by lot; in a small part everyone is one. */
static void
choose_pivots (PlxLayout     *self,
               PlxLayoutPart *part)
{
  guint32 *pivots;

  part->n_pivots = MIN (part->n, MAX_PIVOTS);
  if (part->n < 2)
    return;

  part->pivots = pivots = g_new (guint32, part->n);
  part->order = g_new (guint, part->n_pivots);
  for (guint i = 0; i < part->n; i++)
    pivots[i] = part->start + i;

  for (guint i = 0; i < part->n_pivots; i++)
    {
      guint j = g_rand_int_range (self->rand, i, part->n);
      guint32 pivot = pivots[i];

      pivots[i] = pivots[j];
      pivots[j] = pivot;
      part->order[i] = i;
    }

  part->pivots = g_renew (guint32, part->pivots, part->n_pivots);
}

/**
 * plx_layout_new:
 * @network: a network, which has to outlive what is returned
 *
 * The same network, with its nodes in the same order, is laid out the same each time.
 *
 * Returns: (transfer full): a layout that has yet to be made, by [method@Layout.step]
 */
PlxLayout *
plx_layout_new (const PlxNetwork *network)
{
  PlxLayout *self = g_new0 (PlxLayout, 1);

  self->network = network;
  self->n = network->n;
  self->seat = g_new (guint32, self->n + 1);
  self->node = g_new (guint32, self->n + 1);
  self->x = g_new (float, self->n + 1);
  self->y = g_new (float, self->n + 1);
  self->queue = g_new (guint32, self->n + 1);
  self->sorted = g_new (guint32, self->n + 1);
  self->rand = g_rand_new_with_seed (SEED);
  self->n_rounds = self->n < FEW ? ROUNDS_OF_FEW : ROUNDS;
  seat_nodes (self);

  for (guint i = 0; i < self->n; i++)
    {
      self->sorted[i] = i;
      self->x[i] = 6 * scatter (self->node[i], 1);
      self->y[i] = 6 * scatter (self->node[i], 2);
    }
  for (guint i = 0; i < self->n_parts; i++)
    choose_pivots (self, &self->parts[i]);

  return self;
}

void
plx_layout_free (PlxLayout *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_free (self->parts[i].pivots);
      g_free (self->parts[i].distances);
      g_free (self->parts[i].springs);
      g_free (self->parts[i].order);
    }

  g_free (self->parts);
  g_free (self->seat);
  g_free (self->node);
  g_free (self->x);
  g_free (self->y);
  g_free (self->freedom);
  g_free (self->known);
  g_free (self->given);
  g_free (self->queue);
  g_free (self->sorted);
  g_rand_free (self->rand);
  g_free (self);
}

/**
 * plx_layout_start_from:
 * @self: a layout of which no step was made yet
 * @points: (array): for each node, where it lies
 * @known: (array): for each node, whether @points tells of it
 * @pinned: (array): for each node, whether it has to stay there
 *
 * Lets the nodes start from where they lay. Where most are known, the picture changes little.
 */
void
plx_layout_start_from (PlxLayout           *self,
                       const PlxGraphPoint *points,
                       const gboolean      *known,
                       const gboolean      *pinned)
{
  guint n_known = 0;
  guint n_pinned = 0;

  g_return_if_fail (self->known == NULL && self->round == 0);

  self->known = g_new0 (guint8, self->n + 1);
  self->freedom = g_new0 (float, self->n + 1);
  self->given = g_new0 (PlxGraphPoint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      guint seat = self->seat[i];

      self->known[seat] = known[i] || pinned[i];
      self->freedom[seat] = pinned[i] ? 0 : 1;
      self->given[seat] = points[i];
      n_known += self->known[seat];
      n_pinned += pinned[i];
    }

  /* The middle of what is pinned stays, whatever the scale comes to be. */
  for (guint i = 0; i < self->n; i++)
    if (n_pinned > 0 ? self->freedom[i] <= 0 : self->known[i])
      {
        self->origin.x += self->given[i].x / (n_pinned > 0 ? n_pinned : n_known);
        self->origin.y += self->given[i].y / (n_pinned > 0 ? n_pinned : n_known);
      }

  if (n_pinned == 0)
    g_clear_pointer (&self->freedom, g_free);
  if (2 * n_known >= self->n)
    self->n_rounds = ROUNDS_OF_KNOWN;
}

/* How long a link is in the picture that was given: the mean of what its distances say. */
static void
find_scale (PlxLayout *self)
{
  gboolean of_pinned = self->freedom != NULL;
  double sum = 0;
  gsize n = 0;

  for (guint p = 0; p < self->n_parts; p++)
    {
      const PlxLayoutPart *part = &self->parts[p];

      for (guint k = 0; part->n > 1 && k < part->n_pivots; k++)
        for (guint i = 0; self->known[part->pivots[k]] && i < part->n; i++)
          {
            const PlxGraphPoint *a = &self->given[part->pivots[k]];
            const PlxGraphPoint *b = &self->given[part->start + i];
            guint distance = part->distances[(gsize) k * part->n + i];

            if (distance < 2 || !self->known[part->start + i] ||
                (of_pinned && self->n_rounds != ROUNDS_OF_KNOWN &&
                 (self->freedom[part->pivots[k]] > 0 || self->freedom[part->start + i] > 0)))
              continue;

            sum += hypot (a->x - b->x, a->y - b->y) / distance;
            n++;
          }
    }

  if (n > 0 && sum > 0)
    self->scale = sum / n;
}

/* A node without a place comes in beside those that it is linked to. */
static void
seat_stranger (PlxLayout *self,
               guint      seat)
{
  const PlxNetwork *network = self->network;
  guint node = self->node[seat];
  double x = 0, y = 0;
  guint n = 0;

  for (gsize i = network->first[node]; i < network->first[node + 1]; i++)
    {
      guint other = self->seat[network->to[i]];

      if (self->known[other])
        {
          x += self->x[other];
          y += self->y[other];
          n++;
        }
    }

  if (n > 0)
    {
      self->x[seat] = x / n + scatter (node, 1);
      self->y[seat] = y / n + scatter (node, 2);
    }
}

static void
take_places (PlxLayout *self)
{
  double scale;

  find_scale (self);
  scale = self->scale > 0 ? self->scale : 1;

  for (guint i = 0; i < self->n; i++)
    if (self->known[i])
      {
        self->x[i] = (self->given[i].x - self->origin.x) / scale;
        self->y[i] = (self->given[i].y - self->origin.y) / scale;
      }

  for (guint i = 0; i < self->n; i++)
    if (!self->known[i])
      seat_stranger (self, i);
}

/* Steps become smaller by the same factor each round. */
static double
temperature_of (const PlxLayout     *self,
                const PlxLayoutPart *part)
{
  gboolean is_known = self->n_rounds == ROUNDS_OF_KNOWN;
  double low = is_known ? COOL_OF_KNOWN : COOL;
  double high = is_known ? WARM : MAX (low, (double) part->farthest * part->farthest);

  return high * pow (low / high, self->round / (double) (self->n_rounds - 1));
}

/**
 * plx_layout_step:
 * @self: a layout
 *
 * Goes on with the layout for a little while: some milliseconds, or some ten for ten thousand
 * nodes.
 *
 * Returns: whether there is more to do
 */
gboolean
plx_layout_step (PlxLayout *self)
{
  if (self->n == 0)
    return FALSE;

  if (plx_layout_measure_next (self))
    return TRUE;

  if (self->round == 0 && self->known != NULL)
    take_places (self);

  if (self->round < self->n_rounds)
    {
      for (guint i = 0; i < self->n_parts; i++)
        if (self->parts[i].n > 1)
          plx_layout_settle (self, &self->parts[i], temperature_of (self, &self->parts[i]));
      self->round++;
      return TRUE;
    }

  if (self->spreading < ROUNDS_OF_SPREADING)
    {
      gboolean moved = FALSE;

      for (guint i = 0; i < self->n_parts; i++)
        if (self->parts[i].n > 1)
          moved |= plx_layout_spread (self, &self->parts[i]);
      self->spreading = moved ? self->spreading + 1 : ROUNDS_OF_SPREADING;
      return self->spreading < ROUNDS_OF_SPREADING;
    }

  return FALSE;
}

/* Where nothing says how large the picture is, every node gets room in it. */
static double
get_scale (const PlxLayout *self)
{
  double scale = 1;

  if (self->scale > 0)
    return self->scale;

  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].n > 2)
      {
        double spacing = plx_layout_get_spacing (self, &self->parts[i]);

        /* A straight row has no area. */
        if (spacing > 1e-3)
          scale = MAX (scale, ROOM / spacing);
      }

  return scale;
}

/**
 * plx_layout_get_points:
 * @self: a layout
 * @points: (out caller-allocates) (array): for each node, where it lies by now
 *
 * Tells how far the layout has come. A pinned node always lies where it was pinned.
 */
void
plx_layout_get_points (PlxLayout     *self,
                       PlxGraphPoint *points)
{
  double scale = get_scale (self);

  for (guint i = 0; i < self->n; i++)
    {
      guint seat = self->seat[i];

      if ((self->freedom != NULL && self->freedom[seat] <= 0) ||
          (self->known != NULL && self->known[seat] && self->round == 0))
        points[i] = self->given[seat];
      else
        points[i] = (PlxGraphPoint) { self->origin.x + scale * self->x[seat],
                                      self->origin.y + scale * self->y[seat] };
    }
}
