/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-claims.h"
#include "comparing/plx-differences.h"
#include "language/plx-language.h"
#include "model/plx-difference-rules.h"

/* Two sentences that report the same, what they say differently, and by which rule; "-" stands
 * for pairs in which nothing differs. The claim is made by hand, so that what is measured does
 * not depend on how sentences are grouped. */

/* The articles are of one Wednesday. */
#define DAY "2024-03-06"

/* What was measured, rounded down. */
#define TUNED_RECALL 0.94
#define TUNED_PRECISION 0.97
#define HELD_RECALL 0.92
#define HELD_PRECISION 0.90

typedef struct
{
  guint n_expected;
  guint n_found;   /* with the rule that was expected, and the words */
  guint n_of_kind; /* at least of its kind */
  guint n_shown;   /* all that were found */
} Score;

static PlxAnnotation *
annotate (const char *text,
          const char *outlet)
{
  g_autoptr (PlxDocument) document = plx_document_new (outlet, "text");

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, DAY, "text");
  plx_document_append (document, text, strlen (text), PLX_ROLE_BODY, PLX_CUT_NONE);

  return plx_language_annotate (document);
}

/* All that is found between two sentences. */
static PlxClaimRecord *
compare (const char *first,
         const char *second)
{
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (PlxWeave) weave = NULL;
  PlxClaimRecord *claim = plx_claim_record_new ();
  guint32 none = PLX_NONE;

  g_ptr_array_add (annotations, annotate (first, "Harbour Ledger"));
  g_ptr_array_add (annotations, annotate (second, "Plateau Review"));
  entities = plx_language_resolve (annotations);
  weave = plx_weave_new (annotations, entities);
  for (guint i = 0; i < weave->nodes->len; i++)
    {
      PlxNode *node = g_ptr_array_index (weave->nodes, i);

      g_array_append_val (claim->refs, node->ref);
      g_array_append_val (claim->origin_of, none);
    }
  claim->n_sources = 2;
  plx_differences_find (weave, claim);

  return claim;
}

static gboolean
says (const PlxDifferenceRecord *difference,
      guint                      article,
      const char                *words)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      if (g_array_index (difference->refs, PlxSentenceRef, i).article == article &&
          strstr (difference->says[i], words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* @row: the rule, the two sentences, and some of the words that each is said to say. */
static void
score_row (char  **row,
           Score  *score)
{
  g_autoptr (PlxClaimRecord) claim = compare (row[1], row[2]);
  const char *rule = plx_difference_rule_find (row[0]);
  gboolean is_found = FALSE, is_of_kind = FALSE;

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      g_assert_nonnull (difference->rule);
      is_of_kind |= rule != NULL && difference->kind == plx_difference_rule_kind (rule);
      is_found |= difference->rule == rule && says (difference, 0, row[3]) &&
                  says (difference, 1, row[4]);
      if (difference->rule != rule)
        g_test_message ("%s came for %s: %s / %s | %s | %s", difference->rule, row[0],
                        difference->says[0], difference->says[1], row[1], row[2]);
      else if (!is_found)
        g_test_message ("%s has other words: %s / %s", rule, difference->says[0],
                        difference->says[1]);
    }

  score->n_expected += rule != NULL;
  score->n_found += is_found;
  score->n_of_kind += is_of_kind;
  score->n_shown += claim->differences->len;
  if (rule != NULL && !is_found)
    g_test_message ("%s did not come for %s | %s", rule, row[1], row[2]);
}

static Score
score_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "differences", name,
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Score score = { 0 };

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (row), ==, 5);
      g_assert_true (g_str_equal (row[0], "-") || plx_difference_rule_find (row[0]) != NULL);
      score_row (row, &score);
    }
  g_test_message ("%s: %u of %u found, %u of the kind, %u shown: recall %.3f, precision %.3f", name,
                  score.n_found, score.n_expected, score.n_of_kind, score.n_shown,
                  (double) score.n_found / score.n_expected,
                  (double) score.n_found / score.n_shown);

  return score;
}

static void
test_tuned (void)
{
  Score score = score_file ("tuned.tsv");

  g_test_summary ("What the rules were written for is found, and little else");
  g_assert_cmpfloat ((double) score.n_found / score.n_expected, >=, TUNED_RECALL);
  g_assert_cmpfloat ((double) score.n_found / score.n_shown, >=, TUNED_PRECISION);
}

static void
test_held_back (void)
{
  Score score = score_file ("held-back.tsv");

  g_test_summary ("So is what nobody had looked at when they were written");
  g_assert_cmpfloat ((double) score.n_found / score.n_expected, >=, HELD_RECALL);
  g_assert_cmpfloat ((double) score.n_found / score.n_shown, >=, HELD_PRECISION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/difference-pairs/tuned", test_tuned);
  g_test_add_func ("/difference-pairs/held-back", test_held_back);

  return g_test_run ();
}
