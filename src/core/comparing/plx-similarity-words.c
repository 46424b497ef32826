/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-similarity"

#include "config.h"

#include "comparing/plx-similarity-words.h"

#include <string.h>

/* How much two sorted lists have in common: twice the shared over the whole. */
static double
dice (const GArray *a,
      const GArray *b)
{
  const guint32 *x = (const guint32 *) (gpointer) a->data;
  const guint32 *y = (const guint32 *) (gpointer) b->data;
  guint shared = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      if (x[i] == y[j])
        {
          shared++;
          i++;
          j++;
        }
      else if (x[i] < y[j])
        {
          i++;
        }
      else
        {
          j++;
        }
    }

  return plx_similarity_ratio (2.0 * shared, a->len + b->len);
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
  const guint32 *x = (const guint32 *) (gpointer) a->words->data;
  const guint32 *y = (const guint32 *) (gpointer) b->words->data;
  guint n = MIN (a->words->len, PLX_SIMILARITY_MAX_WORDS);
  guint m = MIN (b->words->len, PLX_SIMILARITY_MAX_WORDS);
  guint8 taken[PLX_SIMILARITY_MAX_WORDS] = { 0 }, pairs_taken[PLX_SIMILARITY_MAX_WORDS] = { 0 };
  guint16 row[PLX_SIMILARITY_MAX_WORDS + 1] = { 0 };
  guint words = 0, pairs = 0;

  for (guint i = 0; i < n; i++)
    {
      guint16 corner = 0;
      gboolean word_found = FALSE, pair_found = FALSE;

      for (guint j = 0; j < m; j++)
        {
          guint16 above = row[j + 1];
          gboolean same = x[i] == y[j];

          row[j + 1] = same ? corner + 1 : MAX (above, row[j]);
          corner = above;
          if (!same)
            continue;
          if (!word_found && !taken[j])
            word_found = taken[j] = TRUE;
          if (!pair_found && i > 0 && j > 0 && x[i - 1] == y[j - 1] && !pairs_taken[j])
            pair_found = pairs_taken[j] = TRUE;
        }
      words += word_found;
      pairs += pair_found;
    }

  f[PLX_FEATURE_ALL_WORDS] = plx_similarity_ratio (2.0 * words, n + m);
  f[PLX_FEATURE_ALL_PAIRS] = n + m > 2 ? 2.0 * pairs / (n + m - 2) : 0;
  f[PLX_FEATURE_ALL_ORDER] = plx_similarity_ratio (2.0 * row[m], n + m);
  f[PLX_FEATURE_LETTERS] = dice (a->grams, b->grams);
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
