/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nominals"

#include "config.h"

#include "countries/plx-pass.h"

#define NOMINAL_SENSES (PLX_SENSE_MEMBERSHIP | PLX_SENSE_SIGNING | PLX_SENSE_LEAVING | \
                       PLX_SENSE_ABSENCE | PLX_SENSE_SUSPENDING)

/* A noun that tells what somebody did or has: "Poland's accession to the EU". */
typedef struct
{
  guint32    senses;
  PlxObjects objects;
  PlxSubject owner;
  gboolean   is_own; /* "its": of whoever does what the verb says */
  int        end;
} Nominal;

static gboolean
is_link (PlxPass *self,
         int      index)
{
  static PlxWordSet links = { "of", "to", "from", "in", "into", "under", "off", NULL };

  return plx_clause_in (self->clause, plx_parse_at (self->parse, index)->start, links) &&
         plx_parse_at (self->parse, index)->end - plx_parse_at (self->parse, index)->start == 1;
}

/* "Mexico's ratification", "its signature", "Turkey's NATO membership". */
static void
find_owner (PlxPass *self,
            int      index,
            Nominal *nominal)
{
  static PlxWordSet own = { "its", "their", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  if (plx_parse_is (self->parse, index - 1, "whose"))
    plx_subject_of_relative (self, index - 1, &nominal->owner);
  nominal->is_own = plx_clause_in (self->clause, noun->start, own);
  for (int at = noun->start; at < noun->end - 1; at++)
    {
      /* "The Philippines' withdrawal" has no "s". */
      if ((plx_clause_is (self->clause, at + 1, "'s") || at == noun->end - 2) &&
          plx_clause_kind (self->clause, at) == PLX_TOKEN_COUNTRY)
        plx_subject_add (&nominal->owner, plx_clause_at (self->clause, at)->country);
    }
  if (nominal->owner.n_countries > 0 &&
      plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_JOINT)
    plx_subject_list_back (self, index - 2, TRUE, &nominal->owner);
}

/* "Of Finland to NATO", "to the EU", "of the treaty by Peru", or what stands before the word. */
static gboolean
find_objects (PlxPass *self,
              int      index,
              Nominal *nominal)
{
  const PlxRelationInfo *relation;
  int token, at = index + 1;

  nominal->end = at;
  relation = plx_pass_modifier (self, index, &token);
  if (relation != NULL && token == plx_parse_at (self->parse, index)->end - 2)
    return plx_objects_add (&nominal->objects, relation, FALSE);

  if (plx_parse_is (self->parse, at, "of") && nominal->owner.n_countries == 0)
    {
      int behind = plx_subject_list_ahead (self, at + 1, &nominal->owner);

      if (behind > at + 1)
        {
          at = behind;
          nominal->end = at;
        }
    }
  /* "With the accession of Croatia the EU grew" */
  if ((!is_link (self, at) || !plx_pass_objects (self, at + 1, &nominal->objects)) &&
      nominal->owner.n_countries > 0 &&
      (plx_parse_has (self->parse, index, "accession") ||
       plx_parse_has (self->parse, index, "ratification")))
    {
      relation = plx_pass_topic (self, index);
      if (relation == NULL)
        relation = plx_pass_coming (self, at, NULL);
      return relation != NULL && plx_objects_add (&nominal->objects, relation, FALSE);
    }
  if (!is_link (self, at) || !plx_pass_objects (self, at + 1, &nominal->objects))
    return FALSE;

  nominal->end = nominal->objects.end;
  if (plx_parse_is (self->parse, nominal->end, "by") && nominal->owner.n_countries == 0)
    {
      int behind = plx_subject_list_ahead (self, nominal->end + 1, &nominal->owner);

      if (behind > nominal->end + 1)
        nominal->end = behind;
    }

  return TRUE;
}

/* Whether the verb of the sentence, or a preposition, tells that it has come to pass: "came late",
 * "was followed by", "makes it liable", "after", "thanks to", "in 2020". */
static gboolean
has_happened (PlxPass *self,
              int      index,
              Nominal *nominal)
{
  static PlxWordSet presuming = { "despite", "after", "since", "because", "thanks", "following",
                                  "given", "with", "before", "through", "upon", NULL };
  static PlxWordSet pasts = { "became", "took", "came", "followed", "happened", "dates", NULL };
  static PlxWordSet aims = { "for", "against", "about", "over", "towards", "toward", NULL };
  int at = nominal->end;
  const PlxPhrase *verb;
  PlxDay from, to;
  PlxPredicate predicate = { .start = index, .end = nominal->end, .is_event = TRUE };
  PlxFinding finding = { 0 };

  /* "The campaign for its accession", "the prospect of its accession" */
  if (plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_NOUN &&
      (plx_clause_in (self->clause, plx_parse_at (self->parse, index - 1)->start, aims) ||
       (plx_parse_is (self->parse, index - 1, "of") &&
        (plx_parse_at (self->parse, index - 2)->senses & (PLX_SENSE_TALE | PLX_SENSE_OFFER)) != 0)))
    return FALSE;

  plx_pass_moment (self, &predicate, &finding);
  from = finding.from;
  to = finding.to;

  at = plx_pass_skip_aside (self, at);
  /* "Its withdrawal, which took effect in 2017, does not matter" */
  if (plx_parse_is (self->parse, at, ",") &&
      plx_parse_kind (self->parse, at + 1) == PLX_PHRASE_RELATIVE)
    {
      const PlxVerb *own = &plx_parse_at (self->parse, at + 2)->verb;

      if (plx_clause_in (self->clause, own->main, pasts) && !own->unreal && !own->negated)
        return TRUE;
    }
  verb = plx_parse_at (self->parse, at);

  if (verb->kind == PLX_PHRASE_VERB && !verb->verb.gerund)
    return !verb->verb.unreal && !verb->verb.infinitive &&
           (!verb->verb.negated || (nominal->senses & PLX_SENSE_SIGNING) != 0) &&
           !(verb->verb.is_copula && from == 0) &&
           verb->verb.act != PLX_ACT_WISH && verb->verb.act != PLX_ACT_FAIL;

  return to != 0 ||
         plx_clause_in (self->clause, plx_parse_at (self->parse, index - 1)->start, presuming);
}

static PlxSays
says_of (guint32 senses)
{
  if ((senses & PLX_SENSE_SIGNING) != 0)
    return PLX_SAYS_SIGNATORY;
  if ((senses & PLX_SENSE_LEAVING) != 0)
    return PLX_SAYS_WITHDRAWN;
  if ((senses & PLX_SENSE_ABSENCE) != 0)
    return PLX_SAYS_NON_MEMBER;

  return (senses & PLX_SENSE_SUSPENDING) != 0 ? PLX_SAYS_SUSPENDED : PLX_SAYS_MEMBER;
}

static void
report (PlxPass    *self,
        int         index,
        Nominal    *nominal,
        PlxSays     says,
        PlxSubject *subject)
{
  PlxPredicate predicate = {
    .objects = nominal->objects,
    .says = says,
    .hint = says == PLX_SAYS_SIGNATORY ? PLX_FINDING_SIGNED : PLX_FINDING_PLAIN,
    .start = index,
    .end = nominal->end,
    .is_event = (nominal->senses & PLX_SENSE_ABSENCE) == 0,
    .is_taken_back = says == PLX_SAYS_NON_MEMBER && (nominal->senses & PLX_SENSE_SIGNING) != 0,
  };

  /* Of such a body one is a member by nouns only: "a permanent member". */
  if (*nominal->objects.relations[0]->adjective == '\0' &&
      !plx_pass_is_disclaimed (self, index) && !plx_pass_is_asked (self, index))
    plx_pass_report (self, subject, &predicate);
}

/* "Has membership", "does not have membership". */
static gboolean
is_having (const PlxVerb *verb)
{
  return verb->is_bare && verb->perfect;
}

/* "Its membership was suspended", "membership was granted to Iran": what became of it. */
static gboolean
read_fate (PlxPass *self,
           int      index,
           Nominal *nominal)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, nominal->end);
  const PlxVerb *verb = &phrase->verb;
  PlxSubject subject = nominal->owner;

  if ((nominal->senses & PLX_SENSE_MEMBERSHIP) == 0 || phrase->kind != PLX_PHRASE_VERB ||
      !verb->is_passive || verb->unreal || verb->negated)
    return FALSE;

  if (nominal->is_own && subject.n_countries == 0)
    plx_anaphora_it (self, plx_parse_at (self->parse, index)->start, &subject);
  if (subject.n_countries == 0 && plx_parse_is (self->parse, nominal->end + 1, "to"))
    plx_subject_list_ahead (self, nominal->end + 2, &subject);
  if (subject.n_countries == 0)
    return FALSE;

  nominal->end++;
  if (verb->act == PLX_ACT_SUSPEND)
    report (self, index, nominal, PLX_SAYS_SUSPENDED, &subject);
  else if (verb->act == PLX_ACT_GIVE_UP)
    report (self, index, nominal, PLX_SAYS_WITHDRAWN, &subject);
  else if (verb->act == PLX_ACT_HOLD || verb->act == PLX_ACT_LET)
    report (self, index, nominal, PLX_SAYS_MEMBER, &subject);
  else
    return FALSE;

  return TRUE;
}

