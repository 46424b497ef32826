/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sequence"

#include "config.h"

#include "comparing/plx-sequence.h"

#include "comparing/plx-sequence-anchors.h"
#include "comparing/plx-sequence-bits.h"

/* Up to so many additions nothing is worth looking at beforehand: it is some milliseconds. */
#define CHEAP 2e6

/* More are not done at once; see `match_guided ()`. It is about a second. */
#define BUDGET 1e9

/* Texts of which this part stands in the same order beyond doubt are two states of one. */
#define NEAR 0.5

/* How often a guided search may be guided again. */
#define MAX_DEPTH 4

typedef struct
{
  guint32      *counts; /* by id, two of them: how often in each; 0 between two uses */
  guint32      *local;  /* by id: its number in the part looked at; 0 between two uses */
  GArray       *pairs;
  GCancellable *cancellable;
} Matching;

/* A part of both sequences, with the words that both have: what is left to be solved. */
typedef struct
{
  GArray  *ids[2];    /* guint32, from 0 */
  GArray  *places[2]; /* guint32: where each stands in the sequences */
  guint32  n_ids;
} Part;

static gboolean match (Matching    *self,
                       PlxSequence  a,
                       PlxSequence  b,
                       guint32      at_a,
                       guint32      at_b,
                       guint        depth);

static PlxSequence
part_sequence (const Part *part,
               guint       side)
{
  return (PlxSequence) { (const guint32 *) part->ids[side]->data, part->ids[side]->len };
}

static void
part_init (Part *part)
{
  part->n_ids = 0;
  for (guint side = 0; side < 2; side++)
    {
      part->ids[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
      part->places[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
}

static void
part_clear (Part *part)
{
  for (guint side = 0; side < 2; side++)
    {
      g_array_unref (part->ids[side]);
      g_array_unref (part->places[side]);
    }
}

static void
add_pair (Matching *self,
          guint32   a,
          guint32   b)
{
  PlxSequencePair pair = { a, b };

  g_array_append_val (self->pairs, pair);
}

static void
count (Matching          *self,
       const PlxSequence *sequences)
{
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < sequences[side].length; i++)
      self->counts[2 * sequences[side].ids[i] + side]++;
}

static void
forget (Matching          *self,
        const PlxSequence *sequences)
{
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < sequences[side].length; i++)
      {
        guint32 id = sequences[side].ids[i];

        self->counts[2 * id] = self->counts[2 * id + 1] = self->local[id] = 0;
      }
}

/* Leaves out the words that only one side has, and those that stand more often than @most in
 * both together. */
static void
fill_part (Matching          *self,
           const PlxSequence *sequences,
           guint32            most,
           Part              *part)
{
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < sequences[side].length; i++)
      {
        guint32 id = sequences[side].ids[i];
        const guint32 *counts = self->counts + 2 * id;
        guint32 number;

        if (counts[0] == 0 || counts[1] == 0 || (guint64) counts[0] + counts[1] > most)
          continue;
        if (self->local[id] == 0)
          self->local[id] = ++part->n_ids;
        number = self->local[id] - 1;
        g_array_append_val (part->ids[side], number);
        g_array_append_val (part->places[side], i);
      }
}

/* How many additions an exact solution takes: for each row as many as its word has groups. Only
 * words of at most @most places together count. */
static double
cost_of (Matching          *self,
         const PlxSequence *sequences,
         guint32            most)
{
  double groups = sequences[0].length / 64 + 1;
  double cost = 0;

  for (guint32 i = 0; i < sequences[1].length; i++)
    {
      const guint32 *counts = self->counts + 2 * sequences[1].ids[i];

      if ((guint64) counts[0] + counts[1] <= most)
        cost += MIN (groups, counts[0]);
    }

  return cost;
}

static gboolean
solve_part (Matching   *self,
            const Part *part,
            GArray     *pairs)
{
  PlxSequence a = part_sequence (part, 0), b = part_sequence (part, 1);
  g_autoptr (PlxSequenceBits) bits = NULL;
  guint from = pairs->len;

  if (a.length == 0 || b.length == 0)
    return TRUE;

  bits = plx_sequence_bits_new (&a, &b, part->n_ids);
  if (!plx_sequence_bits_solve (bits, pairs, self->cancellable))
    return FALSE;

  for (guint i = from; i < pairs->len; i++)
    {
      PlxSequencePair *pair = &g_array_index (pairs, PlxSequencePair, i);

      pair->a = g_array_index (part->places[0], guint32, pair->a);
      pair->b = g_array_index (part->places[1], guint32, pair->b);
    }

  return TRUE;
}

static PlxSequence
slice (const PlxSequence *sequence,
       guint32            start,
       guint32            end)
{
  return (PlxSequence) { sequence->ids + start, end - start };
}

/* Solves what stands between runs that are settled, and takes the runs over. */
static gboolean
match_between (Matching          *self,
               const PlxSequence *sequences,
               GArray            *runs,
               guint32            at_a,
               guint32            at_b,
               guint              depth)
{
  guint32 end_a = 0, end_b = 0;

  for (guint i = 0; i <= runs->len; i++)
    {
      PlxSequenceRun run = { sequences[0].length, sequences[1].length, 0 };

      if (i < runs->len)
        run = g_array_index (runs, PlxSequenceRun, i);
      if (!match (self, slice (&sequences[0], end_a, run.a), slice (&sequences[1], end_b, run.b),
                  at_a + end_a, at_b + end_b, depth))
        return FALSE;
      for (guint32 j = 0; j < run.length; j++)
        add_pair (self, at_a + run.a + j, at_b + run.b + j);
      end_a = run.a + run.length;
      end_b = run.b + run.length;
    }

  return TRUE;
}

