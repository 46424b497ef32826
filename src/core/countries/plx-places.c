/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-places"

#include "config.h"

#include "countries/plx-pass.h"

/* Whether a verb says where its subject is: "is", "stayed", "has been kept", "stands". */
static gboolean
is_being (const PlxVerb *verb)
{
  return verb->is_copula || verb->act == PLX_ACT_PLACE ||
         (verb->is_passive && (verb->act == PLX_ACT_BECOME || verb->act == PLX_ACT_LEAVE));
}

/* "Slovenia, in NATO since 2004,": what stands between the commas only tells where, and since
 * when. */
static gboolean
is_whole_insertion (PlxPass *self,
                    int      end)
{
  return plx_parse_kind (self->parse, end) == PLX_PHRASE_MARK ||
         plx_parse_kind (self->parse, end) == PLX_PHRASE_END ||
         plx_parse_is (self->parse, end, "since") || plx_parse_is (self->parse, end, "for") ||
         plx_parse_kind (self->parse, end) == PLX_PHRASE_JOINT ||
         plx_parse_kind (self->parse, end) == PLX_PHRASE_ADVERB;
}

/* "European countries outside NATO, such as Ireland". */
static gboolean
take_generic (PlxPass      *self,
              int           index,
              PlxPredicate *predicate,
              PlxVerb      *verb,
              PlxSubject   *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  int end = predicate->end;

  /* "Is the only Central Asian capital outside the SCO" */
  if ((noun->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES | PLX_SENSE_MEMBER)) != 0 &&
      noun->kind == PLX_PHRASE_NOUN &&
      (plx_parse_senses (self->parse, index) & PLX_SENSE_RANK) != 0)
    return plx_subject_of_predicate (self, index, end, FALSE, verb, subject);

  if (noun->kind != PLX_PHRASE_NOUN || (noun->senses & PLX_SENSE_STATES) == 0)
    return FALSE;
  /* "Remains one of the few countries outside the ICC" */
  if ((plx_parse_is (self->parse, index - 1, "of") ||
       plx_parse_is (self->parse, index - 1, "among")) &&
      plx_subject_of_predicate (self, index, end, TRUE, verb, subject) && subject->n_countries > 0)
    return TRUE;

  *verb = (PlxVerb) { 0 };

  return plx_pass_list_behind (self, end, &predicate->end, subject);
}

static gboolean
is_inside (PlxPass *self,
           int      index)
{
  return (plx_parse_at (self->parse, index)->senses & PLX_SENSE_INSIDE) != 0;
}

static gboolean
closes (PlxPass *self,
        int      index)
{
  return plx_parse_kind (self->parse, index) == PLX_PHRASE_MARK ||
         plx_parse_kind (self->parse, index) == PLX_PHRASE_END;
}

/**
 * plx_subject_of_headline:
 * @self: a pass
 * @index: the place of what says how one stands
 * @before: the place of what stands before that and all that only tells how it is meant
 * @end: the place behind what says how one stands
 * @subject: filled with what is found
 *
 * Finds of whom a headline speaks that leaves its verb out: "Kosovo not in NATO", "Turkey still no
 * EU member, minister says". An adverb or a "not" tells it from "troops in Poland".
 *
 * Returns: whether there are any
 */
gboolean
plx_subject_of_headline (PlxPass    *self,
                         int         index,
                         int         before,
                         int         end,
                         PlxSubject *subject)
{
  int first;

  if (before == index - 1 || !closes (self, end) ||
      plx_clause_at (self->clause, plx_parse_at (self->parse, before)->end - 1)->kind !=
      PLX_TOKEN_COUNTRY)
    return FALSE;

  first = plx_subject_list_back (self, before, TRUE, subject);

  return plx_parse_kind (self->parse, first - 1) == PLX_PHRASE_END ||
         (plx_parse_is (self->parse, first - 1, ",") &&
          plx_parse_kind (self->parse, first - 2) == PLX_PHRASE_PREPOSITION);
}

