/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-subjects"

#include "config.h"

#include "countries/plx-subjects.h"

/* How far back an insertion between two commas may reach, in tokens. */
#define LONGEST_INSERTION 14

static PlxWordSet adverbs = { "also", "too", "itself", "themselves", "however", "still", "now",
                              "therefore", "already", "alone", "currently", "all", "each", "today",
                              "though", "meanwhile", "incidentally", "then", "twice", "again",
                              "once", "never", "ultimately", "finally", "later", "soon", NULL };
static PlxWordSet relatives = { "which", "that", "who", "whom", NULL };
static PlxWordSet quantifiers = { "both", "neither", "none", "all", "each", "some", "two", "three",
                                  "most", NULL };
static PlxWordSet deniers = { "neither", "none", "nor", NULL };
static PlxWordSet singular_nouns = { "country", "nation", "state", "kingdom", "republic", "latter",
                                     NULL };
static PlxWordSet plural_nouns = { "countries", "nations", "states", "neighbours", "neighbors",
                                   "governments", "giants", "powers", NULL };
static PlxWordSet generic_nouns = { "countries", "nations", "states", "those", "governments",
                                    "members", "ones", "country", "nation", "state", "powers",
                                    NULL };
static PlxWordSet determiners = { "this", "that", "the", "these", "those", "both", "neither",
                                  "all", NULL };

/* The last `n` different countries named before `index`, in their order. */
static guint
collect_last (PlxClause  *clause,
              int         index,
              guint       n,
              gboolean    demonyms,
              PlxSubject *subject)
{
  PlxSubject found = { 0 };

  for (int i = index - 1; i >= 0 && found.n_countries < n; i--)
    {
      PlxTokenKind kind = plx_clause_kind (clause, i);

      if (kind == PLX_TOKEN_COUNTRY || (demonyms && kind == PLX_TOKEN_DEMONYM))
        plx_subject_add (&found, plx_clause_at (clause, i)->country);
    }

  if (found.n_countries == n)
    {
      for (guint i = found.n_countries; i > 0; i--)
        plx_subject_add (subject, found.countries[i - 1]);
    }

  return found.n_countries;
}

/* The countries of the last list before `index`, of `n` of them, or of any number
 * where that is 0. */
static gboolean
take_last_list (PlxClause  *clause,
                int         index,
                guint       n,
                PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  gboolean conjunction;
  guint n_places;

  for (int i = index - 1; i > 0; i--)
    {
      if (plx_clause_kind (clause, i) != PLX_TOKEN_COUNTRY)
        continue;

      i = plx_chain_collect (clause, i, places, &n_places, &conjunction);
      if (n_places < 2 || !conjunction || (n != 0 && n_places != n))
        continue;

      for (guint j = 0; j < n_places; j++)
        plx_subject_add (subject, plx_clause_at (clause, places[j])->country);
      return TRUE;
    }

  return FALSE;
}

/* The `n` countries that "this country", "both countries" … speak of: named
 * just before, by name rather than by adjective. */
static gboolean
take_named_before (PlxClause  *clause,
                   PlxClause  *previous,
                   int         index,
                   guint       n,
                   PlxSubject *subject)
{
  /* "A and B": those that a list sets side by side, not others named after it. */
  if (n > 1 && take_last_list (clause, index, n, subject))
    return TRUE;

  if (collect_last (clause, index, n, FALSE, subject) == n)
    return TRUE;

  if (previous == NULL)
    return FALSE;

  if (n > 1 && take_last_list (previous, previous->tokens->len, n, subject))
    return TRUE;

  return collect_last (previous, previous->tokens->len, n, FALSE, subject) == n ||
         collect_last (previous, previous->tokens->len, n, TRUE, subject) == n;
}

static guint
count_meant (PlxClause *clause,
             int        determiner)
{
  if (plx_clause_kind (clause, determiner + 1) == PLX_TOKEN_NUMBER)
    return plx_clause_at (clause, determiner + 1)->number;

  return 2;
}

