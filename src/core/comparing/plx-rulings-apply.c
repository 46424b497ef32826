/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rulings"

#include "config.h"

#include "comparing/plx-rulings.h"

#include <string.h>

#include "comparing/plx-grouping.h"
#include "comparing/plx-similarity.h"

/* What the user has said is enforced on groups that are found, whichever way that was. */

/* A group while it is changed: nodes by their place in the weave. */
typedef struct
{
  PlxGroup *group;   /* (nullable): the one that it was */
  GArray   *own;     /* guint */
  GArray   *seconds; /* guint; they have their own group elsewhere */
  gboolean  touched;
} Team;

typedef struct
{
  PlxRulings *rulings;
  PlxWeave   *weave;
  GPtrArray  *teams;   /* Team */
  GArray     *node_of; /* guint, by ruled sentence; or PLX_NONE */
  GArray     *ruled;   /* guint, by node; or PLX_NONE */
} Enforcer;

static guint
at (GArray *nodes,
    guint   i)
{
  return g_array_index (nodes, guint, i);
}

static void
add (GArray *nodes,
     guint   node)
{
  g_array_append_val (nodes, node);
}

static gboolean
find (GArray *nodes,
      guint   node,
      guint  *place)
{
  for (guint i = 0; i < nodes->len; i++)
    if (at (nodes, i) == node)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
has (GArray *nodes,
     guint   node)
{
  guint place;

  return find (nodes, node, &place);
}

static void
take_out (GArray *nodes,
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

static GArray *
nodes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static Team *
team_new (PlxGroup *group)
{
  Team *self = g_new0 (Team, 1);

  self->group = group;
  self->own = nodes_new ();
  self->seconds = nodes_new ();

  return self;
}

static void
team_free (gpointer data)
{
  Team *self = data;

  g_array_unref (self->own);
  g_array_unref (self->seconds);
  g_free (self);
}

static gboolean
team_has (const Team *self,
          guint       node)
{
  return has (self->own, node) || has (self->seconds, node);
}

static gboolean
team_has_all (const Team *self,
              GArray     *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (!team_has (self, at (nodes, i)))
      return FALSE;

  return TRUE;
}

static guint
team_count (const Team *self,
            GArray     *nodes)
{
  guint n = 0;

  for (guint i = 0; i < self->own->len; i++)
    n += has (nodes, at (self->own, i));

  return n;
}

static void
team_take (Team *self,
           guint node)
{
  take_out (self->seconds, node);
  add (self->own, node);
  self->touched = TRUE;
}

static GArray *
team_list (const Team *self)
{
  GArray *all = g_array_copy (self->own);

  g_array_append_vals (all, self->seconds->data, self->seconds->len);
  g_array_sort (all, compare_nodes);

  return all;
}

/* A sentence whose own group was part of another, and went, is at home in that one. */
static void
read_groups (Enforcer  *self,
             GPtrArray *groups)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->weave->nodes->len + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      PlxGroup *group = g_ptr_array_index (groups, i);
      Team *team = team_new (group);

      for (guint k = 0; k < group->n_own; k++)
        {
          const guint node = at (group->nodes, k);

          add (seen[node] ? team->seconds : team->own, node);
          seen[node] = TRUE;
        }
      g_ptr_array_add (self->teams, team);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      PlxGroup *group = g_ptr_array_index (groups, i);
      Team *team = g_ptr_array_index (self->teams, i);

      for (guint k = group->n_own; k < group->nodes->len; k++)
        {
          const guint node = at (group->nodes, k);

          add (seen[node] ? team->seconds : team->own, node);
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
    add (self->ruled, none);

  for (guint i = 0; i < self->rulings->sentences->len; i++)
    {
      const PlxRuledSentence *sentence =
        &g_array_index (self->rulings->sentences, PlxRuledSentence, i);
      guint node;

      if (!g_ptr_array_find (self->weave->nodes, plx_weave_get_node (self->weave, sentence->ref),
                             &node))
        node = PLX_NONE;
      add (self->node_of, node);
      if (node != PLX_NONE)
        g_array_index (self->ruled, guint, node) = i;
    }
}

static Team *
find_own_team (Enforcer *self,
               guint     node)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (has (((Team *) g_ptr_array_index (self->teams, i))->own, node))
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

static Team *
find_team_of_all (Enforcer *self,
                  GArray   *nodes)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (team_has_all (g_ptr_array_index (self->teams, i), nodes))
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

/* Where most of them are at home; of several, where the first of them is. */
static Team *
find_fullest_team (Enforcer *self,
                   GArray   *nodes)
{
  Team *best = NULL;
  guint most = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      Team *team = find_own_team (self, at (nodes, i));
      const guint n = team != NULL ? team_count (team, nodes) : 0;

      if (n > most)
        {
          most = n;
          best = team;
        }
    }

  return best;
}

static void
merge_teams (Team *from,
             Team *into)
{
  for (guint i = 0; i < from->own->len; i++)
    team_take (into, at (from->own, i));
  for (guint i = 0; i < from->seconds->len; i++)
    {
      const guint node = at (from->seconds, i);

      if (!team_has (into, node))
        add (into->seconds, node);
    }
  g_array_set_size (from->own, 0);
  g_array_set_size (from->seconds, 0);
  from->touched = TRUE;
}

/* Who is most of a claim takes the rest of it along: when two claims were joined, what a later
 * article adds to one of them is added to both. */
static void
bring_together (Enforcer *self,
                GArray   *nodes,
                guint     seat)
{
  Team *home;

  if (nodes->len < 2 || find_team_of_all (self, nodes) != NULL)
    return;

  home = seat != PLX_NONE ? find_own_team (self, seat) : NULL;
  if (home == NULL)
    home = find_fullest_team (self, nodes);

  for (guint i = 0; home != NULL && i < nodes->len; i++)
    {
      Team *from = find_own_team (self, at (nodes, i));

      if (from == NULL || from == home)
        continue;
      if (2 * team_count (from, nodes) > from->own->len)
        {
          merge_teams (from, home);
          continue;
        }
      take_out (from->own, at (nodes, i));
      from->touched = TRUE;
      team_take (home, at (nodes, i));
    }
}

static void
seat_units (Enforcer *self)
{
  GArray *sentences = self->rulings->sentences;

  for (guint unit = 0; unit < sentences->len; unit++)
    {
      const guint seat = g_array_index (sentences, PlxRuledSentence, unit).seat;
      g_autoptr (GArray) nodes = nodes_new ();

      for (guint i = unit; i < sentences->len; i++)
        if (g_array_index (sentences, PlxRuledSentence, i).unit == unit &&
            at (self->node_of, i) != PLX_NONE)
          add (nodes, at (self->node_of, i));
      g_array_sort (nodes, compare_nodes);
      bring_together (self, nodes, seat != PLX_NONE ? at (self->node_of, seat) : PLX_NONE);
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
        const guint ruled_a = at (self->ruled, at (a, i));
        const guint ruled_b = at (self->ruled, at (b, j));

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
        const PlxNode *x = g_ptr_array_index (self->weave->nodes, at (a, i));
        const PlxNode *y = g_ptr_array_index (self->weave->nodes, at (b, j));

        sum += plx_similarity_in_story (x->terms, y->terms);
      }

  return sum / ((double) a->len * b->len);
}

/* The sentences of a team, those that belong together as one: (element-type GArray of guint). */
static GPtrArray *
list_items (Enforcer *self,
            Team     *team)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) all = team_list (team);
  g_autoptr (GHashTable) of_unit = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const guint ruled = at (self->ruled, at (all, i));
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
          item = nodes_new ();
          g_ptr_array_add (items, item);
          if (unit != NULL)
            g_hash_table_insert (of_unit, unit, item);
        }
      add (item, at (all, i));
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
          Team     *team,
          GArray   *part)
{
  Team *added = team_new (NULL);

  for (guint i = 0; i < part->len; i++)
    add (has (team->own, at (part, i)) ? added->own : added->seconds, at (part, i));
  added->touched = TRUE;

  if (added->own->len == 0 && added->seconds->len > 1)
    {
      g_array_append_vals (added->own, added->seconds->data, added->seconds->len);
      g_array_set_size (added->seconds, 0);
    }

  if (added->own->len > 0)
    g_ptr_array_add (self->teams, added);
  else
    team_free (added);
}

