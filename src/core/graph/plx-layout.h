/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"
#include "graph/plx-network.h"

G_BEGIN_DECLS

/**
 * PlxLayout:
 *
 * A network that is being laid out, step by step, in whichever thread.
 *
 * Every two nodes of a part want to lie as far apart as the shortest way between them is long
 * (stress), and those that are linked and have neighbours in common nearer than that, so that
 * groups are seen. Parts that have no link to each other are laid out each by itself; where they
 * lie to each other is not settled here, unless they are given places.
 */
typedef struct _PlxLayout PlxLayout;

PlxLayout *plx_layout_new         (const PlxNetwork    *network);
void       plx_layout_free        (PlxLayout           *self);
void       plx_layout_start_from  (PlxLayout           *self,
                                   const PlxGraphPoint *points,
                                   const gboolean      *known,
                                   const gboolean      *pinned);
gboolean   plx_layout_step        (PlxLayout           *self);
void       plx_layout_get_points  (PlxLayout           *self,
                                   PlxGraphPoint       *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLayout, plx_layout_free)

G_END_DECLS
