/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sequence-bits"

#include "config.h"

#include "comparing/plx-sequence-bits.h"

#include <string.h>

/* The table of the longest common subsequence has a row for each place of the second sequence and
 * a column for each of the first. From one column to the next a row grows by 0 or 1, so a row is a
 * bit string: a 0 where it grows. A row follows from the row before by an addition, 64 columns at a
 * time (Crochemore and others, 2001; Hyyrö, 2004).
 *
 * Going back through the table tells which places belong together. Where all rows are too many to
 * keep, one in ROWS is kept, and of all rows the carries at the borders of tiles. With them any
 * tile can be made again, and going back meets few of them.
 *
 * A column group where the row's word does not stand changes only by a carry, and a carry seldom
 * goes far; so rare words cost as much as they have places, and not a whole row. */
#define ROWS 512
#define TILE_WORDS 64

/* A table of this many groups is kept whole. */
#define WHOLE (1u << 18)

/* Of the rows no more than so many groups are kept; tiles are higher then. */
#define MOST_KEPT (1u << 22)

#define WORD_BITS 64
#define CHECK_EVERY 1024

/* The places of an id in the first sequence that lie in one group of 64. */
typedef struct
{
  guint64 mask;
  guint32 word;
} Entry;

struct _PlxSequenceBits
{
  PlxSequence  a;
  PlxSequence  b;
  guint32      n_words;
  Entry       *entries;
  guint32     *first;        /* by id: its first entry */
  guint32      rows;         /* of a tile */
  guint32      tile_words;   /* of a tile */
  guint32      n_borders;    /* between tiles, in a row */
  guint64     *dense;        /* masks of words that stand in many groups */
  guint32     *dense_of;     /* by id: its row in `dense`, counted from 1, or 0 */
  guint64     *kept;         /* each first row of a tile */
  guint64     *carries;      /* by border and row, a bit each */
  guint32     *carried_from; /* by row: the border from which on all are carries */
  guint32      top;          /* groups from this one on are all ones */
};

static void
add_place (PlxSequenceBits *self,
           guint32         *last,
           guint32          place)
{
  guint32 id = self->a.ids[place];
  Entry *entry = &self->entries[last[id]];

  if (entry->mask != 0 && entry->word != place / WORD_BITS)
    entry = &self->entries[++last[id]];
  entry->word = place / WORD_BITS;
  entry->mask |= G_GUINT64_CONSTANT (1) << (place % WORD_BITS);
}

/* Counts the groups in which each id stands, then fills them in. */
static void
index_places (PlxSequenceBits *self,
              guint32          n_ids)
{
  g_autofree guint32 *last = g_new (guint32, n_ids);

  memset (last, 0xff, n_ids * sizeof *last);
  self->first = g_new0 (guint32, n_ids + 1);
  for (guint32 i = 0; i < self->a.length; i++)
    {
      guint32 id = self->a.ids[i];

      self->first[id + 1] += last[id] != i / WORD_BITS;
      last[id] = i / WORD_BITS;
    }
  for (guint32 i = 0; i < n_ids; i++)
    self->first[i + 1] += self->first[i];

  self->entries = g_new0 (Entry, self->first[n_ids] + 1);
  memcpy (last, self->first, n_ids * sizeof *last);
  for (guint32 i = 0; i < self->a.length; i++)
    add_place (self, last, i);
}

/* Words that stand in a third of all groups get a mask of all groups. */
static void
index_dense (PlxSequenceBits *self,
             guint32          n_ids)
{
  guint32 least = self->n_words / 3 + 1;
  guint32 n = 0;

  self->dense_of = g_new0 (guint32, n_ids);
  for (guint32 id = 0; id < n_ids; id++)
    if (self->first[id + 1] - self->first[id] >= least)
      self->dense_of[id] = ++n;

  self->dense = g_new0 (guint64, (gsize) n * self->n_words + 1);
  for (guint32 id = 0; id < n_ids; id++)
    {
      guint64 *masks = self->dense + (gsize) (self->dense_of[id] - 1) * self->n_words;

      if (self->dense_of[id] == 0)
        continue;
      for (guint32 i = self->first[id]; i < self->first[id + 1]; i++)
        masks[self->entries[i].word] = self->entries[i].mask;
    }
}

