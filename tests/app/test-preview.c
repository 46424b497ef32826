/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "sheet-fixture.h"
#include "sheet/plx-preview-layout.h"
#include "sheet/plx-preview-renderer.h"
#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-preview.h"

static PlxPreviewLayout
lay_out (guint         n_pages,
         PlxPreviewFit fit,
         double        zoom,
         int           width,
         int           height)
{
  PlxPreviewLayout layout = {
    .n_pages = n_pages, .page_width = 600, .page_height = 800, .fit = fit, .zoom = zoom,
    .width = width, .height = height, .foot = 40,
  };

  plx_preview_layout_update (&layout);

  return layout;
}

static void
test_layout_fits (void)
{
  PlxPreviewLayout wide = lay_out (3, PLX_PREVIEW_FIT_WIDTH, 1, 1648, 700);
  PlxPreviewLayout page = lay_out (3, PLX_PREVIEW_FIT_PAGE, 1, 1648, 888);
  PlxPreviewLayout automatic = lay_out (3, PLX_PREVIEW_FIT_AUTO, 1, 1648, 700);
  PlxPreviewLayout narrow = lay_out (3, PLX_PREVIEW_FIT_AUTO, 1, 324, 700);
  graphene_rect_t bounds;

  plx_preview_layout_get_page (&wide, 0, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, 1600);
  g_assert_cmpfloat (bounds.origin.x, ==, 24);

  plx_preview_layout_get_page (&page, 0, &bounds);
  g_assert_cmpfloat (bounds.size.height, ==, 800);

  /* Lines that are too long to be read are no use, however large the screen is. */
  plx_preview_layout_get_page (&automatic, 0, &bounds);
  g_assert_cmpfloat (bounds.size.width, <, 1000);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width / 2, ==, 824);

  plx_preview_layout_get_page (&narrow, 0, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, 300);
}

static void
test_layout_finds_what_is_seen (void)
{
  PlxPreviewLayout layout = lay_out (500, PLX_PREVIEW_FIT_NOT, 0.75, 700, 600);
  graphene_rect_t bounds;
  guint first, end;

  /* A pixel is a point here: pages of 800 with 24 between them. */
  plx_preview_layout_get_page (&layout, 3, &bounds);
  g_assert_cmpfloat (bounds.origin.y, ==, 24 + 3 * 824);
  g_assert_cmpint (layout.content_height, ==, 24 + 500 * 824 + 40);

  plx_preview_layout_get_range (&layout, 0, 600, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 1);
  plx_preview_layout_get_range (&layout, 24 + 3 * 824 + 400, 600, &first, &end);
  g_assert_cmpuint (first, ==, 3);
  g_assert_cmpuint (end, ==, 5);
  plx_preview_layout_get_range (&layout, layout.content_height, 600, &first, &end);
  g_assert_cmpuint (end, ==, 500);

  g_assert_cmpuint (plx_preview_layout_find_page (&layout, 300, 24 + 3 * 824 + 400), ==, 3);
  g_assert_cmpuint (plx_preview_layout_find_page (&layout, 300, -50), ==, 0);
  g_assert_cmpuint (plx_preview_layout_find_page (&layout, 300, 1e7), ==, 499);
}

