/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-namings"

#include "config.h"

#include "language/entities/plx-naming-match.h"

/* The longest canonical decomposition of a letter is four. */
#define MAX_PARTS 8

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Of scripts that put no space between words, or write particles right behind a name. */
static gboolean
is_unspaced (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;

    default:
      return FALSE;
    }
}

static guint
decompose (gunichar  c,
           gunichar *parts)
{
  if (is_apostrophe (c))
    c = '\'';

  return g_unichar_fully_decompose (c, FALSE, parts, MAX_PARTS);
}

/**
 * plx_naming_pattern_init:
 * @self: a pattern, not yet filled
 * @folded: what plx_naming_fold() gave
 */
void
plx_naming_pattern_init (PlxNamingPattern *self,
                         const char       *folded)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar parts[MAX_PARTS];
      const guint n = decompose (g_utf8_get_char (at), parts);

      g_array_append_vals (letters, parts, n);
    }

  self->n_letters = letters->len;
  self->letters = (gunichar *) g_array_free (g_steal_pointer (&letters), FALSE);
}

void
plx_naming_pattern_clear (PlxNamingPattern *self)
{
  g_clear_pointer (&self->letters, g_free);
}

/**
 * plx_naming_pattern_match:
 * @self: a pattern
 * @text: UTF-8
 * @at: where it may begin
 * @end: the byte after the last to look at
 *
 * Returns: the byte after the last of the words, or 0 where they do not stand here
 */
gsize
plx_naming_pattern_match (const PlxNamingPattern *self,
                          const char             *text,
                          gsize                   at,
                          gsize                   end)
{
  guint n = 0;

  while (n < self->n_letters)
    {
      gunichar parts[MAX_PARTS];
      guint n_parts;
      gunichar c;

      if (at >= end)
        return 0;

      c = g_utf8_get_char (text + at);
      if (g_unichar_isspace (c))
        {
          if (self->letters[n++] != ' ')
            return 0;
          while (at < end && g_unichar_isspace (g_utf8_get_char (text + at)))
            at = g_utf8_next_char (text + at) - text;
          continue;
        }

      n_parts = decompose (c, parts);
      for (guint i = 0; i < n_parts; i++)
        if (n >= self->n_letters || parts[i] != self->letters[n++])
          return 0;
      at = g_utf8_next_char (text + at) - text;
    }

  return self->n_letters > 0 && at <= end ? at : 0;
}

static guint
hash_letter (guint    hash,
             gunichar letter)
{
  return hash * 33 + letter;
}

/**
 * plx_naming_pattern_hash:
 * @self: a pattern
 *
 * Returns: what is alike in all patterns that begin with the same letters; one of those that
 *   plx_naming_hash_text() gives where it matches
 */
guint
plx_naming_pattern_hash (const PlxNamingPattern *self)
{
  guint hash = 5381;

  for (guint i = 0; i < self->n_letters && i < PLX_NAMING_PREFIX; i++)
    hash = hash_letter (hash, self->letters[i]);

  return hash;
}

/**
 * plx_naming_hash_text:
 * @text: UTF-8
 * @at: where a pattern may begin
 * @end: the byte after the last to look at
 * @hashes: (out) (array length=PLX_NAMING_PREFIX): the hashes of patterns that may match there
 *
 * Returns: how many they are
 */
guint
plx_naming_hash_text (const char *text,
                      gsize       at,
                      gsize       end,
                      guint      *hashes)
{
  guint hash = 5381;
  guint n = 0;

  while (n < PLX_NAMING_PREFIX && at < end)
    {
      gunichar parts[MAX_PARTS];
      const gunichar c = g_utf8_get_char (text + at);
      const gboolean is_space = g_unichar_isspace (c);
      const guint n_parts = decompose (is_space ? ' ' : c, parts);

      for (guint i = 0; i < n_parts && n < PLX_NAMING_PREFIX; i++)
        hashes[n++] = hash = hash_letter (hash, parts[i]);

      do
        at = g_utf8_next_char (text + at) - text;
      while (is_space && at < end && g_unichar_isspace (g_utf8_get_char (text + at)));
    }

  return n;
}

/* The first letter of the word that ends here. */
static gunichar
get_word_start (const char *low,
                const char *end)
{
  gunichar first = 0;

  while (end > low)
    {
      end = g_utf8_prev_char (end);
      if (!is_letter (g_utf8_get_char (end)))
        break;
      first = g_utf8_get_char (end);
    }

  return first;
}

/**
 * plx_naming_starts_word:
 * @text: UTF-8
 * @low: the first byte to look at
 * @start: where the words begin
 *
 * Tells whether what stands there is the beginning of a word. “Iran” begins one in “pro-Iran” and
 * in “l’Iran”; “Brien” does not in “O’Brien”, nor “Belova” in “Lvova-Belova”. In scripts that do
 * not part words, all does.
 */
gboolean
plx_naming_starts_word (const char *text,
                        gsize       low,
                        gsize       start)
{
  const gunichar first = g_utf8_get_char (text + start);
  const char *before;
  gunichar c, other;

  if (start == low || !is_letter (first))
    return TRUE;

  before = g_utf8_prev_char (text + start);
  c = g_utf8_get_char (before);
  if (is_unspaced (first) || is_unspaced (c))
    return TRUE;
  if (is_letter (c))
    return FALSE;
  if (!is_apostrophe (c) && !is_hyphen (c) && c != '.')
    return TRUE;

  other = get_word_start (text + low, before);

  return other == 0 || (c != '.' && g_unichar_islower (other));
}

/* What may follow an apostrophe and is no part of the name: “Ruto’s”, “they’ll”. */
static gboolean
is_ending (const char *start,
           const char *high)
{
  static const char *const endings[] = { "s", "S", "ll", "d", "ve", "re", "m", NULL };
  const char *end = start;
  g_autofree char *ending = NULL;

  while (end < high && is_letter (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  ending = g_strndup (start, end - start);

  return *ending == '\0' || g_strv_contains (endings, ending);
}

/**
 * plx_naming_ends_word:
 * @text: UTF-8
 * @end: the byte after the last of the words
 * @high: the byte after the last to look at
 *
 * Tells whether what stands before is the end of a word. “China” ends one in “China’s” and in
 * “China-backed”; “Lvova” does not in “Lvova-Belova”, nor “U” in “U.S.”
 */
gboolean
plx_naming_ends_word (const char *text,
                      gsize       end,
                      gsize       high)
{
  const gunichar last = g_utf8_get_char (g_utf8_prev_char (text + end));
  const char *after;
  gunichar c, other;

  if (end == high)
    return TRUE;

  c = g_utf8_get_char (text + end);
  if (g_unichar_ismark (c))
    return FALSE;
  if (!is_letter (last))
    return last != '.' || !is_letter (c);
  if (is_unspaced (last) || is_unspaced (c))
    return TRUE;
  if (is_letter (c))
    return FALSE;

  after = g_utf8_next_char (text + end);
  other = after < text + high ? g_utf8_get_char (after) : ' ';
  if (is_apostrophe (c))
    return is_ending (after, text + high);
  if (is_hyphen (c))
    return !is_letter (other) || g_unichar_islower (other);

  return c != '.' || !is_letter (other);
}
