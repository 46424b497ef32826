/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib.h>

#include "countries/plx-countries.h"
#include "countries/plx-outlines.h"

/* Square kilometres of the earth's surface for an area of the map. */
#define SPHERE 510065600.0

static void
test_projection_is_as_published (void)
{
  const PlxMapPoint middle = plx_projection_project (PLX_PROJECTION_MERIDIAN, 0);
  const PlxMapPoint east = plx_projection_project (PLX_PROJECTION_MERIDIAN + 180, 0);
  const PlxMapPoint west = plx_projection_project (PLX_PROJECTION_MERIDIAN - 180, 0);
  const PlxMapPoint north = plx_projection_project (PLX_PROJECTION_MERIDIAN, 90);
  const PlxMapPoint pole = plx_projection_project (PLX_PROJECTION_MERIDIAN + 180, 90);

  g_test_summary ("The equator is 2.05 times as long as the map is high, and a pole is 0.59 of it");

  g_assert_cmpfloat_with_epsilon (middle.x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (middle.y, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (east.x, 2.7066299836, 1e-6);
  g_assert_cmpfloat_with_epsilon (west.x, -east.x, 1e-12);
  g_assert_cmpfloat_with_epsilon (north.y, -1.3173627591, 1e-6);
  g_assert_cmpfloat_with_epsilon (east.x / -north.y, 2.05, 0.01);
  g_assert_cmpfloat_with_epsilon (pole.x / east.x, 0.59, 0.01);
}

static void
test_projection_keeps_areas (void)
{
  const double step = 0.01;
  const double side = step * G_PI / 180;

  g_test_summary ("A small field of the globe is as large on the map, wherever it is");

  for (double latitude = -80; latitude <= 80; latitude += 20)
    {
      for (double longitude = -160; longitude <= 190; longitude += 50)
        {
          PlxMapPoint a = plx_projection_project (longitude, latitude);
          PlxMapPoint b = plx_projection_project (longitude + step, latitude);
          PlxMapPoint c = plx_projection_project (longitude, latitude + step);
          double area = fabs ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
          double own = side * side * cos ((latitude + step / 2) * G_PI / 180);

          g_assert_cmpfloat_with_epsilon (area / own, 1, 2e-3);
        }
    }
}

typedef struct
{
  double      doubled; /* twice the area so far */
  PlxMapPoint start;
  PlxMapPoint last;
  guint       n_points;
  guint       n_rings;
} Shoelace;

static void
lace (PlxStroke   stroke,
      PlxMapPoint point,
      gpointer    user_data)
{
  Shoelace *self = user_data;

  if (stroke == PLX_STROKE_MOVE)
    self->start = point;
  else if (stroke == PLX_STROKE_CLOSE)
    point = self->start;

  if (stroke != PLX_STROKE_MOVE)
    self->doubled += self->last.x * point.y - point.x * self->last.y;

  self->n_points += stroke != PLX_STROKE_CLOSE;
  self->n_rings += stroke == PLX_STROKE_CLOSE;
  self->last = point;
}

static void
test_outlines_have_every_country (void)
{
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  g_test_summary ("Each country of the tables has a land, and its middle lies on it");

  for (gsize i = 0; i < n; i++)
    {
      const PlxLand *land = plx_outlines_find (countries[i].iso3);
      Shoelace far = { 0 }, near = { 0 };

      g_assert_nonnull (land);
      g_assert_true (land->country == countries[i].iso3);
      plx_outlines_trace (land, PLX_DETAIL_FAR, lace, &far);
      plx_outlines_trace (land, PLX_DETAIL_NEAR, lace, &near);
      g_assert_cmpuint (far.n_points, <=, near.n_points);
      g_assert_cmpuint (far.n_rings, ==, near.n_rings);

      if (near.n_rings == 0)
        {
          g_assert_cmpfloat (land->area, ==, 0);
          continue;
        }

      g_assert_cmpuint (far.n_points, >=, 3 * far.n_rings);
      /* Of an island that is smaller than a hundredth of a degree, no more than that is known. */
      if (land->area > 3e-6)
        g_assert_true (plx_outlines_at (land->centre) == land);
    }
}

static void
test_outlines_keep_areas (void)
{
  static const struct { const char *country; double square_km; } known[] = {
    { "AUS", 7688000 }, { "BRA", 8510000 }, { "CHN", 9597000 }, { "COD", 2345000 },
    { "FRA", 643800 }, { "IND", 3166000 }, { "RUS", 17098000 }, { "ZAF", 1221000 },
  };

  g_test_summary ("The lands are as large as they are, from near and from far");

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const PlxLand *land = plx_outlines_find (known[i].country);
      const double area = land->area / (4 * G_PI) * SPHERE;
      Shoelace far = { 0 }, near = { 0 };

      plx_outlines_trace (land, PLX_DETAIL_FAR, lace, &far);
      plx_outlines_trace (land, PLX_DETAIL_NEAR, lace, &near);
      g_assert_cmpfloat_with_epsilon (area / known[i].square_km, 1, 0.04);
      g_assert_cmpfloat_with_epsilon (fabs (near.doubled / 2) / land->area, 1, 0.01);
      g_assert_cmpfloat_with_epsilon (fabs (far.doubled / 2) / land->area, 1, 0.02);
    }
}

static void
test_outlines_know_whose_a_place_is (void)
{
  static const struct { double longitude, latitude; const char *country; } places[] = {
    { 30.5, 50.4, "UKR" },    /* Kyiv */
    { 34.1, 45.0, "UKR" },    /* Simferopol: the United Nations hold Crimea to be Ukraine */
    { -12.5, 26.8, "ESH" },   /* south-east of Laayoune, west of the berm */
    { -7.6, 32.0, "MAR" },
    { 44.1, 9.5, "SOM" },     /* Hargeisa */
    { 33.6, 35.25, "CYP" },   /* north of the line */
    { 21.1, 42.6, "XKX" },    /* Pristina */
    { 121.0, 24.0, "TWN" },
    { 35.2, 32.2, "PSE" },    /* Nablus */
    { 170.0, 67.0, "RUS" },
    { 185.0, 67.0, "RUS" },   /* Chukotka, beyond the 180th meridian */
    { -150.0, 65.0, "USA" },
    { -3.0, 53.0, "GBR" },
    { -42.0, 72.0, NULL },    /* Greenland is no country of the tables */
    { -30.0, 30.0, NULL },    /* the Atlantic */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const PlxLand *land = plx_outlines_at (plx_projection_project (places[i].longitude,
                                                                     places[i].latitude));

      g_assert_cmpstr (land != NULL ? land->country : NULL, ==, places[i].country);
    }
}

static void
test_outlines_stay_on_the_map (void)
{
  const PlxMapBox box = plx_outlines_get_box ();
  Shoelace borders = { 0 }, none = { 0 };
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);

  g_test_summary ("No land reaches from one edge of the map to the other, and there are borders");

  g_assert_cmpfloat (box.left, >, -2.75);
  g_assert_cmpfloat (box.right, <, 2.75);
  for (gsize i = 0; i < n; i++)
    {
      /* A country in the middle may have islands near both edges; its main part never has. */
      g_assert_cmpfloat (lands[i].main_box.right - lands[i].main_box.left, <, 2);
      g_assert_cmpfloat (lands[i].main_box.left, <=, lands[i].centre.x);
      g_assert_cmpfloat (lands[i].main_box.right, >=, lands[i].centre.x);
    }

  plx_outlines_trace_borders (PLX_DETAIL_NEAR, NULL, lace, &borders);
  g_assert_cmpuint (borders.n_points, >, 1000);
  /* Australia has none. */
  plx_outlines_trace_borders (PLX_DETAIL_NEAR, &plx_outlines_find ("AUS")->main_box, lace, &none);
  g_assert_cmpuint (none.n_points, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projection/is-as-published", test_projection_is_as_published);
  g_test_add_func ("/projection/keeps-areas", test_projection_keeps_areas);
  g_test_add_func ("/outlines/have-every-country", test_outlines_have_every_country);
  g_test_add_func ("/outlines/keep-areas", test_outlines_keep_areas);
  g_test_add_func ("/outlines/know-whose-a-place-is", test_outlines_know_whose_a_place_is);
  g_test_add_func ("/outlines/stay-on-the-map", test_outlines_stay_on_the_map);

  return g_test_run ();
}
