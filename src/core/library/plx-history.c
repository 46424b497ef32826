/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history"

#include "config.h"

#include "library/plx-history.h"

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
};

/* How many changes can be undone. */
#define N_KEPT "1000"

#define DOING "Recording a change"

static gboolean
is_watched (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    if (g_strcmp0 (watched[i], table) == 0)
      return TRUE;

  return FALSE;
}

/* Images come from the file, which may be damaged; names in them become part of statements. */
static gboolean
is_name (const char *name)
{
  if (name == NULL || *name == '\0')
    return FALSE;

  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && *c != '_')
      return FALSE;

  return TRUE;
}

static GStrv
list_columns (PlxDb       *db,
              const char  *table,
              GError     **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT name FROM pragma_table_info(?) ORDER BY cid",
                              error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, table);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_strv_builder_add (columns, (const char *) sqlite3_column_text (statement, 0));

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return NULL;
    }

  return g_strv_builder_end (columns);
}

/* SQL for a whole row as a JSON object. */
static char *
image_sql (const char * const *columns,
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
  g_auto (GStrv) columns = list_columns (db, table, error);
  g_autofree char *old_row = NULL;
  g_autofree char *old_columns = NULL;
  g_autofree char *new_columns = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;

  old_row = image_sql ((const char * const *) columns, "OLD");
  old_columns = changed_sql ((const char * const *) columns, "OLD");
  new_columns = changed_sql ((const char * const *) columns, "NEW");

  /* Triggers of the temp schema: they exist for this connection and leave no trace in the file. */
  sql = g_strdup_printf (
    "CREATE TEMP TRIGGER watch_%1$s_insert AFTER INSERT ON main.%1$s"
    " WHEN plx_change() IS NOT NULL BEGIN"
    "  INSERT INTO change_row (change, what, tbl, row)"
    "  VALUES (plx_change(), 'insert', '%1$s', NEW.id);"
    " END;"
    "CREATE TEMP TRIGGER watch_%1$s_update AFTER UPDATE ON main.%1$s"
    " WHEN plx_change() IS NOT NULL AND %3$s <> '{}' BEGIN"
    "  INSERT INTO change_row (change, what, tbl, row, before, after)"
    "  VALUES (plx_change(), 'update', '%1$s', OLD.id, %3$s, %4$s);"
    " END;"
    "CREATE TEMP TRIGGER watch_%1$s_delete AFTER DELETE ON main.%1$s"
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

static gboolean
exec_on_change (PlxDb       *db,
                const char  *sql,
                gint64       change,
                GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, change);

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
    return exec_on_change (db, "DELETE FROM change WHERE id = ?", recorded, error);

  *change = recorded;

  return exec_on_change (db, "DELETE FROM change WHERE undone = 1 AND id <> ?", recorded, error) &&
         plx_db_exec (db, DOING,
                      "DELETE FROM change WHERE id <="
                      " (SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET " N_KEPT ")",
                      error);
}

static gboolean
run_on_row (PlxDb       *db,
            const char  *sql,
            const char  *image,
            gint64       row,
            GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, sql, error);

  if (statement == NULL)
    return FALSE;

  if (image != NULL)
    plx_statement_bind_text (statement, 1, image);
  sqlite3_bind_int64 (statement, 2, row);

  return plx_db_finish (db, DOING, statement, error);
}

static GStrv
list_keys (PlxDb       *db,
           const char  *image,
           GError     **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT key FROM json_each(?)", error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, image);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (statement, 0);

      if (!is_name (key))
        {
          g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                       "The history in %s is damaged", db->path);
          return NULL;
        }
      g_strv_builder_add (keys, key);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return NULL;
    }

  return g_strv_builder_end (keys);
}

static gboolean
insert_image (PlxDb       *db,
              const char  *table,
              const char  *image,
              gint64       row,
              GError     **error)
{
  g_auto (GStrv) keys = list_keys (db, image, error);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *names = NULL;

  if (keys == NULL)
    return FALSE;

  names = g_strjoinv (", ", keys);
  g_string_printf (sql, "INSERT INTO %s (%s) VALUES (", table, names);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_string_append_printf (sql, "%sjson_extract(?1, '$.%s')", i > 0 ? ", " : "", keys[i]);
  g_string_append_c (sql, ')');

  /* Nothing takes the second parameter here; binding one that is not there is refused quietly. */
  return run_on_row (db, sql->str, image, row, error);
}

static gboolean
update_image (PlxDb       *db,
              const char  *table,
              const char  *image,
              gint64       row,
              GError     **error)
{
  g_auto (GStrv) keys = list_keys (db, image, error);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (keys == NULL)
    return FALSE;

  g_string_printf (sql, "UPDATE %s SET ", table);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = json_extract(?1, '$.%s')", i > 0 ? ", " : "",
                            keys[i], keys[i]);
  g_string_append (sql, " WHERE id = ?2");

  return run_on_row (db, sql->str, image, row, error);
}

