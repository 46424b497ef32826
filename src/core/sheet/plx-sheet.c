/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-proof.h"

/* Room that head and foot of a page take, in lines of text. */
#define HEAD_LINES 2.2
#define FOOT_LINES 2.2

/**
 * PlxSheet:
 *
 * The printed comparison: pages that are drawn the same in the window, by the printer and in a
 * PDF.
 *
 * A sheet is laid out when it is made, which may be on any thread, and does not change. Its
 * methods may be called from any thread; they wait for each other.
 */
struct _PlxSheet
{
  GObject          parent_instance;

  PlxSheetOptions  options;
  char            *title;
  PlxAnalysis     *analysis;
  PlxPassages     *passages;
  PlxFilter       *filter;
  PlxGraph        *graph; /* nullable */

  PangoContext    *context;
  PlxFlow         *flow;
  PlxProof         proof; /* borrows from the fields above */
  GMutex           mutex; /* over all of Pango, which is not made for two threads */
};

G_DEFINE_FINAL_TYPE (PlxSheet, plx_sheet, G_TYPE_OBJECT)

/**
 * plx_sheet_options_init:
 * @options: (out caller-allocates): options
 * @title: what stands on top; borrowed
 *
 * Sets all sections, A4, and the size of a text that is read.
 */
void
plx_sheet_options_init (PlxSheetOptions *options,
                        const char      *title)
{
  *options = (PlxSheetOptions) {
    .title = title, .sources = TRUE, .claims = TRUE, .countries = TRUE, .graph = TRUE,
    .width = 595.28, .height = 841.89, .margin = 56, .font_size = 9.5,
  };
}

static void
plx_sheet_finalize (GObject *object)
{
  PlxSheet *self = PLX_SHEET (object);

  g_clear_pointer (&self->flow, plx_flow_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->options.notes, g_ptr_array_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->filter, plx_filter_unref);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (plx_sheet_parent_class)->finalize (object);
}

static void
plx_sheet_class_init (PlxSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_sheet_finalize;
}

static void
plx_sheet_init (PlxSheet *self)
{
  g_mutex_init (&self->mutex);
}

/* A font map of its own, so that a sheet can be drawn on another thread than the window; no
 * hinting, so that lines break the same at every size and on paper. */
static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static void
compose (PlxSheet *self)
{
  PlxProof *proof = &self->proof;

  plx_proof_add_head (proof);

  if (self->passages->n_shown == 0)
    {
      plx_flow_space (self->flow, plx_proof_em (proof, 2));
      plx_proof_paragraph (proof, PLX_FACE_TEXT,
                           self->passages->n_all == 0
                           ? _("There is nothing to compare: the story has no text.")
                           : _("There is nothing to compare: the filter hides every passage."));
      return;
    }

  if (self->options.sources)
    plx_proof_add_sources (proof);
  if (self->options.claims)
    plx_proof_add_claims (proof);
  if (self->options.countries)
    plx_proof_add_countries (proof);
  if (self->options.graph)
    plx_proof_add_graph (proof);
}

/**
 * plx_sheet_new:
 * @analysis: what was found in the story
 * @passages: what of it is shown
 * @filter: the filter that @passages come from
 * @graph: (nullable): the graph, laid out
 * @options: what is printed and how
 *
 * Lays a sheet out. This takes some time for a long story, and may be done on any thread.
 *
 * Returns: (transfer full): the sheet; it has one page at least
 */
PlxSheet *
plx_sheet_new (PlxAnalysis           *analysis,
               PlxPassages           *passages,
               PlxFilter             *filter,
               PlxGraph              *graph,
               const PlxSheetOptions *options)
{
  PlxSheet *self = g_object_new (PLX_TYPE_SHEET, NULL);
  double line, room;

  self->options = *options;
  self->title = g_strdup (options->title);
  self->options.title = self->title;
  if (options->notes != NULL)
    g_ptr_array_ref (options->notes);
  self->analysis = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->filter = plx_filter_ref (filter);
  self->graph = graph != NULL ? plx_graph_ref (graph) : NULL;
  self->context = create_context ();
  self->flow = plx_flow_new (MAX (options->width - 2 * options->margin, 72), 0.1);
  self->proof = (PlxProof) {
    self->analysis, self->passages, self->filter, self->graph, &self->options, self->context,
    self->flow,
  };

  compose (self);
  line = options->font_size;
  room = options->height - 2 * options->margin - (HEAD_LINES + FOOT_LINES) * line;
  plx_flow_paginate (self->flow, MAX (room, 10 * line));

  return self;
}

guint
plx_sheet_get_n_pages (PlxSheet *self)
{
  g_return_val_if_fail (PLX_IS_SHEET (self), 0);

  return plx_flow_get_n_pages (self->flow);
}

void
plx_sheet_get_page_size (PlxSheet *self,
                         double   *width,
                         double   *height)
{
  g_return_if_fail (PLX_IS_SHEET (self));

  *width = self->options.width;
  *height = self->options.height;
}

static char *
dup_page_number (PlxSheet *self,
                 guint     page)
{
  /* Translators: the number of a page, and how many pages there are */
  return g_strdup_printf (_("%u of %u"), page + 1, plx_sheet_get_n_pages (self));
}

