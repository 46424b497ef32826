/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-mass"

#include "config.h"

#include "graph/plx-graph-mass.h"

#include <math.h>
#include <string.h>

#include "graph/plx-graph-raster.h"
#include "graph/plx-graph-rim.h"
#include "graph/plx-graph-stamps.h"

/* How much of the view is drawn beyond each of its edges for one who moves. */
#define MARGIN 0.2

/* What a node takes beyond its radius, in pixels: its rim, and the ground of its group. */
#define NODE_ROOM 24

/* Smaller ones have no rim. */
#define RIM_FROM 4

/* What is left of a node that steps back. */
#define FAINT 0.3

/* A part of the picture, in pixels of the screen, from where the layout has its origin. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Area;

/* All on which the picture depends. */
typedef struct
{
  guint            n;
  guint            n_edges;
  guint            n_groups;
  guint            n_sources;
  gboolean         is_compared;
  gboolean         any;
  double           scale;
  double           density;
  PlxGraphPalette  palette;
  PlxGraphPoint   *at;
  float           *radius;
  guint8          *flags;
  guint8          *node_styles;
  guint8          *edge_styles;
} Inputs;

/**
 * PlxGraphMass:
 *
 * So many ties and nodes that one sees but a mass: drawn as one picture, without names.
 *
 * As long as one moves about in it, that is the same picture laid elsewhere. It is drawn anew as
 * soon as anything is otherwise than when it was drawn: it remembers all that it depends on, which
 * is quickly compared, so that nobody has to tell it.
 *
 * Belongs to the main thread.
 */
struct _PlxGraphMass
{
  PlxGraphRaster *raster;
  PlxGraphStamps *stamps;
  GdkTexture     *texture; /* nullable: nothing is drawn, or nothing is there to be seen */
  Inputs          inputs;
  Area            covered; /* what would be seen on the picture */
  Area            drawn;   /* what of that has anything on it, which is the picture */
  guint           n_drawn;
};

PlxGraphMass *
plx_graph_mass_new (void)
{
  PlxGraphMass *self = g_new0 (PlxGraphMass, 1);

  self->raster = plx_graph_raster_new ();
  self->stamps = plx_graph_stamps_new ();

  return self;
}

static void
inputs_clear (Inputs *self)
{
  g_free (self->at);
  g_free (self->radius);
  g_free (self->flags);
  g_free (self->node_styles);
  g_free (self->edge_styles);
  memset (self, 0, sizeof *self);
}

/* Another graph may have as many nodes in the same places: who shows another says so. */
void
plx_graph_mass_forget (PlxGraphMass *self)
{
  inputs_clear (&self->inputs);
  g_clear_object (&self->texture);
}

void
plx_graph_mass_free (PlxGraphMass *self)
{
  plx_graph_mass_forget (self);
  plx_graph_raster_free (self->raster);
  plx_graph_stamps_free (self->stamps);
  g_free (self);
}

/* How often it was drawn so far. */
guint
plx_graph_mass_get_drawn (PlxGraphMass *self)
{
  return self->n_drawn;
}

static double
get_density (const PlxGraphPainter *painter)
{
  return gtk_widget_get_scale_factor (painter->widget);
}

static gboolean
inputs_are_as_before (const Inputs          *self,
                      const PlxGraphPainter *painter)
{
  const PlxGraphScene *scene = painter->scene;

  return self->at != NULL && self->n == scene->n && self->n_edges == scene->n_edges &&
         self->n_groups == scene->n_groups && self->n_sources == scene->n_sources &&
         self->is_compared == scene->is_compared &&
         self->any == plx_graph_scene_has_selection (scene) &&
         self->scale == painter->camera->scale && self->density == get_density (painter) &&
         memcmp (&self->palette, painter->palette, sizeof self->palette) == 0 &&
         memcmp (self->at, scene->at, scene->n * sizeof *scene->at) == 0 &&
         memcmp (self->radius, scene->radius, scene->n * sizeof *scene->radius) == 0 &&
         memcmp (self->flags, scene->flags, scene->n) == 0 &&
         memcmp (self->node_styles, scene->node_styles, scene->n) == 0 &&
         memcmp (self->edge_styles, scene->edge_styles, scene->n_edges) == 0;
}

