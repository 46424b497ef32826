/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-fact-times"

#include "config.h"

#include "comparing/plx-fact-times.h"

#include "comparing/plx-tokens.h"

#define SAYING "said says reported reports announced told confirmed stated wrote"

/* Where the article has no day of its own, months are compared within a year. */
#define SOME_DAY 730667

/* What is open on one side reaches further than any other time. */
#define FOREVER 10000000

#define WEEK 7
#define MONTH 30
#define YEAR 365

/* Nobody means noon sharp, and nobody looks at the watch to the minute. */
#define CLOCK_EXACT 3
#define CLOCK_NAMED 10

/* "has ruled since a coup in 1989" tells when something began, long before what is reported. */
static gboolean
dates_a_beginning (GArray *tokens,
                   guint   at)
{
  guint from = at > 5 ? at - 5 : 0;

  for (guint i = from; i <= at; i++)
    {
      if (plx_tokens_among (tokens, i, "since"))
        return TRUE;
    }

  return FALSE;
}

/* "said on May 4" and "reported on the merger back in April" date the saying and not what is
 * said; so does a day that leads up to it, as in "On Tuesday, the office said". */
static gboolean
dates_the_saying (GArray *tokens,
                  guint   at,
                  guint   past)
{
  for (guint i = at; i-- > 0 && plx_tokens_at (tokens, i)->is_word;)
    {
      if (plx_tokens_among (tokens, i, SAYING))
        return TRUE;
    }

  if (at > 1 || !g_str_equal (plx_tokens_word (tokens, past), ","))
    return FALSE;

  for (guint i = past + 1; i < tokens->len && i < past + 6; i++)
    {
      if (plx_tokens_among (tokens, i, SAYING))
        return TRUE;
    }

  return FALSE;
}

/* How many minutes a time of the day may lie from what is told. */
static void
set_clock (const PlxTime *time,
           gboolean       is_named,
           PlxFact       *fact)
{
  int slack = is_named ? CLOCK_NAMED : CLOCK_EXACT;
  int from = -slack, to = slack;

  switch (time->relation)
    {
    case PLX_TIME_BEFORE:
      from = time->is_rough ? -45 : -180;
      to = time->is_rough ? -1 : 0;
      break;

    case PLX_TIME_AFTER:
      from = time->is_rough ? 1 : 0;
      to = time->is_rough ? 45 : 180;
      break;

    case PLX_TIME_UNTIL:
      from = -180;
      to = 0;
      break;

    case PLX_TIME_ON:
    case PLX_TIME_SINCE:
    default:
      if (time->is_rough)
        to = -(from = -20);
      break;
    }

  fact->kind = PLX_FACT_CLOCK;
  fact->low = time->low_minute + from;
  fact->high = time->high_minute + to;
  fact->is_rough = time->is_rough || time->relation != PLX_TIME_ON;
}

/* How many days before the end of a time are still "the end of" it. */
static int
edge_of (const PlxTime *time)
{
  switch (time->precision)
    {
    case PLX_PRECISION_DAY:
      return 0;

    case PLX_PRECISION_WEEK:
      return time->is_rough ? 2 : -1;

    case PLX_PRECISION_MONTH:
      return time->is_rough ? 9 : -1;

    case PLX_PRECISION_QUARTER:
    case PLX_PRECISION_SEASON:
      return time->is_rough ? MONTH : -1;

    case PLX_PRECISION_YEAR:
      return time->is_rough ? 3 * MONTH : -1;

    case PLX_PRECISION_CLOCK:
    case PLX_PRECISION_DECADE:
    case PLX_PRECISION_CENTURY:
    default:
      return -1;
    }
}

/* "By the end of June" and "until Friday" tell a last day; "until June" leaves it open whether the
 * month is in it. */
static void
set_edges (const PlxTime *time,
           PlxFact       *fact)
{
  int edge = edge_of (time);

  if (time->relation != PLX_TIME_UNTIL || time->high == 0 || edge < 0)
    return;
  fact->edge_low = (double) time->high - edge;
  fact->edge_high = time->high;
}

/* "Last week" may be the last seven days, and the page may be a day younger than the report. What
 * is past or to come stays so. */
