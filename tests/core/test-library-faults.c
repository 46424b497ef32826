/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-vfs.h"
#include "script-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library/plx-backup.h"

typedef struct
{
  const char *name;
  ScriptStep  step;
} Named;

static const Named script[] = {
  { "add a story", script_add_story },
  { "add articles", script_add_articles },
  { "edit an article", script_edit },
  { "rename the story", script_rename },
  { "change the filter", script_filter },
  { "note something", script_note },
  { "correct a name", script_name },
  { "take an article out", script_leave },
  { "search", script_search },
  { "undo", script_undo },
  { "undo", script_undo },
  { "redo", script_redo },
  { "keep a state", script_save_state },
  { "add a story", script_add_story },
  { "remove it", script_remove },
  { "undo", script_undo },
  { "search", script_search },
};

typedef struct
{
  guint n_calls;    /* of the last run */
  guint n_refused;  /* runs in which something was refused */
  guint n_told;     /* of them, those in which a step told so */
  guint n_steps;    /* that were tried again */
} Figures;

static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == PLX_LIBRARY_ERROR);
  g_assert_nonnull (strstr (error->message, ": "));
  g_assert_null (strstr (error->message, "not an error"));
}

/* A step that fails has said why, and has changed nothing, so that it can be done again. */
static void
take_step (PlxLibrary *library,
           guint       n,
           Figures    *figures)
{
  g_autoptr (GError) error = NULL;

  if (script[n].step (library, n, &error))
    {
      g_assert_no_error (error);
      return;
    }

  assert_told (error);
  g_assert_nonnull (fault_vfs_get_refused ());
  g_clear_error (&error);
  figures->n_steps++;
  script[n].step (library, n, &error);
  if (error != NULL)
    g_test_message ("To %s again after a refused %s: %s", script[n].name, fault_vfs_get_refused (),
                    error->message);
  g_assert_no_error (error);
}

static PlxLibrary *
open_once_more (const char *path,
                Figures    *figures)
{
  g_autoptr (GError) error = NULL;
  PlxLibrary *library = plx_library_open (path, &error);

  if (library != NULL)
    return library;

  assert_told (error);
  figures->n_steps++;

  return fixture_open (path);
}

static void
remove_library (const char *path)
{
  static const char * const ends[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/* Does all of it on a new library, refuses the @nth thing that it asks of the disk, and gives what
 * is in the library in the end, as somebody reads it who opens it then. */
static char *
run_script (guint     kinds,
            guint     nth,
            gboolean  full,
            Figures  *figures)
{
  g_autofree char *path = fixture_dup_path ("faults.sqlite");
  g_autoptr (PlxLibrary) library = NULL;
  const char *refused;
  guint n_before = figures->n_steps;

  remove_library (path);
  fault_vfs_arm (kinds, nth, full);
  library = open_once_more (path, figures);
  for (guint i = 0; i < G_N_ELEMENTS (script); i++)
    take_step (library, i, figures);
  plx_library_close (library);

  refused = fault_vfs_get_refused ();
  figures->n_calls = fault_vfs_get_n_calls ();
  figures->n_refused += refused != NULL;
  figures->n_told += figures->n_steps > n_before;
  fault_vfs_arm (0, 0, FALSE);
  fixture_check_file (path);

  return script_dump (path, SCRIPT_DUMP_NO_TIMES);
}

/* Under the sanitizers a run takes five times as long. They look at what is done after a fault, of
 * which there are not so many kinds; the plain build fails every single call. */
#ifdef __SANITIZE_ADDRESS__
#define EACH 6
#else
#define EACH 1
#endif

static void
fail_each (const char *what,
           guint       kinds,
           guint       step,
           gboolean    full)
{
  Figures figures = { 0 };
  g_autofree char *wanted = run_script (kinds, 0, full, &figures);
  guint n_calls = figures.n_calls;

  g_assert_cmpuint (figures.n_steps, ==, 0);
  g_assert_nonnull (strstr (wanted, "Renamed"));
  g_assert_cmpuint (n_calls, >, 20);
  step *= EACH;
  for (guint n = 1; n <= n_calls; n += step)
    {
      g_autofree char *is = run_script (kinds, n, full, &figures);

      g_assert_cmpstr (is, ==, wanted);
    }

  g_test_message ("%s: of %u calls, %u were refused, once in a run each: in %u of the runs the "
                  "user was told, and did %u steps again; nothing lost", what, n_calls,
                  figures.n_refused, figures.n_told, figures.n_steps);
  g_assert_cmpuint (figures.n_refused, >=, n_calls / step * 9 / 10);
  g_assert_cmpuint (figures.n_told, >, 0);
}

static void
test_every_write_fails_once (void)
{
  g_test_summary ("Every write, sync, opening, truncation, removal and shared memory, with EIO");
  fail_each ("I/O error", FAULT_ALL_BUT_READ, 1, FALSE);
}

/* The same writes again; which of them it is makes less of a difference here. */
static void
test_writes_find_the_disk_full (void)
{
  fail_each ("Full disk", FAULT_WRITE, 4, TRUE);
}

static void
test_every_read_fails_once (void)
{
  fail_each ("Failed read", FAULT_READ, 1, FALSE);
}

/* As long as there is no room every change is refused in words that say so, and nothing of it is
 * there; as soon as there is room again all goes on. */
static void
test_full_disk (void)
{
  g_autofree char *path = fixture_dup_path ("full-disk.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (script_add_story (library, 0, &error));
  plx_library_close (library);
  g_clear_object (&library);
  before = script_dump (path, SCRIPT_DUMP_ALL);

  library = fixture_open (path);
  label = g_strdup (plx_library_get_undo_label (library));
  fault_vfs_set_full (TRUE);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_false (script_add_articles (library, i, &error));
      g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE);
      g_assert_nonnull (strstr (error->message, "the disk is full"));
      g_clear_error (&error);
    }
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, label);
  g_assert_true (script_search (library, 0, &error));

  fault_vfs_set_full (FALSE);
  plx_library_close (library);
  g_clear_object (&library);
  after = script_dump (path, SCRIPT_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);

  library = fixture_open (path);
  g_assert_true (script_add_articles (library, 1, &error));
  g_assert_no_error (error);
  plx_library_close (library);
  fixture_check_file (path);
}

