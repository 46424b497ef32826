/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dates"

#include "config.h"

#include "reading/article/plx-dates.h"

#include <stdlib.h>
#include <string.h>

#include "reading/article/plx-date-tokens.h"

/* A date stands near the start of what gives it; the rest of a long text is not searched. */
#define MAX_TOKENS 200

static gboolean
is_word (const char         *text,
         const PlxDateToken *token,
         const char         *word)
{
  gsize length = strlen (word);

  return token->kind == PLX_DATE_WORD && token->end - token->start == length &&
         g_ascii_strncasecmp (text + token->start, word, length) == 0;
}

static gboolean
is_mark (const PlxDateToken *token,
         int                 mark)
{
  return token->kind == PLX_DATE_MARK && token->value == mark;
}

static gboolean
is_year (const PlxDateToken *token)
{
  return token->kind == PLX_DATE_NUMBER && token->digits == 4 &&
         token->value >= PLX_DATE_FIRST_YEAR && token->value <= PLX_DATE_LAST_YEAR;
}

static gboolean
is_day (const PlxDateToken *token)
{
  return token->kind == PLX_DATE_NUMBER && token->digits <= 2 && token->value >= 1 &&
         token->value <= 31;
}

static gboolean
set_date (PlxDateFind *found,
          int          year,
          int          month,
          int          day)
{
  if (year < PLX_DATE_FIRST_YEAR || year > PLX_DATE_LAST_YEAR || month < 1 || month > 12 ||
      day < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  found->year = year;
  found->month = month;
  found->day = day;
  found->hour = -1;
  found->second = -1;

  return TRUE;
}

/* A day without its year; the year is then 0. */
static gboolean
set_day (PlxDateFind *found,
         int          month,
         int          day)
{
  if (!set_date (found, 2000, month, day))
    return FALSE;
  found->year = 0;

  return TRUE;
}

/* “30th”, “1er”, “30.” and “30 de” stand for the bare number. */
static guint
skip_ordinal (const char         *text,
              const PlxDateToken *t)
{
  static const char *endings[] = { "st", "nd", "rd", "th", "er" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (!t[n].spaced && is_word (text, &t[n], endings[i]))
      {
        n++;
        break;
      }
  if (is_mark (&t[n], '.') || is_mark (&t[n], ',') || is_mark (&t[n], '-'))
    n++;
  if (is_word (text, &t[n], "de") || is_word (text, &t[n], "of"))
    n++;

  return n;
}

/* “30 August 2023”, “30. Aug. 2023”, “30 de agosto de 2023”. */
static guint
match_day_month (const char         *text,
                 const PlxDateToken *t,
                 gboolean            any_year,
                 PlxDateFind        *found)
{
  guint n = 1;
  guint end;
  int month;

  if (!is_day (&t[0]))
    return 0;

  n += skip_ordinal (text, t + n);
  month = plx_date_token_get_month (&t[n], text);
  if (month == 0)
    return 0;
  end = ++n;

  while (is_mark (&t[n], '.') || is_mark (&t[n], ',') || is_mark (&t[n], '-'))
    n++;
  if (is_word (text, &t[n], "de") || is_word (text, &t[n], "del"))
    n++;
  if (any_year && !is_year (&t[n]))
    return plx_date_token_is_month (&t[end - 1], text) && set_day (found, month, t[0].value)
             ? end : 0;
  if (!is_year (&t[n]) || !set_date (found, t[n].value, month, t[0].value))
    return 0;

  return n + 1;
}

/* “August 30, 2023”, “Aug. 30th 2023”. */
static guint
match_month_day (const char         *text,
                 const PlxDateToken *t,
                 gboolean            any_year,
                 PlxDateFind        *found)
{
  int month = plx_date_token_get_month (&t[0], text);
  guint n = 1;
  guint end;
  int day;

  if (month == 0)
    return 0;
  if (is_mark (&t[n], '.'))
    n++;
  if (!is_day (&t[n]))
    return 0;

  day = t[n++].value;
  end = n;
  n += skip_ordinal (text, t + n);
  if (is_mark (&t[n], ','))
    n++;
  if (any_year && !is_year (&t[n]))
    return plx_date_token_is_month (&t[0], text) && set_day (found, month, day) ? end : 0;
  if (!is_year (&t[n]) || !set_date (found, t[n].value, month, day))
    return 0;

  return n + 1;
}

/* Whether a token begins with a word that stands without spaces beside others. */
static gboolean
starts_with (const char         *text,
             const PlxDateToken *token,
             const char         *word)
{
  return token->kind == PLX_DATE_WORD && strncmp (text + token->start, word, strlen (word)) == 0;
}

/* “2023. augusztus 30.”, “2023 m. rugpjūčio 30 d.”, “2023 August 30”. */
static guint
match_year_month (const char         *text,
                  const PlxDateToken *t,
                  PlxDateFind        *found)
{
  guint n = 1;
  int month;

  if (!is_year (&t[0]))
    return 0;
  if (is_word (text, &t[n], "m") || is_word (text, &t[n], "gada"))
    n++;
  while (is_mark (&t[n], '.') || is_mark (&t[n], ','))
    n++;
  month = plx_date_token_get_month (&t[n], text);
  if (month == 0 || !plx_date_token_is_month (&t[n], text))
    return 0;
  n++;
  if (is_mark (&t[n], '.'))
    n++;

  return is_day (&t[n]) && set_date (found, t[0].value, month, t[n].value) ? n + 1 : 0;
}

/* “2023年8月30日”, “2023년 8월 30일”. */
static guint
match_signs (const char         *text,
             const PlxDateToken *t,
             PlxDateFind        *found)
{
  static const char *const signs[][3] = { { "年", "月", "日" }, { "년", "월", "일" } };

  if (!is_year (&t[0]) || t[2].kind != PLX_DATE_NUMBER || t[4].kind != PLX_DATE_NUMBER)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (starts_with (text, &t[1], signs[i][0]) && starts_with (text, &t[3], signs[i][1]) &&
        starts_with (text, &t[5], signs[i][2]) &&
        set_date (found, t[0].value, t[2].value, t[4].value))
      return 6;

  return 0;
}

/* “2023-08-30”, “2023/08/30”, “2023.08.30”, “30.08.2023”, “30/8/2023”, “8/30/2023”, “20230830”. */
static guint
match_numbers (const PlxDateToken *t,
               gboolean            month_first,
               PlxDateFind        *found)
{
  int mark;
  int a;
  int b;

  if (t[0].kind != PLX_DATE_NUMBER)
    return 0;
  if (t[0].digits == 8 && set_date (found, t[0].value / 10000, t[0].value / 100 % 100,
                                    t[0].value % 100))
    return 1;

  mark = t[1].kind == PLX_DATE_MARK ? t[1].value : 0;
  if ((mark != '-' && mark != '/' && mark != '.' && mark != '|') || t[2].kind != PLX_DATE_NUMBER ||
      !is_mark (&t[3], mark) || t[4].kind != PLX_DATE_NUMBER || (t[4].spaced && mark != '|'))
    return 0;

  if (is_year (&t[0]) && t[2].digits <= 2 && t[4].digits <= 2)
    return set_date (found, t[0].value, t[2].value, t[4].value) ? 5 : 0;

  if (!is_year (&t[4]) || t[0].digits > 2 || t[2].digits > 2)
    return 0;

  a = t[0].value;
  b = t[2].value;
  if (b > 12 || (month_first && mark == '/' && a <= 12))
    return set_date (found, t[4].value, a, b) ? 5 : 0;

  return set_date (found, t[4].value, b, a) ? 5 : 0;
}

static guint
match_offset (const char         *text,
              const PlxDateToken *t,
              PlxDateFind        *found)
{
  guint n = 0;
  int sign;
  int minutes;

  if (is_mark (&t[n], '('))
    n++;

  if (plx_date_token_get_zone (&t[n], text, &found->offset))
    {
      found->has_offset = TRUE;
      n++;
      if (!is_mark (&t[n], '+') && !is_mark (&t[n], '-'))
        return n;
    }

  if ((!is_mark (&t[n], '+') && !is_mark (&t[n], '-')) || t[n + 1].kind != PLX_DATE_NUMBER ||
      t[n + 1].spaced)
    return found->has_offset ? n : 0;

  sign = is_mark (&t[n], '-') ? -1 : 1;
  if (t[n + 1].digits == 4)
    minutes = t[n + 1].value / 100 * 60 + t[n + 1].value % 100;
  else if (t[n + 1].digits <= 2)
    minutes = t[n + 1].value * 60;
  else
    return 0;

  n += 2;
  if (is_mark (&t[n], ':') && t[n + 1].kind == PLX_DATE_NUMBER && t[n + 1].digits == 2)
    {
      minutes += t[n + 1].value;
      n += 2;
    }

  found->has_offset = minutes <= 14 * 60;
  found->offset = sign * minutes;

  return n;
}

/* “pm”, “p.m.”; says by how many hours the time moves, and through @n how many tokens it took. */
static int
match_half (const char         *text,
            const PlxDateToken *t,
            int                 hour,
            guint              *n)
{
  gboolean am = is_word (text, &t[0], "am");
  gboolean pm = is_word (text, &t[0], "pm");

  *n = am || pm;
  if (!am && !pm && is_mark (&t[1], '.') && is_word (text, &t[2], "m"))
    {
      am = is_word (text, &t[0], "a");
      pm = is_word (text, &t[0], "p");
      *n = am || pm ? (is_mark (&t[3], '.') ? 4 : 3) : 0;
    }

  if (pm && hour < 12)
    return 12;
  if (am && hour == 12)
    return -12;

  return 0;
}

/* What stands after the date: “, 6:12 p.m. EDT”, “T08:49:00+02:00”, “at 18.05 SAST”, “| 8:49”. */
static guint
match_time (const char         *text,
            const PlxDateToken *t,
            PlxDateFind        *found)
{
  guint n = 0;
  guint half;
  int hour;
  int moved;

  while (n < 3 && (is_mark (&t[n], ',') || is_mark (&t[n], '|') || is_mark (&t[n], '-') ||
                   is_mark (&t[n], 0xB7) || is_word (text, &t[n], "at") ||
                   is_word (text, &t[n], "T") || is_word (text, &t[n], "um")))
    n++;

  if (t[n].kind != PLX_DATE_NUMBER || t[n].digits > 2 || t[n].value > 23)
    return 0;

  hour = t[n++].value;
  found->minute = 0;
  if ((is_mark (&t[n], ':') || is_mark (&t[n], '.') || is_word (text, &t[n], "h")) &&
      t[n + 1].kind == PLX_DATE_NUMBER && t[n + 1].digits == 2 && t[n + 1].value < 60 &&
      !t[n + 1].spaced)
    {
      found->minute = t[n + 1].value;
      n += 2;
      if (is_mark (&t[n], ':') && t[n + 1].kind == PLX_DATE_NUMBER && t[n + 1].digits == 2)
        {
          found->second = MIN (t[n + 1].value, 59);
          n += 2;
          if (is_mark (&t[n], '.') && t[n + 1].kind == PLX_DATE_NUMBER && !t[n + 1].spaced)
            n += 2;
        }
    }
  else
    {
      match_half (text, t + n, hour, &half);
      if (half == 0)
        return 0;
    }

  moved = match_half (text, t + n, hour, &half);
  found->hour = hour + moved;
  n += half;
  n += match_offset (text, t + n, found);

  return n;
}

/* A time before the date, as in “8:49 AM EDT, Wed August 30, 2023” and “14:05, 3 May 2019”. */
static guint
match_time_before (const char         *text,
                   const PlxDateToken *t,
                   PlxDateFind        *found)
{
  return t[0].kind == PLX_DATE_NUMBER && t[0].digits <= 2 && is_mark (&t[1], ':')
             ? match_time (text, t, found)
             : 0;
}

static gboolean
find_date (const char   *text,
           PlxDateToken *t,
           guint         n_tokens,
           gboolean      month_first,
           gboolean      any_year,
           PlxDateFind  *found)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      guint n = match_day_month (text, t + i, any_year, found);

      if (n == 0)
        n = match_month_day (text, t + i, any_year, found);
      if (n == 0)
        n = match_year_month (text, t + i, found);
      if (n == 0)
        n = match_signs (text, t + i, found);
      if (n == 0)
        n = match_numbers (t + i, month_first, found);
      if (n == 0)
        continue;

      found->start = t[i].start;
      n += match_time (text, t + i + n, found);
      found->end = t[i + n - 1].end;

      if (found->hour < 0)
        for (guint k = 0; k < i && found->hour < 0; k++)
          {
            guint before = match_time_before (text, t + k, found);

            if (before > 0 && i - (k + before) <= 3)
              found->start = t[k].start;
            else
              found->hour = -1;
          }

      return TRUE;
    }

  return FALSE;
}

