/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-noun-subjects"

#include "config.h"

#include <string.h>

#include "countries/plx-pass.h"

/* "A member of NATO and a signatory of the statute": of whom the first was said. */
static gboolean
take_joined (PlxPass    *self,
             int         joint,
             PlxApproach *approach,
             PlxVerb    *verb,
             PlxSubject *subject)
{
  static PlxWordSet joints = { "and", "or", "nor", "but", "yet", NULL };
  int before = joint - 1 - plx_parse_is (self->parse, joint - 1, ",");

  /* "In addition to" joins no predicates. */
  if (!plx_clause_in (self->clause, plx_parse_at (self->parse, joint)->start, joints))
    return FALSE;

  if (!self->is_last_said && self->last.objects.n_relations == 0)
    before = -1;

  if (before >= 0 && self->is_last_said && self->last.end >= joint - 2)
    {
      *subject = self->last_subject;
      verb->negated ^= plx_parse_is (self->parse, joint, "nor");
      return subject->n_countries > 0;
    }

  /* "Peru, a friend of theirs and a signatory", "is neutral but a member" */
  for (int at = joint - 1; at >= 0; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END)
        return FALSE;
      if (phrase->kind == PLX_PHRASE_VERB)
        {
          PlxVerb other = phrase->verb;

          if (!other.is_copula || !plx_subject_of_verb (self, at, &other, subject))
            return FALSE;
          verb->unreal |= other.unreal;
          if (plx_parse_is (self->parse, joint, "nor"))
            verb->negated = !verb->negated;
          else if (other.negated && !plx_parse_is (self->parse, joint, "but"))
            verb->negated = !verb->negated;
          return TRUE;
        }
      if (phrase->kind == PLX_PHRASE_MARK && at < joint - 1)
        return plx_parse_kind (self->parse, at + 1) == PLX_PHRASE_NOUN &&
               plx_clause_kind (self->clause, plx_parse_at (self->parse, at + 1)->end - 1) !=
               PLX_TOKEN_COUNTRY && plx_subject_before_mark (self, at, TRUE, subject);
    }

  return FALSE;
}

/* "Japan, Canada and other members": those named are some of them. */
static gboolean
take_others (PlxPass    *self,
             int         index,
             PlxSubject *subject)
{
  if (!plx_parse_has (self->parse, index, "other") ||
      plx_parse_kind (self->parse, index - 1) != PLX_PHRASE_JOINT ||
      plx_parse_is (self->parse, index - 1, "but"))
    return FALSE;

  return plx_subject_list_back (self, index - 2 - plx_parse_is (self->parse, index - 2, ","), TRUE,
                                subject) <= index - 2;
}

static gboolean
is_imagined (PlxPass *self,
             int      index)
{
  PlxAct act = plx_parse_at (self->parse, index)->verb.act;

  return plx_parse_kind (self->parse, index) == PLX_PHRASE_VERB &&
         (act == PLX_ACT_DENY || act == PLX_ACT_WISH || act == PLX_ACT_LIKEN);
}

/* "Kenya acted as a member must", "has not been accepted as a member": who did, or was. */
static gboolean
take_as_of_verb (PlxPass    *self,
                 int         index,
                 PlxVerb    *verb,
                 PlxSubject *subject)
{
  PlxVerb other = plx_parse_at (self->parse, index)->verb;

  if (other.act == PLX_ACT_LIKEN || other.act == PLX_ACT_COUNT ||
      (other.act == PLX_ACT_ADMIT && other.unreal))
    return FALSE;

  verb->negated ^= other.act == PLX_ACT_ADMIT && other.is_passive && other.negated;
  /* "Urged Kenya to comply as a member" */
  if (other.infinitive)
    return plx_subject_list_back (self, index - 1, FALSE, subject) <= index - 1;

  return plx_subject_of_verb (self, index, &other, subject);
}

