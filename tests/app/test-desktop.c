/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "countries/plx-country-days.h"
#include "window/plx-counting.h"
#include "window/plx-long-work.h"
#include "window/plx-search-provider.h"

/* What the desktop asks of the program, and what the program asks of the desktop. */

#define PROVIDER_PATH "/io/github/parallaxapp/Test/SearchProvider"
#define PROVIDER_INTERFACE "org.gnome.Shell.SearchProvider2"

/* The overview: it stands on the same bus and knows no more than what it is told there. */
typedef struct
{
  AppFixture         app;
  GDBusConnection   *bus;
  PlxSearchProvider *provider;
  gint64             story, article; /* what was to be opened last */
  char              *words;          /* what was to be searched last */
} Overview;

static PlxLibrary *
get_library_cb (gpointer user_data)
{
  Overview *self = user_data;

  return self->app.library;
}

static void
open_cb (Overview *self,
         gint64    story,
         gint64    article)
{
  self->story = story;
  self->article = article;
}

static void
search_cb (Overview   *self,
           const char *words)
{
  g_set_str (&self->words, words);
}

static void
overview_set_up (Overview      *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  app_fixture_set_up (&self->app, NULL);
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->provider = plx_search_provider_new (get_library_cb, self);
  g_signal_connect_swapped (self->provider, "open", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->provider, "search", G_CALLBACK (search_cb), self);
  plx_search_provider_export (self->provider, self->bus, PROVIDER_PATH, &error);
  g_assert_no_error (error);
}

static void
overview_tear_down (Overview      *self,
                    gconstpointer  data)
{
  plx_search_provider_unexport (self->provider);
  app_fixture_settle ();
  g_assert_finalize_object (self->provider);
  g_object_unref (self->bus);
  g_free (self->words);
  app_fixture_tear_down (&self->app, NULL);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GVariant **answer = user_data;
  g_autoptr (GError) error = NULL;

  *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_assert_no_error (error);
}

static GVariant *
ask (Overview   *self,
     const char *method,
     GVariant   *parameters)
{
  GVariant *answer = NULL;

  g_dbus_connection_call (self->bus, g_dbus_connection_get_unique_name (self->bus), PROVIDER_PATH,
                          PROVIDER_INTERFACE, method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE,
                          -1, NULL, answered_cb, &answer);
  app_fixture_wait (answer != NULL);

  return answer;
}

static GStrv
find (Overview   *self,
      const char *word)
{
  const char * const terms[] = { word, NULL };
  g_autoptr (GVariant) answer = ask (self, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv ids;

  g_variant_get (answer, "(^as)", &ids);

  return ids;
}

static void
test_overview_finds (Overview      *self,
                     gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (&self->app, "Talks in Ndjamena");
  g_autofree char *story_id = g_strdup_printf ("story:%" G_GINT64_FORMAT, plx_story_get_id (story));
  g_auto (GStrv) by_title = NULL;
  g_auto (GStrv) by_text = NULL;
  g_auto (GStrv) none = NULL;

  g_test_summary ("The overview finds stories by their title and articles by their text");

  by_title = find (self, "talk");
  g_assert_cmpuint (g_strv_length (by_title), ==, 1);
  g_assert_cmpstr (by_title[0], ==, story_id);

  by_text = find (self, "guests");
  g_assert_cmpuint (g_strv_length (by_text), ==, 2);
  g_assert_true (g_str_has_prefix (by_text[0], "article:"));

  none = find (self, "volcano");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_overview_tells_no_text (Overview      *self,
                             gconstpointer  data)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autofree char *printed = NULL;

  g_test_summary ("The overview is told headline and story of a hit, and not a word of its text");

  app_fixture_add_story (&self->app, "Talks in Ndjamena");
  ids = find (self, "guests");
  answer = ask (self, "GetResultMetas", g_variant_new ("(^as)", ids));
  metas = g_variant_get_child_value (answer, 0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);

  printed = g_variant_print (metas, FALSE);
  g_assert_nonnull (strstr (printed, "Chad hosts a summit"));
  g_assert_nonnull (strstr (printed, "Talks in Ndjamena"));
  g_assert_null (strstr (printed, "guests"));
}

static void
activate (Overview   *self,
          const char *id)
{
  const char * const terms[] = { "guests", NULL };

  g_variant_unref (ask (self, "ActivateResult", g_variant_new ("(s^asu)", id, terms, 0u)));
}

static void
test_overview_opens (Overview      *self,
                     gconstpointer  data)
{
  const char * const terms[] = { "guests", "kenya", NULL };
  PlxStory *story = app_fixture_add_story (&self->app, "Talks in Ndjamena");
  g_auto (GStrv) ids = find (self, "guests");

  g_test_summary ("What is chosen in the overview is opened; what it cannot have been told is not");

  activate (self, ids[0]);
  g_assert_cmpint (self->story, ==, plx_story_get_id (story));
  g_assert_cmpint (self->article, !=, 0);

  self->story = self->article = 0;
  activate (self, "story:1:x");
  activate (self, "");
  g_assert_cmpint (self->story, ==, 0);

  activate (self, "article:0:7");
  g_assert_cmpint (self->story, ==, 0);
  g_assert_cmpint (self->article, ==, 7);

  g_variant_unref (ask (self, "LaunchSearch", g_variant_new ("(^asu)", terms, 0u)));
  g_assert_cmpstr (self->words, ==, "guests kenya");
}

/* A desktop's list of notifications, on a connection of its own. */
typedef struct
{
  GDBusConnection *bus;
  char            *title; /* nullable; of the last one */
  guint            n;
} Desktop;

static void
notify_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Desktop *self = user_data;
  g_autoptr (GVariant) notification = g_variant_get_child_value (parameters, 2);

  g_clear_pointer (&self->title, g_free);
  g_variant_lookup (notification, "title", "s", &self->title);
  self->n++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
desktop_start (Desktop *self)
{
  static const char xml[] =
    "<node><interface name='org.gtk.Notifications'><method name='AddNotification'>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/></method></interface></node>";
  static const GDBusInterfaceVTable vtable = { .method_call = notify_cb };
  g_autofree char *address = NULL;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);

  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->bus, "/org/gtk/Notifications", node->interfaces[0],
                                     &vtable, self, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus",
                                        "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "RequestName",
                                        g_variant_new ("(su)", "org.gtk.Notifications", 0u), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
desktop_stop (Desktop *self)
{
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self->title);
}

