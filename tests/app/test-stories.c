/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "read/plx-article-inspector.h"

static void
open_story (PlxWindow *window,
            PlxStory  *story)
{
  plx_session_set_story (plx_window_get_session (window), story);
  app_fixture_wait (g_str_equal (app_fixture_get_page (window), "views"));
}

static void
activate_undo (PlxWindow  *window,
               const char *text)
{
  GtkWidget *label = NULL;
  GtkWidget *button;

  app_fixture_wait ((label = app_fixture_find_label (GTK_WIDGET (window), text)) != NULL);
  button = gtk_widget_get_ancestor (app_fixture_find_label (GTK_WIDGET (window), "Undo"),
                                    GTK_TYPE_BUTTON);
  gtk_widget_activate (button);
}

static void
test_stories_are_removed (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxStory *first = app_fixture_add_story (fixture, "Summit");
  PlxStory *second = app_fixture_add_story (fixture, "Talks");
  PlxWindow *window = app_fixture_open_window (fixture->library);
  GListModel *stories = plx_library_get_stories (fixture->library);

  g_test_summary ("A story beside the open one is removed and brought back by the toast; the open "
                  "one stays open");

  open_story (window, first);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-one", "x",
                              plx_story_get_id (second));
  app_fixture_wait (g_list_model_get_n_items (stories) == 1);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "views");

  activate_undo (window, "Story moved to the trash");
  app_fixture_wait (g_list_model_get_n_items (stories) == 2);

  app_fixture_close_window (window);
}

static gboolean
is_kept (PlxWindow *window)
{
  PlxArticle *article = plx_session_find_article (plx_window_get_session (window), 0);

  return plx_document_get_block (plx_article_get_document (article), 1)->kept;
}

static void
test_cuts_are_told (AppFixture    *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);

  g_test_summary ("The window tells what was cut, and its toast puts it back; a toast that is "
                  "behind the times goes");

  open_story (window, app_fixture_add_story (fixture, "Summit"));
  plx_session_set_kept (plx_window_get_session (window), 0, 1, FALSE);
  app_fixture_wait (!is_kept (window));
  activate_undo (window, "Paragraph cut");
  app_fixture_wait (is_kept (window));
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Paragraph cut") == NULL);

  app_fixture_wait (plx_session_get_analysis (plx_window_get_session (window)) != NULL);
  plx_session_set_field (plx_window_get_session (window), 0, PLX_FIELD_HEADLINE, "");
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Detail changed") != NULL);
  plx_session_leave_story (plx_window_get_session (window), 1);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Detail changed") == NULL);
  activate_undo (window, "Article moved to the trash");
  app_fixture_wait (plx_story_get_n_articles (plx_session_get_story (
                      plx_window_get_session (window))) == 2);

  app_fixture_close_window (window);
}

static const char *
get_headline (PlxWindow *window)
{
  PlxArticle *article = plx_session_find_article (plx_window_get_session (window), 0);

  return plx_article_get_document (article)->fields[PLX_FIELD_HEADLINE];
}

static void
test_details_are_corrected (AppFixture    *fixture,
                            gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxArticleInspector *inspector = g_object_ref_sink (g_object_new (PLX_TYPE_ARTICLE_INSPECTOR,
                                                                    NULL));
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *headline, *published;

  g_test_summary ("A detail is emptied, and undo brings it back; what is no day is refused");

  open_story (window, app_fixture_add_story (fixture, "Summit"));
  plx_article_inspector_show (inspector, session, 0);
  headline = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (inspector),
                                                        PLX_TYPE_ARTICLE_INSPECTOR, "headline"));
  published = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (inspector),
                                                         PLX_TYPE_ARTICLE_INSPECTOR, "published"));

  gtk_editable_set_text (GTK_EDITABLE (headline), "  ");
  g_signal_emit_by_name (headline, "apply");
  app_fixture_wait (get_headline (window) == NULL);
  app_fixture_wait (app_fixture_find_label (GTK_WIDGET (window), "Detail changed") != NULL);
  plx_article_inspector_show (inspector, session, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (headline)), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (published), "yesterday");
  g_signal_emit_by_name (published, "apply");
  g_assert_true (gtk_widget_has_css_class (published, "error"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_wait (g_strcmp0 (get_headline (window), "Chad hosts a summit") == 0);
  plx_article_inspector_show (inspector, session, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (headline)), ==, "Chad hosts a summit");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (published)), ==, "2015-06-15");
  g_assert_false (gtk_widget_has_css_class (published, "error"));

  g_object_unref (inspector);
  app_fixture_close_window (window);
}

/* Without a window manager the window that asks last has the focus, and other tests run beside. */
static gboolean
is_seen (PlxWindow  *window,
         GListModel *stories)
{
  if (!gtk_window_is_active (GTK_WINDOW (window)))
    gtk_window_present (GTK_WINDOW (window));
  g_usleep (1000);

  return g_list_model_get_n_items (stories) == 1;
}

static void
test_others_are_seen (AppFixture    *fixture,
                      gconstpointer  data)
{
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autoptr (PlxLibrary) other = NULL;
  g_autoptr (GError) error = NULL;
  AppFixture elsewhere = *fixture;
  GListModel *stories = plx_library_get_stories (fixture->library);

  g_test_summary ("What another program has added is there when the window becomes active");

  other = plx_library_open (fixture->path, &error);
  g_assert_no_error (error);
  elsewhere.library = other;
  app_fixture_add_story (&elsewhere, "From elsewhere");
  plx_library_close (other);

  g_object_notify (G_OBJECT (window), "is-active");
  app_fixture_wait (is_seen (window, stories));

  app_fixture_close_window (window);
}

static void
check_refused (PlxLibraryError  code,
               const char      *sentence)
{
  static const char * const actions[] = {
    "win.add", "win.add-new", "win.add-here", "win.paste", "win.sample", "win.undo", "win.redo",
    "win.cancel-import", "win.rename-story", "win.remove-story", "win.remove-article",
  };
  g_autoptr (GError) error = g_error_new (PLX_LIBRARY_ERROR, code, "A & B <c>");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  PlxWindow *window = app_fixture_open_window (NULL);
  GObject *page = gtk_widget_get_template_child (GTK_WIDGET (window), PLX_TYPE_WINDOW,
                                                 "error_page");
  guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  plx_window_show_error (window, error);
  g_assert_cmpstr (app_fixture_get_page (window), ==, "error");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), sentence));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
  plx_window_open_files (window, files);
  plx_window_open_sample (window);
  g_object_notify (G_OBJECT (window), "is-active");
  app_fixture_settle ();
  g_assert_cmpstr (app_fixture_get_page (window), ==, "error");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);

  app_fixture_close_window (window);
}

static void
test_no_library (void)
{
  g_test_summary ("Over a library that cannot be opened the window says so and changes nothing");

  check_refused (PLX_LIBRARY_ERROR_CORRUPT, "damaged");
  check_refused (PLX_LIBRARY_ERROR_TOO_NEW, "later release");
  check_refused (PLX_LIBRARY_ERROR_BUSY, "Another program");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

  ADD ("/stories/are-removed", test_stories_are_removed);
  ADD ("/stories/cuts-are-told", test_cuts_are_told);
  ADD ("/stories/details-are-corrected", test_details_are_corrected);
  ADD ("/stories/others-are-seen", test_others_are_seen);
  g_test_add_func ("/stories/no-library", test_no_library);

  return g_test_run ();
}
