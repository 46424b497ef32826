/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-layout.h"

G_BEGIN_DECLS

/* A link between two seats. */
typedef struct
{
  guint32 a;
  guint32 b;
  float   length;
  float   weight;
} PlxSpring;

/* A part of the network; its nodes have the seats [start, start + n). */
typedef struct
{
  guint      start;
  guint      n;
  guint      n_pivots;
  guint32   *pivots;    /* seats */
  guint16   *distances; /* from each pivot to each seat of the part */
  guint      farthest;
  PlxSpring *springs;
  gsize      n_springs;
  guint     *order;     /* of the pivots, shuffled each round */
} PlxLayoutPart;

/* Nodes are seated part by part, so that what belongs together lies together in memory. */
struct _PlxLayout
{
  const PlxNetwork *network;
  guint             n;
  guint32          *seat;     /* of each node */
  guint32          *node;     /* on each seat */
  float            *x;        /* in links, by seat */
  float            *y;
  float            *freedom;  /* by seat: 0 where a node is pinned; NULL where none is */
  guint8           *known;    /* by seat: whether it was given a place; NULL where none was */
  PlxGraphPoint    *given;    /* by seat: that place */
  PlxLayoutPart    *parts;
  guint             n_parts;
  GRand            *rand;
  guint             part;     /* while distances are measured: the part and pivot that is next */
  guint             pivot;
  guint             round;
  guint             n_rounds;
  guint             spreading;
  guint32          *queue;
  guint32          *sorted;   /* seats of a part from left to right */
  double            scale;    /* a link's length in the picture; 0 where it is not settled */
  PlxGraphPoint     origin;
};

gboolean plx_layout_measure_next (PlxLayout           *self);
void     plx_layout_add_springs  (PlxLayout           *self,
                                  PlxLayoutPart       *part);
void     plx_layout_settle       (PlxLayout           *self,
                                  PlxLayoutPart       *part,
                                  double               temperature);
double   plx_layout_get_spacing  (const PlxLayout     *self,
                                  const PlxLayoutPart *part);
gboolean plx_layout_spread       (PlxLayout           *self,
                                  const PlxLayoutPart *part);

G_END_DECLS
