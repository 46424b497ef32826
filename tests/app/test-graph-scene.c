/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "../core/made-analysis.h"
#include "graph/plx-graph-grounds.h"
#include "graph/plx-graph-groups.h"
#include "graph/plx-graph-labels.h"
#include "graph/plx-graph-raster.h"
#include "graph/plx-graph-scene.h"

/* Ann in the middle, the others around her; Eve knows nobody. */
static PlxGraphScene *
make_scene (void)
{
  static const char *const names[] = { "Ann", "Bob", "Cid", "Dan", "Eve" };
  static const PlxGraphPoint places[] = { { 0, 0 }, { 2, 0.3 }, { -2, 0 }, { 0.2, 2 }, { 0, -2 } };
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  guint article = made_article (analysis, "Paper", "2024-01-02");
  g_autoptr (PlxPassages) passages = NULL;
  PlxGraphOptions options = { 0 };
  g_autoptr (PlxGraph) graph = NULL;
  PlxGraphScene *scene;

  made_paragraph (analysis, article, "{Ann} met {Bob}.|{Ann} met {Bob}.|{Ann} met {Cid}.|"
                                     "{Ann} saw {Dan}.|{Eve} slept.");
  passages = plx_passages_new (analysis, TRUE);
  graph = plx_graph_new (analysis, passages, &options);
  scene = plx_graph_scene_new (analysis, graph);

  for (guint i = 0; i < scene->n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_str_equal (plx_graph_scene_get_name (scene, i), names[j]))
        scene->at[i] = places[j];

  return scene;
}

static guint
find (const PlxGraphScene *scene,
      const char          *name)
{
  for (guint i = 0; i < scene->n; i++)
    if (g_str_equal (plx_graph_scene_get_name (scene, i), name))
      return i;

  g_assert_not_reached ();
}

static PlxGraphCamera
make_camera (void)
{
  PlxGraphCamera camera = { .width = 600, .height = 500 };

  plx_graph_camera_set_scale (&camera, 75);

  return camera;
}

static void
test_arrows_go_as_nodes_lie (void)
{
  g_autoptr (PlxGraphScene) scene = make_scene ();
  guint ann = find (scene, "Ann"), bob = find (scene, "Bob");

  g_assert_cmpuint (plx_graph_scene_step (scene, PLX_NONE, GTK_DIR_RIGHT), ==, ann);
  g_assert_cmpuint (plx_graph_scene_step (scene, ann, GTK_DIR_RIGHT), ==, bob);
  g_assert_cmpuint (plx_graph_scene_step (scene, ann, GTK_DIR_LEFT), ==, find (scene, "Cid"));
  g_assert_cmpuint (plx_graph_scene_step (scene, ann, GTK_DIR_DOWN), ==, find (scene, "Dan"));
  g_assert_cmpuint (plx_graph_scene_step (scene, ann, GTK_DIR_UP), ==, find (scene, "Eve"));
  g_assert_cmpuint (plx_graph_scene_step (scene, bob, GTK_DIR_RIGHT), ==, PLX_NONE);

  scene->flags[bob] |= PLX_GRAPH_HIDDEN;
  g_assert_cmpuint (plx_graph_scene_step (scene, ann, GTK_DIR_RIGHT), ==, PLX_NONE);
}

static void
test_ties_go_around (void)
{
  g_autoptr (PlxGraphScene) scene = make_scene ();
  guint ann = find (scene, "Ann");
  guint edge = PLX_NONE, n = 0;

  while ((edge = plx_graph_scene_next_tie (scene, ann, edge, TRUE)) != PLX_NONE)
    g_assert_cmpuint (n++, <, 3);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (plx_graph_scene_other_end (scene, plx_graph_scene_next_tie (scene, ann,
                                                                                PLX_NONE, TRUE),
                                               ann), ==, find (scene, "Bob"));
  g_assert_cmpuint (plx_graph_scene_next_tie (scene, find (scene, "Eve"), PLX_NONE, TRUE), ==,
                    PLX_NONE);
}

