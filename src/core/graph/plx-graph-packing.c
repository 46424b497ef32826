/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-picture.h"

#include <math.h>

/* The room of a name, in the units of the picture. */
#define LETTER_WIDTH 0.066
#define MAX_LETTERS 22
#define NODE_WIDTH 0.45
#define NODE_HEIGHT 0.52
#define PART_GAP 0.5
#define ASPECT 1.5

#define MAX_ROUNDS 300
#define ROUNDS_BEFORE_GROWTH 20
#define GROWTH 1.01

void
plx_picture_measure_names (PlxPicture  *self,
                           PlxGraph    *graph,
                           PlxAnalysis *analysis)
{
  self->width = g_new0 (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      guint32 entity = g_array_index (graph->nodes, PlxGraphNode, i).entity;
      const char *name = plx_analysis_get_entity (analysis, entity)->name;
      glong letters = MIN (g_utf8_strlen (name, -1), MAX_LETTERS);

      self->width[i] = MAX (NODE_WIDTH, letters * LETTER_WIDTH + 0.1) / 2;
    }
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  const PlxPicture *self = user_data;
  guint p = *(const guint *) a;
  guint q = *(const guint *) b;
  double x = self->at[p].x - self->width[p];
  double y = self->at[q].x - self->width[q];

  if (x != y)
    return x < y ? -1 : 1;

  return (p > q) - (p < q);
}

/* Parts two names that overlap, along the axis on which they need to move less. What is pinned
 * stays, and the other moves all the way. */
static gboolean
part_two (PlxPicture *self,
          guint       a,
          guint       b)
{
  PlxGraphPoint *p = &self->at[a];
  PlxGraphPoint *q = &self->at[b];
  double dx = q->x - p->x;
  double dy = q->y - p->y;
  double over_x = self->width[a] + self->width[b] - fabs (dx);
  double over_y = NODE_HEIGHT - fabs (dy);
  double share = self->pinned[a] ? 0 : self->pinned[b] ? 1 : 0.5;

  if (over_x <= 1e-3 || over_y <= 1e-3 || (self->pinned[a] && self->pinned[b]))
    return FALSE;

  if (over_x < over_y)
    {
      double move = dx < 0 ? -over_x - 2e-3 : over_x + 2e-3;

      p->x -= share * move;
      q->x += (1 - share) * move;
    }
  else
    {
      double move = dy < 0 ? -over_y - 2e-3 : over_y + 2e-3;

      p->y -= share * move;
      q->y += (1 - share) * move;
    }

  return TRUE;
}

/* Parts that are set beside each other afterwards need not be kept apart here. */
static inline gboolean
may_overlap (const PlxPicture *self,
             guint             a,
             guint             b)
{
  return self->part[a] != self->part[b] &&
         (!self->parts[self->part[a]].is_known || !self->parts[self->part[b]].is_known);
}

static gboolean
part_all (PlxPicture *self,
          guint      *order)
{
  gboolean moved = FALSE;

  g_sort_array (order, self->n, sizeof (guint), compare_x, self);

  for (guint i = 0; i < self->n; i++)
    {
      guint a = order[i];

      for (guint j = i + 1; j < self->n; j++)
        {
          guint b = order[j];

          if (self->at[b].x - self->width[b] > self->at[a].x + self->width[a])
            break;
          if (!may_overlap (self, a, b))
            moved |= part_two (self, a, b);
        }
    }

  return moved;
}

/* Names that lie on each other are pushed apart. In a part that is much too tight they would never
 * come to rest that way: it grows a little with each round, unless something in the picture is
 * pinned. */
void
plx_picture_part_names (PlxPicture   *self,
                        GCancellable *cancellable)
{
  g_autofree guint *order = g_new (guint, self->n + 1);
  gboolean may_grow = TRUE;
  gboolean moved = TRUE;

  for (guint i = 0; i < self->n; i++)
    {
      order[i] = i;
      may_grow &= !self->pinned[i];
    }

  for (guint round = 0; moved && round < MAX_ROUNDS; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return;

      moved = part_all (self, order);
      for (guint i = 0; moved && may_grow && round >= ROUNDS_BEFORE_GROWTH && i < self->n; i++)
        {
          self->at[i].x *= GROWTH;
          self->at[i].y *= GROWTH;
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
               gconstpointer b,
               gpointer      user_data)
{
  const Box *x = a;
  const Box *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return (x->part > y->part) - (x->part < y->part);
}

static void
grow_box (Box              *box,
          const PlxPicture *self,
          guint             node)
{
  box->n++;
  box->x0 = MIN (box->x0, self->at[node].x - self->width[node]);
  box->x1 = MAX (box->x1, self->at[node].x + self->width[node]);
  box->y0 = MIN (box->y0, self->at[node].y - NODE_HEIGHT / 2);
  box->y1 = MAX (box->y1, self->at[node].y + NODE_HEIGHT / 2);
}

/* Measures the parts that are new, the largest first; those that lay somewhere stay, and what they
 * take up together is @taken. */
static Box *
measure_parts (const PlxPicture *self,
               guint            *n_boxes,
               Box              *taken)
{
  Box *boxes = g_new (Box, self->n_parts + 1);
  const Box empty = { 0, 0, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  *n_boxes = 0;
  *taken = empty;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const PlxPicturePart *part = &self->parts[i];
      Box *box = part->is_known ? taken : &boxes[(*n_boxes)++];

      if (!part->is_known)
        *box = empty;
      box->part = i;
      for (guint j = part->first; j < part->first + part->n; j++)
        grow_box (box, self, self->order[j]);
    }

  g_sort_array (boxes, *n_boxes, sizeof (Box), compare_boxes, NULL);

  return boxes;
}

/* Sets the parts in rows under each other, the largest first, to about the shape of a window; and
 * under what lay there already. */
void
plx_picture_pack_parts (PlxPicture *self)
{
  Box taken;
  guint n_boxes;
  g_autofree Box *boxes = measure_parts (self, &n_boxes, &taken);
  double left = taken.n > 0 ? taken.x0 : 0;
  double top = taken.n > 0 ? taken.y1 + PART_GAP : 0;
  double area = 0, limit = taken.n > 0 ? taken.x1 - taken.x0 : 0, x = 0, row = 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      double width = boxes[i].x1 - boxes[i].x0 + PART_GAP;

      area += width * (boxes[i].y1 - boxes[i].y0 + PART_GAP);
      limit = MAX (limit, width);
    }
  limit = MAX (limit, sqrt (area * ASPECT));

  for (guint i = 0; i < n_boxes; i++)
    {
      const PlxPicturePart *part = &self->parts[boxes[i].part];
      double width = boxes[i].x1 - boxes[i].x0;

      if (x > 0 && x + width > limit)
        {
          x = 0;
          top += row + PART_GAP;
          row = 0;
        }

      for (guint j = part->first; j < part->first + part->n; j++)
        {
          self->at[self->order[j]].x += left + x - boxes[i].x0;
          self->at[self->order[j]].y += top - boxes[i].y0;
        }
      x += width + PART_GAP;
      row = MAX (row, boxes[i].y1 - boxes[i].y0);
    }
}
