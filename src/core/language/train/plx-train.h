/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-network.h"

G_BEGIN_DECLS

/**
 * PlxTrainOptions:
 * @seed: where all that is left to chance begins
 * @n_epochs: how often each sentence is learned from
 * @n_words: how many words the model knows
 * @least_count: how often a feature is seen before the model knows it
 * @title_share: the share of sentences that are learned from as headlines too
 * @capitals_share: the share that are learned from in capitals too
 * @varied_weight: how much such a copy counts beside the sentence
 * @swapped_share: the share that are learned from with other names in them too
 * @torn_share: the share of sentences in which hyphens and apostrophes are torn
 * @rates: how the network learns
 *
 * How to train.
 */
typedef struct
{
  guint64       seed;
  guint         n_epochs;
  guint         n_words;
  guint         least_count;
  float         title_share;
  float         capitals_share;
  float         varied_weight;
  float         swapped_share;
  float         torn_share;
  PlxTrainRates rates;
} PlxTrainOptions;

/* All the numbers that can be turned, as they were found to do best. */
#define PLX_TRAIN_OPTIONS_DEFAULT                                                                  \
  {                                                                                                \
    .seed = 1, .n_epochs = 6, .n_words = 200000, .least_count = 40,                                \
    .title_share = 0.2f, .capitals_share = 0.06f, .varied_weight = 0.7f, .torn_share = 0.5f,       \
    .swapped_share = 0.12f,                                                                        \
    .rates = {                                                                                     \
      .step = 0.04f, .transition_step = 0.08f,                                                     \
      .feature_dropout = 0.5f, .word_dropout = 0.1f, .hidden_dropout = 0.2f,                       \
      .least_gradient = 0.01f,                                                                     \
    },                                                                                             \
  }

/**
 * PlxTrainText:
 * @sentences: (element-type PlxTrainSentence): its sentences
 * @weight: how much each of them counts
 *
 * A text to learn from.
 */
typedef struct
{
  GPtrArray *sentences;
  float      weight;
} PlxTrainText;

/**
 * PlxTrainNewsFunc:
 * @line: what there is to tell, in plain words
 * @user_data: what was given beside the function
 *
 * Tells how far training has come.
 */
typedef void (*PlxTrainNewsFunc) (const char *line,
                                  gpointer    user_data);

GBytes *plx_train_run (const PlxTrainWords    *words,
                       const PlxTrainText     *texts,
                       guint                   n_texts,
                       const PlxTrainOptions  *options,
                       PlxTrainNewsFunc        tell,
                       gpointer                user_data,
                       GError                **error);

G_END_DECLS
