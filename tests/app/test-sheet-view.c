/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-view.h"

static PlxSheet *
make_sheet (const char *title)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  PlxSheetOptions options;

  plx_sheet_options_init (&options, title);

  return plx_sheet_new (analysis, passages, filter, NULL, &options);
}

static void
test_page_has_the_shape_of_paper (void)
{
  g_autoptr (PlxSheet) sheet = make_sheet ("Paper");
  g_autoptr (GtkWidget) page = g_object_ref_sink (plx_sheet_page_new (sheet, 0));
  int minimum, height;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 500, NULL, &height, NULL, NULL);

  /* It fits on a telephone, and A4 is √2 times as high as wide. */
  g_assert_cmpint (minimum, <=, 300);
  g_assert_cmpint (ABS (height - 707), <=, 2);
}

static void
test_page_is_read_aloud (void)
{
  g_autoptr (PlxSheet) sheet = make_sheet ("One title");
  g_autoptr (PlxSheet) other = make_sheet ("Another title");
  g_autoptr (GtkWidget) page = g_object_ref_sink (plx_sheet_page_new (sheet, 0));
  g_autofree char *text = plx_sheet_dup_page_text (sheet, 0);
  g_autofree char *other_text = plx_sheet_dup_page_text (other, 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 1 of 1");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  plx_sheet_page_set_sheet (PLX_SHEET_PAGE (page), other);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, other_text);
}

static GtkWidget *
find_page (GtkWidget *widget)
{
  GtkWidget *found = PLX_IS_SHEET_PAGE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page (child);

  return found;
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
  g_assert_null (find_page (view));

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (find_page (view) != NULL);

  g_object_set (view, "session", NULL, NULL);
  g_assert_null (find_page (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/sheet-view/shape", test_page_has_the_shape_of_paper);
  g_test_add_func ("/sheet-view/aloud", test_page_is_read_aloud);
  g_test_add ("/sheet-view/story", AppFixture, NULL, app_fixture_set_up,
              test_view_shows_the_story, app_fixture_tear_down);

  return g_test_run ();
}
