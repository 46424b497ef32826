/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-table"

#include "config.h"

#include "comparing/plx-word-table.h"

#include <math.h>

#include "comparing/plx-word-table-data.h"

G_STATIC_ASSERT (G_N_ELEMENTS (axis_scales) == PLX_WORD_AXES);

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

/* Hashes are spread so evenly that a word stands near where it would if they were just as far apart
 * from each other. */
#define NEAR 512

static gboolean
find_word (guint32  hash,
           gsize   *at)
{
  const gsize n = G_N_ELEMENTS (word_hashes);
  const gsize guess = ((guint64) hash * n) >> 32;
  gsize low = guess - MIN (guess, NEAR);
  gsize high = MIN (guess + NEAR, n);

  if (word_hashes[low] > hash)
    low = 0;
  if (high < n && word_hashes[high] < hash)
    high = n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (word_hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }

  *at = low;

  return low < G_N_ELEMENTS (word_hashes) && word_hashes[low] == hash;
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
  gsize at;

  if (!find_word (hash, &at))
    return (PlxWordFacts) { 0, 1.0f };

  return (PlxWordFacts) {
    word_facts[at] >> RARITY_BITS,
    (word_facts[at] & RARITY_MASK) / (float) RARITY_MASK,
  };
}

/**
 * plx_word_place:
 * @hash: the hash of a word in lower case
 * @place: (inout): where the word stands among the others; left alone where it is not known
 *
 * Returns: whether it is known
 */
gboolean
plx_word_place (guint32       hash,
                PlxWordPlace *place)
{
  float axes[PLX_WORD_AXES];
  double square = 0;
  gsize at;

  if (!find_word (hash, &at))
    return FALSE;

  for (guint i = 0; i < PLX_WORD_AXES; i++)
    {
      guint8 two = word_vectors[at][i / 2];

      axes[i] = ((i % 2 == 0 ? two & 0xf : two >> 4) - 8) * axis_scales[i];
      square += axes[i] * axes[i];
    }
  for (guint i = 0; i < PLX_WORD_AXES && square > 0; i++)
    place->axes[i] = lrint (axes[i] / sqrt (square) * PLX_WORD_PLACE_LENGTH);

  return square > 0;
}
