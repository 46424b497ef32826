/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"
#include "comparing/plx-facts.h"
#include "comparing/plx-tokens.h"

G_BEGIN_DECLS

/**
 * PlxMember:
 * @ref: a sentence of a claim
 * @node: the same in the weave
 * @annotation: its article
 * @offset: where it starts in the article's text
 * @tokens: (element-type PlxToken): its words
 * @facts: (element-type PlxFact): what can differ in it
 *
 * A sentence of a claim while the differences are looked for.
 */
typedef struct
{
  PlxSentenceRef  ref;
  PlxNode        *node;
  PlxAnnotation  *annotation;
  guint32         offset;
  GArray         *tokens;
  GArray         *facts;
} PlxMember;

GArray *plx_claim_members_new      (PlxWeave           *weave,
                                    PlxClaimRecord     *claim);
void    plx_member_clear           (gpointer            data);
gboolean plx_member_opposes        (PlxMember          *self,
                                    PlxMember          *other);
char   *plx_member_dup_words       (PlxMember          *self,
                                    guint32             start,
                                    guint32             end);
void    plx_claim_add_difference   (PlxClaimRecord     *claim,
                                    PlxDifferenceKind   kind,
                                    char               *about,
                                    GArray             *members,
                                    char              **says);

void    plx_differences_find_dates  (PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_names  (PlxWeave       *weave,
                                     PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_standings (PlxClaimRecord *claim,
                                        GArray         *members);
void    plx_differences_find_stance (PlxClaimRecord *claim,
                                     GArray         *members);

G_END_DECLS
