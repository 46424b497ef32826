/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/names/plx-name-model.h"
#include "language/train/plx-train-text.h"

G_BEGIN_DECLS

/**
 * PlxTrainCounts:
 * @right: names that were found as they should be
 * @wrong: what was found and should not be
 * @missed: what should be found and was not
 */
typedef struct
{
  guint right;
  guint wrong;
  guint missed;
} PlxTrainCounts;

/**
 * PlxTrainScore:
 * @classes: the counts of each class; other names are not counted
 * @all: their sum
 *
 * How well a model finds the names of a text.
 */
typedef struct
{
  PlxTrainCounts classes[PLX_NAME_N_CLASSES];
  PlxTrainCounts all;
} PlxTrainScore;

PlxTrainScore plx_train_score_measure (const PlxNameModel   *model,
                                       GPtrArray            *sentences);
double        plx_train_score_get_f1  (const PlxTrainCounts *counts);

G_END_DECLS
