/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-word-text.h"
#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxWording:
 * @text: one sentence, or several with a space between them
 * @mentions: (nullable) (element-type PlxMentionSpan): the names in @text, in order of their
 *   start, or `NULL` where they are not known
 *
 * How something is worded, with the names in it, so that no mark ends inside a name.
 */
typedef struct
{
  char   *text;
  GArray *mentions;
} PlxWording;

PlxWording  *plx_wording_new  (PlxAnalysis          *analysis,
                               const PlxSentenceRef *refs,
                               guint                 n_refs);
void         plx_wording_free (PlxWording           *self);
PlxWordText  plx_wording_read (const PlxWording     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWording, plx_wording_free)

G_END_DECLS
