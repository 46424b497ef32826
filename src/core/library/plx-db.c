/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-db.h"

#include "library/plx-index.h"

static PlxLibraryError
code_from_sqlite (int code)
{
  /* A row that another one names is not there, or no more. */
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return PLX_LIBRARY_ERROR_NOT_FOUND;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PLX_LIBRARY_ERROR_BUSY;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return PLX_LIBRARY_ERROR_CORRUPT;

    case SQLITE_READONLY:
      return PLX_LIBRARY_ERROR_READ_ONLY;

    default:
      return PLX_LIBRARY_ERROR_STORAGE;
    }
}

/* What a user can do something about is told in words; SQLite's own stand behind, for reports. */
static char *
dup_storage_words (PlxDb *self)
{
  const char *said = sqlite3_errmsg (self->handle);

  switch (sqlite3_errcode (self->handle) & 0xff)
    {
    case SQLITE_FULL:
      return g_strdup_printf ("the disk is full, and nothing was changed in %s", self->path);

    case SQLITE_IOERR:
      return g_strdup_printf ("the disk failed to read or write %s (%s, code %d)", self->path, said,
                              sqlite3_extended_errcode (self->handle));

    case SQLITE_CANTOPEN:
      return g_strdup_printf ("the file %s, or one beside it, cannot be opened (%s)", self->path,
                              said);

    default:
      return g_strdup_printf ("%s (%s)", said, self->path);
    }
}

/**
 * plx_db_take_error:
 * @self: a connection on which a call has just failed
 * @doing: what was attempted, to begin the message with
 * @error: return location for an error
 *
 * The one place where SQLite's codes become ours.
 */
void
plx_db_take_error (PlxDb       *self,
                   const char  *doing,
                   GError     **error)
{
  PlxLibraryError code = code_from_sqlite (sqlite3_extended_errcode (self->handle));
  g_autofree char *words = NULL;

  switch (code)
    {
    case PLX_LIBRARY_ERROR_BUSY:
      g_set_error (error, PLX_LIBRARY_ERROR, code,
                   "%s: another program is using the library %s", doing, self->path);
      break;

    case PLX_LIBRARY_ERROR_CORRUPT:
      self->is_damaged = TRUE;
      g_set_error (error, PLX_LIBRARY_ERROR, code,
                   "%s: the file %s is damaged, or is not a library of Parallax; "
                   "it was left as it is (%s)",
                   doing, self->path, sqlite3_errmsg (self->handle));
      break;

    case PLX_LIBRARY_ERROR_READ_ONLY:
      g_set_error (error, PLX_LIBRARY_ERROR, code, "%s: %s", doing,
                   self->read_only != NULL ? self->read_only
                                           : "the library’s file cannot be written to");
      break;

    case PLX_LIBRARY_ERROR_STORAGE:
    case PLX_LIBRARY_ERROR_TOO_NEW:
    case PLX_LIBRARY_ERROR_NOT_FOUND:
    default:
      words = dup_storage_words (self);
      g_set_error (error, PLX_LIBRARY_ERROR, code, "%s: %s", doing, words);
    }
}

/**
 * plx_db_exec:
 * @self: a connection
 * @doing: what is being attempted, for the error
 * @sql: statements without values
 * @error: return location for an error
 *
 * Returns: whether all of them were done
 */
gboolean
plx_db_exec (PlxDb       *self,
             const char  *doing,
             const char  *sql,
             GError     **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  plx_db_take_error (self, doing, error);

  return FALSE;
}

/**
 * plx_db_prepare:
 * @self: a connection
 * @doing: what is being attempted, for the error
 * @sql: one statement
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, ready for its values
 */
PlxDbRequest *
plx_db_prepare (PlxDb       *self,
                const char  *doing,
                const char  *sql,
                GError     **error)
{
  PlxDbRequest *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    plx_db_take_error (self, doing, error);

  return statement;
}

static void
finalize_kept (gpointer data)
{
  sqlite3_finalize (data);
}

/**
 * plx_db_borrow:
 * @self: a connection
 * @doing: what is being attempted, for the error
 * @sql: one statement
 * @error: return location for an error
 *
 * Gives a statement that is kept ready, for what is done with every article of many: to compile one
 * costs as much as to run it. It must have been run to its end, or be reset, before it is borrowed
 * again.
 *
 * Returns: (transfer none) (nullable): the statement, ready for its values
 */
PlxDbRequest *
plx_db_borrow (PlxDb       *self,
               const char  *doing,
               const char  *sql,
               GError     **error)
{
  PlxDbRequest *statement;

  if (self->kept == NULL)
    self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_kept);

  statement = g_hash_table_lookup (self->kept, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                          NULL) != SQLITE_OK)
    plx_db_take_error (self, doing, error);
  else
    g_hash_table_insert (self->kept, g_strdup (sql), statement);

  return statement;
}

/**
 * plx_db_finish:
 * @self: a connection
 * @doing: what is attempted
 * @statement: a statement whose rows, if it has any, do not matter any more
 * @error: return location for an error
 *
 * Runs a statement to its end and makes it ready to run again.
 *
 * Returns: whether it ran
 */
