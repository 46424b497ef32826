/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-event-groups"

#include "config.h"

#include "comparing/plx-event-groups.h"

#include <math.h>

/* How alike the articles of an event are at least, on the average, and how alike to them one must
 * be that comes in: what it says may be all its own. On events of which the gold is known, a fifth
 * more or less of any of these numbers changes next to nothing. */
#define MIN_WITHIN 0.15
#define MIN_LIKENESS 0.065

/* Groups are as alike as their articles on the average, and to this share as those two that are
 * the most alike: what two agencies report is told in two ways, which a few articles tie. */
#define NEAREST_SHARE 0.35

/* Two groups are one only if they are alike at least so much as the articles of each among
 * themselves: two events with the same persons are alike, but each is more so in itself. An article
 * alone tells nothing of that, so less is asked where one joins a group. What takes much from one
 * agency is more alike than articles of one event need be, so that what counts has a bound. */
#define GROUPS_SHARE 0.76
#define GROUPS_BOUND 0.8
#define SINGLE_SHARE 0.28
#define SINGLE_BOUND 0.35

/* What is that unlike is not remembered. */
#define MIN_REMEMBERED (MIN_LIKENESS / 2)

/* Articles meet that share some of their most telling terms, unless so many have the term that it
 * brings together everything; each with the most promising others. */
#define TELLING_TERMS 32
#define MIN_CROWD 500
#define CROWD_SHARE 10
#define MAX_MATES 64

/* So many articles of a group speak for all. */
#define SPEAKERS 8

typedef struct
{
  guint32 article;
  float   weight;
} Posting;

typedef struct
{
  guint32 article;
  double  promise;
} Mate;

static int
compare_weights (const void *x,
                 const void *y)
{
  const PlxEventTerm *a = *(const PlxEventTerm * const *) x;
  const PlxEventTerm *b = *(const PlxEventTerm * const *) y;

  if (a->weight != b->weight)
    return a->weight < b->weight ? 1 : -1;

  return (a->id > b->id) - (a->id < b->id);
}

/* The most telling terms of an article. */
static GPtrArray *
telling_terms (const PlxEventArticle *article)
{
  GPtrArray *telling = g_ptr_array_new ();

  for (guint i = 0; i < article->terms->len; i++)
    g_ptr_array_add (telling, &g_array_index (article->terms, PlxEventTerm, i));
  g_ptr_array_sort (telling, compare_weights);
  g_ptr_array_set_size (telling, MIN (telling->len, TELLING_TERMS));

  return telling;
}

static GHashTable *
index_terms (PlxEventTerms *terms)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plx_event_terms_get_n (terms); i++)
    {
      const PlxEventArticle *article = plx_event_terms_get (terms, i);
      g_autoptr (GPtrArray) telling = telling_terms (article);

      for (guint k = 0; k < telling->len; k++)
        {
          const PlxEventTerm *term = g_ptr_array_index (telling, k);
          Posting posting = { i, term->weight / MAX (article->length, DBL_MIN) };
          GArray *postings = g_hash_table_lookup (index, GUINT_TO_POINTER (term->id));

          if (postings == NULL)
            {
              postings = g_array_new (FALSE, FALSE, sizeof (Posting));
              g_hash_table_insert (index, GUINT_TO_POINTER (term->id), postings);
            }
          g_array_append_val (postings, posting);
        }
    }

  return index;
}

static int
compare_mates (const void *x,
               const void *y)
{
  const Mate *a = x, *b = y;

  if (a->promise != b->promise)
    return a->promise < b->promise ? 1 : -1;

  return (a->article > b->article) - (a->article < b->article);
}