/* "This country", "the East African nation", "both countries", "the two". */
static gboolean
take_demonstrative (PlxClause  *clause,
                    PlxClause  *previous,
                    int         index,
                    PlxSubject *subject)
{
  gboolean singular = plx_clause_in (clause, index, singular_nouns);
  int determiner = index;

  if (!singular && !plx_clause_in (clause, index, plural_nouns) &&
      plx_clause_kind (clause, index) != PLX_TOKEN_NUMBER)
    return FALSE;

  while (determiner >= 0 && determiner >= index - 4 &&
         !plx_clause_in (clause, determiner, determiners))
    determiner--;

  if (!plx_clause_in (clause, determiner, determiners))
    return FALSE;

  /* "None of the three", "none of these countries" */
  if (plx_clause_is (clause, determiner - 1, "of") &&
      plx_clause_in (clause, determiner - 2, deniers))
    subject->negated = !subject->negated;
  if (!singular && plx_clause_is (clause, determiner - 1, "of") &&
      plx_clause_kind (clause, determiner + 1) != PLX_TOKEN_NUMBER &&
      take_last_list (clause, determiner, 0, subject))
    return TRUE;

  if (plx_clause_is (clause, determiner, "neither"))
    {
      subject->negated = !subject->negated;
      singular = FALSE;
    }

  return take_named_before (clause, previous, determiner,
                            singular ? 1 : count_meant (clause, determiner), subject);
}

/* The first country that is not just a place where something happens. */
static gboolean
take_main_country (PlxClause  *clause,
                   int         index,
                   PlxSubject *subject)
{
  for (int at = 0; at < index; at++)
    {
      int before = at - 1;

      if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      if (plx_clause_is (clause, before, "the"))
        before--;
      if (plx_chain_is_preposition (clause, before))
        continue;

      plx_subject_add (subject, plx_clause_at (clause, at)->country);
      return TRUE;
    }

  return FALSE;
}

/* What "it" at `index` is: the country the sentence is about, else the last one
 * named, unless an earlier "it" tells that something else is meant. */
static gboolean
take_it (PlxClause  *clause,
         PlxClause  *previous,
         int         index,
         PlxSubject *subject)
{
  int end = previous != NULL ? (int) previous->tokens->len : 0;

  if (take_main_country (clause, index, subject))
    return TRUE;

  for (int at = index - 1; at >= 0 && !plx_clause_is (clause, at, "it"); at--)
    {
      if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      plx_subject_add (subject, plx_clause_at (clause, at)->country);
      return TRUE;
    }

  if (previous == NULL)
    return FALSE;

  /* Across sentences a country that is only a place must be the only one. */
  return take_main_country (previous, end, subject) ||
         (collect_last (previous, end, 2, FALSE, subject) == 1 &&
          collect_last (previous, end, 1, FALSE, subject) == 1);
}

/* "It", "they", "both", "neither": by themselves. */
static gboolean
take_pronoun (PlxClause  *clause,
              PlxClause  *previous,
              int         index,
              PlxSubject *subject)
{
  if (plx_clause_is (clause, index, "them") && plx_clause_is (clause, index - 1, "of"))
    index -= 2;

  if (plx_clause_is (clause, index, "it"))
    return take_it (clause, previous, index, subject);

  if (plx_clause_is (clause, index, "both") || plx_clause_is (clause, index, "neither"))
    {
      subject->negated ^= plx_clause_is (clause, index, "neither");
      return take_named_before (clause, previous, index, 2, subject);
    }

  return plx_clause_is (clause, index, "they") && previous != NULL &&
         take_last_list (previous, previous->tokens->len, 0, subject);
}

/* "One of the 124 *countries* that", "a *country* that": where the phrase ends that
 * only says what kind of thing the subject is, before its first word. Returns the
 * token before it, or -1 where the noun is the subject itself. */
static int
skip_kind (PlxClause *clause,
           int        index)
{
  static PlxWordSet inside = { "the", "'s", "-", "member", "other", "few", "only", "some", "many",
                               "african", "european", "asian", "world's", NULL };
  static PlxWordSet articles = { "a", "an", "another", NULL };
  static PlxWordSet parts = { "one", "some", "two", "three", "most", "many", NULL };
  int at = index - 1;

  while (plx_clause_in (clause, at, inside) ||
         (plx_clause_kind (clause, at) == PLX_TOKEN_WORD && at > 0 &&
          plx_clause_at (clause, at)->is_capital) ||
         plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER ||
         plx_clause_kind (clause, at) == PLX_TOKEN_RELATION ||
         plx_clause_kind (clause, at) == PLX_TOKEN_DEMONYM)
    at--;

  if (plx_clause_is (clause, at, "of") && plx_clause_in (clause, at - 1, parts))
    return at - 2;

  if (plx_clause_in (clause, at, articles) || plx_clause_is (clause, at, "among"))
    return at - 1;

  /* "Are the only two countries that" */
  for (int i = at + 1; i < index; i++)
    {
      if (plx_clause_is (clause, i, "only"))
        return at;
    }

  return -1;
}

