/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-similarity.h"

G_BEGIN_DECLS

/* Words of one sentence that are looked at. */
#define PLX_SIMILARITY_MAX_WORDS PLX_TERMS_MOST

static inline double
plx_similarity_ratio (double part,
                      double whole)
{
  return whole > 0 ? part / whole : 0;
}

void plx_similarity_find_words (const PlxTerms *a,
                                const PlxTerms *b,
                                double         *f);
void plx_similarity_find_runs  (const PlxTerms *a,
                                const PlxTerms *b,
                                double         *f);

G_END_DECLS
