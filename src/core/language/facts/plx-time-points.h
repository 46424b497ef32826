/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/facts/plx-times.h"

G_BEGIN_DECLS

/**
 * PlxTimePoint:
 * @first: its first lexeme
 * @past: the lexeme after its last
 * @precision: how exactly it is told
 * @low: the first day, or 0
 * @high: the last day, or 0
 * @month: the month that it names, or 0
 * @is_relative: whether it was put on the calendar from the article's day
 * @is_rough: whether it is only told about when
 * @takes_the: whether a "the" before it belongs to it
 * @minute: of a clock time, the minute of the day
 * @has_zone: whether a clock time is told with its time zone
 *
 * A time without what stands before it.
 */
typedef struct
{
  guint        first;
  guint        past;
  PlxPrecision precision;
  PlxDay       low;
  PlxDay       high;
  guint        month;
  gboolean     is_relative;
  gboolean     is_rough;
  gboolean     takes_the;
  int          minute;
  gboolean     has_zone;
} PlxTimePoint;

/**
 * PlxTimeSearch:
 * @lexemes: the text
 * @day: the article's day, or 0
 * @anchor: the day that was told last, or 0
 */
typedef struct
{
  const PlxLexemes *lexemes;
  PlxDay            day;
  PlxDay            anchor;
} PlxTimeSearch;

guint  plx_time_read_clock    (const PlxTimeSearch *self,
                               guint                at,
                               PlxTimePoint        *point);
guint  plx_time_read_absolute (const PlxTimeSearch *self,
                               guint                at,
                               PlxTimePoint        *point);
guint  plx_time_read_relative (const PlxTimeSearch *self,
                               guint                at,
                               PlxTimePoint        *point);
guint  plx_time_read_season   (const PlxTimeSearch *self,
                               guint                i,
                               PlxTimePoint        *point);
int    plx_time_get_tense     (const PlxTimeSearch *self,
                               guint                first,
                               guint                past);
guint  plx_time_year_at       (const PlxTimeSearch *self,
                               guint                at);
PlxDay plx_day_new            (int                  year,
                               guint                month,
                               guint                day);
PlxDay plx_day_get_last       (int                  year,
                               guint                month);
void   plx_day_split          (PlxDay               day,
                               int                 *year,
                               guint               *month,
                               guint               *of_month);

G_END_DECLS
