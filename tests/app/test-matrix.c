/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <time.h>

#include "app-fixture.h"
#include "compare/plx-claim-copy.h"
#include "compare/plx-claim-head.h"
#include "compare/plx-claim-words.h"
#include "compare/plx-matrix-cell.h"
#include "compare/plx-matrix-grid.h"
#include "compare/plx-matrix-menus.h"
#include "compare/plx-matrix-passage.h"
#include "compare/plx-matrix-row.h"
#include "compare/plx-source-head.h"
#include "matrix-fixture.h"

/* Claim 0 has all three, 1 the first two, 2 all, 3 only the last. */
static gboolean
is_silent (guint article,
           guint claim)
{
  return (claim == 1 && article == 2) || (claim == 3 && article < 2);
}

static void
test_rows_are_sorted (void)
{
  MatrixFixture fixture = { 0 };
  g_autofree char *by_agreement = NULL;
  g_autofree char *by_difference = NULL;
  g_autofree char *by_first = NULL;
  g_autofree char *by_last = NULL;
  GActionGroup *actions;

  matrix_fixture_open (&fixture, 3, 4, is_silent);
  matrix_fixture_differ (&fixture, 1, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_differ (&fixture, 2, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_differ (&fixture, 1, PLX_DIFFERENCE_PLACE);
  matrix_fixture_show (&fixture);
  g_object_set (fixture.matrix, "singles", TRUE, NULL);
  actions = plx_matrix_get_actions (fixture.matrix);

  by_agreement = matrix_fixture_order (&fixture);
  g_assert_cmpstr (by_agreement, ==, "0 2 1 3");

  g_action_group_activate_action (actions, "sort", g_variant_new_string ("difference"));
  by_difference = matrix_fixture_order (&fixture);
  g_assert_cmpstr (by_difference, ==, "1 2 0 3");

  /* The first article leaves the last claim out; the last one tells all from behind. */
  plx_arrangement_set_order (fixture.arrangement, PLX_ROW_ORDER_ARTICLE, 0);
  by_first = matrix_fixture_order (&fixture);
  g_assert_cmpstr (by_first, ==, "0 1 2 3");
  g_action_group_activate_action (actions, "sort", g_variant_new_string ("article:2"));
  by_last = matrix_fixture_order (&fixture);
  g_assert_cmpstr (by_last, ==, "3 2 0 1");

  matrix_fixture_close (&fixture);
}

static void
assert_heads (MatrixFixture *fixture,
              const char    *expected)
{
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GString) articles = g_string_new (NULL);

  matrix_fixture_settle (fixture);
  heads = matrix_fixture_find (GTK_WIDGET (fixture->matrix), PLX_TYPE_SOURCE_HEAD);
  for (guint column = 0; column < heads->len; column++)
    {
      for (guint i = 0; i < heads->len; i++)
        {
          PlxSourceHead *head = g_ptr_array_index (heads, i);

          if (plx_source_head_get_column (head) == column)
            g_string_append_printf (articles, "%s%u", column > 0 ? " " : "",
                                    plx_source_head_get_article (head));
        }
    }
  g_assert_cmpstr (articles->str, ==, expected);
}

static void
test_columns_follow_the_arrangement (void)
{
  MatrixFixture fixture = { 0 };
  GActionGroup *actions;

  matrix_fixture_open (&fixture, 3, 4, NULL);
  matrix_fixture_show (&fixture);
  actions = plx_matrix_get_actions (fixture.matrix);
  assert_heads (&fixture, "0 1 2");

  g_action_group_activate_action (actions, "hide", g_variant_new_uint32 (1));
  assert_heads (&fixture, "0 2");
  g_action_group_change_action_state (actions, "column-1", g_variant_new_boolean (TRUE));
  assert_heads (&fixture, "0 1 2");
  g_action_group_activate_action (actions, "move-on", g_variant_new_uint32 (0));
  assert_heads (&fixture, "1 0 2");
  g_action_group_activate_action (actions, "base", g_variant_new_uint32 (2));
  assert_heads (&fixture, "2 1 0");
  g_action_group_activate_action (actions, "base", g_variant_new_uint32 (2));
  assert_heads (&fixture, "1 0 2");

  matrix_fixture_close (&fixture);
}

static char *
dup_note_of (MatrixFixture *fixture,
             guint          column)
{
  g_autoptr (GPtrArray) cells = matrix_fixture_find (GTK_WIDGET (fixture->matrix),
                                                     PLX_TYPE_MATRIX_CELL);

  for (guint i = 0; i < cells->len; i++)
    {
      PlxMatrixCell *cell = g_ptr_array_index (cells, i);
      g_autoptr (GPtrArray) labels = matrix_fixture_find (GTK_WIDGET (cell), GTK_TYPE_LABEL);

      if (plx_matrix_cell_get_column (cell) == column && plx_matrix_cell_is_silent (cell))
        return g_strdup (gtk_label_get_label (g_ptr_array_index (labels, 0)));
    }

  return NULL;
}

/* Who says nothing is not the same as who is not asked. */
static void
test_filter_is_no_silence (void)
{
  MatrixFixture fixture = { 0 };
  g_autofree char *silent = NULL;
  g_autofree char *filtered = NULL;

  matrix_fixture_open (&fixture, 3, 4, is_silent);
  plx_passages_set_shown (fixture.passages, (PlxSentenceRef) { 1, 0 }, FALSE);
  matrix_fixture_show (&fixture);

  silent = dup_note_of (&fixture, 2);
  filtered = dup_note_of (&fixture, 1);
  g_assert_cmpstr (silent, ==, "– silent –");
  g_assert_cmpstr (filtered, ==, "– filtered –");

  /* An article of which nothing is left has no column. */
  for (guint i = 0; i < 3; i++)
    plx_passages_set_shown (fixture.passages, (PlxSentenceRef) { 1, i }, FALSE);
  matrix_fixture_show (&fixture);
  assert_heads (&fixture, "0 2");
  g_assert_cmpuint (plx_arrangement_get_n_offered (fixture.arrangement), ==, 2);

  matrix_fixture_close (&fixture);
}

static void
test_rows_fold (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  PlxMatrixRow *row;

  matrix_fixture_open (&fixture, 3, 4, NULL);
  matrix_fixture_differ (&fixture, 1, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_show (&fixture);
  rows = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_ROW);
  g_assert_cmpuint (rows->len, ==, 4);
  row = g_ptr_array_index (rows, 1);

  g_assert_false (plx_claim_item_is_expanded (plx_matrix_row_get_item (row)));
  g_action_group_activate_action (plx_matrix_get_actions (fixture.matrix), "toggle",
                                  g_variant_new_uint32 (1));
  matrix_fixture_settle (&fixture);
  g_assert_true (plx_claim_item_is_expanded (plx_matrix_row_get_item (row)));

  plx_matrix_fold_all (fixture.matrix, TRUE);
  g_assert_false (plx_claim_item_is_expanded (plx_matrix_row_get_item (row)));

  /* Compared again, the same rows are unfolded. */
  plx_claim_item_set_expanded (plx_matrix_row_get_item (row), TRUE);
  matrix_fixture_show (&fixture);
  g_assert_true (plx_claim_item_is_expanded (plx_matrix_find_claim (fixture.matrix, 1)));
  g_assert_false (plx_claim_item_is_expanded (plx_matrix_find_claim (fixture.matrix, 0)));

  matrix_fixture_close (&fixture);
}

static void
test_steps_to_differences (void)
{
  MatrixFixture fixture = { 0 };

  matrix_fixture_open (&fixture, 3, 4, NULL);
  matrix_fixture_differ (&fixture, 1, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_differ (&fixture, 3, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_show (&fixture);

  g_assert_cmpuint (plx_matrix_get_n_shared (fixture.matrix), ==, 4);
  g_assert_cmpuint (plx_matrix_get_n_single (fixture.matrix), ==, 0);
  g_assert_cmpuint (plx_matrix_get_n_differ (fixture.matrix), ==, 2);
  g_assert_true (plx_matrix_step (fixture.matrix, 1));
  g_assert_true (plx_matrix_step (fixture.matrix, 1));
  g_assert_false (plx_matrix_step (fixture.matrix, 1));
  g_assert_true (plx_matrix_step (fixture.matrix, -1));
  g_assert_false (plx_matrix_step (fixture.matrix, -1));
  g_assert_true (plx_claim_item_is_expanded (plx_matrix_find_claim (fixture.matrix, 3)));

  matrix_fixture_close (&fixture);
}

static void
test_search_finds_rows (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *found = NULL;
  g_autofree char *all = NULL;

  matrix_fixture_open (&fixture, 3, 14, NULL);
  matrix_fixture_show (&fixture);
  g_action_group_change_action_state (plx_matrix_get_actions (fixture.matrix), "search",
                                      g_variant_new_boolean (TRUE));
  matrix_fixture_settle (&fixture);
  entries = matrix_fixture_find (GTK_WIDGET (fixture.matrix), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (g_ptr_array_index (entries, 0), "KEEPER 13");
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "search-changed");
  found = matrix_fixture_order (&fixture);
  g_assert_cmpstr (found, ==, "13");

  gtk_editable_set_text (g_ptr_array_index (entries, 0), "");
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "search-changed");
  all = matrix_fixture_order (&fixture);
  g_assert_cmpstr (all, ==, "0 1 2 3 4 5 6 7 8 9 10 11 12 13");

  matrix_fixture_close (&fixture);
}

static void
test_copy_has_the_source (void)
{
  MatrixFixture fixture = { 0 };
  g_autofree char *sentence = NULL;
  g_autofree char *claim = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  PlxClaimItem *item;

  matrix_fixture_open (&fixture, 2, 1, NULL);
  matrix_fixture_show (&fixture);
  item = plx_matrix_find_claim (fixture.matrix, 0);

  sentence = plx_claim_copy_sentence_text (item, (PlxSentenceRef) { 1, 0 });
  g_assert_cmpstr (sentence, ==,
                   "“The keeper of lighthouse 0 counted 42 boats on Tuesday before noon.”\n"
                   "— Outlet B, 16 May 2019, https://example.org/boats?a&b\n");
  claim = plx_claim_copy_claim_text (item);
  g_assert_true (g_str_has_prefix (claim, "Boats at lighthouse 0\n\n“The keeper"));
  g_assert_nonnull (strstr (claim, "Outlet A"));
  g_assert_nonnull (strstr (claim, "Outlet B"));
  content = plx_claim_copy_sentence (item, (PlxSentenceRef) { 1, 0 });
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));

  matrix_fixture_close (&fixture);
}

