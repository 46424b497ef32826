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

  g_free (token->folded);
}

static guint64
uses_of (const char *folded)
{
  gsize length = strlen (folded);
  const PlxLexWord *word = length <= PLX_LEX_BYTES ? plx_lexicon_look_up (folded, length) : NULL;

  return word != NULL ? word->uses : 0;
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
      char stem[PLX_STEM_MAX];
      gsize length;

      token.folded = plx_words_dup_folded (text + word->start, word->end - word->start);
      length = plx_stem_word (token.folded, stem);
      token.uses = uses_of (token.folded);
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
 * @words: words with a space between them
 *
 * Returns: whether the word there is one of @words
 */
gboolean
plx_tokens_among (GArray     *tokens,
                  guint       i,
                  const char *words)
{
  const char *word = plx_tokens_word (tokens, i);
  gsize length = strlen (word);

  if (length == 0)
    return FALSE;

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    {
      if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}