/* "Gained membership of it", "ended its membership", "withdrew its signature from it", "put its
 * signature to it": what the subject of the verb did with it. */
static gboolean
read_possession (PlxPass *self,
                 int      index,
                 Nominal *nominal)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index - 1);
  static PlxWordSet lacks = { "lack", "lacks", "lacked", NULL };
  PlxVerb verb = phrase->verb;
  PlxSubject subject = { 0 };
  gboolean off;
  PlxSays says;

  if (phrase->kind != PLX_PHRASE_VERB || nominal->owner.n_countries > 0)
    return FALSE;

  /* "Took its signature off the treaty" */
  off = verb.act == PLX_ACT_LET && (plx_parse_is (self->parse, index + 1, "off") ||
                                    plx_parse_is (self->parse, index + 1, "from"));
  if (verb.act == PLX_ACT_GIVE_UP || verb.act == PLX_ACT_LEAVE ||
      verb.act == PLX_ACT_RETREAT || off)
    says = (nominal->senses & PLX_SENSE_SIGNING) != 0 ? PLX_SAYS_NON_MEMBER : PLX_SAYS_WITHDRAWN;
  else if (verb.act == PLX_ACT_SUSPEND)
    says = PLX_SAYS_SUSPENDED;
  /* "Rejected membership for Sweden" is about another. */
  else if (verb.act == PLX_ACT_REJECT && !verb.is_passive &&
           (nominal->senses & PLX_SENSE_MEMBERSHIP) != 0 &&
           !plx_parse_is (self->parse, nominal->end, "for"))
    says = PLX_SAYS_NON_MEMBER;
  else if ((nominal->senses & PLX_SENSE_MEMBERSHIP) != 0 &&
           plx_parse_has (self->parse, index, "membership") &&
           (plx_clause_in (self->clause, verb.main, lacks) || is_having (&verb)))
    says = is_having (&verb) ? PLX_SAYS_MEMBER : PLX_SAYS_NON_MEMBER;
  else if (verb.act == PLX_ACT_HOLD || (verb.act == PLX_ACT_LET && nominal->is_own) ||
           (verb.is_passive && verb.act == PLX_ACT_LET))
    says = says_of (nominal->senses);
  else
    return FALSE;

  if (!plx_subject_of_verb (self, index - 1, &verb, &subject) || verb.unreal || verb.infinitive ||
      subject.n_countries == 0)
    return FALSE;
  /* "Has not withdrawn its signature" says nothing new. */
  if ((verb.negated || subject.negated) && says != PLX_SAYS_MEMBER && says != PLX_SAYS_SIGNATORY)
    return FALSE;

  report (self, index, nominal,
          plx_pass_invert (says, (verb.negated || subject.negated)), &subject);

  return TRUE;
}

