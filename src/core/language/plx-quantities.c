/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quantities"

#include "config.h"

#include "language/plx-quantities.h"

#include "language/plx-numbers.h"
#include "language/plx-quantity-words.h"
#include "language/plx-times.h"

/* How far from two numbers a word that tells of a contest may stand. */
#define CONTEST_BEFORE 5
#define CONTEST_AFTER 2

#define MAX_AGE 120

#define EN_DASH 0x2013
#define MINUS 0x2212

typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *times;
  guint             time;  /* the first time that does not end before the place looked at */
  GArray           *found;
  guint             taken; /* the lexeme after what was found last */
} Search;

/* A number while it is read, in lexemes. */
typedef struct
{
  PlxQuantity  quantity;
  guint        first;  /* with what stands before */
  guint        number; /* the number alone */
  guint        next;   /* after the number */
} Reading;

static const PlxLexeme *
at (const Search *self,
    guint         i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const Search *self,
          guint         i,
          const char   *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

static gboolean
is_number (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_NUMBER) != 0;
}

static gboolean
is_glued (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_GLUED) != 0;
}

static gboolean
is_in_time (Search *self,
            guint   i)
{
  const PlxLexeme *lexeme = at (self, i);

  while (self->time < self->times->len &&
         g_array_index (self->times, PlxTime, self->time).end <= lexeme->start)
    self->time++;

  return self->time < self->times->len &&
         g_array_index (self->times, PlxTime, self->time).start <= lexeme->start;
}

/* Whether a time begins or goes on at a lexeme further on. */
static gboolean
meets_time (const Search *self,
            guint         i)
{
  const PlxLexeme *lexeme = at (self, i);

  for (guint k = self->time; k < self->times->len; k++)
    {
      const PlxTime *time = &g_array_index (self->times, PlxTime, k);

      if (time->start > lexeme->start)
        return FALSE;
      if (lexeme->start < time->end)
        return TRUE;
    }

  return FALSE;
}

/* Takes what was read, up to the lexeme @last, with what is counted between @counted and @last
 * where @counted is not 0. Returns the lexeme after it. */
static guint
take (Search  *self,
      Reading *reading,
      guint    counted,
      guint    past)
{
  PlxQuantity *quantity = &reading->quantity;

  quantity->start = at (self, reading->first)->start;
  quantity->end = at (self, past - 1)->end;
  quantity->number_start = at (self, reading->number)->start;
  quantity->number_end = at (self, reading->next - 1)->end;
  if (counted > 0)
    {
      quantity->counted_start = at (self, counted)->start;
      quantity->counted_end = quantity->end;
    }
  g_array_append_val (self->found, *quantity);
  self->taken = past;

  return past;
}

static void
read_hedge (Search  *self,
            Reading *reading)
{
  PlxHedge hedge = reading->quantity.hedge;
  guint first = plx_quantity_read_hedge (self->lexemes, reading->first, &hedge);

  if (first < self->taken || first == reading->first)
    return;
  reading->first = first;
  if (reading->quantity.hedge == PLX_HEDGE_EXACT)
    reading->quantity.hedge = hedge;
}

static gboolean
has_contest (Search *self,
             guint   first,
             guint   past)
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
read_score (Search *self,
            guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_SCORE }, i, i, i + 2 };
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

  return take (self, &reading, 0, second + 1);
}

/* "one in five", "four out of ten". */
static guint
read_one_in (Search *self,
             guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_SHARE }, i, i, i };
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
  if (second == 0 || meets_time (self, second))
    return i;
  reading.next = plx_numbers_read (self->lexemes, second, &of);
  if (reading.next == second || n >= of || of > 1e6 ||
      plx_quantity_read_unit (self->lexemes, reading.next, &unit) > reading.next)
    return i;

  reading.quantity.low = reading.quantity.high = n / of;
  read_hedge (self, &reading);
  past = plx_quantity_read_counted (self->lexemes, reading.next, 2, &counted);

  return take (self, &reading, past > reading.next ? counted : 0, past);
}

