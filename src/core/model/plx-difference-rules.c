/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference-rules"

#include "config.h"

#include "model/plx-difference-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char        *id;
  PlxDifferenceKind  kind;
  const char        *words;
} Rule;

/* The ids are kept in libraries and on the command line: none is ever given another meaning. */
static const Rule rules[] = {
  { PLX_RULE_NUMBER_EXACT, PLX_DIFFERENCE_NUMBER,
    N_("They give different figures for the same thing.") },
  { PLX_RULE_NUMBER_BOUND, PLX_DIFFERENCE_NUMBER,
    N_("One gives a limit, such as “more than”, and the other’s figure is beyond it.") },
  { PLX_RULE_NUMBER_ROUGH, PLX_DIFFERENCE_NUMBER,
    N_("One gives a rough figure, and the other’s is too far from it to be the same rounded.") },
  { PLX_RULE_NUMBER_MONEY, PLX_DIFFERENCE_NUMBER,
    N_("They give different sums of money for the same thing.") },
  { PLX_RULE_NUMBER_RANGE, PLX_DIFFERENCE_NUMBER,
    N_("One gives a wide range, and the other a single figure.") },
  { PLX_RULE_NUMBER_CURRENCY, PLX_DIFFERENCE_NUMBER,
    N_("They give the sum in different currencies.") },
  { PLX_RULE_NUMBER_RANK, PLX_DIFFERENCE_NUMBER,
    N_("They count differently which one in a row it is.") },
  { PLX_RULE_NUMBER_AGE, PLX_DIFFERENCE_NUMBER,
    N_("They give different ages.") },
  { PLX_RULE_NUMBER_SHARE, PLX_DIFFERENCE_NUMBER,
    N_("They give different parts of the whole.") },
  { PLX_RULE_NUMBER_SCORE, PLX_DIFFERENCE_NUMBER,
    N_("They give different results of a match or a vote.") },
  { PLX_RULE_NUMBER_PARTIES, PLX_DIFFERENCE_NUMBER,
    N_("They give different numbers of members of the same treaty or bloc.") },
  { PLX_RULE_DATE_DAY, PLX_DIFFERENCE_DATE,
    N_("They put it on different days.") },
  { PLX_RULE_DATE_PERIOD, PLX_DIFFERENCE_DATE,
    N_("They put it in different weeks, months or years.") },
  { PLX_RULE_DATE_END, PLX_DIFFERENCE_DATE,
    N_("They give different last days for it.") },
  { PLX_RULE_DATE_LAST, PLX_DIFFERENCE_DATE,
    N_("They say differently since when it had not been.") },
  { PLX_RULE_DATE_CLOCK, PLX_DIFFERENCE_DATE,
    N_("They give different times of the day.") },
  { PLX_RULE_ORDER, PLX_DIFFERENCE_ORDER,
    N_("One puts it before something, and the other after it.") },
  { PLX_RULE_NAME_HEAD, PLX_DIFFERENCE_NAME,
    N_("The same thing bears another name.") },
  { PLX_RULE_NAME_OTHER, PLX_DIFFERENCE_NAME,
    N_("Each tells it of another thing of the same kind.") },
  { PLX_RULE_NAME_ROLE, PLX_DIFFERENCE_NAME,
    N_("The same part is another person’s or another body’s.") },
  { PLX_RULE_PLACE, PLX_DIFFERENCE_PLACE,
    N_("They put it in different places.") },
  { PLX_RULE_ACTOR_SWAPPED, PLX_DIFFERENCE_ACTOR,
    N_("Who does it and to whom it is done is the other way round.") },
  { PLX_RULE_ACTOR_OTHER, PLX_DIFFERENCE_ACTOR,
    N_("They say of different ones that they have done it.") },
  { PLX_RULE_QUOTE_TRIMMED, PLX_DIFFERENCE_QUOTATION,
    N_("One leaves out words in the middle of what somebody has said.") },
  { PLX_RULE_QUOTE_ALTERED, PLX_DIFFERENCE_QUOTATION,
    N_("Between the quotation marks the words are not the same.") },
  { PLX_RULE_QUOTE_SPEAKER, PLX_DIFFERENCE_QUOTATION,
    N_("The same words are put into different mouths.") },
  { PLX_RULE_QUOTE_CALLED, PLX_DIFFERENCE_QUOTATION,
    N_("They quote different words by which the same one calls it.") },
  { PLX_RULE_ATTRIBUTION_OTHER, PLX_DIFFERENCE_ATTRIBUTION,
    N_("They name different sources for the same.") },
  { PLX_RULE_ATTRIBUTION_UNNAMED, PLX_DIFFERENCE_ATTRIBUTION,
    N_("One names who says so, and the other has it from people without a name.") },
  { PLX_RULE_ATTRIBUTION_NONE, PLX_DIFFERENCE_ATTRIBUTION,
    N_("One tells who says so, and the other states it as a fact.") },
  { PLX_RULE_CERTAINTY_HEDGED, PLX_DIFFERENCE_CERTAINTY,
    N_("One says it with a reservation, such as “reportedly”, and the other plainly.") },
  { PLX_RULE_CERTAINTY_PLANNED, PLX_DIFFERENCE_CERTAINTY,
    N_("One says that it is planned or will be, and the other that it has happened.") },
  { PLX_RULE_NEGATION, PLX_DIFFERENCE_NEGATION,
    N_("One says it, and the other that it is not so.") },
  { PLX_RULE_OPPOSITE, PLX_DIFFERENCE_NEGATION,
    N_("They use words that mean the opposite of each other.") },
  { PLX_RULE_STANDING, PLX_DIFFERENCE_NEGATION,
    N_("They say differently how a country stands to a treaty or bloc.") },
  { PLX_RULE_WORDING_LOADED, PLX_DIFFERENCE_WORDING,
    N_("They call the same thing by words that take sides differently.") },
  { PLX_RULE_WORDING_ALONE, PLX_DIFFERENCE_WORDING,
    N_("They say differently what it is the first, the only or the largest of.") },
};

