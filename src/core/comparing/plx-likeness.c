/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-likeness"

#include "config.h"

#include "comparing/plx-likeness.h"

#include <math.h>

#include "comparing/plx-facts.h"

/* The first eighth of an article is where it tells what it is about. */
#define LEAD 0.125

/* Numbers up to this are everywhere. */
#define SMALL_NUMBER 3

/* A likeness below this says no more than none at all. */
#define FLOOR 0.003

/* Behind so many closer ones it no longer matters how many there are. */
#define MAX_RANK 5

/* From here on the closest sentence of another article counts as one. */
#define CLOSEST 0.1

static void
features_of_facts (const PlxNode *a,
                   const PlxNode *b,
                   double        *f)
{
  gboolean days_a = FALSE, days_b = FALSE;

  for (guint j = 0; j < b->facts->len; j++)
    days_b |= g_array_index (b->facts, PlxFact, j).kind == PLX_FACT_DATE;

  for (guint i = 0; i < a->facts->len; i++)
    {
      const PlxFact *x = &g_array_index (a->facts, PlxFact, i);

      days_a |= x->kind == PLX_FACT_DATE;
      for (guint j = 0; j < b->facts->len; j++)
        {
          const PlxFact *y = &g_array_index (b->facts, PlxFact, j);

          if (x->kind != y->kind)
            continue;
          if (x->kind == PLX_FACT_DATE && MIN (x->high, y->high) >= MAX (x->low, y->low))
            f[PLX_LIKENESS_DAY_SAME] = 1;
          if (x->kind != PLX_FACT_NUMBER)
            continue;
          if (x->key == y->key)
            f[PLX_LIKENESS_COUNTED_SAME] = 1;
          if (x->key == y->key && x->low == y->low)
            f[PLX_LIKENESS_COUNT_SAME] = 1;
          if (x->low == y->low && x->low > SMALL_NUMBER)
            f[PLX_LIKENESS_NUMBER_SAME] = 1;
        }
    }

  f[PLX_LIKENESS_DAY_OTHER] = days_a && days_b && f[PLX_LIKENESS_DAY_SAME] == 0;
}

/**
 * plx_likeness_features:
 * @a: a sentence of a story
 * @b: another
 * @features: (out caller-allocates): what speaks for or against both reporting the same
 *
 * Measures two sentences against each other: their words, what they count and when, whether they
 * deny, and where they stand. It is the same whichever of the two comes first.
 */
void
plx_likeness_features (const PlxNode *a,
                       const PlxNode *b,
                       double         features[PLX_N_LIKENESS])
{
  double words[PLX_N_FEATURES];
  gboolean denies_a = a->terms->n_denials > 0, denies_b = b->terms->n_denials > 0;
  gboolean quotes_a = a->quotes->len > 0, quotes_b = b->quotes->len > 0;

  plx_similarity_features (a->terms, b->terms, PLX_N_STORY_FEATURES, words);
  for (guint i = 0; i < PLX_N_LIKENESS; i++)
    features[i] = i < PLX_N_STORY_FEATURES ? words[i] : 0;

  features_of_facts (a, b, features);
  features[PLX_LIKENESS_QUOTE_BOTH] = quotes_a && quotes_b;
  features[PLX_LIKENESS_QUOTE_ONE] = quotes_a != quotes_b;
  features[PLX_LIKENESS_HEADLINE_BOTH] = a->headline * b->headline;
  features[PLX_LIKENESS_HEADLINE_LESS] = MIN (a->headline, b->headline);
  features[PLX_LIKENESS_HEADLINE_APART] = fabs (a->headline - b->headline);
  features[PLX_LIKENESS_DENIAL_BOTH] = denies_a && denies_b;
  features[PLX_LIKENESS_DENIAL_ONE] = denies_a != denies_b;
  features[PLX_LIKENESS_LEADS] = a->place < LEAD && b->place < LEAD;
  features[PLX_LIKENESS_PLACES_APART] = fabs (a->place - b->place);
  features[PLX_LIKENESS_FIRST_PLACE] = MIN (a->place, b->place);
}

static double
log_odds (double likely)
{
  return log ((likely + FLOOR) / (1 - likely + FLOOR));
}

static guint32
article_of (PlxTies *self,
            guint    node)
{
  return ((PlxNode *) g_ptr_array_index (self->weave->nodes, node))->ref.article;
}

/* The closest that a sentence has in an article, and how many are closer than a tie. */
static float
best_in_article (PlxTies *self,
                 guint    node,
                 guint32  article,
                 float    likely,
                 guint   *rank)
{
  GArray *ties = g_ptr_array_index (self->of, node);
  float best = 0;
  guint low = 0, high = ties->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (article_of (self, g_array_index (ties, PlxTie, middle).other) < article)
        low = middle + 1;
      else
        high = middle;
    }

  *rank = 0;
  for (guint i = low; i < ties->len; i++)
    {
      const PlxTie *tie = &g_array_index (ties, PlxTie, i);

      if (article_of (self, tie->other) != article)
        break;
      best = MAX (best, tie->likely);
      *rank += tie->likely > likely;
    }

  return best;
}

