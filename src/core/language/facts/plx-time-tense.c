/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-time-tense"

#include "config.h"

#include "language/facts/plx-time-points.h"

/* How far from a time the verb may stand that tells whether it is over. */
#define TENSE_BEFORE 14
#define TENSE_AFTER 10

static const PlxLexeme *
at (const PlxTimeSearch *self,
    guint                i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const PlxTimeSearch *self,
          guint                i,
          const char          *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

/* Which way the verb at @i looks, or 0. What is told in the present tense with a day is on the
 * calendar. */
static int
look (const PlxTimeSearch *self,
      guint                i)
{
  const PlxLexeme *lexeme = at (self, i);
  gsize length = lexeme->end - lexeme->start;
  const char *end = self->lexemes->text + lexeme->end;

  if ((lexeme->form & PLX_LEXEME_WORD) == 0)
    return 0;
  if (plx_lexeme_is (lexeme, PLX_LEX (MODAL)))
    {
      /* "could have met" is over. */
      return (lexeme->form & PLX_LEXEME_CAPITAL) == 0 && !has_word (self, i + 1, "have") ? 1 : 0;
    }
  /* "a set of questions", "their plans" look nowhere. */
  if (plx_lexeme_is (lexeme, PLX_LEX (AHEAD)))
    return !has_word (self, i, "set plan plans hope hopes need needs wish wishes aim aims vow vows "
                               "promise promises pledges try tries") ||
           has_word (self, i + 1, "to for") ? 1 : 0;
  if (plx_lexeme_is (lexeme, PLX_LEX (PAST)) || has_word (self, i, "had did has didn't hadn't"))
    return -1;
  if (length > 4 && end[-1] == 'd' && end[-2] == 'e' &&
      (lexeme->form & (PLX_LEXEME_CAPITAL | PLX_LEXEME_HYPHEN)) == 0)
    return -1;

  return 0;
}

/* "The vote is on Thursday". */
static gboolean
has_present (const PlxTimeSearch *self,
             guint                first)
{
  for (guint i = first; i-- > 0 && first - i <= TENSE_BEFORE;)
    {
      if (at (self, i)->sentence != at (self, first)->sentence)
        break;
      if (has_word (self, i, "is are"))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_time_get_tense:
 * @self: the search
 * @first: the first lexeme of a time
 * @past: the lexeme after it
 *
 * The nearest verb before a time, or else after it, tells whether what is told has happened.
 *
 * Returns: -1 where it has, 1 where it has not, 0 where nothing tells
 */
int
plx_time_get_tense (const PlxTimeSearch *self,
                    guint                first,
                    guint                past)
{
  guint32 sentence = at (self, first)->sentence;

  for (guint i = first; i-- > 0 && first - i <= TENSE_BEFORE;)
    {
      int tense;

      if (at (self, i)->sentence != sentence || at (self, i)->mark == ';')
        break;
      tense = look (self, i);
      if (tense < 0 && i > 0 && plx_lexeme_is (at (self, i - 1), PLX_LEX (MODAL)))
        tense = 1;
      /* "will be opened", "is due to be closed", "had planned to". */
      if (tense < 0 && has_word (self, i - 1, "be"))
        continue;
      if (tense != 0)
        return tense;
    }

  for (guint i = past; i < past + TENSE_AFTER && at (self, i)->sentence == sentence; i++)
    {
      int tense = look (self, i);

      if (at (self, i)->mark == ';')
        break;
      if (tense != 0)
        return tense;
    }

  return has_present (self, first) ? 1 : 0;
}
