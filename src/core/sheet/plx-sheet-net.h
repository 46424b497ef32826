/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"
#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/**
 * PlxSheetNet:
 * @graph: a graph, laid out
 * @analysis: what it was counted in
 * @hidden: (nullable): by node, whether the user has hidden it
 *
 * A graph as it is drawn on paper: in grays and shapes, each name with room or without. Everything
 * is lent; it may be drawn on any thread.
 */
typedef struct
{
  PlxGraph    *graph;
  PlxAnalysis *analysis;
  gboolean    *hidden;
} PlxSheetNet;

static inline gboolean
plx_sheet_net_hides (const PlxSheetNet *self,
                     guint              node)
{
  return self->hidden != NULL && self->hidden[node];
}

/* A tie is shown where both of its ends are. */
static inline gboolean
plx_sheet_net_shows_tie (const PlxSheetNet *self,
                         guint              tie)
{
  const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, tie);

  return !plx_sheet_net_hides (self, edge->a) && !plx_sheet_net_hides (self, edge->b);
}

double  plx_sheet_net_get_aspect  (const PlxSheetNet    *self);
char   *plx_sheet_net_dup_words   (const PlxSheetNet    *self);
char   *plx_sheet_net_dup_caption (const PlxSheetNet    *self);
void    plx_sheet_net_draw        (const PlxSheetCanvas *canvas,
                                   gpointer              net);

/* plx-sheet-net-legend.c */
double  plx_sheet_net_lay_legend  (const PlxSheetNet    *self,
                                   const PlxSheetCanvas *canvas,
                                   double                top,
                                   gboolean              is_drawn);
void    plx_sheet_net_draw_shape  (cairo_t              *cr,
                                   PlxKind               kind,
                                   double                x,
                                   double                y,
                                   double                radius);
void    plx_sheet_net_set_tie     (cairo_t              *cr,
                                   double                part);

G_END_DECLS
