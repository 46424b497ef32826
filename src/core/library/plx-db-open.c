/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-db.h"

#include <glib/gstdio.h>

#include "library/plx-db-guard.h"
#include "library/plx-index.h"
#include "library/plx-schema.h"

#define OPENING "Opening the library"

/* How long somebody who wants to write waits for another program that is writing. All that is
 * waited for happens on threads of the library, so that no window stands still; a change that has
 * to wait for a long import is made when the import lets it, and not refused. */
#define BUSY_MILLISECONDS 60000

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

/* What a file can make SQLite do is bounded before a byte of it is read: somebody else may have
 * made it. The longest value that we write ourselves is what an article was read from. */
static void
set_bounds (sqlite3 *handle)
{
  static const struct
  {
    int limit;
    int value;
  } bounds[] = {
    { SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 100 },
    { SQLITE_LIMIT_VDBE_OP, 1000000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 127 },
    { SQLITE_LIMIT_ATTACHED, 1 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    sqlite3_limit (handle, bounds[i].limit, bounds[i].value);
}

static void
set_up (PlxDb *self)
{
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  set_bounds (self->handle);
  self->index = plx_index_new (self);

  /* Only our own triggers, which are of the temporary schema, may ask for it. */
  sqlite3_create_function (self->handle, "plx_change", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, self,
                           change_func, NULL, NULL);
}

static PlxDb *
open_file (const char  *path,
           const char  *name,
           int          flags,
           const char  *pragmas,
           gboolean    *is_locked_out,
           GError     **error)
{
  g_autoptr (PlxDb) self = g_new0 (PlxDb, 1);
  int rc;

  self->path = g_strdup (path);
  if (sqlite3_open_v2 (name, &self->handle,
                       flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      plx_db_take_error (self, OPENING, error);
    }
  else
    {
      set_up (self);
      if (plx_db_exec (self, OPENING, pragmas, error))
        return g_steal_pointer (&self);
    }

  /* The file or one beside it may not be written to or made. */
  rc = sqlite3_errcode (self->handle) & 0xff;
  if (is_locked_out != NULL)
    *is_locked_out = rc == SQLITE_CANTOPEN || rc == SQLITE_READONLY;

  return NULL;
}

/**
 * plx_db_open_in_memory:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection to a database without a file or a table
 */
PlxDb *
plx_db_open_in_memory (GError **error)
{
  return open_file (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY,
                    "PRAGMA foreign_keys = ON;", NULL, error);
}

/**
 * plx_db_open_plain:
 * @path: a file, which is made where it is missing
 * @error: return location for an error
 *
 * Opens a file whatever is in it, as it is.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` on error
 */
PlxDb *
plx_db_open_plain (const char  *path,
                   GError     **error)
{
  return open_file (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                    "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", NULL, error);
}

/* A log of changes that has not been brought into the file; without it the file is not what it
 * was when somebody last wrote to it. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static PlxDb *
open_named_to_read (const char  *path,
                    const char  *how,
                    gboolean    *is_locked_out,
                    GError     **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = uri != NULL ? g_strconcat (uri, how, NULL) : NULL;

  if (name == NULL)
    return NULL;

  /* It is the last of them that reads. */
  return open_file (path, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                    "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;"
                    "PRAGMA cell_size_check = ON; SELECT count(*) FROM sqlite_schema",
                    is_locked_out, error);
}

/**
 * plx_db_open_to_read:
 * @path: a library's file
 * @error: return location for an error
 *
 * Opens a file for reading, whatever is in it, and writes nothing to it.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` on error
 */
PlxDb *
plx_db_open_to_read (const char  *path,
                     GError     **error)
{
  g_autoptr (GError) why = NULL;
  gboolean is_locked_out = FALSE;
  PlxDb *self = open_named_to_read (path, "?mode=ro", &is_locked_out, &why);

  /* A file of which SQLite keeps the log beside it cannot be read where no file can be made beside
   * it, unless SQLite is told that nobody changes the file. Where that is because of the folder's
   * rights, nobody of this user can. */
  if (self == NULL && is_locked_out && !has_log (path))
    {
      g_clear_error (&why);
      self = open_named_to_read (path, "?mode=ro&immutable=1", NULL, &why);
    }

  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return self;
}

/* A library of this release has to be just what this release makes; of a later one, all that this
 * release reads has to be there. */
static gboolean
check_to_read (PlxDb   *self,
               GError **error)
{
  g_autoptr (GError) why = NULL;
  gint64 version;

  if (plx_schema_read_version (self, &version, &why))
    {
      if (version == plx_schema_get_newest ())
        return plx_db_guard (self, version, error);

      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY,
                   "Opening the library: an earlier release of Parallax wrote %s, and it has to be "
                   "brought up to date; but it cannot be written to", self->path);
      return FALSE;
    }

  if (g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_TOO_NEW))
    return plx_db_guard_newer (self, error);

  g_propagate_error (error, g_steal_pointer (&why));

  return FALSE;
}