static void
test_what_is_pointed_at (void)
{
  g_autoptr (PlxGraphScene) scene = make_scene ();
  PlxGraphCamera camera = make_camera ();
  guint ann = find (scene, "Ann"), bob = find (scene, "Bob");
  PlxGraphPoint a = plx_graph_camera_to_screen (&camera, scene->at[ann]);
  PlxGraphPoint b = plx_graph_camera_to_screen (&camera, scene->at[bob]);
  guint edge = plx_graph_scene_pick_edge (scene, &camera, (a.x + b.x) / 2 + 2,
                                          (a.y + b.y) / 2 + 2);

  g_assert_cmpuint (plx_graph_scene_pick_node (scene, &camera, b.x + 3, b.y - 3), ==, bob);
  g_assert_cmpuint (plx_graph_scene_pick_node (scene, &camera, (a.x + b.x) / 2, b.y), ==,
                    PLX_NONE);
  g_assert_cmpuint (edge, !=, PLX_NONE);
  g_assert_cmpuint (plx_graph_scene_other_end (scene, edge, ann), ==, bob);
  g_assert_cmpuint (plx_graph_scene_pick_edge (scene, &camera, b.x, b.y + 60), ==, PLX_NONE);

  scene->flags[bob] |= PLX_GRAPH_HIDDEN;
  g_assert_cmpuint (plx_graph_scene_pick_node (scene, &camera, b.x, b.y), ==, PLX_NONE);
}

/* A lasso that has a dent selects what is in it, and not what is in the dent. */
static void
test_lasso_selects_what_is_inside (void)
{
  g_autoptr (PlxGraphScene) scene = make_scene ();
  PlxGraphCamera camera = make_camera ();
  PlxGraphPoint ann = plx_graph_camera_to_screen (&camera, scene->at[find (scene, "Ann")]);
  const PlxGraphPoint dented[] = {
    { ann.x - 300, ann.y - 100 }, { ann.x + 300, ann.y - 100 }, { ann.x + 300, ann.y + 100 },
    { ann.x, ann.y - 50 }, { ann.x - 300, ann.y + 100 },
  };

  g_assert_cmpuint (plx_graph_scene_select_area (scene, &camera, dented, 5, FALSE), ==, 2);
  g_assert_true (scene->flags[find (scene, "Bob")] & PLX_GRAPH_SELECTED);
  g_assert_true (scene->flags[find (scene, "Cid")] & PLX_GRAPH_SELECTED);
  g_assert_true (scene->flags[find (scene, "Ann")] & PLX_GRAPH_NEAR);
  g_assert_false (scene->flags[find (scene, "Ann")] & PLX_GRAPH_SELECTED);
  g_assert_cmpuint (plx_graph_scene_select_area (scene, &camera, NULL, 0, TRUE), ==, 2);
  g_assert_cmpuint (plx_graph_scene_select_area (scene, &camera, NULL, 0, FALSE), ==, 0);
}

static void
test_sizes_are_areas (void)
{
  static const double sizes[] = { 4, 1, 0, 0, 0 };
  g_autoptr (PlxGraphScene) scene = make_scene ();
  double smallest;

  plx_graph_scene_set_sizes (scene, sizes);
  smallest = scene->radius[2];
  g_assert_cmpfloat_with_epsilon (scene->radius[0] - smallest,
                                  2 * (scene->radius[1] - smallest), 1e-4);
}

static void
test_names_lie_on_nothing (void)
{
  g_autoptr (PlxGraphLabels) labels = plx_graph_labels_new (400, 300);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double x[300], y[300];
  guint n = 0;

  for (guint i = 0; i < 300; i++)
    {
      guint8 side = 0;

      if (plx_graph_labels_place (labels, g_rand_double_range (rand, 0, 400),
                                  g_rand_double_range (rand, 0, 300), 5, 60, 14,
                                  PLX_GRAPH_NEED_ROOM, &side, &x[n], &y[n]))
        n++;
    }

  g_assert_cmpuint (n, >, 15);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (x[i], >=, 0);
      g_assert_cmpfloat (x[i] + 60, <=, 400.001);
      for (guint j = 0; j < i; j++)
        g_assert_true (fabs (x[i] - x[j]) >= 59.99 || fabs (y[i] - y[j]) >= 13.99);
    }
}

