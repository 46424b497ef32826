/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/* So many words in a row are a shingle. Longer ones are broken by every small change, shorter ones
 * are common property. */
#define PLX_SHINGLE_WORDS 5

/**
 * PlxOverlap:
 * @resemblance: how much of what either of two texts has both have, 0 to 1
 * @containment: how much of the shorter one the other has, 0 to 1
 *
 * How far two texts are the same, after A. Z. Broder, "On the resemblance and containment of
 * documents" (1997).
 */
typedef struct
{
  double resemblance;
  double containment;
} PlxOverlap;

void       plx_shingles_collect (PlxDocument *document,
                                 GArray      *shingles);
void       plx_shingles_sort    (GArray      *shingles);
PlxOverlap plx_shingles_overlap (GArray      *a,
                                 GArray      *b);

G_END_DECLS
