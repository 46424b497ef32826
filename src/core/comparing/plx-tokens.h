/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexicon.h"
#include "language/text/plx-word-list.h"

G_BEGIN_DECLS

/**
 * PlxToken:
 * @folded: the word in lower case, with straight apostrophes
 * @held: (nullable): what is freed with the token
 * @hash: hash of the word
 * @stem: hash of its stem
 * @start: first byte in the text
 * @end: the byte after the last
 * @uses: what the lexicon knows of it, bits of [enum@LexUse]
 * @is_word: whether it is a word and not a mark
 * @is_content: whether it tells something
 * @is_capital: whether it starts with a capital letter
 *
 * A word or a mark of a sentence, ready to be looked at.
 */
typedef struct
{
  char     *folded;
  char     *held;
  guint32   hash;
  guint32   stem;
  guint32   start;
  guint32   end;
  guint64   uses;
  gboolean  is_word;
  gboolean  is_content;
  gboolean  is_capital;
} PlxToken;

GArray *plx_tokens_new (const char *text,
                        gsize       start,
                        gsize       end);

/* What follows is asked for nearly every word of a text, many times. */

static inline PlxToken *
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
static inline const char *
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
static inline gboolean
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
static inline gboolean
plx_tokens_among (GArray     *tokens,
                  guint       i,
                  const char *words)
{
  return i < tokens->len && plx_word_list_may_have (words, plx_tokens_at (tokens, i)->hash) &&
         plx_word_list_has (words, plx_tokens_at (tokens, i)->folded);
}

G_END_DECLS
