/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claims"

#include "config.h"

#include "comparing/plx-claims.h"

#include <math.h>

#include "comparing/plx-differences.h"
#include "comparing/plx-similarity.h"

/* The pairs that the model was fitted on report the same far more often than two sentences of a
 * story do; this many log-odds are taken off what it says. */
#define PRIOR 1.0

/* Above these a pair is looked at, two groups become one, a sentence joins a second claim. */
#define MIN_EDGE 0.2
#define MIN_AVERAGE 0.45
#define MIN_SECOND 0.5

/* Two sentences that tell how the same country stands to the same treaty report the same thing,
 * whatever else they say. */
#define SAME_STANDING 0.8

/* Two sentences of one article seldom tell the same: the writer has moved on. */
#define SAME_ARTICLE 0.7

/* A term that more sentences have than this brings no two of them together by itself. */
#define MIN_LIST 24
#define LIST_SHARE 6

typedef struct
{
  guint  a;
  guint  b;
  double score;
} Edge;

typedef struct
{
  PlxWeave   *weave;
  GHashTable *scores; /* (owned guint64): key of a pair to its Edge, in edges */
  GArray     *edges;  /* Edge */
  GPtrArray  *groups; /* (element-type GArray of guint, nullable) */
  GArray     *group_of; /* guint, by node */
} Grouping;

static guint64
pair_key (guint a,
          guint b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

static PlxNode *
node_at (PlxWeave *weave,
         guint     index)
{
  return g_ptr_array_index (weave->nodes, index);
}

static int
compare_edges (const void *x,
               const void *y)
{
  const Edge *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;

  return a->b < b->b ? -1 : a->b > b->b;
}

static int
compare_queued (gconstpointer x,
                gconstpointer y,
                gpointer      data)
{
  return compare_edges (x, y);
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

static void
consider (Grouping *self,
          guint     a,
          guint     b)
{
  guint64 key = pair_key (a, b);
  Edge edge = { MIN (a, b), MAX (a, b), 0 };
  guint64 *owned;
  double *score;

  if (g_hash_table_contains (self->scores, &key))
    return;

  edge.score = plx_similarity_in_story (node_at (self->weave, edge.a)->terms,
                                        node_at (self->weave, edge.b)->terms);
  edge.score = edge.score / (edge.score + (1 - edge.score) * exp (PRIOR));
  if (share_standing (node_at (self->weave, a), node_at (self->weave, b)))
    edge.score = MAX (edge.score, SAME_STANDING);
  if (node_at (self->weave, a)->ref.article == node_at (self->weave, b)->ref.article)
    edge.score *= SAME_ARTICLE;

  owned = g_new (guint64, 1);
  *owned = key;
  score = g_new (double, 1);
  *score = edge.score;
  g_hash_table_insert (self->scores, owned, score);

  if (edge.score >= MIN_EDGE)
    g_array_append_val (self->edges, edge);
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
        consider (self, g_array_index (having, guint, j), i);
      g_array_append_val (having, i);
    }
}

/* Only sentences that share a word which is rare enough in the story are worth comparing. */
static gboolean
find_edges (Grouping      *self,
            GCancellable  *cancellable)
{
  g_autoptr (GHashTable) index = index_terms (self->weave);
  guint longest = MAX (MIN_LIST, self->weave->nodes->len / LIST_SHARE);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *list = value;

      if (list->len < 2 || list->len > longest)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      for (guint i = 0; i < list->len; i++)
        {
          for (guint j = i + 1; j < list->len; j++)
            consider (self, g_array_index (list, guint, i), g_array_index (list, guint, j));
        }
    }

  consider_standings (self);
  g_array_sort (self->edges, compare_edges);

  return TRUE;
}

