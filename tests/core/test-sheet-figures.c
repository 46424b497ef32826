/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-involved.h"
#include "countries/plx-countries.h"
#include "countries/plx-outlines.h"
#include "countries/plx-relations.h"
#include "sheet-stories.h"
#include "sheet/plx-sheet-hatch.h"
#include "sheet/plx-sheet-map.h"
#include "sheet/plx-sheet-net.h"

#define SIDE 48

/* A square of what stands for a status, in black and white alone. */
static cairo_surface_t *
draw_square (PlxStatus status,
             gboolean  is_strong)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  cairo_rectangle (cr, 0, 0, SIDE / 2, SIDE / 2);
  plx_sheet_hatch_fill (cr, status, is_strong);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint8
ink_at (cairo_surface_t *surface,
        guint            x,
        guint            y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return row[4 * x];
}

static gboolean
is_gray (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) +
                          y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        {
          if (ABS (row[4 * x] - row[4 * x + 1]) > 1 || ABS (row[4 * x] - row[4 * x + 2]) > 1)
            return FALSE;
        }
    }

  return TRUE;
}

/* The part of the dots that are clearly other ones. */
static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  guint n = 0;

  for (guint y = 0; y < SIDE; y++)
    {
      for (guint x = 0; x < SIDE; x++)
        n += ABS (ink_at (a, x, y) - ink_at (b, x, y)) > 60;
    }

  return n / (double) (SIDE * SIDE);
}

static void
test_hatches_are_told_apart (void)
{
  g_test_summary ("No two statuses look the same, and none needs a colour");
  for (PlxStatus a = PLX_STATUS_UNKNOWN; a < PLX_N_STATUSES; a++)
    {
      cairo_surface_t *one = draw_square (a, TRUE);

      g_assert_true (is_gray (one));
      for (PlxStatus b = a + 1; b < PLX_N_STATUSES; b++)
        {
          cairo_surface_t *other = draw_square (b, TRUE);

          g_assert_cmpfloat (compare (one, other), >, 0.04);
          cairo_surface_destroy (other);
        }
      cairo_surface_destroy (one);
    }
}

static PlxCountry *
make_country (const char *code,
              PlxStatus   status,
              guint       n_mentions)
{
  PlxCountry *country = plx_country_new (code, code, 1);

  plx_country_add_passage (country, (PlxSentenceRef) { 0, 0 }, n_mentions);
  plx_country_set_standing (country, status, plx_day_parse ("2024-03-05"), 0, NULL);

  return country;
}

static PlxSheetMatter *
make_matter (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;

  made_article (analysis, "The Harbour Ledger", "2024-03-05");
  made_paragraph (analysis, 0, "{Ann} met {Bob}.|{Bob} met {Cyd}.|{Ann} wrote to {Cyd}.");
  passages = plx_passages_new (analysis, TRUE);

  return made_matter (analysis, passages);
}

/* Draws a figure on white, 400 × 300 points. */
static cairo_surface_t *
draw (PlxSheetDraw  function,
      gpointer      data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  const PlxSheetCanvas canvas = { cr, context, 400, 300, 9.5 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  function (&canvas, data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_object_unref (context);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a)) == 0;
}

static void
test_map (void)
{
  g_autoptr (PlxSheetMatter) matter = make_matter ();
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const PlxRelationInfo *relation = plx_relation_lookup ("icc");
  g_autoptr (PlxSheetMap) map = NULL;
  g_autoptr (PlxSheetMap) empty = plx_sheet_map_new (matter, relation, matter->today, none);
  g_autofree char *words = NULL;
  cairo_surface_t *one, *again, *other;

  g_ptr_array_add (countries, make_country ("BRA", PLX_STATUS_PARTY, 9));
  g_ptr_array_add (countries, make_country ("IND", PLX_STATUS_NON_PARTY, 4));
  g_ptr_array_add (countries, make_country ("TUV", PLX_STATUS_NON_PARTY, 1));
  map = plx_sheet_map_new (matter, relation, matter->today, countries);
  words = plx_sheet_map_dup_words (map);
  one = draw (plx_sheet_map_draw, map);
  again = draw (plx_sheet_map_draw, map);
  other = draw (plx_sheet_map_draw, empty);

  g_assert_cmpstr (words, ==, "Map of the world. party: Brazil. not a party: India, Tuvalu.");
  g_assert_true (is_gray (one));
  g_assert_true (is_same (one, again));
  g_assert_false (is_same (one, other));

  cairo_surface_destroy (one);
  cairo_surface_destroy (again);
  cairo_surface_destroy (other);
}