static void
part_teams (Enforcer *self)
{
  const guint n = self->teams->len;

  for (guint i = 0; i < n; i++)
    {
      Team *team = g_ptr_array_index (self->teams, i);
      g_autoptr (GArray) all = team_list (team);
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      if (!are_apart (self, all, all))
        continue;

      items = list_items (self, team);
      parts = deal_out (self, items);
      for (guint k = 0; k < parts->len; k++)
        add_part (self, team, g_ptr_array_index (parts, k));
      g_array_set_size (team->own, 0);
      g_array_set_size (team->seconds, 0);
      team->touched = TRUE;
    }
}

static gboolean
add_second (Enforcer *self,
            guint     node,
            guint     beside)
{
  Team *team = find_own_team (self, beside);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) one = nodes_new ();

  if (team == NULL)
    return FALSE;

  all = team_list (team);
  add (one, node);
  if (are_apart (self, all, one))
    return FALSE;

  add (team->seconds, node);
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
      const guint a = at (self->node_of, pair->a), b = at (self->node_of, pair->b);
      g_autoptr (GArray) both = nodes_new ();
      Team *team;

      if (a == PLX_NONE || b == PLX_NONE)
        continue;
      add (both, a);
      add (both, b);
      if (find_team_of_all (self, both) != NULL || add_second (self, a, b) ||
          add_second (self, b, a))
        continue;

      team = team_new (NULL);
      g_array_append_vals (team->own, both->data, both->len);
      team->touched = TRUE;
      g_ptr_array_add (self->teams, team);
    }
}

