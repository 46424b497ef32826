/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-claims.h"

G_BEGIN_DECLS

/* A label is a headline: this many letters at most, this many words at least. */
#define PLX_LABEL_LETTERS 90
#define PLX_LABEL_WORDS 4

#define PLX_LABEL_QUOTES "“ ” \" ‘ ’"
#define PLX_LABEL_HELPERS "is are was were has have had will would can could may might should " \
                          "must does did do"

/**
 * PlxLabelSource:
 * @weave: the sentences of a story
 * @node: one of them
 * @annotation: its article
 * @tokens: (element-type PlxToken): its words
 * @offset: where it starts in the article
 *
 * A sentence that a claim may be named by.
 */
typedef struct
{
  PlxWeave      *weave;
  PlxNode       *node;
  PlxAnnotation *annotation;
  GArray        *tokens;
  guint32        offset;
} PlxLabelSource;

/**
 * PlxClauseEnd:
 * @PLX_CLAUSE_WHOLE: it is told to its end
 * @PLX_CLAUSE_CUT: a phrase that can be left out is left out behind it
 * @PLX_CLAUSE_BROKEN: it does not come to an end in the room that there is
 *
 * How a clause that is taken as a label ends.
 */
typedef enum
{
  PLX_CLAUSE_WHOLE,
  PLX_CLAUSE_CUT,
  PLX_CLAUSE_BROKEN,
} PlxClauseEnd;

gboolean plx_label_is_mark  (GArray         *tokens,
                             guint           token,
                             const char     *marks);
GString *plx_label_take     (PlxLabelSource *source,
                             guint           start,
                             PlxClauseEnd   *end);

G_END_DECLS
