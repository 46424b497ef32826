/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-fact-finer"

#include "config.h"

#include "comparing/plx-fact-finer.h"

#include <math.h>
#include <string.h>

#include "comparing/plx-stem.h"
#include "comparing/plx-tokens.h"
#include "comparing/plx-word-table.h"

/* How many words "first" may stand before its "in ten years" or "since 2013". */
#define FIRST_REACH 12

/* How far from the article's day "immediately" may lie. */
#define AT_ONCE_BEFORE 3
#define AT_ONCE_AFTER 2

/* Hardly anybody counts years by the month. */
#define YEAR_SLACK 1
#define YEAR_DAYS 365.2425
#define CONVERTED 0.03

/* Who says "more than a year ago" of something may mean this many years. */
#define LONGER 3

#define OWNERS "the its their his her our all these those them"
#define DENIALS "no not never nobody none nor n't hasn't hadn't haven't didn't"
#define SPANS "day week month year decade century"

typedef struct
{
  GArray *facts; /* of PlxFact; the copy that is refined */
  GArray *tokens;
  PlxDay  day;
} Finer;

static PlxFact *
fact_at (Finer *self,
         guint  i)
{
  return &g_array_index (self->facts, PlxFact, i);
}

/* The first token that starts at or behind @byte. */
static guint
token_from (Finer   *self,
            guint32  byte)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (plx_tokens_at (self->tokens, middle)->start < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static PlxFact *
number_from (Finer  *self,
             guint   token,
             guint  *at)
{
  guint32 start = token < self->tokens->len ? plx_tokens_at (self->tokens, token)->start : 0;

  for (guint i = 0; start > 0 && i < self->facts->len; i++)
    {
      if (fact_at (self, i)->kind == PLX_FACT_NUMBER && fact_at (self, i)->start == start)
        {
          *at = i;
          return fact_at (self, i);
        }
    }

  return NULL;
}

/* In "60 of the 90 passengers" it is 60 passengers that are told of; "two of the soldiers" are not
 * how many soldiers there are. Returns whether the fact is to be left out. */
static gboolean
take_portion (Finer   *self,
              PlxFact *fact)
{
  guint next = token_from (self, fact->end), at;
  PlxFact *whole;

  if (fact->kind != PLX_FACT_NUMBER || fact->is_sum || fact->is_time || fact->is_rank ||
      !plx_tokens_among (self->tokens, next, "of"))
    return FALSE;
  next++;
  if (plx_tokens_among (self->tokens, next, OWNERS))
    next++;
  else
    return FALSE;
  if (plx_tokens_among (self->tokens, next, "some about nearly roughly"))
    next++;
  whole = number_from (self, next, &at);
  if (whole == NULL || whole->key == 0 || whole->is_sum || whole->is_time || fact->key != 0)
    return fact->key == 0;

  fact->key = whole->key;
  fact->key_start = whole->key_start;
  fact->key_end = whole->key_end;
  fact->group = whole->group;
  fact->is_fate = whole->is_fate;
  fact->is_telling = whole->is_telling;
  fact->is_portion = TRUE;
  fact->end = whole->end;
  whole->kind = PLX_FACT_ORDER;
  whole->key = 0;

  return FALSE;
}

/* "On Thursday, the second day of the strike" tells when it went on. */
static gboolean
dates_a_stage (Finer         *self,
               const PlxFact *fact)
{
  guint next = token_from (self, fact->end);

  return fact->kind == PLX_FACT_DATE && plx_tokens_among (self->tokens, next, ", –") &&
         plx_tokens_among (self->tokens, next + 1, "the its their his her") &&
         plx_tokens_use (self->tokens, next + 2, PLX_LEX (ORDINAL)) &&
         plx_tokens_among (self->tokens, next + 3, SPANS " straight consecutive full");
}

/* What is to be left out is put out of the way first, since a whole may stand behind its part. */
static void
sort_out (Finer *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->facts->len; i++)
    {
      PlxFact *fact = fact_at (self, i);

      if (take_portion (self, fact) || dates_a_stage (self, fact))
        {
          fact->kind = PLX_FACT_ORDER;
          fact->key = 0;
        }
      changed |= fact->is_portion || (fact->kind == PLX_FACT_ORDER && fact->key == 0);
    }

  for (guint i = self->facts->len; changed && i-- > 0;)
    {
      if (fact_at (self, i)->kind == PLX_FACT_ORDER && fact_at (self, i)->key == 0)
        g_array_remove_index (self->facts, i);
    }
  if (changed)
    plx_facts_set_sole (self->facts);
}

