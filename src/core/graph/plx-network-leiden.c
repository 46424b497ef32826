/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups by the Leiden algorithm (Traag, Waltman and van Eck 2019).
 *
 * Nodes move to the group of their neighbours that gains most, until none gains. Each group is then
 * taken apart again and put together from its single nodes, merging only what hangs together well
 * (the refinement); what comes of that are the nodes of a smaller network, on which the same begins
 * anew, with the groups as they were. So no group falls into parts that have no link. Where the
 * original draws lots, we take the best: the same network gives the same groups. */

#define G_LOG_DOMAIN "plx-network"

#include "config.h"

#include "graph/plx-network-leiden.h"

#include <string.h>

#define MAX_LEVELS 40
#define EPSILON 1e-9
#define SEED 0x706c78u

/* A network whose nodes are groups of nodes. What lies within one adds to @strength only. */
typedef struct
{
  guint    n;
  gsize   *first;
  guint32 *to;
  double  *weights;
  double  *strength;
  gboolean borrowed; /* whether the first three are the network's */
} Level;

/* Room to work in, enough for the largest level. */
struct _PlxLeiden
{
  double   pull;     /* resolution by twice the weight of all links */
  double   epsilon;  /* what is less than this is rounding */
  guint32 *queue;
  guint8  *waiting;
  double  *total;    /* the strength of each group */
  guint   *size;
  guint32 *unused;   /* groups without nodes */
  guint    n_unused;
  double  *links;    /* from a node to each group; all 0 between two nodes */
  guint32 *met;      /* the groups to which there are any */
  double  *outside;  /* in refining: links of a part to the rest of its group */
  guint32 *order;
  GRand   *rand;
};

static Level *
level_new (guint n,
           gsize n_ends)
{
  Level *self = g_new0 (Level, 1);

  self->n = n;
  self->first = g_new0 (gsize, n + 2);
  self->to = g_new (guint32, n_ends + 1);
  self->weights = g_new (double, n_ends + 1);
  self->strength = g_new0 (double, n + 1);

  return self;
}

static Level *
level_of (const PlxNetwork *network)
{
  Level *self = g_new0 (Level, 1);

  self->n = network->n;
  self->first = network->first;
  self->to = network->to;
  self->weights = network->weights;
  self->borrowed = TRUE;
  self->strength = g_new0 (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    for (gsize j = self->first[i]; j < self->first[i + 1]; j++)
      self->strength[i] += self->weights[j];

  return self;
}

static void
level_free (Level *self)
{
  if (!self->borrowed)
    {
      g_free (self->first);
      g_free (self->to);
      g_free (self->weights);
    }
  g_free (self->strength);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Level, level_free)

static void
shuffle (const PlxLeiden *room,
         guint32         *items,
         guint            n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (room->rand, 0, i);
      guint32 item = items[i - 1];

      items[i - 1] = items[j];
      items[j] = item;
    }
}

/* Adds up the links of a node to each group around it; gives how many groups that are. */
static inline guint
meet_groups (const Level     *level,
             const PlxLeiden *room,
             const guint32   *group,
             guint32          node)
{
  guint n = 0;

  for (gsize i = level->first[node]; i < level->first[node + 1]; i++)
    {
      guint32 g = group[level->to[i]];

      if (room->links[g] == 0)
        room->met[n++] = g;
      room->links[g] += level->weights[i];
    }

  return n;
}

/* The group in which a node that has left its own gains most; one without nodes if it gains in
 * none. */
static guint32
find_best (const PlxLeiden *room,
           guint32          own,
           guint            n_met,
           double           strength)
{
  double best_gain = room->links[own] - room->pull * strength * room->total[own];
  guint32 best = own;

  for (guint i = 0; i < n_met; i++)
    {
      guint32 g = room->met[i];
      double gain = room->links[g] - room->pull * strength * room->total[g];

      if (gain > best_gain + room->epsilon)
        {
          best_gain = gain;
          best = g;
        }
    }

  if (best_gain < -room->epsilon && room->size[own] > 0)
    best = room->unused[room->n_unused - 1];

  return best;
}

