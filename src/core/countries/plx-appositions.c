/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-appositions"

#include "config.h"

#include "countries/plx-pass.h"

/* How far back the comma of an apposition of two parts may be, in tokens. */
#define LONGEST_APPOSITION 10

static PlxWordSet openers = { ",", "--", "(", NULL };

/**
 * plx_pass_fronted:
 * @self: a pass
 * @noun: a noun
 * @subject: filled with what is found
 *
 * Reads the country behind the comma of "As a party to the statute, Kenya must".
 *
 * Returns: whether there is one
 */
gboolean
plx_pass_fronted (PlxPass       *self,
                  const PlxNoun *noun,
                  PlxSubject    *subject)
{
  return plx_clause_is (self->clause, noun->end, ",") &&
         plx_subject_list (self->clause, noun->end + 1, !noun->plural, subject);
}

/* "Japan, Canada": "and" stands further on. */
static gboolean
take_commas (PlxClause  *clause,
             int         index,
             PlxSubject *subject)
{
  for (; plx_clause_kind (clause, index) == PLX_TOKEN_COUNTRY; index -= 2)
    {
      plx_subject_add (subject, plx_clause_at (clause, index)->country);
      if (!plx_clause_is (clause, index - 1, ","))
        break;
    }

  return subject->n_countries > 0;
}

/* "A member of NATO and a signatory of the statute": of whom the first was said;
 * "Peru, a friend of theirs and a signatory": to whom both are set in apposition. */
static gboolean
read_joined (PlxPass       *self,
             const PlxNoun *noun,
             int            index,
             PlxVerb       *verb,
             PlxSubject    *subject)
{
  static PlxWordSet joints = { "and", "but", "or", "nor", NULL };
  static PlxWordSet articles = { "a", "an", NULL };

  if (!plx_clause_in (self->clause, index, joints))
    return FALSE;

  /* "Japan, Canada and other members" */
  if (plx_clause_is (self->clause, index + 1, "other") &&
      !plx_clause_is (self->clause, index, "but"))
    {
      int before = index - 1 - plx_clause_is (self->clause, index - 1, ",");

      return plx_clause_kind (self->clause, before) == PLX_TOKEN_COUNTRY &&
             take_commas (self->clause, before, subject);
    }

  if (self->last.relation != NULL && index <= self->done + 1)
    {
      *subject = self->last_subject;
      verb->negated ^= plx_clause_is (self->clause, index, "nor");
      return TRUE;
    }

  for (int at = index - 1; at > index - LONGEST_APPOSITION; at--)
    {
      if (plx_clause_in (self->clause, at, openers) && at < index - 1)
        return plx_clause_in (self->clause, at + 1, articles) &&
               plx_subject_of_apposition (self->clause, self->previous, at - 1, !noun->plural,
                                          subject);
    }

  return FALSE;
}

/* "Turkey is a partner of it, not a member", "…, but no member": of whom the sentence tells. */
static gboolean
read_contrast (PlxPass    *self,
               int         index,
               PlxVerb    *verb,
               PlxSubject *subject)
{
  static PlxWordSet copulas = { "is", "are", "remains", "remain", NULL };
  int at = index;

  if (!verb->negated)
    return FALSE;

  if (plx_clause_is (self->clause, at, "but"))
    at--;
  if (plx_clause_is (self->clause, at, ","))
    at--;
  if (at == index || !plx_subject_first (self->clause, at, subject))
    return FALSE;

  for (; at > 0; at--)
    {
      if (plx_clause_in (self->clause, at, copulas))
        return TRUE;
    }

  return FALSE;
}

/* "Treated as a member", "counts as a member": that is not to be one. */
static gboolean
is_likeness (PlxClause *clause,
             int        index)
{
  static PlxWordSet likenesses = { "seen", "known", "taken", "sees", "count", "counts", "counting",
                                   "treated", "regarded", "described", "viewed", "considered",
                                   "recognised", "recognized", "counted", "branded", "portrayed",
                                   "presented", "posed", "acted", "billed", "listed", "invited",
                                   "served", "accepted", "touted", "mentioned", "act", "acts",
                                   "acting", "behaves", "poses", "posing", "passes", "treats",
                                   "treating", "describes", "regards", NULL };

  return plx_clause_in (clause, index, likenesses);
}

/* "South Africa's obligations as a member": whose they are. */
static gboolean
read_owner (PlxClause  *clause,
            int         index,
            PlxSubject *subject)
{
  static PlxWordSet duties = { "obligation", "obligations", "duty", "duties", "status", "role",
                               "commitments", "responsibilities", "responsibility", NULL };

  if (!plx_clause_in (clause, index, duties) || !plx_clause_is (clause, index - 1, "'s") ||
      plx_clause_kind (clause, index - 2) != PLX_TOKEN_COUNTRY)
    return FALSE;

  plx_subject_add (subject, plx_clause_at (clause, index - 2)->country);

  return TRUE;
}

/* "None of them", "still", "not", "once": over what stands before the noun of an apposition.
 * Returns the token before that. */
static int
skip_before_apposition (PlxPass *self,
                        int      index,
                        PlxVerb *verb)
{
  static PlxWordSet pronouns = { "of", "them", "which", "whom", "these", NULL };

  while (plx_clause_in (self->clause, index, pronouns))
    index--;

  if (plx_clause_is (self->clause, index, "none"))
    {
      verb->negated = !verb->negated;
      index--;
    }

  while (!plx_clause_is (self->clause, index, "nor") &&
         (plx_pass_is_adverb (self, index) || plx_pass_is_negation (self, index)))
    {
      verb->negated ^= plx_pass_is_negation (self, index);
      verb->former |= plx_clause_is (self->clause, index, "once");
      index--;
    }

  return index;
}

/**
 * plx_pass_apposition:
 * @self: a pass
 * @noun: a noun without a verb
 * @before: the token before it and its adjectives
 * @verb: what is found of denials goes there
 * @subject: filled with what is found
 *
 * Finds to what a noun is set in apposition: "Kenya, a member of the court", "(both signatories)",
 * "though not a party".
 *
 * Returns: whether there is anything
 */
gboolean
plx_pass_apposition (PlxPass       *self,
                     const PlxNoun *noun,
                     int            before,
                     PlxVerb       *verb,
                     PlxSubject    *subject)
{
  static PlxWordSet concessions = { "though", "although", "while", "as", "despite", "being", NULL };
  static PlxWordSet commas = { ",", "--", NULL };
  PlxClause *clause = self->clause;
  int index = skip_before_apposition (self, before, verb);
  gboolean as = FALSE;

  while (plx_clause_in (clause, index, concessions))
    {
      as |= plx_clause_is (clause, index, "as") || plx_clause_is (clause, index, "being");
      index--;
    }

  if (as && is_likeness (clause, index))
    return FALSE;

  if (as && read_owner (clause, index, subject))
    return TRUE;

  /* "Which, as a member, is" */
  if (as && plx_clause_is (clause, index, "which"))
    index--;

  if (plx_clause_in (clause, index, openers) &&
      plx_subject_of_apposition (clause, self->previous, index - 1, !noun->plural, subject))
    return TRUE;

  if ((index < 0 || plx_clause_in (clause, index, commas) || as) &&
      plx_pass_fronted (self, noun, subject))
    return TRUE;

  return read_joined (self, noun, index, verb, subject) ||
         read_contrast (self, index, verb, subject) ||
         (as && plx_subject_first (clause, index + 1, subject));
}
