/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_CANVAS (plx_graph_canvas_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, PLX, GRAPH_CANVAS, GtkWidget)

GtkWidget     *plx_graph_canvas_new          (void);

void           plx_graph_canvas_set_graph    (PlxGraphCanvas      *self,
                                              PlxAnalysis         *analysis,
                                              PlxGraph            *graph);
void           plx_graph_canvas_settle       (PlxGraphCanvas      *self,
                                              PlxAnalysis         *analysis,
                                              PlxGraph            *graph,
                                              const PlxGraphPoint *places,
                                              guint                n_places);
PlxGraphScene *plx_graph_canvas_get_scene    (PlxGraphCanvas      *self);

guint          plx_graph_canvas_get_node     (PlxGraphCanvas      *self);
guint          plx_graph_canvas_get_edge     (PlxGraphCanvas      *self);
void           plx_graph_canvas_select       (PlxGraphCanvas      *self,
                                              guint                node,
                                              guint                edge);
void           plx_graph_canvas_toggle       (PlxGraphCanvas      *self,
                                              guint                node);
void           plx_graph_canvas_select_all   (PlxGraphCanvas      *self);
void           plx_graph_canvas_select_near  (PlxGraphCanvas      *self);

void           plx_graph_canvas_show         (PlxGraphCanvas      *self,
                                              guint                node);
void           plx_graph_canvas_zoom         (PlxGraphCanvas      *self,
                                              double               factor);
void           plx_graph_canvas_fit          (PlxGraphCanvas      *self);
double         plx_graph_canvas_get_scale    (PlxGraphCanvas      *self);

void           plx_graph_canvas_focus_on     (PlxGraphCanvas      *self,
                                              guint                node,
                                              guint                depth);
guint          plx_graph_canvas_get_depth    (PlxGraphCanvas      *self);
void           plx_graph_canvas_expand       (PlxGraphCanvas      *self,
                                              guint                node);
void           plx_graph_canvas_set_hidden   (PlxGraphCanvas      *self,
                                              const guint64       *keys,
                                              guint                n_keys);
guint          plx_graph_canvas_get_n_hidden (PlxGraphCanvas      *self);
void           plx_graph_canvas_put          (PlxGraphCanvas      *self,
                                              guint                node,
                                              PlxGraphPoint        place,
                                              gboolean             pinned);
void           plx_graph_canvas_changed      (PlxGraphCanvas      *self);

void           plx_graph_canvas_set_lasso    (PlxGraphCanvas      *self,
                                              gboolean             lasso);
gboolean       plx_graph_canvas_get_lasso    (PlxGraphCanvas      *self);

void           plx_graph_canvas_set_frame    (PlxGraphCanvas      *self,
                                              GtkWidget           *head,
                                              GtkWidget           *foot,
                                              GtkWidget           *corner);

GtkWidget     *plx_graph_canvas_get_stop     (PlxGraphCanvas      *self,
                                              guint                node);

G_END_DECLS
