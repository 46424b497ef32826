/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-follow-ups"

#include "config.h"

#include "countries/plx-pass.h"

/* Of whom the verb at `index` speaks, where that is said to be so. */
static gboolean
find_subject (PlxPass    *self,
              int         index,
              PlxVerb    *verb,
              PlxSubject *subject)
{
  *verb = plx_parse_at (self->parse, index)->verb;

  return !verb->unreal && !verb->infinitive && !verb->gerund &&
         plx_subject_of_verb (self, index, verb, subject) && !verb->unreal &&
         subject->n_countries > 0 && !plx_pass_is_disclaimed (self, index) &&
         !plx_pass_is_asked (self, index);
}

/* "Tunisia did so in 2011", "Togo has not done so": the place behind it, or -1. */
static int
skip_did_so (PlxPass *self,
             int      index)
{
  const PlxVerb *verb = &plx_parse_at (self->parse, index)->verb;
  int end = plx_parse_at (self->parse, index)->end - 1;

  if (!verb->is_bare || plx_parse_word (self->parse, end)->word_class != PLX_WORD_DO)
    return -1;
  /* "Did so well" is another thing. */
  if (plx_parse_is (self->parse, index + 1, "so"))
    return plx_parse_kind (self->parse, index + 2) == PLX_PHRASE_NOUN ? -1 : index + 2;

  return plx_parse_is (self->parse, index + 1, "likewise") ||
         (plx_parse_is (self->parse, index + 1, "the") &&
          plx_clause_is (self->clause, plx_parse_at (self->parse, index + 1)->end - 1, "same"))
           ? index + 2 : -1;
}

/* "Romania followed in 2007", "Chad followed suit": the place behind it, or -1. */
static int
skip_followed (PlxPass *self,
               int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  int at = index + 1;

  if (!plx_clause_is (self->clause, phrase->verb.main, "followed") || phrase->verb.is_passive)
    return -1;

  if (plx_parse_is (self->parse, at, "suit"))
    return at + 1;
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_END ||
      plx_parse_is (self->parse, at, ".") || plx_parse_is (self->parse, at, ",") ||
      plx_pass_skip_aside (self, at) > at)
    return at;

  /* "Followed three years after" */
  return plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN &&
         (plx_parse_at (self->parse, at)->senses & PLX_SENSE_SPAN) != 0 ? at + 1 : -1;
}

/**
 * plx_pass_follow_up:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads a verb that only tells that another did what was said before of the first: "did so in
 * 2011", "has not done the same", "followed suit".
 */
void
plx_pass_follow_up (PlxPass *self,
                    int      index)
{
  PlxPredicate predicate = self->last;
  PlxSubject subject = { 0 };
  PlxVerb verb;
  gboolean followed = FALSE;
  int end;

  if (self->last.objects.n_relations == 0 ||
      plx_parse_kind (self->parse, index) != PLX_PHRASE_VERB)
    return;

  end = skip_did_so (self, index);
  if (end < 0)
    {
      end = skip_followed (self, index);
      followed = TRUE;
    }
  if (end < 0 || (followed && !self->last.is_event) ||
      !find_subject (self, index, &verb, &subject))
    return;

  if (verb.negated || subject.negated)
    {
      /* That somebody has not left says nothing of when they came. */
      if (followed || (predicate.says != PLX_SAYS_MEMBER && predicate.says != PLX_SAYS_SIGNATORY))
        return;
      if (predicate.says == PLX_SAYS_SIGNATORY)
        predicate.hint = PLX_FINDING_NEVER_SIGNED;
      predicate.says = PLX_SAYS_NON_MEMBER;
    }
  else if (predicate.says == PLX_SAYS_NON_MEMBER)
    {
      predicate.says = PLX_SAYS_MEMBER;
    }
  predicate.start = index;
  predicate.end = end;
  plx_pass_report (self, &subject, &predicate);
}

/**
 * plx_pass_forerunners:
 * @self: a pass
 * @index: the place behind a noun with a rank: "the third member of it", "the second country"
 * @predicate: what is said of it, which may be yet to come
 *
 * Reads who came before it: "would be the third Asian member after Japan and South Korea", "the
 * second country after Burundi to leave".
 *
 * Returns: the place behind them, or @index where nobody is named
 */
int
plx_pass_forerunners (PlxPass            *self,
                      int                 index,
                      const PlxPredicate *predicate)
{
  PlxSubject subject = { 0 };
  PlxPredicate own = *predicate;
  int at = index + plx_parse_is (self->parse, index, ","), end;

  if (!plx_parse_is (self->parse, at, "after"))
    return index;

  end = plx_subject_list_ahead (self, at + 1, &subject);
  /* "The third member after Greece joined" has a verb. */
  if (end == at + 1 ||
      (plx_parse_kind (self->parse, end) == PLX_PHRASE_VERB &&
       !plx_parse_at (self->parse, end)->verb.infinitive))
    return index;

  own.end = end;
  plx_pass_report (self, &subject, &own);

  return end;
}
