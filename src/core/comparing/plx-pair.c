/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair"

#include "config.h"

#include <string.h>

#include "comparing/plx-claims.h"
#include "comparing/plx-comparing.h"
#include "comparing/plx-similarity.h"

typedef struct
{
  guint32 left;
  guint32 right;
  guint32 claim;
  double  score;
} Tie;

static PlxTerms *
terms_of (PlxAnalysis *analysis,
          guint        article,
          guint        sentence)
{
  g_autofree char *text = plx_analysis_dup_sentence (analysis,
                                                     (PlxSentenceRef) { article, sentence });

  return plx_terms_new (text, 0, strlen (text), NULL, NULL);
}

static int
compare_ties (const void *x,
              const void *y)
{
  const Tie *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->left != b->left)
    return a->left < b->left ? -1 : 1;

  return a->right < b->right ? -1 : a->right > b->right;
}

static void
add_ties_of_claim (PlxAnalysis *analysis,
                   guint32      claim,
                   guint        left,
                   guint        right,
                   GArray      *ties)
{
  GArray *refs = plx_analysis_get_claim (analysis, claim)->refs;

  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef *a = &g_array_index (refs, PlxSentenceRef, i);

      for (guint j = 0; a->article == left && j < refs->len; j++)
        {
          PlxSentenceRef *b = &g_array_index (refs, PlxSentenceRef, j);
          g_autoptr (PlxTerms) terms_a = NULL;
          g_autoptr (PlxTerms) terms_b = NULL;
          Tie tie = { a->sentence, b->sentence, claim, 0 };

          if (b->article != right)
            continue;
          terms_a = terms_of (analysis, left, a->sentence);
          terms_b = terms_of (analysis, right, b->sentence);
          tie.score = plx_similarity_in_story (terms_a, terms_b);
          g_array_append_val (ties, tie);
        }
    }
}

/* For each sentence of one side the partner that fits best, each partner once. */
static void
match (GArray  *ties,
       guint32 *left_partner,
       guint32 *right_partner,
       guint32 *claims)
{
  g_array_sort (ties, compare_ties);

  for (guint i = 0; i < ties->len; i++)
    {
      Tie *tie = &g_array_index (ties, Tie, i);

      if (left_partner[tie->left] != PLX_NONE || right_partner[tie->right] != PLX_NONE)
        continue;
      left_partner[tie->left] = tie->right;
      right_partner[tie->right] = tie->left;
      claims[tie->left] = tie->claim;
    }
}

static gboolean
is_compared (PlxAnalysis *analysis,
             guint        article,
             guint        sentence)
{
  const PlxSentenceSpan *span =
    plx_analysis_get_sentence (analysis, (PlxSentenceRef) { article, sentence });
  PlxDocument *document = plx_analysis_get_document (analysis, article);

  return plx_weave_takes (plx_document_get_block (document, span->block)->role);
}

/* Adds the sentences that only the right article has from @next on, up to the next one that has
 * a partner. */
static guint
add_right_only (PlxAnalysis   *analysis,
                guint          right,
                const guint32 *right_partner,
                guint          n_right,
                guint          next,
                GArray        *rows)
{
  for (; next < n_right && right_partner[next] == PLX_NONE; next++)
    {
      PlxPairRow row = { PLX_NONE, next, PLX_NONE };

      if (is_compared (analysis, right, next))
        g_array_append_val (rows, row);
    }

  return next;
}

static GArray *
lay_out (PlxAnalysis   *analysis,
         guint          left,
         guint          right,
         const guint32 *left_partner,
         const guint32 *right_partner,
         const guint32 *claims)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PlxPairRow));
  guint n_left = plx_analysis_get_annotation (analysis, left)->sentences->len;
  guint n_right = plx_analysis_get_annotation (analysis, right)->sentences->len;
  g_autofree gboolean *placed = g_new0 (gboolean, n_right + 1);

  for (guint i = 0; i < n_right && right_partner[i] == PLX_NONE; i++)
    placed[i] = TRUE;
  add_right_only (analysis, right, right_partner, n_right, 0, rows);

  for (guint i = 0; i < n_left; i++)
    {
      PlxPairRow row = { i, left_partner[i], claims[i] };
      guint next = row.right + 1;

      if (!is_compared (analysis, left, i))
        continue;
      g_array_append_val (rows, row);
      if (row.right == PLX_NONE || next >= n_right || placed[next])
        continue;

      /* What only the right article has follows the sentence that it follows there. */
      add_right_only (analysis, right, right_partner, n_right, next, rows);
    }

  return rows;
}

/**
 * plx_comparing_pair:
 * @analysis: an analysis
 * @left: one of its articles
 * @right: another
 *
 * Lays two articles side by side: the sentences of the left one in order, each beside the
 * sentence of the right one that tells the same, and those that only the right one has where
 * they stand there.
 *
 * Returns: (transfer full) (element-type PlxPairRow): the rows
 */
GArray *
plx_comparing_pair (PlxAnalysis *analysis,
                    guint        left,
                    guint        right)
{
  guint n_left = plx_analysis_get_annotation (analysis, left)->sentences->len;
  guint n_right = plx_analysis_get_annotation (analysis, right)->sentences->len;
  g_autofree guint32 *left_partner = g_new (guint32, n_left + 1);
  g_autofree guint32 *right_partner = g_new (guint32, n_right + 1);
  g_autofree guint32 *claims = g_new (guint32, n_left + 1);
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Tie));

  for (guint i = 0; i <= n_left; i++)
    left_partner[i] = claims[i] = PLX_NONE;
  for (guint i = 0; i <= n_right; i++)
    right_partner[i] = PLX_NONE;

  for (guint i = 0; i < analysis->claims->len; i++)
    add_ties_of_claim (analysis, i, left, right, ties);
  match (ties, left_partner, right_partner, claims);

  return lay_out (analysis, left, right, left_partner, right_partner, claims);
}