/* The most promising of the articles before @article. @sums has room for all, and is left at 0. */
static GArray *
find_mates (PlxEventTerms *terms,
            GHashTable    *index,
            guint          article,
            double        *sums)
{
  const PlxEventArticle *own = plx_event_terms_get (terms, article);
  guint crowd = MAX (MIN_CROWD, plx_event_terms_get_n (terms) / CROWD_SHARE);
  GArray *mates = g_array_new (FALSE, FALSE, sizeof (Mate));
  g_autoptr (GPtrArray) telling = telling_terms (own);

  for (guint k = 0; k < telling->len; k++)
    {
      const PlxEventTerm *term = g_ptr_array_index (telling, k);
      GArray *postings = g_hash_table_lookup (index, GUINT_TO_POINTER (term->id));

      for (guint i = 0; postings->len <= crowd && i < postings->len; i++)
        {
          const Posting *posting = &g_array_index (postings, Posting, i);
          Mate mate = { posting->article, 0 };

          if (posting->article >= article)
            break;
          if (sums[posting->article] == 0)
            g_array_append_val (mates, mate);
          sums[posting->article] += posting->weight * term->weight;
        }
    }

  for (guint i = 0; i < mates->len; i++)
    {
      Mate *mate = &g_array_index (mates, Mate, i);

      mate->promise = sums[mate->article];
      sums[mate->article] = 0;
    }
  g_array_sort (mates, compare_mates);
  g_array_set_size (mates, MIN (mates->len, MAX_MATES));

  return mates;
}

/**
 * plx_event_groups_candidates:
 * @terms: the articles of a collection
 *
 * Finds the pairs of articles that may be about one event, by an index of their most telling
 * terms; the time this takes grows hardly faster than their number.
 *
 * Returns: (transfer full) (element-type PlxAlikePair): the pairs
 */
GArray *
plx_event_groups_candidates (PlxEventTerms *terms)
{
  guint n = plx_event_terms_get_n (terms);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlxAlikePair));
  g_autoptr (GHashTable) index = index_terms (terms);
  g_autofree double *sums = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) mates = find_mates (terms, index, i, sums);

      for (guint k = 0; k < mates->len; k++)
        {
          PlxAlikePair pair = { g_array_index (mates, Mate, k).article, i, 0 };

          pair.likeness = plx_event_terms_liken (terms, pair.a, pair.b);
          if (pair.likeness >= MIN_REMEMBERED)
            g_array_append_val (pairs, pair);
        }
    }

  return pairs;
}

/* How alike two groups are: their articles on the average, and the two that are the most. */
typedef struct
{
  double mean;
  double most;
} Nearness;

/* Articles that are taken for one event so far. */
typedef struct
{
  GArray     *articles; /* NULL once it has become part of another */
  GHashTable *near;     /* number of a group to how alike it is (owned Nearness) */
  double      within;   /* how alike its articles were when they came together, on the average */
  double      n_within; /* over how many pairs; reprints, which are no news, do not count */
} Group;

/* Two groups that may be one. */
typedef struct
{
  double likeness;
  guint  a;
  guint  b;
} Offer;

typedef struct
{
  PlxEventTerms *terms;
  GPtrArray     *groups;
  GArray        *offers; /* a heap, the best on top */
  guint         *home;   /* for each article the group that it begins in */
} Grouping;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->articles, g_array_unref);
  g_clear_pointer (&group->near, g_hash_table_unref);
  g_free (group);
}

static gboolean
is_better (const Offer *a,
           const Offer *b)
{
  if (a->likeness != b->likeness)
    return a->likeness > b->likeness;
  if (a->a != b->a)
    return a->a < b->a;

  return a->b < b->b;
}

static void
push_offer (GArray *heap,
            Offer   offer)
{
  Offer *offers;
  guint at = heap->len;

  g_array_append_val (heap, offer);
  offers = (Offer *) heap->data;
  for (; at > 0 && is_better (&offer, &offers[(at - 1) / 2]); at = (at - 1) / 2)
    offers[at] = offers[(at - 1) / 2];
  offers[at] = offer;
}

static Offer
pop_offer (GArray *heap)
{
  Offer *offers = (Offer *) heap->data;
  Offer top = offers[0];
  Offer last = offers[heap->len - 1];
  guint n = heap->len - 1;
  guint at = 0;

  g_array_set_size (heap, n);
  while (at * 2 + 1 < n)
    {
      guint child = at * 2 + 1;

      if (child + 1 < n && is_better (&offers[child + 1], &offers[child]))
        child++;
      if (!is_better (&offers[child], &last))
        break;
      offers[at] = offers[child];
      at = child;
    }
  if (n > 0)
    offers[at] = last;

  return top;
}

static Group *
get_group (Grouping *self,
           guint     number)
{
  return g_ptr_array_index (self->groups, number);
}

