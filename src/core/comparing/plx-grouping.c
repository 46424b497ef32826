/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-grouping"

#include "config.h"

#include "comparing/plx-grouping.h"

#include <math.h>

#include "comparing/plx-similarity.h"

/* The pairs that the model was fitted on report the same far more often than two sentences of a
 * story do; this many log-odds are taken off what it says. */
#define PRIOR 1.5

/* From here on two groups become one, and a sentence joins a second claim. */
#define MIN_AVERAGE 0.45
#define MIN_SECOND 0.45

/* Below this a pair counts as not alike at all. */
#define LEAST 0.05

/* Two sentences that tell how the same country stands to the same treaty report the same thing,
 * whatever else they say. */
#define SAME_STANDING 0.8

/* "Kenya is a member" and "Sudan is not a member" have all their words in common, and are about
 * two things. */
#define OTHER_STANDING 0.4

/* Two sentences of one article seldom tell the same: the writer has moved on. */
#define SAME_ARTICLE 0.7

/* A sentence of fewer telling words is tied only to one that has nearly all of them. */
#define LEAST_TERMS 3
#define SAME_WORDS 0.95

/* A term that more sentences have than this brings no two of them together by itself. */
#define MIN_LIST 24
#define LIST_PER_ARTICLE 2

/* How alike two groups are on the average. */
typedef struct
{
  guint  a;
  guint  b;
  double score;
} Tie;

/* A table of likenesses holds, for a sentence or a group, its sums by the other; floats lie in the
 * pointers, so that the millions of pairs of a large story take no memory of their own. */
typedef struct
{
  PlxWeave  *weave;
  GPtrArray *scores;   /* (element-type GHashTable), by sentence */
  GPtrArray *sums;     /* (element-type GHashTable) (nullable), by group */
  GPtrArray *groups;   /* (element-type GArray of guint) (nullable) */
  GArray    *group_of; /* guint, by sentence */
  GSequence *queue;    /* Tie, the closest first */
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

static int
compare_ties (gconstpointer x,
              gconstpointer y,
              gpointer      data)
{
  const Tie *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;

  return a->b < b->b ? -1 : a->b > b->b;
}

static GHashTable *
index_terms (PlxWeave *weave)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      GArray *terms = node_at (weave, i)->terms->terms;

      for (guint j = 0; j < terms->len; j++)
        {
          gpointer id = GUINT_TO_POINTER (g_array_index (terms, PlxTerm, j).id);
          GArray *list = g_hash_table_lookup (index, id);

          if (list == NULL)
            {
              list = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, id, list);
            }
          if (list->len == 0 || g_array_index (list, guint, list->len - 1) != i)
            g_array_append_val (list, i);
        }
    }

  return index;
}

static gboolean
share_standing (PlxNode *a,
                PlxNode *b)
{
  for (guint i = 0; i < a->standings->len; i++)
    {
      const PlxStanding *x = &g_array_index (a->standings, PlxStanding, i);

      for (guint j = 0; j < b->standings->len; j++)
        {
          const PlxStanding *y = &g_array_index (b->standings, PlxStanding, j);

          if (x->relation == y->relation && x->country == y->country)
            return TRUE;
        }
    }

  return FALSE;
}

/* "Justice Breyer asked" names somebody and reports nothing; only the same words again are the
 * same report. */
static gboolean
says_little (PlxNode *node)
{
  return (node->terms->terms->len < LEAST_TERMS || node->terms->n_words <= LEAST_TERMS) &&
         node->standings->len == 0;
}

static gboolean
tells_standing_of_country (PlxNode    *node,
                           const char *relation)
{
  for (guint i = 0; i < node->standings->len; i++)
    {
      const PlxStanding *standing = &g_array_index (node->standings, PlxStanding, i);

      if (standing->country != NULL && standing->relation == relation)
        return TRUE;
    }

  return FALSE;
}

