/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-verb-subjects"

#include "config.h"

#include "countries/plx-pass.h"

static gboolean
is_plain_mark (PlxPass *self,
               int      index)
{
  return plx_parse_is (self->parse, index, ",") || plx_parse_is (self->parse, index, "--");
}

/* The verb before `index` to which the one behind a joint is set in parallel, or -1. */
static int
find_parallel (PlxPass       *self,
               int            index,
               const PlxVerb *verb)
{
  for (int at = index - 1; at >= 0; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      /* "After the war and": without a verb it opens no clause. */
      if (phrase->kind == PLX_PHRASE_END || plx_parse_is (self->parse, at, "that"))
        return -1;
      if (plx_parse_is (self->parse, at, ")") && plx_pass_opening (self, at) > 0)
        {
          at = plx_pass_opening (self, at);
          continue;
        }
      /* "Has been admitted, officials said, but" */
      if (plx_parse_is (self->parse, at, ",") && plx_pass_opening (self, at) > 0 &&
          plx_pass_is_attribution (self, plx_pass_opening (self, at) + 1, at))
        {
          at = plx_pass_opening (self, at);
          continue;
        }
      if (phrase->kind == PLX_PHRASE_VERB && (!phrase->verb.infinitive || verb->base) &&
          (!phrase->verb.gerund || verb->gerund))
        return at;
    }

  return -1;
}

/* What a verb has from the one to which "and", "or" or "nor" joins it: "has not signed or
 * ratified", "would sign and ratify". */
static void
share (PlxPass       *self,
       int            joint,
       const PlxVerb *other,
       PlxVerb       *verb)
{
  gboolean bare = verb->base || (verb->participle && !verb->perfect && !verb->is_passive &&
                                 (other->perfect || other->is_passive || other->yet));

  if (plx_parse_is (self->parse, joint, "nor"))
    verb->negated = !verb->negated;
  else if (bare && !plx_parse_is (self->parse, joint, "but") && !verb->negated)
    verb->negated = other->negated;

  verb->unreal |= bare && other->unreal;
  verb->former |= bare && other->former;
  verb->perfect |= bare && other->perfect;
  verb->is_passive |= bare && other->is_passive;
  verb->infinitive |= bare && other->infinitive;
}

static gboolean
take_parallel (PlxPass    *self,
               int         joint,
               PlxVerb    *verb,
               PlxSubject *subject)
{
  int parallel = find_parallel (self, joint, verb);
  PlxVerb other;

  if (parallel < 0)
    return FALSE;

  other = plx_parse_at (self->parse, parallel)->verb;
  if (!plx_subject_of_verb (self, parallel, &other, subject))
    return FALSE;
  share (self, joint, &other, verb);

  return TRUE;
}

/* A noun before the verb: its subject, unless a preposition governs it. Returns the phrase before
 * it where that is so, `index` where it is the subject, or -1 where it is one that is no country.
 * */
