/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-examples"

#include "config.h"

#include "countries/plx-pass.h"

/* How long a clause may be that tells which one is meant, in phrases. */
#define LONGEST_CLAUSE 10

/* "Ireland and Malta among them" */
static gboolean
is_among_them (PlxPass *self,
               int      index)
{
  return (plx_parse_is (self->parse, index, "among") ||
          plx_parse_is (self->parse, index, "amongst")) &&
         (plx_parse_is (self->parse, index + 1, "them") ||
          plx_parse_is (self->parse, index + 1, "these"));
}

/* "From Portugal to Estonia" */
static int
take_range (PlxPass    *self,
            int         index,
            PlxSubject *subject)
{
  PlxSubject found = { 0 };
  int at;

  if (!plx_parse_is (self->parse, index, "from"))
    return index;

  at = plx_subject_list_ahead (self, index + 1, &found);
  if (at == index + 1 || !plx_parse_is (self->parse, at, "to") ||
      plx_subject_list_ahead (self, at + 1, &found) == at + 1)
    return index;

  for (guint i = 0; i < found.n_countries; i++)
    plx_subject_add (subject, found.countries[i]);

  return at + 2;
}

/* A comma alone joins two clauses: "…members, China said". But "…, China among them". */
static gboolean
take_among_them (PlxPass    *self,
                 int         index,
                 int        *behind,
                 PlxSubject *subject)
{
  PlxSubject found = { 0 };

  *behind = plx_subject_list_ahead (self, index, &found);
  if (*behind == index)
    return FALSE;
  while (plx_parse_kind (self->parse, *behind) == PLX_PHRASE_ADVERB)
    (*behind)++;
  if (!is_among_them (self, *behind))
    return FALSE;

  *subject = found;
  *behind += 2;

  return TRUE;
}

/* "Such as", "include", "are": what opens a list of those whom the noun means. */
static gboolean
is_introduction (const PlxPhrase *phrase)
{
  if (phrase->kind == PLX_PHRASE_PREPOSITION)
    return (phrase->senses & PLX_SENSE_LIKE) != 0;

  return phrase->kind == PLX_PHRASE_VERB && !phrase->verb.unreal &&
         (phrase->verb.act == PLX_ACT_COUNT ||
          (phrase->verb.is_copula && phrase->verb.act == PLX_ACT_OTHER && !phrase->verb.negated));
}

/* "The only one outside the EU *apart from Iceland* is" */
static int
skip_exception (PlxPass *self,
                int      index)
{
  int end;

  if ((plx_parse_at (self->parse, index)->senses & PLX_SENSE_BUT) == 0)
    return index;
  end = plx_subject_list_ahead (self, index + 1, &(PlxSubject) { 0 });

  return plx_parse_kind (self->parse, end) == PLX_PHRASE_VERB ? end : index;
}

/**
 * plx_pass_skip_clause:
 * @self: a pass
 * @index: the place behind a noun
 *
 * Goes over a clause that only tells which one is meant, up to the verb that says who it is: "the
 * only member *that has not signed it* is", "the first country *to leave it* was".
 *
 * Returns: the place of that verb, or @index where there is none
 */
int
plx_pass_skip_clause (PlxPass *self,
                      int      index)
{
  const PlxPhrase *first = plx_parse_at (self->parse, index);
  gboolean relative = first->kind == PLX_PHRASE_RELATIVE;
  gboolean inside = !relative;

  if (!relative && !(first->kind == PLX_PHRASE_VERB && first->verb.infinitive))
    return index;

  for (int at = index + 1; at < index + LONGEST_CLAUSE; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_END || phrase->kind == PLX_PHRASE_RELATIVE ||
          phrase->kind == PLX_PHRASE_SUBORDINATOR)
        return index;
      if (phrase->kind != PLX_PHRASE_VERB)
        continue;
      if (inside && phrase->verb.is_copula && !phrase->verb.infinitive && !phrase->verb.gerund)
        return at;
      inside = TRUE;
    }

  return index;
}

/**
 * plx_pass_list_behind:
 * @self: a pass
 * @end: the place behind a noun in the plural, such as "members"
 * @behind: (out): the place behind the list
 * @subject: filled with what is found
 *
 * Reads the list behind a noun that tells some of those whom it means: "members such as Kenya",
 * "members, among them Kenya", "members are Kenya and Chad".
 *
 * Returns: whether there is one
 */
gboolean
plx_pass_list_behind (PlxPass    *self,
                      int         end,
                      int        *behind,
                      PlxSubject *subject)
{
  int at = plx_pass_skip_clause (self, skip_exception (self, end));
  gboolean introduced = FALSE, denied = FALSE;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_is (self->parse, at, ":"))
    {
      introduced |= plx_parse_is (self->parse, at, ":") || plx_parse_is (self->parse, at, "--") ||
                    plx_parse_is (self->parse, at, "(") ||
                    plx_parse_is (self->parse, at, "only");
      at++;
    }

  *behind = take_range (self, at, subject);
  if (*behind > at)
    return TRUE;

  /* "Members, which include Japan" */
  if (plx_parse_kind (self->parse, at) == PLX_PHRASE_RELATIVE &&
      plx_parse_at (self->parse, at + 1)->verb.act == PLX_ACT_COUNT)
    at++;
  if (is_among_them (self, at))
    {
      at += 2 + plx_parse_is (self->parse, at + 2, ",");
      *behind = plx_subject_list_ahead (self, at, subject);
      return *behind > at;
    }

  if (is_introduction (plx_parse_at (self->parse, at)))
    {
      /* "Do not include China" */
      denied = plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB &&
               plx_parse_at (self->parse, at)->verb.negated;
      introduced = TRUE;
      at++;
    }
  if (introduced)
    {
      *behind = plx_subject_list_ahead (self, at, subject);
      subject->negated ^= denied;
      return *behind > at;
    }

  return at == end + 1 && plx_parse_is (self->parse, end, ",") &&
         take_among_them (self, at, behind, subject);
}
