/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sheet/plx-sheet-pages-private.h"

#include "sheet-fixture.h"

static PlxSheetPages *
make_pages (PlxSheetPlan *plan,
            guint         n_articles,
            guint         n_parts,
            SheetWrite    write,
            gpointer      data)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (n_articles);
  g_autoptr (PlxSheetPlan) usual = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan != NULL ? plan : usual, n_parts, write, data);
  g_autoptr (GError) error = NULL;
  PlxSheetPages *pages = plx_sheet_pages_new (content, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return pages;
}

static PlxSheetPages *
make_usual (guint n_parts)
{
  return make_pages (NULL, 12, n_parts, sheet_fixture_write, GUINT_TO_POINTER (12));
}

static GArray *
lay (PlxSheetPages *pages,
     PlxSheetDesk  *desk,
     guint          page,
     GArray        *cites)
{
  PlxSheetLeaf leaf;

  g_assert_true (plx_sheet_pages_get_leaf (pages, page, &leaf));

  return plx_sheet_desk_lay (desk, &leaf, cites);
}

static const PlxSlipRow *
row_of (const PlxSheetLaid *laid)
{
  return plx_slip_row (laid->slip, plx_slip_line (laid->slip, laid->line)->row);
}

static guint
count_lines (const PlxSheetLaid *laid)
{
  const PlxSlipRow *row = row_of (laid);
  guint n = 0;

  for (guint i = 0; i < row->n_pieces; i++)
    n = MAX (n, g_array_index (laid->slip->pieces, PlxSlipPiece, row->first_piece + i)
                  .block->n_lines);

  return n;
}

/* What no page of these sheets may do: leave one line of several alone, end with a heading,
 * overlap, or run into the notes. */
static void
assert_decent (PlxSheetPages *pages)
{
  g_autoptr (PlxSheetDesk) desk = plx_sheet_pages_create_desk (pages);

  for (guint i = 0; i < plx_sheet_pages_get_n_pages (pages); i++)
    {
      g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) laid = lay (pages, desk, i, cites);
      const PlxSheetLaid *first = &g_array_index (laid, PlxSheetLaid, 0);
      const PlxSheetLaid *last = &g_array_index (laid, PlxSheetLaid, laid->len - 1);
      const PlxSlipLine *line = plx_slip_line (last->slip, last->line);
      double y = 0;

      g_assert_cmpuint (laid->len, >, 0);
      /* Above and below a break there are two lines of a text at least. */
      g_assert_cmpuint (plx_slip_line (first->slip, first->line)->index, !=, 1);
      if (count_lines (first) > 1)
        g_assert_cmpuint (plx_slip_line (first->slip, first->line)->index, !=,
                          count_lines (first) - 1);
      if (count_lines (last) > 1)
        {
          g_assert_cmpuint (line->index, !=, 0);
          g_assert_cmpuint (line->index, !=, count_lines (last) - 2);
        }
      g_assert_cmpint (row_of (last)->role, !=, PLX_SLIP_HEADING);
      g_assert_false (line->is_head);

      for (guint j = 0; j < laid->len; j++)
        {
          const PlxSheetLaid *each = &g_array_index (laid, PlxSheetLaid, j);

          g_assert_cmpfloat (each->y, >=, y - 0.01);
          y = each->y + plx_slip_line (each->slip, each->line)->height;
        }
      g_assert_cmpfloat (y + plx_sheet_notes_get_height (desk->notes, cites), <=,
                         desk->form.room + 0.1);
    }
}

static void
assert_within_margins (PlxSheetPages *pages,
                       double         margin)
{
  double width, height;

  plx_sheet_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < plx_sheet_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, w, h;

      plx_sheet_pages_draw (pages, i, cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);

      /* Letters may reach a point or two over the edge of their line: a slanted f does. */
      g_assert_cmpfloat (x, >=, margin - 3);
      g_assert_cmpfloat (y, >=, margin - 3);
      g_assert_cmpfloat (x + w, <=, width - margin + 3);
      g_assert_cmpfloat (y + h, <=, height - margin + 3);
    }
}

