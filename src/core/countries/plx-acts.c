/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-acts"

#include "config.h"

#include "countries/plx-pass.h"

/* How far behind "signed" a "but never ratified" may follow, in phrases. */
#define LONGEST_SEQUEL 10

/* The little words that may stand between a verb and its relation; those of "take", "put" and the
 * like make it say something else. */
static const struct
{
  PlxAct      act;
  const char *first;   /* (nullable): what follows on the verb */
  const char *second;  /* (nullable): and on that */
  PlxAct      says;
} phrasal[] = {
  { PLX_ACT_JOIN, "to", NULL, PLX_ACT_JOIN },
  { PLX_ACT_JOIN, "into", NULL, PLX_ACT_JOIN },
  { PLX_ACT_JOIN, NULL, NULL, PLX_ACT_JOIN },
  { PLX_ACT_COME, "to", NULL, PLX_ACT_COME },
  { PLX_ACT_COME, "into", NULL, PLX_ACT_COME },
  { PLX_ACT_BELONG, "to", NULL, PLX_ACT_BELONG },
  { PLX_ACT_TAKE_PART, "in", NULL, PLX_ACT_BELONG },
  { PLX_ACT_RATIFY, NULL, NULL, PLX_ACT_RATIFY },
  { PLX_ACT_SIGN, "up", "to", PLX_ACT_SIGN },
  { PLX_ACT_SIGN, "on", "to", PLX_ACT_SIGN },
  { PLX_ACT_SIGN, "onto", NULL, PLX_ACT_SIGN },
  { PLX_ACT_SIGN, NULL, NULL, PLX_ACT_SIGN },
  { PLX_ACT_RETREAT, "from", NULL, PLX_ACT_LEAVE },
  { PLX_ACT_RETREAT, NULL, NULL, PLX_ACT_RETREAT },
  { PLX_ACT_LEAVE, NULL, NULL, PLX_ACT_LEAVE },
  { PLX_ACT_GIVE_UP, "out", "of", PLX_ACT_LEAVE },
  { PLX_ACT_LET, "out", "of", PLX_ACT_LEAVE },
  { PLX_ACT_LET, "away", "from", PLX_ACT_LEAVE },
  { PLX_ACT_GO_ON, "out", "of", PLX_ACT_LEAVE },
  { PLX_ACT_BIND, "by", NULL, PLX_ACT_BIND },
  { PLX_ACT_BIND, "to", NULL, PLX_ACT_BIND },
  { PLX_ACT_ADMIT, "in", "principle", PLX_ACT_OTHER },
  { PLX_ACT_ADMIT, "to", NULL, PLX_ACT_ADMIT },
  { PLX_ACT_ADMIT, "into", NULL, PLX_ACT_ADMIT },
  { PLX_ACT_ADMIT, "in", NULL, PLX_ACT_ADMIT },
  { PLX_ACT_LET, "into", NULL, PLX_ACT_ADMIT },
  { PLX_ACT_LET, "up", "into", PLX_ACT_ADMIT },
  { PLX_ACT_ADMIT, "by", NULL, PLX_ACT_ADMIT },
  { PLX_ACT_ADMIT, NULL, NULL, PLX_ACT_ADMIT },
  { PLX_ACT_EXPEL, "from", NULL, PLX_ACT_EXPEL },
  { PLX_ACT_EXPEL, "by", NULL, PLX_ACT_EXPEL },
  { PLX_ACT_EXPEL, "out", "of", PLX_ACT_EXPEL },
  { PLX_ACT_EXPEL, NULL, NULL, PLX_ACT_EXPEL },
  { PLX_ACT_SUSPEND, "from", NULL, PLX_ACT_SUSPEND },
  { PLX_ACT_SUSPEND, "by", NULL, PLX_ACT_SUSPEND },
  { PLX_ACT_FORM, NULL, NULL, PLX_ACT_FORM },
  { PLX_ACT_LET, "up", NULL, PLX_ACT_FORM },
  { PLX_ACT_REJECT, "away", "from", PLX_ACT_LEAVE },
};

