/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-slide"

#include "config.h"

#include "comparing/plx-word-match.h"

/* Some words that one sentence has more. */
typedef struct
{
  guint32 first;
  guint32 end;
} Run;

static guint32
id_at (const PlxWordSide *side,
       guint32            i)
{
  return g_array_index (side->ids, guint32, i);
}

/* How naturally a run of words stands there as something that was put in: after a mark or at the
 * start, up to a mark or the end, from a small word to one that tells something. */
static int
score (const PlxWordSide *side,
       const Run         *run)
{
  PlxWordRole first = side->roles[run->first], last = side->roles[run->end - 1];
  int n = 0;

  n += run->first == 0 || side->roles[run->first - 1] == PLX_WORD_MARK ? 4 : 0;
  n += run->end == side->words->len || last == PLX_WORD_MARK ? 3 : 0;
  n += first == PLX_WORD_MARK && last != PLX_WORD_MARK ? 2 : 0;
  n += first == PLX_WORD_SMALL ? 1 : 0;
  n += last == PLX_WORD_TELLING ? 1 : 0;

  return n;
}

/* Whether the run can begin a word earlier: the word before it is its last one, too. */
static gboolean
can_go_left (const PlxWordSide *side,
             const Run         *run)
{
  return run->first > 0 && side->partners[run->first - 1] != PLX_NONE &&
         id_at (side, run->first - 1) == id_at (side, run->end - 1);
}

static gboolean
can_go_right (const PlxWordSide *side,
              const Run         *run)
{
  return run->end < side->words->len && side->partners[run->end] != PLX_NONE &&
         id_at (side, run->end) == id_at (side, run->first);
}

static void
repair (PlxWordMatch *self,
        guint         side,
        guint32       from,
        guint32       to)
{
  guint32 partner = self->sides[side].partners[from];

  self->sides[side].partners[from] = PLX_NONE;
  self->sides[side].partners[to] = partner;
  self->sides[1 - side].partners[partner] = to;
}

static void
go_left (PlxWordMatch *self,
         guint         side,
         Run          *run)
{
  repair (self, side, --run->first, run->end - 1);
  run->end--;
}

static void
go_right (PlxWordMatch *self,
          guint         side,
          Run          *run)
{
  repair (self, side, run->end++, run->first);
  run->first++;
}

/* Slides a run to where it reads best; the leftmost of several such places. */
static void
slide_run (PlxWordMatch *self,
           guint         side,
           Run          *run)
{
  const PlxWordSide *its = &self->sides[side];
  guint32 best;
  int best_score;

  while (can_go_left (its, run))
    go_left (self, side, run);

  best = run->first;
  best_score = score (its, run);
  while (can_go_right (its, run))
    {
      go_right (self, side, run);
      if (score (its, run) > best_score)
        {
          best = run->first;
          best_score = score (its, run);
        }
    }
  while (run->first > best)
    go_left (self, side, run);
}

/* Whether nothing of the other sentence stands in place of the run. */
static gboolean
is_more (const PlxWordMatch *self,
         guint               side,
         const Run          *run)
{
  const PlxWordSide *its = &self->sides[side], *other = &self->sides[1 - side];
  guint32 before = run->first > 0 ? its->partners[run->first - 1] + 1 : 0;
  guint32 after = run->end < its->words->len ? its->partners[run->end] : other->words->len;

  return before == after;
}

/**
 * plx_word_match_slide:
 * @self: two sentences with their pairs
 *
 * Of words that one sentence has more, it is often not settled which they are: "the man and [the
 * woman and] the child" is as true as "the man [and the woman] and the child". Takes what reads
 * best.
 */
void
plx_word_match_slide (PlxWordMatch *self)
{
  for (guint side = 0; side < 2; side++)
    {
      const PlxWordSide *its = &self->sides[side];

      for (guint32 i = 0; i < its->words->len; i++)
        {
          Run run = { i, i };

          while (run.end < its->words->len && its->partners[run.end] == PLX_NONE)
            run.end++;
          if (run.end > run.first && is_more (self, side, &run))
            slide_run (self, side, &run);
          i = MAX (i, run.end);
        }
    }
}
