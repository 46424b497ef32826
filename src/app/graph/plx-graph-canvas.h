/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_CANVAS (plx_graph_canvas_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, PLX, GRAPH_CANVAS, GtkWidget)

GtkWidget *plx_graph_canvas_new         (void);

void       plx_graph_canvas_set_graph   (PlxGraphCanvas *self,
                                         PlxAnalysis    *analysis,
                                         PlxGraph       *graph);
guint      plx_graph_canvas_get_node    (PlxGraphCanvas *self);
guint      plx_graph_canvas_get_edge    (PlxGraphCanvas *self);
void       plx_graph_canvas_select      (PlxGraphCanvas *self,
                                         guint           node,
                                         guint           edge);
void       plx_graph_canvas_zoom        (PlxGraphCanvas *self,
                                         double          factor);
void       plx_graph_canvas_fit         (PlxGraphCanvas *self);
double     plx_graph_canvas_get_scale   (PlxGraphCanvas *self);
GtkWidget *plx_graph_canvas_get_dot     (PlxGraphCanvas *self,
                                         guint           node);

G_END_DECLS