/**
 * plx_pass_skip_aside:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Goes over adverbs and what tells the time: "withdrew *in 2019* from", "belongs *both* to".
 *
 * Returns: the place behind them
 */
int
plx_pass_skip_aside (PlxPass *self,
                     int      index)
{
  static PlxWordSet times = { "in", "on", "since", "after", "during", "by", NULL };
  int at = index;

  for (;;)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);
      const PlxPhrase *next = plx_parse_at (self->parse, at + 1);

      if (phrase->kind == PLX_PHRASE_ADVERB)
        at++;
      else if (next->kind == PLX_PHRASE_ADVERB && plx_parse_is (self->parse, at, "since"))
        at += 2;
      else if (plx_clause_in (self->clause, phrase->start, times) &&
               next->kind == PLX_PHRASE_NOUN && next->end > next->start &&
               (plx_clause_kind (self->clause, next->end - 1) == PLX_TOKEN_NUMBER ||
                plx_parse_word (self->parse, next->end - 1)->word_class == PLX_WORD_TIME ||
                (next->senses & PLX_SENSE_SPAN) != 0 ||
                plx_parse_word (self->parse, next->start)->word_class == PLX_WORD_TIME))
        at += 2;
      else if (phrase->kind == PLX_PHRASE_NOUN && phrase->end - phrase->start == 1 &&
               (plx_parse_is (self->parse, at, "both") ||
                plx_parse_is (self->parse, at, "either") ||
                plx_parse_is (self->parse, at, "neither")) &&
               next->kind == PLX_PHRASE_PREPOSITION)
        at++;
      else
        return at;
    }
}

/* Where the object of the verb may begin, by the little words that follow on it; -1 where they make
 * it a verb of another meaning. */
static int
find_particle (PlxPass *self,
               int      index,
               PlxAct  *act)
{
  int at = plx_pass_skip_aside (self, index + 1);
  PlxAct verb = plx_parse_at (self->parse, index)->verb.act;

  for (guint i = 0; i < G_N_ELEMENTS (phrasal); i++)
    {
      gboolean fits;

      if (phrasal[i].act != verb)
        continue;
      if (phrasal[i].first == NULL)
        {
          *act = phrasal[i].says;
          return at;
        }
      fits = plx_parse_is (self->parse, at, phrasal[i].first);
      if (fits && phrasal[i].second != NULL && plx_parse_has (self->parse, at, phrasal[i].second))
        {
          *act = phrasal[i].says;
          return plx_pass_skip_aside (self, at + 1);
        }
      if (fits && (phrasal[i].second == NULL ||
                   plx_parse_is (self->parse, at + 1, phrasal[i].second)))
        {
          *act = phrasal[i].says;
          return plx_pass_skip_aside (self, at + 1 + (phrasal[i].second != NULL));
        }
    }

  return -1;
}

/* Whether nothing stands behind the verb that it could govern: "which joined in 2002". */
static gboolean
stands_alone (PlxPass *self,
              int      index)
{
  static PlxWordSet words = { "in", "after", "on", "since", "only", "late", "early", "as", "with",
                              "again", "before", "because", "by", NULL };
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);

  return phrase->kind == PLX_PHRASE_END || phrase->kind == PLX_PHRASE_MARK ||
         phrase->kind == PLX_PHRASE_JOINT || phrase->kind == PLX_PHRASE_ADVERB ||
         phrase->kind == PLX_PHRASE_SUBORDINATOR ||
         plx_clause_in (self->clause, phrase->start, words);
}

/* "Signed, but did not ratify, the treaty": behind the comma that closes the insertion, or behind
 * the verb that is set beside this one. */
