/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-time-clock"

#include "config.h"

#include "language/facts/plx-time-points.h"

#include <stdlib.h>

#define ZONES "gmt utc z bst cet cest eet est edt cst cdt mst mdt pst pdt et ct pt msk ist jst aest"

/* Digits of a clock: "9", "9.30", "21:30". */
static gboolean
read_digits (const PlxTimeSearch *self,
             guint                at,
             guint               *hour,
             guint               *minute,
             gboolean            *has_colon)
{
  const PlxLexeme *lexeme = plx_lexemes_at (self->lexemes, at);
  gsize length = lexeme->end - lexeme->start;
  const char *text = self->lexemes->text + lexeme->start;
  char *end;

  *minute = 0;
  *has_colon = FALSE;
  if ((lexeme->form & PLX_LEXEME_NUMBER) == 0 || length > 5 ||
      (lexeme->form & (PLX_LEXEME_ORDINAL | PLX_LEXEME_DECADE | PLX_LEXEME_GROUPED)) != 0)
    return FALSE;
  *hour = strtoul (text, &end, 10);
  if (end == text + length)
    return length <= 2;
  if ((*end != ':' && *end != '.') || end + 3 != text + length)
    return FALSE;
  *has_colon = *end == ':';
  *minute = strtoul (end + 1, &end, 10);

  return *minute < 60;
}

/* "0930 GMT". */
static gboolean
read_military (const PlxTimeSearch *self,
               guint                at,
               PlxTimePoint        *point)
{
  const PlxLexeme *lexeme = plx_lexemes_at (self->lexemes, at);
  guint value;

  if ((lexeme->form & PLX_LEXEME_NUMBER) == 0 || lexeme->end - lexeme->start != 4 ||
      !plx_lexemes_has_word (self->lexemes, at + 1, ZONES))
    return FALSE;
  value = strtoul (self->lexemes->text + lexeme->start, NULL, 10);
  if (value % 100 > 59 || value > 2359)
    return FALSE;

  point->minute = value / 100 * 60 + value % 100;
  point->past = at + 2;
  point->has_zone = TRUE;

  return TRUE;
}

static void
read_zone (const PlxTimeSearch *self,
           PlxTimePoint        *point)
{
  if (plx_lexemes_has_word (self->lexemes, point->past, ZONES) &&
      (plx_lexemes_at (self->lexemes, point->past)->form & PLX_LEXEME_CAPITAL) != 0)
    {
      point->has_zone = TRUE;
      point->past++;
    }
  else if (plx_lexemes_has_word (self->lexemes, point->past, "local") &&
           plx_lexemes_has_word (self->lexemes, point->past + 1, "time"))
    {
      point->past += 2;
    }
}

/**
 * plx_time_read_clock:
 * @self: the search
 * @at: where to look
 * @point: (out): what was read
 *
 * Reads a time of the day: "9 a.m.", "21:30", "noon", "0930 GMT".
 *
 * Returns: the lexeme after it, or @at
 */
guint
plx_time_read_clock (const PlxTimeSearch *self,
                     guint                at,
                     PlxTimePoint        *point)
{
  guint hour, minute;
  gboolean has_colon;

  *point = (PlxTimePoint) { .first = at, .past = at + 1, .precision = PLX_PRECISION_CLOCK };
  if (plx_lexemes_has_word (self->lexemes, at, "noon midday midnight"))
    {
      point->minute = plx_lexemes_has_word (self->lexemes, at, "midnight") ? 0 : 12 * 60;
      read_zone (self, point);
      return point->past;
    }
  if (read_military (self, at, point))
    return point->past;
  if (!read_digits (self, at, &hour, &minute, &has_colon))
    return at;

  if (plx_lexemes_has_word (self->lexemes, at + 1, "a.m a.m. am p.m p.m. pm"))
    {
      gboolean is_late = plx_lexemes_has_word (self->lexemes, at + 1, "p.m p.m. pm");

      if (hour < 1 || hour > 12)
        return at;
      hour = hour % 12 + (is_late ? 12 : 0);
      point->past++;
    }
  else if (plx_lexemes_has_word (self->lexemes, at + 1, "o'clock") && hour <= 12)
    {
      point->past++;
    }
  else if (!has_colon || hour > 23)
    {
      return at;
    }

  point->minute = hour * 60 + minute;
  read_zone (self, point);

  return point->past;
}
