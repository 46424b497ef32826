/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-fact-times"

#include "config.h"

#include "comparing/plx-fact-times.h"

#include <stdlib.h>
#include <string.h>

#include "comparing/plx-tokens.h"

#define SAYING "said says reported reports announced told confirmed stated wrote"

/* Where the article has no day of its own, months are compared within this year. */
#define SOME_YEAR 2001

typedef struct
{
  GArray *tokens;
  GDate   day;
  guint   at;   /* first token of the time */
  guint   past; /* the token after the last */
  GDate   low;
  GDate   high;
  gboolean is_rough; /* whether the year is only the nearest one */
} Time;

static int
month_of (GArray *tokens,
          guint   i)
{
  static const char * const starts[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  };
  static const char * const names[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  };
  const char *word = plx_tokens_word (tokens, i);
  gsize length = strlen (word);

  if (length < 3 || !plx_tokens_at (tokens, i)->is_capital)
    return 0;
  if (word[length - 1] == '.')
    length--;

  for (guint month = 0; month < G_N_ELEMENTS (names); month++)
    {
      if (g_str_equal (word, names[month]) ||
          (length <= 4 && memcmp (word, starts[month], 3) == 0 &&
           (length == 3 || memcmp (word, "sept", 4) == 0)))
        return month + 1;
    }

  return 0;
}

/* A number of one or two digits, or a year. */
static guint
small_number (GArray *tokens,
              guint   i,
              guint   least,
              guint   most)
{
  const char *word = plx_tokens_word (tokens, i);
  guint value;
  char *end;

  if (!g_ascii_isdigit (word[0]))
    return 0;

  value = strtoul (word, &end, 10);
  if (*end != '\0' && !g_str_equal (end, "st") && !g_str_equal (end, "nd") &&
      !g_str_equal (end, "rd") && !g_str_equal (end, "th"))
    return 0;

  return value >= least && value <= most ? value : 0;
}

static guint
year_at (GArray *tokens,
         guint   i,
         guint  *past)
{
  guint skip = g_str_equal (plx_tokens_word (tokens, i), ",") ? 1 : 0;
  guint year = small_number (tokens, i + skip, 1900, 2099);

  if (year != 0)
    *past = i + skip + 1;

  return year;
}

/* A month without a year is the one nearest to the day of the article. */
static guint
nearest_year (const Time *self,
              int         month)
{
  int distance = month - (int) g_date_get_month (&self->day);
  guint year = g_date_get_year (&self->day);

  if (distance > 6)
    return year - 1;

  return distance < -6 ? year + 1 : year;
}

static gboolean
read_month (Time *self)
{
  int month = month_of (self->tokens, self->at);
  guint day, year;

  if (month == 0)
    return FALSE;

  self->past = self->at + 1;
  day = small_number (self->tokens, self->past, 1, 31);
  if (day != 0)
    {
      self->past++;
    }
  else if (self->at > 0)
    {
      day = small_number (self->tokens, self->at - 1, 1, 31);
      self->at -= day != 0;
    }

  year = year_at (self->tokens, self->past, &self->past);
  self->is_rough = year == 0;
  if (year == 0)
    year = nearest_year (self, month);
  if (!g_date_valid_dmy (day != 0 ? day : 1, month, year))
    return FALSE;

  g_date_set_dmy (&self->low, day != 0 ? day : 1, month, year);
  g_date_set_dmy (&self->high, day != 0 ? day : g_date_get_days_in_month (month, year), month,
                  year);

  return TRUE;
}

static void
set_span (Time *self,
          int   from,
          int   to)
{
  g_date_set_julian (&self->low, g_date_get_julian (&self->day) + from);
  g_date_set_julian (&self->high, g_date_get_julian (&self->day) + to);
}

/* Weekdays are told without saying which week, so that of the other side of the article's day
 * fits too. */
