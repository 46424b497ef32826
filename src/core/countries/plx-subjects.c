/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-subjects"

#include "config.h"

#include "countries/plx-pass.h"

#define STATE_SENSES (PLX_SENSE_STATE | PLX_SENSE_STATES)

/* The last country, or its adjective, that a noun has before its last word: "Armenia's", "the
 * Kuwaiti". */
static const char *
find_owner (PlxPass *self,
            int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  for (int at = noun->end - 2; at >= noun->start; at--)
    {
      PlxTokenKind kind = plx_clause_kind (self->clause, at);

      if (kind == PLX_TOKEN_DEMONYM ||
          (kind == PLX_TOKEN_COUNTRY && plx_clause_is (self->clause, at + 1, "'s")))
        return plx_clause_at (self->clause, at)->country;
    }

  return NULL;
}

/* "The government of Kenya", "Kuwait's government", "its parliament". */
static gboolean
take_government (PlxPass    *self,
                 int         index,
                 PlxSubject *subject)
{
  const char *owner = find_owner (self, index);
  int of = index + 1;

  if (owner != NULL)
    {
      plx_subject_add (subject, owner);
      return TRUE;
    }
  if (plx_parse_is (self->parse, of, "in") || plx_parse_is (self->parse, of, "of"))
    return plx_subject_list_ahead (self, of + 1, subject) > of + 1;

  return plx_parse_is (self->parse, index, "its") &&
         plx_anaphora_it (self, plx_parse_at (self->parse, index)->start, subject);
}

/* How many countries "both countries", "the two", "the three states" are; 0 where that is not
 * told. */
static guint
count_meant (PlxPass *self,
             int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  for (int at = noun->start; at < noun->end; at++)
    {
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER)
        return plx_clause_at (self->clause, at)->number;
    }

  return plx_parse_is (self->parse, index, "both") || plx_parse_is (self->parse, index, "neither")
         ? 2 : 0;
}

/* The only country that is named before a token, or the only one that is named as somebody's
 * there: "in Russia, Turkey's president". */
static const char *
find_only (PlxPass  *self,
           int       end,
           gboolean  owners)
{
  const char *only = NULL;

  for (int at = 0; at < end; at++)
    {
      const PlxToken *token = plx_clause_at (self->clause, at);

      if (token->country == NULL || token->country == only ||
          (owners && token->kind != PLX_TOKEN_DEMONYM &&
           !plx_clause_is (self->clause, at + 1, "'s")))
        continue;
      if (only != NULL)
        return NULL;
      only = token->country;
    }

  return only;
}

/* "Austria's chancellor said his country": where the sentence has spoken of one only. */
static gboolean
take_whose (PlxPass    *self,
            int         index,
            PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const char *only = NULL;

  if ((noun->senses & PLX_SENSE_STATE) == 0 || noun->end - noun->start != 2 ||
      (!plx_parse_is (self->parse, index, "his") && !plx_parse_is (self->parse, index, "her")))
    return FALSE;

  only = find_only (self, noun->start, FALSE);
  if (only == NULL)
    only = find_only (self, noun->start, TRUE);
  if (only != NULL)
    plx_subject_add (subject, only);

  return only != NULL;
}

