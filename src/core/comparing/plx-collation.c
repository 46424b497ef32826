/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-collation"

#include "config.h"

#include "comparing/plx-collation.h"

#include <string.h>

#include "comparing/plx-collation-moves.h"
#include "comparing/plx-profile.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-terms.h"
#include "comparing/plx-word-ids.h"
#include "language/text/plx-words.h"
#include "model/plx-analysis.h"

/* What a pair of the same word counts: see plx-word-match.c. */
#define MARK_WEIGHT 2
#define SMALL_WEIGHT 6
#define TELLING_WEIGHT 20

/* Nothing here may depend on the order in which the texts come. So they are sorted by their words
 * first, those that are the same are looked at once, and words get their numbers in that order. */
typedef struct
{
  PlxCollation    *collation;
  PlxWordIds      *ids;
  GArray          *order;   /* guint32: witnesses in the order of their words */
  guint32         *text_of; /* by witness: its text, where the same ones are one */
  PlxProfileWords  words;
} Collating;

static void
read_witnesses (Collating         *self,
                const PlxWordText *witnesses)
{
  PlxCollation *collation = self->collation;

  for (guint32 i = 0; i < collation->n_witnesses; i++)
    {
      const PlxWordText *witness = &witnesses[i];
      GArray *words = plx_words_split (witness->text, witness->start, witness->end);
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

      plx_word_ids_add_text (self->ids, witness->text, words, ids);
      for (guint32 j = 0; j < words->len; j++)
        {
          PlxWord *word = &g_array_index (words, PlxWord, j);

          word->start -= witness->start;
          word->end -= witness->start;
        }
      g_ptr_array_add (collation->words, words);
      g_ptr_array_add (collation->ids, ids);
      g_array_append_val (self->order, i);
    }
}

static int
compare_witnesses (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  Collating *self = data;
  GArray *ids_a = self->collation->ids->pdata[*(const guint32 *) a];
  GArray *ids_b = self->collation->ids->pdata[*(const guint32 *) b];

  if (ids_a->len != ids_b->len)
    return ids_a->len < ids_b->len ? -1 : 1;

  for (guint32 i = 0; i < ids_a->len; i++)
    {
      guint32 id_a = g_array_index (ids_a, guint32, i), id_b = g_array_index (ids_b, guint32, i);

      if (id_a != id_b)
        return strcmp (plx_word_ids_get_key (self->ids, id_a),
                       plx_word_ids_get_key (self->ids, id_b));
    }

  return 0;
}

/* Numbers the words of a witness anew, in the order in which the sorted witnesses have them. */
static void
renumber (Collating *self,
          guint32    witness,
          guint32   *numbers)
{
  GArray *words = self->collation->words->pdata[witness];
  GArray *ids = self->collation->ids->pdata[witness];

  for (guint32 i = 0; i < ids->len; i++)
    {
      guint32 *id = &g_array_index (ids, guint32, i);
      const char *key = plx_word_ids_get_key (self->ids, *id);

      if (numbers[*id] == 0)
        {
          guint32 number = self->words.n_ids++;
          gboolean is_word = g_array_index (words, PlxWord, i).is_word;
          gboolean is_small = key[0] == '\'' || plx_stem_is_function_word (key);

          numbers[*id] = number + 1;
          self->words.is_mark[number] = !is_word;
          self->words.weights[number] = !is_word ? MARK_WEIGHT
                                        : is_small && !plx_terms_is_negation (key) ? SMALL_WEIGHT
                                                                                   : TELLING_WEIGHT;
        }
      *id = numbers[*id] - 1;
    }
}

