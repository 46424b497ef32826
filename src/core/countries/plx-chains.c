/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-chains"

#include "config.h"

#include "countries/plx-subjects.h"

static PlxWordSet conjunctions = { "and", "or", "nor", "&", NULL };
static PlxWordSet chain_adjectives = { "the", "neighbouring", "neighboring", "nearby", "fellow",
                                       "host", "even", "also", "both", NULL };
static PlxWordSet deniers = { "neither", "none", "nor", NULL };
static PlxWordSet prepositions = { "in", "of", "from", "to", "with", "against", "at", "on", "over",
                                   "between", "into", "toward", "towards", "via", "through",
                                   "near", "within", "about", "by", "for", "across", NULL };
static PlxWordSet companions = { "besides", "like", "alongside", "including", "as", NULL };
static PlxWordSet exceptions = { "unlike", "except", "excluding", "excepting", "barring", NULL };
static PlxWordSet conditions = { "if", "whether", "unless", "should", "were", "had", NULL };

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

/**
 * plx_chain_collect:
 * @clause: a sentence
 * @index: the last country of a list
 * @places: (out caller-allocates) (array fixed-size=24): where its countries stand, in order
 * @n_places: (out): how many they are
 * @conjunction: (out): whether "and" or the like joins them, and not just commas
 *
 * Finds the countries that a list joins to the one at @index.
 *
 * Returns: the place of the first
 */
int
plx_chain_collect (PlxClause *clause,
                   int        index,
                   int       *places,
                   guint     *n_places,
                   gboolean  *conjunction)
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

/**
 * plx_chain_is_companion:
 * @clause: a sentence
 * @index: a token
 *
 * Returns: whether the word there adds the country behind it to others: "besides", "like"
 */
gboolean
plx_chain_is_companion (PlxClause *clause,
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

/**
 * plx_chain_is_preposition:
 * @clause: a sentence
 * @index: a token
 *
 * Returns: whether a preposition stands there, so that what follows is no subject
 */
gboolean
plx_chain_is_preposition (PlxClause *clause,
                          int        index)
{
  return plx_clause_in (clause, index, prepositions);
}

/* "Unlike A and B, C is": where the comma stands behind which the subject begins. */
static guint
find_last_comma (PlxClause *clause,
                 const int *places,
                 guint      n_places)
{
  for (guint i = n_places - 1; i > 0; i--)
    {
      int at = places[i] - 1;

      while (plx_clause_in (clause, at, chain_adjectives))
        at--;
      if (plx_clause_is (clause, at, ","))
        return i;
    }

  return n_places;
}

/**
 * plx_chain_take:
 * @clause: a sentence
 * @index: the last country before a verb
 * @subject: filled with what is found
 *
 * Takes the list that ends at @index for the subject of the verb, without those
 * in it that are only compared with ("unlike A") or tell where ("in A, B is").
 *
 * Returns: whether any country is left
 */
gboolean
plx_chain_take (PlxClause  *clause,
                int         index,
                PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  guint n_places, first = 0;
  gboolean conjunction;
  int before = plx_chain_collect (clause, index, places, &n_places, &conjunction) - 1;

  while (plx_clause_in (clause, before, chain_adjectives))
    before--;

  if (plx_clause_in (clause, before, conditions))
    return FALSE;

  if (plx_clause_in (clause, before, exceptions) ||
      (plx_clause_is (clause, before, "from") && plx_clause_is (clause, before - 1, "apart")))
    first = find_last_comma (clause, places, n_places);
  else if (plx_clause_in (clause, before, deniers))
    subject->negated = !subject->negated;
  else if (is_head_of_country (clause, before))
    subject->negated ^= plx_clause_in (clause, before - 1, deniers);
  else if (plx_chain_is_companion (clause, before))
    conjunction = TRUE; /* "besides A, B": both of them */
  else if (plx_clause_in (clause, before, prepositions))
    first = is_place_before (clause, places[0]) ? 1 : n_places;

  if (!conjunction && n_places > first + 1)
    first = n_places - 1; /* "Pretoria, South Africa" */

  for (guint i = first; i < n_places; i++)
    plx_subject_add (subject, plx_clause_at (clause, places[i])->country);

  return n_places > first;
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

      return plx_chain_take (clause, last, subject);
    }

  return FALSE;
}
