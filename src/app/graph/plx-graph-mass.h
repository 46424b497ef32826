/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-painter.h"

G_BEGIN_DECLS

PlxGraphMass *plx_graph_mass_new       (void);
void          plx_graph_mass_free      (PlxGraphMass          *self);

void          plx_graph_mass_append    (PlxGraphMass          *self,
                                        const PlxGraphPainter *painter,
                                        GtkSnapshot           *snapshot,
                                        const PlxGraphPoint   *points);
void          plx_graph_mass_forget    (PlxGraphMass          *self);
guint         plx_graph_mass_get_drawn (PlxGraphMass          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphMass, plx_graph_mass_free)

G_END_DECLS
