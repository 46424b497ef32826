/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quantity-forms"

#include "config.h"

#include "language/facts/plx-quantity-search.h"

#include <string.h>

#include "language/facts/plx-numbers.h"
#include "language/facts/plx-quantity-words.h"

/* How far from two numbers a word that tells of a contest may stand. */
#define CONTEST_BEFORE 5
#define CONTEST_AFTER 2

#define EN_DASH 0x2013

static gboolean
has_contest (PlxQuantitySearch *self,
             guint              first,
             guint              past)
{
  for (guint i = first > CONTEST_BEFORE ? first - CONTEST_BEFORE : 0; i < first; i++)
    {
      if (plx_lexeme_is (at (self, i), PLX_LEX (CONTEST)) &&
          at (self, i)->sentence == at (self, first)->sentence)
        return TRUE;
    }

  for (guint i = past; i < past + CONTEST_AFTER; i++)
    {
      if (plx_lexeme_is (at (self, i), PLX_LEX (CONTEST)))
        return TRUE;
    }

  return FALSE;
}

/* "3-1": two numbers and a dash, where nothing is counted or a contest is told of. */
static guint
read_score (PlxQuantitySearch *self,
            guint              i)
{
  PlxQuantityReading reading = { { .kind = PLX_QUANTITY_SCORE }, i, i, i + 2 };
  guint second = i + 1, counted;
  const PlxUnit *unit;

  if (!is_number (at (self, i)) || at (self, i)->value > 200)
    return i;
  if (at (self, second)->mark == EN_DASH && is_glued (at (self, second)))
    second++;
  else if ((at (self, second)->form & PLX_LEXEME_HYPHEN) == 0)
    return i;
  if (!is_number (at (self, second)) || !is_glued (at (self, second)) ||
      (at (self, second)->form & PLX_LEXEME_CODE) != 0 || at (self, second)->value > 200 ||
      (at (self, second + 1)->form & PLX_LEXEME_HYPHEN) != 0)
    return i;

  if (!has_contest (self, i, second + 1) &&
      (at (self, i)->value < at (self, second)->value ||
       plx_quantity_read_unit (self->lexemes, second + 1, &unit) > second + 1 ||
       plx_quantity_read_counted (self->lexemes, second + 1, 2, &counted) > second + 1))
    return i;

  reading.quantity.low = at (self, i)->value;
  reading.quantity.high = at (self, second)->value;
  reading.next = second + 1;

  return plx_quantity_take (self, &reading, 0, second + 1);
}

/* "one in five", "four out of ten". */
static guint
read_one_in (PlxQuantitySearch *self,
             guint              i)
{
  PlxQuantityReading reading = { { .kind = PLX_QUANTITY_SHARE }, i, i, i };
  double of, n;
  guint next = plx_numbers_read (self->lexemes, i, &n);
  const PlxUnit *unit;
  guint second, counted, past;

  if (next == i)
    return i;
  second = has_word (self, next, "in") ? next + 1 :
           has_word (self, next, "out") && has_word (self, next + 1, "of") ? next + 2 : 0;
  if (has_word (self, second, "every"))
    second++;
  if (second == 0 || plx_quantity_meets_time (self, second))
    return i;
  reading.next = plx_numbers_read (self->lexemes, second, &of);
  if (reading.next == second || n >= of || of > 1e6 ||
      plx_quantity_read_unit (self->lexemes, reading.next, &unit) > reading.next)
    return i;

  reading.quantity.low = reading.quantity.high = n / of;
  plx_quantity_read_front (self, &reading);
  past = plx_quantity_read_counted (self->lexemes, reading.next, 2, &counted);

  return plx_quantity_take (self, &reading, past > reading.next ? counted : 0, past);
}

