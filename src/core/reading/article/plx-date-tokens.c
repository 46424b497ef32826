/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-dates"

#include "config.h"

#include "reading/article/plx-date-tokens.h"

#include <string.h>

/* So many letters tell a month from other words that begin as it does. */
#define N_TELLING 5

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

/* Months as they are written, in the cases that dates have. Where no year stands by it, a month is
 * written in one of these ways and no other. */
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
  "грудня maj augusti januar februar marts jun jul ene abr giu lug okt dez dic fév avr déc aoû "
  "gener febrer maig juliol agost setembre octubre desembre "
  "marzec czerwiec lipiec leden "
  "marta juna jula junija julija siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza "
  "rujna studenoga studenog "
  "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
  "marraskuu joulukuu eylul kasim aralik ";

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

/**
 * plx_date_token_next:
 * @text: UTF-8
 * @p: (inout): where to read on in it
 *
 * Returns: the next token; of the kind `PLX_DATE_END` where the text ends
 */
PlxDateToken
plx_date_token_next (const char  *text,
                     const char **p)
{
  PlxDateToken token = { 0 };

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
      token.kind = PLX_DATE_NUMBER;
      for (; g_ascii_isdigit (**p); (*p)++, token.digits++)
        token.value = token.digits < 8 ? token.value * 10 + (**p - '0') : token.value;
    }
  else if (g_unichar_isalpha (g_utf8_get_char (*p)))
    {
      token.kind = PLX_DATE_WORD;
      while (g_unichar_isalpha (g_utf8_get_char (*p)))
        *p = g_utf8_next_char (*p);
    }
  else
    {
      gunichar c = g_utf8_get_char (*p);

      token.kind = PLX_DATE_MARK;
      token.value = c == 0x2013 || c == 0x2212 ? '-' : (int) c;
      *p = g_utf8_next_char (*p);
    }

  token.end = *p - text;

  return token;
}

/* “mayor”, “separate”, “outlets” and “travel” begin as a month does in one language or another. A
 * word of plain letters that is no abbreviation has to go on as one, too: it is a month as a whole,
 * or begins as a longer one does, whose ending may be that of another case. */
static gboolean
goes_on_as_month (const char *lower)
{
  g_autofree char *whole = g_strdup_printf (" %s ", lower);
  g_autofree char *start = g_strdup_printf (" %.*s", N_TELLING, lower);
  const char *found = month_words;

  if (strstr (month_words, whole) != NULL)
    return TRUE;

  while ((found = strstr (found, start)) != NULL)
    {
      found += strlen (start);
      if (*found != ' ')
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_date_token_get_month:
 * @self: a token
 * @text: the text that it is of
 *
 * Returns: the month, in any language that we know, of which it may be the name; 0 where of none
 */
int
plx_date_token_get_month (const PlxDateToken *self,
                          const char         *text)
{
  g_autofree char *lower = NULL;
  int month = 0;
  gsize best = 0;

  if (self->kind != PLX_DATE_WORD || self->end - self->start < 3 ||
      self->end - self->start > 24)
    return 0;

  lower = g_utf8_strdown (text + self->start, self->end - self->start);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gsize length = strlen (months[i].prefix);

      if (length > best && strncmp (lower, months[i].prefix, length) == 0)
        {
          month = months[i].month;
          best = length;
        }
    }

  return month != 0 && (strlen (lower) < N_TELLING || !g_str_is_ascii (lower) ||
                        goes_on_as_month (lower))
           ? month : 0;
}

/**
 * plx_date_token_is_month:
 * @self: a token that may be the name of a month
 * @text: the text that it is of
 *
 * Returns: whether it needs no year beside it to be known for one: not “2 may go”, not “3 marines”
 */
gboolean
plx_date_token_is_month (const PlxDateToken *self,
                         const char         *text)
{
  gunichar first = g_utf8_get_char (text + self->start);
  gsize length = self->end - self->start;
  g_autofree char *word = g_utf8_strdown (text + self->start, length);
  g_autofree char *wanted = g_strdup_printf (" %s ", word);

  if (strcmp (word, "may") == 0 || strcmp (word, "march") == 0 || strcmp (word, "mars") == 0)
    return g_unichar_isupper (first);
  if (g_unichar_isupper (first) && g_utf8_strlen (word, -1) == 3)
    return TRUE;

  return strstr (month_words, wanted) != NULL;
}

/**
 * plx_date_token_get_zone:
 * @self: a token
 * @text: the text that it is of
 * @minutes: (out): by how much the zone is ahead of UTC
 *
 * Returns: whether it is the abbreviation of a time zone that means one offset
 */
gboolean
plx_date_token_get_zone (const PlxDateToken *self,
                         const char         *text,
                         int                *minutes)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (self->kind == PLX_DATE_WORD && self->end - self->start == strlen (zones[i].name) &&
        strncmp (text + self->start, zones[i].name, self->end - self->start) == 0)
      {
        *minutes = zones[i].minutes;
        return TRUE;
      }

  return FALSE;
}
