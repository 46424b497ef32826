/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dates"

#include "config.h"

#include "reading/article/plx-dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading/article/plx-draft.h"

/* Pages and articles; what is older is a subject, not a date of publication. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2099

/* A date stands near the start of what gives it; the rest of a long text is not searched. */
#define MAX_TOKENS 200

typedef enum
{
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenKind;

typedef struct
{
  TokenKind kind;
  gsize     start;
  gsize     end;
  int       value;  /* of a number; the character of a mark */
  int       digits; /* of a number */
  gboolean  spaced; /* white space stands before it */
} Token;

/* Months by the letters with which they start, English first; other languages after. The longest
 * that fits is meant. */
static const struct
{
  const char *prefix;
  int         month;
} months[] = {
  { "jan", 1 },      { "feb", 2 },      { "mar", 3 },     { "apr", 4 },     { "may", 5 },
  { "jun", 6 },      { "jul", 7 },      { "aug", 8 },     { "sep", 9 },     { "oct", 10 },
  { "nov", 11 },     { "dec", 12 },     { "jän", 1 },     { "mär", 3 },     { "mai", 5 },
  { "maj", 5 },      { "mei", 5 },      { "okt", 10 },    { "dez", 12 },    { "maa", 3 },
  { "mrt", 3 },      { "janv", 1 },     { "fév", 2 },     { "avr", 4 },     { "juin", 6 },
  { "juil", 7 },     { "aoû", 8 },      { "aout", 8 },    { "déc", 12 },    { "ene", 1 },
  { "abr", 4 },      { "ago", 8 },      { "dic", 12 },    { "gen", 1 },     { "mag", 5 },
  { "giu", 6 },      { "lug", 7 },      { "set", 9 },     { "ott", 10 },    { "fev", 2 },
  { "out", 10 },     { "mai", 5 },      { "sty", 1 },     { "lut", 2 },     { "kwi", 4 },
  { "cze", 6 },      { "lip", 7 },      { "sie", 8 },     { "wrz", 9 },     { "paź", 10 },
  { "lis", 11 },     { "gru", 12 },     { "янв", 1 },     { "фев", 2 },     { "мар", 3 },
  { "апр", 4 },      { "май", 5 },      { "мая", 5 },     { "июн", 6 },     { "июл", 7 },
  { "авг", 8 },      { "сен", 9 },      { "окт", 10 },    { "ноя", 11 },    { "дек", 12 },
  { "oca", 1 },      { "şub", 2 },      { "nis", 4 },     { "haz", 6 },     { "tem", 7 },
  { "ağu", 8 },      { "eyl", 9 },      { "eki", 10 },    { "kas", 11 },    { "ara", 12 },
  { "ian", 1 },      { "iun", 6 },      { "iul", 7 },     { "már", 3 },     { "ápr", 4 },
  { "máj", 5 },      { "jún", 6 },      { "júl", 7 },     { "szep", 9 },    { "agu", 8 },
  { "tammik", 1 },   { "helmik", 2 },   { "maalisk", 3 }, { "huhtik", 4 },  { "toukok", 5 },
  { "kesäk", 6 },    { "heinäk", 7 },   { "elok", 8 },    { "syysk", 9 },   { "lokak", 10 },
  { "marrask", 11 }, { "jouluk", 12 },  { "leden", 1 },   { "ledna", 1 },   { "únor", 2 },
  { "břez", 3 },     { "dubn", 4 },     { "květ", 5 },    { "červn", 6 },   { "červen", 6 },
  { "červenec", 7 }, { "července", 7 }, { "srpn", 8 },    { "září", 9 },    { "říj", 10 },
  { "prosin", 12 },  { "siječ", 1 },    { "velja", 2 },   { "ožuj", 3 },    { "trav", 4 },
  { "svib", 5 },     { "lipnj", 6 },    { "srpnj", 7 },   { "kolov", 8 },   { "ruj", 9 },
  { "studen", 11 },  { "січ", 1 },      { "лют", 2 },     { "берез", 3 },   { "квіт", 4 },
  { "трав", 5 },     { "черв", 6 },     { "лип", 7 },     { "серп", 8 },    { "верес", 9 },
  { "жовт", 10 },    { "лист", 11 },    { "груд", 12 },   { "ιαν", 1 },     { "φεβ", 2 },
  { "μαρ", 3 },      { "απρ", 4 },      { "μαΐ", 5 },     { "μαϊ", 5 },     { "μάι", 5 },
  { "ιουν", 6 },     { "ιουλ", 7 },     { "αυγ", 8 },     { "σεπ", 9 },     { "οκτ", 10 },
  { "νοε", 11 },     { "δεκ", 12 },     { "ιούν", 6 },    { "ιούλ", 7 },    { "αύγ", 8 },
  { "يناير", 1 },    { "فبراير", 2 },   { "مارس", 3 },    { "أبريل", 4 },   { "إبريل", 4 },
  { "مايو", 5 },     { "يونيو", 6 },    { "يوليو", 7 },   { "أغسطس", 8 },   { "سبتمبر", 9 },
  { "أكتوبر", 10 },  { "نوفمبر", 11 },  { "ديسمبر", 12 }, { "ינואר", 1 },   { "פברואר", 2 },
  { "מרץ", 3 },      { "אפריל", 4 },    { "מאי", 5 },     { "יוני", 6 },    { "יולי", 7 },
  { "אוגוסט", 8 },   { "ספטמבר", 9 },   { "אוקטובר", 10 }, { "נובמבר", 11 }, { "דצמבר", 12 },
  { "sausio", 1 },   { "vasario", 2 },  { "kovo", 3 },    { "balandž", 4 }, { "gegužė", 5 },
  { "birželio", 6 }, { "liepos", 7 },   { "rugpjū", 8 },  { "rugsė", 9 },   { "spalio", 10 },
  { "lapkrič", 11 }, { "gruodž", 12 },
};

/* Where no year stands by it, a month is written in one of these ways and no other. */
static const char month_words[] =
  " january february march april may june july august september october november december sept "
  "januar jänner februar feber märz mai juni juli oktober dezember "
  "janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr juil "
  "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
  "diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
  "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
  "januari februari maart mei augustus "
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
  "grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
  "ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie "
  "január február március április május június július augusztus szeptember "
  "október sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio "
  "lapkričio gruodžio maret agustus ledna února března "
  "dubna května června července srpna září října "
  "prosince січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
  "грудня maj augusti januar februar marts jun jul ene abr giu lug okt dez dic fév avr déc aoû ";

/* Only abbreviations that mean one offset; “IST”, “CST”, “BST”, “AST” each mean several. */
static const struct
{
  const char *name;
  int         minutes;
} zones[] = {
  { "UTC", 0 },     { "GMT", 0 },     { "Z", 0 },       { "EDT", -240 },  { "EST", -300 },
  { "CDT", -300 },  { "MDT", -360 },  { "MST", -420 },  { "PDT", -420 },  { "PST", -480 },
  { "AKDT", -480 }, { "AKST", -540 }, { "HST", -600 },  { "WET", 0 },     { "WEST", 60 },
  { "CET", 60 },    { "CEST", 120 },  { "MEZ", 60 },    { "MESZ", 120 },  { "EET", 120 },
  { "EEST", 180 },  { "MSK", 180 },   { "SAST", 120 },  { "CAT", 120 },   { "EAT", 180 },
  { "WAT", 60 },    { "PKT", 300 },   { "NPT", 345 },   { "ICT", 420 },   { "WIB", 420 },
  { "HKT", 480 },   { "SGT", 480 },   { "PHT", 480 },   { "JST", 540 },   { "KST", 540 },
  { "AWST", 480 },  { "ACST", 570 },  { "AEST", 600 },  { "AEDT", 660 },  { "NZST", 720 },
  { "NZDT", 780 },
};

static Token
next_token (const char  *text,
            const char **p)
{
  Token token = { 0 };

  while (**p != '\0' && (g_unichar_isspace (g_utf8_get_char (*p))))
    {
      *p = g_utf8_next_char (*p);
      token.spaced = TRUE;
    }

  token.start = *p - text;
  if (**p == '\0')
    return token;

  if (g_ascii_isdigit (**p))
    {
      token.kind = TOKEN_NUMBER;
      for (; g_ascii_isdigit (**p); (*p)++, token.digits++)
        token.value = token.digits < 8 ? token.value * 10 + (**p - '0') : token.value;
    }
  else if (g_unichar_isalpha (g_utf8_get_char (*p)))
    {
      token.kind = TOKEN_WORD;
      while (g_unichar_isalpha (g_utf8_get_char (*p)))
        *p = g_utf8_next_char (*p);
    }
  else
    {
      gunichar c = g_utf8_get_char (*p);

      token.kind = TOKEN_MARK;
      token.value = c == 0x2013 || c == 0x2212 ? '-' : (int) c;
      *p = g_utf8_next_char (*p);
    }

  token.end = *p - text;

  return token;
}

static int
get_month (const char  *text,
           const Token *token)
{
  g_autofree char *lower = NULL;
  int month = 0;
  gsize best = 0;

  if (token->kind != TOKEN_WORD || token->end - token->start < 3 ||
      token->end - token->start > 24)
    return 0;

  lower = g_utf8_strdown (text + token->start, token->end - token->start);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gsize length = strlen (months[i].prefix);

      if (length > best && strncmp (lower, months[i].prefix, length) == 0)
        {
          month = months[i].month;
          best = length;
        }
    }

  /* “mayor”, “marched”, “general” and “separate” start as months do. */
  if (month != 0 && g_ascii_isalpha (lower[0]) && strlen (lower) > 4)
    {
      static const char *words[] = { "mayor", "march", "marc", "general", "sept", "junior", "maybe",
                                     "market", "marriage", "separate", "decide", "octo",
                                     "augu", "june", "july" };

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strcmp (lower, words[i]) == 0 && (i == 0 || i == 3 || i == 5 || i == 6 || i == 7))
          return 0;
    }

  return month;
}

