/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-ties"

#include "config.h"

#include "graph/plx-graph-ties.h"

#include <math.h>

/* So near to a tie, in pixels, one means it. */
#define SLOP 7

static PlxGraphPoint
end_of (const PlxGraphTies *self,
        guint               node)
{
  return plx_graph_camera_to_screen (self->camera, self->at[node]);
}

/* A tie is a thin bar turned into its direction, which costs a renderer next to nothing. */
static void
snapshot_tie (const PlxGraphTies *self,
              GtkSnapshot        *snapshot,
              const PlxGraphEdge *edge,
              const GdkRGBA      *color)
{
  PlxGraphPoint a = end_of (self, edge->a);
  PlxGraphPoint b = end_of (self, edge->b);
  double part = edge->weight / (double) MAX (self->graph->max_weight, 1);
  double zoom = CLAMP (self->camera->scale / 75, 0.5, 1);
  double width = (1 + 5 * sqrt (part) * (self->graph->max_weight > 1)) * zoom;
  double length = hypot (b.x - a.x, b.y - a.y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (a.x, a.y));
  gtk_snapshot_rotate (snapshot, atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (0, -width / 2, length, width));
  gtk_snapshot_restore (snapshot);
}

/**
 * plx_graph_ties_snapshot:
 * @self: ties
 * @snapshot: where to
 * @node: the selected node, or `PLX_NONE`
 * @edge: the selected edge, or `PLX_NONE`
 * @text: the colour of text
 * @accent: the colour of what is selected
 *
 * Draws the ties, the lightest first, so that the heavy ones lie above them.
 */
void
plx_graph_ties_snapshot (const PlxGraphTies *self,
                         GtkSnapshot        *snapshot,
                         guint               node,
                         guint               edge,
                         const GdkRGBA      *text,
                         const GdkRGBA      *accent)
{
  gboolean any = node != PLX_NONE || edge != PLX_NONE;

  for (guint i = self->graph->edges->len; i > 0; i--)
    {
      const PlxGraphEdge *each = &g_array_index (self->graph->edges, PlxGraphEdge, i - 1);
      double part = each->weight / (double) MAX (self->graph->max_weight, 1);
      gboolean lit = i - 1 == edge || plx_graph_ties_touch (each, node);
      GdkRGBA color = lit ? *accent : *text;

      color.alpha *= lit ? 0.75 : any ? 0.07 : 0.16 + 0.3 * part;
      snapshot_tie (self, snapshot, each, &color);
    }
}

/**
 * plx_graph_ties_find:
 * @self: ties
 * @x: a point of the screen
 * @y: a point of the screen
 *
 * Returns: the edge that is nearest to the point, or `PLX_NONE` where none is near
 */
guint
plx_graph_ties_find (const PlxGraphTies *self,
                     double              x,
                     double              y)
{
  guint best = PLX_NONE;
  double nearest = SLOP;

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);
      PlxGraphPoint a = end_of (self, edge->a);
      PlxGraphPoint b = end_of (self, edge->b);
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double along = ((x - a.x) * dx + (y - a.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);
      double distance;

      along = CLAMP (along, 0, 1);
      distance = hypot (x - a.x - along * dx, y - a.y - along * dy);
      if (distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }

  return best;
}
