/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-difference.h"

#include "plx-cli.h"

G_BEGIN_DECLS

gboolean plx_cli_graph_find_sides   (PlxAnalysis        *analysis,
                                     GPtrArray          *names,
                                     char              **here,
                                     char              **there,
                                     guint8             *sides);
gboolean plx_cli_graph_keep_sources (PlxAnalysis        *analysis,
                                     GPtrArray          *names,
                                     char              **sources,
                                     guint8             *sides);
void     plx_cli_graph_print        (PlxAnalysis        *analysis,
                                     PlxGraph           *graph,
                                     PlxGraphDifference *difference);

G_END_DECLS
