/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "filter/plx-check-row.h"
#include "sheet-fixture.h"
#include "sheet/plx-section-list.h"
#include "sheet/plx-section-row.h"
#include "sheet/plx-sheet-articles-dialog.h"
#include "sheet/plx-sheet-composer.h"

typedef struct
{
  GtkWidget        *window;
  PlxSheetComposer *composer;
  guint             n_changes;
} Desk;

static void
changed_cb (Desk *desk)
{
  desk->n_changes++;
}

static void
open_desk (Desk       *desk,
           PlxSession *session)
{
  desk->n_changes = 0;
  desk->window = adw_window_new ();
  desk->composer = g_object_new (PLX_TYPE_SHEET_COMPOSER, NULL);
  if (session != NULL)
    plx_sheet_composer_set_session (desk->composer, session);
  g_signal_connect_swapped (desk->composer, "changed", G_CALLBACK (changed_cb), desk);
  adw_window_set_content (ADW_WINDOW (desk->window), GTK_WIDGET (desk->composer));
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 400, 900);
  gtk_window_present (GTK_WINDOW (desk->window));
  app_fixture_wait (gtk_widget_get_mapped (GTK_WIDGET (desk->composer)));
}

static void
close_desk (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  app_fixture_settle ();
}

static PlxSheetPlan *
get_plan (Desk *desk)
{
  return plx_sheet_composer_get_plan (desk->composer);
}

static GObject *
get_child (Desk       *desk,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (desk->composer), PLX_TYPE_SHEET_COMPOSER,
                                        name);
}

static PlxSectionRow *
get_row (Desk  *desk,
         guint  i)
{
  GtkWidget *list = sheet_fixture_find (GTK_WIDGET (desk->composer), PLX_TYPE_SECTION_LIST);
  GtkListBox *box = GTK_LIST_BOX (sheet_fixture_find (list, GTK_TYPE_LIST_BOX));

  return PLX_SECTION_ROW (gtk_list_box_get_row_at_index (box, i));
}

static const char *
get_part (Desk  *desk,
          guint  i)
{
  return g_array_index (get_plan (desk)->parts, PlxSheetPart, i).id;
}

static void
test_sections_are_switched (void)
{
  PlxSectionRow *row;
  Desk desk;

  open_desk (&desk, NULL);
  g_assert_cmpuint (get_plan (&desk)->parts->len, >, 2);
  for (guint i = 0; i < get_plan (&desk)->parts->len; i++)
    g_assert_cmpstr (plx_section_row_get_id (get_row (&desk, i)), ==, get_part (&desk, i));

  row = get_row (&desk, 0);
  g_assert_true (plx_section_row_is_shown (row));
  gtk_widget_activate (GTK_WIDGET (row));
  app_fixture_wait (!plx_section_row_is_shown (row));
  g_assert_cmpuint (desk.n_changes, ==, 1);
  g_assert_false (plx_sheet_plan_shows (get_plan (&desk), plx_section_row_get_id (row)));

  close_desk (&desk);
}

static void
test_sections_are_moved_by_key (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  PlxSectionRow *row;
  Desk desk;

  open_desk (&desk, NULL);
  first = g_strdup (get_part (&desk, 0));
  second = g_strdup (get_part (&desk, 1));
  row = get_row (&desk, 0);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  sheet_fixture_press (GTK_WIDGET (row), GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (get_part (&desk, 0), ==, second);
  g_assert_cmpstr (get_part (&desk, 1), ==, first);
  g_assert_cmpuint (desk.n_changes, ==, 1);
  /* The same row, at its new place, with the focus still on it. */
  g_assert_true (get_row (&desk, 1) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk.window)) == GTK_WIDGET (row));

  sheet_fixture_press (GTK_WIDGET (row), GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (get_part (&desk, 0), ==, first);

  close_desk (&desk);
}

static void
test_ends_of_the_list_hold (void)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint n;
  Desk desk;

  open_desk (&desk, NULL);
  n = get_plan (&desk)->parts->len;
  first = g_strdup (get_part (&desk, 0));
  last = g_strdup (get_part (&desk, n - 1));

  /* There is nothing above the first, and nothing below the last. */
  gtk_widget_activate_action (GTK_WIDGET (get_row (&desk, 0)), "section.move-up", NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_row (&desk, n - 1)), "section.move-down", NULL);
  g_assert_cmpuint (desk.n_changes, ==, 0);
  g_assert_cmpstr (get_part (&desk, 0), ==, first);
  g_assert_cmpstr (get_part (&desk, n - 1), ==, last);

  /* What has come up from the end can go down again. */
  gtk_widget_activate_action (GTK_WIDGET (get_row (&desk, n - 1)), "section.move-up", NULL);
  g_assert_cmpstr (get_part (&desk, n - 2), ==, last);
  gtk_widget_activate_action (GTK_WIDGET (get_row (&desk, n - 2)), "section.move-down", NULL);
  g_assert_cmpstr (get_part (&desk, n - 1), ==, last);

  close_desk (&desk);
}

