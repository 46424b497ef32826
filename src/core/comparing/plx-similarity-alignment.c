/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-similarity"

#include "config.h"

#include "comparing/plx-similarity-alignment.h"

#include <string.h>

/* How much of a match it is where two words only start alike, or are only used alike. */
#define ROOT_CREDIT 0.8f
#define CLUSTER_CREDIT 0.5f

/* How much of one it is where two words are used alike. */
#define COSINE_CREDIT 0.9f

/* Lets the words that have the same key find each other, the first the first. Both lists are
 * sorted, so that it takes as many steps as there are words. */
static void
match_by (PlxAlignment *self,
          const GArray *keys_a,
          const GArray *keys_b,
          float         credit)
{
  const PlxTermKey *x = (const PlxTermKey *) (gpointer) keys_a->data;
  const PlxTermKey *y = (const PlxTermKey *) (gpointer) keys_b->data;

  for (guint i = 0, j = 0; i < keys_a->len && j < keys_b->len;)
    {
      if (x[i].key != y[j].key)
        {
          gboolean is_less = x[i].key < y[j].key;

          i += is_less;
          j += !is_less;
        }
      else if (x[i].at >= self->n_a || self->partner[x[i].at] >= 0)
        {
          i++;
        }
      else if (y[j].at >= self->n_b || self->taken[y[j].at])
        {
          j++;
        }
      else
        {
          self->partner[x[i].at] = y[j].at;
          self->credit[x[i].at] = credit;
          self->taken[y[j].at] = TRUE;
          i++;
          j++;
        }
    }
}

/**
 * plx_alignment_init:
 * @self: (out caller-allocates): an alignment
 * @a: a sentence; must outlive the alignment
 * @b: another; must outlive the alignment
 *
 * Lets the words of two sentences find each other: equal words first, so that no likeness takes
 * a partner away from one; then those that begin alike; then those that are used alike.
 */
void
plx_alignment_init (PlxAlignment   *self,
                    const PlxTerms *a,
                    const PlxTerms *b)
{
  self->first = a;
  self->second = b;
  self->a = (const PlxTerm *) (gpointer) a->terms->data;
  self->b = (const PlxTerm *) (gpointer) b->terms->data;
  self->n_a = MIN (a->terms->len, PLX_SIMILARITY_MAX_WORDS);
  self->n_b = MIN (b->terms->len, PLX_SIMILARITY_MAX_WORDS);
  memset (self->partner, -1, self->n_a * sizeof *self->partner);
  memset (self->credit, 0, self->n_a * sizeof *self->credit);
  memset (self->taken, 0, self->n_b * sizeof *self->taken);

  if ((a->id_mask & b->id_mask) != 0)
    match_by (self, a->by_id, b->by_id, 1);
  if ((a->root_mask & b->root_mask) != 0)
    match_by (self, a->by_root, b->by_root, ROOT_CREDIT);
  if ((a->cluster_mask & b->cluster_mask) != 0)
    match_by (self, a->by_cluster, b->by_cluster, CLUSTER_CREDIT);
}

/* Two words that could be one another. */
typedef struct
{
  float  credit;
  gint16 a;
  gint16 b;
} Match;

/* No two sentences have more of them, unless they are no sentences. */
#define MOST_MATCHES 1024

typedef struct
{
  guint n;
  Match items[MOST_MATCHES];
} Matches;

static gboolean
comes_before (const Match *m,
              const Match *n)
{
  if (m->credit != n->credit)
    return m->credit > n->credit;

  return m->a != n->a ? m->a < n->a : m->b < n->b;
}

/* Keeps them in order, the closest first: there are few. */
static void
add_match (Matches *matches,
           Match    match)
{
  guint place = matches->n < MOST_MATCHES ? matches->n++ : MOST_MATCHES;

  while (place > 0 && comes_before (&match, &matches->items[place - 1]))
    {
      if (place < MOST_MATCHES)
        matches->items[place] = matches->items[place - 1];
      place--;
    }
  if (place < MOST_MATCHES)
    matches->items[place] = match;
}

/* Takes back all matches but those of equal words. */
static void
keep_equal (PlxAlignment *self)
{
  for (guint i = 0; i < self->n_a; i++)
    {
      if (self->credit[i] == 1)
        continue;
      if (self->partner[i] >= 0)
        self->taken[self->partner[i]] = FALSE;
      self->partner[i] = -1;
      self->credit[i] = 0;
    }
}