static double
score_of (Grouping *self,
          guint     a,
          guint     b)
{
  guint64 key = pair_key (a, b);
  double *score = g_hash_table_lookup (self->scores, &key);

  return score != NULL ? *score : 0;
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

/* How alike two groups are on the average; pairs that share no rare word count as not alike. */
static double
average (Grouping *self,
         GArray   *a,
         GArray   *b)
{
  double sum = 0;

  for (guint i = 0; i < a->len; i++)
    {
      for (guint j = 0; j < b->len; j++)
        sum += score_of (self, g_array_index (a, guint, i), g_array_index (b, guint, j));
    }

  return sum / (a->len * b->len);
}

/* The neighbours of a group: the groups of which a sentence has an edge to one of its own. */
static void
add_neighbours (Grouping  *self,
                guint      group,
                GPtrArray *adjacent,
                GArray    *found)
{
  GArray *members = g_ptr_array_index (self->groups, group);

  g_array_set_size (found, 0);
  for (guint i = 0; i < members->len; i++)
    {
      GArray *nodes = g_ptr_array_index (adjacent, g_array_index (members, guint, i));

      for (guint j = 0; j < nodes->len; j++)
        {
          guint other = g_array_index (self->group_of, guint, g_array_index (nodes, guint, j));

          if (other != group && !group_has (found, other))
            g_array_append_val (found, other);
        }
    }
}

/* Puts the averages between a group and its neighbours into the queue. */
static void
queue_neighbours (Grouping  *self,
                  guint      group,
                  GPtrArray *adjacent,
                  GSequence *queue)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  add_neighbours (self, group, adjacent, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint other = g_array_index (found, guint, i);
      Edge edge = { MIN (group, other), MAX (group, other), 0 };

      edge.score = average (self, g_ptr_array_index (self->groups, edge.a),
                            g_ptr_array_index (self->groups, edge.b));
      if (edge.score >= MIN_AVERAGE)
        g_sequence_insert_sorted (queue, g_memdup2 (&edge, sizeof edge), compare_queued, NULL);
    }
}

static GPtrArray *
make_adjacent (Grouping *self)
{
  GPtrArray *adjacent = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (adjacent, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = &g_array_index (self->edges, Edge, i);

      g_array_append_val ((GArray *) g_ptr_array_index (adjacent, edge->a), edge->b);
      g_array_append_val ((GArray *) g_ptr_array_index (adjacent, edge->b), edge->a);
    }

  return adjacent;
}

static void
merge_groups (Grouping *self,
              guint     a,
              guint     b)
{
  GArray *group_a = g_ptr_array_index (self->groups, a);
  GArray *group_b = g_ptr_array_index (self->groups, b);

  for (guint j = 0; j < group_b->len; j++)
    g_array_index (self->group_of, guint, g_array_index (group_b, guint, j)) = a;
  g_array_append_vals (group_a, group_b->data, group_b->len);
  g_clear_pointer (&g_ptr_array_index (self->groups, b), g_array_unref);
}

/* Always joins the two groups that are most alike on the average, as long as they are alike
 * enough: a chain of neighbours does not glue together what has nothing in common. */
static void
join_groups (Grouping *self)
{
  g_autoptr (GPtrArray) adjacent = make_adjacent (self);
  g_autoptr (GSequence) queue = g_sequence_new (g_free);

  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = &g_array_index (self->edges, Edge, i);

      if (edge->score >= MIN_AVERAGE)
        g_sequence_insert_sorted (queue, g_memdup2 (edge, sizeof *edge), compare_queued, NULL);
    }

  while (!g_sequence_is_empty (queue))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (queue);
      Edge edge = *(Edge *) g_sequence_get (first);
      GArray *group_a = g_ptr_array_index (self->groups, edge.a);
      GArray *group_b = g_ptr_array_index (self->groups, edge.b);

      g_sequence_remove (first);
      /* A group may have grown, or gone into another, since the two were queued. */
      if (group_a == NULL || group_b == NULL || average (self, group_a, group_b) != edge.score)
        continue;

      merge_groups (self, edge.a, edge.b);
      queue_neighbours (self, edge.a, adjacent, queue);
    }
}

