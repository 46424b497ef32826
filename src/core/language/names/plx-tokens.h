/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-gazetteer.h"
#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxCase:
 * @PLX_CASE_SENTENCE: capitals tell names
 * @PLX_CASE_TITLE: nearly every word has a capital, as in headlines
 * @PLX_CASE_CAPITALS: nearly every letter is a capital
 *
 * How much capitals tell in a sentence.
 */
typedef enum
{
  PLX_CASE_SENTENCE,
  PLX_CASE_TITLE,
  PLX_CASE_CAPITALS,
} PlxCase;

/**
 * PlxToken:
 * @start: first byte in the text
 * @end: the byte after the last
 * @lower: the word in small letters, with plain apostrophes and without its stop
 * @held: (nullable): what is freed with the token
 * @cues: bits of [flags@Cue]
 * @use: how the word is used, where it is written with a capital
 * @is_known: whether @use comes from the table; otherwise it is a guess from the form
 * @is_word: whether it is a word
 * @is_capital: whether it is written as a name would be
 * @is_acronym: whether it is all capitals where others are not
 * @is_mixed: whether it is an acronym with small letters in it
 * @is_letter: whether it is a single letter
 * @is_number: whether it begins with a digit
 * @is_first: whether a capital says nothing here, as at the beginning of a sentence
 * @known_end: where the longest name that our tables know from here ends, or 0
 * @known_tokens: of how many tokens it is
 * @kind: what that name names
 * @form: in which way
 * @country: (nullable): static code of its country
 * @is_ambiguous: whether it may well mean something else
 *
 * A word or a mark of a sentence, with what our tables know of it.
 */
typedef struct
{
  guint32     start;
  guint32     end;
  char       *lower;
  char       *held;
  guint       cues;
  PlxWordUse  use;
  gboolean    is_known;
  gboolean    is_word;
  gboolean    is_capital;
  gboolean    is_acronym;
  gboolean    is_mixed;
  gboolean    is_letter;
  gboolean    is_number;
  gboolean    is_first;
  guint32     known_end;
  guint       known_tokens;
  PlxKind     kind;
  PlxForm     form;
  const char *country;
  gboolean    is_ambiguous;
} PlxToken;

GArray *plx_tokens_read (const char *text,
                         gsize       start,
                         gsize       end,
                         PlxCase    *letter_case);

G_END_DECLS
