/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-times"

#include "config.h"

#include "language/facts/plx-times.h"

#include "language/facts/plx-time-points.h"

/* No newspaper is older than printing, and none is from the year 4000: around such days nothing
 * that is counted from them leaves the calendar. */
#define FIRST_DAY 500000
#define LAST_DAY 1460000

#define EN_DASH 0x2013
#define EM_DASH 0x2014

/* Which part of a time is meant. */
typedef enum
{
  PART_ALL,
  PART_EARLY,
  PART_MIDDLE,
  PART_LATE,
  PART_SO_FAR,
  PART_TO_COME,
} Part;

typedef struct
{
  PlxTimeSearch  search;
  GArray        *found;
  guint          taken; /* the lexeme after what was found last */
} Scan;

static const PlxLexeme *
at (const Scan *self,
    guint       i)
{
  return plx_lexemes_at (self->search.lexemes, i);
}

static gboolean
has_word (const Scan *self,
          guint       i,
          const char *words)
{
  return plx_lexemes_has_word (self->search.lexemes, i, words);
}

static guint
read_point (Scan         *self,
            guint         i,
            PlxTimePoint *point)
{
  guint past = plx_time_read_absolute (&self->search, i, point);

  if (past == i)
    past = plx_time_read_clock (&self->search, i, point);
  if (past == i)
    past = plx_time_read_relative (&self->search, i, point);

  return past;
}

/* "the", "early", "the end of" before a time, from its first lexeme back. */
static Part
read_part (Scan         *self,
           PlxTimePoint *point)
{
  guint first = point->first;
  Part part = PART_ALL;

  if (first > self->taken && point->takes_the && has_word (self, first - 1, "the"))
    point->first = first = first - 1;
  if (first > self->taken && (has_word (self, first - 1, "early late mid middle") ||
                              (at (self, first)->form & PLX_LEXEME_HYPHEN) != 0))
    {
      part = has_word (self, first - 1, "early") ? PART_EARLY :
             has_word (self, first - 1, "late") ? PART_LATE : PART_MIDDLE;
      if (!has_word (self, first - 1, "early late mid middle"))
        return PART_ALL;
      point->first = first - 1;
    }
  else if (first > self->taken + 1 && has_word (self, first - 1, "of in"))
    {
      gboolean is_in = has_word (self, first - 1, "in");
      guint word = first - 2;

      if (!is_in && has_word (self, word, "end close"))
        part = PART_LATE;
      else if (!is_in && has_word (self, word, "beginning start turn"))
        part = PART_EARLY;
      else if (!is_in && has_word (self, word, "middle"))
        part = PART_MIDDLE;
      else if (is_in && has_word (self, word, "earlier"))
        part = PART_SO_FAR;
      else if (is_in && has_word (self, word, "later"))
        part = PART_TO_COME;
      else if (is_in && has_word (self, word, "early"))
        part = PART_EARLY;
      else if (is_in && has_word (self, word, "late"))
        part = PART_LATE;
      if (part != PART_ALL)
        point->first = word;
    }
  else if (first > self->taken && has_word (self, first - 1, "earlier later") &&
           point->precision != PLX_PRECISION_CLOCK)
    {
      part = has_word (self, first - 1, "earlier") ? PART_SO_FAR : PART_TO_COME;
      point->first = first - 1;
    }

  if (part != PART_ALL && point->first > self->taken && has_word (self, point->first - 1, "the"))
    point->first--;

  return part;
}

