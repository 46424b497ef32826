/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-labels"

#include "config.h"

#include "graph/plx-graph-labels.h"

#include <math.h>

/* About the size of a name, so that most boxes lie in one or two cells. */
#define CELL_WIDTH 96
#define CELL_HEIGHT 32

/* A name that has to lie on something rather lies on a node than on another name. */
#define NAME_WEIGHT 12

/* What it costs to hide a whole node, in parts of the name: nobody would know that it is there. */
#define HIDING 4

/* How far out such a name may go, in steps of its height. */
#define STEPS_OUT 2

typedef struct
{
  float x0, y0, x1, y1;
  float weight;
} Box;

struct _PlxGraphLabels
{
  double   width;
  double   height;
  int      columns;
  int      rows;
  GArray **cells; /* (element-type Box), each nullable; owned */
};

/* Where a name may lie beside its node: how far its middle is moved, as parts of half its size. */
static const struct { double x, y; } sides[] = {
  { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 0.75, 1 }, { -0.75, 1 }, { 0.75, -1 }, { -0.75, -1 },
};

PlxGraphLabels *
plx_graph_labels_new (double width,
                      double height)
{
  PlxGraphLabels *self = g_new0 (PlxGraphLabels, 1);

  self->width = width;
  self->height = height;
  self->columns = MAX (1, ceil (width / CELL_WIDTH));
  self->rows = MAX (1, ceil (height / CELL_HEIGHT));
  self->cells = g_new0 (GArray *, (gsize) self->columns * self->rows);

  return self;
}

void
plx_graph_labels_free (PlxGraphLabels *self)
{
  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_free (self);
}

static Box
make_box (double x,
          double y,
          double width,
          double height)
{
  return (Box) { x, y, x + width, y + height, 1 };
}

/* The cells that a box touches: [x0, x1] by [y0, y1]. */
static void
find_cells (PlxGraphLabels *self,
            const Box      *box,
            int            *x0,
            int            *y0,
            int            *x1,
            int            *y1)
{
  *x0 = CLAMP (floor (box->x0 / CELL_WIDTH), 0, self->columns - 1);
  *x1 = CLAMP (floor (box->x1 / CELL_WIDTH), 0, self->columns - 1);
  *y0 = CLAMP (floor (box->y0 / CELL_HEIGHT), 0, self->rows - 1);
  *y1 = CLAMP (floor (box->y1 / CELL_HEIGHT), 0, self->rows - 1);
}

static void
take (PlxGraphLabels *self,
      const Box      *box)
{
  int x0, y0, x1, y1;

  find_cells (self, box, &x0, &y0, &x1, &y1);

  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++)
      {
        GArray **cell = &self->cells[y * self->columns + x];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (Box));
        g_array_append_val (*cell, *box);
      }
}

static inline gboolean
has_middle (const Box *box,
            const Box *other)
{
  const float x = (other->x0 + other->x1) / 2, y = (other->y0 + other->y1) / 2;

  return x > box->x0 && x < box->x1 && y > box->y0 && y < box->y1;
}

/* How much of a box lies on something, or outside, in pixels of area; of names many times that. */
static double
find_overlap (PlxGraphLabels *self,
              const Box      *box)
{
  double inside_x = MIN (box->x1, self->width) - MAX (box->x0, 0);
  double inside_y = MIN (box->y1, self->height) - MAX (box->y0, 0);
  double area = (double) (box->x1 - box->x0) * (box->y1 - box->y0);
  double sum = NAME_WEIGHT * (area - MAX (inside_x, 0) * MAX (inside_y, 0));
  int x0, y0, x1, y1;

  find_cells (self, box, &x0, &y0, &x1, &y1);

  for (int i = 0; i < (x1 - x0 + 1) * (y1 - y0 + 1); i++)
    {
      int x = x0 + i % (x1 - x0 + 1), y = y0 + i / (x1 - x0 + 1);
      GArray *cell = self->cells[y * self->columns + x];

      for (guint j = 0; cell != NULL && j < cell->len; j++)
        {
          const Box *other = &g_array_index (cell, Box, j);
          double width = MIN (box->x1, other->x1) - MAX (box->x0, other->x0);
          double height = MIN (box->y1, other->y1) - MAX (box->y0, other->y0);

          if (width > 0 && height > 0)
            sum += other->weight * width * height;
          if (other->weight == 1 && has_middle (box, other))
            sum += HIDING * area;
        }
    }

  return sum;
}

