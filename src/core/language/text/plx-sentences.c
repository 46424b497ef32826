/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sentences"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "language/text/plx-abbreviations.h"
#include "language/text/plx-words.h"

/* No sentence is longer, but in lists and in texts that lost their marks: what is found in a
 * sentence and between two takes a time that grows faster than they do. */
#define MOST_BYTES 4000

/* A line at least this long that stops in mid sentence was broken to fit a page. */
#define WRAPPED_LINE 45

/* Opening an iterator costs more than a page of sentences, so that each thread keeps one. */
typedef struct
{
  UBreakIterator *iterator;
  char           *language;
} Breaker;

static void
breaker_free (gpointer data)
{
  Breaker *self = data;

  g_clear_pointer (&self->iterator, ubrk_close);
  g_free (self->language);
  g_free (self);
}

static UBreakIterator *
get_iterator (const char *language)
{
  static GPrivate key = G_PRIVATE_INIT (breaker_free);
  Breaker *self = g_private_get (&key);
  UErrorCode status = U_ZERO_ERROR;

  if (self == NULL)
    {
      self = g_new0 (Breaker, 1);
      g_private_set (&key, self);
    }

  if (self->iterator != NULL && g_str_equal (self->language, language))
    return self->iterator;

  g_clear_pointer (&self->iterator, ubrk_close);
  g_set_str (&self->language, language);
  self->iterator = ubrk_open (UBRK_SENTENCE, language, NULL, 0, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No rules for sentences of “%s”: %s", language, u_errorName (status));
      g_clear_pointer (&self->iterator, ubrk_close);
    }

  return self->iterator;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb ||
         c == 0x201c || c == 0x203a || c == 0x300d || c == 0x300f || c == 0x3011 || c == 0xff09;
}

