/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"

G_BEGIN_DECLS

/**
 * PlxQuantityKind:
 * @PLX_QUANTITY_COUNT: a number of things, or a number alone
 * @PLX_QUANTITY_MONEY: a sum
 * @PLX_QUANTITY_PERCENT: hundredths, or points of such
 * @PLX_QUANTITY_SHARE: a part of a whole: "two-thirds", "one in five"
 * @PLX_QUANTITY_MEASURE: a length, a weight, a temperature, …
 * @PLX_QUANTITY_DURATION: a length of time
 * @PLX_QUANTITY_AGE: how old somebody is
 * @PLX_QUANTITY_RANK: which one it is: "the third minister"
 * @PLX_QUANTITY_SCORE: a result of two numbers, which are the low and the high
 *
 * What a number is.
 */
typedef enum
{
  PLX_QUANTITY_COUNT,
  PLX_QUANTITY_MONEY,
  PLX_QUANTITY_PERCENT,
  PLX_QUANTITY_SHARE,
  PLX_QUANTITY_MEASURE,
  PLX_QUANTITY_DURATION,
  PLX_QUANTITY_AGE,
  PLX_QUANTITY_RANK,
  PLX_QUANTITY_SCORE,
} PlxQuantityKind;

/**
 * PlxHedge:
 * @PLX_HEDGE_EXACT: told plainly
 * @PLX_HEDGE_ABOUT: "about", "some", "roughly"
 * @PLX_HEDGE_NEARLY: "nearly", "just under"
 * @PLX_HEDGE_JUST_OVER: "just over"
 * @PLX_HEDGE_AT_LEAST: "at least"
 * @PLX_HEDGE_MORE_THAN: "more than", "over"
 * @PLX_HEDGE_AT_MOST: "up to", "as many as"
 * @PLX_HEDGE_FEWER_THAN: "fewer than", "under"
 * @PLX_HEDGE_BETWEEN: "10 to 15"
 * @PLX_HEDGE_VAGUE: "dozens", "several hundred"
 *
 * How sure a number is told.
 */
typedef enum
{
  PLX_HEDGE_EXACT,
  PLX_HEDGE_ABOUT,
  PLX_HEDGE_NEARLY,
  PLX_HEDGE_JUST_OVER,
  PLX_HEDGE_AT_LEAST,
  PLX_HEDGE_MORE_THAN,
  PLX_HEDGE_AT_MOST,
  PLX_HEDGE_FEWER_THAN,
  PLX_HEDGE_BETWEEN,
  PLX_HEDGE_VAGUE,
} PlxHedge;

/**
 * PlxQuantity:
 * @kind: what it is
 * @hedge: how sure it is told
 * @low: the number, or the least of two
 * @high: the number, or the most of two
 * @unit: (nullable): static symbol of the unit: "km", "week", "USD"
 * @start: first byte of the words that say it, with the hedge and what is counted
 * @end: the byte after the last
 * @number_start: first byte of the number alone
 * @number_end: the byte after its last
 * @counted_start: first byte of what is counted or ranked
 * @counted_end: the byte after its last, or 0 where nothing is
 *
 * A number in a text.
 */
typedef struct
{
  PlxQuantityKind  kind;
  PlxHedge         hedge;
  double           low;
  double           high;
  const char      *unit;
  guint32          start;
  guint32          end;
  guint32          number_start;
  guint32          number_end;
  guint32          counted_start;
  guint32          counted_end;
} PlxQuantity;

GArray *plx_quantities_find (const PlxLexemes *lexemes,
                             GArray           *times);

G_END_DECLS
