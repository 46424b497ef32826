/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nouns"

#include "config.h"

#include "countries/plx-pass.h"

#include <string.h>

/* How far back the comma of an apposition of two parts may be, in tokens. */
#define LONGEST_APPOSITION 10

static PlxWordSet noun_adjectives = { "a", "an", "the", "one", "of", "its", "their", "full",
                                      "founding", "fellow", "among", "original", "active", "such",
                                      "committed", "-", "longstanding",
                                      "early", "enthusiastic", "loyal", "other", "only", "few",
                                      "charter", "own", "key", "first", NULL };
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

/* "Member state", "states parties", "signatory", "non-member". */
static gboolean
read_noun (PlxPass *self,
           int      index,
           PlxNoun *noun)
{
  static PlxWordSet singulars = { "member", "party", "signatory", "nonmember", NULL };
  static PlxWordSet plurals = { "members", "parties", "signatories", "nonmembers", NULL };
  static PlxWordSet signatories = { "signatory", "signatories", NULL };
  static PlxWordSet states = { "state", "states", NULL };
  PlxClause *clause = self->clause;

  memset (noun, 0, sizeof *noun);
  noun->plural = plx_clause_in (clause, index, plurals);
  if (!noun->plural && !plx_clause_in (clause, index, singulars))
    return FALSE;

  noun->start = index;
  noun->signatory = plx_clause_in (clause, index, signatories);
  noun->complete = noun->signatory;
  noun->denied = g_str_has_prefix (plx_clause_at (clause, index)->word, "non");
  noun->end = read_state (self, index + 1, &noun->plural);

  if (plx_clause_in (clause, index - 1, states))
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

  if (kind != PLX_TOKEN_MARK && !plx_clause_in (self->clause, noun->end, behind) &&
      !(kind == PLX_TOKEN_COUNTRY && noun->plural))
    return NULL;

  relation = plx_pass_topic (self, noun->start);
  if (relation == NULL && noun->complete)
    relation = self->resolve ("statute", self->user_data);

  return relation;
}

/* The relation of the noun: before it, behind it, or the one the sentence is about. */
static const PlxRelationInfo *
relation_of_noun (PlxPass *self,
                  PlxNoun *noun)
{
  static PlxWordSet links = { "of", "to", "in", NULL };
  const PlxRelationInfo *relation;
  int start = noun->start, end = noun->end;

  read_non (self, noun);

  relation = plx_pass_modifier (self, noun->start, &start);
  if (relation != NULL)
    {
      noun->start = start;
      read_non (self, noun);
      return relation;
    }

  if (!plx_clause_in (self->clause, noun->end, links))
    return relation_of_topic (self, noun);

  relation = plx_pass_object (self, noun->end + 1, &end);
  if (relation != NULL)
    noun->end = end;

  return relation;
}

/* "As a party to the statute, Kenya must": the country behind the comma. */
static gboolean
read_fronted (PlxPass       *self,
              const PlxNoun *noun,
              PlxSubject    *subject)
{
  return plx_clause_is (self->clause, noun->end, ",") &&
         plx_subject_list (self->clause, noun->end + 1, !noun->plural, subject);
}

/* "A member of NATO and a signatory of the statute": of whom the first was said;
 * "Peru, a friend of theirs and a signatory": to whom both are set in apposition. */
static gboolean
read_joined (PlxPass       *self,
             const PlxNoun *noun,
             int            index,
             PlxSubject    *subject)
{
  static PlxWordSet joints = { "and", "but", "or", NULL };
  static PlxWordSet articles = { "a", "an", NULL };

  if (!plx_clause_in (self->clause, index, joints))
    return FALSE;

  if (self->last.relation != NULL && index <= self->done + 1)
    {
      *subject = self->last_subject;
      return TRUE;
    }

  for (int at = index - 1; at > index - LONGEST_APPOSITION; at--)
    {
      if (plx_clause_in (self->clause, at, openers))
        return plx_clause_in (self->clause, at + 1, articles) &&
               plx_subject_of_apposition (self->clause, self->previous, at - 1, !noun->plural,
                                          subject);
    }

  return FALSE;
}