/* "Finland in, Sweden still out of NATO": of whom the opposite is said before. */
static void
report_counterpart (PlxPass            *self,
                    const PlxPredicate *predicate,
                    int                 before)
{
  PlxSubject other = { 0 };
  PlxPredicate own = *predicate;
  int first = plx_subject_list_back (self, before, FALSE, &(PlxSubject) { 0 });
  int place = first - 2, start;

  if (!plx_parse_is (self->parse, first - 1, ",") ||
      (!plx_parse_is (self->parse, place, "in") && !plx_parse_is (self->parse, place, "out")))
    return;

  for (start = place - 1; plx_parse_kind (self->parse, start) == PLX_PHRASE_ADVERB; start--)
    {
    }
  if (plx_subject_list_back (self, start, FALSE, &other) > start)
    return;

  own.says = plx_parse_is (self->parse, place, "in") ? PLX_SAYS_MEMBER : PLX_SAYS_NON_MEMBER;
  plx_pass_report (self, &other, &own);
}

/**
 * plx_subject_of_inversion:
 * @self: a pass
 * @index: the place of a noun
 * @subject: filled with what is found
 *
 * Finds of whom a verb speaks that stands before its subject: "nor is it in NATO", "neither is
 * Chad a member".
 *
 * Returns: whether there are any; they are denied
 */
gboolean
plx_subject_of_inversion (PlxPass    *self,
                          int         index,
                          PlxSubject *subject)
{
  int first = plx_subject_list_back (self, index, FALSE, &(PlxSubject) { 0 });
  const PlxPhrase *verb = plx_parse_at (self->parse, first - 1);

  if (first > index || verb->kind != PLX_PHRASE_VERB || !verb->verb.is_copula ||
      verb->verb.unreal ||
      !(plx_parse_is (self->parse, first - 2, "nor") ||
        plx_parse_is (self->parse, first - 2, "neither") ||
        plx_parse_kind (self->parse, first - 2) == PLX_PHRASE_NEGATION))
    return FALSE;

  plx_subject_list_back (self, index, FALSE, subject);
  subject->negated = !subject->negated ^ verb->verb.negated;

  return TRUE;
}

/* Of whom it is said where there is no verb: "London, outside the EU,", "outside the EU, Norway",
 * "not in the EU but in NATO". */
static gboolean
find_subject (PlxPass       *self,
              int            index,
              int            before,
              PlxPredicate  *predicate,
              PlxVerb       *verb,
              PlxSubject    *subject)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, before);
  int end = predicate->end;

  switch ((guint) phrase->kind)
    {
    case PLX_PHRASE_MARK:
      return is_whole_insertion (self, end) &&
             plx_subject_before_mark (self, before, TRUE, subject);

    case PLX_PHRASE_END:
      /* "Albania: in NATO, but still outside the EU" */
      if (plx_parse_is (self->parse, before, ":"))
        return plx_subject_list_back (self, before - 1, FALSE, subject) <= before - 1 &&
               plx_parse_kind (self->parse, before - 1 - (int) subject->n_countries * 2 + 1) ==
               PLX_PHRASE_END;
      return (plx_parse_is (self->parse, index, "inside") ||
              plx_parse_is (self->parse, index, "outside") || before < index - 1) &&
             plx_parse_is (self->parse, end, ",") &&
             plx_subject_behind_comma (self, end, subject);

    case PLX_PHRASE_JOINT:
      /* "Is neutral and not in NATO", "a member of this but outside that" */
      if (self->is_last_said && self->last.end >= before - 2)
        {
          *subject = self->last_subject;
          subject->negated = FALSE;
          return subject->n_countries > 0;
        }
      for (int at = before - 1; at >= 0; at--)
        {
          PlxVerb other = plx_parse_at (self->parse, at)->verb;

          if (plx_parse_kind (self->parse, at) == PLX_PHRASE_END)
            return FALSE;
          /* "Ireland, neutral and outside NATO," */
          if (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK && at == before - 2 &&
              plx_clause_at (self->clause, plx_parse_at (self->parse, at + 1)->end - 1)->country ==
              NULL && is_whole_insertion (self, end))
            return plx_subject_before_mark (self, at, TRUE, subject);
          if (plx_parse_kind (self->parse, at) != PLX_PHRASE_VERB)
            continue;
          verb->unreal |= other.unreal;
          return is_being (&other) && plx_subject_of_verb (self, at, &other, subject);
        }
      return FALSE;

    case PLX_PHRASE_NOUN:
      if (plx_subject_of_inversion (self, before, subject))
        return TRUE;
      return plx_subject_of_headline (self, index, before, end, subject) ||
             take_generic (self, before, predicate, verb, subject);

    default:
      return FALSE;
    }
}

