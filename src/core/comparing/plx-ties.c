/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-ties"

#include "config.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-likeness.h"
#include "comparing/plx-likeness-weights.h"

/* A tie that is less likely is none. */
#define LEAST 0.03

/* "Kenya is a member" and "Sudan is not a member" have all their words in common, and are about
 * two things. */
#define OTHER_STANDING 0.4

/* A sentence of fewer telling words is tied only to one that has nearly all of them. */
#define LEAST_TERMS 3
#define SAME_WORDS 0.9

/* One word in common is no report in common, unless it is most of a sentence. */
#define TWO_WORDS (2 / 8.0)
#define MOST_WORDS 0.5

/* So many witnesses settle whether two sentences report the same; in a large story hundreds more
 * would say so too. */
#define MOST_WITNESSES 64

G_STATIC_ASSERT (G_N_ELEMENTS (likeness_weights) == PLX_N_LIKENESS);
G_STATIC_ASSERT (G_N_ELEMENTS (relative_weights) == PLX_N_RELATIVE);

static PlxNode *
node_at (PlxTies *self,
         guint    node)
{
  return g_ptr_array_index (self->weave->nodes, node);
}

static GArray *
ties_of (PlxTies *self,
         guint    node)
{
  return g_ptr_array_index (self->of, node);
}

static double
logistic (const double *weights,
          guint         n_weights,
          double        bias,
          const double *features)
{
  double sum = bias;

  for (guint i = 0; i < n_weights; i++)
    sum += weights[i] * features[i];

  return 1 / (1 + exp (-sum));
}

/**
 * plx_ties_new:
 * @weave: the sentences of a story; must outlive the ties
 * @meetings: which of them are looked at
 *
 * Returns: (transfer full): no ties yet
 */
PlxTies *
plx_ties_new (PlxWeave    *weave,
              PlxMeetings *meetings)
{
  PlxTies *self = g_new0 (PlxTies, 1);

  self->weave = weave;
  self->meetings = plx_meetings_ref (meetings);
  self->of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->most = g_array_new (FALSE, TRUE, sizeof (float));
  for (guint i = 0; i < weave->nodes->len; i++)
    g_ptr_array_add (self->of, g_array_new (FALSE, FALSE, sizeof (PlxTie)));

  return self;
}

void
plx_ties_free (PlxTies *self)
{
  g_ptr_array_unref (self->of);
  g_clear_pointer (&self->tops, g_ptr_array_unref);
  g_clear_pointer (&self->strong, g_ptr_array_unref);
  g_array_unref (self->most);
  plx_meetings_unref (self->meetings);
  g_free (self);
}

/**
 * plx_ties_add:
 * @self: ties
 * @a: a sentence
 * @b: another that it is not tied to yet
 * @likely: how likely both report the same
 *
 * Adds a tie. plx_ties_sort() must be called once all are there.
 */
void
plx_ties_add (PlxTies *self,
              guint    a,
              guint    b,
              float    likely)
{
  PlxTie to_b = { b, likely }, to_a = { a, likely };

  g_array_append_val (ties_of (self, a), to_b);
  g_array_append_val (ties_of (self, b), to_a);
}

static int
compare_ties (const void *x,
              const void *y)
{
  const PlxTie *a = x, *b = y;

  return (a->other > b->other) - (a->other < b->other);
}

/* The closest sentence of each other article; of two as close, the first. */
static GArray *
find_tops (PlxTies *self,
           guint    node)
{
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (PlxTie));
  GArray *ties = ties_of (self, node);
  guint32 own = node_at (self, node)->ref.article, last = PLX_NONE;

  for (guint i = 0; i < ties->len; i++)
    {
      const PlxTie *tie = &g_array_index (ties, PlxTie, i);
      guint32 article = node_at (self, tie->other)->ref.article;

      if (article == own)
        continue;
      if (article != last)
        g_array_append_val (tops, *tie);
      else if (tie->likely > g_array_index (tops, PlxTie, tops->len - 1).likely)
        g_array_index (tops, PlxTie, tops->len - 1) = *tie;
      last = article;
    }

  return tops;
}

static int
compare_likely (const void *x,
                const void *y)
{
  const PlxTie *a = x, *b = y;

  if (a->likely != b->likely)
    return a->likely < b->likely ? 1 : -1;

  return compare_ties (a, b);
}

/* The most likely ties, in the order of the others. */
static GArray *
find_strong (GArray *ties)
{
  GArray *strong;

  if (ties->len <= MOST_WITNESSES)
    return g_array_ref (ties);

  strong = g_array_copy (ties);
  g_array_sort (strong, compare_likely);
  g_array_set_size (strong, MOST_WITNESSES);
  g_array_sort (strong, compare_ties);

  return strong;
}

/**
 * plx_ties_sort:
 * @self: ties
 *
 * Puts the ties in their order, so that they can be looked up.
 */
void
plx_ties_sort (PlxTies *self)
{
  g_clear_pointer (&self->tops, g_ptr_array_unref);
  g_clear_pointer (&self->strong, g_ptr_array_unref);
  self->tops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->strong = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_array_set_size (self->most, 0);
  g_array_set_size (self->most, self->of->len);
  for (guint i = 0; i < self->of->len; i++)
    {
      GArray *tops;
      float *most = &g_array_index (self->most, float, i);

      g_array_sort (ties_of (self, i), compare_ties);
      tops = find_tops (self, i);
      for (guint j = 0; j < tops->len; j++)
        *most = MAX (*most, g_array_index (tops, PlxTie, j).likely);
      g_ptr_array_add (self->tops, tops);
      g_ptr_array_add (self->strong, find_strong (ties_of (self, i)));
    }
}

