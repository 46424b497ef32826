/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "countries/plx-country-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_MAP_MARK (plx_map_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlxMapMark, plx_map_mark, PLX, MAP_MARK, GtkWidget)

GtkWidget      *plx_map_mark_new          (PlxCountryItem *item,
                                           guint           most);

PlxCountryItem *plx_map_mark_get_item     (PlxMapMark     *self);
void            plx_map_mark_set_selected (PlxMapMark     *self,
                                           gboolean        selected);
void            plx_map_mark_set_size     (PlxMapMark     *self,
                                           double          size);
double          plx_map_mark_get_radius   (PlxMapMark     *self);
void            plx_map_mark_get_colors   (GtkWidget      *widget,
                                           GdkRGBA        *ink,
                                           GdkRGBA        *ground);

G_END_DECLS