/* Words that have no partner, and of which it is known where they stand. */
typedef struct
{
  guint   n;
  guint32 words[PLX_SIMILARITY_MAX_WORDS + 1]; /* numbers in the vocabulary */
  guint8  at[PLX_SIMILARITY_MAX_WORDS + 1];
} Placed;

/* Whether a word is used like any of the other sentence, where that is known: most are not, and
 * need not be held against each of its words. */
static inline gboolean
is_near (const guint64 *near,
         const PlxTerm *term)
{
  return near == NULL || (near[term->word / 64] >> term->word % 64 & 1) != 0;
}

/* Without a branch for each word, since it cannot be foretold. */
static inline void
list_placed (const PlxTerm *terms,
             guint          n_terms,
             const gint16  *partner,
             const guint8  *taken,
             const guint64 *near,
             Placed        *placed)
{
  placed->n = 0;
  for (guint i = 0; i < n_terms; i++)
    {
      const gboolean is_free = partner != NULL ? partner[i] < 0 : !taken[i];

      placed->at[placed->n] = i;
      placed->words[placed->n] = terms[i].word;
      placed->n += terms[i].is_placed & is_free & is_near (near, &terms[i]);
    }
}

/* Words that have no partner and begin alike. */
static void
add_roots (const PlxAlignment *self,
           Matches            *matches)
{
  const PlxTermKey *x = (const PlxTermKey *) (gpointer) self->first->by_root->data;
  const PlxTermKey *y = (const PlxTermKey *) (gpointer) self->second->by_root->data;
  guint n_x = self->first->by_root->len, n_y = self->second->by_root->len;

  if ((self->first->root_mask & self->second->root_mask) == 0)
    return;

  for (guint i = 0, j = 0; i < n_x && j < n_y;)
    {
      if (x[i].key > y[j].key)
        {
          j++;
          continue;
        }
      for (guint k = j; k < n_y && y[k].key == x[i].key; k++)
        {
          Match match = { ROOT_CREDIT, x[i].at, y[k].at };

          if (x[i].at < self->n_a && y[k].at < self->n_b && self->partner[x[i].at] < 0 &&
              !self->taken[y[k].at])
            add_match (matches, match);
        }
      i++;
    }
}

static gboolean
share_root (const PlxTerm *a,
            const PlxTerm *b)
{
  return a->root != 0 && a->root == b->root;
}

static void
add_place (const PlxAlignment *self,
           guint               a,
           guint               b,
           Matches            *matches)
{
  float cosine = plx_vocabulary_get_cosine (self->first->vocabulary, self->a[a].word,
                                            self->b[b].word);
  Match match = { COSINE_CREDIT * cosine, a, b };

  if (cosine > PLX_VOCABULARY_LEAST_COSINE && !share_root (&self->a[a], &self->b[b]))
    add_match (matches, match);
}

/* Words that have no partner and are used alike. */
static void
add_places (const PlxAlignment *self,
            Matches            *matches)
{
  PlxVocabulary *vocabulary = self->first->vocabulary;
  Placed a, b;

  list_placed (self->a, self->n_a, self->partner, NULL,
               plx_vocabulary_get_near_marked (vocabulary, &self->second->parts), &a);
  if (a.n == 0)
    return;
  list_placed (self->b, self->n_b, NULL, self->taken,
               plx_vocabulary_get_near_marked (vocabulary, &self->first->parts), &b);

  for (guint i = 0; i < a.n && b.n > 0; i++)
    {
      const guint64 *near = plx_vocabulary_get_near (vocabulary, a.words[i]);

      for (guint j = 0; j < b.n; j++)
        {
          if (near == NULL || (near[b.words[j] / 64] >> b.words[j] % 64 & 1) != 0)
            add_place (self, a.at[i], b.at[j], matches);
        }
    }
}

/**
 * plx_alignment_soften:
 * @self: an alignment
 *
 * Lets the words that are not equal find each other anew: words that are used alike match by how
 * much they are, the closest first.
 */
void
plx_alignment_soften (PlxAlignment *self)
{
  Matches matches;

  matches.n = 0;
  keep_equal (self);
  add_roots (self, &matches);
  add_places (self, &matches);

  for (guint k = 0; k < matches.n; k++)
    {
      const Match *match = &matches.items[k];

      if (self->partner[match->a] >= 0 || self->taken[match->b])
        continue;
      self->partner[match->a] = match->b;
      self->credit[match->a] = match->credit;
      self->taken[match->b] = TRUE;
    }
}
