/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-facts.h"
#include "comparing/plx-tokens.h"

typedef struct
{
  const char  *path;
  PlxFactKind  kind;
  const char  *text;
  const char  *says; /* the words of the facts of the kind, a bar between them */
} FactCase;

static const FactCase fact_cases[] = {
  { "/facts/numbers/with-what-they-count", PLX_FACT_NUMBER,
    "More than 1,200 displaced villagers and three dogs arrived.",
    "More than 1,200 displaced villagers|three dogs" },
  { "/facts/numbers/not-a-year-or-an-order", PLX_FACT_NUMBER, "On the 20th he came back in 2014.",
    "" },
  { "/facts/numbers/with-a-scale", PLX_FACT_NUMBER, "It cost 2.5 million crowns.",
    "2.5 million crowns" },
  { "/facts/dates/of-what-is-told", PLX_FACT_DATE,
    "The dam will open in October, the ministry said on Sept. 3.", "October" },
  { "/facts/dates/day-before-month", PLX_FACT_DATE, "It sank on 14 May 2009 near Varn.",
    "14 May 2009" },
  { "/facts/dates/may-is-no-month", PLX_FACT_DATE, "The dam may open late.", "" },
  { "/facts/dates/relative", PLX_FACT_DATE, "She resigned last week.", "last week" },
  { "/facts/clock/noon-and-minutes", PLX_FACT_CLOCK,
    "It left shortly before noon and came at 3:20 p.m. to Varn.", "shortly before noon|3:20 p.m." },
  { "/facts/hedges/adverb", PLX_FACT_HEDGE, "She reportedly resigned.", "reportedly resigned" },
  { "/facts/denials/verb-and-object", PLX_FACT_DENIAL, "He skipped the annual meeting.",
    "skipped the annual meeting" },
  { "/facts/denials/plain", PLX_FACT_DENIAL, "They didn't sign.", "didn't sign" },
  { "/facts/alone/first-of-what", PLX_FACT_ALONE,
    "It was her first public speech abroad since the fire.", "first public speech abroad" },
  { "/facts/alone/last-week-is-a-time", PLX_FACT_ALONE, "It was last week.", "" },
  { "/facts/order/before-what", PLX_FACT_ORDER, "Before the long strike, all was well.",
    "Before the long strike" },
};

static void
test_facts (gconstpointer data)
{
  const FactCase *c = data;
  g_autoptr (GArray) facts = plx_facts_find (c->text, plx_day_parse ("2019-08-20"));
  g_autoptr (GString) says = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const PlxFact *fact = &g_array_index (facts, PlxFact, i);

      if (fact->kind != c->kind)
        continue;
      g_string_append (says, says->len > 0 ? "|" : "");
      g_string_append_len (says, c->text + fact->start, fact->end - fact->start);
    }

  g_assert_cmpstr (says->str, ==, c->says);
}

static void
test_dates_on_the_calendar (void)
{
  PlxDay day = plx_day_parse ("2019-08-20");
  g_autoptr (GArray) october = plx_facts_find ("It opens in October.", day);
  g_autoptr (GArray) january = plx_facts_find ("It opens in January.", day);
  g_autoptr (GArray) tuesday = plx_facts_find ("It burned on Monday.", day);

  g_assert_cmpfloat (g_array_index (october, PlxFact, 0).low, ==, plx_day_parse ("2019-10-01"));
  g_assert_cmpfloat (g_array_index (october, PlxFact, 0).high, ==, plx_day_parse ("2019-10-31"));
  /* The nearest January is not the one of the same year. */
  g_assert_cmpfloat (g_array_index (january, PlxFact, 0).low, ==, plx_day_parse ("2020-01-01"));
  g_assert_cmpfloat (g_array_index (tuesday, PlxFact, 0).low, ==, plx_day_parse ("2019-08-19"));
}

typedef struct
{
  const char        *path;
  const char        *a;
  const char        *b;
  PlxDifferenceKind  kind;
  gboolean           differs;
  const char        *says; /* what the first sentence says */
} DifferenceCase;