/* A month that needs no year beside it to be known for one: not “2 may go”, not “3 marines”. */
static gboolean
is_sure_month (const char  *text,
               const Token *token)
{
  gunichar first = g_utf8_get_char (text + token->start);
  gsize length = token->end - token->start;
  g_autofree char *word = g_utf8_strdown (text + token->start, length);
  g_autofree char *wanted = g_strdup_printf (" %s ", word);

  if (strcmp (word, "may") == 0 || strcmp (word, "march") == 0 || strcmp (word, "mars") == 0)
    return g_unichar_isupper (first);
  if (g_unichar_isupper (first) && g_utf8_strlen (word, -1) == 3)
    return TRUE;

  return strstr (month_words, wanted) != NULL;
}

static gboolean
is_word (const char  *text,
         const Token *token,
         const char  *word)
{
  gsize length = strlen (word);

  return token->kind == TOKEN_WORD && token->end - token->start == length &&
         g_ascii_strncasecmp (text + token->start, word, length) == 0;
}

static gboolean
is_mark (const Token *token,
         int          mark)
{
  return token->kind == TOKEN_MARK && token->value == mark;
}

static gboolean
is_year (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->digits == 4 && token->value >= FIRST_YEAR &&
         token->value <= LAST_YEAR;
}

static gboolean
is_day (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->digits <= 2 && token->value >= 1 &&
         token->value <= 31;
}