static PlxMatrixPassage *
find_passage (MatrixFixture  *fixture,
              PlxSentenceRef  ref)
{
  g_autoptr (GPtrArray) passages = matrix_fixture_find (GTK_WIDGET (fixture->matrix),
                                                        PLX_TYPE_MATRIX_PASSAGE);

  for (guint i = 0; i < passages->len; i++)
    {
      PlxSentenceRef other = plx_matrix_passage_get_ref (g_ptr_array_index (passages, i));

      if (other.article == ref.article && other.sentence == ref.sentence)
        return g_ptr_array_index (passages, i);
    }

  return NULL;
}

static void
test_table_is_told (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  matrix_fixture_open (&fixture, 3, 4, is_silent);
  matrix_fixture_differ (&fixture, 0, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_show (&fixture);
  grids = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_GRID);
  rows = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_ROW);
  heads = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_CLAIM_HEAD);
  cells = matrix_fixture_find (g_ptr_array_index (rows, 2), PLX_TYPE_MATRIX_CELL);

  gtk_test_accessible_assert_role (g_ptr_array_index (grids, 0), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (g_ptr_array_index (rows, 0), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (g_ptr_array_index (heads, 0), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_role (g_ptr_array_index (cells, 0), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_relation (g_ptr_array_index (grids, 0),
                                       GTK_ACCESSIBLE_RELATION_ROW_COUNT, 4);
  gtk_test_accessible_assert_relation (g_ptr_array_index (grids, 0),
                                       GTK_ACCESSIBLE_RELATION_COL_COUNT, 4);
  gtk_test_accessible_assert_relation (g_ptr_array_index (rows, 1),
                                       GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_state (g_ptr_array_index (heads, 0), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);
  gtk_test_accessible_assert_state (g_ptr_array_index (heads, 1), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);
  gtk_test_accessible_assert_property (g_ptr_array_index (heads, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Boats at lighthouse 0. ≠ differ: number. "
                                       "3 sources, 3 origins");

  matrix_fixture_close (&fixture);
}

/* Where rows follow an article, those that it leaves out say so. */
static void
test_left_out_is_told (void)
{
  MatrixFixture fixture = { 0 };
  g_autofree char *as_others = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *told = NULL;
  g_autofree char *silents = NULL;
  PlxClaimItem *item;

  matrix_fixture_open (&fixture, 3, 4, is_silent);
  matrix_fixture_show (&fixture);
  item = plx_matrix_find_claim (fixture.matrix, 1);

  as_others = plx_claim_words_counts (item, fixture.arrangement);
  g_assert_cmpstr (as_others, ==, "2 sources, 2 origins");
  plx_arrangement_set_order (fixture.arrangement, PLX_ROW_ORDER_ARTICLE, 2);
  left_out = plx_claim_words_counts (item, fixture.arrangement);
  g_assert_cmpstr (left_out, ==, "left out by Outlet C – 2 sources, 2 origins");
  told = plx_claim_words_counts (plx_matrix_find_claim (fixture.matrix, 0), fixture.arrangement);
  g_assert_cmpstr (told, ==, "3 sources, 3 origins");
  silents = plx_claim_words_silents (item, fixture.arrangement);
  g_assert_cmpstr (silents, ==, "Silent: Outlet C");

  matrix_fixture_close (&fixture);
}

static void
assert_told (PlxMatrixPassage *passage,
             const char       *expected)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (passage), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       expected);
}

static void
test_base_is_what_others_differ_from (void)
{
  MatrixFixture fixture = { 0 };
  PlxSentenceRef first = { 0, 0 };
  PlxSentenceRef second = { 1, 0 };
  PlxSentenceRef beside;
  PlxClaimItem *item;

  matrix_fixture_open (&fixture, 3, 1, NULL);
  matrix_fixture_show (&fixture);
  item = plx_matrix_find_claim (fixture.matrix, 0);

  g_assert_true (plx_claim_item_find_beside (item, second, 0, &beside));
  g_assert_cmpuint (beside.article, ==, 0);
  g_assert_false (plx_claim_item_find_beside (item, first, 0, &beside));

  plx_arrangement_set_base (fixture.arrangement, 1);
  matrix_fixture_settle (&fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_passage (&fixture, first)),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_told (find_passage (&fixture, first),
               "Outlet A, lead: The keeper of lighthouse 0 counted 40 boats on Tuesday "
               "before noon. Outlet A says “40 boats” where the other says “42 boats”.");
  assert_told (find_passage (&fixture, second),
               "Outlet B, lead: The keeper of lighthouse 0 counted 42 boats on Tuesday "
               "before noon.");
  g_assert_true (plx_claim_item_find_beside (item, first, 1, &beside));
  g_assert_cmpuint (beside.article, ==, 1);

  matrix_fixture_close (&fixture);
}

/* What the menu of a column lays side by side; the target of its action. */
static char *
dup_side_by_side (MatrixFixture *fixture,
                  guint          article)
{
  g_autoptr (GMenuModel) menu = plx_matrix_menus_new_head (fixture->arrangement, article);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int k = 0; k < g_menu_model_get_n_items (section); k++)
        {
          g_autofree char *action = NULL;
          g_autoptr (GVariant) target = NULL;

          g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_ACTION, "s", &action);
          target = g_menu_model_get_item_attribute_value (section, k, G_MENU_ATTRIBUTE_TARGET,
                                                          NULL);
          if (g_str_equal (action, "compare.show-pair"))
            return g_variant_print (target, FALSE);
        }
    }

  return NULL;
}