static gboolean
find (const char  *text,
      gboolean     month_first,
      gboolean     any_year,
      PlxDateFind *found)
{
  /* Sixteen empty tokens at the end let the matchers look ahead without counting. */
  PlxDateToken tokens[MAX_TOKENS + 16] = { 0 };
  const char *p = text;
  guint n_tokens = 0;

  memset (found, 0, sizeof *found);
  found->hour = -1;
  found->second = -1;

  while (n_tokens < MAX_TOKENS)
    {
      PlxDateToken token = plx_date_token_next (text, &p);

      if (token.kind == PLX_DATE_END)
        break;
      tokens[n_tokens++] = token;
    }

  return find_date (text, tokens, n_tokens, month_first, any_year, found);
}

/**
 * plx_dates_find:
 * @text: UTF-8
 * @month_first: whether “4/5/2020” is the fifth of April
 * @found: (out): the first date in it
 *
 * Looks for a full date (day, month and year), with its time and zone where they stand by it.
 *
 * Returns: whether there is one
 */
gboolean
plx_dates_find (const char  *text,
                gboolean     month_first,
                PlxDateFind *found)
{
  return find (text, month_first, FALSE, found);
}

/**
 * plx_dates_find_day:
 * @text: UTF-8
 * @found: (out): the first day in it; its year is 0 where none stands by it
 *
 * Looks for a day and its month in words, with or without a year: “Sept. 20”, “14 giugno 2015”.
 *
 * Returns: whether there is one
 */
