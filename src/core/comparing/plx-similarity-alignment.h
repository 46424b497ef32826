/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-similarity-words.h"

G_BEGIN_DECLS

/**
 * PlxAlignment:
 * @a: the telling words of a sentence
 * @b: those of another
 * @n_a: how many of @a are looked at
 * @n_b: how many of @b are
 * @partner: for each of @a which of @b it has found, or -1
 * @credit: how well both fit, 0 to 1
 * @taken: which of @b have been found
 *
 * Which word of another sentence each word of a sentence has found.
 */
typedef struct
{
  const PlxTerms *first;
  const PlxTerms *second;
  const PlxTerm  *a;
  const PlxTerm  *b;
  guint           n_a;
  guint           n_b;
  gint16          partner[PLX_SIMILARITY_MAX_WORDS];
  float           credit[PLX_SIMILARITY_MAX_WORDS];
  guint8          taken[PLX_SIMILARITY_MAX_WORDS];
} PlxAlignment;

void plx_alignment_init   (PlxAlignment   *self,
                           const PlxTerms *a,
                           const PlxTerms *b);
void plx_alignment_soften (PlxAlignment   *self);

G_END_DECLS
