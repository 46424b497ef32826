/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/**
 * PlxGraphStamp:
 * @size: how many pixels it is wide and high
 * @pixels: (array): premultiplied
 *
 * A small picture: of a node, or of its rim.
 */
typedef struct
{
  int     size;
  guint32 pixels[];
} PlxGraphStamp;

/**
 * PlxGraphStampLook:
 * @fill: the colour of the node or of its rim, premultiplied
 * @ground: of what lies around it, or 0 where nothing parts it from that
 * @sources: of a rim: a bit for each part
 * @n_sources: of a rim: how many parts it has; 0 stands for a node
 * @radius: in quarters of a pixel
 * @unit: how many quarters of a pixel a unit of the screen is
 * @kind: a [enum@Kind], which is a shape
 * @hollow: whether it is a line and not a disc
 * @pinned: whether it has a hole in its middle
 * @phase: in which quarter of its pixel its middle lies: 1 to the right, 2 below
 *
 * What a stamp looks like. All bytes of it count: clear it before it is filled.
 */
typedef struct
{
  guint32 fill;
  guint32 ground;
  guint64 sources;
  guint32 n_sources;
  guint16 radius;
  guint8  unit;
  guint8  kind;
  guint8  hollow;
  guint8  pinned;
  guint8  phase;
  guint8  unused[5];
} PlxGraphStampLook;

typedef struct _PlxGraphStamps PlxGraphStamps;

PlxGraphStamps      *plx_graph_stamps_new  (void);
void                 plx_graph_stamps_free (PlxGraphStamps          *self);
const PlxGraphStamp *plx_graph_stamps_get  (PlxGraphStamps          *self,
                                            const PlxGraphStampLook *look);

guint32              plx_graph_stamps_mix  (const GdkRGBA           *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphStamps, plx_graph_stamps_free)

G_END_DECLS
