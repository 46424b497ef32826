/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quantities"

#include "config.h"

#include "language/facts/plx-quantities.h"

#include "language/facts/plx-numbers.h"
#include "language/facts/plx-quantity-search.h"
#include "language/facts/plx-quantity-words.h"
#include "language/facts/plx-times.h"

#define MAX_AGE 120

#define EN_DASH 0x2013
#define MINUS 0x2212

static gboolean
is_in_time (PlxQuantitySearch *self,
            guint              i)
{
  const PlxLexeme *lexeme = at (self, i);

  while (self->time < self->times->len &&
         g_array_index (self->times, PlxTime, self->time).end <= lexeme->start)
    self->time++;

  return self->time < self->times->len &&
         g_array_index (self->times, PlxTime, self->time).start <= lexeme->start;
}

/* The end of a range: "10 to 15", "10-15", "between 10 and 15", "$3 to $5 million". */
static void
read_range (PlxQuantitySearch  *self,
            PlxQuantityReading *reading)
{
  PlxQuantity *quantity = &reading->quantity;
  guint join = reading->next, second = join + 1, after, currency;
  gboolean between = reading->first > 0 && has_word (self, reading->first - 1, "between");
  const PlxLexeme *dash = at (self, join);
  double other, plain, scale;

  if ((dash->form & PLX_LEXEME_HYPHEN) != 0 && is_number (dash))
    second = join;
  else if (!(dash->mark == EN_DASH || dash->mark == '-') &&
           !(between ? has_word (self, join, "and") : has_word (self, join, "to or")))
    return;
  if (!between && reading->first > 0 && has_word (self, reading->first - 1, "from"))
    return;
  if (at (self, second)->mark != 0 && plx_lexicon_get_currency (at (self, second)->mark) != NULL)
    second++;
  if (plx_quantity_meets_time (self, second))
    return;

  after = plx_numbers_read (self->lexemes, second, &other);
  if (after == second)
    return;
  /* "10 to 15 million": the first is meant so too. */
  plain = at (self, second)->value;
  scale = plain > 0 ? other / plain : 1;
  if (scale > 1 && reading->next == reading->number + 1 && quantity->low < plain)
    quantity->low *= scale;
  if (other <= quantity->low)
    return;

  quantity->high = other;
  quantity->hedge = PLX_HEDGE_BETWEEN;
  reading->next = after;
  if (between)
    reading->first--;
  plx_quantity_currency (self->lexemes, second, &currency);
}

/* Whether digits are part of something else: a telephone number, a fraction of a date, a name of
 * letters and digits. Returns the lexeme after them, or @i. */
static guint
skip_code (PlxQuantitySearch *self,
           guint              i)
{
  const PlxLexeme *lexeme = at (self, i);
  const PlxLexeme *next = at (self, i + 1);
  gboolean has_plus = i > 0 && is_glued (lexeme) && at (self, i - 1)->mark == '+';
  gunichar before = i > 0 && is_glued (lexeme) ? at (self, i - 1)->mark : 0;
  guint past = i + 1;

  if (!is_number (lexeme))
    return i;
  if (has_plus || (lexeme->form & PLX_LEXEME_CODE) != 0 || before == '/' || before == '#' ||
      before == '@' || (next->mark == '/' && is_glued (next)) ||
      ((lexeme->form & PLX_LEXEME_HYPHEN) != 0 && is_number (at (self, i - 1))) ||
      ((next->form & PLX_LEXEME_HYPHEN) != 0 && (next->form & PLX_LEXEME_CODE) != 0))
    {
      while (is_number (at (self, past)) || ((at (self, past)->mark == '/' ||
                                              at (self, past)->mark == '-') &&
                                             is_number (at (self, past + 1))))
        past++;
      return past;
    }

  return i;
}

static gboolean
has_street (PlxQuantitySearch *self,
            guint              i)
{
  if ((at (self, i)->form & PLX_LEXEME_CAPITAL) == 0)
    return FALSE;

  for (guint k = i + 1; k < i + 4 && (at (self, k)->form & PLX_LEXEME_CAPITAL) != 0; k++)
    {
      if (plx_lexeme_is (at (self, k), PLX_LEX (STREET)))
        return TRUE;
    }

  return FALSE;
}

