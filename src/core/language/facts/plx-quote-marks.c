/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quote-marks"

#include "config.h"

#include "language/facts/plx-quote-marks.h"

/* Nobody quotes deeper, and what was opened and never closed must not pile up. */
#define MAX_DEPTH 4

/* How far a closing apostrophe may stand behind one that may have been a genitive. */
#define LOOK_AHEAD 60

typedef struct
{
  gunichar open;
  gunichar close;
  gunichar other; /* another mark that closes it */
} Pair;

/* Straight marks are the same on both sides; Germans close with what others open with, and some
 * turn their guillemets inwards. */
static const Pair pairs[] = {
  { 0x201c, 0x201d, 0x201d }, { 0x2018, 0x2019, 0x2019 }, { 0xab, 0xbb, 0xbb },
  { 0x201e, 0x201c, 0x201d }, { 0xbb, 0xab, 0xab }, { 0x2039, 0x203a, 0x203a },
  { 0x201a, 0x2018, 0x2019 }, { '"', '"', '"' }, { '\'', '\'', 0x2019 },
  { 0x201d, 0x201d, 0x201d },
};

typedef struct
{
  guint       slot; /* in found */
  const Pair *pair;
} Open;

typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *found;
  Open              stack[MAX_DEPTH];
  guint             depth;
} Matching;

static const PlxLexeme *
at (const Matching *self,
    guint           i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
is_glued (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_GLUED) != 0;
}

static gboolean
is_single (gunichar mark)
{
  return mark == '\'' || mark == 0x2019 || mark == 0x2018;
}

/* A genitive of a plural: "the drivers’ pay". The quotation goes on where another mark closes
 * it later. */
static gboolean
is_genitive (const Matching *self,
             guint           i)
{
  const PlxLexeme *before = at (self, i - 1), *after = at (self, i + 1);
  gunichar mark = at (self, i)->mark;

  if (i == 0 || before->mark != 0 || after->mark != 0 ||
      self->lexemes->text[before->end - 1] != 's')
    return FALSE;

  for (guint k = i + 1; k < i + LOOK_AHEAD && k < self->lexemes->items->len; k++)
    {
      const PlxLexeme *lexeme = at (self, k);

      if ((lexeme->form & PLX_LEXEME_PARAGRAPH) != 0 || lexeme->mark == 0x2018)
        return FALSE;
      if (lexeme->mark == mark && is_glued (lexeme))
        return TRUE;
      if (lexeme->mark == mark)
        return FALSE;
    }

  return FALSE;
}

static const Pair *
find_pair (const Matching *self,
           guint           i)
{
  const PlxLexeme *lexeme = at (self, i), *after = at (self, i + 1);
  gboolean opens = !is_glued (lexeme) || i == 0 || at (self, i - 1)->mark != 0;
  gboolean straight = lexeme->mark == '"' || lexeme->mark == '\'' || lexeme->mark == 0x201d ||
                      lexeme->mark == 0xbb;

  if (straight && (!opens || !is_glued (after)) && lexeme->mark != 0xbb)
    return NULL;
  /* "'90s" and "’tis" open nothing; nor does a straight mark after a stop. */
  if (is_single (lexeme->mark) && (after->form & PLX_LEXEME_NUMBER) != 0)
    return NULL;
  if (straight && is_glued (lexeme) && i > 0 &&
      g_utf8_strchr (".,?!…;)", -1, at (self, i - 1)->mark) != NULL)
    return NULL;

  for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
    {
      if (pairs[k].open == lexeme->mark)
        return &pairs[k];
    }

  return NULL;
}

/* Whether the mark at @i closes what was opened with @pair. */
static gboolean
closes (const Matching *self,
        guint           i,
        const Pair     *pair)
{
  const PlxLexeme *lexeme = at (self, i), *after = at (self, i + 1);

  if (lexeme->mark != pair->close && lexeme->mark != pair->other)
    return FALSE;
  if (pair->open != lexeme->mark && !is_single (lexeme->mark))
    return TRUE;
  if (!is_glued (lexeme))
    return FALSE;

  return !(is_single (lexeme->mark) && is_glued (after) && after->mark == 0) &&
         !(is_single (lexeme->mark) && is_genitive (self, i));
}

static PlxQuoteMarks *
slot_of (Matching *self,
         guint     depth)
{
  return &g_array_index (self->found, PlxQuoteMarks, self->stack[depth].slot);
}

static void
open_pair (Matching   *self,
           guint       i,
           const Pair *pair)
{
  PlxQuoteMarks marks = { .open = i, .depth = self->depth };

  /* The same straight mark again: the one before was a stray. */
  if (self->depth > 0 && self->stack[self->depth - 1].pair == pair && pair->open == pair->close)
    marks.depth = --self->depth;
  if (self->depth == MAX_DEPTH)
    return;

  self->stack[self->depth++] = (Open) { self->found->len, pair };
  g_array_append_val (self->found, marks);
}

static void
read_mark (Matching *self,
           guint     i)
{
  const Pair *pair;

  for (guint depth = self->depth; depth-- > 0;)
    {
      if (!closes (self, i, self->stack[depth].pair))
        continue;
      slot_of (self, depth)->close = i;
      self->depth = depth;
      return;
    }

  pair = find_pair (self, i);
  if (pair != NULL)
    open_pair (self, i, pair);
}

/* A quotation of several paragraphs opens each of them and closes only the last. */
static void
end_paragraph (Matching *self,
               guint     i)
{
  if (self->depth > 0 && at (self, i)->mark == self->stack[0].pair->open)
    {
      slot_of (self, 0)->close = i;
      slot_of (self, 0)->goes_on = TRUE;
    }
  self->depth = 0;
}

/**
 * plx_quote_marks_find:
 * @lexemes: a stretch of text
 *
 * Finds quotation marks that belong together. Apostrophes, inches and marks that nothing closes
 * are left out.
 *
 * Returns: (transfer full) (element-type PlxQuoteMarks): the pairs, in order of their openings
 */
GArray *
plx_quote_marks_find (const PlxLexemes *lexemes)
{
  Matching self = { .lexemes = lexemes };
  guint kept = 0;

  self.found = g_array_new (FALSE, FALSE, sizeof (PlxQuoteMarks));
  for (guint i = 0; i < lexemes->items->len; i++)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (lexemes, i);

      if ((lexeme->form & PLX_LEXEME_PARAGRAPH) != 0)
        end_paragraph (&self, i);
      if (lexeme->mark == '"' || lexeme->mark == '\'' || lexeme->mark >= 0xab)
        read_mark (&self, i);
    }

  for (guint i = 0; i < self.found->len; i++)
    {
      PlxQuoteMarks marks = g_array_index (self.found, PlxQuoteMarks, i);

      if (marks.close > marks.open + 1)
        g_array_index (self.found, PlxQuoteMarks, kept++) = marks;
    }
  g_array_set_size (self.found, kept);

  return self.found;
}