/**
 * plx_ties_get:
 * @self: ties
 * @a: a sentence
 * @b: another
 *
 * Returns: how likely both report the same; 0 where they are not tied
 */
float
plx_ties_get (PlxTies *self,
              guint    a,
              guint    b)
{
  GArray *ties = ties_of (self, a);
  guint low = 0, high = ties->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PlxTie *tie = &g_array_index (ties, PlxTie, middle);

      if (tie->other == b)
        return tie->likely;
      if (tie->other < b)
        low = middle + 1;
      else
        high = middle;
    }

  return 0;
}

static gboolean
tells_standing_of_country (const PlxNode *node,
                           const char    *relation)
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
tell_standings_of_others (const PlxNode *a,
                          const PlxNode *b)
{
  for (guint i = 0; i < a->standings->len; i++)
    {
      const PlxStanding *standing = &g_array_index (a->standings, PlxStanding, i);

      if (standing->country != NULL && tells_standing_of_country (b, standing->relation))
        return !plx_nodes_share_standing (a, b);
    }

  return FALSE;
}

/* "Justice Breyer asked" names somebody and reports nothing; only the same words again are the
 * same report. */
static gboolean
says_little (const PlxNode *node)
{
  return (node->terms->terms->len < LEAST_TERMS || node->terms->n_words <= LEAST_TERMS) &&
         node->standings->len == 0;
}

static double
judge_alone (const double *features,
             gpointer      data)
{
  return logistic (likeness_weights, PLX_N_LIKENESS, likeness_bias, features);
}

static void
consider (PlxTies     *self,
          guint        a,
          guint        b,
          PlxTieJudge  judge,
          gpointer     data)
{
  const PlxNode *node_a = node_at (self, a), *node_b = node_at (self, b);
  double features[PLX_N_LIKENESS];
  double likely;

  plx_likeness_features (node_a, node_b, features);
  if ((says_little (node_a) || says_little (node_b)) &&
      features[PLX_FEATURE_RARITY_LONGER] < SAME_WORDS)
    return;
  if (features[PLX_FEATURE_SOFT_COUNT] < TWO_WORDS &&
      features[PLX_FEATURE_RARITY_SHORTER] < MOST_WORDS)
    return;

  likely = judge (features, data);
  if (tell_standings_of_others (node_a, node_b))
    likely *= OTHER_STANDING;
  if (likely >= LEAST)
    plx_ties_add (self, a, b, likely);
}

/**
 * plx_ties_find_by:
 * @weave: the sentences of a story; must outlive the ties
 * @judge: (scope call): tells how likely two sentences report the same
 * @data: for @judge
 * @cancellable: (nullable): a cancellable
 *
 * Finds which sentences may report the same, each pair looked at by itself. Only those that share
 * telling words meet, so that it takes time in proportion to the story, nearly.
 *
 * Returns: (transfer full) (nullable): the ties, or `NULL` when cancelled
 */
PlxTies *
plx_ties_find_by (PlxWeave     *weave,
                  PlxTieJudge   judge,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autoptr (PlxMeetings) meetings = plx_meetings_new (weave, cancellable);
  g_autoptr (PlxTies) self = plx_ties_new (weave, meetings);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      plx_progress_report (weave->progress, i, weave->nodes->len);
      plx_vocabulary_mark (weave->vocabulary, &node_at (self, i)->terms->parts);
      plx_meetings_find (meetings, i, others);
      for (guint j = 0; j < others->len; j++)
        consider (self, g_array_index (others, guint, j), i, judge, data);
    }
  plx_ties_sort (self);

  return g_steal_pointer (&self);
}

/**
 * plx_ties_find:
 * @weave: the sentences of a story; must outlive the ties
 * @cancellable: (nullable): a cancellable
 *
 * Finds which sentences may report the same, by the weights that fit/ found.
 *
 * Returns: (transfer full) (nullable): the ties, or `NULL` when cancelled
 */
PlxTies *
plx_ties_find (PlxWeave     *weave,
               GCancellable *cancellable)
{
  return plx_ties_find_by (weave, judge_alone, NULL, cancellable);
}

/**
 * plx_ties_judge:
 * @self: ties of which each was looked at by itself
 * @cancellable: (nullable): a cancellable
 *
 * Looks at each tie between two articles again, now that all the others are known.
 *
 * Returns: (transfer full) (nullable): the ties between articles, or `NULL` when cancelled
 */
PlxTies *
plx_ties_judge (PlxTies      *self,
                GCancellable *cancellable)
{
  g_autoptr (PlxTies) judged = plx_ties_new (self->weave, self->meetings);

  for (guint i = 0; i < self->of->len; i++)
    {
      GArray *ties = ties_of (self, i);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      plx_progress_report (self->weave->progress, i, self->of->len);
      for (guint j = 0; j < ties->len; j++)
        {
          guint other = g_array_index (ties, PlxTie, j).other;
          double features[PLX_N_RELATIVE];
          double likely;

          if (other <= i || node_at (self, i)->ref.article == node_at (self, other)->ref.article)
            continue;
          plx_likeness_relations (self, i, other, features);
          likely = logistic (relative_weights, PLX_N_RELATIVE, relative_bias, features);
          if (likely >= LEAST)
            plx_ties_add (judged, i, other, likely);
        }
    }
  plx_ties_sort (judged);

  return g_steal_pointer (&judged);
}
