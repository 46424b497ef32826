/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-difference.h"
#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_TABLE (plx_graph_table_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphTable, plx_graph_table, PLX, GRAPH_TABLE, AdwBin)

void  plx_graph_table_show       (PlxGraphTable       *self,
                                  const PlxGraphScene *scene,
                                  PlxGraphDifference  *difference);
void  plx_graph_table_follow     (PlxGraphTable       *self,
                                  const PlxGraphScene *scene);
guint plx_graph_table_get_n_rows (PlxGraphTable       *self,
                                  gboolean             ties);

G_END_DECLS
