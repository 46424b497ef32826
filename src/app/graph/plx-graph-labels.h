/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxGraphLabels:
 *
 * Which places of the screen are taken, and where the next name may go.
 */
typedef struct _PlxGraphLabels PlxGraphLabels;

PlxGraphLabels *plx_graph_labels_new   (double          width,
                                        double          height);
void            plx_graph_labels_free  (PlxGraphLabels *self);
void            plx_graph_labels_take  (PlxGraphLabels *self,
                                        double          x,
                                        double          y,
                                        double          width,
                                        double          height);
gboolean        plx_graph_labels_place (PlxGraphLabels *self,
                                        double          x,
                                        double          y,
                                        double          radius,
                                        double          width,
                                        double          height,
                                        gboolean        force,
                                        guint8         *side,
                                        double         *name_x,
                                        double         *name_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphLabels, plx_graph_labels_free)

G_END_DECLS
