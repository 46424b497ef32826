/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include "language/plx-country-counting.h"
#include "library/plx-db.h"

#define ENGINE PLX_COUNTRY_COUNTING_ENGINE

/* "NOR 2, SWE 1" */
static char *
describe (const PlxCountryCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->counts->len; i++)
    {
      const PlxCountryCount *count = &g_array_index (counts->counts, PlxCountryCount, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", count->country, count->n);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_counting (void)
{
  g_autoptr (PlxDocument) document =
    fixture_document ("a.txt", "Ferries", "2015-06-01",
                      "A ferry from Sweden to Norway was late. Norway said that Swedish crews were "
                      "on strike. Nobody asked Denmark.");
  g_autoptr (PlxCountryCounts) counts = plx_language_count_countries (document);
  g_autofree char *text = describe (counts);

  g_assert_cmpuint (counts->engine, ==, ENGINE);
  g_assert_cmpstr (text, ==, "DNK 1, NOR 2, SWE 2");
}

static void
test_cut_is_not_counted (void)
{
  g_autoptr (PlxDocument) document = fixture_document ("a.txt", NULL, NULL, "Sweden won.");
  g_autoptr (PlxCountryCounts) counts = NULL;
  g_autofree char *text = NULL;

  plx_document_append (document, "More from Norway", -1, PLX_ROLE_CHROME, PLX_CUT_RELATED_LINK);
  counts = plx_language_count_countries (document);
  text = describe (counts);
  g_assert_cmpstr (text, ==, "SWE 1");
}

static GPtrArray *
list_uncounted (PlxLibrary *library,
                guint       engine)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *uncounted;

  plx_library_list_uncounted_async (library, engine, 10, NULL, fixture_keep_cb, &result);
  uncounted = plx_library_list_uncounted_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return uncounted;
}

static guint
count_uncounted (PlxLibrary *library,
                 guint       engine)
{
  g_autoptr (GPtrArray) uncounted = list_uncounted (library, engine);

  return uncounted->len;
}

static void
save_counts (PlxLibrary *library,
             GPtrArray  *counted)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_save_counts_async (library, counted, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, NULL));
}

/* The countries of an article, as a facet would count them. */
static char *
dup_countries (const char *path,
               gint64      article)
{
  g_autoptr (PlxDb) db = plx_db_open_reader (path, NULL);
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, "Counting", "SELECT group_concat(country || ' ' || n, ', ')"
                              " FROM article a JOIN body_country c ON c.body = a.body"
                              " WHERE a.id = ?", NULL);
  sqlite3_bind_int64 (statement, 1, article);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  return plx_statement_dup_text (statement, 0);
}

static void
assert_countries (const char *path,
                  const char *countries)
{
  g_autofree char *is = dup_countries (path, 1);

  g_assert_cmpstr (is, ==, countries);
}

static void
set_kept (PlxLibrary *library,
          PlxStory   *story,
          gboolean    kept)
{
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 0);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (article));
  g_autoptr (GAsyncResult) result = NULL;

  plx_document_decide (document, 1, PLX_DECIDER_USER, kept);
  plx_library_set_document_async (library, article, document, "Keep", fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, NULL));
}

static void
test_library (void)
{
  g_autofree char *path = fixture_dup_path ("counts.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxDocument) document = fixture_document ("a.txt", NULL, NULL, "Sweden won.");
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (PlxCountryCounts) counts = plx_language_count_countries (document);
  g_autoptr (GPtrArray) uncounted = NULL;
  g_autoptr (PlxStory) story = NULL;
  PlxUncounted *item;

  g_test_summary ("What was counted goes with the text: an article comes in with it, a changed "
                  "text is to be counted, and undo brings back what was");

  plx_document_set_countries (document, counts);
  g_ptr_array_add (documents, document);
  story = fixture_add (library, NULL, "A story", documents, NULL);
  assert_countries (path, "SWE 1");
  g_assert_cmpuint (count_uncounted (library, ENGINE), ==, 0);
  g_assert_cmpuint (count_uncounted (library, ENGINE + 1), ==, 1);

  set_kept (library, story, TRUE);
  assert_countries (path, NULL);
  uncounted = list_uncounted (library, ENGINE);
  g_assert_cmpuint (uncounted->len, ==, 1);
  item = g_ptr_array_index (uncounted, 0);
  item->counts = plx_language_count_countries (item->document);
  save_counts (library, uncounted);
  g_assert_cmpuint (count_uncounted (library, ENGINE), ==, 0);
  assert_countries (path, "SWE 1");

  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (count_uncounted (library, ENGINE), ==, 0);
  assert_countries (path, "SWE 1");
  plx_library_close (library);
}

static void
test_damaged (void)
{
  g_autofree char *path = fixture_dup_path ("damaged.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (GPtrArray) uncounted = NULL;
  PlxUncounted *item;

  g_test_summary ("A damaged text is listed once, and does not stop the rest");

  fixture_exec (path, "UPDATE body SET packed = x'00'");
  uncounted = list_uncounted (library, ENGINE);
  g_assert_cmpuint (uncounted->len, ==, 1);
  item = g_ptr_array_index (uncounted, 0);
  g_assert_null (item->document);
  item->counts = plx_country_counts_new (ENGINE);
  save_counts (library, uncounted);
  g_assert_cmpuint (count_uncounted (library, ENGINE), ==, 0);
  plx_library_close (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/counts/counting", test_counting);
  g_test_add_func ("/library/counts/cut-is-not-counted", test_cut_is_not_counted);
  g_test_add_func ("/library/counts/library", test_library);
  g_test_add_func ("/library/counts/damaged", test_damaged);

  return g_test_run ();
}
