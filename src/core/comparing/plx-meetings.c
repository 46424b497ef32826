/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-meetings"

#include "config.h"

#include "comparing/plx-meetings.h"

#include <float.h>
#include <string.h>

/* A word that more sentences have than this brings no two of them together by itself. */
#define MIN_LIST 64
#define LIST_PER_ARTICLE 2

/* Two sentences that share words of less weight than this are not looked at. */
#define LEAST_SHARED 0.06f

/* Nor, in a story of more than a few articles, those that share far less than one of them does
 * with a third: there are too many of them. */
#define FEW_ARTICLES 16
#define PART_OF_MOST 0.45f

/* A sentence that may report the same as more others than this stands in a crowd, and so do those:
 * they meet where no more than so many articles lie between theirs. */
#define CROWD 40
#define REACH 16

/* Beside those, two meet wherever they stand if each is one of those with which the other shares
 * most: what only two of 200 articles tell may be told in the words of what all do. */
#define CLOSEST 8

/* Of the sentences of one article that come before it, a sentence meets no more than these. */
#define MOST_OF_ARTICLE 48

/* Those with which a sentence shares most. */
typedef struct
{
  guint others[CLOSEST];
  float shared[CLOSEST]; /* 0 where there are no more */
} Closest;

struct _PlxMeetings
{
  PlxWeave   *weave;
  guint32    *articles; /* for each sentence the article in which it stands */
  GHashTable *index;   /* (element-type GArray of guint): the sentences that have a word */
  guint      *before;  /* for each sentence the last one before it with the same words */
  guint8     *crowded; /* (nullable): for each sentence whether it stands in a crowd */
  Closest    *closest; /* (nullable): for each sentence, where there are crowds */
  float      *shared;  /* for each sentence what it shares with the one that is looked at; else 0 */
  GArray     *met;     /* guint: those that share anything with it */
  guint       n_same;  /* how many of them, from the first on, have the same words */
};

static PlxNode *
node_at (PlxMeetings *self,
         guint        node)
{
  return g_ptr_array_index (self->weave->nodes, node);
}

static guint32
article_at (PlxMeetings *self,
            guint        node)
{
  return self->articles[node];
}

static guint32 *
list_articles (PlxWeave *weave)
{
  guint32 *articles = g_new (guint32, weave->nodes->len + 1);

  for (guint i = 0; i < weave->nodes->len; i++)
    articles[i] = ((PlxNode *) g_ptr_array_index (weave->nodes, i))->ref.article;

  return articles;
}

/* Words that begin alike stand in one list. */
static gpointer
key_of (const PlxTerm *term)
{
  return GUINT_TO_POINTER (term->root != 0 ? term->root : term->id);
}

static GHashTable *
index_terms (PlxWeave *weave)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      GArray *terms = ((PlxNode *) g_ptr_array_index (weave->nodes, i))->terms->terms;

      for (guint j = 0; j < terms->len; j++)
        {
          gpointer key = key_of (&g_array_index (terms, PlxTerm, j));
          GArray *list = g_hash_table_lookup (index, key);

          if (list == NULL)
            {
              list = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, key, list);
            }
          if (list->len == 0 || g_array_index (list, guint, list->len - 1) != i)
            g_array_append_val (list, i);
        }
    }

  return index;
}

/* The same words again are the same report, also where every article has them, so that none of
 * them tells anything. */
static gboolean
equal_words (gconstpointer a,
             gconstpointer b)
{
  const GArray *x = ((const PlxNode *) a)->terms->stems, *y = ((const PlxNode *) b)->terms->stems;

  return x->len == y->len && x->len > 0 &&
         memcmp (x->data, y->data, x->len * sizeof (guint32)) == 0;
}

static guint
hash_words (gconstpointer data)
{
  const GArray *stems = ((const PlxNode *) data)->terms->stems;

  return plx_word_hash (stems->data, stems->len * sizeof (guint32));
}

