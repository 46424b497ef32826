/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rulings"

#include "config.h"

#include "comparing/plx-rulings.h"

#include "comparing/plx-similarity.h"
#include "comparing/plx-team.h"

/* What the user has said is enforced on groups that are found, whichever way that was. */

typedef struct
{
  PlxRulings *rulings;
  PlxWeave   *weave;
  GPtrArray  *teams;   /* PlxTeam */
  GArray     *node_of; /* guint, by ruled sentence; or PLX_NONE */
  GArray     *ruled;   /* guint, by node; or PLX_NONE */
} Enforcer;

/* A sentence whose own group was part of another, and went, is at home in that one. */
static void
read_groups (Enforcer  *self,
             GPtrArray *groups)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->weave->nodes->len + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      PlxGroup *group = g_ptr_array_index (groups, i);
      PlxTeam *team = plx_team_new (group);

      for (guint k = 0; k < group->n_own; k++)
        {
          const guint node = plx_nodes_at (group->nodes, k);

          plx_nodes_add (seen[node] ? team->seconds : team->own, node);
          seen[node] = TRUE;
        }
      g_ptr_array_add (self->teams, team);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      PlxGroup *group = g_ptr_array_index (groups, i);
      PlxTeam *team = g_ptr_array_index (self->teams, i);

      for (guint k = group->n_own; k < group->nodes->len; k++)
        {
          const guint node = plx_nodes_at (group->nodes, k);

          plx_nodes_add (seen[node] ? team->seconds : team->own, node);
          seen[node] = TRUE;
        }
    }
}

/* Sentences and nodes are in the same order, but not each sentence is a node. */
static void
match_nodes (Enforcer *self)
{
  const guint none = PLX_NONE;

  for (guint i = 0; i < self->weave->nodes->len; i++)
    plx_nodes_add (self->ruled, none);

  for (guint i = 0; i < self->rulings->sentences->len; i++)
    {
      const PlxRuledSentence *sentence =
        &g_array_index (self->rulings->sentences, PlxRuledSentence, i);
      guint node;

      if (!g_ptr_array_find (self->weave->nodes, plx_weave_get_node (self->weave, sentence->ref),
                             &node))
        node = PLX_NONE;
      plx_nodes_add (self->node_of, node);
      if (node != PLX_NONE)
        g_array_index (self->ruled, guint, node) = i;
    }
}

static PlxTeam *
find_own_team (Enforcer *self,
               guint     node)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (plx_nodes_has (((PlxTeam *) g_ptr_array_index (self->teams, i))->own, node))
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

static PlxTeam *
find_team_of_all (Enforcer *self,
                  GArray   *nodes)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (plx_team_has_all (g_ptr_array_index (self->teams, i), nodes))
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

/* Where most of them are at home; of several, where the first of them is. */
static PlxTeam *
find_fullest_team (Enforcer *self,
                   GArray   *nodes)
{
  PlxTeam *best = NULL;
  guint most = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      PlxTeam *team = find_own_team (self, plx_nodes_at (nodes, i));
      const guint n = team != NULL ? plx_team_count (team, nodes) : 0;

      if (n > most)
        {
          most = n;
          best = team;
        }
    }

  return best;
}

/* Who is most of a claim takes the rest of it along: when two claims were joined, what a later
 * article adds to one of them is added to both. */
static void
bring_together (Enforcer *self,
                GArray   *nodes,
                guint     seat)
{
  PlxTeam *home;

  if (nodes->len < 2 || find_team_of_all (self, nodes) != NULL)
    return;

  home = seat != PLX_NONE ? find_own_team (self, seat) : NULL;
  if (home == NULL)
    home = find_fullest_team (self, nodes);

  for (guint i = 0; home != NULL && i < nodes->len; i++)
    {
      PlxTeam *from = find_own_team (self, plx_nodes_at (nodes, i));

      if (from == NULL || from == home)
        continue;
      if (2 * plx_team_count (from, nodes) > from->own->len)
        {
          plx_team_merge (home, from);
          continue;
        }
      plx_nodes_take_out (from->own, plx_nodes_at (nodes, i));
      from->touched = TRUE;
      plx_team_take (home, plx_nodes_at (nodes, i));
    }
}

static void
seat_units (Enforcer *self)
{
  GArray *sentences = self->rulings->sentences;

  for (guint unit = 0; unit < sentences->len; unit++)
    {
      const guint seat = g_array_index (sentences, PlxRuledSentence, unit).seat;
      g_autoptr (GArray) nodes = plx_nodes_new ();

      for (guint i = unit; i < sentences->len; i++)
        if (g_array_index (sentences, PlxRuledSentence, i).unit == unit &&
            plx_nodes_at (self->node_of, i) != PLX_NONE)
          plx_nodes_add (nodes, plx_nodes_at (self->node_of, i));
      plx_nodes_sort (nodes);
      bring_together (self, nodes,
                      seat != PLX_NONE ? plx_nodes_at (self->node_of, seat) : PLX_NONE);
    }
}

