/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quantity-words"

#include "config.h"

#include "language/facts/plx-quantity-words.h"

#include <string.h>

/* How many words may stand between a number and the plural that it counts, itself counted. */
#define REACH 5

typedef struct
{
  const char *words;
  PlxHedge    hedge;
} Hedge;

/* The longer ones come before those that they end with. */
static const Hedge hedges[] = {
  { "no fewer than", PLX_HEDGE_AT_LEAST }, { "no less than", PLX_HEDGE_AT_LEAST },
  { "not fewer than", PLX_HEDGE_AT_LEAST }, { "not less than", PLX_HEDGE_AT_LEAST },
  { "no more than", PLX_HEDGE_AT_MOST }, { "not more than", PLX_HEDGE_AT_MOST },
  { "slightly more than", PLX_HEDGE_JUST_OVER }, { "a little more than", PLX_HEDGE_JUST_OVER },
  { "just more than", PLX_HEDGE_JUST_OVER }, { "slightly less than", PLX_HEDGE_NEARLY },
  { "slightly fewer than", PLX_HEDGE_NEARLY }, { "a little under", PLX_HEDGE_NEARLY },
  { "a little over", PLX_HEDGE_JUST_OVER },
  { "slightly over", PLX_HEDGE_JUST_OVER }, { "slightly under", PLX_HEDGE_NEARLY },
  { "just over", PLX_HEDGE_JUST_OVER }, { "just under", PLX_HEDGE_NEARLY },
  { "just above", PLX_HEDGE_JUST_OVER }, { "just below", PLX_HEDGE_NEARLY },
  { "well over", PLX_HEDGE_MORE_THAN }, { "well above", PLX_HEDGE_MORE_THAN },
  { "far more than", PLX_HEDGE_MORE_THAN }, { "well under", PLX_HEDGE_FEWER_THAN },
  { "far fewer than", PLX_HEDGE_FEWER_THAN }, { "greater than", PLX_HEDGE_MORE_THAN },
  { "higher than", PLX_HEDGE_MORE_THAN }, { "lower than", PLX_HEDGE_FEWER_THAN },
  { "more than", PLX_HEDGE_MORE_THAN }, { "fewer than", PLX_HEDGE_FEWER_THAN },
  { "less than", PLX_HEDGE_FEWER_THAN }, { "at least", PLX_HEDGE_AT_LEAST },
  { "a minimum of", PLX_HEDGE_AT_LEAST }, { "a maximum of", PLX_HEDGE_AT_MOST },
  { "at most", PLX_HEDGE_AT_MOST }, { "at the most", PLX_HEDGE_AT_MOST },
  { "up to", PLX_HEDGE_AT_MOST }, { "as many as", PLX_HEDGE_AT_MOST },
  { "as much as", PLX_HEDGE_AT_MOST }, { "as few as", PLX_HEDGE_AT_LEAST },
  { "as little as", PLX_HEDGE_AT_LEAST }, { "close to", PLX_HEDGE_NEARLY },
  { "an estimated", PLX_HEDGE_ABOUT }, { "some estimated", PLX_HEDGE_ABOUT },
  { "estimated at", PLX_HEDGE_ABOUT }, { "estimated", PLX_HEDGE_ABOUT },
  { "nearing", PLX_HEDGE_NEARLY }, { "nearly", PLX_HEDGE_NEARLY },
  { "almost", PLX_HEDGE_NEARLY }, { "approaching", PLX_HEDGE_NEARLY },
  { "about", PLX_HEDGE_ABOUT }, { "around", PLX_HEDGE_ABOUT }, { "roughly", PLX_HEDGE_ABOUT },
  { "approximately", PLX_HEDGE_ABOUT }, { "circa", PLX_HEDGE_ABOUT },
  { "some", PLX_HEDGE_ABOUT }, { "over", PLX_HEDGE_MORE_THAN },
  { "above", PLX_HEDGE_MORE_THAN }, { "exceeding", PLX_HEDGE_MORE_THAN },
  { "exceeded", PLX_HEDGE_MORE_THAN }, { "under", PLX_HEDGE_FEWER_THAN },
  { "below", PLX_HEDGE_FEWER_THAN },
};

/* Letters before a mark of dollars, and adjectives before its word. */
typedef struct
{
  const char *words;
  PlxUnit     unit;
} Dollar;

static const Dollar dollars[] = {
  { "us u.s. american", { "USD", PLX_UNIT_MONEY, 1 } },
  { "a au australian", { "AUD", PLX_UNIT_MONEY, 1 } },
  { "c ca canadian", { "CAD", PLX_UNIT_MONEY, 1 } },
  { "nz", { "NZD", PLX_UNIT_MONEY, 1 } },
  { "hk", { "HKD", PLX_UNIT_MONEY, 1 } },
  { "s singapore", { "SGD", PLX_UNIT_MONEY, 1 } },
  { "r", { "BRL", PLX_UNIT_MONEY, 1 } },
};

