/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * PlxPenStretch:
 * @start: the first byte of it in the text of the layout
 * @end: the byte after the last
 * @words: what it is for who copies the text: more than is seen, or nothing
 *
 * A stretch of a line that is read otherwise than it looks.
 */
typedef struct
{
  gsize       start;
  gsize       end;
  const char *words;
} PlxPenStretch;

void plx_pen_draw_line (cairo_t             *cr,
                        PangoLayoutLine     *line,
                        const PlxPenStretch *stretches,
                        guint                n_stretches);

G_END_DECLS
