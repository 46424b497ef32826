/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-chain.h"
#include "language/train/plx-train-example.h"
#include "language/train/plx-train-random.h"

G_BEGIN_DECLS

/**
 * PlxTrainRates:
 * @step: how far a step goes
 * @transition_step: how far it goes for the transitions
 * @feature_dropout: the share of features that are left out at each sight
 * @word_dropout: the share of words that are taken for unknown
 * @hidden_dropout: the share of the hidden layer that is left out
 * @least_gradient: tokens that are right but for less than this are not learned from
 *
 * How the network learns.
 */
typedef struct
{
  float step;
  float transition_step;
  float feature_dropout;
  float word_dropout;
  float hidden_dropout;
  float least_gradient;
} PlxTrainRates;

/**
 * PlxTrainParameters:
 * @dense: what the model will have, but for the scales
 * @projection: how the vector of a word becomes the shorter one that the model will have
 *
 * The parameters of the network of which every word takes all. It has nothing but floats.
 */
typedef struct
{
  PlxNameDense dense;
  float        projection[PLX_TRAIN_VECTOR_SIZE][PLX_NAME_DIMS];
} PlxTrainParameters;

typedef float PlxTrainHidden[PLX_NAME_HIDDEN];
typedef float PlxTrainInputs[PLX_NAME_INPUTS];

typedef struct _PlxTrainWork PlxTrainWork;

/**
 * PlxTrainNetwork:
 * @words: the words that it knows
 * @parameters: the parameters
 * @gradient: how the loss of the last sentence grows with each
 * @squares: the sums of the squares of all gradients so far
 * @n_rows: how many features it knows
 * @rows: (array length=n_rows): what each feature adds to the hidden layer
 * @row_squares: (array length=n_rows): as @squares, one for each row
 *
 * The network while it learns. It belongs to one thread.
 */
typedef struct
{
  const PlxTrainWords *words;
  PlxTrainParameters  *parameters;
  PlxTrainParameters  *gradient;
  PlxTrainParameters  *squares;
  guint                n_rows;
  PlxTrainHidden      *rows;
  float               *row_squares;

  /*< private >*/
  PlxTrainWork        *work;
} PlxTrainNetwork;

PlxTrainNetwork *plx_train_network_new              (const PlxTrainWords   *words,
                                                     guint                  n_rows,
                                                     PlxTrainRandom        *random);
void             plx_train_network_free             (PlxTrainNetwork       *self);
double           plx_train_network_compute          (PlxTrainNetwork       *self,
                                                     const PlxTrainExample *example,
                                                     const PlxTrainRates   *rates,
                                                     PlxTrainRandom        *random);
void             plx_train_network_get_row_gradient (PlxTrainNetwork       *self,
                                                     const PlxTrainExample *example,
                                                     guint32                row,
                                                     float                 *gradient);
void             plx_train_network_step             (PlxTrainNetwork       *self,
                                                     const PlxTrainExample *example,
                                                     const PlxTrainRates   *rates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTrainNetwork, plx_train_network_free)

G_END_DECLS
