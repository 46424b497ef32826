/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-db.h"

#include <glib/gstdio.h>

#include "library/plx-index.h"

/* How long a writer waits for another program that is writing. */
#define BUSY_MILLISECONDS 4000

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

    default:
      return PLX_LIBRARY_ERROR_STORAGE;
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
  PlxLibraryError code = code_from_sqlite (sqlite3_errcode (self->handle));

  switch (code)
    {
    case PLX_LIBRARY_ERROR_BUSY:
      g_set_error (error, PLX_LIBRARY_ERROR, code,
                   "%s: another program is using the library %s", doing, self->path);
      break;

    case PLX_LIBRARY_ERROR_CORRUPT:
      g_set_error (error, PLX_LIBRARY_ERROR, code,
                   "%s: the file %s is damaged, or is not a library of Parallax; "
                   "it was left as it is (%s)",
                   doing, self->path, sqlite3_errmsg (self->handle));
      break;

    case PLX_LIBRARY_ERROR_STORAGE:
    case PLX_LIBRARY_ERROR_TOO_NEW:
    case PLX_LIBRARY_ERROR_NOT_FOUND:
    default:
      g_set_error (error, PLX_LIBRARY_ERROR, code, "%s: %s (%s)", doing,
                   sqlite3_errmsg (self->handle), self->path);
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
 * Ends the transaction. Where it can't be written, it is taken back.
 *
 * Returns: whether it is on the disk
 */
gboolean
plx_db_commit (PlxDb   *self,
               GError **error)
{
  if (plx_db_exec (self, "Writing a change", "COMMIT", error))
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

static void
change_func (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  PlxDb *self = sqlite3_user_data (context);

  if (self->change != 0)
    sqlite3_result_int64 (context, self->change);
  else
    sqlite3_result_null (context);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
               "Making the folder %s: %s", folder, g_strerror (errno));

  return FALSE;
}

static PlxDb *
open_file (const char  *path,
           const char  *pragmas,
           GError     **error)
{
  g_autoptr (PlxDb) self = g_new0 (PlxDb, 1);

  self->path = g_strdup (path);

  if (sqlite3_open_v2 (path, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                       SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      plx_db_take_error (self, "Opening the library", error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_create_function (self->handle, "plx_change", 0, SQLITE_UTF8, self, change_func, NULL,
                           NULL);
  self->index = plx_index_new (self);

  if (!plx_db_exec (self, "Opening the library", pragmas, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_db_open:
 * @path: the library's file; it and its folder are made where they are missing
 * @error: return location for an error
 *
 * Opens a library for reading and writing, and brings an older one up to date.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` on error
 */
PlxDb *
plx_db_open (const char  *path,
             GError     **error)
{
  g_autoptr (PlxDb) self = NULL;

  if (!make_folder (path, error))
    return NULL;

  self = open_file (path,
                    "PRAGMA foreign_keys = ON;"
                    "PRAGMA temp_store = MEMORY;",
                    error);

  if (self == NULL || !plx_db_migrate (self, error) || !plx_index_watch (self, error) ||
      !plx_db_get_int (self, "Opening the library", "PRAGMA data_version", &self->seen_version,
                       error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_db_open_reader:
 * @path: the file of a library that is open for writing
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection that only reads, or `NULL` on error
 */
PlxDb *
plx_db_open_reader (const char  *path,
                    GError     **error)
{
  return open_file (path, "PRAGMA query_only = ON;", error);
}

/**
 * plx_db_close:
 * @self: (transfer full): a connection
 *
 * A statement that is still open keeps the file open until it is finished.
 */
void
plx_db_close (PlxDb *self)
{
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->index, plx_index_free);
  g_free (self->path);
  g_free (self);
}