gboolean
plx_dates_find_day (const char  *text,
                    PlxDateFind *found)
{
  return find (text, FALSE, TRUE, found);
}

/**
 * plx_dates_find_month:
 * @text: UTF-8
 * @found: (out): the first month with a year in it; its day is 0 where none stands by it
 *
 * Looks for a month in words with its year: “September 2023”, “3 May 2019”.
 *
 * Returns: whether there is one
 */
gboolean
plx_dates_find_month (const char  *text,
                      PlxDateFind *found)
{
  PlxDateToken day = { 0 };
  PlxDateToken last = { 0 };
  const char *p = text;

  memset (found, 0, sizeof *found);
  for (guint i = 0; i < MAX_TOKENS; i++)
    {
      PlxDateToken token = plx_date_token_next (text, &p);

      if (token.kind == PLX_DATE_END)
        return FALSE;
      if (is_mark (&token, ',') || is_mark (&token, '.'))
        continue;
      if (is_year (&token) && found->month != 0)
        {
          found->year = token.value;
          found->end = token.end;
          return TRUE;
        }
      if (is_day (&token) && found->month != 0 && found->day == 0)
        {
          found->day = token.value;
          continue;
        }

      day = last;
      last = token;
      found->month = token.kind == PLX_DATE_WORD && plx_date_token_is_month (&token, text)
                         ? plx_date_token_get_month (&token, text) : 0;
      found->day = found->month != 0 && is_day (&day) ? day.value : 0;
      found->start = found->day != 0 ? day.start : token.start;
    }

  return FALSE;
}

