/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "window/plx-column-row.h"

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
  const gsize size = 20 * 1024 * 1024;
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

static void
test_adding_same_text (AppFixture    *fixture,
                       gconstpointer  data)
{
  static const char text[] = "Ferry burns\n\nThe ferry burned at the pier of Varn on Monday.\n";
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_test_summary ("Who adds three files of one text is told why there is one article");

  g_ptr_array_add (files, app_fixture_write (fixture, "one.txt", text));
  g_ptr_array_add (files, app_fixture_write (fixture, "two.txt", text));
  g_ptr_array_add (files, app_fixture_write (fixture, "three.txt", text));
  plx_window_open_files (window, files);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "1 article added, 2 more have the "
                                            "same text as others") != NULL);

  app_fixture_close_window (window);
}

static void
test_adding_many_failures (AppFixture    *fixture,
                           gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GStrv) lines = NULL;

  g_test_summary ("Many failures stand under their reasons, and can be copied as text");

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("missing-%u.txt", i);

      g_ptr_array_add (files, g_file_new_build_filename (fixture->folder, name, NULL));
    }
  g_ptr_array_add (files, app_fixture_write (fixture, "empty.txt", ""));

  plx_window_open_files (window, files);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "5001 files could not be read") !=
                    NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window),
                                            "There is no such file here. A page on the web has to "
                                            "be saved first. (5000)") != NULL);

  gtk_widget_activate_action (GTK_WIDGET (get_dialog (window)), "failures.copy", NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value,
                                                 NULL));
  lines = g_strsplit (g_value_get_string (&value), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5002);
  g_assert_cmpstr (lines[5000], ==, "empty.txt\tThere is no text in it. (empty)");

  adw_dialog_force_close (get_dialog (window));
  app_fixture_close_window (window);
}

static void
test_adding_folder (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *library = g_steal_pointer (&fixture->folder);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("A folder's articles come in as one story and go as one; what has no text is "
                  "told only where one asks");

  fixture->folder = g_build_filename (library, "clips", NULL);
  g_ptr_array_add (files, g_file_new_for_path (fixture->folder));
  g_assert_true (g_file_make_directory (files->pdata[0], NULL, NULL));
  add_good_files (fixture, made);
  g_ptr_array_add (made, app_fixture_write (fixture, "p.png", "\x89PNG\r\n\x1a\n"));
  g_ptr_array_add (made, app_fixture_write (fixture, "empty.txt", ""));

  plx_window_open_files (window, files);
  app_fixture_wait (app_fixture_find_label (root, "2 articles added, 1 could not be read") != NULL);
  gtk_widget_activate (find_button (root, "Details"));
  app_fixture_wait (app_fixture_find_label (root, "In clips") != NULL);
  g_assert_nonnull (app_fixture_find_label (root, "1 picture or other file without text was passed "
                                                  "over."));
  gtk_widget_activate (find_button (root, "Undo"));
  app_fixture_wait (g_list_model_get_n_items (plx_library_get_stories (fixture->library)) == 0);

  for (guint i = 0; i < made->len; i++)
    g_file_delete (made->pdata[i], NULL, NULL);
  g_free (fixture->folder);
  fixture->folder = g_steal_pointer (&library);
  app_fixture_close_window (window);
}

static void
count_done_cb (guint *n)
{
  (*n)++;
}

static void
test_adding_cancelled (AppFixture    *fixture,
                       gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxImporter *importer = plx_window_get_importer (window);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) page = g_string_new ("<html><body>");
  guint n_done = 0;

  g_test_summary ("Who cancels an import finds the library as it was");

  for (guint i = 0; i < 90000; i++)
    g_string_append_printf (page, "<div><p>The river %u rose by three metres, the mayor said.</p>"
                                  "<a href='%u'>More</a></div>", i, i);
  add_good_files (fixture, files);
  g_ptr_array_add (files, app_fixture_write (fixture, "large.html", page->str));
  g_signal_connect_swapped (importer, "done", G_CALLBACK (count_done_cb), &n_done);

  plx_window_open_files (window, files);
  g_assert_true (plx_importer_is_busy (importer));
  app_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-import", NULL);
  app_fixture_wait (n_done == 1);

  g_assert_false (plx_importer_is_busy (importer));
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "empty");
  g_assert_null (get_dialog (window));

  app_fixture_close_window (window);
}

static const char table[] =
  "Number,Thing,Words\n"
  "1,Flood in the valley,\"The river Nera rose by three metres on Monday, the mayor of Spoleto "
  "said in the evening to those who had come.\"\n"
  "2,Valley under water,\"The river Nera rose by four metres on Tuesday, the mayor of Terni said "
  "in the morning to those who had stayed.\"\n";

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *label = app_fixture_find_label (root, title);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW) : NULL;
}

static GtkDropDown *
find_uses (GtkWidget  *root,
           const char *title)
{
  GObject *uses = gtk_widget_get_template_child (find_row (root, title), PLX_TYPE_COLUMN_ROW,
                                                 "uses");

  return GTK_DROP_DOWN (uses);
}

