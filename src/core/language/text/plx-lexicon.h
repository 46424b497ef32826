/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxLexUse:
 * @PLX_LEX_CARDINAL: "three", "forty"; the value is the number
 * @PLX_LEX_SCALE: "dozen", "million", "m"; the value is what it multiplies with
 * @PLX_LEX_VAGUE: "dozens", "thousands"; the value is that of one of them
 * @PLX_LEX_ORDINAL: "third"; the value is its number
 * @PLX_LEX_FRACTION: "half", "thirds"; the value is of how many parts it is one
 * @PLX_LEX_UNIT: something is measured in it; the unit says what and how
 * @PLX_LEX_PLURAL: a plural that its ending does not tell, such as "people"
 * @PLX_LEX_STATE: what people who are counted may be: "dead", "injured", "missing"
 * @PLX_LEX_SINGULAR: a singular in "-s" or a word in "-s" that is no noun
 * @PLX_LEX_STREET: it makes a number beside it an address
 * @PLX_LEX_LABEL: it makes a number after it a name, as "flight" and "article" do
 * @PLX_LEX_NO_RANK: what an ordinal before it does not rank: "time", "lady"
 * @PLX_LEX_CONTEST: what has a score: "won", "draw", "vote"
 * @PLX_LEX_DETERMINER: "the", "a", "its"
 * @PLX_LEX_PREPOSITION: "in", "of"
 * @PLX_LEX_CONJUNCTION: "but", "while", "that"
 * @PLX_LEX_PRONOUN: "he", "they": a subject that points back
 * @PLX_LEX_FUNCTION: any other word that holds a sentence together
 * @PLX_LEX_AUXILIARY: "has", "was"
 * @PLX_LEX_MODAL: "will", "may": what follows has not happened
 * @PLX_LEX_PAST: a past form of a verb that its ending does not tell
 * @PLX_LEX_AHEAD: "due", "scheduled": what follows has not happened
 * @PLX_LEX_MONTH: the value is its number
 * @PLX_LEX_WEEKDAY: the value is its number, from Monday as 1
 * @PLX_LEX_SEASON: the value is the number of its first month
 * @PLX_LEX_DAYPART: "morning", "night"
 * @PLX_LEX_PERIOD: a length of the calendar such as "week"; the unit says which
 * @PLX_LEX_TIME: any other word with which a time may begin: "last", "tomorrow"
 * @PLX_LEX_SAY: a verb that always tells who says something
 * @PLX_LEX_SAY_THAT: a verb that does so before "that" or beside what is said
 * @PLX_LEX_SAY_NOUN: a verb of either kind that may as well be a noun, such as "claims"
 * @PLX_LEX_SAY_PLURAL: the form of such a verb that only "they", "we" or "I" can have
 * @PLX_LEX_UTTER: a verb that does so beside a quotation only: "shouted", "asked"
 * @PLX_LEX_CALL: a verb that takes words of a quotation as its object: "called", "dismissed"
 * @PLX_LEX_SAYING: the same as a participle: "adding", "warning"
 * @PLX_LEX_ROLE: somebody who speaks without a name: "officials", "spokesman"
 * @PLX_LEX_HEARSAY: "reportedly"
 * @PLX_LEX_DOUBT: "perhaps", "likely": nobody is sure
 * @PLX_LEX_RUMOUR: "rumours", "reports": they tell by themselves
 * @PLX_LEX_SOURCE: it leads to who says something: "according", "by", "in"
 * @PLX_LEX_ADVERB: a word that may stand between a subject and its verb
 * @PLX_LEX_OPENER: a word that a sentence may begin with before its subject
 * @PLX_LEX_TERM: "so-called", "dubbed": what follows is a word and not a quotation
 *
 * How a word may be used. A word may have several of these.
 */
typedef enum
{
  PLX_LEX_CARDINAL,
  PLX_LEX_SCALE,
  PLX_LEX_VAGUE,
  PLX_LEX_ORDINAL,
  PLX_LEX_FRACTION,
  PLX_LEX_UNIT,
  PLX_LEX_PLURAL,
  PLX_LEX_STATE,
  PLX_LEX_SINGULAR,
  PLX_LEX_STREET,
  PLX_LEX_LABEL,
  PLX_LEX_NO_RANK,
  PLX_LEX_CONTEST,
  PLX_LEX_DETERMINER,
  PLX_LEX_PREPOSITION,
  PLX_LEX_CONJUNCTION,
  PLX_LEX_PRONOUN,
  PLX_LEX_FUNCTION,
  PLX_LEX_AUXILIARY,
  PLX_LEX_MODAL,
  PLX_LEX_PAST,
  PLX_LEX_AHEAD,
  PLX_LEX_MONTH,
  PLX_LEX_WEEKDAY,
  PLX_LEX_SEASON,
  PLX_LEX_DAYPART,
  PLX_LEX_PERIOD,
  PLX_LEX_TIME,
  PLX_LEX_SAY,
  PLX_LEX_SAY_THAT,
  PLX_LEX_SAY_NOUN,
  PLX_LEX_SAY_PLURAL,
  PLX_LEX_UTTER,
  PLX_LEX_CALL,
  PLX_LEX_SAYING,
  PLX_LEX_ROLE,
  PLX_LEX_HEARSAY,
  PLX_LEX_DOUBT,
  PLX_LEX_RUMOUR,
  PLX_LEX_SOURCE,
  PLX_LEX_ADVERB,
  PLX_LEX_OPENER,
  PLX_LEX_TERM,
} PlxLexUse;

#define PLX_LEX(use) (G_GUINT64_CONSTANT (1) << PLX_LEX_##use)

/**
 * PlxUnitKind:
 * @PLX_UNIT_MEASURE: a length, a weight, a temperature, …
 * @PLX_UNIT_DURATION: a length of time
 * @PLX_UNIT_MONEY: a currency
 * @PLX_UNIT_PERCENT: a hundredth, or points of such
 */
typedef enum
{
  PLX_UNIT_MEASURE,
  PLX_UNIT_DURATION,
  PLX_UNIT_MONEY,
  PLX_UNIT_PERCENT,
} PlxUnitKind;

/**
 * PlxUnit:
 * @symbol: how it is written: an ISO 4217 code, a symbol of the SI, "week", …
 * @kind: what is measured in it
 * @factor: how many of @symbol it is
 */
typedef struct
{
  const char  *symbol;
  PlxUnitKind  kind;
  double       factor;
} PlxUnit;

/**
 * PlxLexWord:
 * @word: the word in small letters, with plain apostrophes
 * @uses: bits of [enum@LexUse]
 * @value: its number, where it has one
 * @unit: (nullable): what it measures
 *
 * A word that has its part in a number, a time, a quotation or an attribution.
 */
typedef struct
{
  const char    *word;
  guint64        uses;
  double         value;
  const PlxUnit *unit;
} PlxLexWord;

/* No word of the lexicon is longer. */
#define PLX_LEX_BYTES 20

const PlxLexWord *plx_lexicon_look_up      (const char *folded,
                                            gsize       length);
const PlxUnit    *plx_lexicon_get_currency (gunichar    mark);

G_END_DECLS
