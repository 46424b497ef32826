/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-grounds"

#include "config.h"

#include "graph/plx-graph-grounds.h"

#include <math.h>
#include <string.h>

#include "graph/plx-graph-pixel.h"

/* Into so many lines a row of pixels is cut, so that an edge that is nearly level looks smooth. */
#define LINES 4

/* From where to where a ground reaches on a line; nowhere as long as it ends before it begins. */
typedef struct
{
  float from;
  float to;
} Reach;

typedef struct
{
  guint32  color;
  Reach   *reaches; /* of each line of the picture */
} Ground;

/* What a ground covers of a row: all of [inner, inner_end), something of [outer, outer_end). */
typedef struct
{
  int outer;
  int inner;
  int inner_end;
  int outer_end;
} Span;

/* Where on a row something changes. */
typedef struct
{
  int   x;
  guint whole; /* a bit for each ground that is whole to the left or to the right of it */
  guint edge;  /* likewise of those of which some is there */
} Cut;

/**
 * PlxGraphGrounds:
 *
 * The grounds of groups, each an outline without dents and some room around it, in a colour that
 * lets through what lies below.
 *
 * A vector renderer lays one after the other over the picture, and mixes each pixel as often as it
 * has grounds, which on a whole window costs as much as everything else of a frame. Here a row is
 * cut where any of them begins or ends: between two cuts all pixels have the same colour. Which
 * grounds lie there is a number, under which the colour is kept once it was mixed.
 */
struct _PlxGraphGrounds
{
  int      width;
  int      height;
  Ground   grounds[PLX_GRAPH_MAX_GROUNDS];
  guint    n;
  guint32 *mixed; /* by which grounds lie on each other, a bit each; 0 until it was mixed */
};

/**
 * plx_graph_grounds_new:
 * @width: of the picture, in pixels
 * @height: likewise
 *
 * Returns: (transfer full): grounds, of which there are none yet
 */
PlxGraphGrounds *
plx_graph_grounds_new (guint width,
                       guint height)
{
  PlxGraphGrounds *self = g_new0 (PlxGraphGrounds, 1);

  self->width = width;
  self->height = height;
  self->mixed = g_new0 (guint32, 1 << PLX_GRAPH_MAX_GROUNDS);

  return self;
}

void
plx_graph_grounds_free (PlxGraphGrounds *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->grounds[i].reaches);
  g_free (self->mixed);
  g_free (self);
}

static inline void
reach_to (Reach *reach,
          float  from,
          float  to)
{
  reach->from = MIN (reach->from, from);
  reach->to = MAX (reach->to, to);
}

/* The lines whose middles lie between two heights: from the one that is returned to before @end. */
static int
find_lines (const PlxGraphGrounds *self,
            double                 top,
            double                 bottom,
            int                   *end)
{
  const int n = self->height * LINES;

  *end = ceil (CLAMP (bottom * LINES - 0.5, 0, n));

  return ceil (CLAMP (top * LINES - 0.5, 0, n));
}

static inline double
middle_of (int line)
{
  return (line + 0.5) / LINES;
}

static void
add_disc (const PlxGraphGrounds *self,
          Reach                 *reaches,
          PlxGraphPoint          middle,
          double                 radius)
{
  int end, start = find_lines (self, middle.y - radius, middle.y + radius, &end);

  for (int i = start; i < end; i++)
    {
      double dy = middle_of (i) - middle.y;
      double half = sqrt (MAX (radius * radius - dy * dy, 0));

      reach_to (&reaches[i], middle.x - half, middle.x + half);
    }
}

static void
add_side (const PlxGraphGrounds *self,
          Reach                 *reaches,
          PlxGraphPoint          a,
          PlxGraphPoint          b)
{
  PlxGraphPoint top = a.y < b.y ? a : b, bottom = a.y < b.y ? b : a;
  double slope = (bottom.x - top.x) / MAX (bottom.y - top.y, 1e-9);
  int end, start = find_lines (self, top.y, bottom.y, &end);

  for (int i = start; i < end; i++)
    {
      double x = top.x + (middle_of (i) - top.y) * slope;

      reach_to (&reaches[i], x, x);
    }
}

/**
 * plx_graph_grounds_add:
 * @self: grounds, fewer than `PLX_GRAPH_MAX_GROUNDS`
 * @hull: (array length=n): an outline without dents, in pixels
 * @n: how many corners it has
 * @room: how far the ground reaches beyond it
 * @color: premultiplied
 *
 * Adds a ground above the others: the outline itself, and discs around its corners and strips
 * along its sides, of which each line of the picture knows where the first begins and the last
 * ends.
 */
void
plx_graph_grounds_add (PlxGraphGrounds     *self,
                       const PlxGraphPoint *hull,
                       guint                n,
                       double               room,
                       guint32              color)
{
  const int n_lines = self->height * LINES;
  Ground *ground;

  g_return_if_fail (self->n < PLX_GRAPH_MAX_GROUNDS);

  ground = &self->grounds[self->n++];
  ground->color = color;
  ground->reaches = g_new (Reach, n_lines + 1);
  for (int i = 0; i < n_lines; i++)
    ground->reaches[i] = (Reach) { G_MAXFLOAT, -G_MAXFLOAT };

  for (guint i = 0; i < n; i++)
    {
      PlxGraphPoint a = hull[i], b = hull[(i + 1) % n];
      double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);
      double dx = room * (b.y - a.y) / length, dy = -room * (b.x - a.x) / length;

      add_disc (self, ground->reaches, a, room);
      /* One of the two lies within the outline, where it does no harm. */
      add_side (self, ground->reaches, (PlxGraphPoint) { a.x + dx, a.y + dy },
                (PlxGraphPoint) { b.x + dx, b.y + dy });
      add_side (self, ground->reaches, (PlxGraphPoint) { a.x - dx, a.y - dy },
                (PlxGraphPoint) { b.x - dx, b.y - dy });
    }
}

