/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "../core/made-analysis.h"
#include "graph/plx-graph-camera.h"
#include "graph/plx-graph-canvas.h"
#include "graph/plx-graph-inspector.h"
#include "graph/plx-graph-ties.h"
#include "graph/plx-graph-view.h"

static PlxAnalysis *
make_story (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Paper", "2024-01-02");

  made_paragraph (analysis, article, "{Ann} met {Bob}.|{Ann} & {Bob} left.|{Ann} saw {Cid}.");

  return analysis;
}

static PlxGraph *
make_graph (PlxAnalysis *analysis)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  PlxGraph *graph = plx_graph_new (analysis, passages, NULL);

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);

  return graph;
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

static void
test_canvas_has_a_dot_for_each_node (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (plx_graph_canvas_new ());
  GtkWidget *dot;
  guint changes = 0;

  plx_graph_canvas_set_graph (PLX_GRAPH_CANVAS (canvas), analysis, graph);
  g_signal_connect_swapped (canvas, "selection-changed", G_CALLBACK (count_cb), &changes);

  dot = plx_graph_canvas_get_dot (PLX_GRAPH_CANVAS (canvas), 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ann, Person, 3 sentences");

  gtk_widget_activate (dot);
  gtk_widget_activate (dot);
  g_assert_cmpuint (plx_graph_canvas_get_node (PLX_GRAPH_CANVAS (canvas)), ==, 0);
  g_assert_cmpuint (changes, ==, 1);

  plx_graph_canvas_select (PLX_GRAPH_CANVAS (canvas), PLX_NONE, 1);
  g_assert_cmpuint (plx_graph_canvas_get_node (PLX_GRAPH_CANVAS (canvas)), ==, PLX_NONE);
  g_assert_cmpuint (plx_graph_canvas_get_edge (PLX_GRAPH_CANVAS (canvas)), ==, 1);
  g_assert_cmpuint (changes, ==, 2);
}

/* Who is selected stays so in the next graph; a tie is let go. */
static void
test_canvas_keeps_the_selection (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (PlxGraph) again = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  plx_graph_canvas_select (canvas, 2, PLX_NONE);
  plx_graph_canvas_set_graph (canvas, analysis, again);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, 2);

  plx_graph_canvas_select (canvas, PLX_NONE, 0);
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  g_assert_cmpuint (plx_graph_canvas_get_edge (canvas), ==, PLX_NONE);

  plx_graph_canvas_set_graph (canvas, NULL, NULL);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, PLX_NONE);
}

static void
test_canvas_zooms_within_bounds (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  double scale;

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  scale = plx_graph_canvas_get_scale (canvas);
  plx_graph_canvas_zoom (canvas, 2);
  g_assert_cmpfloat_with_epsilon (plx_graph_canvas_get_scale (canvas), 2 * scale, 1e-6);
  plx_graph_canvas_zoom (canvas, 1e9);
  g_assert_cmpfloat (plx_graph_canvas_get_scale (canvas), <, 1000);
  plx_graph_canvas_zoom (canvas, 1e-9);
  g_assert_cmpfloat (plx_graph_canvas_get_scale (canvas), >, 1);
}

static void
test_camera_zooms_where_one_points (void)
{
  PlxGraphCamera camera = { .scale = 50, .width = 400, .height = 300 };
  PlxGraphPoint before = plx_graph_camera_from_screen (&camera, 90, 30);
  PlxGraphPoint screen;

  plx_graph_camera_zoom_at (&camera, 120, 90, 30);
  screen = plx_graph_camera_to_screen (&camera, before);
  g_assert_cmpfloat_with_epsilon (screen.x, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (screen.y, 30, 1e-9);

  plx_graph_camera_pan (&camera, 12, -6);
  screen = plx_graph_camera_to_screen (&camera, before);
  g_assert_cmpfloat_with_epsilon (screen.x, 78, 1e-9);
  g_assert_cmpfloat_with_epsilon (screen.y, 36, 1e-9);
}

static void
test_camera_fits_all (void)
{
  static const PlxGraphPoint points[] = { { -4, 2 }, { 9, 3 }, { 0, -5 } };
  PlxGraphCamera camera = { .scale = 50, .width = 700, .height = 500 };

  plx_graph_camera_fit (&camera, points, G_N_ELEMENTS (points));

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      PlxGraphPoint screen = plx_graph_camera_to_screen (&camera, points[i]);

      g_assert_cmpfloat (screen.x, >=, 60);
      g_assert_cmpfloat (screen.x, <=, 640);
      g_assert_cmpfloat (screen.y, >=, 50);
      g_assert_cmpfloat (screen.y, <=, 425);
    }
}