static void
test_column_is_laid_beside_the_first (void)
{
  MatrixFixture fixture = { 0 };
  g_autofree char *second = NULL;
  g_autofree char *first = NULL;
  g_autofree char *based = NULL;

  matrix_fixture_open (&fixture, 3, 1, NULL);
  matrix_fixture_show (&fixture);

  second = dup_side_by_side (&fixture, 1);
  g_assert_cmpstr (second, ==, "(0, 1)");
  first = dup_side_by_side (&fixture, 0);
  g_assert_cmpstr (first, ==, "(0, 1)");
  plx_arrangement_set_base (fixture.arrangement, 2);
  based = dup_side_by_side (&fixture, 1);
  g_assert_cmpstr (based, ==, "(2, 1)");
  plx_arrangement_set_hidden (fixture.arrangement, 0, TRUE);
  plx_arrangement_set_hidden (fixture.arrangement, 1, TRUE);
  g_assert_null (dup_side_by_side (&fixture, 2));

  matrix_fixture_close (&fixture);
}

static void
test_difference_is_pointed_at (void)
{
  MatrixFixture fixture = { 0 };
  PlxClaimItem *item;

  matrix_fixture_open (&fixture, 3, 1, NULL);
  matrix_fixture_differ (&fixture, 0, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_show (&fixture);
  item = plx_matrix_find_claim (fixture.matrix, 0);

  g_assert_null (plx_claim_item_get_saying (item, (PlxSentenceRef) { 0, 0 }));
  plx_claim_item_set_difference (item, 0);
  matrix_fixture_settle (&fixture);
  g_assert_cmpstr (plx_claim_item_get_saying (item, (PlxSentenceRef) { 0, 0 }), ==, "40 boats");
  g_assert_true (gtk_widget_has_css_class (
    GTK_WIDGET (find_passage (&fixture, (PlxSentenceRef) { 1, 0 })), "plx-pointed"));
  g_assert_false (gtk_widget_has_css_class (
    GTK_WIDGET (find_passage (&fixture, (PlxSentenceRef) { 2, 0 })), "plx-pointed"));

  matrix_fixture_close (&fixture);
}

/* Narrow, the sources of an unfolded claim stand one below the other, and there are no heads. */
static void
test_narrow_stacks_sources (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  matrix_fixture_open (&fixture, 3, 4, is_silent);
  gtk_window_set_default_size (fixture.window, 360, 700);
  g_object_set (fixture.matrix, "narrow", TRUE, NULL);
  matrix_fixture_show (&fixture);

  heads = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_SOURCE_HEAD);
  cells = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_CELL);
  g_assert_cmpuint (heads->len, ==, 0);
  g_assert_cmpuint (cells->len, ==, 3);
  for (guint i = 0; i < cells->len; i++)
    g_assert_cmpint (gtk_widget_get_width (g_ptr_array_index (cells, i)), ==,
                     gtk_widget_get_width (GTK_WIDGET (fixture.matrix)));

  matrix_fixture_close (&fixture);
}

