/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-act-subjects"

#include "config.h"

#include "countries/plx-pass.h"

/**
 * plx_subject_of_official:
 * @self: a pass
 * @index: the place of a verb
 * @any: whether anybody will do who may sign for a country, and not only who leads it
 * @subject: filled with what is found
 *
 * Finds for whom somebody acts who can bind a country: "Kenya's president signed", "the ambassador
 * of Iran". Of what a person may do alone, such as to join or to reject, nothing is said by that.
 *
 * Returns: whether there is one
 */
gboolean
plx_subject_of_official (PlxPass    *self,
                         int         index,
                         gboolean    any,
                         PlxSubject *subject)
{
  static PlxWordSet heads = { "president", "premier", "chancellor", "king", "queen", "emir",
                              "sultan", "monarch", NULL };
  static PlxWordSet others = { "minister", "ambassador", "envoy", "representative", "delegate",
                               "plenipotentiary", "diplomat", NULL };
  const PlxPhrase *noun;
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at--;
  /* "The president of Kenya" */
  if (plx_parse_is (self->parse, at - 1, "of"))
    at -= 2;
  noun = plx_parse_at (self->parse, at);
  if (noun->kind != PLX_PHRASE_NOUN || noun->end <= noun->start ||
      plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_PREPOSITION ||
      (!plx_clause_in (self->clause, noun->end - 1, heads) &&
       !(plx_clause_is (self->clause, noun->end - 1, "minister") &&
         plx_clause_is (self->clause, noun->end - 2, "prime")) &&
       !(any && plx_clause_in (self->clause, noun->end - 1, others))))
    return FALSE;

  for (int token = noun->end - 1; token >= noun->start; token--)
    {
      const PlxToken *there = plx_clause_at (self->clause, token);

      if (there->kind == PLX_TOKEN_DEMONYM ||
          (there->kind == PLX_TOKEN_COUNTRY && plx_clause_is (self->clause, token + 1, "'s")))
        {
          plx_subject_add (subject, there->country);
          return TRUE;
        }
    }

  return plx_parse_is (self->parse, at + 1, "of") &&
         plx_subject_list_ahead (self, at + 2, subject) > at + 2;
}

/* "Gave up its neutrality to join": what one gives up something for has come to be. */
static gboolean
take_purpose (PlxPass    *self,
              int         object,
              PlxVerb    *verb,
              PlxSubject *subject)
{
  static PlxWordSet given_up = { "gave", "given", "dropped", "abandoned", "ended", "renounced",
                                 NULL };
  int at = object - 1;
  PlxVerb other;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN)
    at--;
  other = plx_parse_at (self->parse, at)->verb;
  if (plx_parse_kind (self->parse, object) != PLX_PHRASE_NOUN ||
      plx_parse_kind (self->parse, at) != PLX_PHRASE_VERB ||
      !plx_clause_in (self->clause, other.main, given_up) || other.unreal || other.negated ||
      (plx_clause_in (self->clause, other.main, given_up) &&
       g_str_has_prefix (plx_clause_at (self->clause, other.main)->word, "g") &&
       !plx_parse_is (self->parse, at + 1, "up")))
    return FALSE;

  verb->infinitive = verb->base = FALSE;

  return plx_subject_of_verb (self, at, &other, subject);
}

/* "Egypt's failure to join": whose it is. */
static gboolean
take_failure (PlxPass         *self,
              const PlxPhrase *noun,
              PlxVerb         *verb,
              PlxSubject      *subject)
{
  verb->negated = !verb->negated;
  for (int token = noun->start; token < noun->end; token++)
    {
      if (plx_clause_kind (self->clause, token) == PLX_TOKEN_COUNTRY)
        plx_subject_add (subject, plx_clause_at (self->clause, token)->country);
    }

  return subject->n_countries > 0;
}

/* "Turned down the invitation to join": who did. */
static gboolean
take_offer (PlxPass    *self,
            int         offer,
            PlxVerb    *verb,
            PlxSubject *subject)
{
  int before = offer - 1;
  PlxVerb refusal;

  while (plx_parse_kind (self->parse, before) == PLX_PHRASE_PREPOSITION)
    before--;
  refusal = plx_parse_at (self->parse, before)->verb;
  if (plx_parse_kind (self->parse, before) != PLX_PHRASE_VERB ||
      (refusal.act != PLX_ACT_REJECT && refusal.act != PLX_ACT_FAIL))
    return FALSE;

  verb->negated ^= !refusal.negated;
  verb->unreal = refusal.unreal;

  return plx_subject_of_verb (self, before, &refusal, subject) ||
         plx_subject_of_official (self, before, FALSE, subject);
}