/* Opens a library that cannot be written to, for @reason. */
static PlxDb *
open_read_only (const char    *path,
                const GError  *reason,
                GError       **error)
{
  g_autoptr (PlxDb) self = plx_db_open_to_read (path, error);

  if (self == NULL || !check_to_read (self, error))
    return NULL;

  self->is_newer = reason->code == PLX_LIBRARY_ERROR_TOO_NEW;
  if (self->is_newer)
    self->read_only = g_strdup ("a later release of Parallax wrote this library; here it can be "
                                "read, and not changed");
  else
    self->read_only = g_strdup ("the library’s file or its folder cannot be written to; it can be "
                                "read, and not changed");

  return g_steal_pointer (&self);
}

static gboolean
prepare_to_write (PlxDb     *self,
                  gboolean   backs_up,
                  GError   **error)
{
  gint64 version;

  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY,
                   "Opening the library: the file %s cannot be written to", self->path);
      return FALSE;
    }

  /* Not with the other pragmas: this one reads the file, and whether that can be is known now. */
  return plx_db_exec (self, OPENING, "PRAGMA cache_size = -65536", error) &&
         plx_schema_read_version (self, &version, error) &&
         plx_db_guard (self, version, error) &&
         plx_db_migrate (self, backs_up, error) &&
         plx_index_watch (self, error) &&
         plx_db_get_int (self, OPENING, "PRAGMA data_version", &self->seen_version, error);
}

static PlxDb *
open_to_write (const char  *path,
               gboolean     backs_up,
               GError     **error)
{
  g_autoptr (PlxDb) self = NULL;

  self = open_file (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                    "PRAGMA foreign_keys = ON;"
                    "PRAGMA temp_store = MEMORY;"
                    "PRAGMA cell_size_check = ON;",
                    NULL, error);

  return self != NULL && prepare_to_write (self, backs_up, error) ? g_steal_pointer (&self) : NULL;
}

/* Whether what kept a library from being opened need not keep it from being read. */
static gboolean
may_be_read (const char   *path,
             const GError *why)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;

  return g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_TOO_NEW) ||
         g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY) ||
         (g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE) &&
          (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0));
}

/**
 * plx_db_open:
 * @path: the library's file; it and its folder are made where they are missing
 * @error: return location for an error
 *
 * Opens a library for reading and writing, and brings an older one up to date. Where it cannot be
 * written to, or is of a later release, it is opened for reading if that is possible, and says why
 * in its `read_only`.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` on error
 */
PlxDb *
plx_db_open (const char  *path,
             GError     **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (PlxDb) self = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_folder (path, error))
    return NULL;

  if ((self = open_to_write (path, TRUE, &why)))
    return g_steal_pointer (&self);

  /* Where it cannot be read, either, the first error says more, but for what has to be done. */
  if (may_be_read (path, why))
    {
      g_autoptr (GError) why_not = NULL;

      if ((self = open_read_only (path, why, &why_not)))
        return g_steal_pointer (&self);

      if (g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&why_not));
          return NULL;
        }
    }

  g_propagate_error (error, g_steal_pointer (&why));

  return NULL;
}

/**
 * plx_db_open_new:
 * @path: the file of a library that has just been made, out of another one
 * @error: return location for an error
 *
 * Opens a library for reading and writing, and brings it up to date without a backup: what it was
 * made of is still there.
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` on error
 */
PlxDb *
plx_db_open_new (const char  *path,
                 GError     **error)
{
  return open_to_write (path, FALSE, error);
}

/**
 * plx_db_open_reader:
 * @path: the file of a library that is open
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection that only reads, or `NULL` on error
 */
PlxDb *
plx_db_open_reader (const char  *path,
                    GError     **error)
{
  g_autoptr (GError) why = NULL;
  gboolean is_locked_out = FALSE;
  PlxDb *self;

  self = open_file (path, path, SQLITE_OPEN_READWRITE,
                    "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;"
                    "PRAGMA cell_size_check = ON; SELECT count(*) FROM sqlite_schema",
                    &is_locked_out, &why);

  if (self == NULL && is_locked_out)
    {
      g_clear_error (&why);
      self = plx_db_open_to_read (path, &why);
    }

  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return self;
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
  g_clear_pointer (&self->kept, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->index, plx_index_free);
  g_free (self->path);
  g_free (self->read_only);
  g_free (self);
}