/* Units of two or three lexemes; "*" is a mark. */
typedef struct
{
  const char *words;
  PlxUnit     unit;
} LongUnit;

static const LongUnit long_units[] = {
  { "per cent", { "%", PLX_UNIT_PERCENT, 1 } },
  { "percentage points", { "pp", PLX_UNIT_PERCENT, 1 } },
  { "percentage point", { "pp", PLX_UNIT_PERCENT, 1 } },
  { "percent points", { "pp", PLX_UNIT_PERCENT, 1 } },
  { "basis points", { "bp", PLX_UNIT_PERCENT, 1 } },
  { "square kilometres", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "square kilometers", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "square kilometre", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "square kilometer", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "square km", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "sq km", { "km2", PLX_UNIT_MEASURE, 1 } },
  { "square miles", { "mi2", PLX_UNIT_MEASURE, 1 } },
  { "square mile", { "mi2", PLX_UNIT_MEASURE, 1 } },
  { "square metres", { "m2", PLX_UNIT_MEASURE, 1 } },
  { "square meters", { "m2", PLX_UNIT_MEASURE, 1 } },
  { "square metre", { "m2", PLX_UNIT_MEASURE, 1 } },
  { "square meter", { "m2", PLX_UNIT_MEASURE, 1 } },
  { "square feet", { "ft2", PLX_UNIT_MEASURE, 1 } },
  { "square foot", { "ft2", PLX_UNIT_MEASURE, 1 } },
  { "cubic metres", { "m3", PLX_UNIT_MEASURE, 1 } },
  { "cubic meters", { "m3", PLX_UNIT_MEASURE, 1 } },
  { "cubic kilometres", { "km3", PLX_UNIT_MEASURE, 1 } },
  { "cubic kilometers", { "km3", PLX_UNIT_MEASURE, 1 } },
  { "cubic feet", { "ft3", PLX_UNIT_MEASURE, 1 } },
  { "degrees celsius", { "C", PLX_UNIT_MEASURE, 1 } },
  { "degrees centigrade", { "C", PLX_UNIT_MEASURE, 1 } },
  { "degrees fahrenheit", { "F", PLX_UNIT_MEASURE, 1 } },
  { "degrees c", { "C", PLX_UNIT_MEASURE, 1 } },
  { "degrees f", { "F", PLX_UNIT_MEASURE, 1 } },
  { "* c", { "C", PLX_UNIT_MEASURE, 1 } },
  { "* f", { "F", PLX_UNIT_MEASURE, 1 } },
  { "km * h", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "kilometres per hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "kilometers per hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "kilometres an hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "kilometers an hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "km per hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "km an hour", { "km/h", PLX_UNIT_MEASURE, 1 } },
  { "miles per hour", { "mph", PLX_UNIT_MEASURE, 1 } },
  { "miles an hour", { "mph", PLX_UNIT_MEASURE, 1 } },
  { "nautical miles", { "nmi", PLX_UNIT_MEASURE, 1 } },
  { "metric tons", { "t", PLX_UNIT_MEASURE, 1 } },
  { "metric tonnes", { "t", PLX_UNIT_MEASURE, 1 } },
  { "swiss francs", { "CHF", PLX_UNIT_MONEY, 1 } },
  { "pounds sterling", { "GBP", PLX_UNIT_MONEY, 1 } },
};

/* How many lexemes from @at on are these words, or 0. */
static guint
match (const PlxLexemes *lexemes,
       guint             at,
       const char       *words)
{
  guint n = 0;

  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");

      if (*words == '*' ? plx_lexemes_at (lexemes, at + n)->mark == 0
                        : !plx_lexemes_is_word (lexemes, at + n, words, length))
        return 0;
      n++;
      words += length + (words[length] == ' ');
    }

  return n;
}

static guint
count_words (const char *words)
{
  guint n = 1;

  for (; *words != '\0'; words++)
    n += *words == ' ';

  return n;
}

/**
 * plx_quantity_read_hedge:
 * @lexemes: lexemes
 * @at: the first lexeme of a number
 * @hedge: (out): what stands before it
 *
 * Returns: the first lexeme of what tells before the number how sure it is, or @at
 */
guint
plx_quantity_read_hedge (const PlxLexemes *lexemes,
                         guint             at,
                         PlxHedge         *hedge)
{
  for (guint i = 0; at > 0 && i < G_N_ELEMENTS (hedges); i++)
    {
      guint n = count_words (hedges[i].words);

      if (n <= at && match (lexemes, at - n, hedges[i].words) == n)
        {
          *hedge = hedges[i].hedge;
          return at - n;
        }
    }

  return at;
}