static PlxMatrixGrid *
find_grid (MatrixFixture *fixture)
{
  g_autoptr (GPtrArray) grids = matrix_fixture_find (GTK_WIDGET (fixture->matrix),
                                                     PLX_TYPE_MATRIX_GRID);

  return g_ptr_array_index (grids, 0);
}

static double
get_place (MatrixFixture *fixture,
           GtkWidget     *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->matrix), &bounds));

  return bounds.origin.x;
}

/* Where lines run from right to left, the heads of rows are at the right, and columns go on from
 * there to the left; to scroll on is to scroll to the left. */
static void
test_edges_make_columns_wider (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) heads = NULL;
  PlxColumnEdge *edge;
  GtkWidget *first, *second;
  g_autoptr (GPtrArray) cells = NULL;
  graphene_rect_t first_place, bounds;
  int first_width, second_width;

  matrix_fixture_open (&fixture, 3, 2, NULL);
  matrix_fixture_show (&fixture);
  heads = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_SOURCE_HEAD);
  g_assert_cmpuint (heads->len, ==, 3);
  first = g_ptr_array_index (heads, 0);
  second = g_ptr_array_index (heads, 1);
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (fixture.matrix), &first_place));
  first_width = gtk_widget_get_width (first);
  second_width = gtk_widget_get_width (second);

  /* The edge goes with the pointer: what stands before it keeps its place. */
  edge = plx_source_head_get_edge (PLX_SOURCE_HEAD (second));
  g_signal_emit_by_name (edge, "begun");
  g_signal_emit_by_name (edge, "dragged", 20.0);
  g_signal_emit_by_name (edge, "dragged", 60.0);
  matrix_fixture_settle (&fixture);
  g_assert_cmpint (gtk_widget_get_width (second), ==, second_width + 60);
  g_assert_cmpint (gtk_widget_get_width (first), ==, first_width);

  g_signal_emit_by_name (edge, "reset");
  g_assert_cmpfloat (plx_arrangement_get_width (fixture.arrangement, 1), ==, 0);
  plx_arrangement_reset_widths (fixture.arrangement);
  matrix_fixture_settle (&fixture);
  g_assert_cmpint (gtk_widget_get_width (second), ==, second_width);

  /* And so do the heads of the rows. */
  plx_arrangement_set_width (fixture.arrangement, PLX_NONE, 40);
  matrix_fixture_settle (&fixture);
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (fixture.matrix), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, first_place.origin.x + 50);
  cells = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_CELL);
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, 0),
                                            GTK_WIDGET (fixture.matrix), &first_place));
  g_assert_cmpfloat (bounds.origin.x, ==, first_place.origin.x);
  plx_arrangement_reset_widths (fixture.arrangement);
  matrix_fixture_settle (&fixture);

  /* With the keys one column alone. */
  gtk_widget_activate_action (first, "head.resize", "i", -1);
  matrix_fixture_settle (&fixture);
  g_assert_cmpint (gtk_widget_get_width (first), <, first_width);
  g_assert_cmpfloat (plx_arrangement_get_width (fixture.arrangement, 1), ==, 0);
  matrix_fixture_close (&fixture);
}

