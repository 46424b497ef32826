/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target of libFuzzer for the splitter of sentences and the finder of names: whatever the
 * bytes are, once they are text, sentences and names lie inside it, in order, on whole letters. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "language/plx-language.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_span (const char *text,
            gsize       start,
            gsize       end,
            gsize       first,
            gsize       last)
{
  g_assert_cmpuint (start, >=, first);
  g_assert_cmpuint (end, >, start);
  g_assert_cmpuint (end, <=, last);
  g_assert_true (g_utf8_validate (text + start, end - start, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  const gsize length = strlen (text);
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxSentenceSpan));
  gsize at = 0;

  plx_language_find_sentences (text, 0, length, "en", sentences);
  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (sentences, PlxSentenceSpan, i);
      g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
      gsize name = sentence->start;

      check_span (text, sentence->start, sentence->end, at, length);
      at = sentence->end;

      plx_language_find_names (text, sentence->start, sentence->end, mentions);
      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);

          check_span (text, mention->start, mention->end, name, sentence->end);
          name = mention->end;
        }
    }

  return 0;
}
