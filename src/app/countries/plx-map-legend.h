/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "countries/plx-relations.h"

G_BEGIN_DECLS

#define PLX_TYPE_MAP_LEGEND (plx_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (PlxMapLegend, plx_map_legend, PLX, MAP_LEGEND, AdwBin)

void plx_map_legend_show (PlxMapLegend          *self,
                          const PlxRelationInfo *relation,
                          GListModel            *items);

G_END_DECLS
