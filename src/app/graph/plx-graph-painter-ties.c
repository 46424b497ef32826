/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-painter"

#include "config.h"

#include <math.h>

#include "graph/plx-graph-painter.h"

/* More than this of either on the screen is drawn as one mass. */
#define MANY_TIES 160
#define MANY_NODES 64

#define N_WIDTHS 6

/* The lit ties of something that has thousands are many as well. */
#define MAX_LIT 1500

gboolean
plx_graph_painter_sees (const PlxGraphPainter *self,
                        PlxGraphPoint          a,
                        PlxGraphPoint          b,
                        double                 margin)
{
  return MAX (a.x, b.x) >= -margin && MAX (a.y, b.y) >= -margin &&
         MIN (a.x, b.x) <= self->camera->width + margin &&
         MIN (a.y, b.y) <= self->camera->height + margin;
}

/* Whether there is so much on the screen that single lines and shapes are not looked at. */
gboolean
plx_graph_painter_is_dense (const PlxGraphPainter *self,
                            const PlxGraphPoint   *points)
{
  const PlxGraphScene *scene = self->scene;
  guint n_nodes = 0, n_ties = 0;

  for (guint i = 0; i < scene->n && n_nodes <= MANY_NODES; i++)
    n_nodes += plx_graph_scene_shows_node (scene, i) &&
               plx_graph_painter_sees (self, points[i], points[i], 0);

  for (guint i = 0; i < scene->n_edges && n_ties <= MANY_TIES; i++)
    {
      const PlxGraphEdge *edge = plx_graph_scene_edge (scene, i);

      n_ties += plx_graph_scene_shows_edge (scene, i) &&
                plx_graph_painter_sees (self, points[edge->a], points[edge->b], 0);
    }

  return n_nodes > MANY_NODES || n_ties > MANY_TIES;
}

/**
 * plx_graph_painter_stroke:
 * @style: how something stands in two graphs
 * @width: of the line
 *
 * Gives the line that stands for a style: whole for both and for here, dotted for there, long
 * dashes for weaker.
 *
 * Returns: (transfer full): a stroke
 */
GskStroke *
plx_graph_painter_stroke (PlxGraphStyle style,
                          double        width)
{
  GskStroke *stroke = gsk_stroke_new (width);
  double unit = MAX (width, 1.5);

  if (style == PLX_GRAPH_THERE)
    gsk_stroke_set_dash (stroke, (float[]) { 1.2 * unit, 1.8 * unit }, 2);
  else if (style == PLX_GRAPH_WEAKER)
    gsk_stroke_set_dash (stroke, (float[]) { 6 * unit, 2.5 * unit }, 2);

  return stroke;
}

/* How wide a tie is drawn, in steps. */
guint
plx_graph_painter_width_class (const PlxGraphScene *scene,
                               guint                edge)
{
  return scene->graph->max_weight > 1 ? round ((N_WIDTHS - 1) * sqrt (scene->strength[edge])) : 0;
}

/* Stronger ties are thick and weaker ones thin even where the first graph has little. */
static double
line_width (PlxGraphStyle style,
            guint         class,
            double        zoom)
{
  double more = style == PLX_GRAPH_STRONGER ? 1.5 : 0;

  return MAX ((1 + class + more) * zoom, 0.6);
}

static double
line_alpha (const PlxGraphPainter *self,
            PlxGraphStyle          style,
            guint                  class,
            gboolean               lit)
{
  double alpha = style == PLX_GRAPH_BOTH ? 0.18 + 0.05 * class : 0.75;

  if (self->palette->contrast)
    alpha = MIN (1, 2 * alpha);
  if (lit)
    return MAX (alpha, 0.75);

  return plx_graph_scene_has_selection (self->scene) ? 0.4 * alpha : alpha;
}

/* Ties of one look are one path: what counts for a renderer is how often it has to begin. */
static void
append_ties (const PlxGraphPainter *self,
             GtkSnapshot           *snapshot,
             GskPathBuilder        *builders[PLX_GRAPH_N_STYLES][N_WIDTHS],
             gboolean               lit)
{
  double zoom = CLAMP (self->camera->zoom, 0.4, 1);

  for (guint class = 0; class < N_WIDTHS; class++)
    for (guint style = 0; style < PLX_GRAPH_N_STYLES; style++)
      {
        g_autoptr (GskPath) path = NULL;
        g_autoptr (GskStroke) stroke = NULL;
        GdkRGBA color = lit && style == PLX_GRAPH_BOTH ? self->palette->accent
                                                       : self->palette->styles[style];

        if (builders[style][class] == NULL)
          continue;

        color.alpha *= line_alpha (self, style, class, lit);
        path = gsk_path_builder_free_to_path (builders[style][class]);
        stroke = plx_graph_painter_stroke (style, line_width (style, class, zoom));
        gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
      }
}

static void
append_layer (const PlxGraphPainter *self,
              GtkSnapshot           *snapshot,
              const PlxGraphPoint   *points,
              gboolean               lit)
{
  const PlxGraphScene *scene = self->scene;
  GskPathBuilder *builders[PLX_GRAPH_N_STYLES][N_WIDTHS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < scene->n_edges && n < MAX_LIT; i++)
    {
      const PlxGraphEdge *edge = plx_graph_scene_edge (scene, i);
      const guint class = plx_graph_painter_width_class (scene, i);
      GskPathBuilder **builder = &builders[scene->edge_styles[i]][class];
      PlxGraphPoint a = points[edge->a], b = points[edge->b];

      if (plx_graph_scene_is_lit (scene, i) != lit || !plx_graph_scene_shows_edge (scene, i) ||
          !plx_graph_painter_sees (self, a, b, 0))
        continue;

      if (*builder == NULL)
        *builder = gsk_path_builder_new ();
      gsk_path_builder_move_to (*builder, a.x, a.y);
      gsk_path_builder_line_to (*builder, b.x, b.y);
      n++;
    }

  append_ties (self, snapshot, builders, lit);
}

/* Draws the ties as lines, those of what is selected above the others. */
void
plx_graph_painter_ties (const PlxGraphPainter *self,
                        GtkSnapshot           *snapshot,
                        const PlxGraphPoint   *points,
                        gboolean               only_lit)
{
  if (!only_lit)
    append_layer (self, snapshot, points, FALSE);
  if (plx_graph_scene_has_selection (self->scene))
    append_layer (self, snapshot, points, TRUE);
}