static void
test_small_pages_stand_in_rows (void)
{
  PlxPreviewLayout layout = lay_out (10, PLX_PREVIEW_FIT_NOT, 0.2, 700, 600);
  graphene_rect_t first, second, next_row;

  /* 160 pixels and 24 between them: three side by side. */
  g_assert_cmpuint (layout.n_columns, ==, 3);
  plx_preview_layout_get_page (&layout, 0, &first);
  plx_preview_layout_get_page (&layout, 1, &second);
  plx_preview_layout_get_page (&layout, 3, &next_row);
  g_assert_cmpfloat (second.origin.y, ==, first.origin.y);
  g_assert_cmpfloat (second.origin.x, ==, first.origin.x + 184);
  g_assert_cmpfloat (next_row.origin.x, ==, first.origin.x);
  g_assert_cmpuint (plx_preview_layout_find_page (&layout, second.origin.x + 1,
                                                  next_row.origin.y + 1), ==, 4);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_renderer_draws_what_is_wanted (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  g_autoptr (PlxSheetPages) other = sheet_fixture_make ("Other towns", 150, PLX_PAPER_A5, FALSE);
  g_autoptr (PlxSheetPages) turned = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, TRUE);
  PlxPreviewRenderer *renderer = plx_preview_renderer_new ();
  const char *text;
  guint n = 0;

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (sheet), >, 9);
  g_signal_connect_swapped (renderer, "drawn", G_CALLBACK (count_cb), &n);
  plx_preview_renderer_set_sheet (renderer, sheet);
  g_assert_true (plx_preview_renderer_is_idle (renderer));

  plx_preview_renderer_want (renderer, 4, 5, 300);
  g_assert_null (plx_preview_renderer_get (renderer, 4, NULL));
  app_fixture_wait (plx_preview_renderer_is_idle (renderer));
  /* What is seen, and two on either side. */
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (gdk_texture_get_width (plx_preview_renderer_get (renderer, 4, &text)), ==, 300);
  g_assert_nonnull (strstr (text, "The Paper of Town"));
  g_assert_nonnull (plx_preview_renderer_get (renderer, 2, NULL));
  g_assert_null (plx_preview_renderer_get (renderer, 8, NULL));

  /* Pictures of the sheet before are better than none, but are not read aloud. */
  plx_preview_renderer_set_sheet (renderer, other);
  g_assert_nonnull (plx_preview_renderer_get (renderer, 4, &text));
  g_assert_null (text);
  app_fixture_wait (plx_preview_renderer_is_idle (renderer));
  plx_preview_renderer_get (renderer, 4, &text);
  g_assert_nonnull (text);

  /* Those of another paper are none. */
  plx_preview_renderer_set_sheet (renderer, turned);
  g_assert_null (plx_preview_renderer_get (renderer, 4, NULL));
  plx_preview_renderer_set_sheet (renderer, NULL);
  app_fixture_settle ();
  app_fixture_wait (G_OBJECT (renderer)->ref_count == 1);
  g_assert_finalize_object (renderer);
}

/* However large a page is shown, its picture fits into memory. */
static void
test_renderer_bounds_pictures (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 1, PLX_PAPER_A4, FALSE);
  PlxPreviewRenderer *renderer = plx_preview_renderer_new ();
  GdkTexture *texture;

  plx_preview_renderer_set_sheet (renderer, sheet);
  plx_preview_renderer_want (renderer, 0, 1, 20000);
  app_fixture_wait (plx_preview_renderer_is_idle (renderer));
  texture = plx_preview_renderer_get (renderer, 0, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2000);
  g_assert_cmpint ((gint64) gdk_texture_get_width (texture) * gdk_texture_get_height (texture), <,
                   10 * 1000 * 1000);

  app_fixture_wait (G_OBJECT (renderer)->ref_count == 1);
  g_assert_finalize_object (renderer);
}

typedef struct
{
  GtkWidget       *window;
  GtkWidget       *scrolled;
  PlxSheetPreview *preview;
} Desk;

static void
open_desk (Desk          *desk,
           PlxSheetPages *sheet)
{
  desk->window = gtk_window_new ();
  desk->scrolled = gtk_scrolled_window_new ();
  desk->preview = g_object_new (PLX_TYPE_SHEET_PREVIEW, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (desk->scrolled),
                                 GTK_WIDGET (desk->preview));
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->scrolled);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 640, 500);
  plx_sheet_preview_set_sheet (desk->preview, sheet);
  gtk_window_present (GTK_WINDOW (desk->window));
  /* The first size that a window has may be another one. */
  app_fixture_wait (gtk_widget_get_height (GTK_WIDGET (desk->preview)) > 300);
  app_fixture_wait (plx_sheet_preview_is_drawn (desk->preview));
}

static void
close_desk (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  app_fixture_settle ();
}

static guint
count_children (Desk *desk)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (desk->preview)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static guint
focused_page (Desk *desk)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (desk->window));

  g_assert_true (PLX_IS_SHEET_PAGE (focus));

  return plx_sheet_page_get_page (PLX_SHEET_PAGE (focus));
}

