/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"

G_BEGIN_DECLS

/**
 * PlxQuotationKind:
 * @PLX_QUOTATION_DIRECT: a whole sentence, or several, in somebody's own words
 * @PLX_QUOTATION_PARTIAL: somebody's own words inside a sentence of the writer
 * @PLX_QUOTATION_TERM: nobody's words: a title, or a word that is held at arm's length
 *
 * What stands between quotation marks.
 */
typedef enum
{
  PLX_QUOTATION_DIRECT,
  PLX_QUOTATION_PARTIAL,
  PLX_QUOTATION_TERM,
} PlxQuotationKind;

/**
 * PlxSpeakerPlace:
 * @PLX_SPEAKER_NONE: nobody is told
 * @PLX_SPEAKER_BEFORE: "Roe said: “…”"
 * @PLX_SPEAKER_AFTER: "“…”, Roe said"
 * @PLX_SPEAKER_INVERTED: "“…”, said Roe"
 * @PLX_SPEAKER_CARRIED: the one of the quotation before goes on
 *
 * Where a quotation tells who speaks.
 */
typedef enum
{
  PLX_SPEAKER_NONE,
  PLX_SPEAKER_BEFORE,
  PLX_SPEAKER_AFTER,
  PLX_SPEAKER_INVERTED,
  PLX_SPEAKER_CARRIED,
} PlxSpeakerPlace;

/**
 * PlxQuotation:
 * @kind: what it is
 * @place: where it is told who speaks
 * @depth: in how many other quotations it stands
 * @goes_on: whether it goes on in the next paragraph
 * @start: first byte of the words, after the mark
 * @end: the byte after the last
 * @outer_start: first byte of the mark that opens it
 * @outer_end: the byte after the mark that closes it
 * @speaker_start: first byte of the words that name who speaks; a pronoun is one
 * @speaker_end: the byte after their last, or 0
 * @verb_start: first byte of the verb of saying, of "according to", or of a
 *   colon that stands for one
 * @verb_end: the byte after its last, or 0
 * @mention: the mention that names who speaks, by its place, or `PLX_NONE`
 *
 * Words between quotation marks.
 */
typedef struct
{
  PlxQuotationKind kind;
  PlxSpeakerPlace  place;
  guint            depth;
  gboolean         goes_on;
  guint32          start;
  guint32          end;
  guint32          outer_start;
  guint32          outer_end;
  guint32          speaker_start;
  guint32          speaker_end;
  guint32          verb_start;
  guint32          verb_end;
  guint32          mention;
} PlxQuotation;

GArray *plx_quotations_find (const PlxLexemes *lexemes,
                             GArray           *mentions);

G_END_DECLS
