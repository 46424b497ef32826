/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nouns"

#include "config.h"

#include "countries/plx-pass.h"

#include <string.h>

static PlxWordSet noun_adjectives = { "a", "an", "the", "one", "of", "its", "their", "full",
                                      "founding", "fellow", "among", "original", "active", "such",
                                      "committed", "-", "longstanding",
                                      "early", "enthusiastic", "loyal", "other", "only", "few",
                                      "charter", "own", "key", "first", "permanent", "leading",
                                      "two", "three", "long", "time", "standing", "last",
                                      "established", NULL };
static PlxWordSet states = { "state", "country", "nation", "states", "countries", "nations", NULL };
static PlxWordSet formers = { "former", "one-time", "erstwhile", "ex", NULL };
static PlxWordSet openers = { ",", "--", "(", NULL };

/* "Member state", "member-states": the second word, from `index` on. Returns the
 * token behind it. */
static int
read_state (PlxPass  *self,
            int       index,
            gboolean *plural)
{
  static PlxWordSet one = { "state", "country", "nation", NULL };
  static PlxWordSet many = { "states", "countries", "nations", NULL };
  int at = index;

  if (plx_clause_is (self->clause, at, "-"))
    at++;

  if (!plx_clause_in (self->clause, at, one) && !plx_clause_in (self->clause, at, many))
    return index;

  *plural = plx_clause_in (self->clause, at, many);

  return at + 1;
}

/* "Newest", "oldest", "smallest"; what else ends like them does not stand before a member. */
static gboolean
is_superlative (const char *word)
{
  return strlen (word) > 4 && g_str_has_suffix (word, "est");
}

/* "The smallest economy in", "the only country in": one of those that are in it. */
static gboolean
is_first_of_all (PlxPass *self,
                 int      index)
{
  static PlxWordSet ranks = { "only", "most", "last", NULL };

  for (int at = index - 1; at > index - 4; at--)
    {
      if (is_superlative (plx_clause_at (self->clause, at)->word) ||
          plx_clause_in (self->clause, at, ranks))
        return plx_clause_is (self->clause, index + 1, "in") ||
               (plx_clause_is (self->clause, at - 1, "'s") &&
                plx_clause_kind (self->clause, at - 2) == PLX_TOKEN_RELATION);
    }

  return FALSE;
}

/* "An EU country", "NATO ally Turkey", "among the founders of", "the largest economy in". */
static gboolean
read_other_noun (PlxPass *self,
                 int      index,
                 PlxNoun *noun)
{
  static PlxWordSet allies = { "ally", "allies", NULL };
  static PlxWordSet founders = { "founder", "founders", "cofounder", "cofounders", NULL };
  static PlxWordSet economies = { "economy", "economies", "powers", "power", "democracy",
                                  "country", "nation", "state", NULL };
  static PlxWordSet members = { "member", "signatory", "party", "members", "parties",
                                "signatories", "-", NULL };
  PlxClause *clause = self->clause;

  noun->start = index;
  noun->end = index + 1;
  noun->plural = g_str_has_suffix (plx_clause_at (clause, index)->word, "s");
  noun->is_ally = plx_clause_in (clause, index, allies);
  noun->is_seat = plx_clause_is (clause, index, "seat") || plx_clause_is (clause, index, "seats");
  noun->is_first = plx_clause_in (clause, index, economies) && is_first_of_all (self, index);
  noun->is_state = !noun->is_first && plx_clause_in (clause, index, states) &&
                   !plx_clause_in (clause, index - 1, members) &&
                   !plx_clause_in (clause, index + 1, members);

  return noun->is_ally || noun->is_seat || noun->is_first || noun->is_state ||
         plx_clause_in (clause, index, founders);
}

/* "Member state", "states parties", "signatory", "non-member". */
static gboolean
read_noun (PlxPass *self,
           int      index,
           PlxNoun *noun)
{
  static PlxWordSet singulars = { "member", "party", "signatory", "nonmember",
                                  "nonsignatory", NULL };
  static PlxWordSet plurals = { "members", "parties", "signatories", "nonmembers",
                                "nonsignatories", NULL };
  static PlxWordSet signatories = { "signatory", "signatories", "nonsignatory", "nonsignatories",
                                    NULL };
  static PlxWordSet before_parties = { "state", "states", NULL };
  PlxClause *clause = self->clause;

  memset (noun, 0, sizeof *noun);
  noun->plural = plx_clause_in (clause, index, plurals);
  if (!noun->plural && !plx_clause_in (clause, index, singulars))
    return read_other_noun (self, index, noun);

  noun->start = index;
  noun->signatory = plx_clause_in (clause, index, signatories);
  noun->complete = noun->signatory;
  noun->denied = g_str_has_prefix (plx_clause_at (clause, index)->word, "non");
  noun->end = read_state (self, index + 1, &noun->plural);

  if (plx_clause_in (clause, index - 1, before_parties))
    {
      noun->start--;
      noun->complete = TRUE;
    }

  return TRUE;
}

