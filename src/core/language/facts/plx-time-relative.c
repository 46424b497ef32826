/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-time-relative"

#include "config.h"

#include "language/facts/plx-time-points.h"

#include <string.h>

#include "language/facts/plx-numbers.h"

/* Nobody counts more days. */
#define MOST_PERIODS 5000

/* "Recent weeks" are about so many. */
#define RECENT 6

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

static void
set_days (PlxTimePoint *point,
          PlxDay        low,
          PlxDay        high,
          PlxPrecision  precision)
{
  point->low = low;
  point->high = high;
  point->precision = precision;
  point->is_relative = TRUE;
}

static PlxDay
monday_of (PlxDay day)
{
  return day - (day - 1) % 7;
}

/* So many months from a month on, counted from the year 0. */
static void
set_months (PlxTimePoint *point,
            int           first,
            guint         n)
{
  point->low = plx_day_new (first / 12, first % 12 + 1, 1);
  point->high = plx_day_get_last (first / 12, first % 12 + n);
}

static void
set_years (PlxTimePoint *point,
           int           first,
           int           n)
{
  point->low = plx_day_new (first, 1, 1);
  point->high = plx_day_new (first + n - 1, 12, 31);
}

/* The calendar's week, month, year, decade or century @shift units from that of @day. */
static void
set_period (PlxTimePoint *point,
            PlxDay        day,
            const char   *unit,
            int           shift)
{
  int year;
  guint month, of_month;

  point->is_relative = TRUE;
  plx_day_split (day, &year, &month, &of_month);
  if (g_str_has_prefix (unit, "day") || g_str_equal (unit, "h") || g_str_equal (unit, "min") ||
      g_str_equal (unit, "s"))
    {
      PlxDay shifted = g_str_has_prefix (unit, "day") ? day + shift : day;

      set_days (point, day != 0 ? shifted : 0, day != 0 ? shifted : 0, PLX_PRECISION_DAY);
      return;
    }
  if (g_str_equal (unit, "week"))
    {
      PlxDay monday = day != 0 ? monday_of (day) + 7 * shift : 0;

      set_days (point, monday, day != 0 ? monday + 6 : 0, PLX_PRECISION_WEEK);
      return;
    }

  point->precision = g_str_equal (unit, "month") ? PLX_PRECISION_MONTH :
                     g_str_equal (unit, "quarter") ? PLX_PRECISION_QUARTER :
                     g_str_equal (unit, "decade") ? PLX_PRECISION_DECADE :
                     g_str_equal (unit, "century") ? PLX_PRECISION_CENTURY : PLX_PRECISION_YEAR;
  if (day == 0)
    return;
  if (point->precision == PLX_PRECISION_MONTH)
    set_months (point, 12 * year + (int) month - 1 + shift, 1);
  else if (point->precision == PLX_PRECISION_QUARTER)
    set_months (point, 12 * year + ((int) month - 1) / 3 * 3 + 3 * shift, 3);
  else if (point->precision == PLX_PRECISION_DECADE)
    set_years (point, year / 10 * 10 + 10 * shift, 10);
  else if (point->precision == PLX_PRECISION_CENTURY)
    set_years (point, (year - 1) / 100 * 100 + 1 + 100 * shift, 100);
  else
    set_years (point, year + shift, 1);
}

/* The unit of the calendar at @i: "week", "years"; `NULL` for none. */
static const char *
period_at (const PlxTimeSearch *self,
           guint                i)
{
  const PlxLexeme *lexeme = at (self, i);

  if (!plx_lexeme_is (lexeme, PLX_LEX (PERIOD)))
    return NULL;
  if (has_word (self, i, "decade decades"))
    return "decade";
  if (has_word (self, i, "century centuries"))
    return "century";
  if (has_word (self, i, "quarter"))
    return "quarter";

  return lexeme->unit != NULL ? lexeme->unit->symbol : NULL;
}

static guint
skip_daypart (const PlxTimeSearch *self,
              guint                i)
{
  return plx_lexeme_is (at (self, i), PLX_LEX (DAYPART)) &&
         has_word (self, i, "morning afternoon evening night lunchtime") ? i + 1 : i;
}

