/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-comparing.h"
#include "comparing/plx-word-ids.h"
#include "language/text/plx-words.h"

G_BEGIN_DECLS

/**
 * PlxWordRole:
 * @PLX_WORD_MARK: a comma, a quote, …
 * @PLX_WORD_SMALL: a word that every sentence has
 * @PLX_WORD_TELLING: a word that tells something
 */
typedef enum
{
  PLX_WORD_MARK,
  PLX_WORD_SMALL,
  PLX_WORD_TELLING,
} PlxWordRole;

/**
 * PlxWordUnit:
 * @first: its first word, by its place in the sentence
 * @core: the word after those that it stands or falls by
 * @end: the word after its last
 * @is_quantity: whether it is a number of something, and what is counted stands from @core on
 *
 * A name, a number or a time: words that are marked together or not at all.
 */
typedef struct
{
  guint32  first;
  guint32  core;
  guint32  end;
  gboolean is_quantity;
} PlxWordUnit;

/**
 * PlxWordSide:
 * @text: the sentence
 * @words: (element-type PlxWord): its words and marks; bytes are counted from its start
 * @ids: (element-type guint32): which word each is
 * @roles: what each is
 * @partners: by word, its place in the other sentence, or `PLX_NONE`
 * @units: (element-type PlxWordUnit): what is to be kept whole
 */
typedef struct
{
  const PlxWordText *text;
  GArray            *words;
  GArray            *ids;
  PlxWordRole       *roles;
  guint32           *partners;
  GArray            *units;
} PlxWordSide;

/**
 * PlxWordMatch:
 * @ids: the words of both
 * @sides: the sentences, in an order that is told by themselves, so that the result is the same
 *   whichever way around they came
 * @a: which of @sides came first
 *
 * Two sentences, and which word of one is which of the other.
 */
typedef struct
{
  PlxWordIds  *ids;
  PlxWordSide  sides[2];
  guint        a;
} PlxWordMatch;

PlxWordMatch *plx_word_match_new  (const PlxWordText *a,
                                   const PlxWordText *b);
void          plx_word_match_free (PlxWordMatch      *self);
void          plx_word_match_part (PlxWordMatch      *self,
                                   guint              side,
                                   guint32            word);

void          plx_word_match_find_units (PlxWordMatch *self);
void          plx_word_match_keep_whole (PlxWordMatch *self);
void          plx_word_match_slide      (PlxWordMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWordMatch, plx_word_match_free)

G_END_DECLS
