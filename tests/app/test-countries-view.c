/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <math.h>
#include <time.h>

#include <adwaita.h>

#include "countries/plx-countries-view.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-details.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-home-matrix.h"
#include "countries/plx-map-mark.h"
#include "countries/plx-map-places.h"
#include "countries/plx-own-tables.h"
#include "countries/plx-statement-row.h"
#include "countries/plx-world-map-private.h"
#include "window/plx-labels.h"

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
  app_fixture_wait (gtk_widget_get_mapped (view) && gtk_widget_get_width (view) > 0);
  app_fixture_settle ();

  return window;
}

/* The only widget of a type that can be seen. */
static gpointer
find_one (GtkWidget *root,
          GType      type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  find_widgets (root, type, found);
  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_index (found, 0);
}

static GListModel *
get_rows (GtkWidget *window)
{
  return G_LIST_MODEL (gtk_column_view_get_model (find_one (window, GTK_TYPE_COLUMN_VIEW)));
}

static void
show_page (GtkWidget  *window,
           const char *name)
{
  AdwToggleGroup *group = find_one (window, ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (group, name);
  app_fixture_settle ();
}

static char *
dup_selected (GtkWidget *window)
{
  GtkSingleSelection *rows = GTK_SINGLE_SELECTION (get_rows (window));
  PlxCountryItem *item = gtk_single_selection_get_selected_item (rows);

  return item != NULL ? g_strdup (plx_country_item_get_code (item)) : NULL;
}

static void
test_countries_view_tells_all (AppFixture    *fixture,
                               gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  GtkWidget *window;

  g_test_summary ("Each country has a row and a mark, and what the record contradicts comes first");

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  find_widgets (window, PLX_TYPE_MAP_MARK, marks);
  g_assert_cmpuint (marks->len, ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 4);

  show_page (window, "statements");
  find_widgets (window, PLX_TYPE_STATEMENT_ROW, statements);
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
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);

  filter->hidden_sources = g_strsplit ("one.txt", ",", -1);
  plx_session_set_filter (fixture->session, filter);
  app_fixture_settle ();
  find_widgets (window, PLX_TYPE_MAP_MARK, marks);

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 2);
  g_assert_cmpuint (marks->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_countries_view_has_one_selection (AppFixture    *fixture,
                                       gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autofree char *selected = NULL;
  GtkSingleSelection *rows;
  GtkWidget *window;
  PlxWorldMap *map;

  g_test_summary ("What is selected on the map is selected in the table, and the other way round");

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  map = find_one (window, PLX_TYPE_WORLD_MAP);
  rows = GTK_SINGLE_SELECTION (get_rows (window));

  plx_world_map_set_selected (map, "TCD");
  selected = dup_selected (window);
  g_assert_cmpstr (selected, ==, "TCD");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (G_LIST_MODEL (rows), i);

      gtk_single_selection_set_selected (rows, i);
      g_assert_cmpstr (plx_world_map_get_selected (map), ==, plx_country_item_get_code (item));
    }

  /* A country that nobody names is selected on the map alone. */
  plx_world_map_set_selected (map, "BRA");
  g_assert_null (gtk_single_selection_get_selected_item (rows));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
remember_cb (PlxSession *session,
             guint       article,
             guint       sentence,
             guint      *place)
{
  *place = article;
}

static void
test_countries_view_leads_to_the_sentences (AppFixture    *fixture,
                                            gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) passages = g_ptr_array_new ();
  guint shown = G_MAXUINT;
  GtkWidget *window;

  g_test_summary ("A selected country has its passages beside it, which lead to the article");

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  g_signal_connect (fixture->session, "show-sentence", G_CALLBACK (remember_cb), &shown);

  plx_world_map_set_selected (find_one (window, PLX_TYPE_WORLD_MAP), "ZWE");
  app_fixture_settle ();
  find_widgets (find_one (window, PLX_TYPE_COUNTRY_DETAILS), PLX_TYPE_STATEMENT_ROW, passages);
  g_assert_cmpuint (passages->len, ==, 1);

  gtk_widget_activate (g_ptr_array_index (passages, 0));
  app_fixture_wait (shown != G_MAXUINT);
  g_assert_cmpuint (shown, ==,
                    plx_statement_row_get_ref (g_ptr_array_index (passages, 0)).article);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_countries_view_calls_countries_as_the_user_does (AppFixture    *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  GtkWidget *window;

  app_fixture_open (fixture, story);
  window = show_view (fixture);

  plx_own_tables_rename (plx_own_tables_get_default (), "TCD", "Tchad", NULL);
  app_fixture_settle ();
  plx_world_map_set_selected (find_one (window, PLX_TYPE_WORLD_MAP), "TCD");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_label (find_one (window, PLX_TYPE_COUNTRY_DETAILS), "Tchad"));

  plx_own_tables_rename (plx_own_tables_get_default (), "TCD", NULL, NULL);
  app_fixture_settle ();
  g_assert_null (app_fixture_find_label (find_one (window, PLX_TYPE_COUNTRY_DETAILS), "Tchad"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_countries_view_without_countries (AppFixture    *fixture,
                                       gconstpointer  data)
{
  PlxStory *story;
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  GtkWidget *window;

  g_ptr_array_add (documents, app_fixture_document ("Rain ahead", "rain.txt",
                                                    "It will rain until the evening."));
  story = app_fixture_add_documents (fixture, "Rain", documents);
  app_fixture_open (fixture, story);
  window = show_view (fixture);
  find_widgets (window, PLX_TYPE_WORLD_MAP, maps);

  g_assert_cmpuint (maps->len, ==, 0);
  g_assert_nonnull (find_one (window, ADW_TYPE_STATUS_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GListModel *
make_items (PlxAnalysis        *analysis,
            PlxPassages        *passages,
            const char * const *codes)
{
  GListStore *items = g_list_store_new (PLX_TYPE_COUNTRY_ITEM);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (PlxCountry) country = plx_country_new (codes[i], codes[i], 0);
      g_autoptr (PlxCountryItem) item =
        plx_country_item_new (country, analysis, passages, "icc", 1);

      g_list_store_append (items, item);
    }

  return G_LIST_MODEL (items);
}

static void
press (PlxWorldMap *map,
       double       dx,
       double       dy,
       const char  *expected)
{
  plx_map_keys_go (map, dx, dy);
  g_assert_cmpstr (plx_world_map_get_selected (map), ==, expected);
}

static void
test_map_goes_to_the_nearest (void)
{
  static const char * const codes[] = { "FRA", "DEU", "ESP", "DZA", "USA", "JPN", NULL };
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (GListModel) items = make_items (analysis, passages, codes);
  PlxWorldMap *map = g_object_ref_sink (g_object_new (PLX_TYPE_WORLD_MAP, "model", items, NULL));

  g_test_summary ("Arrow keys lead from country to country, and end at the last");

  press (map, 1, 0, "FRA");
  press (map, 1, 0, "DEU");
  press (map, 1, 0, "JPN");
  press (map, 1, 0, "JPN");
  plx_world_map_set_selected (map, "FRA");
  press (map, 0, 1, "ESP");
  press (map, 0, 1, "DZA");
  press (map, -1, 0, "USA");
  press (map, -1, 0, "USA");
  g_assert_finalize_object (map);
}

static void
test_map_finds_what_is_clicked (void)
{
  PlxWorldMap *map = g_object_ref_sink (g_object_new (PLX_TYPE_WORLD_MAP, NULL));
  PlxMapCamera *camera = plx_world_map_get_camera (map);
  static const char * const codes[] = { "BRA", "MNG", "VAT", "TUV", "SGP" };

  plx_map_camera_resize (camera, 900, 450);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const PlxLand *land = plx_outlines_find (codes[i]);
      PlxMapPoint place = plx_map_camera_to_screen (camera, land->centre);

      /* Small ones can be missed by little. */
      g_assert_true (plx_world_map_find_land (map, place.x + 2, place.y + 2) == land);
    }

  g_assert_null (plx_world_map_find_land (map, 5, 440));
  g_assert_finalize_object (map);
}

static void
test_camera_keeps_the_point (void)
{
  PlxMapCamera camera;
  PlxMapPoint before, after;

  g_test_summary ("Zooming keeps what is under the pointer, and never shows beyond the map");

  plx_map_camera_init (&camera, plx_outlines_get_box ());
  plx_map_camera_resize (&camera, 800, 400);
  plx_map_camera_zoom_at (&camera, 4, 400, 200);
  before = plx_map_camera_from_screen (&camera, 300, 220);
  plx_map_camera_zoom_at (&camera, 8, 300, 220);
  after = plx_map_camera_from_screen (&camera, 300, 220);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-9);

  plx_map_camera_pan (&camera, 1e6, 1e6);
  g_assert_cmpfloat (plx_map_camera_get_seen (&camera).left, >, camera.world.left - 0.1);
  g_assert_cmpfloat (plx_map_camera_get_seen (&camera).top, >, camera.world.top - 0.1);
  plx_map_camera_zoom_at (&camera, 0.01, 0, 0);
  g_assert_cmpfloat (camera.zoom, ==, 1);
  plx_map_camera_zoom_at (&camera, 1e9, 0, 0);
  g_assert_cmpfloat (camera.zoom, ==, PLX_MAP_CAMERA_NEAREST);
}

static void
test_map_tells_the_screen_reader (AppFixture    *fixture,
                                  gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  GtkWidget *window;
  PlxWorldMap *map;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  map = find_one (window, PLX_TYPE_WORLD_MAP);
  find_widgets (window, PLX_TYPE_MAP_MARK, marks);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_ROLE_LIST_BOX);

  for (guint i = 0; i < marks->len; i++)
    {
      PlxMapMark *mark = g_ptr_array_index (marks, i);
      PlxCountryItem *item = plx_map_mark_get_item (mark);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_ROLE_OPTION);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           plx_country_item_get_name (item));
      plx_world_map_choose (map, plx_country_item_get_code (item));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
      g_assert_true (gtk_widget_is_focus (GTK_WIDGET (mark)));
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Milliseconds of processor time for a frame, made and drawn by Cairo; the best of many. */
static double
time_frames (GdkPaintable *paintable,
             GskRenderer  *renderer,
             PlxWorldMap  *map,
             double        dx)
{
  PlxMapCamera *camera = plx_world_map_get_camera (map);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 20; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      clock_t start = clock ();
      g_autoptr (GskRenderNode) node = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      plx_map_camera_pan (camera, i % 2 == 0 ? dx : -dx, 0);
      gdk_paintable_snapshot (paintable, snapshot, camera->width, camera->height);
      node = gtk_snapshot_free_to_node (snapshot);
      texture = gsk_renderer_render_texture (renderer, node, NULL);
      best = MIN (best, 1000.0 * (clock () - start) / CLOCKS_PER_SEC);
    }

  return best;
}

static void
test_map_is_quick_to_draw (AppFixture    *fixture,
                           gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkWidget *window;
  PlxMapCamera *camera;
  PlxWorldMap *map;

  g_test_summary ("What a frame of the map costs; asserted where PLX_TEST_SPEED is set");

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  map = find_one (window, PLX_TYPE_WORLD_MAP);
  camera = plx_world_map_get_camera (map);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (map));
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));

  for (double zoom = 1; zoom <= 16; zoom *= 4)
    {
      double moving, resting;

      plx_map_camera_zoom_at (camera, zoom, camera->width * 0.55, camera->height * 0.3);
      plx_world_map_moved (map);
      moving = time_frames (paintable, renderer, map, 0);
      app_fixture_wait (plx_world_map_is_settled (map));
      app_fixture_settle ();
      resting = time_frames (paintable, renderer, map, 8);

      g_test_message ("A frame of %.0f x %.0f at zoom %.0f takes %.2f ms of processor time, and "
                      "%.2f ms while one zooms", camera->width, camera->height, zoom, resting,
                      moving);
      /* Sanitizers and a build without optimization are several times as slow. */
      if (g_getenv ("PLX_TEST_SPEED") != NULL)
        g_assert_cmpfloat (MAX (moving, resting), <, 8);
    }

  gsk_renderer_unrealize (renderer);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_map_shows_all_countries (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  GtkWidget *window = gtk_window_new ();
  PlxWorldMap *map = g_object_new (PLX_TYPE_WORLD_MAP, NULL);
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  g_test_summary ("A story may name every country there is");

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (codes, (gpointer) countries[i].iso3);
  g_ptr_array_add (codes, NULL);
  items = make_items (analysis, passages, (const char * const *) codes->pdata);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 450);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (map));
  gtk_window_present (GTK_WINDOW (window));
  plx_world_map_set_model (map, items);
  plx_world_map_set_standing (map, plx_relation_lookup ("icc"), plx_day_parse ("2023-08-30"));
  app_fixture_wait (gtk_widget_get_width (GTK_WIDGET (map)) > 0);
  app_fixture_settle ();

  find_widgets (GTK_WIDGET (map), PLX_TYPE_MAP_MARK, marks);
  g_assert_cmpuint (marks->len, ==, n);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (map));
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  g_test_message ("A frame with %zu marks takes %.2f ms of processor time", n,
                  time_frames (paintable, renderer, map, 8));
  gsk_renderer_unrealize (renderer);
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
gap_between (const PlxMapPlace *a,
             const PlxMapPlace *b)
{
  return hypot (a->at.x - b->at.x, a->at.y - b->at.y) - a->radius - b->radius;
}

