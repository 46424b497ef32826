/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-grounds.h"
#include "graph/plx-graph-labels.h"
#include "graph/plx-graph-palette.h"
#include "graph/plx-graph-texts.h"

G_BEGIN_DECLS

typedef struct _PlxGraphMass PlxGraphMass;

/**
 * PlxGraphPainter:
 * @scene: what is drawn
 * @camera: from where it is looked at
 * @palette: in which colours
 * @texts: the names
 * @mass: what is so much that it is drawn as one
 * @widget: in what
 * @sides: (array): on which side of each node its name was last, see [struct@GraphLabels]
 * @hover: the node that is pointed at, or `PLX_NONE`
 * @focus_node: the node that has the visible focus, or `PLX_NONE`
 * @focus_edge: likewise the edge
 * @corner: what controls in a corner cover, or empty
 *
 * Draws a scene. Everything is borrowed.
 */
typedef struct
{
  const PlxGraphScene   *scene;
  const PlxGraphCamera  *camera;
  const PlxGraphPalette *palette;
  PlxGraphTexts         *texts;
  PlxGraphMass          *mass;
  GtkWidget             *widget;
  guint8                *sides;
  guint                  hover;
  guint                  focus_node;
  guint                  focus_edge;
  graphene_rect_t        corner;
} PlxGraphPainter;

void     plx_graph_painter_snapshot (const PlxGraphPainter *self,
                                     GtkSnapshot           *snapshot);

/* What the files of the painter share. */

gboolean plx_graph_painter_is_dense (const PlxGraphPainter *self,
                                     const PlxGraphPoint   *points);
gboolean plx_graph_painter_sees     (const PlxGraphPainter *self,
                                     PlxGraphPoint          a,
                                     PlxGraphPoint          b,
                                     double                 margin);
GskPath *plx_graph_painter_shape    (PlxKind                kind,
                                     PlxGraphPoint          middle,
                                     double                 radius);
void     plx_graph_painter_ties     (const PlxGraphPainter *self,
                                     GtkSnapshot           *snapshot,
                                     const PlxGraphPoint   *points,
                                     gboolean               only_lit);
guint    plx_graph_painter_width_class (const PlxGraphScene *scene,
                                        guint                edge);
gboolean plx_graph_painter_has_rims (const PlxGraphPainter *self);
void     plx_graph_painter_hulls    (const PlxGraphPainter *self,
                                     GtkSnapshot           *snapshot,
                                     const PlxGraphPoint   *points);
void     plx_graph_painter_add_grounds (const PlxGraphPainter *self,
                                        const PlxGraphPoint   *points,
                                        double                 scale,
                                        PlxGraphPoint          corner,
                                        PlxGraphGrounds       *grounds);
void     plx_graph_painter_letters  (const PlxGraphPainter *self,
                                     GtkSnapshot           *snapshot,
                                     const PlxGraphPoint   *points,
                                     PlxGraphLabels        *labels);
GskStroke *plx_graph_painter_stroke (PlxGraphStyle         style,
                                     double                 width);

G_END_DECLS
