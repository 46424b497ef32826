/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-pages-private.h"
#include "sheet/plx-sheet-pdf-tail.h"

/* The deepest headings that the outline has. */
#define OUTLINE_LEVELS 3

typedef struct
{
  GOutputStream   *stream;
  GCancellable    *cancellable;
  PlxSheetPdfTail *tail;
  GError          *error;
} Sink;

static cairo_status_t
write_to_sink (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  Sink *sink = closure;

  if (sink->error != NULL ||
      !g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable,
                                  &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;

  plx_sheet_pdf_tail_add (sink->tail, data, length);

  return CAIRO_STATUS_SUCCESS;
}

typedef struct
{
  cairo_surface_t    *surface;
  const PlxSheetDesk *desk;
  int                 parents[OUTLINE_LEVELS]; /* the last entry of each level */
} Outline;

static void
add_outline (const PlxSheetPlace *place,
             gpointer             data)
{
  Outline *outline = data;
  const PlxSheetForm *form = &outline->desk->form;
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  g_autofree char *at = NULL;

  /* The title of the sheet is that of the document, and no heading of it. */
  if (place->level == 0 || place->level >= OUTLINE_LEVELS || place->title == NULL ||
      *place->title == '\0')
    return;

  for (guint i = 1; i < place->level; i++)
    parent = outline->parents[i] != 0 ? outline->parents[i] : parent;
  at = g_strdup_printf ("page=%u pos=[0 %d]", place->page + 1,
                        (int) (place->y + form->margin / 2 + (place->page > 0 ? form->top : 0)));
  outline->parents[place->level] =
    cairo_pdf_surface_add_outline (outline->surface, parent, place->title, at,
                                   place->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = place->level + 1; i < OUTLINE_LEVELS; i++)
    outline->parents[i] = 0;
}

static void
set_metadata (PlxSheetDesk    *desk,
              cairo_surface_t *surface)
{
  PlxSheetMatter *matter = plx_sheet_content_get_matter (desk->content);
  g_autofree char *day = plx_day_format (matter->today);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, desk->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  _("Comparison of sources"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Parallax " PACKAGE_VERSION);
  if (day != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, day);
    }
}

static void
draw_pages (PlxSheetPages    *self,
            PlxSheetDesk     *desk,
            cairo_t          *cr,
            Sink             *sink,
            PlxSheetProgress  progress,
            gpointer          data)
{
  guint n = plx_sheet_pages_get_n_pages (self);
  PlxSheetLeaf leaf;

  plx_sheet_desk_open (desk, cr, "Document");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        cairo_show_page (cr);
      plx_sheet_pdf_links_begin_page (desk->link_data);
      if (sink->error != NULL ||
          g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error) ||
          !plx_sheet_pages_get_leaf (self, i, &leaf))
        break;

      plx_sheet_desk_draw (desk, &leaf, cr);
      if (progress != NULL)
        progress (i + 1, n, data);
    }

  /* Also where it was given up, since Cairo loses memory where something is left open. */
  plx_sheet_desk_end_tags (desk, cr);
  plx_sheet_desk_close (desk, cr, "Document");
  cairo_show_page (cr);
}

/* Appends what Cairo does not write. */
static void
write_end (PlxSheetPages    *self,
           PlxSheetDesk     *desk,
           PlxSheetPdfLinks *links,
           Sink             *sink)
{
  PlxSheetLeaf leaf = { .places = NULL };
  g_autoptr (GString) end = NULL;

  plx_sheet_pages_get_leaf (self, 0, &leaf);
  end = plx_sheet_pdf_tail_finish (sink->tail, desk->setter->language, desk->setter->is_rtl,
                                   desk->alts, links, leaf.places);
  if (end != NULL)
    g_output_stream_write_all (sink->stream, end->str, end->len, NULL, sink->cancellable,
                               &sink->error);
}

static cairo_status_t
write_surface (PlxSheetPages    *self,
               Sink             *sink,
               PlxSheetProgress  progress,
               gpointer          data)
{
  g_autoptr (PlxSheetDesk) desk = plx_sheet_pages_create_desk (self);
  g_autoptr (PlxSheetPdfLinks) links = plx_sheet_pdf_links_new (&desk->form);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_to_sink, sink,
                                                                  desk->form.width,
                                                                  desk->form.height);
  Outline outline = { surface, desk, { 0 } };
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  desk->is_tagged = TRUE;
  desk->add_link = plx_sheet_pdf_links_add;
  desk->link_data = links;
  set_metadata (desk, surface);
  plx_sheet_pages_foreach_place (self, add_outline, &outline);
  draw_pages (self, desk, cr, sink, progress, data);

  cairo_destroy (cr);
  plx_sheet_pdf_tail_keep (sink->tail);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink->error == NULL && status == CAIRO_STATUS_SUCCESS)
    write_end (self, desk, links, sink);

  return status;
}

/**
 * plx_sheet_pages_write_pdf:
 * @self: pages
 * @stream: where to; it is not closed
 * @progress: (nullable) (scope call): told of each page that is written
 * @data: for @progress
 * @cancellable: (nullable): gives up, and leaves the stream half written
 * @error: return location for an error of the stream, or of the `G_IO_ERROR` domain
 *
 * Writes the sheet as PDF, with its title, language, outline, links and structure. This blocks, and
 * waits where pages are still counted.
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_pages_write_pdf (PlxSheetPages     *self,
                           GOutputStream     *stream,
                           PlxSheetProgress   progress,
                           gpointer           data,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (PlxSheetPdfTail) tail = plx_sheet_pdf_tail_new ();
  Sink sink = { stream, cancellable, tail, NULL };
  cairo_status_t status;

  g_return_val_if_fail (PLX_IS_SHEET_PAGES (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!plx_sheet_pages_wait (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("The pages were not laid out to the end."));
      return FALSE;
    }

  status = write_surface (self, &sink, progress, data);
  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s."),
                   cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
