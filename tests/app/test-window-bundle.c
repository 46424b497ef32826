/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "bundle/plx-bundle.h"
#include "window/plx-window-bundle.h"

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  char **fingerprint = user_data;

  *fingerprint = plx_bundle_save_story_finish (result, &error);
  g_assert_no_error (error);
}

/* A bundle of a story that is no longer in the library. */
static GFile *
make_bundle (AppFixture *fixture,
             const char *title)
{
  PlxStory *story = app_fixture_add_story (fixture, title);
  GFile *file = app_fixture_write (fixture, "evidence.zip", "");
  g_autofree char *fingerprint = NULL;

  plx_bundle_save_story_async (fixture->library, story, plx_session_get_today (fixture->session),
                               file, NULL, NULL, NULL, saved_cb, &fingerprint);
  app_fixture_wait (fingerprint != NULL);
  plx_library_remove_story_async (fixture->library, story, NULL, NULL);
  app_fixture_wait (g_list_model_get_n_items (plx_library_get_stories (fixture->library)) == 0);

  return file;
}

static GtkWidget *
find_label_that_begins (GtkWidget  *root,
                        const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label_that_begins (child, text);

  return found;
}

static void
test_bundle_is_opened (AppFixture    *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = make_bundle (fixture, "A story with evidence");
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxSession *session = plx_window_get_session (window);

  plx_window_open_bundle (window, file);
  app_fixture_wait (plx_session_get_story (session) != NULL);
  g_assert_cmpstr (plx_story_get_title (plx_session_get_story (session)), ==,
                   "A story with evidence");
  app_fixture_wait (plx_session_get_analysis (session) != NULL);
  g_assert_cmpuint (plx_analysis_get_n_articles (plx_session_get_analysis (session)), ==, 2);
  app_fixture_wait (!plx_session_is_busy (session));

  app_fixture_close_window (window);
}

static void
test_bundle_is_dropped (AppFixture    *fixture,
                        gconstpointer  data)
{
  g_autoptr (GFile) file = make_bundle (fixture, "A dropped story");
  g_autoptr (GFile) page = app_fixture_write (fixture, "page.html", "<p>No bundle.</p>");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  PlxWindow *window = app_fixture_open_window (fixture->library);
  PlxSession *session = plx_window_get_session (window);

  g_ptr_array_add (files, page);
  g_assert_false (plx_window_offer_bundle (window, files, NULL));

  files->pdata[0] = file;
  g_assert_true (plx_window_offer_bundle (window, files, NULL));
  app_fixture_wait (plx_session_get_story (session) != NULL);
  g_assert_cmpstr (plx_story_get_title (plx_session_get_story (session)), ==, "A dropped story");
  app_fixture_wait (plx_session_get_analysis (session) != NULL);
  app_fixture_wait (!plx_session_is_busy (session));

  app_fixture_close_window (window);
}

static void
test_broken_bundle_is_told (AppFixture    *fixture,
                            gconstpointer  data)
{
  g_autoptr (GFile) file = make_bundle (fixture, "A story with evidence");
  PlxWindow *window = app_fixture_open_window (fixture->library);
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_load_contents (file, NULL, &whole, &length, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (g_file_peek_path (file), whole, length / 2, &error);
  g_assert_no_error (error);

  plx_window_open_bundle (window, file);
  app_fixture_wait (find_label_that_begins (GTK_WIDGET (window),
                                            "“evidence.zip” could not be opened: ") != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plx_library_get_stories (fixture->library)), ==, 0);
  g_assert_null (plx_session_get_story (plx_window_get_session (window)));

  app_fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (AppFixture *, gconstpointer); } tests[] = {
    { "/window-bundle/opened", test_bundle_is_opened },
    { "/window-bundle/dropped", test_bundle_is_dropped },
    { "/window-bundle/broken", test_broken_bundle_is_told },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AppFixture, GINT_TO_POINTER (APP_FIXTURE_MAY_LIVE_ON),
                app_fixture_set_up, tests[i].test, app_fixture_tear_down);

  return g_test_run ();
}