/**
 * plx_quantity_read_or_so:
 * @lexemes: lexemes
 * @at: the lexeme after a number
 * @hedge: (inout): what stands behind it
 *
 * Returns: the lexeme after what tells behind the number how sure it is, or @at
 */
guint
plx_quantity_read_or_so (const PlxLexemes *lexemes,
                         guint             at,
                         PlxHedge         *hedge)
{
  static const Hedge behind[] = {
    { "or so", PLX_HEDGE_ABOUT }, { "odd", PLX_HEDGE_ABOUT }, { "or more", PLX_HEDGE_AT_LEAST },
    { "plus", PLX_HEDGE_AT_LEAST }, { "or less", PLX_HEDGE_AT_MOST },
    { "or fewer", PLX_HEDGE_AT_MOST },
  };
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);

  if (lexeme->mark == '+' && (lexeme->form & PLX_LEXEME_GLUED) != 0)
    {
      *hedge = PLX_HEDGE_AT_LEAST;
      return at + 1;
    }
  if ((lexeme->form & PLX_LEXEME_HYPHEN) == 0 && !plx_lexemes_has_word (lexemes, at, "or"))
    return at;

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      guint n = match (lexemes, at, behind[i].words);

      if (n == 0)
        continue;
      *hedge = behind[i].hedge;
      return at + n;
    }

  return at;
}

/**
 * plx_quantity_currency:
 * @lexemes: lexemes
 * @at: the first lexeme of a number
 * @start: (out): the first lexeme of the currency
 *
 * Returns: (nullable): the currency that stands before the number, as in "US$5", "Rs 500" and
 *   "€200"
 */
const PlxUnit *
plx_quantity_currency (const PlxLexemes *lexemes,
                       guint             at,
                       guint            *start)
{
  const PlxLexeme *mark = plx_lexemes_at (lexemes, at - 1);
  const PlxUnit *unit = NULL;

  *start = at;
  if (at == 0)
    return NULL;
  if (mark->mark != 0 && (plx_lexemes_at (lexemes, at)->form & PLX_LEXEME_GLUED) != 0)
    {
      unit = plx_lexicon_get_currency (mark->mark);
      if (unit != NULL)
        *start = at - 1;
      for (guint i = 0; mark->mark == '$' && at > 1 && i < G_N_ELEMENTS (dollars); i++)
        {
          if ((mark->form & PLX_LEXEME_GLUED) == 0 ||
              !plx_lexemes_has_word (lexemes, at - 2, dollars[i].words))
            continue;
          *start = at - 2;
          return &dollars[i].unit;
        }
      return unit;
    }

  /* "Rs 500", "USD 3 million": codes, and no words. */
  if (mark->unit == NULL || mark->unit->kind != PLX_UNIT_MONEY || mark->end - mark->start > 3 ||
      (mark->form & PLX_LEXEME_CAPITAL) == 0)
    return NULL;
  *start = at - 1;

  return mark->unit;
}

/**
 * plx_quantity_read_unit:
 * @lexemes: lexemes
 * @at: the lexeme after a number
 * @unit: (out) (nullable): what stands there
 *
 * Returns: the lexeme after the unit, or @at where none is
 */
guint
plx_quantity_read_unit (const PlxLexemes  *lexemes,
                        guint              at,
                        const PlxUnit    **unit)
{
  static const PlxUnit percent = { "%", PLX_UNIT_PERCENT, 1 };
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);

  *unit = NULL;
  if (lexeme->mark == '%')
    {
      *unit = &percent;
      return at + 1;
    }
  if (lexeme->mark != 0 && lexeme->mark != 0xb0)
    return at;
  if (plx_lexeme_is (lexeme, PLX_LEX (FUNCTION)) && !plx_lexemes_has_word (lexemes, at, "per"))
    return at;

  for (guint i = 0; i < G_N_ELEMENTS (long_units); i++)
    {
      guint n = match (lexemes, at, long_units[i].words);

      if (n == 0)
        continue;
      *unit = &long_units[i].unit;
      return at + n;
    }

  /* "Canadian dollars". */
  if ((lexeme->form & PLX_LEXEME_CAPITAL) != 0 &&
      plx_lexemes_has_word (lexemes, at + 1, "dollars"))
    for (guint i = 0; i < G_N_ELEMENTS (dollars); i++)
      {
        if (!plx_lexemes_has_word (lexemes, at, dollars[i].words))
          continue;
        *unit = &dollars[i].unit;
        return at + 2;
      }

  if (lexeme->unit == NULL)
    return at;
  /* "5 m" may be metres, "a 5-m" something; "5 c" is nothing. */
  if (lexeme->end - lexeme->start == 1 && (lexeme->form & PLX_LEXEME_GLUED) == 0 &&
      !plx_lexemes_has_word (lexemes, at, "m g"))
    return at;
  *unit = lexeme->unit;

  return at + 1;
}

