/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxCue:
 * @reason: what kind of chrome they speak for
 * @weight: how loudly: 1 for a word that articles use too, 4 for one that they never do
 * @phrases: phrases in small letters, a bar between them; a leading `^` ties one to the
 *   start of the block, a trailing `$` to its end
 *
 * Phrases that page chrome is made of.
 */
typedef struct
{
  PlxCutReason  reason;
  double        weight;
  const char   *phrases;
} PlxCue;

extern const PlxCue plx_cue_table[];
extern const guint  plx_cue_table_length;

extern const PlxCue plx_cue_table_languages[];
extern const guint  plx_cue_table_languages_length;

G_END_DECLS
