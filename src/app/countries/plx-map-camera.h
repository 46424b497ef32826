/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-outlines.h"

G_BEGIN_DECLS

/* How much nearer one may come than the whole map. */
#define PLX_MAP_CAMERA_NEAREST 40.0

/**
 * PlxMapCamera:
 * @world: what there is to be seen
 * @width: of what is looked at, in pixels
 * @height: of what is looked at, in pixels
 * @zoom: 1 where the whole map can be seen, and larger for nearer
 * @middle: the point of the map that lies in the middle
 *
 * From where one looks at a map.
 */
typedef struct
{
  PlxMapBox   world;
  double      width;
  double      height;
  double      zoom;
  PlxMapPoint middle;
} PlxMapCamera;

void        plx_map_camera_init        (PlxMapCamera       *self,
                                        PlxMapBox           world);
void        plx_map_camera_resize      (PlxMapCamera       *self,
                                        double              width,
                                        double              height);
double      plx_map_camera_get_scale   (const PlxMapCamera *self);
PlxMapBox   plx_map_camera_get_seen    (const PlxMapCamera *self);
PlxMapPoint plx_map_camera_to_screen   (const PlxMapCamera *self,
                                        PlxMapPoint         point);
PlxMapPoint plx_map_camera_from_screen (const PlxMapCamera *self,
                                        double              x,
                                        double              y);
void        plx_map_camera_zoom_at     (PlxMapCamera       *self,
                                        double              zoom,
                                        double              x,
                                        double              y);
void        plx_map_camera_pan         (PlxMapCamera       *self,
                                        double              dx,
                                        double              dy);
void        plx_map_camera_frame       (PlxMapCamera       *self,
                                        PlxMapBox           box);
gboolean    plx_map_camera_reveal      (PlxMapCamera       *self,
                                        PlxMapPoint         point);

G_END_DECLS
