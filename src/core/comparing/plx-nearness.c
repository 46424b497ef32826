/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nearness"

#include "config.h"

#include "comparing/plx-nearness.h"

/**
 * plx_nearness_new:
 * @ties: which sentences may report the same; must outlive the nearness
 *
 * Returns: (transfer full): how close the sentences are, each a group of its own
 */
PlxNearness *
plx_nearness_new (PlxTies *ties)
{
  PlxNearness *self = g_new0 (PlxNearness, 1);

  self->meetings = ties->meetings;
  self->of = g_ptr_array_new_full (ties->of->len, NULL);
  for (guint i = 0; i < ties->of->len; i++)
    {
      GArray *of = g_ptr_array_index (ties->of, i);
      GArray *near = g_array_sized_new (FALSE, FALSE, sizeof (PlxNear), of->len);

      for (guint j = 0; j < of->len; j++)
        {
          const PlxTie *tie = &g_array_index (of, PlxTie, j);
          gboolean is_sampled = plx_meetings_is_sampled (ties->meetings, i, tie->other);
          PlxNear one = { tie->other, { is_sampled, 1 }, is_sampled ? tie->likely : 0,
                          tie->likely };

          g_array_append_val (near, one);
        }
      g_ptr_array_add (self->of, near);
    }

  return self;
}

void
plx_nearness_free (PlxNearness *self)
{
  for (guint i = 0; i < self->of->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->of, i), g_array_unref);
  g_ptr_array_unref (self->of);
  g_free (self);
}

/**
 * plx_nearness_of:
 * @self: how close groups are
 * @group: one of them
 *
 * Returns: (transfer none) (element-type PlxNear): those that it has ties to, in order
 */
GArray *
plx_nearness_of (PlxNearness *self,
                 guint        group)
{
  return g_ptr_array_index (self->of, group);
}

/* The place of a group in a list, or where it belongs. */
static guint
find_place (GArray *near,
            guint   other)
{
  guint low = 0, high = near->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (near, PlxNear, middle).other < other)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_at (GArray *near,
       guint   place,
       guint   other)
{
  return place < near->len && g_array_index (near, PlxNear, place).other == other;
}

/**
 * plx_nearness_get:
 * @self: how close groups are
 * @a: a group
 * @b: another
 *
 * Returns: how likely both report the same, on the average of their sentences, 0 to 1
 */
double
plx_nearness_get (PlxNearness *self,
                  guint        a,
                  guint        b)
{
  GArray *near = g_ptr_array_index (self->of, a);
  guint place = find_place (near, b);

  return is_at (near, place, b) ? plx_near_average (&g_array_index (near, PlxNear, place)) : 0;
}

/* Tells a neighbour of either that @b is now part of @a. */
static void
tell (PlxNearness   *self,
      guint          a,
      guint          b,
      const PlxNear *near_a)
{
  GArray *near = g_ptr_array_index (self->of, near_a->other);
  PlxNear back = *near_a;
  guint place = find_place (near, b);

  back.other = a;
  if (is_at (near, place, b))
    g_array_remove_index (near, place);
  place = find_place (near, a);
  if (is_at (near, place, a))
    g_array_index (near, PlxNear, place) = back;
  else
    g_array_insert_val (near, place, back);
}

/* The pairs of two groups of which it was not known how many there are, since they have no tie. */
static void
add_pairs (PlxNearness *self,
           GPtrArray   *groups,
           guint        group,
           PlxNear     *near)
{
  PlxMeetingPairs pairs =
    plx_meetings_count_pairs (self->meetings, g_ptr_array_index (groups, group),
                              g_ptr_array_index (groups, near->other));

  near->pairs.sampled += pairs.sampled;
  near->pairs.all += pairs.all;
}

/**
 * plx_nearness_merge:
 * @self: how close groups are
 * @groups: (element-type GArray of guint): the sentences of each group, before they are joined
 * @a: a group
 * @b: the group that goes into it
 *
 * Joins two groups: how close each other one is to both together.
 */
void
plx_nearness_merge (PlxNearness *self,
                    GPtrArray   *groups,
                    guint        a,
                    guint        b)
{
  GArray *of_a = g_ptr_array_index (self->of, a), *of_b = g_ptr_array_index (self->of, b);
  GArray *both = g_array_sized_new (FALSE, FALSE, sizeof (PlxNear), of_a->len + of_b->len);

  for (guint i = 0, j = 0; i < of_a->len || j < of_b->len;)
    {
      const PlxNear *x = i < of_a->len ? &g_array_index (of_a, PlxNear, i) : NULL;
      const PlxNear *y = j < of_b->len ? &g_array_index (of_b, PlxNear, j) : NULL;
      gboolean is_x = x != NULL && (y == NULL || x->other <= y->other);
      gboolean is_y = y != NULL && (x == NULL || y->other <= x->other);
      PlxNear one = is_x ? *x : *y;

      i += is_x;
      j += is_y;
      if (one.other == a || one.other == b)
        continue;
      if (is_x && is_y)
        {
          one.pairs.sampled += y->pairs.sampled;
          one.pairs.all += y->pairs.all;
          one.sampled += y->sampled;
          one.all += y->all;
        }
      else
        {
          add_pairs (self, groups, is_x ? b : a, &one);
        }
      g_array_append_val (both, one);
    }

  for (guint i = 0; i < both->len; i++)
    tell (self, a, b, &g_array_index (both, PlxNear, i));
  g_array_unref (of_a);
  g_array_unref (of_b);
  g_ptr_array_index (self->of, a) = both;
  g_ptr_array_index (self->of, b) = NULL;
}
