/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-grouping"

#include "config.h"

#include "comparing/plx-grouping.h"

#include "comparing/plx-nearness.h"

/* From here on two groups become one, and a sentence joins a second claim. */
#define MIN_AVERAGE 0.40
#define MIN_SECOND 0.50

/* A sentence tells no more than so many other claims. */
#define MAX_SECONDS 2

/* How alike two groups are on the average. */
typedef struct
{
  guint  a;
  guint  b;
  double score;
} Pair;

typedef struct
{
  PlxWeave    *weave;
  PlxTies     *ties;
  PlxNearness *nearness;
  GPtrArray   *groups;   /* (element-type GArray of guint) (nullable), each in order of its nodes */
  GArray      *group_of; /* guint, by sentence */
  GArray      *queue;    /* Pair, a heap: the closest first */
} Grouping;

static PlxNode *
node_at (PlxWeave *weave,
         guint     index)
{
  return g_ptr_array_index (weave->nodes, index);
}

static int
compare_pairs (gconstpointer x,
               gconstpointer y)
{
  const Pair *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;

  return a->b < b->b ? -1 : a->b > b->b;
}

static void
push (GArray     *heap,
      const Pair *pair)
{
  guint i = heap->len;

  g_array_append_vals (heap, pair, 1);
  while (i > 0)
    {
      guint above = (i - 1) / 2;
      Pair *other = &g_array_index (heap, Pair, above);

      if (compare_pairs (other, pair) <= 0)
        break;
      g_array_index (heap, Pair, i) = *other;
      i = above;
    }
  g_array_index (heap, Pair, i) = *pair;
}

static Pair
pop (GArray *heap)
{
  Pair first = g_array_index (heap, Pair, 0);
  Pair last = g_array_index (heap, Pair, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint below = 2 * i + 1;

      if (below + 1 < heap->len && compare_pairs (&g_array_index (heap, Pair, below + 1),
                                                  &g_array_index (heap, Pair, below)) < 0)
        below++;
      if (compare_pairs (&last, &g_array_index (heap, Pair, below)) <= 0)
        break;
      g_array_index (heap, Pair, i) = g_array_index (heap, Pair, below);
      i = below;
    }
  if (heap->len > 0)
    g_array_index (heap, Pair, i) = last;

  return first;
}

static void
queue_neighbours (Grouping *self,
                  guint     group,
                  gboolean  later)
{
  GArray *near = plx_nearness_of (self->nearness, group);

  for (guint i = 0; i < near->len; i++)
    {
      const PlxNear *one = &g_array_index (near, PlxNear, i);
      Pair pair = { MIN (group, one->other), MAX (group, one->other), plx_near_average (one) };

      if ((!later || one->other > group) && pair.score >= MIN_AVERAGE)
        push (self->queue, &pair);
    }
}

static int
compare_nodes (const void *x,
               const void *y)
{
  guint a = *(const guint *) x, b = *(const guint *) y;

  return (a > b) - (a < b);
}

/* The second group goes into the first. */
static void
merge (Grouping *self,
       guint     a,
       guint     b)
{
  GArray *group_a = g_ptr_array_index (self->groups, a);
  GArray *group_b = g_ptr_array_index (self->groups, b);

  plx_nearness_merge (self->nearness, self->groups, a, b);
  for (guint j = 0; j < group_b->len; j++)
    g_array_index (self->group_of, guint, g_array_index (group_b, guint, j)) = a;
  g_array_append_vals (group_a, group_b->data, group_b->len);
  g_array_sort (group_a, compare_nodes);
  g_clear_pointer (&g_ptr_array_index (self->groups, b), g_array_unref);
}

/* Always joins the two groups that are most alike on the average, as long as they are alike
 * enough: a chain of neighbours does not glue together what has nothing in common. */
static void
join_groups (Grouping *self)
{
  self->nearness = plx_nearness_new (self->ties);
  for (guint i = 0; i < self->groups->len; i++)
    queue_neighbours (self, i, TRUE);

  while (self->queue->len > 0)
    {
      Pair pair = pop (self->queue);

      /* A group may have grown, or gone into another, since the two were queued. */
      if (g_ptr_array_index (self->groups, pair.a) == NULL ||
          g_ptr_array_index (self->groups, pair.b) == NULL ||
          plx_nearness_get (self->nearness, pair.a, pair.b) != pair.score)
        continue;

      merge (self, pair.a, pair.b);
      queue_neighbours (self, pair.a, FALSE);
    }
}

