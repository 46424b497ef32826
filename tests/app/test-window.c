/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "comparing/plx-story-title.h"
#include "window/plx-labels.h"

static const char *
get_count (PlxWindow *window)
{
  GObject *bar = gtk_widget_get_template_child (GTK_WIDGET (window), PLX_TYPE_WINDOW,
                                                "filter_bar");
  GObject *count = gtk_widget_get_template_child (GTK_WIDGET (bar), G_OBJECT_TYPE (bar), "count");

  return gtk_label_get_label (GTK_LABEL (count));
}

static void
test_window_empty (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("Over an empty library the window says how to fill it");

  g_assert_cmpstr (app_fixture_get_page (window), ==, "empty");
  app_fixture_close_window (window);
}

static void
test_window_adds (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *stories = plx_library_get_stories (fixture->library);

  g_test_summary ("Files become a story, an empty one among them hinders none; the same files "
                  "again become no second story");

  g_ptr_array_add (files, app_fixture_write (fixture, "a.txt",
                                             "Flood in the valley\n\n"
                                             "The river Nera rose by three metres on Monday, the "
                                             "mayor of Spoleto said in the evening.\n"));
  g_ptr_array_add (files, app_fixture_write (fixture, "empty.txt", ""));
  g_ptr_array_add (files, app_fixture_write (fixture, "b.txt",
                                             "Valley under water\n\n"
                                             "The river Nera rose by four metres on Monday, the "
                                             "mayor of Spoleto said in the evening.\n"));
  plx_window_open_files (window, files);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 1);
  g_assert_cmpuint (plx_analysis_get_n_articles (
                      plx_session_get_analysis (plx_window_get_session (window))), ==, 2);
  g_assert_nonnull (g_strrstr (get_count (window), "passages"));

  plx_session_set_story (plx_window_get_session (window), NULL);
  g_ptr_array_remove_index (files, 1);
  plx_window_open_files (window, files);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 1);

  app_fixture_close_window (window);
}

static void
test_window_counts (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *all = NULL;

  g_test_summary ("The filter bar says how many passages are left");

  plx_session_set_story (plx_window_get_session (window),
                         app_fixture_add_story (fixture, "Summit"));
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  all = g_strdup (get_count (window));

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (plx_window_get_session (window), filter);
  g_assert_cmpstr (get_count (window), !=, all);
  app_fixture_wait (plx_library_get_undo_label (fixture->library) != NULL);

  app_fixture_close_window (window);
}

static void
test_window_restores (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  gint64 id = plx_story_get_id (story);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("Closed and opened again, the window shows the story, the view, the article and "
                  "the filter as before");

  plx_session_set_story (plx_window_get_session (window), story);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  plx_window_set_view (window, "graph");
  plx_session_set_article (plx_window_get_session (window), 1);
  filter->only_differences = TRUE;
  plx_session_set_filter (plx_window_get_session (window), filter);
  app_fixture_wait (plx_story_get_filter (story)->only_differences);
  app_fixture_settle ();
  app_fixture_close_window (window);

  app_fixture_reopen (fixture);
  window = app_fixture_open_window (fixture->library);
  plx_window_restore (window);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  g_assert_cmpstr (plx_window_get_view (window), ==, "graph");
  g_assert_cmpint (plx_story_get_id (plx_session_get_story (plx_window_get_session (window))),
                   ==, id);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Summit");
  g_assert_cmpuint (plx_session_get_article (plx_window_get_session (window)), ==, 1);
  g_assert_true (plx_session_get_filter (plx_window_get_session (window))->only_differences);

  app_fixture_close_window (window);
}

static void
test_window_stops (AppFixture    *fixture,
                   gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxSession *session = plx_window_get_session (window);

  g_test_summary ("While articles are compared the window says so; where that was stopped, it "
                  "offers to do it");

  plx_session_set_story (session, story);
  app_fixture_wait (plx_session_get_progress (session) != NULL);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "busy");
  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (window), "Comparing 2 articles…"));

  plx_session_stop_comparing (session);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "stopped");
  g_assert_nonnull (app_fixture_find_label (GTK_WIDGET (window), "Not Compared"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-again", NULL);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  app_fixture_close_window (window);
}

static void
test_window_removes (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("A removed story does not stay open, and undo brings it back");

  plx_session_set_story (plx_window_get_session (window),
                         app_fixture_add_story (fixture, "Summit"));
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-story", NULL);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "empty"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (g_list_model_get_n_items (plx_library_get_stories (fixture->library)) == 1);

  app_fixture_close_window (window);
}

static void
test_window_refuses (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_test_summary ("Where nothing can be read the window says why of each file, and stays empty");

  g_ptr_array_add (files, app_fixture_write (fixture, "empty.txt", ""));
  g_ptr_array_add (files, app_fixture_write (fixture, "picture.png", "\x89PNG\r\n\x1a\n"));
  g_ptr_array_add (files, g_file_new_for_path (fixture->folder));
  g_ptr_array_add (files, g_file_new_for_uri ("https://example.org/article"));
  plx_window_open_files (window, files);

  app_fixture_wait (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) !=
                    NULL);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "empty");
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);

  adw_dialog_force_close (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_fixture_close_window (window);
}