static double
weigh (Nearness nearness)
{
  return (1 - NEAREST_SHARE) * nearness.mean + NEAREST_SHARE * nearness.most;
}

static void
set_near (Grouping *self,
          guint     a,
          guint     b,
          Nearness  nearness)
{
  double likeness = weigh (nearness);

  if (likeness < MIN_REMEMBERED)
    return;

  g_hash_table_insert (get_group (self, a)->near, GUINT_TO_POINTER (b),
                       g_memdup2 (&nearness, sizeof nearness));
  g_hash_table_insert (get_group (self, b)->near, GUINT_TO_POINTER (a),
                       g_memdup2 (&nearness, sizeof nearness));
  if (likeness >= MIN_LIKENESS)
    push_offer (self->offers, (Offer) { likeness, MIN (a, b), MAX (a, b) });
}

static guint
add_group (Grouping *self)
{
  Group *group = g_new0 (Group, 1);

  group->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  group->near = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (self->groups, group);

  return self->groups->len - 1;
}

/* How alike two groups are; of large ones, some of their articles. */
static Nearness
measure (Grouping *self,
         Group    *a,
         Group    *b)
{
  guint n_a = MIN (a->articles->len, SPEAKERS);
  guint n_b = MIN (b->articles->len, SPEAKERS);
  Nearness nearness = { 0, 0 };

  for (guint i = 0; i < n_a; i++)
    {
      for (guint k = 0; k < n_b; k++)
        {
          double likeness = plx_event_terms_liken (self->terms,
                                                   g_array_index (a->articles, guint32,
                                                                  i * a->articles->len / n_a),
                                                   g_array_index (b->articles, guint32,
                                                                  k * b->articles->len / n_b));

          nearness.mean += likeness / (n_a * n_b);
          nearness.most = MAX (nearness.most, likeness);
        }
    }

  return nearness;
}

static Nearness
nearness_of (Grouping *self,
             Group    *group,
             guint     other)
{
  const Nearness *nearness = g_hash_table_lookup (group->near, GUINT_TO_POINTER (other));

  return nearness != NULL ? *nearness : measure (self, group, get_group (self, other));
}

/* How alike all articles of two groups are among themselves. */
static double
join_within (const Group *a,
             const Group *b,
             double       mean)
{
  double n = (double) a->articles->len * b->articles->len;

  return (a->within * a->n_within + b->within * b->n_within + mean * n) /
         (a->n_within + b->n_within + n);
}

static gboolean
may_join (Grouping    *self,
          const Offer *offer)
{
  Group *a = get_group (self, offer->a), *b = get_group (self, offer->b);

  /* What has become part of another group is offered as that. */
  if (a->articles == NULL || b->articles == NULL ||
      join_within (a, b, nearness_of (self, a, offer->b).mean) < MIN_WITHIN)
    return FALSE;

  if (a->n_within > 0 && b->n_within > 0)
    return offer->likeness >= GROUPS_SHARE * sqrt (MIN (a->within, GROUPS_BOUND) *
                                                   MIN (b->within, GROUPS_BOUND));

  return offer->likeness >= SINGLE_SHARE * MIN (MAX (a->within, b->within), SINGLE_BOUND);
}

static int
compare_numbers (const void *x,
                 const void *y)
{
  guint32 a = *(const guint32 *) x, b = *(const guint32 *) y;

  return (a > b) - (a < b);
}

/* The groups that @a or @b is near to, in order. */
static GArray *
neighbours (Group *a,
            Group *b)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, a->near);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 number = GPOINTER_TO_UINT (key);

      g_array_append_val (numbers, number);
    }
  g_hash_table_iter_init (&iter, b->near);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 number = GPOINTER_TO_UINT (key);

      if (!g_hash_table_contains (a->near, key))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