static void
change_group (PlxLeiden *room,
              guint32   *group,
              guint32    node,
              guint32    to)
{
  if (room->size[group[node]] == 0)
    room->unused[room->n_unused++] = group[node];
  if (room->size[to] == 0)
    room->n_unused--;
  group[node] = to;
}

static void
start_moving (const Level   *level,
              PlxLeiden     *room,
              const guint32 *group)
{
  memset (room->total, 0, level->n * sizeof *room->total);
  memset (room->size, 0, level->n * sizeof *room->size);
  room->n_unused = 0;

  for (guint i = 0; i < level->n; i++)
    {
      room->total[group[i]] += level->strength[i];
      room->size[group[i]]++;
      room->queue[i] = i;
      room->waiting[i] = TRUE;
    }
  for (guint i = level->n; i > 0; i--)
    if (room->size[i - 1] == 0)
      room->unused[room->n_unused++] = i - 1;

  shuffle (room, room->queue, level->n);
}

/* Moves nodes between groups until none gains by that. Only those whose surroundings have changed
 * are looked at again. */
static gboolean
move_nodes (const Level *level,
            PlxLeiden   *room,
            guint32     *group)
{
  gboolean moved = FALSE;
  guint head = 0;
  guint n_waiting = level->n;

  start_moving (level, room, group);

  while (n_waiting > 0)
    {
      guint32 node = room->queue[head];
      guint32 own = group[node];
      guint n_met = meet_groups (level, room, group, node);
      guint32 best;

      head = head + 1 == level->n ? 0 : head + 1;
      n_waiting--;
      room->waiting[node] = FALSE;
      room->total[own] -= level->strength[node];
      room->size[own]--;
      best = find_best (room, own, n_met, level->strength[node]);

      for (guint i = 0; i < n_met; i++)
        room->links[room->met[i]] = 0;

      if (best != own)
        {
          moved = TRUE;
          change_group (room, group, node, best);
          for (gsize i = level->first[node]; i < level->first[node + 1]; i++)
            {
              guint32 other = level->to[i];

              if (room->waiting[other] || group[other] == best)
                continue;

              room->waiting[other] = TRUE;
              room->queue[(head + n_waiting++) % level->n] = other;
            }
        }

      room->total[best] += level->strength[node];
      room->size[best]++;
    }

  return moved;
}

/* Numbers the groups anew without gaps, in the order in which nodes have them. */
static guint
number (guint32 *group,
        guint    n,
        guint32 *names)
{
  guint n_groups = 0;

  memset (names, 0xff, n * sizeof *names);
  for (guint i = 0; i < n; i++)
    {
      if (names[group[i]] == G_MAXUINT32)
        names[group[i]] = n_groups++;
      group[i] = names[group[i]];
    }

  return n_groups;
}

/* Whether what has these links to the rest of its group hangs together with it. */
static inline gboolean
hangs_together (const PlxLeiden *room,
                double           outside,
                double           strength,
                double           all)
{
  return outside + room->epsilon >= room->pull * strength * (all - strength);
}

/* Merges a node that is still single into the part of its group that gains most. */
static void
refine_node (const Level   *level,
             PlxLeiden     *room,
             const guint32 *group,
             const double  *all,
             guint32       *part,
             guint32        node)
{
  guint n_met = 0;
  double best_gain = 0;
  guint32 best = part[node];

  for (gsize i = level->first[node]; i < level->first[node + 1]; i++)
    {
      guint32 p = part[level->to[i]];

      if (group[level->to[i]] != group[node])
        continue;
      if (room->links[p] == 0)
        room->met[n_met++] = p;
      room->links[p] += level->weights[i];
    }

  for (guint i = 0; i < n_met; i++)
    {
      guint32 p = room->met[i];
      double gain = room->links[p] - room->pull * level->strength[node] * room->total[p];

      if (gain > best_gain + room->epsilon &&
          hangs_together (room, room->outside[p], room->total[p], all[group[node]]))
        {
          best_gain = gain;
          best = p;
        }
    }

  if (best != part[node])
    {
      room->total[best] += level->strength[node];
      room->outside[best] += room->outside[part[node]] - 2 * room->links[best];
      room->size[best]++;
      room->total[part[node]] = 0;
      room->size[part[node]] = 0;
      part[node] = best;
    }

  for (guint i = 0; i < n_met; i++)
    room->links[room->met[i]] = 0;
}

