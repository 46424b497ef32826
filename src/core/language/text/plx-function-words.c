/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-function-words"

#include "config.h"

#include "language/text/plx-function-words.h"

#include <gio/gio.h>
#include <string.h>

#define TABLE "/io/github/parallaxapp/Parallax/language/function-words.tsv"

/* Longer than any small word, in bytes. */
#define LONGEST 40

static GHashTable *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  /* Only a broken build lacks it. */
  if (bytes == NULL)
    g_error ("%s", error->message);

  copy = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (copy, "\n", -1);
  for (gsize i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 2);
      g_auto (GStrv) list = NULL;

      if (g_strv_length (cells) < 2)
        continue;

      list = g_strsplit (cells[1], " ", -1);
      for (gsize j = 0; list[j] != NULL; j++)
        g_hash_table_add (words, g_strconcat (cells[0], "\t", list[j], NULL));
    }

  return words;
}

/**
 * plx_function_words_has:
 * @tag: BCP 47 tag of a language
 * @word: a word as it is written
 * @length: its length in bytes
 *
 * Safe to call from any thread.
 *
 * Returns: whether it is one of the small words that every text in this language is full of, and
 *   that are no names even where a sentence begins with them
 */
gboolean
plx_function_words_has (const char *tag,
                        const char *word,
                        gsize       length)
{
  static GHashTable *words;
  g_autofree char *language = g_ascii_strdown (tag, strcspn (tag, "-_"));
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *key = NULL;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, load ());

  if (length == 0 || length > LONGEST)
    return FALSE;

  plain = g_strndup (word, length);
  lower = g_utf8_strdown (plain, length);
  if (g_str_equal (language, "nb") || g_str_equal (language, "nn"))
    g_set_str (&language, "no");
  key = g_strconcat (language, "\t", lower, NULL);

  return g_hash_table_contains (words, key);
}