static const DifferenceCase difference_cases[] = {
  { "/differences/number/other-count",
    "Rescuers brought nineteen passengers of the burning ferry to the hospital in Brightport.",
    "Rescuers brought 21 passengers of the burning ferry to the hospital in Brightport.",
    PLX_DIFFERENCE_NUMBER, TRUE, "nineteen passengers" },
  { "/differences/number/same-count",
    "Rescuers brought nineteen passengers of the burning ferry to the hospital in Brightport.",
    "Rescuers brought 19 passengers of the burning ferry to the hospital in Brightport.",
    PLX_DIFFERENCE_NUMBER, FALSE, NULL },
  { "/differences/number/roughly-the-same",
    "About 1,900 passengers of the burning ferry were brought to Brightport.",
    "In all 1,912 passengers of the burning ferry were brought to Brightport.",
    PLX_DIFFERENCE_NUMBER, FALSE, NULL },
  { "/differences/date/other-month", "The new dam near Varn will be opened in October.",
    "The new dam near Varn will be opened in December.", PLX_DIFFERENCE_DATE, TRUE, "October" },
  { "/differences/date/fitting", "The new dam near Varn will be opened in October.",
    "The new dam near Varn will be opened this fall.", PLX_DIFFERENCE_DATE, FALSE, NULL },
  { "/differences/date/before-and-after",
    "The miners left the flooded pit before the warning.",
    "The miners left the flooded pit after the warning.", PLX_DIFFERENCE_DATE, TRUE,
    "before the warning" },
  { "/differences/certainty/hedged",
    "The harbour mayor has reportedly resigned because of the ferry fire.",
    "The harbour mayor has resigned because of the ferry fire.", PLX_DIFFERENCE_CERTAINTY, TRUE,
    "has reportedly resigned because of the" },
  { "/differences/negation/denied", "The harbour mayor did not attend the ferry memorial.",
    "The harbour mayor attended the ferry memorial.", PLX_DIFFERENCE_NEGATION, TRUE,
    "did not attend the ferry memorial" },
  { "/differences/negation/both-deny", "The harbour mayor did not attend the ferry memorial.",
    "The harbour mayor refused to attend the ferry memorial.", PLX_DIFFERENCE_NEGATION, FALSE,
    NULL },
  { "/differences/wording/first-of-what",
    "It was the first public speech of the harbour mayor since the ferry fire.",
    "It was the first speech abroad of the harbour mayor since the ferry fire.",
    PLX_DIFFERENCE_WORDING, TRUE, "first public speech of the harbour mayor" },
  { "/differences/negation/standing",
    "Zimbabwe is not a party to the International Criminal Court, the minister noted.",
    "The minister noted that Zimbabwe is a member of the International Criminal Court.",
    PLX_DIFFERENCE_NEGATION, TRUE, "not a member" },
};

static PlxDocument *
make_document (const char *name,
               const char *text)
{
  PlxDocument *document = plx_document_new (name, "text");

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-08-20", "test");

  return document;
}

static PlxAnalysis *
analyse_two (const char *a,
             const char *b)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis;

  g_ptr_array_add (documents, make_document ("a", a));
  g_ptr_array_add (documents, make_document ("b", b));
  analysis = plx_comparing_analyse (documents, PLX_AS_OF_ARTICLE, 0, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

static const PlxDifferenceRecord *
find_difference (const PlxClaimRecord *claim,
                 PlxDifferenceKind     kind)
{
  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      if (difference->kind == kind)
        return difference;
    }

  return NULL;
}

static void
test_difference (gconstpointer data)
{
  const DifferenceCase *c = data;
  g_autoptr (PlxAnalysis) analysis = analyse_two (c->a, c->b);
  const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, 0);
  const PlxDifferenceRecord *difference = find_difference (claim, c->kind);

  g_assert_cmpuint (claim->n_sources, ==, 2);
  if (!c->differs)
    {
      g_assert_null (difference);
      return;
    }

  g_assert_nonnull (difference);
  g_assert_cmpuint (difference->refs->len, ==, 2);
  g_assert_cmpuint (g_strv_length (difference->says), ==, 2);
  g_assert_cmpuint (g_array_index (difference->refs, PlxSentenceRef, 0).article, ==, 0);
  g_assert_cmpstr (difference->says[0], ==, c->says);
}

static void
test_origins_count_once (void)
{
  g_autoptr (PlxAnalysis) analysis =
    analyse_two ("The harbour mayor has resigned, according to the Associated Press.",
                 "The harbour mayor has resigned, three people told the Associated Press.");
  const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, 0);

  g_assert_cmpuint (claim->n_sources, ==, 2);
  g_assert_cmpuint (g_strv_length (claim->origins), ==, 1);
  g_assert_cmpstr (claim->origins[0], ==, "Associated Press");
  g_assert_cmpuint (g_array_index (claim->origin_of, guint32, 0), ==, 0);
  g_assert_cmpuint (g_array_index (claim->origin_of, guint32, 1), ==, 0);
}

static void
test_tokens_take_whole_words (void)
{
  g_autoptr (GArray) tokens = plx_tokens_new ("The cat’s at it", 0, strlen ("The cat’s at it"));

  g_assert_true (plx_tokens_among (tokens, 0, "a the"));
  g_assert_false (plx_tokens_among (tokens, 0, "then other"));
  g_assert_false (plx_tokens_among (tokens, 99, "the"));
  g_assert_cmpstr (plx_tokens_word (tokens, 99), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    g_test_add_data_func (fact_cases[i].path, &fact_cases[i], test_facts);
  for (guint i = 0; i < G_N_ELEMENTS (difference_cases); i++)
    g_test_add_data_func (difference_cases[i].path, &difference_cases[i], test_difference);
  g_test_add_func ("/facts/dates/on-the-calendar", test_dates_on_the_calendar);
  g_test_add_func ("/origins/count-once", test_origins_count_once);
  g_test_add_func ("/tokens/take-whole-words", test_tokens_take_whole_words);

  return g_test_run ();
}