/* "South Africa's obligations as a member", "Kenya acted as a member must": whose they are. */
static gboolean
take_as (PlxPass    *self,
         int         before,
         int         end,
         gboolean    plural,
         PlxVerb    *verb,
         PlxSubject *subject)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, before);

  if (plx_pass_is_asked (self, before))
    return FALSE;

  if (phrase->kind == PLX_PHRASE_NOUN)
    {
      /* "Imagine Russia as a member" */
      if (is_imagined (self, before - 1))
        return FALSE;
      for (int at = phrase->end - 2; at >= phrase->start; at--)
        {
          if (plx_clause_kind (self->clause, at) == PLX_TOKEN_COUNTRY &&
              plx_clause_is (self->clause, at + 1, "'s"))
            {
              plx_subject_add (subject, plx_clause_at (self->clause, at)->country);
              return TRUE;
            }
        }
      if (plx_subject_list_back (self, before, FALSE, subject) <= before)
        {
          /* "The EU lost Britain as a member" */
          verb->former |= plx_parse_at (self->parse, before - 1)->verb.act == PLX_ACT_GIVE_UP;
          return TRUE;
        }
      /* "Called on Kenya to honour its duties as a member" */
      if (plx_parse_is (self->parse, before, "its") || plx_parse_is (self->parse, before, "their"))
        return plx_anaphora_named (self, phrase->start, 1, subject);
      /* "Kenya has duties as a member" */
      for (before--; plx_parse_kind (self->parse, before) == PLX_PHRASE_PREPOSITION ||
                     plx_parse_kind (self->parse, before) == PLX_PHRASE_NOUN; before--)
        {
        }
      phrase = plx_parse_at (self->parse, before);
    }

  if (phrase->kind == PLX_PHRASE_VERB)
    return take_as_of_verb (self, before, verb, subject);

  /* "Which, as a member, is" */
  if (phrase->kind == PLX_PHRASE_MARK || phrase->kind == PLX_PHRASE_RELATIVE)
    {
      if (plx_subject_before_mark (self, before, plural, subject))
        return TRUE;
      if (plx_parse_kind (self->parse, before - 1) == PLX_PHRASE_RELATIVE)
        return plx_subject_of_relative (self, before - 1, subject);
      if (phrase->kind == PLX_PHRASE_RELATIVE)
        return plx_subject_of_relative (self, before, subject);
    }

  /* "As a party to it Pretoria had to" */
  if (plx_parse_kind (self->parse, end) == PLX_PHRASE_NOUN &&
      plx_parse_kind (self->parse, end + 1) == PLX_PHRASE_VERB)
    return plx_subject_of_noun (self, end, subject);

  return plx_subject_behind_comma (self, end, subject);
}

/* "A member since 2004, Latvia", "only two members, Cambodia and Laos, have". But "NATO members,
 * Russia says": what stands behind the comma is another clause. */
static gboolean
take_fronted (PlxPass    *self,
              PlxApproach *approach,
              int         end,
              gboolean    plural,
              PlxVerb    *verb,
              PlxSubject *subject)
{
  PlxSubject found = { 0 };
  int comma = end, behind;

  if (!plx_subject_behind_comma (self, end, &found))
    return FALSE;

  while (!plx_parse_is (self->parse, comma, ","))
    comma++;
  behind = plx_subject_list_ahead (self, comma + 1, &(PlxSubject) { 0 });
  if (plural && !approach->all && !approach->conceded && found.n_countries < 2 &&
      !plx_parse_is (self->parse, behind, ","))
    return FALSE;

  *subject = found;
  verb->negated ^= approach->none;

  return TRUE;
}

/* What is set beside another noun without a verb: "Kenya, a member", "(both signatories)", "a
 * member, Kenya must", "Washington: no member". */
static gboolean
take_apposition (PlxPass    *self,
                 PlxApproach *approach,
                 int         index,
                 int         end,
                 gboolean    plural,
                 PlxVerb    *verb,
                 PlxSubject *subject)
{
  int before = approach->before;

  if (plx_parse_kind (self->parse, before) == PLX_PHRASE_MARK &&
      plx_subject_before_mark (self, before, plural || approach->all, subject))
    return TRUE;

  /* "Is a partner of it, not a member" */
  if (approach->negated && plx_parse_is (self->parse, before, ","))
    {
      for (int at = before - 1; at >= 0; at--)
        {
          const PlxPhrase *phrase = plx_parse_at (self->parse, at);
          PlxVerb other = phrase->verb;

          if (phrase->kind == PLX_PHRASE_VERB)
            return other.is_copula && !other.negated &&
                   plx_subject_of_verb (self, at, &other, subject);
        }
    }

  if (plx_parse_is (self->parse, before, ":"))
    return plx_parse_kind (self->parse, before - 2) == PLX_PHRASE_END ||
           plx_parse_is (self->parse, before - 2, ".")
             ? plx_subject_list_back (self, before - 1, TRUE, subject) <= before - 1 : FALSE;

  /* "With Georgia a member", "Croatia being a member" has its verb */
  if (plx_parse_kind (self->parse, before) == PLX_PHRASE_NOUN && before == index - 1 &&
      plx_parse_is (self->parse, before - 1, "with"))
    return plx_subject_list_back (self, before, FALSE, subject) <= before;

  return (plx_parse_kind (self->parse, before) == PLX_PHRASE_MARK ||
          plx_parse_kind (self->parse, before) == PLX_PHRASE_END) &&
         (approach->conceded || plx_parse_kind (self->parse, before) == PLX_PHRASE_END ||
          before == index - 1) &&
         take_fronted (self, approach, end, plural, verb, subject);
}