/* One line at the left or the right of the head or the foot, on baseline @y. */
static void
draw_edge_text (PlxSheet   *self,
                cairo_t    *cr,
                const char *text,
                gboolean    right,
                double      width,
                double      y)
{
  g_autoptr (PangoLayout) layout = plx_proof_layout (self->context, self->options.font_size,
                                                     PLX_FACE_META, text, width);
  double column = plx_flow_get_width (self->flow);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, right ? column - width : 0,
                 y - pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_edges (PlxSheet *self,
            guint     page,
            cairo_t  *cr)
{
  double column = plx_flow_get_width (self->flow);
  double foot = self->options.height - 2 * self->options.margin;
  double em = self->options.font_size;
  g_autofree char *number = dup_page_number (self, page);

  /* The first page has the title itself. */
  if (page > 0)
    {
      draw_edge_text (self, cr, self->title, FALSE, 0.75 * column, 0.8 * em);
      draw_edge_text (self, cr, _("Comparison of sources"), TRUE, 0.24 * column, 0.8 * em);
      cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
      cairo_rectangle (cr, 0, 1.25 * em, column, 0.4);
      cairo_fill (cr);
    }

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_rectangle (cr, 0, foot - 1.3 * em, column, 0.4);
  cairo_fill (cr);
  draw_edge_text (self, cr, _("Parallax · who says what, and what the record says"), FALSE,
                  0.8 * column, foot - 0.25 * em);
  draw_edge_text (self, cr, number, TRUE, 0.19 * column, foot - 0.25 * em);
}

static double
top_of (PlxSheet *self,
        guint     page)
{
  return page > 0 ? HEAD_LINES * self->options.font_size : 0;
}

/**
 * plx_sheet_draw_page:
 * @self: a sheet
 * @page: a page, the first is 0
 * @cr: where to; the origin is the paper's upper left corner and a unit is a point
 *
 * Draws a page. The paper itself is not filled.
 */
void
plx_sheet_draw_page (PlxSheet *self,
                     guint     page,
                     cairo_t  *cr)
{
  g_return_if_fail (PLX_IS_SHEET (self));
  g_return_if_fail (page < plx_sheet_get_n_pages (self));

  g_mutex_lock (&self->mutex);
  cairo_save (cr);
  cairo_translate (cr, self->options.margin, self->options.margin);
  draw_edges (self, page, cr);
  cairo_translate (cr, 0, top_of (self, page));
  plx_flow_draw (self->flow, page, cr);
  cairo_restore (cr);
  g_mutex_unlock (&self->mutex);
}

/**
 * plx_sheet_dup_page_text:
 * @self: a sheet
 * @page: a page, the first is 0
 *
 * Gives the text of a page as it is read aloud: row by row, and in a row cell by cell.
 *
 * Returns: (transfer full): the text
 */
char *
plx_sheet_dup_page_text (PlxSheet *self,
                         guint     page)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (PLX_IS_SHEET (self), NULL);
  g_return_val_if_fail (page < plx_sheet_get_n_pages (self), NULL);

  g_mutex_lock (&self->mutex);
  text = plx_flow_dup_text (self->flow, page);
  g_mutex_unlock (&self->mutex);
  number = dup_page_number (self, page);

  return g_strconcat (text, number, "\n", NULL);
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

typedef struct
{
  PlxSheet        *sheet;
  cairo_surface_t *surface;
} Outline;

static void
add_outline (const char *title,
             guint       level,
             guint       page,
             double      y,
             gpointer    data)
{
  Outline *outline = data;
  PlxSheet *self = outline->sheet;
  g_autofree char *place =
    g_strdup_printf ("page=%u pos=[0 %d]", page + 1,
                     (int) (y + top_of (self, page) + self->options.margin / 2));

  cairo_pdf_surface_add_outline (outline->surface, CAIRO_PDF_OUTLINE_ROOT, title, place,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static cairo_surface_t *
create_pdf (PlxSheet *self,
            Sink     *sink)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_to_sink, sink,
                                                                  self->options.width,
                                                                  self->options.height);
  g_autofree char *day = plx_day_format (self->options.today);
  Outline outline = { self, surface };

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Parallax " PACKAGE_VERSION);
  if (day != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  plx_flow_foreach_mark (self->flow, add_outline, &outline);

  return surface;
}

/**
 * plx_sheet_write_pdf:
 * @self: a sheet
 * @stream: where to; it is not closed
 * @cancellable: (nullable): gives up, and leaves the stream half written
 * @error: return location for an error of the stream, or of the `G_IO_ERROR` domain
 *
 * Writes the sheet as PDF, with its title and an outline. This blocks.
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_write_pdf (PlxSheet       *self,
                     GOutputStream  *stream,
                     GCancellable   *cancellable,
                     GError        **error)
{
  Sink sink = { stream, cancellable, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (PLX_IS_SHEET (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  surface = create_pdf (self, &sink);
  cr = cairo_create (surface);
  for (guint i = 0; i < plx_sheet_get_n_pages (self) && sink.error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &sink.error))
        break;
      plx_sheet_draw_page (self, i, cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error != NULL)
    g_propagate_error (error, sink.error);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         cairo_status_to_string (status));

  return sink.error == NULL && status == CAIRO_STATUS_SUCCESS;
}
