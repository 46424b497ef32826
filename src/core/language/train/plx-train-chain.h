/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-name-layout.h"

G_BEGIN_DECLS

/* A number for each label, such as what a token is worth under it; the rest of the row is 0. */
typedef float PlxTrainScores[PLX_NAME_LABEL_WIDTH];

double plx_train_chain_compute (const PlxTrainScores *transitions,
                                const PlxTrainScores *scores,
                                const guint8         *labels,
                                guint                 n,
                                PlxTrainScores       *score_gradient,
                                PlxTrainScores       *transition_gradient);

G_END_DECLS
