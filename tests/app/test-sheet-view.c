/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "sheet-fixture.h"
#include "sheet/plx-sheet-composer.h"
#include "sheet/plx-sheet-foot.h"
#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-preview.h"
#include "sheet/plx-sheet-view.h"

typedef struct
{
  GtkWidget        *window;
  PlxSheetView     *view;
  PlxSheetPreview  *preview;
  PlxSheetComposer *composer;
} Desk;

static void
open_desk (Desk       *desk,
           AppFixture *fixture,
           int         width)
{
  desk->window = gtk_window_new ();
  desk->view = g_object_new (PLX_TYPE_SHEET_VIEW, "session", fixture->session, NULL);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (desk->view));
  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, 700);
  gtk_window_present (GTK_WINDOW (desk->window));
  desk->preview = PLX_SHEET_PREVIEW (
    gtk_widget_get_template_child (GTK_WIDGET (desk->view), PLX_TYPE_SHEET_VIEW, "preview"));
  desk->composer = PLX_SHEET_COMPOSER (
    gtk_widget_get_template_child (GTK_WIDGET (desk->view), PLX_TYPE_SHEET_VIEW, "composer"));
}

static void
close_desk (Desk *desk)
{
  g_object_set (desk->view, "session", NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (desk->window));
  app_fixture_settle ();
}

static const char *
get_state (Desk *desk)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (
    gtk_widget_get_template_child (GTK_WIDGET (desk->view), PLX_TYPE_SHEET_VIEW, "stack")));
}

static void
wait_for_sheet (Desk *desk)
{
  app_fixture_wait (g_str_equal (get_state (desk), "sheet"));
  app_fixture_wait (plx_sheet_preview_is_drawn (desk->preview));
}

static void
choose_paper (Desk          *desk,
              PlxSheetPaper  paper)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (
    gtk_widget_get_template_child (GTK_WIDGET (desk->composer), PLX_TYPE_SHEET_COMPOSER,
                                   "paper_row")), paper);
}

static gboolean
has_width (Desk *desk,
           int   expected)
{
  PlxSheetPages *sheet = plx_sheet_preview_get_sheet (desk->preview);
  double width = 0, height;

  if (sheet != NULL)
    plx_sheet_pages_get_size (sheet, &width, &height);

  return (int) width == expected;
}

/* A view that is seen makes the sheet of the open story, and none before it is seen. */
static void
test_view_shows_the_story (AppFixture    *fixture,
                           gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (PLX_TYPE_SHEET_VIEW, NULL));
  GtkWidget *window = gtk_window_new ();

  app_fixture_open (fixture, story);
  g_object_set (view, "session", fixture->session, NULL);
  app_fixture_settle ();
  g_assert_null (sheet_fixture_find (view, PLX_TYPE_SHEET_PAGE));

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (sheet_fixture_find (view, PLX_TYPE_SHEET_PAGE) != NULL);

  g_object_set (view, "session", NULL, NULL);
  g_assert_null (sheet_fixture_find (view, PLX_TYPE_SHEET_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_states_follow_the_story (AppFixture    *fixture,
                              gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  Desk desk;

  open_desk (&desk, fixture, 1000);
  g_assert_cmpstr (get_state (&desk), ==, "empty");
  plx_session_set_story (fixture->session, story);
  app_fixture_wait (g_str_equal (get_state (&desk), "busy"));
  wait_for_sheet (&desk);
  plx_session_set_story (fixture->session, NULL);
  app_fixture_wait (g_str_equal (get_state (&desk), "empty"));
  g_assert_null (plx_sheet_preview_get_sheet (desk.preview));

  close_desk (&desk);
}

/* What is composed is there again when the program is started anew, for that story only. */
static void
test_template_comes_back (AppFixture    *fixture,
                          gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  gint64 id = plx_story_get_id (story);
  PlxStory *other;
  Desk desk;

  g_ptr_array_add (documents, app_fixture_document ("Rain", "rain.txt", "It rained in Brno."));
  other = app_fixture_add_documents (fixture, "Another story", documents);
  app_fixture_open (fixture, story);
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);
  g_assert_true (has_width (&desk, 595));

  choose_paper (&desk, PLX_PAPER_A5);
  app_fixture_wait (has_width (&desk, 419));
  app_fixture_open (fixture, other);
  app_fixture_wait (has_width (&desk, 595));
  close_desk (&desk);

  app_fixture_reopen (fixture);
  open_desk (&desk, fixture, 1000);
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  app_fixture_wait (has_width (&desk, 419));
  g_assert_cmpint (plx_sheet_composer_get_plan (desk.composer)->paper, ==, PLX_PAPER_A5);
  close_desk (&desk);
}

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  plx_library_change_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
has_stories (AppFixture *fixture,
             guint       n)
{
  return g_list_model_get_n_items (plx_library_get_stories (fixture->library)) == n;
}

static void
test_template_survives_undo (AppFixture    *fixture,
                             gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  gint64 id = plx_story_get_id (story);
  guint n_steps = 0;
  Desk desk;

  g_test_summary ("A story that is taken back and done again has the sheet that was composed");
  app_fixture_open (fixture, story);
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);
  choose_paper (&desk, PLX_PAPER_A5);
  app_fixture_wait (has_width (&desk, 419));
  plx_session_set_story (fixture->session, NULL);
  app_fixture_settle ();

  for (; !has_stories (fixture, 0); n_steps++)
    {
      gboolean done = FALSE;

      plx_library_undo_async (fixture->library, stepped_cb, &done);
      app_fixture_wait (done);
    }
  for (; n_steps > 0; n_steps--)
    {
      gboolean done = FALSE;

      plx_library_redo_async (fixture->library, stepped_cb, &done);
      app_fixture_wait (done);
    }
  app_fixture_wait (has_stories (fixture, 1));
  app_fixture_open (fixture, plx_library_find_story (fixture->library, id));
  app_fixture_wait (has_width (&desk, 419));
  close_desk (&desk);
}

