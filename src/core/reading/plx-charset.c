/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-charset"

#include "config.h"

#include "reading/plx-charset.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

/* So much of a text tells its encoding. */
#define SAMPLE_BYTES (64 * 1024)

/* Of a hundred bytes that are not ASCII, so many may be wrong in a text that counts as UTF-8. */
#define MAX_BAD_UTF8 10

/* Shorter than this, a text has to be Latin for its NULs to tell that it is wide. */
#define MIN_WIDE 64

/* A guess that is less plausible than this is none. */
#define MIN_SCORE 1

/* What a wrong character, in a hundred that are not ASCII, costs a guess. */
#define FAULT_COST 2.0

static const struct
{
  const char *bytes;
  gsize       length;
  const char *charset;
} marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE\0\0", 4, "UTF-32LE" },
  { "\0\0\xFE\xFF", 4, "UTF-32BE" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

/* What pages call by one name and mean by another; browsers read them so, too. Source: the
 * Encoding Standard of the WHATWG, names and labels. */
static const struct
{
  const char *label;
  const char *charset;
} labels[] = {
  { "ascii", "windows-1252" },       { "us-ascii", "windows-1252" },
  { "iso-8859-1", "windows-1252" },  { "iso8859-1", "windows-1252" },
  { "latin1", "windows-1252" },      { "iso-8859-9", "windows-1254" },
  { "iso-8859-11", "windows-874" },  { "tis-620", "windows-874" },
  { "gb2312", "GB18030" },           { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },            { "ks_c_5601-1987", "windows-949" },
  { "euc-kr", "windows-949" },       { "utf8", "UTF-8" },
  { "utf-16", "UTF-8" },             { "unicode", "UTF-8" },
};

/* The encoding that a label means to those who write it, or `NULL` where nobody knows it. */
static const char *
resolve_label (const char *label)
{
  UErrorCode status = U_ZERO_ERROR;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (labels[i].label, label) == 0)
      return labels[i].charset;

  return ucnv_getAlias (label, 0, &status) != NULL && U_SUCCESS (status) ? label : NULL;
}

/* What is wrong in the encoding becomes U+FFFD. NULL where ICU does not have the encoding. */
static UChar *
to_unicode (const char *data,
            gsize       length,
            const char *charset,
            gsize      *n_units)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);
  const char *from = data;
  UChar *units = NULL;
  UChar *to;

  if (U_FAILURE (status))
    return NULL;

  /* One byte gives two units at the most. */
  to = units = g_new (UChar, 2 * length + 2);
  ucnv_toUnicode (converter, &to, units + 2 * length + 2, &from, data + length, NULL, TRUE,
                  &status);
  ucnv_close (converter);
  *n_units = to - units;

  return units;
}

static char *
convert (const char *data,
         gsize       length,
         const char *charset,
         gsize      *out_length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *units = NULL;
  gsize n_units = 0;
  gsize room;
  char *text;
  int32_t n = 0;

  units = to_unicode (data, length, charset, &n_units);
  if (units == NULL || n_units > G_MAXINT32 / 3)
    return NULL;

  room = 3 * n_units + 1;
  text = g_malloc (room);
  u_strToUTF8WithSub (text, (int32_t) room, &n, units, (int32_t) n_units, 0xFFFD, NULL, &status);
  text[n] = '\0';
  *out_length = n;

  /* Who reads on stops at a NUL, and would lose what is behind it. */
  for (char *nul = text; (nul = memchr (nul, '\0', text + n - nul)) != NULL;)
    *nul = ' ';

  return g_realloc (text, n + 1);
}

/**
 * Word:
 * @script: of its letters so far
 * @lower: whether the last letter was a small one
 * @ascii: whether the last letter was one that all encodings share
 *
 * What a fault is measured against, while a text is looked through.
 */
typedef struct
{
  UScriptCode script;
  gboolean    lower;
  gboolean    ascii;
} Word;

/* Whether a character does not go on as a word of any language does: a capital after a small
 * letter, a letter of another script, a sign that a wrong encoding makes of a letter. */