static gboolean
take_postponed (PlxPass    *self,
                int         index,
                PlxObjects *objects)
{
  int at = index;

  if (plx_parse_kind (self->parse, at) != PLX_PHRASE_MARK &&
      plx_parse_kind (self->parse, at) != PLX_PHRASE_JOINT)
    return FALSE;

  for (; at < index + LONGEST_SEQUEL; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END || phrase->kind == PLX_PHRASE_SUBORDINATOR ||
          phrase->kind == PLX_PHRASE_RELATIVE)
        return FALSE;
      if (phrase->kind != PLX_PHRASE_NOUN)
        continue;

      /* A subject of its own: another clause. */
      return (plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_VERB ||
              plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_MARK ||
              plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_PREPOSITION) &&
             plx_pass_objects (self, at, objects);
    }

  return FALSE;
}

/* "BRICS, to which Egypt has belonged", "the EU, which Britain left": the relation that stands
 * before the relative clause, where the verb has a subject of its own in it. */
static const PlxRelationInfo *
find_gap (PlxPass *self,
          int      index)
{
  const PlxRelationInfo *relation;
  gboolean own = FALSE;
  int at = index - 1, end;

  for (;; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_NOUN && phrase->end > phrase->start &&
          plx_clause_kind (self->clause, phrase->end - 1) == PLX_TOKEN_COUNTRY)
        own = TRUE;
      else if (phrase->kind != PLX_PHRASE_ADVERB && phrase->kind != PLX_PHRASE_JOINT &&
               !(own && plx_parse_is (self->parse, at, ",")))
        break;
    }
  if (!own || plx_parse_kind (self->parse, at) != PLX_PHRASE_RELATIVE)
    return NULL;

  at--;
  at -= plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION;
  at -= plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK;
  relation = plx_pass_relation (self, at, &end);

  return relation;
}

/* "Acceded on 2 April 2012 and the Rome Statute": the date tells that such a step is meant. */
static gboolean
is_dated (PlxPass *self,
          int      start,
          int      end)
{
  const PlxPredicate predicate = { .start = start, .end = end, .is_event = TRUE };
  PlxFinding finding = { 0 };

  plx_pass_moment (self, &predicate, &finding);

  return finding.from != 0;
}

/* The relation of a verb that stands alone: named before, in the main clause, or further on. */
static const PlxRelationInfo *
find_topic (PlxPass *self,
            int      index,
            PlxAct   act)
{
  const PlxRelationInfo *topic = plx_pass_topic (self, index);

  if (topic == NULL)
    topic = plx_pass_fronted_topic (self, index + 1);
  if (topic == NULL && (act == PLX_ACT_JOIN || act == PLX_ACT_RATIFY) &&
      is_dated (self, index, index + 1))
    topic = plx_pass_coming (self, index, NULL);
  /* "Those that ratified early … the Rome Statute" */
  if (topic == NULL && act == PLX_ACT_RATIFY)
    topic = plx_pass_coming (self, index, "statute");

  return topic;
}

static gboolean
find_objects (PlxPass      *self,
              int           index,
              PlxAct       *act,
              PlxPredicate *predicate)
{
  int at = find_particle (self, index, act);
  const PlxRelationInfo *topic;

  topic = find_gap (self, index);
  if (topic != NULL)
    {
      *act = plx_parse_at (self->parse, index)->verb.act;
      if (*act == PLX_ACT_RETREAT)
        *act = PLX_ACT_LEAVE;
      predicate->end = index + 1;
      return plx_objects_add (&predicate->objects, topic, FALSE);
    }
  if (at < 0)
    return FALSE;

  predicate->end = at;
  /* "Withdrew it" is to take back something else. */
  if (*act == PLX_ACT_RETREAT)
    {
      *act = PLX_ACT_LEAVE;
      if (!stands_alone (self, index + 1))
        return FALSE;
    }
  else if (plx_pass_objects (self, at, &predicate->objects))
    {
      predicate->end = predicate->objects.end;
      /* "Came to ASEAN in 1984", but not "to the G20 with a plan" */
      if (*act == PLX_ACT_COME)
        {
          if (!is_dated (self, index, predicate->end))
            return FALSE;
          *act = PLX_ACT_JOIN;
        }
      /* "Belongs neither to this nor to that" */
      for (guint i = 0; plx_parse_is (self->parse, index + 1, "neither") &&
                        i < predicate->objects.n_relations; i++)
        predicate->objects.negated[i] = TRUE;
      return TRUE;
    }
  /* "Was admitted in 2015", but not "in hospital" */
  if ((*act == PLX_ACT_ADMIT || *act == PLX_ACT_EXPEL) &&
      (!plx_parse_at (self->parse, index)->verb.is_passive ||
       plx_pass_skip_aside (self, index + 1) == index + 1))
    return FALSE;
  if (*act == PLX_ACT_SUSPEND || *act == PLX_ACT_BIND || *act == PLX_ACT_FORM ||
      *act == PLX_ACT_COME)
    return FALSE;

  predicate->end = index + 1;
  if (take_postponed (self, index + 1, &predicate->objects))
    return TRUE;
  if (!stands_alone (self, index + 1) && !plx_parse_is (self->parse, index + 1, "to"))
    return FALSE;

  topic = find_topic (self, index, *act);

  return topic != NULL && plx_objects_add (&predicate->objects, topic, FALSE);
}