/* "Burundi first to leave it", "Philippines second country to quit it": in headlines. */
static gboolean
take_headline (PlxPass    *self,
               int         index,
               PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index - 1);
  const PlxToken *first = plx_clause_at (self->clause, noun->start);
  const PlxWordInfo *rank = plx_parse_word (self->parse, noun->start + 1);

  if (noun->kind != PLX_PHRASE_NOUN || plx_parse_kind (self->parse, index - 2) != PLX_PHRASE_END)
    return FALSE;
  if (noun->end - noun->start == 1)
    rank = plx_parse_word (self->parse, plx_parse_at (self->parse, index)->start);
  if (first->kind != PLX_TOKEN_COUNTRY || (rank->senses & PLX_SENSE_RANK) == 0 ||
      plx_clause_is (self->clause, noun->start + 1, "next"))
    return FALSE;

  plx_subject_add (subject, first->country);

  return TRUE;
}

/* "Has never seen fit to join": who has. */
static gboolean
take_fit (PlxPass    *self,
          int         index,
          PlxVerb    *verb,
          PlxSubject *subject)
{
  PlxVerb seen = plx_parse_at (self->parse, index - 1)->verb;

  if (!plx_parse_is (self->parse, index, "fit") ||
      plx_parse_kind (self->parse, index - 1) != PLX_PHRASE_VERB || seen.act != PLX_ACT_LIKEN ||
      !plx_subject_of_verb (self, index - 1, &seen, subject))
    return FALSE;

  verb->negated ^= seen.negated;
  verb->unreal |= seen.unreal;
  verb->infinitive = verb->base = FALSE;

  return TRUE;
}

/**
 * plx_subject_of_infinitive:
 * @self: a pass
 * @index: the place of a verb that begins with "to"
 * @verb: what the verb says, to which is added what the words before it make of it
 * @subject: filled with what is found
 *
 * Finds of whom "the first country to join", "unwilling to join", "failure to join" speak.
 *
 * Returns: whether there are any, and what follows is said to be so, or not to be
 */
gboolean
plx_subject_of_infinitive (PlxPass    *self,
                           int         index,
                           PlxVerb    *verb,
                           PlxSubject *subject)
{
  int at = index - 1;
  PlxSubject besides = { 0 };
  const PlxPhrase *noun;
  guint32 senses;

  if (take_headline (self, index, subject))
    return TRUE;
  at = plx_pass_skip_besides (self, at, &besides);
  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at--;
  if (take_purpose (self, at, verb, subject) || take_fit (self, at, verb, subject))
    return TRUE;
  /* "The first of all to ratify", "the last country in the Pacific to join", "the second country
   * after Burundi to leave" */
  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN &&
         (plx_parse_senses (self->parse, at) &
          (PLX_SENSE_RANK | PLX_SENSE_FAILURE | PLX_SENSE_OFFER | PLX_SENSE_STATES)) == 0 &&
         (plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_PREPOSITION ||
          plx_parse_is (self->parse, at - 1, "after")))
    at -= 2;
  noun = plx_parse_at (self->parse, at);
  senses = plx_parse_senses (self->parse, at);
  if (noun->kind != PLX_PHRASE_NOUN && !(noun->senses & PLX_SENSE_RANK))
    return FALSE;

  if ((senses & PLX_SENSE_FAILURE) != 0 && noun->kind == PLX_PHRASE_NOUN)
    return take_failure (self, noun, verb, subject);
  if ((senses & PLX_SENSE_OFFER) != 0)
    return take_offer (self, at, verb, subject);

  /* "Among the few democracies not to have" */
  if ((senses & PLX_SENSE_RANK) != 0 || plx_parse_has (self->parse, at, "most") ||
      ((senses & PLX_SENSE_STATES) != 0 && plx_parse_has (self->parse, at, "few")))
    {
      PlxVerb copula = { 0 };

      if (plx_subject_of_predicate (self, at, index, FALSE, &copula, subject))
        {
          for (guint i = 0; i < besides.n_countries; i++)
            plx_subject_add (subject, besides.countries[i]);
          return !copula.unreal && !copula.negated;
        }
      /* "The latest country to join is": told behind. "The next" is yet to. */
      subject->is_generic = !copula.is_copula &&
                            !plx_parse_has (self->parse, at, "next");
      return subject->is_generic;
    }

  if (plx_parse_has (self->parse, at, "unwilling") || plx_parse_has (self->parse, at, "unable"))
    {
      verb->negated = !verb->negated;
      return plx_subject_of_predicate (self, at, index, FALSE, &(PlxVerb) { 0 }, subject);
    }

  return FALSE;
}

