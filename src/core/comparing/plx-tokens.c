/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tokens"

#include "config.h"

#include "comparing/plx-tokens.h"

#include <string.h>

#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"
#include "language/text/plx-words.h"

static void
token_clear (gpointer data)
{
  PlxToken *token = data;

  g_free (token->held);
}

/**
 * plx_tokens_new:
 * @text: a text
 * @start: first byte of the sentence
 * @end: the byte after its last
 *
 * Returns: (transfer full) (element-type PlxToken): the words and marks of the sentence
 */
GArray *
plx_tokens_new (const char *text,
                gsize       start,
                gsize       end)
{
  g_autoptr (GArray) words = plx_words_split (text, start, end);
  GArray *tokens = g_array_sized_new (FALSE, TRUE, sizeof (PlxToken), words->len);
  const gsize room = end - start + words->len;
  char *next = NULL;

  g_array_set_clear_func (tokens, token_clear);
  g_array_set_size (tokens, words->len);
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      PlxToken token = { .start = word->start, .end = word->end,
                         .is_word = word->is_word };
      const PlxLexWord *known;
      char stem[PLX_STEM_MAX];
      gsize length;

      token.folded = plx_words_keep_folded (text + word->start, word->end - word->start, room,
                                            &next, &token.held);
      length = strlen (token.folded);
      token.hash = plx_word_list_hash (token.folded, length);
      known = plx_lexicon_look_up (token.folded, length);
      token.uses = known != NULL ? known->uses : 0;
      length = plx_stem_word (token.folded, stem);
      token.stem = plx_word_hash (stem, length);
      token.is_content = token.is_word && token.folded[0] != '\'' &&
                         !plx_stem_is_function_word (token.folded);
      token.is_capital = g_unichar_isupper (g_utf8_get_char (text + word->start));
      *plx_tokens_at (tokens, i) = token;
    }

  return tokens;
}
