/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-raster"

#include "config.h"

#include "graph/plx-graph-raster.h"

#include <math.h>

/* Fixed point, 16 bits behind the point. */
#define ONE 65536

/* Sprites are kept for radii by half a pixel up to this. */
#define MAX_RADIUS 48
#define N_RADII (2 * MAX_RADIUS + 1)
#define N_KINDS (PLX_KIND_OTHER + 1)
#define SAMPLES 4

/* Which of 16 steps along a line are drawn, a bit each: the patterns of paths, in small. */
static const guint16 patterns[PLX_GRAPH_N_STYLES] = {
  [PLX_GRAPH_BOTH] = 0xffff,
  [PLX_GRAPH_HERE] = 0xffff,
  [PLX_GRAPH_THERE] = 0x3333,
  [PLX_GRAPH_STRONGER] = 0xffff,
  [PLX_GRAPH_WEAKER] = 0x0fff,
};

/* How much of each pixel a shape covers. */
typedef struct
{
  int     half; /* pixels to each side of the middle */
  guint8  cover[];
} Sprite;

/**
 * PlxGraphRaster:
 *
 * Draws very many thin ties and small nodes, pixel by pixel.
 *
 * A vector renderer takes its time for each of 50,000 lines, of which in the end one sees how
 * densely they lie. So that is what is counted here: how much ink each pixel gets, a plane for
 * each style; one pass over the planes makes colours of it.
 */
struct _PlxGraphRaster
{
  int      width;
  int      height;
  guint8  *planes[PLX_GRAPH_N_STYLES]; /* nullable until something of that style is drawn */
  guint32 *pixels;                     /* premultiplied, as Cairo has them */
};

/* Filled on first use, on the main thread, and kept: a few kilobytes. */
static Sprite *sprites[N_KINDS][N_RADII];

PlxGraphRaster *
plx_graph_raster_new (guint width,
                      guint height)
{
  PlxGraphRaster *self = g_new0 (PlxGraphRaster, 1);

  self->width = width;
  self->height = height;
  self->pixels = g_new0 (guint32, (gsize) width * height + 1);

  return self;
}