gboolean
plx_db_finish (PlxDb         *self,
               const char    *doing,
               PlxDbRequest  *statement,
               GError       **error)
{
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    ;

  if (rc != SQLITE_DONE)
    plx_db_take_error (self, doing, error);

  sqlite3_reset (statement);

  return rc == SQLITE_DONE;
}

/**
 * plx_db_get_int:
 * @self: a connection
 * @doing: what is attempted
 * @sql: a query of one number
 * @value: (out): the number; 0 where the query has no row
 * @error: return location for an error
 *
 * Returns: whether the query ran
 */
gboolean
plx_db_get_int (PlxDb       *self,
                const char  *doing,
                const char  *sql,
                gint64      *value,
                GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (self, doing, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  *value = rc == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (self, doing, error);

  return FALSE;
}

/**
 * plx_db_look_up:
 * @self: a connection
 * @doing: what is attempted
 * @statement: a borrowed query of one number, with its values
 * @value: (out): the number; 0 where the query has no row
 * @error: return location for an error
 *
 * Runs a query that is kept ready, and makes it ready again.
 *
 * Returns: whether the query ran
 */
gboolean
plx_db_look_up (PlxDb         *self,
                const char    *doing,
                PlxDbRequest  *statement,
                gint64        *value,
                GError       **error)
{
  const int rc = sqlite3_step (statement);

  *value = rc == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    plx_db_take_error (self, doing, error);

  sqlite3_reset (statement);

  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/**
 * plx_db_list:
 * @self: a connection
 * @doing: what is attempted
 * @statement: a query with its values
 * @read_row: makes something of a row
 * @free_item: frees what @read_row made
 * @error: return location for an error
 *
 * Reads all rows of a query. The file may be damaged, or of a later release: a row that cannot be
 * read says nothing, and nothing is lost with it.
 *
 * Returns: (transfer full) (nullable): what was made of the rows, or `NULL` on error
 */
GPtrArray *
plx_db_list (PlxDb           *self,
             const char      *doing,
             PlxDbRequest    *statement,
             PlxRowFunc       read_row,
             GDestroyNotify   free_item,
             GError         **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gpointer item = read_row (statement);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  if (rc == SQLITE_DONE)
    return g_steal_pointer (&items);

  plx_db_take_error (self, doing, error);

  return NULL;
}

/**
 * plx_db_has_row:
 * @self: a connection
 * @doing: what is attempted
 * @table: a table
 * @id: the number of a row
 * @error: return location for an error; `PLX_LIBRARY_ERROR_NOT_FOUND` where there is none
 *
 * Returns: whether the table has the row
 */
gboolean
plx_db_has_row (PlxDb       *self,
                const char  *doing,
                const char  *table,
                gint64       id,
                GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s WHERE id = %"
                                          G_GINT64_FORMAT ")", table, id);
  gint64 exists;

  if (!plx_db_get_int (self, doing, sql, &exists, error))
    return FALSE;

  if (exists == 0)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "%s: the library has no %s %" G_GINT64_FORMAT, doing, table, id);

  return exists != 0;
}

/**
 * plx_db_delete_row:
 * @self: a connection in a transaction
 * @doing: what is attempted
 * @table: a table
 * @id: the number of a row
 * @error: return location for an error
 *
 * Returns: whether the row is not there any more
 */
gboolean
plx_db_delete_row (PlxDb       *self,
                   const char  *doing,
                   const char  *table,
                   gint64       id,
                   GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = %" G_GINT64_FORMAT, table,
                                          id);

  return plx_db_exec (self, doing, sql, error);
}

/* It takes the lock for writing at once, so that waiting for another program happens here and
 * not in the middle, where SQLite would have to give up. */
gboolean
plx_db_begin (PlxDb   *self,
              GError **error)
{
  return plx_db_exec (self, "Starting a change", "BEGIN IMMEDIATE", error);
}

/**
 * plx_db_commit:
 * @self: a connection in a transaction
 * @error: return location for an error
 *
 * Ends the transaction, after the index has followed it. Where it can't be written, it is taken
 * back.
 *
 * Returns: whether it is on the disk
 */
gboolean
plx_db_commit (PlxDb   *self,
               GError **error)
{
  if (plx_index_follow (self, error) && plx_db_exec (self, "Writing a change", "COMMIT", error))
    return TRUE;

  plx_db_rollback (self);

  return FALSE;
}

/* What led here has its own error; a rollback that fails as well changes nothing on the disk. */
void
plx_db_rollback (PlxDb *self)
{
  self->change = 0;
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
plx_statement_bind_text (PlxDbRequest *statement,
                         int           index,
                         const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/* Text of a damaged file need not be UTF-8, which everything else here takes for granted. */
char *
plx_statement_dup_text (PlxDbRequest *statement,
                        int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text ? g_utf8_make_valid (text, sqlite3_column_bytes (statement, column)) : NULL;
}