/* Each paper, both ways, small text and large: all is on a page, nothing beyond the margins. */
static void
test_every_paper (void)
{
  static const double sizes[] = { PLX_SHEET_MIN_FONT, 9.5, PLX_SHEET_MAX_FONT };

  for (guint i = 0; i < PLX_N_PAPERS * 2 * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
      g_autoptr (PlxSheetPages) pages = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      plan->paper = i % PLX_N_PAPERS;
      plan->is_landscape = i / PLX_N_PAPERS % 2;
      plan->font_size = sizes[i / PLX_N_PAPERS / 2];
      plan->margin = 40;
      pages = make_pages (plan, 12, 10, sheet_fixture_write, GUINT_TO_POINTER (12));
      assert_within_margins (pages, 40);
      assert_decent (pages);

      for (guint j = 0; j < plx_sheet_pages_get_n_pages (pages); j++)
        {
          g_autofree char *page = plx_sheet_pages_dup_text (pages, j);

          g_string_append (text, page);
        }
      for (guint j = 0; j < 10; j++)
        {
          g_autofree char *head = g_strdup_printf ("Claim number %u of", j + 1);

          g_assert_nonnull (strstr (text->str, head));
        }
    }
}

static void
test_pages_break_decently (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (120);

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), >, 30);
  assert_decent (pages);
}

/* The numbers at the foot are those of the sources that the page cites, each once. */
static void
test_notes_stand_where_they_are_cited (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (60);
  g_autoptr (PlxSheetDesk) desk = plx_sheet_pages_create_desk (pages);

  for (guint i = 0; i < plx_sheet_pages_get_n_pages (pages); i++)
    {
      g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) laid = lay (pages, desk, i, cites);
      g_autofree char *text = plx_sheet_pages_dup_text (pages, i);

      for (guint j = 0; j < 12; j++)
        {
          g_autofree char *note = g_strdup_printf ("\n%u The Paper %u, 2 January 2024\n", j + 1,
                                                   j + 1);
          g_autofree char *cited = g_strdup_printf ("%u\u202f¶", j + 1);
          const char *found = strstr (text, note);
          gboolean is_cited = FALSE;

          for (guint k = 0; k < cites->len; k++)
            is_cited |= g_array_index (cites, guint32, k) == j;
          g_assert_cmpint (found != NULL, ==, is_cited);
          if (is_cited)
            {
              g_assert_nonnull (strstr (text, cited));
              g_assert_null (strstr (found + 1, note));
            }
        }
    }
}

/* A table of many rows over several parts, which is one table. */
static void
write_long_table (guint           part,
                  PlxSheetWriter *writer,
                  gpointer        data)
{
  static const PlxSheetColumn columns[] = {
    { .width = 1, .style = PLX_STYLE_TEXT }, { .width = 2, .style = PLX_STYLE_TEXT },
  };
  const PlxSheetTable table = { .columns = columns, .n_columns = 2, .is_ruled = TRUE,
                                .continues = part > 0, .goes_on = part < 9 };
  const char *const heads[] = { "Left head", "Right head" };

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, 2);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *one = g_strdup_printf ("Row %u.", part * 20 + i);
      g_autofree char *two = sheet_fixture_words (part * 20 + i, 30);
      const char *const cells[] = { one, two };

      plx_sheet_writer_row_words (writer, PLX_ROW_BODY, cells, 2);
    }
  plx_sheet_writer_end_table (writer);
}

static void
test_heads_of_tables_come_again (void)
{
  g_autoptr (PlxSheetPages) pages = make_pages (NULL, 2, 10, write_long_table, NULL);
  guint n_rows = 0;

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), >, 5);
  assert_decent (pages);
  for (guint i = 0; i < plx_sheet_pages_get_n_pages (pages); i++)
    {
      g_autofree char *text = plx_sheet_pages_dup_text (pages, i);

      g_assert_true (g_str_has_prefix (text, "Left head Right head\n"));
      g_assert_null (strstr (text + 10, "Left head"));
      for (char *p = text; (p = strstr (p, "Row ")) != NULL; p++)
        {
          g_autofree char *row = g_strdup_printf ("Row %u.", n_rows++);

          g_assert_true (g_str_has_prefix (p, row));
        }
    }
  g_assert_cmpuint (n_rows, ==, 200);
}

static void
write_words (guint           part,
             PlxSheetWriter *writer,
             gpointer        data)
{
  g_autofree char *words = sheet_fixture_words (part, GPOINTER_TO_UINT (data));
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, "en");

  plx_sheet_text_append_citation (text, 0, 0);
  plx_sheet_writer_begin_group (writer);
  plx_sheet_writer_head (writer, 2, "A long one", NULL);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_QUOTE, text);
  plx_sheet_writer_end_group (writer);
}

