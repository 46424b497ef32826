/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "countries/plx-country-days.h"
#include "library/plx-library-tags.h"

/* Six articles, each told by the letter that its file is called by. */
static const struct
{
  const char *source;
  const char *headline;
  const char *outlet;
  const char *author;
  const char *published;
  const char *language;
  const char *countries;
  const char *body;
} articles[] = {
  { "a", "Harbour in danger", "The Lantern", "Ines Moreau", "2014-12-31", "en", "PSE",
    "The water rose by a metre before the mayor of the old town spoke to the council." },
  { "b", "Council meets", "Northern Gazette", "Ines Moreau", "2015-06-01", "en-GB", "PSE KEN",
    "The mayor spoke of the flood. Nobody in the harbour listened to her." },
  { "c", "Mayor resigns", "The Lantern", "Tomás Ruiz", "2023-08-14", "en", "RUS",
    "After the flood the mayor went. Fishing boats lay in the streets." },
  { "d", "Boats return", "Courier de l’Est", NULL, "2023-10-02", "fr", "RUS KEN",
    "Les bateaux sont revenus au port de Fishing." },
  { "e", "渡轮沉没", "晨报", NULL, "2023-09-01", "zh", "CHN",
    "一艘渡轮在港口沉没。市长 mayor 说话。" },
  { "f", "Quiet week", "Northern Gazette", "Ada Flood", NULL, "en", "",
    "Nothing happened in the streets of the town." },
};

static PlxDocument *
make_document (guint i)
{
  PlxDocument *document = fixture_document (articles[i].source, articles[i].headline,
                                            articles[i].published, articles[i].body);
  g_auto (GStrv) countries = g_strsplit (articles[i].countries, " ", -1);
  g_autoptr (PlxCountryCounts) counts = plx_country_counts_new (1);

  plx_document_set_field (document, PLX_FIELD_OUTLET, articles[i].outlet, "text");
  plx_document_set_field (document, PLX_FIELD_AUTHOR, articles[i].author, "text");
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, articles[i].language, "text");
  for (guint j = 0; countries[j] != NULL; j++)
    if (*countries[j] != '\0')
      plx_country_counts_add (counts, countries[j]);
  plx_document_set_countries (document, counts);

  return document;
}

static PlxLibrary *
open_filled (const char *path)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  PlxLibrary *library = fixture_open (path);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    g_ptr_array_add (documents, make_document (i));
  story = fixture_add (library, NULL, "The flood in the old town", documents, &error);
  g_assert_no_error (error);

  return library;
}

static int
compare_letters (gconstpointer a,
                 gconstpointer b)
{
  return *(const char *) a - *(const char *) b;
}

/* The articles in the order of their letters; they came in in that order. */
static char *
dup_found (PlxLibrary *library,
           PlxQuery   *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  GString *letters = g_string_new (NULL);

  plx_library_search_async (library, query, 50, NULL, fixture_keep_cb, &result);
  hits = plx_library_search_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, plx_library_search_get_n_found (result));

  for (guint i = 0; i < hits->len; i++)
    g_string_append_c (letters, 'a' + ((const PlxHit *) hits->pdata[i])->article - 1);
  qsort (letters->str, letters->len, 1, compare_letters);

  return g_string_free_and_steal (letters);
}

