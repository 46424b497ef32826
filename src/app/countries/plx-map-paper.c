/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-paper"

#include "config.h"

#include "countries/plx-map-paper.h"

#include <math.h>
#include <string.h>

/* Paths hold single floats: in these units of the map they are exact to a tenth of a pixel. */
#define UNITS 1000.0
/* From this scale on, in pixels a unit of the map, one sees more than what is for far. */
#define NEAR_SCALE 420.0
/* Land whose side would be less than so many pixels is drawn as a dot, of that many. */
#define SMALLEST 5.0
#define DOT 2.6
/* How much is drawn around what can be seen, in parts of that, so that one can move a while before
 * it must be put together anew. */
#define AROUND 0.2

/**
 * PlxMapPaper:
 *
 * The lands of the map as they are drawn.
 *
 * A path for each land is made once. From them one for each look is put together for the part of
 * the map that can be seen, and painted. That picture is what a frame shows: it is painted anew
 * when one looks elsewhere, or from nearer or farther, but not in a hurry. While one zooms, it is
 * shown larger or smaller than it was painted, which costs next to nothing.
 */
struct _PlxMapPaper
{
  const PlxLand *lands;
  gsize          n_lands;
  GskPath      **paths[PLX_N_DETAILS]; /* by land; nullable until it is needed */
  PlxMapShade   *shades;               /* by land */

  GdkTexture    *picture;              /* nullable: what was painted last */
  double         scale;                /* pixels a unit of the map, for which it is */
  double         density;              /* dots a pixel, for which it is */
  PlxMapBox      covered;              /* by it */
  PlxMapLook     look;
};

static void
build (PlxStroke   stroke,
       PlxMapPoint point,
       gpointer    user_data)
{
  GskPathBuilder *builder = user_data;

  if (stroke == PLX_STROKE_MOVE)
    gsk_path_builder_move_to (builder, point.x * UNITS, point.y * UNITS);
  else if (stroke == PLX_STROKE_LINE)
    gsk_path_builder_line_to (builder, point.x * UNITS, point.y * UNITS);
  else
    gsk_path_builder_close (builder);
}

static GskPath *
get_path (PlxMapPaper *self,
          PlxDetail    detail,
          gsize        land)
{
  GskPath **path = &self->paths[detail][land];

  if (*path == NULL)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();

      plx_outlines_trace (&self->lands[land], detail, build, builder);
      *path = gsk_path_builder_free_to_path (builder);
    }

  return *path;
}

static PlxDetail
choose_detail (double scale)
{
  return scale < NEAR_SCALE ? PLX_DETAIL_FAR : PLX_DETAIL_NEAR;
}

