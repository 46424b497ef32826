/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-nominals"

#include "config.h"

#include "countries/plx-pass.h"

static const struct
{
  const char *word;
  PlxSays     says;
} nominals[] = {
  { "membership", PLX_SAYS_MEMBER },     { "accession", PLX_SAYS_MEMBER },
  { "ratification", PLX_SAYS_MEMBER },   { "admission", PLX_SAYS_MEMBER },
  { "entry", PLX_SAYS_MEMBER },          { "signature", PLX_SAYS_SIGNATORY },
  { "withdrawal", PLX_SAYS_WITHDRAWN },  { "exit", PLX_SAYS_WITHDRAWN },
  { "departure", PLX_SAYS_WITHDRAWN },   { "expulsion", PLX_SAYS_WITHDRAWN },
  { "exclusion", PLX_SAYS_WITHDRAWN },
};

static gboolean
find_nominal (PlxPass *self,
              int      index,
              PlxSays *says)
{
  for (guint i = 0; i < G_N_ELEMENTS (nominals); i++)
    {
      if (plx_clause_is (self->clause, index, nominals[i].word))
        {
          *says = nominals[i].says;
          return TRUE;
        }
    }

  return FALSE;
}

/* What it did has happened: "came late", "dates from 2003", "was followed by", "in 2020". A year
 * may also be one to come, which the record then contradicts. */
static gboolean
has_happened (PlxPass *self,
              int      index)
{
  static PlxWordSet verbs = { "came", "took", "dates", "dated", "followed", "went", "began",
                              "meant",
                              "changed", "goes", "ended", "became", "brought", "left", "made",
                              "marked", "triggered", "prompted", "angered", NULL };
  static PlxWordSet pasts = { "was", "were", NULL };
  static PlxWordSet months = { "january", "february", "march", "april", "may", "june", "july",
                               "august", "september", "october", "november", "december", NULL };

  if (plx_clause_in (self->clause, index, pasts) && plx_clause_is (self->clause, index + 1, "not"))
    return FALSE;

  return plx_clause_in (self->clause, index, verbs) ||
         (plx_clause_kind (self->clause, index) == PLX_TOKEN_WORD &&
          g_str_has_suffix (plx_clause_at (self->clause, index)->word, "ed")) ||
         (plx_clause_in (self->clause, index, pasts) &&
          g_str_has_suffix (plx_clause_at (self->clause, index + 1)->word, "ed")) ||
         (plx_clause_is (self->clause, index, "in") &&
          (plx_clause_kind (self->clause, index + 1) == PLX_TOKEN_NUMBER ||
           plx_clause_in (self->clause, index + 1, months)));
}

/**
 * plx_pass_nominal:
 * @self: a pass
 * @index: a token
 *
 * Reads what a noun says of the one whom it belongs to, where the token at @index is one: "Mexico's
 * ratification of the statute came late".
 */
void
plx_pass_nominal (PlxPass *self,
                  int      index)
{
  static PlxWordSet links = { "of", "to", "from", "in", "into", NULL };
  PlxPredicate predicate = { 0 };
  PlxSubject subject = { 0 };
  int owner = index - 2, at = index + 1, end = index;

  if (!find_nominal (self, index, &predicate.says))
    return;

  /* "The admission of Finland to NATO" */
  if (plx_clause_is (self->clause, index + 1, "of") &&
      plx_clause_kind (self->clause, index + 2) == PLX_TOKEN_COUNTRY)
    {
      owner = index + 2;
      at = index + 3;
    }
  else if (!plx_clause_is (self->clause, index - 1, "'s"))
    {
      return;
    }

  if (!plx_clause_in (self->clause, at, links) ||
      plx_clause_kind (self->clause, owner) != PLX_TOKEN_COUNTRY)
    return;

  predicate.relation = plx_pass_object (self, at + 1, &end);
  if (predicate.relation == NULL || *predicate.relation->adjective != '\0' ||
      !has_happened (self, end) || plx_pass_is_disclaimed (self, index))
    return;

  predicate.hint = predicate.says == PLX_SAYS_SIGNATORY ? PLX_FINDING_SIGNED : PLX_FINDING_PLAIN;
  plx_subject_add (&subject, plx_clause_at (self->clause, owner)->country);
  self->done = end;
  plx_pass_report (self, &subject, &predicate);
}