/* A claim of 3,000 words is longer than a page, however one turns it. */
static void
test_long_claims_go_over_pages (void)
{
  g_autoptr (PlxSheetPages) pages = make_pages (NULL, 1, 2, write_words, GUINT_TO_POINTER (3000));
  g_autofree char *first = NULL;

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), >, 5);
  assert_decent (pages);
  first = plx_sheet_pages_dup_text (pages, 0);
  g_assert_true (g_str_has_prefix (first, "A long one\n"));
}

static void
write_all_sources (guint           part,
                   PlxSheetWriter *writer,
                   gpointer        data)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new ("All of them say so", "en");

  for (guint i = 0; i < 200; i++)
    plx_sheet_text_append_citation (text, i, 0);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, text);
}

/* Notes for 200 sources are more than a page: it says how many it does not name. */
static void
test_many_notes_leave_room (void)
{
  g_autoptr (PlxSheetPages) pages = make_pages (NULL, 200, 3, write_all_sources, NULL);
  g_autofree char *text = plx_sheet_pages_dup_text (pages, 0);

  assert_decent (pages);
  assert_within_margins (pages, 56);
  g_assert_nonnull (strstr (text, "1 The Paper 1, 2 January 2024"));
  g_assert_nonnull (strstr (text, " more; their numbers are those of the list of sources"));
}

static void
write_nothing (guint           part,
               PlxSheetWriter *writer,
               gpointer        data)
{
}

static void
test_nothing_is_one_page (void)
{
  g_autoptr (PlxSheetPages) none = make_pages (NULL, 0, 0, write_nothing, NULL);
  g_autoptr (PlxSheetPages) empty = make_pages (NULL, 1, 5, write_nothing, NULL);
  g_autofree char *text = plx_sheet_pages_dup_text (none, 0);

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (none), ==, 1);
  g_assert_cmpuint (plx_sheet_pages_get_n_pages (empty), ==, 1);
  g_assert_cmpstr (text, ==, "1 of 1\n");
  assert_within_margins (none, 56);
}

static void
write_breaks (guint           part,
              PlxSheetWriter *writer,
              gpointer        data)
{
  plx_sheet_writer_say (writer, PLX_STYLE_TEXT, "Something");
  plx_sheet_writer_page_break (writer);
}

static void
test_pages_are_broken_where_asked (void)
{
  g_autoptr (PlxSheetPages) pages = make_pages (NULL, 1, 4, write_breaks, NULL);

  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), ==, 4);
}

static void
test_things_are_found (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (40);
  guint page = 0;
  double y = 0;
  g_autofree char *text = NULL;

  g_assert_false (plx_sheet_pages_find (pages, "claim-41", &page, &y));
  g_assert_true (plx_sheet_pages_find (pages, "claim-30", &page, &y));
  g_assert_cmpuint (page, >, 5);
  g_assert_cmpfloat (y, >=, 56);
  text = plx_sheet_pages_dup_text (pages, page);
  g_assert_nonnull (strstr (text, "Claim number 30 of"));
}

/* A page that was drawn first is the same when it is drawn again, after others. */
static void
test_pages_are_drawn_the_same_again (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (60);
  guint n = plx_sheet_pages_get_n_pages (pages);

  for (guint i = 0; i < n; i += 5)
    {
      g_autofree char *first = plx_sheet_pages_dup_text (pages, i);
      g_autofree char *other = plx_sheet_pages_dup_text (pages, n - 1 - i);
      g_autofree char *again = plx_sheet_pages_dup_text (pages, i);

      g_assert_cmpstr (first, ==, again);
      g_assert_cmpstr (first, !=, other);
    }
}

/* Ink, by gray, in a part of a page. */
static guint
count_dark (cairo_surface_t *surface,
            int              x0,
            int              y0,
            int              x1,
            int              y1)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        guint32 pixel = *(const guint32 *) (data + y * stride + 4 * x);
        guint red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;

        /* Nothing is told by a colour. */
        g_assert_cmpuint (MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue), <=, 1);
        n += red < 128;
      }

  return n;
}

static cairo_surface_t *
paint (PlxSheetPages *pages,
       guint          page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2381, 3368);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 4, 4);
  plx_sheet_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
