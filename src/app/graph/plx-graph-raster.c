/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-raster"

#include "config.h"

#include "graph/plx-graph-raster.h"

#include <math.h>
#include <string.h>

#include "graph/plx-graph-pixel.h"

/* Fixed point, 16 bits behind the point. */
#define ONE 65536

/* A pixel takes no more ink than this; far from the end of what 16 bits hold, so that a line may
 * add its own before anybody looks. */
#define FULL 0x7f00
#define TOO_MUCH 0x8000

/* Which of 16 steps along a line are drawn, a bit each: the patterns of paths, in small. */
static const guint16 patterns[PLX_GRAPH_N_STYLES] = {
  [PLX_GRAPH_BOTH] = 0xffff,
  [PLX_GRAPH_HERE] = 0xffff,
  [PLX_GRAPH_THERE] = 0x3333,
  [PLX_GRAPH_STRONGER] = 0xffff,
  [PLX_GRAPH_WEAKER] = 0x0fff,
};

/**
 * PlxGraphRaster:
 *
 * Draws very many thin ties and small nodes, pixel by pixel.
 *
 * A vector renderer takes its time for each of 50,000 lines, of which in the end one sees how
 * densely they lie. So that is what is counted here: how much ink each pixel gets, a plane for
 * each style; one pass over the planes makes colours of it.
 *
 * A raster draws one picture after another, and keeps the planes.
 */
struct _PlxGraphRaster
{
  int      width;
  int      height;
  gsize    room;                       /* for how many pixels each plane has memory */
  guint16 *planes[PLX_GRAPH_N_STYLES]; /* nullable until something of that style is drawn; all 0
                                        * before a picture and after it */
  gboolean used[PLX_GRAPH_N_STYLES];
  gboolean has_ground;                 /* whether something lies below the lines */
  guint32 *pixels;                     /* nullable between pictures; premultiplied */
};

PlxGraphRaster *
plx_graph_raster_new (void)
{
  return g_new0 (PlxGraphRaster, 1);
}

void
plx_graph_raster_free (PlxGraphRaster *self)
{
  for (guint i = 0; i < PLX_GRAPH_N_STYLES; i++)
    g_free (self->planes[i]);
  g_free (self->pixels);
  g_free (self);
}

/**
 * plx_graph_raster_begin:
 * @self: a raster
 * @width: in pixels, 1 at the least
 * @height: likewise
 *
 * Begins a picture: first its lines are drawn, then they are inked, then come stamps.
 */
void
plx_graph_raster_begin (PlxGraphRaster *self,
                        guint           width,
                        guint           height)
{
  gsize n = (gsize) width * height;

  g_return_if_fail (width > 0 && height > 0);
  g_return_if_fail (self->pixels == NULL);

  for (guint i = 0; i < PLX_GRAPH_N_STYLES && n > self->room; i++)
    g_clear_pointer (&self->planes[i], g_free);
  self->room = MAX (self->room, n);
  self->width = width;
  self->height = height;
  self->pixels = g_new (guint32, n);
  self->has_ground = FALSE;
}

/**
 * plx_graph_raster_grounds:
 * @self: a raster that has begun a picture
 * @grounds: as large as the picture
 *
 * Draws the grounds of groups below the lines. To be called before these are inked.
 */
void
plx_graph_raster_grounds (PlxGraphRaster  *self,
                          PlxGraphGrounds *grounds)
{
  g_return_if_fail (self->pixels != NULL);

  plx_graph_grounds_fill (grounds, self->pixels);
  self->has_ground = TRUE;
}

/* Cuts a line to the picture, one border after the other. Returns whether anything is left. */
static gboolean
clip (double  left,
      double  top,
      double  right,
      double  bottom,
      double *x0,
      double *y0,
      double *x1,
      double *y1)
{
  double dx = *x1 - *x0, dy = *y1 - *y0;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { *x0 - left, right - *x0, *y0 - top, bottom - *y0 };
  double from = 0, to = 1;

  if (MIN (MIN (q[0], q[1]), MIN (q[2], q[3])) >= 0 &&
      *x1 >= left && *x1 <= right && *y1 >= top && *y1 <= bottom)
    return TRUE;

  for (guint i = 0; i < 4; i++)
    {
      double at = p[i] != 0 ? q[i] / p[i] : 0;

      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, at);
      else if (p[i] > 0)
        to = MIN (to, at);
    }

  if (from >= to)
    return FALSE;

  *x1 = *x0 + to * dx;
  *y1 = *y0 + to * dy;
  *x0 += from * dx;
  *y0 += from * dy;

  return TRUE;
}

static inline void
add_ink (guint16 *pixel,
         guint    ink)
{
  guint sum = *pixel + ink;

  *pixel = G_UNLIKELY (sum >= TOO_MUCH) ? FULL : sum;
}

