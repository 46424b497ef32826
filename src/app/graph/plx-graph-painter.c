/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-painter"

#include "config.h"

#include "graph/plx-graph-painter.h"

#include <math.h>

#include "graph/plx-graph-mass.h"
#include "graph/plx-graph-rim.h"

/* A name for about so many pixels is as much as one reads. */
#define PIXELS_A_NAME 6500
#define TRIES_A_NAME 6

/* The heaviest have a name wherever it may lie: a picture says first of whom it is. On a small one
 * they are fewer. */
#define MAX_ALWAYS_NAMED 6
#define MIN_ALWAYS_NAMED 3
#define PIXELS_ALWAYS_NAMED 40000

/* Room around a name for the next. */
#define NAME_GAP 2

/**
 * plx_graph_painter_shape:
 * @kind: what a node is
 * @middle: where it is
 * @radius: how large it is
 *
 * Returns: (transfer full): its outline
 */
GskPath *
plx_graph_painter_shape (PlxKind       kind,
                         PlxGraphPoint middle,
                         double        radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  guint n = plx_graph_get_shape (kind, corners);

  if (n == 0)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (middle.x, middle.y), radius);

  for (guint i = 0; i < n; i++)
    if (i == 0)
      gsk_path_builder_move_to (builder, middle.x + radius * corners[i].x,
                                middle.y + radius * corners[i].y);
    else
      gsk_path_builder_line_to (builder, middle.x + radius * corners[i].x,
                                middle.y + radius * corners[i].y);
  if (n > 0)
    gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static void
stroke_shape (GtkSnapshot   *snapshot,
              PlxKind        kind,
              PlxGraphPoint  middle,
              double         radius,
              double         width,
              PlxGraphStyle  style,
              const GdkRGBA *color)
{
  g_autoptr (GskPath) path = plx_graph_painter_shape (kind, middle, radius);
  g_autoptr (GskStroke) stroke = plx_graph_painter_stroke (style, width);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* The rim tells the sources apart; where there is but one, it has nothing to tell. */
gboolean
plx_graph_painter_has_rims (const PlxGraphPainter *self)
{
  return self->scene->n_sources > 1;
}

static void
append_rims (const PlxGraphPainter *self,
             GtkSnapshot           *snapshot,
             const PlxGraphPoint   *points)
{
  const PlxGraphScene *scene = self->scene;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (PLX_GRAPH_RIM_WIDTH);
  g_autoptr (GskPath) path = NULL;
  gboolean any = plx_graph_scene_has_selection (scene);
  GdkRGBA color = self->palette->text;

  for (guint i = 0; i < scene->n; i++)
    {
      double radius = plx_graph_scene_get_radius (scene, self->camera, i);

      if (!plx_graph_scene_shows_node (scene, i) || radius < 4 ||
          !plx_graph_painter_sees (self, points[i], points[i], 30) ||
          (any && (scene->flags[i] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) == 0))
        continue;

      plx_graph_rim_append (builder, scene->n_sources, scene->sources[i], points[i],
                            plx_graph_rim_get_radius (scene->kinds[i], radius));
    }

  color.alpha = self->palette->contrast ? 1 : 0.45;
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
append_node (const PlxGraphPainter *self,
             GtkSnapshot           *snapshot,
             guint                  node,
             PlxGraphPoint          middle)
{
  const PlxGraphScene *scene = self->scene;
  double radius = plx_graph_scene_get_radius (scene, self->camera, node);
  GdkRGBA color = *plx_graph_palette_color (self->palette, scene, node);
  PlxKind kind = scene->kinds[node];
  gboolean far = plx_graph_scene_has_selection (scene) &&
                 (scene->flags[node] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) == 0;
  g_autoptr (GskPath) path = plx_graph_painter_shape (kind, middle, radius);

  if (far)
    color.alpha = 0.3;
  else
    stroke_shape (snapshot, kind, middle, radius, 3, PLX_GRAPH_BOTH, &self->palette->ground);

  /* What only the second graph has is hollow, so that it is told from the first without colour. */
  if (scene->node_styles[node] == PLX_GRAPH_THERE)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &self->palette->ground);
      stroke_shape (snapshot, kind, middle, radius - 1, 2, PLX_GRAPH_THERE, &color);
    }
  else
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);

  if (scene->flags[node] & PLX_GRAPH_PINNED)
    {
      g_autoptr (GskPath) pin = plx_graph_painter_shape (PLX_KIND_PERSON, middle, 2);

      gtk_snapshot_append_fill (snapshot, pin, GSK_FILL_RULE_WINDING, &self->palette->ground);
    }
}

