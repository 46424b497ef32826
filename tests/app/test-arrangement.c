/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-matrix-geometry.h"

static void
set_articles (PlxArrangement *arrangement,
              const char     *ids,
              PlxPassages    *passages)
{
  g_auto (GStrv) names = g_strsplit (ids, " ", -1);

  plx_arrangement_set_articles (arrangement, (const char * const *) names, passages);
}

static void
assert_columns (PlxArrangement *arrangement,
                const char     *expected)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < plx_arrangement_get_n_columns (arrangement); i++)
    g_string_append_printf (columns, "%s%u", i > 0 ? " " : "",
                            plx_arrangement_get_column (arrangement, i));
  g_assert_cmpstr (columns->str, ==, expected);
}

static void
test_arrangement_moves (void)
{
  g_autoptr (PlxArrangement) arrangement = plx_arrangement_new ();

  set_articles (arrangement, "a b c d", NULL);
  assert_columns (arrangement, "0 1 2 3");
  plx_arrangement_move (arrangement, 3, 1, FALSE);
  assert_columns (arrangement, "0 3 1 2");
  plx_arrangement_move (arrangement, 0, 2, TRUE);
  assert_columns (arrangement, "3 1 2 0");

  /* One step goes over a column that is put away. */
  plx_arrangement_set_hidden (arrangement, 1, TRUE);
  assert_columns (arrangement, "3 2 0");
  plx_arrangement_move_by (arrangement, 2, -1);
  assert_columns (arrangement, "2 3 0");
  g_assert_false (plx_arrangement_can_move (arrangement, 2, -1));
  g_assert_true (plx_arrangement_can_move (arrangement, 2, 1));
  plx_arrangement_show_all (arrangement);
  assert_columns (arrangement, "2 3 1 0");
}

static void
test_arrangement_base_comes_first (void)
{
  g_autoptr (PlxArrangement) arrangement = plx_arrangement_new ();

  set_articles (arrangement, "a b c", NULL);
  plx_arrangement_set_hidden (arrangement, 2, TRUE);
  plx_arrangement_set_base (arrangement, 2);
  assert_columns (arrangement, "2 0 1");
  g_assert_false (plx_arrangement_can_move (arrangement, 2, 1));
  g_assert_false (plx_arrangement_can_move (arrangement, 0, -1));
  plx_arrangement_move (arrangement, 1, 2, TRUE);
  assert_columns (arrangement, "2 1 0");
  plx_arrangement_set_base (arrangement, PLX_NONE);
  assert_columns (arrangement, "1 0 2");
}

static void
test_arrangement_outlives_analyses (void)
{
  g_autoptr (PlxArrangement) arrangement = plx_arrangement_new ();

  set_articles (arrangement, "a b c", NULL);
  plx_arrangement_move (arrangement, 2, 0, FALSE);
  plx_arrangement_set_hidden (arrangement, 1, TRUE);
  plx_arrangement_set_base (arrangement, 0);
  plx_arrangement_set_order (arrangement, PLX_ROW_ORDER_ARTICLE, 2);

  /* Another article has come, and all have other places: x, c, a, b. */
  set_articles (arrangement, "x c a b", NULL);
  assert_columns (arrangement, "2 1 0");
  g_assert_cmpuint (plx_arrangement_get_base (arrangement), ==, 2);
  g_assert_cmpuint (plx_arrangement_get_order_of (arrangement), ==, 1);
  g_assert_true (plx_arrangement_is_hidden (arrangement, 3));

  /* The base and the article whose order it was are gone. */
  set_articles (arrangement, "x b", NULL);
  assert_columns (arrangement, "0");
  g_assert_cmpuint (plx_arrangement_get_base (arrangement), ==, PLX_NONE);
  g_assert_cmpuint (plx_arrangement_get_order (arrangement), ==, PLX_ROW_ORDER_AGREEMENT);
}

static void
test_arrangement_keeps_a_column (void)
{
  g_autoptr (PlxArrangement) arrangement = plx_arrangement_new ();

  set_articles (arrangement, "a b", NULL);
  plx_arrangement_set_hidden (arrangement, 0, TRUE);
  plx_arrangement_set_hidden (arrangement, 1, TRUE);
  assert_columns (arrangement, "1");

  /* Of what is left only that is offered which was put away. */
  set_articles (arrangement, "a", NULL);
  assert_columns (arrangement, "0");
}

static PlxArrangement *
new_arrangement (guint n)
{
  PlxArrangement *arrangement = plx_arrangement_new ();
  g_autoptr (GString) ids = g_string_new ("0");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (ids, " %u", i);
  set_articles (arrangement, ids->str, NULL);

  return arrangement;
}

static void
test_geometry_shares_the_width (void)
{
  g_autoptr (PlxArrangement) two = new_arrangement (2);
  g_autoptr (PlxArrangement) twenty = new_arrangement (20);
  PlxMatrixGeometry geometry;
  guint first, end;

  /* Two columns have room enough. */
  plx_matrix_geometry_init (&geometry);
  g_assert_true (plx_matrix_geometry_set_size (&geometry, 1000, 8, two));
  g_assert_false (plx_matrix_geometry_set_size (&geometry, 1000, 8, two));
  g_assert_cmpint (plx_matrix_geometry_get_total (&geometry), ==, 1000);
  plx_matrix_geometry_get_range (&geometry, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);

  /* Of twenty only those are in the range that can be seen. */
  g_assert_true (plx_matrix_geometry_set_size (&geometry, 1000, 8, twenty));
  g_assert_cmpint (plx_matrix_geometry_get_total (&geometry), >, 2000);
  plx_matrix_geometry_get_range (&geometry, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, <=, 6);
  geometry.scroll = plx_matrix_geometry_reveal (&geometry, 19);
  plx_matrix_geometry_get_range (&geometry, &first, &end);
  g_assert_cmpuint (first, >=, 14);
  g_assert_cmpuint (end, ==, 20);
  g_assert_cmpint (plx_matrix_geometry_get_x (&geometry, 19) +
                   plx_matrix_geometry_get_width (&geometry, 19), ==, 1000);
  g_assert_cmpfloat (plx_matrix_geometry_reveal (&geometry, 18), ==, geometry.scroll);

  /* Narrow, all of them stand below each other. */
  geometry.narrow = TRUE;
  plx_matrix_geometry_set_size (&geometry, 360, 8, twenty);
  g_assert_cmpint (plx_matrix_geometry_get_total (&geometry), ==, 360);
  g_assert_cmpfloat (geometry.scroll, ==, 0);
  plx_matrix_geometry_clear (&geometry);
}