/* What a line covers of the pixels across it, from one edge to the other. */
static inline void
add_span (guint16 *pixel,
          gsize    aside,
          gint64   from,
          gint64   to,
          guint    alpha)
{
  gint64 first = from >> 16, last = to >> 16;

  pixel += first * aside;
  if (first == last)
    {
      add_ink (pixel, (to - from) * alpha >> 16);
      return;
    }

  add_ink (pixel, (ONE - (from & (ONE - 1))) * alpha >> 16);
  for (gint64 i = first + 1; i < last; i++)
    add_ink (pixel += aside, alpha);
  add_ink (pixel + aside, (to & (ONE - 1)) * alpha >> 16);
}

/* Two pixels that lie side by side in memory, at once. */
static inline void
add_two (guint16 *pixel,
         guint    left,
         guint    right)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  guint32 sum;

  memcpy (&sum, pixel, sizeof sum);
  sum += left | right << 16;
  if (G_LIKELY ((sum & (TOO_MUCH | (guint32) TOO_MUCH << 16)) == 0))
    {
      memcpy (pixel, &sum, sizeof sum);
      return;
    }
#endif

  add_ink (pixel, left);
  add_ink (pixel + 1, right);
}

/* Most lines of a mass are a pixel wide: each step covers two across. Where the line is steep,
 * the two lie side by side. */
static inline void
add_steep (guint16     *plane,
           gsize        along,
           gint64       at,
           gint64       slope,
           int          n,
           const guint *drawn,
           gboolean     whole)
{
  for (int i = 0; i < n; i++, plane += along, at += slope)
    {
      guint ink = drawn[whole ? 0 : i & 15];
      guint part = (at & (ONE - 1)) * ink >> 16;

      add_two (plane + (at >> 16), ink - part, part);
    }
}

static inline void
add_flat (guint16     *plane,
          gsize        aside,
          gint64       at,
          gint64       slope,
          int          n,
          const guint *drawn,
          gboolean     whole)
{
  for (int i = 0; i < n; i++, plane++, at += slope)
    {
      guint16 *pixel = plane + (at >> 16) * aside;
      guint ink = drawn[whole ? 0 : i & 15];
      guint part = (at & (ONE - 1)) * ink >> 16;

      add_ink (pixel, ink - part);
      add_ink (pixel + aside, part);
    }
}

/* Almost all lines are whole, which is a loop of its own for each, without the pattern. */
static void
add_thin (guint16     *plane,
          gsize        along,
          gsize        aside,
          gint64       at,
          gint64       slope,
          int          n,
          const guint *drawn,
          gboolean     whole)
{
  if (aside == 1 && whole)
    add_steep (plane, along, at, slope, n, drawn, TRUE);
  else if (aside == 1)
    add_steep (plane, along, at, slope, n, drawn, FALSE);
  else if (whole)
    add_flat (plane, aside, at, slope, n, drawn, TRUE);
  else
    add_flat (plane, aside, at, slope, n, drawn, FALSE);
}

static guint16 *
use_plane (PlxGraphRaster *self,
           PlxGraphStyle   style)
{
  if (self->planes[style] == NULL)
    self->planes[style] = g_new0 (guint16, self->room);
  self->used[style] = TRUE;

  return self->planes[style];
}

/**
 * plx_graph_raster_line:
 * @self: a raster
 * @style: says which steps of the line are drawn, and later its colour
 * @a: one end, in pixels
 * @b: the other
 * @width: how wide, in pixels
 * @alpha: how much ink it takes, up to 255
 *
 * Draws a line. It goes pixel by pixel in the direction in which it is longer; of the pixels across
 * it, those at its edges get the part that it covers, so that it looks smooth.
 */
void
plx_graph_raster_line (PlxGraphRaster *self,
                       PlxGraphStyle   style,
                       PlxGraphPoint   a,
                       PlxGraphPoint   b,
                       double          width,
                       guint           alpha)
{
  gboolean steep = fabs (b.y - a.y) > fabs (b.x - a.x);
  gsize along = steep ? self->width : 1;
  gsize aside = steep ? 1 : self->width;
  double margin = width + 2, slant;
  gint64 at, slope, half;
  guint drawn[16];
  guint16 *plane;
  int start, n;

  /* What a line is wide, and what rounding may add, is left free at the borders. */
  if (!clip (margin, margin, self->width - margin - 1, self->height - margin - 1,
             &a.x, &a.y, &b.x, &b.y))
    return;

  if (steep ? a.y > b.y : a.x > b.x)
    {
      PlxGraphPoint swap = a;

      a = b;
      b = swap;
    }

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    drawn[i] = patterns[style] >> i & 1 ? alpha : 0;

  start = steep ? a.y : a.x;
  n = (int) (steep ? b.y : b.x) - start + 1;
  slant = (steep ? b.x - a.x : b.y - a.y) / MAX (steep ? b.y - a.y : b.x - a.x, 1e-6);
  slant = CLAMP (slant, -1, 1);
  slope = slant * ONE;
  at = (steep ? a.x : a.y) * ONE;
  plane = use_plane (self, style) + start * along;

  if (width <= 1)
    {
      add_thin (plane, along, aside, at, slope, n, drawn, patterns[style] == 0xffff);
      return;
    }

  half = width * sqrt (1 + slant * slant) / 2 * ONE;
  for (int i = 0; i < n; i++, plane += along, at += slope)
    add_span (plane, aside, at - half, at + half, drawn[i & 15]);
}

