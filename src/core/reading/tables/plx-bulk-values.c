/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-values"

#include "config.h"

#include "reading/tables/plx-bulk-values.h"

#include <stdio.h>
#include <string.h>

#include "reading/article/plx-dates.h"

/* A page says what it is near its start. */
#define PAGE_HEAD 1024

/* The seconds of Unix from 1990 to 2100: a smaller number counts something else. */
#define FIRST_SECOND G_GINT64_CONSTANT (631152000)
#define LAST_SECOND G_GINT64_CONSTANT (4102444800)

/* Words beside a date in its own column: “Published:”, “Wednesday”. */
#define MAX_WORDS_BESIDE 12

static const struct
{
  const char *code;
  const char *names;
} languages[] = {
  { "af", "afrikaans afr" },
  { "am", "amharic amh" },
  { "ar", "arabic arabisch arabe árabe arabo arapça العربية ara" },
  { "az", "azerbaijani aze" },
  { "be", "belarusian bel" },
  { "bg", "bulgarian български bul" },
  { "bn", "bengali bangla বাংলা ben" },
  { "bs", "bosnian bos" },
  { "ca", "catalan català cat" },
  { "cs", "czech čeština ces cze" },
  { "da", "danish dansk dan" },
  { "de", "german deutsch allemand alemán alemão tedesco almanca немецкий niemiecki deu ger" },
  { "el", "greek ελληνικά ell gre" },
  { "en", "english englisch anglais inglés inglês inglese ingilizce английский angielski engels "
          "engelska engelsk 英语 eng" },
  { "es", "spanish español spanisch espagnol espanhol spagnolo ispanyolca испанский castellano "
          "spa" },
  { "et", "estonian eesti est" },
  { "fa", "persian farsi فارسی fas per" },
  { "fi", "finnish suomi fin" },
  { "fr", "french français französisch francés francês francese fransızca французский fra fre" },
  { "he", "hebrew עברית heb" },
  { "hi", "hindi हिन्दी hin" },
  { "hr", "croatian hrvatski hrv" },
  { "hu", "hungarian magyar hun" },
  { "hy", "armenian hye" },
  { "id", "indonesian ind" },
  { "it", "italian italiano italienisch italien italyanca итальянский ita" },
  { "ja", "japanese japanisch japonais 日本語 jpn" },
  { "ka", "georgian kat" },
  { "ko", "korean 한국어 kor" },
  { "lt", "lithuanian lietuvių lit" },
  { "lv", "latvian latviešu lav" },
  { "mk", "macedonian mkd" },
  { "ms", "malay msa" },
  { "nl", "dutch nederlands niederländisch néerlandais holandés nld dut" },
  { "no", "norwegian norsk nor" },
  { "pl", "polish polski polnisch pol" },
  { "pt", "portuguese português portugiesisch portugais portugués por" },
  { "ro", "romanian română ron rum" },
  { "ru", "russian русский russisch russe ruso russo rusça rus" },
  { "sk", "slovak slovenčina slk" },
  { "sl", "slovenian slovenščina slv" },
  { "sq", "albanian shqip sqi" },
  { "sr", "serbian српски srpski srp" },
  { "sv", "swedish svenska schwedisch swe" },
  { "sw", "swahili kiswahili swa" },
  { "th", "thai ไทย tha" },
  { "tr", "turkish türkçe türkisch turc turco tur" },
  { "uk", "ukrainian українська ukr" },
  { "ur", "urdu اردو urd" },
  { "vi", "vietnamese vie" },
  { "zh", "chinese 中文 chinesisch chinois chino zho chi" },
};

/**
 * plx_bulk_has_tags:
 * @text: a value
 *
 * Returns: whether it has tags of HTML in it
 */