/* A third sentence that is like both bears out that both report the same. */
static void
relations_of_witnesses (PlxTies *self,
                        guint    a,
                        guint    b,
                        double  *f)
{
  GArray *of_a = g_ptr_array_index (self->strong, a), *of_b = g_ptr_array_index (self->strong, b);
  const PlxTie *x = (const PlxTie *) (gpointer) of_a->data;
  const PlxTie *y = (const PlxTie *) (gpointer) of_b->data;
  float first = 0, second = 0;
  double sum = 0;

  /* Without a branch: which list is behind cannot be foretold, and large stories spend most of
   * their time here. */
  for (guint i = 0, j = 0; i < of_a->len && j < of_b->len;)
    {
      guint32 in_a = x[i].other, in_b = y[j].other;
      float likely_a = in_a == in_b ? x[i].likely : 0;
      float less = MIN (likely_a, y[j].likely);

      sum += likely_a * y[j].likely;
      second = MAX (second, MIN (first, less));
      first = MAX (first, less);
      i += in_a <= in_b;
      j += in_b <= in_a;
    }

  f[PLX_RELATIVE_WITNESS] = first;
  f[PLX_RELATIVE_SECOND_WITNESS] = second;
  f[PLX_RELATIVE_WITNESSES] = sum / (1 + sum);
}

/* In how many of the other articles both have the same sentence for their closest. */
static double
same_best (PlxTies *self,
           guint    a,
           guint    b)
{
  GArray *of_a = g_ptr_array_index (self->tops, a), *of_b = g_ptr_array_index (self->tops, b);
  const PlxTie *x = (const PlxTie *) (gpointer) of_a->data;
  const PlxTie *y = (const PlxTie *) (gpointer) of_b->data;
  guint same = 0;

  /* Both lists are in the order of the sentences, and leave out the article of their own. */
  for (guint i = 0, j = 0; i < of_a->len && j < of_b->len;)
    {
      guint32 in_a = x[i].other, in_b = y[j].other;

      same += in_a == in_b && x[i].likely > CLOSEST;
      i += in_a <= in_b;
      j += in_b <= in_a;
    }

  return (double) same / MAX (1, plx_meetings_count_thirds (self->meetings, a, b));
}

/* What stands next to a sentence in its article often tells the rest of what it reports. */
static double
neighbours_likely (PlxTies *self,
                   guint    node,
                   guint    other)
{
  double most = 0;

  if (node > 0 && article_of (self, node - 1) == article_of (self, node))
    most = MAX (most, plx_ties_get (self, node - 1, other));
  if (node + 1 < self->weave->nodes->len && article_of (self, node + 1) == article_of (self, node))
    most = MAX (most, plx_ties_get (self, node + 1, other));

  return most;
}

/**
 * plx_likeness_relations:
 * @ties: how alike the sentences of a story are, each pair looked at by itself
 * @a: a sentence, by its place in the weave
 * @b: one of another article
 * @features: (out caller-allocates): what speaks for or against both reporting the same
 *
 * Measures a pair against all others: whether one of them has a closer partner in the other's
 * article, and whether third sentences are like both.
 */
void
plx_likeness_relations (PlxTies *ties,
                        guint    a,
                        guint    b,
                        double   features[PLX_N_RELATIVE])
{
  float likely = plx_ties_get (ties, a, b);
  guint rank_a, rank_b;
  float best_a = best_in_article (ties, a, article_of (ties, b), likely, &rank_a);
  float best_b = best_in_article (ties, b, article_of (ties, a), likely, &rank_b);

  for (guint i = 0; i < PLX_N_RELATIVE; i++)
    features[i] = 0;

  features[PLX_RELATIVE_LIKELY] = log_odds (likely);
  features[PLX_RELATIVE_BEHIND_BEST] = 2 * log_odds (likely) - log_odds (best_a) -
                                       log_odds (best_b);
  features[PLX_RELATIVE_RANKS] = MIN (rank_a, MAX_RANK) + MIN (rank_b, MAX_RANK);
  features[PLX_RELATIVE_BEST_OF_BOTH] = rank_a == 0 && rank_b == 0;
  relations_of_witnesses (ties, a, b, features);
  features[PLX_RELATIVE_TOPS] =
    log_odds (g_array_index (ties->most, float, a)) +
    log_odds (g_array_index (ties->most, float, b));
  features[PLX_RELATIVE_NEIGHBOURS] = neighbours_likely (ties, a, b) +
                                      neighbours_likely (ties, b, a);
  features[PLX_RELATIVE_SAME_BEST] = same_best (ties, a, b);
}
