/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/* How much smaller the words in figures are than the text. */
#define PLX_INK_SIZE 0.8

/**
 * PlxInkLegend:
 * @canvas: what it is drawn on
 * @is_drawn: whether it is drawn, and not only measured
 * @top: where it begins, in points
 * @x: where the next entry goes
 * @y: below @top
 *
 * The legend of a figure: entries after each other, on as many lines as they need.
 */
typedef struct
{
  const PlxSheetCanvas *canvas;
  gboolean              is_drawn;
  double                top;
  double                x;
  double                y;
} PlxInkLegend;

PangoLayout *plx_ink_words       (const PlxSheetCanvas *canvas,
                                  const char           *words,
                                  gboolean              bold);
void         plx_ink_measure     (PangoLayout          *layout,
                                  double               *width,
                                  double               *height);
void         plx_ink_name        (const PlxSheetCanvas *canvas,
                                  PangoLayout          *layout,
                                  double                x,
                                  double                y);

gboolean     plx_ink_legend_add  (PlxInkLegend         *self,
                                  const char           *words,
                                  double               *x,
                                  double               *y);
double       plx_ink_legend_end  (const PlxInkLegend   *self);

G_END_DECLS