/* What of the time is left: ten days of a month, four months of a year. */
static void
take_part (Scan         *self,
           PlxTimePoint *point,
           Part          part)
{
  PlxDay low = point->low, high = point->high, day = self->search.day;
  guint32 length = high - low + 1;
  PlxDay first_end, middle_end;
  int year;
  guint month, of_month;

  if (part == PART_ALL || low == 0 || high <= low)
    return;
  if (part == PART_SO_FAR || part == PART_TO_COME)
    {
      if (low <= day && day <= high && part == PART_SO_FAR)
        point->high = day;
      else if (low <= day && day <= high)
        point->low = day;
      return;
    }

  point->is_rough = TRUE;
  plx_day_split (low, &year, &month, &of_month);
  if (point->precision == PLX_PRECISION_MONTH)
    {
      first_end = low + 9;
      middle_end = low + 19;
    }
  else if (point->precision == PLX_PRECISION_YEAR)
    {
      first_end = plx_day_get_last (year, 4);
      middle_end = plx_day_get_last (year, 8);
    }
  else if (point->precision == PLX_PRECISION_DECADE)
    {
      first_end = plx_day_new (year + 3, 12, 31);
      middle_end = plx_day_new (year + 6, 12, 31);
    }
  else if (point->precision == PLX_PRECISION_CENTURY)
    {
      first_end = plx_day_new (year + 32, 12, 31);
      middle_end = plx_day_new (year + 65, 12, 31);
    }
  else
    {
      first_end = low + length / 3 - 1;
      middle_end = low + 2 * length / 3 - 1;
    }

  if (part == PART_EARLY)
    point->high = first_end;
  else if (part == PART_LATE)
    point->low = middle_end + 1;
  else
    {
      point->low = first_end + 1;
      point->high = middle_end;
    }
}

/* The first half of a range gets the year of the second, and the second does not come before
 * it. */
static void
join (PlxTime      *time,
      PlxTimePoint *first,
      PlxTimePoint *second)
{
  int year, own_year;
  guint month, of_month, own_month, own_day;

  time->high = second->high;
  if (first->precision == PLX_PRECISION_CLOCK)
    {
      time->high_minute = second->minute;
      time->high = 0;
      return;
    }
  if (first->low == 0 || second->high == 0)
    return;

  plx_day_split (second->low, &year, &month, &of_month);
  plx_day_split (first->low, &own_year, &own_month, &own_day);
  if (first->month != 0 && first->is_relative && !second->is_relative)
    {
      PlxDay moved = plx_day_new (first->month > month ? year - 1 : year, own_month, own_day);

      if (moved != 0)
        time->low = moved;
    }
  else if (time->low > time->high)
    {
      /* "from November to February", "Friday to Monday". */
      PlxDay moved = second->month != 0 ? plx_day_new (year + 1, month, of_month) : second->low + 7;

      if (moved != 0)
        time->high = moved + (second->high - second->low);
    }
}

/* "to Thursday", "– 2016", "and May 5": the end of a range. Returns the lexeme after it, or
 * @past. */
static guint
read_range (Scan         *self,
            PlxTimePoint *first,
            PlxTime      *time,
            guint         start,
            guint         past)
{
  const PlxLexeme *dash = at (self, past);
  gboolean between = start > self->taken && has_word (self, start - 1, "between");
  gboolean from = start > self->taken && has_word (self, start - 1, "from");
  guint next = past + 1, after;
  PlxTimePoint second;
  Scan inner = *self;

  if (!between && (dash->form & PLX_LEXEME_HYPHEN) != 0 && plx_lexeme_is (dash, PLX_LEX (MONTH)))
    /* "March 31-April 4". */
    next = past;
  else if (between ? !has_word (self, past, "and") : !has_word (self, past, "to until till through")
      && dash->mark != EN_DASH && dash->mark != '-' && dash->mark != EM_DASH)
    return past;
  if (!between && !from && has_word (self, past, "until till"))
    return past;
  inner.taken = next;
  if (has_word (self, next, "the early late mid"))
    next++;
  if (has_word (self, next, "the early late mid"))
    next++;
  after = read_point (self, next, &second);
  if (after == next ||
      (second.precision != first->precision && !(from || between)) ||
      (second.precision == PLX_PRECISION_CLOCK) != (first->precision == PLX_PRECISION_CLOCK))
    return past;

  take_part (self, &second, read_part (&inner, &second));
  join (time, first, &second);
  if (between || from)
    time->start = at (self, start - 1)->start;
  if (second.precision < first->precision)
    time->precision = second.precision;

  return after;
}

