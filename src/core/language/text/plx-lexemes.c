/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-lexemes"

#include "config.h"

#include "language/text/plx-lexemes.h"

#include <string.h>

#include "language/text/plx-word-list.h"
#include "language/text/plx-words.h"

/* A number of more digits is none that anybody reads. */
#define MAX_DIGITS 24

/* What may close a sentence after its stop. */
#define CLOSING "\"'”’»)]“"

typedef struct
{
  PlxLexemes *self;
  gsize       previous; /* where the lexeme before ends */
} Reading;

/* Writes the word in small letters, without a stop at its end. Returns its length, or 0 for a
 * word that cannot be in the lexicon. */
static gsize
fold (const char *text,
      gsize       start,
      gsize       end,
      char        folded[PLX_LEX_BYTES + 1])
{
  gsize length = 0;

  for (gsize i = start; i < end;)
    {
      if (length == PLX_LEX_BYTES)
        return 0;
      if ((guchar) text[i] < 0x80)
        {
          folded[length++] = g_ascii_tolower (text[i++]);
        }
      else if (end - i >= 3 && memcmp (text + i, "’", 3) == 0)
        {
          folded[length++] = '\'';
          i += 3;
        }
      else
        {
          return 0;
        }
    }

  /* "Sept." is "sept"; "a.m." stays. */
  if (length > 1 && folded[length - 1] == '.' && memchr (folded, '.', length - 1) == NULL)
    length--;
  folded[length] = '\0';

  return length;
}

static guint32
hash_of (const char *folded,
         gsize       length)
{
  return length > 0 ? MAX (plx_word_list_hash (folded, length), 1) : 0;
}

static PlxLexeme *
add (Reading *reading,
     gsize    start,
     gsize    end,
     guint16  form)
{
  PlxLexeme lexeme = { .start = start, .end = end, .form = form };

  if (start == reading->previous && reading->self->items->len > 0)
    lexeme.form |= PLX_LEXEME_GLUED;
  reading->previous = end;
  g_array_append_val (reading->self->items, lexeme);

  return &g_array_index (reading->self->items, PlxLexeme, reading->self->items->len - 1);
}

static PlxLexeme *
add_word (Reading *reading,
          gsize    start,
          gsize    end,
          guint16  form)
{
  const char *text = reading->self->text;
  PlxLexeme *lexeme = add (reading, start, end, form | PLX_LEXEME_WORD);
  char folded[PLX_LEX_BYTES + 1];
  gsize length = fold (text, start, end, folded);
  const PlxLexWord *word = length > 0 ? plx_lexicon_look_up (folded, length) : NULL;

  lexeme->hash = hash_of (folded, length);
  if (g_ascii_isupper (text[start]) ||
      ((guchar) text[start] >= 0x80 && g_unichar_isupper (g_utf8_get_char (text + start))))
    lexeme->form |= PLX_LEXEME_CAPITAL;
  if (word != NULL)
    {
      lexeme->uses = word->uses;
      lexeme->value = word->value;
      lexeme->unit = word->unit;
    }

  return lexeme;
}

/* What digits and their ending are looked up by. */
static void
hash_digits (const char *text,
             PlxLexeme  *lexeme)
{
  char folded[PLX_LEX_BYTES + 1];

  lexeme->hash = hash_of (folded, fold (text, lexeme->start, lexeme->end, folded));
}

/* Whether commas stand between the thousands, or the lakhs, and nowhere else. */
static gboolean
are_groups (const char *text,
            gsize       start,
            gsize       end)
{
  gsize digits = 0, groups = 0;

  for (gsize i = start; i < end && text[i] != '.'; i++)
    {
      if (text[i] != ',')
        {
          digits++;
          continue;
        }
      if (digits == 0 || digits > 3 || (groups > 0 && digits == 1))
        return FALSE;
      digits = 0;
      groups++;
    }

  return digits == 3;
}

/* Reads the digits between @start and @end. */
static void
read_digits (Reading *reading,
             gsize    start,
             gsize    end)
{
  const char *text = reading->self->text;
  PlxLexeme *lexeme = add (reading, start, end, PLX_LEXEME_WORD | PLX_LEXEME_NUMBER);
  char plain[MAX_DIGITS + 1];
  gsize length = 0, commas = 0, points = 0;

  for (gsize i = start; i < end && length < MAX_DIGITS; i++)
    {
      commas += text[i] == ',';
      points += text[i] == '.';
      if (text[i] == ':')
        points += 2;
      if (text[i] != ',')
        plain[length++] = text[i];
    }
  plain[length] = '\0';

  lexeme->value = g_ascii_strtod (plain, NULL);
  if (points > 1 || end - start > MAX_DIGITS || (commas > 0 && !are_groups (text, start, end)) ||
      (text[start] == '0' && end - start > 1 && text[start + 1] != '.'))
    lexeme->form |= PLX_LEXEME_CODE;
  if (commas > 0)
    lexeme->form |= PLX_LEXEME_GROUPED;
  hash_digits (text, lexeme);
}