/* "Non-member", "non-ICC member". */
static void
read_non (PlxPass *self,
          PlxNoun *noun)
{
  if (plx_clause_is (self->clause, noun->start - 1, "-") &&
      plx_clause_is (self->clause, noun->start - 2, "non"))
    {
      noun->denied = TRUE;
      noun->start -= 2;
    }
}

/* The relation of a noun that stands without one: that of the sentence. */
static const PlxRelationInfo *
relation_of_topic (PlxPass       *self,
                   const PlxNoun *noun)
{
  static PlxWordSet behind = { "and", "but", "either", "while", "so", "or", "yet", "too", "itself",
                               "which", "although", "though", "because", "since", "such",
                               "including", "include", "like", NULL };
  const PlxRelationInfo *relation;
  PlxTokenKind kind = plx_clause_kind (self->clause, noun->end);

  /* "An economy", "a country": of the relation nothing is said. */
  if (noun->is_state || noun->is_ally || noun->is_seat || noun->is_first)
    return NULL;

  if (kind != PLX_TOKEN_MARK && !plx_clause_in (self->clause, noun->end, behind) &&
      !(kind == PLX_TOKEN_COUNTRY && noun->plural))
    return NULL;

  relation = plx_pass_topic (self, noun->start);
  if (relation == NULL && noun->complete)
    relation = self->resolve ("statute", self->user_data);
  /* "A non-member, Pakistan ignored the ICC": named further on. */
  if (relation == NULL && noun->denied)
    relation = plx_pass_coming (self, noun->end, NULL);
  if (relation == NULL && noun->complete)
    relation = plx_pass_coming (self, noun->end, "statute");

  return relation;
}

/* "A NATO *and an* EU member", "EU *but not* NATO members": the relation before, and where all that
 * begins. */
static int
read_joined_modifier (PlxPass *self,
                      PlxNoun *noun,
                      int      index)
{
  static PlxWordSet articles = { "a", "an", "the", NULL };
  static PlxWordSet joints = { "and", "but", "or", NULL };
  int at = index - 1;

  if (plx_clause_in (self->clause, at, articles))
    at--;
  if (plx_clause_is (self->clause, at, "not"))
    at--;
  if (!plx_clause_in (self->clause, at, joints))
    return index;

  noun->other = plx_clause_at (self->clause, at - 1)->relation;
  noun->contrast = noun->other != NULL && plx_clause_is (self->clause, at + 1, "not");

  return noun->other != NULL ? at - 1 : index;
}

/* The relation of the noun: before it, behind it, or the one the sentence is about. */
static const PlxRelationInfo *
relation_of_noun (PlxPass *self,
                  PlxNoun *noun)
{
  static PlxWordSet links = { "of", "to", "in", "on", NULL };
  static PlxWordSet pairs = { "neither", "either", "both", NULL };
  static PlxWordSet joints = { "nor", "or", "and", NULL };
  static PlxWordSet articles = { "a", "an", "the", NULL };
  const PlxRelationInfo *relation;
  gboolean denied = FALSE;
  int start = noun->start, end = noun->end;

  read_non (self, noun);

  relation = plx_pass_modifier (self, noun->start, &start);
  if (relation != NULL)
    {
      start = read_joined_modifier (self, noun, start);
      noun->start = start;
      read_non (self, noun);
      return noun->is_ally && (noun->denied || !g_strv_contains (relation->vague, "alliance"))
               ? NULL : relation;
    }

  /* "A member neither of the EU nor of NATO" */
  if (plx_clause_in (self->clause, noun->end, pairs) &&
      plx_clause_in (self->clause, noun->end + 1, links))
    {
      denied = plx_clause_is (self->clause, noun->end, "neither");
      noun->end++;
    }

  /* "Neither a member nor an observer of it" */
  if (plx_clause_in (self->clause, noun->end, joints) &&
      plx_clause_in (self->clause, noun->end + 1, articles) &&
      plx_clause_in (self->clause, noun->end + 3, links))
    noun->end += 3;

  if (!plx_clause_in (self->clause, noun->end, links))
    return relation_of_topic (self, noun);

  if (noun->is_state || noun->is_ally)
    return NULL;

  relation = plx_pass_object (self, noun->end + 1, &end);
  /* "Applied to the EU, but is no member of it" */
  if (relation == NULL && plx_clause_is (self->clause, noun->end + 1, "it") &&
      (relation = plx_pass_topic (self, noun->start)) != NULL)
    end = noun->end + 2;
  if (relation != NULL)
    noun->end = end;
  noun->denied ^= relation != NULL && (self->object_denied || denied);

  return relation;
}

