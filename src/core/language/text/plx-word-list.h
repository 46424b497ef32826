/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FNV-1a. */
static inline guint32
plx_word_list_hash (const char *word,
                    gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) word[i]) * 16777619u;

  return hash;
}

/* A power of two, and several times as many as the program has lists. */
#define PLX_WORD_LIST_SLOTS 2048

#define PLX_WORD_LIST_BITS 256

/* A bit for what the hash of each word of a list begins with. */
typedef struct
{
  const char *words;
  guint64     bits[PLX_WORD_LIST_BITS / 64];
} PlxWordListMask;

extern PlxWordListMask plx_word_list_masks[PLX_WORD_LIST_SLOTS];

PlxWordListMask *plx_word_list_find_mask (const char *words);
gboolean         plx_word_list_has       (const char *words,
                                          const char *word);

/* Where the mask of a list stands, unless another one does. */
static inline guint
plx_word_list_place (const char *words)
{
  return ((GPOINTER_TO_SIZE (words) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40) %
         PLX_WORD_LIST_SLOTS;
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
static inline gboolean
plx_word_list_may_have (const char *words,
                        guint32     hash)
{
  PlxWordListMask *mask = &plx_word_list_masks[plx_word_list_place (words)];
  const guint bit = hash % PLX_WORD_LIST_BITS;

  if (G_UNLIKELY (g_atomic_pointer_get (&mask->words) != words))
    mask = plx_word_list_find_mask (words);

  return mask == NULL || (mask->bits[bit / 64] >> bit % 64 & 1) != 0;
}

G_END_DECLS
