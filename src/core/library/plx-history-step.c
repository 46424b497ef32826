/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history"

#include "config.h"

#include "library/plx-history.h"

#include "library/plx-history-private.h"

/* A step back or forth in the history: the images of rows are written back to where they were. */

#define DOING "Undoing or redoing a change"

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

static gboolean
run_on_row (PlxDb       *db,
            const char  *sql,
            const char  *image,
            gint64       row,
            GError     **error)
{
  PlxDbRequest *statement = plx_db_borrow (db, DOING, sql, error);

  if (statement == NULL)
    return FALSE;

  if (image != NULL)
    plx_statement_bind_text (statement, 1, image);
  sqlite3_bind_int64 (statement, 2, row);

  return plx_db_finish (db, DOING, statement, error);
}

static GStrv
collect_keys (PlxDb         *db,
              PlxDbRequest  *statement,
              GError       **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  int rc;

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

static GStrv
list_keys (PlxDb       *db,
           const char  *image,
           GError     **error)
{
  PlxDbRequest *statement = plx_db_borrow (db, DOING, "SELECT key FROM json_each(?)", error);
  GStrv keys;

  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, image);
  keys = collect_keys (db, statement, error);
  sqlite3_reset (statement);

  return keys;
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
  g_auto (GStrv) columns = plx_history_list_columns (db, table, error);
  g_autofree char *image = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;

  image = plx_history_dup_image_sql ((const char * const *) columns, "t");
  sql = g_strdup_printf ("UPDATE change_row SET after ="
                         " (SELECT %s FROM %s t WHERE t.id = change_row.row) WHERE id = ?",
                         image, table);

  return plx_history_exec (db, sql, change_row, error);
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

static gpointer
change_row_read (PlxDbRequest *statement)
{
  PlxChangeRow *self = g_new0 (PlxChangeRow, 1);

  self->id = sqlite3_column_int64 (statement, 0);
  self->what = plx_statement_dup_text (statement, 1);
  self->table = plx_statement_dup_text (statement, 2);
  self->row = sqlite3_column_int64 (statement, 3);
  self->before = plx_statement_dup_text (statement, 4);
  self->after = plx_statement_dup_text (statement, 5);

  return self;
}

static GPtrArray *
list_change_rows (PlxDb           *db,
                  gint64           change,
                  PlxHistoryStep   step,
                  GError         **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING, step == PLX_HISTORY_UNDO
                              ? "SELECT id, what, tbl, row, before, after FROM change_row"
                                " WHERE change = ? ORDER BY id DESC"
                              : "SELECT id, what, tbl, row, before, after FROM change_row"
                                " WHERE change = ? ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, change);

  return plx_db_list (db, DOING, statement, change_row_read, change_row_free, error);
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
           plx_history_exec (db, "UPDATE change_row SET after = NULL WHERE id = ?", row->id, error);

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

      if (!plx_history_is_watched (row->table))
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
         plx_history_exec (db, step == PLX_HISTORY_UNDO
                         ? "UPDATE change SET undone = 1 WHERE id = ?"
                         : "UPDATE change SET undone = 0 WHERE id = ?", *change, error);
}

/* Whether the next step in a direction leads to the state that is asked for, or only nearer. */
static gboolean
leads_there (PlxHistoryStep step,
             gint64         next,
             gint64         change,
             gboolean       after)
{
  if (next == 0)
    return FALSE;

  if (step == PLX_HISTORY_UNDO)
    return after ? next > change : next >= change;

  return after ? next <= change : next < change;
}

static gboolean
go_on (PlxDb           *db,
       PlxHistoryStep   step,
       gint64           change,
       gboolean         after,
       GArray          *taken,
       GError         **error)
{
  const char *sql = step == PLX_HISTORY_UNDO ? "SELECT max(id) FROM change WHERE undone = 0"
                                             : "SELECT min(id) FROM change WHERE undone = 1";
  gint64 next, stepped;

  if (!plx_db_get_int (db, DOING, sql, &next, error))
    return FALSE;

  while (leads_there (step, next, change, after))
    {
      if (!plx_history_step (db, step, &stepped, error))
        return FALSE;

      g_array_append_val (taken, stepped);
      if (!plx_db_get_int (db, DOING, sql, &next, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_history_travel:
 * @db: a connection in a transaction
 * @change: a change of the history
 * @after: whether to go to where it had just been made, and not to before it
 * @first: (out): the oldest change that was undone or redone on the way, or 0 for none
 * @last: (out): the newest of them, or 0
 * @error: return location for an error
 *
 * Goes to a place in the history, step by step, back or forth.
 *
 * Returns: whether it worked; where not, the transaction must be rolled back
 */
gboolean
plx_history_travel (PlxDb     *db,
                    gint64     change,
                    gboolean   after,
                    gint64    *first,
                    gint64    *last,
                    GError   **error)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!plx_db_has_row (db, "Going to a place in the history", "change", change, error) ||
      !go_on (db, PLX_HISTORY_UNDO, change, after, taken, error) ||
      !go_on (db, PLX_HISTORY_REDO, change, after, taken, error))
    return FALSE;

  *first = *last = taken->len > 0 ? g_array_index (taken, gint64, 0) : 0;
  for (guint i = 0; i < taken->len; i++)
    {
      *first = MIN (*first, g_array_index (taken, gint64, i));
      *last = MAX (*last, g_array_index (taken, gint64, i));
    }

  return TRUE;
}