/* "two-thirds", "about half". */
static guint
read_fraction (PlxQuantitySearch *self,
               guint              i)
{
  PlxQuantityReading reading = { { .kind = PLX_QUANTITY_SHARE }, i, i, i };
  double value, n;
  const PlxUnit *unit;
  guint past;

  reading.next = plx_numbers_read_fraction (self->lexemes, i, &value);
  /* "half a million". */
  if (reading.next == i || plx_numbers_read (self->lexemes, i, &n) > reading.next)
    return i;
  reading.quantity.low = reading.quantity.high = value;
  plx_quantity_read_front (self, &reading);

  if (reading.next == i + 1)
    {
      guint unit_at = i + 1 + (has_word (self, i + 1, "a") || has_word (self, i + 1, "an"));

      past = plx_quantity_read_unit (self->lexemes, unit_at, &unit);
      if (past > unit_at && unit->kind == PLX_UNIT_DURATION && unit_at > i + 1)
        {
          reading.quantity.kind = PLX_QUANTITY_DURATION;
          reading.quantity.unit = unit->symbol;
          return plx_quantity_take (self, &reading, 0, past);
        }
      if ((at (self, i + 1)->form & PLX_LEXEME_HYPHEN) != 0 ||
          (i > 0 && plx_lexeme_is (at (self, i - 1), PLX_LEX (ORDINAL) | PLX_LEX (DETERMINER)) &&
           reading.first == i) ||
          (reading.first == i && !has_word (self, i + 1, "of the its their his her all those")))
        return i;
    }

  return plx_quantity_take (self, &reading, 0, reading.next);
}

static gboolean
ends_in (PlxQuantitySearch *self,
         const PlxLexeme   *lexeme,
         const char        *ending)
{
  const gsize length = strlen (ending);

  return lexeme->end >= lexeme->start + length &&
         memcmp (self->lexemes->text + lexeme->end - length, ending, length) == 0;
}

/* A word that an ordinal may rank: "third minister", "second-largest city". */
static guint
read_ranked (PlxQuantitySearch *self,
             guint              i)
{
  guint past = i;

  for (guint n = 0; n < 2; n++, past++)
    {
      const PlxLexeme *lexeme = at (self, past);

      /* "was first reported". */
      if (n == 0 && plx_lexemes_has_word (self->lexemes, i - 1, "first") &&
          (plx_lexeme_is (lexeme, PLX_LEX (PAST) | PLX_LEX (SAY)) ||
           ends_in (self, lexeme, "ed")))
        break;
      if ((lexeme->form & PLX_LEXEME_WORD) == 0 ||
          (lexeme->form & (PLX_LEXEME_NUMBER | PLX_LEXEME_CAPITAL)) != 0 ||
          plx_lexeme_is (lexeme, PLX_LEX (FUNCTION) | PLX_LEX (NO_RANK) | PLX_LEX (CARDINAL) |
                                 PLX_LEX (SCALE) | PLX_LEX (ORDINAL) | PLX_LEX (VAGUE)))
        break;
      if (n > 0 && (plx_lexeme_is (lexeme, PLX_LEX (PAST) | PLX_LEX (SAY)) ||
                    ends_in (self, lexeme, "ed") || ends_in (self, lexeme, "ly") ||
                    (ends_in (self, lexeme, "s") && !ends_in (self, lexeme, "ss")) ||
                    ends_in (self, lexeme, "ng")))
        break;
    }

  /* "the third time" ranks nothing that others would count. */
  return plx_lexeme_is (at (self, i), PLX_LEX (NO_RANK)) ? i : past;
}

static gboolean
is_superlative (const PlxQuantitySearch *self,
                const PlxLexeme         *lexeme)
{
  gsize length = lexeme->end - lexeme->start;
  const char *end = self->lexemes->text + lexeme->end;

  return length >= 4 && end[-1] == 't' && end[-2] == 's' &&
         (end[-3] == 'e' || end[-3] == 'o' || end[-3] == 'r' || end[-3] == 'a');
}