static void
test_map_of_a_region (void)
{
  g_autoptr (PlxSheetMatter) matter = make_matter ();
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) far = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlxSheetMap) region = NULL;
  g_autoptr (PlxSheetMap) world = NULL;
  const PlxMapBox box = plx_outlines_get_box ();
  PlxMapBox of_region, of_world;

  g_test_summary ("A story of neighbours has a map of them, one of continents a map of these");
  g_ptr_array_add (near, make_country ("KEN", PLX_STATUS_PARTY, 2));
  g_ptr_array_add (near, make_country ("UGA", PLX_STATUS_PARTY, 2));
  for (guint i = 0; i < near->len; i++)
    g_ptr_array_add (far, g_object_ref (g_ptr_array_index (near, i)));
  g_ptr_array_add (far, make_country ("JPN", PLX_STATUS_PARTY, 1));
  g_ptr_array_add (far, make_country ("CAN", PLX_STATUS_PARTY, 1));
  region = plx_sheet_map_new (matter, NULL, 0, near);
  world = plx_sheet_map_new (matter, NULL, 0, far);
  of_region = plx_sheet_map_get_box (region);
  of_world = plx_sheet_map_get_box (world);

  g_assert_cmpfloat (of_region.right - of_region.left, <, (box.right - box.left) / 2);
  g_assert_cmpfloat (plx_outlines_find ("KEN")->box.left, >, of_region.left);
  g_assert_cmpfloat (plx_outlines_find ("KEN")->box.right, <, of_region.right);
  g_assert_cmpfloat (plx_outlines_find ("UGA")->box.top, >, of_region.top);
  g_assert_cmpfloat (plx_outlines_find ("JPN")->main_box.right, <, of_world.right);
  g_assert_cmpfloat (plx_outlines_find ("CAN")->main_box.left, >, of_world.left);
  g_assert_cmpfloat (of_world.left, >=, box.left);
}

static void
test_net (void)
{
  g_autoptr (PlxSheetMatter) matter = make_matter ();
  const PlxGraphOptions options = { .threshold = 0 };
  g_autoptr (PlxGraph) graph = plx_graph_new (matter->analysis, matter->passages, &options);
  PlxSheetNet net = { graph, matter->analysis };
  g_autofree char *words = plx_sheet_net_dup_words (&net);
  g_autofree char *caption = plx_sheet_net_dup_caption (&net);
  cairo_surface_t *one, *again;

  plx_graph_lay_out (graph, NULL, matter->analysis, NULL, NULL, NULL);
  one = draw (plx_sheet_net_draw, &net);
  again = draw (plx_sheet_net_draw, &net);

  g_assert_nonnull (strstr (words, "Ann and Bob: 1."));
  g_assert_nonnull (strstr (caption, "All names and lines are shown."));
  g_assert_true (is_gray (one));
  g_assert_true (is_same (one, again));

  cairo_surface_destroy (one);
  cairo_surface_destroy (again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/figures/hatches", test_hatches_are_told_apart);
  g_test_add_func ("/sheet/figures/map", test_map);
  g_test_add_func ("/sheet/figures/map/region", test_map_of_a_region);
  g_test_add_func ("/sheet/figures/graph", test_net);

  return g_test_run ();
}