static gboolean
delete_row (PlxDb       *db,
            const char  *table,
            gint64       row,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?2", table);

  return run_on_row (db, sql, NULL, row, error);
}

/* Keeps what an insert had put there, so that it can be done again. */
static gboolean
keep_image (PlxDb       *db,
            const char  *table,
            gint64       change_row,
            GError     **error)
{
  g_auto (GStrv) columns = list_columns (db, table, error);
  g_autofree char *image = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;

  image = image_sql ((const char * const *) columns, "t");
  sql = g_strdup_printf ("UPDATE change_row SET after ="
                         " (SELECT %s FROM %s t WHERE t.id = change_row.row) WHERE id = ?",
                         image, table);

  return exec_on_change (db, sql, change_row, error);
}

typedef struct
{
  gint64  id;
  char   *what;
  char   *table;
  gint64  row;
  char   *before; /* nullable */
  char   *after;  /* nullable */
} PlxChangeRow;

static void
change_row_free (gpointer data)
{
  PlxChangeRow *self = data;

  g_free (self->what);
  g_free (self->table);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static GPtrArray *
list_change_rows (PlxDb           *db,
                  gint64           change,
                  PlxHistoryStep   step,
                  GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (change_row_free);
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, step == PLX_HISTORY_UNDO
                              ? "SELECT id, what, tbl, row, before, after FROM change_row"
                                " WHERE change = ? ORDER BY id DESC"
                              : "SELECT id, what, tbl, row, before, after FROM change_row"
                                " WHERE change = ? ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, change);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxChangeRow *row = g_new0 (PlxChangeRow, 1);

      row->id = sqlite3_column_int64 (statement, 0);
      row->what = plx_statement_dup_text (statement, 1);
      row->table = plx_statement_dup_text (statement, 2);
      row->row = sqlite3_column_int64 (statement, 3);
      row->before = plx_statement_dup_text (statement, 4);
      row->after = plx_statement_dup_text (statement, 5);
      g_ptr_array_add (rows, row);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return NULL;
    }

  return g_steal_pointer (&rows);
}

static gboolean
step_row (PlxDb               *db,
          const PlxChangeRow  *row,
          PlxHistoryStep       step,
          GError             **error)
{
  const char *image = step == PLX_HISTORY_UNDO ? row->before : row->after;

  if (g_str_equal (row->what, "update") && image != NULL)
    return update_image (db, row->table, image, row->row, error);

  if (g_str_equal (row->what, "insert") && step == PLX_HISTORY_UNDO)
    return keep_image (db, row->table, row->id, error) &&
           delete_row (db, row->table, row->row, error);

  if (g_str_equal (row->what, "insert") && image != NULL)
    return insert_image (db, row->table, image, row->row, error) &&
           exec_on_change (db, "UPDATE change_row SET after = NULL WHERE id = ?", row->id, error);

  if (g_str_equal (row->what, "delete") && step == PLX_HISTORY_REDO)
    return delete_row (db, row->table, row->row, error);

  if (g_str_equal (row->what, "delete") && image != NULL)
    return insert_image (db, row->table, image, row->row, error);

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "The history in %s is damaged", db->path);

  return FALSE;
}

static gboolean
step_rows (PlxDb           *db,
           gint64           change,
           PlxHistoryStep   step,
           GError         **error)
{
  g_autoptr (GPtrArray) rows = list_change_rows (db, change, step, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PlxChangeRow *row = g_ptr_array_index (rows, i);

      if (!is_watched (row->table))
        {
          g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                       "The history in %s is damaged", db->path);
          return FALSE;
        }

      if (!step_row (db, row, step, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_history_step:
 * @db: a connection in a transaction
 * @step: in which direction
 * @change: (out): the change that was undone or redone, or 0 where there was none
 * @error: return location for an error
 *
 * Goes one change back or forth.
 *
 * Returns: whether it worked; where not, the transaction must be rolled back
 */
gboolean
plx_history_step (PlxDb           *db,
                  PlxHistoryStep   step,
                  gint64          *change,
                  GError         **error)
{
  /* Rows may come back before those that they name; it is checked at the end. */
  if (!plx_db_exec (db, DOING, "PRAGMA defer_foreign_keys = ON", error) ||
      !plx_db_get_int (db, DOING, step == PLX_HISTORY_UNDO
                       ? "SELECT max(id) FROM change WHERE undone = 0"
                       : "SELECT min(id) FROM change WHERE undone = 1", change, error))
    return FALSE;

  if (*change == 0)
    return TRUE;

  return step_rows (db, *change, step, error) &&
         exec_on_change (db, step == PLX_HISTORY_UNDO
                         ? "UPDATE change SET undone = 1 WHERE id = ?"
                         : "UPDATE change SET undone = 0 WHERE id = ?", *change, error);
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
