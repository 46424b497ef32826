/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rows.h"

#define SELECT_STORY \
  "SELECT s.id, s.title, s.filter, count(a.id), min(nullif(a.day, 0)), max(a.day)" \
  " FROM story s" \
  " LEFT JOIN story_article sa ON sa.story = s.id" \
  " LEFT JOIN article a ON a.id = sa.article AND a.trashed IS NULL" \
  " WHERE s.trashed IS NULL"

void
plx_story_row_free (PlxStoryRow *self)
{
  g_free (self->title);
  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  g_free (self);
}

/* A filter hides and never loses anything, so one that cannot be read is none. */
static PlxFilter *
filter_from_row (PlxDbRequest *statement,
                 int           column)
{
  g_autofree char *string = plx_statement_dup_text (statement, column);
  g_autoptr (GError) error = NULL;
  PlxFilter *filter = NULL;

  if (string != NULL && !(filter = plx_filter_from_string (string, &error)))
    g_debug ("A story's filter cannot be read: %s", error->message);

  return filter ? filter : plx_filter_new ();
}

static PlxStoryRow *
story_from_row (PlxDbRequest *statement)
{
  PlxStoryRow *self = g_new0 (PlxStoryRow, 1);

  self->exists = TRUE;
  self->id = sqlite3_column_int64 (statement, 0);
  self->title = plx_statement_dup_text (statement, 1);
  if (self->title == NULL)
    self->title = g_strdup ("");
  self->filter = filter_from_row (statement, 2);
  self->n_articles = sqlite3_column_int (statement, 3);
  self->first_day = sqlite3_column_int64 (statement, 4);
  self->last_day = sqlite3_column_int64 (statement, 5);

  return self;
}

/**
 * plx_rows_list_stories:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxStoryRow) (nullable): all stories, newest first,
 *   without their articles; or `NULL` on error
 */
GPtrArray *
plx_rows_list_stories (PlxDb   *db,
                       GError **error)
{
  const char *doing = "Reading the stories";
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, SELECT_STORY " GROUP BY s.id ORDER BY s.id DESC", error);
  if (statement == NULL)
    return NULL;

  stories = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_story_row_free);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (stories, story_from_row (statement));

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  return g_steal_pointer (&stories);
}

static GArray *
list_articles (PlxDb   *db,
               gint64   story,
               GError **error)
{
  const char *doing = "Reading a story";
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing,
                              "SELECT sa.article FROM story_article sa"
                              " JOIN article a ON a.id = sa.article AND a.trashed IS NULL"
                              " WHERE sa.story = ? ORDER BY sa.position, sa.id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, story);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (statement, 0);

      g_array_append_val (articles, article);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  return g_steal_pointer (&articles);
}

/**
 * plx_rows_read_story:
 * @db: a connection
 * @id: a story
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the tables say of it, with its articles,
 *   also where it does not exist; `NULL` on error
 */
PlxStoryRow *
plx_rows_read_story (PlxDb   *db,
                     gint64   id,
                     GError **error)
{
  const char *doing = "Reading a story";
  g_autoptr (PlxStoryRow) row = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, doing, SELECT_STORY " AND s.id = ? GROUP BY s.id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, id);
  rc = sqlite3_step (statement);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return NULL;
    }

  row = rc == SQLITE_ROW ? story_from_row (statement) : g_new0 (PlxStoryRow, 1);
  row->id = id;

  if (!(row->articles = list_articles (db, id, error)))
    return NULL;

  return g_steal_pointer (&row);
}

/**
 * plx_rows_add_story:
 * @db: a connection in a transaction
 * @title: what the user calls it
 * @error: return location for an error
 *
 * Returns: the new story, or 0 on error
 */
gint64
plx_rows_add_story (PlxDb       *db,
                    const char  *title,
                    GError     **error)
{
  const char *doing = "Adding a story";
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *string = plx_filter_to_string (filter);
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, doing, "INSERT INTO story (title, filter) VALUES (?, ?)", error);
  if (statement == NULL)
    return 0;

  plx_statement_bind_text (statement, 1, title);
  plx_statement_bind_text (statement, 2, string);
  if (!plx_db_finish (db, doing, statement, error))
    return 0;

  return sqlite3_last_insert_rowid (db->handle);
}

/* Runs a statement on one story, with an optional text; it must exist. */
static gboolean
change_story (PlxDb       *db,
              const char  *doing,
              const char  *sql,
              gint64       story,
              const char  *text,
              GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, story);
  if (text != NULL)
    plx_statement_bind_text (statement, 2, text);
  if (!plx_db_finish (db, doing, statement, error))
    return FALSE;

  if (sqlite3_changes (db->handle) > 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
               "%s: the library has no story %" G_GINT64_FORMAT, doing, story);

  return FALSE;
}

gboolean
plx_rows_set_title (PlxDb       *db,
                    gint64       story,
                    const char  *title,
                    GError     **error)
{
  return change_story (db, "Renaming a story", "UPDATE story SET title = ?2 WHERE id = ?1",
                       story, title, error);
}

gboolean
plx_rows_set_filter (PlxDb      *db,
                     gint64      story,
                     PlxFilter  *filter,
                     GError    **error)
{
  g_autofree char *string = plx_filter_to_string (filter);

  return change_story (db, "Keeping a filter", "UPDATE story SET filter = ?2 WHERE id = ?1",
                       story, string, error);
}

static gboolean
run_on_pair (PlxDb       *db,
             const char  *doing,
             const char  *sql,
             gint64       story,
             gint64       article,
             GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, story);
  sqlite3_bind_int64 (statement, 2, article);

  return plx_db_finish (db, doing, statement, error);
}

/* Puts an article at a story's end; one that the story has already stays where it is. */
gboolean
plx_rows_join (PlxDb   *db,
               gint64   story,
               gint64   article,
               GError **error)
{
  return run_on_pair (db, "Adding an article to a story",
                      "INSERT INTO story_article (story, article, position)"
                      " SELECT ?1, ?2, coalesce(max(position) + 1, 0)"
                      " FROM story_article WHERE story = ?1"
                      " ON CONFLICT (story, article) DO NOTHING",
                      story, article, error);
}
