/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-profile-align"

#include "config.h"

#include <string.h>

#include "comparing/plx-profile.h"
#include "comparing/plx-sequence.h"
#include "model/plx-analysis.h"

/* Up to so many cells a table is made at once; of larger profiles only between places that are
 * settled. More than the second number there is no table of at all. */
#define MAX_CELLS (1u << 16)
#define MOST_CELLS (1u << 24)

/* So many columns in a row that have the same words are settled. */
#define SETTLED 8

/* What a pair of columns counts in addition, for each pair of texts, where the columns before them
 * are a pair of the same words, too. */
#define TOGETHER 4

/* What two different words in one place count: less than anything that is the same. */
#define INSTEAD 1

#define CHECK_EVERY 64

/* How the best way comes to a cell, and whether a pair follows a pair. */
enum
{
  FROM_ABOVE,
  FROM_LEFT,
  FROM_INSTEAD,
  FROM_PAIR,
  FROM_MASK = 3,
  AFTER_PAIR = 4,
};

/* The best up to a cell, and the best where its columns are a pair; 0 where they are not. */
typedef struct
{
  guint32 best;
  guint32 paired;
} Cell;

typedef struct
{
  const PlxProfileWords *words;
  const PlxProfile      *a;
  const PlxProfile      *b;
  guint32               *first;   /* by word: the first of the columns of @b that have it */
  guint32               *columns; /* where a word stands in @b, in order */
  guint32               *counts;  /* how many texts have it there */
  guint32               *scores;  /* by column: what it counts in the row; 0 between two rows */
  guint32               *pairs;   /* by column: how many pairs of texts that is */
  GArray                *steps;
  GCancellable          *cancellable;
} Aligning;

typedef struct
{
  guint32 start_a;
  guint32 end_a;
  guint32 start_b;
  guint32 end_b;
} Area;

static gboolean align (Aligning   *self,
                       const Area *area,
                       guint       depth);

static void
add_step (Aligning *self,
          guint32   a,
          guint32   b)
{
  PlxProfileStep step = { a, b };

  g_array_append_val (self->steps, step);
}

static gboolean
is_mark (Aligning         *self,
         const PlxProfile *profile,
         guint32           column)
{
  return self->words->is_mark[profile->ids[profile->first[column]]];
}

/* Lists for each word the columns of the second profile that have it, so that a row of the table
 * looks at those only, however many words its column and they have. */
static void
index_words (Aligning *self)
{
  const PlxProfile *b = self->b;
  guint32 n_ids = self->words->n_ids, n = b->first[b->n_columns];
  g_autofree guint32 *next = g_new (guint32, n_ids + 1);

  self->first = g_new0 (guint32, n_ids + 1);
  self->columns = g_new (guint32, n + 1);
  self->counts = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    self->first[b->ids[i] + 1]++;
  for (guint32 id = 0; id < n_ids; id++)
    self->first[id + 1] += self->first[id];

  memcpy (next, self->first, n_ids * sizeof *next);
  for (guint32 column = 0; column < b->n_columns; column++)
    for (guint32 i = b->first[column]; i < b->first[column + 1]; i++)
      {
        guint32 at = next[b->ids[i]]++;

        self->columns[at] = column;
        self->counts[at] = b->counts[i];
      }
}

