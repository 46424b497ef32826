/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH (plx_graph_get_type ())
#define PLX_TYPE_GRAPH_SCOPE (plx_graph_scope_get_type ())
#define PLX_TYPE_GRAPH_WEIGHTING (plx_graph_weighting_get_type ())

/**
 * PlxGraphScope:
 * @PLX_GRAPH_SCOPE_SENTENCE: in one sentence
 * @PLX_GRAPH_SCOPE_NEIGHBOURS: in two sentences that follow each other in one article
 * @PLX_GRAPH_SCOPE_PARAGRAPH: in one paragraph
 * @PLX_GRAPH_SCOPE_ARTICLE: in one article
 *
 * How near two entities must stand to count as together (the window of co-occurrence).
 */
typedef enum
{
  PLX_GRAPH_SCOPE_SENTENCE,
  PLX_GRAPH_SCOPE_NEIGHBOURS,
  PLX_GRAPH_SCOPE_PARAGRAPH,
  PLX_GRAPH_SCOPE_ARTICLE,
} PlxGraphScope;

/**
 * PlxGraphWeighting:
 * @PLX_GRAPH_WEIGHTING_COUNT: in how many scopes both are
 * @PLX_GRAPH_WEIGHTING_JACCARD: in which part of the scopes that have either both are; 0 to 1
 * @PLX_GRAPH_WEIGHTING_LIKELIHOOD: how surprising it is that they are together so often: the
 *   log-likelihood ratio (Dunning's G²); pairs that are together no more often than chance would
 *   have it are not tied
 *
 * What makes a tie strong.
 */
typedef enum
{
  PLX_GRAPH_WEIGHTING_COUNT,
  PLX_GRAPH_WEIGHTING_JACCARD,
  PLX_GRAPH_WEIGHTING_LIKELIHOOD,
} PlxGraphWeighting;

/* As the threshold of a graph: one of which the picture is readable. */
#define PLX_GRAPH_READABLE (-1.0)

/**
 * PlxGraphOptions:
 * @scope: how near two entities must stand to count as together
 * @weighting: what makes a tie strong
 * @threshold: hides the ties that are weaker than this, and then the entities without a tie; 0
 *   hides nothing; `PLX_GRAPH_READABLE` chooses a threshold of which the picture is readable, and
 *   hides who stands alone
 *
 * What is counted, and how. All zero is a good place to begin: counts by sentence, nothing hidden.
 */
typedef struct
{
  PlxGraphScope     scope;
  PlxGraphWeighting weighting;
  double            threshold;
} PlxGraphOptions;

/**
 * PlxGraphNode:
 * @entity: the entity, by its place in the analysis
 * @key: a digest of the entity's name and kind, the same in every analysis
 * @weight: in how many scopes it is mentioned
 * @n_mentions: how often it is mentioned in the passages that are shown
 * @n_sources: in how many articles
 * @x: where it lies, in units in which a tie wants to be about 1 long
 * @y: where it lies
 * @is_pinned: whether the user has put it there
 * @degree: how many ties it has
 * @strength: the strengths of its ties together
 * @betweenness: which part of the shortest ways between two others lead through it; 0 to 1
 * @pagerank: how often a walk from tie to tie, the stronger the likelier, comes by; all together 1
 * @core: the largest k for which it is in a part of the graph where each has k ties at least
 * @clustering: which part of the pairs of its neighbours are tied; 0 where it has fewer than two
 * @group: the group it is in, from 0, the largest first
 * @refs: (element-type PlxSentenceRef): the sentences that mention it, by article and place
 *
 * An entity in the picture. @betweenness to @group are there after [method@Graph.measure].
 */
typedef struct
{
  guint32  entity;
  guint64  key;
  guint    weight;
  guint    n_mentions;
  guint    n_sources;
  double   x;
  double   y;
  gboolean is_pinned;
  guint    degree;
  double   strength;
  double   betweenness;
  double   pagerank;
  guint    core;
  double   clustering;
  guint32  group;
  GArray  *refs;
} PlxGraphNode;

/**
 * PlxGraphEdge:
 * @a: a node, by its place
 * @b: another, a < b
 * @weight: in how many scopes both are mentioned
 * @strength: what the weighting of the graph makes of that
 * @n_sources: in how many articles they are together
 *
 * Two that appear together. [method@Graph.dup_edge_refs] tells where.
 */
typedef struct
{
  guint32 a;
  guint32 b;
  guint   weight;
  double  strength;
  guint   n_sources;
} PlxGraphEdge;

/**
 * PlxGraphSource:
 * @article: an article, by its place in the analysis
 * @weight: in how many of its scopes
 * @n_mentions: how often it mentions the node, or either end of the edge in those scopes
 *
 * What one article has of a node or an edge.
 */
typedef struct
{
  guint32 article;
  guint   weight;
  guint   n_mentions;
} PlxGraphSource;

