/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-trash-rows.h"

/* What is in the trash keeps its rows and its places in stories, so that it comes back as it was;
 * all lists leave it out. An article goes with its last story, and comes back with any of them. */

#define TRASHING "Moving something to the trash"
#define RESTORING "Restoring something from the trash"
#define LISTING "Listing the trash"

#define STORY_THERE(story) "EXISTS (SELECT 1 FROM story s WHERE s.id = " story \
                           " AND s.trashed IS NULL)"

/* Runs a statement of up to two numbers, and tells how many rows it changed. */
static gboolean
run (PlxDb       *db,
     const char  *doing,
     const char  *sql,
     gint64       first,
     gint64       second,
     int         *n_rows,
     GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, second);
  if (!plx_db_finish (db, doing, statement, error))
    return FALSE;

  if (n_rows != NULL)
    *n_rows = sqlite3_changes (db->handle);

  return TRUE;
}

/* The same where the row has to be there. */
static gboolean
run_on_one (PlxDb       *db,
            const char  *doing,
            const char  *sql,
            const char  *what,
            gint64       id,
            GError     **error)
{
  int n_rows;

  if (!run (db, doing, sql, id, 0, &n_rows, error))
    return FALSE;

  if (n_rows > 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
               "%s: the library has no %s %" G_GINT64_FORMAT " there", doing, what, id);

  return FALSE;
}

/**
 * plx_rows_trash_story:
 * @db: a connection in a transaction
 * @story: a story
 * @error: return location for an error
 *
 * Moves a story to the trash, with those of its articles that no other story has.
 *
 * Returns: whether it is there now
 */
gboolean
plx_rows_trash_story (PlxDb   *db,
                      gint64   story,
                      GError **error)
{
  return run_on_one (db, TRASHING,
                     "UPDATE story SET trashed = unixepoch() WHERE id = ?1 AND trashed IS NULL",
                     "story", story, error) &&
         run (db, TRASHING,
              "UPDATE article SET trashed = unixepoch(), trashed_with = ?1"
              " WHERE trashed IS NULL"
              " AND id IN (SELECT article FROM story_article WHERE story = ?1)"
              " AND NOT EXISTS (SELECT 1 FROM story_article o WHERE o.article = article.id AND "
              STORY_THERE ("o.story") ")", story, 0, NULL, error);
}

/**
 * plx_rows_trash_article:
 * @db: a connection in a transaction
 * @article: an article
 * @error: return location for an error
 *
 * Moves an article to the trash, whatever stories have it.
 *
 * Returns: whether it is there now
 */
gboolean
plx_rows_trash_article (PlxDb   *db,
                        gint64   article,
                        GError **error)
{
  return run_on_one (db, TRASHING,
                     "UPDATE article SET trashed = unixepoch(), trashed_with = NULL"
                     " WHERE id = ?1 AND trashed IS NULL", "article", article, error);
}

/**
 * plx_rows_leave:
 * @db: a connection in a transaction
 * @story: a story
 * @article: an article of it
 * @trashed: (out): whether it is in the trash now
 * @error: return location for an error
 *
 * Takes an article out of a story; out of its last one, it goes to the trash.
 *
 * Returns: whether it is out of it
 */
gboolean
plx_rows_leave (PlxDb     *db,
                gint64     story,
                gint64     article,
                gboolean  *trashed,
                GError   **error)
{
  const char *doing = "Taking an article out of a story";
  int n_rows;

  *trashed = FALSE;
  if (!run (db, doing,
            "DELETE FROM story_article WHERE story = ?1 AND article = ?2 AND EXISTS"
            " (SELECT 1 FROM story_article o WHERE o.article = ?2 AND o.story <> ?1 AND "
            STORY_THERE ("o.story") ")", story, article, &n_rows, error))
    return FALSE;

  if (n_rows > 0)
    return TRUE;

  if (!run (db, doing,
            "UPDATE article SET trashed = unixepoch(), trashed_with = NULL"
            " WHERE id = ?2 AND trashed IS NULL AND EXISTS"
            " (SELECT 1 FROM story_article WHERE story = ?1 AND article = ?2)",
            story, article, &n_rows, error))
    return FALSE;

  *trashed = n_rows > 0;

  return TRUE;
}

