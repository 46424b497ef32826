/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-clause.h"

G_BEGIN_DECLS

/**
 * PlxFindingHints:
 * @PLX_FINDING_PLAIN: said in words of membership
 * @PLX_FINDING_SIGNED: said in words of signing, which are true of one who has signed only
 * @PLX_FINDING_NEVER_SIGNED: denies that it ever signed
 * @PLX_FINDING_AT_LEAST: the number is a lower bound ("more than 120")
 * @PLX_FINDING_AT_MOST: the number is an upper bound ("nearly 130")
 *
 * What matters of the wording when a statement is held against the record.
 */
typedef enum
{
  PLX_FINDING_PLAIN,
  PLX_FINDING_SIGNED,
  PLX_FINDING_NEVER_SIGNED,
  PLX_FINDING_AT_LEAST,
  PLX_FINDING_AT_MOST,
} PlxFindingHint;

/**
 * PlxFinding:
 * @country: (nullable): static code, `NULL` where @says is `PLX_SAYS_COUNT`
 * @relation: the relation
 * @says: what is said of the country
 * @count: the number, where @says is `PLX_SAYS_COUNT`
 * @hint: what matters of the wording
 *
 * What a sentence says of how a country stands.
 */
typedef struct
{
  const char            *country;
  const PlxRelationInfo *relation;
  PlxSays                says;
  guint                  count;
  PlxFindingHint         hint;
} PlxFinding;

/**
 * PlxRecentRelation:
 * @resolve: tells which relation a noun such as "court" means, by the sentences before
 *
 * How the rules ask for what was named in earlier sentences.
 */
typedef const PlxRelationInfo *(*PlxResolveRelation) (const char *noun,
                                                      gpointer    user_data);

gboolean plx_predicates_possible (const char         *text,
                                  gsize               length);
void     plx_predicates_find     (PlxClause          *clause,
                                  PlxClause          *previous,
                                  PlxResolveRelation  resolve,
                                  gpointer            user_data,
                                  GArray             *findings);

G_END_DECLS
