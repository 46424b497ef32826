/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-diff"

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "language/text/plx-words.h"

/* Two sentences of more words than this together would need a table of megabytes; no sentence
 * of an article has them. Beyond it everything between the equal ends counts as different. */
#define MAX_CELLS (4u << 20)

typedef struct
{
  const PlxWordText *text;
  GArray            *words; /* PlxWord */
  GPtrArray         *keys;  /* what each is compared by */
  guint8            *common;
} Side;

/* Quotes, dashes and case are style, and commas come and go with the rest of the sentence:
 * marks are compared, but they are never what a difference consists of. */
static char *
key_of (const char    *text,
        const PlxWord *word)
{
  g_autofree char *folded = g_utf8_strdown (text + word->start, word->end - word->start);
  GString *key = g_string_new (folded);

  g_string_replace (key, "’", "'", 0);
  g_string_replace (key, "‘", "'", 0);
  g_string_replace (key, "“", "\"", 0);
  g_string_replace (key, "”", "\"", 0);
  g_string_replace (key, "–", "-", 0);
  g_string_replace (key, "—", "-", 0);

  return g_string_free_and_steal (key);
}

static void
side_init (Side              *self,
           const PlxWordText *text)
{
  self->text = text;
  self->words = plx_words_split (text->text, text->start, text->end);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);

      g_ptr_array_add (self->keys, key_of (text->text, word));
      word->start -= text->start;
      word->end -= text->start;
    }
  self->common = g_new0 (guint8, self->words->len + 1);
}

static void
side_clear (Side *self)
{
  g_array_unref (self->words);
  g_ptr_array_unref (self->keys);
  g_free (self->common);
}

static gboolean
is_equal (Side  *a,
          guint  i,
          Side  *b,
          guint  j)
{
  return g_str_equal (g_ptr_array_index (a->keys, i), g_ptr_array_index (b->keys, j));
}

/* The longest common subsequence of the words between the equal ends, by the usual table. A word
 * counts twice a mark, so that a comma never costs a word its partner. */
static void
mark_middle (Side  *a,
             Side  *b,
             guint  start,
             guint  end_a,
             guint  end_b)
{
  guint n = end_a - start, m = end_b - start;
  gsize width = m + 1;
  g_autofree guint32 *table = NULL;

  if (n == 0 || m == 0 || (guint64) (n + 1) * (m + 1) > MAX_CELLS)
    return;

  table = g_new0 (guint32, (n + 1) * width);
  for (guint i = n; i-- > 0;)
    {
      gboolean is_word = g_array_index (a->words, PlxWord, start + i).is_word;

      for (guint j = m; j-- > 0;)
        {
          guint32 best = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);

          if (is_equal (a, start + i, b, start + j))
            best = MAX (best, table[(i + 1) * width + j + 1] + (is_word ? 2 : 1));
          table[i * width + j] = best;
        }
    }

  for (guint i = 0, j = 0; i < n && j < m;)
    {
      guint32 here = table[i * width + j];

      if (here == table[(i + 1) * width + j])
        i++;
      else if (here == table[i * width + j + 1])
        j++;
      else
        a->common[start + i++] = b->common[start + j++] = TRUE;
    }
}

static void
mark_common (Side *a,
             Side *b)
{
  guint start = 0, end_a = a->words->len, end_b = b->words->len;

  while (start < end_a && start < end_b && is_equal (a, start, b, start))
    {
      a->common[start] = b->common[start] = TRUE;
      start++;
    }
  while (end_a > start && end_b > start && is_equal (a, end_a - 1, b, end_b - 1))
    a->common[--end_a] = b->common[--end_b] = TRUE;

  mark_middle (a, b, start, end_a, end_b);
}

/* A mark between two words that differ belongs to their run, any other does not differ. */
static gboolean
differs (const Side *self,
         guint       i)
{
  guint before = i, after = i;

  if (g_array_index (self->words, PlxWord, i).is_word)
    return !self->common[i];

  while (before > 0 && !g_array_index (self->words, PlxWord, before).is_word)
    before--;
  while (after + 1 < self->words->len && !g_array_index (self->words, PlxWord, after).is_word)
    after++;

  return g_array_index (self->words, PlxWord, before).is_word && !self->common[before] &&
         g_array_index (self->words, PlxWord, after).is_word && !self->common[after];
}

static GArray *
side_spans (const Side *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxWordSpan));
  guint32 length = self->text->end - self->text->start;

  if (length == 0)
    return spans;

  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);
      gboolean is_different = differs (self, i);
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

/* Where the words between two common ones stand; marks at their ends are none of them. */
static PlxWordRange
range_between (const Side *self,
               guint       from,
               guint       to)
{
  PlxWordRange range = { 0, 0, 0 };

  for (guint i = from; i < to; i++)
    {
      const PlxWord *word = &g_array_index (self->words, PlxWord, i);

      if (!word->is_word)
        continue;
      if (range.n_words++ == 0)
        range.start = word->start;
      range.end = word->end;
    }

  return range;
}

static PlxWordRange
range_of_word (const Side *self,
               guint       i)
{
  const PlxWord *word = &g_array_index (self->words, PlxWord, i);

  return (PlxWordRange) { word->start, word->end, 1 };
}

/* The next word at or after @i that both have, or the end. */
static guint
next_common (const Side *self,
             guint       i)
{
  while (i < self->words->len &&
         !(self->common[i] && g_array_index (self->words, PlxWord, i).is_word))
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
find_changes (const Side *a,
              const Side *b)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PlxWordChange));
  PlxWordChange change = { 0 };
  guint from_a = 0, from_b = 0;

  for (;;)
    {
      guint i = next_common (a, from_a), j = next_common (b, from_b);

      change.a = range_between (a, from_a, i);
      change.b = range_between (b, from_b, j);
      add_change (changes, &change);
      if (i == a->words->len || j == b->words->len)
        return changes;
      change.after_a = range_of_word (a, i);
      change.after_b = range_of_word (b, j);
      from_a = i + 1;
      from_b = j + 1;
    }
}

static void
compare (const PlxWordText *a,
         const PlxWordText *b,
         Side              *side_a,
         Side              *side_b)
{
  side_init (side_a, a);
  side_init (side_b, b);
  mark_common (side_a, side_b);
}

/**
 * plx_comparing_word_diff:
 * @a: a sentence
 * @b: another
 * @spans_a: (out) (transfer full) (element-type PlxWordSpan): the runs of @a
 * @spans_b: (out) (transfer full) (element-type PlxWordSpan): the runs of @b
 *
 * Finds the words that one sentence has and the other has not, in their order. Case, the style
 * of quotes and marks do not count as a difference.
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
  Side side_a, side_b;

  compare (a, b, &side_a, &side_b);
  *spans_a = side_spans (&side_a);
  *spans_b = side_spans (&side_b);
  side_clear (&side_a);
  side_clear (&side_b);
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
  Side side_a, side_b;
  GArray *changes;

  compare (a, b, &side_a, &side_b);
  changes = find_changes (&side_a, &side_b);
  side_clear (&side_a);
  side_clear (&side_b);

  return changes;
}
