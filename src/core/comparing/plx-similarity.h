/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-terms.h"

G_BEGIN_DECLS

/* The order is that of the columns that fit/ writes and of the weights that it finds. */
typedef enum
{
  PLX_FEATURE_COSINE,
  PLX_FEATURE_SHORTER,
  PLX_FEATURE_LONGER,
  PLX_FEATURE_SOFT_SHORTER,
  PLX_FEATURE_SOFT_LONGER,
  PLX_FEATURE_NAMES,
  PLX_FEATURE_NAMES_MISSING,
  PLX_FEATURE_NUMBERS,
  PLX_FEATURE_NUMBERS_DIFFER,
  PLX_FEATURE_PAIRS,
  PLX_FEATURE_ORDER,
  PLX_FEATURE_RAREST,
  PLX_FEATURE_LENGTH,
  PLX_FEATURE_NEGATION,
  PLX_FEATURE_SOFT_COUNT,
  PLX_FEATURE_ALL_WORDS,
  PLX_FEATURE_ALL_PAIRS,
  PLX_FEATURE_ALL_ORDER,
  PLX_FEATURE_LETTERS,
  PLX_FEATURE_LEFT_OVER,
  PLX_FEATURE_SQUARE,

  PLX_FEATURE_WEIGHT,
  PLX_FEATURE_WEIGHT_SHORTER,
  PLX_FEATURE_WEIGHT_LONGER,
  PLX_FEATURE_RARITY,
  PLX_FEATURE_RARITY_SHORTER,
  PLX_FEATURE_RARITY_LONGER,

  PLX_FEATURE_TWOS_SHORTER,
  PLX_FEATURE_TWOS_LONGER,
  PLX_FEATURE_THREES_SHORTER,
  PLX_FEATURE_THREES_LONGER,
  PLX_FEATURE_REST_LESS,
  PLX_FEATURE_REST_MORE,
  PLX_FEATURE_EDITS,
  PLX_FEATURE_NOTHING_LEFT,
} PlxFeature;

/* The first ones tell how alike two sentences are wherever they stand; with the next ones it can
 * be told what they report within a story; the last ones are for two sentences without one. */
#define PLX_N_PLAIN_FEATURES (PLX_FEATURE_SQUARE + 1)
#define PLX_N_STORY_FEATURES (PLX_FEATURE_RARITY_LONGER + 1)
#define PLX_N_FEATURES (PLX_FEATURE_NOTHING_LEFT + 1)

void   plx_similarity_features (PlxTerms *a,
                                PlxTerms *b,
                                guint     n_features,
                                double    features[PLX_N_FEATURES]);
double plx_similarity_in_story (PlxTerms *a,
                                PlxTerms *b);

G_END_DECLS