/* Once it is open nobody waits for the disk on the main thread. */
static void
test_window_never_waits (void)
{
  g_autofree char *path = fixture_dup_path ("never-waits.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  Figures figures = { 0 };

  fault_vfs_arm (0, 0, FALSE);
  fault_vfs_watch_thread (g_thread_self ());
  for (guint i = 0; i < G_N_ELEMENTS (script); i++)
    take_step (library, i, &figures);
  g_assert_cmpuint (fault_vfs_get_n_watched (), ==, 0);

  /* That it would be seen. */
  plx_library_close (library);
  g_clear_object (&library);
  library = fixture_open (path);
  g_assert_cmpuint (fault_vfs_get_n_watched (), >, 0);
  fault_vfs_watch_thread (NULL);
}

/* A failed backup leaves nothing, and the library as it was. */
static void
test_every_write_of_a_backup_fails_once (void)
{
  g_autofree char *path = fixture_dup_path ("backup-faults.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 12, 0, 0);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  guint n_calls = 0, n_told = 0;

  for (guint i = 0; i < 5; i++)
    g_assert_true (script_add_story (library, i, &error));
  plx_library_close (library);
  before = script_dump (path, SCRIPT_DUMP_ALL);

  /* First once without a fault, to know how much it asks for. */
  for (guint n = 0; n <= n_calls; n++)
    {
      g_autofree char *made = NULL;
      g_autofree char *is = NULL;
      g_autoptr (GPtrArray) backups = NULL;

      fault_vfs_arm (FAULT_ALL_BUT_READ, n, n % 2 == 0);
      made = plx_backup_make (path, PLX_BACKUP_BY_HAND, now, NULL, &error);
      if (n == 0)
        n_calls = fault_vfs_get_n_calls ();
      fault_vfs_arm (0, 0, FALSE);
      backups = plx_backup_list (path);
      g_assert_cmpuint (backups->len, ==, made != NULL ? 1 : 0);

      if (made != NULL)
        {
          is = script_dump (made, SCRIPT_DUMP_ALL);
          g_assert_cmpstr (is, ==, before);
          g_unlink (made);
        }
      else
        {
          assert_told (error);
          g_clear_error (&error);
          n_told++;
        }
    }

  g_test_message ("Backup: %u calls, each refused once, %u told", n_calls, n_told);
  g_assert_cmpuint (n_told, >, 5);
  fixture_check_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();

  g_test_add_func ("/library/faults/every-write-fails-once", test_every_write_fails_once);
  g_test_add_func ("/library/faults/writes-find-the-disk-full", test_writes_find_the_disk_full);
  g_test_add_func ("/library/faults/every-read-fails-once", test_every_read_fails_once);
  g_test_add_func ("/library/faults/full-disk", test_full_disk);
  g_test_add_func ("/library/faults/window-never-waits", test_window_never_waits);
  g_test_add_func ("/library/faults/every-write-of-a-backup-fails-once",
                   test_every_write_of_a_backup_fails_once);

  return g_test_run ();
}
