/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-backup"

#include "config.h"

#include "library/plx-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "library/plx-copy.h"
#include "library/plx-library.h"

/* How many backups of a kind are kept; those that were asked for are kept until their user
 * removes them. */
#define N_DAYS 7
#define N_MONTHS 12
#define N_OTHERS 5

/* A backup that nobody asked for leaves at least this much of the disk free. */
#define LEFT_FREE (G_GUINT64_CONSTANT (512) * 1024 * 1024)

static const char * const nicks[] = { "daily", "by-hand", "before-update", "before-restore" };

void
plx_backup_free (PlxBackup *self)
{
  g_free (self->path);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_free (self);
}

/**
 * plx_backup_reason_get_nick:
 * @reason: why a backup was made
 *
 * Returns: the word for it in names of files
 */
const char *
plx_backup_reason_get_nick (PlxBackupReason reason)
{
  return nicks[reason];
}

/**
 * plx_backup_dup_folder:
 * @library: (type filename): a library's file
 *
 * Returns: (transfer full) (type filename): the folder of its backups, which need not be there
 */
char *
plx_backup_dup_folder (const char *library)
{
  g_autofree char *folder = g_path_get_dirname (library);

  return g_build_filename (folder, "backups", NULL);
}

/* What the names of a library's backups begin with: several may be in one folder. */
static char *
dup_stem (const char *library)
{
  g_autofree char *name = g_path_get_basename (library);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static gboolean
find_reason (const char      *nick,
             PlxBackupReason *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *reason = i;
        return TRUE;
      }

  return FALSE;
}

/* library-20260503-121314-v7-daily.sqlite, in UTC so that no hour comes twice. */
static PlxBackup *
parse_name (const char *folder,
            const char *stem,
            const char *name)
{
  g_autoptr (PlxBackup) self = g_new0 (PlxBackup, 1);
  int year, month, day, hour, minute, second, length = 0;
  char nick[20];
  GStatBuf info;

  if (!g_str_has_prefix (name, stem) ||
      sscanf (name + strlen (stem), "-%4d%2d%2d-%2d%2d%2d-v%u-%19[a-z-].sqlite%n", &year, &month,
              &day, &hour, &minute, &second, &self->version, nick, &length) != 8 ||
      length == 0 || name[strlen (stem) + length] != '\0' || !find_reason (nick, &self->reason))
    return NULL;

  self->made = g_date_time_new_utc (year, month, day, hour, minute, second);
  self->path = g_build_filename (folder, name, NULL);
  if (self->made == NULL || g_stat (self->path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;

  self->size = info.st_size;

  return g_steal_pointer (&self);
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const PlxBackup *left = *(const PlxBackup * const *) a;
  const PlxBackup *right = *(const PlxBackup * const *) b;
  int order = g_date_time_compare (right->made, left->made);

  return order != 0 ? order : strcmp (right->path, left->path);
}

/**
 * plx_backup_list:
 * @library: (type filename): a library's file
 *
 * Looks for the backups of a library. It blocks on the disk.
 *
 * Returns: (transfer full) (element-type PlxBackup): its backups, the newest first; empty where
 *   there is none
 */
GPtrArray *
plx_backup_list (const char *library)
{
  g_autoptr (GPtrArray) backups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_backup_free);
  g_autofree char *folder = plx_backup_dup_folder (library);
  g_autofree char *stem = dup_stem (library);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)))
    {
      PlxBackup *backup = parse_name (folder, stem, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_backups);

  return g_steal_pointer (&backups);
}

/* Of the daily ones the last days and the last of each month, of others the last few. */
static void
prune (const char *library)
{
  g_autoptr (GPtrArray) backups = plx_backup_list (library);
  g_autofree char *last_month = g_strdup ("");
  guint n[G_N_ELEMENTS (nicks)] = { 0 };
  guint n_months = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const PlxBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *month = g_date_time_format (backup->made, "%Y-%m");
      gboolean is_daily = backup->reason == PLX_BACKUP_DAILY;
      gboolean is_last_of_month = is_daily && !g_str_equal (month, last_month) &&
                                  n_months < N_MONTHS;

      if (is_last_of_month)
        {
          g_set_str (&last_month, month);
          n_months++;
        }

      if (++n[backup->reason] > (is_daily ? N_DAYS : N_OTHERS) && !is_last_of_month &&
          backup->reason != PLX_BACKUP_BY_HAND)
        plx_copy_remove (backup->path);
    }
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
               "Making the folder %s: %s", folder, g_strerror (errno));

  return FALSE;
}

