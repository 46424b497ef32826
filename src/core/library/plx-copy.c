/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-copy"

#include "config.h"

#include "library/plx-copy.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define DOING "Copying the library"

/* How much is copied before somebody may stop it: 4 MB. */
#define PAGES_AT_ONCE 1024

/* How long to wait where another program is in the way. */
#define WAIT_MICROSECONDS 50000

/**
 * plx_copy_into:
 * @from: a connection to what is copied, without a transaction
 * @to: a connection to what it replaces, all of it, without a transaction
 * @cancellable: (nullable): stops it; then @to is as it was
 * @error: return location for an error
 *
 * Copies a library, page for page, as it is at one moment, whatever others write meanwhile. To
 * those who have @to open it is one change.
 *
 * Returns: whether all of it was copied; where not, @to is as it was
 */
gboolean
plx_copy_into (PlxDb         *from,
               PlxDb         *to,
               GCancellable  *cancellable,
               GError       **error)
{
  sqlite3_backup *copy;
  int rc;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  /* A transaction for reading holds the moment: without it, a copy begins anew with each change
   * that another program makes, and may never end. */
  if (!plx_db_exec (from, DOING, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    return FALSE;

  if (!(copy = sqlite3_backup_init (to->handle, "main", from->handle, "main")))
    {
      plx_db_take_error (to, DOING, error);
      plx_db_rollback (from);
      return FALSE;
    }

  do
    {
      rc = sqlite3_backup_step (copy, PAGES_AT_ONCE);
      if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
        g_usleep (WAIT_MICROSECONDS);
    }
  while ((rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED) &&
         !g_cancellable_is_cancelled (cancellable));

  if (sqlite3_backup_finish (copy) != SQLITE_OK)
    plx_db_take_error (to, DOING, error);
  else if (rc != SQLITE_DONE)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  plx_db_rollback (from);

  return rc == SQLITE_DONE;
}

/**
 * plx_copy_check:
 * @db: a connection to a library
 * @error: return location for an error; `PLX_LIBRARY_ERROR_CORRUPT` where it is damaged
 *
 * Reads all of a library and looks whether it is whole.
 *
 * Returns: whether it is
 */
gboolean
plx_copy_check (PlxDb   *db,
                GError **error)
{
  const char *doing = "Checking the library";
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, "PRAGMA quick_check(1)", error);
  g_autofree char *found = NULL;

  if (statement == NULL)
    return FALSE;

  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      plx_db_take_error (db, doing, error);
      return FALSE;
    }

  found = plx_statement_dup_text (statement, 0);
  if (g_strcmp0 (found, "ok") == 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "%s: the file %s is damaged; it was left as it is (%s)", doing, db->path, found);

  return FALSE;
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  int saved = errno;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
               saved == ENOSPC ? "Writing %s: the disk is full (%s)" : "Writing %s: %s",
               path, g_strerror (saved));

  return FALSE;
}

static gboolean
sync_one (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  return (fd < 0 || close (fd) == 0) && done;
}

/**
 * plx_copy_sync_file:
 * @path: a file
 * @error: return location for an error
 *
 * Waits until a file and its name are on the disk.
 *
 * Returns: whether they are
 */
gboolean
plx_copy_sync_file (const char  *path,
                    GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return (sync_one (path) && sync_one (folder)) || fail (path, error);
}

/**
 * plx_copy_rename:
 * @from: a file
 * @to: its name from now on, in the same folder; a file of that name is replaced
 * @error: return location for an error
 *
 * Renames a file, and waits until that is on the disk.
 *
 * Returns: whether it is
 */
gboolean
plx_copy_rename (const char  *from,
                 const char  *to,
                 GError     **error)
{
  return g_rename (from, to) == 0 ? plx_copy_sync_file (to, error) : fail (to, error);
}

/**
 * plx_copy_remove:
 * @path: a library's file that nobody needs, or that is not there
 *
 * Removes it and what SQLite may have left beside it.
 */
void
plx_copy_remove (const char *path)
{
  static const char * const ends[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/* What is wrong with a copy is wrong with what it was made of. */
static gboolean
check_copy (const char  *from,
            PlxDb       *copy,
            GError     **error)
{
  g_autoptr (GError) why = NULL;

  if (plx_copy_check (copy, &why))
    return TRUE;

  if (g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT))
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
                 "%s: the file %s is damaged, and no copy was made of it; it was left as it is",
                 DOING, from);
  else
    g_propagate_error (error, g_steal_pointer (&why));

  return FALSE;
}

/* A file for itself: nothing of it stands beside it. Nobody waits for it, so that it is brought
 * to the disk once and at the end. */
static gboolean
fill (const char    *from,
      const char    *part,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (PlxDb) source = plx_db_open_reader (from, error);
  g_autoptr (PlxDb) copy = source != NULL ? plx_db_open_plain (part, error) : NULL;

  return copy != NULL &&
         plx_db_exec (copy, DOING, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", error) &&
         plx_copy_into (source, copy, cancellable, error) &&
         plx_db_exec (copy, DOING, "PRAGMA journal_mode = DELETE", error) &&
         check_copy (from, copy, error);
}

/**
 * plx_copy_make:
 * @from: a library's file; it may be in use
 * @to: the file to be made; it takes the place of one that is there
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Copies a library as it is at one moment into one file, and checks that it is whole. The file is
 * there as a whole or not at all.
 *
 * Returns: whether it is there
 */
gboolean
plx_copy_make (const char    *from,
               const char    *to,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *part = g_strconcat (to, ".part", NULL);

  plx_copy_remove (part);
  if (fill (from, part, cancellable, error) &&
      plx_copy_sync_file (part, error) &&
      plx_copy_rename (part, to, error))
    return TRUE;

  plx_copy_remove (part);

  return FALSE;
}
