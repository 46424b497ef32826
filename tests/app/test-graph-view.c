/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "../core/made-analysis.h"
#include "graph/plx-graph-camera.h"
#include "graph/plx-graph-canvas-private.h"
#include "graph/plx-graph-comparing.h"
#include "graph/plx-graph-find.h"
#include "graph/plx-graph-inspector.h"
#include "graph/plx-graph-saving.h"
#include "graph/plx-graph-stop.h"
#include "graph/plx-graph-table.h"
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
test_canvas_has_a_stop_for_each_node (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  GtkWidget *stop;
  guint changes = 0;

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  g_signal_connect_swapped (canvas, "selection-changed", G_CALLBACK (count_cb), &changes);

  stop = plx_graph_canvas_get_stop (canvas, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ann, Person, 3 sentences");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stop),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 neighbours: Bob, Cid");

  gtk_widget_activate (stop);
  gtk_widget_activate (stop);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, 0);
  g_assert_cmpuint (changes, ==, 1);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  plx_graph_canvas_select (canvas, PLX_NONE, 1);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, PLX_NONE);
  g_assert_cmpuint (plx_graph_canvas_get_edge (canvas), ==, 1);
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_canvas_selects_several (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  PlxGraphScene *scene;

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  scene = plx_graph_canvas_get_scene (canvas);
  plx_graph_canvas_select (canvas, 1, PLX_NONE);
  plx_graph_canvas_toggle (canvas, 2);
  g_assert_cmpuint (scene->n_selected, ==, 2);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, PLX_NONE);

  plx_graph_canvas_toggle (canvas, 1);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, 2);

  /* Cid knows only Ann. */
  plx_graph_canvas_select_near (canvas);
  g_assert_cmpuint (scene->n_selected, ==, 2);
  plx_graph_canvas_select_all (canvas);
  g_assert_cmpuint (scene->n_selected, ==, 3);
}

/* Around Cid there is Ann, and around her Bob. */
static void
test_canvas_looks_at_one (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  guint64 key;

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  plx_graph_canvas_focus_on (canvas, 2, 1);
  g_assert_cmpuint (plx_graph_canvas_get_n_hidden (canvas), ==, 1);
  g_assert_false (gtk_widget_get_visible (plx_graph_canvas_get_stop (canvas, 1)));
  plx_graph_canvas_expand (canvas, 0);
  g_assert_cmpuint (plx_graph_canvas_get_n_hidden (canvas), ==, 0);
  plx_graph_canvas_focus_on (canvas, 2, 2);
  g_assert_cmpuint (plx_graph_canvas_get_n_hidden (canvas), ==, 0);
  plx_graph_canvas_focus_on (canvas, PLX_NONE, 0);

  key = g_array_index (graph->nodes, PlxGraphNode, 1).key;
  plx_graph_canvas_select (canvas, 1, PLX_NONE);
  plx_graph_canvas_set_hidden (canvas, &key, 1);
  g_assert_cmpuint (plx_graph_canvas_get_n_hidden (canvas), ==, 1);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, PLX_NONE);
  plx_graph_canvas_set_hidden (canvas, NULL, 0);
  g_assert_cmpuint (plx_graph_canvas_get_n_hidden (canvas), ==, 0);
}

/* What settles is shown where it is by now, and ends where it was laid out. */
static void
test_canvas_settles (void)
{
  static const PlxGraphPoint places[] = { { 1, 1 }, { 2, 2 }, { 3, 3 } };
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  const PlxGraphNode *last = &g_array_index (graph->nodes, PlxGraphNode, 2);

  /* A widget that is not on the screen does not wait for frames: it is there at once. */
  plx_graph_canvas_settle (canvas, analysis, graph, places, 3);
  g_assert_cmpfloat_with_epsilon (plx_graph_canvas_get_scene (canvas)->at[2].x, 3, 1e-6);
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  g_assert_cmpfloat_with_epsilon (plx_graph_canvas_get_scene (canvas)->at[2].x, last->x, 1e-6);

  plx_graph_canvas_put (canvas, 2, (PlxGraphPoint) { 7, -7 }, TRUE);
  g_assert_cmpfloat_with_epsilon (plx_graph_canvas_get_scene (canvas)->at[2].y, -7, 1e-6);
  g_assert_true (plx_graph_canvas_get_scene (canvas)->flags[2] & PLX_GRAPH_PINNED);
}

