/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-trash-rows.h"

#include "library/plx-body.h"

/* Deleting for ever. The history before the last change that speaks of what is deleted goes with
 * it: it could only be undone by halves. So does what was undone, as after any change. */

#define DOING "Deleting what is in the trash"

#define GONE_STORIES "(SELECT id FROM temp.gone_story)"
#define GONE_ARTICLES "(SELECT id FROM temp.gone_article)"

/* The watched tables that speak of stories or articles, by columns of these names. */
static const struct
{
  const char *table;
  gboolean    of_story;
  gboolean    of_article;
} dependents[] = {
  { "correction", TRUE, FALSE },
  { "naming", TRUE, TRUE },
  { "note", TRUE, TRUE },
  { "placement", TRUE, FALSE },
  { "story_article", TRUE, TRUE },
  { "tagged", TRUE, TRUE },
};

static gboolean
put_ids (PlxDb       *db,
         const char  *sql,
         GArray      *ids,
         GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  if (ids == NULL)
    return TRUE;

  if (!(statement = plx_db_prepare (db, DOING, sql, error)))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      if (!plx_db_finish (db, DOING, statement, error))
        return FALSE;
    }

  return TRUE;
}

/* An article that went with a story goes with it for ever, unless another story in the trash has
 * it, too; then it waits for that one. */
static gboolean
choose (PlxDb    *db,
        GArray   *stories,
        GArray   *articles,
        GError  **error)
{
  if (!plx_db_exec (db, DOING,
                    "CREATE TEMP TABLE gone_story (id INTEGER PRIMARY KEY);"
                    "CREATE TEMP TABLE gone_article (id INTEGER PRIMARY KEY);", error))
    return FALSE;

  if (stories == NULL && articles == NULL)
    return plx_db_exec (db, DOING,
                        "INSERT INTO gone_story SELECT id FROM story WHERE trashed IS NOT NULL;"
                        "INSERT INTO gone_article SELECT id FROM article"
                        " WHERE trashed IS NOT NULL;", error);

  return put_ids (db, "INSERT OR IGNORE INTO gone_story SELECT id FROM story"
                  " WHERE id = ? AND trashed IS NOT NULL", stories, error) &&
         put_ids (db, "INSERT OR IGNORE INTO gone_article SELECT id FROM article"
                  " WHERE id = ? AND trashed IS NOT NULL", articles, error) &&
         plx_db_exec (db, DOING,
                      "UPDATE main.article SET trashed_with = (SELECT s.id"
                      "  FROM story_article o JOIN story s ON s.id = o.story"
                      "  WHERE o.article = article.id AND s.trashed IS NOT NULL"
                      "  AND s.id NOT IN " GONE_STORIES " ORDER BY s.id DESC LIMIT 1)"
                      " WHERE trashed_with IN " GONE_STORIES
                      " AND EXISTS (SELECT 1 FROM story_article o JOIN story s ON s.id = o.story"
                      "  WHERE o.article = article.id AND s.trashed IS NOT NULL"
                      "  AND s.id NOT IN " GONE_STORIES ");"
                      "INSERT OR IGNORE INTO gone_article SELECT id FROM main.article"
                      " WHERE trashed_with IN " GONE_STORIES ";", error);
}

/* A condition for rows of a dependent table, or for images of them. */
static void
append_condition (GString    *sql,
                  guint       i,
                  const char *story,
                  const char *article)
{
  if (dependents[i].of_story)
    g_string_append_printf (sql, "%s IN " GONE_STORIES, story);
  if (dependents[i].of_story && dependents[i].of_article)
    g_string_append (sql, " OR ");
  if (dependents[i].of_article)
    g_string_append_printf (sql, "%s IN " GONE_ARTICLES, article);
}

/* The last change that speaks of what goes. A row that was put in has an image only once it was
 * taken out again, so that those which are still there are looked for by their numbers. */
