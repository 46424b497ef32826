/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a graph is laid out.
 *
 * Each connected part by itself: every pair of nodes wants to lie as far apart as the shortest way
 * between them is long (stress), and a tie is the shorter the more its ends have in common. The
 * stress goes down pair by pair in a shuffled order with a falling step, which needs few rounds
 * and does not get caught where springs do. Then names that lie on each other are pushed apart,
 * and the parts are set beside each other in rows.
 *
 * Everything random comes from one fixed seed and from the entities' names, so a graph looks the
 * same each time. */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-layout.h"

#include <math.h>
#include <string.h>

#define ROUNDS 60
#define SEED 0x706c78u

/* Above this many nodes, a node keeps its distance to its neighbours and to some far nodes only. */
#define MAX_ALL_PAIRS 500
#define N_PIVOTS 50

typedef struct
{
  guint  a;
  guint  b;
  double distance;
} Term;

/* The neighbours of each node in the order of the edges, so heaviest first. */
static void
link_neighbours (PlxLayout *self)
{
  GArray *edges = self->graph->edges;
  g_autofree guint *fill = NULL;

  self->first = g_new0 (guint, self->n + 1);
  self->neighbours = g_new0 (PlxLayoutNeighbour, 2 * edges->len + 1);

  for (guint i = 0; i < edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (edges, PlxGraphEdge, i);

      self->first[edge->a + 1]++;
      self->first[edge->b + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];

  fill = g_memdup2 (self->first, (self->n + 1) * sizeof (guint));
  for (guint i = 0; i < edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (edges, PlxGraphEdge, i);

      self->neighbours[fill[edge->a]++].to = edge->b;
      self->neighbours[fill[edge->b]++].to = edge->a;
    }
}

static guint
count_shared (const PlxLayout *self,
              const guint     *mark,
              guint            stamp,
              guint            b)
{
  guint shared = 0;

  for (guint i = self->first[b]; i < self->first[b + 1]; i++)
    shared += mark[self->neighbours[i].to] == stamp;

  return shared;
}

/* A tie within a group that all know each other is short, one between two groups long: that
 * pulls the groups apart. Heavier ties are shorter, too. */
static void
measure_ties (PlxLayout *self)
{
  g_autofree guint *mark = g_new0 (guint, self->n);
  g_autoptr (GHashTable) weights = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                          g_free, NULL);

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);
      guint64 key = (guint64) edge->a << 32 | edge->b;

      g_hash_table_insert (weights, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (edge->weight));
    }

  for (guint a = 0; a < self->n; a++)
    {
      guint degree = self->first[a + 1] - self->first[a];

      for (guint i = self->first[a]; i < self->first[a + 1]; i++)
        mark[self->neighbours[i].to] = a + 1;

      for (guint i = self->first[a]; i < self->first[a + 1]; i++)
        {
          guint b = self->neighbours[i].to;
          guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);
          guint weight = GPOINTER_TO_UINT (g_hash_table_lookup (weights, &key));
          guint shared = count_shared (self, mark, a + 1, b) + 2;
          guint all = degree + (self->first[b + 1] - self->first[b]) + 2 - shared;

          self->neighbours[i].length = (1.7 - shared / (double) MAX (all, 1)) /
                                       (1 + 0.25 * log (MAX (weight, 1)));
        }
    }
}

/* Numbers the connected parts, that of the heaviest node first. */
static void
find_parts (PlxLayout *self)
{
  g_autofree guint *stack = g_new (guint, self->n + 1);

  self->part = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->part[i] = PLX_NONE;

  for (guint i = 0; i < self->n; i++)
    {
      guint depth = 0;

      if (self->part[i] != PLX_NONE)
        continue;

      self->part[i] = self->n_parts;
      stack[depth++] = i;
      while (depth > 0)
        {
          guint a = stack[--depth];

          for (guint j = self->first[a]; j < self->first[a + 1]; j++)
            if (self->part[self->neighbours[j].to] == PLX_NONE)
              {
                self->part[self->neighbours[j].to] = self->n_parts;
                stack[depth++] = self->neighbours[j].to;
              }
        }
      self->n_parts++;
    }
}