static guint
cursor (PlxGraphCanvas *canvas,
        guint          *edge)
{
  return plx_graph_canvas_get_cursor (canvas, edge);
}

/* Tab enters at the heaviest, goes around its ties, and leaves; arrows go along a tie. */
static void
test_keys_go_everywhere (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  GtkWidget *window = gtk_window_new ();
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (plx_graph_canvas_new ());
  GtkWidget *widget = GTK_WIDGET (canvas);
  guint edge;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  gtk_window_present (GTK_WINDOW (window));
  /* A window that opens focuses something; here one comes from nowhere. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (cursor (canvas, &edge), ==, 0);
  g_assert_cmpuint (edge, ==, PLX_NONE);

  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (cursor (canvas, &edge), ==, 0);
  g_assert_cmpuint (edge, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_focus_child (widget)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ann and Bob: Together in 2 sentences");

  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (cursor (canvas, &edge), ==, 0);
  g_assert_cmpuint (edge, ==, 1);
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));

  /* Enter opens what is behind a tie; an arrow goes on to its other end. */
  gtk_widget_activate (gtk_widget_get_focus_child (widget));
  g_assert_cmpuint (plx_graph_canvas_get_edge (canvas), ==, 1);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_RIGHT));
  g_assert_cmpuint (cursor (canvas, &edge), ==, 2);
  g_assert_cmpuint (edge, ==, PLX_NONE);
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));

  gtk_window_destroy (GTK_WINDOW (window));
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

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      /* The widget keeps it. */
      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }

  return NULL;
}

/* Two fingers come nearer to what lies between them; what the first had begun is over. */
static void
test_two_fingers_zoom (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (canvas);
  GtkEventController *drag = find_controller (widget, GTK_TYPE_GESTURE_DRAG);
  GtkEventController *pinch = find_controller (widget, GTK_TYPE_GESTURE_ZOOM);
  PlxGraphPoint before, screen;
  double scale;

  plx_graph_canvas_set_graph (canvas, analysis, graph);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, 400, 300, -1, NULL);
  plx_graph_canvas_select (canvas, 1, PLX_NONE);
  scale = camera->scale;
  before = plx_graph_camera_from_screen (camera, 3, 4);

  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", 3.0,
                         4.0);
  g_signal_emit_by_name (drag, "drag-begin", 1.0, 1.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  screen = plx_graph_camera_to_screen (camera, before);
  g_assert_cmpfloat_with_epsilon (camera->scale, 1.5 * scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (screen.x, 3, 1e-6);
  g_assert_cmpfloat_with_epsilon (screen.y, 4, 1e-6);

  /* The first finger moves nothing any more, and what it is lifted from is not what one wants. */
  g_signal_emit_by_name (drag, "drag-update", 60.0, 0.0);
  screen = plx_graph_camera_to_screen (camera, before);
  g_assert_cmpfloat_with_epsilon (screen.x, 3, 1e-6);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  g_assert_cmpuint (plx_graph_canvas_get_node (canvas), ==, 1);

  /* The next one does. */
  g_signal_emit_by_name (pinch, "end", NULL);
  g_signal_emit_by_name (drag, "drag-begin", 1.0, 1.0);
  g_signal_emit_by_name (drag, "drag-update", 60.0, 0.0);
  screen = plx_graph_camera_to_screen (camera, before);
  g_assert_cmpfloat_with_epsilon (screen.x, 63, 1e-6);
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
  g_autoptr (PlxGraphScene) scene = plx_graph_scene_new (analysis, graph);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (PLX_TYPE_GRAPH_INSPECTOR,
                                                                  NULL));
  PlxGraphInspector *inspector = PLX_GRAPH_INSPECTOR (widget);
  guint kept[2] = { 9, 9 };
  guint n = 1;
  GtkWidget *sentences = find_list (widget, &n);

  g_signal_connect (inspector, "sentence-activated", G_CALLBACK (keep_cb), kept);

  scene->flags[0] |= PLX_GRAPH_SELECTED;
  plx_graph_scene_emphasize (scene);
  plx_graph_inspector_show (inspector, scene, filter, 0);
  g_assert_cmpuint (count_rows (widget, 0), ==, 2);
  g_assert_cmpuint (count_rows (widget, 1), ==, 3);

  /* The heaviest tie is Ann's and Bob's, in two sentences. */
  scene->flags[0] &= ~PLX_GRAPH_SELECTED;
  scene->edge = 0;
  plx_graph_scene_emphasize (scene);
  plx_graph_inspector_show (inspector, scene, filter, 0);
  g_assert_cmpuint (count_rows (widget, 1), ==, 2);
  g_signal_emit_by_name (sentences, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (sentences), 1));
  g_assert_cmpuint (kept[0], ==, 0);
  g_assert_cmpuint (kept[1], ==, 1);

  /* Of several names it tells what ties them to each other. */
  scene->edge = PLX_NONE;
  for (guint node = 0; node < 3; node++)
    scene->flags[node] |= PLX_GRAPH_SELECTED;
  plx_graph_scene_emphasize (scene);
  plx_graph_inspector_show (inspector, scene, filter, 0);
  g_assert_cmpuint (count_rows (widget, 0), ==, 2);
  g_assert_cmpuint (count_rows (widget, 1), ==, 0);

  plx_graph_inspector_clear (inspector);
  g_assert_cmpuint (count_rows (widget, 0), ==, 0);
}

