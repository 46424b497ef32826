/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"
#include "graph/plx-network.h"

G_BEGIN_DECLS

PlxNetwork *plx_graph_to_network (PlxGraph *self);

G_END_DECLS
