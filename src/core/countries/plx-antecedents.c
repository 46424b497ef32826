/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-antecedents"

#include "config.h"

#include "countries/plx-pass.h"

/* How many phrases may tell where countries are: "in West and Central Africa". */
#define LONGEST_PLACE 5

/* "One of the 124 *countries* that", "a *country* that": the noun that only says what kind of thing
 * the subject is; what stands before it. -1 where the noun is the subject itself. */
static int
skip_kind (PlxPass *self,
           int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  int at = index;

  if (plx_parse_is (self->parse, at - 1, "of") &&
      plx_parse_kind (self->parse, at - 2) == PLX_PHRASE_NOUN)
    return at - 3;
  if (plx_parse_is (self->parse, at - 1, "among"))
    return at - 2;
  if (plx_clause_is (self->clause, noun->start, "a") ||
      plx_clause_is (self->clause, noun->start, "an") ||
      (plx_parse_senses (self->parse, at) & PLX_SENSE_RANK) != 0 ||
      plx_clause_is (self->clause, noun->start, "another") ||
      (plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_VERB &&
       plx_parse_at (self->parse, at - 1)->verb.is_copula))
    return at - 1;

  return -1;
}

/* "Vietnam, a country that", "Kenya is one of the countries that"; else "countries that", which a
 * list may name later on. */
static gboolean
take_kind (PlxPass    *self,
           int         index,
           PlxSubject *subject)
{
  int before = skip_kind (self, index);
  PlxVerb verb;

  if (before >= 1 && plx_parse_kind (self->parse, before) == PLX_PHRASE_MARK &&
      plx_subject_before_mark (self, before, TRUE, subject))
    return TRUE;
  if (before >= 1 && plx_parse_kind (self->parse, before) == PLX_PHRASE_VERB &&
      plx_parse_at (self->parse, before)->verb.is_copula)
    {
      verb = plx_parse_at (self->parse, before)->verb;
      if (plx_subject_of_verb (self, before, &verb, subject))
        {
          subject->negated ^= verb.negated;
          return TRUE;
        }
    }

  subject->is_generic = TRUE;

  return TRUE;
}

static gboolean
is_generic_noun (PlxPass *self,
                 int      index)
{
  static PlxWordSet others = { "those", "ones", "one", "that", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  return noun->kind == PLX_PHRASE_NOUN &&
         ((noun->senses & (PLX_SENSE_STATE | PLX_SENSE_STATES | PLX_SENSE_MEMBER)) != 0 ||
          plx_clause_in (self->clause, noun->end - 1, others));
}

/* "Hungarian officials, whose country", "Spain's premier, whose parliament": whose it is. */
static gboolean
take_owner (PlxPass    *self,
            int         index,
            PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  if (plx_subject_list_back (self, index, FALSE, subject) <= index)
    {
      /* "The presidents of Chad and Mali", "the minister of Armenia" */
      return TRUE;
    }

  for (int at = noun->end - 1; at >= noun->start; at--)
    {
      if (plx_clause_at (self->clause, at)->country != NULL)
        plx_subject_add (subject, plx_clause_at (self->clause, at)->country);
    }
  if (subject->n_countries > 0 && plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_JOINT)
    take_owner (self, index - 2, subject);

  return subject->n_countries > 0;
}

static gboolean
is_singular (PlxPass *self,
             int      index)
{
  static PlxWordSet singulars = { "is", "has", "does", "was", "belongs", "remains", NULL };

  while (plx_parse_kind (self->parse, index) == PLX_PHRASE_ADVERB)
    index++;

  return plx_clause_in (self->clause, plx_parse_at (self->parse, index)->start, singulars);
}

/* "Which did this, and which", "which is, but which": the one before, or -1. */
static int
find_relative (PlxPass *self,
               int      index)
{
  for (int at = index - 1; plx_parse_kind (self->parse, at) != PLX_PHRASE_END; at--)
    {
      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_RELATIVE)
        return at;
    }

  return -1;
}

