/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-pen.h"

#include <pango/pangocairo.h>

static cairo_t *
cr_of (PlxGraphPen *pen)
{
  return ((PlxGraphCairoPen *) pen)->cr;
}

static void
open_group (PlxGraphPen *pen,
            const char  *role,
            const char  *words)
{
  cairo_save (cr_of (pen));
}

static void
close_group (PlxGraphPen *pen)
{
  cairo_restore (cr_of (pen));
}

static void
stroke_path (cairo_t              *cr,
             const PlxGraphStroke *stroke)
{
  if (stroke->width > 0)
    {
      cairo_set_dash (cr, stroke->dash, stroke->n_dashes, 0);
      cairo_set_line_width (cr, stroke->width);
      cairo_set_source_rgba (cr, stroke->color.red, stroke->color.green, stroke->color.blue,
                             stroke->alpha);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_line (PlxGraphPen          *pen,
           PlxGraphPoint         from,
           PlxGraphPoint         to,
           const PlxGraphStroke *stroke)
{
  cairo_t *cr = cr_of (pen);

  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  stroke_path (cr, stroke);
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
  cairo_t *cr = cr_of (pen);

  if (n_corners == 0)
    cairo_arc (cr, middle.x, middle.y, scale, 0, 2 * G_PI);
  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, middle.x + scale * corners[i].x, middle.y + scale * corners[i].y);
  cairo_close_path (cr);

  cairo_set_source_rgb (cr, fill->red, fill->green, fill->blue);
  cairo_fill_preserve (cr);
  stroke_path (cr, stroke);
}

static void
draw_arc (PlxGraphPen          *pen,
          PlxGraphPoint         middle,
          double                radius,
          double                from,
          double                to,
          const PlxGraphStroke *stroke)
{
  cairo_t *cr = cr_of (pen);

  cairo_arc (cr, middle.x, middle.y, radius, from, to);
  stroke_path (cr, stroke);
}

static void
draw_words (PlxGraphPen   *pen,
            PlxGraphPoint  corner,
            PangoLayout   *layout,
            gboolean       halo)
{
  cairo_t *cr = cr_of (pen);

  cairo_move_to (cr, corner.x, corner.y);
  if (halo)
    {
      pango_cairo_layout_path (cr, layout);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, 2.6);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_stroke (cr);
      cairo_move_to (cr, corner.x, corner.y);
    }

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.12);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * plx_graph_cairo_pen_init:
 * @self: (out caller-allocates): a pen
 * @cr: what it draws on; lent
 *
 * Makes a pen that draws with Cairo.
 */
void
plx_graph_cairo_pen_init (PlxGraphCairoPen *self,
                          cairo_t          *cr)
{
  self->pen = (PlxGraphPen) { open_group, close_group, draw_line, draw_shape, draw_arc,
                              draw_words };
  self->cr = cr;
}
