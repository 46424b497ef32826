/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-subjects"

#include "config.h"

#include "countries/plx-subjects.h"

/* How far back an insertion between two commas may reach, in tokens. */
#define LONGEST_INSERTION 14

static PlxWordSet conjunctions = { "and", "or", "nor", "&", NULL };
static PlxWordSet chain_adjectives = { "the", "neighbouring", "neighboring", "nearby", "fellow",
                                       "host", "even", "also", "both", NULL };
static PlxWordSet adverbs = { "also", "too", "itself", "themselves", "however", "still", "now",
                              "therefore", "already", "alone", "currently", "all", "each", "today",
                              "though", "meanwhile", "incidentally", "then", NULL };
static PlxWordSet relatives = { "which", "that", "who", "whom", NULL };
static PlxWordSet quantifiers = { "both", "neither", "none", "all", "each", "some", "two", "three",
                                  "most", NULL };
static PlxWordSet deniers = { "neither", "none", "nor", NULL };
static PlxWordSet prepositions = { "in", "of", "from", "to", "with", "against", "at", "on", "over",
                                   "between", "into", "toward", "towards", "via", "through",
                                   "near", "within", "about", "by", "for", "across", NULL };
static PlxWordSet companions = { "besides", "like", "alongside", "including", "as", NULL };
static PlxWordSet exceptions = { "unlike", "except", "excluding", "excepting", "barring", NULL };
static PlxWordSet conditions = { "if", "whether", "unless", "should", "were", NULL };
static PlxWordSet singular_nouns = { "country", "nation", "state", "kingdom", "republic", "island",
                                     "latter", NULL };
static PlxWordSet plural_nouns = { "countries", "nations", "states", "neighbours", "neighbors",
                                   "governments", "giants", "powers", NULL };
static PlxWordSet generic_nouns = { "countries", "nations", "states", "those", "governments",
                                    "members", "ones", "country", "nation", "state", "powers",
                                    NULL };
static PlxWordSet determiners = { "this", "that", "the", "these", "those", "both", "neither",
                                  "all", NULL };

/**
 * plx_subject_add:
 * @self: a subject
 * @country: static code of a country
 *
 * Adds a country, once.
 */
void
plx_subject_add (PlxSubject *self,
                 const char *country)
{
  for (guint i = 0; i < self->n_countries; i++)
    {
      if (self->countries[i] == country)
        return;
    }

  if (self->n_countries < PLX_SUBJECT_MAX)
    self->countries[self->n_countries++] = country;
}

/* The token before the separator that stands before the country at `index`, or
 * -1 where there is none: ",", "and", ", and", "as well as", "along with". */
static int
find_separator (PlxClause *clause,
                int        index,
                gboolean  *conjunction)
{
  int at = index - 1;
  int before;

  while (plx_clause_in (clause, at, chain_adjectives))
    at--;

  before = at;
  if (plx_clause_in (clause, at, conjunctions))
    {
      *conjunction = TRUE;
      at--;
    }
  else if (plx_clause_is (clause, at, "as") && plx_clause_is (clause, at - 1, "well") &&
           plx_clause_is (clause, at - 2, "as"))
    {
      *conjunction = TRUE;
      at -= 3;
    }
  else if (plx_clause_is (clause, at, "with") && plx_clause_is (clause, at - 1, "along"))
    {
      *conjunction = TRUE;
      at -= 2;
    }

  if (plx_clause_is (clause, at, ","))
    at--;

  return at < before && plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY ? at : -1;
}

/* The countries joined to the one at `index`, the leftmost first. Returns the
 * place of the leftmost. */
static int
collect_chain (PlxClause  *clause,
               int         index,
               int        *places,
               guint      *n_places,
               gboolean   *conjunction)
{
  int at = index;

  *n_places = 0;
  *conjunction = FALSE;

  while (at >= 0 && *n_places < PLX_SUBJECT_MAX)
    {
      places[(*n_places)++] = at;
      index = at;
      at = find_separator (clause, at, conjunction);
    }

  for (guint i = 0; i < *n_places / 2; i++)
    {
      int other = places[*n_places - 1 - i];

      places[*n_places - 1 - i] = places[i];
      places[i] = other;
    }

  return index;
}

