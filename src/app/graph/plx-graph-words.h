/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

char *plx_graph_words_dup_node       (const PlxGraphScene *scene,
                                      guint                node);
char *plx_graph_words_dup_neighbours (const PlxGraphScene *scene,
                                      guint                node);
char *plx_graph_words_dup_edge       (const PlxGraphScene *scene,
                                      guint                edge);
char *plx_graph_words_dup_together   (PlxGraph            *graph,
                                      guint                edge);

G_END_DECLS
