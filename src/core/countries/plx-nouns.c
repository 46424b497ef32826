/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nouns"

#include "config.h"

#include "countries/plx-pass.h"

#define MEMBER_SENSES (PLX_SENSE_MEMBER | PLX_SENSE_SIGNATORY | PLX_SENSE_PARTY)

/* A noun that says how one stands. */
typedef struct
{
  int      index;     /* its phrase */
  int      first;     /* the phrase at which it begins: "an EU and NATO member" */
  int      token;     /* the word itself */
  int      end;       /* the phrase behind it and what belongs to it */
  guint32  senses;
  gboolean plural;
  gboolean denied;    /* "non-member" */
  gboolean complete;  /* needs no "of …" to be understood: "state party", "signatory" */
  gboolean former;
  gboolean unreal;
  gboolean is_topic;  /* whether its relation is only the one the sentence is about */
  gboolean is_first;  /* "economy", which says so only as the largest of all in a relation */
} Noun;

/* "The smallest economy in", "the only country in": one of those that are in it. */
static gboolean
is_first_of_all (PlxPass *self,
                 int      index,
                 int      token)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  for (int at = noun->start; at < token; at++)
    {
      if (plx_clause_is (self->clause, at, "most") ||
          (plx_parse_word (self->parse, at)->senses & PLX_SENSE_RANK) != 0)
        return TRUE;
    }

  return FALSE;
}

/* The word of the phrase that says how one stands: its last, or one that a name follows: "NATO ally
 * Turkey". */
static gboolean
find_word (PlxPass *self,
           int      index,
           Noun    *noun)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  const guint32 any = MEMBER_SENSES | PLX_SENSE_ALLY | PLX_SENSE_SEAT;

  for (int at = phrase->end - 1; at >= phrase->start; at--)
    {
      guint32 senses = plx_parse_word (self->parse, at)->senses;

      if ((senses & any) != 0 ||
          ((senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0 && noun->token < 0))
        {
          noun->token = at;
          noun->senses = senses;
          if ((senses & any) != 0)
            break;
        }
    }

  return noun->token >= 0;
}

static void
read_adjectives (PlxPass *self,
                 Noun    *noun)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);

  for (int at = phrase->start; at < noun->token; at++)
    {
      guint32 senses = plx_parse_word (self->parse, at)->senses;

      noun->former |= (senses & PLX_SENSE_FORMER) != 0;
      noun->unreal |= (senses & PLX_SENSE_COMING) != 0 ||
                      plx_parse_word (self->parse, at)->word_class == PLX_WORD_MODAL;
      if (plx_clause_is (self->clause, at, "non") && plx_clause_is (self->clause, at + 1, "-"))
        noun->denied = TRUE;
      noun->complete |= (senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0;
    }
  if ((noun->senses & PLX_SENSE_DENIED) != 0)
    noun->denied = TRUE;
  if ((noun->senses & PLX_SENSE_SIGNATORY) != 0)
    noun->complete = TRUE;
}

/* What stands between the word and the end of its phrase: nothing, "state", or a name. Anything
 * else makes it something else: "the member states' quarrel", "a party leader". */
static gboolean
is_head (PlxPass *self,
         Noun    *noun)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);

  for (int at = noun->token + 1; at < phrase->end; at++)
    {
      guint32 senses = plx_parse_word (self->parse, at)->senses;

      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_COUNTRY)
        return TRUE;
      if (plx_clause_is (self->clause, at, "-"))
        continue;
      /* "Member nations" */
      if ((senses & (PLX_SENSE_STATE | PLX_SENSE_STATES | MEMBER_SENSES)) == 0 ||
          (noun->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0)
        return FALSE;
      noun->plural = (senses & (PLX_SENSE_STATES | PLX_SENSE_PLURAL)) != 0;
    }

  return TRUE;
}

/* "Is not one itself", "without being one": what was named before. */
static gboolean
is_one (PlxPass *self,
        int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);

  /* "Are not among them" */
  if (plx_parse_is (self->parse, index, "them") && phrase->end - phrase->start == 1 &&
      plx_parse_is (self->parse, index - 1, "among"))
    return plx_parse_at (self->parse, index - 2)->verb.is_copula &&
           plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_VERB;

  return plx_parse_is (self->parse, index, "one") && phrase->end - phrase->start == 1 &&
         plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_VERB &&
         plx_parse_at (self->parse, index - 1)->verb.is_copula &&
         (!plx_parse_is (self->parse, index + 1, "of") ||
          (plx_parse_is (self->parse, index + 2, "them") &&
           plx_parse_at (self->parse, index + 2)->end -
           plx_parse_at (self->parse, index + 2)->start == 1));
}