static void
test_columns_run_as_lines_do (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  matrix_fixture_open (&fixture, 20, 4, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  matrix_fixture_show (&fixture);
  heads = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_CLAIM_HEAD);
  cells = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_CELL);

  g_assert_cmpuint (plx_matrix_cell_get_column (g_ptr_array_index (cells, 1)), ==, 1);
  g_assert_cmpfloat (get_place (&fixture, g_ptr_array_index (heads, 0)), >,
                     get_place (&fixture, g_ptr_array_index (cells, 0)));
  g_assert_cmpfloat (get_place (&fixture, g_ptr_array_index (cells, 0)), >,
                     get_place (&fixture, g_ptr_array_index (cells, 1)));

  plx_matrix_grid_go_to (find_grid (&fixture), 0, 19, 0);
  matrix_fixture_settle (&fixture);
  g_assert_cmpfloat (get_place (&fixture, GTK_WIDGET (
    find_passage (&fixture, (PlxSentenceRef) { 19, 3 }))), >=, 0);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  matrix_fixture_close (&fixture);
}

static gboolean
is_silent_in_three (guint article,
                    guint claim)
{
  return (article * 7 + claim) % 5 == 0;
}

static void
assert_bounded (MatrixFixture *fixture)
{
  g_autoptr (GPtrArray) cells = matrix_fixture_find (GTK_WIDGET (fixture->matrix),
                                                     PLX_TYPE_MATRIX_CELL);

  /* Of 300 rows of 20 cells, about those that fit into a window of 1000 by 700. */
  g_assert_cmpuint (plx_matrix_grid_get_n_realized (find_grid (fixture)), >=, 3);
  g_assert_cmpuint (plx_matrix_grid_get_n_realized (find_grid (fixture)), <=, 20);
  g_assert_cmpuint (cells->len, <=, 20 * 7);
}

