/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-passives"

#include "config.h"

#include "countries/plx-pass.h"

/* The relation that a verb has for its subject: "NATO has admitted", "the statute was ratified". */
static const PlxRelationInfo *
relation_of_subject (PlxPass *self,
                     int      index)
{
  const PlxRelationInfo *relation;
  int at = index - 1, end;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_NEGATION)
    at--;
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK)
    {
      int opening = plx_pass_opening (self, at);

      if (opening > 0)
        at = opening - 1;
    }
  /* "Was signed by Israel, ratified by Chad" */
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK ||
      plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT)
    {
      for (; at > 0 && plx_parse_kind (self->parse, at) != PLX_PHRASE_END; at--)
        {
          if (plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB)
            return plx_parse_at (self->parse, at)->verb.is_passive ||
                   plx_parse_at (self->parse, index)->verb.participle
                     ? relation_of_subject (self, at) : NULL;
        }
    }
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_RELATIVE)
    {
      at--;
      at -= plx_parse_is (self->parse, at, ",");
    }

  /* "The statute of the ICC" */
  if (plx_parse_is (self->parse, at - 1, "of") &&
      (plx_parse_at (self->parse, at - 2)->senses & PLX_SENSE_BODY) != 0)
    at -= 2;
  relation = plx_pass_relation (self, at, &end);

  return plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_PREPOSITION ? NULL : relation;
}

static void
report (PlxPass               *self,
        int                    index,
        int                    end,
        const PlxRelationInfo *relation,
        PlxPredicate          *predicate,
        const PlxSubject      *subject)
{
  predicate->objects.n_relations = 0;
  plx_objects_add (&predicate->objects, relation, FALSE);
  predicate->objects.end = predicate->end = end;
  predicate->start = index;
  predicate->is_event = TRUE;
  if (!plx_pass_is_disclaimed (self, index) && !plx_pass_is_asked (self, index))
    plx_pass_report (self, subject, predicate);
}

/* "The statute was signed by Iran but never ratified", "has been ratified by Peru". */
static void
read_by (PlxPass       *self,
         int            index,
         const PlxVerb *verb)
{
  const PlxRelationInfo *relation = relation_of_subject (self, index);
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  gboolean ratified = FALSE;
  int end, sequel_end;

  if (relation == NULL || verb->unreal || !plx_parse_is (self->parse, index + 1, "by"))
    return;

  end = sequel_end = plx_subject_list_ahead (self, index + 2, &subject);
  if (end == index + 2)
    return;

  if (verb->act == PLX_ACT_SIGN)
    {
      predicate.says = PLX_SAYS_SIGNATORY;
      predicate.hint = PLX_FINDING_SIGNED;
      if (plx_pass_sequel (self, end, &ratified, &predicate.objects, &sequel_end))
        {
          predicate.hint = PLX_FINDING_PLAIN;
          predicate.says = ratified ? PLX_SAYS_MEMBER : PLX_SAYS_SIGNATORY;
          end = sequel_end;
        }
    }
  if (verb->negated || verb->act == PLX_ACT_REJECT)
    predicate.says = PLX_SAYS_NON_MEMBER;
  if (verb->negated && verb->act == PLX_ACT_REJECT)
    return;

  report (self, index, end, relation, &predicate, &subject);
}

/* "NATO admitted Sweden", "the Council of Europe has expelled Russia", "the bloc took in Croatia".
 * */
static void
read_reception (PlxPass       *self,
                int            index,
                const PlxVerb *verb)
{
  static PlxWordSet closers = { ",", ".", ")", "--", "", NULL };
  static PlxWordSet takers = { "took", "takes", "taken", "let", "lets", "brought", NULL };
  const PlxRelationInfo *relation = relation_of_subject (self, index);
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  int at = index + 1, end;
  gboolean in = plx_parse_is (self->parse, at, "in") &&
                plx_clause_in (self->clause, verb->main, takers);

  if (relation == NULL || verb->unreal || verb->negated || verb->is_passive)
    return;
  if (verb->act == PLX_ACT_LET && !in)
    return;

  at += in;
  end = plx_subject_list_ahead (self, at, &subject);
  if (end == at)
    return;

  if (verb->act == PLX_ACT_EXPEL)
    predicate.says = PLX_SAYS_WITHDRAWN;
  else if (verb->act == PLX_ACT_SUSPEND)
    predicate.says = PLX_SAYS_SUSPENDED;
  /* "NATO welcomed Sweden's offer" has another object; "accepted Sweden's" too. "Welcomed Sweden to
   * the summit" is no admission. */
  else if (!plx_parse_is (self->parse, end, "as") && !plx_parse_is (self->parse, end, "into") &&
           plx_clause_is (self->clause, verb->main, "welcomed"))
    return;
  else if (plx_parse_kind (self->parse, end) == PLX_PHRASE_NOUN &&
           !plx_clause_in (self->clause, plx_parse_at (self->parse, end)->start, closers))
    return;

  report (self, index, end, relation, &predicate, &subject);
}

/* "Has never made it into the EU": who did. */
static gboolean
read_making_it (PlxPass       *self,
                int            index,
                const PlxVerb *verb)
{
  PlxPredicate predicate = { .says = plx_pass_invert (PLX_SAYS_MEMBER, verb->negated) };
  PlxSubject subject = { 0 };
  PlxVerb own = *verb;

  if (!plx_clause_is (self->clause, verb->main, "made") || verb->unreal || verb->infinitive ||
      !plx_parse_is (self->parse, index + 1, "it") ||
      !plx_parse_is (self->parse, index + 2, "into") ||
      !plx_pass_objects (self, index + 3, &predicate.objects))
    return FALSE;

  predicate.start = index;
  predicate.end = predicate.objects.end;
  predicate.is_event = TRUE;
  if (plx_subject_of_verb (self, index, &own, &subject) && !plx_pass_is_disclaimed (self, index) &&
      !plx_pass_is_asked (self, index))
    plx_pass_report (self, &subject, &predicate);

  return TRUE;
}