/**
 * plx_sequence_bits_new:
 * @a: a sequence
 * @b: another
 * @n_ids: more than the highest id in them
 *
 * Makes ready for [method@SequenceBits.solve]. Both sequences have to outlive the result.
 *
 * Returns: (transfer full): what to solve
 */
PlxSequenceBits *
plx_sequence_bits_new (const PlxSequence *a,
                       const PlxSequence *b,
                       guint32            n_ids)
{
  PlxSequenceBits *self = g_new0 (PlxSequenceBits, 1);

  self->a = *a;
  self->b = *b;
  self->n_words = (a->length + WORD_BITS - 1) / WORD_BITS;
  index_places (self, n_ids);

  self->rows = b->length;
  self->tile_words = self->n_words;
  if ((guint64) b->length * self->n_words > WHOLE)
    {
      self->rows = ROWS;
      while ((guint64) b->length / self->rows * self->n_words > MOST_KEPT)
        self->rows *= 2;
      self->tile_words = TILE_WORDS;
      self->n_borders = self->n_words / TILE_WORDS;
      index_dense (self, n_ids);
    }

  return self;
}

void
plx_sequence_bits_free (PlxSequenceBits *self)
{
  g_free (self->entries);
  g_free (self->first);
  g_free (self->dense);
  g_free (self->dense_of);
  g_free (self->kept);
  g_free (self->carries);
  g_free (self->carried_from);
  g_free (self);
}

/* One group of a row: what it becomes, and whether it carries into the next. */
static inline guint64
step (guint64  row,
      guint64  mask,
      guint64 *carry)
{
  guint64 sum;
  gboolean overflows = __builtin_add_overflow (row, row & mask, &sum);

  /* Written so that compilers make one addition with carry of it. */
  *carry = __builtin_add_overflow (sum, *carry, &sum) | overflows;

  return sum | (row & ~mask);
}

static inline void
note_carry (PlxSequenceBits *self,
            guint32          row,
            guint32          word)
{
  gsize width = (self->b.length + WORD_BITS - 1) / WORD_BITS;

  if (word % TILE_WORDS == 0)
    self->carries[(word / TILE_WORDS - 1) * width + row / WORD_BITS] |=
      G_GUINT64_CONSTANT (1) << (row % WORD_BITS);
}

/* Past the last 0 of a row, a match makes one more 0 unless a carry comes in, and carries from
 * there to the end; nothing else happens there. */
static void
step_past_top (PlxSequenceBits *self,
               guint64         *v,
               guint32          row,
               const Entry     *entry,
               gboolean         carry)
{
  guint32 from = self->top;

  if (carry == 0)
    {
      if (entry == NULL)
        return;
      v[entry->word] = ~(entry->mask & -entry->mask);
      from = entry->word + 1;
      self->top = from;
    }

  self->carried_from[row] = (from + TILE_WORDS - 1) / TILE_WORDS;
}

static const Entry *
first_entry (const PlxSequenceBits *self,
             guint32                id,
             guint32                word)
{
  guint32 low = self->first[id], high = self->first[id + 1];

  while (low < high && word > 0)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->entries[middle].word < word)
        low = middle + 1;
      else
        high = middle;
    }

  return self->entries + low;
}