static gboolean
is_ordinal_ending (const char *ending)
{
  return g_ascii_strncasecmp (ending, "st", 2) == 0 || g_ascii_strncasecmp (ending, "nd", 2) == 0 ||
         g_ascii_strncasecmp (ending, "rd", 2) == 0 || g_ascii_strncasecmp (ending, "th", 2) == 0;
}

/* "20th", "1990s", "5km", "3pm", "3bn": digits and what hangs on them. Other digits with letters
 * are no number: "5G", "4x4". */
static void
read_digits_and_letters (Reading *reading,
                         gsize    start,
                         gsize    end)
{
  const char *text = reading->self->text;
  char folded[PLX_LEX_BYTES + 1];
  gsize digits = start;
  gsize length;

  while (digits < end && (g_ascii_isdigit (text[digits]) || strchr (".,:", text[digits]) != NULL))
    digits++;
  while (digits > start && !g_ascii_isdigit (text[digits - 1]))
    digits--;
  length = end - digits;

  if (length == 0)
    {
      read_digits (reading, start, end);
    }
  else if ((length == 2 && is_ordinal_ending (text + digits)) ||
           (length == 1 && text[digits] == 's'))
    {
      PlxLexeme *lexeme;

      read_digits (reading, start, digits);
      lexeme = &g_array_index (reading->self->items, PlxLexeme, reading->self->items->len - 1);
      lexeme->form |= length == 2 ? PLX_LEXEME_ORDINAL : PLX_LEXEME_DECADE;
      lexeme->end = reading->previous = end;
      hash_digits (text, lexeme);
    }
  else
    {
      const PlxLexWord *word;

      length = fold (text, digits, end, folded);
      word = length > 0 ? plx_lexicon_look_up (folded, length) : NULL;
      if ((word == NULL || (word->uses & (PLX_LEX (UNIT) | PLX_LEX (SCALE))) == 0) &&
          strcmp (length > 0 ? folded : "", "am") != 0 &&
          strcmp (length > 0 ? folded : "", "pm") != 0)
        {
          add_word (reading, start, end, 0);
          return;
        }
      read_digits (reading, start, digits);
      add_word (reading, digits, end, 0);
    }
}

static gsize
hyphen_at (const char *text,
           gsize       at,
           gsize       end)
{
  if (text[at] == '-')
    return 1;
  /* U+2010 and U+2011. */
  if (end - at >= 3 && memcmp (text + at, "\xe2\x80", 2) == 0 &&
      (text[at + 2] == '\x90' || text[at + 2] == '\x91'))
    return 3;

  return 0;
}

static void
read_part (Reading  *reading,
           gsize     start,
           gsize     end,
           gboolean  hyphened)
{
  guint first = reading->self->items->len;

  if (g_ascii_isdigit (reading->self->text[start]))
    read_digits_and_letters (reading, start, end);
  else
    add_word (reading, start, end, 0);

  if (hyphened)
    g_array_index (reading->self->items, PlxLexeme, first).form |=
      PLX_LEXEME_GLUED | PLX_LEXEME_HYPHEN;
}

/* Cuts a word at its hyphens. */
static void
read_word (Reading *reading,
           gsize    start,
           gsize    end)
{
  const char *text = reading->self->text;
  gboolean hyphened = FALSE;
  gsize part = start;

  for (gsize at = start; at < end;)
    {
      gsize hyphen = hyphen_at (text, at, end);

      if (hyphen > 0 && at > part)
        {
          read_part (reading, part, at, hyphened);
          part = at + hyphen;
          hyphened = TRUE;
        }
      at += MAX (hyphen, 1);
    }

  if (end > part)
    read_part (reading, part, end, hyphened);
}

static void
read_mark (Reading *reading,
           gsize    start,
           gsize    end)
{
  PlxLexeme *lexeme = add (reading, start, end, 0);

  lexeme->mark = g_utf8_get_char (reading->self->text + start);
}

