/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-facts.h"
#include "comparing/plx-tokens.h"
#include "model/plx-difference-rules.h"

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
  { "/facts/numbers/with-their-bound", PLX_FACT_NUMBER,
    "At least two dozen trucks and hundreds of thousands of goats crossed, up to 40 percent.",
    "At least two dozen trucks|hundreds of thousands of goats|up to 40 percent" },
  { "/facts/numbers/money", PLX_FACT_NUMBER, "The bridge cost more than $3.5 million in 2014.",
    "more than $3.5 million" },
  { "/facts/numbers/the-dead", PLX_FACT_NUMBER, "The slide left 15 dead and at least nine injured.",
    "15 dead|at least nine injured" },
  { "/facts/numbers/from-to", PLX_FACT_NUMBER, "Between 10 and 15 trucks crossed.",
    "Between 10 and 15 trucks" },
  { "/facts/clock/of-24-hours", PLX_FACT_CLOCK, "The alarm rang at 14:30 in Varn.", "14:30" },
  { "/facts/alone/only-counts-nothing", PLX_FACT_ALONE, "Only three agreed to the first place.",
    "" },
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

/* Those that do not differ may as well be no claim together. */
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
    "The miners left the flooded pit after the warning.", PLX_DIFFERENCE_ORDER, TRUE,
    "before the warning" },
  { "/differences/certainty/hedged",
    "The harbour mayor has reportedly resigned because of the ferry fire.",
    "The harbour mayor has resigned because of the ferry fire.", PLX_DIFFERENCE_CERTAINTY, TRUE,
    "harbour mayor has reportedly resigned because of the ferry" },
  { "/differences/negation/denied", "The harbour mayor did not attend the ferry memorial.",
    "The harbour mayor attended the ferry memorial.", PLX_DIFFERENCE_NEGATION, TRUE,
    "harbour mayor did not attend the ferry memorial" },
  { "/differences/negation/both-deny", "The harbour mayor did not attend the ferry memorial.",
    "The harbour mayor refused to attend the ferry memorial.", PLX_DIFFERENCE_NEGATION, FALSE,
    NULL },
  { "/differences/number/bounds-that-fit",
    "At least 200,000 people of the flooded valley have fled to Brightport.",
    "Some 300,000 people of the flooded valley have fled to Brightport.",
    PLX_DIFFERENCE_NUMBER, FALSE, NULL },
  { "/differences/number/bounds-that-do-not",
    "Up to 90,000 people of the flooded valley have fled to Brightport.",
    "More than 300,000 people of the flooded valley have fled to Brightport.",
    PLX_DIFFERENCE_NUMBER, TRUE, "Up to 90,000 people" },
  { "/differences/number/at-least-more",
    "At least 32 people of the flooded valley were taken to Brightport.",
    "At least 41 people of the flooded valley were taken to Brightport.",
    PLX_DIFFERENCE_NUMBER, TRUE, "At least 32 people" },
  { "/differences/place/in-the-same-country",
    "The harbour mayor met the ferry owners in Lisbon on Monday.",
    "The harbour mayor met the ferry owners in Porto on Monday.", PLX_DIFFERENCE_PLACE, TRUE,
    "Lisbon" },
  { "/differences/place/a-town-of-the-country",
    "The harbour mayor met the ferry owners in Lisbon on Monday.",
    "The harbour mayor met the ferry owners in Portugal on Monday.", PLX_DIFFERENCE_PLACE, FALSE,
    NULL },
  { "/differences/negation/passive",
    "The lifeboats of the burning ferry had been inspected in January.",
    "The lifeboats of the burning ferry were not inspected in January, the union said.",
    PLX_DIFFERENCE_NEGATION, TRUE, "burning ferry had been inspected in January" },
  { "/differences/certainty/may-have",
    "The fire on the ferry started in the engine room, the coast guard said.",
    "The fire on the ferry may have started in the engine room, the coast guard said.",
    PLX_DIFFERENCE_CERTAINTY, TRUE, "the ferry started in the engine room" },
  { "/differences/number/which-one",
    "The harbour mayor is the third official to resign over the ferry fire.",
    "The harbour mayor is the fourth official to resign over the ferry fire.",
    PLX_DIFFERENCE_NUMBER, TRUE, "third official" },
  { "/differences/negation/opted-not-to",
    "The harbour mayor opted not to attend the ferry memorial on Monday.",
    "The harbour mayor attended the ferry memorial on Monday.", PLX_DIFFERENCE_NEGATION, TRUE,
    "harbour mayor opted not to attend the ferry memorial" },
  { "/differences/negation/not-until",
    "The harbour was not evacuated until the ferry fire had reached it.",
    "The harbour was evacuated when the ferry fire had reached it.",
    PLX_DIFFERENCE_NEGATION, FALSE, NULL },
  { "/differences/negation/denied-that",
    "The harbour mayor denied that she had known about the faulty pumps.",
    "The harbour mayor had known about the faulty pumps.", PLX_DIFFERENCE_NEGATION, TRUE,
    "that she had known about the faulty pumps" },
  { "/differences/number/of-other-things",
    "Twelve witnesses of the ferry fire were questioned by the police in Brightport.",
    "The police in Brightport questioned the twelve witnesses of the ferry fire and two of the "
    "three witnesses to the theft of its papers.",
    PLX_DIFFERENCE_NUMBER, FALSE, NULL },
  { "/differences/number/the-dead", "The landslide near Varn killed 12 villagers on Monday.",
    "The landslide near Varn left 15 dead on Monday.", PLX_DIFFERENCE_NUMBER, TRUE,
    "12 villagers" },
  { "/differences/number/of-members",
    "The river council has 31 member states, most of them in the south.",
    "The river council has 33 members, most of them in the south.",
    PLX_DIFFERENCE_NUMBER, TRUE, "31 member states" },
  { "/differences/clock/other-time", "The night ferry left Brightport harbour at 11:30 a.m.",
    "The night ferry left Brightport harbour at about 1 p.m.", PLX_DIFFERENCE_DATE, TRUE,
    "11:30 a.m." },
  { "/differences/clock/fitting", "The night ferry left Brightport harbour at 11:30 a.m.",
    "The night ferry left Brightport harbour shortly before noon.", PLX_DIFFERENCE_DATE, FALSE,
    NULL },
  { "/differences/date/of-other-events",
    "The harbour mayor resigned on Monday after the ferry fire in Brightport.",
    "The ferry fire in Brightport broke out on Friday, and the harbour mayor has now resigned.",
    PLX_DIFFERENCE_DATE, FALSE, NULL },
  { "/differences/place/other-place", "The harbour mayor met the ferry owners in Norway on Monday.",
    "The harbour mayor met the ferry owners in Portugal on Monday.", PLX_DIFFERENCE_PLACE, TRUE,
    "Norway" },
  { "/differences/place/dateline-is-none",
    "LISBON — The harbour mayor met the ferry owners in Norway on Monday.",
    "The harbour mayor met the ferry owners in Norway on Monday.", PLX_DIFFERENCE_PLACE, FALSE,
    NULL },
  { "/differences/place/other-role",
    "The harbour mayor flew to Norway to meet the ferry owners from Portugal.",
    "The harbour mayor met the ferry owners from Portugal on her flight.",
    PLX_DIFFERENCE_PLACE, FALSE, NULL },
  { "/differences/negation/of-another",
    "The harbour mayor attended the ferry memorial of the fire.",
    "The bishop did not attend the ferry memorial of the fire.", PLX_DIFFERENCE_NEGATION, FALSE,
    NULL },
  { "/differences/negation/opposite-verbs",
    "The harbour mayor rejected the offer of the ferry owners.",
    "The harbour mayor accepted the offer of the ferry owners.", PLX_DIFFERENCE_NEGATION, TRUE,
    "harbour mayor rejected the offer" },
  { "/differences/negation/condition",
    "The harbour mayor did not attend the ferry memorial on Monday.",
    "The harbour mayor was asked whether she attended the ferry memorial on Monday.",
    PLX_DIFFERENCE_NEGATION, FALSE, NULL },
  { "/differences/negation/somewhere-else",
    "The harbour mayor attended the ferry memorial, which the bishop had not wanted.",
    "The harbour mayor attended the ferry memorial that the bishop wanted.",
    PLX_DIFFERENCE_NEGATION, FALSE, NULL },
  { "/differences/certainty/planned",
    "The harbour mayor is planning to sell the old ferry terminal.",
    "The harbour mayor will sell the old ferry terminal.", PLX_DIFFERENCE_CERTAINTY, TRUE,
    "harbour mayor is planning to sell the old ferry terminal" },
  { "/differences/certainty/both-hedged",
    "The harbour mayor has reportedly resigned because of the ferry fire.",
    "The harbour mayor is said to have resigned because of the ferry fire.",
    PLX_DIFFERENCE_CERTAINTY, FALSE, NULL },
  { "/differences/attribution/another-origin",
    "The harbour mayor resigned because of the ferry fire, Reuters reported.",
    "The harbour mayor resigned because of the ferry fire, according to the United Nations.",
    PLX_DIFFERENCE_ATTRIBUTION, TRUE, "Reuters" },
  { "/differences/attribution/another-matter",
    "The harbour mayor resigned because of the ferry fire, Reuters reported.",
    "The harbour mayor loved the old ferry, according to the United Nations.",
    PLX_DIFFERENCE_ATTRIBUTION, FALSE, NULL },
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
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, &error);
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

  if (c->differs)
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

