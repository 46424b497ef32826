/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-difference.h"
#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_ITEM (plx_graph_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphItem, plx_graph_item, PLX, GRAPH_ITEM, GObject)

PlxGraphItem *plx_graph_item_new_node (const PlxGraphScene *scene,
                                       PlxGraphDifference  *difference,
                                       guint                node);
PlxGraphItem *plx_graph_item_new_edge (const PlxGraphScene *scene,
                                       PlxGraphDifference  *difference,
                                       guint                edge);
guint         plx_graph_item_get_node (PlxGraphItem        *self);
guint         plx_graph_item_get_edge (PlxGraphItem        *self);

G_END_DECLS
