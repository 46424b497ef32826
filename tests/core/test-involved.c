/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparing/plx-comparing.h"
#include "comparing/plx-involved.h"

static PlxDocument *
make_article (const char *text,
              const char *published)
{
  PlxDocument *document = plx_document_new (NULL, "text");

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, published, "test");

  return document;
}

/* Burundi left the court on 27 October 2017; Armenia joined it on 1 February 2024. */
static PlxAnalysis *
make_analysis (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis;

  g_ptr_array_add (documents, make_article ("Burundi greeted Chad. Burundi and Burundi's army "
                                            "waited.", "2017-10-01"));
  g_ptr_array_add (documents, make_article ("Burundi had nothing to say.", NULL));
  g_ptr_array_add (documents, make_article ("Burundi was silent.", "2017-11-01T10:00+02:00"));

  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

static PlxCountry *
find_country (GPtrArray  *countries,
              const char *code)
{
  for (guint i = 0; i < countries->len; i++)
    if (g_str_equal (plx_country_get_code (g_ptr_array_index (countries, i)), code))
      return g_ptr_array_index (countries, i);

  return NULL;
}

static void
test_day_of_an_article_without_date (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  PlxDay first = plx_day_parse ("2017-10-01");

  g_assert_cmpuint (plx_involved_day (analysis, 0, filter, 99), ==, first);
  g_assert_cmpuint (plx_involved_day (analysis, 1, filter, 99), ==, first);
  g_assert_cmpuint (plx_involved_day (analysis, 2, filter, 99), ==, plx_day_parse ("2017-11-01"));

  filter->as_of = PLX_AS_OF_TODAY;
  g_assert_cmpuint (plx_involved_day (analysis, 1, filter, 99), ==, 99);

  filter->as_of = PLX_AS_OF_DAY;
  filter->day = 77;
  g_assert_cmpuint (plx_involved_day (analysis, 1, filter, 99), ==, 77);
}

static void
test_countries_stand_as_on_their_day (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GPtrArray) countries = plx_involved_countries (analysis, NULL, filter, 0);
  PlxCountry *burundi = find_country (countries, "BDI");
  PlxCountry *chad = find_country (countries, "TCD");

  g_assert_nonnull (burundi);
  g_assert_nonnull (chad);
  g_assert_true (g_ptr_array_index (countries, 0) == burundi);
  g_assert_cmpuint (plx_country_get_n_mentions (burundi), ==, 5);
  g_assert_cmpuint (plx_country_get_mentions_in (burundi, 0), ==, 3);
  g_assert_cmpuint (plx_country_get_passages (burundi)->len, ==, 4);
  g_assert_cmpint (plx_country_get_status (burundi), ==, PLX_STATUS_WITHDRAWN);
  g_assert_true (plx_country_is_mixed (burundi));
  g_assert_cmpint (plx_country_get_status (chad), ==, PLX_STATUS_PARTY);
  g_assert_false (plx_country_is_mixed (chad));
}

static void
test_a_chosen_day_is_the_same_for_all (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GPtrArray) countries = NULL;
  PlxCountry *burundi;

  filter->as_of = PLX_AS_OF_DAY;
  filter->day = plx_day_parse ("2015-06-14");
  countries = plx_involved_countries (analysis, NULL, filter, 0);
  burundi = find_country (countries, "BDI");

  g_assert_cmpint (plx_country_get_status (burundi), ==, PLX_STATUS_PARTY);
  g_assert_false (plx_country_is_mixed (burundi));
}

static void
test_filter_asks_the_same_day (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (GPtrArray) countries = NULL;

  filter->statuses = 1u << PLX_STATUS_WITHDRAWN;
  passages = plx_comparing_filter (analysis, filter, 0);

  g_assert_cmpuint (passages->n_all, ==, 4);
  g_assert_cmpuint (passages->n_shown, ==, 1);
  g_assert_true (plx_passages_is_shown (passages, (PlxSentenceRef) { 2, 0 }));

  countries = plx_involved_countries (analysis, passages, filter, 0);
  g_assert_cmpuint (countries->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/involved/day-of-an-article-without-date", test_day_of_an_article_without_date);
  g_test_add_func ("/involved/countries-stand-as-on-their-day",
                   test_countries_stand_as_on_their_day);
  g_test_add_func ("/involved/a-chosen-day-is-the-same-for-all",
                   test_a_chosen_day_is_the_same_for_all);
  g_test_add_func ("/involved/filter-asks-the-same-day", test_filter_asks_the_same_day);

  return g_test_run ();
}
