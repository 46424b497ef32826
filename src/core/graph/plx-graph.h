/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH (plx_graph_get_type ())
#define PLX_TYPE_GRAPH_SCOPE (plx_graph_scope_get_type ())

/**
 * PlxGraphScope:
 * @PLX_GRAPH_SCOPE_SENTENCE: in one sentence
 * @PLX_GRAPH_SCOPE_PARAGRAPH: in one paragraph
 * @PLX_GRAPH_SCOPE_ARTICLE: in one article
 *
 * How near two entities must stand to count as together (the window of co-occurrence).
 */
typedef enum
{
  PLX_GRAPH_SCOPE_SENTENCE,
  PLX_GRAPH_SCOPE_PARAGRAPH,
  PLX_GRAPH_SCOPE_ARTICLE,
} PlxGraphScope;

/**
 * PlxGraphNode:
 * @entity: the entity, by its place in the analysis
 * @key: a digest of the entity's name and kind, the same in every analysis
 * @weight: in how many scopes it is mentioned
 * @x: where it lies, in units in which a tie wants to be about 1 long
 * @y: where it lies
 * @refs: (element-type PlxSentenceRef): the sentences that mention it
 */
typedef struct
{
  guint32  entity;
  guint64  key;
  guint    weight;
  double   x;
  double   y;
  GArray  *refs;
} PlxGraphNode;

/**
 * PlxGraphEdge:
 * @a: a node, by its place
 * @b: another, a < b
 * @weight: in how many scopes both are mentioned
 * @refs: (element-type PlxSentenceRef): the sentences of those scopes that mention either
 */
typedef struct
{
  guint32  a;
  guint32  b;
  guint    weight;
  GArray  *refs;
} PlxGraphEdge;

/**
 * PlxGraph:
 * @nodes: (element-type PlxGraphNode): heaviest first
 * @edges: (element-type PlxGraphEdge): heaviest first
 * @scope: what counts as together
 * @min_weight: the threshold that was used, one at least
 * @max_weight: the weight of the heaviest tie, shown or hidden
 * @n_hidden_nodes: entities that the threshold hides
 * @n_hidden_edges: ties that the threshold hides
 *
 * Who appears with whom. Not changed once shared.
 */
typedef struct
{
  GArray        *nodes;
  GArray        *edges;
  PlxGraphScope  scope;
  guint          min_weight;
  guint          max_weight;
  guint          n_hidden_nodes;
  guint          n_hidden_edges;
} PlxGraph;

/**
 * PlxGraphPoint:
 * @x: to the right
 * @y: downwards
 *
 * A corner of the shape that stands for a kind.
 */
typedef struct
{
  double x;
  double y;
} PlxGraphPoint;

#define PLX_GRAPH_MAX_CORNERS 8

/**
 * PlxGraphSpot:
 * @x: where a node is drawn
 * @y: where it is drawn
 * @radius: how large
 * @width: of its name
 * @height: of its name
 * @named: (out): whether there is room for the name
 * @name_x: (out): the left edge of the name
 * @name_y: (out): its upper edge
 *
 * A node on the screen or on paper, in the units of that.
 */
typedef struct
{
  double   x;
  double   y;
  double   radius;
  double   width;
  double   height;
  gboolean named;
  double   name_x;
  double   name_y;
} PlxGraphSpot;

GType     plx_graph_scope_get_type (void);
GType     plx_graph_get_type    (void);

PlxGraph *plx_graph_new         (PlxAnalysis   *analysis,
                                 PlxPassages   *passages,
                                 PlxGraphScope  scope,
                                 guint          min_weight);
PlxGraph *plx_graph_ref         (PlxGraph      *self);
void      plx_graph_unref       (PlxGraph      *self);

guint     plx_graph_get_shape   (PlxKind        kind,
                                 PlxGraphPoint  corners[PLX_GRAPH_MAX_CORNERS]);

void      plx_graph_place_names (PlxGraphSpot  *spots,
                                 guint          n,
                                 double         width,
                                 double         height);

void      plx_graph_lay_out     (PlxGraph     *self,
                                 PlxGraph     *previous,
                                 PlxAnalysis  *analysis,
                                 GCancellable *cancellable);

void      plx_graph_make_async  (PlxAnalysis         *analysis,
                                 PlxPassages         *passages,
                                 PlxGraphScope        scope,
                                 guint                min_weight,
                                 PlxGraph            *previous,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
PlxGraph *plx_graph_make_finish (GAsyncResult        *result,
                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraph, plx_graph_unref)

G_END_DECLS
