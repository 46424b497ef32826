/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "graph/plx-graph-look.h"

G_BEGIN_DECLS

/**
 * PlxGraphStroke:
 * @color: of the line
 * @width: of the line; 0 draws none
 * @alpha: how well it covers what is below it; 0 to 1
 * @dash: how long dashes and the gaps behind them are, in turn
 * @n_dashes: how many of these there are; 0 for a whole line
 *
 * How a line is drawn.
 */
typedef struct
{
  PlxGraphColor color;
  double        width;
  double        alpha;
  double        dash[PLX_GRAPH_MAX_DASHES];
  guint         n_dashes;
} PlxGraphStroke;

/**
 * PlxGraphPen:
 *
 * What a picture is drawn with: one that fills a surface of Cairo's, or one that writes SVG.
 */
typedef struct _PlxGraphPen PlxGraphPen;

struct _PlxGraphPen
{
  /* All that is drawn up to close() belongs together; @words say what it is. */
  void (*open)    (PlxGraphPen          *self,
                   const char           *role,
                   const char           *words);
  void (*close)   (PlxGraphPen          *self);
  void (*line)    (PlxGraphPen          *self,
                   PlxGraphPoint         from,
                   PlxGraphPoint         to,
                   const PlxGraphStroke *stroke);

  /* A circle of radius 1 where there are no corners. */
  void (*shape)   (PlxGraphPen          *self,
                   PlxGraphPoint         middle,
                   double                scale,
                   const PlxGraphPoint  *corners,
                   guint                 n_corners,
                   const PlxGraphColor  *fill,
                   const PlxGraphStroke *stroke);
  void (*arc)     (PlxGraphPen          *self,
                   PlxGraphPoint         middle,
                   double                radius,
                   double                from,
                   double                to,
                   const PlxGraphStroke *stroke);

  /* @corner is the upper left one. A halo keeps words readable where lines pass under them. */
  void (*words)   (PlxGraphPen          *self,
                   PlxGraphPoint         corner,
                   PangoLayout          *layout,
                   gboolean              halo);
};

/* One that draws with Cairo. Lives on the stack. */
typedef struct
{
  PlxGraphPen  pen;
  cairo_t     *cr;
} PlxGraphCairoPen;

/* One that appends SVG. Lives on the stack. */
typedef struct
{
  PlxGraphPen  pen;
  GString     *out;
} PlxGraphSvgPen;

void plx_graph_cairo_pen_init (PlxGraphCairoPen *self,
                               cairo_t          *cr);
void plx_graph_svg_pen_init   (PlxGraphSvgPen   *self,
                               GString          *out);

G_END_DECLS
