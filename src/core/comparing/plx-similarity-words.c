/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-similarity"

#include "config.h"

#include "comparing/plx-similarity-words.h"

#include <string.h>

#define BITS 64
#define MAX_BLOCKS (PLX_SIMILARITY_MAX_WORDS / BITS)

/* A bit for each word of a sentence. */
typedef struct
{
  guint64 bits[MAX_BLOCKS];
} WordSet;

/* For each of the first @n words of @a, which of the first @m of @b are the same. */
static void
find_equal (const PlxTerms *a,
            guint           n,
            const PlxTerms *b,
            guint           m,
            WordSet        *equal)
{
  const PlxTermKey *x = (const PlxTermKey *) (gpointer) a->by_word->data;
  const PlxTermKey *y = (const PlxTermKey *) (gpointer) b->by_word->data;

  memset (equal, 0, n * sizeof *equal);
  for (guint i = 0, j = 0; i < a->by_word->len && j < b->by_word->len;)
    {
      WordSet set = { { 0 } };
      guint32 key = x[i].key;

      if (key != y[j].key)
        {
          gboolean is_less = key < y[j].key;

          i += is_less;
          j += !is_less;
          continue;
        }
      for (; j < b->by_word->len && y[j].key == key; j++)
        {
          if (y[j].at < m)
            set.bits[y[j].at / BITS] |= G_GUINT64_CONSTANT (1) << y[j].at % BITS;
        }
      for (; i < a->by_word->len && x[i].key == key; i++)
        {
          if (x[i].at < n)
            equal[x[i].at] = set;
        }
    }
}

static gboolean
is_empty (const WordSet *set,
          guint          n_blocks)
{
  for (guint k = 0; k < n_blocks; k++)
    {
      if (set->bits[k] != 0)
        return FALSE;
    }

  return TRUE;
}

/* Takes the first word of a set that is not taken yet. */
static gboolean
take_first (const WordSet *set,
            WordSet       *taken,
            guint          n_blocks)
{
  for (guint k = 0; k < n_blocks; k++)
    {
      guint64 left = set->bits[k] & ~taken->bits[k];

      if (left == 0)
        continue;
      taken->bits[k] |= left & -left;
      return TRUE;
    }

  return FALSE;
}

/* The words whose neighbours to the left are in @before, and that are in @set themselves. */
static WordSet
follow (const WordSet *before,
        const WordSet *set,
        guint          n_blocks)
{
  WordSet following = { { 0 } };
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
static void
grow (WordSet       *row,
      const WordSet *equal,
      guint          n_blocks)
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

/**
 * plx_similarity_find_words:
 * @a: a sentence
 * @b: another
 * @f: (inout): the features
 *
 * Looks at all words, also those that tell nothing: how many are the same, how many stand side by
 * side, how many can be read in the same order, and how alike they are by letters.
 */
void
plx_similarity_find_words (const PlxTerms *a,
                           const PlxTerms *b,
                           double         *f)
{
  guint n = MIN (a->words->len, PLX_SIMILARITY_MAX_WORDS);
  guint m = MIN (b->words->len, PLX_SIMILARITY_MAX_WORDS);
  guint n_blocks = (m + BITS - 1) / BITS;
  WordSet equal[PLX_SIMILARITY_MAX_WORDS];
  WordSet taken = { { 0 } }, pairs_taken = { { 0 } }, row;
  guint words = 0, pairs = 0, ordered = 0;

  find_equal (a, n, b, m, equal);
  memset (&row, 0xff, sizeof row);
  for (guint i = 0; i < n; i++)
    {
      if (is_empty (&equal[i], n_blocks))
        continue;
      words += take_first (&equal[i], &taken, n_blocks);
      if (i > 0)
        {
          WordSet following = follow (&equal[i - 1], &equal[i], n_blocks);

          pairs += take_first (&following, &pairs_taken, n_blocks);
        }
      grow (&row, &equal[i], n_blocks);
    }
  for (guint j = 0; j < m; j++)
    ordered += (row.bits[j / BITS] >> j % BITS & 1) == 0;

  f[PLX_FEATURE_ALL_WORDS] = plx_similarity_ratio (2.0 * words, n + m);
  f[PLX_FEATURE_ALL_PAIRS] = n + m > 2 ? 2.0 * pairs / (n + m - 2) : 0;
  f[PLX_FEATURE_ALL_ORDER] = plx_similarity_ratio (2.0 * ordered, n + m);
  f[PLX_FEATURE_LETTERS] =
    plx_similarity_ratio (2.0 * plx_vocabulary_count (a->vocabulary, a->letters, b->letters),
                          a->letters->len + b->letters->len);
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
