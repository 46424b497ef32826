/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-layout.h"

#include <math.h>
#include <string.h>

/* A lattice of @width times @height nodes. */
static PlxNetwork *
make_lattice (guint width,
              guint height)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PlxLink));

  for (guint i = 0; i < width * height; i++)
    {
      PlxLink right = { i, i + 1, 1 };
      PlxLink below = { i, i + width, 1 };

      if (i % width + 1 < width)
        g_array_append_val (links, right);
      if (i + width < width * height)
        g_array_append_val (links, below);
    }

  return plx_network_new (width * height, (PlxLink *) links->data, links->len);
}

static void
finish (PlxLayout     *layout,
        PlxGraphPoint *points)
{
  guint n = 0;

  while (plx_layout_step (layout))
    g_assert_cmpuint (++n, <, 10000);

  plx_layout_get_points (layout, points);
}

static double
between (const PlxGraphPoint *points,
         guint                a,
         guint                b)
{
  return hypot (points[a].x - points[b].x, points[a].y - points[b].y);
}

/* In a lattice, the drawing is faithful where what is twice as far apart is drawn so. */
static double
find_stress (const PlxGraphPoint *points,
             guint                width,
             guint                height)
{
  double up = 0, down = 0, stress = 0;
  guint n = width * height;

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < n; i++)
      for (guint j = i + 1; j < n; j++)
        {
          double d = ABS ((int) (i % width) - (int) (j % width)) +
                     ABS ((int) (i / width) - (int) (j / width));
          double e = between (points, i, j);

          if (turn == 0)
            {
              up += e / d;
              down += e * e / (d * d);
            }
          else
            {
              double off = up / down * e - d;

              stress += off * off / (d * d);
            }
        }

  return stress / (n * (n - 1) / 2);
}

static void
test_lattice_unfolds (void)
{
  static const guint sizes[][2] = { { 12, 1 }, { 5, 5 }, { 12, 8 }, { 30, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint width = sizes[i][0];
      guint height = sizes[i][1];
      g_autoptr (PlxNetwork) network = make_lattice (width, height);
      g_autoptr (PlxLayout) layout = plx_layout_new (network);
      g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, width * height);
      double stress;

      finish (layout, points);
      stress = find_stress (points, width, height);
      g_test_message ("%u × %u: stress %.4f", width, height, stress);
      g_assert_cmpfloat (stress, <, 0.06);
    }
}

static void
test_no_two_in_one_place (void)
{
  /* A star: all leaves want the same. */
  PlxLink links[600];
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, 601);
  g_autoptr (PlxNetwork) network = NULL;
  g_autoptr (PlxLayout) layout = NULL;

  for (guint i = 0; i < 600; i++)
    links[i] = (PlxLink) { 0, i + 1, 1 };
  network = plx_network_new (601, links, 600);
  layout = plx_layout_new (network);
  finish (layout, points);

  for (guint i = 0; i < 601; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (between (points, i, j), >, 0.05);
}

/* Two groups of which each hangs closely together are seen as two. */
static void
test_groups_are_seen (void)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PlxLink));
  g_autoptr (PlxNetwork) network = NULL;
  g_autoptr (PlxLayout) layout = NULL;
  PlxGraphPoint points[40];
  double within = 0, across = 0;

  for (guint i = 0; i < 40; i++)
    for (guint j = i + 1; j < 40; j++)
      {
        PlxLink link = { i, j, 1 };

        if (i % 2 == j % 2 || (i + j) % 37 == 0)
          g_array_append_val (links, link);
      }
  network = plx_network_new (40, (PlxLink *) links->data, links->len);
  layout = plx_layout_new (network);
  finish (layout, points);

  for (guint i = 0; i < 40; i++)
    for (guint j = i + 1; j < 40; j++)
      if (i % 2 == j % 2)
        within += between (points, i, j) / 380;
      else
        across += between (points, i, j) / 400;

  g_assert_cmpfloat (across, >, 1.5 * within);
}

static void
test_same_each_time (void)
{
  g_autoptr (PlxNetwork) network = make_lattice (25, 20);
  PlxGraphPoint first[500], second[500];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlxLayout) layout = plx_layout_new (network);

      finish (layout, i == 0 ? first : second);
    }

  g_assert_cmpmem (first, sizeof first, second, sizeof second);
}

