/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "script-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library/plx-db.h"
#include "library/plx-library-safety.h"
#include "library/plx-schema.h"

static char *
make_library (const char *name,
              guint       n_stories)
{
  char *path = fixture_dup_path (name);
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_stories; i++)
    g_assert_true (script_add_story (library, i, &error));
  g_assert_no_error (error);
  plx_library_close (library);

  return path;
}

static char *
back_up (PlxLibrary       *library,
         PlxBackupReason   reason,
         GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *path = NULL;

  plx_library_back_up_async (library, reason, NULL, fixture_keep_cb, &result);
  plx_library_back_up_finish (library, fixture_wait (&result), &path, error);

  return path;
}

static gboolean
restore (PlxLibrary  *library,
         const char  *backup,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_restore_async (library, backup, NULL, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

static void
test_is_the_library_as_it_was (void)
{
  g_autofree char *path = make_library ("one.sqlite", 3);
  g_autofree char *before = script_dump (path, SCRIPT_DUMP_ALL);
  g_autofree char *in_backup = NULL;
  g_autofree char *made = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const PlxBackup *backup;

  made = back_up (library, PLX_BACKUP_BY_HAND, &error);
  g_assert_no_error (error);
  in_backup = script_dump (made, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (in_backup, ==, before);
  fixture_check_file (made);

  /* It is one file, and nothing is left beside it. */
  log = g_strconcat (made, "-wal", NULL);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  plx_library_list_backups_async (library, fixture_keep_cb, &result);
  backups = plx_library_list_backups_finish (library, fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpstr (backup->path, ==, made);
  g_assert_cmpint (backup->reason, ==, PLX_BACKUP_BY_HAND);
  g_assert_cmpint (backup->version, ==, plx_schema_get_newest ());
  g_assert_cmpuint (backup->size, >, 4096);
}

static guint
count_of (GPtrArray       *backups,
          PlxBackupReason  reason)
{
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += ((PlxBackup *) g_ptr_array_index (backups, i))->reason == reason;

  return n;
}

/* Two hundred days, on each of which the library is used and asked several times. */
static void
test_days (void)
{
  g_autofree char *path = make_library ("days.sqlite", 1);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2020, 1, 1, 9, 0, 0);
  g_autofree char *kept = plx_backup_make (path, PLX_BACKUP_BY_HAND, start, NULL, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) days = g_string_new (NULL);
  guint n_made = 0;

  g_assert_nonnull (kept);
  for (guint day = 1; day <= 200; day++)
    for (guint hour = 0; hour < 12; hour += 6)
      {
        g_autoptr (GDateTime) now = g_date_time_add_hours (start, day * 24 + hour);
        g_autofree char *made = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_true (plx_backup_make_due (path, now, &made, NULL, &error));
        g_assert_no_error (error);
        g_assert_cmpint (made != NULL, ==, hour == 0);
        n_made += made != NULL;
      }

  g_assert_cmpuint (n_made, ==, 200);
  backups = plx_backup_list (path);
  g_assert_cmpuint (count_of (backups, PLX_BACKUP_BY_HAND), ==, 1);

  /* The last seven, and the last of each month before. */
  for (guint i = 0; i < backups->len; i++)
    {
      const PlxBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *day = g_date_time_format (backup->made, "%m-%d ");

      if (backup->reason == PLX_BACKUP_DAILY)
        g_string_append (days, day);
    }
  g_assert_cmpstr (days->str, ==, "07-19 07-18 07-17 07-16 07-15 07-14 07-13 "
                   "06-30 05-31 04-30 03-31 02-29 01-31 ");
}

/* Nothing was written since the last one. */
static void
test_none_is_due_without_a_change (void)
{
  g_autofree char *path = make_library ("idle.sqlite", 1);
  g_autofree char *missing = fixture_dup_path ("missing.sqlite");
  g_autoptr (GDateTime) day = g_date_time_new_utc (2100, 1, 1, 9, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_true (plx_backup_make_due (path, day, &first, NULL, NULL));
  g_assert_nonnull (first);
  g_assert_true (plx_backup_make_due (path, next, &second, NULL, NULL));
  g_assert_null (second);
  g_assert_true (plx_backup_make_due (missing, day, &third, NULL, NULL));
  g_assert_null (third);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* What is in the folder and is no backup of this library is left alone. */
static void
test_other_files_are_left_alone (void)
{
  g_autofree char *path = make_library ("library.sqlite", 1);
  g_autofree char *other = make_library ("library-two.sqlite", 1);
  g_autofree char *folder = plx_backup_dup_folder (path);
  g_autofree char *note = g_build_filename (folder, "library-notes.txt", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2020, 5, 5, 5, 5, 5);

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *made = plx_backup_make (path, PLX_BACKUP_RESTORE, now, NULL, NULL);
      g_autofree char *of_other = plx_backup_make (other, PLX_BACKUP_RESTORE, now, NULL, NULL);

      g_assert_nonnull (made);
      g_assert_nonnull (of_other);
      g_assert_cmpstr (made, !=, of_other);
      g_assert_true (g_file_set_contents (note, "Mine.", -1, NULL));
    }

  {
    g_autoptr (GPtrArray) backups = plx_backup_list (path);
    g_autoptr (GPtrArray) of_other = plx_backup_list (other);

    g_assert_cmpuint (backups->len, ==, 5);
    g_assert_cmpuint (of_other->len, ==, 5);
  }
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
}

/* From every version that there was: migrated after a backup, in which nothing is changed. */
static void
test_before_an_update (void)
{
  for (gint64 version = 1; version < plx_schema_get_newest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("old-%" G_GINT64_FORMAT ".sqlite", version);
      g_autofree char *path = fixture_dup_path (name);
      g_autofree char *before = NULL;
      g_autofree char *in_backup = NULL;
      g_autoptr (PlxLibrary) library = NULL;
      g_autoptr (GPtrArray) backups = NULL;
      const PlxBackup *backup;

      script_make_old (path, version);
      fixture_exec (path, "INSERT INTO story (title, filter) VALUES ('An old story', '{}')");
      before = script_dump (path, SCRIPT_DUMP_ALL);

      library = fixture_open (path);
      g_assert_cmpuint (fixture_n_stories (library), ==, 1);
      g_assert_true (script_add_story (library, 1, NULL));

      backups = plx_backup_list (path);
      g_assert_cmpuint (backups->len, ==, 1);
      backup = g_ptr_array_index (backups, 0);
      g_assert_cmpint (backup->reason, ==, PLX_BACKUP_UPDATE);
      g_assert_cmpint (backup->version, ==, version);
      in_backup = script_dump (backup->path, SCRIPT_DUMP_ALL);
      g_assert_cmpstr (in_backup, ==, before);

      /* And back: brought up to date once more on its way. */
      g_assert_true (restore (library, backup->path, NULL));
      g_assert_cmpuint (fixture_n_stories (library), ==, 1);
      plx_library_close (library);
      fixture_check_file (path);
    }
}

/* Where no backup can be made the library is not touched. */
static void
test_no_update_without_a_backup (void)
{
  g_autofree char *path = fixture_dup_path ("stuck.sqlite");
  g_autofree char *folder = plx_backup_dup_folder (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  script_make_old (path, 2);
  before = script_dump (path, SCRIPT_DUMP_ALL);
  g_assert_true (g_file_set_contents (folder, "A file in the way.", -1, NULL));

  library = plx_library_open (path, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "backed up"));
  g_assert_null (library);
  after = script_dump (path, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (g_unlink (folder), ==, 0);
  library = fixture_open (path);
}

/* One who has the library open sees the backup in its place, can go on, and can go back. */
static void
test_restore (void)
{
  g_autofree char *path = make_library ("restored.sqlite", 2);
  g_autofree char *made = NULL;
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxLibrary) beside = fixture_open (path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PlxStory) story = g_list_model_get_item (plx_library_get_stories (library), 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_load (library, story, NULL));
  made = back_up (library, PLX_BACKUP_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_true (script_rename (library, 7, NULL));
  g_assert_true (script_add_story (library, 9, NULL));
  g_assert_true (script_remove (library, 0, NULL));
  g_assert_true (script_remove (library, 0, NULL));
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);

  g_assert_true (restore (library, made, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (library), ==, 2);
  g_assert_cmpstr (plx_story_get_title (story), ==, "Story 1");
  g_assert_cmpuint (plx_story_get_n_articles (story), ==, 3);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 3 Articles");

  /* So does another program that has it open. */
  plx_library_refresh_async (beside, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (beside, &result, &error));
  g_assert_cmpuint (fixture_n_stories (beside), ==, 2);

  /* It goes on: changes, undo, search. */
  g_assert_true (script_add_story (library, 20, &error));
  g_assert_true (script_search (library, 0, &error));
  g_assert_true (fixture_undo (library, &error));
  g_assert_true (fixture_undo (library, &error));
  g_assert_true (fixture_redo (library, &error));
  g_assert_no_error (error);

  /* What was there before is a backup now. */
  backups = plx_backup_list (path);
  g_assert_cmpuint (count_of (backups, PLX_BACKUP_RESTORE), ==, 1);
  for (guint i = 0; i < backups->len; i++)
    if (((PlxBackup *) backups->pdata[i])->reason == PLX_BACKUP_RESTORE)
      g_assert_true (restore (library, ((PlxBackup *) backups->pdata[i])->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);

  plx_library_close (beside);
  plx_library_close (library);
  fixture_check_file (path);
}

/* A backup that is none, or damaged, or of somebody else, replaces nothing. */
/* Libraries of before have smaller pages. */
static void
test_restore_of_other_pages (void)
{
  g_autofree char *path = make_library ("large.sqlite", 2);
  g_autofree char *backup = make_library ("small.sqlite", 5);
  g_autoptr (PlxLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_exec (backup, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 4096; VACUUM");
  before = script_dump (backup, SCRIPT_DUMP_ALL);
  library = fixture_open (path);
  g_assert_true (restore (library, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (library), ==, 5);
  plx_library_close (library);

  after = script_dump (path, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);
  fixture_check_file (path);
}

static void
test_only_a_library_is_restored (void)
{
  g_autofree char *path = make_library ("careful.sqlite", 2);
  g_autofree char *damaged = make_library ("bad-backup.sqlite", 4);
  g_autofree char *prose = fixture_dup_path ("prose.sqlite");
  g_autofree char *other = fixture_dup_path ("recipes.sqlite");
  g_autofree char *missing = fixture_dup_path ("not-there.sqlite");
  const char *files[] = { damaged, prose, other, missing };
  g_autofree char *before = script_dump (path, SCRIPT_DUMP_NO_HISTORY);
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (PlxLibrary) library = fixture_open (path);
  gsize size;

  g_assert_true (g_file_get_contents (damaged, &bytes, &size, NULL));
  memset (bytes + size / 3, 0x55, 40000);
  g_assert_true (g_file_set_contents (damaged, bytes, size, NULL));
  g_assert_true (g_file_set_contents (prose, "Prose that is no library of anybody's.", -1, NULL));
  fixture_exec (other, "CREATE TABLE recipe (id INTEGER PRIMARY KEY, title TEXT)");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (restore (library, files[i], &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (fixture_n_stories (library), ==, 2);
    }

  g_assert_true (script_rename (library, 1, NULL));
  g_assert_true (fixture_undo (library, NULL));
  plx_library_close (library);
  after = script_dump (path, SCRIPT_DUMP_NO_HISTORY);
  g_assert_cmpstr (after, ==, before);
}

/* The thread writes as fast as it can. */
static gpointer
write_without_end (gpointer data)
{
  gpointer *shared = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDb) db = plx_db_open (shared[0], &error);
  guint n = 0;

  g_assert_no_error (error);
  for (; !g_atomic_int_get ((int *) shared[1]); n++)
    {
      g_autofree char *sql =
        g_strdup_printf ("BEGIN IMMEDIATE;"
                         "INSERT INTO story (title, filter) VALUES ('%u', '{}');"
                         "INSERT INTO story (title, filter) VALUES ('%u', '{}');"
                         "COMMIT", n, n);

      g_assert_true (plx_db_exec (db, "Writing", sql, &error));
    }

  return GUINT_TO_POINTER (n);
}

/* A backup is of one moment: there is never one half of a change in it, and it comes to an end. */
static void
test_while_others_write (void)
{
  g_autofree char *path = make_library ("busy.sqlite", 2);
  int stop = 0;
  gpointer shared[] = { path, &stop };
  GThread *writer = g_thread_new ("writer", write_without_end, shared);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2021, 1, 1, 0, 0, 0);
  guint n_written;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *made = plx_backup_make (path, PLX_BACKUP_BY_HAND, now, NULL, &error);
      g_autoptr (PlxDb) db = NULL;
      gint64 n = -1;

      g_assert_no_error (error);
      db = plx_db_open_plain (made, &error);
      g_assert_true (plx_db_get_int (db, "Counting", "SELECT count(*) FROM (SELECT title FROM story"
                                     " WHERE filter = '{}' AND title NOT LIKE 'Story%'"
                                     " GROUP BY title HAVING count(*) <> 2)", &n, &error));
      g_assert_cmpint (n, ==, 0);
    }

  g_atomic_int_set (&stop, 1);
  n_written = GPOINTER_TO_UINT (g_thread_join (writer));
  g_test_message ("10 backups while %u changes were written", n_written);
  g_assert_cmpuint (n_written, >, 10);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_library ("cancelled.sqlite", 1);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2021, 1, 1, 0, 0, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = plx_backup_dup_folder (path);
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = NULL;

  g_cancellable_cancel (cancellable);
  made = plx_backup_make (path, PLX_BACKUP_BY_HAND, now, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (made);
  files = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (files));
}

static void
test_export_and_import (void)
{
  g_autofree char *path = make_library ("exported.sqlite", 3);
  g_autofree char *into = make_library ("imported.sqlite", 1);
  g_autofree char *file = fixture_dup_path ("all-of-it.sqlite");
  g_autofree char *exported = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (PlxLibrary) other = NULL;
  g_autoptr (PlxStory) newest = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (script_note (library, 5, NULL));
  plx_library_export_async (library, file, NULL, fixture_keep_cb, &result);
  g_assert_true (plx_library_safety_finish (library, fixture_wait (&result), &error));
  g_clear_object (&result);
  plx_library_close (library);
  before = script_dump (path, SCRIPT_DUMP_ALL);
  exported = script_dump (file, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (exported, ==, before);

  other = fixture_open (into);
  plx_library_import_async (other, file, NULL, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (other, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (other), ==, 4);
  g_assert_cmpstr (plx_library_get_undo_label (other), ==, "Import Library");

  /* The newest is the newest, with its articles and its note. */
  newest = g_list_model_get_item (plx_library_get_stories (other), 0);
  g_assert_cmpstr (plx_story_get_title (newest), ==, "Story 2");
  g_assert_cmpuint (plx_story_get_n_articles (newest), ==, 3);

  /* All of it is one change. */
  g_assert_true (fixture_undo (other, &error));
  g_assert_cmpuint (fixture_n_stories (other), ==, 1);
  g_assert_true (fixture_redo (other, &error));
  g_assert_cmpuint (fixture_n_stories (other), ==, 4);
  plx_library_close (other);
  after = script_dump (into, SCRIPT_DUMP_NO_HISTORY);
  g_assert_nonnull (strstr (after, "Note 5"));
  fixture_check_file (into);
}

static void
fail_cb (PlxLibrary *library,
         const char *why)
{
  g_test_fail_printf ("The library is said to be damaged: %s", why);
}

/* Of an older library, and of something that is none; which says nothing of this one. */
static void
test_import_of_others (void)
{
  g_autofree char *into = make_library ("into.sqlite", 1);
  g_autofree char *old = fixture_dup_path ("old.sqlite");
  g_autofree char *prose = fixture_dup_path ("other-prose.sqlite");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PlxLibrary) library = fixture_open (into);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (library, "damaged", G_CALLBACK (fail_cb), NULL);
  script_make_old (old, 2);
  fixture_exec (old, "INSERT INTO story (title, filter) VALUES ('An old story', '{}')");
  before = script_dump (old, SCRIPT_DUMP_ALL);
  plx_library_import_async (library, old, NULL, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_stories (library), ==, 2);
  after = script_dump (old, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (g_file_set_contents (prose, "Nothing that a library could be made of.", -1, NULL));
  plx_library_import_async (library, prose, NULL, fixture_keep_cb, &result);
  g_assert_false (fixture_finish (library, &result, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  g_assert_cmpuint (fixture_n_stories (library), ==, 2);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (fixture_n_stories (library), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/backup/is-the-library-as-it-was", test_is_the_library_as_it_was);
  g_test_add_func ("/library/backup/days", test_days);
  g_test_add_func ("/library/backup/none-is-due-without-a-change",
                   test_none_is_due_without_a_change);
  g_test_add_func ("/library/backup/other-files-are-left-alone", test_other_files_are_left_alone);
  g_test_add_func ("/library/backup/before-an-update", test_before_an_update);
  g_test_add_func ("/library/backup/no-update-without-a-backup", test_no_update_without_a_backup);
  g_test_add_func ("/library/backup/restore", test_restore);
  g_test_add_func ("/library/backup/restore-of-other-pages", test_restore_of_other_pages);
  g_test_add_func ("/library/backup/only-a-library-is-restored", test_only_a_library_is_restored);
  g_test_add_func ("/library/backup/while-others-write", test_while_others_write);
  g_test_add_func ("/library/backup/cancelled", test_cancelled);
  g_test_add_func ("/library/backup/export-and-import", test_export_and_import);
  g_test_add_func ("/library/backup/import-of-others", test_import_of_others);

  return g_test_run ();
}