/**
 * plx_dates_format:
 * @find: a date
 *
 * Returns: (transfer full): the date in ISO 8601, with as much of time and zone as is known
 */
char *
plx_dates_format (const PlxDateFind *find)
{
  g_autoptr (GString) iso = g_string_new (NULL);

  g_string_printf (iso, "%04d-%02d-%02d", find->year, find->month, find->day);
  if (find->hour < 0)
    return g_strdup (iso->str);

  g_string_append_printf (iso, "T%02d:%02d", find->hour, find->minute);
  if (find->second >= 0)
    g_string_append_printf (iso, ":%02d", find->second);
  if (find->has_offset && find->offset == 0)
    g_string_append_c (iso, 'Z');
  else if (find->has_offset)
    g_string_append_printf (iso, "%c%02d:%02d", find->offset < 0 ? '-' : '+',
                            abs (find->offset) / 60, abs (find->offset) % 60);

  return g_strdup (iso->str);
}

/**
 * plx_dates_to_iso:
 * @text: (nullable): UTF-8
 * @month_first: whether “4/5/2020” is the fifth of April
 *
 * Returns: (transfer full) (nullable): the first date in @text, in ISO 8601
 */
char *
plx_dates_to_iso (const char *text,
                  gboolean    month_first)
{
  PlxDateFind find;

  if (text == NULL || !plx_dates_find (text, month_first, &find))
    return NULL;

  return plx_dates_format (&find);
}
