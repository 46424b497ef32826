/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-hatch.h"

#include <math.h>

/* Points between two lines of a hatching, and between two dots. */
#define LINES 3.2
#define DOTS 3.4
#define LINE_WIDTH 0.45
#define DOT_WIDTH 0.95

/* How a status looks on paper: in the window's order of marks, so that who knows one knows the
 * other. A gray that a printer makes of dots is kept for the status that has no lines. */
typedef struct
{
  double   ground; /* gray of what is below; 1 is the paper */
  double   faint;  /* the same where it is not to stand out */
  gboolean rising;
  gboolean falling;
  gboolean upright;
  gboolean dotted;
} Hatch;

static const Hatch hatches[] = {
  [PLX_STATUS_UNKNOWN] = { 1, 1 },
  [PLX_STATUS_PARTY] = { 0.66, 0.87 },
  [PLX_STATUS_SIGNATORY] = { 1, 1, .rising = TRUE },
  [PLX_STATUS_WITHDRAWN] = { 1, 1, .rising = TRUE, .falling = TRUE },
  [PLX_STATUS_NON_PARTY] = { 1, 1, .dotted = TRUE },
  [PLX_STATUS_ACCEPTED] = { 1, 1, .upright = TRUE },
};

/* Lines that rise by 45° over a rectangle, or fall. They start on a grid of the whole page, so
 * that those of two lands that touch meet. */
static void
add_slanted (cairo_t *cr,
             double   x0,
             double   y0,
             double   x1,
             double   y1,
             int      direction)
{
  const double step = LINES * G_SQRT2;
  const double first = direction > 0 ? x0 + y0 : x0 - y1;
  const double last = direction > 0 ? x1 + y1 : x1 - y0;

  for (double c = floor (first / step) * step; c <= last; c += step)
    {
      cairo_move_to (cr, c - direction * y0, y0);
      cairo_line_to (cr, c - direction * y1, y1);
    }
}

static void
add_upright (cairo_t *cr,
             double   x0,
             double   y0,
             double   x1,
             double   y1)
{
  for (double x = floor (x0 / LINES) * LINES; x <= x1; x += LINES)
    {
      cairo_move_to (cr, x, y0);
      cairo_line_to (cr, x, y1);
    }
}

/* Round ends of dashes without a length: a dot costs nothing of its own in a file. */
static void
stroke_dots (cairo_t *cr,
             double   x0,
             double   y0,
             double   x1,
             double   y1)
{
  const double dash[] = { 0, DOTS };

  for (double row = floor (y0 / DOTS); row * DOTS <= y1; row++)
    {
      cairo_move_to (cr, (floor (x0 / DOTS) + (fmod (row, 2) != 0 ? 0.5 : 0)) * DOTS, row * DOTS);
      cairo_line_to (cr, x1, row * DOTS);
    }

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, DOT_WIDTH);
  cairo_stroke (cr);
}

/**
 * plx_sheet_hatch_fill:
 * @cr: has a path
 * @status: how a country stands
 * @is_strong: whether it is to stand out
 *
 * Fills the path with what stands for a status on paper, and drops it. No two look the same to
 * who sees no colours, or on a printer that has none.
 */
void
plx_sheet_hatch_fill (cairo_t   *cr,
                      PlxStatus  status,
                      gboolean   is_strong)
{
  const Hatch *hatch = &hatches[(gsize) status < G_N_ELEMENTS (hatches) ? status
                                                                       : PLX_STATUS_UNKNOWN];
  const double ground = is_strong ? hatch->ground : hatch->faint;
  const double ink = is_strong ? 0.1 : 0.62;
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);

  cairo_set_source_rgb (cr, ink, ink, ink);
  cairo_set_line_width (cr, LINE_WIDTH);
  if (hatch->rising)
    add_slanted (cr, x0, y0, x1, y1, 1);
  if (hatch->falling)
    add_slanted (cr, x0, y0, x1, y1, -1);
  if (hatch->upright)
    add_upright (cr, x0, y0, x1, y1);
  cairo_stroke (cr);
  if (hatch->dotted)
    stroke_dots (cr, x0, y0, x1, y1);

  cairo_restore (cr);
}
