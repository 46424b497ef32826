/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_FIND (plx_graph_find_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphFind, plx_graph_find, PLX, GRAPH_FIND, AdwBin)

void  plx_graph_find_set_graph (PlxGraphFind *self,
                                PlxAnalysis  *analysis,
                                PlxGraph     *graph);
void  plx_graph_find_begin     (PlxGraphFind *self);
guint plx_graph_find_search    (PlxGraphFind *self,
                                const char   *text);

G_END_DECLS