/* Article 41 of sixty says the first claim twice. */
static void
say_twice (MatrixFixture *self)
{
  PlxClaimRecord *record = g_ptr_array_index (self->analysis->claims, 0);
  PlxSentenceRef again = { 41, 1 };
  guint32 none = PLX_NONE;

  g_assert_cmpuint (g_array_index (record->refs, PlxSentenceRef, 41).article, ==, 41);
  g_array_insert_val (record->refs, 42, again);
  g_array_insert_val (record->origin_of, 42, none);
}

/* A row is as high as the highest of its cells, wherever that is, and so does not jump. */
static void
test_height_of_many_columns (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GtkAdjustment) along = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int height;

  matrix_fixture_open (&fixture, 60, 3, NULL);
  say_twice (&fixture);
  matrix_fixture_show (&fixture);
  rows = matrix_fixture_find (GTK_WIDGET (fixture.matrix), PLX_TYPE_MATRIX_ROW);
  height = gtk_widget_get_height (rows->pdata[0]);
  g_assert_null (find_passage (&fixture, (PlxSentenceRef) { 41, 1 }));

  g_object_get (find_grid (&fixture), "hadjustment", &along, NULL);
  while (find_passage (&fixture, (PlxSentenceRef) { 41, 1 }) == NULL &&
         gtk_adjustment_get_value (along) + gtk_adjustment_get_page_size (along) <
         gtk_adjustment_get_upper (along))
    {
      gtk_adjustment_set_value (along, gtk_adjustment_get_value (along) + 400);
      matrix_fixture_settle (&fixture);
    }
  g_assert_nonnull (find_passage (&fixture, (PlxSentenceRef) { 41, 1 }));
  g_assert_cmpint (gtk_widget_get_height (rows->pdata[0]), ==, height);

  matrix_fixture_close (&fixture);
}