static gboolean
read_version (const char  *library,
              gint64      *version,
              GError     **error)
{
  g_autoptr (PlxDb) db = plx_db_open_reader (library, error);

  return db != NULL &&
         plx_db_get_int (db, "Copying the library", "PRAGMA user_version", version, error);
}

/* Two backups of one second get names of their own: none takes the place of another. */
static char *
dup_free_path (const char      *library,
               gint64           version,
               PlxBackupReason  reason,
               GDateTime       *now)
{
  g_autofree char *folder = plx_backup_dup_folder (library);
  g_autofree char *stem = dup_stem (library);
  g_autoptr (GDateTime) at = g_date_time_to_utc (now);

  while (TRUE)
    {
      g_autofree char *when = g_date_time_format (at, "%Y%m%d-%H%M%S");
      g_autofree char *name = g_strdup_printf ("%s-%s-v%" G_GINT64_FORMAT "-%s.sqlite", stem,
                                               when, version, nicks[reason]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GDateTime *next;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);

      next = g_date_time_add_seconds (at, 1);
      g_date_time_unref (at);
      at = next;
    }
}

/**
 * plx_backup_make:
 * @library: (type filename): a library's file, which may be in use
 * @reason: why it is made
 * @now: the time
 * @cancellable: (nullable): stops it
 * @error: return location for an error; `PLX_LIBRARY_ERROR_CORRUPT` where the library is damaged
 *
 * Copies a library into the folder “backups” beside it, checks the copy, and removes backups of
 * the same kind that are too many. It blocks on the disk.
 *
 * Returns: (transfer full) (nullable) (type filename): the backup; or `NULL` on error, and then
 *   nothing is left of it
 */
char *
plx_backup_make (const char       *library,
                 PlxBackupReason   reason,
                 GDateTime        *now,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gint64 version;

  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  folder = plx_backup_dup_folder (library);
  if (!read_version (library, &version, error) || !make_folder (folder, error))
    return NULL;

  path = dup_free_path (library, version, reason, now);
  if (!plx_copy_make (library, path, cancellable, error))
    return NULL;

  prune (library);

  return g_steal_pointer (&path);
}

/* When the library's file was written to, in seconds since 1970. */
static gint64
last_write (const char *library,
            guint64    *size)
{
  static const char * const ends[] = { "", "-wal" };
  gint64 last = 0;

  *size = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (library, ends[i], NULL);
      GStatBuf info;

      if (g_stat (file, &info) != 0 || info.st_size == 0)
        continue;

      last = MAX (last, (gint64) info.st_mtime);
      *size += info.st_size;
    }

  return last;
}

static gboolean
has_room (const char *library,
          guint64     size)
{
  g_autofree char *folder = g_path_get_dirname (library);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  return info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) ||
         g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >
         2 * size + LEFT_FREE;
}

/* Any backup of the day will do, and one in which all that was written is. */
static gboolean
is_due (const char *library,
        GDateTime  *now,
        guint64    *size)
{
  g_autoptr (GPtrArray) backups = plx_backup_list (library);
  gint64 written = last_write (library, size);
  const PlxBackup *last = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autoptr (GDateTime) made = NULL;

  if (written == 0)
    return FALSE;

  if (last == NULL)
    return TRUE;

  made = g_date_time_to_timezone (last->made, g_date_time_get_timezone (now));

  return g_date_time_to_unix (made) <= written &&
         (g_date_time_get_year (made) != g_date_time_get_year (now) ||
          g_date_time_get_day_of_year (made) != g_date_time_get_day_of_year (now));
}

/**
 * plx_backup_make_due:
 * @library: (type filename): a library's file, which may be in use
 * @now: the time, in the zone that tells which day it is
 * @made: (out) (optional) (nullable) (transfer full) (type filename): the backup; `NULL` where
 *   none was due
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Makes the backup of a day, unless there is one of that day or nothing was written since the
 * last. Where the disk has no room for it, it is an error. It blocks on the disk.
 *
 * Returns: whether it was made or not due
 */
gboolean
plx_backup_make_due (const char    *library,
                     GDateTime     *now,
                     char         **made,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *path = NULL;
  guint64 size;

  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  if (made != NULL)
    *made = NULL;

  if (!is_due (library, now, &size))
    return TRUE;

  if (!has_room (library, size))
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
                   "Backing up the library: the disk has too little room for a copy of %s",
                   library);
      return FALSE;
    }

  if (!(path = plx_backup_make (library, PLX_BACKUP_DAILY, now, cancellable, error)))
    return FALSE;

  if (made != NULL)
    *made = g_steal_pointer (&path);

  return TRUE;
}
