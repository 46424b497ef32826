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

static void
features_of_words (const PlxAlignment *self,
                   double          *f)
{
  double all_a = 0, all_b = 0, square_a = 0, square_b = 0, equal = 0, soft = 0, square = 0;
  guint n_soft = 0;

  for (guint j = 0; j < self->n_b; j++)
    {
      all_b += self->b[j].weight;
      square_b += self->b[j].weight * self->b[j].weight;
    }

  for (guint i = 0; i < self->n_a; i++)
    {
      const PlxTerm *term = &self->a[i];

      all_a += term->weight;
      square_a += term->weight * term->weight;
      if (self->partner[i] < 0)
        continue;

      soft += self->credit[i] * term->weight;
      n_soft++;
      if (self->credit[i] == 1)
        {
          equal += term->weight;
          square += term->weight * self->b[self->partner[i]].weight;
          f[PLX_FEATURE_RAREST] = MAX (f[PLX_FEATURE_RAREST], term->weight);
        }
    }

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
  double n_a = 0, n_b = 0, n_shared = 0;

  for (guint i = 0; i < self->n_a; i++)
    {
      if (self->a[i].kind != kind)
        continue;
      n_a += self->a[i].weight;
      if (self->partner[i] >= 0 && self->credit[i] == 1)
        n_shared += self->a[i].weight;
    }
  for (guint j = 0; j < self->n_b; j++)
    {
      if (self->b[j].kind == kind)
        n_b += self->b[j].weight;
    }

  if (n_a > 0 && n_b > 0)
    {
      *shared = MIN (1, n_shared / MIN (n_a, n_b));
      *missing = MAX (0, 1 - n_shared / MAX (n_a, n_b));
    }
}

/* How many of the words that found each other stand side by side in both, and how many keep
 * their order. */
static void
features_of_order (const PlxAlignment *self,
                   double          *f)
{
  guint n_pairs = 0, n_ordered = 0, n_found = 0;
  int last = -1;

  for (guint i = 0; i < self->n_a; i++)
    {
      if (self->partner[i] < 0)
        continue;
      n_found++;
      if (last >= 0)
        n_ordered += self->partner[i] > last;
      if (i > 0 && self->partner[i - 1] >= 0)
        n_pairs += self->partner[i] == self->partner[i - 1] + 1;
      last = self->partner[i];
    }

  f[PLX_FEATURE_PAIRS] = plx_similarity_ratio (n_pairs, MIN (self->n_a, self->n_b) - 1.0);
  f[PLX_FEATURE_ORDER] = plx_similarity_ratio (n_ordered, n_found - 1.0);
}

/* How much the most telling word says that found no partner. */
static double
left_over (const PlxAlignment *self)
{
  double most = 0;

  for (guint i = 0; i < self->n_a; i++)
    {
      if (self->partner[i] < 0)
        most = MAX (most, self->a[i].weight);
    }
  for (guint j = 0; j < self->n_b; j++)
    {
      if (!self->taken[j])
        most = MAX (most, self->b[j].weight);
    }

  return most;
}

/* What two sentences share, counted once by how much each word tells here and once by how much it
 * tells anywhere; as a sum too, since a long sentence may report another thing besides. */
static void
features_of_sums (const PlxAlignment *self,
                  double          *f)
{
  double all_a[2] = { 0, 0 }, all_b[2] = { 0, 0 }, shared[2] = { 0, 0 };

  for (guint j = 0; j < self->n_b; j++)
    {
      all_b[0] += self->b[j].weight;
      all_b[1] += self->b[j].rarity;
    }
  for (guint i = 0; i < self->n_a; i++)
    {
      const PlxTerm *other;

      all_a[0] += self->a[i].weight;
      all_a[1] += self->a[i].rarity;
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