static gboolean
are_apart (Enforcer *self,
           GArray   *a,
           GArray   *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        const guint ruled_a = plx_nodes_at (self->ruled, plx_nodes_at (a, i));
        const guint ruled_b = plx_nodes_at (self->ruled, plx_nodes_at (b, j));

        if (ruled_a != PLX_NONE && ruled_b != PLX_NONE &&
            plx_rulings_are_apart (self->rulings, ruled_a, ruled_b))
          return TRUE;
      }

  return FALSE;
}

static double
average_likeness (Enforcer *self,
                  GArray   *a,
                  GArray   *b)
{
  double sum = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        const PlxNode *x = g_ptr_array_index (self->weave->nodes, plx_nodes_at (a, i));
        const PlxNode *y = g_ptr_array_index (self->weave->nodes, plx_nodes_at (b, j));

        sum += plx_similarity_in_story (x->terms, y->terms);
      }

  return sum / ((double) a->len * b->len);
}

/* The sentences of a team, those that belong together as one: (element-type GArray of guint). */
static GPtrArray *
list_items (Enforcer *self,
            PlxTeam  *team)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) all = plx_team_list (team);
  g_autoptr (GHashTable) of_unit = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const guint ruled = plx_nodes_at (self->ruled, plx_nodes_at (all, i));
      gpointer unit = NULL;
      GArray *item = NULL;

      if (ruled != PLX_NONE)
        {
          unit = GUINT_TO_POINTER (g_array_index (self->rulings->sentences, PlxRuledSentence,
                                                  ruled).unit + 1);
          item = g_hash_table_lookup (of_unit, unit);
        }
      if (item == NULL)
        {
          item = plx_nodes_new ();
          g_ptr_array_add (items, item);
          if (unit != NULL)
            g_hash_table_insert (of_unit, unit, item);
        }
      plx_nodes_add (item, plx_nodes_at (all, i));
    }

  return items;
}

/* Of the parts from which nothing in the item is kept apart, the one that it is most like. */
static GArray *
find_part (Enforcer  *self,
           GPtrArray *parts,
           GArray    *item)
{
  GArray *best = NULL;
  double most = -1;

  for (guint i = 0; i < parts->len; i++)
    {
      GArray *part = g_ptr_array_index (parts, i);
      double likeness;

      if (are_apart (self, part, item))
        continue;
      likeness = average_likeness (self, part, item);
      if (likeness > most)
        {
          most = likeness;
          best = part;
        }
    }

  return best;
}

/* Those that are kept from others are dealt out first; then each of the rest goes where it is most
 * like these. */
static GPtrArray *
deal_out (Enforcer  *self,
          GPtrArray *items)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) free_items = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      GArray *item = g_ptr_array_index (items, i);
      gboolean is_kept_apart = FALSE;
      GArray *part;

      for (guint k = 0; k < items->len && !is_kept_apart; k++)
        is_kept_apart = are_apart (self, item, g_ptr_array_index (items, k));
      if (!is_kept_apart)
        g_ptr_array_add (free_items, item);
      else if ((part = find_part (self, parts, item)) != NULL)
        g_array_append_vals (part, item->data, item->len);
      else
        g_ptr_array_add (parts, g_array_copy (item));
    }

  for (guint i = 0; i < free_items->len; i++)
    g_ptr_array_add (targets, find_part (self, parts, g_ptr_array_index (free_items, i)));
  for (guint i = 0; i < free_items->len; i++)
    {
      GArray *item = g_ptr_array_index (free_items, i);

      if (targets->pdata[i] != NULL)
        g_array_append_vals (targets->pdata[i], item->data, item->len);
      else
        g_ptr_array_add (parts, g_array_copy (item));
    }

  return parts;
}

/* A part of which every sentence is at home elsewhere is a claim only where there are several. */
static void
add_part (Enforcer *self,
          PlxTeam  *team,
          GArray   *part)
{
  PlxTeam *added = plx_team_new (NULL);

  for (guint i = 0; i < part->len; i++)
    {
      const guint node = plx_nodes_at (part, i);

      plx_nodes_add (plx_nodes_has (team->own, node) ? added->own : added->seconds, node);
    }

  if (added->own->len == 0 && added->seconds->len > 1)
    {
      g_array_append_vals (added->own, added->seconds->data, added->seconds->len);
      g_array_set_size (added->seconds, 0);
    }

  if (added->own->len > 0)
    g_ptr_array_add (self->teams, added);
  else
    plx_team_free (added);
}

