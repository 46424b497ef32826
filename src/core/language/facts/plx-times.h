/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"
#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxPrecision:
 * @PLX_PRECISION_CLOCK: a time of the day, in minutes
 * @PLX_PRECISION_DAY: a day, or a few of them
 * @PLX_PRECISION_WEEK: a week
 * @PLX_PRECISION_MONTH: a month
 * @PLX_PRECISION_QUARTER: a quarter or a half of a year
 * @PLX_PRECISION_SEASON: a season, as north of the equator
 * @PLX_PRECISION_YEAR: a year
 * @PLX_PRECISION_DECADE: ten years
 * @PLX_PRECISION_CENTURY: a hundred years
 *
 * How exactly a time is told.
 */
typedef enum
{
  PLX_PRECISION_CLOCK,
  PLX_PRECISION_DAY,
  PLX_PRECISION_WEEK,
  PLX_PRECISION_MONTH,
  PLX_PRECISION_QUARTER,
  PLX_PRECISION_SEASON,
  PLX_PRECISION_YEAR,
  PLX_PRECISION_DECADE,
  PLX_PRECISION_CENTURY,
} PlxPrecision;

/**
 * PlxTimeRelation:
 * @PLX_TIME_ON: in it
 * @PLX_TIME_SINCE: from it up to the article's day
 * @PLX_TIME_UNTIL: up to it
 * @PLX_TIME_BEFORE: earlier than it
 * @PLX_TIME_AFTER: later than it
 *
 * How what is told stands to the time.
 */
typedef enum
{
  PLX_TIME_ON,
  PLX_TIME_SINCE,
  PLX_TIME_UNTIL,
  PLX_TIME_BEFORE,
  PLX_TIME_AFTER,
} PlxTimeRelation;

/**
 * PlxTime:
 * @start: first byte of the words that tell it
 * @end: the byte after the last
 * @precision: how exactly
 * @relation: how what is told stands to it; the days are those that it leaves
 * @is_rough: whether it is only told about when: "early May", "around noon"
 * @is_relative: whether it was put on the calendar from the article's day
 * @is_year_guessed: whether it is a month or a day of one, told without the number of its
 *   year
 * @has_zone: whether a clock time is told with its time zone
 * @low: the first day, or 0 where it is open or not known
 * @high: the last day, or 0 where it is open or not known
 * @low_minute: of a clock time, the minute of the day
 * @high_minute: the same, where a range of the clock is told
 *
 * A time in a text.
 */
typedef struct
{
  guint32         start;
  guint32         end;
  PlxPrecision    precision;
  PlxTimeRelation relation;
  gboolean        is_rough;
  gboolean        is_relative;
  gboolean        is_year_guessed;
  gboolean        has_zone;
  PlxDay          low;
  PlxDay          high;
  int             low_minute;
  int             high_minute;
} PlxTime;

GArray *plx_times_find (const PlxLexemes *lexemes,
                        PlxDay            day);

G_END_DECLS
