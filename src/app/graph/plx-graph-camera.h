/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/**
 * PlxGraphCamera:
 * @scale: pixels for a unit of the layout
 * @middle: the point of the layout that lies in the middle
 * @width: of what is looked at, in pixels
 * @height: of what is looked at, in pixels
 * @head: what at the upper edge is covered by something else, in pixels
 * @foot: likewise at the lower edge
 * @zoom: how large nodes are drawn at that scale, see plx_graph_camera_set_scale()
 *
 * From where the canvas looks at the graph.
 */
typedef struct
{
  double        scale;
  PlxGraphPoint middle;
  double        width;
  double        height;
  double        head;
  double        foot;
  double        zoom;
} PlxGraphCamera;

void          plx_graph_camera_set_scale   (PlxGraphCamera       *self,
                                            double                scale);

PlxGraphPoint plx_graph_camera_to_screen   (const PlxGraphCamera *self,
                                            PlxGraphPoint         point);
PlxGraphPoint plx_graph_camera_from_screen (const PlxGraphCamera *self,
                                            double                x,
                                            double                y);
void          plx_graph_camera_fit         (PlxGraphCamera       *self,
                                            const PlxGraphPoint  *points,
                                            guint                 n);
void          plx_graph_camera_zoom_at     (PlxGraphCamera       *self,
                                            double                scale,
                                            double                x,
                                            double                y);
void          plx_graph_camera_pan         (PlxGraphCamera       *self,
                                            double                dx,
                                            double                dy);

G_END_DECLS
