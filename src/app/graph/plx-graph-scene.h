/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph-camera.h"
#include "graph/plx-graph.h"

G_BEGIN_DECLS

/**
 * PlxGraphFlags:
 * @PLX_GRAPH_HIDDEN: it is not shown
 * @PLX_GRAPH_PINNED: the user has put it where it is
 * @PLX_GRAPH_SELECTED: it is selected
 * @PLX_GRAPH_NEAR: it is tied to what is selected
 *
 * How a node is shown.
 */
typedef enum
{
  PLX_GRAPH_HIDDEN = 1 << 0,
  PLX_GRAPH_PINNED = 1 << 1,
  PLX_GRAPH_SELECTED = 1 << 2,
  PLX_GRAPH_NEAR = 1 << 3,
} PlxGraphFlags;

/**
 * PlxGraphStyle:
 * @PLX_GRAPH_BOTH: two graphs have it, and in much the same strength; or there is only one graph
 * @PLX_GRAPH_HERE: only the first has it
 * @PLX_GRAPH_THERE: only the second has it
 * @PLX_GRAPH_STRONGER: it is stronger in the first
 * @PLX_GRAPH_WEAKER: it is weaker in the first
 *
 * How a tie or a node stands in two graphs.
 */
typedef enum
{
  PLX_GRAPH_BOTH,
  PLX_GRAPH_HERE,
  PLX_GRAPH_THERE,
  PLX_GRAPH_STRONGER,
  PLX_GRAPH_WEAKER,
  PLX_GRAPH_N_STYLES,
} PlxGraphStyle;

/**
 * PlxGraphScene:
 * @analysis: of which the graph is
 * @graph: what is drawn
 * @n: how many nodes
 * @n_edges: how many edges
 * @n_sources: how many articles the analysis has
 * @at: (array length=n): where each node is, in units of the layout
 * @radius: (array length=n): how large each is, in pixels at zoom 1
 * @kinds: (array length=n): the [enum@Kind] of each
 * @flags: (array length=n): the [flags@GraphFlags] of each
 * @groups: (array length=n): the group of each, or `PLX_NONE`
 * @n_groups: how many groups there are; 0 where they are not shown
 * @sources: (array length=n): a bit for each of the first 64 articles that mention the node
 * @node_styles: (array length=n): the [enum@GraphStyle] of each
 * @edge_styles: (array length=n_edges): the [enum@GraphStyle] of each
 * @strength: (array length=n_edges): how strong each edge is, beside the strongest: 0 to 1
 * @first: (array): where the ties of a node begin in @ties; n + 1
 * @ties: (array): edges, by their place
 * @is_compared: whether two graphs are, so that colour tells the style and not the kind
 * @edge: the selected edge, or `PLX_NONE`
 * @n_selected: how many nodes are selected
 *
 * A graph as it is drawn: what is where, how large, and what of it is selected or hidden.
 *
 * It knows nothing of widgets.
 */
typedef struct
{
  PlxAnalysis   *analysis;
  PlxGraph      *graph;
  guint          n;
  guint          n_edges;
  guint          n_sources;
  PlxGraphPoint *at;
  float         *radius;
  guint8        *kinds;
  guint8        *flags;
  guint32       *groups;
  guint          n_groups;
  guint64       *sources;
  guint8        *node_styles;
  guint8        *edge_styles;
  float         *strength;
  guint32       *first;
  guint32       *ties;
  gboolean       is_compared;
  guint          edge;
  guint          n_selected;
} PlxGraphScene;

PlxGraphScene *plx_graph_scene_new         (PlxAnalysis          *analysis,
                                            PlxGraph             *graph);
void           plx_graph_scene_free        (PlxGraphScene        *self);

const char    *plx_graph_scene_get_name    (const PlxGraphScene  *self,
                                            guint                 node);
double         plx_graph_scene_get_radius  (const PlxGraphScene  *self,
                                            const PlxGraphCamera *camera,
                                            guint                 node);
void           plx_graph_scene_set_sizes   (PlxGraphScene        *self,
                                            const double         *sizes);
void           plx_graph_scene_emphasize   (PlxGraphScene        *self);

guint          plx_graph_scene_pick_node   (const PlxGraphScene  *self,
                                            const PlxGraphCamera *camera,
                                            double                x,
                                            double                y);
guint          plx_graph_scene_pick_edge   (const PlxGraphScene  *self,
                                            const PlxGraphCamera *camera,
                                            double                x,
                                            double                y);
guint          plx_graph_scene_step        (const PlxGraphScene  *self,
                                            guint                 from,
                                            GtkDirectionType      direction);
guint          plx_graph_scene_next_tie    (const PlxGraphScene  *self,
                                            guint                 node,
                                            guint                 edge,
                                            gboolean              forward);
guint          plx_graph_scene_select_area (PlxGraphScene        *self,
                                            const PlxGraphCamera *camera,
                                            const PlxGraphPoint  *corners,
                                            guint                 n_corners,
                                            gboolean              add);

static inline const PlxGraphEdge *
plx_graph_scene_edge (const PlxGraphScene *self,
                      guint                edge)
{
  return &g_array_index (self->graph->edges, PlxGraphEdge, edge);
}

static inline const PlxGraphNode *
plx_graph_scene_node (const PlxGraphScene *self,
                      guint                node)
{
  return &g_array_index (self->graph->nodes, PlxGraphNode, node);
}

static inline guint
plx_graph_scene_other_end (const PlxGraphScene *self,
                           guint                edge,
                           guint                node)
{
  const PlxGraphEdge *tie = plx_graph_scene_edge (self, edge);

  return tie->a == node ? tie->b : tie->a;
}

static inline gboolean
plx_graph_scene_shows_node (const PlxGraphScene *self,
                            guint                node)
{
  return (self->flags[node] & PLX_GRAPH_HIDDEN) == 0;
}

static inline gboolean
plx_graph_scene_shows_edge (const PlxGraphScene *self,
                            guint                edge)
{
  const PlxGraphEdge *tie = plx_graph_scene_edge (self, edge);

  return ((self->flags[tie->a] | self->flags[tie->b]) & PLX_GRAPH_HIDDEN) == 0;
}

/* Whether anything is selected, so that the rest steps back. */
static inline gboolean
plx_graph_scene_has_selection (const PlxGraphScene *self)
{
  return self->edge != PLX_NONE || self->n_selected > 0;
}

/* Whether an edge is selected itself, or by one of its ends. */
static inline gboolean
plx_graph_scene_is_lit (const PlxGraphScene *self,
                        guint                edge)
{
  const PlxGraphEdge *tie = plx_graph_scene_edge (self, edge);

  return edge == self->edge ||
         ((self->flags[tie->a] | self->flags[tie->b]) & PLX_GRAPH_SELECTED) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphScene, plx_graph_scene_free)

G_END_DECLS