/* "today", "yesterday evening", "tonight", "this morning", "last night". */
static guint
read_today (const PlxTimeSearch *self,
            guint                i,
            PlxTimePoint        *point)
{
  int shift = 0;

  if (has_word (self, i, "yesterday"))
    shift = -1;
  else if (has_word (self, i, "tomorrow"))
    shift = 1;
  else if (has_word (self, i, "last") && has_word (self, i + 1, "night"))
    shift = -1;
  else if (!has_word (self, i, "today tonight") &&
           !(has_word (self, i, "this") &&
             has_word (self, i + 1, "morning afternoon evening lunchtime")))
    return i;
  /* "today's generation" is of these days. */
  if (shift == 0 && has_word (self, i, "today") &&
      (has_word (self, i + 1, "'s") ||
       (i > 0 && at (self, i - 1)->mark != 0 && at (self, i + 1)->mark != 0 &&
        (at (self, i)->form & PLX_LEXEME_GLUED) != 0 && at (self, i - 1)->mark != '(')))
    return i;

  if (i > 2 && shift != 0 && has_word (self, i - 1, "before after") &&
      has_word (self, i - 2, "day") && has_word (self, i - 3, "the"))
    {
      shift *= 2;
      point->first = i - 3;
    }
  point->past = skip_daypart (self, i + 1);
  set_days (point, self->day != 0 ? self->day + shift : 0, self->day != 0 ? self->day + shift : 0,
            PLX_PRECISION_DAY);

  return point->past;
}

static gboolean
is_named_day (const PlxTimeSearch *self,
              guint                i)
{
  return i > 0 && has_word (self, i - 1, "black easter bloody ash good palm super holy cyber every "
                                         "each maundy whit shrove most some");
}

static PlxDay
weekday_from (PlxDay day,
              guint  weekday,
              int    tense,
              int    week)
{
  int own = (day - 1) % 7 + 1;
  int back = (own - (int) weekday + 7) % 7;

  if (week > 0)
    return day + (back == 0 ? 7 : 7 - back);
  if (week < 0)
    return day - (back == 0 ? 7 : back);
  if (tense > 0)
    return back == 0 ? day : day + 7 - back;

  return day - back;
}

/* "on Tuesday", "last Tuesday", "Tuesday night", "Tuesday, Sept. 20". */
static guint
read_weekday (const PlxTimeSearch *self,
              guint                i,
              PlxTimePoint        *point)
{
  const PlxLexeme *lexeme = at (self, i);
  PlxTimePoint date;
  guint next;
  int week = 0;
  PlxDay day;

  if (!plx_lexeme_is (lexeme, PLX_LEX (WEEKDAY)) ||
      (lexeme->form & PLX_LEXEME_CAPITAL) == 0 || is_named_day (self, i))
    return i;
  /* Some people are called so. */
  if ((i == 0 || at (self, i - 1)->sentence != lexeme->sentence) &&
      (at (self, i + 1)->form & PLX_LEXEME_CAPITAL) != 0)
    return i;

  next = i + 1 + (at (self, i + 1)->mark == ',');
  if (plx_time_read_absolute (self, next, &date) > next && date.precision == PLX_PRECISION_DAY)
    {
      *point = date;
      point->first = i;
      return date.past;
    }

  if (i > 0 && has_word (self, i - 1, "last next this previous following coming"))
    {
      week = has_word (self, i - 1, "next following coming") ? 1 :
             has_word (self, i - 1, "this") ? 0 : -1;
      point->first = i - 1;
    }
  point->past = skip_daypart (self, i + 1);
  day = self->day == 0 ? 0 :
        weekday_from (self->day, lexeme->value,
                      week == 0 ? plx_time_get_tense (self, point->first, point->past) : 0, week);
  set_days (point, day, day, PLX_PRECISION_DAY);

  return point->past;
}

