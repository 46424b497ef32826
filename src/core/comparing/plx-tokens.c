/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tokens"

#include "config.h"

#include "comparing/plx-tokens.h"

#include <string.h>

#include "comparing/plx-stem.h"
#include "comparing/plx-word-table.h"
#include "language/text/plx-word-list.h"
#include "language/text/plx-words.h"

static void
token_clear (gpointer data)
{
  PlxToken *token = data;

  g_free (token->folded);
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

  g_array_set_clear_func (tokens, token_clear);
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      PlxToken token = { .start = word->start, .end = word->end,
                         .is_word = word->is_word };
      const PlxLexWord *known;
      char stem[PLX_STEM_MAX];
      gsize length;

      token.folded = plx_words_dup_folded (text + word->start, word->end - word->start);
      length = strlen (token.folded);
      token.hash = plx_word_list_hash (token.folded, length);
      known = plx_lexicon_look_up (token.folded, length);
      token.uses = known != NULL ? known->uses : 0;
      length = plx_stem_word (token.folded, stem);
      token.stem = plx_word_hash (stem, length);
      token.is_content = token.is_word && token.folded[0] != '\'' &&
                         !plx_stem_is_function_word (token.folded);
      token.is_capital = g_unichar_isupper (g_utf8_get_char (text + word->start));
      g_array_append_val (tokens, token);
    }

  return tokens;
}

PlxToken *
plx_tokens_at (GArray *tokens,
               guint   i)
{
  return &g_array_index (tokens, PlxToken, i);
}

/**
 * plx_tokens_word:
 * @tokens: tokens
 * @i: a place, which may lie outside
 *
 * Returns: the word there in lower case, or an empty string
 */
const char *
plx_tokens_word (GArray *tokens,
                 guint   i)
{
  return i < tokens->len ? plx_tokens_at (tokens, i)->folded : "";
}

/**
 * plx_tokens_use:
 * @tokens: tokens
 * @i: a place, which may lie outside
 * @uses: bits of [enum@LexUse]
 *
 * Returns: whether the word there has one of these uses
 */
gboolean
plx_tokens_use (GArray  *tokens,
                guint    i,
                guint64  uses)
{
  return i < tokens->len && (plx_tokens_at (tokens, i)->uses & uses) != 0;
}

/**
 * plx_tokens_among:
 * @tokens: tokens
 * @i: a place, which may lie outside
 * @words: words with a space between them, a literal
 *
 * Returns: whether the word there is one of @words
 */
gboolean
plx_tokens_among (GArray     *tokens,
                  guint       i,
                  const char *words)
{
  return i < tokens->len && plx_word_list_may_have (words, plx_tokens_at (tokens, i)->hash) &&
         plx_word_list_has (words, plx_tokens_at (tokens, i)->folded);
}