static void
keep_nodes_cb (GtkWidget *table,
               GArray    *nodes,
               guint     *kept)
{
  kept[0] = nodes->len;
  kept[1] = nodes->len > 0 ? g_array_index (nodes, guint, 0) : PLX_NONE;
}

static GtkWidget *
find_column_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_COLUMN_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_column_view (child);

  return found;
}

/* The table selects in the picture, and follows it without saying so. */
static void
test_table_selects_the_same (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxGraph) graph = make_graph (analysis);
  g_autoptr (PlxGraphScene) scene = plx_graph_scene_new (analysis, graph);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (PLX_TYPE_GRAPH_TABLE, NULL));
  PlxGraphTable *table = PLX_GRAPH_TABLE (widget);
  GtkSelectionModel *model;
  guint kept[2] = { 9, 9 };

  plx_graph_table_show (table, scene, NULL);
  g_assert_cmpuint (plx_graph_table_get_n_rows (table, FALSE), ==, 3);
  g_assert_cmpuint (plx_graph_table_get_n_rows (table, TRUE), ==, 2);

  g_signal_connect (table, "nodes-chosen", G_CALLBACK (keep_nodes_cb), kept);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_column_view (widget)));
  scene->flags[2] |= PLX_GRAPH_SELECTED;
  plx_graph_scene_emphasize (scene);
  plx_graph_table_follow (table, scene);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_cmpuint (kept[0], ==, 9);

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (kept[0], ==, 1);
  g_assert_cmpuint (kept[1], ==, 1);

  plx_graph_table_show (table, NULL, NULL);
  g_assert_cmpuint (plx_graph_table_get_n_rows (table, FALSE), ==, 0);
}

static void
test_find_sees_no_accents (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Paper", "2024-01-02");
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (PLX_TYPE_GRAPH_FIND, NULL));
  PlxGraphFind *find = PLX_GRAPH_FIND (widget);
  g_autoptr (PlxGraph) graph = NULL;

  made_paragraph (analysis, article, "{Zoë Ångström} met {Жанна Крылова}.|{Bob} left.");
  graph = make_graph (analysis);
  plx_graph_find_set_graph (find, analysis, graph);

  g_assert_cmpuint (plx_graph_find_search (find, "angstrom"), ==, 1);
  g_assert_cmpuint (plx_graph_find_search (find, "ЖАННА"), ==, 1);
  g_assert_cmpuint (plx_graph_find_search (find, "o"), ==, 2);
  g_assert_cmpuint (plx_graph_find_search (find, "nobody"), ==, 0);
  g_assert_cmpuint (plx_graph_find_search (find, ""), ==, 3);
}

