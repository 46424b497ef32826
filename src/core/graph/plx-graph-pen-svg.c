/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-pen.h"

#include <math.h>

#include "graph/plx-graph-export-private.h"

/* Cairo has a surface for SVG, but it draws letters as shapes: nobody could search them, mend them
 * in a drawing program, or have them read aloud. */

static GString *
out_of (PlxGraphPen *pen)
{
  return ((PlxGraphSvgPen *) pen)->out;
}

static void
append_number (GString    *out,
               const char *before,
               double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%s%s", before, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
append_attribute (GString    *out,
                  const char *name,
                  double      number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, "", number);
  g_string_append_c (out, '"');
}

static void
append_color (GString             *out,
              const char          *name,
              const PlxGraphColor *color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (int) (color->red * 255 + 0.5),
                          (int) (color->green * 255 + 0.5), (int) (color->blue * 255 + 0.5));
}

static void
append_stroke (GString              *out,
               const PlxGraphStroke *stroke)
{
  if (stroke->width <= 0)
    return;

  append_color (out, "stroke", &stroke->color);
  append_attribute (out, "stroke-width", stroke->width);
  if (stroke->alpha < 1)
    append_attribute (out, "stroke-opacity", stroke->alpha);
  if (stroke->n_dashes > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      for (guint i = 0; i < stroke->n_dashes; i++)
        append_number (out, i > 0 ? " " : "", stroke->dash[i]);
      g_string_append_c (out, '"');
    }
}

static void
open_group (PlxGraphPen *pen,
            const char  *role,
            const char  *words)
{
  GString *out = out_of (pen);

  g_string_append_printf (out, "<g class=\"%s\">", role);
  if (words != NULL)
    {
      g_string_append (out, "<title>");
      plx_graph_append_xml (out, words);
      g_string_append (out, "</title>");
    }
}

static void
close_group (PlxGraphPen *pen)
{
  g_string_append (out_of (pen), "</g>\n");
}

static void
draw_line (PlxGraphPen          *pen,
           PlxGraphPoint         from,
           PlxGraphPoint         to,
           const PlxGraphStroke *stroke)
{
  GString *out = out_of (pen);

  g_string_append (out, "<line");
  append_attribute (out, "x1", from.x);
  append_attribute (out, "y1", from.y);
  append_attribute (out, "x2", to.x);
  append_attribute (out, "y2", to.y);
  append_stroke (out, stroke);
  g_string_append (out, "/>");
}

static void
draw_shape (PlxGraphPen          *pen,
            PlxGraphPoint         middle,
            double                scale,
            const PlxGraphPoint  *corners,
            guint                 n_corners,
            const PlxGraphColor  *fill,
            const PlxGraphStroke *stroke)
{
  GString *out = out_of (pen);

  if (n_corners == 0)
    {
      g_string_append (out, "<circle");
      append_attribute (out, "cx", middle.x);
      append_attribute (out, "cy", middle.y);
      append_attribute (out, "r", scale);
    }
  else
    {
      g_string_append (out, "<polygon points=\"");
      for (guint i = 0; i < n_corners; i++)
        {
          append_number (out, i > 0 ? " " : "", middle.x + scale * corners[i].x);
          append_number (out, ",", middle.y + scale * corners[i].y);
        }
      g_string_append_c (out, '"');
    }

  append_color (out, "fill", fill);
  append_stroke (out, stroke);
  g_string_append (out, "/>");
}

static void
draw_arc (PlxGraphPen          *pen,
          PlxGraphPoint         middle,
          double                radius,
          double                from,
          double                to,
          const PlxGraphStroke *stroke)
{
  GString *out = out_of (pen);

  /* An arc that ends where it began is none. */
  if (to - from > 2 * G_PI - 1e-6)
    {
      g_string_append (out, "<circle fill=\"none\"");
      append_attribute (out, "cx", middle.x);
      append_attribute (out, "cy", middle.y);
      append_attribute (out, "r", radius);
    }
  else
    {
      append_number (out, "<path fill=\"none\" d=\"M", middle.x + radius * cos (from));
      append_number (out, " ", middle.y + radius * sin (from));
      append_number (out, " A", radius);
      append_number (out, " ", radius);
      g_string_append (out, to - from > G_PI ? " 0 1 1" : " 0 0 1");
      append_number (out, " ", middle.x + radius * cos (to));
      append_number (out, " ", middle.y + radius * sin (to));
      g_string_append_c (out, '"');
    }

  append_stroke (out, stroke);
  g_string_append (out, "/>");
}

static void
append_line_of_words (GString         *out,
                      PlxGraphPoint    corner,
                      PangoLayout     *layout,
                      PangoLayoutLine *line,
                      int              baseline,
                      gboolean         halo)
{
  g_autofree char *words = g_strndup (pango_layout_get_text (layout) + line->start_index,
                                      line->length);
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoRectangle extents;

  if (*words == '\0')
    return;

  pango_layout_line_get_extents (line, NULL, &extents);
  g_string_append (out, "<text");
  append_attribute (out, "x", corner.x);
  append_attribute (out, "y", corner.y + baseline / (double) PANGO_SCALE);
  append_attribute (out, "font-size", pango_font_description_get_size (font) /
                                      (double) PANGO_SCALE);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    g_string_append (out, " font-weight=\"bold\"");

  /* Whoever opens it may have other letters; they take no more room than was measured. */
  append_attribute (out, "textLength", extents.width / (double) PANGO_SCALE);
  g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
  if (halo)
    g_string_append (out, " stroke=\"#ffffff\" stroke-width=\"2.6\" stroke-linejoin=\"round\""
                     " paint-order=\"stroke\"");
  g_string_append_c (out, '>');
  plx_graph_append_xml (out, words);
  g_string_append (out, "</text>");
}

static void
draw_words (PlxGraphPen   *pen,
            PlxGraphPoint  corner,
            PangoLayout   *layout,
            gboolean       halo)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    append_line_of_words (out_of (pen), corner, layout,
                          pango_layout_iter_get_line_readonly (iter),
                          pango_layout_iter_get_baseline (iter), halo);
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/**
 * plx_graph_svg_pen_init:
 * @self: (out caller-allocates): a pen
 * @out: to what it appends; lent
 *
 * Makes a pen that writes SVG.
 */
void
plx_graph_svg_pen_init (PlxGraphSvgPen *self,
                        GString        *out)
{
  self->pen = (PlxGraphPen) { open_group, close_group, draw_line, draw_shape, draw_arc,
                              draw_words };
  self->out = out;
}
