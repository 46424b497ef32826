/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

/**
 * PlxGraphLens:
 *
 * What of a graph the user wants to see: all but what was hidden, or only what lies around some
 * nodes. It knows nodes by their keys, so that it outlives the graph.
 */
typedef struct _PlxGraphLens PlxGraphLens;

PlxGraphLens *plx_graph_lens_new       (void);
void          plx_graph_lens_free      (PlxGraphLens  *self);
void          plx_graph_lens_set_hidden (PlxGraphLens  *self,
                                        const guint64 *keys,
                                        guint          n_keys);
void          plx_graph_lens_clear     (PlxGraphLens  *self);
void          plx_graph_lens_focus     (PlxGraphLens  *self,
                                        guint64        key,
                                        guint          depth);
void          plx_graph_lens_expand    (PlxGraphLens  *self,
                                        guint64        key);
guint         plx_graph_lens_get_depth (PlxGraphLens  *self);
guint         plx_graph_lens_apply     (PlxGraphLens  *self,
                                        PlxGraphScene *scene);

G_END_DECLS