static void
test_window_pastes (AppFixture    *fixture,
                    gconstpointer  data)
{
  static const char page[] = "<h1>Flood in the valley</h1><p>The river Nera rose by three metres "
                             "on Monday, the mayor of Spoleto said in the evening.</p>";
  static const gunichar2 address[] = u"https://example.org/flood\nFlood";
  g_autoptr (GBytes) html = g_bytes_new_static (page, strlen (page));
  g_autoptr (GBytes) from = g_bytes_new_static (address, sizeof address - sizeof address[0]);
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentProvider *parts[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  PlxArticle *article;

  g_test_summary ("What was copied in a browser comes in with the address it is from");

  parts[0] = gdk_content_provider_new_for_bytes ("text/html", html);
  parts[1] = gdk_content_provider_new_for_bytes ("text/x-moz-url-priv", from);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (clipboard, provider);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  article = plx_session_find_article (plx_window_get_session (window), 0);
  g_assert_cmpstr (plx_article_get_document (article)->fields[PLX_FIELD_ADDRESS], ==,
                   "https://example.org/flood");

  gdk_clipboard_set_content (clipboard, NULL);
  app_fixture_close_window (window);
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_window_pastes_files (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GListModel *stories = plx_library_get_stories (fixture->library);
  GdkFileList *list;
  GFile *files[2];

  g_test_summary ("Copied files are pasted; a text is pasted into the entry that has the focus and "
                  "not added");

  files[0] = app_fixture_write (fixture, "a.txt", "Flood in the valley\n\nThe river Nera rose by "
                                                  "three metres on Monday.\n");
  files[1] = app_fixture_write (fixture, "b.txt", "Valley under water\n\nThe river Nera rose by "
                                                  "four metres on Monday.\n");
  list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));
  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, list);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
  g_assert_cmpuint (plx_story_get_n_articles (plx_session_get_story (
                      plx_window_get_session (window))), ==, 2);

  gdk_clipboard_set_text (clipboard, "Nera");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  app_fixture_settle ();
  gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (window)), "clipboard.paste", NULL);
  app_fixture_wait (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (
    find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY))), "Nera"));
  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 1);

  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
  gdk_clipboard_set_content (clipboard, NULL);
  app_fixture_close_window (window);
}

static void
test_window_narrow (AppFixture    *fixture,
                    gconstpointer  data)
{
  static const char * const views[] = { "read", "compare", "graph", "countries", "sheet" };
  PlxWindow *window = app_fixture_open_window (fixture->library);
  static const char * const parts[] = { "header", "filter_bar", "switcher_bar", "stack" };

  g_test_summary ("In a window of 360 pixels there is room for everything");

  plx_session_set_story (plx_window_get_session (window),
                         app_fixture_add_story (fixture, "A summit of a rather long name"));
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 500);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      plx_window_set_view (window, views[i]);
      app_fixture_wait (gtk_widget_get_width (GTK_WIDGET (window)) <= 400);
      app_fixture_settle ();

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          GObject *part = gtk_widget_get_template_child (GTK_WIDGET (window), PLX_TYPE_WINDOW,
                                                         parts[j]);
          int minimum;

          gtk_widget_measure (GTK_WIDGET (part), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                              NULL, NULL);
          g_test_message ("%s, %s: %d", views[i], parts[j], minimum);
          g_assert_cmpint (minimum, <=, 350);
        }
    }

  app_fixture_close_window (window);
}

static void
test_title (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autofree char *title = NULL;

  g_test_summary ("A new story is called by the headline that has most of the others'");

  g_ptr_array_add (documents, app_fixture_document ("What we know so far", "a", "A."));
  g_ptr_array_add (documents, app_fixture_document ("Summit opens in Chad", "b", "B."));
  g_ptr_array_add (documents, app_fixture_document ("Chad: the summit and its guests", "c", "C."));
  title = plx_story_title_propose (documents);

  g_assert_cmpstr (title, ==, "Summit opens in Chad");
}

static void
test_days (void)
{
  static const struct { const char *first, *last, *label; } cases[] = {
    { "2015-06-14", "2015-06-16", "Jun 2015" },
    { "2023-08-30", "2023-09-02", "Aug–Sep 2023" },
    { "2023-12-30", "2024-01-02", "Dec 2023–Jan 2024" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = plx_label_days (plx_day_parse (cases[i].first),
                                               plx_day_parse (cases[i].last));

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    RESOURCE_PREFIX "/icons");

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/window/empty", test_window_empty);
  ADD ("/window/adds", test_window_adds);
  ADD ("/window/refuses", test_window_refuses);
  ADD ("/window/pastes", test_window_pastes);
  ADD ("/window/pastes-files", test_window_pastes_files);
  ADD ("/window/counts", test_window_counts);
  ADD ("/window/restores", test_window_restores);
  ADD ("/window/stops", test_window_stops);
  ADD ("/window/removes", test_window_removes);
  /* Where its split view has been collapsed, the window goes but what is in it lives on. Split
   * views of plain widgets do not: why ours does is still to be found. */
  g_test_add ("/window/narrow", AppFixture, GINT_TO_POINTER (APP_FIXTURE_MAY_LIVE_ON),
              app_fixture_set_up, test_window_narrow, app_fixture_tear_down);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/days", test_days);

  return g_test_run ();
}
