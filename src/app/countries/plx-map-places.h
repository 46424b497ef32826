/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-projection.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxMapPlace:
 * @anchor: the point of the screen that is meant
 * @radius: how large the disc is that stands for it, with what is to be left free around it
 * @at: where the disc lies
 *
 * Where on the screen a disc lies that stands for a point of the map.
 */
typedef struct
{
  PlxMapPoint anchor;
  double      radius;
  PlxMapPoint at;
} PlxMapPlace;

void plx_map_places_spread (PlxMapPlace *places,
                            guint        n_places,
                            double       reach);

G_END_DECLS
