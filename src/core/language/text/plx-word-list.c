/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-list"

#include "config.h"

#include "language/text/plx-word-list.h"

#include <string.h>

/* A power of two, and several times as many as the program has lists. */
#define N_SLOTS 2048

/* Beyond so many other lists a list is not looked for. */
#define REACH 16

#define N_BITS 256

/* A bit for what the hash of each word of a list begins with. */
typedef struct
{
  const char *words;
  guint64     bits[N_BITS / 64];
} Mask;

static Mask masks[N_SLOTS];

static guint
place_of (const char *words)
{
  return (GPOINTER_TO_SIZE (words) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40;
}

static inline gboolean
has_bit (const Mask *mask,
         guint32     hash)
{
  const guint bit = hash % N_BITS;

  return (mask->bits[bit / 64] >> bit % 64 & 1) != 0;
}

/* Masks are never taken away, and seen by others only once they are whole. */
static Mask *
add_mask (const char *words)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint place = place_of (words);

  for (guint i = 0; i < REACH; i++)
    {
      Mask *mask = &masks[(place + i) % N_SLOTS];

      if (mask->words == words)
        return mask;
      if (mask->words != NULL)
        continue;

      for (const char *at = words; *at != '\0';)
        {
          gsize length = strcspn (at, " ");
          guint bit = plx_word_list_hash (at, length) % N_BITS;

          mask->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
          at += length + (at[length] == ' ');
        }
      g_atomic_pointer_set (&mask->words, words);
      return mask;
    }

  return NULL;
}

/* That of a list which is not in its place, or not there yet; NULL where there is no room. */
static Mask *
find_mask (const char *words)
{
  guint place = place_of (words);

  for (guint i = 0; i < REACH; i++)
    {
      Mask *mask = &masks[(place + i) % N_SLOTS];
      const char *there = g_atomic_pointer_get (&mask->words);

      if (there == words)
        return mask;
      if (there == NULL)
        break;
    }

  return add_mask (words);
}

/**
 * plx_word_list_may_have:
 * @words: words with a space between them; must never change nor go away, as a literal does not
 * @hash: the hash of a word
 *
 * Tells in a few steps that a word is not in a list, for lists that are asked for nearly every word
 * of a text.
 *
 * Returns: `FALSE` where the word is certainly not in the list
 */
gboolean
plx_word_list_may_have (const char *words,
                        guint32     hash)
{
  Mask *mask = &masks[place_of (words) % N_SLOTS];

  if (G_UNLIKELY (g_atomic_pointer_get (&mask->words) != words))
    mask = find_mask (words);

  return mask == NULL || has_bit (mask, hash);
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