static gboolean
read_noun (PlxPass *self,
           int      index,
           Noun    *noun)
{
  const PlxPhrase *behind;

  *noun = (Noun) { .index = index, .first = index, .token = -1, .end = index + 1 };
  if (is_one (self, index))
    {
      noun->token = plx_parse_at (self->parse, index)->start;
      noun->senses = PLX_SENSE_MEMBER;
      noun->end += 2 * plx_parse_is (self->parse, index + 1, "of");
      return TRUE;
    }
  if (!find_word (self, index, noun))
    return FALSE;

  noun->plural = (noun->senses & (PLX_SENSE_PLURAL | PLX_SENSE_STATES)) != 0;
  noun->is_first = (noun->senses & PLX_SENSE_STATE) != 0 &&
                   is_first_of_all (self, index, noun->token);
  if (!is_head (self, noun))
    return FALSE;
  read_adjectives (self, noun);
  /* "States parties all," */
  behind = plx_parse_at (self->parse, noun->end);
  if ((plx_parse_is (self->parse, noun->end, "all") ||
       plx_parse_is (self->parse, noun->end, "both")) && behind->end - behind->start == 1 &&
      plx_parse_kind (self->parse, noun->end + 1) == PLX_PHRASE_MARK)
    noun->end++;

  return TRUE;
}

/* Whether "a party" may be one to a treaty, and is no "ruling party". */
static gboolean
is_plain_party (PlxPass *self,
                Noun    *noun)
{
  static PlxWordSet before = { "a", "no", "full", "state", "states", "contracting", "not", "the",
                               "other", "its", "neither", "both", "all", "-", "non", "either",
                               "also", NULL };
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);

  if ((noun->senses & PLX_SENSE_PARTY) == 0)
    return TRUE;

  for (int at = phrase->start; at < noun->token; at++)
    {
      if ((plx_parse_word (self->parse, at)->senses & PLX_SENSE_STATES) != 0)
        noun->plural = TRUE;
      else if (!plx_clause_in (self->clause, at, before) &&
               plx_clause_kind (self->clause, at) == PLX_TOKEN_WORD)
        return FALSE;
    }

  return TRUE;
}

/* "Chad and Niger are members": of the only one that the sentence before names. */
static const PlxRelationInfo *
find_previous (PlxPass    *self,
               const Noun *noun)
{
  const PlxPhrase *verb = plx_parse_at (self->parse, noun->index - 1);
  const PlxRelationInfo *only = NULL;

  if (self->previous == NULL || verb->kind != PLX_PHRASE_VERB || !verb->verb.is_copula)
    return NULL;

  for (int at = 0; at < (int) self->previous->tokens->len; at++)
    {
      const PlxRelationInfo *relation = plx_clause_at (self->previous, at)->relation;

      if (relation == NULL || relation == only)
        continue;
      if (only != NULL)
        return NULL;
      only = relation;
    }

  return only;
}

/* The relation of a noun that stands without one: that of the sentence. */
static gboolean
take_topic (PlxPass    *self,
            Noun       *noun,
            PlxObjects *objects)
{
  const PlxPhrase *next = plx_parse_at (self->parse, noun->end);
  gboolean named = plx_clause_kind (self->clause, plx_parse_at (self->parse, noun->index)->end - 1)
                   == PLX_TOKEN_COUNTRY;
  const PlxRelationInfo *relation;

  /* "An economy", "a country": of the relation nothing is said. "Member of parliament", "party to a
   * dispute" is another. */
  if ((noun->senses & MEMBER_SENSES) == 0 || !is_plain_party (self, noun) ||
      plx_parse_is (self->parse, noun->end, "of") ||
      (plx_parse_is (self->parse, noun->end, "to") && !named) || next->kind == PLX_PHRASE_NOUN)
    return FALSE;

  relation = plx_pass_topic (self, noun->index);
  /* "A signatory but not a party" */
  if (relation == NULL && self->is_last_said && self->last.end >= 0)
    relation = self->last.objects.relations[0];
  if (relation == NULL && noun->complete)
    relation = self->resolve ("statute", self->user_data);
  if (relation == NULL)
    relation = plx_pass_fronted_topic (self, noun->end);
  if (relation == NULL)
    relation = find_previous (self, noun);
  noun->is_topic = TRUE;
  /* "A non-member, Pakistan ignored the ICC": named further on. */
  if (relation == NULL && (noun->denied || noun->former))
    relation = plx_pass_coming (self, noun->index, NULL);
  if (relation == NULL && noun->complete)
    relation = plx_pass_coming (self, noun->end, "statute");

  return relation != NULL && plx_objects_add (objects, relation, FALSE);
}

