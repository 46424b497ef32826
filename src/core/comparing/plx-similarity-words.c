/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-similarity"

#include "config.h"

#include "comparing/plx-similarity-words.h"

#include <string.h>

#define BITS 64
#define MAX_BLOCKS (PLX_SIMILARITY_MAX_WORDS / BITS)

G_STATIC_ASSERT (PLX_SIMILARITY_MAX_WORDS == PLX_VOCABULARY_MOST_WORDS);

static inline guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/* Takes the first word of a set that is not taken yet. */
static inline guint
take_first (const PlxPlaces *set,
            PlxPlaces       *taken,
            const guint      n_blocks)
{
  for (guint k = 0; k < n_blocks; k++)
    {
      guint64 left = set->bits[k] & ~taken->bits[k];

      if (left == 0)
        continue;
      taken->bits[k] |= left & -left;
      return 1;
    }

  return 0;
}

/* The words whose neighbours to the left are in @before, and that are in @set themselves. */
static inline PlxPlaces
follow (const PlxPlaces *before,
        const PlxPlaces *set,
        const guint      n_blocks)
{
  PlxPlaces following = { { 0 } };
  guint64 carry = 0;

  for (guint k = 0; k < n_blocks; k++)
    {
      following.bits[k] = (before->bits[k] << 1 | carry) & set->bits[k];
      carry = before->bits[k] >> (BITS - 1);
    }

  return following;
}

/* A step of the longest common subsequence, all columns at once: a column's bit is cleared where
 * the subsequence grows (Hyyrö 2004). */
static inline void
grow (PlxPlaces       *row,
      const PlxPlaces *equal,
      const guint      n_blocks)
{
  guint64 carry = 0;

  for (guint k = 0; k < n_blocks; k++)
    {
      guint64 v = row->bits[k], u = v & equal->bits[k];
      guint64 sum = v + u, all = sum + carry;

      carry = (sum < v) | (all < sum);
      row->bits[k] = all | (v & ~u);
    }
}

/* How many words of two sentences are the same, how many of them stand side by side in both, and
 * how many can be read in the same order. */
typedef struct
{
  guint words;
  guint pairs;
  guint ordered;
} Counts;

/* @places tells of each word where it stands in one sentence; @words are the numbers of those of
 * the other. */
static inline Counts
count_words (const PlxPlaces *places,
             const guint32   *words,
             guint            n,
             const guint      n_blocks)
{
  PlxPlaces taken = { { 0 } }, pairs_taken = { { 0 } }, row;
  Counts counts = { 0, 0, 0 };

  memset (&row, 0xff, sizeof row);
  for (guint i = 0; i < n; i++)
    {
      const PlxPlaces *equal = &places[words[i]];
      guint64 any = 0;

      for (guint k = 0; k < n_blocks; k++)
        any |= equal->bits[k];
      if (any == 0)
        continue;
      counts.words += take_first (equal, &taken, n_blocks);
      if (i > 0)
        {
          PlxPlaces pairs = follow (&places[words[i - 1]], equal, n_blocks);

          counts.pairs += take_first (&pairs, &pairs_taken, n_blocks);
        }
      grow (&row, equal, n_blocks);
    }
  for (guint k = 0; k < n_blocks; k++)
    counts.ordered += count_bits (~row.bits[k]);

  return counts;
}

/**
 * plx_similarity_find_words:
 * @a: a sentence
 * @b: another
 * @f: (inout): the features
 *
 * Looks at all words, also those that tell nothing: how many are the same, how many stand side by
 * side, how many can be read in the same order, and how alike they are by letters. It is fastest
 * where one of them is marked in their vocabulary.
 */