static gboolean
read_weekday (Time *self)
{
  static const char * const days[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  };
  const char *word = plx_tokens_word (self->tokens, self->at);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int back;

      if (!g_str_equal (word, days[i]))
        continue;
      back = (int) g_date_get_weekday (&self->day) - (int) (i + 1);
      back = back < 0 ? back + 7 : back;
      set_span (self, -back, -back);
      self->past = self->at + 1;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_relative (Time *self)
{
  gboolean last = plx_tokens_among (self->tokens, self->at, "last earlier");
  gboolean next = plx_tokens_among (self->tokens, self->at, "next coming");
  int length = 0;

  if (plx_tokens_among (self->tokens, self->at, "yesterday today tomorrow"))
    {
      const char *word = plx_tokens_word (self->tokens, self->at);
      int shift = word[0] == 'y' ? -1 : word[2] == 'm' ? 1 : 0;

      set_span (self, shift, shift);
      self->past = self->at + 1;
      return TRUE;
    }

  if (!last && !next && !plx_tokens_among (self->tokens, self->at, "this"))
    return FALSE;

  if (plx_tokens_among (self->tokens, self->at + 1, "week"))
    length = 13;
  else if (plx_tokens_among (self->tokens, self->at + 1, "month"))
    length = 61;
  else if (plx_tokens_among (self->tokens, self->at + 1, "year"))
    length = 366;
  else
    return FALSE;

  set_span (self, next ? 1 : -length, last ? -1 : length);
  self->past = self->at + 2;

  return TRUE;
}

static gboolean
read_season (Time *self)
{
  static const struct
  {
    const char *words;
    int         first;
    int         last;
  } seasons[] = {
    { "spring", 3, 6 }, { "summer", 6, 9 }, { "fall autumn", 9, 12 },
  };

  if (!plx_tokens_among (self->tokens, self->at, "this last next in"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      int shift = plx_tokens_among (self->tokens, self->at, "last") ? -1 :
                  plx_tokens_among (self->tokens, self->at, "next") ? 1 : 0;
      guint year = g_date_get_year (&self->day) + shift;

      if (!plx_tokens_among (self->tokens, self->at + 1, seasons[i].words))
        continue;
      g_date_set_dmy (&self->low, 1, seasons[i].first, year);
      g_date_set_dmy (&self->high, 30, seasons[i].last, year);
      self->past = self->at + 2;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_year (Time *self)
{
  guint year = small_number (self->tokens, self->at, 1900, 2099);

  if (year == 0 || self->at == 0 ||
      !plx_tokens_among (self->tokens, self->at - 1, "in since by until early late mid"))
    return FALSE;

  g_date_set_dmy (&self->low, 1, 1, year);
  g_date_set_dmy (&self->high, 31, 12, year);
  self->past = self->at + 1;

  return TRUE;
}

/* "has ruled since a coup in 1989" tells when something began, long before what is reported. */
static gboolean
dates_a_beginning (const Time *self)
{
  guint from = self->at > 5 ? self->at - 5 : 0;

  for (guint i = from; i < self->at; i++)
    {
      if (plx_tokens_among (self->tokens, i, "since"))
        return TRUE;
    }

  return FALSE;
}

/* "said on May 4" and "reported on the merger back in April" date the saying and not what is
 * said; so does a day that leads up to it, as in "On Tuesday, the office said". */
static gboolean
dates_the_saying (const Time *self)
{
  for (guint i = self->at; i-- > 0 && plx_tokens_at (self->tokens, i)->is_word;)
    {
      if (plx_tokens_among (self->tokens, i, SAYING))
        return TRUE;
    }

  if (self->at > 1 || !g_str_equal (plx_tokens_word (self->tokens, self->past), ","))
    return FALSE;

  for (guint i = self->past + 1; i < self->tokens->len && i < self->past + 6; i++)
    {
      if (plx_tokens_among (self->tokens, i, SAYING))
        return TRUE;
    }

  return FALSE;
}

/* The minute of the day that stands at @i, or -1; @past is the token after it. */
static int
clock_at (GArray *tokens,
          guint   i,
          guint  *past)
{
  const char *word = plx_tokens_word (tokens, i);
  guint hour, minute = 0;
  char *end;

  *past = i + 1;
  if (plx_tokens_among (tokens, i, "noon midday midnight"))
    return word[1] == 'o' || word[3] == 'd' ? 12 * 60 : 0;
  if (!g_ascii_isdigit (word[0]))
    return -1;

  hour = strtoul (word, &end, 10);
  if (*end == ':')
    {
      minute = strtoul (end + 1, &end, 10);
    }
  else if (*end == '\0' && g_str_equal (plx_tokens_word (tokens, i + 1), ":"))
    {
      minute = strtoul (plx_tokens_word (tokens, i + 2), &end, 10);
      *past = i + 3;
    }

  if (*end != '\0' || minute > 59)
    return -1;
  /* "14:30" needs no more; of another time zone nothing is known. */
  if (plx_tokens_among (tokens, *past, "gmt utc z bst cet est edt pst et"))
    return -1;
  if (!plx_tokens_among (tokens, *past, "a.m. p.m. am pm a.m p.m"))
    return strchr (word, ':') != NULL && hour < 24 ? (int) (hour * 60 + minute) : -1;
  if (hour < 1 || hour > 12)
    return -1;

  hour = hour % 12 + (plx_tokens_word (tokens, *past)[0] == 'p' ? 12 : 0);
  *past += 1;

  return hour * 60 + minute;
}

/* What stands before a time of the day, and how many minutes it may then lie from it. */
typedef struct
{
  const char *words;
  int         from;
  int         to;
} ClockBound;

static const ClockBound clock_bounds[] = {
  { "shortly before", -45, -1 }, { "just before", -30, -1 }, { "shortly after", 1, 45 },
  { "just after", 1, 30 }, { "little after", 1, 30 }, { "little before", -30, -1 },
  { "before", -180, 0 }, { "after", 0, 180 }, { "by", -180, 0 }, { "until", 0, 0 },
  { "about", -20, 20 }, { "around", -20, 20 }, { "nearly", -20, 0 }, { "almost", -20, 0 },
  { "roughly", -20, 20 }, { "approximately", -20, 20 },
};

/* The words before a time that say how near it is. Returns where they start, or @at. */
static guint
read_clock_bound (GArray  *tokens,
                  guint    at,
                  PlxFact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (clock_bounds); i++)
    {
      g_auto (GStrv) words = g_strsplit (clock_bounds[i].words, " ", -1);
      guint n = g_strv_length (words);
      guint same = 0;

      while (n <= at && same < n &&
             g_str_equal (plx_tokens_word (tokens, at - n + same), words[same]))
        same++;
      if (same < n)
        continue;

      fact->low += clock_bounds[i].from;
      fact->high += clock_bounds[i].to;
      return at - n;
    }

  return at;
}

static void
find_clocks (GArray *tokens,
             GArray *facts)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      PlxFact fact = { .kind = PLX_FACT_CLOCK };
      guint start, past;
      int minute = clock_at (tokens, i, &past);

      if (minute < 0)
        continue;

      /* Nobody means noon sharp, and nobody looks at the watch to the minute. */
      fact.low = minute - (g_ascii_isdigit (plx_tokens_word (tokens, i)[0]) ? 3 : 10);
      fact.high = minute + (minute - fact.low);
      start = read_clock_bound (tokens, i, &fact);
      fact.start = plx_tokens_at (tokens, start)->start;
      fact.key_start = plx_tokens_at (tokens, i)->start;
      fact.end = fact.key_end = plx_tokens_at (tokens, past - 1)->end;
      fact.is_rough = start < i;
      g_array_append_val (facts, fact);
      i = past - 1;
    }
}

/**
 * plx_fact_times_find:
 * @tokens: (element-type PlxToken): the words of a sentence
 * @day: the day of its article, or 0
 * @facts: (element-type PlxFact): the times are added to it
 *
 * Finds times and puts them on the calendar as far as they can be: "in April", "May 4",
 * "last week", "this fall", "on Tuesday", "shortly before noon".
 */
void
plx_fact_times_find (GArray *tokens,
                PlxDay  day,
                GArray *facts)
{
  Time time = { .tokens = tokens };

  find_clocks (tokens, facts);
  if (g_date_valid_julian (day))
    g_date_set_julian (&time.day, day);
  else
    g_date_set_dmy (&time.day, 1, 7, SOME_YEAR);

  for (guint i = 0; i < tokens->len; i++)
    {
      PlxFact fact = { .kind = PLX_FACT_DATE };
      gboolean found;

      time.at = i;
      time.is_rough = FALSE;
      g_date_clear (&time.low, 1);
      g_date_clear (&time.high, 1);
      found = read_month (&time);
      if (!found && day != 0)
        found = read_weekday (&time) || read_relative (&time) || read_season (&time);
      if (!found && !read_year (&time))
        continue;

      i = time.past - 1;
      if (dates_the_saying (&time) || dates_a_beginning (&time))
        continue;
      fact.start = fact.key_start = plx_tokens_at (tokens, time.at)->start;
      fact.end = fact.key_end = plx_tokens_at (tokens, time.past - 1)->end;
      fact.low = g_date_get_julian (&time.low);
      fact.high = g_date_get_julian (&time.high);
      fact.is_rough = time.is_rough;
      g_array_append_val (facts, fact);
    }
}
