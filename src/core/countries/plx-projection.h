/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Degrees east of Greenwich in the middle of our maps: so they are cut in the Bering Strait. */
#define PLX_PROJECTION_MERIDIAN 11.0

/**
 * PlxMapPoint:
 * @x: to the right of the middle of the map
 * @y: below the equator
 *
 * A point of the map, in radii of the sphere that it pictures.
 */
typedef struct
{
  double x;
  double y;
} PlxMapPoint;

PlxMapPoint plx_projection_project (double longitude,
                                    double latitude);

G_END_DECLS