static gboolean
set_date (PlxDateFind *found,
          int          year,
          int          month,
          int          day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy (day, month, year))
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
skip_ordinal (const char  *text,
              const Token *t)
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
match_day_month (const char  *text,
                 const Token *t,
                 gboolean     any_year,
                 PlxDateFind *found)
{
  guint n = 1;
  guint end;
  int month;

  if (!is_day (&t[0]))
    return 0;

  n += skip_ordinal (text, t + n);
  month = get_month (text, &t[n]);
  if (month == 0)
    return 0;
  end = ++n;

  while (is_mark (&t[n], '.') || is_mark (&t[n], ',') || is_mark (&t[n], '-'))
    n++;
  if (is_word (text, &t[n], "de") || is_word (text, &t[n], "del"))
    n++;
  if (any_year && !is_year (&t[n]))
    return is_sure_month (text, &t[end - 1]) && set_day (found, month, t[0].value) ? end : 0;
  if (!is_year (&t[n]) || !set_date (found, t[n].value, month, t[0].value))
    return 0;

  return n + 1;
}

/* “August 30, 2023”, “Aug. 30th 2023”. */
static guint
match_month_day (const char  *text,
                 const Token *t,
                 gboolean     any_year,
                 PlxDateFind *found)
{
  int month = get_month (text, &t[0]);
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
    return is_sure_month (text, &t[0]) && set_day (found, month, day) ? end : 0;
  if (!is_year (&t[n]) || !set_date (found, t[n].value, month, day))
    return 0;

  return n + 1;
}