static void
test_only_what_is_seen_is_a_widget (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  guint n = plx_sheet_pages_get_n_pages (sheet);
  Desk desk;

  open_desk (&desk, sheet);
  g_assert_cmpuint (plx_sheet_preview_get_n_pages (desk.preview), ==, n);
  for (guint page = 0; page < n; page++)
    {
      plx_sheet_preview_go_to (desk.preview, page);
      app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview));
      g_assert_cmpuint (plx_sheet_preview_get_page (desk.preview), ==, page);
      g_assert_cmpuint (count_children (&desk), <=, 3);
    }

  plx_sheet_preview_set_sheet (desk.preview, NULL);
  g_assert_cmpuint (count_children (&desk), ==, 0);
  close_desk (&desk);
}

static void
test_keys_turn_pages (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  guint n = plx_sheet_pages_get_n_pages (sheet);
  GtkWidget *widget;
  Desk desk;

  g_test_summary ("Keys turn pages, and the focus goes with them, so that they are read aloud");

  open_desk (&desk, sheet);
  widget = GTK_WIDGET (desk.preview);
  gtk_widget_grab_focus (widget);
  g_assert_cmpuint (focused_page (&desk), ==, 0);

  sheet_fixture_press (widget, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  g_assert_cmpuint (focused_page (&desk), ==, 1);
  sheet_fixture_press (widget, GDK_KEY_Right, 0);
  g_assert_cmpuint (focused_page (&desk), ==, 2);
  sheet_fixture_press (widget, GDK_KEY_Left, 0);
  sheet_fixture_press (widget, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  sheet_fixture_press (widget, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  g_assert_cmpuint (focused_page (&desk), ==, 0);
  sheet_fixture_press (widget, GDK_KEY_End, 0);
  g_assert_cmpuint (focused_page (&desk), ==, n - 1);
  sheet_fixture_press (widget, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpuint (focused_page (&desk), ==, 0);

  /* Screenfuls lead through all pages to the last. */
  for (guint i = 0; i < 4 * n && focused_page (&desk) + 1 < n; i++)
    {
      guint before = focused_page (&desk);

      sheet_fixture_press (widget, i % 2 == 0 ? GDK_KEY_Page_Down : GDK_KEY_space, 0);
      app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview));
      g_assert_cmpuint (focused_page (&desk), <=, before + 2);
    }
  g_assert_cmpuint (focused_page (&desk), ==, n - 1);

  close_desk (&desk);
}

static void
test_links_are_followed (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  g_autoptr (GArray) links = NULL;
  const char *target = NULL;
  guint from, to = 0;
  GtkWidget *widget;
  double y = 0;
  Desk desk;

  g_test_summary ("The numbers of sources are links: keys choose one, and lead to the source");
  for (from = plx_sheet_pages_get_n_pages (sheet); from > 0 && target == NULL; )
    {
      g_clear_pointer (&links, g_array_unref);
      links = plx_sheet_pages_list_links (sheet, --from);
      if (links->len > 0)
        target = g_array_index (links, PlxSheetPageLink, 0).target;
    }
  g_assert_nonnull (target);
  g_assert_true (plx_sheet_pages_find (sheet, target + 1, &to, &y));
  g_assert_cmpuint (to, !=, from);

  open_desk (&desk, sheet);
  widget = GTK_WIDGET (desk.preview);
  plx_sheet_preview_go_to (desk.preview, from);
  app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview));
  gtk_widget_grab_focus (widget);
  g_assert_cmpuint (focused_page (&desk), ==, from);
  sheet_fixture_press (widget, GDK_KEY_Right, GDK_CONTROL_MASK);
  sheet_fixture_press (widget, GDK_KEY_Return, 0);
  app_fixture_wait (plx_sheet_preview_get_page (desk.preview) == to);

  /* Addresses that are none are not given to anybody. */
  g_assert_false (plx_sheet_preview_follow (desk.preview, "#nowhere"));
  g_assert_false (plx_sheet_preview_follow (desk.preview, "file:///etc"));
  close_desk (&desk);
}

