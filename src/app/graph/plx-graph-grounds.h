/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* A picture has no more grounds than this. */
#define PLX_GRAPH_MAX_GROUNDS 14

typedef struct _PlxGraphGrounds PlxGraphGrounds;

PlxGraphGrounds *plx_graph_grounds_new  (guint                width,
                                         guint                height);
void             plx_graph_grounds_free (PlxGraphGrounds     *self);

void             plx_graph_grounds_add  (PlxGraphGrounds     *self,
                                         const PlxGraphPoint *hull,
                                         guint                n,
                                         double               room,
                                         guint32              color);
void             plx_graph_grounds_fill (PlxGraphGrounds     *self,
                                         guint32             *pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphGrounds, plx_graph_grounds_free)

G_END_DECLS
