/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

guint  plx_graph_groups_find_hull  (PlxGraphPoint *points,
                                    guint          n,
                                    PlxGraphPoint *hull);
char  *plx_graph_groups_dup_letter (guint          group);

G_END_DECLS
