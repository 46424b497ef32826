/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxGraphNeed:
 * @PLX_GRAPH_NEED_ROOM: it is shown where there is room for it
 * @PLX_GRAPH_NEED_LITTLE: it is shown also where it lies on a little, but hides nothing whole
 * @PLX_GRAPH_NEED_ALWAYS: it is shown wherever it may lie
 *
 * How much a name is needed.
 */
typedef enum
{
  PLX_GRAPH_NEED_ROOM,
  PLX_GRAPH_NEED_LITTLE,
  PLX_GRAPH_NEED_ALWAYS,
} PlxGraphNeed;

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
                                        PlxGraphNeed    need,
                                        guint8         *side,
                                        double         *name_x,
                                        double         *name_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphLabels, plx_graph_labels_free)

G_END_DECLS
