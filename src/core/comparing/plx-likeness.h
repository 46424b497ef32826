/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"
#include "comparing/plx-meetings.h"
#include "comparing/plx-similarity.h"

G_BEGIN_DECLS

/* What speaks for or against two sentences reporting the same beside their words. The order is
 * that of the weights that fit/ finds. */
typedef enum
{
  PLX_LIKENESS_DAY_SAME = PLX_N_STORY_FEATURES,
  PLX_LIKENESS_DAY_OTHER,
  PLX_LIKENESS_COUNTED_SAME,
  PLX_LIKENESS_COUNT_SAME,
  PLX_LIKENESS_NUMBER_SAME,
  PLX_LIKENESS_QUOTE_BOTH,
  PLX_LIKENESS_QUOTE_ONE,
  PLX_LIKENESS_HEADLINE_BOTH,
  PLX_LIKENESS_HEADLINE_LESS,
  PLX_LIKENESS_HEADLINE_APART,
  PLX_LIKENESS_DENIAL_BOTH,
  PLX_LIKENESS_DENIAL_ONE,
  PLX_LIKENESS_LEADS,
  PLX_LIKENESS_PLACES_APART,
  PLX_LIKENESS_FIRST_PLACE,
} PlxLikeness;

#define PLX_N_LIKENESS (PLX_LIKENESS_FIRST_PLACE + 1)

/* What speaks for or against it once it is known how alike all the others are. */
typedef enum
{
  PLX_RELATIVE_LIKELY,
  PLX_RELATIVE_BEHIND_BEST,
  PLX_RELATIVE_RANKS,
  PLX_RELATIVE_BEST_OF_BOTH,
  PLX_RELATIVE_WITNESS,
  PLX_RELATIVE_SECOND_WITNESS,
  PLX_RELATIVE_WITNESSES,
  PLX_RELATIVE_TOPS,
  PLX_RELATIVE_NEIGHBOURS,
  PLX_RELATIVE_SAME_BEST,
} PlxRelative;

#define PLX_N_RELATIVE (PLX_RELATIVE_SAME_BEST + 1)

/**
 * PlxTie:
 * @other: a sentence, by its place in the weave
 * @likely: how likely it reports the same, 0 to 1
 */
typedef struct
{
  guint32 other;
  float   likely;
} PlxTie;

/**
 * PlxTies:
 * @weave: the sentences of a story
 * @meetings: which of them have been held against each other
 * @of: (element-type GArray): for each of them its ties, in the order of the others
 * @tops: (element-type GArray) (nullable): for each of them the closest of each other article
 * @strong: (element-type GArray) (nullable): for each of them its most likely ties
 * @most: (element-type float): for each of them how likely the most likely is
 *
 * Which sentences of a story may report the same. Both ends of a tie have it.
 */
typedef struct
{
  PlxWeave    *weave;
  PlxMeetings *meetings;
  GPtrArray   *of;
  GPtrArray   *tops;
  GPtrArray   *strong;
  GArray      *most;
} PlxTies;

/**
 * PlxTieJudge:
 * @features: what speaks for or against two sentences reporting the same
 * @data: what was given beside it
 *
 * Returns: how likely they do, 0 to 1
 */
typedef double (*PlxTieJudge) (const double *features,
                               gpointer      data);

PlxTies *plx_ties_new         (PlxWeave      *weave,
                               PlxMeetings   *meetings);
PlxTies *plx_ties_find        (PlxWeave      *weave,
                               GCancellable  *cancellable);
PlxTies *plx_ties_find_by     (PlxWeave      *weave,
                               PlxTieJudge    judge,
                               gpointer       data,
                               GCancellable  *cancellable);
PlxTies *plx_ties_judge       (PlxTies       *self,
                               GCancellable  *cancellable);
void     plx_ties_free        (PlxTies       *self);
void     plx_ties_add         (PlxTies       *self,
                               guint          a,
                               guint          b,
                               float          likely);
void     plx_ties_sort        (PlxTies       *self);
float    plx_ties_get         (PlxTies       *self,
                               guint          a,
                               guint          b);

void     plx_likeness_features  (const PlxNode *a,
                                 const PlxNode *b,
                                 double         features[PLX_N_LIKENESS]);
void     plx_likeness_relations (PlxTies       *ties,
                                 guint          a,
                                 guint          b,
                                 double         features[PLX_N_RELATIVE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTies, plx_ties_free)

G_END_DECLS
