/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-random.h"
#include "language/train/plx-train-text.h"

G_BEGIN_DECLS

PlxTrainSentence *plx_train_vary_title    (const PlxTrainSentence *sentence,
                                           PlxTrainRandom         *random);
PlxTrainSentence *plx_train_vary_capitals (const PlxTrainSentence *sentence);
PlxTrainSentence *plx_train_vary_spelling (const PlxTrainSentence *sentence,
                                           PlxTrainRandom         *random);

G_END_DECLS