/* A name stays on its side as long as there is room, though another side would come first. */
static void
test_name_does_not_jump (void)
{
  g_autoptr (PlxGraphLabels) labels = plx_graph_labels_new (400, 300);
  guint8 side = 2;
  double x, y;

  g_assert_true (plx_graph_labels_place (labels, 200, 150, 5, 60, 14, PLX_GRAPH_NEED_ROOM, &side,
                                         &x, &y));
  g_assert_cmpuint (side, ==, 2);
  g_assert_cmpfloat (x, >, 200);

  /* One that is needed is shown also where there is none. */
  plx_graph_labels_take (labels, 0, 0, 400, 300);
  g_assert_false (plx_graph_labels_place (labels, 50, 50, 5, 60, 14, PLX_GRAPH_NEED_ROOM, &side,
                                          &x, &y));
  g_assert_true (plx_graph_labels_place (labels, 50, 50, 5, 60, 14, PLX_GRAPH_NEED_ALWAYS, &side,
                                         &x, &y));
}

/* One that is only rather needed hides no node whole, nor another name. */
static void
test_name_hides_nobody (void)
{
  g_autoptr (PlxGraphLabels) labels = plx_graph_labels_new (400, 300);
  guint8 side = 0;
  double x, y, other_x, other_y;

  for (double left = 150; left < 260; left += 12)
    for (double top = 100; top < 200; top += 12)
      plx_graph_labels_take (labels, left, top, 10, 10);
  g_assert_false (plx_graph_labels_place (labels, 205, 150, 5, 60, 14, PLX_GRAPH_NEED_LITTLE, &side,
                                          &x, &y));

  g_assert_true (plx_graph_labels_place (labels, 205, 150, 5, 60, 14, PLX_GRAPH_NEED_ALWAYS, &side,
                                         &x, &y));
  g_assert_true (plx_graph_labels_place (labels, 207, 152, 5, 60, 14, PLX_GRAPH_NEED_ALWAYS, &side,
                                         &other_x, &other_y));
  g_assert_true (fabs (x - other_x) >= 59.99 || fabs (y - other_y) >= 13.99);
}

static guint32
pixel_at (GdkTexture *texture,
          guint       x,
          guint       y)
{
  guint width = gdk_texture_get_width (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof *pixels);

  return pixels[y * width + x];
}

static const GdkRGBA colors[PLX_GRAPH_N_STYLES] = {
  { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 },
};

static void
test_raster_draws_a_line (void)
{
  static const GdkRGBA red = { 1, 0, 0, 1 };
  g_autoptr (PlxGraphRaster) raster = plx_graph_raster_new ();
  g_autoptr (PlxGraphStamps) stamps = plx_graph_stamps_new ();
  g_autoptr (GdkTexture) texture = NULL;
  PlxGraphStampLook look = { 0 };

  look.fill = plx_graph_stamps_mix (&red);
  look.unit = 4;
  look.radius = 16;
  look.kind = PLX_KIND_PERSON;
  plx_graph_raster_begin (raster, 60, 40);
  plx_graph_raster_line (raster, PLX_GRAPH_BOTH, (PlxGraphPoint) { 10, 20 },
                         (PlxGraphPoint) { 50, 20 }, 3, 255);
  plx_graph_raster_ink (raster, colors);
  plx_graph_raster_stamp (raster, plx_graph_stamps_get (stamps, &look),
                          (PlxGraphPoint) { 30, 8 });
  texture = plx_graph_raster_finish (raster);

  g_assert_cmphex (pixel_at (texture, 30, 20), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (texture, 30, 30), ==, 0);
  g_assert_cmphex (pixel_at (texture, 5, 20), ==, 0);
  g_assert_cmphex (pixel_at (texture, 30, 8), ==, 0xffff0000);
  g_assert_cmphex (pixel_at (texture, 36, 8), ==, 0);

  /* The next picture begins empty. */
  g_clear_object (&texture);
  plx_graph_raster_begin (raster, 50, 30);
  plx_graph_raster_ink (raster, colors);
  texture = plx_graph_raster_finish (raster);
  for (guint y = 0; y < 30; y++)
    for (guint x = 0; x < 50; x++)
      g_assert_cmphex (pixel_at (texture, x, y), ==, 0);
}

