/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-tokens.h"
#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxFinder:
 * @text: the text in which the sentence stands
 * @tokens: its words and marks
 * @n_tokens: how many they are
 * @letter_case: how much capitals tell in it
 * @mentions: (element-type PlxMentionSpan): the names found, after those of other sentences
 * @first_tokens: (element-type guint32): the first token of each name of this sentence
 * @last_tokens: (element-type guint32): the last
 *
 * A sentence while its names are sought.
 */
typedef struct
{
  const char *text;
  PlxToken   *tokens;
  guint       n_tokens;
  PlxCase     letter_case;
  GArray     *mentions;
  GArray     *first_tokens;
  GArray     *last_tokens;
} PlxFinder;

static inline gboolean
plx_finder_is (const PlxFinder *self,
               guint            at,
               const char      *word)
{
  return at < self->n_tokens && g_str_equal (self->tokens[at].lower, word);
}

static inline gboolean
plx_finder_is_one_of (const PlxFinder    *self,
                      guint               at,
                      const char * const *words)
{
  return at < self->n_tokens && g_strv_contains (words, self->tokens[at].lower);
}

static inline gboolean
plx_finder_has (const PlxFinder *self,
                guint            at,
                guint            cues)
{
  return at < self->n_tokens && self->tokens[at].is_word && (self->tokens[at].cues & cues) != 0;
}

void plx_finder_find_countries (PlxFinder *self,
                                guint      first_mention);

G_END_DECLS
