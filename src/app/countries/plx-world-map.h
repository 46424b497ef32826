/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "countries/plx-relations.h"

G_BEGIN_DECLS

#define PLX_TYPE_WORLD_MAP (plx_world_map_get_type ())

/**
 * PlxWorldMap:
 *
 * The world, its countries shaded by how they stand, those of the story marked by how often they
 * are named.
 *
 * Properties: `model` (a list of [class@CountryItem], nullable), `selected` (the code of the
 * country that is selected, nullable).
 *
 * Signal: `activated ()`: the user wants to read what is said of the selected country.
 *
 * Actions: `map.zoom-in`, `map.zoom-out`, `map.fit`.
 */
G_DECLARE_FINAL_TYPE (PlxWorldMap, plx_world_map, PLX, WORLD_MAP, GtkWidget)

GListModel *plx_world_map_get_model    (PlxWorldMap           *self);
void        plx_world_map_set_model    (PlxWorldMap           *self,
                                        GListModel            *model);
void        plx_world_map_set_standing (PlxWorldMap           *self,
                                        const PlxRelationInfo *relation,
                                        PlxDay                 day);
const char *plx_world_map_get_selected (PlxWorldMap           *self);
void        plx_world_map_set_selected (PlxWorldMap           *self,
                                        const char            *country);
PlxStatus   plx_world_map_get_status   (PlxWorldMap           *self,
                                        const char            *country);

G_END_DECLS
