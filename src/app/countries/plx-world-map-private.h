/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-country-item.h"
#include "countries/plx-map-camera.h"
#include "countries/plx-world-map.h"

G_BEGIN_DECLS

PlxMapCamera   *plx_world_map_get_camera  (PlxWorldMap   *self);
void            plx_world_map_moved       (PlxWorldMap   *self);
gboolean        plx_world_map_is_settled  (PlxWorldMap   *self);
const PlxLand  *plx_world_map_find_land   (PlxWorldMap   *self,
                                           double         x,
                                           double         y);
void            plx_world_map_set_hovered (PlxWorldMap   *self,
                                           const PlxLand *land);
void            plx_world_map_choose      (PlxWorldMap   *self,
                                           const char    *country);

void            plx_map_hand_attach       (PlxWorldMap   *self);
void            plx_map_keys_attach       (PlxWorldMap   *self);
gboolean        plx_map_keys_go           (PlxWorldMap   *self,
                                           double         dx,
                                           double         dy);
void            plx_map_keys_install      (GtkWidgetClass *widget_class);

G_END_DECLS
