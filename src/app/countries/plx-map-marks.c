/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-marks"

#include "config.h"

#include "countries/plx-map-marks.h"

#include <math.h>

#include "countries/plx-map-places.h"
#include "countries/plx-outlines.h"

/* How wide a map is on which marks are as large as they may be, in pixels. */
#define LARGE 640.0

/* Between two marks, and how far one may lie from its country: in pixels. */
#define GAP 1.0
#define REACH 44.0

/* A mark that lies so far beside its country has a line that leads there. */
#define LEAD_FROM 3.0
#define LINE_WIDTH 1.25
#define END_RADIUS 2.0

/**
 * PlxMapMarks:
 *
 * The marks of the countries of a story on the map, those that are named most first.
 *
 * No mark covers another as long as there is room: it then lies beside its country, to which a line
 * leads. Marks are children of the map, which owns this.
 */
struct _PlxMapMarks
{
  GtkWidget   *map;    /* not owned: it owns us */
  GPtrArray   *marks;  /* (element-type PlxMapMark): children of the map */
  PlxMapPlace *places; /* (nullable) (array): of each mark, from the middle of what is seen */
  double       scale;  /* for which they are; 0 where they are not known */
  double       size;
};

PlxMapMarks *
plx_map_marks_new (GtkWidget *map)
{
  PlxMapMarks *self = g_new0 (PlxMapMarks, 1);

  self->map = map;
  self->marks = g_ptr_array_new ();

  return self;
}

/* Whoever is disposed of takes its children away first. */
void
plx_map_marks_clear (PlxMapMarks *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  g_clear_pointer (&self->places, g_free);
  self->scale = 0;
}

void
plx_map_marks_free (PlxMapMarks *self)
{
  plx_map_marks_clear (self);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static guint
find_most (GListModel *model)
{
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (model, i);

      most = MAX (most, plx_country_item_get_mentions (item));
    }

  return most;
}

/**
 * plx_map_marks_fill:
 * @self: marks
 * @model: the countries of the story, as [class@CountryItem], those first that are named most
 *
 * Makes a mark for each country of the story that has an outline.
 */
void
plx_map_marks_fill (PlxMapMarks *self,
                    GListModel  *model)
{
  const guint most = find_most (model);

  plx_map_marks_clear (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (model, i);
      GtkWidget *mark;

      if (plx_outlines_find (plx_country_item_get_code (item)) == NULL)
        continue;

      mark = plx_map_mark_new (item, most);
      gtk_widget_set_parent (mark, self->map);
      g_ptr_array_add (self->marks, mark);
    }

  self->places = g_new0 (PlxMapPlace, self->marks->len + 1);
}

PlxMapMark *
plx_map_marks_find (PlxMapMarks *self,
                    const char  *country)
{
  for (guint i = 0; country != NULL && i < self->marks->len; i++)
    {
      PlxMapMark *mark = g_ptr_array_index (self->marks, i);

      if (g_str_equal (plx_country_item_get_code (plx_map_mark_get_item (mark)), country))
        return mark;
    }

  return NULL;
}

void
plx_map_marks_measure (PlxMapMarks    *self,
                       GtkOrientation  orientation)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_measure (g_ptr_array_index (self->marks, i), orientation, -1, NULL, NULL, NULL,
                        NULL);
}

/* Where marks lie beside each other depends on how near one looks, and not on where. */
static void
spread (PlxMapMarks *self,
        double       scale,
        double       size)
{
  if (self->scale == scale && self->size == size)
    return;

  for (guint i = 0; i < self->marks->len; i++)
    {
      PlxMapMark *mark = g_ptr_array_index (self->marks, i);
      const PlxLand *land =
        plx_outlines_find (plx_country_item_get_code (plx_map_mark_get_item (mark)));

      plx_map_mark_set_size (mark, size);
      self->places[i].anchor = (PlxMapPoint) { land->centre.x * scale, land->centre.y * scale };
      self->places[i].radius = plx_map_mark_get_radius (mark) + GAP / 2;
    }

  plx_map_places_spread (self->places, self->marks->len, REACH);
  self->scale = scale;
  self->size = size;
}

/* What the places of the marks are measured from, on the screen. */
static PlxMapPoint
find_origin (const PlxMapCamera *camera)
{
  return plx_map_camera_to_screen (camera, (PlxMapPoint) { 0, 0 });
}

/**
 * plx_map_marks_place:
 * @self: marks
 * @camera: from where one looks
 *
 * Lays the marks where their countries are, or beside.
 */
void
plx_map_marks_place (PlxMapMarks        *self,
                     const PlxMapCamera *camera)
{
  const double scale = plx_map_camera_get_scale (camera);
  const double across = scale * (camera->world.right - camera->world.left);
  const PlxMapPoint origin = find_origin (camera);

  spread (self, scale, round (CLAMP (across / LARGE, 0.5, 1) * 10) / 10);

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->marks, i);
      const PlxMapPoint at = self->places[i].at;
      GtkRequisition size;

      gtk_widget_get_preferred_size (mark, &size, NULL);
      gtk_widget_size_allocate (mark,
                                &(GtkAllocation) { round (origin.x + at.x - size.width / 2.0),
                                                   round (origin.y + at.y - size.height / 2.0),
                                                   size.width, size.height }, -1);
    }
}

static void
append_line (GskPathBuilder *lines,
             GskPathBuilder *ends,
             PlxMapPoint     from,
             PlxMapPoint     to)
{
  gsk_path_builder_move_to (lines, from.x, from.y);
  gsk_path_builder_line_to (lines, to.x, to.y);
  gsk_path_builder_add_circle (ends, &GRAPHENE_POINT_INIT (from.x, from.y), END_RADIUS);
}

/**
 * plx_map_marks_snapshot:
 * @self: marks
 * @camera: from where one looks
 * @snapshot: where to
 *
 * Draws the lines that lead from marks to their countries; they lie below the marks.
 */
void
plx_map_marks_snapshot (PlxMapMarks        *self,
                        const PlxMapCamera *camera,
                        GtkSnapshot        *snapshot)
{
  GskPathBuilder *lines = gsk_path_builder_new (), *ends = gsk_path_builder_new ();
  const PlxMapPoint origin = find_origin (camera);
  g_autoptr (GskPath) line_path = NULL;
  g_autoptr (GskPath) end_path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GskStroke) rim = gsk_stroke_new (LINE_WIDTH + 2);
  GdkRGBA ink, ground;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxMapPlace *place = &self->places[i];

      if (hypot (place->at.x - place->anchor.x, place->at.y - place->anchor.y) >= LEAD_FROM)
        append_line (lines, ends,
                     (PlxMapPoint) { origin.x + place->anchor.x, origin.y + place->anchor.y },
                     (PlxMapPoint) { origin.x + place->at.x, origin.y + place->at.y });
    }

  line_path = gsk_path_builder_free_to_path (lines);
  end_path = gsk_path_builder_free_to_path (ends);
  if (gsk_path_is_empty (line_path))
    return;

  plx_map_mark_get_colors (self->map, &ink, &ground);
  gtk_snapshot_append_stroke (snapshot, line_path, rim, &ground);
  gtk_snapshot_append_stroke (snapshot, end_path, rim, &ground);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &ink);
  gtk_snapshot_append_fill (snapshot, end_path, GSK_FILL_RULE_WINDING, &ink);
}