static gboolean
find_last_change (PlxDb    *db,
                  gint64   *change,
                  GError  **error)
{
  g_autoptr (GString) sql =
    g_string_new ("SELECT max(change) FROM change_row WHERE"
                  " (tbl = 'story' AND row IN " GONE_STORIES ")"
                  " OR (tbl = 'article' AND row IN " GONE_ARTICLES ")");

  for (guint i = 0; i < G_N_ELEMENTS (dependents); i++)
    {
      g_string_append_printf (sql, " OR (tbl = '%s' AND (", dependents[i].table);
      append_condition (sql, i, "json_extract(coalesce(before, after), '$.story')",
                        "json_extract(coalesce(before, after), '$.article')");
      g_string_append_printf (sql, " OR row IN (SELECT id FROM main.%s WHERE ",
                              dependents[i].table);
      append_condition (sql, i, "story", "article");
      g_string_append (sql, ")))");
    }

  return plx_db_get_int (db, DOING, sql->str, change, error);
}

static gboolean
forget_history (PlxDb    *db,
                GError  **error)
{
  g_autofree char *sql = NULL;
  gint64 last;

  if (!find_last_change (db, &last, error))
    return FALSE;

  sql = g_strdup_printf ("DELETE FROM change WHERE undone = 1 OR id <= %" G_GINT64_FORMAT, last);

  return plx_db_exec (db, DOING, sql, error);
}

static gboolean
delete_rows (PlxDb    *db,
             GError  **error)
{
  return plx_db_exec (db, DOING,
                      "DELETE FROM story_article WHERE story IN " GONE_STORIES
                      "  OR article IN " GONE_ARTICLES ";"
                      "DELETE FROM main.article WHERE id IN " GONE_ARTICLES ";"
                      "DELETE FROM main.story WHERE id IN " GONE_STORIES ";"
                      "DELETE FROM tag WHERE id NOT IN (SELECT tag FROM tagged);", error);
}

static gboolean
drop_tables (PlxDb    *db,
             GError  **error)
{
  return plx_db_exec (db, DOING, "DROP TABLE temp.gone_story; DROP TABLE temp.gone_article;",
                      error);
}

/**
 * plx_rows_purge:
 * @db: a connection in a transaction that is not recorded
 * @stories: (nullable) (element-type gint64): stories in the trash
 * @articles: (nullable) (element-type gint64): articles in the trash; all of the trash where both
 *   are `NULL`
 * @error: return location for an error
 *
 * Deletes for ever what is in the trash, and the history that speaks of it.
 *
 * Returns: whether it is gone; where not, the transaction must be rolled back
 */
gboolean
plx_rows_purge (PlxDb    *db,
                GArray   *stories,
                GArray   *articles,
                GError  **error)
{
  return choose (db, stories, articles, error) &&
         forget_history (db, error) &&
         delete_rows (db, error) &&
         plx_rows_sweep (db, error) &&
         drop_tables (db, error);
}

static char *
dup_label (PlxDb   *db,
           gint64   change,
           GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT label FROM change WHERE id <= ?"
                              " ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, change);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    return plx_statement_dup_text (statement, 0);

  if (rc != SQLITE_DONE)
    plx_db_take_error (db, DOING, error);

  return NULL;
}

/**
 * plx_rows_weigh_purge:
 * @db: a connection in a transaction that will be rolled back
 * @stories: (nullable) (element-type gint64): as for plx_rows_purge()
 * @articles: (nullable) (element-type gint64): likewise
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what would go, or `NULL` on error
 */
PlxPurge *
plx_rows_weigh_purge (PlxDb    *db,
                      GArray   *stories,
                      GArray   *articles,
                      GError  **error)
{
  g_autoptr (PlxPurge) purge = g_new0 (PlxPurge, 1);
  g_autofree char *sql = NULL;
  g_autoptr (GError) local = NULL;
  gint64 last, n;

  if (!choose (db, stories, articles, error) || !find_last_change (db, &last, error))
    return NULL;

  if (!plx_db_get_int (db, DOING, "SELECT count(*) FROM temp.gone_story", &n, error))
    return NULL;
  purge->n_stories = n;
  if (!plx_db_get_int (db, DOING, "SELECT count(*) FROM temp.gone_article", &n, error))
    return NULL;
  purge->n_articles = n;

  sql = g_strdup_printf ("SELECT count(*) FROM change WHERE id <= %" G_GINT64_FORMAT, last);
  if (!plx_db_get_int (db, DOING, sql, &n, error))
    return NULL;
  purge->n_changes = n;

  purge->label = dup_label (db, last, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&purge);
}
