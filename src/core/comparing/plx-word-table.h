/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxWordFacts:
 * @cluster: which words it is used like: two words of one cluster turn up in the same
 *   surroundings; 0 where the word is not in the table
 * @rarity: from 0 for the most frequent words to 1 for rare ones and those not in the table
 *
 * What is known of an English word outside any article.
 */
typedef struct
{
  guint16 cluster;
  float   rarity;
} PlxWordFacts;

guint32      plx_word_hash   (const char *folded,
                              gsize       length);
PlxWordFacts plx_word_lookup (guint32     hash);

G_END_DECLS
