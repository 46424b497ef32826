/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-country-item.h"
#include "countries/plx-map-camera.h"
#include "countries/plx-map-marks.h"
#include "countries/plx-map-paper.h"
#include "countries/plx-world-map.h"

G_BEGIN_DECLS

/* The map is one type in two files, which share its fields: the widget itself, and what it says in
 * words (plx-world-map-tips.c). */

struct _PlxWorldMap
{
  GtkWidget              parent_instance;

  GListModel            *model;    /* nullable */
  PlxMapMarks           *marks;
  const PlxRelationInfo *relation; /* nullable */
  PlxDay                 day;
  const char            *selected; /* nullable; static */
  const PlxLand         *hovered;  /* nullable */

  PlxMapCamera           camera;
  PlxMapPaper           *paper;      /* nullable until the outlines are needed */
  double                 drawn_zoom; /* from how near the map was drawn last */
  guint                  settle_id;  /* while one comes nearer or goes away, 0 else */
};

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

char           *plx_world_map_dup_tip     (PlxWorldMap   *self,
                                           const PlxLand *land);
gboolean        plx_world_map_query_tip   (GtkWidget     *widget,
                                           int            x,
                                           int            y,
                                           gboolean       keyboard,
                                           GtkTooltip    *tooltip);

void            plx_map_hand_attach       (PlxWorldMap   *self);
void            plx_map_keys_attach       (PlxWorldMap   *self);
gboolean        plx_map_keys_go           (PlxWorldMap   *self,
                                           double         dx,
                                           double         dy);
void            plx_map_keys_install      (GtkWidgetClass *widget_class);

G_END_DECLS