/* However many ties meet in a pixel, it gets no lighter for it. */
static void
test_raster_is_full_at_some_point (void)
{
  g_autoptr (PlxGraphRaster) raster = plx_graph_raster_new ();
  g_autoptr (GdkTexture) texture = NULL;

  plx_graph_raster_begin (raster, 60, 40);
  for (guint i = 0; i < 2000; i++)
    {
      plx_graph_raster_line (raster, PLX_GRAPH_BOTH, (PlxGraphPoint) { 10, 20 },
                             (PlxGraphPoint) { 50, 20 }, 1, 255);
      plx_graph_raster_line (raster, PLX_GRAPH_BOTH, (PlxGraphPoint) { 30, 5 },
                             (PlxGraphPoint) { 30, 35 }, 1, 255);
    }
  plx_graph_raster_ink (raster, colors);
  texture = plx_graph_raster_finish (raster);

  g_assert_cmphex (pixel_at (texture, 20, 20), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (texture, 30, 10), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (texture, 30, 20), ==, 0xffffffff);
}

/* Whatever lies outside does no harm, however far: the sanitizers watch. */
static void
test_raster_stays_inside (void)
{
  g_autoptr (PlxGraphRaster) raster = plx_graph_raster_new ();
  g_autoptr (PlxGraphStamps) stamps = plx_graph_stamps_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GdkTexture) texture = NULL;

  plx_graph_raster_begin (raster, 61, 37);
  plx_graph_raster_ink (raster, colors);
  for (guint i = 0; i < 20000; i++)
    {
      PlxGraphStampLook look = { 0 };
      double reach = i % 5 == 0 ? 1e7 : 90;
      PlxGraphPoint a = { g_rand_double_range (rand, -reach, reach),
                          g_rand_double_range (rand, -reach, reach) };
      PlxGraphPoint b = { g_rand_double_range (rand, -reach, reach),
                          i % 7 == 0 ? a.y : g_rand_double_range (rand, -reach, reach) };

      plx_graph_raster_line (raster, i % PLX_GRAPH_N_STYLES, a, b,
                             g_rand_double_range (rand, 0.5, 9), 40);

      look.fill = 0xff00ff00;
      look.ground = i % 2 == 0 ? 0xffffffff : 0;
      look.unit = 4;
      look.kind = i % 7;
      look.radius = g_rand_int_range (rand, 1, 120);
      look.hollow = i % 3 == 0;
      look.pinned = i % 4 == 0;
      look.sources = look.n_sources = i % 11;
      look.phase = i % 4;
      plx_graph_raster_stamp (raster, plx_graph_stamps_get (stamps, &look), a);
    }
  plx_graph_raster_ink (raster, colors);
  texture = plx_graph_raster_finish (raster);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 61);
}

static void
test_hull_has_no_dents (void)
{
  PlxGraphPoint points[] = { { 0, 0 }, { 4, 0 }, { 2, 1 }, { 4, 3 }, { 0, 3 }, { 1, 2 }, { 2, 0 } };
  PlxGraphPoint hull[G_N_ELEMENTS (points) + 2];

  g_assert_cmpuint (plx_graph_groups_find_hull (points, G_N_ELEMENTS (points), hull), ==, 4);
  g_assert_cmpuint (plx_graph_groups_find_hull (points, 2, hull), ==, 2);
  g_assert_cmpuint (plx_graph_groups_find_hull (points, 1, hull), ==, 1);
}

/* How many pixels grounds cover. */
static double
sum_cover (PlxGraphGrounds *grounds,
           guint            n)
{
  g_autofree guint32 *pixels = g_new (guint32, n);
  double sum = 0;

  plx_graph_grounds_fill (grounds, pixels);
  for (guint i = 0; i < n; i++)
    sum += (pixels[i] >> 24) / 255.0;

  return sum;
}

