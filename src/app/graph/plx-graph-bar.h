/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "graph/plx-graph-comparing.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_BAR (plx_graph_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphBar, plx_graph_bar, PLX, GRAPH_BAR, AdwBin)

void               plx_graph_bar_get_options     (PlxGraphBar     *self,
                                                  PlxGraphOptions *options);
void               plx_graph_bar_forget          (PlxGraphBar     *self);
void               plx_graph_bar_go_back         (PlxGraphBar     *self,
                                                  PlxGraph        *graph);
void               plx_graph_bar_show            (PlxGraphBar     *self,
                                                  PlxGraph        *graph,
                                                  guint            n_put_away);
PlxGraphComparing *plx_graph_bar_get_comparing   (PlxGraphBar     *self);

G_END_DECLS