static void
test_tie_is_found_where_it_is_seen (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  static const PlxGraphPoint at[] = { { 0, 0 }, { 2, 0 }, { 0, 2 } };
  PlxGraphCamera camera = { .scale = 50, .width = 400, .height = 300 };
  PlxGraphTies ties = { graph, at, &camera };
  const PlxGraphEdge *first = &g_array_index (graph->edges, PlxGraphEdge, 0);
  PlxGraphPoint between = { (at[first->a].x + at[first->b].x) / 2,
                            (at[first->a].y + at[first->b].y) / 2 };
  PlxGraphPoint screen = plx_graph_camera_to_screen (&camera, between);

  g_assert_cmpuint (plx_graph_ties_find (&ties, screen.x + 2, screen.y + 2), ==, 0);
  g_assert_cmpuint (plx_graph_ties_find (&ties, screen.x + 60, screen.y + 60), ==, PLX_NONE);
}

static GtkWidget *
find_list (GtkWidget *widget,
           guint     *n)
{
  GtkWidget *found = GTK_IS_LIST_BOX (widget) && (*n)-- == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child, n);

  return found;
}

static guint
count_rows (GtkWidget *inspector,
            guint      n)
{
  GtkWidget *list = find_list (inspector, &n);
  guint rows = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), rows) != NULL)
    rows++;

  return rows;
}

static void
keep_cb (GtkWidget *inspector,
         guint      article,
         guint      sentence,
         guint     *kept)
{
  kept[0] = article;
  kept[1] = sentence;
}

static void
test_inspector_shows_what_stands_behind (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (PLX_TYPE_GRAPH_INSPECTOR,
                                                                  NULL));
  PlxGraphInspector *inspector = PLX_GRAPH_INSPECTOR (widget);
  guint kept[2] = { 9, 9 };
  guint n = 1;
  GtkWidget *sentences = find_list (widget, &n);

  g_signal_connect (inspector, "sentence-activated", G_CALLBACK (keep_cb), kept);

  plx_graph_inspector_show (inspector, analysis, graph, filter, 0, 0, PLX_NONE);
  g_assert_cmpuint (count_rows (widget, 0), ==, 2);
  g_assert_cmpuint (count_rows (widget, 1), ==, 3);

  /* The heaviest tie is Ann's and Bob's, in two sentences. */
  plx_graph_inspector_show (inspector, analysis, graph, filter, 0, PLX_NONE, 0);
  g_assert_cmpuint (count_rows (widget, 1), ==, 2);
  g_signal_emit_by_name (sentences, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (sentences), 1));
  g_assert_cmpuint (kept[0], ==, 0);
  g_assert_cmpuint (kept[1], ==, 1);

  plx_graph_inspector_clear (inspector);
  g_assert_cmpuint (count_rows (widget, 1), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/graph-view/dots", test_canvas_has_a_dot_for_each_node);
  g_test_add_func ("/graph-view/selection", test_canvas_keeps_the_selection);
  g_test_add_func ("/graph-view/zoom", test_canvas_zooms_within_bounds);
  g_test_add_func ("/graph-view/camera-zooms", test_camera_zooms_where_one_points);
  g_test_add_func ("/graph-view/camera-fits", test_camera_fits_all);
  g_test_add_func ("/graph-view/tie", test_tie_is_found_where_it_is_seen);
  g_test_add_func ("/graph-view/inspector", test_inspector_shows_what_stands_behind);

  return g_test_run ();
}
