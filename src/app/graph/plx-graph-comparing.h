/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-difference.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_COMPARING (plx_graph_comparing_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphComparing, plx_graph_comparing, PLX, GRAPH_COMPARING, AdwBin)

void     plx_graph_comparing_set_analysis (PlxGraphComparing *self,
                                           PlxAnalysis       *analysis);
void     plx_graph_comparing_set_sides    (PlxGraphComparing *self,
                                           const guint8      *sides);
guint8  *plx_graph_comparing_dup_sides    (PlxGraphComparing *self);
char    *plx_graph_comparing_dup_name     (PlxGraphComparing *self,
                                           PlxGraphSide       side);

G_END_DECLS