/* For each sentence the last one before it that has the same words, or `PLX_NONE`. */
static guint *
find_repeated (PlxWeave *weave)
{
  g_autoptr (GHashTable) last = g_hash_table_new (hash_words, equal_words);
  guint *before = g_new (guint, weave->nodes->len + 1);

  for (guint i = 0; i < weave->nodes->len; i++)
    {
      gpointer node = g_ptr_array_index (weave->nodes, i);
      gpointer other;

      before[i] = g_hash_table_lookup_extended (last, node, NULL, &other) ?
        GPOINTER_TO_UINT (other) : PLX_NONE;
      g_hash_table_replace (last, node, GUINT_TO_POINTER (i));
    }

  return before;
}

/* Adds up what a sentence shares with each of those before it. */
static void
add_shared (PlxMeetings *self,
            guint        node)
{
  GArray *terms = node_at (self, node)->terms->terms;
  guint longest = MAX (MIN_LIST, LIST_PER_ARTICLE * self->weave->annotations->len);

  /* There is room for all sentences. */
  self->met->len = 0;
  for (guint other = self->before[node]; other != PLX_NONE; other = self->before[other])
    {
      g_array_index (self->met, guint, self->met->len++) = other;
      self->shared[other] = FLT_MIN;
    }
  self->n_same = self->met->len;
  for (guint i = 0; i < terms->len; i++)
    {
      const PlxTerm *term = &g_array_index (terms, PlxTerm, i);
      GArray *list = g_hash_table_lookup (self->index, key_of (term));

      if (list->len > longest)
        continue;
      for (guint j = 0; j < list->len; j++)
        {
          guint other = g_array_index (list, guint, j);

          if (other >= node)
            break;
          if (self->shared[other] == 0)
            g_array_index (self->met, guint, self->met->len++) = other;
          self->shared[other] += MAX (term->weight, (float) FLT_MIN);
        }
    }
}

/* Leaves of those that a sentence has met the ones that share enough with it. */
static void
drop_strangers (PlxMeetings *self,
                guint        node)
{
  float part = self->weave->annotations->len > FEW_ARTICLES ? PART_OF_MOST : 0;
  gboolean has_standings = node_at (self, node)->standings->len > 0;
  float least = LEAST_SHARED;
  guint n = 0;

  for (guint i = 0; i < self->met->len; i++)
    least = MAX (least, part * self->shared[g_array_index (self->met, guint, i)]);
  for (guint i = 0; i < self->met->len; i++)
    {
      guint other = g_array_index (self->met, guint, i);

      if (i < self->n_same || self->shared[other] >= least ||
          (has_standings &&
           plx_nodes_share_standing (node_at (self, other), node_at (self, node))))
        g_array_index (self->met, guint, n++) = other;
      else
        self->shared[other] = 0;
    }
  self->met->len = n;
}

static void
forget (PlxMeetings *self)
{
  for (guint i = 0; i < self->met->len; i++)
    self->shared[g_array_index (self->met, guint, i)] = 0;
}

static void
note_closest (Closest *self,
              guint    other,
              float    shared)
{
  guint place = CLOSEST;

  while (place > 0 && shared > self->shared[place - 1])
    place--;
  for (guint i = CLOSEST - 1; i > place; i--)
    {
      self->others[i] = self->others[i - 1];
      self->shared[i] = self->shared[i - 1];
    }
  if (place < CLOSEST)
    {
      self->others[place] = other;
      self->shared[place] = shared;
    }
}

static gboolean
is_closest (const Closest *self,
            guint          other)
{
  for (guint i = 0; i < CLOSEST && self->shared[i] > 0; i++)
    {
      if (self->others[i] == other)
        return TRUE;
    }

  return FALSE;
}

/* Counts with how many of other articles each sentence could be held. */
static void
find_crowds (PlxMeetings  *self,
             GCancellable *cancellable)
{
  guint n = self->weave->nodes->len;
  g_autofree guint *counts = g_new0 (guint, n + 1);

  if (self->weave->annotations->len <= 2 * REACH + 1)
    return;

  self->closest = g_new0 (Closest, n + 1);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      add_shared (self, i);
      drop_strangers (self, i);
      for (guint j = 0; j < self->met->len; j++)
        {
          guint other = g_array_index (self->met, guint, j);

          if (article_at (self, other) != article_at (self, i))
            {
              counts[i]++;
              counts[other]++;
              note_closest (&self->closest[i], other, self->shared[other]);
              note_closest (&self->closest[other], i, self->shared[other]);
            }
        }
      forget (self);
    }

  self->crowded = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    self->crowded[i] = counts[i] > CROWD;
}

