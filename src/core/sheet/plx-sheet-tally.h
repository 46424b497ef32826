/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-matter.h"

G_BEGIN_DECLS

/**
 * PlxSheetClaim:
 * @claim: a claim, by its place in the analysis
 * @number: what the sheet calls it, from 1; 0 for one that a single source tells
 * @n_shown: how many of its sentences are shown
 * @n_hidden: how many the filter hides
 * @n_sources: how many articles tell it in the sentences that are shown
 * @n_independent: how many voices of these do not depend on each other
 * @n_differences: how many of its differences stand between sentences that are shown
 *
 * A claim of which something is shown, counted without what is hidden.
 */
typedef struct
{
  guint claim;
  guint number;
  guint n_shown;
  guint n_hidden;
  guint n_sources;
  guint n_independent;
  guint n_differences;
} PlxSheetClaim;

/**
 * PlxSheetSaying:
 * @says: what is said; lent by the difference
 * @refs: (element-type PlxSentenceRef): the sentences that say it, one an article
 */
typedef struct
{
  const char *says;
  GArray     *refs;
} PlxSheetSaying;

/**
 * PlxSheetTally:
 * @claims: (element-type PlxSheetClaim): in the order of the analysis
 * @n_several: how many of them more than one source tells
 * @n_agree: in how many of these the sources agree
 * @n_differ: in how many they differ
 * @n_alone: how many stand in one source and nowhere else, hidden or not
 * @n_sources: how many articles have anything that is shown
 * @n_hidden: how many passages the filter hides
 *
 * What is counted on a sheet. What the filter hides is not.
 */
typedef struct
{
  GArray *claims;
  guint   n_several;
  guint   n_agree;
  guint   n_differ;
  guint   n_alone;
  guint   n_sources;
  guint   n_hidden;

  /*< private >*/
  guint  *by_claim; /* for each claim of the analysis its place in claims, from 1, or 0 */
} PlxSheetTally;

PlxSheetTally       *plx_sheet_tally_new      (PlxSheetMatter            *matter);
void                 plx_sheet_tally_free     (PlxSheetTally             *self);
const PlxSheetClaim *plx_sheet_tally_find     (const PlxSheetTally       *self,
                                               guint                      claim);

guint                plx_sheet_rank_of        (PlxDifferenceKind          kind);
GPtrArray           *plx_sheet_find_sayings   (const PlxDifferenceRecord *difference,
                                               PlxPassages               *passages);
guint                plx_sheet_saying_count   (const PlxDifferenceRecord *difference,
                                               PlxPassages               *passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetTally, plx_sheet_tally_free)

G_END_DECLS
