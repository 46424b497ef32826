/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* A part of the graph that has no tie to the rest: nodes [first, first + n) of the order. */
typedef struct
{
  guint    first;
  guint    n;
  gboolean is_known;  /* whether one of its nodes has lain somewhere */
  gboolean is_pinned; /* whether one has to stay */
} PlxPicturePart;

/* A picture of a graph in the making. Nodes are named by their place in the graph. */
typedef struct
{
  guint           n;
  PlxGraphPoint  *at;
  PlxGraphPoint  *given;  /* where they lay */
  gboolean       *known;  /* whether they did */
  gboolean       *pinned;
  double         *width;  /* half of what the name needs */
  guint32        *part;
  guint32        *order;  /* part by part */
  PlxPicturePart *parts;
  guint           n_parts;
} PlxPicture;

void plx_picture_measure_names (PlxPicture   *self,
                                PlxGraph     *graph,
                                PlxAnalysis  *analysis);
void plx_picture_part_names    (PlxPicture   *self,
                                GCancellable *cancellable);
void plx_picture_pack_parts    (PlxPicture   *self);

G_END_DECLS
