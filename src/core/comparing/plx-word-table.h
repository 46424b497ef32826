/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxWordFacts:
 * @cluster: which words it is used like: two words of one cluster turn up in the same
 *   surroundings; 0 where the word is not in the table
 * @rarity: from 0 for the most frequent words to 1 for rare ones and those not in the table
 *
 * What is known of an English word outside any article.
 */
typedef struct
{
  guint16 cluster;
  float   rarity;
} PlxWordFacts;

/* How many axes a word's place among the others has. */
#define PLX_WORD_AXES 48

#define PLX_WORD_PLACE_LENGTH 127.0

/**
 * PlxWordPlace:
 * @axes: a vector of a length of about 127, or of 0 where the word is not known; two bytes each,
 *   which processors multiply fastest
 *
 * Where a word stands among the others: words that are used alike stand close (GloVe, Pennington
 * and others 2014).
 */
typedef struct
{
  gint16 axes[PLX_WORD_AXES];
} PlxWordPlace;

guint32      plx_word_hash   (const char *folded,
                              gsize       length);
PlxWordFacts plx_word_lookup (guint32     hash);
gboolean     plx_word_place  (guint32       hash,
                              PlxWordPlace *place);

/* What the sum of the products of all axes says: how alike two words are used. */
static inline float
plx_word_cosine_of_sum (float sum)
{
  return sum * (float) (1 / (PLX_WORD_PLACE_LENGTH * PLX_WORD_PLACE_LENGTH));
}

/**
 * plx_word_places_cosine:
 * @a: where a word stands
 * @b: where another does
 *
 * Returns: how alike both are used: 1 for the same, about 0 for words that have nothing to do with
 *   each other
 */
static inline float
plx_word_places_cosine (const PlxWordPlace *a,
                        const PlxWordPlace *b)
{
  gint32 sum = 0;

  for (guint i = 0; i < PLX_WORD_AXES; i++)
    sum += a->axes[i] * b->axes[i];

  return plx_word_cosine_of_sum (sum);
}

G_END_DECLS