/* Of two names before one word, an article that tells of both tells that they are of two things. */
static void
test_two_things_of_a_kind (void)
{
  static const char alone[] =
    "The chancellor of Varn will not attend the NATO summit next week because of the flood.";
  g_autoptr (PlxAnalysis) one = analyse_two (alone, "The chancellor of Varn will not attend the "
                                             "G7 summit next week because of the flood.");
  g_autoptr (PlxAnalysis) two = analyse_two (alone, "The chancellor of Varn will not attend the "
                                             "G7 summit next week because of the flood. Her "
                                             "deputy had flown to the NATO summit in spring.");
  const PlxDifferenceRecord *in_one =
    find_difference (plx_analysis_get_claim (one, 0), PLX_DIFFERENCE_NAME);
  const PlxDifferenceRecord *in_two =
    find_difference (plx_analysis_get_claim (two, 0), PLX_DIFFERENCE_NAME);

  g_assert_nonnull (in_one);
  g_assert_cmpstr (in_one->rule, ==, PLX_RULE_NAME_HEAD);
  g_assert_nonnull (in_two);
  g_assert_cmpstr (in_two->rule, ==, PLX_RULE_NAME_OTHER);
  g_assert_cmpstr (in_two->about, ==, "which summit");
}

/* All words but one are the same, and the two are no contradiction. */
static void
test_standings_of_others (void)
{
  g_autoptr (PlxAnalysis) same =
    analyse_two ("Kenya is a member of the International Criminal Court.",
                 "Kenya is not a member of the International Criminal Court.");
  g_autoptr (PlxAnalysis) other =
    analyse_two ("Kenya is a member of the International Criminal Court.",
                 "Sudan is not a member of the International Criminal Court.");

  g_assert_cmpuint (plx_analysis_get_claim (same, 0)->n_sources, ==, 2);
  g_assert_cmpuint (plx_analysis_get_claim (other, 0)->n_sources, ==, 1);
}

