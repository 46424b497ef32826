/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-phrases.h"
#include "countries/plx-predicates.h"

G_BEGIN_DECLS

#define PLX_SUBJECT_MAX 24
#define PLX_OBJECTS_MAX 8

/**
 * PlxSubject:
 * @countries: static codes of the countries
 * @n_countries: how many
 * @negated: whether it denies what is said of them: "neither A nor B"
 * @is_generic: whether it is "the countries that", which a list may tell later on
 *
 * Of which countries a sentence says something.
 */
typedef struct
{
  const char *countries[PLX_SUBJECT_MAX];
  guint       n_countries;
  gboolean    negated;
  gboolean    is_generic;
} PlxSubject;

/**
 * PlxObjects:
 * @relations: the relations
 * @negated: whether each is denied: "neither the EU nor NATO", "NATO but not the EU"
 * @ends: the phrase behind each
 * @n_relations: how many
 * @end: the phrase behind them
 *
 * Of which treaties and blocs a sentence says something.
 */
typedef struct
{
  const PlxRelationInfo *relations[PLX_OBJECTS_MAX];
  gboolean               negated[PLX_OBJECTS_MAX];
  int                    ends[PLX_OBJECTS_MAX];
  guint                  n_relations;
  int                    end;
} PlxObjects;

/**
 * PlxPredicate:
 * @objects: the relations
 * @says: what is said of the subject
 * @hint: what matters of the wording
 * @is_event: whether it says that something happened, and not how it is
 * @is_past: whether it speaks of what was
 * @is_by_noun: whether a noun says it: "a permanent member"
 * @is_taken_back: whether it undoes what was said before: "withdrew its signature"
 * @start: the phrase that says it
 * @end: the phrase behind it
 *
 * What a sentence says, without of whom.
 */
typedef struct
{
  PlxObjects     objects;
  PlxSays        says;
  PlxFindingHint hint;
  gboolean       is_event;
  gboolean       is_past;
  gboolean       is_by_noun;
  gboolean       is_taken_back;
  int            start;
  int            end;
} PlxPredicate;

/**
 * PlxPass:
 * @parse: the sentence
 * @clause: its words
 * @previous: (nullable): the sentence before it
 * @resolve: asks for a relation named earlier
 * @user_data: for @resolve
 * @findings: (element-type PlxFinding): what was found
 * @last: the predicate that was read last; without objects where there was none
 * @last_subject: of whom it was said
 * @is_last_said: whether anything was said of anybody with it
 *
 * A pass of the rules over one sentence.
 */
typedef struct
{
  PlxParse           *parse;
  PlxClause          *clause;
  PlxClause          *previous;
  PlxResolveRelation  resolve;
  gpointer            user_data;
  GArray             *findings;
  PlxPredicate        last;
  PlxSubject          last_subject;
  gboolean            is_last_said;
} PlxPass;

/* plx-anaphora.c: whom words mean that name nobody */
void     plx_subject_add           (PlxSubject   *self,
                                    const char   *country);
gboolean plx_anaphora_named        (PlxPass      *self,
                                    int           token,
                                    guint         n,
                                    PlxSubject   *subject);
gboolean plx_anaphora_list         (PlxPass      *self,
                                    int           token,
                                    PlxSubject   *subject);
gboolean plx_anaphora_it           (PlxPass      *self,
                                    int           token,
                                    PlxSubject   *subject);
gboolean plx_anaphora_they         (PlxPass      *self,
                                    int           token,
                                    PlxSubject   *subject);

/* plx-subjects.c: of whom a phrase speaks */
gboolean plx_subject_of_noun       (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *subject);
int      plx_subject_list_back     (PlxPass      *self,
                                    int           index,
                                    gboolean      all,
                                    PlxSubject   *subject);
int      plx_subject_list_ahead    (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *subject);

/* plx-verb-subjects.c, plx-act-subjects.c: of whom a verb speaks */
gboolean plx_subject_of_verb       (PlxPass      *self,
                                    int           index,
                                    PlxVerb      *verb,
                                    PlxSubject   *subject);
gboolean plx_subject_of_official   (PlxPass      *self,
                                    int           index,
                                    gboolean      any,
                                    PlxSubject   *subject);
gboolean plx_subject_of_infinitive (PlxPass      *self,
                                    int           index,
                                    PlxVerb      *verb,
                                    PlxSubject   *subject);
gboolean plx_subject_of_gerund     (PlxPass      *self,
                                    int           index,
                                    int           end,
                                    PlxVerb      *verb,
                                    PlxSubject   *subject);

/* plx-places.c: of whom a headline speaks, and a verb before its subject */
gboolean plx_subject_of_inversion  (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *subject);
gboolean plx_subject_of_headline   (PlxPass      *self,
                                    int           index,
                                    int           before,
                                    int           end,
                                    PlxSubject   *subject);

/* plx-appositions.c: of whom words behind or before a mark speak */
gboolean plx_subject_before_mark   (PlxPass      *self,
                                    int           mark,
                                    gboolean      all,
                                    PlxSubject   *subject);
gboolean plx_subject_behind_comma  (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *subject);