static void
inputs_remember (Inputs                *self,
                 const PlxGraphPainter *painter)
{
  const PlxGraphScene *scene = painter->scene;

  if (self->n != scene->n || self->n_edges != scene->n_edges || self->at == NULL)
    {
      inputs_clear (self);
      self->at = g_new (PlxGraphPoint, scene->n + 1);
      self->radius = g_new (float, scene->n + 1);
      self->flags = g_new (guint8, scene->n + 1);
      self->node_styles = g_new (guint8, scene->n + 1);
      self->edge_styles = g_new (guint8, scene->n_edges + 1);
    }

  self->n = scene->n;
  self->n_edges = scene->n_edges;
  self->n_groups = scene->n_groups;
  self->n_sources = scene->n_sources;
  self->is_compared = scene->is_compared;
  self->any = plx_graph_scene_has_selection (scene);
  self->scale = painter->camera->scale;
  self->density = get_density (painter);
  self->palette = *painter->palette;
  memcpy (self->at, scene->at, scene->n * sizeof *scene->at);
  memcpy (self->radius, scene->radius, scene->n * sizeof *scene->radius);
  memcpy (self->flags, scene->flags, scene->n);
  memcpy (self->node_styles, scene->node_styles, scene->n);
  memcpy (self->edge_styles, scene->edge_styles, scene->n_edges);
}

static Area
intersect (Area a,
           Area b)
{
  return (Area) { MAX (a.left, b.left), MAX (a.top, b.top), MIN (a.right, b.right),
                  MIN (a.bottom, b.bottom) };
}

static gboolean
contains (Area a,
          Area b)
{
  return a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom;
}

/* Where the layout has its origin, on whole pixels, so that a picture that is moved stays sharp. */
static PlxGraphPoint
find_origin (const PlxGraphPainter *painter)
{
  PlxGraphPoint point = plx_graph_camera_to_screen (painter->camera, (PlxGraphPoint) { 0, 0 });

  return (PlxGraphPoint) { round (point.x * get_density (painter)),
                           round (point.y * get_density (painter)) };
}

/* Where anything is: ties lie between nodes. */
static Area
find_content (const PlxGraphPainter *painter,
              const PlxGraphPoint   *points,
              PlxGraphPoint          origin)
{
  const PlxGraphScene *scene = painter->scene;
  const double density = get_density (painter);
  const double room = NODE_ROOM * density;
  double x0 = G_MAXINT / 2, y0 = x0, x1 = -x0, y1 = -x0;

  for (guint i = 0; i < scene->n; i++)
    {
      double radius = 1.4 * plx_graph_scene_get_radius (scene, painter->camera, i);

      if (!plx_graph_scene_shows_node (scene, i))
        continue;

      x0 = MIN (x0, points[i].x - radius);
      y0 = MIN (y0, points[i].y - radius);
      x1 = MAX (x1, points[i].x + radius);
      y1 = MAX (y1, points[i].y + radius);
    }

  return (Area) { CLAMP (floor (x0 * density - origin.x - room), G_MININT / 2, G_MAXINT / 2),
                  CLAMP (floor (y0 * density - origin.y - room), G_MININT / 2, G_MAXINT / 2),
                  CLAMP (ceil (x1 * density - origin.x + room), G_MININT / 2, G_MAXINT / 2),
                  CLAMP (ceil (y1 * density - origin.y + room), G_MININT / 2, G_MAXINT / 2) };
}

/* The more lines lie on a pixel, the less ink each may bring, and the thinner it has to be. */
static double
find_density (const PlxGraphPainter *painter)
{
  return painter->scene->n_edges /
         MAX (painter->camera->width * painter->camera->height / 400, 1);
}

