/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-stamps"

#include "config.h"

#include "graph/plx-graph-stamps.h"

#include <math.h>
#include <string.h>

#include "graph/plx-graph-rim.h"

/* Room for an edge and for what smoothing adds. */
#define ROOM 2.5

/* More than this are forgotten, and drawn again as they are needed: some megabytes. */
#define MAX_STAMPS 4000

/**
 * PlxGraphStamps:
 *
 * Small pictures of nodes and of their rims, each drawn once and kept.
 *
 * Ten thousand nodes have a few hundred looks. Belongs to the main thread.
 */
struct _PlxGraphStamps
{
  GHashTable *stamps; /* (element-type PlxGraphStampLook PlxGraphStamp), owned */
};

static guint
hash_look (gconstpointer look)
{
  guint64 words[sizeof (PlxGraphStampLook) / sizeof (guint64)];
  guint64 hash = 0;

  memcpy (words, look, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash >> 32;
}

static gboolean
equal_looks (gconstpointer a,
             gconstpointer b)
{
  return memcmp (a, b, sizeof (PlxGraphStampLook)) == 0;
}

PlxGraphStamps *
plx_graph_stamps_new (void)
{
  PlxGraphStamps *self = g_new0 (PlxGraphStamps, 1);

  G_STATIC_ASSERT (sizeof (PlxGraphStampLook) % sizeof (guint64) == 0);
  self->stamps = g_hash_table_new_full (hash_look, equal_looks, g_free, g_free);

  return self;
}

void
plx_graph_stamps_free (PlxGraphStamps *self)
{
  g_hash_table_unref (self->stamps);
  g_free (self);
}

/* A colour as pixels have it: premultiplied. */
guint32
plx_graph_stamps_mix (const GdkRGBA *color)
{
  return (guint32) (255 * color->alpha + 0.5) << 24 |
         (guint32) (255 * color->red * color->alpha + 0.5) << 16 |
         (guint32) (255 * color->green * color->alpha + 0.5) << 8 |
         (guint32) (255 * color->blue * color->alpha + 0.5);
}

static void
set_color (cairo_t *cr,
           guint32  color)
{
  double alpha = (color >> 24) / 255.0;
  double whole = MAX (255 * alpha, 1e-6);

  cairo_set_source_rgba (cr, MIN ((color >> 16 & 0xff) / whole, 1),
                         MIN ((color >> 8 & 0xff) / whole, 1), MIN ((color & 0xff) / whole, 1),
                         alpha);
}

static void
add_shape (cairo_t *cr,
           PlxKind  kind,
           double   radius)
{
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  guint n = plx_graph_get_shape (kind, corners);

  if (n == 0)
    cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, radius * corners[i].x, radius * corners[i].y);
  cairo_close_path (cr);
}

static void
draw_node (cairo_t                 *cr,
           const PlxGraphStampLook *look,
           double                   radius)
{
  add_shape (cr, look->kind, radius);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (look->ground != 0)
    {
      set_color (cr, look->ground);
      cairo_set_line_width (cr, 3);
      if (look->hollow)
        cairo_fill_preserve (cr);
      cairo_stroke_preserve (cr);
    }

  set_color (cr, look->fill);
  if (look->hollow)
    {
      cairo_set_line_width (cr, MIN (2, radius));
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }

  if (look->pinned)
    {
      set_color (cr, look->ground);
      cairo_arc (cr, 0, 0, MIN (2, radius / 2), 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_rim (cairo_t                 *cr,
          const PlxGraphStampLook *look,
          double                   radius)
{
  PlxGraphArc arcs[PLX_GRAPH_MAX_ARCS];
  guint n = plx_graph_rim_find_arcs (look->n_sources, look->sources, arcs);

  set_color (cr, look->fill);
  cairo_set_line_width (cr, PLX_GRAPH_RIM_WIDTH);
  for (guint i = 0; i < n; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, radius, arcs[i].from - G_PI / 2, arcs[i].to - G_PI / 2);
    }
  cairo_stroke (cr);
}

static PlxGraphStamp *
create_stamp (const PlxGraphStampLook *look)
{
  const double unit = look->unit / 4.0;
  const double radius = look->radius / 4.0 / unit;
  /* No shape reaches further than 1.4 times its radius. */
  const int size = 2 * (int) ceil ((radius * 1.4 + ROOM) * unit) + 1;
  PlxGraphStamp *self = g_malloc0 (sizeof *self + (gsize) size * size * sizeof (guint32));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);

  self->size = size;
  cairo_translate (cr, size / 2 + (look->phase & 1 ? 0.75 : 0.25),
                   size / 2 + (look->phase & 2 ? 0.75 : 0.25));
  cairo_scale (cr, unit, unit);
  if (look->n_sources == 0)
    draw_node (cr, look, radius);
  else
    draw_rim (cr, look, radius);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  for (int y = 0; y < size; y++)
    memcpy (self->pixels + y * size,
            cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface),
            size * sizeof (guint32));
  cairo_surface_destroy (surface);

  return self;
}

/**
 * plx_graph_stamps_get:
 * @self: stamps
 * @look: what it looks like
 *
 * Returns: (transfer none): a stamp; to be used before another is asked for
 */
const PlxGraphStamp *
plx_graph_stamps_get (PlxGraphStamps          *self,
                      const PlxGraphStampLook *look)
{
  PlxGraphStamp *stamp = g_hash_table_lookup (self->stamps, look);

  if (stamp != NULL)
    return stamp;

  if (g_hash_table_size (self->stamps) >= MAX_STAMPS)
    g_hash_table_remove_all (self->stamps);

  stamp = create_stamp (look);
  g_hash_table_insert (self->stamps, g_memdup2 (look, sizeof *look), stamp);

  return stamp;
}