/**
 * plx_meetings_new:
 * @weave: the sentences of a story; must outlive the meetings
 * @cancellable: (nullable): a cancellable; whoever has one looks at it afterwards
 *
 * Returns: (transfer full): which of them are held against each other
 */
PlxMeetings *
plx_meetings_new (PlxWeave     *weave,
                  GCancellable *cancellable)
{
  PlxMeetings *self = g_rc_box_new0 (PlxMeetings);

  self->weave = weave;
  self->articles = list_articles (weave);
  self->index = index_terms (weave);
  self->before = find_repeated (weave);
  self->shared = g_new0 (float, weave->nodes->len + 1);
  self->met = g_array_sized_new (FALSE, FALSE, sizeof (guint), weave->nodes->len + 1);
  find_crowds (self, cancellable);

  return self;
}

PlxMeetings *
plx_meetings_ref (PlxMeetings *self)
{
  return g_rc_box_acquire (self);
}

static void
meetings_clear (gpointer data)
{
  PlxMeetings *self = data;

  g_hash_table_unref (self->index);
  g_array_unref (self->met);
  g_free (self->articles);
  g_free (self->before);
  g_free (self->crowded);
  g_free (self->closest);
  g_free (self->shared);
}

void
plx_meetings_unref (PlxMeetings *self)
{
  g_rc_box_release_full (self, meetings_clear);
}

/* How many articles lie between two, in a ring of all. */
static guint
distance (PlxMeetings *self,
          guint32      a,
          guint32      b)
{
  guint steps = a > b ? a - b : b - a;

  return MIN (steps, self->weave->annotations->len - steps);
}

/**
 * plx_meetings_is_sampled:
 * @self: the meetings of a story
 * @a: a sentence
 * @b: another
 *
 * Returns: whether the two meet as any others would whose articles stand so, and not only since
 *   they share much
 */
gboolean
plx_meetings_is_sampled (PlxMeetings *self,
                         guint        a,
                         guint        b)
{
  return self->crowded == NULL || !self->crowded[a] || !self->crowded[b] ||
         distance (self, article_at (self, a), article_at (self, b)) <= REACH;
}

typedef struct
{
  guint   node;
  guint32 article;
  float   shared;
} Met;

static int
compare_met (const void *x,
             const void *y)
{
  const Met *a = x, *b = y;

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;
  if (a->shared != b->shared)
    return a->shared < b->shared ? 1 : -1;

  return a->node < b->node ? 1 : a->node > b->node ? -1 : 0;
}

/* In a very long article a sentence shares words with hundreds; those with which it shares most
 * are enough, and of two as close the one that is nearer. */
static void
keep_closest (PlxMeetings *self,
              GArray      *others)
{
  g_autofree Met *met = g_new (Met, others->len + 1);
  guint n = others->len, of_article = 0;

  for (guint i = 0; i < n; i++)
    {
      guint other = g_array_index (others, guint, i);

      met[i] = (Met) { other, article_at (self, other), self->shared[other] };
    }
  qsort (met, n, sizeof *met, compare_met);

  g_array_set_size (others, 0);
  for (guint i = 0; i < n; i++)
    {
      of_article = i > 0 && met[i].article == met[i - 1].article ? of_article + 1 : 0;
      if (of_article < MOST_OF_ARTICLE)
        g_array_append_val (others, met[i].node);
    }
}

/**
 * plx_meetings_find:
 * @self: the meetings of a story
 * @node: one of its sentences
 * @others: (element-type guint): gets those before it that it is held against, in no order
 */
void
plx_meetings_find (PlxMeetings *self,
                   guint        node,
                   GArray      *others)
{
  add_shared (self, node);
  drop_strangers (self, node);
  g_array_set_size (others, self->met->len);
  others->len = 0;
  for (guint i = 0; i < self->met->len; i++)
    {
      guint other = g_array_index (self->met, guint, i);

      if (plx_meetings_is_sampled (self, other, node) ||
          (is_closest (&self->closest[node], other) && is_closest (&self->closest[other], node)))
        g_array_index (others, guint, others->len++) = other;
    }
  if (others->len > MOST_OF_ARTICLE)
    keep_closest (self, others);
  forget (self);
}

