/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-ellipses"

#include "config.h"

#include "countries/plx-pass.h"

/* "…, nor is China", "…, as is Japan", "so does Peru": the verb before its subject. */
static gboolean
read_inverted (PlxPass    *self,
               int         index,
               gboolean   *negated,
               PlxSubject *subject)
{
  int at = index - 1, end;
  PlxPhraseKind behind;

  *negated = plx_parse_is (self->parse, at, "nor") || plx_parse_is (self->parse, at, "neither");
  if (!*negated && !plx_parse_is (self->parse, at, "so") && !plx_parse_is (self->parse, at, "as"))
    return FALSE;

  if (!*negated)
    *negated = self->last.says == PLX_SAYS_NON_MEMBER;

  end = plx_subject_list_ahead (self, index + 1, subject);
  behind = plx_parse_kind (self->parse, plx_pass_skip_aside (self, end));

  /* "Nor is Switzerland in NATO" says something of its own. */
  return end > index + 1 && behind != PLX_PHRASE_PREPOSITION && behind != PLX_PHRASE_NOUN;
}

/* "…, while China and Russia are not", "…; China isn't", "…, which it is not". */
static gboolean
read_bare (PlxPass    *self,
           int         index,
           gboolean   *negated,
           PlxSubject *subject)
{
  static PlxWordSet closers = { ",", ".", ";", ")", "--", NULL };
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  const PlxPhrase *next;
  PlxVerb verb = phrase->verb;
  int at = index + 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_is (self->parse, at, "so"))
    at++;
  next = plx_parse_at (self->parse, at);
  if (next->kind != PLX_PHRASE_END &&
      !(next->kind == PLX_PHRASE_MARK && plx_clause_in (self->clause, next->start, closers)))
    return FALSE;
  if (verb.unreal || verb.infinitive ||
      (!plx_subject_of_verb (self, index, &verb, subject) &&
       !(plx_parse_is (self->parse, index - 1, "it") &&
         plx_anaphora_it (self, phrase->start, subject))))
    return FALSE;

  *negated = verb.negated;

  return TRUE;
}

/* Whether the verb can stand for another that was said before. */
static gboolean
is_auxiliary (PlxPass         *self,
              const PlxPhrase *phrase)
{
  return phrase->kind == PLX_PHRASE_VERB &&
         (phrase->verb.is_bare ||
          (phrase->verb.is_copula && phrase->verb.act == PLX_ACT_OTHER)) &&
         !phrase->verb.gerund;
}

/**
 * plx_pass_ellipsis:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads a verb that takes up what was said of others before in the sentence.
 */
void
plx_pass_ellipsis (PlxPass *self,
                   int      index)
{
  PlxPredicate predicate = self->last;
  PlxSubject subject = { 0 };
  gboolean negated, inverted;

  if (self->last.objects.n_relations == 0 ||
      !is_auxiliary (self, plx_parse_at (self->parse, index)))
    return;

  /* "While Kenya has" takes up a membership; not that somebody left. */
  if (self->last.says != PLX_SAYS_MEMBER && self->last.says != PLX_SAYS_NON_MEMBER)
    return;

  inverted = read_inverted (self, index, &negated, &subject);
  if ((!inverted && !read_bare (self, index, &negated, &subject)) || subject.n_countries == 0 ||
      plx_pass_is_disclaimed (self, index))
    return;

  predicate.says = plx_pass_invert (PLX_SAYS_MEMBER, negated ^ subject.negated);
  predicate.start = index;
  predicate.end = index + 1;
  predicate.is_event = FALSE;
  plx_pass_report (self, &subject, &predicate);
}
