/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-camera"

#include "config.h"

#include "countries/plx-map-camera.h"

/* Around the whole map, in pixels. */
#define MARGIN 8
/* How near to the edge of the view a point may lie that one looks for. */
#define EDGE 24

/* One never looks past the edge of the map, and at the middle of what has room to spare. */
static double
keep_within (double middle,
             double low,
             double high,
             double seen)
{
  if (seen >= high - low)
    return (low + high) / 2;

  return CLAMP (middle, low + seen / 2, high - seen / 2);
}

static void
settle (PlxMapCamera *self)
{
  const double scale = plx_map_camera_get_scale (self);
  const double margin = MARGIN / scale;

  self->middle.x = keep_within (self->middle.x, self->world.left - margin,
                                self->world.right + margin, self->width / scale);
  self->middle.y = keep_within (self->middle.y, self->world.top - margin,
                                self->world.bottom + margin, self->height / scale);
}

/**
 * plx_map_camera_init:
 * @self: a camera
 * @world: what there is to be seen
 *
 * Looks at all of it.
 */
void
plx_map_camera_init (PlxMapCamera *self,
                     PlxMapBox     world)
{
  self->world = world;
  self->zoom = 1;
  self->middle = (PlxMapPoint) { (world.left + world.right) / 2, (world.top + world.bottom) / 2 };
}

/**
 * plx_map_camera_resize:
 * @self: a camera
 * @width: of what is looked at, in pixels
 * @height: of what is looked at, in pixels
 *
 * Looks at the same through a window of another size.
 */
void
plx_map_camera_resize (PlxMapCamera *self,
                       double        width,
                       double        height)
{
  self->width = width;
  self->height = height;
  settle (self);
}

/**
 * plx_map_camera_get_scale:
 * @self: a camera
 *
 * Returns: how many pixels a unit of the map is
 */
double
plx_map_camera_get_scale (const PlxMapCamera *self)
{
  const double across = (self->width - 2 * MARGIN) / (self->world.right - self->world.left);
  const double down = (self->height - 2 * MARGIN) / (self->world.bottom - self->world.top);

  return MAX (MIN (across, down), 1) * self->zoom;
}

/**
 * plx_map_camera_get_seen:
 * @self: a camera
 *
 * Returns: the part of the map that can be seen
 */
PlxMapBox
plx_map_camera_get_seen (const PlxMapCamera *self)
{
  const PlxMapPoint first = plx_map_camera_from_screen (self, 0, 0);
  const PlxMapPoint last = plx_map_camera_from_screen (self, self->width, self->height);

  return (PlxMapBox) { first.x, first.y, last.x, last.y };
}

PlxMapPoint
plx_map_camera_to_screen (const PlxMapCamera *self,
                          PlxMapPoint         point)
{
  const double scale = plx_map_camera_get_scale (self);

  return (PlxMapPoint) {
    (point.x - self->middle.x) * scale + self->width / 2,
    (point.y - self->middle.y) * scale + self->height / 2,
  };
}

PlxMapPoint
plx_map_camera_from_screen (const PlxMapCamera *self,
                            double              x,
                            double              y)
{
  const double scale = plx_map_camera_get_scale (self);

  return (PlxMapPoint) {
    (x - self->width / 2) / scale + self->middle.x,
    (y - self->height / 2) / scale + self->middle.y,
  };
}

/**
 * plx_map_camera_zoom_at:
 * @self: a camera
 * @zoom: how near
 * @x: a pixel that shows the same before and after, as far as the edge of the map lets it
 * @y: a pixel that shows the same before and after
 */
void
plx_map_camera_zoom_at (PlxMapCamera *self,
                        double        zoom,
                        double        x,
                        double        y)
{
  const PlxMapPoint before = plx_map_camera_from_screen (self, x, y);
  PlxMapPoint after;

  self->zoom = CLAMP (zoom, 1, PLX_MAP_CAMERA_NEAREST);
  after = plx_map_camera_from_screen (self, x, y);
  self->middle.x += before.x - after.x;
  self->middle.y += before.y - after.y;
  settle (self);
}

/**
 * plx_map_camera_pan:
 * @self: a camera
 * @dx: pixels by which what is seen moves to the right
 * @dy: pixels by which it moves down
 */
void
plx_map_camera_pan (PlxMapCamera *self,
                    double        dx,
                    double        dy)
{
  const double scale = plx_map_camera_get_scale (self);

  self->middle.x -= dx / scale;
  self->middle.y -= dy / scale;
  settle (self);
}

/**
 * plx_map_camera_frame:
 * @self: a camera
 * @box: a part of the map
 *
 * Looks at a part of the map, with something around it.
 */
void
plx_map_camera_frame (PlxMapCamera *self,
                      PlxMapBox     box)
{
  const double room = 1.3;
  double base;

  self->zoom = 1;
  base = plx_map_camera_get_scale (self);
  self->zoom = CLAMP (MIN (self->width / base / MAX ((box.right - box.left) * room, 1e-6),
                           self->height / base / MAX ((box.bottom - box.top) * room, 1e-6)),
                      1, PLX_MAP_CAMERA_NEAREST / 2);
  self->middle = (PlxMapPoint) { (box.left + box.right) / 2, (box.top + box.bottom) / 2 };
  settle (self);
}

/**
 * plx_map_camera_reveal:
 * @self: a camera
 * @point: a point of the map
 *
 * Moves, where the point cannot be seen well, until it can.
 *
 * Returns: whether it moved
 */
gboolean
plx_map_camera_reveal (PlxMapCamera *self,
                       PlxMapPoint   point)
{
  const PlxMapPoint place = plx_map_camera_to_screen (self, point);
  const double dx = CLAMP (place.x, EDGE, MAX (self->width - EDGE, EDGE)) - place.x;
  const double dy = CLAMP (place.y, EDGE, MAX (self->height - EDGE, EDGE)) - place.y;

  if (dx == 0 && dy == 0)
    return FALSE;

  plx_map_camera_pan (self, dx, dy);

  return TRUE;
}
