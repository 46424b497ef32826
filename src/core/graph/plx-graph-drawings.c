/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include <cairo-pdf.h>
#include <math.h>

#include "graph/plx-graph-paper.h"

/* Dots a point: sharp on a screen of today, and in print; less where the picture is large, so that
 * it has this many dots at most: other programs have to open it. */
#define DOTS 2.0
#define MAX_DOTS 16e6
#define MANY_LINES 2000

void
plx_graph_write_svg (const PlxGraphExport *self,
                     GString              *out)
{
  g_autoptr (PlxGraphPaper) picture = plx_graph_paper_new (self);
  g_autofree char *title = plx_graph_export_dup_title (self);
  PlxGraphSvgPen pen;

  plx_graph_svg_pen_init (&pen, out);
  g_string_append_printf (out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\""
                          " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                          " font-family=\"Adwaita Sans, Cantarell, sans-serif\""
                          " fill=\"#1a1a1f\">\n<title>",
                          (int) ceil (picture->width), (int) ceil (picture->height),
                          (int) ceil (picture->width), (int) ceil (picture->height));
  plx_graph_append_xml (out, title);
  g_string_append (out, "</title>\n");
  plx_graph_paper_draw (picture, &pen.pen);
  g_string_append (out, "</svg>\n");
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t   status,
       GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Drawing the graph: %s.",
               cairo_status_to_string (status));

  return FALSE;
}

static void
draw_on (cairo_surface_t     *surface,
         const PlxGraphPaper *picture,
         double               scale)
{
  cairo_t *cr = cairo_create (surface);
  PlxGraphCairoPen pen;

  /* Thousands of lines over each other leave no edge to be seen. */
  if (picture->export->graph->edges->len > MANY_LINES)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_scale (cr, scale, scale);
  plx_graph_cairo_pen_init (&pen, cr);
  plx_graph_paper_draw (picture, &pen.pen);
  cairo_destroy (cr);
}

gboolean
plx_graph_write_pdf (const PlxGraphExport  *self,
                     GByteArray            *out,
                     GError               **error)
{
  g_autoptr (PlxGraphPaper) picture = plx_graph_paper_new (self);
  g_autofree char *title = plx_graph_export_dup_title (self);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, out, picture->width,
                                                                  picture->height);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parallax");
  draw_on (surface, picture, 1);
  cairo_surface_finish (surface);
  drawn = check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);

  return drawn;
}

gboolean
plx_graph_write_png (const PlxGraphExport  *self,
                     GByteArray            *out,
                     GError               **error)
{
  g_autoptr (PlxGraphPaper) picture = plx_graph_paper_new (self);
  const double scale = MIN (DOTS, sqrt (MAX_DOTS / (picture->width * picture->height)));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         ceil (picture->width * scale),
                                                         ceil (picture->height * scale));
  gboolean drawn;

  draw_on (surface, picture, scale);
  drawn = check (cairo_surface_status (surface), error) &&
          check (cairo_surface_write_to_png_stream (surface, append_cb, out), error);
  cairo_surface_destroy (surface);

  return drawn;
}