void
plx_similarity_find_words (const PlxTerms *a,
                           const PlxTerms *b,
                           double         *f)
{
  PlxVocabulary *vocabulary = a->vocabulary;
  const PlxParts *other = plx_vocabulary_mark_one_of (vocabulary, &a->parts, &b->parts);
  const PlxParts *marked = other == &a->parts ? &b->parts : &a->parts;
  const PlxPlaces *places = plx_vocabulary_get_places (vocabulary);
  const guint32 *words = (const guint32 *) (gpointer) other->words->data;
  guint n = MIN (other->words->len, PLX_SIMILARITY_MAX_WORDS);
  guint m = MIN (marked->words->len, PLX_SIMILARITY_MAX_WORDS);
  /* Nearly all sentences are so short that a block is enough. */
  Counts counts = m <= BITS ? count_words (places, words, n, 1)
                            : count_words (places, words, n, MAX_BLOCKS);

  f[PLX_FEATURE_ALL_WORDS] = plx_similarity_ratio (2.0 * counts.words, n + m);
  f[PLX_FEATURE_ALL_PAIRS] = n + m > 2 ? 2.0 * counts.pairs / (n + m - 2) : 0;
  f[PLX_FEATURE_ALL_ORDER] = plx_similarity_ratio (2.0 * counts.ordered, n + m);
  f[PLX_FEATURE_LETTERS] =
    plx_similarity_ratio (2.0 * plx_vocabulary_count (vocabulary, &a->parts, &b->parts),
                          a->parts.letters->len + b->parts.letters->len);
}

/* How many runs of @n words of the first stand in the second too, each counted once. */
static guint
shared_runs (const guint32 *x,
             guint          n_x,
             const guint32 *y,
             guint          n_y,
             guint          n)
{
  guint8 taken[PLX_SIMILARITY_MAX_WORDS] = { 0 };
  guint shared = 0;

  for (guint i = 0; i + n <= n_x; i++)
    {
      for (guint j = 0; j + n <= n_y; j++)
        {
          if (taken[j] || memcmp (x + i, y + j, n * sizeof *x) != 0)
            continue;
          taken[j] = TRUE;
          shared++;
          break;
        }
    }

  return shared;
}

/* How many words must be put in, taken out or exchanged to make one of the other. */
static guint
count_edits (const guint32 *x,
             guint          n_x,
             const guint32 *y,
             guint          n_y)
{
  guint row[PLX_SIMILARITY_MAX_WORDS + 1];

  for (guint j = 0; j <= n_y; j++)
    row[j] = j;
  for (guint i = 0; i < n_x; i++)
    {
      guint corner = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < n_y; j++)
        {
          guint above = row[j + 1];
          guint least = MIN (MIN (above, row[j]) + 1, corner + (x[i] != y[j]));

          row[j + 1] = least;
          corner = above;
        }
    }

  return row[n_y];
}

/**
 * plx_similarity_find_runs:
 * @a: a sentence
 * @b: another
 * @f: (inout): the features
 *
 * Sentences that were made from one another keep runs of words, as measures of translations see it
 * (BLEU, Papineni and others 2002; TER, Snover and others 2006).
 */
void
plx_similarity_find_runs (const PlxTerms *a,
                          const PlxTerms *b,
                          double         *f)
{
  const guint32 *x = (const guint32 *) (gpointer) a->stems->data;
  const guint32 *y = (const guint32 *) (gpointer) b->stems->data;
  guint n_x = MIN (a->stems->len, PLX_SIMILARITY_MAX_WORDS);
  guint n_y = MIN (b->stems->len, PLX_SIMILARITY_MAX_WORDS);

  for (guint n = 2; n <= 3; n++)
    {
      double *to = &f[n == 2 ? PLX_FEATURE_TWOS_SHORTER : PLX_FEATURE_THREES_SHORTER];
      double shared = shared_runs (x, n_x, y, n_y, n);

      to[0] = plx_similarity_ratio (shared, (double) MIN (n_x, n_y) - n + 1);
      to[1] = plx_similarity_ratio (shared, (double) MAX (n_x, n_y) - n + 1);
    }
  f[PLX_FEATURE_EDITS] = plx_similarity_ratio (count_edits (x, n_x, y, n_y), MAX (n_x, n_y));
}