/* "Not of the EU but of NATO", "neither of the EU nor of NATO", "of both": what the noun is of. */
static gboolean
take_complement (PlxPass    *self,
                 Noun       *noun,
                 PlxObjects *objects)
{
  static PlxWordSet links = { "of", "to", "in", "on", "within", "inside", NULL };
  static PlxWordSet pairs = { "neither", "either", "both", NULL };
  int at = noun->end;
  gboolean neither = FALSE;

  /* "A member, though a reluctant one, of it" has a comma */
  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at++;
  if (plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, pairs) &&
      plx_parse_at (self->parse, at)->end - plx_parse_at (self->parse, at)->start == 1)
    {
      neither = plx_parse_is (self->parse, at, "neither");
      at++;
    }
  /* "Neither a member nor an observer of it" */
  else if (plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT &&
           plx_parse_kind (self->parse, at + 1) == PLX_PHRASE_NOUN &&
           plx_clause_in (self->clause, plx_parse_at (self->parse, at + 2)->start, links) &&
           plx_parse_kind (self->parse, at + 3) == PLX_PHRASE_NOUN)
    {
      at += 2;
    }

  if (!plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, links) ||
      plx_parse_at (self->parse, at)->end - plx_parse_at (self->parse, at)->start > 1 ||
      !plx_pass_objects (self, at + 1, objects))
    return FALSE;

  for (guint i = 0; neither && i < objects->n_relations; i++)
    objects->negated[i] = TRUE;
  noun->end = objects->end;

  return TRUE;
}

/* "An EU and NATO member", "EU but not NATO members": the relation before. */
static void
add_joined_modifier (PlxPass    *self,
                     Noun       *noun,
                     PlxObjects *objects)
{
  int at = noun->index - 1;
  gboolean not = plx_parse_kind (self->parse, at) == PLX_PHRASE_NEGATION;
  const PlxPhrase *other;

  at -= not;
  if (plx_parse_kind (self->parse, at) != PLX_PHRASE_JOINT)
    return;

  other = plx_parse_at (self->parse, at - 1);
  if (other->kind != PLX_PHRASE_NOUN ||
      plx_clause_kind (self->clause, other->end - 1) != PLX_TOKEN_RELATION ||
      other->end - other->start > 3 ||
      (plx_parse_kind (self->parse, at - 2) == PLX_PHRASE_PREPOSITION &&
       !plx_parse_is (self->parse, at - 2, "of")))
    return;

  /* "Neither an EU nor a NATO member" */
  if (not || (other->negative && plx_parse_is (self->parse, at, "nor")))
    objects->negated[0] = !objects->negated[0];
  plx_objects_add (objects, plx_clause_at (self->clause, other->end - 1)->relation,
                   other->negative);
  noun->first = at - 1;
}

static gboolean
is_of_alliance (PlxPass               *self,
                const PlxRelationInfo *relation)
{
  return plx_relation_is_vague (relation, "alliance");
}

/* The relations of the noun: before it, behind it, or the one the sentence is about. */
static gboolean
find_objects (PlxPass    *self,
              Noun       *noun,
              PlxObjects *objects)
{
  const gboolean is_state = (noun->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0 &&
                            (noun->senses & MEMBER_SENSES) == 0;
  const PlxRelationInfo *relation;
  int token = -1;

  objects->n_relations = 0;
  relation = plx_pass_modifier (self, noun->index, &token);
  if (relation != NULL && token < noun->token)
    {
      /* "The EU's 27 governments" and "the NATO power" are members, "a NATO-trained state" is
       * none. */
      if (plx_clause_is (self->clause, token + 1, "-") && is_state && !noun->denied)
        return FALSE;
      if ((noun->senses & PLX_SENSE_ALLY) != 0 &&
          (!is_of_alliance (self, relation) || noun->denied))
        return FALSE;
      plx_objects_add (objects, relation, FALSE);
      add_joined_modifier (self, noun, objects);
      return TRUE;
    }

  if (noun->is_first && is_state)
    return (plx_parse_is (self->parse, noun->end, "in") ||
            plx_parse_is (self->parse, noun->end, "of") ||
            plx_parse_is (self->parse, noun->end, "inside")) &&
           take_complement (self, noun, objects);
  if (is_state || (noun->senses & PLX_SENSE_ALLY) != 0)
    return FALSE;

  return take_complement (self, noun, objects) || take_topic (self, noun, objects);
}

/* Of some bodies only members of one kind are the relation: permanent ones. */
static gboolean
has_adjective (PlxPass               *self,
               const Noun            *noun,
               const PlxRelationInfo *relation)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);

  if (*relation->adjective == '\0')
    return (noun->senses & PLX_SENSE_SEAT) == 0;

  for (int at = phrase->start; at < noun->token; at++)
    {
      if (plx_clause_is (self->clause, at, relation->adjective))
        return !plx_clause_is (self->clause, at - 1, "-") &&
               !plx_clause_is (self->clause, at - 1, "non");
    }

  return FALSE;
}