gboolean
plx_bulk_has_tags (const char *text)
{
  static const char *const names[] = { "p", "br", "div", "a", "span", "strong", "em", "b", "i",
                                       "h1", "h2", "h3", "h4", "ul", "ol", "li", "img", "figure",
                                       "blockquote", "html", "body", "article", "section", "table",
                                       "head", "iframe", "script", "!doctype", NULL };

  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      const char *start = p + 1 + (p[1] == '/');
      gsize length = strcspn (start, " \t\r\n/><");
      g_autofree char *name = NULL;

      if (length == 0 || length > 10 || start[length] == '\0' || start[length] == '<')
        continue;
      name = g_ascii_strdown (start, length);
      if (g_strv_contains (names, name) && strchr (start, '>') != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_bulk_is_page:
 * @text: a value
 *
 * Returns: whether it is a whole page, not a piece of one
 */
gboolean
plx_bulk_is_page (const char *text)
{
  g_autofree char *head = g_ascii_strdown (text, strnlen (text, PAGE_HEAD));

  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL ||
         strstr (head, "<body") != NULL || strstr (head, "<head>") != NULL;
}

/* The first bytes of a value, without half a character at their end. */
static char *
dup_start (const char *text,
           gsize       max_bytes)
{
  gsize length = strnlen (text, max_bytes);

  while (length > 0 && (text[length] & 0xC0) == 0x80)
    length--;

  return g_strstrip (g_strndup (text, length));
}

static char *
format_second (gint64 second)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (second);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* “1693400000”, “1693400000123”, “1693400000.5”. */
static char *
from_seconds (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;
  gint64 second;

  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (digits < 9 || digits > 19 || *rest != '\0')
    return NULL;

  second = g_ascii_strtoll (text, NULL, 10);
  while (second > LAST_SECOND)
    second /= 1000;

  return second >= FIRST_SECOND ? format_second (second) : NULL;
}

/* “20230830T084900Z”, “20230830084900”, as archives of the web write it. */
static char *
from_digits (const char *text)
{
  PlxDateFind find = { .hour = -1, .second = -1 };
  gsize digits = strspn (text, "0123456789");
  const char *time = text + 8 + (digits == 8 && text[8] == 'T');
  gsize rest;

  if (digits != 14 && !(digits == 8 && text[8] == 'T'))
    return NULL;
  if (sscanf (text, "%4d%2d%2d", &find.year, &find.month, &find.day) != 3 ||
      sscanf (time, "%2d%2d%2d", &find.hour, &find.minute, &find.second) != 3)
    return NULL;

  rest = strspn (time, "0123456789");
  find.has_offset = time[rest] == 'Z';
  if (rest != 6 || find.year < 1900 || find.year > 2099 || find.month < 1 || find.month > 12 ||
      find.day < 1 || !g_date_valid_dmy (find.day, find.month, find.year) || find.hour > 23 ||
      find.minute > 59 || find.second > 60)
    return NULL;

  return plx_dates_format (&find);
}

/**
 * plx_bulk_date_to_iso:
 * @text: a value
 * @month_first: whether “4/5/2020” is the fifth of April
 *
 * Reads a date in any usual form, the numbers of machines among them.
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601
 */
char *
plx_bulk_date_to_iso (const char *text,
                      gboolean    month_first)
{
  g_autofree char *plain = dup_start (text, 200);
  char *iso = from_digits (plain);

  if (iso == NULL)
    iso = from_seconds (plain);
  if (iso == NULL)
    iso = plx_dates_to_iso (plain, month_first);

  return iso;
}

/**
 * plx_bulk_is_date:
 * @text: a value
 *
 * Returns: whether it is a date, and little else
 */
gboolean
plx_bulk_is_date (const char *text)
{
  g_autofree char *plain = dup_start (text, 200);
  g_autofree char *iso = from_digits (plain);
  PlxDateFind find;
  gsize beside;

  if (iso == NULL)
    iso = from_seconds (plain);
  if (iso != NULL)
    return TRUE;
  if (!plx_dates_find (plain, FALSE, &find) && !plx_dates_find (plain, TRUE, &find))
    return FALSE;

  beside = find.start + strlen (plain) - find.end;

  return beside <= MAX_WORDS_BESIDE;
}

/**
 * plx_bulk_tell_month_first:
 * @text: a value that is a date
 *
 * Returns: 1 where the month must stand first, as in “4/25/2020”, -1 where the day must, and 0
 *   where it can be either
 */
int
plx_bulk_tell_month_first (const char *text)
{
  int a;
  int b;
  int year;

  if (sscanf (text, " %d/%d/%d", &a, &b, &year) != 3 || year < 1900)
    return 0;

  return b > 12 ? 1 : a > 12 ? -1 : 0;
}

/**
 * plx_bulk_language_from_name:
 * @text: a language, by its name or in any code
 *
 * Returns: (transfer full) (nullable): the language in BCP 47
 */
char *
plx_bulk_language_from_name (const char *text)
{
  g_autofree char *plain = dup_start (text, 40);
  g_autofree char *lower = NULL;
  gsize letters = strspn (plain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (!g_utf8_validate (plain, -1, NULL))
    return NULL;

  lower = g_utf8_strdown (plain, -1);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) names = g_strsplit (languages[i].names, " ", -1);

      if (g_strv_contains ((const char *const *) names, lower))
        return g_strdup (languages[i].code);
      if (letters == 2 && strncmp (lower, languages[i].code, 2) == 0)
        {
          for (char *p = plain; *p != '\0'; p++)
            *p = *p == '_' ? '-' : p - plain < 2 ? g_ascii_tolower (*p) : *p;
          return plain[2] == '\0' || (plain[2] == '-' && strlen (plain) <= 11)
                 ? g_steal_pointer (&plain) : NULL;
        }
    }

  return NULL;
}

/* The character that an entity at @p stands for, and through @length how long it is. */
static gunichar
match_entity (const char *p,
              gsize      *length)
{
  static const struct
  {
    const char *name;
    gunichar    letter;
  } known[] = {
    { "&amp;", '&' },       { "&lt;", '<' },        { "&gt;", '>' },        { "&quot;", '"' },
    { "&apos;", '\'' },     { "&nbsp;", ' ' },      { "&rsquo;", 0x2019 },  { "&lsquo;", 0x2018 },
    { "&rdquo;", 0x201D },  { "&ldquo;", 0x201C },  { "&ndash;", 0x2013 },  { "&mdash;", 0x2014 },
    { "&hellip;", 0x2026 }, { "&laquo;", 0xAB },    { "&raquo;", 0xBB },    { "&euro;", 0x20AC },
    { "&pound;", 0xA3 },    { "&eacute;", 0xE9 },   { "&egrave;", 0xE8 },   { "&agrave;", 0xE0 },
    { "&auml;", 0xE4 },     { "&ouml;", 0xF6 },     { "&uuml;", 0xFC },     { "&szlig;", 0xDF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (p, known[i].name))
      {
        *length = strlen (known[i].name);
        return known[i].letter;
      }

  if (p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      char *end;
      guint64 value = g_ascii_strtoull (p + 2 + hex, &end, hex ? 16 : 10);

      if (*end == ';' && value >= ' ' && value <= 0x10FFFF && g_unichar_validate (value))
        {
          *length = end + 1 - p;
          return value;
        }
    }

  return 0;
}

/* Some exports write the end of a line as a backslash and a letter. */
static gboolean
has_written_line_ends (const char *text)
{
  const char *first = strstr (text, "\\n");

  return first != NULL && strchr (text, '\n') == NULL &&
         (strstr (first + 2, "\\n") != NULL || first[2] == ' ' || g_ascii_isupper (first[2]));
}

/**
 * plx_bulk_clean_text:
 * @text: a value without tags
 *
 * Undoes what tools leave in texts: entities, line ends written as “\n”.
 *
 * Returns: (transfer full): the text
 */
char *
plx_bulk_clean_text (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));
  gboolean written = has_written_line_ends (text);

  for (const char *p = text; *p != '\0';)
    {
      gsize length = 1;
      gunichar letter = *p == '&' ? match_entity (p, &length) : 0;

      if (letter != 0)
        {
          g_string_append_unichar (clean, letter);
        }
      else if (written && p[0] == '\\' && (p[1] == 'n' || p[1] == 'r'))
        {
          g_string_append (clean, p[1] == 'n' ? "\n" : "");
          length = 2;
        }
      else
        {
          g_string_append_c (clean, *p);
        }
      p += length;
    }

  return g_string_free (clean, FALSE);
}