static void
test_pins_stay (void)
{
  g_autoptr (PlxNetwork) network = make_lattice (9, 9);
  g_autoptr (PlxLayout) layout = plx_layout_new (network);
  PlxGraphPoint given[81] = { [0] = { 100, 50 }, [80] = { 140, 90 } };
  PlxGraphPoint points[81];
  gboolean known[81] = { FALSE };
  gboolean pinned[81] = { [0] = TRUE, [80] = TRUE };
  gboolean more;

  plx_layout_start_from (layout, given, known, pinned);
  do
    {
      more = plx_layout_step (layout);
      plx_layout_get_points (layout, points);
      g_assert_cmpfloat (points[0].x, ==, 100);
      g_assert_cmpfloat (points[0].y, ==, 50);
      g_assert_cmpfloat (points[80].x, ==, 140);
      g_assert_cmpfloat (points[80].y, ==, 90);
    }
  while (more);

  /* The two ends give the scale; the middle comes to lie between them. */
  g_assert_cmpfloat (hypot (points[40].x - 120, points[40].y - 70), <, 10);
  g_assert_cmpfloat (find_stress (points, 9, 9), <, 0.1);
}

/* A finished picture, given again, stays as it is, wherever it lay and however large it was. */
static void
test_stays_where_it_was (void)
{
  g_autoptr (PlxNetwork) network = make_lattice (12, 9);
  g_autoptr (PlxLayout) layout = plx_layout_new (network);
  g_autoptr (PlxLayout) again = plx_layout_new (network);
  PlxGraphPoint before[108], after[108];
  gboolean known[108], pinned[108] = { FALSE };
  double moved = 0;

  finish (layout, before);
  for (guint i = 0; i < 108; i++)
    {
      known[i] = i != 50;
      before[i].x = 3 * before[i].x + 1000;
      before[i].y = 3 * before[i].y - 200;
    }

  plx_layout_start_from (again, before, known, pinned);
  finish (again, after);
  for (guint i = 0; i < 108; i++)
    moved += between ((PlxGraphPoint[]) { before[i], after[i] }, 0, 1) / 108;

  /* A link is some three times as long as it was. */
  g_assert_cmpfloat (moved, <, 0.25 * between (before, 0, 1));
  g_assert_cmpfloat (hypot (after[50].x - before[50].x, after[50].y - before[50].y), <,
                     2 * between (before, 0, 1));
}

static void
test_few_and_many_parts (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 50000 };
  static const PlxLink link = { 1, 2, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PlxNetwork) network = plx_network_new (sizes[i], &link, sizes[i] > 2);
      g_autoptr (PlxLayout) layout = plx_layout_new (network);
      g_autofree PlxGraphPoint *points = g_new0 (PlxGraphPoint, sizes[i] + 1);

      finish (layout, points);
      for (guint j = 0; j < sizes[i]; j++)
        g_assert_true (isfinite (points[j].x) && isfinite (points[j].y));
      if (sizes[i] > 2)
        g_assert_cmpfloat (between (points, 1, 2), >, 0.2);
    }
}

/* Where the longest way is a thousand links long, and numbers are large. */
static void
test_long_row (void)
{
  g_autoptr (PlxNetwork) network = make_lattice (1500, 1);
  g_autoptr (PlxLayout) layout = plx_layout_new (network);
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, 1500);

  finish (layout, points);
  for (guint i = 0; i < 1500; i++)
    g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
  g_assert_cmpfloat (between (points, 0, 1499), >, 20 * between (points, 700, 710));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/layout/lattice-unfolds", test_lattice_unfolds);
  g_test_add_func ("/layout/no-two-in-one-place", test_no_two_in_one_place);
  g_test_add_func ("/layout/groups-are-seen", test_groups_are_seen);
  g_test_add_func ("/layout/same-each-time", test_same_each_time);
  g_test_add_func ("/layout/pins-stay", test_pins_stay);
  g_test_add_func ("/layout/stays-where-it-was", test_stays_where_it_was);
  g_test_add_func ("/layout/few-and-many-parts", test_few_and_many_parts);
  g_test_add_func ("/layout/long-row", test_long_row);

  return g_test_run ();
}
