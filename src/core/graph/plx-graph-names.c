/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include <math.h>

typedef struct
{
  double x0, y0, x1, y1;
} Box;

/* What is taken, by the cells of a grid that it touches: of thousands of nodes only those nearby
 * are looked at. Cells are about as large as a name. */
typedef struct
{
  GArray     *boxes; /* Box */
  GHashTable *cells; /* the cell → GArray of guint, places in @boxes */
  double      width;
  double      height;
} Taken;

static gint64
cell_at (const Taken *self,
         double       x,
         double       y)
{
  const gint32 column = CLAMP (floor (x / self->width), G_MININT32 + 1.0, G_MAXINT32 - 1.0);
  const gint32 row = CLAMP (floor (y / self->height), G_MININT32 + 1.0, G_MAXINT32 - 1.0);

  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

static void
take (Taken     *self,
      const Box *box)
{
  const guint place = self->boxes->len;

  g_array_append_val (self->boxes, *box);

  for (double x = box->x0; ; x = MIN (x + self->width, box->x1))
    {
      for (double y = box->y0; ; y = MIN (y + self->height, box->y1))
        {
          const gint64 cell = cell_at (self, x, y);
          GArray *places = g_hash_table_lookup (self->cells, &cell);

          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (self->cells, g_memdup2 (&cell, sizeof cell), places);
            }
          g_array_append_val (places, place);

          if (!(y < box->y1))
            break;
        }

      if (!(x < box->x1))
        break;
    }
}

static gboolean
is_free_in_cell (const Taken *self,
                 gint64       cell,
                 const Box   *box)
{
  GArray *places = g_hash_table_lookup (self->cells, &cell);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const Box *other = &g_array_index (self->boxes, Box, g_array_index (places, guint, i));

      if (box->x0 < other->x1 && other->x0 < box->x1 &&
          box->y0 < other->y1 && other->y0 < box->y1)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_free (const Taken *self,
         const Box   *box,
         double       width,
         double       height)
{
  if (width > 0 && (box->x0 < 0 || box->y0 < 0 || box->x1 > width || box->y1 > height))
    return FALSE;

  for (double x = box->x0; ; x = MIN (x + self->width, box->x1))
    {
      for (double y = box->y0; ; y = MIN (y + self->height, box->y1))
        {
          if (!is_free_in_cell (self, cell_at (self, x, y), box))
            return FALSE;
          if (!(y < box->y1))
            break;
        }

      if (!(x < box->x1))
        return TRUE;
    }
}

static Taken
taken_new (const PlxGraphSpot *spots,
           guint               n)
{
  Taken self = { g_array_sized_new (FALSE, FALSE, sizeof (Box), 2 * n), NULL, 1, 1 };

  self.cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    {
      self.width += MAX (spots[i].width, 2 * spots[i].radius) / n;
      self.height += MAX (spots[i].height, 2 * spots[i].radius) / n;
    }

  return self;
}

static void
taken_clear (Taken *self)
{
  g_array_unref (self->boxes);
  g_hash_table_unref (self->cells);
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
            Taken        *taken,
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
    take (taken, &box);
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
  Taken taken = taken_new (spots, n);

  for (guint i = 0; i < n; i++)
    {
      const PlxGraphSpot *spot = &spots[i];
      const Box box = { spot->x - spot->radius, spot->y - spot->radius, spot->x + spot->radius,
                        spot->y + spot->radius };

      take (&taken, &box);
    }

  for (guint i = 0; i < n; i++)
    place_name (&spots[i], &taken, width, height);

  taken_clear (&taken);
}
