/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "library/plx-library-safety.h"
#include "window/plx-backups-dialog.h"
#include "window/plx-upkeep.h"

/* Does to the file, while nobody has it open, what only another release would do. */
static void
reopen_after (AppFixture *fixture,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_clear_object (&fixture->session);
  plx_library_close (fixture->library);
  g_clear_object (&fixture->library);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  fixture->library = plx_library_open (fixture->path, NULL);
  g_assert_nonnull (fixture->library);
  fixture->session = plx_session_new (fixture->library);
}

/* Backups are removed with the folder of the test. */
static guint
count_backups (AppFixture *fixture,
               gboolean    remove)
{
  g_autoptr (GPtrArray) backups = plx_backup_list (fixture->path);
  g_autofree char *folder = plx_backup_dup_folder (fixture->path);

  for (guint i = 0; remove && i < backups->len; i++)
    g_unlink (((PlxBackup *) backups->pdata[i])->path);
  if (remove)
    g_rmdir (folder);

  return backups->len;
}

/* As a button in the window shows it. */
static gboolean
is_enabled (PlxWindow  *window,
            const char *action)
{
  GtkWidget *title = app_fixture_find_label (GTK_WIDGET (window), "Stories");
  AdwToolbarView *place = ADW_TOOLBAR_VIEW (gtk_widget_get_ancestor (title,
                                                                     ADW_TYPE_TOOLBAR_VIEW));
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_toolbar_view_add_bottom_bar (place, button);
  enabled = gtk_widget_get_sensitive (button);
  adw_toolbar_view_remove (place, button);

  return enabled;
}

static void
test_newer_can_be_read_only (AppFixture   *fixture,
                             gconstpointer data)
{
  PlxWindow *window;
  GtkWidget *banner;

  app_fixture_add_story (fixture, "A story");
  reopen_after (fixture, "PRAGMA user_version = 1000");
  window = app_fixture_open_window (fixture->library);
  banner = app_fixture_find_label (GTK_WIDGET (window), "A later release of Parallax wrote this "
                                   "library. Here it can be read, and not changed.");
  g_assert_nonnull (banner);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (gtk_widget_get_ancestor (banner,
                                                                               ADW_TYPE_BANNER))));
  g_assert_false (is_enabled (window, "win.add"));
  g_assert_false (is_enabled (window, "win.undo"));
  g_assert_true (is_enabled (window, "win.search"));
  g_assert_true (is_enabled (window, "win.backups"));
  app_fixture_close_window (window);
}

static void
test_other_library_is_named (AppFixture   *fixture,
                             gconstpointer data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "library");
  g_assert_true (is_enabled (window, "win.add"));
  app_fixture_close_window (window);
}

static void
test_damage_is_told (AppFixture   *fixture,
                     gconstpointer data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_assert_null (app_fixture_find_label (GTK_WIDGET (window), "The Library Is Damaged"));
  g_signal_emit_by_name (fixture->library, "damaged", "A page of it cannot be read.");
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "The Library Is Damaged"));
  app_fixture_close_window (window);
}

static void
test_backups (AppFixture   *fixture,
              gconstpointer data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  AdwDialog *dialog = plx_backups_dialog_new (fixture->library);

  app_fixture_add_story (fixture, "A story");
  adw_dialog_present (dialog, GTK_WIDGET (window));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (dialog), "No Backups"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "backups.make", NULL));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (dialog), "Backup made"));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (dialog), "Restore…"));
  g_assert_cmpuint (count_backups (fixture, FALSE), ==, 1);

  /* Whoever wants to go back is asked first. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "backups.restore", "s",
                                             fixture->path));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Restore This Backup?"));
  adw_dialog_force_close (dialog);
  app_fixture_close_window (window);
  count_backups (fixture, TRUE);
}

static void
test_backup_of_the_day (AppFixture   *fixture,
                        gconstpointer data)
{
  app_fixture_add_story (fixture, "A story");
  plx_upkeep_begin (fixture->library, 0);
  app_fixture_wait (count_backups (fixture, FALSE) == 1);
  app_fixture_settle ();
  count_backups (fixture, TRUE);
}

static void
add (const char *path,
     void      (*test) (AppFixture    *fixture,
                        gconstpointer  data))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/safety/newer-can-be-read-only", test_newer_can_be_read_only);
  add ("/safety/other-library-is-named", test_other_library_is_named);
  add ("/safety/damage-is-told", test_damage_is_told);
  add ("/safety/backups", test_backups);
  add ("/safety/backup-of-the-day", test_backup_of_the_day);

  return g_test_run ();
}