/* "Boeing 737", "Article 5", "14 Harbour Street", "F-16": part of a name. */
static gboolean
is_in_name (PlxQuantitySearch  *self,
            PlxQuantityReading *reading,
            guint               counted,
            guint               past)
{
  guint i = reading->number;
  const PlxLexeme *before = at (self, i - 1);

  if (i > 0 && reading->first == i)
    {
      if ((at (self, i)->form & PLX_LEXEME_HYPHEN) != 0)
        return TRUE;
      if (plx_lexeme_is (before, PLX_LEX (LABEL)) && before->mark == 0)
        return TRUE;
      if ((before->form & PLX_LEXEME_CAPITAL) != 0 && !plx_quantity_meets_time (self, i - 1) &&
          !plx_lexeme_is (before, PLX_LEX (FUNCTION)) && is_number (at (self, i)) &&
          (at (self, i)->form & PLX_LEXEME_GROUPED) == 0 && reading->next == i + 1 &&
          !(past > counted && counted > 0 &&
            plx_lexeme_is (at (self, past - 1), PLX_LEX (PLURAL) | PLX_LEX (ROLE))))
        return TRUE;
    }

  return has_street (self, reading->next);
}

/* "aged 12", "Ann Holt, 52, …", "who is 61 and". */
static gboolean
is_age (PlxQuantitySearch  *self,
        PlxQuantityReading *reading)
{
  guint i = reading->first;
  const PlxLexeme *before = at (self, i - 1);
  const PlxLexeme *after = at (self, reading->next);
  double value = reading->quantity.low;

  if (i == 0 || value < 1 || value > MAX_AGE || reading->quantity.unit != NULL)
    return FALSE;
  if (has_word (self, i - 1, "aged age ages") ||
      (i > 2 && has_word (self, i - 1, "and") && has_word (self, i - 3, "aged")))
    return TRUE;
  if (value != (int) value || !is_number (at (self, reading->number)))
    return FALSE;
  if (i > 1 && has_word (self, i - 1, "is was") && has_word (self, i - 2, "who he she") &&
      (after->mark != 0 || plx_lexeme_is (after, PLX_LEX (FUNCTION))))
    return after->mark != '%';

  return before->mark == ',' && i > 1 && (after->mark == ',' || after->mark == '.') &&
         (at (self, i - 2)->form & PLX_LEXEME_CAPITAL) != 0 &&
         !plx_quantity_meets_time (self, i - 2) &&
         !is_number (at (self, i - 2));
}

/* "12-year-old", "12 years old". Returns the lexeme after it, or @i. */
static guint
read_old (PlxQuantitySearch *self,
          guint              i)
{
  if (has_word (self, i, "old olds"))
    return i + 1;
  if (has_word (self, i, "of") && has_word (self, i + 1, "age"))
    return i + 2;

  return i;
}

/* "one" as a number: "one soldier", and neither "no one", "one of", "one another" nor "one
 * day". */
static gboolean
is_no_number (PlxQuantitySearch  *self,
              PlxQuantityReading *reading,
              gboolean            has_counted,
              gboolean            has_unit)
{
  guint i = reading->number;

  if (is_number (at (self, i)) || reading->next > i + 1)
    return FALSE;
  if (at (self, i)->value == 1 && plx_lexeme_is (at (self, i), PLX_LEX (CARDINAL)))
    {
      if (has_unit && reading->first == i && has_word (self, i + 1, "day"))
        return TRUE;
      if (!has_counted && !has_unit)
        return TRUE;
      return (i > 0 && reading->first == i &&
              has_word (self, i - 1, "no any every this that the some each another which only "
                                     "not new old big good same first last")) ||
             has_word (self, i + 1, "thing another side way hand such day time point");
    }

  /* "the two met", "these three". */
  return !has_counted && !has_unit && i > 0 && reading->first == i &&
         has_word (self, i - 1, "the these those all his her its their other");
}

static gboolean
is_bare_year (PlxQuantitySearch  *self,
              PlxQuantityReading *reading)
{
  const PlxLexeme *lexeme = at (self, reading->number);

  return is_number (lexeme) && lexeme->end - lexeme->start == 4 && lexeme->value >= 1800 &&
         lexeme->value < 2100 && reading->first == reading->number &&
         reading->next == reading->number + 1;
}

/* "minus 12", "-5". */
static void
read_sign (PlxQuantitySearch  *self,
           PlxQuantityReading *reading)
{
  guint i = reading->first;
  const PlxLexeme *before = at (self, i - 1);
  gboolean is_sign;

  if (i == 0)
    return;
  is_sign = (before->mark == '-' || before->mark == MINUS || before->mark == EN_DASH) &&
            is_glued (at (self, i)) && !is_glued (before);
  if (!is_sign && !has_word (self, i - 1, "minus"))
    return;

  reading->first--;
  reading->quantity.low = -reading->quantity.low;
  reading->quantity.high = -reading->quantity.high;
}

/* "1.5m": millions of money and of what is counted, or metres. */
static void
read_millions (PlxQuantitySearch  *self,
               PlxQuantityReading *reading,
               gboolean            is_money)
{
  const PlxLexeme *m = at (self, reading->next);
  guint counted;

  if (!is_glued (m) || m->end - m->start != 1 || !has_word (self, reading->next, "m") ||
      (m->form & PLX_LEXEME_HYPHEN) != 0)
    return;
  if (!is_money &&
      plx_quantity_read_counted (self->lexemes, reading->next + 1, 2, &counted) ==
      reading->next + 1)
    return;

  reading->quantity.low *= 1e6;
  reading->quantity.high *= 1e6;
  reading->next++;
}