/**
 * plx_pass_reception:
 * @self: a pass
 * @index: a token
 *
 * Reads what a relation did to a country: "NATO admitted Sweden", "the Council of Europe has
 * expelled Russia".
 */
void
plx_pass_reception (PlxPass *self,
                    int      index)
{
  static PlxWordSet takers = { "admitted", "welcomed", NULL };
  static PlxWordSet expellers = { "expelled", "ejected", "excluded", NULL };
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  PlxVerb verb = { 0 };
  int end;

  if (plx_clause_in (self->clause, index, expellers))
    predicate.says = PLX_SAYS_WITHDRAWN;
  else if (!plx_clause_in (self->clause, index, takers))
    return;

  plx_pass_verb (self, index - 1, &verb);
  predicate.relation = plx_clause_at (self->clause, verb.start - 1)->relation;
  if (verb.unreal || verb.negated || verb.is_copula || predicate.relation == NULL ||
      *predicate.relation->adjective != '\0' || plx_pass_is_disclaimed (self, index) ||
      !plx_subject_list (self->clause, index + 1, FALSE, &subject))
    return;

  for (end = index + 1; plx_clause_kind (self->clause, end) == PLX_TOKEN_COUNTRY ||
                        plx_clause_is (self->clause, end, ",") ||
                        plx_clause_is (self->clause, end, "and"); end++)
    {
    }

  /* "NATO welcomed Sweden's offer", "welcomed Sweden as" */
  if (plx_clause_is (self->clause, end, "'s") ||
      (plx_clause_is (self->clause, index, "welcomed") &&
       !(plx_clause_is (self->clause, end, "as") || plx_clause_is (self->clause, end, "into"))))
    return;

  self->done = end;
  plx_pass_report (self, &subject, &predicate);
}

/* The relation that a roster is of, before the verb at `index`: "BRICS", "the BRICS group", "BRICS,
 * the bloc". */
static const PlxRelationInfo *
relation_of_roster (PlxPass *self,
                    int      index)
{
  static PlxWordSet between = { "group", "bloc", "alliance", "grouping", "organisation", "now",
                                "also",
                                "organization", "club", "is", "was", "are", "were", "countries",
                                "the", ",", "forum", "union", "made", "up", NULL };
  int at = index - 1;

  while (plx_clause_in (self->clause, at, between))
    at--;

  return plx_clause_at (self->clause, at)->relation;
}

/* The token at which the list begins, or -1 where no roster is opened at `index`. */
static int
find_roster (PlxPass *self,
             int      index)
{
  static const struct
  {
    const char *word;
    const char *next; /* nullable */
  } openers[] = {
    { "includes", NULL },   { "include", NULL },    { "comprises", NULL }, { "groups", NULL },
    { "unites", NULL },     { "consists", "of" },   { "made", "up" },      { "composed", "of" },
    { "founded", "by" },    { "formed", "by" },     { "bloc", "of" },      { "group", "of" },
    { "counts", NULL },
    { "alliance", "of" },   { "club", "of" },       { "grouping", "of" },  { "brings", "together" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      if (!plx_clause_is (self->clause, index, openers[i].word))
        continue;
      if (openers[i].next == NULL)
        return index + 1;
      if (plx_clause_is (self->clause, index + 1, openers[i].next))
        return index + 2 + plx_clause_is (self->clause, index + 2, "of");
    }

  return -1;
}

/**
 * plx_pass_roster:
 * @self: a pass
 * @index: a token
 *
 * Reads a list of those that make up a relation: "BRICS consists of Brazil, Russia …", "the bloc of
 * Brazil and India".
 */
void
plx_pass_roster (PlxPass *self,
                 int      index)
{
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  int start = find_roster (self, index);
  int end;

  if (start < 0 || (predicate.relation = relation_of_roster (self, index)) == NULL ||
      *predicate.relation->adjective != '\0' || plx_pass_is_disclaimed (self, index) ||
      !plx_subject_list (self->clause, start, FALSE, &subject))
    return;

  for (end = start; plx_clause_kind (self->clause, end) == PLX_TOKEN_COUNTRY ||
                    plx_clause_is (self->clause, end, ",") ||
                    plx_clause_is (self->clause, end, "and"); end++)
    {
    }

  /* "Counts Zambia among its members" */
  if (plx_clause_is (self->clause, index, "counts") ? !plx_clause_is (self->clause, end, "among")
                                                    : subject.n_countries < 2)
    return;

  self->done = end;
  plx_pass_report (self, &subject, &predicate);
}
