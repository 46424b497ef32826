/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph-export.h"

G_BEGIN_DECLS

/**
 * PlxGraphSaving:
 * @analysis: of which the graph is
 * @graph: the graph, laid out as it is seen
 * @difference: (nullable): what of it is here and what is there
 * @title: what it is called
 * @here: what the first side is called
 * @there: what the second side is called
 * @hidden: (nullable): by node, whether it is put away
 *
 * A graph that is saved. It owns what it holds.
 */
typedef struct
{
  PlxAnalysis        *analysis;
  PlxGraph           *graph;
  PlxGraphDifference *difference;
  char               *title;
  char               *here;
  char               *there;
  guint8             *hidden;
} PlxGraphSaving;

void     plx_graph_saving_free        (PlxGraphSaving       *self);
void     plx_graph_saving_ask_async   (PlxGraphSaving       *self,
                                       PlxGraphFormat        format,
                                       GtkWindow            *parent,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void     plx_graph_saving_write_async (PlxGraphSaving       *self,
                                       PlxGraphFormat        format,
                                       GFile                *file,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GFile   *plx_graph_saving_finish      (GAsyncResult         *result,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphSaving, plx_graph_saving_free)

G_END_DECLS
