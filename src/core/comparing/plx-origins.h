/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxQuoted:
 * @start: first byte of the words, in the article's text
 * @end: the byte after the last
 * @speaker: the entity that says them, or `PLX_NONE`
 * @speaker_start: first byte of the words that name who says them
 * @speaker_end: the byte after their last, or 0 where nobody is told
 *
 * The part of a quotation that stands in a sentence.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 speaker;
  guint32 speaker_start;
  guint32 speaker_end;
} PlxQuoted;

/**
 * PlxSourcing:
 * @origin: (nullable): whom the sentence has what it reports from
 * @voice: what kind of origin that is
 * @is_unnamed: whether somebody who is not named says so, to @origin or to the outlet itself
 * @is_attributed: whether the sentence tells at all that somebody says so
 * @scope_start: first byte, in the article's text, of what @origin says
 * @scope_end: the byte after its last
 * @cue_start: first byte of what marks that: "said", "according to"
 * @cue_end: the byte after its last, or 0
 * @quotes: (element-type PlxQuoted): what it quotes
 *
 * On whose word a sentence reports.
 */
typedef struct
{
  char     *origin;
  PlxVoice  voice;
  gboolean  is_unnamed;
  gboolean  is_attributed;
  guint32   scope_start;
  guint32   scope_end;
  guint32   cue_start;
  guint32   cue_end;
  GArray   *quotes;
} PlxSourcing;

void       plx_sourcing_free  (PlxSourcing   *self);
GPtrArray *plx_origins_find   (PlxAnnotation *annotation,
                               GPtrArray     *entities);
char      *plx_origins_credit (PlxAnnotation *annotation,
                               GPtrArray     *entities);
char      *plx_origins_dup_name (const char           *text,
                                 GPtrArray            *entities,
                                 const PlxMentionSpan *mention);

G_END_DECLS