static void
sort_witnesses (Collating *self)
{
  guint32 n_ids = plx_word_ids_count (self->ids);
  g_autofree guint32 *numbers = g_new0 (guint32, n_ids + 1);
  guint32 n = self->collation->n_witnesses;
  guint32 *order = (guint32 *) self->order->data;

  g_array_sort_with_data (self->order, compare_witnesses, self);
  for (guint32 i = 0; i < n; i++)
    {
      if (i == 0 || compare_witnesses (&order[i - 1], &order[i], self) != 0)
        g_ptr_array_add (self->words.texts, self->collation->ids->pdata[order[i]]);
      self->text_of[order[i]] = self->words.texts->len - 1;
    }

  self->words.weights = g_new0 (guint32, n_ids + 1);
  self->words.is_mark = g_new0 (guint8, n_ids + 1);
  self->words.copies = g_new0 (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      self->words.copies[self->text_of[order[i]]]++;
      renumber (self, order[i], numbers);
    }
}

static int
compare_grams (gconstpointer a,
               gconstpointer b)
{
  const guint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* The pairs of words that follow each other in a text, sorted. */
static GArray *
find_grams (GArray *ids)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint32 i = 0; i + 1 < ids->len; i++)
    {
      guint64 gram = (guint64) g_array_index (ids, guint32, i) << 32 |
                     g_array_index (ids, guint32, i + 1);

      g_array_append_val (grams, gram);
    }
  g_array_sort (grams, compare_grams);

  return grams;
}

/* Which part of the shorter text's pairs of words the longer has, too. */
static double
likeness (GArray *a,
          GArray *b)
{
  guint32 shared = 0, least = MIN (a->len, b->len);

  for (guint32 i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, j);

      shared += x == y;
      i += x <= y;
      j += y <= x;
    }

  return least > 0 ? (double) shared / least : 0;
}

static double *
find_likeness (Collating *self)
{
  guint32 n = self->words.texts->len;
  g_autoptr (GPtrArray) grams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double *table = g_new0 (double, (gsize) n * n + 1);

  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (grams, find_grams (self->words.texts->pdata[i]));
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++)
      table[(gsize) i * n + j] = table[(gsize) j * n + i] =
        likeness (grams->pdata[i], grams->pdata[j]);

  return table;
}

/* The two profiles that are most alike; of several such the first. */
static void
find_pair (GPtrArray    *profiles,
           const double *table,
           guint32      *first,
           guint32      *second)
{
  guint32 n = profiles->len;
  double best = -1;

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = i + 1; profiles->pdata[i] != NULL && j < n; j++)
      if (profiles->pdata[j] != NULL && table[(gsize) i * n + j] > best)
        {
          best = table[(gsize) i * n + j];
          *first = i;
          *second = j;
        }
}

/* How alike the others are to two profiles together: on the average of their texts. */
static void
average (double  *table,
         guint32  n,
         guint32  first,
         guint32  second,
         double   n_first,
         double   n_second)
{
  for (guint32 i = 0; i < n; i++)
    table[(gsize) i * n + first] = table[(gsize) first * n + i] =
      (table[(gsize) first * n + i] * n_first + table[(gsize) second * n + i] * n_second) /
      (n_first + n_second);
}

static void
clear_profile (gpointer data)
{
  if (data != NULL)
    plx_profile_free (data);
}

/* Lays the two that are most alike beside each other until all are. Returns NULL if stopped. */
static PlxProfile *
merge_all (Collating    *self,
           GCancellable *cancellable)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (clear_profile);
  g_autofree double *table = find_likeness (self);
  guint32 n = self->words.texts->len;

  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (profiles, plx_profile_new (&self->words, i));

  for (guint32 merges = 1; merges < n; merges++)
    {
      guint32 first = 0, second = 0;
      PlxProfile *a, *b, *both;

      find_pair (profiles, table, &first, &second);
      a = profiles->pdata[first];
      b = profiles->pdata[second];
      both = plx_profile_merge (&self->words, a, b, cancellable);
      if (both == NULL)
        return NULL;
      average (table, n, first, second, a->n_members, b->n_members);
      plx_profile_free (a);
      plx_profile_free (b);
      profiles->pdata[first] = both;
      profiles->pdata[second] = NULL;
    }

  return g_steal_pointer (&profiles->pdata[0]);
}