static void
test_grounds_cover_what_they_should (void)
{
  static const PlxGraphPoint square[] = { { 30.3, 20.6 }, { 70.3, 20.6 }, { 70.3, 50.6 },
                                          { 30.3, 50.6 } };
  static const PlxGraphPoint pair[] = { { 20, 20 }, { 50, 60 } };
  static const PlxGraphPoint far[] = { { -1e7, -1e7 }, { 1e7, -1e7 }, { 0, 1e7 } };
  g_autoptr (PlxGraphGrounds) one = plx_graph_grounds_new (100, 80);
  g_autoptr (PlxGraphGrounds) line = plx_graph_grounds_new (100, 80);
  g_autoptr (PlxGraphGrounds) all = plx_graph_grounds_new (100, 80);

  plx_graph_grounds_add (one, square, G_N_ELEMENTS (square), 10, 0xff0000ff);
  g_assert_cmpfloat_with_epsilon (sum_cover (one, 8000), 40 * 30 + 2 * 10 * 70 + 100 * G_PI, 2);

  /* Two nodes have a strip with round ends. */
  plx_graph_grounds_add (line, pair, G_N_ELEMENTS (pair), 10, 0xff0000ff);
  g_assert_cmpfloat_with_epsilon (sum_cover (line, 8000), 20 * 50 + 100 * G_PI, 2);

  plx_graph_grounds_add (all, far, G_N_ELEMENTS (far), 20, 0xff0000ff);
  g_assert_cmpfloat_with_epsilon (sum_cover (all, 8000), 8000, 1e-6);
}

/* Where two lie on each other, the later one lies above, and the first shines through. */
static void
test_grounds_lie_on_each_other (void)
{
  static const PlxGraphPoint left[] = { { 10, 10 }, { 40, 10 }, { 40, 30 }, { 10, 30 } };
  static const PlxGraphPoint right[] = { { 30, 10 }, { 60, 10 }, { 60, 30 }, { 30, 30 } };
  g_autoptr (PlxGraphGrounds) grounds = plx_graph_grounds_new (80, 40);
  g_autofree guint32 *pixels = g_new (guint32, 80 * 40);

  plx_graph_grounds_add (grounds, left, G_N_ELEMENTS (left), 2, 0x80800000);
  plx_graph_grounds_add (grounds, right, G_N_ELEMENTS (right), 2, 0x40000040);
  plx_graph_grounds_fill (grounds, pixels);

  g_assert_cmphex (pixels[20 * 80 + 20], ==, 0x80800000);
  g_assert_cmphex (pixels[20 * 80 + 50], ==, 0x40000040);
  g_assert_cmphex (pixels[20 * 80 + 35], ==, 0xa0600040);
  g_assert_cmphex (pixels[20 * 80 + 3], ==, 0);
  g_assert_cmphex (pixels[36 * 80 + 20], ==, 0);
}

static void
test_letters_go_on_after_z (void)
{
  static const struct { guint group; const char *letter; } cases[] = {
    { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" }, { 701, "ZZ" },
    { 702, "AAA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letter = plx_graph_groups_dup_letter (cases[i].group);

      g_assert_cmpstr (letter, ==, cases[i].letter);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/graph-scene/arrows", test_arrows_go_as_nodes_lie);
  g_test_add_func ("/graph-scene/ties", test_ties_go_around);
  g_test_add_func ("/graph-scene/pointed-at", test_what_is_pointed_at);
  g_test_add_func ("/graph-scene/lasso", test_lasso_selects_what_is_inside);
  g_test_add_func ("/graph-scene/sizes", test_sizes_are_areas);
  g_test_add_func ("/graph-scene/names", test_names_lie_on_nothing);
  g_test_add_func ("/graph-scene/name-stays", test_name_does_not_jump);
  g_test_add_func ("/graph-scene/line", test_raster_draws_a_line);
  g_test_add_func ("/graph-scene/hides-nobody", test_name_hides_nobody);
  g_test_add_func ("/graph-scene/full", test_raster_is_full_at_some_point);
  g_test_add_func ("/graph-scene/outside", test_raster_stays_inside);
  g_test_add_func ("/graph-scene/hull", test_hull_has_no_dents);
  g_test_add_func ("/graph-scene/grounds", test_grounds_cover_what_they_should);
  g_test_add_func ("/graph-scene/grounds-mix", test_grounds_lie_on_each_other);
  g_test_add_func ("/graph-scene/letters", test_letters_go_on_after_z);

  return g_test_run ();
}
