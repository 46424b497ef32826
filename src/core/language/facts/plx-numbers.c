/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-numbers"

#include "config.h"

#include "language/facts/plx-numbers.h"

/* No number has more parts: groups of three digits, or words. */
#define MAX_GROUPS 5
#define MAX_PARTS 12

#define HUNDRED 100
#define DOZEN 12

static gboolean
is_use (const PlxLexemes *lexemes,
        guint             at,
        guint64           uses)
{
  return plx_lexeme_is (plx_lexemes_at (lexemes, at), uses);
}

static gboolean
is_glued (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_GLUED) != 0 && (lexeme->form & PLX_LEXEME_HYPHEN) == 0;
}

/* "million", "bn"; a single letter only right behind its digits, and never "m" where it may be
 * metres. */
static gboolean
is_scale (const PlxLexemes *lexemes,
          guint             at)
{
  const PlxLexeme *lexeme = plx_lexemes_at (lexemes, at);

  if (!plx_lexeme_is (lexeme, PLX_LEX (SCALE)))
    return FALSE;
  if (lexeme->end - lexeme->start > 1)
    return TRUE;

  return is_glued (lexeme) && (lexeme->unit == NULL ||
                               (lexeme->form & PLX_LEXEME_CAPITAL) != 0);
}

static gboolean
is_three_digits (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_NUMBER) != 0 && lexeme->end - lexeme->start == 3 &&
         (lexeme->form & (PLX_LEXEME_GLUED | PLX_LEXEME_ORDINAL | PLX_LEXEME_DECADE)) == 0;
}

/* "and a half", as in "two and a half million". */
static gboolean
is_and_a_half (const PlxLexemes *lexemes,
               guint             at)
{
  return plx_lexemes_has_word (lexemes, at, "and") && plx_lexemes_has_word (lexemes, at + 1, "a") &&
         plx_lexemes_has_word (lexemes, at + 2, "half");
}

static guint
read_digits (const PlxLexemes *lexemes,
             guint             at,
             double           *value)
{
  const PlxLexeme *first = plx_lexemes_at (lexemes, at);
  guint next = at + 1;

  if ((first->form & (PLX_LEXEME_CODE | PLX_LEXEME_ORDINAL | PLX_LEXEME_DECADE)) != 0)
    return at;

  *value = first->value;
  /* "19 500", as half of the world groups its digits. */
  if (first->end - first->start <= 3)
    for (; next - at < MAX_GROUPS && is_three_digits (plx_lexemes_at (lexemes, next)); next++)
      *value = *value * 1000 + plx_lexemes_at (lexemes, next)->value;
  if (is_and_a_half (lexemes, next))
    {
      *value += 0.5;
      next += 3;
    }
  for (guint n = 0; n < 2 && is_scale (lexemes, next); n++, next++)
    *value *= plx_lexemes_at (lexemes, next)->value;

  return next;
}

/* "two hundred and fifty thousand", "nineteen", "two dozen", "two and a half million". */
static guint
read_words (const PlxLexemes *lexemes,
            guint             at,
            double           *value)
{
  double total = 0, current = 0;
  gboolean may_add = TRUE, any = FALSE;
  guint next = at;

  while (next - at < MAX_PARTS)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, next);

      if (plx_lexeme_is (lexeme, PLX_LEX (CARDINAL)) && may_add)
        {
          current += lexeme->value;
          may_add = lexeme->value >= 20 && is_use (lexemes, next + 1, PLX_LEX (CARDINAL)) &&
                    plx_lexemes_at (lexemes, next + 1)->value < 10;
          any = TRUE;
          next++;
        }
      else if (any && is_and_a_half (lexemes, next))
        {
          current += 0.5;
          next += 3;
        }
      else if (any && is_scale (lexemes, next) && lexeme->value <= HUNDRED)
        {
          current *= lexeme->value;
          may_add = lexeme->value == HUNDRED;
          next++;
        }
      else if (any && is_scale (lexemes, next))
        {
          total = (total + current) * lexeme->value;
          current = 0;
          may_add = TRUE;
          next++;
        }
      else if (any && may_add && next > at + 1 && plx_lexemes_has_word (lexemes, next, "and") &&
               is_use (lexemes, next + 1, PLX_LEX (CARDINAL)) &&
               is_use (lexemes, next - 1, PLX_LEX (SCALE)))
        {
          next++;
        }
      else
        {
          break;
        }
    }

  *value = total + current;

  return any ? next : at;
}

/**
 * plx_numbers_read:
 * @lexemes: lexemes
 * @at: where to look
 * @value: (out): the number
 *
 * Reads a number in digits or words: "19,000", "2.5 million", "nineteen", "a dozen", "half a
 * million".
 *
 * Returns: the lexeme after it, or @at where none begins
 */