/* A number in [0, 1) that an entity's name decides. */
static double
fraction (guint64 key,
          guint   turn)
{
  guint64 x = key + turn * 0x9e3779b97f4a7c15u;

  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;

  return ((x ^ (x >> 31)) >> 11) * (1.0 / 9007199254740992.0);
}

static void
place_first (PlxLayout    *self,
             const GArray *places)
{
  double spread = sqrt (self->n) + 1;
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      PlxGraphPlace *old = &g_array_index (places, PlxGraphPlace, i);

      g_hash_table_insert (known, &old->key, old);
    }

  for (guint i = 0; i < self->n; i++)
    {
      PlxGraphNode *new = plx_layout_node (self, i);
      const PlxGraphPlace *old = g_hash_table_lookup (known, &new->key);

      self->placed[i] = old != NULL;
      self->warm = self->warm || old != NULL;
      new->x = old ? old->x : spread * (fraction (new->key, 1) - 0.5);
      new->y = old ? old->y : spread * (fraction (new->key, 2) - 0.5);
      new->is_pinned = old != NULL && old->is_pinned;
    }

  /* Who is new comes in beside those it is tied to. */
  for (guint i = 0; self->warm && i < self->n; i++)
    {
      PlxGraphNode *new = plx_layout_node (self, i);
      double x = 0, y = 0;
      guint n = 0;

      if (self->placed[i])
        continue;

      for (guint j = self->first[i]; j < self->first[i + 1]; j++)
        if (self->placed[self->neighbours[j].to])
          {
            x += plx_layout_node (self, self->neighbours[j].to)->x;
            y += plx_layout_node (self, self->neighbours[j].to)->y;
            n++;
          }

      if (n > 0)
        {
          new->x = x / n + fraction (new->key, 1) - 0.5;
          new->y = y / n + fraction (new->key, 2) - 0.5;
        }
    }
}

typedef struct
{
  double distance;
  guint  node;
} Step;

static void
heap_push (GArray *heap,
           double  distance,
           guint   to)
{
  Step step = { distance, to };
  guint i = heap->len;

  g_array_append_val (heap, step);
  while (i > 0 && g_array_index (heap, Step, (i - 1) / 2).distance > distance)
    {
      g_array_index (heap, Step, i) = g_array_index (heap, Step, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Step, i) = step;
}

static Step
heap_pop (GArray *heap)
{
  Step top = g_array_index (heap, Step, 0);
  Step last = g_array_index (heap, Step, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  if (heap->len == 0)
    return top;

  for (guint child; (child = 2 * i + 1) < heap->len; i = child)
    {
      if (child + 1 < heap->len && g_array_index (heap, Step, child + 1).distance <
                                   g_array_index (heap, Step, child).distance)
        child++;
      if (g_array_index (heap, Step, child).distance >= last.distance)
        break;
      g_array_index (heap, Step, i) = g_array_index (heap, Step, child);
    }
  g_array_index (heap, Step, i) = last;

  return top;
}

/* The length of the shortest way from @from to each node that it reaches. */
static void
find_ways (const PlxLayout *self,
           guint            from,
           double          *distances,
           GArray          *heap)
{
  for (guint i = 0; i < self->n; i++)
    distances[i] = G_MAXDOUBLE;

  distances[from] = 0;
  heap_push (heap, 0, from);

  while (heap->len > 0)
    {
      Step step = heap_pop (heap);

      if (step.distance > distances[step.node])
        continue;

      for (guint i = self->first[step.node]; i < self->first[step.node + 1]; i++)
        {
          const PlxLayoutNeighbour *next = &self->neighbours[i];
          double distance = step.distance + next->length;

          if (distance < distances[next->to])
            {
              distances[next->to] = distance;
              heap_push (heap, distance, next->to);
            }
        }
    }
}

static void
add_ties (const PlxLayout *self,
          GArray          *terms)
{
  for (guint a = 0; a < self->n; a++)
    for (guint i = self->first[a]; i < self->first[a + 1]; i++)
      {
        Term term = { a, self->neighbours[i].to, self->neighbours[i].length };

        if (a < term.b)
          g_array_append_val (terms, term);
      }
}

static GArray *
collect_terms (const PlxLayout *self)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autofree double *distances = g_new (double, self->n + 1);
  gboolean all = self->n <= MAX_ALL_PAIRS;
  guint n_sources = all ? self->n : N_PIVOTS;

  if (!all)
    add_ties (self, terms);

  for (guint a = 0; a < n_sources && !plx_layout_cancelled (self); a++)
    {
      find_ways (self, a, distances, heap);

      for (guint b = all ? a + 1 : 0; b < self->n; b++)
        {
          Term term = { a, b, distances[b] };

          if (a != b && distances[b] < G_MAXDOUBLE)
            g_array_append_val (terms, term);
        }
    }

  return terms;
}

static void
shuffle (GArray *terms,
         GRand  *rand)
{
  for (guint i = terms->len; i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i);
      Term term = g_array_index (terms, Term, i - 1);

      g_array_index (terms, Term, i - 1) = g_array_index (terms, Term, j);
      g_array_index (terms, Term, j) = term;
    }
}