static guint
read_rank (PlxQuantitySearch *self,
           guint              i)
{
  const PlxLexeme *lexeme = at (self, i);
  const PlxLexeme *noun = at (self, i + 1);
  PlxQuantityReading reading = { { .kind = PLX_QUANTITY_RANK }, i, i, i + 1 };
  guint past;

  if (!plx_lexeme_is (lexeme, PLX_LEX (ORDINAL)) && (lexeme->form & PLX_LEXEME_ORDINAL) == 0)
    return i;
  if ((lexeme->form & PLX_LEXEME_HYPHEN) != 0 ||
      (i > 0 && (lexeme->form & PLX_LEXEME_CAPITAL) != 0 &&
       at (self, i - 1)->sentence == lexeme->sentence && at (self, i - 1)->mark == 0) ||
      (i > 0 && has_word (self, i - 1, "at per a every and from")))
    return i;
  if ((noun->form & PLX_LEXEME_HYPHEN) != 0 && !is_superlative (self, noun))
    return i;

  reading.quantity.low = reading.quantity.high = lexeme->value;
  past = read_ranked (self, i + 1);
  if (past == i + 1)
    {
      if (i == 0 || !has_word (self, i - 1, "finished came ranked placed finish comes finishes "
                                            "ranks coming"))
        return i;
      return plx_quantity_take (self, &reading, 0, past);
    }

  return plx_quantity_take (self, &reading, i + 1, past);
}

static guint
read_vague (PlxQuantitySearch *self,
            guint              i)
{
  PlxQuantityReading reading = {
    { .kind = PLX_QUANTITY_COUNT, .hedge = PLX_HEDGE_VAGUE }, i, i, i,
  };
  PlxQuantity *quantity = &reading.quantity;
  const PlxUnit *unit;
  guint counted, past, from;

  reading.next = plx_numbers_read_vague (self->lexemes, i, &quantity->low, &quantity->high);
  if (reading.next == i || (i > 0 && has_word (self, i - 1, "the") &&
                            !has_word (self, reading.next, "of")))
    return i;
  plx_quantity_read_front (self, &reading);

  from = reading.next + has_word (self, reading.next, "of");
  past = plx_quantity_read_unit (self->lexemes, from, &unit);
  if (past > from)
    {
      quantity->unit = unit->symbol;
      quantity->kind = unit->kind == PLX_UNIT_MONEY ? PLX_QUANTITY_MONEY :
                       unit->kind == PLX_UNIT_DURATION ? PLX_QUANTITY_DURATION :
                       PLX_QUANTITY_MEASURE;
      return plx_quantity_take (self, &reading, 0, past);
    }

  if (from > reading.next && plx_lexeme_is (at (self, from), PLX_LEX (DETERMINER)))
    from++;
  past = plx_quantity_read_counted (self->lexemes, from, 2, &counted);

  return past > from ? plx_quantity_take (self, &reading, counted, past)
                     : plx_quantity_take (self, &reading, 0, reading.next);
}

/* "in his 40s". */
static guint
read_forties (PlxQuantitySearch *self,
              guint              i)
{
  const PlxLexeme *lexeme = at (self, i);
  PlxQuantityReading reading = {
    { .kind = PLX_QUANTITY_AGE, .hedge = PLX_HEDGE_VAGUE }, i, i, i + 1,
  };
  guint whose = i;

  if ((lexeme->form & PLX_LEXEME_DECADE) == 0 || lexeme->value >= 100 || i < 2)
    return i;
  if (has_word (self, i - 1, "early late mid"))
    whose--;
  if (whose < 2 || !has_word (self, whose - 1, "his her their my") ||
      !has_word (self, whose - 2, "in"))
    return i;

  reading.first = whose - 2;
  reading.quantity.low = lexeme->value;
  reading.quantity.high = lexeme->value + 9;

  return plx_quantity_take (self, &reading, 0, i + 1);
}

/* "for a decade", "more than an hour": one of a unit, where a word before says that it is
 * measured. */