/* "The government of China is": what is said of it is said of the country. */
static gboolean
is_head_of_country (PlxClause *clause,
                    int        index)
{
  static PlxWordSet heads = { "government", "governments", "republic", "kingdom", "state",
                              "both", "neither", "none", "all", "leadership", "authorities", NULL };

  return plx_clause_is (clause, index, "of") && plx_clause_in (clause, index - 1, heads);
}

/* Words that add the country behind them to the others. */
static gboolean
is_companion (PlxClause *clause,
              int        index)
{
  static PlxWordSet pairs = { "along", "together", NULL };

  if (plx_clause_is (clause, index, "with"))
    return plx_clause_in (clause, index - 1, pairs);

  return plx_clause_in (clause, index, companions);
}

/* "In A, B and C are": A is where, B and C are who. But in "leaders of A, B and
 * C are" none of them is. */
static gboolean
is_place_before (PlxClause *clause,
                 int        index)
{
  int before = index - 1;

  while (plx_clause_in (clause, before, chain_adjectives))
    before--;

  return !plx_clause_is (clause, before, "of") && plx_clause_is (clause, index + 1, ",") &&
         !plx_clause_in (clause, index + 2, conjunctions);
}

static gboolean
take_chain (PlxClause  *clause,
            int         index,
            PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  guint n_places, first = 0;
  gboolean conjunction;
  int before = collect_chain (clause, index, places, &n_places, &conjunction) - 1;

  while (plx_clause_in (clause, before, chain_adjectives))
    before--;

  if (plx_clause_in (clause, before, conditions))
    return FALSE;

  if (plx_clause_in (clause, before, exceptions) ||
      (plx_clause_is (clause, before, "from") && plx_clause_is (clause, before - 1, "apart")))
    first = 1;
  else if (plx_clause_in (clause, before, deniers))
    subject->negated = !subject->negated;
  else if (is_head_of_country (clause, before))
    subject->negated ^= plx_clause_in (clause, before - 1, deniers);
  else if (is_companion (clause, before))
    conjunction = TRUE; /* "besides A, B": both of them */
  else if (plx_clause_in (clause, before, prepositions))
    first = is_place_before (clause, places[0]) ? 1 : n_places;

  if (!conjunction && n_places > first + 1)
    first = n_places - 1; /* "Pretoria, South Africa" */

  for (guint i = first; i < n_places; i++)
    plx_subject_add (subject, plx_clause_at (clause, places[i])->country);

  return n_places > first;
}

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

      i = collect_chain (clause, i, places, &n_places, &conjunction);
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

  if (plx_clause_is (clause, determiner, "neither"))
    {
      subject->negated = !subject->negated;
      singular = FALSE;
    }

  return take_named_before (clause, previous, determiner,
                            singular ? 1 : count_meant (clause, determiner), subject);
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
    {
      if (collect_last (clause, index, 1, FALSE, subject) == 1)
        return TRUE;

      /* Across sentences only where nothing else can be meant. */
      return previous != NULL &&
             collect_last (previous, previous->tokens->len, 2, FALSE, subject) == 1 &&
             collect_last (previous, previous->tokens->len, 1, FALSE, subject) == 1;
    }

  if (plx_clause_is (clause, index, "both") || plx_clause_is (clause, index, "neither"))
    {
      subject->negated ^= plx_clause_is (clause, index, "neither");
      return take_named_before (clause, previous, index, 2, subject);
    }

  return plx_clause_is (clause, index, "they") && previous != NULL &&
         take_last_list (previous, previous->tokens->len, 0, subject);
}

/* "China, which", "China and India, both of which", "countries that". */
static gboolean
take_antecedent (PlxClause  *clause,
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

  if (plx_clause_is (clause, at, ",") || plx_clause_is (clause, at, "--") ||
      plx_clause_is (clause, at, "("))
    at--;

  if (plx_clause_in (clause, at, generic_nouns))
    {
      subject->is_generic = TRUE;
      return TRUE;
    }

  return plx_subject_of_apposition (clause, at, singular, subject);
}

/* "China, the world's second economy, is": over the insertion, to the country;
 * "China, like Russia, is": to both. */