/* Whether a token begins with a word that stands without spaces beside others. */
static gboolean
starts_with (const char  *text,
             const Token *token,
             const char  *word)
{
  return token->kind == TOKEN_WORD && strncmp (text + token->start, word, strlen (word)) == 0;
}

/* “2023. augusztus 30.”, “2023 m. rugpjūčio 30 d.”, “2023 August 30”. */
static guint
match_year_month (const char  *text,
                  const Token *t,
                  PlxDateFind *found)
{
  guint n = 1;
  int month;

  if (!is_year (&t[0]))
    return 0;
  if (is_word (text, &t[n], "m") || is_word (text, &t[n], "gada"))
    n++;
  while (is_mark (&t[n], '.') || is_mark (&t[n], ','))
    n++;
  month = get_month (text, &t[n]);
  if (month == 0 || !is_sure_month (text, &t[n]))
    return 0;
  n++;
  if (is_mark (&t[n], '.'))
    n++;

  return is_day (&t[n]) && set_date (found, t[0].value, month, t[n].value) ? n + 1 : 0;
}

/* “2023年8月30日”, “2023년 8월 30일”. */
static guint
match_signs (const char  *text,
             const Token *t,
             PlxDateFind *found)
{
  static const char *const signs[][3] = { { "年", "月", "日" }, { "년", "월", "일" } };

  if (!is_year (&t[0]) || t[2].kind != TOKEN_NUMBER || t[4].kind != TOKEN_NUMBER)
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
match_numbers (const Token *t,
               gboolean     month_first,
               PlxDateFind *found)
{
  int mark;
  int a;
  int b;

  if (t[0].kind != TOKEN_NUMBER)
    return 0;
  if (t[0].digits == 8 && set_date (found, t[0].value / 10000, t[0].value / 100 % 100,
                                    t[0].value % 100))
    return 1;

  mark = t[1].kind == TOKEN_MARK ? t[1].value : 0;
  if ((mark != '-' && mark != '/' && mark != '.' && mark != '|') || t[2].kind != TOKEN_NUMBER ||
      !is_mark (&t[3], mark) || t[4].kind != TOKEN_NUMBER || (t[4].spaced && mark != '|'))
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
match_offset (const char  *text,
              const Token *t,
              PlxDateFind *found)
{
  guint n = 0;
  int sign;
  int minutes;

  if (is_mark (&t[n], '('))
    n++;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (t[n].kind == TOKEN_WORD && t[n].end - t[n].start == strlen (zones[i].name) &&
        strncmp (text + t[n].start, zones[i].name, t[n].end - t[n].start) == 0)
      {
        found->has_offset = TRUE;
        found->offset = zones[i].minutes;
        n++;
        if (!is_mark (&t[n], '+') && !is_mark (&t[n], '-'))
          return n;
        break;
      }

  if ((!is_mark (&t[n], '+') && !is_mark (&t[n], '-')) || t[n + 1].kind != TOKEN_NUMBER ||
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
  if (is_mark (&t[n], ':') && t[n + 1].kind == TOKEN_NUMBER && t[n + 1].digits == 2)
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
match_half (const char  *text,
            const Token *t,
            int          hour,
            guint       *n)
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
match_time (const char  *text,
            const Token *t,
            PlxDateFind *found)
{
  guint n = 0;
  guint half;
  int hour;
  int moved;

  while (n < 3 && (is_mark (&t[n], ',') || is_mark (&t[n], '|') || is_mark (&t[n], '-') ||
                   is_mark (&t[n], 0xB7) || is_word (text, &t[n], "at") ||
                   is_word (text, &t[n], "T") || is_word (text, &t[n], "um")))
    n++;

  if (t[n].kind != TOKEN_NUMBER || t[n].digits > 2 || t[n].value > 23)
    return 0;

  hour = t[n++].value;
  found->minute = 0;
  if ((is_mark (&t[n], ':') || is_mark (&t[n], '.') || is_word (text, &t[n], "h")) &&
      t[n + 1].kind == TOKEN_NUMBER && t[n + 1].digits == 2 && t[n + 1].value < 60 &&
      !t[n + 1].spaced)
    {
      found->minute = t[n + 1].value;
      n += 2;
      if (is_mark (&t[n], ':') && t[n + 1].kind == TOKEN_NUMBER && t[n + 1].digits == 2)
        {
          found->second = MIN (t[n + 1].value, 59);
          n += 2;
          if (is_mark (&t[n], '.') && t[n + 1].kind == TOKEN_NUMBER && !t[n + 1].spaced)
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
match_time_before (const char  *text,
                   const Token *t,
                   PlxDateFind *found)
{
  return t[0].kind == TOKEN_NUMBER && t[0].digits <= 2 && is_mark (&t[1], ':')
             ? match_time (text, t, found)
             : 0;
}

static gboolean
find_date (const char  *text,
           Token       *t,
           guint        n_tokens,
           gboolean     month_first,
           gboolean     any_year,
           PlxDateFind *found)
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
  Token tokens[MAX_TOKENS + 16] = { 0 };
  const char *p = text;
  guint n_tokens = 0;

  memset (found, 0, sizeof *found);
  found->hour = -1;
  found->second = -1;

  while (n_tokens < MAX_TOKENS)
    {
      Token token = next_token (text, &p);

      if (token.kind == TOKEN_END)
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
  Token day = { 0 };
  Token last = { 0 };
  const char *p = text;

  memset (found, 0, sizeof *found);
  for (guint i = 0; i < MAX_TOKENS; i++)
    {
      Token token = next_token (text, &p);

      if (token.kind == TOKEN_END)
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
      found->month = token.kind == TOKEN_WORD && is_sure_month (text, &token)
                         ? get_month (text, &token) : 0;
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

/**
 * plx_dates_is_line:
 * @text: a block's text
 * @month_first: whether “4/5/2020” is the fifth of April
 * @found: (out): its date
 *
 * Returns: whether the block is a date line: a date, and little else
 */
gboolean
plx_dates_is_line (const char  *text,
                   gboolean     month_first,
                   PlxDateFind *found)
{
  guint others = 0;
  gboolean inside = FALSE;

  if (strlen (text) > 160 || !plx_dates_find (text, month_first, found))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean outside_date = p < text + found->start || p >= text + found->end;
      gboolean word = outside_date && g_unichar_isalnum (g_utf8_get_char (p));

      if (word && !inside)
        others++;
      inside = word;
    }

  return others <= 4 || (others <= 10 && (plx_text_contains (text, "updated") ||
                                          plx_text_contains (text, "modified") ||
                                          plx_text_contains (text, "published")));
}

/**
 * plx_dates_from_path:
 * @address: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the day that stands in its path, as in `/2023/08/30/`
 */
char *
plx_dates_from_path (const char *address)
{
  for (const char *p = address; p != NULL && *p != '\0'; p++)
    {
      int year;
      int month;
      int day;
      int n = 0;

      if ((*p != '/' && *p != '-' && *p != '_') || !g_ascii_isdigit (p[1]))
        continue;
      if (sscanf (p + 1, "%4d%*1[/-]%2d%*1[/-]%2d%n", &year, &month, &day, &n) != 3 || n < 8)
        {
          n = 0;
          if (sscanf (p + 1, "%4d%2d%2d%n", &year, &month, &day, &n) != 3 || n != 8)
            continue;
        }
      if (g_ascii_isdigit (p[1 + n]) || year < 1990 || year > LAST_YEAR || month < 1 ||
          month > 12 || day < 1 || !g_date_valid_dmy (day, month, year))
        continue;

      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  return NULL;
}

/**
 * plx_dates_is_change:
 * @text: a line with a date
 *
 * Returns: whether it tells when something was changed, and not when it was published
 */
gboolean
plx_dates_is_change (const char *text)
{
  static const char *const words[] = { "updated", "update:", "modified", "edited", "revised",
                                       "aktualisiert", "geändert", "stand:", "mis à jour",
                                       "modifié", "actualizado", "aggiornato", "atualizado",
                                       "bijgewerkt", "gewijzigd", "oppdatert", "uppdaterad",
                                       "opdateret", "aktualizacja", "обновлено", "оновлено",
                                       "güncelleme" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL && strstr (lower, "publish") == NULL)
      return TRUE;

  return FALSE;
}

/**
 * plx_dates_is_nothing:
 * @iso: a date
 *
 * Returns: whether it is what programs write where they have no date
 */
gboolean
plx_dates_is_nothing (const char *iso)
{
  return g_str_has_prefix (iso, "1970-01-01") || g_str_has_prefix (iso, "1969-12-31") ||
         g_str_has_prefix (iso, "1900-01-01");
}
