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
 * @PLX_FACT_LAST: the year since which something had not been
 * @PLX_FACT_AGE: how old somebody is
 * @PLX_FACT_SHARE: a part of a whole, in hundredths
 * @PLX_FACT_SCORE: a result of two numbers, of which the low is the smaller
 */
typedef enum
{
  PLX_FACT_NUMBER,
  PLX_FACT_DATE,
  PLX_FACT_ALONE,
  PLX_FACT_CLOCK,
  PLX_FACT_ORDER,
  PLX_FACT_LAST,
  PLX_FACT_AGE,
  PLX_FACT_SHARE,
  PLX_FACT_SCORE,
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
 * @low: the least that the number can be, the first day, the first minute of the day, the first
 *   year, or for `PLX_FACT_ORDER` -1 for before and 1 for after
 * @high: the most that the number can be, the last day, the last minute, or the last year
 * @edge_low: of a time up to which something is told, the first day that may be meant by its end
 * @edge_high: the last one; 0 where the time has no such end
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
 * @is_most: whether it is given as the most that it can be
 * @is_range: whether the number is told as one between two
 * @is_portion: whether it is told of how many it is a part: "60 of the 90 passengers"
 * @is_deadline: whether something has to be done by the time, so that no other day bears it out
 * @is_ahead: whether the time is after the day of the article
 * @is_relative: whether the time is told by how far it is from that day
 * @day: that day, or 0
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
  double      edge_low;
  double      edge_high;
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
  gboolean    is_most;
  gboolean    is_range;
  gboolean    is_portion;
  gboolean    is_deadline;
  gboolean    is_ahead;
  gboolean    is_relative;
  PlxDay      day;
} PlxFact;

GArray *plx_facts_find_with_tokens (const char  *text,
                                    PlxDay       day,
                                    GArray     **tokens);
GArray *plx_facts_find             (const char  *text,
                                    PlxDay       day);
void    plx_facts_set_sole         (GArray      *facts);

G_END_DECLS
