/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sequence-anchors"

#include "config.h"

#include "comparing/plx-sequence-anchors.h"

#include <string.h>

/* So many words in a row that stand once in each text are the same place of both. */
#define GRAM 8

/* Of the places of a text only this part is looked at: those whose hash says so, in both alike. */
#define SAMPLE_BITS 2

#define BASE G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Where a row of words stands in each text, from 1; 0 for nowhere, TWICE for more than once. */
typedef struct
{
  guint64 hash;
  guint32 a;
  guint32 b;
} Place;

#define TWICE G_MAXUINT32

typedef struct
{
  Place  *places;
  gsize   mask;
  GArray *used; /* guint32: the filled places, in the order of the first text */
} Table;

static Place *
find_place (Table   *table,
            guint64  hash)
{
  gsize at = (hash * BASE >> 24) & table->mask;

  while (table->places[at].hash != hash && table->places[at].hash != 0)
    at = (at + 1) & table->mask;

  return &table->places[at];
}

static void
note (Table   *table,
      guint64  hash,
      guint32  at,
      gboolean is_first)
{
  Place *place = find_place (table, hash);

  if (is_first)
    {
      guint32 index = place - table->places;

      if (place->hash == 0)
        g_array_append_val (table->used, index);
      place->hash = hash;
      place->a = place->a == 0 ? at + 1 : TWICE;
    }
  else if (place->hash != 0)
    {
      place->b = place->b == 0 ? at + 1 : TWICE;
    }
}

static inline guint64
hash_id (guint32 id)
{
  guint64 hash = (id + G_GUINT64_CONSTANT (1)) * BASE;

  return hash ^ hash >> 29;
}

/* Rolls a hash over the words, and notes the rows of GRAM words that belong to the sample. */
static void
note_rows (Table             *table,
           const PlxSequence *sequence,
           gboolean           is_first)
{
  guint64 oldest = 1;
  guint64 hash = 0;

  for (guint i = 0; i < GRAM; i++)
    oldest *= BASE;

  for (guint32 i = 0; i < sequence->length; i++)
    {
      hash = hash * BASE + hash_id (sequence->ids[i]);
      if (i >= GRAM)
        hash -= oldest * hash_id (sequence->ids[i - GRAM]);
      if (i >= GRAM - 1 && hash != 0 && hash >> (64 - SAMPLE_BITS) == 0)
        note (table, hash, i + 1 - GRAM, is_first);
    }
}

/* The longest chain of places that are in order in both texts: for each length so far, the place
 * with which a chain of it ends first. */
static GArray *
longest_chain (GArray *pairs)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  g_autofree guint32 *ends = g_new (guint32, pairs->len + 1);
  g_autofree guint32 *before = g_new (guint32, pairs->len + 1);
  const PlxSequencePair *items = (const PlxSequencePair *) pairs->data;
  guint32 longest = 0;

  for (guint32 i = 0; i < pairs->len; i++)
    {
      guint32 low = 0, high = longest;

      while (low < high)
        {
          guint32 middle = low + (high - low) / 2;

          if (items[ends[middle]].b < items[i].b)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] : G_MAXUINT32;
      ends[low] = i;
      longest = MAX (longest, low + 1);
    }

  g_array_set_size (chain, longest);
  for (guint32 i = longest, at = longest > 0 ? ends[longest - 1] : 0; i-- > 0; at = before[at])
    g_array_index (chain, PlxSequencePair, i) = items[at];

  return chain;
}

static GArray *
find_pairs (const PlxSequence *a,
            const PlxSequence *b)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree Place *places = NULL;
  Table table = { .used = used };

  for (table.mask = 64; table.mask < a->length; table.mask *= 2)
    continue;
  places = g_new0 (Place, table.mask);
  table.places = places;
  table.mask--;

  note_rows (&table, a, TRUE);
  note_rows (&table, b, FALSE);
  for (guint i = 0; i < used->len; i++)
    {
      const Place *place = &places[g_array_index (used, guint32, i)];
      PlxSequencePair pair = { place->a - 1, place->b - 1 };

      if (place->a != TWICE && place->b != TWICE && place->b != 0 &&
          memcmp (a->ids + pair.a, b->ids + pair.b, GRAM * sizeof *a->ids) == 0)
        g_array_append_val (pairs, pair);
    }

  return pairs;
}

/**
 * plx_sequence_anchors:
 * @a: a sequence
 * @b: another
 * @runs: (element-type PlxSequenceRun): where to add the runs, in order
 *
 * Finds runs of places that are the same in both beyond doubt: rows of words that stand once in
 * each, in an order that both have, with all that is the same to both sides of them.
 *
 * Returns: how many places they have together
 */
guint32
plx_sequence_anchors (const PlxSequence *a,
                      const PlxSequence *b,
                      GArray            *runs)
{
  g_autoptr (GArray) pairs = find_pairs (a, b);
  g_autoptr (GArray) chain = longest_chain (pairs);
  guint32 end_a = 0, end_b = 0, covered = 0;

  for (guint i = 0; i < chain->len; i++)
    {
      PlxSequencePair pair = g_array_index (chain, PlxSequencePair, i);
      PlxSequenceRun run = { pair.a, pair.b, GRAM };

      if (pair.a < end_a || pair.b < end_b)
        continue;
      while (run.a > end_a && run.b > end_b && a->ids[run.a - 1] == b->ids[run.b - 1])
        {
          run.a--;
          run.b--;
          run.length++;
        }
      while (run.a + run.length < a->length && run.b + run.length < b->length &&
             a->ids[run.a + run.length] == b->ids[run.b + run.length])
        run.length++;

      end_a = run.a + run.length;
      end_b = run.b + run.length;
      covered += run.length;
      g_array_append_val (runs, run);
    }

  return covered;
}
