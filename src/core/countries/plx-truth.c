/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-truth"

#include "config.h"

#include "countries/plx-pass.h"

/* How far before "that" what governs it may begin, in phrases. */
#define LONGEST_GOVERNOR 5

/* "It is not true that", "it is far from certain that". */
static gboolean
is_untrue (PlxPass *self,
           int      index)
{
  static PlxWordSet truths = { "true", "clear", "certain", "correct", "sure", "right", "proven",
                               "case", "fact",
                               NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxPhrase *before = plx_parse_at (self->parse, index - 1);

  return noun->kind == PLX_PHRASE_NOUN &&
         plx_clause_in (self->clause, noun->end - 1, truths) &&
         ((before->kind == PLX_PHRASE_VERB && (before->verb.negated || before->verb.unreal)) ||
          before->kind == PLX_PHRASE_NEGATION || plx_parse_is (self->parse, index - 1, "from"));
}

/* "Nobody disputes that": a subject that denies, before the verb at `index`. */
static gboolean
is_nobody (PlxPass *self,
           int      index)
{
  for (int at = index - 1; at >= 0 && at >= index - LONGEST_GOVERNOR; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END || phrase->kind == PLX_PHRASE_MARK ||
          phrase->kind == PLX_PHRASE_VERB)
        return FALSE;
      if (phrase->kind == PLX_PHRASE_NOUN && phrase->negative)
        return TRUE;
    }

  return FALSE;
}

/* "Egypt claims that", "nobody doubts that": nouns that are verbs behind another, and take what
 * follows for so. */
static gboolean
is_said_by (PlxPass *self,
            int      index)
{
  static PlxWordSet sayings = { "claims", "reports", "claim", "report", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  gboolean own = noun->end - noun->start == 1 &&
                 plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_NOUN;

  if (noun->kind != PLX_PHRASE_NOUN)
    return FALSE;
  if (plx_clause_is (self->clause, noun->end - 1, "doubts"))
    return own && plx_parse_at (self->parse, index - 1)->negative;

  return plx_clause_in (self->clause, noun->end - 1, sayings) &&
         (own || plx_clause_kind (self->clause, noun->end - 2) == PLX_TOKEN_COUNTRY);
}

/* "Does not mean that", "never said that", "nobody believes that": verbs that take nothing for so
 * where they are denied. "Did not know that" does. */
static gboolean
is_not_held (PlxPass *self,
             int      index)
{
  static PlxWordSet holding = {
    "say", "says", "said", "saying", "claim", "claimed", "claiming", "argue", "argues", "argued",
    "arguing", "contend", "contends", "contended", "assert", "asserts", "asserted", "allege",
    "alleges", "alleged", "maintain", "maintains", "maintained", "insist", "insists", "insisted",
    "believe", "believes", "believed", "think", "thinks", "thought", "mean", "means", "meant",
    "imply", "implies", "implied", "follow", "follows", "followed", "prove", "proves", "proved",
    "proven", "show", "shows", "showed", "shown", "suggest", "submit", "submits", "submitted",
    "state", "states", "stated", "agree", "agrees", "agreed", NULL };
  const PlxVerb *verb = &plx_parse_at (self->parse, index)->verb;

  return plx_clause_in (self->clause, verb->main, holding) &&
         verb->negated != is_nobody (self, index);
}

/* Whether what governs "that" at `index` says that what follows is not so, or not yet. */
static gboolean
is_governed (PlxPass *self,
             int      index)
{
  for (int at = index - 1; at >= 0 && at >= index - LONGEST_GOVERNOR; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END || phrase->kind == PLX_PHRASE_SUBORDINATOR)
        return FALSE;
      if (is_said_by (self, at))
        return FALSE;
      if ((phrase->senses & PLX_SENSE_TALE) != 0 || is_untrue (self, at))
        return TRUE;
      if (phrase->kind == PLX_PHRASE_VERB)
        return (phrase->verb.act == PLX_ACT_WISH || is_not_held (self, at) ||
                (phrase->verb.act == PLX_ACT_DENY &&
                 phrase->verb.negated == is_nobody (self, at)) ||
                (phrase->verb.act == PLX_ACT_LIKEN && phrase->verb.unreal)) ||
               (plx_parse_senses (self->parse, at - 1) & PLX_SENSE_TALE) != 0;
    }

  return FALSE;
}

/* "Denied this and noted that": what governs "that" stands beside another verb, not under it. */
static gboolean
is_parallel (PlxPass *self,
             int      index)
{
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB)
    at--;

  return plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT;
}

/* "Hopes Turkey joins": without "that". */
static gboolean
is_wished (PlxPass *self,
           int      index)
{
  const PlxPhrase *governor;

  /* "A member" stands behind its own verb. */
  if (plx_parse_kind (self->parse, index) == PLX_PHRASE_NOUN &&
      plx_parse_at (self->parse, index - 1)->verb.is_copula)
    index--;
  governor = plx_parse_at (self->parse, index - 2);

  return plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_NOUN &&
         governor->kind == PLX_PHRASE_VERB &&
         (governor->verb.act == PLX_ACT_WISH || governor->verb.act == PLX_ACT_DENY ||
          is_not_held (self, index - 2)) &&
         !governor->verb.is_passive;
}

/**
 * plx_pass_is_disclaimed:
 * @self: a pass
 * @index: the place where a predicate starts
 *
 * Tells whether the sentence only supposes what it says there, or tells what somebody denies,
 * doubts, hopes or wrongly says: "if Sudan were", "denied that", "it is wrong that", "rumours
 * that".
 *
 * Returns: whether it is no statement
 */
gboolean
plx_pass_is_disclaimed (PlxPass *self,
                        int      index)
{
  gboolean crossed = FALSE;

  if (is_wished (self, index))
    return TRUE;

  for (int at = index - 1; at >= 0; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END)
        return FALSE;

      if (phrase->kind == PLX_PHRASE_MARK)
        {
          int opening = plx_pass_opening (self, at);

          /* "If, as it says, Kenya": the insertion changes nothing. */
          if (opening > 0)
            at = opening;
          else
            crossed = TRUE;
        }
      else if (phrase->kind == PLX_PHRASE_SUBORDINATOR && !crossed &&
               (phrase->senses & PLX_SENSE_CONDITION) != 0)
        {
          return TRUE;
        }
      else if (plx_parse_is (self->parse, at, "that") &&
               phrase->kind == PLX_PHRASE_SUBORDINATOR && is_governed (self, at))
        {
          return TRUE;
        }
      else if (plx_parse_is (self->parse, at, "that") &&
               phrase->kind == PLX_PHRASE_SUBORDINATOR && is_parallel (self, at))
        {
          return FALSE;
        }
    }

  return FALSE;
}

/**
 * plx_pass_is_asked:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Returns: whether it stands in a question
 */
gboolean
plx_pass_is_asked (PlxPass *self,
                   int      index)
{
  for (int at = index; at < (int) self->parse->phrases->len; at++)
    {
      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_END)
        return plx_parse_is (self->parse, at, "?");
    }

  return FALSE;
}