/* "The last countries in West and Central Africa that": the noun before the places, or -1. */
static int
find_kind_before (PlxPass *self,
                  int      index)
{
  static PlxWordSet links = { "in", "of", "from", "on", NULL };
  int at = index;

  if (plx_parse_kind (self->parse, at) != PLX_PHRASE_NOUN)
    return -1;
  while (at > index - LONGEST_PLACE &&
         ((plx_parse_kind (self->parse, at) == PLX_PHRASE_NOUN && !is_generic_noun (self, at)) ||
          plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT ||
          plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, links)))
    at--;

  return at < index && is_generic_noun (self, at) &&
         plx_clause_in (self->clause, plx_parse_at (self->parse, at + 1)->start, links) ? at : -1;
}

/**
 * plx_pass_skip_besides:
 * @self: a pass
 * @index: the place of the phrase before a clause
 * @besides: filled with those that are named there
 *
 * Goes back over those of whom the same is said as of the only others: "the only country *besides
 * Chad and Mali* that".
 *
 * Returns: the place before them, or @index where there are none
 */
int
plx_pass_skip_besides (PlxPass    *self,
                       int         index,
                       PlxSubject *besides)
{
  PlxSubject found = { 0 };
  int first = plx_subject_list_back (self, index, FALSE, &found);

  if (first > index || !(plx_parse_is (self->parse, first - 1, "besides") ||
                         (plx_parse_at (self->parse, first - 1)->senses & PLX_SENSE_BUT) != 0))
    return index;

  *besides = found;

  return first - 2;
}

/* "The only countries besides Chad that": of whom that is said, and those besides. */
static gboolean
take_kind_and_besides (PlxPass    *self,
                       int         index,
                       PlxSubject *subject)
{
  PlxSubject besides = { 0 };
  int at = plx_pass_skip_besides (self, index, &besides);

  if (!is_generic_noun (self, at))
    return FALSE;

  take_kind (self, at, subject);
  for (guint i = 0; i < besides.n_countries && !subject->is_generic; i++)
    plx_subject_add (subject, besides.countries[i]);

  return TRUE;
}

/**
 * plx_subject_of_relative:
 * @self: a pass
 * @index: the place of "which", "that", "whose"
 * @subject: filled with what is found
 *
 * Finds to whom a relative belongs: "China, which", "China and India, both of which", "countries
 * that", "Spain's premier, whose country".
 *
 * Returns: whether there are any, or it is "countries that" and the like
 */
gboolean
plx_subject_of_relative (PlxPass    *self,
                         int         index,
                         PlxSubject *subject)
{
  gboolean whose = plx_parse_is (self->parse, index, "whose");
  gboolean all = FALSE;
  int at = index - 1;

  if (plx_parse_is (self->parse, at, "of") &&
      (plx_parse_senses (self->parse, at - 1) & PLX_SENSE_QUANTITY) != 0)
    {
      subject->negated ^= plx_parse_at (self->parse, at - 1)->negative;
      all = TRUE;
      at -= 2;
    }
  else if (plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION)
    {
      at--;
    }

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at--;
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_JOINT)
    {
      int other = find_relative (self, index);

      if (other >= 0)
        return plx_subject_of_relative (self, other, subject);
      at--;
    }
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK)
    {
      /* "Kenya (capital: Nairobi), which" */
      if (plx_pass_opening (self, at - 1) > 0 && plx_parse_is (self->parse, at - 1, ")"))
        at = plx_pass_opening (self, at - 1);
      at--;
    }
  else if (!whose && take_kind_and_besides (self, at, subject))
    {
      return TRUE;
    }

  if (whose)
    return take_owner (self, at, subject);
  /* "The countries of the region that" */
  if (plx_parse_is (self->parse, at - 1, "of") && is_generic_noun (self, at - 2) &&
      plx_parse_kind (self->parse, index - 1) == PLX_PHRASE_NOUN)
    return take_kind (self, at - 2, subject);
  if (plx_subject_list_back (self, at, all, subject) <= at)
    {
      /* "Kenya and Chad, which is" */
      if (!all && subject->n_countries > 1 && is_singular (self, index + 1))
        {
          subject->countries[0] = subject->countries[subject->n_countries - 1];
          subject->n_countries = 1;
        }
      return TRUE;
    }

  if (!whose && find_kind_before (self, at) >= 0)
    return take_kind (self, find_kind_before (self, at), subject);

  /* "A country of the region, which"; "Kenya, a country in the east which" */
  return is_generic_noun (self, at) && skip_kind (self, at) > 0 && take_kind (self, at, subject);
}