/* "a week of mourning" lasts as long as "seven days of mourning". */
static void
add_span (Finer *self,
          guint  at)
{
  static const struct { const char *word; double seconds; } spans[] = {
    { "day", 86400 },     { "week", 604800 },      { "fortnight", 1209600 },
    { "month", 2629800 }, { "year", 31557600 },    { "decade", 315576000 },
  };
  PlxToken *token = plx_tokens_at (self->tokens, at);

  if (at == 0 || !plx_tokens_among (self->tokens, at - 1, "a one"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      PlxFact fact = { .kind = PLX_FACT_NUMBER, .end = token->end, .key = plx_word_hash ("s", 1),
                       .key_start = token->start, .key_end = token->end, .is_time = TRUE,
                       .value = 1 };

      if (!g_str_equal (token->folded, spans[i].word))
        continue;
      fact.start = plx_tokens_at (self->tokens, at - 1)->start;
      fact.low = spans[i].seconds * (1 - CONVERTED);
      fact.high = spans[i].seconds * (1 + CONVERTED);
      fact.group = fact.key;
      g_array_append_val (self->facts, fact);
      return;
    }
}

/* "The pits have to close immediately" names a day as well as "by Friday". */
static void
add_at_once (Finer *self,
             guint  at)
{
  PlxToken *token = plx_tokens_at (self->tokens, at);
  PlxFact fact = { .kind = PLX_FACT_DATE, .start = token->start, .end = token->end,
                   .key_start = token->start, .key_end = token->end, .is_ahead = TRUE,
                   .is_deadline = TRUE };
  gboolean is_asked = FALSE;

  for (guint i = at; i-- > 0 && at - i < FIRST_REACH / 2 && !is_asked;)
    is_asked = plx_tokens_among (self->tokens, i, "to must shall should will");
  if (!is_asked || self->day == 0)
    return;

  fact.low = self->day - AT_ONCE_BEFORE;
  fact.high = self->day + AT_ONCE_AFTER;
  fact.edge_low = fact.low;
  fact.edge_high = fact.high;
  g_array_append_val (self->facts, fact);
}

/* Whether what stands before some words is the first of its kind, or said not to have been. */
static gboolean
is_first_or_none (Finer *self,
                  guint  at)
{
  for (guint i = at; i-- > 0 && at - i <= FIRST_REACH;)
    {
      if (plx_tokens_among (self->tokens, i, "; : –"))
        return FALSE;
      if (plx_tokens_among (self->tokens, i, "first last " DENIALS))
        return TRUE;
    }

  return FALSE;
}

static void
add_last (Finer   *self,
          guint32  start,
          guint32  end,
          double   low,
          double   high)
{
  PlxFact fact = { .kind = PLX_FACT_LAST, .start = start, .end = end, .key_start = start,
                   .key_end = end, .low = low - YEAR_SLACK, .high = high + YEAR_SLACK };

  g_array_append_val (self->facts, fact);
}

static double
year_of (double day)
{
  return floor (day / YEAR_DAYS) + 1;
}

/* "The first visit since 2013", "no such visit in ten years": since when it had not been. */
static void
find_last (Finer *self)
{
  guint n = self->facts->len;

  for (guint i = 0; i < n; i++)
    {
      PlxFact fact = *fact_at (self, i);
      guint at = token_from (self, fact.start);
      gboolean is_span = fact.kind == PLX_FACT_NUMBER && fact.is_time && fact.value >= 2 &&
                         plx_tokens_among (self->tokens, at - 1, "in for");
      double years = (fact.low + fact.high) / 2 / 31557600;
      double year;

      if (at == 0 || !is_first_or_none (self, at))
        continue;
      if (is_span && years >= 2 && self->day != 0)
        {
          year = year_of (self->day) - floor (years + 0.5);
          add_last (self, fact.start, fact.end, year, year);
        }
      else if (fact.kind == PLX_FACT_ORDER && fact.low == 1 &&
               plx_tokens_among (self->tokens, at, "since"))
        {
          year = g_ascii_strtod (plx_tokens_word (self->tokens, token_from (self, fact.key_start)),
                                 NULL);
          if (year >= 1000 && year < 2200)
            add_last (self, fact.start, fact.end, year, year);
        }
    }
}

/* "80 percent" is as much as "four in five". */
static void
add_shares (Finer *self)
{
  guint32 percent = plx_word_hash ("percent", strlen ("percent"));
  guint n = self->facts->len;

  for (guint i = 0; i < n; i++)
    {
      PlxFact fact = *fact_at (self, i);

      if (fact.kind != PLX_FACT_NUMBER || fact.key != percent)
        continue;
      fact.kind = PLX_FACT_SHARE;
      fact.group = PLX_FACT_OF_HUNDRED;
      g_array_append_val (self->facts, fact);
    }
}

/* A last day is a deadline where something has to be done by it: "by Friday", "until Friday to
 * leave". */
static void
find_deadlines (Finer *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      PlxFact *fact = fact_at (self, i);
      guint first;

      if (fact->kind != PLX_FACT_DATE || fact->edge_high == 0 || fact->is_deadline)
        continue;
      first = token_from (self, fact->start);
      fact->is_deadline = plx_tokens_among (self->tokens, first, "by before") ||
                          plx_tokens_among (self->tokens, token_from (self, fact->end), "to");
    }
}

