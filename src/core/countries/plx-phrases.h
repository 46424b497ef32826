/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-clause.h"
#include "countries/plx-statement-words.h"

G_BEGIN_DECLS

/**
 * PlxPhraseKind:
 * @PLX_PHRASE_NOUN: a noun with what stands before it
 * @PLX_PHRASE_VERB: a verb with its auxiliaries, denials and adverbs
 * @PLX_PHRASE_PREPOSITION: "of", "out of"
 * @PLX_PHRASE_JOINT: "and", "nor", "as well as"
 * @PLX_PHRASE_MARK: a comma, a dash, a bracket
 * @PLX_PHRASE_RELATIVE: "which", "that" behind a noun
 * @PLX_PHRASE_SUBORDINATOR: "because", "that" behind a verb
 * @PLX_PHRASE_ADVERB: what only tells how or when
 * @PLX_PHRASE_NEGATION: a "not" that is no verb's
 * @PLX_PHRASE_END: `;`, `:`, `?`, and what is outside
 */
typedef enum
{
  PLX_PHRASE_NOUN,
  PLX_PHRASE_VERB,
  PLX_PHRASE_PREPOSITION,
  PLX_PHRASE_JOINT,
  PLX_PHRASE_MARK,
  PLX_PHRASE_RELATIVE,
  PLX_PHRASE_SUBORDINATOR,
  PLX_PHRASE_ADVERB,
  PLX_PHRASE_NEGATION,
  PLX_PHRASE_END,
} PlxPhraseKind;

/**
 * PlxVerb:
 * @act: what its last verb says
 * @form: the form of its first verb
 * @is_copula: whether it ends in "be", "become", "remain"
 * @is_passive: whether it is "was admitted"
 * @is_bare: whether it has auxiliaries only: "has", "did not"
 * @negated: whether it denies
 * @former: "no longer", "used to", "ceased to"
 * @unreal: "would", "may", "wants to"
 * @perfect: "has", "had"
 * @past: "was", "were"
 * @infinitive: whether it begins with "to"
 * @gerund: whether it begins with "joining", "having", "being"
 * @participle: whether it is a participle without an auxiliary, or a past
 * @base: whether it is the plain form, which has no subject in the singular
 * @yet: "yet to"
 * @main: the token of its last verb
 *
 * What a phrase of verbs says of what it says.
 */
typedef struct
{
  PlxAct      act;
  PlxWordForm form;
  gboolean    is_copula;
  gboolean    is_passive;
  gboolean    is_bare;
  gboolean    negated;
  gboolean    former;
  gboolean    unreal;
  gboolean    perfect;
  gboolean    past;
  gboolean    infinitive;
  gboolean    gerund;
  gboolean    participle;
  gboolean    base;
  gboolean    yet;
  int         main;
} PlxVerb;

/**
 * PlxPhrase:
 * @kind: what it is
 * @start: its first token
 * @end: the token behind its last
 * @senses: of a noun, what its last word can stand for; of others, what the word can
 * @negative: of a noun, whether it denies: "no member", "neither China"
 * @verb: of a verb, what it says
 *
 * Words of a sentence that belong together.
 */
typedef struct
{
  PlxPhraseKind kind;
  int           start;
  int           end;
  guint32       senses;
  gboolean      negative;
  PlxVerb       verb;
} PlxPhrase;

/**
 * PlxParse:
 * @clause: the sentence
 * @phrases: (element-type PlxPhrase): its phrases in order
 *
 * A sentence in phrases. Asking for one before the first or behind the last gives an empty end.
 */
typedef struct
{
  PlxClause *clause;
  GArray    *phrases;
} PlxParse;

PlxParse          *plx_parse_new     (PlxClause     *clause);
void               plx_parse_free    (PlxParse      *self);
const PlxPhrase   *plx_parse_at      (PlxParse      *self,
                                      int            index);
PlxPhraseKind      plx_parse_kind    (PlxParse      *self,
                                      int            index);
gboolean           plx_parse_is      (PlxParse      *self,
                                      int            index,
                                      const char    *word);
gboolean           plx_parse_has     (PlxParse      *self,
                                      int            index,
                                      const char    *word);
guint32            plx_parse_senses   (PlxParse      *self,
                                      int            index);
int                plx_parse_find    (PlxParse      *self,
                                      int            token);

const PlxWordInfo *plx_parse_word    (PlxParse      *self,
                                      int            token);

/* plx-verb-phrases.c */
gboolean           plx_parse_verb    (PlxParse      *self,
                                      int            token,
                                      int           *end,
                                      PlxVerb       *verb);

/* plx-compounds.c */
int                plx_parse_compound (PlxParse     *self,
                                      int            token,
                                      PlxPhrase     *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxParse, plx_parse_free)

G_END_DECLS