static inline gboolean
overlaps (const Box *a,
          const Box *b)
{
  /* What rounding leaves is nothing. */
  return MIN (a->x1, b->x1) - MAX (a->x0, b->x0) > 0.001f &&
         MIN (a->y1, b->y1) - MAX (a->y0, b->y0) > 0.001f;
}

/* Most places are taken, and are asked for in each frame: the first box in the way is enough. */
static gboolean
is_free (PlxGraphLabels *self,
         const Box      *box)
{
  int x0, y0, x1, y1;

  if (box->x0 < 0 || box->y0 < 0 || box->x1 > self->width || box->y1 > self->height)
    return FALSE;

  find_cells (self, box, &x0, &y0, &x1, &y1);

  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++)
      {
        GArray *cell = self->cells[y * self->columns + x];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (overlaps (box, &g_array_index (cell, Box, i)))
            return FALSE;
      }

  return TRUE;
}

static Box
box_at (double x,
        double y,
        double radius,
        double width,
        double height,
        guint  side)
{
  double gap = radius * 1.15 + 1;
  double cx = x + sides[side].x * (width / 2 + (sides[side].y == 0 ? gap + 1 : 0));
  double cy = y + sides[side].y * (height / 2 + gap);

  return make_box (cx - width / 2, cy - height / 2, width, height);
}

static Box
move_inside (PlxGraphLabels *self,
             Box             box)
{
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;

  return make_box (CLAMP (box.x0, 0, MAX (self->width - width, 0)),
                   CLAMP (box.y0, 0, MAX (self->height - height, 0)), width, height);
}

/* Where a name that is needed lies on as little as can be, and within the borders. */
static Box
find_least (PlxGraphLabels *self,
            double          x,
            double          y,
            double          radius,
            double          width,
            double          height,
            double         *least)
{
  Box best = { 0 };

  *least = G_MAXDOUBLE;
  for (guint i = 0; i < STEPS_OUT * G_N_ELEMENTS (sides); i++)
    {
      guint step = i / G_N_ELEMENTS (sides);
      Box box = box_at (x, y, radius + step * height, width, height, i % G_N_ELEMENTS (sides));
      double bad;

      /* Near to its node it is better read, even if it lies on a little. */
      box = move_inside (self, box);
      bad = find_overlap (self, &box) + step * width * height / 2;
      if (bad >= *least)
        continue;

      *least = bad;
      best = box;
    }

  return best;
}

/* Says that something lies at a place. */
void
plx_graph_labels_take (PlxGraphLabels *self,
                       double          x,
                       double          y,
                       double          width,
                       double          height)
{
  Box box = make_box (x, y, width, height);

  take (self, &box);
}

/**
 * plx_graph_labels_place:
 * @self: labels
 * @x: where the node is
 * @y: where the node is
 * @radius: how large it is
 * @width: of its name
 * @height: of its name
 * @need: how much the name is needed
 * @side: (inout): on which side it was last time, and is now, so that it does not jump
 * @name_x: (out): the left edge of the name
 * @name_y: (out): its upper edge
 *
 * Finds a place for a name beside its node, where it lies on nothing, and takes it.
 *
 * Returns: whether there is one
 */
gboolean
plx_graph_labels_place (PlxGraphLabels *self,
                        double          x,
                        double          y,
                        double          radius,
                        double          width,
                        double          height,
                        PlxGraphNeed    need,
                        guint8         *side,
                        double         *name_x,
                        double         *name_y)
{
  guint last = MIN (*side, G_N_ELEMENTS (sides) - 1);
  Box box = box_at (x, y, radius, width, height, last);
  gboolean found = is_free (self, &box);
  double bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides) && !found; i++)
    {
      box = box_at (x, y, radius, width, height, i);
      found = is_free (self, &box);
      if (found)
        *side = i;
    }

  if (!found && need == PLX_GRAPH_NEED_ROOM)
    return FALSE;

  if (!found)
    box = find_least (self, x, y, radius, width, height, &bad);
  if (!found && need == PLX_GRAPH_NEED_LITTLE && bad >= HIDING * width * height)
    return FALSE;

  box.weight = NAME_WEIGHT;
  take (self, &box);
  *name_x = box.x0;
  *name_y = box.y0;

  return TRUE;
}
