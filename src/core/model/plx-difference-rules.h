/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_RULE_NUMBER_EXACT "number-exact"
#define PLX_RULE_NUMBER_BOUND "number-bound"
#define PLX_RULE_NUMBER_ROUGH "number-rough"
#define PLX_RULE_NUMBER_MONEY "number-money"
#define PLX_RULE_NUMBER_RANGE "number-range"
#define PLX_RULE_NUMBER_CURRENCY "number-currency"
#define PLX_RULE_NUMBER_RANK "number-rank"
#define PLX_RULE_NUMBER_AGE "number-age"
#define PLX_RULE_NUMBER_SHARE "number-share"
#define PLX_RULE_NUMBER_SCORE "number-score"
#define PLX_RULE_NUMBER_PARTIES "number-parties"
#define PLX_RULE_DATE_DAY "date-day"
#define PLX_RULE_DATE_PERIOD "date-period"
#define PLX_RULE_DATE_END "date-end"
#define PLX_RULE_DATE_LAST "date-last"
#define PLX_RULE_DATE_CLOCK "date-clock"
#define PLX_RULE_ORDER "order-before-after"
#define PLX_RULE_NAME_HEAD "name-head"
#define PLX_RULE_NAME_OTHER "name-other"
#define PLX_RULE_NAME_ROLE "name-role"
#define PLX_RULE_PLACE "place-other"
#define PLX_RULE_ACTOR_SWAPPED "actor-swapped"
#define PLX_RULE_ACTOR_OTHER "actor-other"
#define PLX_RULE_QUOTE_TRIMMED "quote-trimmed"
#define PLX_RULE_QUOTE_ALTERED "quote-altered"
#define PLX_RULE_QUOTE_SPEAKER "quote-speaker"
#define PLX_RULE_QUOTE_CALLED "quote-called"
#define PLX_RULE_ATTRIBUTION_OTHER "attribution-other"
#define PLX_RULE_ATTRIBUTION_UNNAMED "attribution-unnamed"
#define PLX_RULE_ATTRIBUTION_NONE "attribution-none"
#define PLX_RULE_CERTAINTY_HEDGED "certainty-hedged"
#define PLX_RULE_CERTAINTY_PLANNED "certainty-planned"
#define PLX_RULE_NEGATION "negation-denied"
#define PLX_RULE_OPPOSITE "negation-opposite"
#define PLX_RULE_STANDING "standing-other"
#define PLX_RULE_WORDING_LOADED "wording-loaded"
#define PLX_RULE_WORDING_ALONE "wording-alone"

const char       *plx_difference_rule_find  (const char *id);
const char       *plx_difference_rule_words (const char *id);
const char       *plx_difference_rule_english (const char *id);
PlxDifferenceKind plx_difference_rule_kind  (const char *id);

G_END_DECLS
