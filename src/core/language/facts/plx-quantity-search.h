/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/facts/plx-quantities.h"

G_BEGIN_DECLS

/**
 * PlxQuantitySearch:
 * @lexemes: the text
 * @times: (element-type PlxTime): the times in it
 * @time: the first time that does not end before the place looked at
 * @found: (element-type PlxQuantity): what was found
 * @taken: the lexeme after what was found last
 */
typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *times;
  guint             time;
  GArray           *found;
  guint             taken;
} PlxQuantitySearch;

/**
 * PlxQuantityReading:
 * @quantity: what is known of it so far
 * @first: its first lexeme, with what stands before the number
 * @number: the first lexeme of the number alone
 * @next: the lexeme after the number
 *
 * A quantity while it is read.
 */
typedef struct
{
  PlxQuantity quantity;
  guint       first;
  guint       number;
  guint       next;
} PlxQuantityReading;

/* What both files of the search ask of a lexeme all the time, by short names. */

static inline const PlxLexeme *
at (PlxQuantitySearch *self,
    guint              i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static inline gboolean
has_word (PlxQuantitySearch *self,
          guint              i,
          const char        *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

static inline gboolean
is_number (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_NUMBER) != 0;
}

static inline gboolean
is_glued (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_GLUED) != 0;
}

guint    plx_quantity_take       (PlxQuantitySearch  *self,
                                  PlxQuantityReading *reading,
                                  guint               counted,
                                  guint               past);
void     plx_quantity_read_front (PlxQuantitySearch  *self,
                                  PlxQuantityReading *reading);
gboolean plx_quantity_meets_time (PlxQuantitySearch  *self,
                                  guint               i);
void     plx_quantity_set_unit   (PlxQuantity        *quantity,
                                  const PlxUnit      *unit);
void     plx_quantity_leave_over (PlxQuantitySearch  *self,
                                  PlxQuantityReading *reading);

guint    plx_quantity_read_before_number (PlxQuantitySearch *self,
                                          guint              i);
guint    plx_quantity_read_without_number (PlxQuantitySearch *self,
                                           guint              i);

G_END_DECLS
