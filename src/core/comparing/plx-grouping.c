/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-grouping"

#include "config.h"

#include "comparing/plx-grouping.h"

#include "comparing/plx-likeness.h"

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

/* A table of likenesses holds, for a group, its sums by the other; floats lie in the pointers, so
 * that the millions of pairs of a large story take no memory of their own. */
typedef struct
{
  PlxWeave  *weave;
  PlxTies   *ties;
  GPtrArray *sums;     /* (element-type GHashTable) (nullable), by group */
  GPtrArray *groups;   /* (element-type GArray of guint) (nullable), each in order of its nodes */
  GArray    *group_of; /* guint, by sentence */
  GArray    *queue;    /* Pair, a heap: the closest first */
} Grouping;

typedef union
{
  float   score;
  guint32 bits;
} Packed;

static gpointer
pack (float score)
{
  Packed packed = { .score = score };

  return GUINT_TO_POINTER (packed.bits);
}

static float
unpack (gpointer pointer)
{
  Packed packed = { .bits = GPOINTER_TO_UINT (pointer) };

  return packed.score;
}

static float
likeness (GPtrArray *tables,
          guint      a,
          guint      b)
{
  return unpack (g_hash_table_lookup (g_ptr_array_index (tables, a), GUINT_TO_POINTER (b)));
}

static void
set_likeness (GPtrArray *tables,
              guint      a,
              guint      b,
              float      score)
{
  g_hash_table_insert (g_ptr_array_index (tables, a), GUINT_TO_POINTER (b), pack (score));
  g_hash_table_insert (g_ptr_array_index (tables, b), GUINT_TO_POINTER (a), pack (score));
}

static PlxNode *
node_at (PlxWeave *weave,
         guint     index)
{
  return g_ptr_array_index (weave->nodes, index);
}

static guint32
article_at (Grouping *self,
            guint     node)
{
  return node_at (self->weave, node)->ref.article;
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

/* How many pairs of two groups are of two articles. Nodes are in the order of their articles. */
static guint
count_across (Grouping *self,
              GArray   *a,
              GArray   *b)
{
  guint within = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint32 in_a = article_at (self, g_array_index (a, guint, i));
      guint32 in_b = article_at (self, g_array_index (b, guint, j));
      guint n_a = 0, n_b = 0;

      if (in_a != in_b)
        {
          i += in_a < in_b;
          j += in_b < in_a;
          continue;
        }
      for (; i < a->len && article_at (self, g_array_index (a, guint, i)) == in_a; i++)
        n_a++;
      for (; j < b->len && article_at (self, g_array_index (b, guint, j)) == in_b; j++)
        n_b++;
      within += n_a * n_b;
    }

  return a->len * b->len - within;
}

/* Two sentences of one article say nothing of whether their claims are one. */
static double
average (Grouping *self,
         guint     a,
         guint     b)
{
  guint across = count_across (self, g_ptr_array_index (self->groups, a),
                               g_ptr_array_index (self->groups, b));

  return across > 0 ? likeness (self->sums, a, b) / across : 0;
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
queue_up (Grouping *self,
          guint     a,
          guint     b)
{
  Pair pair = { MIN (a, b), MAX (a, b), average (self, a, b) };

  if (pair.score >= MIN_AVERAGE)
    push (self->queue, &pair);
}

static void
queue_neighbours (Grouping *self,
                  guint     group,
                  gboolean  later)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, g_ptr_array_index (self->sums, group));
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      if (!later || GPOINTER_TO_UINT (other) > group)
        queue_up (self, group, GPOINTER_TO_UINT (other));
    }
}

static int
compare_nodes (const void *x,
               const void *y)
{
  guint a = *(const guint *) x, b = *(const guint *) y;

  return (a > b) - (a < b);
}

