/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-collation-moves"

#include "config.h"

#include "comparing/plx-collation-moves.h"

#include <string.h>

#include "model/plx-analysis.h"

/* So many words in a row are a phrase. */
#define GRAM 3

/* A phrase that stands in more places than this is a manner of speaking. */
#define MOST_PLACES 32

/* A phrase of GRAM words that some text has not in its place. */
typedef struct
{
  guint32 ids[GRAM];
  guint32 witness;
  guint32 word;
} Phrase;

typedef struct
{
  PlxCollation  *collation;
  const guint32 *weights; /* by word */
  guint32        telling; /* the least weight of a word that tells something */
  GPtrArray     *columns; /* by witness: guint32, the column of each word */
  GArray        *phrases; /* Phrase, in the order of their words */
} Finding;

static guint32
id_at (const PlxCollation *collation,
       guint32             witness,
       guint32             word)
{
  GArray *ids = collation->ids->pdata[witness];

  return word < ids->len ? g_array_index (ids, guint32, word) : PLX_NONE;
}

/* Whether another text has not the same word in the column of a word. */
static gboolean
lacks (Finding *self,
       guint32  other,
       guint32  witness,
       guint32  word)
{
  guint32 column = g_array_index ((GArray *) self->columns->pdata[witness], guint32, word);

  return plx_collation_get_id (self->collation, column, other) !=
         id_at (self->collation, witness, word);
}

static gboolean
any_lacks (Finding *self,
           guint32  witness,
           guint32  word)
{
  for (guint32 i = 0; i < self->collation->n_witnesses; i++)
    if (lacks (self, i, witness, word))
      return TRUE;

  return FALSE;
}

/* Whether words of two texts are the same, and none has it where the other has. */
static gboolean
is_moved (Finding *self,
          guint32  a,
          guint32  word_a,
          guint32  b,
          guint32  word_b)
{
  guint32 id = id_at (self->collation, a, word_a);

  return id != PLX_NONE && id == id_at (self->collation, b, word_b) &&
         lacks (self, b, a, word_a) && lacks (self, a, b, word_b);
}

static void
find_columns (Finding *self)
{
  PlxCollation *collation = self->collation;

  for (guint32 i = 0; i < collation->n_witnesses; i++)
    {
      GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 column = 0; column < collation->n_columns; column++)
        if (plx_collation_get_word (collation, column, i) != PLX_NONE)
          g_array_append_val (columns, column);
      g_ptr_array_add (self->columns, columns);
    }
}

static void
find_phrases (Finding *self)
{
  PlxCollation *collation = self->collation;

  for (guint32 i = 0; i < collation->n_witnesses; i++)
    {
      guint32 n_words = ((GArray *) collation->words->pdata[i])->len;
      guint32 row = 0;
      guint32 last_telling = 0; /* counted from 1 */

      for (guint32 word = 0; word < n_words; word++)
        {
          Phrase phrase = { .witness = i, .word = word + 1 - GRAM };

          row = any_lacks (self, i, word) ? row + 1 : 0;
          if (self->weights[id_at (collation, i, word)] >= self->telling)
            last_telling = word + 1;
          if (row < GRAM || last_telling + GRAM <= word + 1)
            continue;
          for (guint at = 0; at < GRAM; at++)
            phrase.ids[at] = id_at (collation, i, phrase.word + at);
          g_array_append_val (self->phrases, phrase);
        }
    }
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *x = a, *y = b;

  for (guint i = 0; i < GRAM; i++)
    if (x->ids[i] != y->ids[i])
      return x->ids[i] < y->ids[i] ? -1 : 1;
  if (x->witness != y->witness)
    return x->witness < y->witness ? -1 : 1;

  return x->word < y->word ? -1 : x->word > y->word;
}

static void
add_move (Finding      *self,
          const Phrase *a,
          const Phrase *b)
{
  PlxCollationMove move = { a->witness, a->word, b->witness, b->word, 0 };

  /* What begins earlier is found from its beginning. */
  if (a->word > 0 && b->word > 0 &&
      is_moved (self, a->witness, a->word - 1, b->witness, b->word - 1))
    return;

  while (is_moved (self, a->witness, a->word + move.n_words, b->witness, b->word + move.n_words))
    move.n_words++;
  if (move.n_words >= GRAM)
    g_array_append_val (self->collation->moves, move);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const PlxCollationMove *x = a, *y = b;
  const guint32 of_x[] = { x->a, x->b, x->first_a, x->first_b };
  const guint32 of_y[] = { y->a, y->b, y->first_a, y->first_b };

  for (guint i = 0; i < G_N_ELEMENTS (of_x); i++)
    if (of_x[i] != of_y[i])
      return of_x[i] < of_y[i] ? -1 : 1;

  return 0;
}

static void
pair_phrases (Finding *self)
{
  const Phrase *phrases = (const Phrase *) self->phrases->data;
  guint n = self->phrases->len;

  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start + 1;
           end < n && memcmp (phrases[start].ids, phrases[end].ids, sizeof phrases->ids) == 0;)
        end++;
      for (guint i = start; i < end && end - start <= MOST_PLACES; i++)
        for (guint j = i + 1; j < end; j++)
          if (phrases[i].witness != phrases[j].witness)
            add_move (self, &phrases[i], &phrases[j]);
    }
}

/**
 * plx_collation_find_moves:
 * @self: texts with their columns
 * @weights: by word, how much it tells
 * @telling: how much a word tells at least that tells something
 *
 * Finds the phrases that two texts have in different places.
 */
void
plx_collation_find_moves (PlxCollation  *self,
                          const guint32 *weights,
                          guint32        telling)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  Finding finding = { self, weights, telling, columns, phrases };

  find_columns (&finding);
  find_phrases (&finding);
  g_array_sort (phrases, compare_phrases);
  pair_phrases (&finding);
  g_array_sort (self->moves, compare_moves);
}