/* How likely a sentence reports the same as those of a group, added up: see PlxNear. */
typedef struct
{
  double sampled;
  double all;
} Sums;

static double
average_of (Grouping *self,
            GArray   *single,
            GArray   *members,
            Sums      sums)
{
  PlxMeetingPairs pairs = plx_meetings_count_pairs (self->ties->meetings, single, members);
  double sampled = pairs.sampled > 0 ? sums.sampled / pairs.sampled : 0;
  double all = pairs.all > 0 ? sums.all / pairs.all : 0;

  return MAX (sampled, all);
}

/* The groups beside its own that a sentence is close to, the closest first; of two as close, the
 * first. @sums is all zero, by group, before and after. */
static void
find_seconds (Grouping *self,
              guint     node,
              Sums     *sums,
              GArray   *found)
{
  GArray *ties = g_ptr_array_index (self->ties->of, node);
  guint own = g_array_index (self->group_of, guint, node);
  g_autoptr (GArray) single = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (single, node);
  for (guint i = 0; i < ties->len; i++)
    {
      const PlxTie *tie = &g_array_index (ties, PlxTie, i);
      Sums *sum = &sums[g_array_index (self->group_of, guint, tie->other)];

      sum->all += tie->likely;
      if (plx_meetings_is_sampled (self->ties->meetings, node, tie->other))
        sum->sampled += tie->likely;
    }

  for (guint i = 0; i < ties->len; i++)
    {
      guint group = g_array_index (self->group_of, guint, g_array_index (ties, PlxTie, i).other);
      GArray *members = g_ptr_array_index (self->groups, group);
      Pair pair = { group, node, 0 };

      if (sums[group].all == 0)
        continue;
      /* How close it is to those of the group that other articles have. */
      if (group != own)
        pair.score = average_of (self, single, members, sums[group]);
      if (pair.score >= MIN_SECOND)
        g_array_append_val (found, pair);
      sums[group] = (Sums) { 0, 0 };
    }

  g_array_sort (found, compare_pairs);
  if (found->len > MAX_SECONDS)
    g_array_set_size (found, MAX_SECONDS);
}

/* A long sentence may report two things: where it is close to the sentences of a claim that is
 * not its own, it belongs there too. All are judged by the groups as they were, so that no group
 * drifts. */
static void
add_seconds (Grouping *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree Sums *sums = g_new0 (Sums, self->groups->len);

  for (guint i = 0; i < self->group_of->len; i++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Pair));

      find_seconds (self, i, sums, found);
      g_array_append_vals (all, found->data, found->len);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Pair *pair = &g_array_index (all, Pair, i);

      g_array_append_val ((GArray *) g_ptr_array_index (self->groups, pair->a), pair->b);
    }
}

static gboolean
group_has (GArray *group,
           guint   node)
{
  for (guint i = 0; i < group->len; i++)
    {
      if (g_array_index (group, guint, i) == node)
        return TRUE;
    }

  return FALSE;
}

/* How a country stands to a treaty is one claim, in whatever words and with whatever else it is
 * said. */
static void
add_standings (Grouping *self)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->weave->nodes->len; i++)
    {
      GArray *standings = node_at (self->weave, i)->standings;

      for (guint j = 0; j < standings->len; j++)
        {
          const PlxStanding *standing = &g_array_index (standings, PlxStanding, j);
          char *key = g_strdup_printf ("%s %s", standing->relation,
                                       standing->country != NULL ? standing->country : "*");
          GArray *group = g_hash_table_lookup (by_key, key);

          if (group == NULL)
            {
              group = g_array_new (FALSE, FALSE, sizeof (guint));
              g_ptr_array_add (self->groups, group);
              g_hash_table_insert (by_key, g_strdup (key), group);
            }
          if (!group_has (group, i))
            g_array_append_val (group, i);
          g_free (key);
        }
    }
}

static gboolean
is_part_of (GArray *part,
            GArray *whole)
{
  if (part == whole || whole == NULL || part->len > whole->len)
    return FALSE;

  for (guint i = 0; i < part->len; i++)
    {
      if (!group_has (whole, g_array_index (part, guint, i)))
        return FALSE;
    }

  return TRUE;
}

