/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-ink.h"

/* In sizes of the words: the sample beside an entry of a legend, the gaps, and from line to
 * line. */
#define SAMPLE 2.4
#define GAP 0.5
#define ROOM 1.8
#define LINE 1.6
/* Around names, in points: lines and hatchings that pass under them are kept away. */
#define HALO 2.2

/**
 * plx_ink_words:
 * @canvas: what a figure is drawn on
 * @words: some words in it
 * @bold: whether they are bold
 *
 * Returns: (transfer full): the words, laid out in one line
 */
PangoLayout *
plx_ink_words (const PlxSheetCanvas *canvas,
               const char           *words,
               gboolean              bold)
{
  PangoLayout *layout = pango_layout_new (canvas->context);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");

  /* Points of the page, not of a screen. */
  pango_font_description_set_absolute_size (font, PLX_INK_SIZE * canvas->em * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);

  return layout;
}

void
plx_ink_measure (PangoLayout *layout,
                 double      *width,
                 double      *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;
}

/* Writes a name with a white edge. */
void
plx_ink_name (const PlxSheetCanvas *canvas,
              PangoLayout          *layout,
              double                x,
              double                y)
{
  cairo_t *cr = canvas->cr;

  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, HALO);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * plx_ink_legend_add:
 * @self: a legend
 * @words: what an entry says
 * @x: (out): the middle of the room for its sample
 * @y: (out): the middle of the room for its sample
 *
 * Adds an entry, on the next line where this one is full.
 *
 * Returns: whether the sample is to be drawn
 */
gboolean
plx_ink_legend_add (PlxInkLegend *self,
                    const char   *words,
                    double       *x,
                    double       *y)
{
  g_autoptr (PangoLayout) layout = plx_ink_words (self->canvas, words, FALSE);
  const double size = PLX_INK_SIZE * self->canvas->em;
  double width, height;

  plx_ink_measure (layout, &width, &height);
  if (self->x > 0 && self->x + (SAMPLE + GAP) * size + width > self->canvas->width)
    {
      self->x = 0;
      self->y += LINE * size;
    }

  *x = self->x + SAMPLE * size / 2;
  *y = self->top + self->y + height / 2;
  if (self->is_drawn)
    {
      cairo_set_source_rgb (self->canvas->cr, 0, 0, 0);
      cairo_move_to (self->canvas->cr, self->x + (SAMPLE + GAP) * size, self->top + self->y);
      pango_cairo_show_layout (self->canvas->cr, layout);
    }
  self->x += (SAMPLE + GAP + ROOM) * size + width;

  return self->is_drawn;
}

/* How high it is with all that was added. */
double
plx_ink_legend_end (const PlxInkLegend *self)
{
  return self->x > 0 ? self->y + LINE * PLX_INK_SIZE * self->canvas->em : 0;
}