static gboolean
meet (const PlxMapBox *a,
      const PlxMapBox *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

static gboolean
holds (const PlxMapBox *outer,
       const PlxMapBox *inner)
{
  return outer->left <= inner->left && outer->right >= inner->right &&
         outer->top <= inner->top && outer->bottom >= inner->bottom;
}

static gboolean
is_small (const PlxLand *land,
          double         scale)
{
  return sqrt (land->area) * scale < SMALLEST;
}

/* All land of one look that may be seen, as one path; or the dots of those that are too small. They
 * lie upon the land around them and cannot be of one path with it. */
static GskPath *
join_lands (PlxMapPaper *self,
            PlxMapShade  shade,
            gboolean     small)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  const PlxDetail detail = choose_detail (self->scale);

  for (gsize i = 0; i < self->n_lands; i++)
    {
      const PlxLand *land = &self->lands[i];

      if (self->shades[i].status != shade.status ||
          self->shades[i].is_strong != shade.is_strong ||
          is_small (land, self->scale) != small || !meet (&land->box, &self->covered))
        continue;

      if (small)
        gsk_path_builder_add_circle (builder,
                                     &GRAPHENE_POINT_INIT (land->centre.x * UNITS,
                                                           land->centre.y * UNITS),
                                     DOT * UNITS / self->scale);
      else
        gsk_path_builder_add_path (builder, get_path (self, detail, i));
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
append_lands (PlxMapPaper *self,
              GtkSnapshot *snapshot,
              PlxMapShade  shade,
              gboolean     small)
{
  g_autoptr (GskPath) path = join_lands (self, shade, small);
  const PlxMapBox *covered = &self->covered;
  const graphene_rect_t area =
    GRAPHENE_RECT_INIT (covered->left * UNITS, covered->top * UNITS,
                        (covered->right - covered->left) * UNITS,
                        (covered->bottom - covered->top) * UNITS);
  graphene_rect_t bounds;

  if (gsk_path_is_empty (path) || !gsk_path_get_bounds (path, &bounds) ||
      !graphene_rect_intersection (&bounds, &area, &bounds))
    return;

  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  plx_map_pattern_append (snapshot, &bounds, shade.status, shade.is_strong, self->look,
                          self->scale / UNITS);
  gtk_snapshot_pop (snapshot);
}

/* Borders are the ground shining through; where contrast is asked for, they are drawn. */
static void
append_borders (PlxMapPaper *self,
                GtkSnapshot *snapshot)
{
  static const GdkRGBA light = { 1, 1, 1, 1 }, dark = { 0.12, 0.12, 0.13, 1 };
  static const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const gboolean is_dark = self->look.is_dark;
  const GdkRGBA *color = self->look.is_high_contrast ? (is_dark ? &white : &black)
                                                     : (is_dark ? &dark : &light);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (0.9 * UNITS / self->scale);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  plx_outlines_trace_borders (choose_detail (self->scale), &self->covered, build, builder);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_BEVEL);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* What is strong comes last, so that its patterns are not covered. */
static PlxMapShade
shade_of (guint i)
{
  return (PlxMapShade) { i % PLX_N_STATUSES, i >= PLX_N_STATUSES };
}

static GskRenderNode *
create_node (PlxMapPaper *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, self->density, self->density);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-self->covered.left * self->scale,
                                                          -self->covered.top * self->scale));
  gtk_snapshot_scale (snapshot, self->scale / UNITS, self->scale / UNITS);
  for (guint i = 0; i < 2 * PLX_N_STATUSES; i++)
    append_lands (self, snapshot, shade_of (i), FALSE);
  append_borders (self, snapshot);
  for (guint i = 0; i < 2 * PLX_N_STATUSES; i++)
    append_lands (self, snapshot, shade_of (i), TRUE);

  return gtk_snapshot_free_to_node (snapshot);
}

/* Painted by Cairo whatever draws the window: so it is there at once, and looks the same. */
static GdkTexture *
paint (PlxMapPaper *self)
{
  const double dots = self->scale * self->density;
  const int width = ceil ((self->covered.right - self->covered.left) * dots);
  const int height = ceil ((self->covered.bottom - self->covered.top) * dots);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = create_node (self);
  g_autoptr (GBytes) bytes = NULL;

  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * cairo_image_surface_get_stride (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 cairo_image_surface_get_stride (surface));
}

/**
 * plx_map_paper_new:
 *
 * Returns: (transfer full): the lands of the world, of which nothing is known
 */
PlxMapPaper *
plx_map_paper_new (void)
{
  PlxMapPaper *self = g_new0 (PlxMapPaper, 1);

  self->lands = plx_outlines_list (&self->n_lands);
  self->shades = g_new0 (PlxMapShade, self->n_lands);
  for (guint i = 0; i < PLX_N_DETAILS; i++)
    self->paths[i] = g_new0 (GskPath *, self->n_lands);

  return self;
}

/**
 * plx_map_paper_free:
 * @self: (transfer full): a paper
 */
void
plx_map_paper_free (PlxMapPaper *self)
{
  for (guint i = 0; i < PLX_N_DETAILS; i++)
    {
      for (gsize j = 0; j < self->n_lands; j++)
        g_clear_pointer (&self->paths[i][j], gsk_path_unref);
      g_free (self->paths[i]);
    }

  g_clear_object (&self->picture);
  g_free (self->shades);
  g_free (self);
}

/**
 * plx_map_paper_shade:
 * @self: a paper
 * @shades: (array length=n_shades): for each land of `plx_outlines_list ()` what it is to look like
 * @n_shades: how many lands there are
 */
void
plx_map_paper_shade (PlxMapPaper       *self,
                     const PlxMapShade *shades,
                     gsize              n_shades)
{
  g_return_if_fail (n_shades == self->n_lands);

  memcpy (self->shades, shades, n_shades * sizeof *shades);
  g_clear_object (&self->picture);
}

static gboolean
is_current (PlxMapPaper     *self,
            double           scale,
            double           density,
            const PlxMapBox *seen,
            PlxMapLook       look)
{
  return self->scale == scale && self->density == density && holds (&self->covered, seen) &&
         self->look.is_dark == look.is_dark &&
         self->look.is_high_contrast == look.is_high_contrast;
}