static const Rule *
lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (g_str_equal (rules[i].id, id))
        return &rules[i];
    }

  return NULL;
}

/**
 * plx_difference_rule_find:
 * @id: what may be the id of a rule
 *
 * Returns: (nullable): the same id as a static string, or `NULL` where there is no such rule
 */
const char *
plx_difference_rule_find (const char *id)
{
  const Rule *rule = lookup (id);

  return rule != NULL ? rule->id : NULL;
}

/**
 * plx_difference_rule_words:
 * @id: (nullable): the id of a rule
 *
 * Tells in a sentence why something counts as a difference, as “One says it, and the other that
 * it is not so.”
 *
 * Returns: (transfer none): the sentence, translated; empty where there is no such rule
 */
const char *
plx_difference_rule_words (const char *id)
{
  const Rule *rule = id != NULL ? lookup (id) : NULL;

  return rule != NULL ? _(rule->words) : "";
}

/**
 * plx_difference_rule_english:
 * @id: (nullable): the id of a rule
 *
 * Tells the same for programs, and for what has to be the same in all languages of the user.
 *
 * Returns: (transfer none): the sentence in English; empty where there is no such rule
 */
const char *
plx_difference_rule_english (const char *id)
{
  const Rule *rule = id != NULL ? lookup (id) : NULL;

  return rule != NULL ? rule->words : "";
}

/**
 * plx_difference_rule_kind:
 * @id: the id of a rule
 *
 * Returns: of which kind the differences are that it finds
 */
PlxDifferenceKind
plx_difference_rule_kind (const char *id)
{
  const Rule *rule = lookup (id);

  g_return_val_if_fail (rule != NULL, PLX_DIFFERENCE_WORDING);

  return rule->kind;
}