/* "two-thirds", "about half". */
static guint
read_fraction (Search *self,
               guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_SHARE }, i, i, i };
  double value, n;
  const PlxUnit *unit;
  guint past;

  reading.next = plx_numbers_read_fraction (self->lexemes, i, &value);
  /* "half a million". */
  if (reading.next == i || plx_numbers_read (self->lexemes, i, &n) > reading.next)
    return i;
  reading.quantity.low = reading.quantity.high = value;
  read_hedge (self, &reading);

  if (reading.next == i + 1)
    {
      guint unit_at = i + 1 + (has_word (self, i + 1, "a") || has_word (self, i + 1, "an"));

      past = plx_quantity_read_unit (self->lexemes, unit_at, &unit);
      if (past > unit_at && unit->kind == PLX_UNIT_DURATION && unit_at > i + 1)
        {
          reading.quantity.kind = PLX_QUANTITY_DURATION;
          reading.quantity.unit = unit->symbol;
          return take (self, &reading, 0, past);
        }
      if ((at (self, i + 1)->form & PLX_LEXEME_HYPHEN) != 0 ||
          (i > 0 && plx_lexeme_is (at (self, i - 1), PLX_LEX (ORDINAL) | PLX_LEX (DETERMINER)) &&
           reading.first == i) ||
          (reading.first == i && !has_word (self, i + 1, "of the its their his her all those")))
        return i;
    }

  return take (self, &reading, 0, reading.next);
}

/* A word that an ordinal may rank: "third minister", "second-largest city". */
static guint
read_ranked (Search *self,
             guint   i)
{
  guint past = i;

  for (guint n = 0; n < 2; n++, past++)
    {
      const PlxLexeme *lexeme = at (self, past);
      const char *end = self->lexemes->text + lexeme->end;

      /* "was first reported". */
      if (n == 0 && plx_lexemes_has_word (self->lexemes, i - 1, "first") &&
          (plx_lexeme_is (lexeme, PLX_LEX (PAST) | PLX_LEX (SAY)) ||
           (end[-1] == 'd' && end[-2] == 'e')))
        break;
      if ((lexeme->form & PLX_LEXEME_WORD) == 0 ||
          (lexeme->form & (PLX_LEXEME_NUMBER | PLX_LEXEME_CAPITAL)) != 0 ||
          plx_lexeme_is (lexeme, PLX_LEX (FUNCTION) | PLX_LEX (NO_RANK) | PLX_LEX (CARDINAL) |
                                 PLX_LEX (SCALE) | PLX_LEX (ORDINAL) | PLX_LEX (VAGUE)))
        break;
      if (n > 0 && (plx_lexeme_is (lexeme, PLX_LEX (PAST) | PLX_LEX (SAY)) ||
                    (end[-1] == 'd' && end[-2] == 'e') || (end[-1] == 'y' && end[-2] == 'l') ||
                    (end[-1] == 's' && end[-2] != 's') || (end[-1] == 'g' && end[-2] == 'n')))
        break;
    }

  /* "the third time" ranks nothing that others would count. */
  return plx_lexeme_is (at (self, i), PLX_LEX (NO_RANK)) ? i : past;
}

static gboolean
is_superlative (const Search    *self,
                const PlxLexeme *lexeme)
{
  gsize length = lexeme->end - lexeme->start;
  const char *end = self->lexemes->text + lexeme->end;

  return length >= 4 && end[-1] == 't' && end[-2] == 's' &&
         (end[-3] == 'e' || end[-3] == 'o' || end[-3] == 'r' || end[-3] == 'a');
}

static guint
read_rank (Search *self,
           guint   i)
{
  const PlxLexeme *lexeme = at (self, i);
  const PlxLexeme *noun = at (self, i + 1);
  Reading reading = { { .kind = PLX_QUANTITY_RANK }, i, i, i + 1 };
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
      return take (self, &reading, 0, past);
    }

  return take (self, &reading, i + 1, past);
}

static guint
read_vague (Search *self,
            guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_COUNT, .hedge = PLX_HEDGE_VAGUE }, i, i, i };
  PlxQuantity *quantity = &reading.quantity;
  const PlxUnit *unit;
  guint counted, past, from;

  reading.next = plx_numbers_read_vague (self->lexemes, i, &quantity->low, &quantity->high);
  if (reading.next == i || (i > 0 && has_word (self, i - 1, "the") &&
                            !has_word (self, reading.next, "of")))
    return i;
  read_hedge (self, &reading);

  from = reading.next + has_word (self, reading.next, "of");
  past = plx_quantity_read_unit (self->lexemes, from, &unit);
  if (past > from)
    {
      quantity->unit = unit->symbol;
      quantity->kind = unit->kind == PLX_UNIT_MONEY ? PLX_QUANTITY_MONEY :
                       unit->kind == PLX_UNIT_DURATION ? PLX_QUANTITY_DURATION :
                       PLX_QUANTITY_MEASURE;
      return take (self, &reading, 0, past);
    }

  if (from > reading.next && plx_lexeme_is (at (self, from), PLX_LEX (DETERMINER)))
    from++;
  past = plx_quantity_read_counted (self->lexemes, from, 2, &counted);

  return past > from ? take (self, &reading, counted, past)
                     : take (self, &reading, 0, reading.next);
}

