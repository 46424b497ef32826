/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-index"

#include "config.h"

#include "library/plx-index.h"

#include <string.h>

/* Some scripts set no spaces between words. Where words end takes a dictionary to tell, which
 * would not know the names that one looks for; so their text is indexed by each two letters that
 * stand beside each other, and words are found in it at any place, of one letter or of many. */

/* No letter below this one is of such a script: nor is most text that is looked at. */
#define FIRST_DENSE 0x0e00

static const GUnicodeScript dense_scripts[] = {
  G_UNICODE_SCRIPT_BOPOMOFO,
  G_UNICODE_SCRIPT_HAN,
  G_UNICODE_SCRIPT_HIRAGANA,
  G_UNICODE_SCRIPT_JAVANESE,
  G_UNICODE_SCRIPT_KATAKANA,
  G_UNICODE_SCRIPT_KHMER,
  G_UNICODE_SCRIPT_LAO,
  G_UNICODE_SCRIPT_MYANMAR,
  G_UNICODE_SCRIPT_NEW_TAI_LUE,
  G_UNICODE_SCRIPT_TAI_LE,
  G_UNICODE_SCRIPT_TAI_THAM,
  G_UNICODE_SCRIPT_TAI_VIET,
  G_UNICODE_SCRIPT_THAI,
  G_UNICODE_SCRIPT_TIBETAN,
  G_UNICODE_SCRIPT_YI,
};

/**
 * plx_script_is_dense:
 * @c: a letter
 *
 * Returns: whether it is of a script that sets no spaces between words
 */
gboolean
plx_script_is_dense (gunichar c)
{
  GUnicodeScript script;

  if (c < FIRST_DENSE || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
    return FALSE;

  script = g_unichar_get_script (c);
  for (gsize i = 0; i < G_N_ELEMENTS (dense_scripts); i++)
    if (script == dense_scripts[i])
      return TRUE;

  /* The marks that make a vowel of kana long are of no script. */
  return c == 0x30fc || c == 0xff70;
}

/**
 * plx_script_has_dense:
 * @text: valid UTF-8
 * @length: how many bytes of it, or -1 for all
 *
 * Returns: whether a letter of it is of a script that sets no spaces between words
 */
gboolean
plx_script_has_dense (const char *text,
                      gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *at = text; at < end;)
    {
      /* Letters of one and two bytes are all before the first. */
      if ((guchar) *at < 0xe0)
        at++;
      else if (plx_script_is_dense (g_utf8_get_char (at)))
        return TRUE;
      else
        at = g_utf8_next_char (at);
    }

  return FALSE;
}

/**
 * plx_script_dup_spaced:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text without what is of scripts that set no spaces between words;
 *   a space stands in the place of that
 */
char *
plx_script_dup_spaced (const char *text)
{
  GString *spaced = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((guchar) *at >= 0xe0 && plx_script_is_dense (g_utf8_get_char (at)))
      {
        if (spaced->len == 0 || spaced->str[spaced->len - 1] != ' ')
          g_string_append_c (spaced, ' ');
      }
    else
      {
        g_string_append_len (spaced, at, g_utf8_next_char (at) - at);
      }

  return g_string_free_and_steal (spaced);
}

/**
 * plx_script_append_pairs:
 * @pairs: where to add to
 * @text: valid UTF-8
 *
 * Adds what is indexed of the parts of a text that are of scripts without spaces: each two letters
 * that stand beside each other, and the last by itself, with spaces between. Letters that only look
 * other, wide or narrow, are made the same first.
 */
void
plx_script_append_pairs (GString    *pairs,
                         const char *text)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *next = g_utf8_next_char (at);

      if (!plx_script_is_dense (g_utf8_get_char (at)))
        continue;

      if (pairs->len > 0)
        g_string_append_c (pairs, ' ');
      g_string_append_len (pairs, at, next - at);
      if (*next != '\0' && plx_script_is_dense (g_utf8_get_char (next)))
        g_string_append_len (pairs, next, g_utf8_next_char (next) - next);
    }
}