/* The second group goes into the first, and its sums with it. */
static void
merge (Grouping *self,
       guint     a,
       guint     b)
{
  GArray *group_a = g_ptr_array_index (self->groups, a);
  GArray *group_b = g_ptr_array_index (self->groups, b);
  GHashTableIter iter;
  gpointer key, sum;

  g_hash_table_iter_init (&iter, g_ptr_array_index (self->sums, b));
  while (g_hash_table_iter_next (&iter, &key, &sum))
    {
      guint other = GPOINTER_TO_UINT (key);

      g_hash_table_remove (g_ptr_array_index (self->sums, other), GUINT_TO_POINTER (b));
      if (other != a)
        set_likeness (self->sums, a, other, likeness (self->sums, a, other) + unpack (sum));
    }

  for (guint j = 0; j < group_b->len; j++)
    g_array_index (self->group_of, guint, g_array_index (group_b, guint, j)) = a;
  g_array_append_vals (group_a, group_b->data, group_b->len);
  g_array_sort (group_a, compare_nodes);
  g_clear_pointer (&g_ptr_array_index (self->groups, b), g_array_unref);
  g_clear_pointer (&g_ptr_array_index (self->sums, b), g_hash_table_unref);
}

/* Always joins the two groups that are most alike on the average, as long as they are alike
 * enough: a chain of neighbours does not glue together what has nothing in common. */
static void
join_groups (Grouping *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *ties = g_ptr_array_index (self->ties->of, i);

      for (guint j = 0; j < ties->len; j++)
        {
          const PlxTie *tie = &g_array_index (ties, PlxTie, j);

          if (tie->other > i)
            set_likeness (self->sums, i, tie->other, tie->likely);
        }
    }
  for (guint i = 0; i < self->groups->len; i++)
    queue_neighbours (self, i, TRUE);

  while (self->queue->len > 0)
    {
      Pair pair = pop (self->queue);

      /* A group may have grown, or gone into another, since the two were queued. */
      if (g_ptr_array_index (self->groups, pair.a) == NULL ||
          g_ptr_array_index (self->groups, pair.b) == NULL ||
          average (self, pair.a, pair.b) != pair.score)
        continue;

      merge (self, pair.a, pair.b);
      queue_neighbours (self, pair.a, FALSE);
    }
}

/* How many sentences of an article are in a group; those are next to each other. */
static guint
count_of_article (Grouping *self,
                  GArray   *group,
                  guint32   article)
{
  guint low = 0, high = group->len, n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (article_at (self, g_array_index (group, guint, middle)) < article)
        low = middle + 1;
      else
        high = middle;
    }
  while (low + n < group->len &&
         article_at (self, g_array_index (group, guint, low + n)) == article)
    n++;

  return n;
}

/* The groups beside its own that a sentence is close to, the closest first; of two as close, the
 * first. @sums is all zero, by group, before and after. */
static void
find_seconds (Grouping *self,
              guint     node,
              double   *sums,
              GArray   *found)
{
  GArray *ties = g_ptr_array_index (self->ties->of, node);
  guint own = g_array_index (self->group_of, guint, node);

  for (guint i = 0; i < ties->len; i++)
    {
      const PlxTie *tie = &g_array_index (ties, PlxTie, i);

      sums[g_array_index (self->group_of, guint, tie->other)] += tie->likely;
    }

  for (guint i = 0; i < ties->len; i++)
    {
      guint group = g_array_index (self->group_of, guint, g_array_index (ties, PlxTie, i).other);
      GArray *members = g_ptr_array_index (self->groups, group);
      Pair pair = { group, node, 0 };
      guint n;

      if (sums[group] == 0)
        continue;
      /* How close it is to those of the group that other articles have. */
      n = members->len - count_of_article (self, members, article_at (self, node));
      pair.score = sums[group] / n;
      if (group != own && pair.score >= MIN_SECOND)
        g_array_append_val (found, pair);
      sums[group] = 0;
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
  g_autofree double *sums = g_new0 (double, self->groups->len);

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
  self->sums = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->group_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->queue = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (group, i);
      g_ptr_array_add (self->groups, group);
      g_ptr_array_add (self->sums, g_hash_table_new (NULL, NULL));
      g_array_append_val (self->group_of, i);
    }
}

static void
grouping_clear (Grouping *self)
{
  for (guint i = 0; i < self->sums->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->sums, i), g_hash_table_unref);
  for (guint i = 0; i < self->groups->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->groups, i), g_array_unref);
  g_clear_pointer (&self->ties, plx_ties_free);
  g_ptr_array_unref (self->sums);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->group_of);
  g_array_unref (self->queue);
}

static gboolean
find_ties (Grouping     *self,
           GCancellable *cancellable)
{
  g_autoptr (PlxTies) alone = plx_ties_find (self->weave, cancellable);

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
