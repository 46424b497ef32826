/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-export.h"
#include "graph/plx-graph-pen.h"

G_BEGIN_DECLS

/* A legend's entry: what is drawn beside the words. */
typedef enum
{
  PLX_GRAPH_KEY_KIND,
  PLX_GRAPH_KEY_CONTRAST,
  PLX_GRAPH_KEY_SOURCE,
} PlxGraphKeyType;

typedef struct
{
  PlxGraphKeyType  type;
  guint            which; /* kind, contrast or article */
  PangoLayout     *layout;
  PlxGraphPoint    at;    /* its upper left corner */
} PlxGraphKey;

/**
 * PlxGraphPaper:
 * @width: in points
 * @height: in points
 * @spots: (array): by node, where it is drawn and where its name
 * @names: (element-type PangoLayout): by node
 * @keys: (element-type PlxGraphKey): the legend
 * @title: what the picture is called
 * @caption: what a line means, and what is hidden
 *
 * A graph on paper: where everything goes.
 */
typedef struct
{
  const PlxGraphExport *export;
  double                width;
  double                height;
  PangoContext         *context;
  PlxGraphSpot         *spots;
  guint                *order;   /* the nodes that are shown, the most important first */
  guint                 n_shown;
  GPtrArray            *names;
  GArray               *keys;
  PangoLayout          *title;
  PangoLayout          *caption;
  PlxGraphPoint         title_at;
  PlxGraphPoint         caption_at;
} PlxGraphPaper;

PlxGraphPaper *plx_graph_paper_new          (const PlxGraphExport *export);
void           plx_graph_paper_free         (PlxGraphPaper        *self);
void           plx_graph_paper_draw         (const PlxGraphPaper  *self,
                                             PlxGraphPen          *pen);

/* plx-graph-paper-legend.c */
double         plx_graph_paper_place_legend (PlxGraphPaper        *self,
                                             double                top);
void           plx_graph_paper_draw_legend  (const PlxGraphPaper  *self,
                                             PlxGraphPen          *pen);
char          *plx_graph_paper_dup_caption  (const PlxGraphExport *export);

PangoLayout   *plx_graph_paper_lay_out      (PangoContext         *context,
                                             const char           *words,
                                             double                size,
                                             gboolean              bold);
void           plx_graph_paper_measure      (PangoLayout          *layout,
                                             double               *width,
                                             double               *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphPaper, plx_graph_paper_free)

G_END_DECLS
