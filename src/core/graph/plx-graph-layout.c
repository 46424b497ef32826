/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a graph is laid out.
 *
 * `PlxLayout` settles where the nodes of each part lie to each other. Here the parts are turned and
 * set beside each other in rows, or left where they lay, and names that lie on each other are
 * pushed apart. */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-picture.h"

#include <math.h>
#include <string.h>

#include "graph/plx-graph-network.h"
#include "graph/plx-layout.h"

/* Of more nodes than this not all names can be read at once, whatever one does. */
#define MAX_NAMES 400

static void
find_parts (PlxPicture       *self,
            const PlxNetwork *network)
{
  g_autofree guint *next = NULL;

  self->n_parts = plx_network_parts (network, self->part);
  self->parts = g_new0 (PlxPicturePart, self->n_parts + 1);
  next = g_new0 (guint, self->n_parts + 1);

  for (guint i = 0; i < self->n; i++)
    {
      PlxPicturePart *part = &self->parts[self->part[i]];

      part->n++;
      part->is_known |= self->known[i];
      part->is_pinned |= self->pinned[i];
    }
  for (guint i = 1; i < self->n_parts; i++)
    next[i] = self->parts[i].first = self->parts[i - 1].first + self->parts[i - 1].n;
  for (guint i = 0; i < self->n; i++)
    self->order[next[self->part[i]]++] = i;
}

static void
take_places (PlxPicture   *self,
             PlxGraph     *graph,
             const GArray *places)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      PlxGraphPlace *place = &g_array_index (places, PlxGraphPlace, i);

      if (isfinite (place->x) && isfinite (place->y))
        g_hash_table_insert (known, &place->key, place);
    }

  for (guint i = 0; i < self->n; i++)
    {
      guint64 key = g_array_index (graph->nodes, PlxGraphNode, i).key;
      const PlxGraphPlace *place = g_hash_table_lookup (known, &key);

      if (place == NULL)
        continue;

      self->known[i] = TRUE;
      self->pinned[i] = place->is_pinned;
      self->given[i] = (PlxGraphPoint) { place->x, place->y };
    }
}

static void
picture_init (PlxPicture       *self,
              PlxGraph         *graph,
              const PlxNetwork *network,
              PlxAnalysis      *analysis,
              const GArray     *places)
{
  gsize n = graph->nodes->len + 1;

  *self = (PlxPicture) { .n = graph->nodes->len };
  self->at = g_new0 (PlxGraphPoint, n);
  self->given = g_new0 (PlxGraphPoint, n);
  self->known = g_new0 (gboolean, n);
  self->pinned = g_new0 (gboolean, n);
  self->part = g_new0 (guint32, n);
  self->order = g_new0 (guint32, n);

  take_places (self, graph, places);
  find_parts (self, network);
  plx_picture_measure_names (self, graph, analysis);
}

static void
picture_clear (PlxPicture *self)
{
  g_free (self->at);
  g_free (self->given);
  g_free (self->known);
  g_free (self->pinned);
  g_free (self->width);
  g_free (self->part);
  g_free (self->order);
  g_free (self->parts);
}

/* Of a part, the middle of what lay somewhere, or of all: where it is now, or where it was. */
static PlxGraphPoint
middle_of (const PlxPicture     *self,
           const PlxPicturePart *part,
           const PlxGraphPoint  *points,
           gboolean              all)
{
  PlxGraphPoint middle = { 0, 0 };
  guint n = 0;

  for (guint i = part->first; i < part->first + part->n; i++)
    if (all || self->known[self->order[i]])
      {
        middle.x += points[self->order[i]].x;
        middle.y += points[self->order[i]].y;
        n++;
      }

  return (PlxGraphPoint) { middle.x / MAX (n, 1), middle.y / MAX (n, 1) };
}

/* Lays the long axis of a part flat, since windows and most labels are wider than high, and its
 * heaviest node to the upper left. */
