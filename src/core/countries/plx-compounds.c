/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-compounds"

#include "config.h"

#include "countries/plx-phrases.h"

/* Words that are one together. */
static const struct
{
  const char    *words[5];
  PlxPhraseKind  kind;
  guint32        senses;
} compounds[] = {
  { { "as", "well", "as" }, PLX_PHRASE_JOINT, 0 },
  { { "along", "with" }, PLX_PHRASE_JOINT, 0 },
  { { "together", "with" }, PLX_PHRASE_JOINT, 0 },
  { { "in", "addition", "to" }, PLX_PHRASE_JOINT, 0 },
  { { "such", "as" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_LIKE },
  { { "for", "example" }, PLX_PHRASE_ADVERB, 0 },
  { { "for", "instance" }, PLX_PHRASE_ADVERB, 0 },
  { { "for", "now" }, PLX_PHRASE_ADVERB, 0 },
  { { "by", "contrast" }, PLX_PHRASE_ADVERB, 0 },
  { { "in", "contrast" }, PLX_PHRASE_ADVERB, 0 },
  { { "of", "course" }, PLX_PHRASE_ADVERB, 0 },
  { { "so", "far" }, PLX_PHRASE_ADVERB, 0 },
  { { "to", "this", "day" }, PLX_PHRASE_ADVERB, 0 },
  { { "to", "date" }, PLX_PHRASE_ADVERB, 0 },
  { { "up", "to", "now" }, PLX_PHRASE_ADVERB, 0 },
  { { "up", "until", "now" }, PLX_PHRASE_ADVERB, 0 },
  { { "until", "now" }, PLX_PHRASE_ADVERB, 0 },
  { { "until", "today" }, PLX_PHRASE_ADVERB, 0 },
  { { "thus", "far" }, PLX_PHRASE_ADVERB, 0 },
  { { "as", "yet" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "present" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "no", "time" }, PLX_PHRASE_NEGATION, 0 },
  { { "at", "no", "point" }, PLX_PHRASE_NEGATION, 0 },
  { { "in", "no", "moment" }, PLX_PHRASE_NEGATION, 0 },
  { { "in", "no", "way" }, PLX_PHRASE_NEGATION, 0 },
  { { "by", "no", "means" }, PLX_PHRASE_NEGATION, 0 },
  { { "anything", "but" }, PLX_PHRASE_NEGATION, 0 },
  { { "far", "from" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_NEGATIVE },
  { { "away", "from" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_OUTSIDE },
  { { "for", "the", "moment" }, PLX_PHRASE_ADVERB, 0 },
  { { "for", "its", "part" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "all", "relevant", "times" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "all", "material", "times" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "all", "times" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "all" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "last" }, PLX_PHRASE_ADVERB, 0 },
  { { "at", "least" }, PLX_PHRASE_ADVERB, 0 },
  { { "in", "fact" }, PLX_PHRASE_ADVERB, 0 },
  { { "the", "exception", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_BUT },
  { { "with", "the", "exception" }, PLX_PHRASE_ADVERB, 0 },
  { { "except", "for" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_BUT },
  { { "apart", "from" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_BUT },
  { { "aside", "from" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_BUT },
  { { "other", "than" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_BUT },
  { { "out", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_OUTSIDE },
  { { "outside", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_OUTSIDE },
  { { "inside", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_INSIDE },
  { { "part", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_INSIDE },
  { { "because", "of" }, PLX_PHRASE_PREPOSITION, 0 },
  { { "instead", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_NEGATIVE },
  { { "short", "of" }, PLX_PHRASE_PREPOSITION, PLX_SENSE_NEGATIVE },
  { { "even", "though" }, PLX_PHRASE_SUBORDINATOR, 0 },
  { { "as", "if" }, PLX_PHRASE_SUBORDINATOR, PLX_SENSE_CONDITION },
  { { "as", "though" }, PLX_PHRASE_SUBORDINATOR, PLX_SENSE_CONDITION },
  { { "in", "case" }, PLX_PHRASE_SUBORDINATOR, PLX_SENSE_CONDITION },
  { { "as", "long" }, PLX_PHRASE_ADVERB, 0 },
  { { "as", "soon" }, PLX_PHRASE_ADVERB, 0 },
  { { "not", "only" }, PLX_PHRASE_ADVERB, 0 },
  { { "no", "doubt" }, PLX_PHRASE_ADVERB, 0 },
  { { "in", "which" }, PLX_PHRASE_RELATIVE, 0 },
};

/**
 * plx_parse_compound:
 * @self: a parse
 * @token: a token
 * @phrase: (inout): gets the kind and the senses
 *
 * Reads words that are one together: "as well as", "out of", "such as".
 *
 * Returns: the token behind them, or @token where there are none
 */
int
plx_parse_compound (PlxParse  *self,
                    int        token,
                    PlxPhrase *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    {
      int n = 0;

      if (*plx_clause_at (self->clause, token)->word != *compounds[i].words[0])
        continue;
      while (n < 5 && compounds[i].words[n] != NULL &&
             plx_clause_is (self->clause, token + n, compounds[i].words[n]))
        n++;
      if (n < 5 && compounds[i].words[n] == NULL)
        {
          phrase->kind = compounds[i].kind;
          phrase->senses = compounds[i].senses;
          return token + n;
        }
    }

  return token;
}
