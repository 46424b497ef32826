/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-printout"

#include "config.h"

#include "sheet/plx-sheet-printout.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

/* Paper that differs by less is the same, in points: A4 is 595.2 of them here and 595.28 there. */
#define SAME_PAPER 2

static gboolean
is_in_set (GtkPageSet set,
           guint      page)
{
  switch (set)
    {
    case GTK_PAGE_SET_ODD:
      return page % 2 == 0;

    case GTK_PAGE_SET_EVEN:
      return page % 2 == 1;

    case GTK_PAGE_SET_ALL:
    default:
      return TRUE;
    }
}

static void
add_range (GArray     *pages,
           GtkPageSet  set,
           int         start,
           int         end,
           guint       n_pages)
{
  /* An open range, as in “5-”, ends below 0. */
  if (end < 0)
    end = G_MAXINT;

  for (guint page = MAX (start, 0); page < n_pages && page <= (guint) end; page++)
    if (is_in_set (set, page))
      g_array_append_val (pages, page);
}

/**
 * plx_sheet_printout_list_pages:
 * @self: a printout
 * @error: return location for an error; of `G_IO_ERROR_INVALID_ARGUMENT` where the user has asked
 *   for pages that there are not
 *
 * Finds out which pages are printed. The printer itself cares for copies and their order.
 *
 * Returns: (transfer full) (element-type guint) (nullable): pages, the first being 0, in the order
 *   in which they were asked for; or `NULL` on error
 */
GArray *
plx_sheet_printout_list_pages (const PlxSheetPrintout  *self,
                               GError                 **error)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_pages = plx_sheet_pages_get_n_pages (self->sheet);
  GtkPrintPages which = GTK_PRINT_PAGES_ALL;
  GtkPageSet set = GTK_PAGE_SET_ALL;
  g_autofree GtkPageRange *ranges = NULL;
  int n_ranges = 0;

  if (self->settings != NULL)
    {
      which = gtk_print_settings_get_print_pages (self->settings);
      set = gtk_print_settings_get_page_set (self->settings);
      ranges = gtk_print_settings_get_page_ranges (self->settings, &n_ranges);
    }

  if (which == GTK_PRINT_PAGES_CURRENT)
    add_range (pages, GTK_PAGE_SET_ALL, self->current, self->current, n_pages);
  else if (which == GTK_PRINT_PAGES_RANGES && n_ranges > 0)
    for (int i = 0; i < n_ranges; i++)
      add_range (pages, set, ranges[i].start, ranges[i].end, n_pages);
  else
    add_range (pages, set, 0, -1, n_pages);

  if (pages->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   ngettext ("None of the pages asked for is there: the sheet has %u page.",
                             "None of the pages asked for is there: the sheet has %u pages.",
                             n_pages), n_pages);
      return NULL;
    }

  return g_steal_pointer (&pages);
}

/**
 * plx_sheet_printout_find_paper:
 * @self: a printout
 * @width: (out): of the paper as it lies, in points
 * @height: (out): likewise
 * @matrix: (out): from a page of the sheet to the paper
 *
 * Finds out on what is printed. Where the printer has another paper than the sheet, pages are made
 * to fit and stand in its middle.
 */
void
plx_sheet_printout_find_paper (const PlxSheetPrintout *self,
                               double                 *width,
                               double                 *height,
                               cairo_matrix_t         *matrix)
{
  double sheet_width, sheet_height, scale = 1;

  plx_sheet_pages_get_size (self->sheet, &sheet_width, &sheet_height);
  *width = sheet_width;
  *height = sheet_height;
  if (self->setup != NULL)
    {
      *width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
      *height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
    }

  if (fabs (*width - sheet_width) > SAME_PAPER || fabs (*height - sheet_height) > SAME_PAPER)
    scale = MIN (*width / sheet_width, *height / sheet_height);
  if (self->settings != NULL)
    scale *= gtk_print_settings_get_scale (self->settings) / 100;

  cairo_matrix_init (matrix, scale, 0, 0, scale, (*width - scale * sheet_width) / 2,
                     (*height - scale * sheet_height) / 2);
}

typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Sink;

static cairo_status_t
write_to_sink (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  Sink *sink = closure;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;

  return g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable,
                                    &sink->error)
         ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
draw_pages (const PlxSheetPrintout *self,
            const GArray           *pages,
            const cairo_matrix_t   *matrix,
            cairo_t                *cr,
            PlxSheetJob            *job,
            Sink                   *sink)
{
  for (guint i = 0; i < pages->len && sink->error == NULL; i++)
    {
      plx_sheet_job_report (job, i, pages->len);
      if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
        break;

      cairo_save (cr);
      cairo_transform (cr, matrix);
      plx_sheet_pages_draw (self->sheet, g_array_index (pages, guint, i), cr);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
}

/**
 * plx_sheet_printout_write:
 * @self: a printout
 * @stream: where to; it is not closed
 * @job: told how far it is; and stops it
 * @error: return location for an error of the stream, or of the `G_IO_ERROR` domain
 *
 * Writes the pages that are printed as PDF, one page a sheet of paper. This blocks, and may be
 * done on any thread.
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_printout_write (const PlxSheetPrintout  *self,
                          GOutputStream           *stream,
                          PlxSheetJob             *job,
                          GError                 **error)
{
  g_autoptr (GArray) pages = plx_sheet_printout_list_pages (self, error);
  Sink sink = { stream, plx_sheet_job_get_cancellable (job), NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_matrix_t matrix;
  cairo_t *cr;
  double width, height;

  if (pages == NULL)
    return FALSE;

  plx_sheet_printout_find_paper (self, &width, &height, &matrix);
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, width, height);
  cr = cairo_create (surface);
  draw_pages (self, pages, &matrix, cr, job, &sink);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error != NULL)
    g_propagate_error (error, sink.error);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));

  return sink.error == NULL && status == CAIRO_STATUS_SUCCESS;
}