/* "With its exit", "by virtue of its ratification": at the front of the sentence. */
static gboolean
is_fronted (PlxPass *self,
            int      index)
{
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN)
    at--;

  return at < index - 1 && plx_parse_kind (self->parse, at) == PLX_PHRASE_END;
}

/**
 * plx_pass_nominal:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads what a noun of action says of the one whom it belongs to, where there is one: "Mexico's
 * ratification of the statute came late", "withdrew its signature", "membership was suspended".
 */
void
plx_pass_nominal (PlxPass *self,
                  int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  Nominal nominal = { .senses = phrase->senses & NOMINAL_SENSES };

  if (phrase->kind != PLX_PHRASE_NOUN || nominal.senses == 0 || phrase->negative)
    return;

  find_owner (self, index, &nominal);
  if (!find_objects (self, index, &nominal))
    {
      /* "Revoked its signature in 2002" */
      const PlxRelationInfo *topic = plx_pass_topic (self, index);

      if (!(nominal.is_own || is_having (&plx_parse_at (self->parse, index - 1)->verb)) ||
          topic == NULL || is_link (self, index + 1))
        return;
      plx_objects_add (&nominal.objects, topic, FALSE);
      nominal.end = index + 1;
    }

  if (read_fate (self, index, &nominal) || read_possession (self, index, &nominal))
    return;

  /* "With its exit from the EU, Britain" */
  if (nominal.is_own && nominal.owner.n_countries == 0 && is_fronted (self, index))
    plx_subject_behind_comma (self, nominal.end, &nominal.owner);

  if (nominal.owner.n_countries > 0 && has_happened (self, index, &nominal))
    report (self, index, &nominal, says_of (nominal.senses), &nominal.owner);
}