typedef struct
{
  const char *path;
  const char *text; /* in both articles */
  const char *label;
} LabelCase;

static const LabelCase label_cases[] = {
  { "/labels/lead-is-left-out",
    "Two hours later, the harbour mayor closed the burning ferry terminal.",
    "The harbour mayor closed the burning ferry terminal" },
  { "/labels/dateline-is-left-out",
    "VARN (Reuters) – The harbour mayor closed the burning ferry terminal.",
    "The harbour mayor closed the burning ferry terminal" },
  { "/labels/aside-is-left-out",
    "Ann Smith, 52, who has led the harbour since 2011, closed the burning terminal.",
    "Ann Smith closed the burning terminal" },
  { "/labels/list-stays", "Norway, Portugal and Kenya have closed their ferry terminals.",
    "Norway, Portugal and Kenya have closed their ferry terminals" },
  { "/labels/what-was-said", "The ministry said on Friday that the ferry terminal would be closed.",
    "The ferry terminal would be closed" },
  { "/labels/no-cut-inside-a-phrase",
    "The harbour mayor closed the burning terminal until the fire brigade of the neighbouring "
    "town had looked at every one of the pumps in it.",
    "The harbour mayor closed the burning terminal…" },
  { "/labels/whole-where-it-has-room",
    "The harbour mayor is reportedly planning to reopen the burnt terminal before the fair.",
    "The harbour mayor is reportedly planning to reopen the burnt terminal before the fair" },
  { "/labels/no-end-behind-a-verb",
    "Lawyers for the ferry continue to believe that a spark from the galley set it alight in the "
    "night of the summer fair.",
    "Lawyers for the ferry continue to believe that a spark from the galley set it alight…" },
  { "/labels/verb-behind-the-participle",
    "A pier holding back silt from the harbour of Varn collapsed before dawn on Tuesday, sending "
    "mud into the fish market.",
    "A pier holding back silt from the harbour of Varn collapsed before dawn on Tuesday" },
  { "/labels/who-the-subject-is",
    "Ann Smith, chairwoman of the harbour board of Varn, said the fire at the terminal was set.",
    "Ann Smith said the fire at the terminal was set" },
  { "/labels/two-adjectives",
    "The fire drew swift, angry protests from the harbour workers.",
    "The fire drew swift, angry protests from the harbour workers" },
  { "/labels/quote-is-closed",
    "Ann Smith told the harbour board: “Nobody warned us of the fire in the old ferry terminal, "
    "and nobody will pay us for the pumps that we have lost in it.”",
    NULL },
  { "/labels/no-mark-in-front",
    "While Varn has a “no blame” pact, “it seems,” the harbour mayor closed the terminal.", NULL },
  { "/labels/who-he-is",
    "Ann Smith has led the ferry company for years. She closed the burning terminal.", NULL },
};

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

