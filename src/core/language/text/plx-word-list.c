/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-list"

#include "config.h"

#include "language/text/plx-word-list.h"

#include <string.h>

/* Beyond so many other lists a list is not looked for. */
#define REACH 16

PlxWordListMask plx_word_list_masks[PLX_WORD_LIST_SLOTS];

/* Masks are never taken away, and seen by others only once they are whole. */
static PlxWordListMask *
add_mask (const char *words)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint place = plx_word_list_place (words);

  for (guint i = 0; i < REACH; i++)
    {
      PlxWordListMask *mask = &plx_word_list_masks[(place + i) % PLX_WORD_LIST_SLOTS];

      if (mask->words == words)
        return mask;
      if (mask->words != NULL)
        continue;

      for (const char *at = words; *at != '\0';)
        {
          gsize length = strcspn (at, " ");
          guint bit = plx_word_list_hash (at, length) % PLX_WORD_LIST_BITS;

          mask->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
          at += length + (at[length] == ' ');
        }
      g_atomic_pointer_set (&mask->words, words);
      return mask;
    }

  return NULL;
}

/**
 * plx_word_list_find_mask:
 * @words: a list of words whose mask is not in its place, or not there yet
 *
 * Returns: (transfer none) (nullable): its mask; `NULL` where there is no room for one
 */
PlxWordListMask *
plx_word_list_find_mask (const char *words)
{
  guint place = plx_word_list_place (words);

  for (guint i = 0; i < REACH; i++)
    {
      PlxWordListMask *mask = &plx_word_list_masks[(place + i) % PLX_WORD_LIST_SLOTS];
      const char *there = g_atomic_pointer_get (&mask->words);

      if (there == words)
        return mask;
      if (there == NULL)
        break;
    }

  return add_mask (words);
}

/**
 * plx_word_list_has:
 * @words: words with a space between them
 * @word: a word
 *
 * Returns: whether it is one of @words
 */
gboolean
plx_word_list_has (const char *words,
                   const char *word)
{
  const gsize length = strlen (word);

  if (length == 0)
    return FALSE;

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    {
      if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}