/**
 * plx_pass_sequel:
 * @self: a pass
 * @index: the place behind "signed" or "signatory" and its object
 * @ratified: (out): whether it has ratified too, or is said not to have
 * @objects: (inout): the relations, where they are not known yet
 * @end: (inout): the place behind all that was read
 *
 * Reads what follows on signing: "but never ratified it", "and ratified the treaty", "without
 * ratifying it".
 *
 * Returns: whether something does
 */
gboolean
plx_pass_sequel (PlxPass    *self,
                 int         index,
                 gboolean   *ratified,
                 PlxObjects *objects,
                 int        *end)
{
  for (int at = index; at < index + LONGEST_SEQUEL; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);
      PlxPredicate own = { 0 };
      PlxAct act;

      /* Another country's doings are not the sequel, nor is another clause's. */
      if (phrase->kind == PLX_PHRASE_END ||
          (phrase->kind == PLX_PHRASE_NOUN && phrase->end > phrase->start &&
           plx_clause_kind (self->clause, phrase->end - 1) == PLX_TOKEN_COUNTRY))
        return FALSE;

      /* "But stopped short of ratification", "without ratification" */
      if (phrase->kind == PLX_PHRASE_NOUN && plx_parse_has (self->parse, at, "ratification") &&
          (plx_parse_at (self->parse, at - 1)->senses & PLX_SENSE_NEGATIVE) != 0)
        {
          *ratified = FALSE;
          *end = at + 1;
          return TRUE;
        }
      if (phrase->kind != PLX_PHRASE_VERB || phrase->verb.act != PLX_ACT_RATIFY)
        continue;
      if (phrase->verb.unreal)
        return FALSE;

      *ratified = !(phrase->verb.negated ^
                    ((plx_parse_at (self->parse, at - 1)->senses & PLX_SENSE_NEGATIVE) != 0 &&
                     plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_NOUN));
      if (find_objects (self, at, &act, &own))
        {
          if (objects->n_relations == 0)
            *objects = own.objects;
          *end = own.end;
        }
      *end = MAX (*end, at + 1);
      return TRUE;
    }

  return FALSE;
}

/* Whether the form of the verb says that it has come to be: "has joined" and headlines' "joins",
 * but not "is joining", "to join". */
static gboolean
is_said (PlxPass       *self,
         int            index,
         const PlxVerb *verb,
         PlxAct         act)
{
  static PlxWordSet coming = { "when", "once", "before", "until", "till", "next", "tomorrow", "if",
                               NULL };

  if (verb->unreal)
    return FALSE;
  if (act == PLX_ACT_BELONG || act == PLX_ACT_BIND || act == PLX_ACT_FORM)
    return TRUE;
  if (verb->base && !verb->negated && !verb->perfect && !verb->infinitive)
    return plx_clause_is (self->clause, verb->main, "quit");

  /* "Joins" of the day's news; "when it joins" is yet to come. */
  if (verb->form == PLX_WORD_PRESENT && verb->main == plx_parse_at (self->parse, index)->end - 1 &&
      !verb->negated && !verb->perfect)
    {
      int token = plx_parse_at (self->parse, index)->start;

      for (int at = token - 4; at < token + 8; at++)
        {
          /* "Leaves before it is thrown out" */
          if (plx_clause_in (self->clause, at, coming) &&
              !(at > token && plx_clause_is (self->clause, at, "before")))
            return FALSE;
        }
    }

  return TRUE;
}