static void
test_geometry_keeps_what_was_made_wider (void)
{
  g_autoptr (PlxArrangement) arrangement = new_arrangement (3);
  PlxMatrixGeometry geometry;

  /* What the one takes the others share; the width goes with the article. */
  plx_arrangement_set_width (arrangement, 0, 50);
  plx_matrix_geometry_init (&geometry);
  plx_matrix_geometry_set_size (&geometry, 1000, 8, arrangement);
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, 0), ==, 400);
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, 1), ==, 204);
  plx_arrangement_move (arrangement, 0, 2, TRUE);
  g_assert_true (plx_matrix_geometry_set_size (&geometry, 1000, 8, arrangement));
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, 2), ==, 400);

  /* A larger text makes it wider, too. */
  plx_matrix_geometry_set_size (&geometry, 1000, 16, arrangement);
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, 2), ==, 800);

  plx_arrangement_set_width (arrangement, PLX_NONE, 30);
  plx_matrix_geometry_set_size (&geometry, 1000, 8, arrangement);
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, PLX_NONE), ==, 240);
  g_assert_true (plx_arrangement_has_widths (arrangement));
  plx_arrangement_reset_widths (arrangement);
  g_assert_false (plx_arrangement_has_widths (arrangement));
  plx_matrix_geometry_set_size (&geometry, 1000, 8, arrangement);
  g_assert_cmpint (plx_matrix_geometry_get_width (&geometry, 2), ==,
                   plx_matrix_geometry_get_width (&geometry, 0));
  plx_matrix_geometry_clear (&geometry);
}

static void
test_arrangement_is_written_down (void)
{
  g_autoptr (PlxArrangement) arrangement = new_arrangement (4);
  g_autoptr (PlxArrangement) again = plx_arrangement_new ();
  g_autoptr (PlxArrangement) late = plx_arrangement_new ();
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  plx_arrangement_set_base (arrangement, 2);
  plx_arrangement_set_hidden (arrangement, 1, TRUE);
  plx_arrangement_move (arrangement, 0, 3, TRUE);
  plx_arrangement_set_order (arrangement, PLX_ROW_ORDER_ARTICLE, 3);
  plx_arrangement_set_width (arrangement, 3, 33.5);
  plx_arrangement_set_width (arrangement, PLX_NONE, 28);
  text = plx_arrangement_to_string (arrangement);

  /* Before its articles are known, and when they are; a new one stands behind the others. */
  g_assert_true (plx_arrangement_restore (again, text));
  set_articles (again, "0 1 2 3", NULL);
  assert_columns (again, "2 3 0");
  text_again = plx_arrangement_to_string (again);
  g_assert_cmpstr (text_again, ==, text);
  set_articles (late, "new 3 2 1 0", NULL);
  g_assert_true (plx_arrangement_restore (late, text));
  assert_columns (late, "2 1 4 0");
  g_assert_cmpuint (plx_arrangement_get_order_of (late), ==, 1);
  g_assert_cmpfloat (plx_arrangement_get_width (late, 1), ==, 33.5);
}

static void
test_broken_arrangements_are_left_alone (void)
{
  static const char * const broken[] = {
    "", "nonsense", "('agreement', '', '', 0.0)", "('agreement', '', '', 0.0, [1])",
  };
  g_autoptr (PlxArrangement) arrangement = new_arrangement (2);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_false (plx_arrangement_restore (arrangement, broken[i]));
  assert_columns (arrangement, "0 1");

  /* What can be read, but makes no sense: an order that is none, an article twice, all hidden. */
  g_assert_true (plx_arrangement_restore (
    arrangement,
    "('later', '7', '9', -1.0, [('1', true, -3.0), ('1', false, 0), ('0', true, 4)])"));
  g_assert_cmpint (plx_arrangement_get_order (arrangement), ==, PLX_ROW_ORDER_AGREEMENT);
  g_assert_cmpuint (plx_arrangement_get_base (arrangement), ==, PLX_NONE);
  assert_columns (arrangement, "0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/arrangement/moves", test_arrangement_moves);
  g_test_add_func ("/arrangement/base-comes-first", test_arrangement_base_comes_first);
  g_test_add_func ("/arrangement/outlives-analyses", test_arrangement_outlives_analyses);
  g_test_add_func ("/arrangement/keeps-a-column", test_arrangement_keeps_a_column);
  g_test_add_func ("/arrangement/geometry-shares-the-width", test_geometry_shares_the_width);
  g_test_add_func ("/arrangement/geometry-keeps-what-was-made-wider",
                   test_geometry_keeps_what_was_made_wider);
  g_test_add_func ("/arrangement/is-written-down", test_arrangement_is_written_down);
  g_test_add_func ("/arrangement/broken-ones-are-left-alone",
                   test_broken_arrangements_are_left_alone);

  return g_test_run ();
}
