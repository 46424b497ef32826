/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-camera"

#include "config.h"

#include "graph/plx-graph-camera.h"

#include <math.h>

/* At about 110 pixels for a unit no two names touch. */
#define MIN_SCALE 1.5
#define MAX_SCALE 800
#define MAX_FIT_SCALE 130

/* Of tens of thousands of nodes one sees where they are many and where few; larger ones would cover
 * everything. */
#define MIN_ZOOM 0.15

/* Kept free around a whole graph, besides what is covered: names at the sides and below. */
#define SIDE_ROOM 70
#define HEAD_ROOM 36
#define FOOT_ROOM 48

/**
 * plx_graph_camera_set_scale:
 * @self: a camera
 * @scale: pixels for a unit of the layout
 *
 * Nodes grow more slowly than the picture does, so that one can zoom in to part them. How large
 * they are is worked out here, once, and not for each of ten thousand.
 */
void
plx_graph_camera_set_scale (PlxGraphCamera *self,
                            double          scale)
{
  self->scale = CLAMP (scale, MIN_SCALE, MAX_SCALE);
  self->zoom = CLAMP (pow (self->scale / 75, 0.55), MIN_ZOOM, 1.6);
}

/* How far down the middle of what is not covered lies. */
static inline double
middle_of (const PlxGraphCamera *self)
{
  return (self->height + self->head + HEAD_ROOM - self->foot - FOOT_ROOM) / 2;
}

PlxGraphPoint
plx_graph_camera_to_screen (const PlxGraphCamera *self,
                            PlxGraphPoint         point)
{
  return (PlxGraphPoint) {
    self->width / 2 + (point.x - self->middle.x) * self->scale,
    middle_of (self) + (point.y - self->middle.y) * self->scale,
  };
}

PlxGraphPoint
plx_graph_camera_from_screen (const PlxGraphCamera *self,
                              double                x,
                              double                y)
{
  return (PlxGraphPoint) {
    self->middle.x + (x - self->width / 2) / self->scale,
    self->middle.y + (y - middle_of (self)) / self->scale,
  };
}

/**
 * plx_graph_camera_fit:
 * @self: a camera
 * @points: (array length=n): points of the layout
 * @n: how many
 *
 * Looks so that all points are seen, as large as possible and not larger than names need.
 */
void
plx_graph_camera_fit (PlxGraphCamera      *self,
                      const PlxGraphPoint *points,
                      guint                n)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double room_x = MAX (self->width - 2 * SIDE_ROOM, self->width / 2);
  double room_y = MAX (self->height - self->head - self->foot - HEAD_ROOM - FOOT_ROOM,
                       self->height / 3);

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      x0 = MIN (x0, points[i].x);
      x1 = MAX (x1, points[i].x);
      y0 = MIN (y0, points[i].y);
      y1 = MAX (y1, points[i].y);
    }

  plx_graph_camera_set_scale (self, MIN (MIN (room_x / MAX (x1 - x0, 0.1),
                                              room_y / MAX (y1 - y0, 0.1)), MAX_FIT_SCALE));
  self->middle = (PlxGraphPoint) { (x0 + x1) / 2, (y0 + y1) / 2 };
}

/* Changes the scale so that what lies at a point of the screen stays there. */
void
plx_graph_camera_zoom_at (PlxGraphCamera *self,
                          double          scale,
                          double          x,
                          double          y)
{
  PlxGraphPoint before = plx_graph_camera_from_screen (self, x, y);
  PlxGraphPoint after;

  plx_graph_camera_set_scale (self, scale);
  after = plx_graph_camera_from_screen (self, x, y);
  self->middle.x += before.x - after.x;
  self->middle.y += before.y - after.y;
}

void
plx_graph_camera_pan (PlxGraphCamera *self,
                      double          dx,
                      double          dy)
{
  self->middle.x += dx / self->scale;
  self->middle.y += dy / self->scale;
}