write_marked (guint           part,
              PlxSheetWriter *writer,
              gpointer        data)
{
  static const PlxDress dresses[] = {
    PLX_DRESS_ONLY_HERE, PLX_DRESS_ONLY_THERE, PLX_DRESS_CHANGED, PLX_DRESS_NAME,
  };
  guint which = GPOINTER_TO_UINT (data);
  const char *words = "Seventeen lanterns were seen over the harbour before midnight.";
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, "en");

  if (which > 0)
    plx_sheet_text_dress (text, 0, strlen (words), dresses[which - 1]);
  plx_sheet_writer_paragraph (writer, PLX_STYLE_TEXT, text);
}

/* Printed in black and white, with every gray made one or the other, each mark leaves another
 * picture than the others and than none. */
static void
test_marks_survive_black_and_white (void)
{
  guint ink[5];

  for (guint i = 0; i < G_N_ELEMENTS (ink); i++)
    {
      g_autoptr (PlxSheetPages) pages = make_pages (NULL, 1, 1, write_marked,
                                                    GUINT_TO_POINTER (i));
      cairo_surface_t *surface = paint (pages, 0);

      ink[i] = count_dark (surface, 200, 200, 2200, 320);
      g_assert_cmpuint (count_dark (surface, 0, 400, 2381, 3000), ==, 0);
      cairo_surface_destroy (surface);
    }

  for (guint i = 1; i < G_N_ELEMENTS (ink); i++)
    {
      g_test_message ("mark %u: %u instead of %u", i, ink[i], ink[0]);
      g_assert_cmpuint (ink[i], >, ink[0] + ink[0] / 20);
      for (guint j = 1; j < i; j++)
        g_assert_cmpuint (ABS ((int) ink[i] - (int) ink[j]), >, ink[0] / 50);
    }
}

static void
count_progress (guint    done,
                guint    all,
                gpointer data)
{
  g_assert_cmpuint (done, >, *(guint *) data);
  *(guint *) data = done;
}

static void
cancel_at_ten (guint    done,
               guint    all,
               gpointer data)
{
  if (done >= 10)
    g_cancellable_cancel (data);
}

static void
test_counting_can_be_cancelled (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan, 80, sheet_fixture_write, GUINT_TO_POINTER (12));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheetPages) pages =
    plx_sheet_pages_new (content, cancel_at_ten, cancellable, cancellable, &error);
  g_autoptr (PlxSheetPages) whole = NULL;
  guint done = 0;

  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  whole = plx_sheet_pages_new (content, count_progress, &done, NULL, NULL);
  g_assert_nonnull (whole);
  g_assert_cmpuint (done, >=, plx_sheet_pages_get_n_pages (whole) - 1);
}

static void
keep_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The first page can be drawn while the others are counted, and news of them comes here. */
static void
test_the_first_page_comes_first (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan, 400, sheet_fixture_write, GUINT_TO_POINTER (12));
  g_autoptr (PlxSheetPages) whole = plx_sheet_pages_new (content, NULL, NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxSheetPages) pages = NULL;
  g_autofree char *first = NULL;
  guint n_news = 0;

  plx_sheet_pages_make_async (content, NULL, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  pages = plx_sheet_pages_make_finish (result, NULL);
  g_assert_nonnull (pages);
  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), >=, 1);
  first = plx_sheet_pages_dup_text (pages, 0);
  g_assert_true (g_str_has_prefix (first, "A hearing, told twice\n"));

  g_signal_connect_swapped (pages, "notify::n-pages", G_CALLBACK (count_cb), &n_news);
  while (!plx_sheet_pages_is_complete (pages) || n_news == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (plx_sheet_pages_get_n_pages (pages), ==, plx_sheet_pages_get_n_pages (whole));
}