/* "More than two years ago" is before the year that "two years ago" is. */
static void
set_longer_ago (Finer   *self,
                PlxFact *fact)
{
  guint first = token_from (self, fact->start), ago = token_from (self, fact->end) - 1;
  guint number;
  double days, from;

  if (fact->kind != PLX_FACT_DATE || self->day == 0 || first == 0 || ago < first + 2 ||
      !plx_tokens_among (self->tokens, ago, "ago earlier"))
    return;
  if (plx_tokens_among (self->tokens, first - 1, "over"))
    first -= 1;
  else if (first > 1 && plx_tokens_among (self->tokens, first - 1, "than") &&
           plx_tokens_among (self->tokens, first - 2, "more"))
    first -= 2;
  else
    return;

  days = plx_tokens_among (self->tokens, ago - 1, "year years") ? YEAR_DAYS
         : plx_tokens_among (self->tokens, ago - 1, "month months") ? YEAR_DAYS / 12 : 0;
  number = plx_tokens_among (self->tokens, ago - 2, "a an")
           ? 1 : plx_stem_number_word (plx_tokens_word (self->tokens, ago - 2));
  from = number == G_MAXUINT ? g_ascii_strtod (plx_tokens_word (self->tokens, ago - 2), NULL)
                             : number;
  if (days == 0 || from <= 0)
    return;
  fact->start = fact->key_start = plx_tokens_at (self->tokens, first)->start;
  fact->low = self->day - LONGER * from * days;
  fact->high = self->day - from * days + AT_ONCE_BEFORE;
}

/**
 * plx_facts_refine:
 * @facts: (element-type PlxFact): what was found in a sentence, see [func@facts_find]
 * @tokens: (element-type PlxToken): its words
 * @day: the day of its article, or 0
 *
 * Adds what matters only once it is known that sentences report the same: parts of a whole are
 * told from wholes, lengths of time and last days that no figure tells are found, and since when
 * something had not been.
 *
 * Returns: (transfer full) (element-type PlxFact): the facts that can be held against those of
 *   another sentence
 */
GArray *
plx_facts_refine (GArray *facts,
                  GArray *tokens,
                  PlxDay  day)
{
  Finer self = { g_array_copy (facts), tokens, day };

  sort_out (&self);
  for (guint i = 1; i < tokens->len; i++)
    {
      if (plx_tokens_among (tokens, i, "immediately forthwith straightaway"))
        add_at_once (&self, i);
      else if (plx_tokens_among (tokens, i, "of"))
        add_span (&self, i - 1);
    }
  for (guint i = 0; i < self.facts->len; i++)
    set_longer_ago (&self, fact_at (&self, i));
  find_last (&self);
  add_shares (&self);
  find_deadlines (&self);

  return self.facts;
}
