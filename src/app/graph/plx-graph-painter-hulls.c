/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-painter"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "graph/plx-graph-groups.h"
#include "graph/plx-graph-painter.h"
#include "graph/plx-graph-stamps.h"

/* Groups are numbered by size. What comes after these is colour only. */
#define MAX_HULLS PLX_GRAPH_MAX_GROUNDS

#define HULL_ROOM 20
#define HULL_ALPHA 0.13

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PlxGraphPoint *p = a;
  const PlxGraphPoint *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;

  return (p->y > q->y) - (p->y < q->y);
}

static double
turn (PlxGraphPoint a,
      PlxGraphPoint b,
      PlxGraphPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/**
 * plx_graph_groups_find_hull:
 * @points: (array length=n): points; they are sorted
 * @n: how many
 * @hull: (out caller-allocates): the corners; there may be n + 1 on the way
 *
 * Finds the smallest outline without dents around points: along the lower side to the right, and
 * along the upper one back (Andrew's monotone chain).
 *
 * Returns: how many corners there are
 */
guint
plx_graph_groups_find_hull (PlxGraphPoint *points,
                            guint          n,
                            PlxGraphPoint *hull)
{
  guint len = 0;

  qsort (points, n, sizeof *points, compare_points);
  if (n < 3)
    {
      for (guint i = 0; i < n; i++)
        hull[i] = points[i];
      return n;
    }

  for (guint side = 0; side < 2; side++)
    {
      guint start = len;

      for (guint i = 0; i < n; i++)
        {
          PlxGraphPoint point = points[side == 0 ? i : n - 1 - i];

          while (len >= start + 2 && turn (hull[len - 2], hull[len - 1], point) <= 0)
            len--;
          hull[len++] = point;
        }
      /* The end of one side is the beginning of the other. */
      len--;
    }

  return len;
}

/* A, B, …, Z, AA, AB, … */
char *
plx_graph_groups_dup_letter (guint group)
{
  GString *letters = g_string_new (NULL);

  for (gint64 rest = group; rest >= 0; rest = rest / 26 - 1)
    g_string_prepend_c (letters, 'A' + rest % 26);

  return g_string_free_and_steal (letters);
}

/* Where the ground ends on the outer side of the line from @a to @b, beside @a. */
static PlxGraphPoint
beside (PlxGraphPoint a,
        PlxGraphPoint b,
        PlxGraphPoint of)
{
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);

  return (PlxGraphPoint) { of.x + HULL_ROOM * (b.y - a.y) / length,
                           of.y - HULL_ROOM * (b.x - a.x) / length };
}

/* The ground reaches so far beyond the outline that nodes have room on it: straight along its lines
 * and round its corners. One fill of a colour that lets through costs far less than a layer of its
 * own. */
static GskPath *
create_hull (PlxGraphPoint *points,
             guint          n)
{
  g_autofree PlxGraphPoint *hull = g_new (PlxGraphPoint, n + 2);
  guint len = plx_graph_groups_find_hull (points, n, hull);
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < len; i++)
    {
      PlxGraphPoint before = hull[(i + len - 1) % len], at = hull[i], next = hull[(i + 1) % len];
      PlxGraphPoint from = beside (before, at, at), to = beside (at, next, at);

      if (i == 0)
        gsk_path_builder_move_to (builder, from.x, from.y);
      else
        gsk_path_builder_line_to (builder, from.x, from.y);
      gsk_path_builder_svg_arc_to (builder, HULL_ROOM, HULL_ROOM, 0, FALSE, TRUE, to.x, to.y);
    }
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static GdkRGBA
hull_color (const PlxGraphPainter *self,
            guint                  group)
{
  GdkRGBA color = self->palette->groups[group % PLX_GRAPH_N_HUES];

  color.alpha = self->palette->contrast ? 2 * HULL_ALPHA : HULL_ALPHA;

  return color;
}

