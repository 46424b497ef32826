/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-time-seasons"

#include "config.h"

#include "language/facts/plx-time-points.h"

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
set_season (PlxTimePoint *point,
            int           year,
            guint         month)
{
  guint last = month + 2 > 12 ? month + 2 - 12 : month + 2;

  point->low = plx_day_new (year, month, 1);
  point->high = plx_day_get_last (month + 2 > 12 ? year + 1 : year, last);
  point->precision = PLX_PRECISION_SEASON;
  point->is_relative = TRUE;
}

/* The year of a season that is told without one. */
static void
set_season_near (const PlxTimeSearch *self,
                 PlxTimePoint        *point,
                 guint                month,
                 int                  week)
{
  int year;
  guint own_month, of_month;

  point->precision = PLX_PRECISION_SEASON;
  point->is_relative = TRUE;
  if (self->day == 0)
    return;
  plx_day_split (self->day, &year, &own_month, &of_month);
  /* In January and February the winter of the year before goes on. */
  if (month == 12 && own_month <= 2)
    year--;
  set_season (point, year, month);
  if (week < 0 && point->high >= self->day)
    set_season (point, year - 1, month);
  else if (week > 0 && point->low <= self->day)
    set_season (point, year + 1, month);
}

/* "this summer", "the spring of 2020", "last winter", "summer 2019". */
static guint
read_season (const PlxTimeSearch *self,
             guint                i,
             PlxTimePoint        *point)
{
  const PlxLexeme *lexeme = at (self, i);
  guint month = plx_lexeme_is (lexeme, PLX_LEX (SEASON)) ? lexeme->value : 0, next = i + 1;
  guint year;
  int week;

  if (month == 0)
    return i;
  next += has_word (self, next, "of");
  year = plx_time_year_at (self, next);
  if (year != 0)
    {
      point->takes_the = TRUE;
      set_season (point, year, month);
      point->is_relative = FALSE;
      return point->past = next + 1;
    }
  if (has_word (self, next, "last this next") && has_word (self, next + 1, "year") &&
      self->day != 0)
    {
      int own;
      guint own_month, of_month;

      plx_day_split (self->day, &own, &own_month, &of_month);
      own += has_word (self, next, "last") ? -1 : has_word (self, next, "next") ? 1 : 0;
      point->takes_the = TRUE;
      set_season (point, own, month);
      return point->past = next + 2;
    }
  if (i == 0 || !has_word (self, i - 1, "this last next the past coming previous"))
    return i;
  if (has_word (self, i - 1, "the") &&
      !(i > 1 && has_word (self, i - 2, "in since until till by during early late before after "
                                        "over")))
    return i;

  week = has_word (self, i - 1, "last past previous") ? -1 :
         has_word (self, i - 1, "next coming") ? 1 : 0;
  if (has_word (self, i - 1, "the"))
    week = plx_time_get_tense (self, i, i + 1);
  point->first = i - 1;
  point->past = i + 1;
  set_season_near (self, point, month, week);
  /* "in the spring" may be the one that goes on. */
  if (has_word (self, i - 1, "the") && self->day != 0)
    {
      PlxTimePoint now = *point;

      set_season_near (self, &now, month, 0);
      if (now.low <= self->day && self->day <= now.high)
        *point = now;
    }

  return point->past;
}

/* "the third quarter of 2023", "Q3", "the first half of the year". */
static guint
read_quarter (const PlxTimeSearch *self,
              guint                i,
              PlxTimePoint        *point)
{
  const PlxLexeme *lexeme = at (self, i);
  guint number = 0, length = 3, next = i + 1;
  int year, told = 0;
  guint month, of_month;

  if (has_word (self, i, "q1 q2 q3 q4") && (lexeme->form & PLX_LEXEME_CAPITAL) != 0)
    number = self->lexemes->text[lexeme->start + 1] - '0';
  else if (plx_lexeme_is (lexeme, PLX_LEX (ORDINAL)) && has_word (self, i + 1, "quarter half"))
    {
      number = lexeme->value;
      length = has_word (self, i + 1, "half") ? 6 : 3;
      next = i + 2;
    }
  if (number == 0 || number * length > 12)
    return i;

  plx_day_split (self->day, &year, &month, &of_month);
  point->past = next;
  next += has_word (self, next, "of");
  if (plx_time_year_at (self, next) != 0)
    {
      told = plx_time_year_at (self, next);
      point->past = next + 1;
    }
  else if (has_word (self, next, "the this last next") && has_word (self, next + 1, "year"))
    {
      told = year + (has_word (self, next, "last") ? -1 : has_word (self, next, "next") ? 1 : 0);
      point->past = next + 2;
    }
  else if (length == 6)
    {
      return i;
    }

  point->precision = PLX_PRECISION_QUARTER;
  point->takes_the = TRUE;
  point->is_relative = plx_time_year_at (self, next) == 0;
  if (point->is_relative && self->day == 0)
    return point->past;
  if (told == 0)
    {
      gboolean is_ahead = plx_time_get_tense (self, i, point->past) > 0;
      gboolean is_over = number * length < month, is_to_come = (number - 1) * length + 1 > month;

      told = is_ahead && is_over ? year + 1 : !is_ahead && is_to_come ? year - 1 : year;
    }
  point->low = plx_day_new (told, (number - 1) * length + 1, 1);
  point->high = plx_day_get_last (told, number * length);

  return point->past;
}

/**
 * plx_time_read_season:
 * @self: the search
 * @i: where to look
 * @point: (inout): what was read
 *
 * Reads a season, a quarter or a half of a year.
 *
 * Returns: the lexeme after it, or @i
 */
guint
plx_time_read_season (const PlxTimeSearch *self,
                      guint                i,
                      PlxTimePoint        *point)
{
  guint past = read_season (self, i, point);

  return past > i ? past : read_quarter (self, i, point);
}
