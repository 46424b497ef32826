/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-name-features.h"
#include "language/train/plx-train-text.h"
#include "language/train/plx-train-words.h"

G_BEGIN_DECLS

/**
 * PlxTrainToken:
 * @word: the place of its word among those that the model knows, or 0
 * @form: in which form it is written
 * @label: what it should be found to be
 * @is_seen: whether it can be part of a name at all
 * @end: where its features end; they begin where those of the token before end
 *
 * What the network sees of a token, and what it should make of it.
 */
typedef struct
{
  guint32  word;
  guint8   form;
  guint8   label;
  gboolean is_seen;
  guint32  end;
} PlxTrainToken;

/**
 * PlxTrainExample:
 * @n: how many tokens it has; never 0
 * @tokens: (array length=n): its tokens
 * @features: the features of all tokens: hashes, until [func@train_rows_number] makes them rows
 * @weight: how much it counts
 *
 * A sentence to learn from.
 */
typedef struct
{
  guint          n;
  PlxTrainToken *tokens;
  guint32       *features;
  float          weight;
} PlxTrainExample;

PlxTrainExample *plx_train_example_new  (const PlxTrainSentence *sentence,
                                         const PlxTrainWords    *words,
                                         float                   weight);
void             plx_train_example_free (PlxTrainExample        *self);

void             plx_train_find_labels  (const PlxTrainSentence *sentence,
                                         const PlxToken         *tokens,
                                         const PlxNameSight     *sights,
                                         guint                   n_tokens,
                                         guint8                 *labels);

GArray          *plx_train_rows_number  (GPtrArray              *examples,
                                         guint                   least_count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainExample, plx_train_example_free)

G_END_DECLS