static void
test_long_work_tells (Overview      *self,
                      gconstpointer  data)
{
  Desktop desktop = { 0 };

  g_test_summary ("What came of long work is told by the desktop where the window is not looked "
                  "at; where there is nothing to tell, nothing is");

  desktop_start (&desktop);
  plx_long_work_end (plx_long_work_begin (NULL, "Adding"), NULL, NULL);
  plx_long_work_end (plx_long_work_begin (NULL, "Adding"), "7 articles added", "A story");
  app_fixture_wait (desktop.n > 0);
  app_fixture_settle ();
  g_assert_cmpuint (desktop.n, ==, 1);
  g_assert_cmpstr (desktop.title, ==, "7 articles added");

  desktop_stop (&desktop);
}

static void
renamed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  plx_library_change_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_two_windows (AppFixture    *fixture,
                  gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "Summit");
  PlxWindow *left = app_fixture_open_window (fixture->library);
  PlxWindow *right = app_fixture_open_window (fixture->library);

  g_test_summary ("Two windows on one library: what is changed in one is changed in the other, and "
                  "either can take it back");

  plx_window_open_found (left, plx_story_get_id (story), 0);
  plx_window_open_found (right, plx_story_get_id (story), 0);
  app_fixture_wait (g_str_equal (app_fixture_get_page (left), "views"));
  app_fixture_wait (g_str_equal (app_fixture_get_page (right), "views"));

  plx_library_rename_story_async (fixture->library, story, "Meeting", renamed_cb, NULL);
  app_fixture_wait (g_str_equal (gtk_window_get_title (GTK_WINDOW (right)), "Meeting"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (left)), ==, "Meeting");

  gtk_widget_activate_action (GTK_WIDGET (right), "win.undo", NULL);
  app_fixture_wait (g_str_equal (gtk_window_get_title (GTK_WINDOW (left)), "Summit"));

  gtk_widget_activate_action (GTK_WIDGET (left), "win.remove-story", NULL);
  app_fixture_wait (g_str_equal (app_fixture_get_page (right), "empty"));

  app_fixture_close_window (left);
  app_fixture_close_window (right);
}

static guint
count_found (AppFixture *fixture,
             const char *text)
{
  g_autoptr (PlxQuery) query = plx_query_parse (text, plx_country_days_find, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  plx_library_search_async (fixture->library, query, 10, NULL, keep_cb, &result);
  app_fixture_wait (result != NULL);
  hits = plx_library_search_finish (fixture->library, result, NULL);

  return hits->len;
}

static void
test_countries_are_counted (AppFixture    *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_test_summary ("Articles that come in through a window are found by the countries they mention, "
                  "a while later and without being asked");

  app_fixture_add_story (fixture, "Summit");
  g_assert_cmpuint (count_found (fixture, "country:chad"), ==, 0);
  plx_counting_begin (fixture->library, 10);
  app_fixture_wait (count_found (fixture, "country:chad") == 2);

  g_ptr_array_add (documents, app_fixture_document ("Talks in Oslo", "three.txt",
                                                    "Norway held talks in Oslo on Tuesday."));
  app_fixture_add_documents (fixture, "Talks", documents);
  app_fixture_wait (count_found (fixture, "country:norway") == 1);
  g_assert_cmpuint (count_found (fixture, "icc:non-party"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  /* The one of this program, as there is one: it lives as long as its name is on the bus. */
  application = gtk_application_new ("io.github.parallaxapp.Test", G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define OVERVIEW(path, func) \
  g_test_add ("/desktop/" path, Overview, NULL, overview_set_up, func, overview_tear_down)

  OVERVIEW ("overview/finds", test_overview_finds);
  OVERVIEW ("overview/tells-no-text", test_overview_tells_no_text);
  OVERVIEW ("overview/opens", test_overview_opens);
  OVERVIEW ("long-work/tells", test_long_work_tells);
  g_test_add ("/desktop/two-windows", AppFixture, GINT_TO_POINTER (APP_FIXTURE_MAY_LIVE_ON),
              app_fixture_set_up, test_two_windows, app_fixture_tear_down);
  g_test_add ("/desktop/countries-are-counted", AppFixture, NULL, app_fixture_set_up,
              test_countries_are_counted, app_fixture_tear_down);

#undef OVERVIEW

  return g_test_run ();
}
