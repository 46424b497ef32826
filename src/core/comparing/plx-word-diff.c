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
  const char *text;
  GArray     *words; /* PlxWord */
  GPtrArray  *keys;  /* what each is compared by */
  guint8     *common;
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
side_init (Side       *self,
           const char *text)
{
  self->text = text;
  self->words = plx_words_split (text, 0, strlen (text));
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->words->len; i++)
    g_ptr_array_add (self->keys, key_of (text, &g_array_index (self->words, PlxWord, i)));
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
  guint32 length = strlen (self->text);

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
  Side side_a, side_b;

  side_init (&side_a, a);
  side_init (&side_b, b);
  mark_common (&side_a, &side_b);
  *spans_a = side_spans (&side_a);
  *spans_b = side_spans (&side_b);
  side_clear (&side_a);
  side_clear (&side_b);
}
