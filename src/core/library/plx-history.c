/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history"

#include "config.h"

#include "library/plx-history.h"

#include "library/plx-history-private.h"
#include "library/plx-library-history.h"

/* While a change is recorded, triggers write down what happens to the rows of these tables:
 *
 * - insert: which row; what was in it is kept only while the change is undone
 * - update: the columns that changed, as they were and as they are
 * - delete: the whole row as it was
 *
 * To undo is to go through them from the last to the first, to redo from the first to the last.
 * So a table whose changes can be undone needs an `id` and a line here, and nothing else. None
 * may have columns of type BLOB, which JSON cannot hold. */
static const char * const watched[] = {
  "article",
  "correction",
  "naming",
  "note",
  "placement",
  "rule",
  "story",
  "story_article",
  "tag",
  "tagged",
};

/* How many changes can be undone. */
#define N_KEPT "1000"

#define DOING "Recording a change"

/**
 * plx_history_is_watched:
 * @table: (nullable): a name that stands in the history
 *
 * Returns: whether it is that of a table whose changes are recorded
 */
gboolean
plx_history_is_watched (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    if (g_strcmp0 (watched[i], table) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_history_list_columns:
 * @db: a connection
 * @table: a table
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names of its columns, or `NULL` on error
 */
GStrv
plx_history_list_columns (PlxDb       *db,
                          const char  *table,
                          GError     **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  PlxDbRequest *statement;
  int rc;

  statement = plx_db_borrow (db, DOING, "SELECT name FROM pragma_table_info(?) ORDER BY cid",
                             error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, table);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_strv_builder_add (columns, (const char *) sqlite3_column_text (statement, 0));

  if (rc != SQLITE_DONE)
    plx_db_take_error (db, DOING, error);
  sqlite3_reset (statement);

  return rc == SQLITE_DONE ? g_strv_builder_end (columns) : NULL;
}

/**
 * plx_history_dup_image_sql:
 * @columns: (array zero-terminated=1): the columns of a table
 * @row: what a row of it is called in the statement
 *
 * Returns: (transfer full): an expression for the image of the row
 */
char *
plx_history_dup_image_sql (const char * const *columns,
                           const char         *row)
{
  g_autoptr (GString) sql = g_string_new ("json_object(");

  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s'%s', %s.%s", i > 0 ? ", " : "", columns[i], row, columns[i]);
  g_string_append_c (sql, ')');

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/* SQL for the columns that an update changes. */
static char *
changed_sql (const char * const *columns,
             const char         *row)
{
  g_autoptr (GString) sql = g_string_new ("(SELECT json_group_object(key, value) FROM (");

  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql,
                            "%sSELECT '%s' AS key, %s.%s AS value WHERE OLD.%s IS NOT NEW.%s",
                            i > 0 ? " UNION ALL " : "", columns[i], row, columns[i],
                            columns[i], columns[i]);
  g_string_append (sql, "))");

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static gboolean
watch_table (PlxDb       *db,
             const char  *table,
             GError     **error)
{
  g_auto (GStrv) columns = plx_history_list_columns (db, table, error);
  g_autofree char *old_row = NULL;
  g_autofree char *old_columns = NULL;
  g_autofree char *new_columns = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;

  old_row = plx_history_dup_image_sql ((const char * const *) columns, "OLD");
  old_columns = changed_sql ((const char * const *) columns, "OLD");
  new_columns = changed_sql ((const char * const *) columns, "NEW");

  /* Triggers of the temp schema: they exist for this connection and leave no trace in the file.
   * Some may stand already, from a time when the disk failed before all of them did. */
  sql = g_strdup_printf (
    "CREATE TEMP TRIGGER IF NOT EXISTS watch_%1$s_insert AFTER INSERT ON main.%1$s"
    " WHEN plx_change() IS NOT NULL BEGIN"
    "  INSERT INTO change_row (change, what, tbl, row)"
    "  VALUES (plx_change(), 'insert', '%1$s', NEW.id);"
    " END;"
    "CREATE TEMP TRIGGER IF NOT EXISTS watch_%1$s_update AFTER UPDATE ON main.%1$s"
    " WHEN plx_change() IS NOT NULL AND %3$s <> '{}' BEGIN"
    "  INSERT INTO change_row (change, what, tbl, row, before, after)"
    "  VALUES (plx_change(), 'update', '%1$s', OLD.id, %3$s, %4$s);"
    " END;"
    "CREATE TEMP TRIGGER IF NOT EXISTS watch_%1$s_delete AFTER DELETE ON main.%1$s"
    " WHEN plx_change() IS NOT NULL BEGIN"
    "  INSERT INTO change_row (change, what, tbl, row, before)"
    "  VALUES (plx_change(), 'delete', '%1$s', OLD.id, %2$s);"
    " END;",
    table, old_row, old_columns, new_columns);

  return plx_db_exec (db, DOING, sql, error);
}

/* Only when the first change comes: a program that only reads need not wait for it. */
static gboolean
watch (PlxDb   *db,
       GError **error)
{
  if (db->watching)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    if (!watch_table (db, watched[i], error))
      return FALSE;

  db->watching = TRUE;

  return TRUE;
}

/**
 * plx_history_begin:
 * @db: a connection without a transaction
 * @label: what the user does, in words
 * @error: return location for an error
 *
 * Starts a transaction and records what is changed in it.
 *
 * Returns: whether it could be started; where not, there is no transaction
 */
gboolean
plx_history_begin (PlxDb       *db,
                   const char  *label,
                   GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!watch (db, error) || !plx_db_begin (db, error))
    return FALSE;

  statement = plx_db_prepare (db, DOING,
                              "INSERT INTO change (label, at) VALUES (?, unixepoch())", error);
  if (statement != NULL)
    {
      plx_statement_bind_text (statement, 1, label);
      if (plx_db_finish (db, DOING, statement, error))
        {
          db->change = sqlite3_last_insert_rowid (db->handle);
          return TRUE;
        }
    }

  g_clear_pointer (&statement, sqlite3_finalize);
  plx_db_rollback (db);

  return FALSE;
}

/**
 * plx_history_go_on:
 * @db: a connection without a transaction
 * @change: a change that was made before, or 0
 * @label: what the user does, in words
 * @error: return location for an error
 *
 * Starts a transaction and records what is changed in it as part of @change. Where that is not the
 * latest change any more, or was undone, a new one is begun: what is to be undone first must not be
 * part of what is undone last.
 *
 * Returns: whether it could be started; where not, there is no transaction
 */
gboolean
plx_history_go_on (PlxDb       *db,
                   gint64       change,
                   const char  *label,
                   GError     **error)
{
  gint64 latest = 0;

  if (change != 0)
    {
      if (!watch (db, error) || !plx_db_begin (db, error))
        return FALSE;

      if (!plx_db_get_int (db, DOING, "SELECT id FROM change WHERE undone = 0"
                           " ORDER BY id DESC LIMIT 1", &latest, error))
        {
          plx_db_rollback (db);
          return FALSE;
        }

      if (latest == change)
        {
          db->change = change;
          return TRUE;
        }
      plx_db_rollback (db);
    }

  return plx_history_begin (db, label, error);
}

/**
 * plx_history_exec:
 * @db: a connection in a transaction
 * @sql: a statement with one number in it
 * @id: that number: of a change, or of a row of one
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
plx_history_exec (PlxDb       *db,
                  const char  *sql,
                  gint64       id,
                  GError     **error)
{
  PlxDbRequest *statement = plx_db_borrow (db, DOING, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);

  return plx_db_finish (db, DOING, statement, error);
}

/**
 * plx_history_set_label:
 * @db: a connection on which a change is recorded
 * @label: what the user does, in words
 * @error: return location for an error
 *
 * Names the change anew, once it is known what there is to tell.
 *
 * Returns: whether it was written
 */
gboolean
plx_history_set_label (PlxDb       *db,
                       const char  *label,
                       GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING, "UPDATE change SET label = ?1 WHERE id = ?2", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, label);
  sqlite3_bind_int64 (statement, 2, db->change);

  return plx_db_finish (db, DOING, statement, error);
}

/**
 * plx_history_end:
 * @db: a connection on which a change is recorded
 * @change: (out): the change, or 0 where it changed nothing
 * @error: return location for an error
 *
 * Stops recording. What had been undone cannot be done again after a new
 * change; a change that changed nothing is none. The transaction stays open.
 *
 * Returns: whether it was recorded
 */
gboolean
plx_history_end (PlxDb   *db,
                 gint64  *change,
                 GError **error)
{
  gint64 recorded = db->change;
  gint64 n_rows = 0;
  g_autofree char *count = NULL;

  db->change = 0;
  *change = 0;

  count = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM change_row WHERE change = %"
                           G_GINT64_FORMAT ")", recorded);
  if (!plx_db_get_int (db, DOING, count, &n_rows, error))
    return FALSE;

  if (n_rows == 0)
    return plx_history_exec (db, "DELETE FROM change WHERE id = ?", recorded, error);

  *change = recorded;

  return plx_history_exec (db, "DELETE FROM change WHERE undone = 1 AND id <> ?", recorded,
                           error) &&
         plx_db_exec (db, DOING,
                      "DELETE FROM change WHERE id <="
                      " (SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET " N_KEPT ")",
                      error);
}

