/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-table"

#include "config.h"

#include "comparing/plx-word-table.h"

#include "comparing/plx-word-table-data.h"

#define RARITY_BITS 6
#define RARITY_MASK ((1u << RARITY_BITS) - 1)

/**
 * plx_word_hash:
 * @folded: a word in lower case
 * @length: its length in bytes
 *
 * FNV-1a, which `make-word-table.py` computes likewise.
 *
 * Returns: the hash
 */
guint32
plx_word_hash (const char *folded,
               gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) folded[i]) * 16777619u;

  return hash;
}

/**
 * plx_word_lookup:
 * @hash: the hash of a word in lower case
 *
 * Returns: what is known of the word
 */
PlxWordFacts
plx_word_lookup (guint32 hash)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (word_hashes);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (word_hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == G_N_ELEMENTS (word_hashes) || word_hashes[low] != hash)
    return (PlxWordFacts) { 0, 1.0f };

  return (PlxWordFacts) {
    word_facts[low] >> RARITY_BITS,
    (word_facts[low] & RARITY_MASK) / (float) RARITY_MASK,
  };
}