/* How many pairs of two groups are of one article. Nodes are in the order of their articles. */
static guint
count_within (PlxMeetings *self,
              GArray      *a,
              GArray      *b)
{
  guint within = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint32 in_a = article_at (self, g_array_index (a, guint, i));
      guint32 in_b = article_at (self, g_array_index (b, guint, j));
      guint n_a = 0, n_b = 0;

      if (in_a != in_b)
        {
          i += in_a < in_b;
          j += in_b < in_a;
          continue;
        }
      for (; i < a->len && article_at (self, g_array_index (a, guint, i)) == in_a; i++)
        n_a++;
      for (; j < b->len && article_at (self, g_array_index (b, guint, j)) == in_b; j++)
        n_b++;
      within += n_a * n_b;
    }

  return within;
}

/* The articles of those of a group that stand in a crowd, in order. */
static guint32 *
list_crowded (PlxMeetings *self,
              GArray      *group,
              guint       *n)
{
  guint32 *articles = g_new (guint32, group->len + 1);

  *n = 0;
  for (guint i = 0; i < group->len; i++)
    {
      guint node = g_array_index (group, guint, i);

      articles[*n] = article_at (self, node);
      *n += self->crowded[node];
    }

  return articles;
}

/* How many of them come before an article. */
static guint
count_before (const guint32 *articles,
              guint          n,
              gint64         article)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (articles[middle] < article)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many pairs of two groups are not looked at, since both stand in a crowd, far apart. */
static guint
count_cut (PlxMeetings *self,
           GArray      *a,
           GArray      *b)
{
  gint64 n_articles = self->weave->annotations->len;
  guint n_a, n_b, n = 0;
  g_autofree guint32 *of_a = list_crowded (self, a, &n_a);
  g_autofree guint32 *of_b = list_crowded (self, b, &n_b);

  for (guint i = 0; i < n_a && n_b > 0; i++)
    {
      gint64 first = (gint64) of_a[i] - REACH, past = (gint64) of_a[i] + REACH + 1;
      guint near = count_before (of_b, n_b, past) - count_before (of_b, n_b, first);

      /* The ring goes on at its other end. */
      if (first < 0)
        near += n_b - count_before (of_b, n_b, first + n_articles);
      if (past > n_articles)
        near += count_before (of_b, n_b, past - n_articles);
      n += n_b - near;
    }

  return n;
}

/**
 * plx_meetings_count_pairs:
 * @self: the meetings of a story
 * @a: (element-type guint): some of its sentences, in order
 * @b: (element-type guint): some others, in order
 *
 * Two sentences of one article say nothing of whether both groups report the same.
 *
 * Returns: how many pairs of a sentence of either there are
 */
PlxMeetingPairs
plx_meetings_count_pairs (PlxMeetings *self,
                          GArray      *a,
                          GArray      *b)
{
  guint cut = self->crowded != NULL ? count_cut (self, a, b) : 0;
  guint all = a->len * b->len - count_within (self, a, b);

  return (PlxMeetingPairs) { all - cut, all };
}

/**
 * plx_meetings_count_thirds:
 * @self: the meetings of a story
 * @a: a sentence
 * @b: another that it has met
 *
 * Returns: how many articles there are whose sentences both may have met
 */
guint
plx_meetings_count_thirds (PlxMeetings *self,
                           guint        a,
                           guint        b)
{
  guint n = self->weave->annotations->len;
  guint others = n > 2 ? n - 2 : 0;
  guint around = 2 * REACH + 1, apart;

  if (self->crowded == NULL || (!self->crowded[a] && !self->crowded[b]))
    return others;
  if (!self->crowded[a] || !self->crowded[b])
    return MIN (others, around - 2);

  /* What lies in reach of both, on this side of the ring and on the other. */
  apart = distance (self, article_at (self, a), article_at (self, b));

  return MIN (others, around - apart + (around > n - apart ? around - (n - apart) : 0) - 2);
}