/* Of some bodies only members of one kind are the relation: permanent ones. */
static gboolean
has_adjective (PlxPass               *self,
               const PlxNoun         *noun,
               const PlxRelationInfo *relation)
{
  if (*relation->adjective == '\0')
    return !noun->is_seat;

  for (int at = noun->start - 1; at >= noun->start - 2; at--)
    {
      if (plx_clause_is (self->clause, at, relation->adjective))
        return !plx_clause_is (self->clause, at - 1, "-") &&
               !plx_clause_is (self->clause, at - 1, "non");
    }

  return FALSE;
}

/* "The only *Latin American* members": what kind of countries they are. */
static gboolean
is_kind_of_country (PlxClause *clause,
                    int        index)
{
  static PlxWordSet before = { "the", "only", "few", "other", "african", "european", "asian",
                               "arab", NULL };

  if (plx_clause_kind (clause, index) == PLX_TOKEN_DEMONYM)
    return TRUE;

  return plx_clause_kind (clause, index) == PLX_TOKEN_WORD && index > 0 &&
         plx_clause_at (clause, index)->is_capital && plx_clause_in (clause, index - 1, before);
}

/* "Veto-wielding", "long-time": its last word, or the first. */
static gboolean
is_compound (PlxClause *clause,
             int        index)
{
  return plx_clause_kind (clause, index) == PLX_TOKEN_WORD &&
         (plx_clause_is (clause, index - 1, "-") || plx_clause_is (clause, index + 1, "-"));
}

static int
skip_noun_adjectives (PlxPass *self,
                      int      index,
                      PlxVerb *verb)
{
  static PlxWordSet unreal = { "potential", "future", "prospective", "aspiring", "would",
                               "possible",
                               "likely", "honorary", "associate", "candidate", "hopeful", "alleged",
                               "supposed", "imaginary", NULL };
  static PlxWordSet articles = { "a", "an", "the", "its", "their", NULL };

  while (plx_clause_in (self->clause, index, noun_adjectives) ||
         (plx_clause_kind (self->clause, index) == PLX_TOKEN_WORD &&
          plx_clause_in (self->clause, index - 1, articles)) ||
         is_compound (self->clause, index) || is_kind_of_country (self->clause, index) ||
         is_superlative (plx_clause_at (self->clause, index)->word) ||
         plx_clause_in (self->clause, index, formers) ||
         plx_clause_kind (self->clause, index) == PLX_TOKEN_NUMBER ||
         g_ascii_isdigit (*plx_clause_at (self->clause, index)->word))
    {
      verb->former |= plx_clause_in (self->clause, index, formers);
      verb->unreal |= plx_clause_in (self->clause, index, unreal);
      index--;
    }

  return index;
}

/* "Since it is a member, Kenya must": a pronoun may also look forward. */
static gboolean
read_subject (PlxPass       *self,
              const PlxNoun *noun,
              const PlxVerb *verb,
              PlxSubject    *subject)
{
  static PlxWordSet pronouns = { "it", "they", NULL };

  if (plx_clause_in (self->clause, verb->start - 1, pronouns) && verb->start <= 2 &&
      plx_pass_fronted (self, noun, subject))
    return TRUE;

  if (plx_subject_before (self->clause, self->previous, verb->start, verb->singular, subject))
    return TRUE;

  /* "Not being a member of it, India could" */
  if (verb->start <= 1 && plx_clause_is (self->clause, verb->start + verb->negated, "being") &&
      plx_pass_fronted (self, noun, subject))
    return TRUE;

  /* "Pretoria, being a party to it, had to" */
  return plx_clause_is (self->clause, verb->start + verb->negated, "being") &&
         plx_clause_in (self->clause, verb->start - 1, openers) &&
         plx_subject_of_apposition (self->clause, self->previous, verb->start - 2, !noun->plural,
                                    subject);
}

/* "Holds a permanent seat on": who. */
static gboolean
read_holder (PlxPass    *self,
             int         index,
             PlxVerb    *verb,
             PlxSubject *subject)
{
  static PlxWordSet holders = { "holds", "hold", "has", "have", "occupies", "held", "keeps", NULL };

  while (index > 0 && !plx_clause_in (self->clause, index, holders) &&
         plx_clause_in (self->clause, index, noun_adjectives))
    index--;

  if (!plx_clause_in (self->clause, index, holders) || verb->unreal)
    return FALSE;

  *verb = (PlxVerb) { 0 };
  plx_pass_verb (self, index - 1, verb);

  return !verb->unreal &&
         plx_subject_before (self->clause, self->previous, verb->start, FALSE, subject);
}