static void
turn_part (PlxPicture           *self,
           const PlxPicturePart *part)
{
  PlxGraphPoint middle = middle_of (self, part, self->at, TRUE);
  const guint32 *order = self->order + part->first;
  double xx = 0, xy = 0, yy = 0, angle, c, s, flip_x, flip_y;

  for (guint i = 0; i < part->n; i++)
    {
      double dx = self->at[order[i]].x -= middle.x;
      double dy = self->at[order[i]].y -= middle.y;

      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }

  angle = 0.5 * atan2 (2 * xy, xx - yy);
  c = cos (angle);
  s = sin (angle);
  flip_x = c * self->at[order[0]].x + s * self->at[order[0]].y > 0 ? -1 : 1;
  flip_y = c * self->at[order[0]].y - s * self->at[order[0]].x > 0 ? -1 : 1;

  for (guint i = 0; i < part->n; i++)
    {
      PlxGraphPoint old = self->at[order[i]];

      self->at[order[i]] = (PlxGraphPoint) { flip_x * (c * old.x + s * old.y),
                                             flip_y * (c * old.y - s * old.x) };
    }
}

/* Moves a part so that those who were there before lie where they lay, on the average. */
static void
anchor_part (PlxPicture           *self,
             const PlxPicturePart *part)
{
  PlxGraphPoint now = middle_of (self, part, self->at, FALSE);
  PlxGraphPoint then = middle_of (self, part, self->given, FALSE);

  for (guint i = part->first; i < part->first + part->n; i++)
    {
      self->at[self->order[i]].x += then.x - now.x;
      self->at[self->order[i]].y += then.y - now.y;
    }
}

/* A new picture has its middle at the origin. */
static void
centre (PlxPicture *self)
{
  double x = 0, y = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (self->known[i])
        return;
      x += self->at[i].x / self->n;
      y += self->at[i].y / self->n;
    }

  for (guint i = 0; i < self->n; i++)
    {
      self->at[i].x -= x;
      self->at[i].y -= y;
    }
}

/* Makes a picture of what the layout has come to. */
static void
arrange (PlxPicture   *self,
         PlxLayout    *layout,
         gboolean      is_last,
         GCancellable *cancellable)
{
  plx_layout_get_points (layout, self->at);

  for (guint i = 0; i < self->n_parts; i++)
    if (!self->parts[i].is_known)
      turn_part (self, &self->parts[i]);
    else if (!self->parts[i].is_pinned)
      anchor_part (self, &self->parts[i]);

  if (is_last && self->n <= MAX_NAMES)
    plx_picture_part_names (self, cancellable);

  plx_picture_pack_parts (self);
  centre (self);
}

/**
 * plx_graph_lay_out:
 * @self: a graph that nobody else holds
 * @places: (nullable) (element-type PlxGraphPlace): where to start from, so that what was there
 *   stays about where it was, and what is pinned where it is
 * @analysis: the analysis of which @self is
 * @settle: (nullable) (scope call): is shown how the graph settles, after each step
 * @user_data: data for @settle
 * @cancellable: (nullable): ends the work early; what is laid out then is of no use
 *
 * Gives every node its place.
 *
 * The same graph comes out the same each time, from the same places. Where letters are a fifteenth
 * of a unit wide, no two names overlap, up to their 22nd letter, in a graph of up to 400 nodes
 * that has room to grow, as it has unless something is pinned. In larger ones no two nodes lie in
 * one place.
 */
void
plx_graph_lay_out (PlxGraph           *self,
                   const GArray       *places,
                   PlxAnalysis        *analysis,
                   PlxGraphSettleFunc  settle,
                   gpointer            user_data,
                   GCancellable       *cancellable)
{
  g_autoptr (PlxNetwork) network = plx_graph_to_network (self);
  g_autoptr (PlxLayout) layout = plx_layout_new (network);
  PlxPicture picture;

  picture_init (&picture, self, network, analysis, places);
  if (places != NULL && places->len > 0)
    plx_layout_start_from (layout, picture.given, picture.known, picture.pinned);

  do
    if (settle != NULL)
      {
        arrange (&picture, layout, FALSE, cancellable);
        settle (self, picture.at, picture.n, user_data);
      }
  while (!g_cancellable_is_cancelled (cancellable) && plx_layout_step (layout));

  arrange (&picture, layout, TRUE, cancellable);

  for (guint i = 0; i < picture.n; i++)
    {
      PlxGraphNode *node = &g_array_index (self->nodes, PlxGraphNode, i);

      node->x = picture.at[i].x;
      node->y = picture.at[i].y;
      node->is_pinned = picture.pinned[i];
    }

  picture_clear (&picture);
}
