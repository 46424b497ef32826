/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-palette.h"

G_BEGIN_DECLS

/**
 * PlxGraphTexts:
 *
 * The names of nodes as they are drawn, measured and drawn once and kept.
 */
typedef struct _PlxGraphTexts PlxGraphTexts;

PlxGraphTexts *plx_graph_texts_new     (GtkWidget             *widget,
                                        const PlxGraphScene   *scene);
void           plx_graph_texts_free    (PlxGraphTexts         *self);
void           plx_graph_texts_measure (PlxGraphTexts         *self,
                                        guint                  node,
                                        double                *width,
                                        double                *height);
void           plx_graph_texts_append  (PlxGraphTexts         *self,
                                        GtkSnapshot           *snapshot,
                                        const PlxGraphPalette *palette,
                                        guint                  node,
                                        gboolean               faint,
                                        double                 x,
                                        double                 y);
void           plx_graph_texts_measure_letter (PlxGraphTexts  *self,
                                        guint                  group,
                                        double                *width,
                                        double                *height);
void           plx_graph_texts_append_letter (PlxGraphTexts   *self,
                                        GtkSnapshot           *snapshot,
                                        const PlxGraphPalette *palette,
                                        guint                  group,
                                        double                 x,
                                        double                 y);

G_END_DECLS
