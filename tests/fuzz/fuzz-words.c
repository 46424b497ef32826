/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target of libFuzzer for comparing texts word by word: each line of the input is a text.
 * Whatever they are, the runs cover them, the other way around is the same, and in any order the
 * columns are. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "comparing/plx-comparing.h"

#define MOST 5

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_spans (const char *text,
             GArray     *spans)
{
  guint32 at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxWordSpan *span = &g_array_index (spans, PlxWordSpan, i);

      g_assert_cmpuint (span->start, ==, at);
      g_assert_cmpuint (span->end, >, at);
      g_assert_true (g_utf8_validate (text + at, span->end - at, NULL));
      at = span->end;
    }
  g_assert_cmpuint (at, ==, strlen (text));
}

static void
check_diff (const char *a,
            const char *b)
{
  g_autoptr (GArray) spans_a = NULL;
  g_autoptr (GArray) spans_b = NULL;
  g_autoptr (GArray) mirrored_a = NULL;
  g_autoptr (GArray) mirrored_b = NULL;
  const PlxWordText text_a = plx_word_text (a), text_b = plx_word_text (b);

  plx_comparing_word_diff (&text_a, &text_b, &spans_a, &spans_b);
  plx_comparing_word_diff (&text_b, &text_a, &mirrored_b, &mirrored_a);
  check_spans (a, spans_a);
  check_spans (b, spans_b);
  g_assert_cmpmem (spans_a->data, spans_a->len * sizeof (PlxWordSpan), mirrored_a->data,
                   mirrored_a->len * sizeof (PlxWordSpan));
  g_assert_cmpmem (spans_b->data, spans_b->len * sizeof (PlxWordSpan), mirrored_b->data,
                   mirrored_b->len * sizeof (PlxWordSpan));
}

static void
check_collation (char  **texts,
                 guint   n)
{
  PlxWordText forwards[MOST], backwards[MOST];
  g_autoptr (PlxCollation) one = NULL;
  g_autoptr (PlxCollation) other = NULL;

  for (guint i = 0; i < n; i++)
    forwards[i] = backwards[n - 1 - i] = plx_word_text (texts[i]);
  one = plx_collation_new (forwards, n, NULL, NULL);
  other = plx_collation_new (backwards, n, NULL, NULL);
  g_assert_cmpuint (one->n_columns, ==, other->n_columns);
  for (guint32 column = 0; column < one->n_columns; column++)
    for (guint i = 0; i < n; i++)
      g_assert_cmpuint (plx_collation_get_word (one, column, i), ==,
                        plx_collation_get_word (other, column, n - 1 - i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST);
  guint n = g_strv_length (lines);

  if (n > 1)
    check_diff (lines[0], lines[1]);
  check_collation (lines, n);

  return 0;
}