static void
test_sections_are_dropped (void)
{
  g_autofree char *dragged = NULL;
  PlxSectionRow *row;
  Desk desk;

  open_desk (&desk, NULL);
  row = get_row (&desk, 2);
  dragged = g_strdup (plx_section_row_get_id (row));
  g_signal_emit_by_name (get_row (&desk, 0), "dropped", row);
  g_assert_cmpstr (get_part (&desk, 0), ==, dragged);
  g_assert_true (get_row (&desk, 0) == row);

  close_desk (&desk);
}

/* A plan of a release that had fewer sections can still have all of this one. */
static void
test_new_sections_can_be_had (void)
{
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *last = NULL;
  guint n = plan->parts->len;
  Desk desk;

  last = g_strdup (g_array_index (plan->parts, PlxSheetPart, n - 1).id);
  g_array_set_size (plan->parts, n - 1);
  open_desk (&desk, NULL);
  plx_sheet_composer_set_plan (desk.composer, plan);
  g_assert_cmpuint (desk.n_changes, ==, 0);
  g_assert_cmpuint (get_plan (&desk)->parts->len, ==, n);
  g_assert_false (plx_sheet_plan_shows (get_plan (&desk), last));
  g_assert_false (plx_section_row_is_shown (get_row (&desk, n - 1)));

  close_desk (&desk);
}

static void
test_paper_is_chosen (void)
{
  double width, height;
  Desk desk;

  open_desk (&desk, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (&desk, "paper_row")), PLX_PAPER_A5);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (&desk, "orientation_row")), 1);
  adw_spin_row_set_value (ADW_SPIN_ROW (get_child (&desk, "margin_row")), 10);
  adw_spin_row_set_value (ADW_SPIN_ROW (get_child (&desk, "text_row")), 12.5);
  g_assert_cmpuint (desk.n_changes, ==, 4);

  plx_sheet_plan_get_page_size (get_plan (&desk), &width, &height);
  g_assert_cmpint ((int) width, ==, 595);
  g_assert_cmpint ((int) height, ==, 419);
  g_assert_cmpint ((int) (get_plan (&desk)->margin * 100), ==, 2834);
  g_assert_cmpfloat (get_plan (&desk)->font_size, ==, 12.5);

  close_desk (&desk);
}

/* What a bundle of another machine says in points is not rounded to what the panel shows. */
static void
test_margin_stays_as_it_is (void)
{
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  Desk desk;

  plan->margin = 50.1;
  open_desk (&desk, NULL);
  plx_sheet_composer_set_plan (desk.composer, plan);
  adw_spin_row_set_value (ADW_SPIN_ROW (get_child (&desk, "text_row")), 14);
  g_assert_cmpfloat (get_plan (&desk)->margin, ==, 50.1);

  close_desk (&desk);
}

static void
add_third (GPtrArray *documents)
{
  static const char * const names[] = { "one.txt", "two.txt", "three.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (documents,
                     app_fixture_document ("A bridge is opened", names[i],
                                           i == 0 ? "The bridge over the Orava opened on Friday."
                                           : i == 1 ? "On Friday the Orava bridge was opened."
                                           : "Nobody came when the bridge opened."));
}

static void
open_bridge (AppFixture *fixture)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  add_third (documents);
  app_fixture_open (fixture, app_fixture_add_documents (fixture, "Bridge", documents));
}

static char *
dup_digest (AppFixture *fixture,
            guint       article)
{
  return plx_document_dup_digest (
    plx_analysis_get_document (plx_session_get_analysis (fixture->session), article));
}

static void
show_part (Desk       *desk,
           const char *id)
{
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_copy (get_plan (desk));

  plx_sheet_plan_set_part (plan, id, TRUE);
  plx_sheet_composer_set_plan (desk->composer, plan);
}

static void
test_pair_is_chosen (AppFixture    *fixture,
                     gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  AdwComboRow *left, *right;
  Desk desk;

  open_bridge (fixture);
  open_desk (&desk, fixture->session);
  show_part (&desk, "pair");
  first = dup_digest (fixture, 0);
  third = dup_digest (fixture, 2);
  left = ADW_COMBO_ROW (get_child (&desk, "first_row"));
  right = ADW_COMBO_ROW (get_child (&desk, "second_row"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (left)));
  g_assert_cmpuint (adw_combo_row_get_selected (left), ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (right), ==, 1);

  adw_combo_row_set_selected (right, 2);
  g_assert_cmpstr (get_plan (&desk)->pair[0], ==, first);
  g_assert_cmpstr (get_plan (&desk)->pair[1], ==, third);

  /* No article stands beside itself. */
  adw_combo_row_set_selected (left, 2);
  g_assert_cmpstr (get_plan (&desk)->pair[0], ==, third);
  g_assert_cmpstr (get_plan (&desk)->pair[1], ==, first);
  g_assert_cmpuint (adw_combo_row_get_selected (right), ==, 0);

  close_desk (&desk);
}

