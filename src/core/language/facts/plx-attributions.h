/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/facts/plx-speech.h"

G_BEGIN_DECLS

/**
 * PlxAttribution:
 * @kind: how the one who says so is named
 * @start: first byte of the words that say who says so: "according to Bloomberg"
 * @end: the byte after the last
 * @source_start: first byte of the words that name who says so
 * @source_end: the byte after their last, or 0 for hearsay
 * @cue_start: first byte of what marks it: "said", "according to", "reportedly"
 * @cue_end: the byte after its last
 * @scope_start: first byte of the part of the sentence that is said so; the words that say who
 *   may stand inside
 * @scope_end: the byte after its last
 * @mention: the mention that names who says so, by its place, or `PLX_NONE`
 *
 * Where a text tells whom it has something from.
 */
typedef struct
{
  PlxSourceKind kind;
  guint32       start;
  guint32       end;
  guint32       source_start;
  guint32       source_end;
  guint32       cue_start;
  guint32       cue_end;
  guint32       scope_start;
  guint32       scope_end;
  guint32       mention;
} PlxAttribution;

GArray *plx_attributions_find (const PlxLexemes *lexemes,
                               GArray           *mentions);

G_END_DECLS