/* "in his 40s". */
static guint
read_forties (Search *self,
              guint   i)
{
  const PlxLexeme *lexeme = at (self, i);
  Reading reading = { { .kind = PLX_QUANTITY_AGE, .hedge = PLX_HEDGE_VAGUE }, i, i, i + 1 };
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

  return take (self, &reading, 0, i + 1);
}

/* The end of a range: "10 to 15", "10-15", "between 10 and 15", "$3 to $5 million". */
static void
read_range (Search  *self,
            Reading *reading)
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
  if (meets_time (self, second))
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
skip_code (Search *self,
           guint   i)
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
has_street (Search *self,
            guint   i)
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
is_in_name (Search  *self,
            Reading *reading,
            guint    counted,
            guint    past)
{
  guint i = reading->number;
  const PlxLexeme *before = at (self, i - 1);

  if (i > 0 && reading->first == i)
    {
      if ((at (self, i)->form & PLX_LEXEME_HYPHEN) != 0)
        return TRUE;
      if (plx_lexeme_is (before, PLX_LEX (LABEL)) && before->mark == 0)
        return TRUE;
      if ((before->form & PLX_LEXEME_CAPITAL) != 0 && !meets_time (self, i - 1) &&
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
is_age (Search  *self,
        Reading *reading)
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
         (at (self, i - 2)->form & PLX_LEXEME_CAPITAL) != 0 && !meets_time (self, i - 2) &&
         !is_number (at (self, i - 2));
}

/* "12-year-old", "12 years old". Returns the lexeme after it, or @i. */
static guint
read_old (Search *self,
          guint   i)
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
is_no_number (Search  *self,
              Reading *reading,
              gboolean has_counted,
              gboolean has_unit)
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

static void
set_unit (PlxQuantity   *quantity,
          const PlxUnit *unit)
{
  static const PlxQuantityKind kinds[] = {
    [PLX_UNIT_MEASURE] = PLX_QUANTITY_MEASURE,
    [PLX_UNIT_DURATION] = PLX_QUANTITY_DURATION,
    [PLX_UNIT_MONEY] = PLX_QUANTITY_MONEY,
    [PLX_UNIT_PERCENT] = PLX_QUANTITY_PERCENT,
  };

  quantity->kind = kinds[unit->kind];
  quantity->low *= unit->factor;
  quantity->high *= unit->factor;
  if (unit->symbol[0] != '%')
    quantity->unit = unit->symbol;
}

static gboolean
is_bare_year (Search  *self,
              Reading *reading)
{
  const PlxLexeme *lexeme = at (self, reading->number);

  return is_number (lexeme) && lexeme->end - lexeme->start == 4 && lexeme->value >= 1800 &&
         lexeme->value < 2100 && reading->first == reading->number &&
         reading->next == reading->number + 1;
}

/* "minus 12", "-5". */
static void
read_sign (Search  *self,
           Reading *reading)
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
read_millions (Search  *self,
               Reading *reading,
               gboolean is_money)
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

/* "over three years" tells for how long, and "for over three years" for how long at least. */
static void
leave_over (Search  *self,
            Reading *reading)
{
  if (reading->quantity.kind != PLX_QUANTITY_DURATION || reading->number == 0 ||
      reading->first != reading->number - 1 || !has_word (self, reading->first, "over around") ||
      (reading->first > 0 && has_word (self, reading->first - 1, "for lasted is was took takes of")))
    return;

  reading->first = reading->number;
  reading->quantity.hedge = PLX_HEDGE_EXACT;
}

/* What follows a number, where no currency stands before it. */
static guint
read_rest (Search  *self,
           Reading *reading)
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
      set_unit (quantity, unit);
      leave_over (self, reading);
      old = unit->kind == PLX_UNIT_DURATION ? read_old (self, past) : past;
      if (old > past)
        {
          quantity->kind = PLX_QUANTITY_AGE;
          quantity->unit = NULL;
        }
      return take (self, reading, 0, old);
    }

  past = plx_quantity_read_counted (self->lexemes, after, quantity->low, &counted);
  if (is_in_name (self, reading, counted, past))
    return reading->number;
  if (past > after)
    return is_no_number (self, reading, TRUE, FALSE) ? reading->number
                                                     : take (self, reading, counted, past);
  if (is_no_number (self, reading, FALSE, FALSE) || is_bare_year (self, reading))
    return reading->number;
  if (is_age (self, reading))
    quantity->kind = PLX_QUANTITY_AGE;

  return take (self, reading, 0, after);
}