/* "Vietnam, a country that", "Kenya is one of the countries that"; else "countries
 * that", which a list may name later on. */
static gboolean
take_kind (PlxClause  *clause,
           PlxClause  *previous,
           int         index,
           gboolean    singular,
           PlxSubject *subject)
{
  static PlxWordSet openers = { ",", "--", "(", NULL };
  static PlxWordSet copulas = { "is", "are", "was", "were", "remains", "remain", NULL };
  static PlxWordSet nots = { "not", "n't", NULL };
  int before = skip_kind (clause, index);

  if (before >= 1 && plx_clause_in (clause, before, openers) &&
      plx_subject_of_apposition (clause, previous, before - 1, singular, subject))
    return TRUE;

  if (plx_clause_in (clause, before, nots))
    {
      subject->negated = !subject->negated;
      before--;
    }

  if (before >= 1 && plx_clause_in (clause, before, copulas) &&
      plx_subject_before (clause, previous, before, singular, subject))
    return TRUE;

  subject->is_generic = TRUE;

  return TRUE;
}

/* "China, which", "China and India, both of which", "countries that". */
static gboolean
take_antecedent (PlxClause  *clause,
                 PlxClause  *previous,
                 int         index,
                 gboolean    singular,
                 PlxSubject *subject)
{
  int at = index - 1;

  if (plx_clause_is (clause, at, "of") && plx_clause_in (clause, at - 1, quantifiers))
    {
      subject->negated ^= plx_clause_in (clause, at - 1, deniers);
      singular = FALSE;
      at -= 2;
    }

  /* With a comma the noun is named already ("both countries, which are"),
   * without one the clause tells which are meant ("the countries that are"). */
  if (plx_clause_is (clause, at, ",") || plx_clause_is (clause, at, "--") ||
      plx_clause_is (clause, at, "("))
    at--;
  else if (plx_clause_in (clause, at, generic_nouns))
    return take_kind (clause, previous, at, singular, subject);

  return plx_subject_of_apposition (clause, previous, at, singular, subject);
}

/* "China, the world's second economy, is": over the insertion, to the country;
 * "China, like Russia, is": to both. */
static gboolean
take_over_insertion (PlxClause  *clause,
                     int         index,
                     PlxSubject *subject)
{
  static PlxWordSet openers = { ",", "--", "(", NULL };
  static PlxWordSet fillers = { "as", "them", "these", NULL };
  static PlxWordSet examples = { "including", "such", "like", "notably", "among", NULL };
  const char *closer = plx_clause_at (clause, index)->word;
  const char *opener = g_str_equal (closer, ")") ? "(" : closer;

  if (!plx_clause_in (clause, index, openers) && !g_str_equal (closer, ")"))
    return FALSE;

  for (int at = index - 1; at > 0 && at >= index - LONGEST_INSERTION; at--)
    {
      if (plx_clause_is_end (clause, at))
        return FALSE;

      /* "Most African countries, including Chad and Kenya, are" */
      if (plx_clause_is (clause, at, opener) && plx_clause_in (clause, at - 1, generic_nouns) &&
          plx_clause_in (clause, at + 1, examples))
        return plx_subject_list (clause, at + 2 + plx_clause_in (clause, at + 2, fillers), FALSE,
                                 subject);

      /* "Only two members, Cambodia and Laos, have" */
      if (plx_clause_is (clause, at, opener) && plx_clause_in (clause, at - 1, generic_nouns) &&
          plx_clause_kind (clause, at + 1) == PLX_TOKEN_COUNTRY &&
          plx_clause_kind (clause, index - 1) == PLX_TOKEN_COUNTRY)
        return plx_subject_list (clause, at + 1, FALSE, subject);

      if (!plx_clause_is (clause, at, opener) ||
          plx_clause_kind (clause, at - 1) != PLX_TOKEN_COUNTRY)
        continue;

      if (!plx_chain_take (clause, at - 1, subject))
        return FALSE;

      if ((plx_chain_is_companion (clause, at + 1) || plx_chain_is_companion (clause, at + 2)) &&
          plx_clause_kind (clause, index - 1) == PLX_TOKEN_COUNTRY)
        return plx_chain_take (clause, index - 1, subject);

      return TRUE;
    }

  return FALSE;
}