static void
relax (const PlxLayout *self,
       const Term      *term,
       double           step)
{
  PlxGraphNode *a = plx_layout_node (self, term->a);
  PlxGraphNode *b = plx_layout_node (self, term->b);
  double move = MIN (1, step / (term->distance * term->distance));
  double dx = a->x - b->x;
  double dy = a->y - b->y;
  double length = sqrt (dx * dx + dy * dy);

  /* Two in one place have no direction to part in: the name gives one. */
  if (length < 1e-6)
    {
      double angle = 2 * G_PI * fraction (a->key ^ b->key, 3);

      dx = cos (angle);
      dy = sin (angle);
      length = 1;
    }

  move *= (length - term->distance) / (2 * length);
  a->x -= move * dx;
  a->y -= move * dy;
  b->x += move * dx;
  b->y += move * dy;
}

static void
lower_stress (PlxLayout *self)
{
  g_autoptr (GArray) terms = collect_terms (self);
  double nearest = G_MAXDOUBLE;
  double farthest = 0;
  double high, low;

  for (guint i = 0; i < terms->len; i++)
    {
      double distance = g_array_index (terms, Term, i).distance;

      nearest = MIN (nearest, distance);
      farthest = MAX (farthest, distance);
    }

  if (terms->len == 0)
    return;

  /* From a picture that is shown the steps are short at once: it moves, but does not jump. */
  high = self->warm ? nearest * nearest : farthest * farthest;
  low = 0.05 * nearest * nearest;

  for (guint round = 0; round < ROUNDS && !plx_layout_cancelled (self); round++)
    {
      double step = high * pow (low / high, round / (double) (ROUNDS - 1));

      shuffle (terms, self->rand);
      for (guint i = 0; i < terms->len; i++)
        relax (self, &g_array_index (terms, Term, i), step);
    }
}

/* Lays the long axis of a part flat, since windows and most labels are wider than high, and its
 * heaviest node to the upper left. */
static void
turn_part (PlxLayout *self,
           guint      part)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0, angle, c, s;
  PlxGraphNode *head = NULL;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->part[i] == part)
      {
        x += plx_layout_node (self, i)->x;
        y += plx_layout_node (self, i)->y;
        n++;
      }
  x /= n;
  y /= n;

  for (guint i = 0; i < self->n; i++)
    if (self->part[i] == part)
      {
        double dx = plx_layout_node (self, i)->x - x;
        double dy = plx_layout_node (self, i)->y - y;

        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
      }

  angle = 0.5 * atan2 (2 * xy, xx - yy);
  c = cos (angle);
  s = sin (angle);

  for (guint i = 0; i < self->n; i++)
    if (self->part[i] == part)
      {
        PlxGraphNode *each = plx_layout_node (self, i);
        double dx = each->x - x;
        double dy = each->y - y;

        each->x = c * dx + s * dy;
        each->y = c * dy - s * dx;
        if (head == NULL)
          head = each;
      }

  c = head->x > 0 ? -1 : 1;
  s = head->y > 0 ? -1 : 1;
  for (guint i = 0; i < self->n; i++)
    if (self->part[i] == part)
      {
        plx_layout_node (self, i)->x *= c;
        plx_layout_node (self, i)->y *= s;
      }
}

