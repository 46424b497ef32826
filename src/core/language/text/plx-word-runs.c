/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-runs"

#include "config.h"

#include "language/text/plx-word-runs.h"

#include <unicode/ubrk.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "language/text/plx-words.h"

/* ICU looks at a whole run before it says anything, so that long ones are cut. */
#define LONGEST_RUN 6000

static void
iterator_free (gpointer data)
{
  ubrk_close (data);
}

/* Opening an iterator costs more than a page of words, so that each thread keeps one. */
static UBreakIterator *
get_iterator (void)
{
  static GPrivate key = G_PRIVATE_INIT (iterator_free);
  UBreakIterator *self = g_private_get (&key);
  UErrorCode status = U_ZERO_ERROR;

  if (self != NULL)
    return self;

  self = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No rules for words: %s", u_errorName (status));
      return NULL;
    }

  g_private_set (&key, self);

  return self;
}

/**
 * plx_word_runs_is_spaceless:
 * @c: a character
 *
 * Returns: whether it is of a script that puts no spaces between words
 */
gboolean
plx_word_runs_is_spaceless (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x0e00 || (c > 0x109f && c < 0x1780) || !(g_unichar_isalpha (c) || g_unichar_ismark (c)))
    return FALSE;

  switch ((int) uscript_getScript (c, &status))
    {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return TRUE;
    default:
      return c == 0x30fc; /* the mark that makes a vowel of katakana long */
    }
}

static gsize
find_end (const char *text,
          gsize       start,
          gsize       end)
{
  gsize at = start;

  while (at < end && at - start < LONGEST_RUN &&
         plx_word_runs_is_spaceless (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;

  return at;
}

/**
 * plx_word_runs_split:
 * @text: UTF-8
 * @start: where a run of letters of a script without spaces begins
 * @end: the byte after the last to look at
 * @words: (element-type PlxWord): where to append the words
 *
 * Cuts a run of letters into words by ICU's dictionaries.
 *
 * Returns: where the run ends
 */
gsize
plx_word_runs_split (const char *text,
                     gsize       start,
                     gsize       end,
                     GArray     *words)
{
  const gsize run_end = find_end (text, start, end);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = get_iterator ();
  UText *view = utext_openUTF8 (NULL, text + start, run_end - start, &status);
  PlxWord word = { .start = start, .end = run_end, .is_word = TRUE };

  if (iterator != NULL && U_SUCCESS (status))
    ubrk_setUText (iterator, view, &status);

  if (iterator != NULL && U_SUCCESS (status))
    {
      ubrk_first (iterator);
      for (gint32 at = ubrk_next (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
        {
          word.end = start + at;
          g_array_append_val (words, word);
          word.start = word.end;
        }
    }
  else
    {
      g_array_append_val (words, word);
    }

  utext_close (view);

  return run_end;
}