/* "last week", "next year", "this month", "the previous day", "the following week". */
static guint
read_last (const PlxTimeSearch *self,
           guint                i,
           PlxTimePoint        *point)
{
  const char *unit = period_at (self, i + 1);
  gboolean is_anchored = has_word (self, i, "previous following") ||
                         (has_word (self, i, "next") && i > 0 && has_word (self, i - 1, "the"));
  int shift;

  if (unit == NULL || !has_word (self, i, "last next this previous following past coming"))
    return i;
  shift = has_word (self, i, "this") ? 0 : has_word (self, i, "next following coming") ? 1 : -1;
  if (has_word (self, i + 1, "days weeks months years hours minutes hour minute second seconds "
                             "decades centuries weekend weekends half"))
    return i;
  if (has_word (self, i, "last this") && has_word (self, i + 1, "day"))
    return i;

  point->past = i + 2;
  if (has_word (self, i, "past coming"))
    {
      int days = g_str_equal (unit, "week") ? 7 : g_str_equal (unit, "month") ? 30 : 365;

      if (strchr ("wmy", *unit) == NULL || g_str_equal (unit, "min"))
        return i;
      set_period (point, self->day, unit, 0);
      point->low = self->day == 0 ? 0 : shift < 0 ? self->day - days : self->day;
      point->high = self->day == 0 ? 0 : shift < 0 ? self->day : self->day + days;
      point->takes_the = TRUE;
      return point->past;
    }
  if (is_anchored)
    point->takes_the = TRUE;
  set_period (point, is_anchored ? self->anchor : self->day, unit, shift);

  return point->past;
}

static void
set_rolling (const PlxTimeSearch *self,
             PlxTimePoint        *point,
             const char          *unit,
             double               n,
             int                  direction)
{
  int year;
  guint month, of_month;
  PlxDay other;
  int months = g_str_equal (unit, "month") ? n : 0;
  double years = g_str_equal (unit, "year") ? n : g_str_equal (unit, "decade") ? 10 * n :
                 g_str_equal (unit, "century") ? 100 * n : 0;

  /* Sets the precision; the days are told below. */
  set_period (point, 0, unit, 0);
  point->takes_the = TRUE;
  if (self->day == 0 || years > 1000 || months > 1200)
    return;

  plx_day_split (self->day, &year, &month, &of_month);
  months = 12 * year + (int) month - 1 + direction * (months + (int) (12 * years));
  if (g_str_equal (unit, "week"))
    other = self->day + direction * (int) (7 * n);
  else if (g_str_equal (unit, "day"))
    other = self->day + direction * (int) n;
  else if (point->precision == PLX_PRECISION_DAY)
    other = self->day + direction * (g_str_equal (unit, "h") ? (int) (n / 24) : 0);
  else if (months < 12)
    return;
  else
    other = plx_day_new (months / 12, months % 12 + 1,
                         MIN (of_month, g_date_get_days_in_month (months % 12 + 1, months / 12)));

  point->low = MIN (self->day, other);
  point->high = MAX (self->day, other);
}

/* "the past two years", "the next five days", "recent weeks", "the coming months". */
static guint
read_rolling (const PlxTimeSearch *self,
              guint                i,
              PlxTimePoint        *point)
{
  int direction = has_word (self, i, "last past recent previous") ? -1 :
                  has_word (self, i, "next coming following") ? 1 : 0;
  double n;
  guint next = i + 1, after;
  const char *unit;

  if (direction == 0)
    return i;
  after = plx_numbers_read (self->lexemes, next, &n);
  if (after == next)
    n = RECENT;
  if (n > MOST_PERIODS)
    return i;
  if (has_word (self, next, "few several couple"))
    {
      point->is_rough = TRUE;
      next++;
      next += has_word (self, next, "of");
    }
  else if (after > next)
    {
      next = after;
    }
  else if (has_word (self, i, "recent coming"))
    {
      point->is_rough = TRUE;
    }
  else
    {
      return i;
    }
  unit = period_at (self, next);
  if (unit == NULL || has_word (self, next, "day week month year hour minute second seconds "
                                           "quarter half"))
    return i;

  set_rolling (self, point, unit, n, direction);
  point->past = next + 1;

  return point->past;
}

/* "A decade ago" is a few years before or after. */
static void
set_long_ago (PlxTimePoint *point,
              PlxDay        from,
              const char   *unit,
              double        shift)
{
  int years = g_str_equal (unit, "decade") ? 10 : 100;
  int year;
  guint month, of_month;

  set_period (point, 0, unit, 0);
  point->is_rough = TRUE;
  if (from == 0)
    return;
  plx_day_split (from, &year, &month, &of_month);
  set_years (point, year + (int) (shift * years) - years / 2, years + 1);
}