static gboolean
is_fault (UChar32  character,
          Word    *word)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script;
  gboolean fault;

  if (!u_isalpha (character))
    {
      gboolean inside = word->script != USCRIPT_COMMON;

      word->script = USCRIPT_COMMON;
      word->lower = FALSE;
      if (character < 0x80)
        return character < ' ' && !u_isspace (character) && character != 0x1B;
      return character == 0xFFFD || u_iscntrl (character) || !u_isdefined (character) ||
             (inside && (u_charType (character) == U_OTHER_SYMBOL ||
                         u_charType (character) == U_MODIFIER_SYMBOL ||
                         u_charType (character) == U_CURRENCY_SYMBOL));
    }

  script = uscript_getScript (character, &status);
  /* What is ASCII is that in every encoding: names such as “newsList” in a page tell nothing. */
  fault = !(word->ascii && character < 0x80) &&
          ((word->lower && u_isupper (character)) ||
           (word->script != USCRIPT_COMMON && script != word->script &&
            (script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK) &&
            (word->script == USCRIPT_LATIN || word->script == USCRIPT_CYRILLIC ||
             word->script == USCRIPT_GREEK)));
  word->script = script;
  word->lower = u_islower (character);
  word->ascii = character < 0x80;

  return fault;
}

/* Faults in a hundred characters that are not ASCII. */
static double
count_faults (const char *data,
              gsize       length,
              const char *charset)
{
  g_autofree UChar *units = NULL;
  Word word = { .script = USCRIPT_COMMON };
  gsize n_units = 0;
  gsize n_foreign = 0;
  gsize n_faults = 0;

  units = to_unicode (data, length, charset, &n_units);
  if (units == NULL)
    return G_MAXDOUBLE;

  for (gsize i = 0; i < n_units;)
    {
      UChar32 character;

      U16_NEXT (units, i, n_units, character);
      n_foreign += character >= 0x80;
      n_faults += is_fault (character, &word);
    }

  return n_foreign > 0 ? 100.0 * n_faults / n_foreign : 0;
}

/* The best of ICU's guesses. They are guesses of the bytes alone; what they make of the words
 * tells, for instance, KOI8-R from windows-1251 in a headline. */
static const char *
detect (const char *data,
        gsize       length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  gsize sample = MIN (length, SAMPLE_BYTES);
  const UCharsetMatch **matches;
  const char *best = NULL;
  double best_score = MIN_SCORE;
  int32_t n = 0;

  ucsdet_setText (detector, data, (int32_t) sample, &status);
  matches = ucsdet_detectAll (detector, &n, &status);

  for (int32_t i = 0; U_SUCCESS (status) && i < n; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);
      const char *charset = name != NULL ? resolve_label (name) : NULL;
      double score = ucsdet_getConfidence (matches[i], &status);

      /* Nobody writes news in EBCDIC, and what is UTF-8 or UTF-16 was known before. */
      if (charset == NULL || g_str_has_prefix (charset, "IBM") || g_str_has_prefix (charset, "UTF"))
        continue;

      score -= FAULT_COST * count_faults (data, sample, charset);
      if (score > best_score)
        {
          best = charset;
          best_score = score;
        }
    }

  /* The names are ICU's, and stay when the detector is gone. */
  ucsdet_close (detector);

  return best;
}

/* UTF-16 without a mark: every second byte of Latin text, blanks and line ends is NUL. */
static const char *
detect_wide (const char *data,
             gsize       length)
{
  gsize sample = MIN (length, 4096) & ~(gsize) 1;
  gsize n_even = 0;
  gsize n_odd = 0;

  for (gsize i = 0; i < sample; i += 2)
    {
      n_even += data[i] == '\0';
      n_odd += data[i + 1] == '\0';
    }

  /* Chance puts a NUL or two into a few bytes. */
  if (length % 2 != 0 || length < 4 || (length < MIN_WIDE && n_even + n_odd < length / 4))
    return NULL;
  if (n_even == 0 && n_odd * 10 >= sample / 2)
    return "UTF-16LE";
  if (n_odd == 0 && n_even * 10 >= sample / 2)
    return "UTF-16BE";

  return NULL;
}

