/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-appositions"

#include "config.h"

#include "countries/plx-pass.h"

/**
 * plx_subject_before_mark:
 * @self: a pass
 * @mark: the place of a comma, a dash or a bracket
 * @all: whether what follows speaks of all that a list before the mark names
 * @subject: filled with what is found
 *
 * Finds the countries to which words behind a mark are set in apposition.
 *
 * Returns: whether there are any
 */
gboolean
plx_subject_before_mark (PlxPass    *self,
                         int         mark,
                         gboolean    all,
                         PlxSubject *subject)
{
  PlxSubject found = { 0 };
  int at = mark - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
    at--;
  /* "Kenya, a neighbour of Chad, a member": over the first apposition. */
  if (plx_subject_list_back (self, at, FALSE, &found) > at)
    return FALSE;

  if (!all && found.n_countries > 1)
    {
      plx_subject_add (subject, found.countries[found.n_countries - 1]);
      return TRUE;
    }
  for (guint i = 0; i < found.n_countries; i++)
    plx_subject_add (subject, found.countries[i]);
  subject->negated ^= found.negated;

  return TRUE;
}

/**
 * plx_subject_behind_comma:
 * @self: a pass
 * @index: the place behind what stands at the front of a sentence
 * @subject: filled with what is found
 *
 * Finds the subject of the clause that follows on words at its front: "As a member of it, Kenya
 * must", "having joined it in 2004, Latvia".
 *
 * Returns: whether there is one
 */
gboolean
plx_subject_behind_comma (PlxPass    *self,
                          int         index,
                          PlxSubject *subject)
{
  int at = index;

  while (plx_parse_kind (self->parse, at) != PLX_PHRASE_END &&
         !plx_parse_is (self->parse, at, ",") && at < index + 6)
    {
      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB ||
          plx_parse_kind (self->parse, at) == PLX_PHRASE_RELATIVE)
        return FALSE;
      at++;
    }
  if (!plx_parse_is (self->parse, at, ","))
    return FALSE;

  for (at++; plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB; at++)
    {
    }

  return plx_subject_list_ahead (self, at, subject) > at ||
         plx_subject_of_noun (self, at, subject);
}