/* "two days ago", "a week earlier", "three years later". */
static guint
read_ago (const PlxTimeSearch *self,
          guint                i,
          PlxTimePoint        *point)
{
  double n;
  guint next = plx_numbers_read (self->lexemes, i, &n);
  PlxDay from = self->day;
  const char *unit;
  int direction = -1;

  if (next == i && has_word (self, i, "a an"))
    {
      n = 1;
      next = i + 1;
    }
  else if (next == i && has_word (self, i, "several few"))
    {
      n = 3;
      next = i + 1;
      point->is_rough = TRUE;
    }
  if (next == i || n > MOST_PERIODS)
    return i;
  unit = period_at (self, next);
  if (unit == NULL || g_str_equal (unit, "quarter"))
    return i;
  if (has_word (self, next, "fortnight fortnights"))
    n *= 2;

  if (has_word (self, next + 1, "from") && has_word (self, next + 2, "now"))
    {
      direction = 1;
      next++;
    }
  else if (has_word (self, next + 1, "earlier later"))
    {
      from = self->anchor;
      direction = has_word (self, next + 1, "later") ? 1 : -1;
      if (from == 0)
        return i;
    }
  else if (!has_word (self, next + 1, "ago"))
    {
      return i;
    }

  point->past = next + 2;
  if (n != (int) n)
    point->is_rough = TRUE;
  if (g_str_equal (unit, "decade") || g_str_equal (unit, "century"))
    set_long_ago (point, from, unit, direction * n);
  else
    set_period (point, from, unit, direction * (int) n);

  return point->past;
}

/* "the weekend", "last weekend". */
static guint
read_weekend (const PlxTimeSearch *self,
              guint                i,
              PlxTimePoint        *point)
{
  PlxDay saturday;
  int week = 0;

  if (!has_word (self, i, "weekend") || i == 0 ||
      !has_word (self, i - 1, "the this last next past coming previous following"))
    return i;

  point->first = i - 1;
  if (has_word (self, i - 1, "past coming"))
    point->takes_the = TRUE;
  week = has_word (self, i - 1, "last past previous") ? -1 :
         has_word (self, i - 1, "next following coming") ? 1 : 0;
  if (week == 0)
    week = plx_time_get_tense (self, i, i + 1);
  point->past = i + 1;
  saturday = self->day == 0 ? 0 : monday_of (self->day) + 5;
  /* Whoever looks back means one that has begun. */
  if (self->day != 0 && week < 0 && saturday > self->day)
    saturday -= 7;
  else if (self->day != 0 && week > 0 && saturday + 1 < self->day)
    saturday += 7;
  set_days (point, saturday, self->day == 0 ? 0 : saturday + 1, PLX_PRECISION_DAY);

  return point->past;
}

/* "the day", "the week", "the month", "the year", in "the end of the year". */
static guint
read_the_period (const PlxTimeSearch *self,
                 guint                i,
                 PlxTimePoint        *point)
{
  const char *unit = period_at (self, i);

  if (unit == NULL || i < 3 || !has_word (self, i - 1, "the") || !has_word (self, i - 2, "of in") ||
      !has_word (self, i, "week month year decade century") ||
      !has_word (self, i - 3, "end beginning start middle close turn earlier later early late"))
    return i;
  set_period (point, self->day, unit, 0);
  point->first = i - 1;
  point->past = i + 1;

  return point->past;
}

/**
 * plx_time_read_relative:
 * @self: the search
 * @i: where to look
 * @point: (out): what was read
 *
 * Reads a time that is told from the day of the article or from one told before: "yesterday",
 * "on Tuesday", "last week", "two days ago", "this summer".
 *
 * Returns: the lexeme after it, or @i
 */
guint
plx_time_read_relative (const PlxTimeSearch *self,
                        guint                i,
                        PlxTimePoint        *point)
{
  static guint (* const readers[]) (const PlxTimeSearch *self, guint i, PlxTimePoint *point) = {
    read_today, read_weekday, read_rolling, read_last, read_ago, read_weekend,
    plx_time_read_season, read_the_period,
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