static void
step_sparse (PlxSequenceBits *self,
             guint64         *v,
             guint32          row)
{
  guint32 id = self->b.ids[row];
  const Entry *entry = self->entries + self->first[id];
  const Entry *end = self->entries + self->first[id + 1];
  const guint32 top = self->top;
  guint32 at = 0;
  guint64 carry = 0;

  for (; entry < end && entry->word < top; entry++)
    {
      for (; carry != 0 && at < entry->word; at++)
        {
          note_carry (self, row, at);
          v[at] = step (v[at], 0, &carry);
        }
      if (carry != 0)
        note_carry (self, row, entry->word);
      v[entry->word] = step (v[entry->word], entry->mask, &carry);
      at = entry->word + 1;
    }
  for (; carry != 0 && at < top; at++)
    {
      note_carry (self, row, at);
      v[at] = step (v[at], 0, &carry);
    }

  step_past_top (self, v, row, entry < end ? entry : NULL, carry);
}

static void
step_dense (PlxSequenceBits *self,
            guint64         *v,
            guint32          row,
            const guint64   *masks)
{
  guint32 id = self->b.ids[row];
  const Entry *past = first_entry (self, id, self->top);
  const guint32 top = self->top;
  guint64 carry = 0;

  for (guint32 start = 0; start < top; start += TILE_WORDS)
    {
      guint32 end = MIN (top, start + TILE_WORDS);

      if (carry != 0)
        note_carry (self, row, start);
      for (guint32 at = start; at < end; at++)
        v[at] = step (v[at], masks[at], &carry);
    }

  step_past_top (self, v, row,
                 past < self->entries + self->first[id + 1] ? past : NULL, carry);
}

