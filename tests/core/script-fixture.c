/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "script-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "library/plx-schema.h"

static PlxStory *
dup_newest (PlxLibrary *library)
{
  PlxStory *story = g_list_model_get_item (plx_library_get_stories (library), 0);

  g_assert_nonnull (story);

  return story;
}

/* The first article of the newest story, which has to be read for it. */
static PlxArticle *
dup_article (PlxLibrary  *library,
             GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);

  return fixture_load (library, story, error) ? fixture_dup_article (story, 0) : NULL;
}

gboolean
script_add_story (PlxLibrary  *library,
                  guint        n,
                  GError     **error)
{
  g_autoptr (GPtrArray) documents = fixture_documents (n * 10, 3);
  g_autofree char *title = g_strdup_printf ("Story %u", n);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, title, documents, error);

  return story != NULL;
}

gboolean
script_add_articles (PlxLibrary  *library,
                     guint        n,
                     GError     **error)
{
  g_autoptr (GPtrArray) documents = fixture_documents (n * 10 + 5, 2);
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autoptr (PlxStory) same = fixture_add (library, story, NULL, documents, error);

  return same != NULL;
}

gboolean
script_edit (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  g_autoptr (PlxArticle) article = dup_article (library, error);
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *headline = g_strdup_printf ("Edited “%u”", n);

  if (article == NULL)
    return FALSE;

  document = plx_document_copy (plx_article_get_document (article));
  plx_document_set_field (document, PLX_FIELD_HEADLINE, headline, "user");
  g_array_index (document->blocks, PlxBlockSpan, 1).kept = n % 2;
  plx_library_set_document_async (library, article, document, "Edit", fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
script_rename (PlxLibrary  *library,
               guint        n,
               GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autofree char *title = g_strdup_printf ("Renamed %u", n);
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_rename_story_async (library, story, title, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
script_filter (PlxLibrary  *library,
               guint        n,
               GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *source = g_strdup_printf ("%u.txt", n);
  g_autoptr (GAsyncResult) result = NULL;

  filter->hidden_sources = g_strsplit (source, "|", -1);
  plx_library_set_filter_async (library, story, filter, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

static gboolean
say (PlxLibrary     *library,
     PlxSaying       saying,
     gpointer        item,
     GDestroyNotify  free_item,
     GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (items, item);
  plx_library_say_async (library, saying, items, NULL, "Say", fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
script_note (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autofree char *body = g_strdup_printf ("Note %u: \\ ' \" é", n);
  PlxNote *note = plx_note_new (plx_story_get_id (story), body);

  g_ptr_array_add (note->anchors, plx_anchor_new (1, "Body of a number.", 0));

  return say (library, PLX_SAYING_NOTE, note, (GDestroyNotify) plx_note_free, error);
}

gboolean
script_name (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  g_autofree char *entity = g_strdup_printf ("Entity %u", n);
  PlxNaming *naming = plx_naming_new (PLX_SCOPE_LIBRARY, "Body");

  naming->entity = g_steal_pointer (&entity);

  return say (library, PLX_SAYING_NAMING, naming, (GDestroyNotify) plx_naming_free, error);
}

gboolean
script_leave (PlxLibrary  *library,
              guint        n,
              GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autoptr (PlxArticle) article = dup_article (library, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (article == NULL)
    return FALSE;

  plx_library_leave_story_async (library, story, article, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
script_remove (PlxLibrary  *library,
               guint        n,
               GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_remove_story_async (library, story, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

gboolean
script_undo (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  return fixture_undo (library, error);
}

gboolean
script_redo (PlxLibrary  *library,
             guint        n,
             GError     **error)
{
  return fixture_redo (library, error);
}

gboolean
script_search (PlxLibrary  *library,
               guint        n,
               GError     **error)
{
  g_autoptr (GPtrArray) hits = fixture_search (library, "body", error);

  return hits != NULL;
}

gboolean
script_save_state (PlxLibrary  *library,
                   guint        n,
                   GError     **error)
{
  g_autoptr (PlxStory) story = dup_newest (library);
  g_autofree char *state = g_strdup_printf ("state %u", n);
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_save_state_async (library, story, "script", state, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");

  return statement;
}

static gboolean
is_time (const char *column)
{
  static const char * const times[] = { "at", "added", "changed", NULL };

  return g_strv_contains (times, column);
}

/* An expression that is one text of all columns of a table. */
static char *
dup_row_sql (sqlite3    *db,
             const char *table,
             ScriptDump  how)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  sqlite3_stmt *statement = prepare (db, sql);
  g_autoptr (GString) row = g_string_new ("''");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);

      if ((how & SCRIPT_DUMP_NO_TIMES) == 0 || !is_time (column))
        g_string_append_printf (row, " || ' ' || quote(\"%s\")", column);
    }
  sqlite3_finalize (statement);

  return g_string_free_and_steal (g_steal_pointer (&row));
}

static void
dump_table (sqlite3    *db,
            const char *table,
            ScriptDump  how,
            GString    *text)
{
  g_autofree char *row = dup_row_sql (db, table, how);
  g_autofree char *sql = g_strdup_printf ("SELECT %s AS row FROM \"%s\" ORDER BY row", row, table);
  sqlite3_stmt *statement = prepare (db, sql);

  g_string_append_printf (text, "# %s\n", table);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

/* The history itself; and what is never taken back, because images in it have its number. */
static gboolean
is_beside_history (const char *table)
{
  static const char * const tables[] = {
    "body", "body_country", "change", "change_row", "original", NULL
  };

  return g_strv_contains (tables, table);
}

/* When something went into the trash is no more the same twice than the other times are. */
static char *
hide_times (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) seconds = g_regex_new ("\\b1[0-9]{9}\\b", 0, 0, &error);
  char *hidden;

  g_assert_no_error (error);
  hidden = g_regex_replace_literal (seconds, text, -1, 0, "TIME", 0, &error);
  g_assert_no_error (error);

  return hidden;
}

char *
script_dump (const char *path,
             ScriptDump  how)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *tables;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  tables = prepare (db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND"
                    " type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);

      if ((how & SCRIPT_DUMP_NO_HISTORY) == 0 || !is_beside_history (table))
        dump_table (db, table, how, text);
    }
  sqlite3_finalize (tables);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return hide_times (text->str);
}

void
script_make_old (const char *path,
                 gint64      version)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  db = plx_db_open_plain (path, &error);
  g_assert_no_error (error);
  g_assert_true (plx_schema_make (db, version, &error));
  g_assert_no_error (error);
}