/* Whether the bytes are UTF-8 but for a few that some program has spoiled. */
static gboolean
is_nearly_utf8 (const char *data,
                gsize       length,
                gboolean    claimed)
{
  const char *at = data;
  const char *end = data + length;
  gsize n_good = 0;
  gsize n_bad = 0;

  while (at < end)
    {
      const char *bad;

      if ((guchar) *at < 0x80)
        {
          at++;
          continue;
        }

      if (g_utf8_validate_len (at, MIN (end - at, g_utf8_next_char (at) - at), &bad))
        {
          n_good++;
          at = g_utf8_next_char (at);
        }
      else
        {
          n_bad++;
          at++;
        }
    }

  return n_bad * 100 <= n_good * (claimed ? MAX_BAD_UTF8 * 5 : MAX_BAD_UTF8);
}

/* Old mail of East Asia is all ASCII to the eye. */
static gboolean
has_escapes (const char *data,
             gsize       length)
{
  return memmem (data, MIN (length, SAMPLE_BYTES), "\x1B$", 2) != NULL ||
         memmem (data, MIN (length, SAMPLE_BYTES), "\x1B(", 2) != NULL;
}

static const char *
find_charset (const char *data,
              gsize       length,
              const char *hint)
{
  const char *claimed = hint != NULL ? resolve_label (hint) : NULL;
  const char *wide = detect_wide (data, length);
  const char *found;

  if (wide != NULL)
    return wide;
  if (memchr (data, '\0', length) != NULL)
    return NULL;
  if (has_escapes (data, length) && (found = detect (data, length)) != NULL)
    return found;
  if (is_nearly_utf8 (data, length, g_strcmp0 (claimed, "UTF-8") == 0))
    return "UTF-8";
  /* What everything is called by default says little. */
  if (claimed != NULL && !g_str_equal (claimed, "UTF-8") &&
      !g_str_equal (claimed, "windows-1252") &&
      count_faults (data, MIN (length, SAMPLE_BYTES), claimed) < 10)
    return claimed;

  found = detect (data, length);
  if (found == NULL && claimed != NULL &&
      count_faults (data, MIN (length, SAMPLE_BYTES), claimed) < 30)
    return claimed;

  return found;
}

/**
 * plx_charset_decode:
 * @data: bytes that should be text
 * @length: how many they are
 * @hint: (nullable): the encoding that the page, the mail or the server claims
 * @charset: (out) (optional): the encoding that it was found to be, as ICU calls it
 * @out_length: (out) (optional): bytes in the text
 *
 * Finds out the encoding of a text: by a byte order mark; else UTF-8, where the bytes are that,
 * whatever is claimed; else what is claimed, unless that makes nonsense of the words; else the most
 * plausible of what ICU's detector suggests. A byte here and there that is wrong in it becomes
 * U+FFFD.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a byte order mark and with a
 *   NUL after it, or `NULL` where the bytes are text in no encoding that we know
 */
char *
plx_charset_decode (const char  *data,
                    gsize        length,
                    const char  *hint,
                    const char **charset,
                    gsize       *out_length)
{
  const char *found = NULL;
  gsize skip = 0;
  gsize ignored;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        found = marks[i].charset;
        skip = marks[i].length;
      }

  if (out_length == NULL)
    out_length = &ignored;

  if ((found == NULL || g_str_equal (found, "UTF-8")) && !has_escapes (data, length) &&
      g_utf8_validate_len (data + skip, length - skip, NULL))
    {
      if (charset != NULL)
        *charset = "UTF-8";
      *out_length = length - skip;
      return g_strndup (data + skip, length - skip);
    }

  if (found == NULL)
    found = find_charset (data, length, hint);
  if (charset != NULL)
    *charset = found;

  return found != NULL ? convert (data + skip, length - skip, found, out_length) : NULL;
}