/* Of whom the verb at `before` says where it is. */
static gboolean
find_verb (PlxPass      *self,
           int           index,
           int           before,
           gboolean      negated,
           PlxPredicate *predicate,
           PlxVerb      *verb,
           PlxSubject   *subject)
{
  *verb = plx_parse_at (self->parse, before)->verb;
  if (!is_being (verb) && !(plx_parse_is (self->parse, index, "part") &&
                            (verb->act == PLX_ACT_FORM ||
                             plx_clause_is (self->clause, verb->main, "makes"))))
    return FALSE;

  predicate->start = before;
  predicate->is_past = verb->past || verb->perfect;
  if (verb->infinitive)
    return plx_subject_of_infinitive (self, before, verb, subject);

  /* "Was in" may be no more. */
  if (verb->past && !verb->perfect && !verb->is_passive && !negated && !verb->negated &&
      plx_parse_is (self->parse, index, "in"))
    verb->unreal = TRUE;

  return plx_subject_of_verb (self, before, verb, subject) ||
         (verb->gerund && plx_subject_behind_comma (self, predicate->end, subject));
}

/**
 * plx_pass_place:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads what is said with a preposition, where there is one: "is in NATO", "stays outside the EU",
 * "part of the bloc".
 */
void
plx_pass_place (PlxPass *self,
                int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER, .start = index };
  PlxSubject subject = { 0 };
  PlxVerb verb = { 0 };
  PlxApproach approach = { 0 };
  gboolean negated, found;

  if (phrase->kind != PLX_PHRASE_PREPOSITION ||
      (phrase->senses & (PLX_SENSE_INSIDE | PLX_SENSE_OUTSIDE)) == 0 ||
      plx_parse_is (self->parse, index, "among") || plx_parse_is (self->parse, index, "into") ||
      (plx_parse_is (self->parse, index, "out") && phrase->end - phrase->start == 1) ||
      !plx_pass_objects (self, index + 1, &predicate.objects))
    return;

  predicate.end = predicate.objects.end;
  plx_pass_approach (self, index, &approach);
  negated = approach.negated ^ approach.none;
  if (plx_parse_kind (self->parse, approach.before) == PLX_PHRASE_VERB)
    found = find_verb (self, index, approach.before, negated, &predicate, &verb, &subject);
  else
    found = find_subject (self, index, approach.before, &predicate, &verb, &subject);

  /* "Not all are in it: Cyprus is not." */
  if (!found && verb.is_copula && !verb.unreal && is_inside (self, index))
    {
      self->last = predicate;
      self->is_last_said = FALSE;
    }
  if (verb.unreal || !found || plx_pass_is_disclaimed (self, predicate.start) ||
      plx_pass_is_asked (self, index))
    return;
  if (subject.n_countries == 0 &&
      !plx_pass_list_behind (self, predicate.end, &predicate.end, &subject))
    return;

  /* "Is not outside": that is to be in it, but nobody says so of the day. */
  negated ^= verb.negated;
  if (negated && !is_inside (self, index))
    return;

  predicate.says = plx_pass_invert (is_inside (self, index) ? PLX_SAYS_MEMBER
                                                            : PLX_SAYS_NON_MEMBER,
                                    negated ^ subject.negated);
  if (verb.former || (approach.former && is_inside (self, index) && !negated))
    predicate.says = PLX_SAYS_WITHDRAWN;

  plx_pass_report (self, &subject, &predicate);
  if (plx_parse_kind (self->parse, approach.before) == PLX_PHRASE_NOUN)
    report_counterpart (self, &predicate, approach.before);
}