static gboolean
is_terminator (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x037e: /* Greek question mark */
    case 0x0589: /* Armenian full stop */
    case 0x061f: /* Arabic question mark */
    case 0x06d4: /* Urdu full stop */
    case 0x0964: /* danda */
    case 0x0965:
    case 0x1362: /* Ethiopic full stop */
    case 0x2026:
    case 0x203c:
    case 0x2047:
    case 0x3002: /* ideographic full stop */
    case 0xff01:
    case 0xff0e:
    case 0xff1f:
    case 0xff61:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where the text before @at ends, white space left out. */
static gsize
trim_end (const char *text,
          gsize       start,
          gsize       at)
{
  while (at > start)
    {
      const char *before = g_utf8_find_prev_char (text + start, text + at);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      at = before - text;
    }

  return at;
}

static gsize
trim_start (const char *text,
            gsize       at,
            gsize       end)
{
  while (at < end && g_unichar_isspace (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;

  return at;
}

/* Steps back over closing quotes and brackets, to the mark that ended the sentence. */
static gsize
find_mark (const char *text,
           gsize       start,
           gsize       at,
           gunichar   *mark)
{
  *mark = 0;
  while (at > start)
    {
      const char *before = g_utf8_find_prev_char (text + start, text + at);

      *mark = g_utf8_get_char (before);
      at = before - text;
      if (!is_closing (*mark))
        break;
    }

  return at;
}

/* Whether the stop at @stop belongs to an abbreviation, so that the sentence goes on at @next. */
static gboolean
is_abbreviation (const char *text,
                 gsize       start,
                 gsize       stop,
                 gsize       next,
                 gsize       end)
{
  gsize word = stop;
  PlxStop kind;

  while (word > start && (g_ascii_isalnum (text[word - 1]) || text[word - 1] == '.'))
    word--;

  /* "1. The first point": the number of an item, not a sentence. */
  if (word == start && stop - word <= 2 && g_ascii_isdigit (text[word]))
    return TRUE;

  kind = plx_words_judge_stop (text, word, stop);
  if (stop - word >= 3 && text[stop - 2] == '.' && g_ascii_isalpha (text[stop - 1]))
    kind = PLX_STOP_MAYBE; /* "U.S." */
  else if (stop - word == 1 && g_ascii_isupper (text[word]) && text[word] != 'I')
    kind = PLX_STOP_MAYBE; /* "J. Smith" */

  switch (kind)
    {
    case PLX_STOP_NEVER:
      return TRUE;
    case PLX_STOP_NUMBER:
      return g_ascii_isdigit (text[next]);
    case PLX_STOP_MAYBE:
      return !plx_words_is_starter (text, next, end) && text[next] != '"' &&
             g_utf8_get_char (text + next) != 0x201c;
    case PLX_STOP_END:
    default:
      return FALSE;
    }
}

/* Whether a break that ICU sees between @before and @next is none. */
static gboolean
goes_on (const char *language,
         const char *text,
         gsize       start,
         gsize       before,
         gsize       next,
         gsize       end)
{
  gunichar mark;
  const gsize at = find_mark (text, start, before, &mark);
  const gboolean is_lower = g_unichar_islower (g_utf8_get_char (text + next));

  if (!is_terminator (mark) && !(mark == ';' && g_str_has_prefix (language, "el")))
    {
      /* A line break in mid sentence. */
      return is_lower || before - start >= WRAPPED_LINE;
    }

  /* “Really?” he said. */
  if (is_lower)
    return TRUE;

  if (mark != '.')
    return FALSE;

  return plx_language_is_full (language)
           ? is_abbreviation (text, start, at, next, end)
           : plx_abbreviations_go_on (language, text, start, at, next, end);
}

/* Where a sentence that never ends is cut: at a space, where one is near. */
static gsize
find_cut (const char *text,
          gsize       start)
{
  gsize last = start + MOST_BYTES;

  for (gsize at = last; at > last - MOST_BYTES / 2; at--)
    {
      if (g_ascii_isspace (text[at]))
        return at;
    }
  while ((text[last] & 0xc0) == 0x80)
    last--;

  return last;
}

static void
append_sentence (GArray     *sentences,
                 const char *text,
                 gsize       start,
                 gsize       end)
{
  PlxSentenceSpan sentence = { .start = start, .end = trim_end (text, start, end) };
  const guint32 last = sentence.end;

  while (last > sentence.start + MOST_BYTES)
    {
      const gsize cut = find_cut (text, sentence.start);

      sentence.end = trim_end (text, sentence.start, cut);
      if (sentence.end > sentence.start)
        g_array_append_val (sentences, sentence);
      sentence.start = trim_start (text, cut, last);
    }

  sentence.end = last;
  if (sentence.end > sentence.start)
    g_array_append_val (sentences, sentence);
}

static void
break_text (UBreakIterator *iterator,
            const char     *language,
            const char     *text,
            gsize           start,
            gsize           end,
            GArray         *sentences)
{
  gsize sentence = trim_start (text, start, end);

  ubrk_first (iterator);
  for (gint32 at = ubrk_next (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
    {
      const gsize next = trim_start (text, start + at, end);
      const gsize before = trim_end (text, sentence, start + at);

      if (next >= end)
        break;
      if (before <= sentence || goes_on (language, text, sentence, before, next, end))
        continue;

      append_sentence (sentences, text, sentence, before);
      sentence = next;
    }

  append_sentence (sentences, text, sentence, end);
}

/**
 * plx_language_find_sentences:
 * @text: UTF-8
 * @start: first byte to look at
 * @end: the byte after the last to look at
 * @language: (nullable): BCP 47 tag of the language; English where it is not known
 * @sentences: (element-type PlxSentenceSpan): where to append the sentences
 *
 * Cuts a stretch of text into sentences. Their white space around them is left out, the
 * field `block` is 0. What goes on for thousands of bytes without an end is cut at a space.
 *
 * Safe to call from any thread.
 */
void
plx_language_find_sentences (const char *text,
                             gsize       start,
                             gsize       end,
                             const char *language,
                             GArray     *sentences)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator;
  UText *view;

  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);
  g_return_if_fail (sentences != NULL);

  if (language == NULL || *language == '\0')
    language = "en";
  iterator = get_iterator (language);
  view = utext_openUTF8 (NULL, text + start, end - start, &status);
  if (iterator != NULL && U_SUCCESS (status))
    ubrk_setUText (iterator, view, &status);

  if (iterator != NULL && U_SUCCESS (status))
    break_text (iterator, language, text, start, end, sentences);
  else
    append_sentence (sentences, text, trim_start (text, start, end), end);

  utext_close (view);
}