static void
part_teams (Enforcer *self)
{
  const guint n = self->teams->len;

  for (guint i = 0; i < n; i++)
    {
      PlxTeam *team = g_ptr_array_index (self->teams, i);
      g_autoptr (GArray) all = plx_team_list (team);
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      if (!are_apart (self, all, all))
        continue;

      items = list_items (self, team);
      parts = deal_out (self, items);
      for (guint k = 0; k < parts->len; k++)
        add_part (self, team, g_ptr_array_index (parts, k));
      plx_team_clear (team);
    }
}

static gboolean
add_second (Enforcer *self,
            guint     node,
            guint     beside)
{
  PlxTeam *team = find_own_team (self, beside);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) one = plx_nodes_new ();

  if (team == NULL)
    return FALSE;

  all = plx_team_list (team);
  plx_nodes_add (one, node);
  if (are_apart (self, all, one))
    return FALSE;

  plx_nodes_add (team->seconds, node);
  team->touched = TRUE;

  return TRUE;
}

/* A sentence that belongs with two that are kept apart is in the claims of both. */
static void
tie_pairs (Enforcer *self)
{
  for (guint i = self->rulings->also->len; i > 0; i--)
    {
      const PlxRuledPair *pair = &g_array_index (self->rulings->also, PlxRuledPair, i - 1);
      const guint a = plx_nodes_at (self->node_of, pair->a);
      const guint b = plx_nodes_at (self->node_of, pair->b);
      g_autoptr (GArray) both = plx_nodes_new ();
      PlxTeam *team;

      if (a == PLX_NONE || b == PLX_NONE)
        continue;
      plx_nodes_add (both, a);
      plx_nodes_add (both, b);
      if (find_team_of_all (self, both) != NULL || add_second (self, a, b) ||
          add_second (self, b, a))
        continue;

      team = plx_team_new (NULL);
      g_array_append_vals (team->own, both->data, both->len);
      g_ptr_array_add (self->teams, team);
    }
}

/* Of two teams of the same sentences the first is kept. */
static gboolean
is_part_of (Enforcer *self,
            guint     i,
            guint     k)
{
  const PlxTeam *part = g_ptr_array_index (self->teams, i);
  const PlxTeam *whole = g_ptr_array_index (self->teams, k);
  const guint n_part = part->own->len + part->seconds->len;
  const guint n_whole = whole->own->len + whole->seconds->len;

  return i != k && (part->touched || whole->touched) &&
         (n_part < n_whole || (n_part == n_whole && k < i)) &&
         plx_team_has_all (whole, part->own) && plx_team_has_all (whole, part->seconds);
}

static void
drop_parts (Enforcer *self)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      PlxTeam *team = g_ptr_array_index (self->teams, i);
      gboolean is_part = FALSE;

      for (guint k = 0; k < self->teams->len && team->own->len > 0 && !is_part; k++)
        is_part = is_part_of (self, i, k);
      if (is_part)
        plx_team_clear (team);
    }
}

static void
write_groups (Enforcer  *self,
              GPtrArray *groups)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      PlxTeam *team = g_ptr_array_index (self->teams, i);
      const gboolean is_new = team->group == NULL;

      if (!team->touched)
        continue;
      if (team->own->len + team->seconds->len == 0)
        {
          if (!is_new)
            g_ptr_array_remove (groups, team->group);
          continue;
        }
      plx_team_write (team);
      if (is_new)
        g_ptr_array_add (groups, team->group);
    }
}

/**
 * plx_rulings_apply:
 * @self: rulings on the sentences of @weave
 * @weave: the sentences of a story
 * @groups: (element-type PlxGroup): the groups that were found among them
 *
 * Changes the groups so that they are as the user has said. What is not spoken of stays as it was.
 */
void
plx_rulings_apply (PlxRulings *self,
                   PlxWeave   *weave,
                   GPtrArray  *groups)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_team_free);
  g_autoptr (GArray) node_of = plx_nodes_new ();
  g_autoptr (GArray) ruled = plx_nodes_new ();
  Enforcer enforcer = { self, weave, teams, node_of, ruled };

  if (self->sentences->len == 0)
    return;

  read_groups (&enforcer, groups);
  match_nodes (&enforcer);
  seat_units (&enforcer);
  part_teams (&enforcer);
  tie_pairs (&enforcer);
  drop_parts (&enforcer);
  write_groups (&enforcer, groups);
}
