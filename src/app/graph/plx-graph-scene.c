/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-scene"

#include "config.h"

#include "graph/plx-graph-scene.h"

#include <math.h>

#define SMALLEST 5
#define GROWTH 9

/* So near to a node or a tie, in pixels, one means it. */
#define NODE_SLOP 4
#define TIE_SLOP 7

/* How much worse it is to lie beside the way than along it. */
#define ASIDE 2.0

/* The ties of each node, the heaviest first, since that is the order of the edges. */
static void
index_ties (PlxGraphScene *self)
{
  g_autofree guint32 *next = g_new0 (guint32, self->n + 1);

  self->first = g_new0 (guint32, self->n + 2);
  self->ties = g_new0 (guint32, 2 * self->n_edges + 1);

  for (guint i = 0; i < self->n_edges; i++)
    {
      self->first[plx_graph_scene_edge (self, i)->a + 1]++;
      self->first[plx_graph_scene_edge (self, i)->b + 1]++;
    }

  for (guint i = 0; i < self->n; i++)
    {
      self->first[i + 1] += self->first[i];
      next[i] = self->first[i];
    }

  for (guint i = 0; i < self->n_edges; i++)
    {
      self->ties[next[plx_graph_scene_edge (self, i)->a]++] = i;
      self->ties[next[plx_graph_scene_edge (self, i)->b]++] = i;
    }
}

/**
 * plx_graph_scene_new:
 * @analysis: an analysis
 * @graph: a graph of it that is laid out
 *
 * Returns: (transfer full): the graph as it is drawn, with nothing selected or hidden
 */
PlxGraphScene *
plx_graph_scene_new (PlxAnalysis *analysis,
                     PlxGraph    *graph)
{
  PlxGraphScene *self = g_new0 (PlxGraphScene, 1);

  self->analysis = plx_analysis_ref (analysis);
  self->graph = plx_graph_ref (graph);
  self->n = graph->nodes->len;
  self->n_edges = graph->edges->len;
  self->n_sources = plx_analysis_get_n_articles (analysis);
  self->at = g_new0 (PlxGraphPoint, self->n + 1);
  self->radius = g_new0 (float, self->n + 1);
  self->kinds = g_new0 (guint8, self->n + 1);
  self->flags = g_new0 (guint8, self->n + 1);
  self->groups = g_new0 (guint32, self->n + 1);
  self->sources = g_new0 (guint64, self->n + 1);
  self->node_styles = g_new0 (guint8, self->n + 1);
  self->edge_styles = g_new0 (guint8, self->n_edges + 1);
  self->strength = g_new0 (float, self->n_edges + 1);
  self->edge = PLX_NONE;

  for (guint i = 0; i < self->n; i++)
    {
      const PlxGraphNode *node = plx_graph_scene_node (self, i);

      self->at[i] = (PlxGraphPoint) { node->x, node->y };
      self->kinds[i] = plx_analysis_get_entity (analysis, node->entity)->kind;
      self->groups[i] = graph->is_measured ? node->group : PLX_NONE;
      for (guint j = 0; j < node->refs->len; j++)
        self->sources[i] |= G_GUINT64_CONSTANT (1) <<
                            MIN (g_array_index (node->refs, PlxSentenceRef, j).article, 63);
    }

  for (guint i = 0; i < self->n_edges; i++)
    self->strength[i] = graph->max_strength > 0 ? plx_graph_scene_edge (self, i)->strength /
                                                  graph->max_strength : 0;

  index_ties (self);
  plx_graph_scene_set_sizes (self, NULL);

  return self;
}

void
plx_graph_scene_free (PlxGraphScene *self)
{
  plx_analysis_unref (self->analysis);
  plx_graph_unref (self->graph);
  g_free (self->at);
  g_free (self->radius);
  g_free (self->kinds);
  g_free (self->flags);
  g_free (self->groups);
  g_free (self->sources);
  g_free (self->node_styles);
  g_free (self->edge_styles);
  g_free (self->strength);
  g_free (self->first);
  g_free (self->ties);
  g_free (self);
}