static void
test_marks_lie_beside_each_other (void)
{
  /* Some in one point, some near it, one far off. */
  PlxMapPlace places[] = {
    { { 100, 100 }, 17, { 0, 0 } }, { { 104, 98 }, 9, { 0, 0 } }, { { 110, 110 }, 6, { 0, 0 } },
    { { 110, 110 }, 6, { 0, 0 } }, { { 96, 120 }, 6, { 0, 0 } }, { { 400, 50 }, 8, { 0, 0 } },
  };
  PlxMapPlace again[G_N_ELEMENTS (places)];

  g_test_summary ("No mark covers another, and each is near to its country");

  memcpy (again, places, sizeof places);
  plx_map_places_spread (places, G_N_ELEMENTS (places), 40);
  plx_map_places_spread (again, G_N_ELEMENTS (again), 40);
  g_assert_cmpmem (places, sizeof places, again, sizeof again);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpfloat (hypot (places[i].at.x - places[i].anchor.x,
                                places[i].at.y - places[i].anchor.y), <=, 40.01);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (gap_between (&places[i], &places[j]), >, -0.2);
    }
  g_assert_cmpfloat (places[5].at.x, ==, 400);
  g_assert_cmpfloat (places[5].at.y, ==, 50);
}

static void
test_statuses_are_brief (void)
{
  g_assert_cmpstr (plx_label_status_brief (PLX_STATUS_SIGNATORY, TRUE), ==, "Signed only");
  g_assert_cmpstr (plx_label_status_brief (PLX_STATUS_PARTY, TRUE), ==, "Party");
  g_assert_cmpstr (plx_label_status_brief (PLX_STATUS_PARTY, FALSE), ==, "Member");
}

