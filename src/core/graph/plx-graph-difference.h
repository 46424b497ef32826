/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_CONTRAST_KIND (plx_graph_contrast_kind_get_type ())
#define PLX_TYPE_GRAPH_DIFFERENCE (plx_graph_difference_get_type ())

/**
 * PlxGraphSide:
 * @PLX_GRAPH_SIDE_NONE: an article is not compared
 * @PLX_GRAPH_SIDE_HERE: it is one of the first, or was written before the day
 * @PLX_GRAPH_SIDE_THERE: it is one of the second, or was written on the day or later
 *
 * To which of two sets of articles one belongs.
 */
typedef enum
{
  PLX_GRAPH_SIDE_NONE,
  PLX_GRAPH_SIDE_HERE,
  PLX_GRAPH_SIDE_THERE,
} PlxGraphSide;

#define PLX_GRAPH_N_SIDES 3

/**
 * PlxGraphContrastKind:
 * @PLX_GRAPH_CONTRAST_BOTH: both sides have it, and it can't be told that one has it more
 * @PLX_GRAPH_CONTRAST_HERE: only the first side has it
 * @PLX_GRAPH_CONTRAST_THERE: only the second side has it
 * @PLX_GRAPH_CONTRAST_STRONGER: both have it, the first more
 * @PLX_GRAPH_CONTRAST_WEAKER: both have it, the first less
 * @PLX_GRAPH_CONTRAST_NONE: neither has it; the graph is of more articles than are compared
 *
 * How a node or an edge stands in two sets of articles.
 */
typedef enum
{
  PLX_GRAPH_CONTRAST_BOTH,
  PLX_GRAPH_CONTRAST_HERE,
  PLX_GRAPH_CONTRAST_THERE,
  PLX_GRAPH_CONTRAST_STRONGER,
  PLX_GRAPH_CONTRAST_WEAKER,
  PLX_GRAPH_CONTRAST_NONE,
} PlxGraphContrastKind;

#define PLX_GRAPH_N_CONTRASTS (PLX_GRAPH_CONTRAST_NONE + 1)

/**
 * PlxGraphContrast:
 * @kind: how it stands in both
 * @here: in how many scopes of the first side it is
 * @there: in how many of the second
 * @log_ratio: how much more often it is here than there, in doublings of its share of the scopes;
 *   below 0 where it is more often there
 * @p: how likely it were that chance parts it so unevenly between the two, or more so
 * @q: the same, for so many nodes or edges being looked at (a false discovery rate); 1 where it
 *   is so rare that no parting of it could tell anything
 *
 * How a node or an edge differs between two sets of articles, in figures.
 */
typedef struct
{
  PlxGraphContrastKind kind;
  guint                here;
  guint                there;
  double               log_ratio;
  double               p;
  double               q;
} PlxGraphContrast;

/**
 * PlxGraphDifference:
 * @graph: the graph that both are drawn on, where it lies frozen
 * @nodes: (element-type PlxGraphContrast): for each of its nodes
 * @edges: (element-type PlxGraphContrast): for each of its edges
 * @n_scopes: how many scopes each side has
 * @n_articles: how many articles each side has
 *
 * What two sets of articles have in common of a graph, and what not. Not changed once shared.
 *
 * A side that has more text has more of everything, so what is compared is the share of a side's
 * scopes (sentences, paragraphs …) in which a node, or both ends of an edge, are. Where both sides
 * have it, one is said to have it *more* if two things hold: its share is half as large again at
 * the least, and Fisher's exact test (two-sided, with Lancaster's mid-p, since counts are small)
 * makes it unlikely that chance alone has parted it so, at a false discovery rate of 5 % (Benjamini
 * and Hochberg 1995) among those that are frequent enough to tell anything (Tarone 1990). *Only
 * here* and *only there* are plain facts about these articles, whatever their figures; the table
 * shows which of them may be chance.
 *
 * It sees neither the order of the articles nor that of the sides: swapping these swaps the result.
 */
typedef struct
{
  PlxGraph *graph;
  GArray   *nodes;
  GArray   *edges;
  guint     n_scopes[PLX_GRAPH_N_SIDES];
  guint     n_articles[PLX_GRAPH_N_SIDES];
} PlxGraphDifference;

GType               plx_graph_contrast_kind_get_type   (void);
const char         *plx_graph_contrast_words           (PlxGraphContrastKind kind);

guint8             *plx_graph_sides_new_by_day         (PlxAnalysis         *analysis,
                                                        PlxDay               day,
                                                        guint               *n_undated);
PlxPassages        *plx_graph_sides_dup_passages       (PlxAnalysis         *analysis,
                                                        PlxPassages         *passages,
                                                        const guint8        *sides);

GType               plx_graph_difference_get_type      (void);
PlxGraphDifference *plx_graph_difference_new           (PlxGraph            *graph,
                                                        PlxAnalysis         *analysis,
                                                        PlxPassages         *passages,
                                                        const guint8        *sides);
void                plx_graph_difference_new_async     (PlxGraph            *graph,
                                                        PlxAnalysis         *analysis,
                                                        PlxPassages         *passages,
                                                        const guint8        *sides,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
PlxGraphDifference *plx_graph_difference_new_finish    (GAsyncResult        *result,
                                                        GError             **error);
PlxGraphDifference *plx_graph_difference_ref           (PlxGraphDifference  *self);
void                plx_graph_difference_unref         (PlxGraphDifference  *self);
guint               plx_graph_difference_count         (PlxGraphDifference  *self,
                                                        gboolean             edges,
                                                        PlxGraphContrastKind kind);

double              plx_graph_contrast_chance          (guint                here,
                                                        guint                n_here,
                                                        guint                there,
                                                        guint                n_there,
                                                        double              *least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphDifference, plx_graph_difference_unref)

G_END_DECLS