/* "Counts Zambia among its members" */
static gboolean
take_counted (PlxPass    *self,
              int         before,
              PlxSubject *subject)
{
  PlxSubject found = { 0 };
  int first = plx_subject_list_back (self, before, TRUE, &found);

  if (first > before || plx_parse_kind (self->parse, first - 1) != PLX_PHRASE_VERB ||
      plx_parse_at (self->parse, first - 1)->verb.act != PLX_ACT_COUNT)
    return FALSE;

  *subject = found;

  return TRUE;
}

/* "Since it is a member, Kenya must", "not being a member, India could", "it joins without being
 * one": whom a pronoun or a participle means that has nobody before it. */
static gboolean
take_elsewhere (PlxPass    *self,
                int         before,
                int         end,
                PlxSubject *subject)
{
  PlxSubject found = { 0 };
  int at = before - 2;

  /* "Has accepted its jurisdiction without being a member" */
  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION)
    at--;
  if ((plx_parse_is (self->parse, before - 1, "without") ||
       plx_parse_is (self->parse, before - 1, "far")) &&
      plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB)
    {
      PlxVerb governor = plx_parse_at (self->parse, at)->verb;

      return plx_subject_of_verb (self, at, &governor, subject);
    }

  if (!plx_subject_behind_comma (self, end, &found))
    return FALSE;

  *subject = found;

  return TRUE;
}

/* "Is not a member": of whom the verb says so. */
static gboolean
take_copula (PlxPass     *self,
             int          index,
             int          end,
             PlxApproach *approach,
             PlxVerb     *verb,
             PlxSubject  *subject)
{
  int before = approach->before;
  gboolean found;

  *verb = plx_parse_at (self->parse, before)->verb;
  if (!verb->is_copula && !(verb->is_passive && verb->act == PLX_ACT_LET) &&
      !(verb->act == PLX_ACT_COUNT && before < index - 1))
    return FALSE;

  verb->negated ^= approach->negated ^ approach->none;
  verb->former |= approach->former;
  if (verb->infinitive)
    return plx_subject_of_infinitive (self, before, verb, subject);

  /* "Without being a member" */
  if (verb->gerund && plx_parse_kind (self->parse, before - 1) == PLX_PHRASE_PREPOSITION)
    verb->negated ^= (plx_parse_at (self->parse, before - 1)->senses & PLX_SENSE_NEGATIVE) != 0;

  found = plx_subject_of_verb (self, before, verb, subject);
  if ((!found && verb->gerund) ||
      ((before <= 2 || !found) && plx_parse_is (self->parse, before - 1, "it")))
    found |= take_elsewhere (self, before, end, subject);

  return found;
}

/**
 * plx_subject_of_predicate:
 * @self: a pass
 * @index: the place of a noun that says how somebody stands
 * @end: the place behind it and what belongs to it
 * @plural: whether it speaks of several
 * @verb: filled with what the verb says that joins it to its subject, or with what stands for one
 * @subject: filled with what is found
 *
 * Finds of whom a noun is said: by a verb ("is a member"), or without one ("Kenya, a member", "as a
 * member, Kenya", "a member of this and of that").
 *
 * Returns: whether there are any, or the subject is "countries that" and the like
 */
gboolean
plx_subject_of_predicate (PlxPass    *self,
                          int         index,
                          int         end,
                          gboolean    plural,
                          PlxVerb    *verb,
                          PlxSubject *subject)
{
  PlxApproach approach = { 0 };
  const PlxPhrase *phrase;

  plx_pass_approach (self, index, &approach);
  phrase = plx_parse_at (self->parse, approach.before);
  *verb = (PlxVerb) { 0 };

  if (phrase->kind == PLX_PHRASE_VERB)
    {
      if (approach.as)
        return take_as (self, approach.before, end, plural, verb, subject);
      return take_copula (self, index, end, &approach, verb, subject);
    }

  verb->negated = approach.negated ^ approach.none;
  verb->former = approach.former;
  if (take_others (self, index, subject))
    return TRUE;
  if (approach.as)
    return take_as (self, approach.before, end, plural, verb, subject);
  if (phrase->kind == PLX_PHRASE_JOINT)
    return take_joined (self, approach.before, &approach, verb, subject);
  if (take_counted (self, approach.before, subject))
    return TRUE;
  if (plx_subject_of_headline (self, index, approach.before, end, subject) ||
      plx_subject_of_inversion (self, approach.before, subject))
    return TRUE;
  /* "States not party to it" */
  if (phrase->kind == PLX_PHRASE_NOUN && (phrase->senses & PLX_SENSE_STATES) != 0 &&
      phrase->end > phrase->start)
    {
      subject->is_generic = TRUE;
      return TRUE;
    }

  if (!take_apposition (self, &approach, index, end, plural, verb, subject))
    return FALSE;

  while (approach.last > 0 && subject->n_countries > approach.last)
    {
      memmove (subject->countries, subject->countries + 1,
               --subject->n_countries * sizeof *subject->countries);
    }

  return TRUE;
}
