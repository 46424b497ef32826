/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-propose"

#include "config.h"

#include "comparing/plx-comparing.h"
#include "comparing/plx-event-groups.h"
#include "comparing/plx-event-reasons.h"

/* All pairs of so many articles are read for what they have in common; of more, those that the
 * index has found. */
#define MAX_READ 300

/* A document, and what it reads like: what is done goes by that, never by its place. */
typedef struct
{
  PlxDocument *document;
  char        *digest;
  guint32      place;
} Item;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->digest);
}

static int
compare_items (const void *x,
               const void *y)
{
  const Item *a = x, *b = y;
  int order = g_strcmp0 (a->digest, b->digest);

  return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

static GArray *
put_in_order (GPtrArray *documents)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = g_ptr_array_index (documents, i);
      Item item = { document, plx_document_dup_digest (document), i };

      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);

  return items;
}

static int
compare_places (const void *x,
                const void *y)
{
  guint32 a = *(const guint32 *) x, b = *(const guint32 *) y;

  return (a > b) - (a < b);
}

static int
compare_proposals (const void *x,
                   const void *y)
{
  const PlxProposal *a = *(const PlxProposal * const *) x;
  const PlxProposal *b = *(const PlxProposal * const *) y;

  return compare_places (a->articles->data, b->articles->data);
}

static void
reprint_set_free (gpointer data)
{
  PlxReprintSet *set = data;

  g_array_unref (set->articles);
  g_free (set);
}

void
plx_proposal_free (PlxProposal *self)
{
  g_array_unref (self->articles);
  g_strfreev (self->why);
  g_ptr_array_unref (self->reprints);
  g_free (self);
}

/* What the engines have found in the collection, by the order of the items. */
typedef struct
{
  GArray        *items;
  GPtrArray     *documents;
  PlxEventTerms *terms;
  GArray        *reprints;
} Findings;

/* Compares every article of a proposal with every other. The numbers are places among @members. */
static GArray *
read_members (Findings *self,
              GArray   *members)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxReprint));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < members->len; i++)
    {
      GArray *own = g_array_new (FALSE, FALSE, sizeof (guint64));

      plx_shingles_collect (g_ptr_array_index (self->documents,
                                               g_array_index (members, guint32, i)), own);
      plx_shingles_sort (own);
      g_ptr_array_add (texts, own);
      for (guint k = 0; k < i; k++)
        {
          PlxReprint reprint = { .a = k, .b = i };

          reprint.kind = plx_reprints_compare (g_ptr_array_index (texts, k), own, NULL);
          if (reprint.kind != PLX_REPRINT_NONE)
            g_array_append_val (found, reprint);
        }
    }

  return found;
}

/* The same for a large proposal, of what the index has found. */
static GArray *
look_up_members (Findings *self,
                 GArray   *members)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PlxReprint));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (members, guint32, i)),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->reprints->len; i++)
    {
      PlxReprint reprint = g_array_index (self->reprints, PlxReprint, i);
      guint a = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (reprint.a)));
      guint b = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (reprint.b)));

      reprint.a = a - 1;
      reprint.b = b - 1;
      if (a != 0 && b != 0)
        g_array_append_val (found, reprint);
    }

  return found;
}

static int
compare_sets (const void *x,
              const void *y)
{
  const PlxReprintSet *a = *(const PlxReprintSet * const *) x;
  const PlxReprintSet *b = *(const PlxReprintSet * const *) y;
  int order = compare_places (a->articles->data, b->articles->data);

  return order != 0 ? order : (int) a->kind - (int) b->kind;
}

/* Adds the sets that the articles fall into: by copies alone, or by everything that has the same
 * words. A set of versions that is nothing more than a set of copies is told already. */
static void
add_sets (Findings       *self,
          GArray         *members,
          GArray         *reprints,
          PlxReprintKind  kind,
          GPtrArray      *sets)
{
  g_autoptr (GHashTable) set_of = g_hash_table_new (NULL, NULL);
  g_autofree guint *firsts = g_new (guint, members->len + 1);
  g_autofree guint *copies = g_new (guint, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    firsts[i] = copies[i] = i;
  for (guint i = 0; i < reprints->len; i++)
    {
      const PlxReprint *reprint = &g_array_index (reprints, PlxReprint, i);

      if (reprint->kind == PLX_REPRINT_COPY)
        plx_reprints_unite (copies, reprint->a, reprint->b);
      if (reprint->kind == PLX_REPRINT_COPY || kind == PLX_REPRINT_VERSION)
        plx_reprints_unite (firsts, reprint->a, reprint->b);
    }

  for (guint i = 0; i < members->len; i++)
    {
      guint first = plx_reprints_find_first (firsts, i);
      guint32 place = g_array_index (self->items, Item,
                                     g_array_index (members, guint32, i)).place;
      PlxReprintSet *set = g_hash_table_lookup (set_of, GUINT_TO_POINTER (first));

      if (set == NULL)
        {
          set = g_new0 (PlxReprintSet, 1);
          set->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
          set->kind = PLX_REPRINT_COPY;
          g_hash_table_insert (set_of, GUINT_TO_POINTER (first), set);
          g_ptr_array_add (sets, set);
        }
      if (plx_reprints_find_first (copies, i) != plx_reprints_find_first (copies, first))
        set->kind = PLX_REPRINT_VERSION;
      g_array_append_val (set->articles, place);
    }
}

/* Sets of copies, and sets of versions, in which copies may be. */
static GPtrArray *
make_sets (Findings *self,
           GArray   *members,
           GArray   *reprints)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func (reprint_set_free);
  const PlxReprintKind kinds[] = { PLX_REPRINT_COPY, PLX_REPRINT_VERSION };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (reprint_set_free);

      add_sets (self, members, reprints, kinds[k], all);
      for (guint i = all->len; i > 0; i--)
        {
          PlxReprintSet *set = g_ptr_array_index (all, i - 1);

          g_array_sort (set->articles, compare_places);
          if (set->kind == kinds[k] && set->articles->len > 1)
            g_ptr_array_add (sets, g_ptr_array_steal_index (all, i - 1));
        }
    }
  g_ptr_array_sort (sets, compare_sets);

  return sets;
}

