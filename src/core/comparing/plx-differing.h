/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"
#include "comparing/plx-facts.h"
#include "comparing/plx-tokens.h"
#include "model/plx-difference-rules.h"

G_BEGIN_DECLS

/**
 * PlxMember:
 * @ref: a sentence of a claim
 * @node: the same in the weave
 * @annotation: its article
 * @offset: where it starts in the article's text
 * @tokens: (element-type PlxToken): its words
 * @facts: (element-type PlxFact): what can differ in it
 * @assertions: (element-type PlxAssertion): what it says of somebody
 * @index: its place among the members
 * @similar: (array): how much it is like each other member, below 0 where nobody has asked yet
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
  GArray         *assertions;
  guint           index;
  float          *similar;
} PlxMember;

/**
 * PlxSetting:
 * @start: first byte in the sentence
 * @end: the byte after the last
 * @skip_start: first byte of the words that it surrounds
 * @skip_end: the byte after their last
 * @loosely: whether words that are only used alike count as the same
 *
 * A part of a sentence around some words of it.
 */
typedef struct
{
  guint32  start;
  guint32  end;
  guint32  skip_start;
  guint32  skip_end;
  gboolean loosely;
} PlxSetting;

/**
 * PlxShare:
 * @words: how many words two parts of sentences have in common
 * @names: how many names
 * @of_a: how many words and names the first has
 * @of_b: how many the other has
 * @names_a: how many of @of_a are names
 * @names_b: how many of @of_b are
 *
 * What two parts of sentences have in common.
 */
typedef struct
{
  guint words;
  guint names;
  guint of_a;
  guint of_b;
  guint names_a;
  guint names_b;
} PlxShare;

GArray *plx_claim_members_new      (PlxWeave           *weave,
                                    PlxClaimRecord     *claim);
void    plx_member_clear           (gpointer            data);
guint   plx_members_bound          (GArray             *members);
PlxMember *plx_members_at          (GArray             *members,
                                    guint               i);
double  plx_member_similarity      (PlxMember          *self,
                                    PlxMember          *other);
gboolean plx_member_opposes        (PlxMember          *self,
                                    PlxMember          *other);
gboolean plx_member_may_oppose     (PlxMember          *self,
                                    PlxMember          *other);
char   *plx_member_dup_words       (PlxMember          *self,
                                    guint32             start,
                                    guint32             end);
gboolean plx_names_overlap         (const char         *a,
                                    const char         *b);
void    plx_claim_add_difference   (PlxClaimRecord     *claim,
                                    const char         *rule,
                                    char               *about,
                                    GArray             *members,
                                    char              **says);

guint    plx_member_token_at       (PlxMember          *self,
                                    guint32             byte);
PlxSetting plx_member_get_setting  (PlxMember          *self,
                                    guint32             start,
                                    guint32             end);
PlxShare plx_settings_share        (PlxMember          *a,
                                    const PlxSetting   *in_a,
                                    PlxMember          *b,
                                    const PlxSetting   *in_b);
gboolean plx_share_is_enough       (PlxShare            share);
PlxShare plx_facts_share           (PlxMember          *a,
                                    const PlxFact      *fact_a,
                                    PlxMember          *b,
                                    const PlxFact      *fact_b);
gboolean plx_facts_meet            (PlxMember          *a,
                                    const PlxFact      *fact_a,
                                    PlxMember          *b,
                                    const PlxFact      *fact_b);

gboolean plx_facts_oppose          (PlxMember          *a,
                                    const PlxFact      *fact_a,
                                    PlxMember          *b,
                                    const PlxFact      *fact_b);

void    plx_differences_find_actors (PlxWeave       *weave,
                                     PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_attribution (PlxClaimRecord *claim,
                                          GArray         *members);
void    plx_differences_find_called (PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_facts  (PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_names  (PlxWeave       *weave,
                                     PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_quotes (PlxWeave       *weave,
                                     PlxClaimRecord *claim,
                                     GArray         *members);
void    plx_differences_find_wording (PlxClaimRecord *claim,
                                      GArray         *members);
void    plx_differences_find_standings (PlxClaimRecord *claim,
                                        GArray         *members);
void    plx_differences_find_stance (PlxClaimRecord *claim,
                                     GArray         *members);

G_END_DECLS
