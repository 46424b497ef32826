/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <sqlite3.h>

#include "library/plx-index.h"

char *
fixture_dup_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "parallax-test", name, NULL);
}

PlxLibrary *
fixture_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxLibrary *library = plx_library_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);

  return library;
}

PlxDocument *
fixture_document (const char *source,
                  const char *headline,
                  const char *published,
                  const char *body)
{
  PlxDocument *document = plx_document_new (source, "text");

  if (headline != NULL)
    {
      plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
      plx_document_set_field (document, PLX_FIELD_HEADLINE, headline, "text");
    }
  plx_document_append (document, body, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, "Subscribe to the gazette", -1, PLX_ROLE_CHROME,
                       PLX_CUT_NEWSLETTER);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, published, "text");

  return document;
}

GPtrArray *
fixture_documents (guint first,
                   guint n)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *source = g_strdup_printf ("%u.txt", i);
      g_autofree char *headline = g_strdup_printf ("Headline %u", i);
      g_autofree char *day = g_strdup_printf ("2015-06-%02u", 1 + i % 28);
      g_autofree char *body = g_strdup_printf ("Body of number %u.", i);

      g_ptr_array_add (documents, fixture_document (source, headline, day, body));
    }

  return documents;
}

void
fixture_keep_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

GAsyncResult *
fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

gboolean
fixture_finish (PlxLibrary    *library,
                GAsyncResult **result,
                GError       **error)
{
  gboolean done = plx_library_change_finish (library, fixture_wait (result), error);

  g_clear_object (result);

  return done;
}

PlxStory *
fixture_add (PlxLibrary  *library,
             PlxStory    *story,
             const char  *title,
             GPtrArray   *documents,
             GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_add_async (library, story, title, documents, NULL, fixture_keep_cb, &result);

  return plx_library_add_finish (library, fixture_wait (&result), error);
}

gboolean
fixture_load (PlxLibrary  *library,
              PlxStory    *story,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_load_story_async (library, story, NULL, fixture_keep_cb, &result);

  return plx_library_load_story_finish (library, fixture_wait (&result), error);
}

gboolean
fixture_undo (PlxLibrary  *library,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_undo_async (library, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
fixture_redo (PlxLibrary  *library,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_redo_async (library, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

GPtrArray *
fixture_search (PlxLibrary  *library,
                const char  *words,
                GError     **error)
{
  g_autoptr (PlxQuery) query = plx_query_parse (words, NULL, NULL, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (query == NULL)
    return NULL;

  plx_library_search_async (library, query, 50, NULL, fixture_keep_cb, &result);

  return plx_library_search_finish (library, fixture_wait (&result), error);
}

PlxArticle *
fixture_dup_article (PlxStory *story,
                     guint     place)
{
  return g_list_model_get_item (G_LIST_MODEL (plx_story_get_articles (story)), place);
}

guint
fixture_n_stories (PlxLibrary *library)
{
  return g_list_model_get_n_items (plx_library_get_stories (library));
}

/* Does to a library's file, which is closed, what no call would do. */
void
fixture_exec (const char *path,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
check_pragma (sqlite3    *db,
              const char *sql,
              const char *expected)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (expected == NULL)
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  else
    {
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, expected);
    }
  sqlite3_finalize (statement);
}

/* All that an index has: each word at each place. */
static char *
dup_index (PlxDb      *db,
           const char *table)
{
  g_autofree char *make = g_strdup_printf ("CREATE VIRTUAL TABLE temp.instances USING"
                                           " fts5vocab(main, %s, instance)", table);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (PlxDbRequest) statement = NULL;
  guint n = 0;

  g_assert_true (plx_db_exec (db, "Reading the index", make, NULL));
  statement = plx_db_prepare (db, "Reading the index", "SELECT term || '/' || doc || '/' || col ||"
                              " '/' || offset FROM temp.instances", NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_checksum_update (checksum, sqlite3_column_text (statement, 0),
                         sqlite3_column_bytes (statement, 0) + 1);
      n++;
    }
  g_clear_pointer (&statement, sqlite3_finalize);
  g_assert_true (plx_db_exec (db, "Reading the index", "DROP TABLE temp.instances", NULL));

  return g_strdup_printf ("%u %s", n, g_checksum_get_string (checksum));
}

/* That the index is the one that would be made of the articles as they are now. */
static void
check_index (const char *path)
{
  static const char * const tables[] = { "article_fts", "article_dense" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (path, &error);
  char *before[G_N_ELEMENTS (tables)] = { NULL };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    before[i] = dup_index (db, tables[i]);

  g_assert_true (plx_db_begin (db, NULL));
  g_assert_true (plx_index_rebuild (db, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *after = dup_index (db, tables[i]);

      g_assert_cmpstr (before[i], ==, after);
      g_free (g_steal_pointer (&before[i]));
    }
  plx_db_rollback (db);
}

/* That the file is whole: its pages, its references, and the index against what it indexes. */
void
fixture_check_file (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 4000);
  check_pragma (db, "PRAGMA integrity_check", "ok");
  check_pragma (db, "PRAGMA foreign_key_check", NULL);
  sqlite3_exec (db, "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1);"
                "INSERT INTO article_dense(article_dense, rank) VALUES ('integrity-check', 1)",
                NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  sqlite3_close (db);
  check_index (path);
}
