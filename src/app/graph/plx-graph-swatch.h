/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_SWATCH (plx_graph_swatch_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphSwatch, plx_graph_swatch, PLX, GRAPH_SWATCH, GtkWidget)

GtkWidget *plx_graph_swatch_new_kind  (PlxKind       kind);
GtkWidget *plx_graph_swatch_new_style (PlxGraphStyle style);
GtkWidget *plx_graph_swatch_new_rim   (guint         n_sources);

G_END_DECLS
