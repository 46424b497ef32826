/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rosters"

#include "config.h"

#include "countries/plx-pass.h"

/* The relation of which the verb or noun at `index` tells the members: the last that is named
 * before, unless it only belongs to something else. */
static const PlxRelationInfo *
find_relation (PlxPass *self,
               int      index)
{
  for (int at = index - 1; at >= 0; at--)
    {
      const PlxRelationInfo *relation;
      int end;

      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_END)
        return NULL;
      if (plx_parse_kind (self->parse, at) != PLX_PHRASE_NOUN)
        continue;
      if ((relation = plx_pass_relation (self, at, &end)) != NULL)
        return relation;
      /* "The club that calls itself BRICS and comprises", "BRICS, a group that": but "NATO's chief
       * includes" tells of somebody. */
      if (plx_parse_kind (self->parse, at + 1) == PLX_PHRASE_VERB && at + 1 == index)
        return NULL;
    }

  return NULL;
}

/* The place of the list that tells the members, or -1: behind "consists of", "comprises", "made up
 * of", "brings together", "founded by". */
static int
find_list (PlxPass *self,
           int      index)
{
  static PlxWordSet others = { "of", "by", "up", "together", NULL };
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);
  int at = index + 1;

  if (phrase->kind == PLX_PHRASE_NOUN)
    return (phrase->senses & PLX_SENSE_BODY) != 0 && plx_parse_is (self->parse, at, "of") ? at + 1
                                                                                        : -1;
  if (phrase->kind != PLX_PHRASE_VERB || phrase->verb.unreal || phrase->verb.negated)
    return -1;

  while (plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, others))
    at++;

  switch ((guint) phrase->verb.act)
    {
    case PLX_ACT_COUNT:
      return at;

    case PLX_ACT_FORM:
      return phrase->verb.is_passive || phrase->verb.participle ||
             phrase->verb.form == PLX_WORD_PRESENT ? at : -1;

    case PLX_ACT_LET:
      return plx_parse_is (self->parse, at - 1, "together") ||
             plx_parse_is (self->parse, at - 1, "of") ? at : -1;

    default:
      return -1;
    }
}

/**
 * plx_pass_roster:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Reads a list of those that make up a relation, where one begins: "BRICS consists of Brazil,
 * Russia …", "the bloc of Brazil and India".
 */
void
plx_pass_roster (PlxPass *self,
                 int      index)
{
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER, .start = index };
  PlxSubject subject = { 0 };
  const PlxRelationInfo *relation;
  int list = find_list (self, index), end;

  if (list < 0)
    return;

  end = plx_subject_list_ahead (self, list, &subject);
  if (end == list || subject.n_countries < 2 ||
      (relation = find_relation (self, index)) == NULL)
    return;
  /* "The EU includes Norway and Switzerland in its plans" */
  if (plx_parse_kind (self->parse, end) == PLX_PHRASE_PREPOSITION &&
      !plx_parse_is (self->parse, end, "among") && !plx_parse_is (self->parse, end, "as"))
    return;

  plx_objects_add (&predicate.objects, relation, FALSE);
  predicate.end = predicate.objects.end = end;
  if (*relation->adjective == '\0' && !plx_pass_is_disclaimed (self, index) &&
      !plx_pass_is_asked (self, index))
    plx_pass_report (self, &subject, &predicate);
}
