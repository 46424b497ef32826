/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <adwaita.h>

#include "compare/plx-compare-view.h"
#include "countries/plx-countries-view.h"
#include "graph/plx-graph-view-private.h"
#include "read/plx-read-view.h"
#include "sheet/plx-sheet-view.h"

static void
test_view_empty (gconstpointer data)
{
  GType type = (GType) (gsize) data;
  g_autoptr (GtkWidget) view = NULL;
  g_autoptr (PlxSession) session = plx_session_new (NULL);

  g_test_summary ("A view lives without a session, and with one in which no story is open");

  view = g_object_ref_sink (g_object_new (type, NULL));
  g_object_set (view, "session", session, NULL);
  g_object_set (view, "session", NULL, NULL);
  g_object_set (view, "session", session, NULL);

  g_assert_finalize_object (g_steal_pointer (&view));
  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
test_graph_is_stopped (AppFixture    *fixture,
                       gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  PlxGraphView *view = g_object_new (PLX_TYPE_GRAPH_VIEW, "session", fixture->session, NULL);
  PlxGraphOptions options;
  PlxGraph *graph;

  g_test_summary ("Who does not wait for a graph has the one of before, and is asked for it again");

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_open (fixture, app_fixture_add_story (fixture, "Summit"));
  app_fixture_wait (view->graph != NULL && view->pending == NULL);
  graph = view->graph;

  plx_graph_bar_get_options (view->bar, &options);
  options.scope = PLX_GRAPH_SCOPE_ARTICLE;
  plx_graph_bar_go_back (view->bar, &(PlxGraph) { .options = options });
  plx_graph_view_make (view);
  g_assert_nonnull (view->pending);

  gtk_widget_activate_action (GTK_WIDGET (view), "graph.stop", NULL);
  g_assert_null (view->pending);
  g_assert_true (view->graph == graph);
  plx_graph_bar_get_options (view->bar, &options);
  g_assert_cmpint (options.scope, ==, graph->options.scope);
  g_assert_cmpfloat (options.threshold, ==, graph->options.threshold);
  g_assert_cmpuint (plx_graph_canvas_get_scene (view->canvas)->n, ==, graph->nodes->len);

  /* What was given up does not come after all. */
  app_fixture_settle ();
  g_assert_true (view->graph == graph);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  const GError   *error,
                  guint          *n_errors)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  (*n_errors)++;
}

static void
test_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_errors = 0;

  g_test_summary ("The style sheet is CSS that GTK knows");

  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), &n_errors);
  gtk_css_provider_load_from_resource (provider, RESOURCE_PREFIX "/style.css");
  g_assert_cmpuint (n_errors, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  GType types[5];

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  types[0] = PLX_TYPE_READ_VIEW;
  types[1] = PLX_TYPE_COMPARE_VIEW;
  types[2] = PLX_TYPE_GRAPH_VIEW;
  types[3] = PLX_TYPE_COUNTRIES_VIEW;
  types[4] = PLX_TYPE_SHEET_VIEW;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/views/%s/empty", g_type_name (types[i]));

      g_test_add_data_func (path, (gconstpointer) (gsize) types[i], test_view_empty);
    }

  g_test_add_func ("/views/style", test_style);
  g_test_add ("/views/graph/is-stopped", AppFixture, NULL, app_fixture_set_up,
              test_graph_is_stopped, app_fixture_tear_down);

  return g_test_run ();
}