static void
test_adding_table (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *stories = plx_library_get_stories (fixture->library);
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *dialog;

  g_test_summary ("Before a table comes in, the window shows what its columns hold; what the user "
                  "changes counts, and is remembered");

  g_ptr_array_add (files, app_fixture_write (fixture, "table.csv", table));
  plx_window_open_files (window, files);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (root, "table.csv, 2 rows") != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 0);

  /* Nothing is text: it can't be imported, and the dialog says so. */
  for (const char * const *name = (const char * const []) { "Number", "Thing", "Words", NULL };
       *name != NULL; name++)
    gtk_drop_down_set_selected (find_uses (root, *name), 0);
  app_fixture_wait (app_fixture_find_label (root, "No column holds the text or the headline of the "
                                                  "articles. Say which one does.") != NULL);
  g_assert_false (gtk_widget_get_sensitive (find_button (root, "Import")));

  gtk_drop_down_set_selected (find_uses (root, "Thing"), 3);
  gtk_drop_down_set_selected (find_uses (root, "Words"), 1);
  /* In the list of columns, and as the headline of what comes of it. */
  app_fixture_wait (gtk_widget_get_sensitive (find_button (root, "Import")));
  gtk_widget_activate (find_button (root, "Import"));
  app_fixture_wait (g_list_model_get_n_items (stories) == 1);
  app_fixture_wait (get_dialog (window) == NULL);
  app_fixture_wait (!plx_importer_is_busy (plx_window_get_importer (window)));

  plx_window_open_files (window, files);
  /* The dialog before this one may still be on its way out. */
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (find_row (GTK_WIDGET (get_dialog (window)), "Thing") != NULL);
  dialog = GTK_WIDGET (get_dialog (window));
  g_assert_cmpuint (gtk_drop_down_get_selected (find_uses (dialog, "Thing")), ==, 3);
  g_assert_nonnull (app_fixture_find_label (find_row (dialog, "Thing"),
                                            "As you chose the last time"));

  /* To close the dialog is to want nothing of it. */
  adw_dialog_force_close (get_dialog (window));
  app_fixture_wait (!plx_importer_is_busy (plx_window_get_importer (window)));
  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 1);

  app_fixture_close_window (window);
}

static void
test_adding_tables_alike (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *other = g_strdup (table);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("Of tables with the same columns the user is asked once; a window that closes "
                  "while it asks adds nothing");

  memcpy (strstr (other, "Monday"), "Sunday", strlen ("Sunday"));
  g_ptr_array_add (files, app_fixture_write (fixture, "one.csv", table));
  g_ptr_array_add (files, app_fixture_write (fixture, "two.csv", other));
  plx_window_open_files (window, files);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (root, "one.csv, and 1 file more of these columns") !=
                    NULL);

  app_fixture_close_window (window);
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);
}

static void
test_adding_no_articles (AppFixture    *fixture,
                         gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("A table that has no articles can be left out, and the other files come in");

  add_good_files (fixture, files);
  g_ptr_array_add (files, app_fixture_write (fixture, "numbers.csv",
                                             "k1,k2,k3\n1,2,3\n2,4,6\n3,6,9\n4,8,12\n"));
  plx_window_open_files (window, files);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (find_button (root, "Leave It Out") != NULL);
  gtk_widget_activate (find_button (root, "Leave It Out"));
  app_fixture_wait (app_fixture_find_label (root, "2 articles added, 1 could not be read") != NULL);

  app_fixture_close_window (window);
}

static void
test_adding_link (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr (GFile) link = g_file_new_for_uri ("https://news.example.org/a/story");
  GdkFileList *list = gdk_file_list_new_from_array (&link, 1);
  GtkWidget *root = GTK_WIDGET (window);

  g_test_summary ("Of an address alone, as a text or as browsers drag it, the window says what to "
                  "do instead of adding it");

  gdk_clipboard_set_text (clipboard, " https://news.example.org/a/story\n");
  gtk_widget_activate_action (root, "win.paste", NULL);
  app_fixture_wait (app_fixture_find_label (root, "This Is Only an Address") != NULL);
  adw_dialog_force_close (get_dialog (window));
  app_fixture_wait (get_dialog (window) == NULL);

  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, list);
  gtk_widget_activate_action (root, "win.paste", NULL);
  app_fixture_wait (get_dialog (window) != NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (get_dialog (window)),
                                            "This Is Only an Address") != NULL);
  g_assert_false (plx_importer_is_busy (plx_window_get_importer (window)));

  gdk_clipboard_set_content (clipboard, NULL);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
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
  ADD ("/adding/same-text", test_adding_same_text);
  ADD ("/adding/many-failures", test_adding_many_failures);
  ADD ("/adding/folder", test_adding_folder);
  ADD ("/adding/no-articles", test_adding_no_articles);
  ADD ("/adding/link", test_adding_link);
  ADD ("/adding/cancelled", test_adding_cancelled);
  ADD ("/adding/table", test_adding_table);
  ADD ("/adding/tables-alike", test_adding_tables_alike);

  return g_test_run ();
}