static void
draw_ties (PlxGraphMass          *self,
           const PlxGraphPainter *painter,
           const PlxGraphPoint   *points,
           PlxGraphPoint          corner)
{
  const PlxGraphScene *scene = painter->scene;
  const double scale = get_density (painter), density = find_density (painter);
  const double zoom = CLAMP (painter->camera->zoom, 0.4, 1) * scale;
  const gboolean thin = density > 1.2;
  double ink = CLAMP (70 / sqrt (MAX (density, 1)), 10, 70) * (painter->palette->contrast ? 2 : 1);
  GdkRGBA colors[PLX_GRAPH_N_STYLES];

  if (plx_graph_scene_has_selection (scene))
    ink *= 0.4;

  for (guint i = 0; i < scene->n_edges; i++)
    {
      const PlxGraphEdge *edge = plx_graph_scene_edge (scene, i);
      PlxGraphPoint a = { points[edge->a].x * scale - corner.x,
                          points[edge->a].y * scale - corner.y };
      PlxGraphPoint b = { points[edge->b].x * scale - corner.x,
                          points[edge->b].y * scale - corner.y };
      double width = scale;

      if (!plx_graph_scene_shows_edge (scene, i))
        continue;
      if (!thin)
        width = MAX ((1 + plx_graph_painter_width_class (scene, i)) * zoom, scale);
      plx_graph_raster_line (self->raster, scene->edge_styles[i], a, b, width,
                             MIN (ink * (1 + 2 * scene->strength[i]), 255));
    }

  for (guint i = 0; i < PLX_GRAPH_N_STYLES; i++)
    {
      colors[i] = painter->palette->styles[i];
      colors[i].alpha = i == PLX_GRAPH_BOTH ? 0.55 : 1;
    }
  plx_graph_raster_ink (self->raster, colors);
}

static void
stamp (PlxGraphMass      *self,
       PlxGraphStampLook *look,
       double             radius,
       PlxGraphPoint      middle)
{
  look->radius = MAX (round (radius * look->unit), 1);
  look->phase = (middle.x - floor (middle.x) >= 0.5 ? 1 : 0) |
                (middle.y - floor (middle.y) >= 0.5 ? 2 : 0);
  plx_graph_raster_stamp (self->raster, plx_graph_stamps_get (self->stamps, look), middle);
}

static void
draw_node (PlxGraphMass          *self,
           const PlxGraphPainter *painter,
           guint                  node,
           PlxGraphPoint          middle)
{
  const PlxGraphScene *scene = painter->scene;
  const gboolean far = plx_graph_scene_has_selection (scene) &&
                       (scene->flags[node] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) == 0;
  double radius = plx_graph_scene_get_radius (scene, painter->camera, node);
  GdkRGBA color = *plx_graph_palette_color (painter->palette, scene, node);
  PlxGraphStampLook look = { 0 };

  if (far)
    color.alpha = FAINT;
  look.unit = 4 * get_density (painter);
  look.kind = scene->kinds[node];
  look.fill = plx_graph_stamps_mix (&color);
  look.ground = far || radius < 2.5 ? 0 : plx_graph_stamps_mix (&painter->palette->ground);
  /* What only the second graph has is hollow, so that it is told from the first without colour. */
  look.hollow = scene->node_styles[node] == PLX_GRAPH_THERE;
  look.pinned = look.ground != 0 && (scene->flags[node] & PLX_GRAPH_PINNED) != 0;
  stamp (self, &look, radius - (look.hollow ? 1 : 0), middle);

  if (far || radius < RIM_FROM || !plx_graph_painter_has_rims (painter))
    return;

  memset (&look, 0, sizeof look);
  color = painter->palette->text;
  color.alpha = painter->palette->contrast ? 1 : 0.45;
  look.unit = 4 * get_density (painter);
  look.fill = plx_graph_stamps_mix (&color);
  look.sources = scene->sources[node];
  look.n_sources = scene->n_sources;
  stamp (self, &look, plx_graph_rim_get_radius (scene->kinds[node], radius), middle);
}

