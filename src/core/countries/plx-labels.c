/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-labels"

#include "config.h"

#include "countries/plx-pass.h"

/**
 * plx_pass_label:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads the name of a relation that is put before that of a country with "non", where there is one:
 * "non-NATO Finland", "non-EU countries such as Norway".
 */
void
plx_pass_label (PlxPass *self,
                int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxToken *last = plx_clause_at (self->clause, noun->end - 1);
  PlxPredicate predicate = { .says = PLX_SAYS_NON_MEMBER, .start = index, .end = index + 1 };
  PlxSubject subject = { 0 };
  const PlxRelationInfo *relation = NULL;

  if (noun->kind != PLX_PHRASE_NOUN)
    return;

  for (int at = noun->start; at + 2 < noun->end && relation == NULL; at++)
    {
      if (plx_clause_is (self->clause, at, "non") && plx_clause_is (self->clause, at + 1, "-"))
        relation = plx_clause_at (self->clause, at + 2)->relation;
    }
  if (relation == NULL || *relation->adjective != '\0')
    return;

  if (last->kind == PLX_TOKEN_COUNTRY)
    plx_subject_add (&subject, last->country);
  /* "Non-EU members" is read with the noun. */
  else if (noun->senses != PLX_SENSE_STATES ||
           !plx_pass_list_behind (self, index + 1, &predicate.end, &subject))
    return;

  plx_objects_add (&predicate.objects, relation, FALSE);
  predicate.objects.end = predicate.end;
  if (!plx_pass_is_disclaimed (self, index) && !plx_pass_is_asked (self, index))
    plx_pass_report (self, &subject, &predicate);
}