static void
test_homes_count_passages (AppFixture    *fixture,
                           gconstpointer  data)
{
  g_autoptr (PlxStory) story = add_story (fixture);
  GtkWidget *window;
  GListModel *columns;

  app_fixture_open (fixture, story);
  window = show_view (fixture);
  show_page (window, "homes");
  columns = gtk_column_view_get_columns (find_one (window, GTK_TYPE_COLUMN_VIEW));

  /* The countries, and the one column of outlets whose country is not known. */
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define add(name, func) \
  g_test_add ("/countries-view/" name, AppFixture, NULL, app_fixture_set_up, func, \
              app_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("tells-all", test_countries_view_tells_all);
  add ("follows-the-filter", test_countries_view_follows_the_filter);
  add ("has-one-selection", test_countries_view_has_one_selection);
  add ("leads-to-the-sentences", test_countries_view_leads_to_the_sentences);
  add ("calls-countries-as-the-user-does", test_countries_view_calls_countries_as_the_user_does);
  add ("without-countries", test_countries_view_without_countries);
  add ("tells-the-screen-reader", test_map_tells_the_screen_reader);
  add ("is-quick-to-draw", test_map_is_quick_to_draw);
  add ("outlets-count-passages", test_homes_count_passages);
  g_test_add_func ("/map/marks-lie-beside-each-other", test_marks_lie_beside_each_other);
  g_test_add_func ("/map/statuses-are-brief", test_statuses_are_brief);
  g_test_add_func ("/map/shows-all-countries", test_map_shows_all_countries);
  g_test_add_func ("/map/goes-to-the-nearest", test_map_goes_to_the_nearest);
  g_test_add_func ("/map/finds-what-is-clicked", test_map_finds_what_is_clicked);
  g_test_add_func ("/map/camera-keeps-the-point", test_camera_keeps_the_point);

  return g_test_run ();
}