static void
test_large_matrix_has_few_widgets (void)
{
  MatrixFixture fixture = { 0 };
  g_autoptr (GtkAdjustment) down = NULL;
  g_autoptr (GtkAdjustment) along = NULL;
  clock_t began = clock ();
  const guint n_steps = 30;

  matrix_fixture_open (&fixture, 20, 300, is_silent_in_three);
  for (guint i = 0; i < 300; i += 2)
    matrix_fixture_differ (&fixture, i, PLX_DIFFERENCE_NUMBER);
  matrix_fixture_show (&fixture);
  g_test_message ("opened in %.0f ms of processor time",
                  (clock () - began) * 1000.0 / CLOCKS_PER_SEC);
  assert_bounded (&fixture);

  g_object_get (find_grid (&fixture), "vadjustment", &down, "hadjustment", &along, NULL);
  began = clock ();
  for (guint i = 0; i < n_steps; i++)
    {
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 60);
      matrix_fixture_settle (&fixture);
    }
  g_test_message ("a step down and the four frames after it: %.1f ms of processor time",
                  (clock () - began) * 1000.0 / CLOCKS_PER_SEC / n_steps);
  assert_bounded (&fixture);

  for (guint i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (along, gtk_adjustment_get_value (along) + 200);
      matrix_fixture_settle (&fixture);
      assert_bounded (&fixture);
    }

  /* To the very end, and unfolded. */
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  matrix_fixture_settle (&fixture);
  g_assert_nonnull (find_passage (&fixture, (PlxSentenceRef) { 19, 0 }));
  began = clock ();
  plx_matrix_fold_all (fixture.matrix, FALSE);
  matrix_fixture_settle (&fixture);
  g_test_message ("unfolded in %.0f ms of processor time",
                  (clock () - began) * 1000.0 / CLOCKS_PER_SEC);
  assert_bounded (&fixture);

  began = clock ();
  for (guint i = 0; i < n_steps; i++)
    {
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) - 60);
      matrix_fixture_settle (&fixture);
    }
  g_test_message ("a step up, unfolded, and the four frames after it: %.1f ms of processor time",
                  (clock () - began) * 1000.0 / CLOCKS_PER_SEC / n_steps);
  assert_bounded (&fixture);

  matrix_fixture_close (&fixture);
}

