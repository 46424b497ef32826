/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corrections/plx-claim-target.h"

G_BEGIN_DECLS

#define PLX_TYPE_CLAIM_CHOICE (plx_claim_choice_get_type ())

/**
 * PlxClaimChoice:
 *
 * A claim, or a sentence of one, that can be chosen.
 *
 * Properties: `title`, `subtitle`, `label` (both, for a screen reader).
 */
G_DECLARE_FINAL_TYPE (PlxClaimChoice, plx_claim_choice, PLX, CLAIM_CHOICE, GObject)

GPtrArray      *plx_claim_choices_new_claims    (PlxClaimTarget *target);
GPtrArray      *plx_claim_choices_new_sentences (PlxClaimTarget *target);

guint           plx_claim_choice_get_claim      (PlxClaimChoice *self);
PlxSentenceRef  plx_claim_choice_get_ref        (PlxClaimChoice *self);
gboolean        plx_claim_choice_matches        (PlxClaimChoice *self,
                                                 const char     *words);

G_END_DECLS
