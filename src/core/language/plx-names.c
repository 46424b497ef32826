/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names"

#include "config.h"

#include "language/plx-language.h"

#include "language/plx-words.h"

static gboolean
is_capitalised (const char    *text,
                const PlxWord *word)
{
  return word->is_word && g_unichar_isupper (g_utf8_get_char (text + word->start));
}

/**
 * plx_language_find_names:
 * @text: UTF-8
 * @start: where the sentence begins
 * @end: the byte after its last
 * @mentions: (element-type PlxMentionSpan): where to append the names found
 *
 * Finds the names in a sentence. The fields `sentence` is 0 and `entity` is `PLX_NONE`.
 *
 * Safe to call from any thread.
 */
void
plx_language_find_names (const char *text,
                         gsize       start,
                         gsize       end,
                         GArray     *mentions)
{
  g_autoptr (GArray) words = plx_words_split (text, start, end);

  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      PlxMentionSpan mention = { .start = word->start, .entity = PLX_NONE, .kind = PLX_KIND_OTHER };

      if (!is_capitalised (text, word) || plx_words_is_starter (text, word->start, word->end))
        continue;

      while (i + 1 < words->len &&
             is_capitalised (text, &g_array_index (words, PlxWord, i + 1)))
        i++;
      mention.end = g_array_index (words, PlxWord, i).end;
      g_array_append_val (mentions, mention);
    }
}
