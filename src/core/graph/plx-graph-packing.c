/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-layout.h"

#include <math.h>

/* The room of a name, in the units of the layout. */
#define LETTER_WIDTH 0.066
#define MAX_LETTERS 22
#define NODE_WIDTH 0.45
#define NODE_HEIGHT 0.52
#define PART_GAP 0.5
#define ASPECT 1.5

void
plx_layout_measure_names (PlxLayout *self)
{
  self->width = g_new0 (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (self->analysis,
                                                               plx_layout_node (self, i)->entity);
      glong letters = MIN (g_utf8_strlen (entity->name, -1), MAX_LETTERS);

      self->width[i] = MAX (NODE_WIDTH, letters * LETTER_WIDTH + 0.1) / 2;
    }
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  const PlxLayout *self = user_data;
  guint p = *(const guint *) a;
  guint q = *(const guint *) b;
  double x = plx_layout_node (self, p)->x - self->width[p];
  double y = plx_layout_node (self, q)->x - self->width[q];

  if (x != y)
    return x < y ? -1 : 1;

  return (p > q) - (p < q);
}

/* Parts two names that overlap, along the axis on which they need to move less. */
static gboolean
part_names (PlxLayout *self,
            guint      a,
            guint      b)
{
  PlxGraphNode *p = plx_layout_node (self, a);
  PlxGraphNode *q = plx_layout_node (self, b);
  double dx = q->x - p->x;
  double dy = q->y - p->y;
  double over_x = self->width[a] + self->width[b] - fabs (dx);
  double over_y = NODE_HEIGHT - fabs (dy);

  if (over_x <= 1e-3 || over_y <= 1e-3)
    return FALSE;

  if (over_x < over_y)
    {
      double move = over_x / 2 + 1e-3;

      p->x -= dx < 0 ? -move : move;
      q->x += dx < 0 ? -move : move;
    }
  else
    {
      double move = over_y / 2 + 1e-3;

      p->y -= dy < 0 ? -move : move;
      q->y += dy < 0 ? -move : move;
    }

  return TRUE;
}

/* In a part that is much too tight, names pushed apart two by two would never come to rest:
 * it grows a little with each round. */
void
plx_layout_part_names (PlxLayout *self)
{
  g_autofree guint *order = g_new (guint, self->n + 1);
  gboolean moved = TRUE;

  for (guint i = 0; i < self->n; i++)
    order[i] = i;

  for (guint round = 0; moved && round < 300 && !plx_layout_cancelled (self); round++)
    {
      moved = FALSE;
      g_sort_array (order, self->n, sizeof (guint), compare_x, self);

      for (guint i = 0; i < self->n; i++)
        {
          guint a = order[i];

          for (guint j = i + 1; j < self->n; j++)
            {
              guint b = order[j];

              if (plx_layout_node (self, b)->x - self->width[b] >
                  plx_layout_node (self, a)->x + self->width[a])
                break;
              if (self->part[a] == self->part[b])
                moved |= part_names (self, a, b);
            }
        }

      if (moved && round >= 20)
        for (guint i = 0; i < self->n; i++)
          {
            plx_layout_node (self, i)->x *= 1.01;
            plx_layout_node (self, i)->y *= 1.01;
          }
    }
}

typedef struct
{
  guint  part;
  guint  n;
  double x0, y0, x1, y1;
} Box;

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const Box *x = a;
  const Box *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return x->part < y->part ? -1 : 1;
}

static Box *
measure_parts (const PlxLayout *self)
{
  Box *boxes = g_new (Box, self->n_parts + 1);

  for (guint i = 0; i < self->n_parts; i++)
    boxes[i] = (Box) { i, 0, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->n; i++)
    {
      Box *box = &boxes[self->part[i]];

      box->n++;
      box->x0 = MIN (box->x0, plx_layout_node (self, i)->x - self->width[i]);
      box->x1 = MAX (box->x1, plx_layout_node (self, i)->x + self->width[i]);
      box->y0 = MIN (box->y0, plx_layout_node (self, i)->y - NODE_HEIGHT / 2);
      box->y1 = MAX (box->y1, plx_layout_node (self, i)->y + NODE_HEIGHT / 2);
    }

  g_sort_array (boxes, self->n_parts, sizeof (Box), (GCompareDataFunc) compare_boxes, NULL);

  return boxes;
}

/* Sets the parts in rows under each other, the largest first, to about the shape of a window. */
void
plx_layout_pack_parts (PlxLayout *self)
{
  g_autofree Box *boxes = measure_parts (self);
  g_autofree PlxGraphPoint *moves = g_new0 (PlxGraphPoint, self->n_parts + 1);
  double area = 0, limit = 0, x = 0, y = 0, row = 0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      double width = boxes[i].x1 - boxes[i].x0 + PART_GAP;

      area += width * (boxes[i].y1 - boxes[i].y0 + PART_GAP);
      limit = MAX (limit, width);
    }
  limit = MAX (limit, sqrt (area * ASPECT));

  for (guint i = 0; i < self->n_parts; i++)
    {
      const Box *box = &boxes[i];
      double width = box->x1 - box->x0;

      if (x > 0 && x + width > limit)
        {
          x = 0;
          y += row + PART_GAP;
          row = 0;
        }

      moves[box->part] = (PlxGraphPoint) { x - box->x0, y - box->y0 };
      x += width + PART_GAP;
      row = MAX (row, box->y1 - box->y0);
    }

  for (guint i = 0; i < self->n; i++)
    {
      plx_layout_node (self, i)->x += moves[self->part[i]].x;
      plx_layout_node (self, i)->y += moves[self->part[i]].y;
    }
}
