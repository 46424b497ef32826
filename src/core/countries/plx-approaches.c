/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-approaches"

#include "config.h"

#include "countries/plx-pass.h"

/* "None of them", "one of the oldest", "among the": the quantity that the noun is of. */
static int
skip_quantity (PlxPass  *self,
               int       index,
               PlxApproach *approach)
{
  static PlxWordSet one = { "one", "two", "three", "four", "five", "them", "which", "whom", NULL };
  const PlxPhrase *noun;

  if (plx_parse_is (self->parse, index, "among") || plx_parse_is (self->parse, index, "amongst"))
    return index - 1;
  /* "Figures on the list of the members" */
  if (plx_parse_is (self->parse, index, "of") &&
      (plx_parse_at (self->parse, index - 1)->senses & PLX_SENSE_BODY) != 0 &&
      plx_parse_kind (self->parse, index - 2) == PLX_PHRASE_PREPOSITION)
    return index - 3;

  if (!plx_parse_is (self->parse, index, "of"))
    return index;

  noun = plx_parse_at (self->parse, index - 1);
  if (noun->kind != PLX_PHRASE_NOUN ||
      ((plx_parse_senses (self->parse, index - 1) & (PLX_SENSE_QUANTITY | PLX_SENSE_RANK)) == 0 &&
       !plx_clause_in (self->clause, noun->end - 1, one) &&
       plx_clause_kind (self->clause, noun->end - 1) != PLX_TOKEN_NUMBER))
    return index;

  if (plx_parse_has (self->parse, index - 1, "last") &&
      plx_clause_kind (self->clause, noun->end - 1) == PLX_TOKEN_NUMBER)
    approach->last = plx_clause_at (self->clause, noun->end - 1)->number;
  approach->none ^= noun->negative;
  approach->all |= (noun->senses & PLX_SENSE_QUANTITY) != 0;

  return index - 2;
}

/* "All of them members", "both of which members": the pronoun that stands for what comes before. */
static int
skip_pronoun (PlxPass  *self,
              int       index,
              PlxApproach *approach)
{
  static PlxWordSet pronouns = { "them", "which", "these", "whom", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  if (plx_clause_in (self->clause, noun->start, pronouns) && noun->end - noun->start == 1 &&
      plx_parse_is (self->parse, index - 1, "of"))
    return skip_quantity (self, index - 1, approach);

  /* "Both members", "neither a member" have it in their own phrase; "both still members" not. */
  if (noun->kind == PLX_PHRASE_NOUN && noun->end - noun->start == 1 &&
      (noun->senses & PLX_SENSE_QUANTITY) != 0)
    {
      approach->negated ^= noun->negative;
      approach->all = TRUE;
      return index - 1;
    }

  return index;
}

/* "Though a member", "as a member", "once a member". */
static int
skip_subordinator (PlxPass     *self,
                   int          index,
                   PlxApproach *approach)
{
  approach->former |= plx_parse_is (self->parse, index, "once");
  approach->as |= plx_parse_is (self->parse, index, "as");
  approach->conceded = TRUE;

  return plx_parse_is (self->parse, index, "that") || plx_parse_is (self->parse, index, "than") ||
         plx_parse_is (self->parse, index, "after") ||
         (plx_parse_at (self->parse, index)->senses & PLX_SENSE_CONDITION) != 0 ? index
                                                                              : index - 1;
}

/**
 * plx_pass_approach:
 * @self: a pass
 * @index: the place of a phrase that says how somebody stands
 * @approach: filled with what is found
 *
 * Reads what stands before it that only tells how it is meant: "none of them", "still not",
 * "though".
 */
void
plx_pass_approach (PlxPass     *self,
                   int          index,
                   PlxApproach *approach)
{
  int at = index - 1, next;

  for (;; at = next)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      next = at;
      switch ((guint) phrase->kind)
        {
        case PLX_PHRASE_ADVERB:
          approach->former |= plx_parse_is (self->parse, at, "once") ||
                              (phrase->senses & PLX_SENSE_FORMER) != 0;
          next--;
          break;

        case PLX_PHRASE_NEGATION:
          approach->negated = !approach->negated;
          next--;
          break;

        case PLX_PHRASE_SUBORDINATOR:
          next = skip_subordinator (self, at, approach);
          break;

        case PLX_PHRASE_PREPOSITION:
          next = skip_quantity (self, at, approach);
          if (next == at && plx_parse_is (self->parse, at, "despite"))
            next--;
          break;

        case PLX_PHRASE_NOUN:
          next = skip_pronoun (self, at, approach);
          /* "Became in 2020 a member" */
          if (next == at && plx_pass_skip_aside (self, at - 1) == at + 1)
            next = at - 2;
          break;

        case PLX_PHRASE_VERB:
        case PLX_PHRASE_JOINT:
        case PLX_PHRASE_MARK:
        case PLX_PHRASE_RELATIVE:
        case PLX_PHRASE_END:
        default:
          break;
        }

      if (next == at)
        break;
    }

  approach->before = at;
  /* "Is, since 2011, a party" */
  if (plx_parse_is (self->parse, at, ",") && (next = plx_pass_opening (self, at)) > 0 &&
      plx_parse_kind (self->parse, next - 1) == PLX_PHRASE_VERB &&
      plx_parse_at (self->parse, next - 1)->verb.is_copula)
    approach->before = next - 1;
}
