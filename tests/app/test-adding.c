/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

static void
add_good_files (AppFixture *fixture,
                GPtrArray  *files)
{
  g_ptr_array_add (files, app_fixture_write (fixture, "a.txt",
                                             "Flood in the valley\n\n"
                                             "The river Nera rose by three metres on Monday, the "
                                             "mayor of Spoleto said in the evening.\n"));
  g_ptr_array_add (files, app_fixture_write (fixture, "b.txt",
                                             "Valley under water\n\n"
                                             "The river Nera rose by four metres on Monday, the "
                                             "mayor of Spoleto said in the evening.\n"));
}

static void
add_bad_files (AppFixture *fixture,
               GPtrArray  *files)
{
  const gsize size = 50 * 1024 * 1024;
  g_autofree char *large = g_malloc (size + 1);

  memset (large, 'a', size);
  for (gsize i = 0; i < size; i += 60)
    large[i] = '\n';
  large[size] = '\0';

  g_ptr_array_add (files, g_file_new_build_filename (fixture->folder, "void", NULL));
  g_assert_true (g_file_make_directory (files->pdata[0], NULL, NULL));
  g_ptr_array_add (files, app_fixture_write (fixture, "empty.txt", ""));
  g_ptr_array_add (files, app_fixture_write (fixture, "picture.png", "\x89PNG\r\n\x1a\n"));
  g_ptr_array_add (files, app_fixture_write (fixture, "large.txt", large));
  g_ptr_array_add (files, g_file_new_build_filename (fixture->folder, "missing.txt", NULL));
}

static AdwDialog *
get_dialog (PlxWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = app_fixture_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_adding_batch (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *stories = plx_library_get_stories (fixture->library);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("Of a batch the good files come in; each other is explained when asked for, and "
                  "all can be undone there");

  add_bad_files (fixture, files);
  add_good_files (fixture, files);
  plx_window_open_files (window, files);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  app_fixture_wait (app_fixture_find_label (root, "2 articles added, 5 could not be read") != NULL);
  g_assert_null (get_dialog (window));

  gtk_widget_activate (find_button (root, "Details"));
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (root, "5 files could not be read") != NULL);
  g_assert_nonnull (app_fixture_find_label (root, "There is no text in it."));
  g_assert_nonnull (app_fixture_find_label (root, "This is no text, web page or document that "
                                                  "Parallax can read."));
  g_assert_nonnull (app_fixture_find_label (root, "It is longer than any article."));
  g_assert_nonnull (app_fixture_find_label (root, "There is no such file here. A page on the web "
                                                  "has to be saved first."));
  g_assert_nonnull (app_fixture_find_label (root, "large.txt"));

  gtk_widget_activate (find_button (root, "Undo"));
  app_fixture_wait (g_list_model_get_n_items (stories) == 0);
  app_fixture_wait (get_dialog (window) == NULL);

  app_fixture_close_window (window);
}

static void
test_adding_none (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_test_summary ("Where nothing came in, the window says why at once and offers no undo");

  g_ptr_array_add (files, app_fixture_write (fixture, "empty.txt", " \n"));
  plx_window_open_files (window, files);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "1 file could not be read") !=
                    NULL);
  g_assert_null (find_button (GTK_WIDGET (window), "Undo"));

  adw_dialog_force_close (get_dialog (window));
  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/adding/batch", test_adding_batch);
  ADD ("/adding/none", test_adding_none);

  return g_test_run ();
}
