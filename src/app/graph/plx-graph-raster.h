/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-grounds.h"
#include "graph/plx-graph-scene.h"
#include "graph/plx-graph-stamps.h"

G_BEGIN_DECLS

typedef struct _PlxGraphRaster PlxGraphRaster;

PlxGraphRaster  *plx_graph_raster_new           (void);
void             plx_graph_raster_free          (PlxGraphRaster      *self);

void             plx_graph_raster_begin         (PlxGraphRaster      *self,
                                                 guint                width,
                                                 guint                height);
void             plx_graph_raster_grounds       (PlxGraphRaster      *self,
                                                 PlxGraphGrounds     *grounds);
void             plx_graph_raster_line          (PlxGraphRaster      *self,
                                                 PlxGraphStyle        style,
                                                 PlxGraphPoint        a,
                                                 PlxGraphPoint        b,
                                                 double               width,
                                                 guint                alpha);
void             plx_graph_raster_ink           (PlxGraphRaster      *self,
                                                 const GdkRGBA        colors[PLX_GRAPH_N_STYLES]);
void             plx_graph_raster_stamp         (PlxGraphRaster      *self,
                                                 const PlxGraphStamp *stamp,
                                                 PlxGraphPoint        middle);
GdkTexture      *plx_graph_raster_finish        (PlxGraphRaster      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphRaster, plx_graph_raster_free)

G_END_DECLS
