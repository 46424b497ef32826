/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-differences"

#include "config.h"

#include "comparing/plx-differences.h"

#include <string.h>

#include "comparing/plx-similarity.h"

#define LABEL_TERMS 5

static PlxNode *
node_of (PlxWeave       *weave,
         PlxClaimRecord *claim,
         guint           i)
{
  return plx_weave_get_node (weave, g_array_index (claim->refs, PlxSentenceRef, i));
}

/* The sentence that is closest to all others of its claim. */
static guint
central_of (PlxWeave       *weave,
            PlxClaimRecord *claim)
{
  double best = -1;
  guint central = 0;

  for (guint i = 0; i < claim->refs->len; i++)
    {
      double sum = 0;

      for (guint j = 0; j < claim->refs->len; j++)
        {
          if (i != j)
            sum += plx_similarity_in_story (node_of (weave, claim, i)->terms,
                                            node_of (weave, claim, j)->terms);
        }
      if (sum > best)
        {
          best = sum;
          central = i;
        }
    }

  return central;
}

/**
 * plx_differences_label:
 * @weave: the sentences of a story
 * @claim: a claim of it
 *
 * Returns: (transfer full): a few words that tell what the claim is about
 */
char *
plx_differences_label (PlxWeave       *weave,
                       PlxClaimRecord *claim)
{
  PlxNode *node = node_of (weave, claim, central_of (weave, claim));
  g_autofree char *start = g_utf8_substring (node->text, 0,
                                             MIN (g_utf8_strlen (node->text, -1), 60));

  return g_utf8_strlen (node->text, -1) <= 60 ? g_strdup (node->text)
                                              : g_strconcat (start, "…", NULL);
}

/**
 * plx_differences_find:
 * @weave: the sentences of a story
 * @claim: a claim of it, whose differences are filled in
 *
 * Finds what the sentences of a claim say differently.
 */
void
plx_differences_find (PlxWeave       *weave,
                      PlxClaimRecord *claim)
{
}
