/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "library/plx-db.h"

static PlxLibrary *
open_filled (const char *path)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  PlxLibrary *library = fixture_open (path);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents,
                   fixture_document ("a.txt", "Court opens in Zürich", "2015-06-01",
                                     "The naïve Señor Núñez said that “the harbour” was his; "
                                     "twenty gulls were not."));
  g_ptr_array_add (documents,
                   fixture_document ("b.txt", "Gulls", "2015-06-02",
                                     "Nobody but al-Bashir and O’Neil saw the harbours."));
  story = fixture_add (library, NULL, "A story", documents, &error);
  g_assert_no_error (error);

  return library;
}

static void
assert_found (PlxLibrary *library,
              const char *words,
              guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = fixture_search (library, words, &error);

  g_test_message ("Looking for %s", words);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n);
}

static void
test_words (void)
{
  g_autofree char *path = fixture_dup_path ("words.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);

  assert_found (library, "zurich", 1);
  assert_found (library, "NUNEZ", 1);
  assert_found (library, "Núñez", 1);
  assert_found (library, "harb", 2);
  assert_found (library, "\"harbour\"", 1);
  assert_found (library, "\"the harbours", 1);
  assert_found (library, "senor naive", 1);
  assert_found (library, "\"naive senor\"", 1);
  assert_found (library, "\"senor naive\"", 0);
  assert_found (library, "al-bashir", 1);
  assert_found (library, "o'neil", 1);
  assert_found (library, "gulls", 2);
  assert_found (library, "t", 0);
  assert_found (library, "tw", 1);
  assert_found (library, "", 0);
  assert_found (library, " \t", 0);
}

static void
test_cut_text_is_not_searched (void)
{
  g_autofree char *path = fixture_dup_path ("cut.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 0);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (article));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  assert_found (library, "gazette", 0);

  g_array_index (document->blocks, PlxBlockSpan, 2).kept = TRUE;
  g_array_index (document->blocks, PlxBlockSpan, 1).kept = FALSE;
  plx_library_set_document_async (library, article, document, "Swap", fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  assert_found (library, "gazette", 1);
  assert_found (library, "nunez", 0);

  g_assert_true (fixture_undo (library, &error));
  assert_found (library, "gazette", 0);
  assert_found (library, "nunez", 1);

  g_assert_true (fixture_undo (library, &error));
  assert_found (library, "gulls", 0);
  plx_library_close (library);
  fixture_check_file (path);
}

static void
test_snippet_marks_the_words (void)
{
  g_autofree char *path = fixture_dup_path ("snippet.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = fixture_search (library, "nobody", &error);
  const PlxHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Gulls");
  g_assert_null (hit->outlet);
  g_assert_cmpint (hit->article, >, 0);
  g_assert_cmpint (hit->story, ==, 1);
  g_assert_nonnull (strstr (hit->snippet, "\002Nobody\003 but al-Bashir"));
}

static void
test_titles_come_first (void)
{
  g_autofree char *path = fixture_dup_path ("titles.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (GPtrArray) hits = fixture_search (library, "gulls", NULL);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (((const PlxHit *) g_ptr_array_index (hits, 0))->title, ==, "Gulls");
}

static void
test_without_spaces (void)
{
  g_autofree char *path = fixture_dup_path ("dense.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxStory) story = NULL;

  g_test_summary ("Scripts without spaces are searched at any place, by one letter or by many, and "
                  "beside others");

  g_ptr_array_add (documents, fixture_document ("zh.txt", "渡轮沉没", "2015-06-01",
                                                "开往Lunde的渡轮周日沉没。"));
  g_ptr_array_add (documents, fixture_document ("ja.txt", "ﾌｪﾘｰ事故", "2015-06-02",
                                                "日曜日、フェリーが沈没した。"));
  g_ptr_array_add (documents, fixture_document ("th.txt", NULL, "2015-06-03",
                                                "เรือข้ามฟากจมเมื่อวันอาทิตย์"));
  g_ptr_array_add (documents, fixture_document ("ko.txt", NULL, "2015-06-03", "여객선이 침몰했다."));
  story = fixture_add (library, NULL, "A story", documents, NULL);

  assert_found (library, "渡轮", 1);
  assert_found (library, "轮", 1);
  assert_found (library, "渡轮周日沉没", 1);
  assert_found (library, "渡轮沉没 周日", 1);
  assert_found (library, "周日渡轮", 0);
  assert_found (library, "没开", 0);
  assert_found (library, "沈没", 1);
  assert_found (library, "没", 2);
  assert_found (library, "フェリー事故", 1);
  assert_found (library, "日", 2);
  assert_found (library, "จม", 1);
  assert_found (library, "ข้ามฟาก", 1);
  assert_found (library, "여객선이", 1);
  assert_found (library, "여객", 1);
  assert_found (library, "lunde 渡轮", 1);
  assert_found (library, "lunde的渡轮", 1);
  assert_found (library, "lunde 日曜日", 0);
  assert_found (library, "gazette 渡轮", 0);

  g_assert_true (fixture_undo (library, NULL));
  assert_found (library, "渡轮", 0);
  g_assert_true (fixture_redo (library, NULL));
  assert_found (library, "渡轮", 1);
  plx_library_close (library);
  fixture_check_file (path);
}

/* So many articles with the text of the one that there is. */
static void
multiply (const char *path,
          guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (path, &error);
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %u)"
                     " INSERT INTO article (digest, day, format, headline, body)"
                     " SELECT 'd' || i, 0, 'text', iif (i = 1, 'gulls', ''),"
                     " (SELECT body FROM article WHERE id = 1) FROM n", n);

  g_assert_no_error (error);
  g_assert_true (plx_db_begin (db, &error));
  g_assert_true (plx_db_exec (db, "Multiplying", sql, &error));
  g_assert_true (plx_db_commit (db, &error));
  g_assert_no_error (error);
}

static void
test_very_many (void)
{
  g_autofree char *path = fixture_dup_path ("many.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (PlxQuery) query = plx_query_parse ("gulls", NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_test_summary ("All hits are counted; of very many the latest are weighed");

  multiply (path, 9000);
  plx_library_search_async (library, query, 5, NULL, fixture_keep_cb, &result);
  hits = plx_library_search_finish (library, fixture_wait (&result), NULL);
  g_assert_cmpuint (hits->len, ==, 5);
  g_assert_cmpuint (plx_library_search_get_n_found (result), ==, 9002);
  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpint (((const PlxHit *) g_ptr_array_index (hits, i))->article, ==, 9002 - i);

  few = fixture_search (library, "nobody", NULL);
  g_assert_cmpuint (few->len, ==, 1);

  /* Of so many, a word of two letters finds only itself. */
  assert_found (library, "gu", 0);
  assert_found (library, "gul", 50);
  assert_found (library, "no", 0);
  assert_found (library, "\"al bashir\" nob", 1);
}

/* Whatever is typed is words, never an expression. */
static void
test_no_input_is_an_error (void)
{
  static const char * const inputs[] = {
    "\"", "\"\"", "\"\"\"", "a\"b", "\"open", "AND", "OR NOT", "NEAR(a b)", "a AND", "(", ")", "()",
    "a*", "*", "^a", "a:b", "headline:court", "-court", "+court", "a + b", "{a b} : c", "'", "''",
    ";", "--", "\\", "%", "_", "?1", "$x", "\xff\xfe", "court\xc3", "…", "a\tb\nc", "🙂", "\"🙂",
    "court NOT gulls", "col : \"x\" *", "\001\002\003", "[court]", "court, opens. (in) “Zürich”",
  };
  g_autofree char *path = fixture_dup_path ("inputs.sqlite");
  g_autoptr (PlxLibrary) library = open_filled (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (20151);

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = fixture_search (library, inputs[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (hits);
    }

  for (guint i = 0; i < 300; i++)
    {
      static const char alphabet[] = "ab\"\"\"*^:()+-{} NEAROTD',.\\\t\xc3\xa9";
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      guint n = g_rand_int_range (random, 1, 24);

      while (n-- > 0)
        g_string_append_c (words, alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)]);
      hits = fixture_search (library, words->str, &error);
      g_assert_no_error (error);
    }

  assert_found (library, "court, opens. (in) “Zürich”", 1);
  assert_found (library, "court not gulls", 1);
  assert_found (library, "court not nobody", 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/search/words", test_words);
  g_test_add_func ("/library/search/cut-text-is-not-searched", test_cut_text_is_not_searched);
  g_test_add_func ("/library/search/snippet-marks-the-words", test_snippet_marks_the_words);
  g_test_add_func ("/library/search/titles-come-first", test_titles_come_first);
  g_test_add_func ("/library/search/without-spaces", test_without_spaces);
  g_test_add_func ("/library/search/very-many", test_very_many);
  g_test_add_func ("/library/search/no-input-is-an-error", test_no_input_is_an_error);

  return g_test_run ();
}
