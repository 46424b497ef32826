/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxFactKind:
 * @PLX_FACT_NUMBER: a number of something
 * @PLX_FACT_DATE: a time
 * @PLX_FACT_ALONE: a word such as "first" or "only" that makes something stand alone
 * @PLX_FACT_CLOCK: a time of the day
 * @PLX_FACT_ORDER: that something was before or after another thing
 */
typedef enum
{
  PLX_FACT_NUMBER,
  PLX_FACT_DATE,
  PLX_FACT_ALONE,
  PLX_FACT_CLOCK,
  PLX_FACT_ORDER,
} PlxFactKind;

/**
 * PlxFact:
 * @kind: what it is
 * @start: first byte of the words that say it
 * @end: the byte after the last
 * @key: hash of the stem of what it is said of: what is counted; for
 *   `PLX_FACT_ALONE` of the word itself
 * @key_start: first byte of what it is said of
 * @key_end: the byte after its last
 * @low: the least that the number can be, the first day, the first minute of the day, or for
 *   `PLX_FACT_ORDER` -1 for before and 1 for after
 * @high: the most that the number can be, the last day, or the last minute
 * @value: the number as it is written, where it is one; else 0
 * @group: what else it could be set beside, where the sentence has one such number only: a sum in
 *   the same currency, a share, a number of people
 * @is_fate: whether it counts those of whom something became: the dead, the missing
 * @is_time: whether it is a length of time, which a sentence tells of many things
 * @is_sole: whether the sentence has one number of that group only
 * @is_rough: whether the number is given as about or at least, or the year of the time is not
 *   told
 * @is_least: whether the number is given as the least that it can be
 * @is_bound: whether it is given as the least or the most that it can be
 * @is_telling: whether what is counted tells by itself what it is about: "cables", "dead", and
 *   not "people" or "days"
 * @is_rank: whether the number says which one it is, as in "the third minister"
 * @is_sum: whether the number is one of money
 *
 * Something in a sentence that another sentence may say differently.
 */
typedef struct
{
  PlxFactKind kind;
  guint32     start;
  guint32     end;
  guint32     key;
  guint32     key_start;
  guint32     key_end;
  double      low;
  double      high;
  double      value;
  guint32     group;
  gboolean    is_fate;
  gboolean    is_time;
  gboolean    is_sole;
  gboolean    is_rough;
  gboolean    is_least;
  gboolean    is_bound;
  gboolean    is_telling;
  gboolean    is_rank;
  gboolean    is_sum;
} PlxFact;

GArray *plx_facts_find_with_tokens (const char  *text,
                                    PlxDay       day,
                                    GArray     **tokens);
GArray *plx_facts_find (const char *text,
                        PlxDay      day);

G_END_DECLS