/* "Took Spain into NATO", "pulled the country out of the court": whom another one moved. */
static void
read_causative (PlxPass       *self,
                int            index,
                const PlxVerb *verb)
{
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  const PlxPhrase *object = plx_parse_at (self->parse, index + 1);
  const PlxPhrase *link = plx_parse_at (self->parse, index + 2);
  PlxSubject subject = { 0 };
  PlxVerb own = *verb;

  if (read_making_it (self, index, verb) || verb->unreal || verb->negated || verb->infinitive ||
      verb->gerund || verb->base || object->kind != PLX_PHRASE_NOUN)
    return;

  if (plx_parse_is (self->parse, index + 2, "from") ||
      (link->kind == PLX_PHRASE_PREPOSITION && plx_parse_has (self->parse, index + 2, "out")))
    predicate.says = PLX_SAYS_WITHDRAWN;
  else if (!plx_parse_is (self->parse, index + 2, "into"))
    return;

  /* "Keeps the country out of NATO" */
  if (verb->act == PLX_ACT_BECOME)
    {
      if (predicate.says == PLX_SAYS_MEMBER)
        return;
      predicate.says = PLX_SAYS_NON_MEMBER;
      own.base = FALSE;
    }

  if (!plx_pass_objects (self, index + 3, &predicate.objects))
    return;

  if (plx_clause_kind (self->clause, object->end - 1) == PLX_TOKEN_COUNTRY)
    plx_subject_add (&subject, plx_clause_at (self->clause, object->end - 1)->country);
  else if ((object->senses & PLX_SENSE_STATE) == 0 ||
           !(plx_subject_of_verb (self, index, &own, &subject) ||
             plx_anaphora_named (self, object->start, 1, &subject)))
    return;

  predicate.start = index;
  predicate.end = predicate.objects.end;
  predicate.is_event = TRUE;
  if (!plx_pass_is_disclaimed (self, index) && !plx_pass_is_asked (self, index))
    plx_pass_report (self, &subject, &predicate);
}

static gboolean
is_active_bind (PlxPass *self,
                int      index)
{
  static PlxWordSet binds = { "bind", "binds", NULL };
  const PlxVerb *verb = &plx_parse_at (self->parse, index)->verb;

  return verb->act == PLX_ACT_BIND && !verb->is_passive && !verb->gerund && !verb->infinitive &&
         plx_clause_in (self->clause, verb->main, binds);
}

/* "The statute is not binding on India", "is in force for Peru". */
static void
read_force (PlxPass       *self,
            int            index,
            const PlxVerb *verb)
{
  static PlxWordSet links = { "on", "for", "in", "upon", NULL };
  const PlxRelationInfo *relation = relation_of_subject (self, index);
  PlxPredicate predicate = { .says = plx_pass_invert (PLX_SAYS_MEMBER, verb->negated) };
  PlxSubject subject = { 0 };
  int at = index + 1, end;

  /* "Its obligations do not bind India" */
  if (relation == NULL && is_active_bind (self, index))
    relation = plx_pass_topic (self, index);
  if (relation == NULL || verb->unreal)
    return;

  if (is_active_bind (self, index))
    {
      end = plx_subject_list_ahead (self, at, &subject);
      if (end > at && verb->form != PLX_WORD_GERUND)
        report (self, index, end, relation, &predicate, &subject);
      return;
    }
  if (verb->act != PLX_ACT_BIND)
    {
      if (!plx_parse_is (self->parse, at, "in") || !plx_parse_has (self->parse, at + 1, "force"))
        return;
      at += 2;
    }
  if (!plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, links))
    return;

  end = plx_subject_list_ahead (self, at + 1, &subject);
  if (end > at + 1)
    report (self, index, end, relation, &predicate, &subject);
}

/**
 * plx_pass_passive:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads what is said with a verb of which the treaty or bloc is the subject, or another one who
 * does it with a country: "the statute was ratified by Peru", "NATO admitted Sweden", "took Spain
 * into NATO".
 */
void
plx_pass_passive (PlxPass *self,
                  int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  const PlxVerb *verb = &phrase->verb;

  if (phrase->kind != PLX_PHRASE_VERB)
    return;

  switch ((guint) verb->act)
    {
    case PLX_ACT_SIGN:
    case PLX_ACT_RATIFY:
    case PLX_ACT_JOIN:
    case PLX_ACT_REJECT:
      if (verb->is_passive || verb->participle)
        read_by (self, index, verb);
      break;

    case PLX_ACT_ADMIT:
    case PLX_ACT_EXPEL:
    case PLX_ACT_SUSPEND:
      read_reception (self, index, verb);
      break;

    case PLX_ACT_BECOME:
    case PLX_ACT_LET:
    case PLX_ACT_GIVE_UP:
    case PLX_ACT_RETREAT:
    case PLX_ACT_LEAVE:
      if (verb->act == PLX_ACT_LET)
        read_reception (self, index, verb);
      read_causative (self, index, verb);
      break;

    case PLX_ACT_BIND:
    case PLX_ACT_OTHER:
      read_force (self, index, verb);
      break;

    default:
      break;
    }
}