/* Which groups each sentence is in. */
static GPtrArray *
groups_by_node (Grouping *self)
{
  GPtrArray *by_node = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->weave->nodes->len; i++)
    g_ptr_array_add (by_node, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; group != NULL && j < group->len; j++)
        g_array_append_val ((GArray *) g_ptr_array_index (by_node, g_array_index (group, guint, j)),
                            i);
    }

  return by_node;
}

/* A group that has nothing of its own left, now that its sentences stand elsewhere too, is no
 * claim any more. */
static void
drop_parts (Grouping *self)
{
  g_autoptr (GPtrArray) by_node = groups_by_node (self);

  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *group = g_ptr_array_index (self->groups, i);
      GArray *others;

      if (group == NULL)
        continue;
      others = g_ptr_array_index (by_node, g_array_index (group, guint, 0));
      for (guint j = 0; group != NULL && j < others->len; j++)
        {
          guint other = g_array_index (others, guint, j);

          if (!is_part_of (group, g_ptr_array_index (self->groups, other)))
            continue;
          g_clear_pointer (&g_ptr_array_index (self->groups, i), g_array_unref);
          group = NULL;
        }
    }
}

static void
grouping_init (Grouping *self,
               PlxWeave *weave)
{
  self->weave = weave;
  self->ties = NULL;
  self->nearness = NULL;
  self->groups = g_ptr_array_new ();
  self->group_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->queue = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (group, i);
      g_ptr_array_add (self->groups, group);
      g_array_append_val (self->group_of, i);
    }
}

static void
grouping_clear (Grouping *self)
{
  g_clear_pointer (&self->nearness, plx_nearness_free);
  for (guint i = 0; i < self->groups->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->groups, i), g_array_unref);
  g_clear_pointer (&self->ties, plx_ties_free);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->group_of);
  g_array_unref (self->queue);
}

static gboolean
find_ties (Grouping     *self,
           GCancellable *cancellable)
{
  PlxProgress *progress = self->weave->progress;
  g_autoptr (PlxTies) alone = NULL;

  plx_progress_enter (progress, PLX_DONE_BEFORE_PAIRS, PLX_DONE_BEFORE_GROUPS);
  alone = plx_ties_find (self->weave, cancellable);
  plx_progress_enter (progress, PLX_DONE_BEFORE_GROUPS, PLX_DONE_BEFORE_CLAIMS);
  if (alone != NULL)
    self->ties = plx_ties_judge (alone, cancellable);

  return self->ties != NULL;
}

static GArray *
count_members (Grouping *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *group = g_ptr_array_index (self->groups, i);
      guint n = group != NULL ? group->len : 0;

      g_array_append_val (counts, n);
    }

  return counts;
}

void
plx_group_free (PlxGroup *self)
{
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * plx_grouping_run:
 * @weave: the sentences of a story
 * @cancellable: (nullable): a cancellable
 *
 * Groups the sentences that report the same. Each is in one group at least.
 *
 * Returns: (transfer full) (nullable) (element-type PlxGroup): the groups, or `NULL` when
 *   cancelled
 */
GPtrArray *
plx_grouping_run (PlxWeave     *weave,
                  GCancellable *cancellable)
{
  GPtrArray *groups = NULL;
  g_autoptr (GArray) n_own = NULL;
  Grouping grouping;

  grouping_init (&grouping, weave);
  if (find_ties (&grouping, cancellable))
    {
      join_groups (&grouping);
      n_own = count_members (&grouping);
      add_seconds (&grouping);
      add_standings (&grouping);
      drop_parts (&grouping);

      groups = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_group_free);
      for (guint i = 0; i < grouping.groups->len; i++)
        {
          PlxGroup *group;

          if (g_ptr_array_index (grouping.groups, i) == NULL)
            continue;
          group = g_new0 (PlxGroup, 1);
          group->nodes = g_steal_pointer (&g_ptr_array_index (grouping.groups, i));
          group->n_own = i < n_own->len ? g_array_index (n_own, guint, i) : group->nodes->len;
          g_ptr_array_add (groups, group);
        }
    }
  grouping_clear (&grouping);

  return groups;
}