static void
append_rings (const PlxGraphPainter *self,
              GtkSnapshot           *snapshot,
              const PlxGraphPoint   *points)
{
  const PlxGraphScene *scene = self->scene;
  guint n = 0;

  for (guint i = 0; i < scene->n && n < 500; i++)
    {
      gboolean strong = (scene->flags[i] & PLX_GRAPH_SELECTED) != 0 || i == self->focus_node;
      double radius = plx_graph_scene_get_radius (scene, self->camera, i);
      GdkRGBA color = self->palette->accent;

      if ((!strong && i != self->hover) || !plx_graph_scene_shows_node (scene, i))
        continue;

      n++;
      color.alpha = strong ? 0.95 : 0.5;
      stroke_shape (snapshot, scene->kinds[i], points[i], radius + 3.5,
                    i == self->focus_node ? 3.5 : 2.5, PLX_GRAPH_BOTH, &color);
    }
}

/* The edge under the keyboard, around which a line runs on both sides. */
static void
append_focus_edge (const PlxGraphPainter *self,
                   GtkSnapshot           *snapshot,
                   const PlxGraphPoint   *points)
{
  const PlxGraphEdge *edge;
  GskPathBuilder *builder;
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) wide = gsk_stroke_new (9);
  g_autoptr (GskStroke) inner = gsk_stroke_new (5);

  if (self->focus_edge == PLX_NONE)
    return;

  edge = plx_graph_scene_edge (self->scene, self->focus_edge);
  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, points[edge->a].x, points[edge->a].y);
  gsk_path_builder_line_to (builder, points[edge->b].x, points[edge->b].y);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, wide, &self->palette->accent);
  gtk_snapshot_append_stroke (snapshot, path, inner, &self->palette->ground);
}

/* Nodes as shapes, the heaviest on top. In a mass, only those that stand out from it. */
static void
append_nodes (const PlxGraphPainter *self,
              GtkSnapshot           *snapshot,
              const PlxGraphPoint   *points,
              gboolean               only_lit)
{
  const PlxGraphScene *scene = self->scene;
  guint n = 0;

  for (guint i = scene->n; i > 0; i--)
    {
      gboolean lit = (scene->flags[i - 1] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) != 0;

      if (!plx_graph_scene_shows_node (scene, i - 1) || (only_lit && (!lit || n > 500)) ||
          !plx_graph_painter_sees (self, points[i - 1], points[i - 1], 30))
        continue;

      n++;
      append_node (self, snapshot, i - 1, points[i - 1]);
    }
}

static guint
n_always_named (const PlxGraphPainter *self)
{
  return CLAMP (self->camera->width * self->camera->height / PIXELS_ALWAYS_NAMED,
                MIN_ALWAYS_NAMED, MAX_ALWAYS_NAMED);
}

/* How much the name of a node is needed, where there is no room for it. */
static PlxGraphNeed
needs_name (const PlxGraphPainter *self,
            guint                  node)
{
  const PlxGraphScene *scene = self->scene;

  if (node == self->hover || node == self->focus_node ||
      (scene->flags[node] & PLX_GRAPH_SELECTED && scene->n_selected <= 12) ||
      (scene->edge != PLX_NONE && scene->flags[node] & PLX_GRAPH_NEAR))
    return PLX_GRAPH_NEED_ALWAYS;

  if (node < MAX_ALWAYS_NAMED && node < n_always_named (self) &&
      !plx_graph_scene_has_selection (scene))
    return PLX_GRAPH_NEED_LITTLE;

  return PLX_GRAPH_NEED_ROOM;
}

static gboolean
may_have_name (const PlxGraphPainter *self,
               const PlxGraphPoint   *points,
               guint                  node)
{
  return plx_graph_scene_shows_node (self->scene, node) &&
         points[node].x >= 0 && points[node].y >= 0 &&
         points[node].x <= self->camera->width && points[node].y <= self->camera->height;
}