static gboolean
has_blank_line (const char *text,
                gsize       start,
                gsize       end)
{
  const char *newline = memchr (text + start, '\n', end - start);

  return newline != NULL && memchr (newline + 1, '\n', text + end - newline - 1) != NULL;
}

/* A sentence ends at a stop that a capital, a digit or a quote follows, with closing marks
 * between them. */
static void
count_sentences (PlxLexemes *self)
{
  guint32 sentence = 0;
  gboolean stopped = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      PlxLexeme *lexeme = &g_array_index (self->items, PlxLexeme, i);
      const gboolean glued = (lexeme->form & PLX_LEXEME_GLUED) != 0;

      if ((lexeme->form & PLX_LEXEME_PARAGRAPH) != 0 && i > 0)
        {
          sentence++;
          stopped = FALSE;
        }
      else if (stopped && !(lexeme->mark != 0 && glued))
        {
          sentence += lexeme->mark != 0 ? lexeme->mark != ',' :
                      (lexeme->form & (PLX_LEXEME_CAPITAL | PLX_LEXEME_NUMBER)) != 0;
          stopped = FALSE;
        }

      lexeme->sentence = sentence;
      if (lexeme->mark == '.' || lexeme->mark == '?' || lexeme->mark == '!' ||
          lexeme->mark == 0x2026)
        stopped = TRUE;
      else if (stopped && (lexeme->mark == 0 || !glued ||
                           g_utf8_strchr (CLOSING, -1, lexeme->mark) == NULL))
        stopped = FALSE;
    }
}

/**
 * plx_lexemes_new:
 * @text: UTF-8, which has to outlive what is returned
 * @start: first byte to look at
 * @end: the byte after the last to look at
 *
 * Cuts a stretch of text into words, numbers and marks, and tells of each what it may be used
 * for. It may be a sentence, a paragraph or a whole article.
 *
 * Returns: (transfer full): the lexemes
 */
PlxLexemes *
plx_lexemes_new (const char *text,
                 gsize       start,
                 gsize       end)
{
  g_autoptr (GArray) words = NULL;
  Reading reading = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  words = plx_words_split (text, start, end);
  reading.self = g_new0 (PlxLexemes, 1);
  reading.self->text = text;
  reading.self->items = g_array_sized_new (FALSE, FALSE, sizeof (PlxLexeme),
                                           words->len + words->len / 16);
  reading.previous = start;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);
      guint first = reading.self->items->len;
      gboolean opens = word->start - reading.previous > 1 &&
                       has_blank_line (text, reading.previous, word->start);

      if (word->is_word)
        read_word (&reading, word->start, word->end);
      else
        read_mark (&reading, word->start, word->end);
      if (opens)
        g_array_index (reading.self->items, PlxLexeme, first).form |= PLX_LEXEME_PARAGRAPH;
    }
  count_sentences (reading.self);

  return reading.self;
}

void
plx_lexemes_free (PlxLexemes *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * plx_lexemes_has_word:
 * @self: lexemes
 * @i: a place, which may lie outside
 * @words: words in small letters with a space between them, a literal
 *
 * Returns: whether the word there is one of @words
 */
gboolean
plx_lexemes_has_word (const PlxLexemes *self,
                      guint             i,
                      const char       *words)
{
  const PlxLexeme *lexeme = plx_lexemes_at (self, i);
  char folded[PLX_LEX_BYTES + 1];
  gsize length;

  if ((lexeme->form & PLX_LEXEME_WORD) == 0 || lexeme->hash == 0 ||
      !plx_word_list_may_have (words, lexeme->hash))
    return FALSE;
  length = fold (self->text, lexeme->start, lexeme->end, folded);

  return length > 0 && plx_word_list_has (words, folded);
}

/**
 * plx_lexemes_is_word:
 * @self: lexemes
 * @i: a place, which may lie outside
 * @word: a word in small letters
 * @length: its length in bytes
 *
 * Returns: whether the word there is this one
 */
gboolean
plx_lexemes_is_word (const PlxLexemes *self,
                     guint             i,
                     const char       *word,
                     gsize             length)
{
  const PlxLexeme *lexeme = plx_lexemes_at (self, i);
  char folded[PLX_LEX_BYTES + 1];

  return (lexeme->form & PLX_LEXEME_WORD) != 0 && lexeme->hash == hash_of (word, length) &&
         fold (self->text, lexeme->start, lexeme->end, folded) == length &&
         memcmp (folded, word, length) == 0;
}