/* "Holds a permanent seat on": who. */
static gboolean
find_holder (PlxPass    *self,
             Noun       *noun,
             PlxVerb    *verb,
             PlxSubject *subject)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index - 1);

  if (phrase->kind != PLX_PHRASE_VERB ||
      (phrase->verb.act != PLX_ACT_HOLD && !phrase->verb.is_bare))
    return FALSE;

  *verb = phrase->verb;

  return plx_subject_of_verb (self, noun->index - 1, verb, subject);
}

/* "NATO ally Turkey", "EU members Poland and Hungary": the names that follow in the phrase. */
static gboolean
take_names (PlxPass    *self,
            const Noun *noun,
            PlxSubject *subject)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);
  int at = noun->token + 1;

  while (at < phrase->end && plx_clause_kind (self->clause, at) != PLX_TOKEN_COUNTRY)
    at++;
  /* "The ASEAN states of Laos and Cambodia" */
  if (at == phrase->end)
    return (noun->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES)) != 0 &&
           plx_parse_is (self->parse, noun->index + 1, "of") &&
           plx_subject_list_ahead (self, noun->index + 2, subject) > noun->index + 2;

  plx_subject_add (subject, plx_clause_at (self->clause, at)->country);
  if (noun->plural && at == phrase->end - 1)
    plx_subject_list_ahead (self, noun->index, subject);

  return TRUE;
}

static gboolean
is_fronted_until (PlxPass *self,
                  int      index)
{
  int at = index;

  while (plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_END)
    at--;

  return plx_parse_is (self->parse, at, "until") &&
         plx_parse_kind (self->parse, at + 1) != PLX_PHRASE_ADVERB;
}

/* "Was a member until 2020", "was a member for 47 years", "from 1996 to 2022". */
static gboolean
is_over (PlxPass       *self,
         const Noun    *noun,
         const PlxVerb *verb)
{
  static PlxWordSet lasts = { "last", "recently", "then", NULL };
  int token = plx_parse_at (self->parse, noun->end - 1)->end;
  gboolean number = plx_clause_kind (self->clause, token + 1) == PLX_TOKEN_NUMBER;

  /* "Until 2019 it was a member" */
  if (verb->past && is_fronted_until (self, noun->index))
    return TRUE;
  if (plx_clause_is (self->clause, token, "until") || plx_clause_is (self->clause, token, "till"))
    return verb->past || (!verb->is_copula &&
                          (number || plx_clause_in (self->clause, token + 1, lasts) ||
                           plx_parse_word (self->parse, token + 1)->word_class == PLX_WORD_TIME));

  if (plx_clause_is (self->clause, token, "from") && number)
    {
      for (int at = token + 2; at < token + 5; at++)
        {
          if ((plx_clause_is (self->clause, at, "to") ||
               plx_clause_is (self->clause, at, "until")) &&
              plx_clause_kind (self->clause, at + 1) == PLX_TOKEN_NUMBER)
            return TRUE;
        }
    }

  return verb->past && plx_clause_is (self->clause, token, "for") &&
         (number || plx_clause_is (self->clause, token + 1, "decades") ||
          plx_clause_is (self->clause, token + 1, "years"));
}

/* "Is a signatory but has not ratified it": and no more than that. */
static void
read_unratified (PlxPass      *self,
                 Noun         *noun,
                 PlxPredicate *predicate)
{
  gboolean ratified = TRUE;
  int end = noun->end;

  if ((noun->senses & PLX_SENSE_SIGNATORY) == 0 || predicate->says != PLX_SAYS_MEMBER ||
      !plx_pass_sequel (self, noun->end, &ratified, &predicate->objects, &end))
    return;

  predicate->hint = PLX_FINDING_PLAIN;
  if (!ratified)
    predicate->says = PLX_SAYS_SIGNATORY;
  predicate->end = end;
}

