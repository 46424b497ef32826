/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-country-matrix.h"
#include "comparing/plx-focus.h"
#include "comparing/plx-involved.h"
#include "comparing/plx-leaders.h"
#include "countries/plx-countries.h"

static PlxDocument *
make_article (const char *headline,
              const char *text,
              const char *outlet)
{
  PlxDocument *document = plx_document_new (NULL, "text");

  if (headline != NULL)
    plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2023-08-30", "test");
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, "en", "test");
  if (outlet != NULL)
    plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "test");

  return document;
}

static PlxAnalysis *
analyse (PlxDocument *first,
         PlxDocument *second)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis;

  g_ptr_array_add (documents, first);
  if (second != NULL)
    g_ptr_array_add (documents, second);
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

/* A sentence that stands among others of its article, the countries that it is about, and those
 * that it only mentions. */
static const struct
{
  const char *sentence;
  const char *about;
  const char *mentions; /* nullable */
} passage_cases[] = {
  { "Kenya closed the border on Monday.", "KEN", NULL },
  { "Kenya and Uganda closed the border on Monday.", "KEN UGA", NULL },
  { "The minister flew to Kenya on Monday.", NULL, "KEN" },
  { "The minister was born in a village in Kenya.", NULL, "KEN" },
  { "The bank, which has branches in Kenya and Uganda, lost money.", NULL, "KEN UGA" },
  { "Kenya sold its gas to Uganda.", "KEN", "UGA" },
  { "Kenya attacked Uganda at dawn.", "KEN UGA", NULL },
  { "In Kenya, Uganda’s envoy held talks.", "UGA", "KEN" },
  { "Speaking in Kenya, the banker praised Uganda.", "UGA", "KEN" },
  { "Kenyan officials rejected the offer.", "KEN", NULL },
  { "The kitchen serves Kenyan coffee all day.", NULL, "KEN" },
  { "The government of Kenya rejected the offer.", "KEN", NULL },
  { "The singer praised Kenya at length.", "KEN", NULL },
  { "Nairobi has rejected the offer.", "KEN", NULL },
  { "The ship left for the shores of Kenya.", NULL, "KEN" },
  { "Unlike most rivals, Kenya exports tea.", "KEN", NULL },
};

static gboolean
has_code (const char *codes,
          const char *code)
{
  return codes != NULL && strstr (codes, code) != NULL;
}

static void
test_passages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (passage_cases); i++)
    {
      /* What else the article speaks of makes sure that it is about neither. */
      g_autofree char *text = g_strdup_printf ("France voted. Spain voted. Italy voted. France "
                                               "waited. Spain waited. Italy waited. %s",
                                               passage_cases[i].sentence);
      g_autoptr (PlxAnalysis) analysis = analyse (make_article (NULL, text, NULL), NULL);
      g_autoptr (PlxFocus) focus = plx_focus_new (analysis);
      static const char * const codes[] = { "KEN", "UGA" };

      g_test_message ("%s", passage_cases[i].sentence);
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        {
          PlxSentenceRef ref = { 0, 6 };
          gboolean about = plx_focus_is_passage_about (focus, ref, plx_country_intern (codes[j]));

          g_assert_cmpint (about, ==, has_code (passage_cases[i].about, codes[j]));
        }
    }
}

static void
test_articles (void)
{
  g_autoptr (PlxAnalysis) analysis =
    analyse (make_article ("Norway raises the price of fish",
                           "Norway will ask more for its fish, its ministry said. Buyers in Spain "
                           "and Poland were told on Friday. Norway sells most of it abroad. Prices "
                           "in Japan rose last year. Norway hopes for more.", NULL),
             make_article (NULL, "Bakers asked for help. Some flour comes from Ukraine. The price "
                           "has doubled since May.", NULL));
  g_autoptr (PlxFocus) focus = plx_focus_new (analysis);
  const GArray *shares = plx_focus_get_shares (focus, 0);
  double sum = 0;

  g_test_summary ("An article is about whom it tells of, and not about whom it names in passing");

  g_assert_true (plx_focus_is_article_about (focus, 0, plx_country_intern ("NOR")));
  g_assert_false (plx_focus_is_article_about (focus, 0, plx_country_intern ("ESP")));
  g_assert_false (plx_focus_is_article_about (focus, 0, plx_country_intern ("JPN")));
  g_assert_false (plx_focus_is_article_about (focus, 0, plx_country_intern ("UKR")));

  for (guint i = 0; i < shares->len; i++)
    sum += g_array_index (shares, PlxFocusShare, i).share;
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 0.0001);
  g_assert_cmpstr (g_array_index (shares, PlxFocusShare, 0).country, ==, "NOR");
}