/* The lightest first, so that the heaviest lie on top. */
static void
draw_nodes (PlxGraphMass          *self,
            const PlxGraphPainter *painter,
            const PlxGraphPoint   *points,
            PlxGraphPoint          corner)
{
  const double scale = get_density (painter);

  for (guint i = painter->scene->n; i > 0; i--)
    {
      PlxGraphPoint middle = { points[i - 1].x * scale - corner.x,
                               points[i - 1].y * scale - corner.y };

      if (plx_graph_scene_shows_node (painter->scene, i - 1))
        draw_node (self, painter, i - 1, middle);
    }
}

static void
draw_grounds (PlxGraphMass          *self,
              const PlxGraphPainter *painter,
              const PlxGraphPoint   *points,
              PlxGraphPoint          corner)
{
  g_autoptr (PlxGraphGrounds) grounds = NULL;

  if (painter->scene->n_groups == 0)
    return;

  grounds = plx_graph_grounds_new (self->drawn.right - self->drawn.left,
                                   self->drawn.bottom - self->drawn.top);
  plx_graph_painter_add_grounds (painter, points, get_density (painter), corner, grounds);
  plx_graph_raster_grounds (self->raster, grounds);
}

static void
draw (PlxGraphMass          *self,
      const PlxGraphPainter *painter,
      const PlxGraphPoint   *points,
      PlxGraphPoint          origin)
{
  PlxGraphPoint corner;

  self->n_drawn++;
  g_clear_object (&self->texture);
  inputs_remember (&self->inputs, painter);
  self->drawn = intersect (self->covered, find_content (painter, points, origin));
  if (self->drawn.right <= self->drawn.left || self->drawn.bottom <= self->drawn.top)
    return;

  corner = (PlxGraphPoint) { origin.x + self->drawn.left, origin.y + self->drawn.top };
  plx_graph_raster_begin (self->raster, self->drawn.right - self->drawn.left,
                          self->drawn.bottom - self->drawn.top);
  draw_grounds (self, painter, points, corner);
  draw_ties (self, painter, points, corner);
  draw_nodes (self, painter, points, corner);
  self->texture = plx_graph_raster_finish (self->raster);
}

/**
 * plx_graph_mass_append:
 * @self: a mass
 * @painter: what is drawn, and how
 * @snapshot: where to
 * @points: (array): where each node is on the screen
 *
 * Draws everything but names as one picture: that of the last time, as long as it will do.
 */
void
plx_graph_mass_append (PlxGraphMass          *self,
                       const PlxGraphPainter *painter,
                       GtkSnapshot           *snapshot,
                       const PlxGraphPoint   *points)
{
  const double density = get_density (painter);
  const PlxGraphPoint origin = find_origin (painter);
  const int width = ceil (painter->camera->width * density);
  const int height = ceil (painter->camera->height * density);
  const Area view = { -origin.x, -origin.y, width - origin.x, height - origin.y };
  graphene_rect_t bounds;

  if (width <= 0 || height <= 0)
    return;

  if (!inputs_are_as_before (&self->inputs, painter))
    {
      self->covered = view;
      draw (self, painter, points, origin);
    }
  else if (!contains (self->covered, view))
    {
      /* Whoever moves will move on. */
      self->covered = (Area) { view.left - MARGIN * width, view.top - MARGIN * height,
                               view.right + MARGIN * width, view.bottom + MARGIN * height };
      draw (self, painter, points, origin);
    }

  if (self->texture == NULL)
    return;

  bounds = GRAPHENE_RECT_INIT ((origin.x + self->drawn.left) / density,
                               (origin.y + self->drawn.top) / density,
                               gdk_texture_get_width (self->texture) / density,
                               gdk_texture_get_height (self->texture) / density);
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}