/* Whether the predicate is one that the voice of the verb allows: "was admitted", "joined". */
static gboolean
fits_voice (PlxPass       *self,
            int            index,
            const PlxVerb *verb,
            PlxAct         act)
{
  switch ((guint) act) /* the others say nothing of the kind */
    {
    case PLX_ACT_ADMIT:
    case PLX_ACT_EXPEL:
    case PLX_ACT_SUSPEND:
    case PLX_ACT_BIND:
      return verb->is_passive || (verb->participle && !verb->perfect);

    default:
      /* "Ratified by Peru" is the treaty. */
      return (!verb->is_passive || verb->yet) &&
             !(verb->participle && plx_parse_is (self->parse, index + 1, "by"));
    }
}

static gboolean
set_says (PlxPass       *self,
          PlxAct         act,
          const PlxVerb *verb,
          PlxPredicate  *predicate)
{
  gboolean ratified = FALSE;
  int end = predicate->end;

  predicate->is_event = TRUE;
  switch ((guint) act) /* the others say nothing of the kind */
    {
    case PLX_ACT_SIGN:
      predicate->says = PLX_SAYS_SIGNATORY;
      predicate->hint = PLX_FINDING_SIGNED;
      if (verb->negated)
        {
          predicate->says = PLX_SAYS_NON_MEMBER;
          predicate->hint = PLX_FINDING_NEVER_SIGNED;
        }
      if (plx_pass_sequel (self, predicate->end, &ratified, &predicate->objects, &end) &&
          !verb->negated)
        {
          predicate->hint = PLX_FINDING_PLAIN;
          if (ratified)
            predicate->says = PLX_SAYS_MEMBER;
          predicate->end = MAX (predicate->end, end);
        }
      return TRUE;

    case PLX_ACT_JOIN:
    case PLX_ACT_RATIFY:
    case PLX_ACT_ADMIT:
      predicate->says = plx_pass_invert (PLX_SAYS_MEMBER, verb->negated);
      if (verb->former)
        predicate->says = PLX_SAYS_WITHDRAWN;
      return TRUE;

    case PLX_ACT_BELONG:
    case PLX_ACT_FORM:
    case PLX_ACT_BIND:
      predicate->is_event = FALSE;
      predicate->is_past = verb->past || verb->perfect || verb->participle;
      predicate->says = plx_pass_invert (PLX_SAYS_MEMBER, verb->negated);
      if (verb->former)
        predicate->says = PLX_SAYS_WITHDRAWN;
      return TRUE;

    case PLX_ACT_LEAVE:
    case PLX_ACT_EXPEL:
      /* Not to have left says nothing of the day on which one came. */
      predicate->says = PLX_SAYS_WITHDRAWN;
      return !verb->negated;

    case PLX_ACT_SUSPEND:
      predicate->says = PLX_SAYS_SUSPENDED;
      return !verb->negated;

    default:
      return FALSE;
    }
}

