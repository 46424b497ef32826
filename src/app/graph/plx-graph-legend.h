/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_LEGEND (plx_graph_legend_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, PLX, GRAPH_LEGEND, GtkBox)

void plx_graph_legend_set_kinds (PlxGraphLegend *self,
                                 guint           kinds);

G_END_DECLS