const char *
plx_graph_scene_get_name (const PlxGraphScene *self,
                          guint                node)
{
  return plx_analysis_get_entity (self->analysis, plx_graph_scene_node (self, node)->entity)->name;
}

/**
 * plx_graph_scene_set_sizes:
 * @self: a scene
 * @sizes: (nullable) (array): what the size of each node tells, or `NULL` for how often it is
 *   mentioned
 *
 * Makes nodes as large as a number says: by area, since that is what the eye compares.
 */
void
plx_graph_scene_set_sizes (PlxGraphScene *self,
                           const double  *sizes)
{
  double largest = 0;

  for (guint i = 0; i < self->n; i++)
    largest = MAX (largest, sizes != NULL ? sizes[i] : plx_graph_scene_node (self, i)->weight);

  for (guint i = 0; i < self->n; i++)
    {
      double size = sizes != NULL ? sizes[i] : plx_graph_scene_node (self, i)->weight;

      self->radius[i] = SMALLEST + GROWTH * (largest > 0 ? sqrt (MAX (size, 0) / largest) : 0);
    }
}

double
plx_graph_scene_get_radius (const PlxGraphScene  *self,
                            const PlxGraphCamera *camera,
                            guint                 node)
{
  return self->radius[node] * camera->zoom;
}

/* Whoever has changed what is selected or hidden says so: finds what is tied to it. */
void
plx_graph_scene_emphasize (PlxGraphScene *self)
{
  self->n_selected = 0;

  for (guint i = 0; i < self->n; i++)
    {
      self->flags[i] &= ~PLX_GRAPH_NEAR;
      if (self->flags[i] & PLX_GRAPH_HIDDEN)
        self->flags[i] &= ~PLX_GRAPH_SELECTED;
      self->n_selected += (self->flags[i] & PLX_GRAPH_SELECTED) != 0;
    }

  if (self->edge != PLX_NONE)
    {
      self->flags[plx_graph_scene_edge (self, self->edge)->a] |= PLX_GRAPH_NEAR;
      self->flags[plx_graph_scene_edge (self, self->edge)->b] |= PLX_GRAPH_NEAR;
    }

  for (guint i = 0; i < self->n && self->n_selected > 0; i++)
    {
      if ((self->flags[i] & PLX_GRAPH_SELECTED) == 0)
        continue;

      for (guint j = self->first[i]; j < self->first[i + 1]; j++)
        self->flags[plx_graph_scene_other_end (self, self->ties[j], i)] |= PLX_GRAPH_NEAR;
    }
}

/**
 * plx_graph_scene_pick_node:
 * @self: a scene
 * @camera: from where it is looked at
 * @x: a point of the screen
 * @y: a point of the screen
 *
 * Returns: the node there, or `PLX_NONE`
 */
guint
plx_graph_scene_pick_node (const PlxGraphScene  *self,
                           const PlxGraphCamera *camera,
                           double                x,
                           double                y)
{
  guint best = PLX_NONE;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->n; i++)
    {
      PlxGraphPoint point = plx_graph_camera_to_screen (camera, self->at[i]);
      double distance = hypot (point.x - x, point.y - y) -
                        plx_graph_scene_get_radius (self, camera, i);

      if (distance > NODE_SLOP || distance >= nearest || !plx_graph_scene_shows_node (self, i))
        continue;

      nearest = distance;
      best = i;
    }

  return best;
}

static double
distance_to_tie (PlxGraphPoint a,
                 PlxGraphPoint b,
                 double        x,
                 double        y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double along = ((x - a.x) * dx + (y - a.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);

  along = CLAMP (along, 0, 1);

  return hypot (x - a.x - along * dx, y - a.y - along * dy);
}

/**
 * plx_graph_scene_pick_edge:
 * @self: a scene
 * @camera: from where it is looked at
 * @x: a point of the screen
 * @y: a point of the screen
 *
 * Returns: the edge that is nearest to the point, or `PLX_NONE` where none is near
 */
guint
plx_graph_scene_pick_edge (const PlxGraphScene  *self,
                           const PlxGraphCamera *camera,
                           double                x,
                           double                y)
{
  guint best = PLX_NONE;
  double nearest = TIE_SLOP;

  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlxGraphEdge *edge = plx_graph_scene_edge (self, i);
      PlxGraphPoint a = plx_graph_camera_to_screen (camera, self->at[edge->a]);
      PlxGraphPoint b = plx_graph_camera_to_screen (camera, self->at[edge->b]);
      double distance = distance_to_tie (a, b, x, y);

      if (distance >= nearest || !plx_graph_scene_shows_edge (self, i))
        continue;

      nearest = distance;
      best = i;
    }

  return best;
}

