/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-draft"

#include "config.h"

#include "reading/article/plx-draft.h"

#include <string.h>

/* A paragraph of fewer words may as well be a caption or a heading. */
#define PROSE_WORDS 14

/* Whether @c is something that a browser or a word processor shows as a space, or as nothing. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xA0 || c == 0xFEFF || c == 0x200B || c == 0x2060 ||
         c == 0xAD || g_unichar_iscntrl (c);
}

static gboolean
is_dropped (gunichar c)
{
  return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0xAD;
}

/**
 * plx_text_squash:
 * @text: UTF-8
 * @length: bytes in it, or -1
 *
 * Returns: (transfer full): @text with each run of white space made one space, and none at the
 *   ends; characters that show nothing are dropped
 */
char *
plx_text_squash (const char *text,
                 gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *squashed = g_string_sized_new (end - text + 1);
  gboolean space = FALSE;

  while (text < end)
    {
      /* Nearly all of it is plain ASCII, which needs no decoding. */
      gunichar c = (guchar) *text < 0x80 ? (gunichar) *text : g_utf8_get_char (text);
      const char *next = g_utf8_next_char (text);

      if (c > ' ' && c < 0x7F)
        {
          if (space && squashed->len > 0)
            g_string_append_c (squashed, ' ');
          space = FALSE;
          g_string_append_c (squashed, *text);
        }
      else if (is_blank (c))
        {
          space |= !is_dropped (c);
        }
      else
        {
          if (space && squashed->len > 0)
            g_string_append_c (squashed, ' ');
          space = FALSE;
          g_string_append_len (squashed, text, next - text);
        }

      text = next;
    }

  return g_string_free (squashed, FALSE);
}

/**
 * plx_text_contains:
 * @text: UTF-8
 * @part: ASCII letters, not empty
 *
 * Returns: whether @part stands in @text, in small or capital letters
 */