/* Goes down all rows and keeps what tiles are made of again. */
static gboolean
go_down (PlxSequenceBits *self,
         GCancellable    *cancellable)
{
  g_autofree guint64 *v = g_new (guint64, self->n_words);
  gsize width = (self->b.length + WORD_BITS - 1) / WORD_BITS;
  gsize n_kept = (self->b.length + self->rows - 1) / self->rows;

  memset (v, 0xff, self->n_words * sizeof *v);
  self->kept = g_new (guint64, n_kept * self->n_words);
  self->carries = g_new0 (guint64, self->n_borders * width + 1);
  self->carried_from = g_new (guint32, self->b.length);

  for (guint32 row = 0; row < self->b.length; row++)
    {
      guint32 dense = self->dense_of[self->b.ids[row]];

      if (row % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (row % self->rows == 0)
        memcpy (self->kept + (gsize) (row / self->rows) * self->n_words, v,
                self->n_words * sizeof *v);
      self->carried_from[row] = G_MAXUINT32;
      if (dense > 0)
        step_dense (self, v, row, self->dense + (gsize) (dense - 1) * self->n_words);
      else
        step_sparse (self, v, row);
    }

  return TRUE;
}

static gboolean
carries_in (const PlxSequenceBits *self,
            guint32                row,
            guint32                word)
{
  gsize width = (self->b.length + WORD_BITS - 1) / WORD_BITS;
  guint32 border = word / self->tile_words;

  if (word == 0)
    return FALSE;
  if (border >= self->carried_from[row])
    return TRUE;

  return self->carries[(border - 1) * width + row / WORD_BITS] >> (row % WORD_BITS) & 1;
}

/* Makes the rows of a tile: row 0 is the one before the first of it. */
static void
fill_tile (const PlxSequenceBits *self,
           guint32                first_row,
           guint32                first_word,
           guint64               *tile)
{
  guint32 n = MIN (self->tile_words, self->n_words - first_word);
  guint32 last_row = MIN (self->b.length, first_row + self->rows);

  if (self->kept == NULL)
    memset (tile, 0xff, n * sizeof *tile);
  else
    memcpy (tile, self->kept + (gsize) (first_row / self->rows) * self->n_words + first_word,
            n * sizeof *tile);

  for (guint32 row = first_row; row < last_row; row++)
    {
      guint32 id = self->b.ids[row];
      const Entry *end = self->entries + self->first[id + 1];
      const guint64 *before = tile + (gsize) (row - first_row) * self->tile_words;
      guint64 *v = tile + (gsize) (row - first_row + 1) * self->tile_words;
      guint64 carry = carries_in (self, row, first_word);
      guint32 at = 0;

      memcpy (v, before, n * sizeof *v);
      for (const Entry *entry = first_entry (self, id, first_word);
           entry < end && entry->word < first_word + n; entry++)
        {
          for (; carry != 0 && at < entry->word - first_word; at++)
            v[at] = step (v[at], 0, &carry);
          at = entry->word - first_word;
          v[at] = step (v[at], entry->mask, &carry);
          at++;
        }
      for (; carry != 0 && at < n; at++)
        v[at] = step (v[at], 0, &carry);
    }
}

/* Going left over ones that stand before a column: to the column after the last 0. */
static guint32
skip_ones (const guint64 *v,
           guint32        column,
           guint32        first_column)
{
  guint32 at = column - first_column;

  while (at > 0)
    {
      guint32 word = (at - 1) / WORD_BITS;
      guint32 bits = at - word * WORD_BITS;
      guint64 zeros = ~v[word];

      if (bits < WORD_BITS)
        zeros &= (G_GUINT64_CONSTANT (1) << bits) - 1;
      if (zeros != 0)
        return first_column + word * WORD_BITS + WORD_BITS - __builtin_clzll (zeros);
      at = word * WORD_BITS;
    }

  return first_column;
}

/* Goes back through a tile, from before a row and a column, and adds what belongs together, from
 * the last to the first. */
static void
go_back (const guint64 *tile,
         guint32        tile_words,
         guint32        first_row,
         guint32        first_column,
         guint32       *row,
         guint32       *column,
         GArray        *pairs)
{
  while (*row > first_row)
    {
      const guint64 *v = tile + (gsize) (*row - first_row) * tile_words;
      guint32 at;

      *column = skip_ones (v, *column, first_column);
      if (*column == first_column)
        return;

      at = *column - 1 - first_column;
      v -= tile_words;
      --*row;
      if (v[at / WORD_BITS] >> (at % WORD_BITS) & 1)
        {
          PlxSequencePair pair = { --*column, *row };

          g_array_append_val (pairs, pair);
        }
    }
}

static void
reverse (GArray *pairs,
         guint   from)
{
  PlxSequencePair *items = (PlxSequencePair *) pairs->data;

  for (guint i = from, j = pairs->len; i + 1 < j; i++)
    {
      PlxSequencePair swap = items[i];

      items[i] = items[--j];
      items[j] = swap;
    }
}

/**
 * plx_sequence_bits_solve:
 * @self: what to solve
 * @pairs: (element-type PlxSequencePair): where to add the places that belong together, in order
 * @cancellable: (nullable): when to stop
 *
 * Finds a longest common subsequence. Takes at most a bit an entry of the table to look through,
 * and much less of memory.
 *
 * Returns: whether it was not stopped
 */
gboolean
plx_sequence_bits_solve (PlxSequenceBits *self,
                         GArray          *pairs,
                         GCancellable    *cancellable)
{
  g_autofree guint64 *tile = NULL;
  guint32 row = self->b.length, column = self->a.length;
  guint from = pairs->len;

  if (row == 0 || column == 0)
    return TRUE;
  if (self->dense_of != NULL && !go_down (self, cancellable))
    return FALSE;

  tile = g_new (guint64, (gsize) (self->rows + 1) * self->tile_words);
  while (row > 0 && column > 0)
    {
      guint32 first_row = (row - 1) / self->rows * self->rows;
      guint32 first_word = (column - 1) / WORD_BITS / self->tile_words * self->tile_words;

      fill_tile (self, first_row, first_word, tile);
      go_back (tile, self->tile_words, first_row, first_word * WORD_BITS, &row, &column, pairs);
    }
  reverse (pairs, from);

  return TRUE;
}