/**
 * plx_graph_scene_step:
 * @self: a scene
 * @from: a node, or `PLX_NONE`
 * @direction: up, down, left or right
 *
 * Finds the node to which an arrow key leads: the nearest that lies rather in that direction
 * than beside it.
 *
 * Returns: a node; `PLX_NONE` where there is none; where one comes from nowhere, the first
 */
guint
plx_graph_scene_step (const PlxGraphScene *self,
                      guint                from,
                      GtkDirectionType     direction)
{
  gboolean flat = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  double sign = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP ? -1 : 1;
  guint best = PLX_NONE;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->n; i++)
    {
      double along, aside;

      if (i == from || !plx_graph_scene_shows_node (self, i))
        continue;
      if (from == PLX_NONE)
        return i;

      along = sign * (flat ? self->at[i].x - self->at[from].x : self->at[i].y - self->at[from].y);
      aside = fabs (flat ? self->at[i].y - self->at[from].y : self->at[i].x - self->at[from].x);
      if (along <= 0 || aside > 1.5 * along || along + ASIDE * aside >= nearest)
        continue;

      nearest = along + ASIDE * aside;
      best = i;
    }

  return best;
}

/**
 * plx_graph_scene_next_tie:
 * @self: a scene
 * @node: a node
 * @edge: one of its ties, or `PLX_NONE`
 * @forward: whether the next is meant, rather than the one before
 *
 * Finds the tie after another around a node, the heaviest first. From `PLX_NONE` one goes to the
 * first forward, and to the last backward.
 *
 * Returns: an edge, or `PLX_NONE` at the end
 */
guint
plx_graph_scene_next_tie (const PlxGraphScene *self,
                          guint                node,
                          guint                edge,
                          gboolean             forward)
{
  int start = self->first[node], end = self->first[node + 1];
  int step = forward ? 1 : -1;
  int i = forward ? start : end - 1;

  if (edge != PLX_NONE)
    for (int j = start; j < end; j++)
      if (self->ties[j] == edge)
        i = j + step;

  for (; i >= start && i < end; i += step)
    if (plx_graph_scene_shows_edge (self, self->ties[i]))
      return self->ties[i];

  return PLX_NONE;
}

/* Whether a point lies inside a line that is closed, however it winds: counts how often a ray to
 * the right crosses it. */
static gboolean
is_inside (const PlxGraphPoint *corners,
           guint                n,
           PlxGraphPoint        point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      const PlxGraphPoint *a = &corners[i];
      const PlxGraphPoint *b = &corners[j];

      if ((a->y > point.y) != (b->y > point.y) &&
          point.x < (b->x - a->x) * (point.y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

/**
 * plx_graph_scene_select_area:
 * @self: a scene
 * @camera: from where it is looked at
 * @corners: (array length=n_corners): a line around an area of the screen
 * @n_corners: how many
 * @add: whether what was selected stays so
 *
 * Selects the nodes in an area.
 *
 * Returns: how many are selected now
 */
guint
plx_graph_scene_select_area (PlxGraphScene        *self,
                             const PlxGraphCamera *camera,
                             const PlxGraphPoint  *corners,
                             guint                 n_corners,
                             gboolean              add)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (!add)
        self->flags[i] &= ~PLX_GRAPH_SELECTED;

      if (n_corners > 2 && plx_graph_scene_shows_node (self, i) &&
          is_inside (corners, n_corners, plx_graph_camera_to_screen (camera, self->at[i])))
        self->flags[i] |= PLX_GRAPH_SELECTED;
    }

  self->edge = PLX_NONE;
  plx_graph_scene_emphasize (self);

  return self->n_selected;
}
