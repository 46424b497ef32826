/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-hyphens"

#include "config.h"

#include "reading/pdf/plx-pdf-hyphens.h"

#include <string.h>

/* So many words are remembered; a file with more has said enough about its hyphens. */
#define MAX_WORDS 200000

/* First halves that English joins with a hyphen more often than not. */
static const char *const hyphen_first[] = { "self", "ex", "vice", "well", "non", "all", "half",
                                            "cross", "so", "much", "long", "short", "high", "low",
                                            "full", "part", "mid", "pro", "anti", "post", NULL };

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0xAD;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_hyphen (c) || c == '\'' ||
         c == 0x2019;
}

/* The words of a line, without the last where the line breaks it. */
static void
learn_line (GHashTable *words,
            const char *line)
{
  const char *start = NULL;

  for (const char *p = line;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_word_char (c) && start == NULL)
        {
          start = p;
        }
      else if (!is_word_char (c) && start != NULL)
        {
          if (!is_hyphen (g_utf8_get_char (g_utf8_prev_char (p))))
            g_hash_table_add (words, g_utf8_strdown (start, p - start));
          start = NULL;
        }

      if (c == 0)
        return;
    }
}

/**
 * plx_pdf_words_new:
 * @lines: (element-type PlxPdfLine): the lines of a file
 *
 * Learns which words the file uses, with a hyphen or without.
 *
 * Returns: (transfer full): the words
 */
PlxPdfWords *
plx_pdf_words_new (GPtrArray *lines)
{
  PlxPdfWords *self = g_new0 (PlxPdfWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lines->len && g_hash_table_size (self->words) < MAX_WORDS; i++)
    learn_line (self->words, ((PlxPdfLine *) lines->pdata[i])->text);

  return self;
}

void
plx_pdf_words_free (PlxPdfWords *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

static gboolean
knows (PlxPdfWords *self,
       const char  *first,
       const char  *between,
       const char  *second)
{
  g_autofree char *word = g_strconcat (first, between, second, NULL);

  return g_hash_table_contains (self->words, word);
}

/*
 * Whether the hyphen between two halves is there only because the line ends. What the file says
 * elsewhere counts first. Of words that it never says again, most are broken at the line's end.
 */
static gboolean
is_for_line_end (PlxPdfWords *self,
                 const char  *first,
                 const char  *second)
{
  g_autofree char *one = g_utf8_strdown (first, -1);
  g_autofree char *other = g_utf8_strdown (second, -1);
  const char *last_part = strrchr (one, '-');

  if (knows (self, one, "", other))
    return TRUE;
  if (knows (self, one, "-", other))
    return FALSE;
  /* “Anglo-Saxon”, “20-year”; a word that has a hyphen already breaks at the next. */
  if (g_unichar_isupper (g_utf8_get_char (second)) &&
      !g_unichar_isupper (g_utf8_get_char (g_utf8_prev_char (first + strlen (first)))))
    return FALSE;
  if (g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (first + strlen (first)))) ||
      g_unichar_isdigit (g_utf8_get_char (second)) || last_part != NULL)
    return FALSE;
  if (g_strv_contains (hyphen_first, one))
    return FALSE;

  /* Two words that each stand alone elsewhere are a compound. */
  return !(knows (self, one, "", "") && knows (self, "", "", other) &&
           g_utf8_strlen (one, -1) > 2 && g_utf8_strlen (other, -1) > 3);
}

/* Where the word starts that @text ends with, hyphen aside. */
static const char *
find_last_word (GString    *text,
                const char *hyphen)
{
  const char *p = hyphen;

  while (p > text->str)
    {
      const char *before = g_utf8_prev_char (p);

      if (!is_word_char (g_utf8_get_char (before)))
        break;
      p = before;
    }

  return p;
}

static char *
dup_first_word (const char *line)
{
  const char *end = line;

  while (*end != '\0' && is_word_char (g_utf8_get_char (end)) &&
         !is_hyphen (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return g_strndup (line, end - line);
}

/* “Haupt- und Nebensache”: the hyphen stands for the second half of the word. */
static gboolean
is_conjunction (const char *word)
{
  static const char *const words[] = { "and", "or", "und", "oder", "bis", "to", "en", "of", NULL };

  return g_strv_contains (words, word);
}

/* Joins a line to a text that ends with a hyphen. */
static void
join_hyphen (PlxPdfWords *self,
             GString     *text,
             const char  *line)
{
  const char *hyphen = g_utf8_prev_char (text->str + text->len);
  gboolean soft = g_utf8_get_char (hyphen) == 0xAD;
  const char *start = find_last_word (text, hyphen);
  g_autofree char *first = g_strndup (start, hyphen - start);
  g_autofree char *second = dup_first_word (line);

  if (*first == '\0' && !soft)
    g_string_append_c (text, ' ');
  else if (!soft && is_conjunction (second))
    g_string_append_c (text, ' ');
  else if (soft || (*second != '\0' && is_for_line_end (self, first, second)))
    g_string_truncate (text, hyphen - text->str);

  g_string_append (text, line);
}

/**
 * plx_pdf_words_join:
 * @self: the words of the file
 * @text: a text up to a line's end
 * @line: the next line
 *
 * Puts a line behind a text: with a space, or with none between ideographs, or without the
 * hyphen that only the line's end called for.
 */
void
plx_pdf_words_join (PlxPdfWords *self,
                    GString     *text,
                    const char  *line)
{
  gunichar last;
  gunichar next = g_utf8_get_char (line);

  if (text->len == 0)
    {
      g_string_append (text, line);
      return;
    }

  last = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
  if (is_hyphen (last))
    {
      join_hyphen (self, text, line);
      return;
    }

  /* A dash without a space before it has none after it. */
  if (!(is_ideograph (last) && is_ideograph (next)) &&
      !((last == 0x2014 || last == 0x2013 || last == '/') && text->len > 4 &&
        !g_str_has_suffix (text->str, " —") && !g_str_has_suffix (text->str, " –") &&
        !g_str_has_suffix (text->str, " /")))
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}