/* "since", "until", "before", "after", "around" before a time, and what they leave of it. */
static guint
read_relation (Scan    *self,
               PlxTime *time,
               guint    first)
{
  guint start = first;

  if (first <= self->taken)
    return first;
  if (has_word (self, first - 1, "around about circa roughly approximately nearly almost towards"))
    {
      time->is_rough = TRUE;
      start = first - 1;
    }
  if (start <= self->taken)
    return start;

  if (has_word (self, start - 1, "since"))
    time->relation = PLX_TIME_SINCE;
  else if (has_word (self, start - 1, "until till by"))
    time->relation = PLX_TIME_UNTIL;
  else if (has_word (self, start - 1, "before"))
    time->relation = PLX_TIME_BEFORE;
  else if (has_word (self, start - 1, "after"))
    time->relation = PLX_TIME_AFTER;
  else
    return start;

  start--;
  if (start > self->taken && (time->relation == PLX_TIME_BEFORE ||
                              time->relation == PLX_TIME_AFTER) &&
      has_word (self, start - 1, "shortly just soon"))
    {
      time->is_rough = TRUE;
      start--;
    }

  return start;
}

static void
apply_relation (Scan    *self,
                PlxTime *time)
{
  PlxDay day = self->search.day;

  if (time->precision == PLX_PRECISION_CLOCK)
    return;
  switch (time->relation)
    {
    case PLX_TIME_SINCE:
      if (time->low != 0)
        time->high = MAX (day, time->low);
      time->high = day == 0 ? 0 : time->high;
      break;

    case PLX_TIME_UNTIL:
      time->low = 0;
      break;

    case PLX_TIME_BEFORE:
      time->high = time->low > 0 ? time->low - 1 : 0;
      time->low = 0;
      break;

    case PLX_TIME_AFTER:
      time->low = time->high > 0 ? time->high + 1 : 0;
      time->high = 0;
      break;

    case PLX_TIME_ON:
    default:
      break;
    }
}

static guint
read_time (Scan  *self,
           guint  i)
{
  PlxTimePoint point;
  PlxTime time = { 0 };
  guint past = read_point (self, i, &point);
  guint start;

  if (past == i || point.first < self->taken)
    return i;

  take_part (self, &point, read_part (self, &point));
  time.precision = point.precision;
  time.low = point.low;
  time.high = point.high;
  time.low_minute = time.high_minute = point.minute;
  time.has_zone = point.has_zone;
  time.is_rough = point.is_rough;
  time.is_relative = point.is_relative;
  time.is_year_guessed = point.is_relative && point.month != 0;
  time.start = at (self, point.first)->start;
  start = point.first;

  past = read_range (self, &point, &time, start, past);
  if (past == point.past && point.precision == PLX_PRECISION_DAY && point.low < point.high &&
      start > self->taken && has_word (self, start - 1, "from between"))
    {
      /* "from 3 to 5 May". */
      time.start = at (self, start - 1)->start;
    }
  else if (past == point.past)
    {
      start = read_relation (self, &time, start);
      time.start = at (self, start)->start;
      apply_relation (self, &time);
    }
  time.end = at (self, past - 1)->end;
  if (time.precision == PLX_PRECISION_DAY && point.low != 0)
    self->search.anchor = point.low;
  g_array_append_val (self->found, time);
  self->taken = past;

  return past;
}

/**
 * plx_times_find:
 * @lexemes: a stretch of text
 * @day: the day of its article, or 0
 *
 * Finds times and puts them on the calendar: "20 September 2023", "last week", "on Tuesday",
 * "by the end of the year", "from 3 to 5 May", "shortly before noon". A weekday or a month
 * without a year is the next or the last one, as the verb beside it tells. Without a day of the
 * article, what it would tell stays unknown.
 *
 * Returns: (transfer full) (element-type PlxTime): the times in order
 */
GArray *
plx_times_find (const PlxLexemes *lexemes,
                PlxDay            day)
{
  gboolean is_day = day >= FIRST_DAY && day <= LAST_DAY;
  Scan scan = { .search = { lexemes, is_day ? day : 0, 0 } };
  guint64 begins = PLX_LEX (MONTH) | PLX_LEX (WEEKDAY) | PLX_LEX (SEASON) | PLX_LEX (TIME) |
                   PLX_LEX (CARDINAL) | PLX_LEX (ORDINAL) | PLX_LEX (PERIOD);

  g_return_val_if_fail (lexemes != NULL, NULL);

  scan.found = g_array_new (FALSE, FALSE, sizeof (PlxTime));
  for (guint i = 0; i < lexemes->items->len;)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);
      guint past = i;

      if ((lexeme->form & PLX_LEXEME_NUMBER) != 0 || plx_lexeme_is (lexeme, begins))
        past = read_time (&scan, i);
      i = past > i ? past : i + 1;
    }

  return scan.found;
}