static PlxProposal *
make_proposal (Findings *findings,
               GArray   *members,
               double    apart)
{
  PlxProposal *self = g_new0 (PlxProposal, 1);
  g_autoptr (GArray) reprints = members->len <= MAX_READ ? read_members (findings, members)
                                                         : look_up_members (findings, members);

  self->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->why = plx_event_reasons_find (findings->terms, findings->documents, members);
  self->reprints = make_sets (findings, members, reprints);
  self->apart = apart;

  for (guint i = 0; i < members->len; i++)
    {
      guint32 member = g_array_index (members, guint32, i);
      PlxDay day = plx_event_terms_get (findings->terms, member)->day;

      g_array_append_val (self->articles, g_array_index (findings->items, Item, member).place);
      if (day != 0)
        {
          self->from = self->from == 0 ? day : MIN (self->from, day);
          self->to = MAX (self->to, day);
        }
    }
  g_array_sort (self->articles, compare_places);

  return self;
}

/* Two groups, in any order, as one number. */
static gint64
key_of_groups (guint a,
               guint b)
{
  return ((gint64) MIN (a, b) << 32) | MAX (a, b);
}

/* How alike the articles of two groups are, all pairs together. */
static double
find_sum (GHashTable *sums,
          guint       a,
          guint       b)
{
  const gint64 key = key_of_groups (a, b);
  const double *sum = g_hash_table_lookup (sums, &key);

  return sum != NULL ? *sum : 0;
}

static void
add_sum (GHashTable *sums,
         guint       a,
         guint       b,
         double      likeness)
{
  const gint64 key = key_of_groups (a, b);
  const double sum = find_sum (sums, a, b) + likeness;

  g_hash_table_insert (sums, g_memdup2 (&key, sizeof key), g_memdup2 (&sum, sizeof sum));
}

static GHashTable *
sum_groups (GPtrArray *groups,
            GArray    *pairs)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) group_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *members = g_ptr_array_index (groups, i);

      for (guint k = 0; k < members->len; k++)
        g_hash_table_insert (group_of, GUINT_TO_POINTER (g_array_index (members, guint32, k)),
                             GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxAlikePair *pair = &g_array_index (pairs, PlxAlikePair, i);
      guint a = GPOINTER_TO_UINT (g_hash_table_lookup (group_of, GUINT_TO_POINTER (pair->a)));
      guint b = GPOINTER_TO_UINT (g_hash_table_lookup (group_of, GUINT_TO_POINTER (pair->b)));

      if (a != 0 && b != 0)
        add_sum (sums, a - 1, b - 1, pair->likeness);
    }

  return sums;
}

/* How far each group is apart from the nearest other. */
static double *
measure_apart (GPtrArray *groups,
               GArray    *pairs)
{
  g_autoptr (GHashTable) sums = sum_groups (groups, pairs);
  double *apart = g_new (double, groups->len + 1);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < groups->len; i++)
    apart[i] = G_MAXDOUBLE;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const guint ends[] = { *(gint64 *) key >> 32, *(gint64 *) key & G_MAXUINT32 };
      double n_a = ((GArray *) groups->pdata[ends[0]])->len;
      double n_b = ((GArray *) groups->pdata[ends[1]])->len;
      double between = *(double *) value / (n_a * n_b);

      for (guint k = 0; ends[0] != ends[1] && k < G_N_ELEMENTS (ends); k++)
        {
          double n = ((GArray *) groups->pdata[ends[k]])->len;
          double within = find_sum (sums, ends[k], ends[k]) / (n * (n - 1) / 2);

          apart[ends[k]] = MIN (apart[ends[k]], within / between);
        }
    }

  return apart;
}

/**
 * plx_comparing_propose:
 * @documents: (element-type PlxDocument): articles
 *
 * Groups those articles that are about one event. An article that stands alone is in no
 * proposal. The groups are the same in whichever order the articles come.
 *
 * Safe to call from any thread.
 *
 * Returns: (transfer full) (element-type PlxProposal): the proposals
 */
GPtrArray *
plx_comparing_propose (GPtrArray *documents)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_proposal_free);
  g_autoptr (GArray) items = put_in_order (documents);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (PlxReprints) index = plx_reprints_new ();
  g_autoptr (PlxEventTerms) terms = NULL;
  g_autoptr (GArray) reprints = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree double *apart = NULL;
  Findings findings;

  for (guint i = 0; i < items->len; i++)
    {
      g_ptr_array_add (ordered, g_array_index (items, Item, i).document);
      plx_reprints_add (index, g_array_index (items, Item, i).document);
    }

  terms = plx_event_terms_new (ordered);
  reprints = plx_reprints_find (index);
  pairs = plx_event_groups_candidates (terms);
  groups = plx_event_groups_find (terms, pairs, reprints);

  findings = (Findings) { items, ordered, terms, reprints };
  apart = measure_apart (groups, pairs);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (proposals, make_proposal (&findings, g_ptr_array_index (groups, i), apart[i]));
  g_ptr_array_sort (proposals, compare_proposals);

  return proposals;
}