typedef struct _PlxGraphHits PlxGraphHits;

/**
 * PlxGraph:
 * @nodes: (element-type PlxGraphNode): heaviest first
 * @edges: (element-type PlxGraphEdge): strongest first
 * @options: what was counted; the threshold is the one that was used
 * @max_weight: the weight of the heaviest tie, shown or hidden
 * @max_strength: the strength of the strongest tie, shown or hidden
 * @n_scopes: how many scopes there are in the passages that are shown
 * @n_hidden_nodes: entities that the threshold hides
 * @n_hidden_edges: ties that the threshold hides
 * @n_by_chance: how many of them are together no more often than chance would have it
 * @n_crowded: scopes with so many entities that only those near each other there are paired
 * @missed: how much too low a weight may be, where more than 13 million pairs are together
 *   somewhere and not all could be kept in mind; 0 otherwise
 * @n_groups: how many groups there are
 * @modularity: how well the groups part the graph; at most 1
 * @is_measured: whether there are groups and measures
 * @is_estimated: whether the betweenness is an estimate, since the graph is large
 *
 * Who appears with whom. Not changed once shared.
 */
typedef struct
{
  GArray          *nodes;
  GArray          *edges;
  PlxGraphOptions  options;
  guint            max_weight;
  double           max_strength;
  guint            n_scopes;
  guint            n_hidden_nodes;
  guint            n_hidden_edges;
  guint            n_by_chance;
  guint            n_crowded;
  guint            missed;
  guint            n_groups;
  double           modularity;
  gboolean         is_measured;
  gboolean         is_estimated;
  PlxGraphHits    *hits;
} PlxGraph;

/**
 * PlxGraphPlace:
 * @key: whose, see [struct@GraphNode]
 * @x: where it lies
 * @y: where it lies
 * @is_pinned: whether it has to stay there
 *
 * Where a node lay or has to lie.
 */
typedef struct
{
  guint64  key;
  double   x;
  double   y;
  gboolean is_pinned;
} PlxGraphPlace;

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

/**
 * PlxGraphSettleFunc:
 * @graph: a graph that is being laid out; nobody changes it
 * @places: (array length=n_places): where its nodes lie by now, in their order
 * @n_places: how many
 * @user_data: what the asker gave
 *
 * Shows a graph that is settling.
 */
typedef void (* PlxGraphSettleFunc) (PlxGraph            *graph,
                                     const PlxGraphPoint *places,
                                     guint                n_places,
                                     gpointer             user_data);

GType     plx_graph_scope_get_type     (void);
GType     plx_graph_weighting_get_type (void);
GType     plx_graph_get_type           (void);

PlxGraph *plx_graph_new              (PlxAnalysis           *analysis,
                                      PlxPassages           *passages,
                                      const PlxGraphOptions *options);
PlxGraph *plx_graph_ref              (PlxGraph              *self);
void      plx_graph_unref            (PlxGraph              *self);
PlxGraph *plx_graph_copy             (PlxGraph              *self);

GArray   *plx_graph_dup_edge_refs    (PlxGraph              *self,
                                      guint                  edge);
GArray   *plx_graph_dup_edge_sources (PlxGraph              *self,
                                      guint                  edge);
GArray   *plx_graph_dup_node_sources (PlxGraph              *self,
                                      guint                  node);
GArray   *plx_graph_dup_places       (PlxGraph              *self);
guint64   plx_graph_key_of           (const PlxEntityRecord *entity);

void      plx_graph_measure          (PlxGraph              *self,
                                      GCancellable          *cancellable);

guint     plx_graph_get_shape        (PlxKind                kind,
                                      PlxGraphPoint          corners[PLX_GRAPH_MAX_CORNERS]);

void      plx_graph_place_names      (PlxGraphSpot          *spots,
                                      guint                  n,
                                      double                 width,
                                      double                 height);

void      plx_graph_lay_out          (PlxGraph              *self,
                                      const GArray          *places,
                                      PlxAnalysis           *analysis,
                                      PlxGraphSettleFunc     settle,
                                      gpointer               user_data,
                                      GCancellable          *cancellable);

void      plx_graph_make_async       (PlxAnalysis           *analysis,
                                      PlxPassages           *passages,
                                      const PlxGraphOptions *options,
                                      const GArray          *places,
                                      PlxGraphSettleFunc     settle,
                                      gpointer               settle_data,
                                      GDestroyNotify         settle_destroy,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
void      plx_graph_settle_async     (PlxGraph              *self,
                                      PlxAnalysis           *analysis,
                                      const GArray          *places,
                                      PlxGraphSettleFunc     settle,
                                      gpointer               settle_data,
                                      GDestroyNotify         settle_destroy,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
PlxGraph *plx_graph_make_finish      (GAsyncResult          *result,
                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraph, plx_graph_unref)

G_END_DECLS