/* The first place of a word at or after a column of the second profile. */
static guint32
find_place (const Aligning *self,
            guint32         id,
            guint32         column)
{
  guint32 low = self->first[id], high = self->first[id + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->columns[middle] < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Notes what the words of a column count in its row of the table, or forgets it. */
static void
set_row (Aligning   *self,
         const Area *area,
         guint32     column,
         gboolean    is_on)
{
  for (guint32 i = self->a->first[column]; i < self->a->first[column + 1]; i++)
    {
      guint32 id = self->a->ids[i];
      guint32 end = self->first[id + 1];

      for (guint32 at = find_place (self, id, area->start_b);
           at < end && self->columns[at] < area->end_b; at++)
        {
          guint32 pairs = is_on ? self->a->counts[i] * self->counts[at] : 0;

          self->pairs[self->columns[at]] += pairs;
          self->scores[self->columns[at]] += pairs * self->words->weights[id];
          if (!is_on)
            self->pairs[self->columns[at]] = self->scores[self->columns[at]] = 0;
        }
    }
}

static inline guint8
fill_cell (const Cell *above,
           guint32     score,
           guint32     pairs,
           gboolean    is_same_kind,
           Cell       *cell)
{
  guint8 how = FROM_ABOVE;
  guint32 best = above[1].best;

  cell->paired = 0;
  if (cell[-1].best > best)
    {
      best = cell[-1].best;
      how = FROM_LEFT;
    }

  if (score > 0)
    {
      guint32 after_pair = above->paired > 0 ? above->paired + pairs * TOGETHER : 0;

      cell->paired = score + MAX (above->best, after_pair);
      if (cell->paired >= best)
        {
          best = cell->paired;
          how = FROM_PAIR;
        }
      how |= after_pair >= above->best && after_pair > 0 ? AFTER_PAIR : 0;
    }
  else if (is_same_kind && above->best + INSTEAD > best)
    {
      best = above->best + INSTEAD;
      how = FROM_INSTEAD;
    }
  cell->best = best;

  return how;
}

static gboolean
fill_table (Aligning   *self,
            const Area *area,
            guint8     *table)
{
  guint32 width = area->end_b - area->start_b;
  g_autofree Cell *rows = g_new0 (Cell, 2 * ((gsize) width + 1));
  g_autofree guint8 *marks = g_new (guint8, width);

  for (guint32 j = 0; j < width; j++)
    marks[j] = is_mark (self, self->b, area->start_b + j);

  for (guint32 i = area->start_a; i < area->end_a; i++)
    {
      Cell *row = rows + (i % 2 == 0 ? 0 : width + 1);
      const Cell *above = rows + (i % 2 == 0 ? width + 1 : 0);
      gboolean mark = is_mark (self, self->a, i);

      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      set_row (self, area, i, TRUE);
      for (guint32 j = 0; j < width; j++)
        *table++ = fill_cell (&above[j], self->scores[area->start_b + j],
                              self->pairs[area->start_b + j], mark == marks[j], &row[j + 1]);
      set_row (self, area, i, FALSE);
    }

  return TRUE;
}

static void
reverse (GArray *steps,
         guint   from)
{
  PlxProfileStep *items = (PlxProfileStep *) steps->data;

  for (guint i = from, j = steps->len; i + 1 < j; i++)
    {
      PlxProfileStep swap = items[i];

      items[i] = items[--j];
      items[j] = swap;
    }
}

static gboolean
align_by_table (Aligning   *self,
                const Area *area)
{
  guint32 width = area->end_b - area->start_b;
  guint32 i = area->end_a, j = area->end_b;
  g_autofree guint8 *table = g_new (guint8, (gsize) (i - area->start_a) * width + 1);
  guint from = self->steps->len;
  gboolean is_paired = FALSE;

  if (!fill_table (self, area, table))
    return FALSE;

  while (i > area->start_a && j > area->start_b)
    {
      guint8 how = table[(gsize) (i - 1 - area->start_a) * width + (j - 1 - area->start_b)];

      if (is_paired || (how & FROM_MASK) == FROM_PAIR)
        {
          is_paired = (how & AFTER_PAIR) != 0;
          add_step (self, --i, --j);
        }
      else if ((how & FROM_MASK) == FROM_INSTEAD)
        add_step (self, --i, --j);
      else if ((how & FROM_MASK) == FROM_LEFT)
        add_step (self, PLX_NONE, --j);
      else
        add_step (self, --i, PLX_NONE);
    }
  while (j > area->start_b)
    add_step (self, PLX_NONE, --j);
  while (i > area->start_a)
    add_step (self, --i, PLX_NONE);
  reverse (self->steps, from);

  return TRUE;
}

/* What most texts have in each column. */
static guint32 *
main_words (const PlxProfile *profile,
            guint32           start,
            guint32           end)
{
  guint32 *ids = g_new (guint32, end - start + 1);

  for (guint32 i = start; i < end; i++)
    ids[i - start] = profile->ids[profile->first[i]];

  return ids;
}

/* Keeps the pairs that stand in a long row of pairs. */
static void
keep_settled (GArray *pairs)
{
  PlxSequencePair *items = (PlxSequencePair *) pairs->data;
  guint kept = 0;

  for (guint i = 0, end; i < pairs->len; i = end)
    {
      for (end = i + 1; end < pairs->len && items[end].a == items[end - 1].a + 1 &&
                        items[end].b == items[end - 1].b + 1;)
        end++;
      for (guint j = i; j < end && end - i >= SETTLED; j++)
        items[kept++] = items[j];
    }
  g_array_set_size (pairs, kept);
}

static gboolean
align_between (Aligning   *self,
               const Area *area,
               GArray     *pairs,
               guint       depth)
{
  Area between = *area;

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSequencePair *pair = &g_array_index (pairs, PlxSequencePair, i);

      between.end_a = area->start_a + pair->a;
      between.end_b = area->start_b + pair->b;
      if (!align (self, &between, depth))
        return FALSE;
      add_step (self, between.end_a, between.end_b);
      between.start_a = between.end_a + 1;
      between.start_b = between.end_b + 1;
    }
  between.end_a = area->end_a;
  between.end_b = area->end_b;

  return align (self, &between, depth);
}

/* Aligns what most texts have, by itself; then, at first between rows of it that are settled and
 * next between all that was found, everything. */
static gboolean
align_in_parts (Aligning   *self,
                const Area *area,
                guint       depth)
{
  g_autofree guint32 *ids_a = main_words (self->a, area->start_a, area->end_a);
  g_autofree guint32 *ids_b = main_words (self->b, area->start_b, area->end_b);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  PlxSequence a = { ids_a, area->end_a - area->start_a };
  PlxSequence b = { ids_b, area->end_b - area->start_b };

  if (!plx_sequence_match (&a, &b, self->words->n_ids, pairs, self->cancellable))
    return FALSE;

  if (depth == 0)
    keep_settled (pairs);

  return align_between (self, area, pairs, depth + 1);
}

static gboolean
align (Aligning   *self,
       const Area *area,
       guint       depth)
{
  guint64 n_cells = (guint64) (area->end_a - area->start_a) * (area->end_b - area->start_b);

  if (n_cells > 0 && (n_cells <= MAX_CELLS || (n_cells <= MOST_CELLS && depth > 0)))
    return align_by_table (self, area);
  if (n_cells > 0 && depth < 2)
    return align_in_parts (self, area, depth);

  for (guint32 i = area->start_a; i < area->end_a; i++)
    add_step (self, i, PLX_NONE);
  for (guint32 j = area->start_b; j < area->end_b; j++)
    add_step (self, PLX_NONE, j);

  return TRUE;
}

/**
 * plx_profile_align:
 * @words: the words
 * @a: some texts
 * @b: some others
 * @steps: (element-type PlxProfileStep): where to add the columns of both together
 * @cancellable: (nullable): when to stop
 *
 * Finds which columns of two profiles belong together: as many pairs of the same word as there
 * can be, those that tell more before others, and in a row if possible. Words that stand in place
 * of each other share a column; words and marks never do. Memory and time grow little more than
 * the profiles, unless they have next to nothing in common.
 *
 * Returns: whether it was not stopped
 */
gboolean
plx_profile_align (const PlxProfileWords *words,
                   const PlxProfile      *a,
                   const PlxProfile      *b,
                   GArray                *steps,
                   GCancellable          *cancellable)
{
  g_autofree guint32 *scores = g_new0 (guint32, b->n_columns + 1);
  g_autofree guint32 *pairs = g_new0 (guint32, b->n_columns + 1);
  Aligning self = { .words = words, .a = a, .b = b, .scores = scores, .pairs = pairs,
                    .steps = steps, .cancellable = cancellable };
  Area area = { 0, a->n_columns, 0, b->n_columns };
  gboolean is_done;

  index_words (&self);
  is_done = align (&self, &area, 0);
  g_free (self.first);
  g_free (self.columns);
  g_free (self.counts);

  return is_done;
}
