/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-changes"

#include "config.h"

#include "comparing/plx-changes.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-terms.h"
#include "comparing/plx-tokens.h"

#define BASE  PLX_CHANGE_BASE
#define OTHER PLX_CHANGE_OTHER

/* Two sentences of which each shares less than this with the other are not told word by word. */
#define LEAST_SHARED 0.5

static PlxChangeWord *
word_at (const PlxChanges *self,
         PlxChangeSide     side,
         guint             i)
{
  return &g_array_index (self->words[side], PlxChangeWord, i);
}

static gboolean
in_a_difference (GArray  *spans,
                 guint32  start,
                 guint32  end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxWordSpan *span = &g_array_index (spans, PlxWordSpan, i);

      if (start < span->end)
        return span->differs && end > span->start;
    }

  return FALSE;
}

/* The ending of a possessive goes with its word: it is none of its own to somebody who counts. */
static GArray *
find_words (const char *text,
            GArray     *spans)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlxChangeWord));
  g_autoptr (GArray) tokens = plx_tokens_new (text, 0, strlen (text));
  PlxChangeWord *last = NULL;

  for (guint i = 0; i < tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);
      PlxChangeWord word = { token->start, token->end };

      if (!token->is_word)
        continue;
      if (last != NULL && token->folded[0] == '\'' && last->end == token->start)
        {
          last->end = token->end;
          continue;
        }
      word.key = g_str_hash (token->folded);
      word.differs = in_a_difference (spans, token->start, token->end);
      word.tells = token->is_content || plx_terms_is_negation (token->folded);
      g_array_append_val (words, word);
      last = &g_array_index (words, PlxChangeWord, words->len - 1);
    }

  return words;
}

static guint
skip_run (const PlxChanges *self,
          PlxChangeSide     side,
          guint             i,
          gboolean          differs)
{
  while (i < self->words[side]->len && word_at (self, side, i)->differs == differs)
    i++;

  return i;
}

static gboolean
tells_something (const PlxChanges *self,
                 PlxChangeSide     side,
                 guint             first,
                 guint             end)
{
  for (guint i = first; i < end; i++)
    if (word_at (self, side, i)->tells)
      return TRUE;

  return FALSE;
}

static gboolean
next_change (const PlxChanges *self,
             guint            *at,
             PlxChange        *change)
{
  guint same = G_MAXUINT;

  *change = (PlxChange) { PLX_CHANGE_EXCHANGED, { at[BASE], at[OTHER] } };
  for (PlxChangeSide side = BASE; side <= OTHER; side++)
    {
      change->end[side] = skip_run (self, side, at[side], TRUE);
      same = MIN (same, skip_run (self, side, change->end[side], FALSE) - change->end[side]);
    }

  for (PlxChangeSide side = BASE; side <= OTHER; side++)
    {
      /* Where one is at its end, what is left of the other has nothing beside it. */
      if (same == 0)
        change->end[side] = self->words[side]->len;
      change->tells |= tells_something (self, side, at[side], change->end[side]);
      at[side] = change->end[side] + same;
    }

  if (change->end[BASE] == change->first[BASE])
    change->kind = PLX_CHANGE_ADDED;
  else if (change->end[OTHER] == change->first[OTHER])
    change->kind = PLX_CHANGE_LEFT_OUT;

  return change->end[BASE] > change->first[BASE] || change->end[OTHER] > change->first[OTHER];
}

/* The words that do not differ are the same in both, one after the other. */
static void
find_changes (PlxChanges *self)
{
  guint at[PLX_CHANGE_N_SIDES] = { 0, 0 };
  PlxChange change;

  while (at[BASE] < self->words[BASE]->len || at[OTHER] < self->words[OTHER]->len)
    if (next_change (self, at, &change))
      g_array_append_val (self->changes, change);
}

static gboolean
is_same_run (const PlxChanges *self,
             const PlxChange  *gone,
             const PlxChange  *come)
{
  guint n = gone->end[BASE] - gone->first[BASE];

  if (n != come->end[OTHER] - come->first[OTHER])
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (word_at (self, BASE, gone->first[BASE] + i)->key !=
        word_at (self, OTHER, come->first[OTHER] + i)->key)
      return FALSE;

  return TRUE;
}