/* A label of whichever claim there is starts with no pronoun and no mark, closes what it opens and
 * is short. */
static void
test_label (gconstpointer data)
{
  const LabelCase *c = data;
  g_autoptr (PlxAnalysis) analysis = analyse_two (c->text, c->text);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      if (c->label != NULL)
        g_assert_cmpstr (claim->label, ==, c->label);
      g_assert_cmpint (g_utf8_strlen (claim->label, -1), <=, 91);
      g_assert_false (g_str_has_prefix (claim->label, "She "));
      g_assert_null (strchr (" ,;:", claim->label[0]));
      g_assert_cmpuint (count (claim->label, "“"), ==, count (claim->label, "”"));
    }
}

typedef struct
{
  const char *path;
  const char *text;
  const char *origin; /* of the first claim; nullable */
} OriginCase;

static const OriginCase origin_cases[] = {
  { "/origins/who-was-told-and-not-the-person",
    "The terminal is closed, Ann Smith told Reuters.", "Reuters" },
  { "/origins/who-was-told-by-nobody", "The terminal is closed, two people told Reuters.",
    "Reuters" },
  { "/origins/beside-the-name",
    "Ann Smith, who sits on the board of the United Nations, said the terminal is closed.",
    "Ann Smith" },
  { "/origins/pronoun-is-nobody", "Of Ann Smith, he said the terminal is closed.", NULL },
  { "/origins/agency-of-the-article", "VARN (Reuters) – The ferry terminal is closed.", "Reuters" },
  { "/origins/none", "The ferry terminal of Ann Smith is closed.", NULL },
};

static void
test_origin (gconstpointer data)
{
  const OriginCase *c = data;
  g_autoptr (PlxAnalysis) analysis = analyse_two (c->text, c->text);
  const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, 0);

  g_assert_cmpstr (claim->origins[0], ==, c->origin);
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
  for (guint i = 0; i < G_N_ELEMENTS (label_cases); i++)
    g_test_add_data_func (label_cases[i].path, &label_cases[i], test_label);
  for (guint i = 0; i < G_N_ELEMENTS (origin_cases); i++)
    g_test_add_data_func (origin_cases[i].path, &origin_cases[i], test_origin);
  g_test_add_func ("/facts/dates/on-the-calendar", test_dates_on_the_calendar);
  g_test_add_func ("/claims/standings-of-others", test_standings_of_others);
  g_test_add_func ("/differences/name/two-things-of-a-kind", test_two_things_of_a_kind);
  g_test_add_func ("/origins/count-once", test_origins_count_once);
  g_test_add_func ("/tokens/take-whole-words", test_tokens_take_whole_words);

  return g_test_run ();
}