static void
test_no_country (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (make_article (NULL, "It rained for days.", NULL),
                                              NULL);
  g_autoptr (PlxFocus) focus = plx_focus_new (analysis);

  g_assert_cmpuint (plx_focus_get_shares (focus, 0)->len, ==, 0);
  g_assert_false (plx_focus_is_article_about (focus, 0, plx_country_intern ("NOR")));
}

static const struct
{
  const char *text;
  const char *name;
  gboolean    leads;
} leader_cases[] = {
  { "Kenyan President William Ruto spoke in Nairobi. Ruto left on Monday.", "William Ruto", TRUE },
  { "William Ruto, the president of Kenya, spoke in Nairobi.", "William Ruto", TRUE },
  { "Kenya’s prime minister, Raila Odinga, spoke in Nairobi.", "Raila Odinga", TRUE },
  { "Kenyan Prime Minister Raila Odinga spoke in Nairobi.", "Raila Odinga", TRUE },
  { "Former Kenyan President Uhuru Kenyatta spoke in Nairobi.", "Uhuru Kenyatta", FALSE },
  { "Former President Uhuru Kenyatta of Kenya spoke in Nairobi.", "Uhuru Kenyatta", FALSE },
  { "Kenyan Vice President Rigathi Gachagua spoke in Nairobi.", "Rigathi Gachagua", FALSE },
  { "The Kenyan runner Eliud Kipchoge spoke in Nairobi.", "Eliud Kipchoge", FALSE },
};

static void
test_leaders (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leader_cases); i++)
    {
      g_autoptr (PlxAnalysis) analysis = analyse (make_article (NULL, leader_cases[i].text, NULL),
                                                  NULL);
      g_autofree gboolean *leaders = plx_leaders_find (analysis);
      gboolean leads = FALSE;

      g_test_message ("%s", leader_cases[i].text);
      for (guint j = 0; j < analysis->entities->len; j++)
        leads |= leaders[j] && g_str_equal (plx_analysis_get_entity (analysis, j)->name,
                                            leader_cases[i].name);
      g_assert_cmpint (leads, ==, leader_cases[i].leads);
    }
}

/* The Independent is British, a party; the Global Times is Chinese, not one. */
static PlxAnalysis *
make_story (void)
{
  static const char text[] = "Chinese President Xi Jinping received a guest. Brazil sent its tea. "
                             "Nobody else came. The train crossed China. Xi Jinping smiled.";

  return analyse (make_article (NULL, text, "The Independent"), make_article (NULL, text,
                                                                            "Global Times"));
}

static guint
count_shown (PlxAnalysis *analysis,
             PlxFilter   *filter)
{
  g_autoptr (PlxPassages) passages = plx_comparing_filter (analysis, filter,
                                                           plx_day_parse ("2023-08-30"));

  return passages->n_shown;
}

static void
test_ties (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();

  filter->statuses = 1u << PLX_STATUS_NON_PARTY;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 4);
  filter->ties = PLX_TIE_PERSON;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 4);
  filter->ties = PLX_TIE_LEADER;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 4);
  filter->ties = PLX_TIE_MENTIONED | PLX_TIE_PERSON;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 6);
  filter->ties = PLX_TIE_ARTICLE;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 10);

  /* Outlets of members that write of a non-member's head of state. */
  filter->ties = PLX_TIE_LEADER;
  filter->outlet_statuses = 1u << PLX_STATUS_PARTY;
  g_assert_cmpuint (count_shown (analysis, filter), ==, 2);
}

