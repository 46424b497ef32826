/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-attributions"

#include "config.h"

#include "language/facts/plx-attribution-scope.h"

#include "model/plx-analysis.h"

/* How far from a verb "that" may stand behind it: "said on Monday in Varn that". */
#define THAT_REACH 9

static const PlxLexeme *
at (const PlxAttributionSearch *self,
    guint                       i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const PlxAttributionSearch *self,
          guint                       i,
          const char                 *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

/* "an interview that aired", "that was not fair": no clause begins behind the "that". */
static gboolean
is_verb_form (const PlxAttributionSearch *self,
              guint                       i)
{
  const PlxLexeme *lexeme = at (self, i);
  const char *end = self->lexemes->text + lexeme->end;

  return plx_lexeme_is (lexeme, PLX_LEX (AUXILIARY) | PLX_LEX (MODAL) | PLX_LEX (PAST)) ||
         (lexeme->mark == 0 && lexeme->end - lexeme->start > 3 && end[-1] == 'd' && end[-2] == 'e');
}

/* "Sellers said": a name that looks like a plural. */
static gboolean
is_whole_name (const PlxAttributionSearch *self,
               const PlxAttribution       *attribution)
{
  const PlxMentionSpan *mention;

  if (attribution->mention == PLX_NONE || attribution->kind != PLX_SOURCE_DESCRIBED)
    return FALSE;
  mention = &g_array_index (self->mentions, PlxMentionSpan, attribution->mention);

  return mention->start == attribution->source_start && mention->end == attribution->source_end &&
         mention->form == PLX_FORM_NAME;
}

/**
 * plx_attribution_take:
 * @self: a search
 * @reading: who says something, and by which words that is told
 * @scope_first: the first lexeme of what is said
 * @scope_past: the lexeme after it
 *
 * Notes an attribution, unless nothing is said.
 */
void
plx_attribution_take (PlxAttributionSearch  *self,
                      PlxAttributionReading *reading,
                      guint                  scope_first,
                      guint                  scope_past)
{
  PlxAttribution attribution = { .kind = reading->speaker.kind, .mention = PLX_NONE };

  while (scope_first < scope_past && (at (self, scope_first)->mark != 0 ||
                                      (scope_first == reading->past &&
                                       has_word (self, scope_first, "that") &&
                                       !is_verb_form (self, scope_first + 1))))
    scope_first++;
  while (scope_past > scope_first && at (self, scope_past - 1)->mark != 0 &&
         at (self, scope_past - 1)->mark != '%' && at (self, scope_past - 1)->mark != ')')
    scope_past--;
  if (scope_first == scope_past)
    return;

  attribution.start = at (self, reading->first)->start;
  attribution.end = at (self, reading->past - 1)->end;
  attribution.cue_start = at (self, reading->cue)->start;
  attribution.cue_end = at (self, reading->cue_past - 1)->end;
  attribution.scope_start = at (self, scope_first)->start;
  attribution.scope_end = at (self, scope_past - 1)->end;
  if (reading->speaker.past > reading->speaker.first)
    {
      attribution.source_start = at (self, reading->speaker.first)->start;
      attribution.source_end = at (self, reading->speaker.past - 1)->end;
      attribution.mention = plx_speech_find_mention (self->lexemes, &reading->speaker,
                                                     self->mentions);
      if (is_whole_name (self, &attribution))
        attribution.kind = PLX_SOURCE_NAMED;
    }
  g_array_append_val (self->found, attribution);
}

/**
 * plx_attribution_find_that:
 * @self: a search
 * @i: the lexeme behind a verb
 *
 * Returns: where a "that" stands behind it, before any mark; 0 for none
 */
guint
plx_attribution_find_that (const PlxAttributionSearch *self,
                           guint                       i)
{
  for (guint k = i; k < i + THAT_REACH && k < self->past && at (self, k)->mark == 0; k++)
    {
      if (has_word (self, k, "that"))
        return is_verb_form (self, k + 1) ? 0 : k;
    }

  return 0;
}

/**
 * plx_attribution_find_comma:
 * @self: a search
 * @i: where to begin
 *
 * Returns: the comma behind which the sentence goes on with what is said, or its end where none is.
 *   What only adds to the verb ("adding that", "in a statement") is no part of it.
 */
guint
plx_attribution_find_comma (const PlxAttributionSearch *self,
                            guint                       i)
{
  for (guint k = i; k < self->past; k++)
    {
      if (at (self, k)->mark != ',')
        continue;
      if (plx_lexeme_is (at (self, k + 1), PLX_LEX (SAYING)) || has_word (self, k + 1, "who which"))
        return self->past;
      return k;
    }

  return self->past;
}

/**
 * plx_attribution_is_rest:
 * @self: a search
 * @i: where to begin
 * @past: where to end
 *
 * Returns: whether what stands there only tells when or where: "the ministry said on Tuesday"
 */
gboolean
plx_attribution_is_rest (const PlxAttributionSearch *self,
                         guint                       i,
                         guint                       past)
{
  const PlxLexeme *lexeme = at (self, i);

  if (i >= past || lexeme->mark != 0)
    return TRUE;
  if (plx_lexeme_is (lexeme, PLX_LEX (PRONOUN) | PLX_LEX (DETERMINER)))
    return has_word (self, i, "this") && !plx_lexeme_is (at (self, i + 1), PLX_LEX (AUXILIARY));

  return plx_lexeme_is (lexeme, PLX_LEX (PREPOSITION) | PLX_LEX (WEEKDAY) | PLX_LEX (TIME) |
                                PLX_LEX (ADVERB));
}

/* "told the inquiry": who is told something stands between the verb and what is told. Returns the
 * lexeme after it, or @i. */
static guint
skip_listener (const PlxAttributionSearch *self,
               guint                       i)
{
  PlxSpeaker listener;

  if (!has_word (self, i - 1, "told tell tells warned warns") ||
      !plx_speech_read_after (self->lexemes, i, &listener) || listener.past > self->past)
    return i;
  /* "warned the bank could fail" warns nobody by name. */
  if (has_word (self, i - 1, "warned warns") && listener.past < self->past &&
      plx_lexeme_is (at (self, listener.past), PLX_LEX (MODAL) | PLX_LEX (AUXILIARY) |
                                               PLX_LEX (PAST)))
    return i;

  return listener.past;
}

/**
 * plx_attribution_has_clause:
 * @self: a search
 * @i: the lexeme behind a verb
 *
 * Returns: whether something is said there, and a verb follows in its own clause: "he warned his
 *   brother and went home" and "claimed her coat" say nothing
 */
gboolean
plx_attribution_has_clause (const PlxAttributionSearch *self,
                            guint                       i)
{
  for (; i < self->past && !has_word (self, i, "and or but"); i++)
    {
      if (at (self, i)->mark == ',' || has_word (self, i, "that of about against") ||
          is_verb_form (self, i))
        return TRUE;
    }

  return FALSE;
}

/* "said on Thursday he hoped". */
static guint
skip_day (const PlxAttributionSearch *self,
          guint                       i)
{
  guint past = i + has_word (self, i, "on");

  if (!plx_lexeme_is (at (self, past), PLX_LEX (WEEKDAY)) &&
      !has_word (self, past, "yesterday today"))
    return i;

  return past + 1 < self->past && at (self, past + 1)->mark == 0 &&
         !plx_lexeme_is (at (self, past + 1), PLX_LEX (DAYPART) | PLX_LEX (PREPOSITION))
         ? past + 1 : i;
}

/**
 * plx_attribution_take_with_scope:
 * @self: a search
 * @reading: who says something, and by which words that is told
 *
 * Notes what is said so: what stands before the words that say who, what follows them, or both.
 */
void
plx_attribution_take_with_scope (PlxAttributionSearch  *self,
                                 PlxAttributionReading *reading)
{
  guint before = reading->first, rest = skip_day (self, skip_listener (self, reading->past));
  guint comma;
  gboolean is_aside = before > self->first && (at (self, before - 1)->mark == ',' ||
                                               plx_attribution_is_quote (at (self, before - 1)));
  guint that = plx_attribution_find_that (self, reading->past);

  if (that != 0 && !(is_aside && at (self, reading->past)->mark == ','))
    {
      plx_attribution_take (self, reading, that + 1, self->past);
      return;
    }
  if (before <= self->first + 1 || !is_aside)
    {
      plx_attribution_take (self, reading, rest, self->past);
      return;
    }

  comma = plx_attribution_find_comma (self, rest);
  if (!plx_attribution_is_rest (self, rest, comma))
    /* ", the ministry said the bridge was closed": the comma only ends what stands before. */
    plx_attribution_take (self, reading, rest, self->past);
  else if (comma < self->past && comma + 1 < self->past)
    plx_attribution_take (self, reading, self->first, self->past);
  else
    plx_attribution_take (self, reading, self->first, before);
}
