/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexicon.h"

G_BEGIN_DECLS

/**
 * PlxToken:
 * @folded: the word in lower case, with straight apostrophes
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
  guint32   hash;
  guint32   stem;
  guint32   start;
  guint32   end;
  guint64   uses;
  gboolean  is_word;
  gboolean  is_content;
  gboolean  is_capital;
} PlxToken;

GArray     *plx_tokens_new   (const char *text,
                              gsize       start,
                              gsize       end);
PlxToken   *plx_tokens_at    (GArray     *tokens,
                              guint       i);
const char *plx_tokens_word  (GArray     *tokens,
                              guint       i);
gboolean    plx_tokens_use   (GArray     *tokens,
                              guint       i,
                              guint64     uses);
gboolean    plx_tokens_among (GArray     *tokens,
                              guint       i,
                              const char *words);

G_END_DECLS