static PlxAnalysis *
make_two_papers (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  guint first = made_article (analysis, "Paper", "2024-01-02");
  guint second = made_article (analysis, "Post", "2024-03-04");

  made_paragraph (analysis, first, "{Ann} met {Bob}.");
  made_paragraph (analysis, second, "{Ann} met {Cid}.");

  return analysis;
}

/* Two sides are chosen by source, or by day; one side alone is nothing to compare. */
static void
test_comparing_has_two_sides (void)
{
  static const guint8 swapped[] = { PLX_GRAPH_SIDE_THERE, PLX_GRAPH_SIDE_HERE };
  static const guint8 alone[] = { PLX_GRAPH_SIDE_HERE, PLX_GRAPH_SIDE_NONE };
  g_autoptr (PlxAnalysis) analysis = make_two_papers ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (PLX_TYPE_GRAPH_COMPARING,
                                                                  NULL));
  PlxGraphComparing *comparing = PLX_GRAPH_COMPARING (widget);
  guint changes = 0;
  g_autofree guint8 *all = NULL, *sides = NULL, *none = NULL;
  g_autofree char *here = NULL, *there = NULL;

  plx_graph_comparing_set_analysis (comparing, analysis);
  g_signal_connect_swapped (comparing, "changed", G_CALLBACK (count_cb), &changes);
  all = plx_graph_comparing_dup_sides (comparing);
  g_assert_null (all);

  plx_graph_comparing_set_sides (comparing, swapped);
  g_assert_cmpuint (changes, ==, 1);
  sides = plx_graph_comparing_dup_sides (comparing);
  g_assert_cmpmem (sides, 2, swapped, 2);
  here = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_HERE);
  there = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_THERE);
  g_assert_cmpstr (here, ==, "Post");
  g_assert_cmpstr (there, ==, "Paper");

  plx_graph_comparing_set_sides (comparing, alone);
  none = plx_graph_comparing_dup_sides (comparing);
  g_assert_null (none);
}

/* So many names that one sees but a mass. */
static PlxAnalysis *
make_mass (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Paper", "2024-01-02");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{Ann%u} met {Ann%u}.", i > 0 ? "|" : "", i, (i * 7 + 1) % 100);
  made_paragraph (analysis, article, text->str);

  return analysis;
}

static void
draw (PlxGraphCanvas *canvas)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
}

static void
test_mass_is_drawn_once (void)
{
  g_autoptr (PlxAnalysis) analysis = make_mass ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  PlxGraphOptions options = { 0 };
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &options);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (canvas);
  PlxGraphScene *scene;

  g_test_summary ("Who moves about sees the same picture; whatever changes is drawn anew");

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  camera->width = 600;
  camera->height = 400;
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  scene = plx_graph_canvas_get_scene (canvas);
  plx_graph_camera_fit (camera, scene->at, scene->n);
  draw (canvas);
  draw (canvas);
  g_assert_cmpuint (plx_graph_mass_get_drawn (canvas->mass), ==, 1);

  /* The first step leads beyond the picture; the next one is made with room for more. */
  for (guint i = 0; i < 8; i++)
    {
      plx_graph_camera_pan (camera, 3, -2);
      draw (canvas);
    }
  g_assert_cmpuint (plx_graph_mass_get_drawn (canvas->mass), ==, 2);

  plx_graph_canvas_select (canvas, 4, PLX_NONE);
  draw (canvas);
  g_assert_cmpuint (plx_graph_mass_get_drawn (canvas->mass), ==, 3);
  scene->at[7].x += 0.1;
  draw (canvas);
  g_assert_cmpuint (plx_graph_mass_get_drawn (canvas->mass), ==, 4);
  plx_graph_camera_zoom_at (camera, camera->scale * 1.1, 300, 200);
  draw (canvas);
  g_assert_cmpuint (plx_graph_mass_get_drawn (canvas->mass), ==, 5);
}

static guint
count_textures (GskRenderNode *node)
{
  guint n = gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_textures (gsk_container_node_get_child (node, i));

  return n;
}