static gboolean
take_over_insertion (PlxClause  *clause,
                     int         index,
                     PlxSubject *subject)
{
  static PlxWordSet openers = { ",", "--", "(", NULL };
  const char *closer = plx_clause_at (clause, index)->word;
  const char *opener = g_str_equal (closer, ")") ? "(" : closer;

  if (!plx_clause_in (clause, index, openers) && !g_str_equal (closer, ")"))
    return FALSE;

  for (int at = index - 1; at > 0 && at >= index - LONGEST_INSERTION; at--)
    {
      if (plx_clause_is_end (clause, at))
        return FALSE;

      if (!plx_clause_is (clause, at, opener) ||
          plx_clause_kind (clause, at - 1) != PLX_TOKEN_COUNTRY)
        continue;

      if (!take_chain (clause, at - 1, subject))
        return FALSE;

      if ((is_companion (clause, at + 1) || is_companion (clause, at + 2)) &&
          plx_clause_kind (clause, index - 1) == PLX_TOKEN_COUNTRY)
        return take_chain (clause, index - 1, subject);

      return TRUE;
    }

  return FALSE;
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

  if (plx_clause_in (clause, at, relatives))
    {
      /* "Officials said that China is": a conjunction, and no relative. */
      return take_antecedent (clause, at, singular, subject);
    }

  if (plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY)
    return take_chain (clause, at, subject);

  if (take_demonstrative (clause, previous, at, subject) ||
      take_pronoun (clause, previous, at, subject) ||
      take_over_insertion (clause, at, subject))
    return TRUE;

  if (plx_clause_in (clause, at, ellipses))
    return plx_subject_first (clause, at, subject);

  if (plx_clause_in (clause, at, generic_nouns))
    {
      subject->is_generic = TRUE;
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_subject_of_apposition:
 * @clause: a sentence
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
                           int         index,
                           gboolean    singular,
                           PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  gboolean conjunction;
  guint n_places;

  if (plx_clause_kind (clause, index) != PLX_TOKEN_COUNTRY)
    return FALSE;

  collect_chain (clause, index, places, &n_places, &conjunction);

  for (guint i = singular || !conjunction ? n_places - 1 : 0; i < n_places; i++)
    plx_subject_add (subject, plx_clause_at (clause, places[i])->country);

  return TRUE;
}

/**
 * plx_subject_list:
 * @clause: a sentence
 * @index: the token where a list of countries starts
 * @singular: whether only the first is meant
 * @subject: filled with what is found
 *
 * Reads a list of countries: "Kenya, Chad and Nigeria".
 *
 * Returns: whether one starts there
 */
gboolean
plx_subject_list (PlxClause  *clause,
                  int         index,
                  gboolean    singular,
                  PlxSubject *subject)
{
  int at = index;
  int behind = index;

  while (plx_clause_in (clause, at, chain_adjectives))
    at++;

  while (plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY)
    {
      /* "Kenya's president" is no item of the list. */
      if (plx_clause_is (clause, at + 1, "'s"))
        break;

      plx_subject_add (subject, plx_clause_at (clause, at)->country);
      behind = ++at;
      if (singular)
        break;

      if (plx_clause_is (clause, at, ","))
        at++;
      if (plx_clause_in (clause, at, conjunctions))
        at++;
      while (plx_clause_in (clause, at, chain_adjectives))
        at++;
      if (at == behind)
        break;
    }

  return subject->n_countries > 0;
}

/**
 * plx_subject_first:
 * @clause: a sentence
 * @index: a token of it
 * @subject: filled with what is found
 *
 * Finds the first country that can be the subject of the part of the sentence
 * in which @index stands: what a verb speaks of that has no subject of its own.
 *
 * Returns: whether there is one
 */
gboolean
plx_subject_first (PlxClause  *clause,
                   int         index,
                   PlxSubject *subject)
{
  int start = index;

  while (!plx_clause_is_end (clause, start - 1))
    start--;

  for (int at = start; at < index; at++)
    {
      int last = at;

      if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      if (plx_clause_is (clause, at + 1, "'s") || plx_clause_in (clause, at - 1, prepositions) ||
          (plx_clause_is (clause, at - 1, "the") &&
           plx_clause_in (clause, at - 2, prepositions)))
        continue;

      while (last + 1 < index && (plx_clause_kind (clause, last + 1) == PLX_TOKEN_COUNTRY ||
                                  plx_clause_is (clause, last + 1, ",") ||
                                  plx_clause_in (clause, last + 1, conjunctions) ||
                                  plx_clause_in (clause, last + 1, chain_adjectives)))
        last++;
      while (plx_clause_kind (clause, last) != PLX_TOKEN_COUNTRY)
        last--;

      return take_chain (clause, last, subject);
    }

  return FALSE;
}