static int
try_noun (PlxPass    *self,
          int         index,
          PlxSubject *subject)
{
  PlxPhraseKind before = plx_parse_kind (self->parse, index - 1);
  int first;

  if (plx_parse_is (self->parse, index - 1, "of") &&
      (plx_parse_senses (self->parse, index - 2) &
       (PLX_SENSE_QUANTITY | PLX_SENSE_GOVERNMENT | PLX_SENSE_STATE)) != 0 &&
      plx_subject_of_noun (self, index - 2, subject))
    return index;

  if (before == PLX_PHRASE_RELATIVE && plx_parse_is (self->parse, index - 1, "whose") &&
      plx_clause_kind (self->clause, plx_parse_at (self->parse, index)->end - 1) !=
      PLX_TOKEN_COUNTRY)
    return (plx_parse_at (self->parse, index)->senses &
            (PLX_SENSE_GOVERNMENT | PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0 &&
           plx_subject_of_relative (self, index - 1, subject) ? index : -1;

  first = index;
  if (plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_JOINT ||
      plx_parse_is (self->parse, index - 1, ","))
    {
      PlxSubject dry = { 0 };
      int start = plx_subject_list_back (self, index, FALSE, &dry);

      if (start < index)
        first = start;
    }

  /* "Besides China, India and Russia are not": all of them. */
  if (plx_parse_kind (self->parse, first - 1) == PLX_PHRASE_PREPOSITION &&
      !(plx_parse_is (self->parse, first - 1, "besides") && first < index))
    return first - 2;

  first = plx_subject_list_back (self, index, FALSE, subject);
  if (first > index)
    return plx_parse_is (self->parse, index - 1, "as") ? index - 2 : -1;
  /* "…, nor Moscow" */
  subject->negated ^= plx_parse_is (self->parse, first - 1, "nor");

  plx_subject_add_fronted (self, first, subject);

  return index;
}

/* Whether a verb only carries on what the one at `index` began: "has, since 2011, been". */
static gboolean
merge (PlxPass *self,
       int      index,
       PlxVerb *verb)
{
  const PlxVerb *other = &plx_parse_at (self->parse, index)->verb;

  if (!other->is_bare && !other->is_copula)
    return FALSE;

  verb->negated ^= other->negated;
  verb->unreal |= other->unreal;
  verb->perfect |= other->perfect;
  verb->former |= other->former;

  return TRUE;
}

/* "Never has Peru left", "nor has Chad joined", "had Sudan ratified": the auxiliary before the
 * subject at `index`. */
static void
merge_inverted (PlxPass *self,
                int      index,
                PlxVerb *verb)
{
  static PlxWordSet conditions = { "had", "should", "were", "did", NULL };
  const PlxPhrase *before = plx_parse_at (self->parse, index - 1);

  if (before->kind != PLX_PHRASE_VERB || !(before->verb.is_bare || before->verb.is_copula))
    return;

  verb->negated ^= before->verb.negated;
  verb->unreal |= before->verb.unreal;
  if (plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_NEGATION ||
      plx_parse_is (self->parse, index - 2, "nor"))
    verb->negated = !verb->negated;
  else if (plx_clause_in (self->clause, before->start, conditions))
    verb->unreal = TRUE;
}

/* Where an insertion opens that the mark at `index` closes before the verb; -1 where what stands
 * before the mark is another verb's: "was thrown out, expelled from". */
static int
find_insertion (PlxPass       *self,
                int            index,
                const PlxVerb *verb)
{
  int opening = plx_pass_opening (self, index);
  const PlxPhrase *first = plx_parse_at (self->parse, opening + 1);

  return opening > 0 && !(verb->participle && first->kind == PLX_PHRASE_VERB &&
                          !first->verb.gerund) ? opening : -1;
}

/* "Russia, expelled from", "signed, ratified and": before a mark that closes nothing. */
static gboolean
take_before_mark (PlxPass    *self,
                  int         mark,
                  PlxVerb    *verb,
                  PlxSubject *subject)
{
  if ((verb->participle || verb->gerund) && plx_subject_before_mark (self, mark, TRUE, subject))
    return TRUE;

  return is_plain_mark (self, mark) &&
         (verb->participle || verb->gerund || verb->form != PLX_WORD_BASE) &&
         take_parallel (self, mark, verb, subject);
}

/* "The three states concerned (Iraq and Qatar)", "the countries visited have": a participle that
 * only tells which of them are meant. */
static gboolean
is_reduced (PlxPass *self,
            int      index)
{
  const PlxVerb *verb = &plx_parse_at (self->parse, index)->verb;
  const PlxPhrase *noun = plx_parse_at (self->parse, index - 1);
  PlxPhraseKind next = plx_parse_kind (self->parse, index + 1);

  return verb->participle && verb->act == PLX_ACT_OTHER && !verb->perfect && !verb->negated &&
         noun->kind == PLX_PHRASE_NOUN &&
         (noun->senses & (PLX_SENSE_STATES | PLX_SENSE_PLURAL)) != 0 &&
         (next == PLX_PHRASE_MARK || next == PLX_PHRASE_VERB || next == PLX_PHRASE_ADVERB);
}

/* "The applicant, the Kingdom of Jordan, has": whom the noun at `index` means, where that is named
 * behind it. */
static gboolean
take_named (PlxPass    *self,
            int         index,
            int         opening,
            PlxSubject *subject)
{
  static PlxWordSet definite = { "the", "its", "their", "his", "her", "our", "my", "your",
                                 "another", "one", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxPhrase *name = plx_parse_at (self->parse, opening + 1);
  gboolean bracket = plx_parse_is (self->parse, opening, "(");
  PlxSubject one = { 0 };
  int end = plx_subject_list_ahead (self, opening + 1, &one);

  /* What is "of" something may be named so too; what is in a place is not the place. */
  if (opening != index + 1 || !(plx_parse_is (self->parse, opening, ",") || bracket) ||
      !plx_clause_in (self->clause, noun->start, definite) ||
      plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_PREPOSITION ||
      plx_clause_at (self->clause, noun->end - 1)->country != NULL ||
      plx_clause_kind (self->clause, noun->end - 1) == PLX_TOKEN_RELATION ||
      plx_clause_kind (self->clause, name->end - 1) != PLX_TOKEN_COUNTRY ||
      end != opening + 2 || !plx_parse_is (self->parse, end, bracket ? ")" : ","))
    return FALSE;

  *subject = one;

  return TRUE;
}

/* As `try_noun`, with those that an insertion before the verb names. */
static int
take_noun (PlxPass    *self,
           int         index,
           int         opening,
           int         end,
           PlxVerb    *verb,
           PlxSubject *subject)
{
  int next;

  if (plx_subject_of_examples (self, index, opening > 0 ? opening : index + 1, end, subject))
    return index;

  next = try_noun (self, index, subject);
  if (next < 0 && opening > 0 && take_named (self, index, opening, subject))
    return index;
  if (next != index)
    return next;

  merge_inverted (self, index, verb);
  if (opening > 0)
    plx_subject_add_companions (self, opening, subject);

  return index;
}

/* "After years of neutrality Sweden is": nothing parts the subject from what stands before it. */
static gboolean
take_last (PlxPass    *self,
           int         index,
           PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxToken *last = plx_clause_at (self->clause, noun->end - 1);
  const PlxToken *before = plx_clause_at (self->clause, noun->end - 2);

  if (noun->kind != PLX_PHRASE_NOUN || noun->end - noun->start < 2 ||
      last->kind != PLX_TOKEN_COUNTRY || before->kind != PLX_TOKEN_WORD ||
      before->info == NULL || before->info->word_class != PLX_WORD_NOUN)
    return FALSE;

  plx_subject_add (subject, last->country);

  return TRUE;
}

/* "After years of neutrality", "with a stroke": whether the noun only opens the sentence. */
static gboolean
is_fronted (PlxPass *self,
            int      index)
{
  PlxPhraseKind before = plx_parse_kind (self->parse, index - 1);

  return before == PLX_PHRASE_SUBORDINATOR ||
         (before == PLX_PHRASE_PREPOSITION &&
          plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_END);
}

/**
 * plx_subject_of_verb:
 * @self: a pass
 * @index: the place of a verb
 * @verb: what the verb says, to which is added what it has from another
 * @subject: filled with what is found
 *
 * Finds the countries of which a verb says something: over adverbs, insertions and what
 * prepositions govern to its subject; in a relative clause, to whom that belongs; behind "and", to
 * the subject of the verb before.
 *
 * Returns: whether there are any, or the subject is "countries that" and the like
 */
gboolean
plx_subject_of_verb (PlxPass    *self,
                     int         index,
                     PlxVerb    *verb,
                     PlxSubject *subject)
{
  int at = index - 1, opening = -1;

  while (at >= 0)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);
      int next;

      switch ((guint) phrase->kind)
        {
        case PLX_PHRASE_ADVERB:
          at--;
          break;

        case PLX_PHRASE_NEGATION:
          verb->negated = !verb->negated;
          at--;
          break;

        case PLX_PHRASE_MARK:
          next = find_insertion (self, at, verb);
          if (next < 0)
            return take_before_mark (self, at, verb, subject);
          opening = next;
          at = next - 1;
          break;

        case PLX_PHRASE_JOINT:
          return take_parallel (self, at, verb, subject);

        case PLX_PHRASE_RELATIVE:
          if (opening > 0)
            plx_subject_add_companions (self, opening, subject);
          return plx_subject_of_relative (self, at, subject);

        case PLX_PHRASE_VERB:
          if (!is_reduced (self, at) && !merge (self, at, verb))
            return FALSE;
          at--;
          break;

        case PLX_PHRASE_NOUN:
          next = take_noun (self, at, opening, index, verb, subject);
          if (next < 0)
            return is_fronted (self, at) && take_last (self, index - 1, subject);
          if (next == at)
            return TRUE;
          at = next;
          break;

        case PLX_PHRASE_END:
          return take_last (self, index - 1, subject);

        default:
          return FALSE;
        }
    }

  return take_last (self, index - 1, subject);
}