/* Whole pixels to all sides, so that what is painted is shown dot by dot. */
static void
cover (PlxMapPaper        *self,
       const PlxMapCamera *camera,
       const PlxMapBox    *seen)
{
  const double scale = self->scale;
  const double across = round (camera->width * AROUND) / scale;
  const double down = round (camera->height * AROUND) / scale;
  const double left = MAX (seen->left - across, camera->world.left - 8 / scale);
  const double top = MAX (seen->top - down, camera->world.top - 8 / scale);

  self->covered.left = floor (left * scale) / scale;
  self->covered.top = floor (top * scale) / scale;
  self->covered.right = ceil (MIN (seen->right + across, camera->world.right + 8 / scale) *
                              scale) / scale;
  self->covered.bottom = ceil (MIN (seen->bottom + down, camera->world.bottom + 8 / scale) *
                               scale) / scale;
}

/* Beyond the edge of the map is nothing that would have to be covered. */
static PlxMapBox
clip_to_world (const PlxMapCamera *camera)
{
  PlxMapBox seen = plx_map_camera_get_seen (camera);

  seen.left = MAX (seen.left, camera->world.left);
  seen.top = MAX (seen.top, camera->world.top);
  seen.right = MIN (seen.right, camera->world.right);
  seen.bottom = MIN (seen.bottom, camera->world.bottom);

  return seen;
}

/**
 * plx_map_paper_draw:
 * @self: a paper
 * @snapshot: where to draw
 * @camera: from where one looks
 * @look: what the colours must go with
 * @density: how many dots a pixel is
 * @is_hurried: whether a picture that was painted for another scale will do for now
 */
void
plx_map_paper_draw (PlxMapPaper        *self,
                    GtkSnapshot        *snapshot,
                    const PlxMapCamera *camera,
                    PlxMapLook          look,
                    double              density,
                    gboolean            is_hurried)
{
  const double scale = plx_map_camera_get_scale (camera);
  const PlxMapBox seen = clip_to_world (camera);
  PlxMapPoint first, last;

  if (self->picture == NULL ||
      (!is_hurried && !is_current (self, scale, density, &seen, look)))
    {
      self->scale = scale;
      self->density = density;
      self->look = look;
      cover (self, camera, &seen);
      g_clear_object (&self->picture);
      self->picture = paint (self);
    }

  first = plx_map_camera_to_screen (camera, (PlxMapPoint) { self->covered.left,
                                                            self->covered.top });
  last = plx_map_camera_to_screen (camera, (PlxMapPoint) { self->covered.right,
                                                           self->covered.bottom });
  gtk_snapshot_append_scaled_texture (snapshot, self->picture,
                                      self->scale == scale ? GSK_SCALING_FILTER_NEAREST
                                                           : GSK_SCALING_FILTER_LINEAR,
                                      &GRAPHENE_RECT_INIT (round (first.x), round (first.y),
                                                           round (last.x - first.x),
                                                           round (last.y - first.y)));
}

/**
 * plx_map_paper_outline:
 * @self: a paper
 * @snapshot: where to draw
 * @camera: from where one looks
 * @land: a land
 * @color: of the line
 * @width: of the line, in pixels
 *
 * Draws a line around a land, which is a ring for one that is too small.
 */
void
plx_map_paper_outline (PlxMapPaper        *self,
                       GtkSnapshot        *snapshot,
                       const PlxMapCamera *camera,
                       const PlxLand      *land,
                       const GdkRGBA      *color,
                       double              width)
{
  const double scale = plx_map_camera_get_scale (camera);
  const PlxMapPoint origin = plx_map_camera_to_screen (camera, (PlxMapPoint) { 0, 0 });
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width * UNITS / scale);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (origin.x), round (origin.y)));
  gtk_snapshot_scale (snapshot, scale / UNITS, scale / UNITS);

  if (is_small (land, scale))
    {
      GskPathBuilder *builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;

      gsk_path_builder_add_circle (builder,
                                   &GRAPHENE_POINT_INIT (land->centre.x * UNITS,
                                                         land->centre.y * UNITS),
                                   2 * DOT * UNITS / scale);
      path = gsk_path_builder_free_to_path (builder);
      gtk_snapshot_append_stroke (snapshot, path, stroke, color);
    }
  else
    {
      gtk_snapshot_append_stroke (snapshot,
                                  get_path (self, choose_detail (scale), land - self->lands),
                                  stroke, color);
    }

  gtk_snapshot_restore (snapshot);
}