/* The group beside its own that a sentence is closest to, by its neighbours. */
static guint
second_group (Grouping  *self,
              GPtrArray *adjacent,
              guint      node)
{
  GArray *neighbours = g_ptr_array_index (adjacent, node);
  g_autoptr (GArray) single = g_array_new (FALSE, FALSE, sizeof (guint));
  guint own = g_array_index (self->group_of, guint, node);
  guint best = G_MAXUINT;
  double most = MIN_SECOND;

  g_array_append_val (single, node);
  for (guint i = 0; i < neighbours->len; i++)
    {
      guint neighbour = g_array_index (neighbours, guint, i);
      guint group = g_array_index (self->group_of, guint, neighbour);
      double likeness;

      if (group == own || group == best)
        continue;
      likeness = average (self, single, g_ptr_array_index (self->groups, group));
      if (likeness > most)
        {
          most = likeness;
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
  g_autoptr (GPtrArray) adjacent = make_adjacent (self);
  g_autofree guint *seconds = g_new (guint, self->group_of->len + 1);

  for (guint i = 0; i < self->group_of->len; i++)
    seconds[i] = second_group (self, adjacent, i);
  for (guint i = 0; i < self->group_of->len; i++)
    {
      if (seconds[i] != G_MAXUINT)
        g_array_append_val ((GArray *) g_ptr_array_index (self->groups, seconds[i]), i);
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
          if (is_part_of (group, g_ptr_array_index (self->groups, j)))
            {
              g_clear_pointer (&g_ptr_array_index (self->groups, i), g_array_unref);
              group = NULL;
            }
        }
    }
}

static int
compare_refs (const void *x,
              const void *y)
{
  const PlxSentenceRef *a = x, *b = y;

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;

  return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

static void
set_origins (PlxWeave       *weave,
             PlxClaimRecord *claim)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxNode *node = plx_weave_get_node (weave, g_array_index (claim->refs, PlxSentenceRef, i));
      guint32 place = PLX_NONE;

      if (node->origin != NULL &&
          !g_ptr_array_find_with_equal_func (known, node->origin, g_str_equal, &place))
        {
          place = known->len;
          g_ptr_array_add (known, node->origin);
          g_strv_builder_add (builder, node->origin);
        }
      g_array_append_val (claim->origin_of, place);
    }

  g_strfreev (claim->origins);
  claim->origins = g_strv_builder_end (builder);
}

static PlxClaimRecord *
make_claim (PlxWeave *weave,
            GArray   *group)
{
  PlxClaimRecord *claim = plx_claim_record_new ();
  guint32 last = PLX_NONE;

  for (guint i = 0; i < group->len; i++)
    g_array_append_val (claim->refs, node_at (weave, g_array_index (group, guint, i))->ref);
  g_array_sort (claim->refs, compare_refs);

  for (guint i = 0; i < claim->refs->len; i++)
    {
      guint32 article = g_array_index (claim->refs, PlxSentenceRef, i).article;

      claim->n_sources += article != last;
      last = article;
    }

  set_origins (weave, claim);
  claim->label = plx_differences_label (weave, claim);
  plx_differences_find (weave, claim);

  return claim;
}

static double
mean_place (PlxWeave             *weave,
            const PlxClaimRecord *claim)
{
  double sum = 0;

  for (guint i = 0; i < claim->refs->len; i++)
    sum += plx_weave_get_node (weave, g_array_index (claim->refs, PlxSentenceRef, i))->place;

  return sum / claim->refs->len;
}

static int
compare_claims (gconstpointer x,
                gconstpointer y,
                gpointer      weave)
{
  const PlxClaimRecord *a = *(PlxClaimRecord * const *) x, *b = *(PlxClaimRecord * const *) y;
  double place_a, place_b;

  if (a->n_sources != b->n_sources)
    return a->n_sources > b->n_sources ? -1 : 1;

  place_a = mean_place (weave, a);
  place_b = mean_place (weave, b);
  if (place_a != place_b)
    return place_a < place_b ? -1 : 1;

  return compare_refs (a->refs->data, b->refs->data);
}

static void
grouping_init (Grouping *self,
               PlxWeave *weave)
{
  self->weave = weave;
  self->scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->groups = g_ptr_array_new ();
  self->group_of = g_array_new (FALSE, FALSE, sizeof (guint));

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
  g_hash_table_unref (self->scores);
  g_array_unref (self->edges);
  for (guint i = 0; i < self->groups->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->groups, i), g_array_unref);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->group_of);
}

/**
 * plx_weave_find_claims:
 * @self: the sentences of a story
 * @cancellable: (nullable): a cancellable
 *
 * Groups the sentences that report the same thing. Each sentence is in one claim at least.
 *
 * Returns: (transfer full) (nullable) (element-type PlxClaimRecord): the claims, those of most
 *   sources first, or `NULL` when cancelled
 */
GPtrArray *
plx_weave_find_claims (PlxWeave     *self,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_claim_record_free);
  Grouping grouping;

  grouping_init (&grouping, self);
  if (!find_edges (&grouping, cancellable))
    {
      grouping_clear (&grouping);
      return NULL;
    }

  join_groups (&grouping);
  add_seconds (&grouping);
  drop_parts (&grouping);
  for (guint i = 0; i < grouping.groups->len; i++)
    {
      if (g_ptr_array_index (grouping.groups, i) != NULL)
        g_ptr_array_add (claims, make_claim (self, g_ptr_array_index (grouping.groups, i)));
    }
  grouping_clear (&grouping);
  g_ptr_array_sort_with_data (claims, compare_claims, self);

  return g_steal_pointer (&claims);
}
