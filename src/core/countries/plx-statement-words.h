/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxWordClass:
 * @PLX_WORD_NOUN: a noun, an adjective, or what is not known
 * @PLX_WORD_DETERMINER: "the", "its", "no", "every"
 * @PLX_WORD_PRONOUN: "it", "neither"
 * @PLX_WORD_PREPOSITION: "of", "inside"
 * @PLX_WORD_JOINT: "and", "nor", "but"
 * @PLX_WORD_RELATIVE: "which", "whose"
 * @PLX_WORD_SUBORDINATOR: "because", "if"
 * @PLX_WORD_BE: a form of "be"
 * @PLX_WORD_HAVE: a form of "have"
 * @PLX_WORD_DO: a form of "do"
 * @PLX_WORD_MODAL: "would", "may"
 * @PLX_WORD_TO: "to"
 * @PLX_WORD_NEGATION: "not", "never"
 * @PLX_WORD_ADVERB: "still", "formally"
 * @PLX_WORD_VERB: any other verb
 * @PLX_WORD_TIME: "Monday", "May"
 *
 * What a word is in a sentence, where nothing around it says otherwise.
 */
typedef enum
{
  PLX_WORD_NOUN,
  PLX_WORD_DETERMINER,
  PLX_WORD_PRONOUN,
  PLX_WORD_PREPOSITION,
  PLX_WORD_JOINT,
  PLX_WORD_RELATIVE,
  PLX_WORD_SUBORDINATOR,
  PLX_WORD_BE,
  PLX_WORD_HAVE,
  PLX_WORD_DO,
  PLX_WORD_MODAL,
  PLX_WORD_TO,
  PLX_WORD_NEGATION,
  PLX_WORD_ADVERB,
  PLX_WORD_VERB,
  PLX_WORD_TIME,
} PlxWordClass;

/**
 * PlxWordForm:
 * @PLX_WORD_BASE: "join", which also is the plural of the present
 * @PLX_WORD_PRESENT: "joins"
 * @PLX_WORD_PAST: "joined", where it is no participle too
 * @PLX_WORD_PARTICIPLE: "joined", "withdrawn"; of most verbs the past as well
 * @PLX_WORD_GERUND: "joining"
 *
 * The form of a verb.
 */
typedef enum
{
  PLX_WORD_BASE,
  PLX_WORD_PRESENT,
  PLX_WORD_PAST,
  PLX_WORD_PARTICIPLE,
  PLX_WORD_GERUND,
} PlxWordForm;

/**
 * PlxAct:
 * @PLX_ACT_OTHER: nothing that matters here
 * @PLX_ACT_BECOME: joins a subject to what it is, as "be" does: "become", "remain"
 * @PLX_ACT_JOIN: join, enter, accede
 * @PLX_ACT_COME: come to, which is to join where the year is told
 * @PLX_ACT_BELONG: belong, sit in
 * @PLX_ACT_TAKE_PART: participate, which is to belong to what it is in
 * @PLX_ACT_RATIFY: ratify
 * @PLX_ACT_SIGN: sign
 * @PLX_ACT_LEAVE: leave, withdraw
 * @PLX_ACT_RETREAT: withdraw from
 * @PLX_ACT_ADMIT: admit, accept into
 * @PLX_ACT_EXPEL: expel, throw out
 * @PLX_ACT_SUSPEND: suspend
 * @PLX_ACT_BIND: be bound by
 * @PLX_ACT_FORM: make up, found
 * @PLX_ACT_HOLD: hold, have, gain: a membership, a seat
 * @PLX_ACT_GIVE_UP: end, give up: a membership, a signature
 * @PLX_ACT_REJECT: reject, shun
 * @PLX_ACT_KEEP_OUT: stay away from, keep out of
 * @PLX_ACT_COUNT: count, include: among its members
 * @PLX_ACT_FAIL: one that did not do what follows: "fail to", "refuse to"
 * @PLX_ACT_CEASE: one that no longer does: "cease to", "stop"
 * @PLX_ACT_GO_ON: one that does: "continue to", "happen to", "manage to"
 * @PLX_ACT_CHOOSE: one that does where nothing follows that is yet to come: "choose to remain"
 * @PLX_ACT_DENY: what follows is said not to be so: "deny that"
 * @PLX_ACT_WISH: what follows is not, or not yet: "hope that", "suggest that"
 * @PLX_ACT_LIKEN: takes one for what one need not be: "treat as", "regard as"
 * @PLX_ACT_PLACE: be found somewhere: "stand", "lie"
 * @PLX_ACT_LET: make one do something: "help", "force", "urge"
 *
 * What a verb says for the reading of statements.
 */
