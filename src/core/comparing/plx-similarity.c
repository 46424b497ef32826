/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-similarity"

#include "config.h"

#include "comparing/plx-similarity.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-similarity-alignment.h"
#include "comparing/plx-similarity-weights.h"

/* What tells this much altogether, and more, is much. */
#define MUCH 8.0

G_STATIC_ASSERT (G_N_ELEMENTS (alone_weights) == PLX_N_FEATURES);
G_STATIC_ASSERT (G_N_ELEMENTS (same_weights) == PLX_N_FEATURES);
G_STATIC_ASSERT (G_N_ELEMENTS (story_weights) == PLX_N_PLAIN_FEATURES);

/* Which words find a partner cannot be foretold, so that a branch for each takes longer than adding
 * nothing up; what is added up is the same. */

static void
features_of_words (const PlxAlignment *self,
                   double          *f)
{
  double all_a = self->first->weight, all_b = self->second->weight;
  double square_a = self->first->square, square_b = self->second->square;
  double equal = 0, soft = 0, square = 0;
  float rarest = 0;
  guint n_soft = 0;

  for (guint i = 0; i < self->n_a; i++)
    {
      const PlxTerm *term = &self->a[i];
      const float own = term->weight * (self->credit[i] == 1);

      soft += self->credit[i] * term->weight;
      n_soft += self->partner[i] >= 0;
      equal += own;
      square += own * self->b[MAX (self->partner[i], 0)].weight;
      rarest = MAX (rarest, own);
    }

  f[PLX_FEATURE_RAREST] = rarest;
  f[PLX_FEATURE_COSINE] = plx_similarity_ratio (square, sqrt (square_a * square_b));
  f[PLX_FEATURE_SHORTER] = MIN (1, plx_similarity_ratio (equal, MIN (all_a, all_b)));
  f[PLX_FEATURE_LONGER] = plx_similarity_ratio (equal, MAX (all_a, all_b));
  f[PLX_FEATURE_SOFT_SHORTER] = MIN (1, plx_similarity_ratio (soft, MIN (all_a, all_b)));
  f[PLX_FEATURE_SOFT_LONGER] = plx_similarity_ratio (soft, MAX (all_a, all_b));
  f[PLX_FEATURE_SOFT_COUNT] = MIN (1, n_soft / 8.0);
}

static void
features_of_kind (const PlxAlignment *self,
                  PlxTermKind      kind,
                  double          *shared,
                  double          *missing)
{
  double n_a = self->first->weights[kind], n_b = self->second->weights[kind], n_shared = 0;

  if (n_a == 0 || n_b == 0)
    return;

  for (guint i = 0; i < self->n_a; i++)
    n_shared += self->a[i].weight * ((self->credit[i] == 1) & (self->a[i].kind == kind));

  *shared = MIN (1, n_shared / MIN (n_a, n_b));
  *missing = MAX (0, 1 - n_shared / MAX (n_a, n_b));
}

/* How many of the words that found each other stand side by side in both, and how many keep
 * their order. */
static void
features_of_order (const PlxAlignment *self,
                   double          *f)
{
  guint n_pairs = 0, n_ordered = 0, n_found = 0;
  int last = -1, before = -1;

  for (guint i = 0; i < self->n_a; i++)
    {
      int here = self->partner[i];

      n_found += here >= 0;
      n_ordered += (last >= 0) & (here > last);
      n_pairs += (before >= 0) & (here == before + 1);
      last = here >= 0 ? here : last;
      before = here;
    }

  f[PLX_FEATURE_PAIRS] = plx_similarity_ratio (n_pairs, MIN (self->n_a, self->n_b) - 1.0);
  f[PLX_FEATURE_ORDER] = plx_similarity_ratio (n_ordered, n_found - 1.0);
}

/* How much the most telling word says that found no partner. */
static double
left_over (const PlxAlignment *self)
{
  float most = 0;

  for (guint i = 0; i < self->n_a; i++)
    most = MAX (most, self->a[i].weight * (self->partner[i] < 0));
  for (guint j = 0; j < self->n_b; j++)
    most = MAX (most, self->b[j].weight * !self->taken[j]);

  return most;
}

/* What two sentences share, counted once by how much each word tells here and once by how much it
 * tells anywhere; as a sum too, since a long sentence may report another thing besides. */
static void
features_of_sums (const PlxAlignment *self,
                  double          *f)
{
  double all_a[2] = { self->first->weight, self->first->rarity };
  double all_b[2] = { self->second->weight, self->second->rarity };
  double shared[2] = { 0, 0 };

  for (guint i = 0; i < self->n_a; i++)
    {
      const PlxTerm *other;

      if (self->partner[i] < 0)
        continue;
      other = &self->b[self->partner[i]];
      shared[0] += self->credit[i] * sqrt (self->a[i].weight * other->weight);
      shared[1] += self->credit[i] * sqrt (self->a[i].rarity * other->rarity);
    }

  for (guint k = 0; k < 2; k++)
    {
      double *to = &f[k == 0 ? PLX_FEATURE_WEIGHT : PLX_FEATURE_RARITY];

      to[0] = shared[k] / (1 + shared[k]);
      to[1] = plx_similarity_ratio (shared[k], MIN (all_a[k], all_b[k]));
      to[2] = plx_similarity_ratio (shared[k], MAX (all_a[k], all_b[k]));
    }
}

