/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-camera.h"
#include "graph/plx-graph-canvas.h"

G_BEGIN_DECLS

/* What the hand (plx-graph-hand.c), which turns gestures into moves, may do to the canvas. */

PlxGraphCamera *plx_graph_canvas_get_camera (PlxGraphCanvas *self);
void            plx_graph_canvas_moved      (PlxGraphCanvas *self);
guint           plx_graph_canvas_pick_node  (PlxGraphCanvas *self,
                                             double          x,
                                             double          y);
gboolean        plx_graph_canvas_get_place  (PlxGraphCanvas *self,
                                             guint           node,
                                             PlxGraphPoint  *place);
void            plx_graph_canvas_put        (PlxGraphCanvas *self,
                                             guint           node,
                                             PlxGraphPoint   place);
void            plx_graph_canvas_click      (PlxGraphCanvas *self,
                                             guint           node,
                                             double          x,
                                             double          y);

void            plx_graph_hand_attach       (PlxGraphCanvas *canvas);

G_END_DECLS