/* "Since joining it, Finland", "Finland, since joining it,": behind the comma or before it. */
static gboolean
take_opened (PlxPass    *self,
             int         index,
             int         end,
             PlxSubject *subject)
{
  PlxVerb governor = plx_parse_at (self->parse, index - 2)->verb;

  if (plx_subject_before_mark (self, index - 2, FALSE, subject) ||
      plx_subject_behind_comma (self, end, subject))
    return TRUE;

  return plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_VERB &&
         plx_subject_of_verb (self, index - 2, &governor, subject);
}

/* "Decided against joining", "signed without ratifying", "without ratifying it, Iran". */
static gboolean
take_denied (PlxPass    *self,
             int         index,
             int         end,
             PlxSubject *subject)
{
  gboolean without = plx_parse_is (self->parse, index - 1, "without");
  PlxVerb governor = plx_parse_at (self->parse, index - 2)->verb;

  if (plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_VERB &&
      (governor.act == PLX_ACT_CHOOSE || governor.act == PLX_ACT_FAIL ||
       governor.act == PLX_ACT_CEASE || without))
    return !governor.unreal && !governor.negated &&
           plx_subject_of_verb (self, index - 2, &governor, subject);

  return without && (plx_subject_before_mark (self, index - 2, FALSE, subject) ||
                     plx_subject_behind_comma (self, end, subject));
}

/* "Canada has it in its books, having ratified it": of whom the sentence tells before the mark. */
static gboolean
take_main (PlxPass    *self,
           int         mark,
           PlxSubject *subject)
{
  for (int at = mark - 1; plx_parse_kind (self->parse, at) != PLX_PHRASE_END; at--)
    {
      PlxVerb other = plx_parse_at (self->parse, at)->verb;

      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB)
        return plx_subject_of_verb (self, at, &other, subject);
    }

  return plx_subject_behind_comma (self, mark, subject);
}

/**
 * plx_subject_of_gerund:
 * @self: a pass
 * @index: the place of a verb that begins with a participle
 * @end: the place behind it and its objects
 * @verb: what the verb says, to which is added what the words before it make of it
 * @subject: filled with what is found
 *
 * Finds of whom a participle speaks: "since joining NATO, Finland", "Finland, having joined it,",
 * "decided against joining".
 *
 * Returns: whether there are any, and what it says is said to be so, or not to be
 */
gboolean
plx_subject_of_gerund (PlxPass    *self,
                       int         index,
                       int         end,
                       PlxVerb    *verb,
                       PlxSubject *subject)
{
  static PlxWordSet openers = { "since", "after", "upon", "by", "following", "on", "in", NULL };
  static PlxWordSet deniers = { "without", "against", "from", "short", "instead", NULL };
  const PlxPhrase *before = plx_parse_at (self->parse, index - 1);
  gboolean perfect = plx_parse_is (self->parse, index, "having") || verb->perfect;

  if (plx_clause_in (self->clause, before->start, openers))
    return take_opened (self, index, end, subject);
  if (plx_clause_in (self->clause, before->start, deniers))
    {
      verb->negated = !verb->negated;
      return take_denied (self, index, end, subject);
    }
  if (before->kind == PLX_PHRASE_VERB && before->verb.act == PLX_ACT_REJECT)
    {
      PlxVerb other = before->verb;

      verb->negated = !verb->negated;
      return !other.unreal && !other.negated &&
             plx_subject_of_verb (self, index - 1, &other, subject);
    }

  if (before->kind == PLX_PHRASE_MARK && plx_subject_before_mark (self, index - 1, TRUE, subject))
    return TRUE;
  if (before->kind == PLX_PHRASE_MARK && perfect)
    return take_main (self, index - 1, subject);

  return (perfect || before->kind == PLX_PHRASE_MARK) &&
         (before->kind == PLX_PHRASE_END || before->kind == PLX_PHRASE_MARK) &&
         plx_subject_behind_comma (self, end, subject);
}