/* Moves the whole so that those who were there before lie where they lay, on the average; a new
 * picture so that its middle is the origin. */
static void
anchor (PlxLayout    *self,
        const GArray *places)
{
  double x = 0, y = 0;
  guint n = 0;
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; self->warm && i < places->len; i++)
    {
      PlxGraphPlace *old = &g_array_index (places, PlxGraphPlace, i);

      g_hash_table_insert (known, &old->key, old);
    }

  for (guint i = 0; i < self->n; i++)
    {
      const PlxGraphPlace *old = g_hash_table_lookup (known, &plx_layout_node (self, i)->key);

      if (self->warm && old == NULL)
        continue;

      x += plx_layout_node (self, i)->x - (old != NULL ? old->x : 0);
      y += plx_layout_node (self, i)->y - (old != NULL ? old->y : 0);
      n++;
    }

  for (guint i = 0; n > 0 && i < self->n; i++)
    {
      const PlxGraphPlace *old = g_hash_table_lookup (known, &plx_layout_node (self, i)->key);

      plx_layout_node (self, i)->x -= x / n;
      plx_layout_node (self, i)->y -= y / n;
      if (old != NULL && old->is_pinned)
        {
          plx_layout_node (self, i)->x = old->x;
          plx_layout_node (self, i)->y = old->y;
        }
    }
}

/* Shows where the nodes are by now. */
static void
show (const PlxLayout    *self,
      PlxGraphSettleFunc  settle,
      gpointer            user_data)
{
  g_autofree PlxGraphPoint *points = g_new (PlxGraphPoint, self->n);

  for (guint i = 0; i < self->n; i++)
    points[i] = (PlxGraphPoint) { plx_layout_node (self, i)->x, plx_layout_node (self, i)->y };

  settle (self->graph, points, self->n, user_data);
}

/**
 * plx_graph_lay_out:
 * @self: a graph that nobody else holds
 * @places: (nullable) (element-type PlxGraphPlace): where to start from, so that what was there
 *   stays about where it was, and what is pinned where it is
 * @analysis: the analysis of which @self is
 * @settle: (nullable) (scope call): is shown how the graph settles
 * @user_data: data for @settle
 * @cancellable: (nullable): ends the work early; what is laid out then is of no use
 *
 * Gives every node its place.
 *
 * The same graph comes out the same each time. Where letters are a fifteenth of a unit wide, no
 * two names overlap, up to their 22nd letter.
 */
void
plx_graph_lay_out (PlxGraph           *self,
                   const GArray       *places,
                   PlxAnalysis        *analysis,
                   PlxGraphSettleFunc  settle,
                   gpointer            user_data,
                   GCancellable       *cancellable)
{
  PlxLayout layout = { self, analysis, cancellable, self->nodes->len };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  if (self->nodes->len == 0)
    return;

  layout.rand = rand;
  layout.placed = g_new0 (gboolean, layout.n);
  link_neighbours (&layout);
  measure_ties (&layout);
  find_parts (&layout);
  plx_layout_measure_names (&layout);
  place_first (&layout, places);
  if (settle != NULL)
    show (&layout, settle, user_data);
  lower_stress (&layout);

  for (guint i = 0; !layout.warm && i < layout.n_parts && !plx_layout_cancelled (&layout); i++)
    turn_part (&layout, i);

  plx_layout_part_names (&layout);
  plx_layout_pack_parts (&layout);
  anchor (&layout, places);

  g_free (layout.first);
  g_free (layout.neighbours);
  g_free (layout.part);
  g_free (layout.width);
  g_free (layout.placed);
}