static gboolean
append_name (const PlxGraphPainter *self,
             GtkSnapshot           *snapshot,
             PlxGraphLabels        *labels,
             PlxGraphPoint          point,
             guint                  node)
{
  double radius = plx_graph_scene_get_radius (self->scene, self->camera, node) + 4;
  gboolean far = plx_graph_scene_has_selection (self->scene) &&
                 (self->scene->flags[node] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) == 0 &&
                 node != self->hover && node != self->focus_node;
  double width, height, x, y;

  plx_graph_texts_measure (self->texts, node, &width, &height);
  if (!plx_graph_labels_place (labels, point.x, point.y, radius, width + 2 * NAME_GAP, height,
                               needs_name (self, node), &self->sides[node], &x, &y))
    return FALSE;

  plx_graph_texts_append (self->texts, snapshot, self->palette, node, far, x + NAME_GAP, y);

  return TRUE;
}

/* In which order names get their place: those that are needed, those near to what is selected,
 * the others; each the heaviest first. */
static guint
rank (const PlxGraphPainter *self,
      guint                  node)
{
  if (needs_name (self, node) != PLX_GRAPH_NEED_ROOM)
    return 0;

  return self->scene->flags[node] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED) ? 1 : 2;
}

/* A name may lie on nodes that are hardly seen themselves; and the name of what stands out on those
 * that step back. */
static void
take_nodes (const PlxGraphPainter *self,
            PlxGraphLabels        *labels,
            const PlxGraphPoint   *points,
            gboolean               lit)
{
  const gboolean any = plx_graph_scene_has_selection (self->scene);

  for (guint i = 0; i < self->scene->n; i++)
    {
      double radius = plx_graph_scene_get_radius (self->scene, self->camera, i);
      gboolean far = any && (self->scene->flags[i] & (PLX_GRAPH_NEAR | PLX_GRAPH_SELECTED)) == 0;

      if (radius >= 4 && far == !lit && may_have_name (self, points, i))
        plx_graph_labels_take (labels, points[i].x - radius, points[i].y - radius, 2 * radius,
                               2 * radius);
    }
}

/* Nor may it lie under the legend or the controls. */
static void
take_controls (const PlxGraphPainter *self,
               PlxGraphLabels        *labels)
{
  const PlxGraphCamera *camera = self->camera;

  if (camera->head > 0)
    plx_graph_labels_take (labels, 0, 0, camera->width, camera->head + 12);
  if (camera->foot > 0)
    plx_graph_labels_take (labels, 0, camera->height - camera->foot - 12, camera->width,
                           camera->foot + 12);
  if (self->corner.size.width > 0)
    plx_graph_labels_take (labels, self->corner.origin.x, self->corner.origin.y,
                           self->corner.size.width, self->corner.size.height);
}

static void
append_names (const PlxGraphPainter *self,
              GtkSnapshot           *snapshot,
              const PlxGraphPoint   *points)
{
  const PlxGraphCamera *camera = self->camera;
  g_autoptr (PlxGraphLabels) labels = plx_graph_labels_new (camera->width, camera->height);
  guint budget = MAX (8, camera->width * camera->height / PIXELS_A_NAME);
  guint tries = budget * TRIES_A_NAME;

  take_nodes (self, labels, points, TRUE);
  take_controls (self, labels);
  plx_graph_painter_letters (self, snapshot, points, labels);

  for (guint wanted = 0; wanted < 3; wanted++)
    {
      if (wanted == 2)
        take_nodes (self, labels, points, FALSE);

      for (guint i = 0; i < self->scene->n && budget > 0 && tries > 0; i++)
        {
          if (!may_have_name (self, points, i) || rank (self, i) != wanted)
            continue;

          tries--;
          budget -= append_name (self, snapshot, labels, points[i], i);
        }
    }
}

/**
 * plx_graph_painter_snapshot:
 * @self: a painter
 * @snapshot: where to
 *
 * Draws the graph. What is so much that one sees but a mass is drawn as one.
 */
void
plx_graph_painter_snapshot (const PlxGraphPainter *self,
                            GtkSnapshot           *snapshot)
{
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, self->scene->n + 1);
  gboolean dense;

  for (guint i = 0; i < self->scene->n; i++)
    points[i] = plx_graph_camera_to_screen (self->camera, self->scene->at[i]);

  dense = plx_graph_painter_is_dense (self, points);
  if (!dense)
    plx_graph_painter_hulls (self, snapshot, points);
  else
    plx_graph_mass_append (self->mass, self, snapshot, points);

  append_focus_edge (self, snapshot, points);
  plx_graph_painter_ties (self, snapshot, points, dense);
  append_nodes (self, snapshot, points, dense);
  if (!dense && plx_graph_painter_has_rims (self))
    append_rims (self, snapshot, points);
  append_rings (self, snapshot, points);
  append_names (self, snapshot, points);
}