typedef enum
{
  PLX_ACT_OTHER,
  PLX_ACT_BECOME,
  PLX_ACT_JOIN,
  PLX_ACT_COME,
  PLX_ACT_BELONG,
  PLX_ACT_TAKE_PART,
  PLX_ACT_RATIFY,
  PLX_ACT_SIGN,
  PLX_ACT_LEAVE,
  PLX_ACT_RETREAT,
  PLX_ACT_ADMIT,
  PLX_ACT_EXPEL,
  PLX_ACT_SUSPEND,
  PLX_ACT_BIND,
  PLX_ACT_FORM,
  PLX_ACT_HOLD,
  PLX_ACT_GIVE_UP,
  PLX_ACT_REJECT,
  PLX_ACT_KEEP_OUT,
  PLX_ACT_COUNT,
  PLX_ACT_FAIL,
  PLX_ACT_CEASE,
  PLX_ACT_GO_ON,
  PLX_ACT_CHOOSE,
  PLX_ACT_DENY,
  PLX_ACT_WISH,
  PLX_ACT_LIKEN,
  PLX_ACT_PLACE,
  PLX_ACT_LET,
} PlxAct;

/**
 * PlxWordSense:
 *
 * What a word can stand for in a phrase.
 */
typedef enum
{
  PLX_SENSE_MEMBER = 1 << 0,      /* "member", "founder" */
  PLX_SENSE_SIGNATORY = 1 << 1,   /* "signatory" */
  PLX_SENSE_PARTY = 1 << 2,       /* "party", which may be one that stands for election */
  PLX_SENSE_ALLY = 1 << 3,        /* "ally" */
  PLX_SENSE_SEAT = 1 << 4,        /* "seat" */
  PLX_SENSE_STATE = 1 << 5,       /* "country" */
  PLX_SENSE_STATES = 1 << 6,      /* "countries" */
  PLX_SENSE_PLURAL = 1 << 7,      /* "members" */
  PLX_SENSE_DENIED = 1 << 8,      /* "nonmember" */
  PLX_SENSE_GOVERNMENT = 1 << 9,  /* "government", which acts for its country */
  PLX_SENSE_MEMBERSHIP = 1 << 10, /* "membership", "accession" */
  PLX_SENSE_SIGNING = 1 << 11,    /* "signature" */
  PLX_SENSE_LEAVING = 1 << 12,    /* "withdrawal" */
  PLX_SENSE_ABSENCE = 1 << 13,    /* "absence" */
  PLX_SENSE_FAILURE = 1 << 14,    /* "failure", "refusal" */
  PLX_SENSE_OFFER = 1 << 15,      /* "invitation" */
  PLX_SENSE_BODY = 1 << 16,       /* "bloc", "ranks of": the relation itself */
  PLX_SENSE_FORMER = 1 << 17,     /* "former" */
  PLX_SENSE_COMING = 1 << 18,     /* "future", "aspiring" */
  PLX_SENSE_QUANTITY = 1 << 19,   /* "both", "none", "most" */
  PLX_SENSE_NEGATIVE = 1 << 20,   /* "no", "neither", "none" */
  PLX_SENSE_RANK = 1 << 21,       /* "first", "only", "latest" */
  PLX_SENSE_TALE = 1 << 22,       /* "rumour", "idea", which need not be so */
  PLX_SENSE_CONDITION = 1 << 23,  /* "if" */
  PLX_SENSE_INSIDE = 1 << 24,     /* "in" */
  PLX_SENSE_OUTSIDE = 1 << 25,    /* "outside" */
  PLX_SENSE_LIKE = 1 << 26,       /* "like", "including" */
  PLX_SENSE_UNLIKE = 1 << 27,     /* "unlike" */
  PLX_SENSE_SPAN = 1 << 28,       /* "year", "week" */
  PLX_SENSE_SUSPENDING = 1 << 29, /* "suspension" */
  PLX_SENSE_BUT = 1 << 30,        /* "except", "but" */
} PlxWordSense;

/**
 * PlxWordInfo:
 * @word_class: what it is
 * @act: of a verb, what it says
 * @form: of a verb, its form
 * @senses: what it can stand for
 *
 * What is known of a word. Of one that is not known, nothing is set.
 */
typedef struct
{
  PlxWordClass word_class;
  PlxAct       act;
  PlxWordForm  form;
  guint32      senses;
} PlxWordInfo;

const PlxWordInfo *plx_statement_word_lookup (const char *word);

G_END_DECLS
