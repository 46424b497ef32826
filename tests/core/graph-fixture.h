/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

#include "made-analysis.h"

/* The graph of all passages of an analysis. */
static inline PlxGraph *
make_graph (PlxAnalysis   *analysis,
            PlxGraphScope  scope,
            double         threshold)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);

  return plx_graph_new (analysis, passages, &(PlxGraphOptions) { scope, 0, threshold });
}