/* Which part of the nodes that are seen has a name: the only pictures besides the mass. */
static double
find_named_part (PlxGraphCanvas *canvas)
{
  const PlxGraphScene *scene = plx_graph_canvas_get_scene (canvas);
  const PlxGraphCamera *camera = plx_graph_canvas_get_camera (canvas);
  const guint before = plx_graph_mass_get_drawn (canvas->mass);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint seen = 0, named;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  named = count_textures (node) - (plx_graph_mass_get_drawn (canvas->mass) - before);

  for (guint i = 0; i < scene->n; i++)
    {
      PlxGraphPoint at = plx_graph_camera_to_screen (camera, scene->at[i]);

      seen += at.x >= 0 && at.y >= 0 && at.x <= camera->width && at.y <= camera->height;
    }
  g_test_message ("%u of %u have a name", named, seen);

  return (double) named / seen;
}

static void
test_names_come_nearer (void)
{
  g_autoptr (PlxAnalysis) analysis = make_mass ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  PlxGraphOptions options = { 0 };
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &options);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (plx_graph_canvas_new ());
  PlxGraphCanvas *canvas = PLX_GRAPH_CANVAS (widget);
  PlxGraphCamera *camera = plx_graph_canvas_get_camera (canvas);
  PlxGraphScene *scene;
  double far, near;

  g_test_summary ("Who comes nearer reads more of the names that are there, and at last all");

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  camera->width = 600;
  camera->height = 400;
  plx_graph_canvas_set_graph (canvas, analysis, graph);
  scene = plx_graph_canvas_get_scene (canvas);
  plx_graph_camera_fit (camera, scene->at, scene->n);
  far = find_named_part (canvas);
  camera->middle = scene->at[0];
  plx_graph_camera_set_scale (camera, camera->scale * 3);
  near = find_named_part (canvas);
  plx_graph_camera_set_scale (camera, 1e6);

  g_assert_cmpfloat (far, >, 0);
  g_assert_cmpfloat (far, <, near);
  g_assert_cmpfloat (find_named_part (canvas), ==, 1);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GFile **file = user_data;

  *file = plx_graph_saving_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_graph_is_saved (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "made.graphml", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  PlxGraphSaving *saving = g_new0 (PlxGraphSaving, 1);
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  saving->analysis = plx_analysis_ref (analysis);
  saving->graph = make_graph (analysis);
  saving->title = g_strdup ("Made");
  saving->hidden = g_new0 (guint8, 4);
  saving->hidden[1] = TRUE;
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  plx_graph_saving_write_async (saving, PLX_GRAPH_FORMAT_GRAPHML, target, saved_cb, &file);
  while (file == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "Ann"));
  g_assert_null (strstr (text, ">Bob<"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/graph-view/stops", test_canvas_has_a_stop_for_each_node);
  g_test_add_func ("/graph-view/several", test_canvas_selects_several);
  g_test_add_func ("/graph-view/one", test_canvas_looks_at_one);
  g_test_add_func ("/graph-view/settles", test_canvas_settles);
  g_test_add_func ("/graph-view/keys", test_keys_go_everywhere);
  g_test_add_func ("/graph-view/selection", test_canvas_keeps_the_selection);
  g_test_add_func ("/graph-view/zoom", test_canvas_zooms_within_bounds);
  g_test_add_func ("/graph-view/camera-zooms", test_camera_zooms_where_one_points);
  g_test_add_func ("/graph-view/two-fingers", test_two_fingers_zoom);
  g_test_add_func ("/graph-view/camera-fits", test_camera_fits_all);
  g_test_add_func ("/graph-view/inspector", test_inspector_shows_what_stands_behind);
  g_test_add_func ("/graph-view/table", test_table_selects_the_same);
  g_test_add_func ("/graph-view/find", test_find_sees_no_accents);
  g_test_add_func ("/graph-view/comparing", test_comparing_has_two_sides);
  g_test_add_func ("/graph-view/mass", test_mass_is_drawn_once);
  g_test_add_func ("/graph-view/names-come-nearer", test_names_come_nearer);
  g_test_add_func ("/graph-view/saved", test_graph_is_saved);

  return g_test_run ();
}