/* How much each tells that the other does not. */
static void
features_of_rest (const PlxAlignment *self,
                  double          *f)
{
  double rest_a = 0, rest_b = 0;

  for (guint i = 0; i < self->n_a; i++)
    {
      if (self->partner[i] < 0 || self->credit[i] < 1)
        rest_a += self->a[i].rarity;
    }
  for (guint j = 0; j < self->n_b; j++)
    {
      if (!self->taken[j])
        rest_b += self->b[j].rarity;
    }

  f[PLX_FEATURE_REST_LESS] = MIN (1, MIN (rest_a, rest_b) / MUCH);
  f[PLX_FEATURE_REST_MORE] = MIN (1, MAX (rest_a, rest_b) / MUCH);
  f[PLX_FEATURE_NOTHING_LEFT] = ((rest_a == 0) + (rest_b == 0)) / 2.0;
}

/* The shorter sentence looks for partners in the longer one, whichever comes first, so that the
 * order of two sentences never matters. */
static gboolean
comes_first (PlxTerms *a,
             PlxTerms *b)
{
  if (a->terms->len != b->terms->len)
    return a->terms->len < b->terms->len;

  for (guint i = 0; i < a->terms->len; i++)
    {
      guint32 id_a = g_array_index (a->terms, PlxTerm, i).id;
      guint32 id_b = g_array_index (b->terms, PlxTerm, i).id;

      if (id_a != id_b)
        return id_a < id_b;
    }

  return TRUE;
}

/**
 * plx_similarity_features:
 * @a: a sentence
 * @b: another of the same vocabulary
 * @n_features: how many of them are asked for: `PLX_N_PLAIN_FEATURES`, `PLX_N_STORY_FEATURES` or
 *   `PLX_N_FEATURES`
 * @features: (out caller-allocates): what speaks for or against both reporting the same
 *
 * Measures two sentences against each other. Each feature lies between 0 and 1. It is the same
 * whichever of the two comes first.
 */
void
plx_similarity_features (PlxTerms *a,
                         PlxTerms *b,
                         guint     n_features,
                         double    features[PLX_N_FEATURES])
{
  PlxTerms *shorter_one = comes_first (a, b) ? a : b;
  PlxTerms *longer_one = shorter_one == a ? b : a;
  PlxAlignment alignment;
  guint shorter = MIN (a->n_words, b->n_words);
  guint longer = MAX (a->n_words, b->n_words);

  memset (features, 0, PLX_N_FEATURES * sizeof *features);
  plx_alignment_init (&alignment, shorter_one, longer_one);
  features_of_words (&alignment, features);
  features_of_kind (&alignment, PLX_TERM_NAME, &features[PLX_FEATURE_NAMES],
                    &features[PLX_FEATURE_NAMES_MISSING]);
  features_of_kind (&alignment, PLX_TERM_NUMBER, &features[PLX_FEATURE_NUMBERS],
                    &features[PLX_FEATURE_NUMBERS_DIFFER]);
  features_of_order (&alignment, features);
  plx_similarity_find_words (shorter_one, longer_one, features);
  features[PLX_FEATURE_LEFT_OVER] = left_over (&alignment);
  features[PLX_FEATURE_SQUARE] = features[PLX_FEATURE_SOFT_LONGER] *
                                 features[PLX_FEATURE_SOFT_LONGER];
  features[PLX_FEATURE_LENGTH] = longer > 0 ? 1 - (double) shorter / longer : 0;
  features[PLX_FEATURE_NEGATION] = (a->n_negations > 0) != (b->n_negations > 0);
  if (n_features >= PLX_N_FEATURES)
    {
      plx_similarity_find_runs (shorter_one, longer_one, features);
      features_of_rest (&alignment, features);
    }
  if (n_features >= PLX_N_STORY_FEATURES)
    {
      plx_alignment_soften (&alignment);
      features_of_sums (&alignment, features);
    }
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
 * plx_similarity_in_story:
 * @a: a sentence, weighed within its story
 * @b: another one of the same story
 *
 * Returns: how likely both report the same thing, 0 to 1; the same whichever comes first
 */
double
plx_similarity_in_story (PlxTerms *a,
                         PlxTerms *b)
{
  double features[PLX_N_FEATURES];

  plx_similarity_features (a, b, PLX_N_PLAIN_FEATURES, features);

  return logistic (story_weights, PLX_N_PLAIN_FEATURES, story_bias, features);
}

/**
 * plx_comparing_similarity:
 * @a: a sentence
 * @b: another
 * @same: (out) (optional): whether both report the same thing
 *
 * Says how alike two sentences that come without a story are, and whether the one tells just what
 * the other does. These are two questions: the score is fitted where people graded likeness, the
 * answer where they decided.
 *
 * Returns: from 0 to 1
 */
double
plx_comparing_similarity (const char *a,
                          const char *b,
                          gboolean   *same)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (PlxTerms) terms_a = plx_terms_new (a, 0, strlen (a), NULL, NULL, vocabulary);
  g_autoptr (PlxTerms) terms_b = plx_terms_new (b, 0, strlen (b), NULL, NULL, vocabulary);
  double features[PLX_N_FEATURES];
  double score;

  plx_similarity_features (terms_a, terms_b, PLX_N_FEATURES, features);
  score = logistic (alone_weights, PLX_N_FEATURES, alone_bias, features);

  if (same != NULL)
    *same = logistic (same_weights, PLX_N_FEATURES, same_bias, features) >= 0.5;

  return score;
}