static gboolean
find_subject (PlxPass    *self,
              Noun       *noun,
              int        *end,
              PlxVerb    *verb,
              PlxSubject *subject)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, noun->index);
  gboolean found, such;

  if (take_names (self, noun, subject))
    return TRUE;
  if ((noun->senses & PLX_SENSE_SEAT) != 0)
    return find_holder (self, noun, verb, subject);

  found = plx_subject_of_predicate (self, noun->first, noun->end, noun->plural, verb, subject);
  if (subject->n_countries > 0 || (found && !subject->is_generic))
    return found;

  /* "Among the members are" */
  if (plx_parse_is (self->parse, noun->index - 1, "among"))
    return plx_pass_list_behind (self, noun->end, end, subject);
  if ((verb->is_copula && !subject->is_generic) || verb->unreal)
    return FALSE;

  /* "One member of the EU, Hungary, voted", "the neighbour of a non-member, the United States." */
  if (!noun->plural && !subject->is_generic && plx_parse_is (self->parse, noun->end, ","))
    {
      PlxSubject one = { 0 };
      int behind = plx_subject_list_ahead (self, noun->end + 1, &one);

      if (behind == noun->end + 2 && (plx_parse_is (self->parse, behind, ",") ||
                                      plx_parse_is (self->parse, behind, ".") ||
                                      plx_parse_kind (self->parse, behind) == PLX_PHRASE_END))
        {
          *subject = one;
          *end = behind;
          return TRUE;
        }
    }

  /* "A NATO member such as Latvia" */
  such = plx_parse_kind (self->parse, noun->end) == PLX_PHRASE_PREPOSITION &&
         (plx_parse_at (self->parse, noun->end)->senses & PLX_SENSE_LIKE) != 0;

  return (noun->plural || subject->is_generic || such ||
          plx_clause_is (self->clause, phrase->start, "any") ||
          (plx_parse_senses (self->parse, noun->index) & PLX_SENSE_RANK) != 0) &&
         plx_pass_list_behind (self, noun->end, end, subject);
}

/**
 * plx_pass_noun:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads what is said with a noun, where there is one: "is not a member of", "a signatory to",
 * "NATO ally Turkey", "the only Asian country in".
 */
void
plx_pass_noun (PlxPass *self,
               int      index)
{
  Noun noun;
  PlxVerb verb = { 0 };
  PlxPredicate predicate = { .start = index };
  PlxSubject subject = { 0 };
  gboolean found, negative;

  if (plx_parse_kind (self->parse, index) != PLX_PHRASE_NOUN || !read_noun (self, index, &noun) ||
      !find_objects (self, &noun, &predicate.objects) || noun.unreal ||
      !has_adjective (self, &noun, predicate.objects.relations[0]))
    return;

  negative = plx_parse_at (self->parse, index)->negative;
  predicate.end = noun.end;
  predicate.is_by_noun = TRUE;
  found = find_subject (self, &noun, &predicate.end, &verb, &subject);
  if (verb.unreal)
    return;

  predicate.says = plx_pass_invert (PLX_SAYS_MEMBER, noun.denied ^ verb.negated ^
                                    subject.negated ^ negative);
  predicate.hint = (noun.senses & PLX_SENSE_SIGNATORY) != 0 ? PLX_FINDING_SIGNED
                                                            : PLX_FINDING_PLAIN;
  predicate.is_past = verb.past || verb.perfect;
  predicate.is_event = verb.act == PLX_ACT_BECOME && verb.main >= 0 &&
                       g_str_has_prefix (plx_clause_at (self->clause, verb.main)->word, "bec");
  if (predicate.is_event && verb.form == PLX_WORD_PRESENT &&
      plx_pass_is_scheduled (self, noun.end))
    return;
  if (verb.former || noun.former || is_over (self, &noun, &verb))
    predicate.says = PLX_SAYS_WITHDRAWN;
  read_unratified (self, &noun, &predicate);

  if ((verb.is_copula && plx_pass_is_asked (self, index)) ||
      plx_pass_is_disclaimed (self, index))
    found = FALSE;

  if (predicate.says == PLX_SAYS_MEMBER &&
      (plx_parse_senses (self->parse, index) & PLX_SENSE_RANK) != 0)
    plx_pass_forerunners (self, noun.end, &predicate);

  /* "Why his country is a member when Russia is not": of whom, nobody says. */
  if (found)
    {
      plx_pass_report (self, &subject, &predicate);
    }
  else if (verb.is_copula)
    {
      self->last = predicate;
      self->is_last_said = FALSE;
    }
}
