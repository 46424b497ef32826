/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxPhrase:
 * @text: the text in which the sentence stands
 * @words: (element-type PlxWord): its words and marks
 * @lower: for each word, it in small letters, with plain apostrophes and without its stop
 * @cues: for each word, bits of [flags@Cue] as plx_phrase_has() has found them, or not yet
 * @mention_at: for each word, the mention of which it is part, or `PLX_NONE`
 * @mentions: the names in the sentence, in order; lent
 * @n_mentions: how many they are
 * @firsts: for each mention, its first word
 * @lasts: for each mention, its last word
 * @plain: what holds the words of plain letters
 * @chunk: (nullable): what holds the others
 *
 * A sentence whose names are known, word by word.
 */
typedef struct
{
  const char     *text;
  GArray         *words;
  const char    **lower;
  guint          *cues;
  guint32        *mention_at;
  PlxMentionSpan *mentions;
  guint           n_mentions;
  guint32        *firsts;
  guint32        *lasts;
  char           *plain;
  GStringChunk   *chunk;
} PlxPhrase;

PlxPhrase *plx_phrase_new         (const char     *text,
                                   gsize           start,
                                   gsize           end,
                                   PlxMentionSpan *mentions,
                                   guint           n_mentions);
void       plx_phrase_free        (PlxPhrase      *self);

gboolean   plx_phrase_is          (PlxPhrase          *self,
                                   gint                at,
                                   const char         *word);
gboolean   plx_phrase_is_one_of   (PlxPhrase          *self,
                                   gint                at,
                                   const char * const *words);
gboolean   plx_phrase_has         (PlxPhrase          *self,
                                   gint                at,
                                   guint               cues);
guint32    plx_phrase_get_mention (PlxPhrase          *self,
                                   gint                at);
gboolean   plx_phrase_is_capital  (PlxPhrase          *self,
                                   gint                at);
gboolean   plx_phrase_is_holder   (PlxPhrase          *self,
                                   gint                at);
gboolean   plx_phrase_is_joined   (PlxPhrase          *self,
                                   guint               mention);
gboolean   plx_phrase_is_plain    (PlxPhrase          *self,
                                   gint                at);
gboolean   plx_phrase_tells_country (PlxPhrase        *self,
                                     guint             mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPhrase, plx_phrase_free)

G_END_DECLS
