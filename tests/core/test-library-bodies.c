/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "library/plx-rows.h"
#include "model/plx-provenance.h"

static gint64
count (const char *path,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open_reader (path, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  g_assert_true (plx_db_get_int (db, "Counting", sql, &n, &error));
  g_assert_no_error (error);

  return n;
}

static void
sweep (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (plx_db_begin (db, &error));
  g_assert_true (plx_rows_sweep (db, &error));
  g_assert_no_error (error);
  g_assert_true (plx_db_commit (db, &error));
}

static void
keep_block (PlxLibrary *library,
            PlxArticle *article,
            gboolean    keep)
{
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (article));
  g_autoptr (GAsyncResult) result = NULL;

  plx_document_decide (document, 2, PLX_DECIDER_USER, keep);
  plx_library_set_document_async (library, article, document, "Swap", fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, NULL));
}

static void
test_once (void)
{
  g_autofree char *path = fixture_dup_path ("once.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 1);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxArticle) article = fixture_dup_article (story, 0);

  g_test_summary ("A text is kept once, however often one comes back to it; its history is short");

  for (guint i = 0; i < 6; i++)
    keep_block (library, article, i % 2 == 0);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body"), ==, 3);
  g_assert_cmpint (count (path, "SELECT max(length(before) + length(after)) FROM change_row"), <,
                   60);

  for (guint i = 0; i < 6; i++)
    g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (plx_document_get_block (plx_article_get_document (article), 2)->decider, ==,
                   PLX_DECIDER_READER);
  for (guint i = 0; i < 5; i++)
    g_assert_true (fixture_redo (library, NULL));
  g_assert_true (plx_document_get_block (plx_article_get_document (article), 2)->kept);
  plx_library_close (library);
  fixture_check_file (path);
}

static void
test_sweep (void)
{
  g_autofree char *path = fixture_dup_path ("sweep.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = fixture_documents (0, 2);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Body of number 0.", 17);
  g_autoptr (PlxProvenance) provenance = plx_provenance_new_for_bytes (bytes, FALSE);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GBytes) read = NULL;

  g_test_summary ("A text goes when neither an article nor the history refers to it");

  plx_document_set_provenance (g_ptr_array_index (documents, 0), provenance);
  story = fixture_add (library, NULL, "A story", documents, NULL);
  article = fixture_dup_article (story, 1);
  keep_block (library, article, TRUE);
  sweep (path);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body"), ==, 3);

  /* What was undone is wanted by redo, also where no article is left. */
  g_assert_true (fixture_undo (library, NULL));
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpint (count (path, "SELECT count(*) FROM article"), ==, 0);
  sweep (path);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body"), ==, 3);
  g_assert_true (fixture_redo (library, NULL));
  g_assert_true (fixture_redo (library, NULL));
  read = plx_library_read_original (library, provenance->sha256, NULL);
  g_assert_true (g_bytes_equal (read, bytes));

  plx_library_close (library);
  fixture_exec (path, "DELETE FROM change_row; DELETE FROM change");
  sweep (path);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body"), ==, 2);
  g_assert_cmpint (count (path, "SELECT count(*) FROM original"), ==, 1);

  fixture_exec (path, "INSERT INTO body_country SELECT id, 'no', 2 FROM body;"
                "DELETE FROM story_article; DELETE FROM article WHERE id = 1;");
  sweep (path);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body"), ==, 1);
  g_assert_cmpint (count (path, "SELECT count(*) FROM body_country"), ==, 1);
  g_assert_cmpint (count (path, "SELECT count(*) FROM original"), ==, 0);
}

/* A text that does not pack well by itself. */
static char *
dup_prose (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  while (text->len < 4000)
    {
      for (guint i = g_rand_int_range (random, 2, 9); i > 0; i--)
        g_string_append_c (text, g_rand_int_range (random, 'a', 'z' + 1));
      g_string_append (text, g_rand_int_range (random, 0, 12) == 0 ? ".\n\n" : " ");
    }
  g_strchomp (text->str);

  return g_string_free_and_steal (text);
}

static char *
dup_as_it_is (const char *text)
{
  return g_strdup (text);
}

static char *
dup_record (const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  return g_strdup_printf ("{\"id\": 41, \"title\": \"A title\", \"body\": \"%s\"}", escaped);
}

static char *
dup_page (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  g_autofree char *body = g_strjoinv ("</p>\n<p class=\"text\">", paragraphs);

  return g_strdup_printf ("<html><head><title>A title</title></head><body><p>%s</p></body></html>",
                          body);
}

typedef struct
{
  const char *path;
  char     *(*make) (const char *text);
} OriginalCase;

static const OriginalCase original_cases[] = {
  { "/library/bodies/original/text", dup_as_it_is },
  { "/library/bodies/original/record", dup_record },
  { "/library/bodies/original/page", dup_page },
};

static void
test_original (gconstpointer data)
{
  const OriginalCase *the_case = data;
  g_autofree char *name = g_path_get_basename (the_case->path);
  g_autofree char *path = fixture_dup_path (name);
  g_autofree char *text = dup_prose (3);
  g_autofree char *content = the_case->make (text);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (PlxProvenance) provenance = plx_provenance_new_for_bytes (bytes, FALSE);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_body, n_original;

  g_test_summary ("An original that holds little but its article costs next to nothing beside it, "
                  "and is read byte for byte");

  g_ptr_array_add (documents, fixture_document ("a.txt", "A title", "2020-02-02", text));
  plx_document_set_provenance (documents->pdata[0], provenance);
  story = fixture_add (library, NULL, "A story", documents, NULL);
  g_assert_nonnull (story);

  n_body = count (path, "SELECT length(packed) FROM body");
  n_original = count (path, "SELECT length(packed) FROM original");
  g_test_message ("%zu bytes: %d in the body, %d beside it", strlen (content), (int) n_body,
                  (int) n_original);
  g_assert_cmpint (n_original, <, n_body / 5);

  read = plx_library_read_original (library, provenance->sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));

  fixture_exec (path, "UPDATE body SET packed = zeroblob(30)");
  g_assert_null (plx_library_read_original (library, provenance->sha256, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  plx_library_close (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/bodies/once", test_once);
  g_test_add_func ("/library/bodies/sweep", test_sweep);
  for (gsize i = 0; i < G_N_ELEMENTS (original_cases); i++)
    g_test_add_data_func (original_cases[i].path, &original_cases[i], test_original);

  return g_test_run ();
}