static void
collect_rows (GtkWidget *root,
              GPtrArray *rows)
{
  if (PLX_IS_CHECK_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
test_articles_are_chosen (AppFixture    *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *second = NULL;
  AdwActionRow *row;
  GtkWidget *dialog;
  Desk desk;

  open_bridge (fixture);
  open_desk (&desk, fixture->session);
  show_part (&desk, "articles");
  second = dup_digest (fixture, 1);
  row = ADW_ACTION_ROW (get_child (&desk, "articles_row"));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "All");

  adw_action_row_activate (row);
  app_fixture_wait (sheet_fixture_find (desk.window, PLX_TYPE_SHEET_ARTICLES_DIALOG) != NULL);
  dialog = sheet_fixture_find (desk.window, PLX_TYPE_SHEET_ARTICLES_DIALOG);
  collect_rows (dialog, rows);
  g_assert_cmpuint (rows->len, ==, 3);
  plx_check_row_set_active (rows->pdata[0], FALSE);
  plx_check_row_set_active (rows->pdata[2], FALSE);
  g_assert_cmpuint (g_strv_length (get_plan (&desk)->articles), ==, 1);
  g_assert_cmpstr (get_plan (&desk)->articles[0], ==, second);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "1 of 3");

  plx_check_row_set_active (rows->pdata[0], TRUE);
  plx_check_row_set_active (rows->pdata[2], TRUE);
  g_assert_null (get_plan (&desk)->articles);

  adw_dialog_force_close (ADW_DIALOG (dialog));
  close_desk (&desk);
}

static void
test_title_is_that_of_the_story (AppFixture    *fixture,
                                 gconstpointer  data)
{
  GtkEditable *row;
  Desk desk;

  open_bridge (fixture);
  open_desk (&desk, fixture->session);
  row = GTK_EDITABLE (get_child (&desk, "title_row"));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Bridge");
  g_assert_null (get_plan (&desk)->title);

  gtk_editable_set_text (row, "Who opened it");
  g_assert_cmpstr (get_plan (&desk)->title, ==, "Who opened it");
  gtk_editable_set_text (row, "Bridge");
  g_assert_null (get_plan (&desk)->title);

  close_desk (&desk);
}

static void
test_filter_is_told (AppFixture    *fixture,
                     gconstpointer  data)
{
  g_autoptr (PlxFilter) filter = NULL;
  GtkWidget *group;
  Desk desk;

  open_bridge (fixture);
  open_desk (&desk, fixture->session);
  group = GTK_WIDGET (get_child (&desk, "filter_group"));
  g_assert_false (gtk_widget_get_visible (group));

  filter = plx_filter_copy (plx_session_get_filter (fixture->session));
  filter->only_differences = TRUE;
  plx_session_set_filter (fixture->session, filter);
  app_fixture_settle ();
  plx_sheet_composer_update (desk.composer);
  g_assert_true (gtk_widget_get_visible (group));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_child (&desk, "filter_row"))),
                   ==, "Only Differences");

  close_desk (&desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/sheet-composer/sections/switched", test_sections_are_switched);
  g_test_add_func ("/sheet-composer/sections/keys", test_sections_are_moved_by_key);
  g_test_add_func ("/sheet-composer/sections/ends", test_ends_of_the_list_hold);
  g_test_add_func ("/sheet-composer/sections/dropped", test_sections_are_dropped);
  g_test_add_func ("/sheet-composer/sections/new", test_new_sections_can_be_had);
  g_test_add_func ("/sheet-composer/paper", test_paper_is_chosen);
  g_test_add_func ("/sheet-composer/margin", test_margin_stays_as_it_is);
  g_test_add ("/sheet-composer/pair", AppFixture, NULL, app_fixture_set_up, test_pair_is_chosen,
              app_fixture_tear_down);
  g_test_add ("/sheet-composer/articles", AppFixture, NULL, app_fixture_set_up,
              test_articles_are_chosen, app_fixture_tear_down);
  g_test_add ("/sheet-composer/title", AppFixture, NULL, app_fixture_set_up,
              test_title_is_that_of_the_story, app_fixture_tear_down);
  g_test_add ("/sheet-composer/filter", AppFixture, NULL, app_fixture_set_up,
              test_filter_is_told, app_fixture_tear_down);

  return g_test_run ();
}
