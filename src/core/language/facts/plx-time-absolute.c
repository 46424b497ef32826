/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-time-absolute"

#include "config.h"

#include "language/facts/plx-time-points.h"

#include <stdlib.h>

#define EN_DASH 0x2013

/* Which years are told without a word that says that they are years. */
#define FIRST_BARE_YEAR 1900
#define LAST_YEAR 2099
#define FIRST_YEAR 1000

/* What a year stands behind. */
#define BEFORE_YEAR "in since until till by of before after from between during circa around " \
                    "early late mid to through and for"

static const PlxLexeme *
at (const PlxTimeSearch *self,
    guint                i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const PlxTimeSearch *self,
          guint                i,
          const char          *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

/**
 * plx_day_new:
 * @year: a year
 * @month: a month, from 1
 * @day: a day, from 1
 *
 * Returns: the day, or 0 where the calendar has none such
 */
PlxDay
plx_day_new (int   year,
             guint month,
             guint day)
{
  GDate date;

  if (year < 1 || year > G_MAXUINT16 || !g_date_valid_dmy (day, month, year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * plx_day_get_last:
 * @year: a year
 * @month: a month, from 1
 *
 * Returns: the last day of the month
 */
PlxDay
plx_day_get_last (int   year,
                  guint month)
{
  return year < 1 || year > G_MAXUINT16 || month < 1 || month > 12
         ? 0 : plx_day_new (year, month, g_date_get_days_in_month (month, year));
}

/**
 * plx_day_split:
 * @day: a day
 * @year: (out): its year
 * @month: (out): its month
 * @of_month: (out): its day of the month
 *
 * Tells where a day stands on the calendar.
 */
void
plx_day_split (PlxDay  day,
               int    *year,
               guint  *month,
               guint  *of_month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (day, 1));
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *of_month = g_date_get_day (&date);
}

static gboolean
is_plain_number (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_NUMBER) != 0 &&
         (lexeme->form & (PLX_LEXEME_DECADE | PLX_LEXEME_GROUPED)) == 0 &&
         lexeme->value <= LAST_YEAR && lexeme->value == (int) lexeme->value;
}

/**
 * plx_time_year_at:
 * @self: the search
 * @i: where to look
 *
 * Returns: the year in four digits that stands there, or 0
 */
guint
plx_time_year_at (const PlxTimeSearch *self,
                  guint                i)
{
  const PlxLexeme *lexeme = at (self, i);

  if (!is_plain_number (lexeme) || lexeme->end - lexeme->start != 4 ||
      (lexeme->form & (PLX_LEXEME_CODE | PLX_LEXEME_ORDINAL)) != 0 ||
      lexeme->value < FIRST_YEAR || lexeme->value > LAST_YEAR)
    return 0;

  return lexeme->value;
}

static guint
day_at (const PlxTimeSearch *self,
        guint                i)
{
  const PlxLexeme *lexeme = at (self, i);

  if (plx_lexeme_is (lexeme, PLX_LEX (ORDINAL)) && lexeme->value <= 19)
    return lexeme->value;
  if (!is_plain_number (lexeme) || lexeme->value < 1 || lexeme->value > 31 ||
      lexeme->end - lexeme->start > 4)
    return 0;

  return lexeme->value;
}

static guint
month_at (const PlxTimeSearch *self,
          guint                i)
{
  const PlxLexeme *lexeme = at (self, i);

  return plx_lexeme_is (lexeme, PLX_LEX (MONTH)) && (lexeme->form & PLX_LEXEME_CAPITAL) != 0
         ? lexeme->value : 0;
}

/* The year of a month or a day whose year is not told: the next where the verb looks ahead, the
 * last where it looks back, else the nearest. */
static int
guess_year (const PlxTimeSearch *self,
            PlxTimePoint        *point,
            guint                month,
            guint                day)
{
  int tense = plx_time_get_tense (self, point->first, point->past);
  int year;
  guint own_month, own_day;
  int distance;

  plx_day_split (self->day, &year, &own_month, &own_day);
  distance = (int) month - (int) own_month;
  if (tense < 0)
    return distance > 0 || (distance == 0 && day > own_day) ? year - 1 : year;
  if (tense > 0)
    return distance < 0 || (distance == 0 && day != 0 && day < own_day) ? year + 1 : year;
  if (distance > 6)
    return year - 1;

  return distance < -6 ? year + 1 : year;
}

/* What stands behind a month for its year: "2014", ", 2014", "last year", "of this year". */
static int
read_year_after (const PlxTimeSearch *self,
                 PlxTimePoint        *point)
{
  guint i = point->past;
  int year;
  guint month, day;

  if (at (self, i)->mark == ',')
    i++;
  if (plx_time_year_at (self, i) != 0 && (at (self, i)->form & PLX_LEXEME_HYPHEN) == 0)
    {
      point->past = i + 1;
      return plx_time_year_at (self, i);
    }

  i = point->past + has_word (self, point->past, "of");
  if (!has_word (self, i + 1, "year") || !has_word (self, i, "last this next") || self->day == 0)
    return 0;
  plx_day_split (self->day, &year, &month, &day);
  point->past = i + 2;
  point->is_relative = TRUE;

  return has_word (self, i, "last") ? year - 1 : has_word (self, i, "next") ? year + 1 : year;
}

static void
set_days (const PlxTimeSearch *self,
          PlxTimePoint        *point,
          guint                month,
          guint                first,
          guint                last)
{
  int year = read_year_after (self, point);

  point->month = month;
  point->precision = first != 0 ? PLX_PRECISION_DAY : PLX_PRECISION_MONTH;
  if (year == 0)
    {
      point->is_relative = TRUE;
      if (self->day == 0)
        return;
      year = guess_year (self, point, month, first);
    }
  if (first != 0)
    {
      point->low = plx_day_new (year, month, first);
      point->high = plx_day_new (year, month, last);
    }
  else
    {
      point->low = plx_day_new (year, month, 1);
      point->high = plx_day_get_last (year, month);
    }
}

/* Another day after the lexeme before @i: "-5", "to 5", "and 5". 0 for none; @past is moved. */
static guint
read_second_day (const PlxTimeSearch *self,
                 guint               *past,
                 guint                first)
{
  const PlxLexeme *join = at (self, *past);
  guint i = *past + 1;
  guint day;

  if ((join->form & PLX_LEXEME_HYPHEN) != 0)
    i = *past;
  else if (join->mark != EN_DASH && join->mark != '-' &&
           !has_word (self, *past, "to and or through"))
    return 0;
  day = day_at (self, i);
  if (day <= first || (at (self, i)->form & PLX_LEXEME_NUMBER) == 0)
    return 0;
  *past = i + 1;

  return day;
}

/* Whether a month without a day or a year is one: "May" and "March" may be verbs, "April" and
 * "June" may be women. */
static gboolean
is_month_alone (const PlxTimeSearch *self,
                guint                i)
{
  const PlxLexeme *before = at (self, i - 1);
  const PlxLexeme *after = at (self, i + 1);
  gboolean opens = i == 0 || before->sentence != at (self, i)->sentence || before->mark != 0;

  if (i > 0 && !opens && (before->form & PLX_LEXEME_CAPITAL) != 0 &&
      !plx_lexeme_is (before, PLX_LEX (FUNCTION) | PLX_LEX (TIME) | PLX_LEX (MONTH) |
                              PLX_LEX (WEEKDAY)) &&
      before->sentence == at (self, i)->sentence && i > 1 &&
      at (self, i - 2)->sentence == before->sentence)
    return FALSE;
  if (!has_word (self, i, "may march april june august mar jan"))
    return TRUE;
  if (i > 0 && has_word (self, i - 1, "in since until till by of before after from between during "
                                      "last next this early late mid to and through the for "
                                      "around about every each or"))
    return !has_word (self, i - 1, "to and by or of") ||
           (!plx_lexeme_is (after, PLX_LEX (PRONOUN)) &&
            (after->form & PLX_LEXEME_CAPITAL) == 0);

  return has_word (self, i, "april june august") && !opens &&
         (after->form & PLX_LEXEME_CAPITAL) == 0 && plx_lexeme_is (before, PLX_LEX (FUNCTION));
}

/* "In May 12 people died" has no 12th of May. */
static gboolean
counts_something (const PlxTimeSearch *self,
                  guint                month,
                  guint                past)
{
  const PlxLexeme *next = at (self, past);
  gboolean is_noun = (next->form & PLX_LEXEME_WORD) != 0 &&
                     (next->form & (PLX_LEXEME_CAPITAL | PLX_LEXEME_NUMBER)) == 0 &&
                     !plx_lexeme_is (next, PLX_LEX (FUNCTION) | PLX_LEX (PAST));

  return next->mark == '%' || plx_lexeme_is (next, PLX_LEX (SCALE)) ||
         (is_noun && month > 0 && has_word (self, month - 1, "in since during last"));
}

/* "Sept. 20", "May 3-5, 2024", "March 2014", "October". */
static guint
read_month_first (const PlxTimeSearch *self,
                  guint                i,
                  PlxTimePoint        *point)
{
  guint month = month_at (self, i);
  guint first, last;

  if (month == 0 || (i > 0 && has_word (self, i - 1, "every each")))
    return i;

  point->past = i + 1;
  first = (at (self, i + 1)->form & (PLX_LEXEME_NUMBER | PLX_LEXEME_GLUED)) == PLX_LEXEME_NUMBER
          ? day_at (self, i + 1) : 0;
  if (first != 0 && counts_something (self, i, i + 2))
    first = 0;
  last = first;
  if (first != 0)
    {
      guint second;

      point->past = i + 2;
      second = read_second_day (self, &point->past, first);
      if (second != 0 && !has_word (self, i + 2, "and or"))
        last = second;
      else if (second != 0 && month_at (self, point->past) == 0 &&
               ((at (self, point->past)->form & PLX_LEXEME_WORD) == 0 ||
                plx_lexeme_is (at (self, point->past), PLX_LEX (FUNCTION))))
        last = second;
      else
        point->past = i + 2;
    }
  else if (plx_time_year_at (self, i + 1) == 0 && !is_month_alone (self, i))
    {
      return i;
    }
  set_days (self, point, month, first, last);

  return point->past;
}

/* "20 September 2023", "the 3rd of May", "3-5 May". */
static guint
read_day_first (const PlxTimeSearch *self,
                guint                i,
                PlxTimePoint        *point)
{
  guint first = day_at (self, i);
  guint last, of, month;

  if (first == 0 || (at (self, i)->form & PLX_LEXEME_HYPHEN) != 0)
    return i;
  point->past = i + 1;
  last = read_second_day (self, &point->past, first);
  of = point->past;
  if (has_word (self, of, "of"))
    of++;
  month = month_at (self, of);
  if (month == 0 || (plx_lexeme_is (at (self, i), PLX_LEX (ORDINAL)) && of == point->past &&
                     (at (self, i)->form & PLX_LEXEME_NUMBER) == 0))
    return i;

  point->past = of + 1;
  point->takes_the = TRUE;
  set_days (self, point, month, first, last != 0 ? last : first);

  return point->past;
}

static guint
set_numeric (PlxTimePoint *point,
             guint         past,
             guint         year,
             guint         month,
             guint         day)
{
  /* Most of the world writes the day first; where that cannot be, it is the month. */
  if (month > 12 && day <= 12)
    {
      guint swapped = month;

      month = day;
      day = swapped;
    }
  point->low = point->high = plx_day_new (year, month, day);
  point->precision = PLX_PRECISION_DAY;
  point->month = month;
  point->past = past;

  return point->low != 0 ? past : point->first;
}

/* "2023-09-20", "20/09/2023", "20.09.2023". */
static guint
read_numeric (const PlxTimeSearch *self,
              guint                i,
              PlxTimePoint        *point)
{
  const PlxLexeme *a = at (self, i), *b = at (self, i + 1), *c = at (self, i + 2);
  const char *text = self->lexemes->text;

  if ((a->form & PLX_LEXEME_NUMBER) == 0)
    return i;
  if (plx_time_year_at (self, i) != 0 && (b->form & PLX_LEXEME_HYPHEN) != 0 &&
      (c->form & PLX_LEXEME_HYPHEN) != 0 && day_at (self, i + 1) != 0 &&
      day_at (self, i + 2) != 0)
    return set_numeric (point, i + 3, a->value, b->value, c->value);
  if (b->mark == '/' && day_at (self, i) != 0 && day_at (self, i + 2) != 0 &&
      at (self, i + 3)->mark == '/' &&
      plx_time_year_at (self, i + 4) != 0)
    return set_numeric (point, i + 5, at (self, i + 4)->value, c->value, a->value);
  if ((a->form & PLX_LEXEME_CODE) != 0 && a->end - a->start >= 8 && a->end - a->start <= 10)
    {
      char *end;
      gulong day = strtoul (text + a->start, &end, 10), month, year;

      if (*end != '.')
        return i;
      month = strtoul (end + 1, &end, 10);
      if (*end != '.')
        return i;
      year = strtoul (end + 1, &end, 10);
      if (end == text + a->end && year >= FIRST_BARE_YEAR && year <= LAST_YEAR)
        return set_numeric (point, i + 1, year, month, day);
    }

  return i;
}

static guint
set_years (PlxTimePoint *point,
           guint         past,
           int           first,
           int           last,
           PlxPrecision  precision)
{
  point->low = plx_day_new (first, 1, 1);
  point->high = plx_day_new (last, 12, 31);
  point->precision = precision;
  point->past = past;

  return past;
}

static gboolean
is_year (const PlxTimeSearch *self,
         guint                i)
{
  guint year = plx_time_year_at (self, i);
  const PlxLexeme *before = at (self, i - 1), *after = at (self, i + 1);
  gboolean is_told = i > 0 && has_word (self, i - 1, BEFORE_YEAR);

  if (year == 0 || (at (self, i)->form & PLX_LEXEME_HYPHEN) != 0)
    return FALSE;
  if (after->mark == '%' || plx_lexeme_is (after, PLX_LEX (SCALE)) ||
      (after->unit != NULL && !is_told))
    return FALSE;
  if (is_told)
    return year >= FIRST_BARE_YEAR || !has_word (self, i - 1, "to and for by after of from") ||
           after->mark != 0 || i + 1 >= self->lexemes->items->len;
  if (year < FIRST_BARE_YEAR || i == 0)
    return FALSE;
  if (before->mark != 0 && (at (self, i)->form & PLX_LEXEME_GLUED) != 0 && before->mark != '(' &&
      before->mark != '\'' && before->mark != EN_DASH)
    return FALSE;
  if ((before->form & PLX_LEXEME_CAPITAL) != 0 && !plx_lexeme_is (before, PLX_LEX (FUNCTION) |
                                                                   PLX_LEX (SEASON)))
    return FALSE;
  if (plx_lexeme_is (before, PLX_LEX (LABEL)) ||
      has_word (self, i - 1, "some about nearly over under almost than least roughly"))
    return FALSE;

  /* "2000 people", "the 2000 people"; "the 2018 census", "his 2018 film". */
  return after->mark != 0 || plx_lexeme_is (after, PLX_LEX (FUNCTION)) ||
         (after->form & (PLX_LEXEME_HYPHEN | PLX_LEXEME_NUMBER | PLX_LEXEME_CAPITAL)) != 0 ||
         i + 1 >= self->lexemes->items->len || plx_lexeme_is (before, PLX_LEX (DETERMINER)) ||
         has_word (self, i - 1, "'s");
}

/* "2014", "2014-2016", "2014-16". */
static guint
read_year (const PlxTimeSearch *self,
           guint                i,
           PlxTimePoint        *point)
{
  guint year, second;

  if (!is_year (self, i))
    return i;
  year = plx_time_year_at (self, i);
  second = i + 1;
  if ((at (self, second)->mark == EN_DASH || at (self, second)->mark == '/') &&
      (at (self, second)->form & PLX_LEXEME_GLUED) != 0)
    second++;
  else if ((at (self, second)->form & PLX_LEXEME_HYPHEN) == 0)
    second = 0;

  if (second != 0 && (at (self, second)->form & PLX_LEXEME_NUMBER) != 0)
    {
      guint other = plx_time_year_at (self, second);

      if (other == 0 && at (self, second)->end - at (self, second)->start == 2)
        other = year / 100 * 100 + at (self, second)->value;
      if (other > year)
        return set_years (point, second + 1, year, other, PLX_PRECISION_YEAR);
    }

  return set_years (point, i + 1, year, year, PLX_PRECISION_YEAR);
}

/* "the 1990s", "the 90s", "the 19th century". */
static guint
read_decade (const PlxTimeSearch *self,
             guint                i,
             PlxTimePoint        *point)
{
  const PlxLexeme *lexeme = at (self, i);
  int value = lexeme->value <= LAST_YEAR ? lexeme->value : 0;

  point->takes_the = TRUE;
  if ((lexeme->form & PLX_LEXEME_DECADE) != 0)
    {
      if (value % 10 != 0 || lexeme->value != value || value > LAST_YEAR ||
          (value < 100 && (i < 2 || !has_word (self, i - 1, "the early late mid") ||
                           has_word (self, i - 2, "his her their my your our"))) ||
          (value >= 100 && value < FIRST_YEAR))
        return i;
      if (value < 100)
        value += 1900;
      return set_years (point, i + 1, value, value + (value % 100 == 0 && value < 2000 ? 99 : 9),
                        value % 100 == 0 && value < 2000 ? PLX_PRECISION_CENTURY
                                                         : PLX_PRECISION_DECADE);
    }

  if ((plx_lexeme_is (lexeme, PLX_LEX (ORDINAL)) || (lexeme->form & PLX_LEXEME_ORDINAL) != 0) &&
      has_word (self, i + 1, "century") && value > 0 && value < 30)
    return set_years (point, i + 2, 100 * (value - 1) + 1, 100 * value, PLX_PRECISION_CENTURY);

  return i;
}

/**
 * plx_time_read_absolute:
 * @self: the search
 * @i: where to look
 * @point: (out): what was read
 *
 * Reads a time that the calendar names: a day, a month, a year, a decade, a century.
 *
 * Returns: the lexeme after it, or @i
 */
guint
plx_time_read_absolute (const PlxTimeSearch *self,
                        guint                i,
                        PlxTimePoint        *point)
{
  static guint (* const readers[]) (const PlxTimeSearch *self, guint i, PlxTimePoint *point) = {
    read_numeric, read_day_first, read_month_first, read_decade, read_year,
  };

  for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
    {
      guint past;

      *point = (PlxTimePoint) { .first = i, .past = i };
      past = readers[k] (self, i, point);
      if (past > i)
        return past;
    }

  return i;
}
