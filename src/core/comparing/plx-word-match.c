/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-match"

#include "config.h"

#include "comparing/plx-word-match.h"

#include <string.h>

#include "comparing/plx-sequence.h"
#include "comparing/plx-stem.h"
#include "comparing/plx-terms.h"

/* Texts of more words are matched without weights, and nothing is asked about their words. No
 * sentence of an article has so many. */
#define MAX_WORDS 1000

/* What a pair of words counts. Three small ones do not outweigh one that tells something, but a
 * phrase of them does. A comma never costs a word its partner. */
static const guint32 weights[] = {
  [PLX_WORD_MARK] = 1,
  [PLX_WORD_SMALL] = 6,
  [PLX_WORD_TELLING] = 20,
};

/* What it counts in addition where the words before it are a pair, too. */
#define TOGETHER 4

static void
side_init (PlxWordSide       *self,
           PlxWordIds        *ids,
           const PlxWordText *text)
{
  self->text = text;
  self->words = plx_words_split (text->text, text->start, text->end);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  plx_word_ids_add_text (ids, text->text, self->words, self->ids);
  self->roles = g_new0 (PlxWordRole, self->words->len + 1);
  self->partners = g_new (guint32, self->words->len + 1);
  self->units = g_array_new (FALSE, FALSE, sizeof (PlxWordUnit));
  memset (self->partners, 0xff, (self->words->len + 1) * sizeof *self->partners);

  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);

      self->roles[i] = word->is_word ? PLX_WORD_TELLING : PLX_WORD_MARK;
      word->start -= text->start;
      word->end -= text->start;
    }
}

static void
side_clear (PlxWordSide *self)
{
  g_array_unref (self->words);
  g_array_unref (self->ids);
  g_array_unref (self->units);
  g_free (self->roles);
  g_free (self->partners);
}

/* Which words tell something. A "not" does. */
static void
find_roles (PlxWordMatch *self,
            PlxWordSide  *side)
{
  for (guint i = 0; i < side->words->len; i++)
    {
      const char *key = plx_word_ids_get_key (self->ids, g_array_index (side->ids, guint32, i));

      if (side->roles[i] == PLX_WORD_TELLING && !plx_terms_is_negation (key) &&
          (key[0] == '\'' || plx_stem_is_function_word (key)))
        side->roles[i] = PLX_WORD_SMALL;
    }
}

static void
pair (PlxWordMatch *self,
      guint32       i,
      guint32       j)
{
  self->sides[0].partners[i] = j;
  self->sides[1].partners[j] = i;
}

/**
 * plx_word_match_part:
 * @self: two sentences
 * @side: one of them
 * @word: a word of it
 *
 * Says that the word is none of the other sentence.
 */
void
plx_word_match_part (PlxWordMatch *self,
                     guint         side,
                     guint32       word)
{
  guint32 partner = self->sides[side].partners[word];

  if (partner == PLX_NONE)
    return;

  self->sides[side].partners[word] = PLX_NONE;
  self->sides[1 - side].partners[partner] = PLX_NONE;
}

/* A cell: the best up to both words, and the best where both are a pair; 0 where they cannot. */
typedef struct
{
  guint32 best;
  guint32 paired;
} Cell;

static void
fill_table (const PlxWordSide *a,
            const PlxWordSide *b,
            Cell              *table)
{
  gsize width = b->words->len + 1;

  for (guint i = 1; i <= a->words->len; i++)
    {
      guint32 id = g_array_index (a->ids, guint32, i - 1);
      guint32 weight = weights[a->roles[i - 1]];

      for (guint j = 1; j <= b->words->len; j++)
        {
          Cell *cell = &table[i * width + j];
          const Cell *before = &table[(i - 1) * width + j - 1];

          cell->best = MAX (table[(i - 1) * width + j].best, table[i * width + j - 1].best);
          if (id != g_array_index (b->ids, guint32, j - 1))
            continue;
          cell->paired = weight + MAX (before->best,
                                       before->paired > 0 ? before->paired + TOGETHER : 0);
          cell->best = MAX (cell->best, cell->paired);
        }
    }
}

/* The pairs of two sentences that count most together. */
static void
match_by_table (PlxWordMatch *self)
{
  const PlxWordSide *a = &self->sides[0], *b = &self->sides[1];
  gsize width = b->words->len + 1;
  g_autofree Cell *table = g_new0 (Cell, (a->words->len + 1) * width);
  guint i = a->words->len, j = b->words->len;
  gboolean is_paired = FALSE;

  fill_table (a, b, table);
  while (i > 0 && j > 0)
    {
      const Cell *cell = &table[i * width + j];
      const Cell *before = &table[(i - 1) * width + j - 1];

      if (is_paired || (cell->paired > 0 && cell->paired == cell->best))
        {
          pair (self, --i, --j);
          is_paired = before->paired > 0 && before->paired + TOGETHER >= before->best;
        }
      else if (cell->best == table[(i - 1) * width + j].best)
        {
          i--;
        }
      else
        {
          j--;
        }
    }
}

static void
match_plainly (PlxWordMatch *self)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  PlxSequence sequences[2];

  for (guint side = 0; side < 2; side++)
    {
      GArray *ids = self->sides[side].ids;

      sequences[side] = (PlxSequence) { (const guint32 *) ids->data, ids->len };
    }
  plx_sequence_match (&sequences[0], &sequences[1], plx_word_ids_count (self->ids),
                      pairs, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSequencePair *it = &g_array_index (pairs, PlxSequencePair, i);

      pair (self, it->a, it->b);
    }
}

/* Whether the second of two sentences is looked at first. */
static gboolean
goes_second (const PlxWordText *a,
            const PlxWordText *b)
{
  gsize length_a = a->end - a->start, length_b = b->end - b->start;

  if (length_a != length_b)
    return length_a > length_b;

  return memcmp (a->text + a->start, b->text + b->start, length_a) > 0;
}

/**
 * plx_word_match_new:
 * @a: a sentence
 * @b: another
 *
 * Finds which words of two sentences are the same, in an order that both have. Names, numbers and
 * times are taken or left as wholes, and small words do not split what differs around them. With
 * the sentences the other way around, the result is the other way around. Both have to outlive it.
 *
 * Returns: (transfer full): the words and their partners
 */
PlxWordMatch *
plx_word_match_new (const PlxWordText *a,
                    const PlxWordText *b)
{
  PlxWordMatch *self = g_new0 (PlxWordMatch, 1);

  self->ids = plx_word_ids_new ();
  self->a = goes_second (a, b);
  side_init (&self->sides[self->a], self->ids, a);
  side_init (&self->sides[1 - self->a], self->ids, b);

  if (self->sides[0].words->len > MAX_WORDS || self->sides[1].words->len > MAX_WORDS)
    {
      match_plainly (self);
      return self;
    }

  find_roles (self, &self->sides[0]);
  find_roles (self, &self->sides[1]);
  match_by_table (self);
  plx_word_match_slide (self);
  plx_word_match_find_units (self);
  plx_word_match_keep_whole (self);

  return self;
}

void
plx_word_match_free (PlxWordMatch *self)
{
  side_clear (&self->sides[0]);
  side_clear (&self->sides[1]);
  plx_word_ids_free (self->ids);
  g_free (self);
}
