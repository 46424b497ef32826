/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-predicates.h"
#include "countries/plx-subjects.h"

G_BEGIN_DECLS

/**
 * PlxPredicate:
 * @relation: the relation
 * @says: what is said of the subject
 * @hint: what matters of the wording
 *
 * What a sentence says, without of whom.
 */
typedef struct
{
  const PlxRelationInfo *relation;
  PlxSays                says;
  PlxFindingHint         hint;
} PlxPredicate;

/**
 * PlxPass:
 * @clause: the sentence
 * @previous: (nullable): the sentence before it
 * @resolve: asks for a relation named earlier
 * @user_data: for @resolve
 * @findings: (element-type PlxFinding): what was found
 * @done: the token behind the last predicate that was read
 * @last: that predicate; without a relation where there was none
 * @last_subject: of whom it was said
 * @object_denied: whether the object read last was denied: "of *neither* the EU nor NATO"
 *
 * A pass of the rules over one sentence.
 */
typedef struct
{
  PlxClause          *clause;
  PlxClause          *previous;
  PlxResolveRelation  resolve;
  gpointer            user_data;
  GArray             *findings;
  int                 done;
  PlxPredicate        last;
  PlxSubject          last_subject;
  gboolean            object_denied;
} PlxPass;

/**
 * PlxVerb:
 * @start: its first token
 * @is_copula: whether it is "is", "became", "remains" …
 * @negated: whether it denies
 * @former: "no longer", "used to", "ceased to"
 * @unreal: "would", "may", "wants to"
 * @singular: whether it is in the singular
 * @first_to: "was the first country to", which says that it did
 * @past: "was", which may be no more
 * @perfect: "has", "have"
 * @yet: "is yet to"
 *
 * What stands around a verb or before a noun that follows one.
 */
typedef struct
{
  int      start;
  gboolean is_copula;
  gboolean negated;
  gboolean former;
  gboolean unreal;
  gboolean singular;
  gboolean first_to;
  gboolean past;
  gboolean perfect;
  gboolean yet;
} PlxVerb;

/**
 * PlxNoun:
 * @start: its first token
 * @end: the token behind it and what belongs to it
 * @plural: "members"
 * @signatory: said in words of signing
 * @denied: "non-member"
 * @complete: needs no "of …" to be understood: "state party", "signatory"
 * @is_state: "country", which says so only with a relation before it: "an EU country"
 * @is_ally: "ally", which says so of an alliance before it
 * @is_seat: "seat", which one holds
 * @other: (nullable): another relation before it: "an *EU and* NATO member"
 * @contrast: whether that one has what the noun's own is denied: "EU but not NATO members"
 * @is_first: "economy", which says so only as the largest of all in a relation
 *
 * A noun that says how one stands.
 */
typedef struct
{
  int      start;
  int      end;
  gboolean plural;
  gboolean signatory;
  gboolean denied;
  gboolean complete;
  gboolean is_state;
  gboolean is_ally;
  gboolean is_first;
  gboolean is_seat;

  const PlxRelationInfo *other;
  gboolean               contrast;
} PlxNoun;

/* plx-objects.c */
const PlxRelationInfo *plx_pass_object      (PlxPass            *self,
                                             int                 index,
                                             int                *end);
const PlxRelationInfo *plx_pass_modifier    (PlxPass            *self,
                                             int                 index,
                                             int                *start);
const PlxRelationInfo *plx_pass_topic       (PlxPass            *self,
                                             int                 index);
const PlxRelationInfo *plx_pass_coming      (PlxPass            *self,
                                             int                 index,
                                             const char         *noun);

/* plx-verbs.c */
void                   plx_pass_verb        (PlxPass            *self,
                                             int                 index,
                                             PlxVerb            *verb);
gboolean               plx_pass_is_adverb   (PlxPass            *self,
                                             int                 index);
gboolean               plx_pass_is_negation (PlxPass            *self,
                                             int                 index);
PlxSays                plx_pass_invert      (PlxSays             says,
                                             gboolean            negated);
void                   plx_pass_report      (PlxPass            *self,
                                             const PlxSubject   *subject,
                                             const PlxPredicate *predicate);
gboolean               plx_pass_list_behind (PlxPass            *self,
                                             const PlxNoun      *noun,
                                             gboolean            generic,
                                             PlxSubject         *subject);

gboolean               plx_pass_is_disclaimed (PlxPass           *self,
                                               int                index);

/* plx-appositions.c */
gboolean               plx_pass_fronted     (PlxPass            *self,
                                             const PlxNoun      *noun,
                                             PlxSubject         *subject);
gboolean               plx_pass_apposition  (PlxPass            *self,
                                             const PlxNoun      *noun,
                                             int                 before,
                                             PlxVerb            *verb,
                                             PlxSubject         *subject);

/* plx-acts.c */
gboolean               plx_pass_sequel      (PlxPass                *self,
                                             int                     index,
                                             gboolean               *ratified,
                                             const PlxRelationInfo **relation,
                                             int                    *end);

/* plx-nouns.c, plx-acts.c, plx-nominals.c, plx-counts.c, plx-ellipses.c */
void                   plx_pass_noun        (PlxPass            *self,
                                             int                 index);
void                   plx_pass_act         (PlxPass            *self,
                                             int                 index);
void                   plx_pass_nominal     (PlxPass            *self,
                                             int                 index);
void                   plx_pass_reception   (PlxPass            *self,
                                             int                 index);
void                   plx_pass_roster      (PlxPass            *self,
                                             int                 index);
void                   plx_pass_count       (PlxPass            *self,
                                             int                 index);
void                   plx_pass_ellipsis    (PlxPass            *self,
                                             int                 index);

G_END_DECLS