gboolean
plx_text_contains (const char *text,
                   const char *part)
{
  gsize length = strlen (part);

  for (; *text != '\0'; text++)
    if (g_ascii_strncasecmp (text, part, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plx_text_span:
 * @text: UTF-8
 * @characters: characters of any script
 *
 * As strspn(), which takes the bytes of a character for characters.
 *
 * Returns: how many bytes of @text from its start are of @characters
 */
gsize
plx_text_span (const char *text,
               const char *characters)
{
  const char *at = text;

  while (*at != '\0' && g_utf8_strchr (characters, -1, g_utf8_get_char (at)) != NULL)
    at = g_utf8_next_char (at);

  return at - text;
}

/**
 * plx_text_span_not:
 * @text: UTF-8
 * @characters: characters of any script
 *
 * As strcspn(), which takes the bytes of a character for characters.
 *
 * Returns: how many bytes of @text stand before the first of @characters
 */
gsize
plx_text_span_not (const char *text,
                   const char *characters)
{
  const char *at = text;

  while (*at != '\0' && g_utf8_strchr (characters, -1, g_utf8_get_char (at)) == NULL)
    at = g_utf8_next_char (at);

  return at - text;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
         c == 0xFF01 || c == 0xFF1F;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
         c == 0xBB || c == 0x201C;
}

/* Whether a word is among those of @list; they are in small letters, and none has more than 7. */
static gboolean
is_word_of (const char *word,
            gsize       length,
            const char *list)
{
  for (; *list != '\0'; list += strlen (list) + 1)
    if (list[0] == (*word | 0x20) && g_ascii_strncasecmp (list, word, length) == 0 &&
        list[length] == '\0')
      return TRUE;

  return FALSE;
}

static void
measure_word (PlxShape   *self,
              const char *word,
              gsize       length,
              gboolean    quoted)
{
  static const char first[] = "we\0us\0our\0ours\0we've\0we're\0we'll\0my\0i\0";
  static const char second[] = "you\0your\0you're\0yours\0you'll\0you've\0";
  char c = *word | 0x20;

  self->n_words++;
  if ((guchar) *word < 0x80 ? g_ascii_isupper (*word) : g_unichar_isupper (g_utf8_get_char (word)))
    self->n_capital++;

  if (quoted || length > 7)
    return;

  /* "US" is a country. */
  if ((c == 'w' || c == 'u' || c == 'o' || c == 'm' || c == 'i') &&
      is_word_of (word, length, first) && strncmp (word, "US", 2) != 0)
    self->first_person++;
  else if (c == 'y' && is_word_of (word, length, second))
    self->second_person++;
}

static void
measure_end (PlxShape   *self,
             const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (is_closing (c) || g_unichar_isspace (c))
        continue;

      self->ends_sentence = is_stop (c);
      return;
    }
}

/* Follows whether the text stands between quotation marks. A straight mark toggles. */
static gboolean
quote_state (gunichar c,
             gboolean quoted)
{
  if (c == 0x201C || c == 0x201E || c == 0xAB)
    return TRUE;
  if (c == 0x201D || c == 0xBB)
    return FALSE;

  return c == '"' ? !quoted : quoted;
}

/**
 * plx_shape_measure:
 * @self: (out): the form
 * @text: a block's text
 */
void
plx_shape_measure (PlxShape   *self,
                   const char *text)
{
  const char *word = NULL;
  guint n_signs = 0;
  gboolean quoted = FALSE;
  gboolean seen = FALSE;

  memset (self, 0, sizeof *self);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      gboolean letter = c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
      gboolean inside = letter || (c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isalnum (c)) ||
                        (word != NULL && (c == '\'' || c == 0x2019));

      if (inside && word == NULL)
        word = p;
      else if (!inside && word != NULL)
        {
          measure_word (self, word, p - word, quoted);
          word = NULL;
        }

      /* Chinese and Japanese put no spaces between their words. */
      if (c >= 0x3040 && (c <= 0x9FFF || (c >= 0xF900 && c <= 0xFAFF)))
        n_signs++;
      if (letter)
        {
          if (!seen)
            self->starts_lower = g_unichar_islower (c);
          seen = TRUE;
          self->n_letters++;
          self->n_upper += c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
          continue;
        }

      if (c == 0)
        break;
      if (is_stop (c) && (p[1] == ' ' || p[1] == '\0' || is_closing (g_utf8_get_char (p + 1))))
        self->n_stops++;
      quoted = quote_state (c, quoted);
    }

  self->n_words += n_signs / 2;
  measure_end (self, text);
}

/**
 * plx_draft_new:
 * @text: UTF-8
 * @length: bytes in it, or -1
 *
 * Returns: (transfer full): a paragraph about which nothing has been decided
 */
PlxDraft *
plx_draft_new (const char *text,
               gssize      length)
{
  PlxDraft *self = g_new0 (PlxDraft, 1);

  self->text = plx_text_squash (text, length);
  self->role = PLX_ROLE_BODY;
  plx_shape_measure (&self->shape, self->text);

  return self;
}

void
plx_draft_free (PlxDraft *self)
{
  g_free (self->text);
  g_free (self->place);
  g_free (self);
}

/**
 * plx_draft_settle:
 * @self: a draft
 * @role: what it is
 * @reason: why it is cut, or `PLX_CUT_NONE`
 *
 * Decides what the block is, once and for all.
 */
void
plx_draft_settle (PlxDraft     *self,
                  PlxRole       role,
                  PlxCutReason  reason)
{
  self->role = role;
  self->reason = reason;
  self->settled = TRUE;
}

/**
 * plx_draft_is_cut:
 * @self: a draft
 *
 * Returns: whether it was found to be page chrome
 */
gboolean
plx_draft_is_cut (PlxDraft *self)
{
  return self->reason != PLX_CUT_NONE;
}

/**
 * plx_draft_is_prose:
 * @self: a draft
 *
 * Returns: whether it has the form of a paragraph: sentences of some length
 */
gboolean
plx_draft_is_prose (PlxDraft *self)
{
  return self->shape.n_words >= PROSE_WORDS &&
         (self->shape.ends_sentence || self->shape.n_words >= 45) &&
         !plx_draft_is_capitals (self);
}

/**
 * plx_draft_is_capitals:
 * @self: a draft
 *
 * Returns: whether most of its letters are capitals, as in a shouted heading
 */
gboolean
plx_draft_is_capitals (PlxDraft *self)
{
  return self->shape.n_letters >= 4 && self->shape.n_upper * 10 >= self->shape.n_letters * 8;
}

/**
 * plx_draft_is_title_case:
 * @self: a draft
 *
 * Returns: whether most of its words begin with a capital, as in a headline
 */
gboolean
plx_draft_is_title_case (PlxDraft *self)
{
  return self->shape.n_capital * 10 >= self->shape.n_words * 6;
}