/* "Was a member until 2020", "a member until 2020", "was a member for 47 years". */
static gboolean
is_over (PlxPass       *self,
         const PlxNoun *noun,
         const PlxVerb *verb)
{
  static PlxWordSet months = { "january", "february", "march", "april", "may", "june", "july",
                               "august", "september", "october", "november", "december", "last",
                               "recently", "then", NULL };

  if (plx_clause_is (self->clause, noun->end, "until"))
    return verb->past || (!verb->is_copula &&
                          (plx_clause_kind (self->clause, noun->end + 1) == PLX_TOKEN_NUMBER ||
                           plx_clause_in (self->clause, noun->end + 1, months)));

  /* "From 1996 to 2022" */
  if (plx_clause_is (self->clause, noun->end, "from") &&
      plx_clause_kind (self->clause, noun->end + 1) == PLX_TOKEN_NUMBER &&
      plx_clause_kind (self->clause, noun->end + 3) == PLX_TOKEN_NUMBER)
    return TRUE;

  return verb->past && plx_clause_is (self->clause, noun->end, "for") &&
         plx_clause_kind (self->clause, noun->end + 1) == PLX_TOKEN_NUMBER;
}

/* "Is a signatory but has not ratified it": and no more than that. */
static void
read_unratified (PlxPass       *self,
                 PlxNoun       *noun,
                 PlxPredicate  *predicate)
{
  const PlxRelationInfo *relation = predicate->relation;
  gboolean ratified = TRUE;
  int end = noun->end;

  if (!noun->signatory || predicate->says != PLX_SAYS_MEMBER ||
      !plx_pass_sequel (self, noun->end, &ratified, &relation, &end))
    return;

  predicate->hint = PLX_FINDING_PLAIN;
  if (!ratified)
    predicate->says = PLX_SAYS_SIGNATORY;
  noun->end = end;
}

/* Of whom the noun is said: who holds the seat, who is, "Kenya, a member", "members such as". */
static gboolean
find_subject (PlxPass       *self,
              const PlxNoun *noun,
              int            before,
              PlxVerb       *verb,
              PlxSubject    *subject)
{
  gboolean found;

  if (noun->is_seat)
    {
      found = read_holder (self, before, verb, subject);
    }
  else if (verb->is_copula)
    {
      found = read_subject (self, noun, verb, subject);
    }
  else
    {
      verb->negated = FALSE;
      found = plx_pass_apposition (self, noun, before, verb, subject);
    }

  if (subject->n_countries == 0 && (!verb->is_copula || subject->is_generic))
    found = plx_pass_list_behind (self, noun, subject->is_generic, subject);

  return found;
}

static void
report (PlxPass          *self,
        const PlxNoun    *noun,
        const PlxSubject *subject,
        PlxPredicate     *predicate)
{
  self->done = noun->end;
  plx_pass_report (self, subject, predicate);

  if (noun->other != NULL && noun->other != predicate->relation)
    {
      predicate->relation = noun->other;
      if (noun->contrast)
        predicate->says = plx_pass_invert (predicate->says, TRUE);
      plx_pass_report (self, subject, predicate);
    }
}

/**
 * plx_pass_noun:
 * @self: a pass
 * @index: a token
 *
 * Reads what is said with a noun, where the token at @index is one: "is not a
 * member of", "a signatory to", "ICC members such as".
 */
void
plx_pass_noun (PlxPass *self,
               int      index)
{
  PlxNoun noun;
  PlxVerb verb = { 0 };
  PlxPredicate predicate = { 0 };
  PlxSubject subject = { 0 };
  gboolean found;
  int before;

  if (!read_noun (self, index, &noun))
    return;

  predicate.relation = relation_of_noun (self, &noun);
  if (predicate.relation == NULL || !has_adjective (self, &noun, predicate.relation) ||
      plx_pass_is_disclaimed (self, noun.start))
    return;

  before = skip_noun_adjectives (self, noun.start - 1, &verb);
  plx_pass_verb (self, before, &verb);
  if (verb.unreal)
    return;

  found = find_subject (self, &noun, before, &verb, &subject);
  predicate.says = plx_pass_invert (PLX_SAYS_MEMBER,
                                    noun.denied ^ noun.contrast ^ verb.negated ^ subject.negated);
  predicate.hint = noun.signatory ? PLX_FINDING_SIGNED : PLX_FINDING_PLAIN;
  if (verb.former || is_over (self, &noun, &verb))
    predicate.says = PLX_SAYS_WITHDRAWN;
  read_unratified (self, &noun, &predicate);

  /* "Why his country is a member when Russia is not": of whom, nobody says. */
  if (found)
    report (self, &noun, &subject, &predicate);
  else if (verb.is_copula)
    self->last = predicate;
}
