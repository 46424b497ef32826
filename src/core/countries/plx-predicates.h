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
 * PlxFindingTime:
 * @PLX_FINDING_NOW: it is so on the day of the article; no time is named
 * @PLX_FINDING_THEN: it was so at the time that is named
 * @PLX_FINDING_SINCE: it has been so since the time that is named
 * @PLX_FINDING_HAPPENED: it came to be so at the time that is named
 * @PLX_FINDING_ONCE: it was so at a time that no date tells: "at the time"
 *
 * How what a sentence says stands to the time that it names.
 */
typedef enum
{
  PLX_FINDING_NOW,
  PLX_FINDING_THEN,
  PLX_FINDING_SINCE,
  PLX_FINDING_HAPPENED,
  PLX_FINDING_ONCE,
} PlxFindingTime;

/**
 * PlxFinding:
 * @country: (nullable): static code, `NULL` where @says is `PLX_SAYS_COUNT`
 * @relation: the relation
 * @says: what is said of the country
 * @count: the number, where @says is `PLX_SAYS_COUNT`
 * @hint: what matters of the wording
 * @is_past: whether it says what was, or came to be, which may be no more
 * @time: how it stands to @from and @to
 * @from: the first day of the time that it names, or 0 where it names none
 * @to: the last day of it
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
  gboolean               is_past;
  PlxFindingTime         time;
  PlxDay                 from;
  PlxDay                 to;
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