/* Cuts both where @guide says that the same place is, or in proportion where there is none, into
 * as many slices as make it cheap enough. */
static gboolean
match_in_slices (Matching          *self,
                 const PlxSequence *sequences,
                 GArray            *guide,
                 double             cost,
                 guint32            at_a,
                 guint32            at_b,
                 guint              depth)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, TRUE, sizeof (PlxSequenceRun));
  guint64 n = 2 * cost / BUDGET + 2;
  guint next = 0;

  for (guint64 i = 1; i < n; i++)
    {
      PlxSequenceRun cut = { sequences[0].length * i / n, sequences[1].length * i / n, 0 };

      while (next < guide->len && g_array_index (guide, PlxSequencePair, next).a < cut.a)
        next++;
      if (next < guide->len)
        {
          cut.a = g_array_index (guide, PlxSequencePair, next).a;
          cut.b = g_array_index (guide, PlxSequencePair, next).b;
        }
      if (next < guide->len || guide->len == 0)
        g_array_append_val (cuts, cut);
    }

  return match_between (self, sequences, cuts, at_a, at_b, depth + 1);
}

/* Matches the rarer words alone, as many of them as are cheap enough, and cuts where they tell. */
static gboolean
match_guided (Matching          *self,
              const PlxSequence *sequences,
              double             cost,
              guint32            at_a,
              guint32            at_b,
              guint              depth)
{
  g_autoptr (GArray) guide = g_array_new (FALSE, FALSE, sizeof (PlxSequencePair));
  guint32 most = MAX (sequences[0].length, sequences[1].length);
  gboolean is_done = TRUE;
  Part part;

  if (depth < MAX_DEPTH)
    {
      count (self, sequences);
      while (most > 1 && cost_of (self, sequences, most) > BUDGET / 2)
        most /= 2;
      part_init (&part);
      fill_part (self, sequences, most, &part);
      forget (self, sequences);
      is_done = solve_part (self, &part, guide);
      part_clear (&part);
    }

  return is_done && match_in_slices (self, sequences, guide, cost, at_a, at_b, depth);
}

static gboolean
match_exactly (Matching          *self,
               const PlxSequence *sequences,
               guint32            at_a,
               guint32            at_b)
{
  guint from = self->pairs->len;
  gboolean is_done;
  Part part;

  count (self, sequences);
  part_init (&part);
  fill_part (self, sequences, G_MAXUINT32, &part);
  forget (self, sequences);
  is_done = solve_part (self, &part, self->pairs);
  part_clear (&part);

  for (guint i = from; i < self->pairs->len; i++)
    {
      PlxSequencePair *pair = &g_array_index (self->pairs, PlxSequencePair, i);

      pair->a += at_a;
      pair->b += at_b;
    }

  return is_done;
}

/* Two states of one text are settled for the most part by what stands once in both. Any others
 * are solved exactly, unless that would take too long. */
static gboolean
match_middle (Matching          *self,
              const PlxSequence *sequences,
              guint32            at_a,
              guint32            at_b,
              guint              depth)
{
  double cost;

  if ((double) sequences[0].length * sequences[1].length / 64 > CHEAP)
    {
      g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlxSequenceRun));
      guint32 least = MIN (sequences[0].length, sequences[1].length);

      if (depth < MAX_DEPTH &&
          plx_sequence_anchors (&sequences[0], &sequences[1], runs) >= NEAR * least)
        return match_between (self, sequences, runs, at_a, at_b, depth + 1);

      count (self, sequences);
      cost = cost_of (self, sequences, G_MAXUINT32);
      forget (self, sequences);
      if (cost > BUDGET)
        return match_guided (self, sequences, cost, at_a, at_b, depth);
    }

  return match_exactly (self, sequences, at_a, at_b);
}

static gboolean
match (Matching    *self,
       PlxSequence  a,
       PlxSequence  b,
       guint32      at_a,
       guint32      at_b,
       guint        depth)
{
  guint32 start = 0, tail = 0;

  while (start < a.length && start < b.length && a.ids[start] == b.ids[start])
    {
      add_pair (self, at_a + start, at_b + start);
      start++;
    }
  while (start + tail < a.length && start + tail < b.length &&
         a.ids[a.length - 1 - tail] == b.ids[b.length - 1 - tail])
    tail++;

  if (start + tail < a.length && start + tail < b.length)
    {
      PlxSequence middle[2] = { slice (&a, start, a.length - tail),
                                slice (&b, start, b.length - tail) };

      if (!match_middle (self, middle, at_a + start, at_b + start, depth))
        return FALSE;
    }

  for (guint32 i = tail; i > 0; i--)
    add_pair (self, at_a + a.length - i, at_b + b.length - i);

  return TRUE;
}

/**
 * plx_sequence_match:
 * @a: a sequence
 * @b: another
 * @n_ids: more than the highest id in them
 * @pairs: (element-type PlxSequencePair): where to add the places that belong together, in order
 * @cancellable: (nullable): when to stop
 *
 * Finds a longest common subsequence of two sequences: exactly, unless they are two states of one
 * long text, where next to nothing is lost, or so long and so different that it would take many
 * seconds. Time and memory are bounded whatever the sequences are.
 *
 * Returns: whether it was not stopped
 */
gboolean
plx_sequence_match (const PlxSequence *a,
                    const PlxSequence *b,
                    guint32            n_ids,
                    GArray            *pairs,
                    GCancellable      *cancellable)
{
  g_autofree guint32 *counts = g_new0 (guint32, 2 * (gsize) n_ids + 1);
  g_autofree guint32 *local = g_new0 (guint32, (gsize) n_ids + 1);
  Matching self = { counts, local, pairs, cancellable };

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return match (&self, *a, *b, 0, 0, 0);
}
