/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-diff"

#include "config.h"

#include "comparing/plx-comparing.h"

#include <string.h>

#include "comparing/plx-word-match.h"

static gboolean
is_word (const PlxWordSide *self,
         guint              i)
{
  return i < self->words->len && g_array_index (self->words, PlxWord, i).is_word;
}

/* The marks of a name or a number belong to it: "$5", "5%". */
static void
take_marks_of_units (const PlxWordSide *self,
                     guint8            *differs)
{
  for (guint unit = 0; unit < self->units->len; unit++)
    {
      const PlxWordUnit *it = &g_array_index (self->units, PlxWordUnit, unit);
      gboolean is_different = FALSE;

      for (guint i = it->first; i < it->core; i++)
        is_different |= is_word (self, i) && differs[i];
      if (is_different)
        memset (differs + it->first, TRUE, it->core - it->first);
    }
}

static gboolean
is_quote (const PlxWordSide *self,
          guint              i)
{
  static const gunichar quotes[] = {
    '"', '\'', 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0xab, 0xbb, 0x2039, 0x203a,
  };
  const PlxWord *word = &g_array_index (self->words, PlxWord, i);
  gunichar c = g_utf8_get_char (self->text->text + self->text->start + word->start);

  for (guint at = 0; at < G_N_ELEMENTS (quotes); at++)
    if (c == quotes[at])
      return !word->is_word;

  return FALSE;
}

/* A quote that opens inside a run closes inside it. */
static void
close_quotes (const PlxWordSide *self,
              guint8            *differs)
{
  guint n = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      if (!is_quote (self, i))
        n = differs[i] ? n : 0;
      else if (differs[i])
        n++;
      else if (n % 2 == 1 && i > 0 && differs[i - 1])
        differs[i] = n++ > 0;
      else
        n = 0;
    }
}

/* Which words differ. Marks between two that do belong to their run, any others do not differ. */
static guint8 *
find_differing (const PlxWordSide *self)
{
  guint8 *differs = g_new0 (guint8, self->words->len + 1);

  for (guint i = 0; i < self->words->len;)
    {
      guint end = i;

      while (end < self->words->len && !is_word (self, end))
        end++;
      if (i > 0 && differs[i - 1] && is_word (self, end) && self->partners[end] == PLX_NONE)
        memset (differs + i, TRUE, end - i);
      if (is_word (self, end))
        differs[end] = self->partners[end] == PLX_NONE;
      i = end + 1;
    }
  take_marks_of_units (self, differs);
  close_quotes (self, differs);

  return differs;
}

static GArray *
side_spans (const PlxWordSide *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxWordSpan));
  guint32 length = self->text->end - self->text->start;
  g_autofree guint8 *differs = find_differing (self);

  if (length == 0)
    return spans;

  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);
      gboolean is_different = differs[i];
      PlxWordSpan *last = NULL;

      if (spans->len > 0)
        last = &g_array_index (spans, PlxWordSpan, spans->len - 1);

      if (last != NULL && last->differs == is_different)
        {
          last->end = word->end;
        }
      else
        {
          /* The space before a run that differs belongs to the run before it. */
          guint32 start = last == NULL ? 0 : is_different ? word->start : last->end;
          PlxWordSpan span = { start, word->end, is_different };

          if (last != NULL)
            last->end = start;
          g_array_append_val (spans, span);
        }
    }

  if (spans->len == 0)
    g_array_append_val (spans, ((PlxWordSpan) { 0, length, FALSE }));
  g_array_index (spans, PlxWordSpan, spans->len - 1).end = length;

  return spans;
}

/* Where the words between two common ones stand. */
static PlxWordRange
range_between (const PlxWordSide *self,
               const guint8      *differs,
               guint              from,
               guint              to)
{
  PlxWordRange range = { 0, 0, 0 };

  for (guint i = from; i < to; i++)
    {
      const PlxWord *word = &g_array_index (self->words, PlxWord, i);

      if (!differs[i])
        continue;
      if (range.end == 0)
        range.start = word->start;
      range.end = word->end;
      range.n_words += word->is_word;
    }

  return range;
}

static PlxWordRange
range_of_word (const PlxWordSide *self,
               guint              i)
{
  const PlxWord *word = &g_array_index (self->words, PlxWord, i);

  return (PlxWordRange) { word->start, word->end, 1 };
}