static void
test_default_for_new_stories (AppFixture    *fixture,
                              gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  PlxStory *new_story;
  Desk desk;

  app_fixture_open (fixture, story);
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);
  choose_paper (&desk, PLX_PAPER_LETTER);
  app_fixture_wait (has_width (&desk, 612));
  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.make-default", NULL);
  choose_paper (&desk, PLX_PAPER_A5);
  app_fixture_wait (has_width (&desk, 419));

  new_story = app_fixture_add_story (fixture, "A new story");
  app_fixture_open (fixture, new_story);
  app_fixture_wait (has_width (&desk, 612));

  app_fixture_open (fixture, story);
  app_fixture_wait (has_width (&desk, 419));
  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.reset", NULL);
  app_fixture_wait (has_width (&desk, 612));

  g_settings_reset (settings, "sheet-plan");
  close_desk (&desk);
}

/* A file of settings that somebody has broken is no reason to show no sheet. */
static void
test_broken_default (AppFixture    *fixture,
                     gconstpointer  data)
{
  PlxStory *story = app_fixture_add_story (fixture, "A story");
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  Desk desk;

  g_settings_set_string (settings, "sheet-plan", "{ \"paper\": ");
  app_fixture_open (fixture, story);
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);
  g_assert_true (has_width (&desk, 595));

  g_settings_reset (settings, "sheet-plan");
  close_desk (&desk);
}

static void
fail_cb (void)
{
  g_assert_not_reached ();
}

/* Who presses Ctrl+P in another view turns to a sheet that has to be made first. Not to print is
 * no error. */
static void
test_printing_waits_for_the_sheet (AppFixture    *fixture,
                                   gconstpointer  data)
{
  Desk desk;

  app_fixture_open (fixture, app_fixture_add_story (fixture, "A story"));
  g_signal_connect (fixture->session, "failed", G_CALLBACK (fail_cb), NULL);
  open_desk (&desk, fixture, 1000);
  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.print", NULL);
  app_fixture_wait (sheet_fixture_find_print_dialog () != NULL);
  wait_for_sheet (&desk);

  /* One at a time: the next one is asked for in vain. */
  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.print", NULL);
  gtk_window_close (sheet_fixture_find_print_dialog ());
  app_fixture_wait (sheet_fixture_find_print_dialog () == NULL);

  app_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.print", NULL);
  app_fixture_wait (sheet_fixture_find_print_dialog () != NULL);
  gtk_window_close (sheet_fixture_find_print_dialog ());
  app_fixture_wait (sheet_fixture_find_print_dialog () == NULL);
  app_fixture_settle ();
  g_signal_handlers_disconnect_by_func (fixture->session, fail_cb, NULL);
  close_desk (&desk);
}

