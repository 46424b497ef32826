/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-team"

#include "config.h"

#include "comparing/plx-team.h"

GArray *
plx_nodes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

guint
plx_nodes_at (GArray *nodes,
              guint   i)
{
  return g_array_index (nodes, guint, i);
}

static gboolean
find (GArray *nodes,
      guint   node,
      guint  *place)
{
  for (guint i = 0; i < nodes->len; i++)
    if (plx_nodes_at (nodes, i) == node)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
plx_nodes_has (GArray *nodes,
               guint   node)
{
  guint place;

  return find (nodes, node, &place);
}

void
plx_nodes_add (GArray *nodes,
               guint   node)
{
  g_array_append_val (nodes, node);
}

void
plx_nodes_take_out (GArray *nodes,
                    guint   node)
{
  guint place;

  if (find (nodes, node, &place))
    g_array_remove_index (nodes, place);
}

static int
compare_nodes (gconstpointer x,
               gconstpointer y)
{
  const guint a = *(const guint *) x, b = *(const guint *) y;

  return (a > b) - (a < b);
}

void
plx_nodes_sort (GArray *nodes)
{
  g_array_sort (nodes, compare_nodes);
}

/**
 * plx_team_new:
 * @group: (nullable): the group that it is made of, or `NULL` for a new one
 *
 * Returns: (transfer full): a team of no sentences yet
 */
PlxTeam *
plx_team_new (PlxGroup *group)
{
  PlxTeam *self = g_new0 (PlxTeam, 1);

  self->group = group;
  self->own = plx_nodes_new ();
  self->seconds = plx_nodes_new ();
  self->touched = group == NULL;

  return self;
}

void
plx_team_free (PlxTeam *self)
{
  g_array_unref (self->own);
  g_array_unref (self->seconds);
  g_free (self);
}

gboolean
plx_team_has (const PlxTeam *self,
              guint          node)
{
  return plx_nodes_has (self->own, node) || plx_nodes_has (self->seconds, node);
}

gboolean
plx_team_has_all (const PlxTeam *self,
                  GArray        *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (!plx_team_has (self, plx_nodes_at (nodes, i)))
      return FALSE;

  return TRUE;
}

/**
 * plx_team_count:
 * @self: a team
 * @nodes: (element-type guint): some sentences
 *
 * Returns: how many of them are at home there
 */
guint
plx_team_count (const PlxTeam *self,
                GArray        *nodes)
{
  guint n = 0;

  for (guint i = 0; i < self->own->len; i++)
    n += plx_nodes_has (nodes, plx_nodes_at (self->own, i));

  return n;
}

/**
 * plx_team_list:
 * @self: a team
 *
 * Returns: (transfer full) (element-type guint): all its sentences, in order
 */
GArray *
plx_team_list (const PlxTeam *self)
{
  GArray *all = g_array_copy (self->own);

  g_array_append_vals (all, self->seconds->data, self->seconds->len);
  plx_nodes_sort (all);

  return all;
}

/**
 * plx_team_take:
 * @self: a team
 * @node: a sentence, which is at home there from now on
 */
void
plx_team_take (PlxTeam *self,
               guint    node)
{
  plx_nodes_take_out (self->seconds, node);
  plx_nodes_add (self->own, node);
  self->touched = TRUE;
}

/**
 * plx_team_merge:
 * @self: a team
 * @other: another one, which loses all its sentences to it
 */
void
plx_team_merge (PlxTeam *self,
                PlxTeam *other)
{
  for (guint i = 0; i < other->own->len; i++)
    plx_team_take (self, plx_nodes_at (other->own, i));
  for (guint i = 0; i < other->seconds->len; i++)
    {
      const guint node = plx_nodes_at (other->seconds, i);

      if (!plx_team_has (self, node))
        plx_nodes_add (self->seconds, node);
    }
  plx_team_clear (other);
}

void
plx_team_clear (PlxTeam *self)
{
  g_array_set_size (self->own, 0);
  g_array_set_size (self->seconds, 0);
  self->touched = TRUE;
}

/**
 * plx_team_write:
 * @self: a team of one sentence at least
 *
 * Makes its group what the team is, or a new group where it has none.
 *
 * Returns: (transfer none): the group; a new one is the caller's
 */
PlxGroup *
plx_team_write (PlxTeam *self)
{
  if (self->group == NULL)
    {
      self->group = g_new0 (PlxGroup, 1);
      self->group->nodes = plx_nodes_new ();
    }

  plx_nodes_sort (self->own);
  plx_nodes_sort (self->seconds);
  g_array_set_size (self->group->nodes, 0);
  g_array_append_vals (self->group->nodes, self->own->data, self->own->len);
  g_array_append_vals (self->group->nodes, self->seconds->data, self->seconds->len);
  self->group->n_own = self->own->len;

  return self->group;
}
