/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-fact-fit"

#include "config.h"

#include "comparing/plx-fact-fit.h"

#include <math.h>

#define YEARS 40

/* How far a figure may be from the round one that stands for it. */
#define ROUNDED 0.06

/* And how far beyond the round one that is told as the least. */
#define FLOORED 1.25

/* How far the figure may be above what is given as the least, and below what is the most. */
#define MOST_ABOVE 1.25
#define LEAST_BELOW 0.9

/* A range that wide tells that nobody knows, which a single figure denies. */
#define WIDE 2

/* How many days two last days may lie apart and be the same. */
#define DAYS_APART 1

/* Articles of so many days are of one time. */
#define MONTH 31

#define DAY_MINUTES (24 * 60)

/* "A third" of something may be 35 % of it. */
#define SHARE_SLACK 4

/* Who writes 1,900 for 1,923 has rounded, and says so no more often than not: whether one is what
 * the other comes to, when it is cut to the places that it tells. */
static gboolean
is_rounded (const PlxFact *round,
            const PlxFact *exact)
{
  double step = 1, value = round->low;

  if (round->is_rough || value < 100 || value != round->high)
    return FALSE;
  while (fmod (value, step * 10) == 0)
    step *= 10;

  return step >= 100 && fabs (exact->low - value) <= MIN (step / 2, value * ROUNDED);
}

/* "More than 100" is said of 112, too. */
static gboolean
is_floor (const PlxFact *round,
          const PlxFact *exact)
{
  return round->low >= 100 && fmod (round->low, 100) == 0 && exact->low >= round->low &&
         exact->low <= FLOORED * round->low;
}

/* Whether a figure has one digit that tells: the others are not counted but left out. */
static gboolean
is_round (double value)
{
  while (value >= 10 && fmod (value, 10) == 0)
    value /= 10;

  return value < 10 && value == floor (value);
}

/* A limit may leave room for much, and yet nobody who knows of 60 writes "at least 43". */
static gboolean
is_borne_out (const PlxFact *bound,
              const PlxFact *exact)
{
  if (exact->is_rough || is_round (bound->value))
    return TRUE;

  return bound->is_least ? exact->low <= MOST_ABOVE * bound->value
                         : exact->low >= LEAST_BELOW * bound->value;
}

/**
 * plx_facts_have_range:
 * @a: a number
 * @b: a number of the same
 *
 * "Between 30 and 100" and 100: the one does not know what the other says.
 *
 * Returns: whether one is a wide range and the other is none
 */
gboolean
plx_facts_have_range (const PlxFact *a,
                      const PlxFact *b)
{
  const PlxFact *range = a->is_range ? a : b;

  return a->is_range != b->is_range && range->low > 0 && range->high > WIDE * range->low;
}

/* "At least 32" and "at least 41" can both be true, and still the one has counted more. */
static gboolean
numbers_fit (const PlxFact *a,
             const PlxFact *b)
{
  if (a->is_sum && b->is_sum && a->key != b->key)
    return FALSE;
  if (a->is_least && b->is_least)
    return fabs (a->low - b->low) <= 0.1 * MAX (a->low, b->low) || is_floor (a, b) ||
           is_floor (b, a);

  if (is_rounded (a, b) || is_rounded (b, a))
    return TRUE;
  if ((a->is_bound && a->value > 0 && !is_borne_out (a, b)) ||
      (b->is_bound && b->value > 0 && !is_borne_out (b, a)) || plx_facts_have_range (a, b))
    return FALSE;

  return a->low <= b->high + 1e-9 && b->low <= a->high + 1e-9;
}

static gboolean
clocks_fit (const PlxFact *a,
            const PlxFact *b)
{
  for (int day = -1; day <= 1; day++)
    {
      if (a->low + day * DAY_MINUTES <= b->high && b->low <= a->high + day * DAY_MINUTES)
        return TRUE;
    }

  return FALSE;
}

static gboolean
orders_fit (const PlxFact *a,
            const PlxFact *b)
{
  return a->low == b->low;
}

/* The day of an article is often that of the page and not that of the report, so a month whose
 * year is not told may be that of any year. */