/* "India, Pakistan *and four Central Asian states* are": the countries that are named. */
static gboolean
take_named_part (PlxClause  *clause,
                 int         index,
                 PlxSubject *subject)
{
  static PlxWordSet joints = { "and", "or", NULL };
  static PlxWordSet inside = { "other", "several", "some", "many", "more", "most", "the", "a",
                               "dozen", "few", "smaller", "larger", "neighbouring", "neighboring",
                               "african", "european", "asian", "western", "eastern", "-", NULL };
  int at = index - 1;

  if (!plx_clause_in (clause, index, generic_nouns))
    return FALSE;

  while (plx_clause_in (clause, at, inside) ||
         plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER ||
         plx_clause_kind (clause, at) == PLX_TOKEN_DEMONYM ||
         (plx_clause_kind (clause, at) == PLX_TOKEN_WORD &&
          plx_clause_at (clause, at)->is_capital))
    at--;

  if (!plx_clause_in (clause, at, joints))
    return FALSE;

  at--;
  if (plx_clause_is (clause, at, ","))
    at--;
  if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
    return FALSE;

  /* "India, Pakistan and others": commas join these, since "and" stands behind the last. */
  for (; plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY; at--)
    {
      plx_subject_add (subject, plx_clause_at (clause, at)->country);
      at -= plx_clause_is (clause, at - 1, "the");
      if (!plx_clause_is (clause, --at, ","))
        break;
    }

  return TRUE;
}

/* "Kenya *on Thursday* joined", "Kenya *last year* left": over what tells the time. */
static int
skip_time (PlxClause *clause,
           int        index)
{
  static PlxWordSet times = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                              "sunday", "january", "february", "march", "april", "may", "june",
                              "july", "august", "september", "october", "november", "december",
                              "week", "month", "year", "yesterday", "today", "decade", NULL };
  static PlxWordSet before_times = { "last", "this", "earlier", "late", "early", "that", "the",
                                     "same", NULL };
  static PlxWordSet prepositions = { "on", "in", "by", "since", NULL };
  int at = index;

  while (plx_clause_in (clause, at, times) || plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER)
    at--;
  if (at == index)
    return index;

  while (plx_clause_in (clause, at, before_times))
    at--;
  if (plx_clause_in (clause, at, prepositions))
    at--;

  return plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY ? at : index;
}

/**
 * plx_subject_before:
 * @clause: a sentence
 * @previous: (nullable): the sentence before it
 * @index: the first token of a verb
 * @singular: whether the verb is in the singular
 * @subject: filled with what is found
 *
 * Finds the countries of which the verb at @index says something.
 *
 * Returns: whether there are any, or the subject is "countries that" and the like
 */
gboolean
plx_subject_before (PlxClause  *clause,
                    PlxClause  *previous,
                    int         index,
                    gboolean    singular,
                    PlxSubject *subject)
{
  static PlxWordSet ellipses = { "and", "but", "yet", "or", NULL };
  int at = index - 1;

  if (take_pronoun (clause, previous, at, subject))
    return TRUE;

  while (plx_clause_in (clause, at, adverbs))
    at--;
  at = skip_time (clause, at);

  if (plx_clause_in (clause, at, relatives))
    return take_antecedent (clause, previous, at, singular, subject);

  if (plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY)
    return plx_chain_take (clause, at, subject);

  if (take_demonstrative (clause, previous, at, subject) ||
      take_pronoun (clause, previous, at, subject) ||
      take_over_insertion (clause, at, subject))
    return TRUE;

  if (plx_clause_in (clause, at, ellipses))
    return plx_subject_first (clause, at, subject);

  return take_named_part (clause, at, subject) ||
         (plx_clause_in (clause, at, generic_nouns) &&
          take_kind (clause, previous, at, singular, subject));
}

/**
 * plx_subject_of_apposition:
 * @clause: a sentence
 * @previous: (nullable): the sentence before it
 * @index: the token before the comma of an apposition or of a relative clause
 * @singular: whether it speaks of one country
 * @subject: filled with what is found
 *
 * Finds the countries to which words are set in apposition.
 *
 * Returns: whether there are any
 */
gboolean
plx_subject_of_apposition (PlxClause  *clause,
                           PlxClause  *previous,
                           int         index,
                           gboolean    singular,
                           PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  gboolean conjunction;
  guint n_places;

  if (plx_clause_kind (clause, index) != PLX_TOKEN_COUNTRY)
    return take_demonstrative (clause, previous, index, subject);

  plx_chain_collect (clause, index, places, &n_places, &conjunction);

  for (guint i = singular || !conjunction ? n_places - 1 : 0; i < n_places; i++)
    plx_subject_add (subject, plx_clause_at (clause, places[i])->country);

  return TRUE;
}

