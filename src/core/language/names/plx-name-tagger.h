/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-name-model.h"
#include "language/names/plx-tokens.h"

G_BEGIN_DECLS

/**
 * PlxNameSpan:
 * @first: its first token
 * @last: its last
 * @klass: what it names
 *
 * A name among the tokens of a sentence.
 */
typedef struct
{
  guint32      first;
  guint32      last;
  PlxNameClass klass;
} PlxNameSpan;

GArray *plx_name_tagger_tag (const PlxNameModel *model,
                             const char         *text,
                             const PlxToken     *tokens,
                             guint               n_tokens,
                             PlxCase             letter_case);

gboolean plx_name_label_may_follow (guint before,
                                    guint label);
gboolean plx_name_label_may_end    (guint label);

G_END_DECLS
