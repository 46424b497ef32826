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
 *
 * From where the canvas looks at the graph.
 */
typedef struct
{
  double        scale;
  PlxGraphPoint middle;
  double        width;
  double        height;
} PlxGraphCamera;

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