static void
test_conditions (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (GError) error = NULL;
  static const char *brazil[] = { "BRA", NULL };

  filter->condition = g_strdup ("brics and icc");
  g_assert_cmpuint (count_shown (analysis, filter), ==, 2);

  g_set_str (&filter->condition, "brics");
  g_assert_cmpuint (count_shown (analysis, filter), ==, 6);

  filter->countries = g_strdupv ((char **) brazil);
  g_assert_cmpuint (count_shown (analysis, filter), ==, 2);

  /* One and the same country must meet all. */
  g_set_str (&filter->condition, "brics and not icc");
  g_assert_cmpuint (count_shown (analysis, filter), ==, 0);

  g_set_str (&filter->condition, "own-gone");
  g_assert_false (plx_comparing_check_filter (filter, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpuint (count_shown (analysis, filter), ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxPassages) passages = NULL;

  g_test_summary ("A filter tells how many passages each of its parts hides");

  filter->statuses = 1u << PLX_STATUS_NON_PARTY;
  filter->outlet_condition = g_strdup ("icc");
  passages = plx_comparing_filter (analysis, filter, plx_day_parse ("2023-08-30"));

  g_assert_cmpuint (passages->n_all, ==, 10);
  g_assert_cmpuint (passages->n_shown, ==, 2);
  g_assert_cmpuint (passages->hides[PLX_FILTER_COUNTRY], ==, 6);
  g_assert_cmpuint (passages->hides_alone[PLX_FILTER_COUNTRY], ==, 3);
  g_assert_cmpuint (passages->hides[PLX_FILTER_OUTLET], ==, 5);
  g_assert_cmpuint (passages->hides_alone[PLX_FILTER_OUTLET], ==, 2);
  g_assert_cmpuint (passages->hides[PLX_FILTER_NAME], ==, 0);
}

static void
test_written (void)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxFilter) copy = NULL;
  g_autoptr (PlxFilter) read = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  static const char *codes[] = { "KEN", "UGA", NULL };

  filter->ties = PLX_TIE_ABOUT | PLX_TIE_LEADER;
  filter->countries = g_strdupv ((char **) codes);
  filter->condition = g_strdup ("nato and not icc");
  filter->outlet_countries = g_strdupv ((char **) codes);
  filter->outlet_statuses = 1u << PLX_STATUS_ACCEPTED;
  filter->outlet_condition = g_strdup ("eu");

  copy = plx_filter_copy (filter);
  g_assert_true (plx_filter_equal (filter, copy));
  text = plx_filter_to_string (filter);
  read = plx_filter_from_string (text, &error);
  g_assert_no_error (error);
  g_assert_true (plx_filter_equal (filter, read));
  g_assert_true (plx_filter_has_part (read, PLX_FILTER_COUNTRY));
  g_assert_true (plx_filter_has_part (read, PLX_FILTER_OUTLET));
  g_assert_false (plx_filter_has_part (read, PLX_FILTER_NAME));
  g_assert_false (plx_filter_is_empty (read));

  g_set_str (&copy->condition, "nato");
  g_assert_false (plx_filter_equal (filter, copy));
}

static void
test_homes (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxCountryMatrix) matrix = plx_country_matrix_new (analysis, NULL);
  g_autoptr (GArray) refs = NULL;
  g_autoptr (GArray) people = plx_involved_people (analysis, NULL, "CHN");

  g_assert_cmpstr (plx_involved_home (analysis, 0), ==, "GBR");
  g_assert_cmpstr (plx_involved_home (analysis, 1), ==, "CHN");

  g_assert_cmpuint (matrix->homes->len, ==, 2);
  g_assert_cmpuint (matrix->countries->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (matrix->countries, 0), ==, "CHN");
  g_assert_cmpuint (plx_country_matrix_get (matrix, 0, 0), ==, 2);
  g_assert_cmpuint (plx_country_matrix_get (matrix, 1, 1), ==, 1);
  refs = plx_country_matrix_refs (matrix, analysis, NULL, 0, 0);
  g_assert_cmpuint (refs->len, ==, 2);

  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (plx_analysis_get_entity (analysis, g_array_index (people, guint, 0))->name, ==,
                   "Xi Jinping");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/focus/passages/are-about-whom-they-tell-of", test_passages);
  g_test_add_func ("/focus/articles/are-about-whom-they-tell-of", test_articles);
  g_test_add_func ("/focus/articles/may-be-about-none", test_no_country);
  g_test_add_func ("/leaders/are-introduced", test_leaders);
  g_test_add_func ("/filter/ties/may-be-several", test_ties);
  g_test_add_func ("/filter/conditions/hold-of-one-country", test_conditions);
  g_test_add_func ("/filter/counts/what-it-hides", test_counts);
  g_test_add_func ("/filter/text/keeps-all", test_written);
  g_test_add_func ("/filter/homes/of-outlets", test_homes);

  return g_test_run ();
}