/* Puts each group together from its single nodes; gives the number of parts. */
static guint
refine (const Level   *level,
        PlxLeiden     *room,
        const guint32 *group,
        guint32       *part)
{
  g_autofree double *all = g_new0 (double, level->n + 1);

  for (guint i = 0; i < level->n; i++)
    {
      part[i] = room->order[i] = i;
      room->total[i] = level->strength[i];
      room->size[i] = 1;
      room->outside[i] = 0;
      all[group[i]] += level->strength[i];
      for (gsize j = level->first[i]; j < level->first[i + 1]; j++)
        if (group[level->to[j]] == group[i])
          room->outside[i] += level->weights[j];
    }

  shuffle (room, room->order, level->n);
  for (guint i = 0; i < level->n; i++)
    {
      guint32 node = room->order[i];

      if (room->size[part[node]] == 1 && part[node] == node &&
          hangs_together (room, room->outside[node], level->strength[node], all[group[node]]))
        refine_node (level, room, group, all, part, node);
    }

  return number (part, level->n, room->met);
}

/* The nodes of each part, one part after the other. */
static void
sort_by_part (const Level   *level,
              const guint32 *part,
              gsize         *first,
              guint32       *sorted)
{
  g_autofree gsize *next = NULL;
  guint n_parts = 0;

  for (guint i = 0; i < level->n; i++)
    {
      first[part[i] + 1]++;
      n_parts = MAX (n_parts, part[i] + 1);
    }
  for (guint i = 0; i < n_parts; i++)
    first[i + 1] += first[i];

  next = g_memdup2 (first, (n_parts + 1) * sizeof *first);
  for (guint i = 0; i < level->n; i++)
    sorted[next[part[i]]++] = i;
}

/* The network of which the parts are the nodes. */
static Level *
aggregate (const Level   *level,
           PlxLeiden     *room,
           const guint32 *part,
           guint          n_parts)
{
  Level *self = level_new (n_parts, level->first[level->n]);
  g_autofree gsize *first = g_new0 (gsize, level->n + 2);
  gsize n = 0;

  sort_by_part (level, part, first, room->order);

  for (guint p = 0; p < n_parts; p++)
    {
      guint n_met = 0;

      self->first[p] = n;
      for (gsize i = first[p]; i < first[p + 1]; i++)
        {
          guint32 node = room->order[i];

          self->strength[p] += level->strength[node];
          for (gsize j = level->first[node]; j < level->first[node + 1]; j++)
            {
              guint32 q = part[level->to[j]];

              if (q == p)
                continue;
              if (room->links[q] == 0)
                room->met[n_met++] = q;
              room->links[q] += level->weights[j];
            }
        }

      for (guint i = 0; i < n_met; i++)
        {
          self->to[n] = room->met[i];
          self->weights[n++] = room->links[room->met[i]];
          room->links[room->met[i]] = 0;
        }
    }
  self->first[n_parts] = n;

  return self;
}

/**
 * plx_leiden_run:
 * @self: room to work in
 * @network: the network that it is for
 * @group: (inout) (array): for each node, the group that it is in, less than the number of nodes
 *
 * Runs the algorithm once, from the groups as they are.
 *
 * Returns: whether anything changed
 */