/* Of two teams of the same sentences the first is kept. */
static gboolean
is_part_of (Enforcer *self,
            guint     i,
            guint     k)
{
  const Team *part = g_ptr_array_index (self->teams, i);
  const Team *whole = g_ptr_array_index (self->teams, k);
  const guint n_part = part->own->len + part->seconds->len;
  const guint n_whole = whole->own->len + whole->seconds->len;

  return i != k && (part->touched || whole->touched) &&
         (n_part < n_whole || (n_part == n_whole && k < i)) &&
         team_has_all (whole, part->own) && team_has_all (whole, part->seconds);
}

static void
drop_parts (Enforcer *self)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      Team *team = g_ptr_array_index (self->teams, i);
      gboolean is_part = FALSE;

      for (guint k = 0; k < self->teams->len && team->own->len > 0 && !is_part; k++)
        is_part = is_part_of (self, i, k);
      if (!is_part)
        continue;
      g_array_set_size (team->own, 0);
      g_array_set_size (team->seconds, 0);
      team->touched = TRUE;
    }
}

static void
write_groups (Enforcer  *self,
              GPtrArray *groups)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      Team *team = g_ptr_array_index (self->teams, i);

      if (!team->touched)
        continue;
      if (team->own->len == 0 && team->seconds->len == 0)
        {
          if (team->group != NULL)
            g_ptr_array_remove (groups, team->group);
          continue;
        }
      if (team->group == NULL)
        {
          team->group = g_new0 (PlxGroup, 1);
          team->group->nodes = nodes_new ();
          g_ptr_array_add (groups, team->group);
        }
      g_array_sort (team->own, compare_nodes);
      g_array_sort (team->seconds, compare_nodes);
      g_array_set_size (team->group->nodes, 0);
      g_array_append_vals (team->group->nodes, team->own->data, team->own->len);
      g_array_append_vals (team->group->nodes, team->seconds->data, team->seconds->len);
      team->group->n_own = team->own->len;
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
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func (team_free);
  g_autoptr (GArray) node_of = nodes_new ();
  g_autoptr (GArray) ruled = nodes_new ();
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