/* "Kenya, a member of the court", "(both signatories)", "though not a party". */
static gboolean
read_apposition (PlxPass       *self,
                 const PlxNoun *noun,
                 int            index,
                 PlxVerb       *verb,
                 PlxSubject    *subject)
{
  static PlxWordSet concessions = { "though", "although", "while", "as", "despite", "being", NULL };
  static PlxWordSet pronouns = { "of", "them", "which", "whom", "these", NULL };
  static PlxWordSet commas = { ",", "--", NULL };
  static PlxWordSet likenesses = { "seen", "known", "taken", "sees", "count", "counts", "counting",
                                   "act", "acts", "acting", "behaves", "poses", "posing", "passes",
                                   "treats", "treating", "describes", "regards", NULL };
  PlxClause *clause = self->clause;
  gboolean as = FALSE;

  while (plx_clause_in (clause, index, pronouns))
    index--;
  while (plx_pass_is_adverb (self, index) || plx_pass_is_negation (self, index))
    {
      verb->negated ^= plx_pass_is_negation (self, index);
      index--;
    }
  while (plx_clause_in (clause, index, concessions))
    {
      as |= plx_clause_is (clause, index, "as") || plx_clause_is (clause, index, "being");
      index--;
    }

  /* "Treated as a member", "counts as a member" is not to be one. */
  if (as && (g_str_has_suffix (plx_clause_at (clause, index)->word, "ed") ||
             plx_clause_in (clause, index, likenesses)))
    return FALSE;

  /* "Which, as a member, is" */
  if (as && plx_clause_is (clause, index, "which"))
    index--;

  if (plx_clause_in (clause, index, openers) &&
      plx_subject_of_apposition (clause, self->previous, index - 1, !noun->plural, subject))
    return TRUE;

  if ((index < 0 || plx_clause_in (clause, index, commas) || as) &&
      read_fronted (self, noun, subject))
    return TRUE;

  return read_joined (self, noun, index, subject) ||
         (as && plx_subject_first (clause, index + 1, subject));
}

/* "Newest", "oldest", "smallest"; what else ends like them does not stand before a member. */
static gboolean
is_superlative (const char *word)
{
  return strlen (word) > 4 && g_str_has_suffix (word, "est");
}

static int
skip_noun_adjectives (PlxPass  *self,
                      int       index,
                      gboolean *former)
{
  while (plx_clause_in (self->clause, index, noun_adjectives) ||
         is_superlative (plx_clause_at (self->clause, index)->word) ||
         plx_clause_in (self->clause, index, formers) ||
         plx_clause_kind (self->clause, index) == PLX_TOKEN_NUMBER ||
         g_ascii_isdigit (*plx_clause_at (self->clause, index)->word))
    {
      *former |= plx_clause_in (self->clause, index, formers);
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
      read_fronted (self, noun, subject))
    return TRUE;

  return plx_subject_before (self->clause, self->previous, verb->start, verb->singular, subject);
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
  if (predicate.relation == NULL)
    return;

  before = skip_noun_adjectives (self, noun.start - 1, &verb.former);
  plx_pass_verb (self, before, &verb);
  if (verb.unreal)
    return;

  if (verb.is_copula)
    {
      found = read_subject (self, &noun, &verb, &subject);
    }
  else
    {
      verb.negated = FALSE;
      found = read_apposition (self, &noun, before, &verb, &subject);
    }

  if (subject.n_countries == 0 && (!verb.is_copula || subject.is_generic))
    found = plx_pass_list_behind (self, &noun, subject.is_generic, &subject);

  if (!found)
    return;

  predicate.says = plx_pass_invert (PLX_SAYS_MEMBER,
                                      noun.denied ^ verb.negated ^ subject.negated);
  predicate.hint = noun.signatory ? PLX_FINDING_SIGNED : PLX_FINDING_PLAIN;
  if (verb.former)
    predicate.says = PLX_SAYS_WITHDRAWN;

  self->done = noun.end;
  plx_pass_report (self, &subject, &predicate);
}
