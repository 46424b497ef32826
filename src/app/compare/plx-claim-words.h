/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"
#include "compare/plx-claim-item.h"
#include "comparing/plx-wording.h"

G_BEGIN_DECLS

/**
 * PlxClaimStand:
 * @PLX_CLAIM_STAND_AGREE: several sources say the same
 * @PLX_CLAIM_STAND_DIFFER: several sources say it differently
 * @PLX_CLAIM_STAND_ONLY: one source says it alone
 *
 * How the sources of a claim stand to each other.
 */
typedef enum
{
  PLX_CLAIM_STAND_AGREE,
  PLX_CLAIM_STAND_DIFFER,
  PLX_CLAIM_STAND_ONLY,
} PlxClaimStand;

PlxClaimStand  plx_claim_words_get_stand  (PlxClaimItem   *item);
char          *plx_claim_words_agreement  (PlxClaimItem   *item);
char          *plx_claim_words_counts     (PlxClaimItem   *item,
                                           PlxArrangement *arrangement);
char          *plx_claim_words_difference (PlxClaimItem   *item,
                                           guint           difference);
char          *plx_claim_words_silents    (PlxClaimItem   *item,
                                           PlxArrangement *arrangement);
char          *plx_claim_words_silent     (PlxClaimItem   *item,
                                           guint           article);
char          *plx_claim_words_place      (PlxAnalysis    *analysis,
                                           PlxSentenceRef  ref);
char          *plx_claim_words_note       (PlxClaimItem   *item,
                                           PlxSentenceRef  ref);
char          *plx_claim_words_passage    (PlxClaimItem     *item,
                                           PlxSentenceRef    ref,
                                           const PlxWording *own,
                                           const PlxWording *other);

G_END_DECLS
