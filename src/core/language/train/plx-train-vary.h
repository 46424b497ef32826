/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-random.h"
#include "language/train/plx-train-text.h"

G_BEGIN_DECLS

/**
 * PlxTrainName:
 * @sentence: a sentence
 * @first: the first word of a name in it
 * @end: the word behind its last
 *
 * A name of a text, to be put in the place of others.
 */
typedef struct
{
  const PlxTrainSentence *sentence;
  guint                   first;
  guint                   end;
} PlxTrainName;

void              plx_train_vary_collect  (const PlxTrainSentence *sentence,
                                           GArray                **names);
PlxTrainSentence *plx_train_vary_names    (const PlxTrainSentence *sentence,
                                           GArray                **names,
                                           PlxTrainRandom         *random);
PlxTrainSentence *plx_train_vary_title    (const PlxTrainSentence *sentence,
                                           PlxTrainRandom         *random);
PlxTrainSentence *plx_train_vary_capitals (const PlxTrainSentence *sentence);
PlxTrainSentence *plx_train_vary_spelling (const PlxTrainSentence *sentence,
                                           PlxTrainRandom         *random);

G_END_DECLS