/* "The country", "this East African nation", "both countries", "neither", "the two". */
static gboolean
take_described (PlxPass    *self,
                int         index,
                PlxSubject *subject)
{
  static PlxWordSet definite = { "the", "this", "these", "both", "neither", "all", "either",
                                 "that", NULL };
  static PlxWordSet articles = { "the", "these", "all", NULL };
  static PlxWordSet alone = { "both", "neither", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  int last = noun->end - 1;
  guint n = count_meant (self, index);
  gboolean number = plx_clause_kind (self->clause, last) == PLX_TOKEN_NUMBER;

  if (take_whose (self, index, subject))
    return TRUE;
  if (!plx_clause_in (self->clause, noun->start, definite))
    return FALSE;

  /* "The two", "both" */
  if (number ? plx_clause_in (self->clause, last - 1, articles)
             : noun->end - noun->start == 1 && plx_clause_in (self->clause, last, alone))
    return plx_anaphora_named (self, noun->start, n, subject);

  if ((noun->senses & PLX_SENSE_STATE) != 0 && n == 0)
    return plx_anaphora_named (self, noun->start, 1, subject);
  if ((noun->senses & STATE_SENSES) == 0)
    return FALSE;

  if (n > 0)
    return plx_anaphora_named (self, noun->start, n, subject);

  return plx_clause_in (self->clause, noun->start, articles) && noun->end - noun->start == 2 &&
         (plx_anaphora_list (self, noun->start, subject) ||
          plx_anaphora_named (self, noun->start, 2, subject));
}

/* "We are no member, the Indian minister said", "our country": the only one that the sentence
 * speaks of by an adjective or as somebody's. */
static gboolean
take_speaker (PlxPass    *self,
              int         index,
              PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const char *only = NULL;

  if (!plx_parse_is (self->parse, index, "we") &&
      !(plx_parse_is (self->parse, index, "our") && (noun->senses & STATE_SENSES) != 0))
    return FALSE;

  /* "We in Britain" */
  if (plx_parse_is (self->parse, index + 1, "in") &&
      plx_clause_kind (self->clause, plx_parse_at (self->parse, index + 2)->end - 1) ==
      PLX_TOKEN_COUNTRY)
    return plx_subject_list_ahead (self, index + 2, subject) > index + 2;

  for (int at = 0; at < (int) self->clause->tokens->len; at++)
    {
      const PlxToken *token = plx_clause_at (self->clause, at);

      if (token->country == NULL || token->country == only)
        continue;
      if (only != NULL || !(token->kind == PLX_TOKEN_DEMONYM ||
                            plx_clause_is (self->clause, at + 1, "'s")))
        return FALSE;
      only = token->country;
    }
  if (only != NULL)
    plx_subject_add (subject, only);

  return only != NULL;
}

static gboolean
take_pronoun (PlxPass    *self,
              int         index,
              PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  /* "The latter", "the former" */
  if (plx_clause_is (self->clause, noun->end - 1, "latter"))
    return plx_anaphora_named (self, noun->start, 1, subject);
  if (plx_clause_is (self->clause, noun->end - 1, "former"))
    {
      PlxSubject pair = { 0 };

      if (!plx_anaphora_named (self, noun->start, 2, &pair))
        return FALSE;
      plx_subject_add (subject, pair.countries[0]);
      return TRUE;
    }

  if (take_speaker (self, index, subject))
    return TRUE;
  if (noun->end - noun->start != 1)
    return FALSE;
  if (plx_parse_is (self->parse, index, "it"))
    return plx_anaphora_it (self, noun->start, subject);

  return (plx_parse_is (self->parse, index, "they") ||
          plx_parse_is (self->parse, index, "them")) &&
         plx_anaphora_they (self, noun->start, subject);
}

/* "None of the three", "one of these countries", "both of them": what the quantity is of. */
static gboolean
take_part (PlxPass    *self,
           int         index,
           PlxSubject *subject)
{
  static PlxWordSet these = { "the", "these", "those", NULL };
  const PlxPhrase *part;
  int of = index + 1;

  if ((plx_parse_at (self->parse, index)->senses & PLX_SENSE_QUANTITY) == 0 ||
      !plx_parse_is (self->parse, of, "of"))
    return FALSE;

  part = plx_parse_at (self->parse, of + 1);
  if (plx_subject_of_noun (self, of + 1, subject))
    return TRUE;

  return plx_clause_in (self->clause, part->start, these) &&
         (part->senses & (STATE_SENSES | PLX_SENSE_QUANTITY)) != 0 &&
         plx_anaphora_list (self, part->start, subject);
}

/**
 * plx_subject_of_noun:
 * @self: a pass
 * @index: the place of a noun
 * @subject: filled with what is found
 *
 * Tells which countries a noun stands for: by their names, as the government that acts for them, or
 * by what was named before.
 *
 * Returns: whether it stands for any
 */
gboolean
plx_subject_of_noun (PlxPass    *self,
                     int         index,
                     PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxToken *last = plx_clause_at (self->clause, noun->end - 1);
  gboolean found;

  if (noun->kind != PLX_PHRASE_NOUN || noun->end == noun->start)
    return FALSE;

  if (last->kind == PLX_TOKEN_COUNTRY)
    {
      plx_subject_add (subject, last->country);
      found = TRUE;
    }
  else if ((noun->senses & PLX_SENSE_GOVERNMENT) != 0)
    {
      found = take_government (self, index, subject);
    }
  /* "The Gambian nation's people" are none; "the kingdom of Morocco" is. */
  else if ((noun->senses & PLX_SENSE_STATE) != 0 && plx_parse_is (self->parse, index + 1, "of") &&
           plx_clause_at (self->clause, plx_parse_at (self->parse, index + 2)->end - 1)->kind ==
           PLX_TOKEN_COUNTRY && !plx_parse_is (self->parse, index, "a"))
    {
      found = plx_subject_of_noun (self, index + 2, subject);
    }
  else
    {
      found = take_part (self, index, subject) || take_described (self, index, subject) ||
              take_pronoun (self, index, subject);
    }

  subject->negated ^= found && noun->negative;

  return found;
}

static gboolean
is_name (PlxPass *self,
         int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  return noun->kind == PLX_PHRASE_NOUN && noun->end > noun->start &&
         (plx_clause_kind (self->clause, noun->end - 1) == PLX_TOKEN_COUNTRY ||
          ((noun->senses & PLX_SENSE_GOVERNMENT) != 0 && find_owner (self, index) != NULL));
}

static gboolean
is_and (PlxPass *self,
        int      index)
{
  return plx_parse_kind (self->parse, index) == PLX_PHRASE_JOINT &&
         !plx_parse_is (self->parse, index, "but") && !plx_parse_is (self->parse, index, "yet");
}

/* The name before the one at `index` in a list, or -1. */
static int
find_before (PlxPass  *self,
             int       index,
             gboolean *conjunction)
{
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at--;
  if (is_and (self, at))
    {
      *conjunction = TRUE;
      at--;
    }
  if (plx_parse_is (self->parse, at, ","))
    {
      /* "Neither Kenya, which is far, nor Chad" */
      int opening = *conjunction ? plx_pass_opening (self, at) : -1;

      if (opening > 0 && !is_name (self, at - 1))
        at = opening;
      else if (opening > 0 && is_name (self, opening - 1) && !is_name (self, opening + 1))
        at = opening;
      at--;
    }

  /* "Poland, the Baltic states and Romania" */
  if (*conjunction && at < index - 1 && !is_name (self, at) &&
      (plx_parse_at (self->parse, at)->senses & PLX_SENSE_STATES) != 0 &&
      plx_parse_is (self->parse, at - 1, ","))
    at -= 2;

  return at < index - 1 && is_name (self, at) ? at : -1;
}

static gboolean
is_opened (PlxPass *self,
           int      index)
{
  return plx_parse_is (self->parse, index, "neither") ||
         plx_parse_is (self->parse, index, "both") || plx_parse_is (self->parse, index, "either");
}

/* "India, Pakistan and four other states": those of them that are named. */
static gboolean
take_rest (PlxPass    *self,
           int         index,
           PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  gboolean conjunction = TRUE;
  int before;

  if (noun->kind != PLX_PHRASE_NOUN || !is_and (self, index - 1) ||
      ((noun->senses & STATE_SENSES) == 0 && !plx_parse_has (self->parse, index, "others")))
    return FALSE;

  before = index - 2 - plx_parse_is (self->parse, index - 2, ",");
  if (!is_name (self, before))
    return FALSE;

  for (; before >= 0; before = find_before (self, before, &conjunction))
    plx_subject_of_noun (self, before, subject);

  return TRUE;
}

/**
 * plx_subject_list_back:
 * @self: a pass
 * @index: the place of a noun
 * @all: whether commas alone may join names: "Kenya, Chad, both members"
 * @subject: filled with what is found
 *
 * Takes the noun, and those that a list joins to it from before.
 *
 * Returns: the place of the first of them, or @index + 1 where it stands for no country
 */
int
plx_subject_list_back (PlxPass    *self,
                       int         index,
                       gboolean    all,
                       PlxSubject *subject)
{
  int places[PLX_SUBJECT_MAX], first = index;
  gboolean conjunction = all;
  guint n = 0;

  if (!is_name (self, index))
    {
      if (take_rest (self, index, subject))
        return index;
      return plx_subject_of_noun (self, index, subject) ? index : index + 1;
    }

  for (int at = index; at >= 0 && n < PLX_SUBJECT_MAX; at = find_before (self, at, &conjunction))
    {
      places[n++] = at;
      first = at;
      /* "Like Israel, neither Egypt nor Lebanon" */
      if (n > 1 && conjunction && is_opened (self, at))
        break;
      /* "Pretoria, South Africa", "unlike A and B, C": the last joint must be one. */
      if (n > 1 && !conjunction)
        {
          n = 1;
          first = index;
          break;
        }
    }
  for (guint i = n; i > 0; i--)
    plx_subject_of_noun (self, places[i - 1], subject);

  return first;
}

/* "Malta, the smallest, and Germany": what only describes one of a list. Returns the place of the
 * comma behind it, or `index`. */
static int
skip_description (PlxPass *self,
                  int      index)
{
  static PlxWordSet articles = { "the", "a", "an", "its", "their", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index + 1);

  return plx_parse_is (self->parse, index, ",") && noun->kind == PLX_PHRASE_NOUN &&
         plx_clause_in (self->clause, noun->start, articles) && !is_name (self, index + 1) &&
         plx_parse_is (self->parse, index + 2, ",") && is_and (self, index + 3) &&
         is_name (self, index + 4) ? index + 2 : index;
}

/**
 * plx_subject_list_ahead:
 * @self: a pass
 * @index: the place of a noun
 * @subject: filled with what is found
 *
 * Takes the list of names that begins there.
 *
 * Returns: the place behind it, or @index where there is none
 */
int
plx_subject_list_ahead (PlxPass    *self,
                        int         index,
                        PlxSubject *subject)
{
  int at = index, end = index;

  /* "Like Israel, neither Egypt nor Lebanon": two lists */
  while (is_name (self, at) && (at == index || !is_opened (self, at)))
    {
      plx_subject_of_noun (self, at, subject);
      end = ++at;

      at = plx_pass_skip_aside (self, at);
      at = skip_description (self, at);
      if (plx_parse_is (self->parse, at, ","))
        at++;
      if (is_and (self, at))
        at++;
      while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
        at++;
      if (at == end)
        break;
    }

  return end;
}