static inline guint32
premultiply (const GdkRGBA *color,
             double         alpha)
{
  alpha *= color->alpha;

  return (guint32) (255 * alpha + 0.5) << 24 |
         (guint32) (255 * color->red * alpha + 0.5) << 16 |
         (guint32) (255 * color->green * alpha + 0.5) << 8 |
         (guint32) (255 * color->blue * alpha + 0.5);
}

/* Where each of four pixels of a plane stands in the number that they are read as. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
static const guint shifts[] = { 0, 16, 32, 48 };
#else
static const guint shifts[] = { 48, 32, 16, 0 };
#endif

/* Lays the ink of a style over what is there, and leaves the plane as it was before the picture.
 * Much of a picture is empty, and is passed over four pixels at a time. */
static void
ink_style (PlxGraphRaster *self,
           guint16        *plane,
           const GdkRGBA  *color,
           gboolean        first)
{
  const gsize n = (gsize) self->width * self->height;
  guint32 table[256];
  gsize i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (table); j++)
    table[j] = premultiply (color, j / 255.0);

  for (; i + 4 <= n; i += 4)
    {
      guint32 tints[4] = { 0 };
      guint64 ink;

      memcpy (&ink, plane + i, sizeof ink);
      if (ink != 0)
        {
          /* Mostly none of the four has more than there are colours for. */
          if (G_LIKELY ((ink & G_GUINT64_CONSTANT (0xff00ff00ff00ff00)) == 0))
            for (guint j = 0; j < 4; j++)
              tints[j] = table[ink >> shifts[j] & 0xff];
          else
            for (guint j = 0; j < 4; j++)
              tints[j] = table[MIN (plane[i + j], 255)];
          memset (plane + i, 0, sizeof ink);
        }

      if (first)
        memcpy (self->pixels + i, tints, sizeof tints);
      else if (ink != 0)
        plx_graph_pixel_over_four (self->pixels + i, tints);
    }

  for (; i < n; i++)
    {
      guint32 tint = table[MIN (plane[i], 255)];

      self->pixels[i] = first ? tint : plx_graph_pixel_over (self->pixels[i], tint);
      plane[i] = 0;
    }
}

/**
 * plx_graph_raster_ink:
 * @self: a raster
 * @colors: the colour of each style
 *
 * Turns the lines that were drawn so far into colours. What is stamped later lies above them.
 */
void
plx_graph_raster_ink (PlxGraphRaster *self,
                      const GdkRGBA   colors[PLX_GRAPH_N_STYLES])
{
  gboolean first = !self->has_ground;

  for (guint style = 0; style < PLX_GRAPH_N_STYLES; style++)
    {
      if (!self->used[style])
        continue;

      ink_style (self, self->planes[style], &colors[style], first);
      self->used[style] = FALSE;
      first = FALSE;
    }

  if (first)
    memset (self->pixels, 0, (gsize) self->width * self->height * sizeof (guint32));
}

/**
 * plx_graph_raster_stamp:
 * @self: a raster that is inked
 * @stamp: a small picture
 * @middle: where, in pixels
 *
 * Stamps a small picture on the large one.
 */
void
plx_graph_raster_stamp (PlxGraphRaster      *self,
                        const PlxGraphStamp *stamp,
                        PlxGraphPoint        middle)
{
  int left, top, x0, x1;

  /* Far out, the place would not even fit into a number. */
  if (!(middle.x > -200 && middle.y > -200 && middle.x < self->width + 200 &&
        middle.y < self->height + 200))
    return;

  left = (int) floor (middle.x) - stamp->size / 2;
  top = (int) floor (middle.y) - stamp->size / 2;
  x0 = MAX (0, -left);
  x1 = MIN (stamp->size, self->width - left);

  for (int y = MAX (0, -top); y < stamp->size && top + y < self->height; y++)
    {
      guint32 *row = self->pixels + (gsize) (top + y) * self->width + left;
      const guint32 *from = stamp->pixels + y * stamp->size;

      for (int x = x0; x < x1; x++)
        if (from[x] >= 0xff000000)
          row[x] = from[x];
        else if (from[x] != 0)
          row[x] = plx_graph_pixel_over (row[x], from[x]);
    }
}

/**
 * plx_graph_raster_finish:
 * @self: a raster that is inked
 *
 * Gives what was drawn. The raster can begin another picture.
 *
 * Returns: (transfer full): a picture
 */
GdkTexture *
plx_graph_raster_finish (PlxGraphRaster *self)
{
  gsize stride = (gsize) self->width * sizeof (guint32);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&self->pixels),
                                               stride * self->height);

  return gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT, bytes, stride);
}
