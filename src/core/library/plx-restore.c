/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-restore"

#include "config.h"

#include "library/plx-restore.h"

#include "library/plx-backup.h"
#include "library/plx-copy.h"
#include "library/plx-index.h"
#include "library/plx-rows.h"
#include "library/plx-rule-rows.h"

#define RESTORING "Restoring a backup"
#define IMPORTING "Importing a library"

static char *
dup_part (PlxDb *db)
{
  return g_strconcat (db->path, ".incoming", NULL);
}

/* A copy of another library, brought up to date; what it is a copy of stays as it is. */
static PlxDb *
open_copy (const char    *from,
           const char    *part,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (PlxDb) copy = NULL;

  if (!g_file_test (from, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                   "Opening the library: there is no file %s", from);
      return NULL;
    }

  if (!plx_copy_make (from, part, cancellable, error) ||
      !(copy = plx_db_open_new (part, error)))
    {
      plx_copy_remove (part);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

static gboolean
may_write (PlxDb       *db,
           const char  *doing,
           GError     **error)
{
  if (db->read_only == NULL)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_READ_ONLY, "%s: %s", doing,
               db->read_only);

  return FALSE;
}

/* Pages of another size cannot take the place of those of a library that others may have open. */
static gboolean
fit_pages (PlxDb   *copy,
           PlxDb   *db,
           GError **error)
{
  g_autofree char *sql = NULL;
  gint64 is, wanted;

  if (!plx_db_get_int (copy, RESTORING, "PRAGMA page_size", &is, error) ||
      !plx_db_get_int (db, RESTORING, "PRAGMA page_size", &wanted, error))
    return FALSE;

  if (is == wanted)
    return TRUE;

  sql = g_strdup_printf ("PRAGMA journal_mode = DELETE; PRAGMA page_size = %" G_GINT64_FORMAT
                         "; VACUUM", wanted);

  return plx_db_exec (copy, RESTORING, sql, error);
}

/* The library as it is becomes a backup before another takes its place. To those who have it open
 * all of that is one change. */
static gboolean
replace (PlxDb         *db,
         PlxDb         *copy,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *kept = plx_backup_make (db->path, PLX_BACKUP_RESTORE, now, cancellable, error);

  /* The text at hand for the index is of the old one. */
  plx_index_forget (db->index);

  return kept != NULL && fit_pages (copy, db, error) &&
         plx_copy_into (copy, db, cancellable, error);
}

/**
 * plx_work_restore:
 * @db: the connection
 * @job: its text is the path of a backup; afterwards it has a report of all
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Puts a backup in the place of the library.
 *
 * Returns: whether it was done; where not, the library is as it was
 */
gboolean
plx_work_restore (PlxDb         *db,
                  PlxJob        *job,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *part = dup_part (db);
  g_autoptr (PlxDb) copy = NULL;
  gboolean done;

  if (!may_write (db, RESTORING, error) ||
      !(copy = open_copy (job->text, part, cancellable, error)))
    return FALSE;

  done = replace (db, copy, cancellable, error);
  g_clear_pointer (&copy, plx_db_close);
  plx_copy_remove (part);

  return done && (job->report = plx_report_new_for_all (db, job->loaded, error)) != NULL;
}

/* The bytes that an article was read from go with it, where they were kept. */
static gboolean
attach_original (PlxDb        *from,
                 PlxDocument  *document,
                 GError      **error)
{
  PlxProvenance *known = document->provenance;
  g_autoptr (PlxProvenance) full = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) why = NULL;

  if (known == NULL || known->sha256 == NULL)
    return TRUE;

  if (!(bytes = plx_rows_read_original (from, known->sha256, &why)))
    {
      if (g_error_matches (why, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  full = plx_provenance_new (known->added, known->sha256, known->size, known->is_record);
  full->packed = plx_original_pack (bytes);
  plx_document_set_provenance (document, full);

  return TRUE;
}

static gboolean
attach_originals (PlxDb      *from,
                  PlxParcel  *parcel,
                  GError    **error)
{
  for (guint i = 0; i < parcel->documents->len; i++)
    if (!attach_original (from, g_ptr_array_index (parcel->documents, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_stories (PlxDb         *db,
             PlxDb         *from,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) stories = plx_rows_list_stories (from, error);

  if (stories == NULL)
    return FALSE;

  /* The newest is listed first, and is to be the newest here. */
  for (guint i = stories->len; i > 0; i--)
    {
      const PlxStoryRow *row = g_ptr_array_index (stories, i - 1);
      g_autoptr (PlxJob) job = plx_job_new (NULL);

      job->story = row->id;
      if (!plx_work_load_parcel (from, job, cancellable, error) ||
          !attach_originals (from, job->parcel, error) ||
          !plx_work_add_parcel (db, job, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_rules (PlxDb   *db,
           PlxDb   *from,
           GError **error)
{
  g_autoptr (GPtrArray) rules = plx_rows_list_rules (from, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (!plx_rows_add_rule (db, g_ptr_array_index (rules, i), error))
      return FALSE;

  return rules != NULL;
}

/**
 * plx_work_import:
 * @db: the connection, on which a change is recorded
 * @job: its text is the path of another library
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Adds all stories of another library, with all that was said of them, and what is remembered of
 * outlets. The other library is not changed.
 *
 * Returns: whether it was done
 */
gboolean
plx_work_import (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *part = dup_part (db);
  g_autoptr (PlxDb) copy = open_copy (job->text, part, cancellable, error);
  gboolean done;

  if (copy == NULL)
    return FALSE;

  done = add_stories (db, copy, cancellable, error) &&
         add_rules (db, copy, error);
  g_clear_pointer (&copy, plx_db_close);
  plx_copy_remove (part);

  return done;
}
