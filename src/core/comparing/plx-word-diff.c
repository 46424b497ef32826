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

/**
 * plx_comparing_word_diff:
 * @a: a sentence where it stands
 * @b: another
 * @spans_a: (out) (transfer full) (element-type PlxWordSpan): the runs of @a
 * @spans_b: (out) (transfer full) (element-type PlxWordSpan): the runs of @b
 *
 * Finds the words that one sentence has and the other has not, in their order. Names, numbers and
 * times differ as wholes. Case, the style of quotes and marks do not count as a difference. The
 * other way around, the same is found. Texts of any length can be compared; in one of more than a
 * thousand words, each word is compared for itself. Bytes are counted from the start of each
 * sentence.
 */
void
plx_comparing_word_diff (const PlxWordText  *a,
                         const PlxWordText  *b,
                         GArray            **spans_a,
                         GArray            **spans_b)
{
  g_autoptr (PlxWordMatch) match = plx_word_match_new (a, b);

  *spans_a = side_spans (&match->sides[match->a]);
  *spans_b = side_spans (&match->sides[1 - match->a]);
}