/**
 * plx_rows_restore_story:
 * @db: a connection in a transaction
 * @story: a story in the trash
 * @error: return location for an error
 *
 * Brings a story back, with its articles that went with a story. One that the user had moved to the
 * trash by itself stays there.
 *
 * Returns: whether it is back
 */
gboolean
plx_rows_restore_story (PlxDb   *db,
                        gint64   story,
                        GError **error)
{
  return run_on_one (db, RESTORING,
                     "UPDATE story SET trashed = NULL WHERE id = ?1 AND trashed IS NOT NULL",
                     "story", story, error) &&
         run (db, RESTORING,
              "UPDATE article SET trashed = NULL, trashed_with = NULL"
              " WHERE trashed_with IS NOT NULL"
              " AND id IN (SELECT article FROM story_article WHERE story = ?1)",
              story, 0, NULL, error);
}

/**
 * plx_rows_restore_article:
 * @db: a connection in a transaction
 * @article: an article in the trash
 * @error: return location for an error
 *
 * Brings an article back to the stories that have it.
 *
 * Returns: whether it is back
 */
gboolean
plx_rows_restore_article (PlxDb   *db,
                          gint64   article,
                          GError **error)
{
  return run_on_one (db, RESTORING,
                     "UPDATE article SET trashed = NULL, trashed_with = NULL"
                     " WHERE id = ?1 AND trashed IS NOT NULL", "article", article, error);
}

/**
 * plx_rows_restore_found:
 * @db: a connection in a transaction
 * @article: an article that comes in again
 * @n_restored: (inout) (nullable): one more, where it was in the trash
 * @error: return location for an error
 *
 * Takes an article out of the trash if it is there.
 *
 * Returns: whether it is not there any more
 */
gboolean
plx_rows_restore_found (PlxDb   *db,
                        gint64   article,
                        guint   *n_restored,
                        GError **error)
{
  int n_rows;

  if (!run (db, RESTORING,
            "UPDATE article SET trashed = NULL, trashed_with = NULL"
            " WHERE id = ?1 AND trashed IS NOT NULL", article, 0, &n_rows, error))
    return FALSE;

  if (n_rows > 0 && n_restored != NULL)
    (*n_restored)++;

  return TRUE;
}

static gpointer
trashed_from_row (PlxDbRequest *statement)
{
  PlxTrashed *item = g_new0 (PlxTrashed, 1);

  item->story = sqlite3_column_int64 (statement, 0);
  item->article = sqlite3_column_int64 (statement, 1);
  item->title = plx_statement_dup_text (statement, 2);
  if (item->title == NULL)
    item->title = g_strdup ("");
  item->outlet = plx_statement_dup_text (statement, 3);
  item->from = plx_statement_dup_text (statement, 4);
  item->n_articles = sqlite3_column_int (statement, 5);
  item->at = sqlite3_column_int64 (statement, 6);

  return item;
}

/**
 * plx_rows_list_trash:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxTrashed) (nullable): what is in the trash, the latest
 *   first; or `NULL` on error
 */
GPtrArray *
plx_rows_list_trash (PlxDb   *db,
                     GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, LISTING,
    "SELECT id, 0, title, NULL, NULL,"
    "  (SELECT count(*) FROM story_article sa JOIN article a ON a.id = sa.article"
    "   WHERE sa.story = story.id AND (a.trashed IS NULL OR a.trashed_with IS NOT NULL)), trashed"
    " FROM story WHERE trashed IS NOT NULL"
    " UNION ALL SELECT 0, id, coalesce(headline, source, ''), outlet,"
    "  (SELECT s.title FROM story_article sa JOIN story s ON s.id = sa.story"
    "   WHERE sa.article = article.id ORDER BY s.trashed IS NOT NULL, s.id DESC LIMIT 1),"
    "  0, trashed"
    " FROM article WHERE trashed IS NOT NULL AND trashed_with IS NULL"
    " ORDER BY 7 DESC, 1 DESC, 2 DESC", error);
  if (statement == NULL)
    return NULL;

  return plx_db_list (db, LISTING, statement, trashed_from_row, (GDestroyNotify) plx_trashed_free,
                      error);
}