static gboolean
is_plural (const PlxLexemes *lexemes,
           guint             at)
{
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);
  const char *end = lexemes->text + lexeme->end;

  if (plx_lexeme_is (lexeme, PLX_LEX (PLURAL)))
    return TRUE;
  if (lexeme->end - lexeme->start < 4 || end[-1] != 's' ||
      plx_lexeme_is (lexeme, PLX_LEX (SINGULAR)))
    return FALSE;

  return end[-2] != 's' && end[-2] != 'i' && (end[-2] != 'u' || end[-3] == 'e');
}

/* Where the words that may be counted end: marks, numbers and words that hold a sentence
 * together end them. */
static gboolean
ends_run (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_WORD) == 0 || (lexeme->form & PLX_LEXEME_NUMBER) != 0 ||
         plx_lexeme_is (lexeme, PLX_LEX (FUNCTION) | PLX_LEX (CARDINAL) | PLX_LEX (VAGUE) |
                                PLX_LEX (PAST));
}

/* "12 police officers" is counted in officers, "three United States senators" in senators. */
static guint
extend_plural (const PlxLexemes *lexemes,
               guint             at)
{
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);

  if (!ends_run (plx_lexemes_at (lexemes, at + 1)) && is_plural (lexemes, at + 1) &&
      ((lexeme->form & PLX_LEXEME_CAPITAL) != 0 || plx_lexeme_is (lexeme, PLX_LEX (PLURAL))))
    return at + 1;

  return at;
}

static gboolean
is_adjective (const PlxLexemes *lexemes,
              guint             at)
{
  static const char * const endings[] = {
    "al", "ous", "ful", "ic", "ive", "ish", "able", "ible", "less", "ary", "ese",
  };
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);
  gsize length = lexeme->end - lexeme->start;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n + 2 && memcmp (lexemes->text + lexeme->end - n, endings[i], n) == 0)
        return TRUE;
    }

  return plx_lexemes_has_word (lexemes, at, "major minor big small new old young long short senior "
                                            "junior top key large great high low main former");
}

/* "one elderly woman": of one thing no plural tells where its words end, so it is the first that
 * the lexicon knows as somebody, or else the first that is no adjective by its capital. */
static guint
read_singular (const PlxLexemes *lexemes,
               guint             at)
{
  for (guint i = at; i < at + REACH - 1 && !ends_run (plx_lexemes_at (lexemes, i)); i++)
    {
      if (!plx_lexeme_is (plx_lexemes_at (lexemes, i), PLX_LEX (ROLE) | PLX_LEX (STATE)))
        continue;
      while (!ends_run (plx_lexemes_at (lexemes, i + 1)) &&
             plx_lexeme_is (plx_lexemes_at (lexemes, i + 1), PLX_LEX (ROLE)))
        i++;
      return i + 1;
    }

  if (((plx_lexemes_at (lexemes, at)->form & PLX_LEXEME_CAPITAL) != 0 ||
       is_adjective (lexemes, at)) &&
      !ends_run (plx_lexemes_at (lexemes, at + 1)))
    at++;

  return at + 1;
}

/**
 * plx_quantity_read_counted:
 * @lexemes: lexemes
 * @at: the lexeme after a number
 * @n: the number
 * @first: (out): the first lexeme of what is counted
 *
 * Reads what is counted: in "19,000 deported Ukrainian children" up to the plural.
 *
 * Returns: the lexeme after it, or @at where nothing is
 */
guint
plx_quantity_read_counted (const PlxLexemes *lexemes,
                           guint             at,
                           double            n,
                           guint            *first)
{
  guint state = at;

  *first = at;
  if ((plx_lexemes_at (lexemes, at)->form & PLX_LEXEME_HYPHEN) != 0)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);

      return ends_run (lexeme) || plx_lexemes_has_word (lexemes, at, "strong") ? at : at + 1;
    }
  if (plx_lexemes_has_word (lexemes, at, "more other others additional further"))
    *first = at = at + 1;
  if (ends_run (plx_lexemes_at (lexemes, at)))
    return state;
  if (n == 1)
    return read_singular (lexemes, at);

  for (guint i = at; i < at + REACH && !ends_run (plx_lexemes_at (lexemes, i)); i++)
    {
      if (is_plural (lexemes, i))
        return extend_plural (lexemes, i) + 1;
    }

  if (plx_lexeme_is (plx_lexemes_at (lexemes, at), PLX_LEX (STATE)))
    return at + 1;

  return state;
}
