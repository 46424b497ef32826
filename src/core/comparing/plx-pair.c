/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair"

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-similarity.h"

typedef struct
{
  PlxPairTie tie;
  double     score;
} Scored;

static PlxTerms *
terms_of (PlxAnalysis   *analysis,
          guint          article,
          guint          sentence,
          PlxVocabulary *vocabulary)
{
  g_autofree char *text = plx_analysis_dup_sentence (analysis,
                                                     (PlxSentenceRef) { article, sentence });

  return plx_terms_new (text, 0, strlen (text), NULL, NULL, vocabulary);
}

static int
compare_scores (const void *x,
                const void *y)
{
  const Scored *a = x, *b = y;

  if (a->score != b->score)
    return a->score < b->score ? 1 : -1;
  if (a->tie.left != b->tie.left)
    return a->tie.left < b->tie.left ? -1 : 1;

  return a->tie.right < b->tie.right ? -1 : a->tie.right > b->tie.right;
}

static int
compare_places (const void *x,
                const void *y)
{
  const PlxPairTie *a = x, *b = y;

  if (a->left != b->left)
    return a->left < b->left ? -1 : 1;
  if (a->right != b->right)
    return a->right < b->right ? -1 : 1;

  return a->claim < b->claim ? -1 : a->claim > b->claim;
}

static GArray *
sentences_of (const PlxClaimRecord *claim,
              guint                 article)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < claim->refs->len; i++)
    {
      const PlxSentenceRef *ref = &g_array_index (claim->refs, PlxSentenceRef, i);

      if (ref->article == article)
        g_array_append_val (sentences, ref->sentence);
    }

  return sentences;
}

/* All that could be tied, the likest first. */
static GArray *
score (PlxAnalysis *analysis,
       guint        left,
       guint        right,
       GArray      *lefts,
       GArray      *rights)
{
  GArray *scored = g_array_new (FALSE, FALSE, sizeof (Scored));
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (GPtrArray) terms =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_terms_free);

  for (guint j = 0; j < rights->len; j++)
    g_ptr_array_add (terms, terms_of (analysis, right, g_array_index (rights, guint32, j),
                                      vocabulary));

  for (guint i = 0; i < lefts->len; i++)
    {
      guint32 sentence = g_array_index (lefts, guint32, i);
      g_autoptr (PlxTerms) own = terms_of (analysis, left, sentence, vocabulary);

      plx_vocabulary_mark (vocabulary, &own->parts);
      for (guint j = 0; j < rights->len; j++)
        {
          Scored one = { { sentence, g_array_index (rights, guint32, j), PLX_NONE }, 0 };

          one.score = plx_similarity_in_story (own, g_ptr_array_index (terms, j));
          g_array_append_val (scored, one);
        }
    }
  g_array_sort (scored, compare_scores);

  return scored;
}

static guint
place_in (GArray  *sentences,
          guint32  sentence)
{
  guint i = 0;

  while (g_array_index (sentences, guint32, i) != sentence)
    i++;

  return i;
}

/* Each sentence is tied once to the one that fits it best, and one that is left over then, since
 * the other side tells it in fewer sentences, to the best of those. */
static void
add_best (GArray  *scored,
          guint32  claim,
          GArray  *lefts,
          GArray  *rights,
          GArray  *ties)
{
  g_autofree gboolean *left_has = g_new0 (gboolean, lefts->len);
  g_autofree gboolean *right_has = g_new0 (gboolean, rights->len);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < scored->len; i++)
      {
        PlxPairTie tie = g_array_index (scored, Scored, i).tie;
        gboolean *left = &left_has[place_in (lefts, tie.left)];
        gboolean *right = &right_has[place_in (rights, tie.right)];

        if (round == 0 ? *left || *right : *left && *right)
          continue;
        *left = *right = TRUE;
        tie.claim = claim;
        g_array_append_val (ties, tie);
      }
}

static void
add_ties_of_claim (PlxAnalysis *analysis,
                   guint32      claim,
                   guint        left,
                   guint        right,
                   GArray      *ties)
{
  g_autoptr (GArray) lefts = sentences_of (plx_analysis_get_claim (analysis, claim), left);
  g_autoptr (GArray) rights = sentences_of (plx_analysis_get_claim (analysis, claim), right);
  g_autoptr (GArray) scored = NULL;

  if (lefts->len == 0 || rights->len == 0)
    return;

  /* An article tells the same as itself, whatever it also resembles. */
  if (left == right || (lefts->len == 1 && rights->len == 1))
    {
      for (guint i = 0; i < lefts->len; i++)
        {
          PlxPairTie tie = { g_array_index (lefts, guint32, i), g_array_index (rights, guint32, i),
                             claim };

          g_array_append_val (ties, tie);
        }
      return;
    }

  scored = score (analysis, left, right, lefts, rights);
  add_best (scored, claim, lefts, rights, ties);
}

/* Two sentences that several claims tie are tied once, by the claim of most sources. */
static void
drop_doubles (GArray *ties)
{
  guint n = 0;

  g_array_sort (ties, compare_places);
  for (guint i = 0; i < ties->len; i++)
    {
      PlxPairTie *tie = &g_array_index (ties, PlxPairTie, i);
      PlxPairTie *last = n > 0 ? &g_array_index (ties, PlxPairTie, n - 1) : NULL;

      if (last == NULL || last->left != tie->left || last->right != tie->right)
        g_array_index (ties, PlxPairTie, n++) = *tie;
    }
  g_array_set_size (ties, n);
}

/**
 * plx_comparing_pair:
 * @analysis: an analysis
 * @left: one of its articles
 * @right: another
 *
 * Finds which sentences of two articles belong together. Where a claim has several sentences of
 * either, each of them is tied to the one that it resembles most.
 *
 * Returns: (transfer full) (element-type PlxPairTie): the ties, in the order of the left article,
 *   then of the right one
 */
GArray *
plx_comparing_pair (PlxAnalysis *analysis,
                    guint        left,
                    guint        right)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (PlxPairTie));

  for (guint i = 0; i < analysis->claims->len; i++)
    add_ties_of_claim (analysis, i, left, right, ties);
  drop_doubles (ties);

  return ties;
}
