/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-event-weights"

#include "config.h"

#include "comparing/plx-event-terms.h"

#include <math.h>

#include "comparing/plx-event-terms-private.h"

/* What is known of words anywhere counts like so many articles: a small collection is judged by it,
 * and a large one by itself. Anything from 100 to 2,000 does nearly as well. */
#define PRIOR_ARTICLES 200.0

/* A name tells more than another word that is as rare. */
#define NAME_WEIGHT 1.3

/* How much of the likeness of two articles is told by all words, by those that are no names, and
 * by pairs of words. Of pairs even one event shares few: a sixth is as much as there is. */
#define WORDS_SHARE 0.65
#define PLAIN_SHARE 0.2
#define PAIRS_SHARE 0.15
#define PAIRS_SCALE 6.0

/* An event is reported for some days. What is published long after may still be of it, but has to
 * be more alike; and what has no date may be of any. */
#define REPORTED_DAYS 14.0
#define FAR_APART 0.35
#define NO_DATE 0.85

/* Articles of one event tell the same over and over. So many of them count in full; of more, each
 * counts less, so that together they count no more: a word that all articles of a large event have
 * is no more frequent in the world for that. The articles of the largest events of a collection
 * are known by a sample of all, to which they are at least so much alike. */
#define MAX_COUNTED 20
#define SAMPLE 32
#define OF_ONE_EVENT 0.15

/* How much it tells that an article has what so many of so many have. */
static double
tells (double n_having,
       double n_articles,
       double anywhere)
{
  return -log ((n_having + PRIOR_ARTICLES * anywhere) / (n_articles + PRIOR_ARTICLES));
}

static guint
count_having (PlxEventTerms      *self,
              const PlxEventTerm *pair)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, GUINT_TO_POINTER (pair->id)));
}

/* Weighs the terms of an article beside those of the others, or, where it is @alone, by what is
 * known of words anywhere. */
static void
weigh (PlxEventTerms   *self,
       PlxEventArticle *article,
       gboolean         alone)
{
  double n = alone ? 1 : self->n_counted;

  article->length = article->plain_length = article->pairs_length = 0;
  for (guint i = 0; i < article->terms->len; i++)
    {
      PlxEventTerm *term = &g_array_index (article->terms, PlxEventTerm, i);
      const PlxEventWord *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (term->id));

      term->is_name = word->n_names * 2 > word->n_articles;
      term->weight = term->count * tells (alone ? 1 : word->n_counted, n, word->anywhere) *
                     (term->is_name ? NAME_WEIGHT : 1);
      article->length += term->weight * term->weight;
      if (!term->is_name)
        article->plain_length += term->weight * term->weight;
    }

  for (guint i = 0; i < article->pairs->len; i++)
    {
      PlxEventTerm *pair = &g_array_index (article->pairs, PlxEventTerm, i);

      pair->weight = tells (alone ? 1 : (double) count_having (self, pair) / PLX_EVENT_UNIT, n, 0);
      article->pairs_length += pair->weight * pair->weight;
    }

  article->length = sqrt (article->length);
  article->plain_length = sqrt (article->plain_length);
  article->pairs_length = sqrt (article->pairs_length);
}

/* For how much each article counts. */
static double *
find_shares (PlxEventTerms *self)
{
  guint n = self->articles->len, n_sample = MIN (n, SAMPLE);
  double *shares = g_new (double, n + 1);

  for (guint i = 0; n > MAX_COUNTED && i < n; i++)
    weigh (self, g_ptr_array_index (self->articles, i), TRUE);

  for (guint i = 0; i < n; i++)
    {
      guint n_asked = 0, n_alike = 0;
      double n_event;

      for (guint k = 0; n > MAX_COUNTED && k < n_sample; k++)
        {
          guint other = (guint64) k * n / n_sample;

          n_asked += other != i;
          n_alike += other != i && plx_event_terms_liken (self, i, other) >= OF_ONE_EVENT;
        }
      n_event = 1 + (double) n_alike / MAX (n_asked, 1) * (n - 1);
      shares[i] = MIN (1, MAX_COUNTED / n_event);
    }

  return shares;
}

static void
count_articles (PlxEventTerms *self,
                const double  *shares)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      const PlxEventArticle *article = g_ptr_array_index (self->articles, i);
      guint units = MAX (1, (guint) (shares[i] * PLX_EVENT_UNIT));

      self->n_counted += shares[i];
      for (guint k = 0; k < article->terms->len; k++)
        {
          const PlxEventTerm *term = &g_array_index (article->terms, PlxEventTerm, k);
          PlxEventWord *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (term->id));

          word->n_counted += shares[i];
        }
      for (guint k = 0; k < article->pairs->len; k++)
        {
          const PlxEventTerm *pair = &g_array_index (article->pairs, PlxEventTerm, k);

          g_hash_table_insert (self->pairs, GUINT_TO_POINTER (pair->id),
                               GUINT_TO_POINTER (count_having (self, pair) + units));
        }
    }
}

/**
 * plx_event_terms_weigh:
 * @self: articles that were taken apart
 *
 * Tells of each term how much it tells.
 */
void
plx_event_terms_weigh (PlxEventTerms *self)
{
  g_autofree double *shares = find_shares (self);

  count_articles (self, shares);
  for (guint i = 0; i < self->articles->len; i++)
    weigh (self, g_ptr_array_index (self->articles, i), FALSE);
}

/* Whether two articles can be of one event by the days of their publication. */
static double
time_factor (PlxDay a,
             PlxDay b)
{
  double apart = a > b ? a - b : b - a;

  if (a == 0 || b == 0)
    return NO_DATE;

  return FAR_APART + (1 - FAR_APART) * exp (-MAX (0, apart - 1) / REPORTED_DAYS);
}

/* The product of two vectors; of @plain only what no name has. */
static double
multiply (const GArray *a,
          const GArray *b,
          double       *plain)
{
  double product = 0;

  *plain = 0;
  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      const PlxEventTerm *x = &g_array_index (a, PlxEventTerm, i);
      const PlxEventTerm *y = &g_array_index (b, PlxEventTerm, j);

      if (x->id == y->id)
        {
          product += x->weight * y->weight;
          *plain += x->is_name ? 0 : x->weight * y->weight;
        }
      i += x->id <= y->id;
      j += y->id <= x->id;
    }

  return product;
}

/**
 * plx_event_terms_liken:
 * @self: terms
 * @a: an article
 * @b: another
 *
 * Says how likely two articles are about one event: by their words, by those that are no names
 * (persons and places go from event to event), by the words that stand side by side, and by when
 * they were published.
 *
 * Returns: from 0 to 1
 */
double
plx_event_terms_liken (PlxEventTerms *self,
                       guint          a,
                       guint          b)
{
  const PlxEventArticle *x = g_ptr_array_index (self->articles, a);
  const PlxEventArticle *y = g_ptr_array_index (self->articles, b);
  double plain, none, words, pairs;

  words = multiply (x->terms, y->terms, &plain);
  pairs = multiply (x->pairs, y->pairs, &none);
  words /= MAX (x->length * y->length, DBL_MIN);
  plain /= MAX (x->plain_length * y->plain_length, DBL_MIN);
  pairs /= MAX (x->pairs_length * y->pairs_length, DBL_MIN);

  return (WORDS_SHARE * words + PLAIN_SHARE * plain +
          PAIRS_SHARE * MIN (1, PAIRS_SCALE * pairs)) * time_factor (x->day, y->day);
}