static const struct
{
  const char *text;
  const char *found;
} queries[] = {
  /* words */
  { "mayor", "abce" },
  { "mayor flood", "bc" },
  { "mayor AND flood", "bc" },
  { "flood", "bcf" },
  { "\"flood\"", "bcf" },
  { "mayor OR streets", "abcef" },
  { "mayor NOT flood", "ae" },
  { "mayor -flood", "ae" },
  { "mayor - flood", "bc" },
  { "-mayor", "df" },
  { "NOT mayor", "df" },
  { "NOT (mayor OR streets)", "d" },
  { "(mayor OR streets) flood", "bcf" },
  { "mayor flood OR boats", "bcd" },
  { "mayor (flood OR water)", "abc" },
  { "mayor NOT flood NOT water", "e" },
  { "or", "" },
  { "flo*", "bcf" },
  { "\"spoke to the council\"", "a" },
  { "\"the mayor of the\" spoke", "a" },
  /* near */
  { "NEAR(mayor spoke, 1)", "b" },
  { "NEAR(mayor spoke, 6)", "ab" },
  { "NEAR(mayor spoke)", "ab" },
  { "NEAR(\"old town\" spoke, 2)", "a" },
  { "NEAR(mayor spoke, 1) OR streets", "bcf" },
  { "NEAR(", "" },
  { "NEAR()", "" },
  /* columns */
  { "headline:mayor", "c" },
  { "title:mayor", "c" },
  { "text:mayor", "abce" },
  { "outlet:lantern", "ac" },
  { "outlet:\"Northern Gazette\"", "bf" },
  { "outlet:l'est", "d" },
  { "author:moreau", "ab" },
  { "author:ruiz", "c" },
  { "author:flood", "f" },
  { "author:\"tomas ruiz\"", "c" },
  { "flood outlet:lantern", "c" },
  { "flood -outlet:lantern", "bf" },
  { "outlet:lantern OR outlet:courier", "acd" },
  { "OUTLET:lantern", "ac" },
  /* days */
  { "date:2015", "b" },
  { "date:2014", "a" },
  { "date:2023-08", "c" },
  { "date:2023-08-14", "c" },
  { "date:2023-08-15", "" },
  { "date:2023-08..2023-10", "cde" },
  { "date:2023-08..2023-09", "ce" },
  { "date:2014-12-31..2015-05-31", "a" },
  { "date:2023..", "cde" },
  { "date:..2015", "ab" },
  { "mayor date:2023", "ce" },
  { "mayor NOT date:2023", "ab" },
  { "date:2014 OR date:2015", "ab" },
  { "date:2014 OR boats", "acd" },
  /* other facts */
  { "language:en", "abcf" },
  { "language:fr", "d" },
  { "story:flood", "abcdef" },
  { "story:drought", "" },
  /* countries: Kenya was a party all the time, Palestine from 2015-04-01 on, Russia never */
  { "country:kenya", "bd" },
  { "country:Russia", "cd" },
  { "country:russia -country:kenya", "c" },
  { "icc:party", "bd" },
  { "icc:non-party", "acde" },
  { "icc:non-party date:2014", "a" },
  { "mayor icc:non-party", "ace" },
  { "ICC:party OR language:zh", "bde" },
  /* without spaces */
  { "渡轮", "e" },
  { "渡轮 mayor", "e" },
  { "渡轮 flood", "" },
  { "渡轮 OR boats", "cde" },
  { "-渡轮 date:2023", "cd" },
  { "outlet:晨报", "e" },
  /* half typed, or no fields at all */
  { "(mayor", "abce" },
  { "mayor)", "abce" },
  { ") mayor", "abce" },
  { "((mayor OR", "abce" },
  { "mayor AND", "abce" },
  { "mayor OR", "abce" },
  { "NOT", "" },
  { "-", "" },
  { "\"", "" },
  { "outlet:", "" },
  { "mayor outlet:", "abce" },
  { "mayor date:", "abce" },
  { "mayor icc:", "abce" },
  { "10:30", "" },
  { "nobody:listened", "" },
  { "", "" },
};

static void
test_finds (void)
{
  g_autofree char *path = fixture_dup_path ("finds.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);

  g_test_summary ("Words, phrases, fields and what joins them find what they say");

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxQuery) query = plx_query_parse (queries[i].text, plx_country_days_find, NULL,
                                                    &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = dup_found (library, query);
      if (!g_str_equal (found, queries[i].found))
        g_test_message ("“%s” finds “%s”, not “%s”", queries[i].text, found, queries[i].found);
      g_assert_cmpstr (found, ==, queries[i].found);
    }
}

static void
tag (PlxLibrary *library,
     PlxTagged   tagged,
     gint64      id,
     const char *name)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (ids, id);
  plx_library_tag_async (library, tagged, ids, name, TRUE, fixture_keep_cb, &result);
  fixture_finish (library, &result, &error);
  g_assert_no_error (error);
}