gboolean
plx_leiden_run (PlxLeiden        *self,
                const PlxNetwork *network,
                guint32          *group)
{
  g_autoptr (Level) level = level_of (network);
  g_autofree guint32 *member = g_new (guint32, network->n + 1); /* of the level, for each node */
  g_autofree guint32 *above = g_memdup2 (group, network->n * sizeof *group);
  g_autofree guint32 *part = g_new (guint32, network->n + 1);
  gboolean changed = FALSE;

  for (guint i = 0; i < network->n; i++)
    member[i] = i;

  for (guint turn = 0; turn < MAX_LEVELS; turn++)
    {
      guint n_parts;

      changed |= move_nodes (level, self, above);
      if (number (above, level->n, self->met) == level->n)
        break;

      n_parts = refine (level, self, above, part);
      if (n_parts == level->n)
        break;

      for (guint i = 0; i < network->n; i++)
        member[i] = part[member[i]];
      for (guint i = 0; i < level->n; i++)
        self->queue[part[i]] = above[i];
      memcpy (above, self->queue, n_parts * sizeof *above);

      {
        Level *next = aggregate (level, self, part, n_parts);

        level_free (level);
        level = next;
      }
    }

  for (guint i = 0; i < network->n; i++)
    group[i] = above[member[i]];

  return changed;
}

/**
 * plx_leiden_new:
 * @network: a network
 * @resolution: 1, or more for smaller groups, or less for larger ones
 *
 * Returns: (transfer full): room to work in, for this network
 */
PlxLeiden *
plx_leiden_new (const PlxNetwork *network,
                double            resolution)
{
  PlxLeiden *self = g_new0 (PlxLeiden, 1);
  gsize n = network->n + 1;
  double all = 0;

  for (gsize i = 0; i < network->first[network->n]; i++)
    all += network->weights[i];

  self->pull = all > 0 ? resolution / all : 0;
  self->epsilon = EPSILON * all / MAX (1, network->first[network->n]);
  self->queue = g_new (guint32, n);
  self->waiting = g_new (guint8, n);
  self->total = g_new (double, n);
  self->size = g_new (guint, n);
  self->unused = g_new (guint32, n);
  self->links = g_new0 (double, n);
  self->met = g_new (guint32, n);
  self->outside = g_new (double, n);
  self->order = g_new (guint32, n);
  self->rand = g_rand_new_with_seed (SEED);

  return self;
}

void
plx_leiden_free (PlxLeiden *self)
{
  g_free (self->queue);
  g_free (self->waiting);
  g_free (self->total);
  g_free (self->size);
  g_free (self->unused);
  g_free (self->links);
  g_free (self->met);
  g_free (self->outside);
  g_free (self->order);
  g_rand_free (self->rand);
  g_free (self);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const guint *sizes = user_data;
  guint32 p = *(const guint32 *) a;
  guint32 q = *(const guint32 *) b;

  if (sizes[p] != sizes[q])
    return sizes[p] > sizes[q] ? -1 : 1;

  return (p > q) - (p < q);
}

/**
 * plx_leiden_sort:
 * @self: room to work in
 * @group: (inout) (array): for each node, the group that it is in
 * @n: how many nodes there are
 *
 * Numbers the groups anew: the largest becomes the first; of two of one size, that of the first
 * node.
 *
 * Returns: how many groups there are
 */
guint
plx_leiden_sort (PlxLeiden *self,
                 guint32   *group,
                 guint      n)
{
  guint n_groups = number (group, n, self->met);

  memset (self->size, 0, n * sizeof *self->size);
  for (guint i = 0; i < n; i++)
    self->size[group[i]]++;
  for (guint i = 0; i < n_groups; i++)
    self->order[i] = i;

  g_sort_array (self->order, n_groups, sizeof *self->order, compare_sizes, self->size);
  for (guint i = 0; i < n_groups; i++)
    self->met[self->order[i]] = i;
  for (guint i = 0; i < n; i++)
    group[i] = self->met[group[i]];

  return n_groups;
}