/* Words that go in one place and come in another have moved. */
static void
find_moves (PlxChanges *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      PlxChange *come = plx_changes_at (self, i);

      for (guint j = 0; j < self->changes->len && come->kind == PLX_CHANGE_ADDED; j++)
        {
          PlxChange *gone = plx_changes_at (self, j);

          if (!come->tells || gone->kind != PLX_CHANGE_LEFT_OUT || !is_same_run (self, gone, come))
            continue;
          gone->kind = PLX_CHANGE_MOVED_AWAY;
          come->kind = PLX_CHANGE_MOVED_HERE;
        }
    }
}

static void
set_shared (PlxChanges *self,
            guint       base,
            guint       other)
{
  word_at (self, BASE, base)->is_shared = TRUE;
  word_at (self, OTHER, other)->is_shared = TRUE;
}

/* Words with which an exchange begins or ends on both sides are in it because of what they belong
 * to: of nineteen passengers and twenty, both speak of passengers. */
static void
find_shared (PlxChanges *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const PlxChange *change = plx_changes_at (self, i);
      guint base = change->first[BASE], other = change->first[OTHER];
      guint base_end = change->end[BASE], other_end = change->end[OTHER];

      while (base < base_end && other < other_end &&
             word_at (self, BASE, base)->key == word_at (self, OTHER, other)->key)
        set_shared (self, base++, other++);
      while (base < base_end && other < other_end &&
             word_at (self, BASE, base_end - 1)->key == word_at (self, OTHER, other_end - 1)->key)
        set_shared (self, --base_end, --other_end);
    }
}

/* Of the words of a side that tell something, how many the other has too. */
static double
shared_part (const PlxChanges *self,
             PlxChangeSide     side)
{
  guint n = 0, shared = 0;

  for (guint i = 0; i < self->words[side]->len; i++)
    {
      const PlxChangeWord *word = word_at (self, side, i);

      n += word->tells;
      shared += word->tells && (!word->differs || word->is_shared);
    }

  return n > 0 ? (double) shared / n : 1;
}

/**
 * plx_changes_new:
 * @base: a sentence
 * @other: another that tells the same
 *
 * Finds what @other does with @base. Marks and the case of letters are no change.
 *
 * Returns: (transfer full): the changes
 */
PlxChanges *
plx_changes_new (const PlxWording *base,
                 const PlxWording *other)
{
  PlxWordText base_text = plx_wording_read (base), text = plx_wording_read (other);
  PlxChanges *self = g_new0 (PlxChanges, 1);
  g_autoptr (GArray) base_spans = NULL;
  g_autoptr (GArray) spans = NULL;

  plx_comparing_word_diff (&base_text, &text, &base_spans, &spans);
  self->words[BASE] = find_words (base->text, base_spans);
  self->words[OTHER] = find_words (other->text, spans);
  self->changes = g_array_new (FALSE, TRUE, sizeof (PlxChange));
  find_changes (self);
  find_moves (self);
  find_shared (self);
  self->is_near = MAX (shared_part (self, BASE), shared_part (self, OTHER)) >= LEAST_SHARED;

  return self;
}

void
plx_changes_free (PlxChanges *self)
{
  g_array_unref (self->words[BASE]);
  g_array_unref (self->words[OTHER]);
  g_array_unref (self->changes);
  g_free (self);
}

PlxChange *
plx_changes_at (const PlxChanges *self,
                guint             i)
{
  return &g_array_index (self->changes, PlxChange, i);
}

/**
 * plx_changes_range:
 * @self: the changes of two sentences
 * @change: one of them
 * @side: a side
 * @start: (out): the first byte of its words in the sentence of @side
 * @end: (out): the byte after the last; as @start where that side has no words there
 */
void
plx_changes_range (const PlxChanges *self,
                   const PlxChange  *change,
                   PlxChangeSide     side,
                   guint32          *start,
                   guint32          *end)
{
  guint first = change->first[side], last = change->end[side];

  if (last > first)
    {
      *start = word_at (self, side, first)->start;
      *end = word_at (self, side, last - 1)->end;
    }
  else
    {
      *start = *end = first > 0 ? word_at (self, side, first - 1)->end : 0;
    }
}