static void
take_columns (Collating        *self,
              const PlxProfile *profile)
{
  PlxCollation *collation = self->collation;
  guint32 n = collation->n_witnesses;
  g_autofree guint32 *place_of = g_new0 (guint32, profile->n_members + 1);

  for (guint32 i = 0; i < profile->n_members; i++)
    place_of[profile->members[i]] = i;

  collation->n_columns = profile->n_columns;
  collation->cells = g_new (guint32, (gsize) profile->n_columns * n + 1);
  for (guint32 column = 0; column < profile->n_columns; column++)
    for (guint32 i = 0; i < n; i++)
      collation->cells[(gsize) column * n + i] =
        profile->cells[(gsize) column * profile->n_members + place_of[self->text_of[i]]];
}

static gboolean
collate (Collating    *self,
         GCancellable *cancellable)
{
  g_autoptr (PlxProfile) profile = NULL;

  if (self->collation->n_witnesses == 0)
    return TRUE;

  sort_witnesses (self);
  profile = merge_all (self, cancellable);
  if (profile == NULL)
    return FALSE;
  take_columns (self, profile);
  plx_collation_find_moves (self->collation, self->words.weights, TELLING_WEIGHT);

  return TRUE;
}

/**
 * plx_collation_new:
 * @witnesses: (array length=n_witnesses): texts
 * @n_witnesses: how many
 * @cancellable: (nullable): when to stop
 * @error: where to say that it was stopped
 *
 * Lays texts beside each other word by word. The result is the same for any order of the texts.
 *
 * Returns: (transfer full) (nullable): the columns, or `NULL` if it was stopped
 */
PlxCollation *
plx_collation_new (const PlxWordText  *witnesses,
                   guint               n_witnesses,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (PlxCollation) collation = g_new0 (PlxCollation, 1);
  g_autoptr (PlxWordIds) ids = plx_word_ids_new ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint32 *text_of = g_new0 (guint32, n_witnesses + 1);
  Collating self = { collation, ids, order, text_of, { .texts = texts } };
  gboolean is_done;

  collation->n_witnesses = n_witnesses;
  collation->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  collation->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  collation->moves = g_array_new (FALSE, FALSE, sizeof (PlxCollationMove));

  read_witnesses (&self, witnesses);
  is_done = collate (&self, cancellable);
  g_free (self.words.weights);
  g_free (self.words.is_mark);
  g_free (self.words.copies);
  if (!is_done)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           "Laying the texts beside each other was stopped.");
      return NULL;
    }

  return g_steal_pointer (&collation);
}

void
plx_collation_free (PlxCollation *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->moves);
  g_free (self->cells);
  g_free (self);
}

/**
 * plx_collation_get_word:
 * @self: some texts
 * @column: a column
 * @witness: one of the texts
 *
 * Returns: the place of the text's word there among its words, or `PLX_NONE`
 */
guint32
plx_collation_get_word (PlxCollation *self,
                        guint32       column,
                        guint32       witness)
{
  g_return_val_if_fail (column < self->n_columns && witness < self->n_witnesses, PLX_NONE);

  return self->cells[(gsize) column * self->n_witnesses + witness];
}

/**
 * plx_collation_get_id:
 * @self: some texts
 * @column: a column
 * @witness: one of the texts
 *
 * Returns: which word the text has there, or `PLX_NONE`
 */
guint32
plx_collation_get_id (PlxCollation *self,
                      guint32       column,
                      guint32       witness)
{
  guint32 word = plx_collation_get_word (self, column, witness);

  return word == PLX_NONE ? PLX_NONE
                          : g_array_index ((GArray *) self->ids->pdata[witness], guint32, word);
}

/**
 * plx_collation_agrees:
 * @self: some texts
 * @column: a column
 *
 * Returns: whether all texts have the same word there
 */
gboolean
plx_collation_agrees (PlxCollation *self,
                      guint32       column)
{
  guint32 id = plx_collation_get_id (self, column, 0);

  for (guint32 i = 1; i < self->n_witnesses; i++)
    if (plx_collation_get_id (self, column, i) != id)
      return FALSE;

  return id != PLX_NONE;
}