/* What follows a number, where no currency stands before it. */
static guint
read_rest (PlxQuantitySearch  *self,
           PlxQuantityReading *reading)
{
  PlxQuantity *quantity = &reading->quantity;
  const PlxUnit *unit;
  guint after = plx_quantity_read_or_so (self->lexemes, reading->next, &quantity->hedge);
  guint past = plx_quantity_read_unit (self->lexemes, after, &unit);
  guint counted = after, old;

  /* "three won" and "a second": words that are something else more often. */
  if (past > after && plx_lexeme_is (at (self, after), PLX_LEX (PAST)) && quantity->low < 1000)
    past = after;
  if (past > after)
    {
      if (is_no_number (self, reading, FALSE, TRUE))
        return reading->number;
      plx_quantity_set_unit (quantity, unit);
      plx_quantity_leave_over (self, reading);
      old = unit->kind == PLX_UNIT_DURATION ? read_old (self, past) : past;
      if (old > past)
        {
          quantity->kind = PLX_QUANTITY_AGE;
          quantity->unit = NULL;
        }
      return plx_quantity_take (self, reading, 0, old);
    }

  past = plx_quantity_read_counted (self->lexemes, after, quantity->low, &counted);
  if (is_in_name (self, reading, counted, past))
    return reading->number;
  if (past > after)
    return is_no_number (self, reading, TRUE, FALSE)
           ? reading->number : plx_quantity_take (self, reading, counted, past);
  if (is_no_number (self, reading, FALSE, FALSE) || is_bare_year (self, reading))
    return reading->number;
  if (is_age (self, reading))
    quantity->kind = PLX_QUANTITY_AGE;

  return plx_quantity_take (self, reading, 0, after);
}

static guint
read_number (PlxQuantitySearch *self,
             guint              i)
{
  PlxQuantityReading reading = { { .kind = PLX_QUANTITY_COUNT }, i, i, i };
  PlxQuantity *quantity = &reading.quantity;
  const PlxUnit *currency;
  guint past;

  reading.next = plx_numbers_read (self->lexemes, i, &quantity->low);
  if (reading.next == i)
    return i;
  quantity->high = quantity->low;
  currency = plx_quantity_currency (self->lexemes, i, &reading.first);
  read_millions (self, &reading, currency != NULL);
  read_range (self, &reading);
  read_sign (self, &reading);
  plx_quantity_read_front (self, &reading);

  if (currency == NULL)
    {
      past = read_rest (self, &reading);
      return past == i ? reading.next : past;
    }

  plx_quantity_set_unit (quantity, currency);
  past = plx_quantity_read_or_so (self->lexemes, reading.next, &quantity->hedge);

  return plx_quantity_take (self, &reading, 0, past);
}

static guint
read_at (PlxQuantitySearch *self,
         guint              i)
{
  static guint (* const readers[]) (PlxQuantitySearch *self, guint i) = {
    skip_code, plx_quantity_read_before_number, read_number, plx_quantity_read_without_number,
  };

  for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
    {
      guint next = readers[k] (self, i);

      if (next > i)
        return next;
    }

  return i + 1;
}

/**
 * plx_quantities_find:
 * @lexemes: a stretch of text
 * @times: (element-type PlxTime): the times in it, whose numbers are no quantities
 *
 * Finds numbers with what they count, their unit and how sure they are told. Numbers of
 * houses, telephones, flights and articles of a law are none.
 *
 * Returns: (transfer full) (element-type PlxQuantity): the quantities in order
 */
GArray *
plx_quantities_find (const PlxLexemes *lexemes,
                     GArray           *times)
{
  PlxQuantitySearch search = { .lexemes = lexemes, .times = times };
  guint64 begins = PLX_LEX (CARDINAL) | PLX_LEX (VAGUE) | PLX_LEX (ORDINAL) | PLX_LEX (FRACTION);

  g_return_val_if_fail (lexemes != NULL, NULL);
  g_return_val_if_fail (times != NULL, NULL);

  search.found = g_array_new (FALSE, FALSE, sizeof (PlxQuantity));
  for (guint i = 0; i < lexemes->items->len;)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);

      if (is_number (lexeme) || plx_lexeme_is (lexeme, begins) ||
          (plx_lexeme_is (lexeme, PLX_LEX (DETERMINER)) &&
           has_word (&search, i, "a an few several")) ||
          (lexeme->unit != NULL && lexeme->unit->symbol[0] == 'm'))
        i = is_in_time (&search, i) ? i + 1 : read_at (&search, i);
      else
        i++;
    }

  return search.found;
}