static gboolean
meet_in_some_year (double   low_a,
                   double   high_a,
                   double   low_b,
                   double   high_b)
{
  for (int year = -YEARS; year <= YEARS; year++)
    {
      double shift = floor (year * 365.25);

      if (low_a + shift <= high_b + 1 && low_b <= high_a + shift + 1)
        return TRUE;
    }

  return FALSE;
}

/* The first day that a time may mean, where only its end counts. */
static double
first_edge (const PlxFact *fact)
{
  return fact->edge_high > 0 ? fact->edge_low : fact->low;
}

static double
last_edge (const PlxFact *fact)
{
  return fact->edge_high > 0 ? fact->edge_high : fact->high;
}

/**
 * plx_facts_count_by_ends:
 * @a: a time
 * @b: another
 *
 * Two last days are held side by side by their ends, and so is a deadline with a day that is yet
 * to come: what is to end by December does not end in June.
 *
 * Returns: whether only the ends of the two are to be looked at
 */
gboolean
plx_facts_count_by_ends (const PlxFact *a,
                         const PlxFact *b)
{
  if (a->edge_high > 0 && b->edge_high > 0)
    return a->is_deadline == b->is_deadline;

  return (a->is_deadline && a->edge_high > 0 && b->is_ahead) ||
         (b->is_deadline && b->edge_high > 0 && a->is_ahead);
}

/* "In May" and "two years ago" are told from one day where the articles are of one month, so that
 * the May is that of one year. */
static gboolean
tell_from_one_day (const PlxFact *a,
                   const PlxFact *b)
{
  return a->is_rough != b->is_rough && (a->is_relative || b->is_relative) && a->day != 0 &&
         b->day != 0 && ABS ((double) a->day - b->day) <= MONTH;
}

static gboolean
dates_fit (const PlxFact *a,
           const PlxFact *b)
{
  gboolean by_ends = plx_facts_count_by_ends (a, b);
  double low_a = by_ends ? first_edge (a) - DAYS_APART : a->low;
  double high_a = by_ends ? last_edge (a) + DAYS_APART : a->high;
  double low_b = by_ends ? first_edge (b) : b->low;
  double high_b = by_ends ? last_edge (b) : b->high;

  if ((!a->is_rough && !b->is_rough) || tell_from_one_day (a, b))
    return low_a <= high_b && low_b <= high_a;

  return meet_in_some_year (low_a, high_a, low_b, high_b);
}

static gboolean
years_fit (const PlxFact *a,
           const PlxFact *b)
{
  return a->low <= b->high && b->low <= a->high;
}

static gboolean
scores_fit (const PlxFact *a,
            const PlxFact *b)
{
  return a->low == b->low && a->high == b->high;
}

/* A part, and what is left of the whole: a third against it and two thirds for it are one count. */
static gboolean
shares_fit (const PlxFact *a,
            const PlxFact *b)
{
  gboolean is_same = a->low <= b->high + SHARE_SLACK && b->low <= a->high + SHARE_SLACK;
  gboolean is_rest = !a->is_rough && !b->is_rough && fabs (a->low + b->low - 100) <= SHARE_SLACK;

  return is_same || is_rest || (a->group != 0 && a->group == b->group);
}

/**
 * plx_facts_fit:
 * @a: something that a sentence says
 * @b: something of the same kind that another one says
 *
 * Returns: whether both can be said of the same thing and bear each other out
 */
gboolean
plx_facts_fit (const PlxFact *a,
               const PlxFact *b)
{
  g_return_val_if_fail (a->kind == b->kind, TRUE);

  switch (a->kind)
    {
    case PLX_FACT_NUMBER:
    case PLX_FACT_AGE:
      return numbers_fit (a, b);

    case PLX_FACT_DATE:
      return dates_fit (a, b);

    case PLX_FACT_CLOCK:
      return clocks_fit (a, b);

    case PLX_FACT_LAST:
      return years_fit (a, b);

    case PLX_FACT_SHARE:
      return shares_fit (a, b);

    case PLX_FACT_ORDER:
      return orders_fit (a, b);

    case PLX_FACT_SCORE:
      return scores_fit (a, b);

    case PLX_FACT_ALONE:
    default:
      return TRUE;
    }
}