static guint
collect_members (const PlxGraphPainter *self,
                 const PlxGraphPoint   *points,
                 guint                  group,
                 PlxGraphPoint         *members)
{
  guint n = 0;

  for (guint i = 0; i < self->scene->n; i++)
    if (self->scene->groups[i] == group && plx_graph_scene_shows_node (self->scene, i))
      members[n++] = points[i];

  return n;
}

/**
 * plx_graph_painter_hulls:
 * @self: a painter
 * @snapshot: where to
 * @points: (array): where each node is
 *
 * Draws the grounds of the groups that have more than one node.
 */
void
plx_graph_painter_hulls (const PlxGraphPainter *self,
                         GtkSnapshot           *snapshot,
                         const PlxGraphPoint   *points)
{
  g_autofree PlxGraphPoint *members = g_new (PlxGraphPoint, self->scene->n + 1);

  for (guint group = 0; group < MIN (self->scene->n_groups, MAX_HULLS); group++)
    {
      guint n = collect_members (self, points, group, members);
      GdkRGBA color = hull_color (self, group);
      g_autoptr (GskPath) path = n > 1 ? create_hull (members, n) : NULL;

      if (path != NULL)
        gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
    }
}

/**
 * plx_graph_painter_add_grounds:
 * @self: a painter
 * @points: (array): where each node is
 * @scale: how many pixels a unit of the screen has
 * @corner: where the picture begins, in pixels
 * @grounds: grounds; those of groups are added
 *
 * Does the same for a picture that is drawn pixel by pixel.
 */
void
plx_graph_painter_add_grounds (const PlxGraphPainter *self,
                               const PlxGraphPoint   *points,
                               double                 scale,
                               PlxGraphPoint          corner,
                               PlxGraphGrounds       *grounds)
{
  g_autofree PlxGraphPoint *members = g_new (PlxGraphPoint, self->scene->n + 1);
  g_autofree PlxGraphPoint *hull = g_new (PlxGraphPoint, self->scene->n + 2);

  for (guint group = 0; group < MIN (self->scene->n_groups, MAX_HULLS); group++)
    {
      guint n = collect_members (self, points, group, members);
      GdkRGBA color = hull_color (self, group);

      if (n < 2)
        continue;

      n = plx_graph_groups_find_hull (members, n, hull);
      for (guint i = 0; i < n; i++)
        hull[i] = (PlxGraphPoint) { hull[i].x * scale - corner.x, hull[i].y * scale - corner.y };
      plx_graph_grounds_add (grounds, hull, n, HULL_ROOM * scale, plx_graph_stamps_mix (&color));
    }
}

static void
append_letter (const PlxGraphPainter *self,
               GtkSnapshot           *snapshot,
               PlxGraphLabels        *labels,
               guint                  group,
               PlxGraphPoint          top)
{
  double width, height;

  plx_graph_texts_measure_letter (self->texts, group, &width, &height);
  top.x -= width / 2;
  top.y -= HULL_ROOM + height / 2;
  plx_graph_labels_take (labels, top.x, top.y, width, height);
  plx_graph_texts_append_letter (self->texts, snapshot, self->palette, group, top.x, top.y);
}

/* A colour alone does not tell a group from another: it has a ground of its own, and a letter
 * above its uppermost node. */
void
plx_graph_painter_letters (const PlxGraphPainter *self,
                           GtkSnapshot           *snapshot,
                           const PlxGraphPoint   *points,
                           PlxGraphLabels        *labels)
{
  g_autofree PlxGraphPoint *members = g_new (PlxGraphPoint, self->scene->n + 1);

  for (guint group = 0; group < MIN (self->scene->n_groups, MAX_HULLS); group++)
    {
      guint n = collect_members (self, points, group, members);
      PlxGraphPoint top = members[0];

      for (guint i = 1; i < n; i++)
        if (members[i].y < top.y)
          top = members[i];
      if (n > 1)
        append_letter (self, snapshot, labels, group, top);
    }
}