static void
test_focus_goes_anywhere (void)
{
  MatrixFixture fixture = { 0 };
  PlxMatrixGrid *grid;
  PlxSentenceRef ref;
  PlxClaimItem *item;

  matrix_fixture_open (&fixture, 20, 300, NULL);
  matrix_fixture_show (&fixture);
  grid = find_grid (&fixture);

  plx_matrix_grid_go_to (grid, 250, 12, 0);
  app_fixture_wait ((item = plx_matrix_grid_find_focus (grid, &ref)) != NULL);
  g_assert_cmpuint (plx_claim_item_get_index (item), ==, 250);
  g_assert_cmpuint (ref.article, ==, 12);

  /* It stays when it is scrolled out of sight. */
  plx_matrix_grid_go_to (grid, 0, PLX_NONE, 0);
  app_fixture_wait ((item = plx_matrix_grid_find_focus (grid, &ref)) != NULL);
  g_assert_cmpuint (plx_claim_item_get_index (item), ==, 0);
  g_assert_cmpuint (ref.article, ==, PLX_NONE);

  matrix_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/matrix/rows-are-sorted", test_rows_are_sorted);
  g_test_add_func ("/matrix/columns-follow-the-arrangement", test_columns_follow_the_arrangement);
  g_test_add_func ("/matrix/filter-is-no-silence", test_filter_is_no_silence);
  g_test_add_func ("/matrix/rows-fold", test_rows_fold);
  g_test_add_func ("/matrix/steps-to-differences", test_steps_to_differences);
  g_test_add_func ("/matrix/search-finds-rows", test_search_finds_rows);
  g_test_add_func ("/matrix/copy-has-the-source", test_copy_has_the_source);
  g_test_add_func ("/matrix/table-is-told", test_table_is_told);
  g_test_add_func ("/matrix/left-out-is-told", test_left_out_is_told);
  g_test_add_func ("/matrix/column-is-laid-beside-the-first",
                   test_column_is_laid_beside_the_first);
  g_test_add_func ("/matrix/base-is-what-others-differ-from",
                   test_base_is_what_others_differ_from);
  g_test_add_func ("/matrix/difference-is-pointed-at", test_difference_is_pointed_at);
  g_test_add_func ("/matrix/narrow-stacks-sources", test_narrow_stacks_sources);
  g_test_add_func ("/matrix/columns-run-as-lines-do", test_columns_run_as_lines_do);
  g_test_add_func ("/matrix/edges-make-columns-wider", test_edges_make_columns_wider);
  g_test_add_func ("/matrix/height-of-many-columns", test_height_of_many_columns);
  g_test_add_func ("/matrix/large-matrix-has-few-widgets", test_large_matrix_has_few_widgets);
  g_test_add_func ("/matrix/focus-goes-anywhere", test_focus_goes_anywhere);

  return g_test_run ();
}