static void
join (Grouping    *self,
      const Offer *offer)
{
  guint number = add_group (self);
  Group *a = get_group (self, offer->a), *b = get_group (self, offer->b);
  Group *whole = get_group (self, number);
  double n_a = a->articles->len, n_b = b->articles->len;
  g_autoptr (GArray) numbers = NULL;

  whole->within = join_within (a, b, nearness_of (self, a, offer->b).mean);
  whole->n_within = a->n_within + b->n_within + n_a * n_b;

  g_hash_table_remove (a->near, GUINT_TO_POINTER (offer->b));
  g_hash_table_remove (b->near, GUINT_TO_POINTER (offer->a));
  numbers = neighbours (a, b);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint other = g_array_index (numbers, guint32, i);
      Nearness to_a = nearness_of (self, a, other), to_b = nearness_of (self, b, other);
      Nearness nearness = {
        (n_a * to_a.mean + n_b * to_b.mean) / (n_a + n_b),
        MAX (to_a.most, to_b.most),
      };

      g_hash_table_remove (get_group (self, other)->near, GUINT_TO_POINTER (offer->a));
      g_hash_table_remove (get_group (self, other)->near, GUINT_TO_POINTER (offer->b));
      set_near (self, number, other, nearness);
    }

  g_array_append_vals (whole->articles, a->articles->data, a->articles->len);
  g_array_append_vals (whole->articles, b->articles->data, b->articles->len);
  g_array_sort (whole->articles, compare_numbers);
  g_clear_pointer (&a->articles, g_array_unref);
  g_clear_pointer (&b->articles, g_array_unref);
  g_clear_pointer (&a->near, g_hash_table_unref);
  g_clear_pointer (&b->near, g_hash_table_unref);
}

/* Articles that are reprints of each other begin in one group, each other one in its own. */
static void
make_homes (Grouping *self,
            GArray   *reprints)
{
  guint n = plx_event_terms_get_n (self->terms);
  g_autofree guint *sets = g_new (guint, n + 1);

  self->home = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    sets[i] = i;
  for (guint i = 0; i < reprints->len; i++)
    {
      const PlxReprint *reprint = &g_array_index (reprints, PlxReprint, i);

      plx_reprints_unite (sets, reprint->a, reprint->b);
    }

  for (guint32 i = 0; i < n; i++)
    {
      guint first = plx_reprints_find_first (sets, i);

      self->home[i] = first == i ? add_group (self) : self->home[first];
      g_array_append_val (get_group (self, self->home[i])->articles, i);
    }
}

static void
offer_pair (Grouping           *self,
            const PlxAlikePair *pair)
{
  guint a = self->home[pair->a], b = self->home[pair->b];
  Group *first = get_group (self, a), *second = get_group (self, b);

  if (a == b)
    return;

  if (first->articles->len == 1 && second->articles->len == 1)
    set_near (self, a, b, (Nearness) { pair->likeness, pair->likeness });
  else if (!g_hash_table_contains (first->near, GUINT_TO_POINTER (b)))
    set_near (self, a, b, measure (self, first, second));
}

/**
 * plx_event_groups_find:
 * @terms: the articles of a collection
 * @pairs: (element-type PlxAlikePair): those that may be of one event
 * @reprints: (element-type PlxReprint): those that have the same words
 *
 * Groups articles by the event that they are about: the most alike first, by a mean of average and
 * single linkage, with a bound that depends on how alike the articles of each group are.
 *
 * Returns: (transfer full) (element-type GArray): for each event that at least two articles are
 *   about their places (`guint32`), in order
 */
GPtrArray *
plx_event_groups_find (PlxEventTerms *terms,
                       GArray        *pairs,
                       GArray        *reprints)
{
  Grouping self = { .terms = terms };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  self.groups = g_ptr_array_new_with_free_func (group_free);
  self.offers = g_array_new (FALSE, FALSE, sizeof (Offer));

  make_homes (&self, reprints);
  for (guint i = 0; i < pairs->len; i++)
    offer_pair (&self, &g_array_index (pairs, PlxAlikePair, i));

  while (self.offers->len > 0)
    {
      Offer offer = pop_offer (self.offers);

      if (may_join (&self, &offer))
        join (&self, &offer);
    }

  for (guint i = 0; i < self.groups->len; i++)
    {
      const Group *group = get_group (&self, i);

      if (group->articles != NULL && group->articles->len > 1)
        g_ptr_array_add (found, g_array_ref (group->articles));
    }
  g_ptr_array_unref (self.groups);
  g_array_unref (self.offers);
  g_free (self.home);

  return found;
}