/* Whether both tell how countries stand to the same treaty, and no country is the same. */
static gboolean
tell_standings_of_others (PlxNode *a,
                          PlxNode *b)
{
  for (guint i = 0; i < a->standings->len; i++)
    {
      const PlxStanding *standing = &g_array_index (a->standings, PlxStanding, i);

      if (standing->country != NULL && tells_standing_of_country (b, standing->relation))
        return !share_standing (a, b);
    }

  return FALSE;
}

static void
consider (Grouping *self,
          guint     a,
          guint     b)
{
  PlxNode *node_a = node_at (self->weave, a);
  PlxNode *node_b = node_at (self->weave, b);
  double score = plx_similarity_in_story (node_a->terms, node_b->terms);

  if ((says_little (node_a) || says_little (node_b)) && score < SAME_WORDS)
    return;

  score = score / (score + (1 - score) * exp (PRIOR));
  if (share_standing (node_a, node_b))
    score = MAX (score, SAME_STANDING);
  else if (tell_standings_of_others (node_a, node_b))
    score *= OTHER_STANDING;
  if (node_a->ref.article == node_b->ref.article)
    score *= SAME_ARTICLE;

  if (score >= LEAST)
    set_likeness (self->scores, a, b, score);
}

static void
consider_standings (Grouping *self)
{
  g_autoptr (GArray) having = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->weave->nodes->len; i++)
    {
      if (node_at (self->weave, i)->standings->len == 0)
        continue;
      for (guint j = 0; j < having->len; j++)
        {
          guint other = g_array_index (having, guint, j);

          if (share_standing (node_at (self->weave, other), node_at (self->weave, i)))
            consider (self, other, i);
        }
      g_array_append_val (having, i);
    }
}

/* Only sentences that share a word which is rare enough in the story are worth comparing. Each
 * sentence meets those before it; @met says which it has met already. */
static void
consider_neighbours (Grouping   *self,
                     GHashTable *index,
                     guint       node,
                     guint       longest,
                     guint      *met)
{
  GArray *terms = node_at (self->weave, node)->terms->terms;

  for (guint i = 0; i < terms->len; i++)
    {
      gpointer id = GUINT_TO_POINTER (g_array_index (terms, PlxTerm, i).id);
      GArray *list = g_hash_table_lookup (index, id);

      if (list->len > longest)
        continue;
      for (guint j = 0; j < list->len; j++)
        {
          guint other = g_array_index (list, guint, j);

          if (other >= node)
            break;
          if (met[other] == node)
            continue;
          met[other] = node;
          consider (self, other, node);
        }
    }
}

static gboolean
find_scores (Grouping     *self,
             GCancellable *cancellable)
{
  g_autoptr (GHashTable) index = index_terms (self->weave);
  g_autofree guint *met = g_new0 (guint, self->weave->nodes->len + 1);
  guint longest = MAX (MIN_LIST, LIST_PER_ARTICLE * self->weave->annotations->len);

  for (guint i = 0; i < self->weave->nodes->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      consider_neighbours (self, index, i, longest, met);
    }
  consider_standings (self);

  return TRUE;
}

static double
average (Grouping *self,
         guint     a,
         guint     b)
{
  GArray *group_a = g_ptr_array_index (self->groups, a);
  GArray *group_b = g_ptr_array_index (self->groups, b);

  return likeness (self->sums, a, b) / ((double) group_a->len * group_b->len);
}

static void
queue_up (Grouping *self,
          guint     a,
          guint     b)
{
  Tie tie = { MIN (a, b), MAX (a, b), average (self, a, b) };

  if (tie.score >= MIN_AVERAGE)
    g_sequence_insert_sorted (self->queue, g_memdup2 (&tie, sizeof tie), compare_ties, NULL);
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
  g_clear_pointer (&g_ptr_array_index (self->groups, b), g_array_unref);
  g_clear_pointer (&g_ptr_array_index (self->sums, b), g_hash_table_unref);
}

static GHashTable *
copy_table (GHashTable *table)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, value);

  return copy;
}

