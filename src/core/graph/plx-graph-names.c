/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

typedef struct
{
  double x0, y0, x1, y1;
} Box;

static gboolean
is_free (GArray    *taken,
         const Box *box,
         double     width,
         double     height)
{
  if (width > 0 && (box->x0 < 0 || box->y0 < 0 || box->x1 > width || box->y1 > height))
    return FALSE;

  for (guint i = 0; i < taken->len; i++)
    {
      const Box *other = &g_array_index (taken, Box, i);

      if (box->x0 < other->x1 && other->x0 < box->x1 &&
          box->y0 < other->y1 && other->y0 < box->y1)
        return FALSE;
    }

  return TRUE;
}

/* Where a name may lie beside its node: how far its middle is moved, as parts of half its size. */
static const struct { double x, y; } sides[] = {
  { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 0.75, 1 }, { -0.75, 1 }, { 0.75, -1 }, { -0.75, -1 },
};

static Box
box_at (const PlxGraphSpot *spot,
        guint               side)
{
  double gap = spot->radius * 1.15 + 1;
  double x = spot->x + sides[side].x * (spot->width / 2 + (sides[side].y == 0 ? gap + 1 : 0));
  double y = spot->y + sides[side].y * (spot->height / 2 + gap);

  return (Box) { x - spot->width / 2, y - spot->height / 2, x + spot->width / 2,
                 y + spot->height / 2 };
}

static void
place_name (PlxGraphSpot *spot,
            GArray       *taken,
            double        width,
            double        height)
{
  Box box;

  /* Where the node itself lies outside, its name may, too. */
  if (spot->x < 0 || spot->y < 0 || spot->x > width || spot->y > height)
    width = 0;

  spot->named = FALSE;

  for (guint side = 0; side < G_N_ELEMENTS (sides) && !spot->named; side++)
    {
      box = box_at (spot, side);
      spot->named = is_free (taken, &box, width, height);
    }

  if (!spot->named)
    box = box_at (spot, 0);

  spot->name_x = box.x0;
  spot->name_y = box.y0;

  if (width > 0)
    {
      spot->name_x = CLAMP (spot->name_x, 0, MAX (width - spot->width, 0));
      spot->name_y = CLAMP (spot->name_y, 0, MAX (height - spot->height, 0));
    }

  if (spot->named)
    g_array_append_val (taken, box);
}

/**
 * plx_graph_place_names:
 * @spots: (array length=n): the nodes as they are drawn, the most important first
 * @n: how many
 * @width: of the room in which the names of the nodes in it have to stay, or 0
 * @height: of the room
 *
 * Finds a place for each name, beside its node, where it lies on no other node or name.
 *
 * The names that find none are not `named`; where to put them nevertheless is told, too.
 */
void
plx_graph_place_names (PlxGraphSpot *spots,
                       guint         n,
                       double        width,
                       double        height)
{
  g_autoptr (GArray) taken = g_array_sized_new (FALSE, FALSE, sizeof (Box), 2 * n);

  for (guint i = 0; i < n; i++)
    {
      const PlxGraphSpot *spot = &spots[i];
      Box box = { spot->x - spot->radius, spot->y - spot->radius, spot->x + spot->radius,
                  spot->y + spot->radius };

      g_array_append_val (taken, box);
    }

  for (guint i = 0; i < n; i++)
    place_name (&spots[i], taken, width, height);
}