/* Of whom the verb speaks: its subject, or who did what the infinitive or the participle tells. */
static gboolean
find_subject (PlxPass      *self,
              int           index,
              PlxPredicate *predicate,
              PlxVerb      *verb,
              PlxSubject   *subject)
{
  if (verb->infinitive)
    return plx_subject_of_infinitive (self, index, verb, subject);
  if (verb->gerund)
    return plx_subject_of_gerund (self, index, predicate->end, verb, subject) ||
           (plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_NOUN && verb->perfect &&
            plx_subject_of_verb (self, index, verb, subject));

  if (plx_subject_of_verb (self, index, verb, subject))
    return TRUE;
  if ((verb->act == PLX_ACT_SIGN || verb->act == PLX_ACT_RATIFY) && !verb->negated &&
      predicate->objects.n_relations > 0 && predicate->objects.relations[0]->is_treaty &&
      plx_subject_of_official (self, index, TRUE, subject))
    return TRUE;

  /* "Expelled from it in 2022, Russia" */
  return verb->participle && !verb->perfect && plx_parse_kind (self->parse, index - 1) ==
         PLX_PHRASE_END && plx_subject_behind_comma (self, predicate->end, subject);
}

/* "Joined it as an observer": as less than a member. */
static gboolean
is_as_guest (PlxPass *self,
             int      index)
{
  static PlxWordSet guests = { "observer", "observers", "guest", "guests", "candidate",
                               "candidates", "associate", "associates", "partner", "partners",
                               NULL };

  return plx_parse_is (self->parse, index, "as") &&
         plx_clause_in (self->clause, plx_parse_at (self->parse, index + 1)->end - 1, guests);
}

/* "Would be the second country after Burundi to leave": whoever did before. */
static void
report_forerunners (PlxPass            *self,
                    int                 index,
                    const PlxVerb      *verb,
                    const PlxPredicate *predicate)
{
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT ||
         plx_parse_is (self->parse, at, ","))
    at--;
  if (verb->infinitive && !verb->negated && plx_parse_is (self->parse, at, "after") &&
      (plx_parse_senses (self->parse, at - 1) & PLX_SENSE_RANK) != 0)
    plx_pass_forerunners (self, at, predicate);
}

/**
 * plx_pass_act:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads what is said with a verb of which countries are the subject, where there is one: "has
 * signed but not ratified", "joined", "was expelled from".
 */
void
plx_pass_act (PlxPass *self,
              int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  PlxPredicate predicate = { .start = index };
  PlxSubject subject = { 0 };
  PlxVerb verb = phrase->verb;
  gboolean found;
  PlxAct act;

  if (phrase->kind != PLX_PHRASE_VERB || verb.act == PLX_ACT_OTHER ||
      !find_objects (self, index, &act, &predicate))
    return;

  found = find_subject (self, index, &predicate, &verb, &subject);
  if (!fits_voice (self, index, &verb, act) || !is_said (self, index, &verb, act) ||
      !set_says (self, act, &verb, &predicate))
    return;

  if (predicate.is_event && verb.form == PLX_WORD_PRESENT && !verb.perfect && !verb.is_passive &&
      verb.main == phrase->end - 1 && plx_pass_is_scheduled (self, predicate.end))
    return;
  report_forerunners (self, index, &verb, &predicate);
  /* "Nearly all have ratified it; Cuba has not." */
  if (!found)
    {
      self->last = predicate;
      self->is_last_said = FALSE;
      return;
    }

  if (plx_pass_is_disclaimed (self, index) || plx_pass_is_asked (self, index) ||
      is_as_guest (self, predicate.end))
    return;

  if (subject.n_countries == 0 &&
      !plx_pass_list_behind (self, predicate.end, &predicate.end, &subject))
    return;
  if (act == PLX_ACT_FORM && subject.n_countries < 2 &&
      !plx_clause_is (self->clause, verb.main, "founded") &&
      plx_parse_kind (self->parse, index - 1) != PLX_PHRASE_RELATIVE)
    return;
  /* "Neither has left": nothing is said of when they came. */
  if (subject.negated && predicate.says != PLX_SAYS_MEMBER &&
      predicate.says != PLX_SAYS_SIGNATORY && predicate.says != PLX_SAYS_NON_MEMBER)
    return;

  if (subject.negated)
    {
      predicate.says = plx_pass_invert (predicate.says, TRUE);
      if (act == PLX_ACT_SIGN)
        predicate.hint = PLX_FINDING_NEVER_SIGNED;
    }
  plx_pass_report (self, &subject, &predicate);
}
