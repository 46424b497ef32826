/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"

G_BEGIN_DECLS

/**
 * PlxClaimTarget:
 * @analysis: what was found in the story
 * @articles: (element-type gint64): the ids of its articles, by their place
 * @sources: what its articles are called
 * @story: id of the story
 * @claim: a claim, by its place
 * @ref: a sentence of it; its article is `PLX_NONE` where the whole claim is meant
 *
 * What is to be corrected. It stays true while the story is compared anew.
 */
typedef struct
{
  PlxAnalysis    *analysis;
  GArray         *articles;
  char          **sources;
  gint64          story;
  guint           claim;
  PlxSentenceRef  ref;
} PlxClaimTarget;

PlxClaimTarget       *plx_claim_target_new          (PlxSession           *session,
                                                     guint                 claim,
                                                     const PlxSentenceRef *ref);
PlxClaimTarget       *plx_claim_target_new_at       (PlxSession           *session,
                                                     PlxSentenceRef        ref);
PlxClaimTarget       *plx_claim_target_ref          (PlxClaimTarget       *self);
void                  plx_claim_target_unref        (PlxClaimTarget       *self);

const PlxClaimRecord *plx_claim_target_get_record   (PlxClaimTarget       *self);
gboolean              plx_claim_target_has_sentence (PlxClaimTarget       *self);
char                 *plx_claim_target_dup_sentence (PlxClaimTarget       *self,
                                                     PlxSentenceRef        ref);
void                  plx_claim_target_add          (PlxClaimTarget       *self,
                                                     PlxCorrection        *correction,
                                                     guint                 side,
                                                     PlxSentenceRef        ref);

gboolean              plx_sentence_ref_is           (const PlxSentenceRef *self,
                                                     const PlxSentenceRef *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimTarget, plx_claim_target_unref)

G_END_DECLS