/* Returns whether the ground is on the row at all. */
static gboolean
find_span (const PlxGraphGrounds *self,
           const Ground          *ground,
           int                    row,
           Span                  *span)
{
  const Reach *reaches = ground->reaches + row * LINES;
  Reach outer = reaches[0], inner = reaches[0];

  for (guint i = 1; i < LINES; i++)
    {
      reach_to (&outer, reaches[i].from, reaches[i].to);
      inner.from = MAX (inner.from, reaches[i].from);
      inner.to = MIN (inner.to, reaches[i].to);
    }

  span->outer = floor (CLAMP (outer.from, 0, self->width));
  span->outer_end = ceil (CLAMP (outer.to, 0, self->width));
  span->inner = ceil (CLAMP (inner.from, 0, self->width));
  span->inner_end = floor (CLAMP (inner.to, 0, self->width));

  return span->outer < span->outer_end;
}

/* Puts a cut where it belongs in those before it. */
static guint
add_cut (Cut   *cuts,
         guint  n,
         Cut    cut)
{
  guint at = n;

  while (at > 0 && cuts[at - 1].x > cut.x)
    {
      cuts[at] = cuts[at - 1];
      at--;
    }
  cuts[at] = cut;

  return n + 1;
}

/* Where the grounds of a row begin and end, from left to right. */
static guint
find_cuts (const PlxGraphGrounds *self,
           int                    row,
           Cut                   *cuts)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const guint bit = 1u << i;
      Span span;

      if (!find_span (self, &self->grounds[i], row, &span))
        continue;

      n = add_cut (cuts, n, (Cut) { span.outer, 0, bit });
      n = add_cut (cuts, n, (Cut) { span.outer_end, 0, bit });
      if (span.inner >= span.inner_end)
        continue;

      n = add_cut (cuts, n, (Cut) { span.inner, bit, bit });
      n = add_cut (cuts, n, (Cut) { span.inner_end, bit, bit });
    }

  return n;
}

/* How much of a pixel a ground covers, of 255. */
static guint
cover (const Ground *ground,
       int           row,
       int           x)
{
  float sum = 0;

  for (guint i = 0; i < LINES; i++)
    {
      const Reach *reach = &ground->reaches[row * LINES + i];
      float part = MIN (reach->to, x + 1.0f) - MAX (reach->from, (float) x);

      sum += MAX (part, 0);
    }

  return 255 / LINES * sum + 0.5f;
}

/* The colour of grounds that lie on each other, a bit each. */
static guint32
mix (PlxGraphGrounds *self,
     guint            grounds)
{
  guint32 *color = &self->mixed[grounds];

  if (*color == 0)
    for (guint i = 0; i < self->n; i++)
      if (grounds & 1u << i)
        *color = plx_graph_pixel_over (*color, self->grounds[i].color);

  return *color;
}

static guint32
mix_pixel (const PlxGraphGrounds *self,
           guint                  whole,
           guint                  edges,
           int                    row,
           int                    x)
{
  guint32 color = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const Ground *ground = &self->grounds[i];

      if ((whole | edges) & 1u << i)
        color = plx_graph_pixel_over
          (color, plx_graph_pixel_part (ground->color,
                                        whole & 1u << i ? 255 : cover (ground, row, x)));
    }

  return color;
}

/* Two pixels at a time. */
static void
fill_plain (guint32 *pixels,
            guint    n,
            guint32  color)
{
  const guint64 two = color | (guint64) color << 32;
  guint i = 0;

  for (; i + 4 <= n; i += 4)
    {
      memcpy (pixels + i, &two, sizeof two);
      memcpy (pixels + i + 2, &two, sizeof two);
    }
  for (; i < n; i++)
    pixels[i] = color;
}

/* From one cut to the next each ground is there, is not there, or begins or ends. Mostly no more
 * than one does, and the colours go from those without it to those with it. */
static void
fill_run (PlxGraphGrounds *self,
          guint            whole,
          guint            edges,
          int              row,
          int              start,
          int              end,
          guint32         *pixels)
{
  const gboolean single = edges != 0 && (edges & (edges - 1)) == 0;
  guint32 with, without;

  if (edges == 0)
    {
      fill_plain (pixels + start, end - start, mix (self, whole));
      return;
    }

  for (int x = start; x < end && !single; x++)
    pixels[x] = mix_pixel (self, whole, edges, row, x);
  if (!single)
    return;

  with = mix (self, whole | edges);
  without = mix (self, whole);
  for (int x = start; x < end; x++)
    {
      guint part = cover (&self->grounds[g_bit_nth_lsf (edges, -1)], row, x);

      pixels[x] = plx_graph_pixel_part (with, part) + plx_graph_pixel_part (without, 255 - part);
    }
}

/**
 * plx_graph_grounds_fill:
 * @self: grounds
 * @pixels: (array): a picture; all of it is written
 *
 * Draws the grounds.
 */
void
plx_graph_grounds_fill (PlxGraphGrounds *self,
                        guint32         *pixels)
{
  for (int row = 0; row < self->height; row++, pixels += self->width)
    {
      Cut cuts[4 * PLX_GRAPH_MAX_GROUNDS];
      guint n = find_cuts (self, row, cuts);
      guint whole = 0, edges = 0;
      int x = 0;

      for (guint i = 0; i < n; i++)
        {
          if (cuts[i].x > x)
            fill_run (self, whole, edges, row, x, cuts[i].x, pixels);
          x = cuts[i].x;
          whole ^= cuts[i].whole;
          edges ^= cuts[i].edge;
        }
      fill_plain (pixels + x, self->width - x, 0);
    }
}