void
plx_graph_raster_free (PlxGraphRaster *self)
{
  for (guint i = 0; i < PLX_GRAPH_N_STYLES; i++)
    g_free (self->planes[i]);
  g_free (self->pixels);
  g_free (self);
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
add_ink (guint8 *pixel,
         guint   ink)
{
  guint sum = *pixel + ink;

  *pixel = sum > 255 ? 255 : sum;
}

/* What a line covers of the pixels across it, from one edge to the other. */
static inline void
add_span (guint8 *pixel,
          gsize   aside,
          gint64  from,
          gint64  to,
          guint   alpha)
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
  guint8 *plane;
  int start, end;

  /* What a line is wide, and what rounding may add, is left free at the borders. */
  if (!clip (margin, margin, self->width - margin - 1, self->height - margin - 1,
             &a.x, &a.y, &b.x, &b.y))
    return;

  if (self->planes[style] == NULL)
    self->planes[style] = g_new0 (guint8, (gsize) self->width * self->height + 1);

  if (steep ? a.y > b.y : a.x > b.x)
    {
      PlxGraphPoint swap = a;

      a = b;
      b = swap;
    }

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    drawn[i] = (patterns[style] >> i & 1) * alpha;

  start = steep ? a.y : a.x;
  end = steep ? b.y : b.x;
  slant = (steep ? b.x - a.x : b.y - a.y) / MAX (steep ? b.y - a.y : b.x - a.x, 1e-6);
  slant = CLAMP (slant, -1, 1);
  slope = slant * ONE;
  half = width * sqrt (1 + slant * slant) / 2 * ONE;
  at = (steep ? a.x : a.y) * ONE;
  plane = self->planes[style] + start * along;

  /* Most lines of a mass are a pixel wide: each covers two across, and no branch is needed. */
  if (width <= 1)
    {
      for (int i = start; i <= end; i++, plane += along, at += slope)
        {
          guint8 *pixel = plane + (at >> 16) * aside;
          guint part = (at & (ONE - 1)) * drawn[i & 15] >> 16;

          add_ink (pixel, drawn[i & 15] - part);
          add_ink (pixel + aside, part);
        }
      return;
    }

  for (int i = start; i <= end; i++, plane += along, at += slope)
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

/* Lays a premultiplied colour over another: two channels at a time. */
static inline guint32
over (guint32 ground,
      guint32 color)
{
  guint32 rest = 255 - (color >> 24);
  guint32 rb = (ground & 0xff00ff) * rest + 0x800080;
  guint32 ag = (ground >> 8 & 0xff00ff) * rest + 0x800080;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  ag = (ag + (ag >> 8 & 0xff00ff)) & 0xff00ff00;

  return color + (rb | ag);
}

/* A part of a premultiplied colour. */
static inline guint32
dim (guint32 color,
     guint32 part)
{
  guint32 rb = (color & 0xff00ff) * part + 0x800080;
  guint32 ag = (color >> 8 & 0xff00ff) * part + 0x800080;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  ag = (ag + (ag >> 8 & 0xff00ff)) & 0xff00ff00;

  return rb | ag;
}

/**
 * plx_graph_raster_ink:
 * @self: a raster
 * @colors: the colour of each style
 *
 * Turns the lines that were drawn so far into colours. Dots that are drawn later lie above them.
 */
void
plx_graph_raster_ink (PlxGraphRaster *self,
                      const GdkRGBA   colors[PLX_GRAPH_N_STYLES])
{
  static const guint8 nothing[8];
  gsize n = (gsize) self->width * self->height;

  for (guint style = 0; style < PLX_GRAPH_N_STYLES; style++)
    {
      const guint8 *plane = self->planes[style];
      guint32 table[256];

      if (plane == NULL)
        continue;

      for (guint i = 0; i < 256; i++)
        table[i] = premultiply (&colors[style], i / 255.0);
      for (gsize i = 0; i < n; i++)
        {
          /* Much of a picture is empty, and is passed over eight pixels at a time. */
          if (i + 8 <= n && plane[i] == 0 && memcmp (plane + i, nothing, sizeof nothing) == 0)
            i += 7;
          else if (plane[i] != 0)
            self->pixels[i] = self->pixels[i] == 0 ? table[plane[i]]
                                                   : over (self->pixels[i], table[plane[i]]);
        }

      g_clear_pointer (&self->planes[style], g_free);
    }
}

/* The corners go around in the direction of the clock, so that inside is on the same side of
 * every edge. */
static gboolean
covers (const PlxGraphPoint *corners,
        guint                n,
        double               x,
        double               y)
{
  if (n == 0)
    return x * x + y * y <= 1;

  for (guint i = 0; i < n; i++)
    {
      const PlxGraphPoint *a = &corners[i];
      const PlxGraphPoint *b = &corners[(i + 1) % n];

      if ((b->x - a->x) * (y - a->y) - (b->y - a->y) * (x - a->x) < 0)
        return FALSE;
    }

  return TRUE;
}

static Sprite *
create_sprite (PlxKind kind,
               double  radius)
{
  int half = ceil (radius * 1.45) + 1;
  int size = 2 * half + 1;
  Sprite *sprite = g_malloc0 (sizeof (Sprite) + (gsize) size * size);
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  guint n = plx_graph_get_shape (kind, corners);

  sprite->half = half;

  for (int i = 0; i < size * size * SAMPLES * SAMPLES; i++)
    {
      int sample = i % (SAMPLES * SAMPLES), pixel = i / (SAMPLES * SAMPLES);
      double x = pixel % size - half + (sample % SAMPLES + 0.5) / SAMPLES - 0.5;
      double y = pixel / size - half + (sample / SAMPLES + 0.5) / SAMPLES - 0.5;

      if (covers (corners, n, x / radius, y / radius))
        sprite->cover[pixel] += 255 / (SAMPLES * SAMPLES);
    }

  return sprite;
}

static const Sprite *
get_sprite (PlxKind kind,
            double  radius)
{
  guint place = CLAMP (round (radius * 2), 1, N_RADII - 1);

  if (sprites[kind][place] == NULL)
    sprites[kind][place] = create_sprite (kind, place / 2.0);

  return sprites[kind][place];
}

/**
 * plx_graph_raster_dot:
 * @self: a raster
 * @kind: says which shape
 * @middle: where, in pixels
 * @radius: how large
 * @color: what colour
 *
 * Draws a node.
 */
void
plx_graph_raster_dot (PlxGraphRaster *self,
                      PlxKind         kind,
                      PlxGraphPoint   middle,
                      double          radius,
                      const GdkRGBA  *color)
{
  const Sprite *sprite = get_sprite (MIN (kind, PLX_KIND_OTHER), radius);
  guint32 full = premultiply (color, 1);
  int size = 2 * sprite->half + 1;
  int left, top;

  /* Far out, the place would not even fit into a number. */
  if (!(middle.x > -100 && middle.y > -100 && middle.x < self->width + 100 &&
        middle.y < self->height + 100))
    return;

  left = (int) round (middle.x) - sprite->half;
  top = (int) round (middle.y) - sprite->half;

  for (int y = MAX (0, -top); y < size && top + y < self->height; y++)
    {
      guint32 *row = self->pixels + (gsize) (top + y) * self->width;

      for (int x = MAX (0, -left); x < size && left + x < self->width; x++)
        if (sprite->cover[y * size + x] != 0)
          row[left + x] = over (row[left + x], dim (full, sprite->cover[y * size + x]));
    }
}

/**
 * plx_graph_raster_finish:
 * @self: a raster
 *
 * Gives what was drawn. Nothing can be drawn afterwards.
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
