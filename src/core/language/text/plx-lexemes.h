/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexicon.h"

G_BEGIN_DECLS

/**
 * PlxLexemeForm:
 * @PLX_LEXEME_WORD: it is a word or a number and no mark
 * @PLX_LEXEME_NUMBER: it is digits; the value is their number
 * @PLX_LEXEME_CAPITAL: it begins with a capital letter
 * @PLX_LEXEME_GLUED: nothing stands between it and the one before
 * @PLX_LEXEME_HYPHEN: a hyphen stands between it and the one before
 * @PLX_LEXEME_ORDINAL: digits with an ending: "20th"
 * @PLX_LEXEME_DECADE: digits with a plural: "1990s"
 * @PLX_LEXEME_CODE: digits that are no number of something: "007", "12.10.2023", "10:30"
 * @PLX_LEXEME_GROUPED: digits with commas between the thousands
 * @PLX_LEXEME_PARAGRAPH: a paragraph begins with it
 *
 * How a lexeme is written.
 */
typedef enum
{
  PLX_LEXEME_WORD = 1 << 0,
  PLX_LEXEME_NUMBER = 1 << 1,
  PLX_LEXEME_CAPITAL = 1 << 2,
  PLX_LEXEME_GLUED = 1 << 3,
  PLX_LEXEME_HYPHEN = 1 << 4,
  PLX_LEXEME_ORDINAL = 1 << 5,
  PLX_LEXEME_DECADE = 1 << 6,
  PLX_LEXEME_CODE = 1 << 7,
  PLX_LEXEME_GROUPED = 1 << 8,
  PLX_LEXEME_PARAGRAPH = 1 << 9,
} PlxLexemeForm;

/**
 * PlxLexeme:
 * @start: first byte in the text
 * @end: the byte after the last
 * @sentence: the sentence in which it stands, counted from 0
 * @form: bits of [flags@LexemeForm]
 * @hash: of the word in small letters, or 0
 * @mark: the character, where it is a mark; else 0
 * @uses: bits of [enum@LexUse]
 * @value: its number, where it has one
 * @unit: (nullable): what it measures
 *
 * A part of a word, a number or a mark: "12-year-old" is three lexemes, "5km" two.
 */
typedef struct
{
  guint32        start;
  guint32        end;
  guint32        sentence;
  guint16        form;
  guint32        hash;
  gunichar       mark;
  guint64        uses;
  double         value;
  const PlxUnit *unit;
} PlxLexeme;

/**
 * PlxLexemes:
 * @text: (unowned): UTF-8, which has to outlive the lexemes
 * @items: (element-type PlxLexeme): what stands in a stretch of it, in order
 *
 * A stretch of text, ready for numbers, times, quotations and attributions to be found in it.
 */
typedef struct
{
  const char *text;
  GArray     *items;
} PlxLexemes;

PlxLexemes *plx_lexemes_new  (const char *text,
                              gsize       start,
                              gsize       end);
void        plx_lexemes_free (PlxLexemes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLexemes, plx_lexemes_free)

/* What stands outside has no uses, no form and no mark. */
static inline const PlxLexeme *
plx_lexemes_at (const PlxLexemes *self,
                guint             i)
{
  static const PlxLexeme nothing = { 0 };

  return i < self->items->len ? &g_array_index (self->items, PlxLexeme, i) : &nothing;
}

static inline gboolean
plx_lexeme_is (const PlxLexeme *self,
               guint64          uses)
{
  return (self->uses & uses) != 0;
}

gboolean plx_lexemes_has_word (const PlxLexemes *self,
                               guint             i,
                               const char       *words);
gboolean plx_lexemes_is_word  (const PlxLexemes *self,
                               guint             i,
                               const char       *word,
                               gsize             length);

G_END_DECLS