static void
test_zoom_is_asked_by_name (AppFixture    *fixture,
                            gconstpointer  data)
{
  g_autofree char *zoom = NULL;
  Desk desk;

  app_fixture_open (fixture, app_fixture_add_story (fixture, "A story"));
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);

  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.zoom", "s", "200");
  app_fixture_wait (plx_sheet_preview_get_zoom (desk.preview) == 2);
  g_object_get (desk.view, "zoom", &zoom, NULL);
  g_assert_cmpstr (zoom, ==, "200");

  gtk_widget_activate_action (GTK_WIDGET (desk.view), "sheet.zoom", "s", "page");
  g_assert_cmpint (plx_sheet_preview_get_fit (desk.preview), ==, PLX_PREVIEW_FIT_PAGE);
  sheet_fixture_press (GTK_WIDGET (desk.view), GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpint (plx_sheet_preview_get_fit (desk.preview), ==, PLX_PREVIEW_FIT_AUTO);

  close_desk (&desk);
}

static void
test_sections_are_gone_to (AppFixture    *fixture,
                           gconstpointer  data)
{
  GtkWidget *foot;
  GtkListBox *outline;
  GtkListBoxRow *row;
  guint n = 0;
  Desk desk;

  app_fixture_open (fixture, app_fixture_add_story (fixture, "A story"));
  open_desk (&desk, fixture, 1000);
  wait_for_sheet (&desk);
  app_fixture_wait (plx_sheet_pages_is_complete (plx_sheet_preview_get_sheet (desk.preview)));
  foot = sheet_fixture_find (GTK_WIDGET (desk.view), PLX_TYPE_SHEET_FOOT);
  sheet_fixture_press (GTK_WIDGET (desk.view), GDK_KEY_l, GDK_CONTROL_MASK);
  outline = GTK_LIST_BOX (gtk_widget_get_template_child (foot, PLX_TYPE_SHEET_FOOT, "outline"));
  app_fixture_wait (gtk_widget_get_mapped (GTK_WIDGET (outline)));
  while (gtk_list_box_get_row_at_index (outline, n) != NULL)
    n++;
  g_assert_cmpuint (n, >, 2);

  row = gtk_list_box_get_row_at_index (outline, n - 1);
  g_signal_emit_by_name (row, "activate");
  app_fixture_wait (!gtk_widget_get_mapped (GTK_WIDGET (outline)));
  g_assert_true (PLX_IS_SHEET_PAGE (gtk_window_get_focus (GTK_WINDOW (desk.window))));

  close_desk (&desk);
}

/* The options go to a sheet at the bottom, and are put away at first. */
static void
test_narrow_view_keeps_its_pages (AppFixture    *fixture,
                                  gconstpointer  data)
{
  GObject *split;
  Desk desk;

  app_fixture_open (fixture, app_fixture_add_story (fixture, "A story"));
  open_desk (&desk, fixture, 360);
  wait_for_sheet (&desk);
  split = gtk_widget_get_template_child (GTK_WIDGET (desk.view), PLX_TYPE_SHEET_VIEW, "split");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (desk.preview)), <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (desk.preview)), >, 300);

  close_desk (&desk);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (AppFixture *, gconstpointer); } tests[] = {
    { "/sheet-view/story", test_view_shows_the_story },
    { "/sheet-view/states", test_states_follow_the_story },
    { "/sheet-view/template", test_template_comes_back },
    { "/sheet-view/template/undone", test_template_survives_undo },
    { "/sheet-view/default", test_default_for_new_stories },
    { "/sheet-view/broken-default", test_broken_default },
    { "/sheet-view/print-waits", test_printing_waits_for_the_sheet },
    { "/sheet-view/zoom", test_zoom_is_asked_by_name },
    { "/sheet-view/outline", test_sections_are_gone_to },
    { "/sheet-view/narrow", test_narrow_view_keeps_its_pages },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AppFixture, NULL, app_fixture_set_up, tests[i].test,
                app_fixture_tear_down);

  return g_test_run ();
}