static void
set_days (const PlxTime *time,
          PlxDay         day,
          PlxFact       *fact)
{
  double slack = 0;
  gboolean is_calendar = !time->is_relative || time->is_year_guessed;

  fact->low = time->low;
  fact->high = time->high != 0 ? time->high : FOREVER;
  fact->is_rough = time->is_year_guessed;
  fact->is_ahead = fact->low > day;
  fact->is_relative = time->is_relative && !time->is_year_guessed;
  fact->day = day;
  set_edges (time, fact);
  if (time->precision == PLX_PRECISION_SEASON)
    fact->high += MONTH;
  if (is_calendar || time->low == 0 || time->high == 0)
    return;

  if (time->precision == PLX_PRECISION_WEEK)
    slack = WEEK;
  else if (time->precision == PLX_PRECISION_MONTH)
    slack = MONTH;
  if (fact->high < day)
    {
      fact->low -= slack;
      fact->high = MIN (fact->high + slack, day - 1.0);
    }
  else if (fact->low > day)
    {
      fact->low = MAX (fact->low - slack, day + 1.0);
      fact->high += slack;
    }
  else
    {
      fact->low -= slack;
      fact->high += slack;
    }
}

/* Which times two sentences can be held side by side in. Of what is told from an article's day
 * nothing is known where it has none. */
static gboolean
is_told (const PlxTime *time,
         PlxDay         day)
{
  if (time->precision == PLX_PRECISION_CLOCK)
    return !time->has_zone;
  if (time->precision > PLX_PRECISION_YEAR || time->relation == PLX_TIME_SINCE ||
      (time->low == 0 && time->high == 0))
    return FALSE;

  return day != 0 || !time->is_relative || time->is_year_guessed;
}

static guint
token_at (GArray  *tokens,
          guint32  byte)
{
  guint i = 0;

  while (i + 1 < tokens->len && plx_tokens_at (tokens, i)->end <= byte)
    i++;

  return i;
}

/* "October of this year" tells a month and a year: another sentence with another month of that
 * year may tell of something else that was in it, and then agrees with the year. */
static void
split_year (GArray  *tokens,
            guint    first,
            guint    last,
            PlxFact *fact,
            GArray  *facts)
{
  guint month = last;
  PlxFact year = *fact;

  if (!fact->is_rough || last == first || !plx_tokens_among (tokens, last, "year"))
    return;
  while (month > first && plx_tokens_among (tokens, month, "of this last next year"))
    month--;
  fact->end = fact->key_end = plx_tokens_at (tokens, month)->end;

  year.start = year.key_start = plx_tokens_at (tokens, last - 1)->start;
  year.low -= YEAR;
  year.high += YEAR;
  year.is_rough = FALSE;
  g_array_append_val (facts, year);
}

/**
 * plx_fact_times_read:
 * @lexemes: a sentence
 * @day: the day of its article, or 0
 *
 * Returns: (transfer full) (element-type PlxTime): the times in it
 */
GArray *
plx_fact_times_read (PlxLexemes *lexemes,
                     PlxDay      day)
{
  return plx_times_find (lexemes, day != 0 ? day : SOME_DAY);
}

/**
 * plx_fact_times_find:
 * @tokens: (element-type PlxToken): the words of a sentence
 * @times: (element-type PlxTime): the times in it, see [func@fact_times_read]
 * @day: the day of its article, or 0
 * @facts: (element-type PlxFact): the times are added to it
 *
 * Adds the times of what a sentence tells, as far as another sentence may tell another one.
 */
void
plx_fact_times_find (GArray *tokens,
                     GArray *times,
                     PlxDay  day,
                     GArray *facts)
{
  for (guint i = 0; i < times->len; i++)
    {
      const PlxTime *time = &g_array_index (times, PlxTime, i);
      PlxFact fact = { .kind = PLX_FACT_DATE };
      guint first = token_at (tokens, time->start), last = token_at (tokens, time->end - 1);

      if (!is_told (time, day))
        continue;
      fact.start = fact.key_start = time->start;
      fact.end = fact.key_end = time->end;
      if (time->precision == PLX_PRECISION_CLOCK)
        {
          set_clock (time, plx_tokens_among (tokens, last, "noon midday midnight"), &fact);
        }
      else
        {
          if (dates_the_saying (tokens, first, last + 1) || dates_a_beginning (tokens, first))
            continue;
          set_days (time, day, &fact);
          split_year (tokens, first, last, &fact, facts);
        }
      g_array_append_val (facts, fact);
    }
}
