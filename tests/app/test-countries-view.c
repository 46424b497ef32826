/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "countries/plx-countries-view.h"
#include "countries/plx-country-row.h"
#include "countries/plx-statement-row.h"

/* Collects the widgets of a type that can be seen, in their order. */
static void
find_widgets (GtkWidget *widget,
              GType      type,
              GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_widgets (child, type, found);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(PlxStory **) user_data = plx_library_add_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

static PlxStory *
add_story (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  PlxDocument *document = app_fixture_document ("Leaders meet", "one.txt",
    "Sudan is not a party to the Rome Statute. Kenya and Chad are members of the ICC.");
  PlxStory *story = NULL;

  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2015-06-15", "text");
  g_ptr_array_add (documents, document);
  document = app_fixture_document ("A summit ends", "two.txt",
    "Zimbabwe is a member of the ICC, unlike Sudan.");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2015-06-16", "text");
  g_ptr_array_add (documents, document);

  plx_library_add_async (fixture->library, NULL, "Summit", documents, NULL, added_cb, &story);
  app_fixture_wait (story != NULL);

  return story;
}

static GtkWidget *
show_view (AppFixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (PLX_TYPE_COUNTRIES_VIEW, "session", fixture->session, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (gtk_widget_get_mapped (view));

  return window;
}

static void
test_countries_view_tells_all (AppFixture    *fixture,
                               gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  GtkWidget *window;

  g_test_summary ("Each country has a row, and what the record contradicts comes first");

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  find_widgets (window, PLX_TYPE_COUNTRY_ROW, countries);
  find_widgets (window, PLX_TYPE_STATEMENT_ROW, statements);

  g_assert_cmpuint (countries->len, ==, 4);
  g_assert_cmpuint (statements->len, ==, 3);
  g_assert_true (plx_statement_row_is_contradicted (g_ptr_array_index (statements, 0)));
  g_assert_false (plx_statement_row_is_contradicted (g_ptr_array_index (statements, 1)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_countries_view_follows_the_filter (AppFixture    *fixture,
                                        gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (fixture->session, filter);
  app_fixture_settle ();
  find_widgets (window, PLX_TYPE_COUNTRY_ROW, countries);

  g_assert_cmpuint (countries->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_country_row_opens_onto_its_passages (AppFixture    *fixture,
                                          gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  find_widgets (window, PLX_TYPE_COUNTRY_ROW, countries);
  find_widgets (window, ADW_TYPE_ACTION_ROW, before);

  adw_expander_row_set_expanded (g_ptr_array_index (countries, 0), TRUE);
  app_fixture_settle ();
  find_widgets (window, ADW_TYPE_ACTION_ROW, after);

  g_assert_cmpuint (after->len, >, before->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/countries-view/tells-all", AppFixture, NULL, app_fixture_set_up,
              test_countries_view_tells_all, app_fixture_tear_down);
  g_test_add ("/countries-view/follows-the-filter", AppFixture, NULL, app_fixture_set_up,
              test_countries_view_follows_the_filter, app_fixture_tear_down);
  g_test_add ("/countries-view/country-opens-onto-its-passages", AppFixture, NULL,
              app_fixture_set_up, test_country_row_opens_onto_its_passages,
              app_fixture_tear_down);

  return g_test_run ();
}
