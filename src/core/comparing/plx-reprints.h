/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-shingles.h"

G_BEGIN_DECLS

/**
 * PlxReprintKind:
 * @PLX_REPRINT_NONE: two different texts
 * @PLX_REPRINT_COPY: the same text but for trifles
 * @PLX_REPRINT_VERSION: largely the same text: lightly edited, cut, or with more around it
 *
 * What one article is to another of the same words.
 */
typedef enum
{
  PLX_REPRINT_NONE,
  PLX_REPRINT_COPY,
  PLX_REPRINT_VERSION,
} PlxReprintKind;

/**
 * PlxReprint:
 * @a: the number of an article
 * @b: the number of another, which is greater
 * @kind: what they are to each other
 * @overlap: how far they are the same
 *
 * Two articles of which one is printed from the other, or both from a third.
 */
typedef struct
{
  guint32        a;
  guint32        b;
  PlxReprintKind kind;
  PlxOverlap     overlap;
} PlxReprint;

/* An index of articles in which those of the same words are found. */
typedef struct _PlxReprints PlxReprints;

PlxReprints    *plx_reprints_new     (void);
void            plx_reprints_free    (PlxReprints *self);

guint           plx_reprints_add     (PlxReprints *self,
                                      PlxDocument *document);
GArray         *plx_reprints_find    (PlxReprints *self);
GArray         *plx_reprints_query   (PlxReprints *self,
                                      PlxDocument *document);

PlxReprintKind  plx_reprints_compare (GArray      *a,
                                      GArray      *b,
                                      PlxOverlap  *overlap);

guint           plx_reprints_find_first (guint *sets,
                                         guint  article);
void            plx_reprints_unite      (guint *sets,
                                         guint  a,
                                         guint  b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReprints, plx_reprints_free)

G_END_DECLS
