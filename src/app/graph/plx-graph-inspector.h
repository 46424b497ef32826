/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-scene.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_INSPECTOR (plx_graph_inspector_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphInspector, plx_graph_inspector, PLX, GRAPH_INSPECTOR, AdwBin)

void plx_graph_inspector_show  (PlxGraphInspector   *self,
                                const PlxGraphScene *scene,
                                PlxFilter           *filter,
                                PlxDay               today);
void plx_graph_inspector_clear (PlxGraphInspector   *self);

G_END_DECLS