/* plx-antecedents.c: to whom a relative clause belongs */
int      plx_pass_skip_besides     (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *besides);
gboolean plx_subject_of_relative   (PlxPass      *self,
                                    int           index,
                                    PlxSubject   *subject);

/* plx-insertions.c: what stands between marks, and whom it adds */
gboolean plx_pass_is_attribution   (PlxPass      *self,
                                    int           start,
                                    int           end);
int      plx_pass_opening          (PlxPass      *self,
                                    int           index);
void     plx_subject_add_companions (PlxPass     *self,
                                    int           opening,
                                    PlxSubject   *subject);
void     plx_subject_add_fronted   (PlxPass      *self,
                                    int           first,
                                    PlxSubject   *subject);
gboolean plx_subject_of_examples   (PlxPass      *self,
                                    int           index,
                                    int           start,
                                    int           end,
                                    PlxSubject   *subject);

/* plx-objects.c: of which treaty or bloc */
gboolean plx_pass_objects          (PlxPass      *self,
                                    int           index,
                                    PlxObjects   *objects);
const PlxRelationInfo *
         plx_pass_relation         (PlxPass      *self,
                                    int           index,
                                    int          *end);
const PlxRelationInfo *
         plx_pass_modifier         (PlxPass      *self,
                                    int           index,
                                    int          *token);
const PlxRelationInfo *
         plx_pass_topic            (PlxPass      *self,
                                    int           index);
const PlxRelationInfo *
         plx_pass_coming           (PlxPass      *self,
                                    int           index,
                                    const char   *noun);
const PlxRelationInfo *
         plx_pass_fronted_topic    (PlxPass      *self,
                                    int           end);
gboolean plx_relation_is_vague     (const PlxRelationInfo *relation,
                                    const char   *noun);
gboolean plx_objects_add           (PlxObjects   *self,
                                    const PlxRelationInfo *relation,
                                    gboolean      negated);

/* plx-truth.c: whether what is said is said to be so */
gboolean plx_pass_is_disclaimed    (PlxPass      *self,
                                    int           index);
gboolean plx_pass_is_asked         (PlxPass      *self,
                                    int           index);

/* plx-reports.c: what is found goes into the list */
PlxSays  plx_pass_invert           (PlxSays       says,
                                    gboolean      negated);
void     plx_pass_report           (PlxPass      *self,
                                    const PlxSubject   *subject,
                                    const PlxPredicate *predicate);

/* plx-moments.c */
gboolean plx_pass_is_scheduled     (PlxPass      *self,
                                    int           end);
void     plx_pass_moment           (PlxPass      *self,
                                    const PlxPredicate *predicate,
                                    PlxFinding   *finding);

/**
 * PlxApproach:
 * @before: the place of what stands before all that
 * @negated: "not"
 * @none: "none of", which denies what is said of those before, not of those behind
 * @former: "once"
 * @all: "both", "all of them"
 * @as: "as a member"
 * @conceded: "though a member"
 * @last: how many of those named last are meant, or 0: "the last two of them"
 *
 * What stands between words and that to which they are set.
 */
typedef struct
{
  int      before;
  gboolean negated;
  gboolean none;
  gboolean former;
  gboolean all;
  gboolean as;
  gboolean conceded;
  guint    last;
} PlxApproach;

/* plx-approaches.c */
void     plx_pass_approach         (PlxPass      *self,
                                    int           index,
                                    PlxApproach  *approach);
/* plx-noun-subjects.c: of whom a noun is said */
gboolean plx_subject_of_predicate  (PlxPass      *self,
                                    int           index,
                                    int           end,
                                    gboolean      plural,
                                    PlxVerb      *verb,
                                    PlxSubject   *subject);
/* plx-examples.c: who is named of many */
int      plx_pass_skip_clause      (PlxPass      *self,
                                    int           index);
gboolean plx_pass_list_behind      (PlxPass      *self,
                                    int           end,
                                    int          *behind,
                                    PlxSubject   *subject);

int      plx_pass_skip_aside       (PlxPass      *self,
                                    int           index);

/* plx-follow-ups.c: who came before */
int      plx_pass_forerunners      (PlxPass      *self,
                                    int           index,
                                    const PlxPredicate *predicate);

/* plx-acts.c: what follows on signing */
gboolean plx_pass_sequel           (PlxPass      *self,
                                    int           index,
                                    gboolean     *ratified,
                                    PlxObjects   *objects,
                                    int          *end);

/* What reads statements: each looks whether there is one at a phrase, or at a token. */
void     plx_pass_noun             (PlxPass      *self,
                                    int           index);
void     plx_pass_act              (PlxPass      *self,
                                    int           index);
void     plx_pass_passive          (PlxPass      *self,
                                    int           index);
void     plx_pass_place            (PlxPass      *self,
                                    int           index);
void     plx_pass_nominal          (PlxPass      *self,
                                    int           index);
void     plx_pass_roster           (PlxPass      *self,
                                    int           index);
void     plx_pass_ellipsis         (PlxPass      *self,
                                    int           index);
void     plx_pass_label            (PlxPass      *self,
                                    int           index);
void     plx_pass_follow_up        (PlxPass      *self,
                                    int           index);
void     plx_pass_count            (PlxPass      *self,
                                    int           token);

G_END_DECLS