static guint
read_number (Search *self,
             guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_COUNT }, i, i, i };
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
  read_hedge (self, &reading);

  if (currency == NULL)
    {
      past = read_rest (self, &reading);
      return past == i ? reading.next : past;
    }

  set_unit (quantity, currency);
  past = plx_quantity_read_or_so (self->lexemes, reading.next, &quantity->hedge);

  return take (self, &reading, 0, past);
}

/* "for a decade", "more than an hour": one of a unit, where a word before says that it is
 * measured. */
static guint
read_a_unit (Search *self,
             guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_DURATION, .low = 1, .high = 1 }, i, i, i + 1 };
  const PlxUnit *unit;
  guint past;

  if (i == 0 || !has_word (self, i, "a an") || has_word (self, i + 1, "second"))
    return i;
  past = plx_quantity_read_unit (self->lexemes, i + 1, &unit);
  if (past == i + 1 || unit->kind != PLX_UNIT_DURATION ||
      (at (self, past)->form & PLX_LEXEME_HYPHEN) != 0)
    return i;
  read_hedge (self, &reading);
  if (reading.first == i && !has_word (self, i - 1, "for within after lasted"))
    return i;
  set_unit (&reading.quantity, unit);
  leave_over (self, &reading);
  reading.next = past;

  return take (self, &reading, 0, past);
}

/* "a couple of weeks". */
static guint
read_couple (Search *self,
             guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_COUNT, .hedge = PLX_HEDGE_ABOUT, .low = 2,
                        .high = 2 }, i, i, i + 3 };
  const PlxUnit *unit;
  guint past, counted;

  if (!has_word (self, i, "a") || !has_word (self, i + 1, "couple") ||
      !has_word (self, i + 2, "of"))
    return i;
  past = plx_quantity_read_unit (self->lexemes, i + 3, &unit);
  if (past > i + 3)
    {
      set_unit (&reading.quantity, unit);
      return take (self, &reading, 0, past);
    }
  past = plx_quantity_read_counted (self->lexemes, i + 3, 2, &counted);

  return past > i + 3 ? take (self, &reading, counted, past) : i;
}

/* "magnitude 6.1". */
static guint
read_magnitude (Search *self,
                guint   i)
{
  Reading reading = { { .kind = PLX_QUANTITY_MEASURE, .unit = "magnitude" }, i, i + 1, i + 2 };

  if (!has_word (self, i, "magnitude") || !is_number (at (self, i + 1)) ||
      (at (self, i + 1)->form & PLX_LEXEME_CODE) != 0)
    return i;
  reading.quantity.low = reading.quantity.high = at (self, i + 1)->value;

  return take (self, &reading, 0, i + 2);
}

static guint
read_at (Search *self,
         guint   i)
{
  static guint (* const readers[]) (Search *self, guint i) = {
    read_forties, read_score, skip_code, read_one_in, read_couple, read_fraction, read_number,
    read_vague, read_rank, read_a_unit, read_magnitude,
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
  Search search = { .lexemes = lexemes, .times = times };
  guint64 begins = PLX_LEX (CARDINAL) | PLX_LEX (VAGUE) | PLX_LEX (ORDINAL) | PLX_LEX (FRACTION);

  g_return_val_if_fail (lexemes != NULL, NULL);
  g_return_val_if_fail (times != NULL, NULL);

  search.found = g_array_new (FALSE, FALSE, sizeof (PlxQuantity));
  for (guint i = 0; i < lexemes->items->len;)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);

      if (is_number (lexeme) || plx_lexeme_is (lexeme, begins) ||
          (plx_lexeme_is (lexeme, PLX_LEX (DETERMINER)) && has_word (&search, i, "a an few several"))
          || (lexeme->unit != NULL && lexeme->unit->symbol[0] == 'm'))
        i = is_in_time (&search, i) ? i + 1 : read_at (&search, i);
      else
        i++;
    }

  return search.found;
}