/**
 * plx_history_dup_label:
 * @db: a connection
 * @step: in which direction
 * @label: (out) (transfer full) (nullable): what the next step would undo or redo
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
plx_history_dup_label (PlxDb           *db,
                       PlxHistoryStep   step,
                       char           **label,
                       GError         **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, "Reading the history", step == PLX_HISTORY_UNDO
                              ? "SELECT label FROM change WHERE undone = 0"
                                " ORDER BY id DESC LIMIT 1"
                              : "SELECT label FROM change WHERE undone = 1"
                                " ORDER BY id LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  *label = rc == SQLITE_ROW ? plx_statement_dup_text (statement, 0) : NULL;

  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, "Reading the history", error);

  return FALSE;
}

static gpointer
change_from_row (PlxDbRequest *statement)
{
  PlxChange *change = g_new0 (PlxChange, 1);

  change->id = sqlite3_column_int64 (statement, 0);
  change->label = plx_statement_dup_text (statement, 1);
  if (change->label == NULL)
    change->label = g_strdup ("");
  change->at = sqlite3_column_int64 (statement, 2);
  change->undone = sqlite3_column_int (statement, 3) != 0;

  return change;
}

/**
 * plx_history_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxChange) (nullable): all changes that can be undone or
 *   redone, the newest first; or `NULL` on error
 */
GPtrArray *
plx_history_list (PlxDb   *db,
                  GError **error)
{
  const char *doing = "Reading the history";
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, doing, "SELECT id, label, at, undone FROM change"
                              " ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;

  return plx_db_list (db, doing, statement, change_from_row, (GDestroyNotify) plx_change_free,
                      error);
}