static char *
dup_found_text (PlxLibrary *library,
                const char *text)
{
  g_autoptr (PlxQuery) query = plx_query_parse (text, NULL, NULL, NULL);

  return dup_found (library, query);
}

static void
test_tags (void)
{
  g_autofree char *path = fixture_dup_path ("tags.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autofree char *of_article = NULL;
  g_autofree char *of_story = NULL;
  g_autofree char *none = NULL;

  g_test_summary ("A tag finds what has it, and the articles of a story that has it");

  tag (library, PLX_TAGGED_ARTICLE, 3, "To  Check");
  tag (library, PLX_TAGGED_STORY, 1, "river");

  of_article = dup_found_text (library, "tag:\"to check\"");
  g_assert_cmpstr (of_article, ==, "c");
  of_story = dup_found_text (library, "tag:River mayor");
  g_assert_cmpstr (of_story, ==, "abce");
  none = dup_found_text (library, "tag:check");
  g_assert_cmpstr (none, ==, "");
}

static void
test_latest_first (void)
{
  g_autofree char *path = fixture_dup_path ("latest.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (GPtrArray) hits = NULL;

  g_test_summary ("Without words the latest come first, and are shown by how they begin");

  hits = fixture_search (library, "date:2023", NULL);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpint (((const PlxHit *) hits->pdata[0])->article, ==, 4);
  g_assert_cmpint (((const PlxHit *) hits->pdata[2])->article, ==, 3);
  g_assert_true (g_str_has_prefix (((const PlxHit *) hits->pdata[2])->snippet, "After"));
}

static void
test_refuses (void)
{
  static const char * const texts[] = {
    "date:soon", "date:2023-13", "date:2023-02-30", "date:..", "date:2023-08..x",
    "country:Atlantis", "icc:perhaps", "(mayor OR date:soon)",
  };

  g_test_summary ("A field that says nothing is told in words");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxQuery) query = plx_query_parse (texts[i], plx_country_days_find, NULL, &error);

      g_test_message ("Looking for %s", texts[i]);
      g_assert_null (query);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strchr (error->message, '.'));
    }
}

/* Whatever is typed is either understood or refused, and what is understood can be asked. */
static void
test_any_text (void)
{
  static const char * const pieces[] = {
    "mayor", "flood", "\"", "(", ")", " ", " ", " OR ", " AND ", " NOT ", "-", "NEAR(", ", 3)", "*",
    "outlet:", "date:2023", "icc:", "party", "渡", "轮", ":", "'", ";", "?", "\xff", "NEAR", "%",
  };
  g_autofree char *path = fixture_dup_path ("any.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  g_test_summary ("Whatever is typed is understood or refused");

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PlxQuery) query = NULL;
      g_autofree char *found = NULL;

      for (guint i = g_rand_int_range (random, 0, 12); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      query = plx_query_parse (text->str, plx_country_days_find, NULL, NULL);
      if (query != NULL)
        found = dup_found (library, query);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_test_summary ("Brackets without end are refused");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_assert_null (plx_query_parse (text->str, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_quotes (void)
{
  g_autofree char *path = fixture_dup_path ("quotes.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autofree char *field = plx_query_quote ("outlet", "The \"Lantern\"");
  g_autoptr (PlxQuery) query = plx_query_parse (field, NULL, NULL, NULL);
  g_autofree char *found = dup_found (library, query);

  g_test_summary ("A field that is made for a value finds it");

  g_assert_cmpstr (found, ==, "ac");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/query/finds", test_finds);
  g_test_add_func ("/library/query/tags", test_tags);
  g_test_add_func ("/library/query/latest-first", test_latest_first);
  g_test_add_func ("/library/query/refuses", test_refuses);
  g_test_add_func ("/library/query/any-text", test_any_text);
  g_test_add_func ("/library/query/deep", test_deep);
  g_test_add_func ("/library/query/quotes", test_quotes);

  return g_test_run ();
}
