/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_LEGEND (plx_graph_legend_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, PLX, GRAPH_LEGEND, AdwBin)

void plx_graph_legend_show (PlxGraphLegend      *self,
                            const PlxGraphScene *scene,
                            const char * const  *styles);

G_END_DECLS
