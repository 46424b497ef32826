/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-matter.h"
#include "sheet/plx-sheet-plan.h"
#include "sheet/plx-sheet-tally.h"
#include "sheet/plx-sheet-text.h"

G_BEGIN_DECLS

/**
 * PlxSheetTelling:
 * @matter: what a sheet is about
 * @sources: what its articles are called; lent by @matter
 * @tally: what is counted of it
 * @leads_to_claims: whether the sheet has the claims, so that links to them lead somewhere
 *
 * What sections share that tell what was found. It does not change once made.
 *
 * Its words are marked, see plx-sheet-marks.h.
 */
typedef struct
{
  PlxSheetMatter *matter;
  char          **sources;
  PlxSheetTally  *tally;
  gboolean        leads_to_claims;
} PlxSheetTelling;

PlxSheetTelling *plx_telling_new           (PlxSheetMatter            *matter,
                                            PlxSheetPlan              *plan);
void             plx_telling_free          (PlxSheetTelling           *self);

guint            plx_telling_paragraph     (PlxSheetTelling           *self,
                                            PlxSentenceRef             ref);
char            *plx_telling_cite          (PlxSheetTelling           *self,
                                            PlxSentenceRef             ref);
char            *plx_telling_cite_refs     (PlxSheetTelling           *self,
                                            const GArray              *refs);
char            *plx_telling_cite_claim    (PlxSheetTelling           *self,
                                            const PlxSheetClaim       *claim);
char            *plx_telling_cite_articles (const GArray              *articles);
char            *plx_telling_source        (PlxSheetTelling           *self,
                                            guint                      article);
char            *plx_telling_sources       (PlxSheetTelling           *self,
                                            const GArray              *articles);
PlxSheetText    *plx_telling_sentence      (PlxSheetTelling           *self,
                                            PlxSentenceRef             ref);
const char      *plx_telling_language      (PlxSheetTelling           *self,
                                            guint                      article);

gboolean         plx_telling_is_named      (const PlxClaimRecord      *record,
                                            guint                      origin);
char            *plx_telling_label         (PlxSheetTelling           *self,
                                            const PlxSheetClaim       *claim);
char            *plx_telling_claim         (PlxSheetTelling           *self,
                                            const PlxSheetClaim       *claim);
char            *plx_telling_counts        (const PlxSheetClaim       *claim);
char            *plx_telling_agreement     (PlxSheetTelling           *self,
                                            const PlxSheetClaim       *claim);
GArray          *plx_telling_silent        (PlxSheetTelling           *self,
                                            const PlxSheetClaim       *claim);
char            *plx_telling_sayings       (PlxSheetTelling           *self,
                                            const PlxDifferenceRecord *difference);
char            *plx_telling_difference    (PlxSheetTelling           *self,
                                            const PlxDifferenceRecord *difference);
char            *plx_telling_difference_between (PlxSheetTelling           *self,
                                                 const PlxDifferenceRecord *difference,
                                                 guint                      left,
                                                 guint                      right);
char            *plx_telling_hidden        (guint                      n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetTelling, plx_telling_free)

G_END_DECLS