/* The next word at or after @i that both have, or the end. */
static guint
next_common (const PlxWordSide *self,
             guint              i)
{
  while (i < self->words->len && !(self->partners[i] != PLX_NONE && is_word (self, i)))
    i++;

  return i;
}

static void
add_change (GArray        *changes,
            PlxWordChange *change)
{
  if (change->a.n_words == 0 && change->b.n_words == 0)
    return;

  if (change->a.n_words == 0)
    change->a.start = change->a.end = change->after_a.end;
  if (change->b.n_words == 0)
    change->b.start = change->b.end = change->after_b.end;
  change->kind = change->a.n_words == 0   ? PLX_WORD_ADDED
                 : change->b.n_words == 0 ? PLX_WORD_DROPPED
                                          : PLX_WORD_REPLACED;
  g_array_append_val (changes, *change);
}

static GArray *
find_changes (const PlxWordSide *a,
              const PlxWordSide *b)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PlxWordChange));
  PlxWordChange change = { 0 };
  g_autofree guint8 *differs_a = find_differing (a);
  g_autofree guint8 *differs_b = find_differing (b);
  guint from_a = 0, from_b = 0;

  for (;;)
    {
      guint i = next_common (a, from_a), j = next_common (b, from_b);

      change.a = range_between (a, differs_a, from_a, i);
      change.b = range_between (b, differs_b, from_b, j);
      add_change (changes, &change);
      if (i == a->words->len || j == b->words->len)
        return changes;
      change.after_a = range_of_word (a, i);
      change.after_b = range_of_word (b, j);
      from_a = i + 1;
      from_b = j + 1;
    }
}

/**
 * plx_comparing_word_diff:
 * @a: a sentence
 * @b: another
 * @spans_a: (out) (transfer full) (element-type PlxWordSpan): the runs of @a
 * @spans_b: (out) (transfer full) (element-type PlxWordSpan): the runs of @b
 *
 * Finds the words that one sentence has and the other has not, in their order. Names, numbers and
 * times differ as wholes. Case, the style of quotes and marks do not count as a difference. The
 * other way around, the same is found. Texts of any length can be compared; in one of more than a
 * thousand words, each word is compared for itself.
 */
void
plx_comparing_word_diff (const char  *a,
                         const char  *b,
                         GArray     **spans_a,
                         GArray     **spans_b)
{
  const PlxWordText text_a = { a, 0, strlen (a), NULL };
  const PlxWordText text_b = { b, 0, strlen (b), NULL };

  plx_comparing_word_diff_within (&text_a, &text_b, spans_a, spans_b);
}

/**
 * plx_comparing_word_diff_within:
 * @a: a sentence in its text
 * @b: another
 * @spans_a: (out) (transfer full) (element-type PlxWordSpan): the runs of @a
 * @spans_b: (out) (transfer full) (element-type PlxWordSpan): the runs of @b
 *
 * The same as [func@comparing_word_diff], where the names are known. Bytes are counted from the
 * start of each sentence.
 */
void
plx_comparing_word_diff_within (const PlxWordText  *a,
                                const PlxWordText  *b,
                                GArray            **spans_a,
                                GArray            **spans_b)
{
  g_autoptr (PlxWordMatch) match = plx_word_match_new (a, b);

  *spans_a = side_spans (&match->sides[match->a]);
  *spans_b = side_spans (&match->sides[1 - match->a]);
}

/**
 * plx_comparing_word_changes:
 * @a: a sentence
 * @b: another
 *
 * Lists what makes the second sentence of the first: the same differences that
 * [func@comparing_word_diff] marks, each with its two places.
 *
 * Returns: (transfer full) (element-type PlxWordChange): the changes in order
 */
GArray *
plx_comparing_word_changes (const char *a,
                            const char *b)
{
  const PlxWordText text_a = { a, 0, strlen (a), NULL };
  const PlxWordText text_b = { b, 0, strlen (b), NULL };

  return plx_comparing_word_changes_within (&text_a, &text_b);
}

/**
 * plx_comparing_word_changes_within:
 * @a: a sentence in its text
 * @b: another
 *
 * The same as [func@comparing_word_changes], where the names are known. Bytes are counted from the
 * start of each sentence.
 *
 * Returns: (transfer full) (element-type PlxWordChange): the changes in order
 */
GArray *
plx_comparing_word_changes_within (const PlxWordText *a,
                                   const PlxWordText *b)
{
  g_autoptr (PlxWordMatch) match = plx_word_match_new (a, b);

  return find_changes (&match->sides[match->a], &match->sides[1 - match->a]);
}