guint
plx_numbers_read (const PlxLexemes *lexemes,
                  guint             at,
                  double           *value)
{
  const PlxLexeme *first = plx_lexemes_at (lexemes, at);

  *value = 0;
  if ((first->form & PLX_LEXEME_NUMBER) != 0)
    return read_digits (lexemes, at, value);
  if (plx_lexeme_is (first, PLX_LEX (CARDINAL)))
    return read_words (lexemes, at, value);

  if (plx_lexeme_is (first, PLX_LEX (FRACTION)) && first->value == 2)
    {
      guint scale = plx_lexemes_has_word (lexemes, at + 1, "a") ? at + 2 : at + 1;

      if (!is_scale (lexemes, scale))
        return at;
      *value = plx_lexemes_at (lexemes, scale)->value / 2;
      return scale + 1;
    }

  if (plx_lexeme_is (first, PLX_LEX (DETERMINER)) && is_scale (lexemes, at + 1) &&
      plx_lexemes_has_word (lexemes, at, "a"))
    {
      *value = plx_lexemes_at (lexemes, at + 1)->value;
      if (is_scale (lexemes, at + 2))
        {
          *value *= plx_lexemes_at (lexemes, at + 2)->value;
          return at + 3;
        }
      return at + 2;
    }

  return at;
}

/**
 * plx_numbers_read_vague:
 * @lexemes: lexemes
 * @at: where to look
 * @low: (out): the least that is meant
 * @high: (out): the most
 *
 * Reads "hundreds", "tens of thousands", "several hundred", "a few dozen". Two is the least that
 * a plural can mean, and ten would be the next word up.
 *
 * Returns: the lexeme after it, or @at where none begins
 */
guint
plx_numbers_read_vague (const PlxLexemes *lexemes,
                        guint             at,
                        double           *low,
                        double           *high)
{
  const PlxLexeme *first = plx_lexemes_at (lexemes, at);
  double scale = first->value;
  gboolean needs_of = scale == 10 || scale == 20;
  guint next = at + 1;

  if (plx_lexeme_is (first, PLX_LEX (VAGUE)))
    {
      gboolean has_of = plx_lexemes_has_word (lexemes, next, "of");

      if (needs_of && !has_of)
        return at;
      if (has_of && is_use (lexemes, next + 1, PLX_LEX (VAGUE)))
        {
          scale *= plx_lexemes_at (lexemes, next + 1)->value;
          next += 2;
        }
    }
  else if (plx_lexeme_is (first, PLX_LEX (DETERMINER)))
    {
      next += plx_lexemes_has_word (lexemes, at, "a");
      if (!plx_lexemes_has_word (lexemes, next - 1, "few several") || !is_scale (lexemes, next))
        return at;
      scale = plx_lexemes_at (lexemes, next)->value;
      next++;
    }
  else
    {
      return at;
    }

  *low = 2 * scale;
  *high = scale == DOZEN || scale == 20 ? 99 : 10 * scale - 1;

  return next;
}

/**
 * plx_numbers_read_fraction:
 * @lexemes: lexemes
 * @at: where to look
 * @value: (out): the fraction
 *
 * Reads "two-thirds", "a quarter", "half". An ordinal is only a fraction where no noun follows:
 * "a third" of something, and not "a third man".
 *
 * Returns: the lexeme after it, or @at where none begins
 */
guint
plx_numbers_read_fraction (const PlxLexemes *lexemes,
                           guint             at,
                           double           *value)
{
  const PlxLexeme *first = plx_lexemes_at (lexemes, at);
  const PlxLexeme *part = plx_lexemes_at (lexemes, at + 1);
  const PlxLexeme *after = plx_lexemes_at (lexemes, at + 2);
  double n = plx_lexeme_is (first, PLX_LEX (CARDINAL)) ? first->value : 1;

  if (plx_lexeme_is (first, PLX_LEX (FRACTION)) && first->value == 2)
    {
      *value = 0.5;
      return at + 1;
    }
  if (!plx_lexeme_is (part, PLX_LEX (FRACTION)) ||
      (!plx_lexeme_is (first, PLX_LEX (CARDINAL)) &&
       !plx_lexemes_has_word (lexemes, at, "a")) || n >= part->value)
    return at;
  if (n == 1 && plx_lexeme_is (part, PLX_LEX (ORDINAL) | PLX_LEX (PERIOD)) &&
      (after->form & PLX_LEXEME_WORD) != 0 && !plx_lexeme_is (after, PLX_LEX (FUNCTION)))
    return at;
  *value = n / part->value;

  return at + 2;
}