/* Who closes the view need not wait: counting stops, and what is to be written is refused. */
static void
test_the_rest_can_be_cancelled (void)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (12);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetContent) content =
    sheet_fixture_content (matter, plan, 3000, sheet_fixture_write, GUINT_TO_POINTER (12));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxSheetPages) pages = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  plx_sheet_pages_make_async (content, cancellable, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  pages = plx_sheet_pages_make_finish (result, NULL);
  g_cancellable_cancel (cancellable);

  g_assert_false (plx_sheet_pages_write_pdf (pages, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (plx_sheet_pages_is_complete (pages));
}

/* A full disk, and one who thinks better of it: the old file stays as it was, nothing beside it. */
static void
test_nothing_is_half_written (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (30);
  g_autofree char *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) again = g_cancellable_new ();
  g_autoptr (GOutputStream) full = g_unix_output_stream_new (g_open ("/dev/full", O_WRONLY, 0),
                                                             TRUE);
  g_autoptr (GError) no_space = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GDir) entries = NULL;
  g_autofree char *kept = NULL;

  g_assert_false (plx_sheet_pages_write_pdf (pages, full, NULL, NULL, NULL, &no_space));
  g_assert_error (no_space, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  g_assert_true (g_file_set_contents (path, "an older sheet", -1, NULL));
  g_assert_false (plx_sheet_pages_save (pages, file, cancel_at_ten, cancellable, cancellable,
                                        &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "an older sheet");

  /* Nor does a new one stay that is not whole. */
  g_unlink (path);
  g_assert_false (plx_sheet_pages_save (pages, file, cancel_at_ten, again, again, NULL));
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_true (g_file_set_contents (path, "an older sheet", -1, NULL));

  entries = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (entries), ==, "sheet.pdf");
  g_assert_null (g_dir_read_name (entries));
  g_unlink (path);
  g_rmdir (folder);
}

static void
saved_progress (guint    done,
                guint    all,
                gpointer data)
{
  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_cmpuint (done, <=, all);
  (*(guint *) data)++;
}

static void
test_saving_tells_how_far_it_is (void)
{
  g_autoptr (PlxSheetPages) pages = make_usual (30);
  g_autofree char *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_main_context_acquire (NULL);
  plx_sheet_pages_save_async (pages, file, saved_progress, &n_told, NULL, NULL, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_release (NULL);
  g_assert_true (plx_sheet_pages_save_finish (pages, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, >, 0);
  g_assert_true (g_file_query_exists (file, NULL));
  g_unlink (path);
  g_rmdir (folder);
}

static void
write_missing (guint           part,
               PlxSheetWriter *writer,
               gpointer        data)
{
  plx_sheet_writer_say (writer, PLX_STYLE_TEXT, data);
}

static void
test_missing_fonts_are_told (void)
{
  char plain[] = "Plain, 中文, عربي";
  char cuneiform[] = "\U00012000\U00012001";
  g_autoptr (PlxSheetPages) fine = make_pages (NULL, 1, 1, write_missing, plain);
  g_autoptr (PlxSheetPages) pages = make_pages (NULL, 1, 1, write_missing, cuneiform);
  g_autofree char *none = plx_sheet_pages_dup_warning (fine);
  g_autofree char *warning = plx_sheet_pages_dup_warning (pages);

  g_assert_null (none);
  g_assert_nonnull (strstr (warning, "Cuneiform"));
}

static void
add_pages_tests (void)
{
  g_test_add_func ("/sheet/pages/every-paper", test_every_paper);
  g_test_add_func ("/sheet/pages/break-decently", test_pages_break_decently);
  g_test_add_func ("/sheet/pages/broken-where-asked", test_pages_are_broken_where_asked);
  g_test_add_func ("/sheet/pages/notes", test_notes_stand_where_they_are_cited);
  g_test_add_func ("/sheet/pages/many-notes", test_many_notes_leave_room);
  g_test_add_func ("/sheet/pages/heads-of-tables", test_heads_of_tables_come_again);
  g_test_add_func ("/sheet/pages/long-claims", test_long_claims_go_over_pages);
  g_test_add_func ("/sheet/pages/nothing", test_nothing_is_one_page);
  g_test_add_func ("/sheet/pages/find", test_things_are_found);
  g_test_add_func ("/sheet/pages/same-again", test_pages_are_drawn_the_same_again);
  g_test_add_func ("/sheet/pages/black-and-white", test_marks_survive_black_and_white);
  g_test_add_func ("/sheet/pages/missing-fonts", test_missing_fonts_are_told);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_pages_tests ();
  g_test_add_func ("/sheet/counting/cancelled", test_counting_can_be_cancelled);
  g_test_add_func ("/sheet/counting/first-page", test_the_first_page_comes_first);
  g_test_add_func ("/sheet/counting/rest-cancelled", test_the_rest_can_be_cancelled);
  g_test_add_func ("/sheet/saving/nothing-half-written", test_nothing_is_half_written);
  g_test_add_func ("/sheet/saving/progress", test_saving_tells_how_far_it_is);

  return g_test_run ();
}