/* Always joins the two groups that are most alike on the average, as long as they are alike
 * enough: a chain of neighbours does not glue together what has nothing in common. */
static void
join_groups (Grouping *self)
{
  for (guint i = 0; i < self->scores->len; i++)
    g_ptr_array_add (self->sums, copy_table (g_ptr_array_index (self->scores, i)));
  for (guint i = 0; i < self->scores->len; i++)
    queue_neighbours (self, i, TRUE);

  while (!g_sequence_is_empty (self->queue))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->queue);
      Tie tie = *(Tie *) g_sequence_get (first);

      g_sequence_remove (first);
      /* A group may have grown, or gone into another, since the two were queued. */
      if (g_ptr_array_index (self->groups, tie.a) == NULL ||
          g_ptr_array_index (self->groups, tie.b) == NULL ||
          average (self, tie.a, tie.b) != tie.score)
        continue;

      merge (self, tie.a, tie.b);
      queue_neighbours (self, tie.a, FALSE);
    }
}

static double
average_to_group (Grouping *self,
                  guint     node,
                  guint     group)
{
  GArray *members = g_ptr_array_index (self->groups, group);
  double sum = 0;

  for (guint i = 0; i < members->len; i++)
    sum += likeness (self->scores, node, g_array_index (members, guint, i));

  return sum / members->len;
}

/* The group beside its own that a sentence is closest to; of two as close, the first. */
static guint
second_group (Grouping *self,
              guint     node)
{
  guint own = g_array_index (self->group_of, guint, node);
  guint best = G_MAXUINT;
  double most = 0;
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, g_ptr_array_index (self->scores, node));
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      guint group = g_array_index (self->group_of, guint, GPOINTER_TO_UINT (other));
      double likely;

      if (group == own || group == best)
        continue;
      likely = average_to_group (self, node, group);
      if (likely >= MIN_SECOND && (likely > most || (likely == most && group < best)))
        {
          most = likely;
          best = group;
        }
    }

  return best;
}

/* A long sentence may report two things: where it is close to the sentences of a claim that is
 * not its own, it belongs there too. All are judged by the groups as they were, so that no group
 * drifts. */
static void
add_seconds (Grouping *self)
{
  g_autofree guint *seconds = g_new (guint, self->group_of->len + 1);

  for (guint i = 0; i < self->group_of->len; i++)
    seconds[i] = second_group (self, i);
  for (guint i = 0; i < self->group_of->len; i++)
    {
      if (seconds[i] != G_MAXUINT)
        g_array_append_val ((GArray *) g_ptr_array_index (self->groups, seconds[i]), i);
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

/* A group that has nothing of its own left, now that its sentences stand elsewhere too, is no
 * claim any more. */
static void
drop_parts (Grouping *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; group != NULL && j < self->groups->len; j++)
        {
          if (!is_part_of (group, g_ptr_array_index (self->groups, j)))
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
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->sums = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->group_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->queue = g_sequence_new (g_free);

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (group, i);
      g_ptr_array_add (self->groups, group);
      g_ptr_array_add (self->scores, g_hash_table_new (NULL, NULL));
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
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->sums);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->group_of);
  g_sequence_free (self->queue);
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
 * Groups the sentences that report the same. Each is in one group or two.
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
  if (find_scores (&grouping, cancellable))
    {
      join_groups (&grouping);
      n_own = count_members (&grouping);
      add_seconds (&grouping);
      drop_parts (&grouping);

      groups = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_group_free);
      for (guint i = 0; i < grouping.groups->len; i++)
        {
          PlxGroup *group;

          if (g_ptr_array_index (grouping.groups, i) == NULL)
            continue;
          group = g_new0 (PlxGroup, 1);
          group->nodes = g_steal_pointer (&g_ptr_array_index (grouping.groups, i));
          group->n_own = g_array_index (n_own, guint, i);
          g_ptr_array_add (groups, group);
        }
    }
  grouping_clear (&grouping);

  return groups;
}
