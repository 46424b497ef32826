/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pen.h"

#include <string.h>

/* Declared by hand, since Pango has no cleanup function for the parent, which the macro needs. */
#define PLX_TYPE_PEN (plx_pen_get_type ())
#define PLX_PEN(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), PLX_TYPE_PEN, PlxPen))

typedef struct _PlxPen PlxPen;

typedef struct
{
  PangoRendererClass parent_class;
} PlxPenClass;

GType plx_pen_get_type (void);

/**
 * PlxPen:
 *
 * Draws a line as Pango does, but for what is read otherwise than it looks: a word that is broken
 * at the end of a line is told whole where it begins, and what is left of it in the next line, with
 * the hyphen, is told as nothing. So who copies the text gets words.
 */
struct _PlxPen
{
  PangoRenderer        parent_instance;

  cairo_t             *cr;         /* borrowed while a line is drawn */
  double               x;          /* where the line begins */
  double               y;
  const PlxPenStretch *stretches;  /* borrowed likewise */
  guint                n_stretches;
  guint                n_told;     /* of how many stretches the words were told */
};

G_DEFINE_FINAL_TYPE (PlxPen, plx_pen, PANGO_TYPE_RENDERER)

static void
set_color (PlxPen          *self,
           PangoRenderPart  part)
{
  const PangoColor *color = pango_renderer_get_color (PANGO_RENDERER (self), part);

  if (color != NULL)
    cairo_set_source_rgb (self->cr, color->red / 65535.0, color->green / 65535.0,
                          color->blue / 65535.0);
}

static void
draw_told (PlxPen         *self,
           PangoGlyphItem *item,
           const char     *words,
           double          x,
           double          y)
{
  cairo_scaled_font_t *font =
    pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));
  int n = item->glyphs->num_glyphs;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, n);
  const cairo_text_cluster_t cluster = { strlen (words), n };

  for (int i = 0; i < n; i++)
    {
      const PangoGlyphInfo *glyph = &item->glyphs->glyphs[i];

      glyphs[i].index = glyph->glyph;
      glyphs[i].x = x + glyph->geometry.x_offset / (double) PANGO_SCALE;
      glyphs[i].y = y + glyph->geometry.y_offset / (double) PANGO_SCALE;
      x += glyph->geometry.width / (double) PANGO_SCALE;
    }
  cairo_set_scaled_font (self->cr, font);
  cairo_show_text_glyphs (self->cr, words, strlen (words), glyphs, n, &cluster, 1, 0);
}

static double
measure (PangoGlyphItem *item)
{
  return pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;
}

/* Takes what comes before a byte off an item and draws it; gives how wide that is. */
static double
draw_head (PlxPen         *self,
           PangoGlyphItem *item,
           const char     *text,
           gsize           end,
           const char     *words,
           double          x,
           double          y)
{
  gsize start = item->item->offset;
  PangoGlyphItem *head = NULL;
  PangoGlyphItem *drawn = item;
  double width;

  if (end <= start)
    return 0;
  if (end < start + item->item->length)
    {
      head = pango_glyph_item_split (item, text, end - start);
      drawn = head;
    }

  width = measure (drawn);
  if (words != NULL)
    draw_told (self, drawn, words, x, y);
  else
    {
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_glyph_item (self->cr, text, drawn);
    }
  g_clear_pointer (&head, pango_glyph_item_free);

  return width;
}

static void
plx_pen_draw_glyph_item (PangoRenderer  *renderer,
                         const char     *text,
                         PangoGlyphItem *glyph_item,
                         int             x,
                         int             y)
{
  PlxPen *self = PLX_PEN (renderer);
  PangoGlyphItem *item = pango_glyph_item_copy (glyph_item);
  gsize end = item->item->offset + item->item->length;
  double left = self->x + x / (double) PANGO_SCALE;
  double top = self->y + y / (double) PANGO_SCALE;

  set_color (self, PANGO_RENDER_PART_FOREGROUND);
  for (guint i = 0; i < self->n_stretches; i++)
    {
      const PlxPenStretch *stretch = &self->stretches[i];

      if (stretch->end <= (gsize) item->item->offset || stretch->start >= end)
        continue;

      left += draw_head (self, item, text, stretch->start, NULL, left, top);
      /* A word in several faces is told with the first of them. */
      left += draw_head (self, item, text, MIN (stretch->end, end),
                         i < self->n_told ? "" : stretch->words, left, top);
      self->n_told = i + 1;
      if (stretch->end >= end)
        {
          pango_glyph_item_free (item);
          return;
        }
    }
  draw_head (self, item, text, end, NULL, left, top);
  pango_glyph_item_free (item);
}

static void
plx_pen_draw_rectangle (PangoRenderer   *renderer,
                        PangoRenderPart  part,
                        int              x,
                        int              y,
                        int              width,
                        int              height)
{
  PlxPen *self = PLX_PEN (renderer);

  cairo_save (self->cr);
  set_color (self, part);
  cairo_rectangle (self->cr, self->x + x / (double) PANGO_SCALE, self->y + y / (double) PANGO_SCALE,
                   width / (double) PANGO_SCALE, height / (double) PANGO_SCALE);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
plx_pen_class_init (PlxPenClass *klass)
{
  PangoRendererClass *renderer_class = PANGO_RENDERER_CLASS (klass);

  renderer_class->draw_glyph_item = plx_pen_draw_glyph_item;
  renderer_class->draw_rectangle = plx_pen_draw_rectangle;
}

static void
plx_pen_init (PlxPen *self)
{
}

/**
 * plx_pen_draw_line:
 * @cr: where to; the current point is where the line begins, on its baseline
 * @line: a line of which the stretches are read from left to right
 * @stretches: (array length=n_stretches): what is read otherwise than it looks, in order
 * @n_stretches: how many
 *
 * Draws a line.
 */
void
plx_pen_draw_line (cairo_t             *cr,
                   PangoLayoutLine     *line,
                   const PlxPenStretch *stretches,
                   guint                n_stretches)
{
  g_autoptr (GObject) object = g_object_new (PLX_TYPE_PEN, NULL);
  PlxPen *self = PLX_PEN (object);

  self->cr = cr;
  cairo_get_current_point (cr, &self->x, &self->y);
  self->stretches = stretches;
  self->n_stretches = n_stretches;
  cairo_save (cr);
  pango_renderer_draw_layout_line (PANGO_RENDERER (self), line, 0, 0);
  cairo_restore (cr);
}
