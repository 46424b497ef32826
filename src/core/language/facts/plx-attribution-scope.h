/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/facts/plx-attributions.h"
#include "language/facts/plx-speech.h"

G_BEGIN_DECLS

/* What is said, once it is known who says it: which words of the sentence are an attribution's. */

/**
 * PlxAttributionSearch:
 * @lexemes: the text
 * @mentions: the names in it
 * @found: (element-type PlxAttribution): what was found
 * @first: the first lexeme of the sentence
 * @past: the one after it, without its stop
 * @marks: of quotations that stand in no other
 * @mark: the first of them that does not end before the place looked at
 *
 * A search for attributions in a sentence.
 */
typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *mentions;
  GArray           *found;
  guint             first;
  guint             past;
  GArray           *marks;
  guint             mark;
} PlxAttributionSearch;

/**
 * PlxAttributionReading:
 * @speaker: who; its first and past are the same for hearsay
 * @cue: the first word that tells that something is said
 * @cue_past: the one after the last
 * @first: the first of both
 * @past: the one after both
 *
 * An attribution while it is read, in lexemes.
 */
typedef struct
{
  PlxSpeaker speaker;
  guint      cue;
  guint      cue_past;
  guint      first;
  guint      past;
} PlxAttributionReading;

void     plx_attribution_take            (PlxAttributionSearch       *self,
                                          PlxAttributionReading      *reading,
                                          guint                       scope_first,
                                          guint                       scope_past);
guint    plx_attribution_find_that       (const PlxAttributionSearch *self,
                                          guint                       i);
guint    plx_attribution_find_comma      (const PlxAttributionSearch *self,
                                          guint                       i);
gboolean plx_attribution_is_rest         (const PlxAttributionSearch *self,
                                          guint                       i,
                                          guint                       past);
gboolean plx_attribution_has_clause      (const PlxAttributionSearch *self,
                                          guint                       i);
void     plx_attribution_take_with_scope (PlxAttributionSearch       *self,
                                          PlxAttributionReading      *reading);

static inline gboolean
plx_attribution_is_quote (const PlxLexeme *lexeme)
{
  return lexeme->mark != 0 && g_utf8_strchr ("\"“”«»„‘", -1, lexeme->mark) != NULL;
}

G_END_DECLS