static double
get_top (Desk *desk)
{
  return gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (desk->scrolled)));
}

static void
test_zoom_keeps_the_place (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  Desk desk;

  open_desk (&desk, sheet);
  plx_sheet_preview_set_zoom (desk.preview, 0.5);
  app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview));
  plx_sheet_preview_go_to (desk.preview, 5);
  for (guint i = 0; i < 4; i++)
    {
      plx_sheet_preview_zoom_by (desk.preview, 1);
      app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview));
    }
  g_assert_cmpfloat (plx_sheet_preview_get_zoom (desk.preview), ==, 1.5);
  g_assert_cmpuint (ABS ((int) plx_sheet_preview_get_page (desk.preview) - 5), <=, 1);
  g_assert_cmpfloat (get_top (&desk), >, 1000);

  for (guint i = 0; i < 20; i++)
    plx_sheet_preview_zoom_by (desk.preview, 1);
  app_fixture_settle ();
  app_fixture_wait (plx_sheet_preview_get_zoom (desk.preview) == PLX_PREVIEW_MAX_ZOOM);
  plx_sheet_preview_set_fit (desk.preview, PLX_PREVIEW_FIT_WIDTH);
  app_fixture_wait (plx_sheet_preview_get_zoom (desk.preview) < 1.5);
  g_assert_cmpint (plx_sheet_preview_get_fit (desk.preview), ==, PLX_PREVIEW_FIT_WIDTH);

  close_desk (&desk);
}

static void
test_page_is_opened_from_rows (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 150, PLX_PAPER_A5, FALSE);
  Desk desk;

  open_desk (&desk, sheet);
  plx_sheet_preview_set_zoom (desk.preview, PLX_PREVIEW_MIN_ZOOM);
  app_fixture_settle ();
  app_fixture_wait (plx_sheet_preview_is_drawn (desk.preview) && count_children (&desk) > 7);
  gtk_widget_grab_focus (GTK_WIDGET (desk.preview));
  sheet_fixture_press (GTK_WIDGET (desk.preview), GDK_KEY_Right, 0);
  sheet_fixture_press (GTK_WIDGET (desk.preview), GDK_KEY_Right, 0);
  g_assert_cmpuint (focused_page (&desk), ==, 2);

  sheet_fixture_press (GTK_WIDGET (desk.preview), GDK_KEY_Return, 0);
  app_fixture_wait (count_children (&desk) <= 3);
  g_assert_cmpuint (plx_sheet_preview_get_page (desk.preview), ==, 2);
  g_assert_cmpint (plx_sheet_preview_get_fit (desk.preview), ==, PLX_PREVIEW_FIT_AUTO);
  g_assert_cmpuint (focused_page (&desk), ==, 2);

  close_desk (&desk);
}

static void
test_page_is_read_aloud (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (plx_sheet_page_new (1));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 2");
  plx_sheet_page_set_n_pages (PLX_SHEET_PAGE (page), 7);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 2 of 7");
  plx_sheet_page_set_picture (PLX_SHEET_PAGE (page), NULL, "Who says what.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Who says what.");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/preview/layout/fits", test_layout_fits);
  g_test_add_func ("/preview/layout/seen", test_layout_finds_what_is_seen);
  g_test_add_func ("/preview/layout/rows", test_small_pages_stand_in_rows);
  g_test_add_func ("/preview/renderer/wanted", test_renderer_draws_what_is_wanted);
  g_test_add_func ("/preview/renderer/bounded", test_renderer_bounds_pictures);
  g_test_add_func ("/preview/widgets", test_only_what_is_seen_is_a_widget);
  g_test_add_func ("/preview/keys", test_keys_turn_pages);
  g_test_add_func ("/preview/links", test_links_are_followed);
  g_test_add_func ("/preview/zoom", test_zoom_keeps_the_place);
  g_test_add_func ("/preview/opened", test_page_is_opened_from_rows);
  g_test_add_func ("/preview/aloud", test_page_is_read_aloud);

  return g_test_run ();
}
