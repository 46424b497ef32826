/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-anaphora"

#include "config.h"

#include "countries/plx-pass.h"

static PlxWordSet conjunctions = { "and", "or", "nor", "&", NULL };
static PlxWordSet adjectives = { "the", "neighbouring", "neighboring", "nearby", "fellow", "even",
                                 "also", "both", NULL };

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

/* The country before the separator that stands before the one at `token`, or -1: ",", "and",
 * "as well as", "along with". */
static int
find_neighbour (PlxClause *clause,
                int        token,
                gboolean  *conjunction)
{
  int at = token - 1, before;

  while (plx_clause_in (clause, at, adjectives))
    at--;

  before = at;
  if (plx_clause_in (clause, at, conjunctions))
    {
      *conjunction = TRUE;
      at--;
    }
  else if (plx_clause_is (clause, at, "as") && plx_clause_is (clause, at - 1, "well"))
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

/* The list that ends with the country at `token`, in order. Returns how many it has. */
static guint
collect_list (PlxClause *clause,
              int        token,
              int       *first,
              gboolean  *conjunction,
              int        places[PLX_SUBJECT_MAX])
{
  guint n = 0;

  *conjunction = FALSE;
  for (int at = token; at >= 0 && n < PLX_SUBJECT_MAX;
       at = find_neighbour (clause, at, conjunction))
    {
      places[n++] = at;
      *first = at;
    }

  for (guint i = 0; i < n / 2; i++)
    {
      int other = places[n - 1 - i];

      places[n - 1 - i] = places[i];
      places[i] = other;
    }

  return n;
}

/* The countries of the last list before `token`, of `n` of them, or of any number where that is
 * 0. */
static gboolean
take_last_list (PlxClause  *clause,
                int         token,
                guint       n,
                PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX];
  gboolean conjunction;

  for (int at = token - 1; at > 0; at--)
    {
      guint n_places;

      if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      n_places = collect_list (clause, at, &at, &conjunction, places);
      if (n_places < 2 || !conjunction || (n != 0 && n_places != n))
        continue;

      for (guint i = 0; i < n_places; i++)
        plx_subject_add (subject, plx_clause_at (clause, places[i])->country);
      return TRUE;
    }

  return FALSE;
}

/* The last `n` different countries named before `token`, in their order. */
static guint
collect_last (PlxClause  *clause,
              int         token,
              guint       n,
              gboolean    demonyms,
              PlxSubject *subject)
{
  PlxSubject found = { 0 };

  for (int i = token - 1; i >= 0 && found.n_countries < n; i--)
    {
      PlxTokenKind kind = plx_clause_kind (clause, i);

      if (kind == PLX_TOKEN_COUNTRY || (demonyms && kind == PLX_TOKEN_DEMONYM))
        plx_subject_add (&found, plx_clause_at (clause, i)->country);
    }

  for (guint i = found.n_countries; found.n_countries == n && i > 0; i--)
    plx_subject_add (subject, found.countries[i - 1]);

  return found.n_countries;
}

/**
 * plx_anaphora_named:
 * @self: a pass
 * @token: a token
 * @n: how many countries are meant
 * @subject: filled with what is found
 *
 * Finds the countries of which "this country", "both countries" … speak: those that were named just
 * before, by name rather than by adjective.
 *
 * Returns: whether there are any
 */
gboolean
plx_anaphora_named (PlxPass    *self,
                    int         token,
                    guint       n,
                    PlxSubject *subject)
{
  PlxClause *previous = self->previous;

  /* "A and B": those that a list sets side by side, not others named after it. */
  if (n > 1 && take_last_list (self->clause, token, n, subject))
    return TRUE;

  /* "The Saudi minister said the kingdom" */
  if (collect_last (self->clause, token, n, FALSE, subject) == n ||
      (n == 1 && collect_last (self->clause, token, n, TRUE, subject) == n))
    return TRUE;

  if (previous == NULL)
    return FALSE;

  if (n > 1 && take_last_list (previous, previous->tokens->len, n, subject))
    return TRUE;

  return collect_last (previous, previous->tokens->len, n, FALSE, subject) == n ||
         collect_last (previous, previous->tokens->len, n, TRUE, subject) == n;
}

/**
 * plx_anaphora_list:
 * @self: a pass
 * @token: a token
 * @subject: filled with what is found
 *
 * Finds the last list of countries before a token, in this sentence or the one before.
 *
 * Returns: whether there is one
 */
gboolean
plx_anaphora_list (PlxPass    *self,
                   int         token,
                   PlxSubject *subject)
{
  return take_last_list (self->clause, token, 0, subject) ||
         (self->previous != NULL &&
          take_last_list (self->previous, self->previous->tokens->len, 0, subject));
}

/* The first country that is not just a place where something happens. */
static gboolean
take_main_country (PlxClause  *clause,
                   int         token,
                   PlxSubject *subject)
{
  for (int at = 0; at < token; at++)
    {
      const PlxWordInfo *info;

      if (plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      info = plx_clause_at (clause, at - 1 - plx_clause_is (clause, at - 1, "the"))->info;
      if (info != NULL && (info->word_class == PLX_WORD_PREPOSITION ||
                           info->word_class == PLX_WORD_TO))
        continue;

      plx_subject_add (subject, plx_clause_at (clause, at)->country);
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_anaphora_it:
 * @self: a pass
 * @token: where "it" stands
 * @subject: filled with what is found
 *
 * Finds what "it" is: the country the sentence is about, else the last one named, unless an earlier
 * "it" tells that something else is meant.
 *
 * Returns: whether there is one
 */
gboolean
plx_anaphora_it (PlxPass    *self,
                 int         token,
                 PlxSubject *subject)
{
  PlxClause *previous = self->previous;
  int end = previous != NULL ? (int) previous->tokens->len : 0;

  if (take_main_country (self->clause, token, subject))
    return TRUE;

  for (int at = token - 1; at >= 0 && !plx_clause_is (self->clause, at, "it"); at--)
    {
      if (plx_clause_kind (self->clause, at) != PLX_TOKEN_COUNTRY)
        continue;

      plx_subject_add (subject, plx_clause_at (self->clause, at)->country);
      return TRUE;
    }

  if (previous == NULL)
    return FALSE;

  /* Across sentences a country that is only a place must be the only one. */
  return take_main_country (previous, end, subject) ||
         (collect_last (previous, end, 2, FALSE, subject) == 1 &&
          collect_last (previous, end, 1, FALSE, subject) == 1);
}

/**
 * plx_anaphora_they:
 * @self: a pass
 * @token: where "they" stands
 * @subject: filled with what is found
 *
 * Finds who "they" are: several that are named together, before them or in the sentence before.
 *
 * Returns: whether there are any
 */
gboolean
plx_anaphora_they (PlxPass    *self,
                   int         token,
                   PlxSubject *subject)
{
  return plx_anaphora_list (self, token, subject);
}