static guint
read_a_unit (PlxQuantitySearch *self,
             guint              i)
{
  PlxQuantityReading reading = {
    { .kind = PLX_QUANTITY_DURATION, .low = 1, .high = 1 }, i, i, i + 1,
  };
  const PlxUnit *unit;
  guint past;

  if (i == 0 || !has_word (self, i, "a an") || has_word (self, i + 1, "second"))
    return i;
  past = plx_quantity_read_unit (self->lexemes, i + 1, &unit);
  if (past == i + 1 || unit->kind != PLX_UNIT_DURATION ||
      (at (self, past)->form & PLX_LEXEME_HYPHEN) != 0)
    return i;
  plx_quantity_read_front (self, &reading);
  if (reading.first == i && !has_word (self, i - 1, "for within after lasted"))
    return i;
  plx_quantity_set_unit (&reading.quantity, unit);
  plx_quantity_leave_over (self, &reading);
  reading.next = past;

  return plx_quantity_take (self, &reading, 0, past);
}

/* "a couple of weeks". */
static guint
read_couple (PlxQuantitySearch *self,
             guint              i)
{
  PlxQuantityReading reading = {
    { .kind = PLX_QUANTITY_COUNT, .hedge = PLX_HEDGE_ABOUT, .low = 2, .high = 2 }, i, i, i + 3,
  };
  const PlxUnit *unit;
  guint past, counted;

  if (!has_word (self, i, "a") || !has_word (self, i + 1, "couple") ||
      !has_word (self, i + 2, "of"))
    return i;
  past = plx_quantity_read_unit (self->lexemes, i + 3, &unit);
  if (past > i + 3)
    {
      plx_quantity_set_unit (&reading.quantity, unit);
      return plx_quantity_take (self, &reading, 0, past);
    }
  past = plx_quantity_read_counted (self->lexemes, i + 3, 2, &counted);

  return past > i + 3 ? plx_quantity_take (self, &reading, counted, past) : i;
}

/* "magnitude 6.1". */
static guint
read_magnitude (PlxQuantitySearch *self,
                guint              i)
{
  PlxQuantityReading reading = {
    { .kind = PLX_QUANTITY_MEASURE, .unit = "magnitude" }, i, i + 1, i + 2,
  };

  if (!has_word (self, i, "magnitude") || !is_number (at (self, i + 1)) ||
      (at (self, i + 1)->form & PLX_LEXEME_CODE) != 0)
    return i;
  reading.quantity.low = reading.quantity.high = at (self, i + 1)->value;

  return plx_quantity_take (self, &reading, 0, i + 2);
}

static guint
read_first (PlxQuantitySearch *self,
            guint              i,
            guint          (* const *readers) (PlxQuantitySearch *self, guint i),
            guint              n)
{
  for (guint k = 0; k < n; k++)
    {
      guint next = readers[k] (self, i);

      if (next > i)
        return next;
    }

  return i;
}

/**
 * plx_quantity_read_before_number:
 * @self: the search
 * @i: where to look
 *
 * Reads what begins like a number and is more than one: "3-1", "one in five", "two-thirds".
 *
 * Returns: the lexeme after it, or @i
 */
guint
plx_quantity_read_before_number (PlxQuantitySearch *self,
                                 guint              i)
{
  static guint (* const readers[]) (PlxQuantitySearch *self, guint i) = {
    read_forties, read_score, read_one_in, read_couple, read_fraction,
  };

  return read_first (self, i, readers, G_N_ELEMENTS (readers));
}

/**
 * plx_quantity_read_without_number:
 * @self: the search
 * @i: where to look
 *
 * Reads what is no plain number: "hundreds", "the third", "for a decade", "magnitude 6".
 *
 * Returns: the lexeme after it, or @i
 */
guint
plx_quantity_read_without_number (PlxQuantitySearch *self,
                                  guint              i)
{
  static guint (* const readers[]) (PlxQuantitySearch *self, guint i) = {
    read_vague, read_rank, read_a_unit, read_magnitude,
  };

  return read_first (self, i, readers, G_N_ELEMENTS (readers));
}
