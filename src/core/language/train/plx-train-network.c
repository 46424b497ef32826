/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-network"

#include "config.h"

#include "language/train/plx-train-network.h"

#include <math.h>
#include <string.h>

/* What stands for the scores of names where a token cannot be part of one. */
#define NEVER -60.0f

/* What keeps the first steps, before much is known of the gradients, from going too far. */
#define SOFTENER 1e-3f
#define ROW_SOFTENER 2e-2f
#define TRANSITION_SOFTENER 0.1f

/* How large the parameters are at the beginning. The words' inputs should be about as large as
 * their forms', the sums in both layers neither all alike nor very large. */
#define FIRST_ROW 0.05
#define FIRST_PROJECTION 0.17
#define FIRST_FORM 1.0

#define N_FLOATS (sizeof (PlxTrainParameters) / sizeof (float))
#define TRANSITIONS_AT (offsetof (PlxNameDense, transitions) / sizeof (float))
#define TRANSITIONS_END (sizeof (PlxNameDense) / sizeof (float))

/* Sums of many products are made in as many parts as a processor adds at once. */
#define LANES 4

G_STATIC_ASSERT (sizeof (PlxTrainParameters) % sizeof (float) == 0);
G_STATIC_ASSERT (PLX_NAME_HIDDEN % LANES == 0 && PLX_NAME_LABEL_WIDTH % LANES == 0);

/* What is known of the tokens of a sentence, from computing it to the step. What was left out at
 * random is not in @kept, @words and @mask. */
struct _PlxTrainWork
{
  guint           n;
  GArray         *kept;
  guint32        *ends;
  guint32        *words;
  float           scale;
  PlxTrainInputs *inputs;
  PlxTrainInputs *inputs_gradient;
  PlxTrainHidden *hidden;
  PlxTrainHidden *hidden_gradient;
  PlxTrainHidden *mask;
  PlxTrainScores *scores;
  PlxTrainScores *scores_gradient;
};

static PlxTrainWork *
work_new (void)
{
  PlxTrainWork *self = g_new0 (PlxTrainWork, 1);

  self->kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

static void
work_free (PlxTrainWork *self)
{
  g_array_unref (self->kept);
  g_free (self->ends);
  g_free (self->words);
  g_free (self->inputs);
  g_free (self->inputs_gradient);
  g_free (self->hidden);
  g_free (self->hidden_gradient);
  g_free (self->mask);
  g_free (self->scores);
  g_free (self->scores_gradient);
  g_free (self);
}

/* Makes room for @n tokens, for good. */
static void
work_grow (PlxTrainWork *self,
           guint         n)
{
  if (n <= self->n)
    return;

  self->n = n;
  self->ends = g_renew (guint32, self->ends, n);
  self->words = g_renew (guint32, self->words, n);
  self->inputs = g_renew (PlxTrainInputs, self->inputs, n);
  self->inputs_gradient = g_renew (PlxTrainInputs, self->inputs_gradient, n);
  self->hidden = g_renew (PlxTrainHidden, self->hidden, n);
  self->hidden_gradient = g_renew (PlxTrainHidden, self->hidden_gradient, n);
  self->mask = g_renew (PlxTrainHidden, self->mask, n);
  self->scores = g_renew (PlxTrainScores, self->scores, n);
  self->scores_gradient = g_renew (PlxTrainScores, self->scores_gradient, n);
}

static void
fill (float          *numbers,
      gsize           n,
      double          bound,
      PlxTrainRandom *random)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] = (2 * plx_train_random_share (random) - 1) * bound;
}

/**
 * plx_train_network_new:
 * @words: the words that it will know; has to outlive it
 * @n_rows: how many features it will know
 * @random: where its first parameters come from
 *
 * Returns: (transfer full): a network that knows nothing yet
 */
PlxTrainNetwork *
plx_train_network_new (const PlxTrainWords *words,
                       guint                n_rows,
                       PlxTrainRandom      *random)
{
  PlxTrainNetwork *self = g_new0 (PlxTrainNetwork, 1);
  PlxNameDense *dense;

  self->words = words;
  self->parameters = g_new0 (PlxTrainParameters, 1);
  self->gradient = g_new0 (PlxTrainParameters, 1);
  self->squares = g_new0 (PlxTrainParameters, 1);
  self->n_rows = n_rows;
  self->rows = g_new0 (PlxTrainHidden, MAX (n_rows, 1));
  self->row_squares = g_new0 (float, MAX (n_rows, 1));
  self->work = work_new ();

  dense = &self->parameters->dense;
  fill ((float *) self->rows, (gsize) n_rows * PLX_NAME_HIDDEN, FIRST_ROW, random);
  fill ((float *) self->parameters->projection, PLX_TRAIN_VECTOR_SIZE * PLX_NAME_DIMS,
        FIRST_PROJECTION, random);
  fill ((float *) dense->forms, PLX_NAME_N_FORMS * PLX_NAME_FORM_DIMS, FIRST_FORM, random);
  fill ((float *) dense->hidden, PLX_NAME_WINDOW * PLX_NAME_INPUTS * PLX_NAME_HIDDEN,
        sqrt (3.0 / (PLX_NAME_WINDOW * PLX_NAME_INPUTS)), random);
  for (guint i = 0; i < PLX_NAME_HIDDEN; i++)
    fill (dense->output[i], PLX_NAME_N_LABELS, sqrt (1.0 / PLX_NAME_HIDDEN), random);

  return self;
}

void
plx_train_network_free (PlxTrainNetwork *self)
{
  g_free (self->parameters);
  g_free (self->gradient);
  g_free (self->squares);
  g_free (self->rows);
  g_free (self->row_squares);
  work_free (self->work);
  g_free (self);
}

static inline void
add_scaled (float       *sum,
            const float *row,
            float        factor,
            guint        n)
{
  for (guint i = 0; i < n; i++)
    sum[i] += factor * row[i];
}

static inline float
multiply (const float *a,
          const float *b,
          guint        n)
{
  float sums[LANES] = { 0 };

  for (guint i = 0; i < n; i += LANES)
    for (guint j = 0; j < LANES; j++)
      sums[j] += a[i + j] * b[i + j];

  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

static gboolean
is_dropped (PlxTrainRandom *random,
            float           share)
{
  return random != NULL && share > 0 && plx_train_random_share (random) < share;
}

/* Which features and words are seen this time. */
static void
drop (PlxTrainWork          *work,
      const PlxTrainExample *example,
      const PlxTrainRates   *rates,
      PlxTrainRandom        *random)
{
  guint32 at = 0;

  g_array_set_size (work->kept, 0);
  work->scale = random != NULL ? 1 / (1 - rates->feature_dropout) : 1;

  for (guint i = 0; i < example->n; i++)
    {
      const PlxTrainToken *token = &example->tokens[i];

      for (; at < token->end; at++)
        {
          if (!is_dropped (random, rates->feature_dropout))
            g_array_append_val (work->kept, example->features[at]);
        }
      work->ends[i] = work->kept->len;
      work->words[i] = is_dropped (random, rates->word_dropout) ? 0 : token->word;
    }
}

static void
read_inputs (const PlxTrainNetwork *self,
             const PlxTrainExample *example)
{
  for (guint i = 0; i < example->n; i++)
    {
      float *inputs = self->work->inputs[i];
      const guint32 word = self->work->words[i];

      memset (inputs, 0, sizeof (PlxTrainInputs));
      for (guint j = 0; word > 0 && j < PLX_TRAIN_VECTOR_SIZE; j++)
        add_scaled (inputs, self->parameters->projection[j],
                    plx_train_words_get (self->words, word)->vector[j], PLX_NAME_DIMS);
      memcpy (inputs + PLX_NAME_DIMS, self->parameters->dense.forms[example->tokens[i].form],
              PLX_NAME_FORM_DIMS * sizeof (float));
    }
}

/* The token at a place of the window around a token, or -1 where there is none. */
static inline int
look (const PlxTrainExample *example,
      guint                  at,
      guint                  place)
{
  const int from = (int) (at + place) - PLX_NAME_REACH;

  return from < (int) example->n ? MAX (from, -1) : -1;
}

/* The hidden layer of a token, without what is negative and what is left out. */
static void
read_hidden (const PlxTrainNetwork *self,
             const PlxTrainExample *example,
             guint                  at,
             float                  dropout,
             PlxTrainRandom        *random)
{
  const PlxNameDense *dense = &self->parameters->dense;
  const PlxTrainWork *work = self->work;
  float *hidden = work->hidden[at];

  memset (hidden, 0, sizeof (PlxTrainHidden));
  for (guint32 i = at > 0 ? work->ends[at - 1] : 0; i < work->ends[at]; i++)
    add_scaled (hidden, self->rows[g_array_index (work->kept, guint32, i)], work->scale,
                PLX_NAME_HIDDEN);
  add_scaled (hidden, dense->hidden_bias, 1, PLX_NAME_HIDDEN);

  for (guint place = 0; place < PLX_NAME_WINDOW; place++)
    {
      const int from = look (example, at, place);

      for (guint j = 0; from >= 0 && j < PLX_NAME_INPUTS; j++)
        add_scaled (hidden, dense->hidden[place][j], work->inputs[from][j], PLX_NAME_HIDDEN);
    }

  for (guint i = 0; i < PLX_NAME_HIDDEN; i++)
    {
      float mask = hidden[i] > 0 ? 1 : 0;

      if (is_dropped (random, dropout))
        mask = 0;
      else if (random != NULL)
        mask /= 1 - dropout;
      work->mask[at][i] = mask;
      hidden[i] *= mask;
    }
}

static void
read_scores (const PlxTrainNetwork *self,
             const PlxTrainExample *example,
             const PlxTrainRates   *rates,
             PlxTrainRandom        *random)
{
  const PlxTrainWork *work = self->work;

  for (guint i = 0; i < example->n; i++)
    {
      float *scores = work->scores[i];

      memset (scores, 0, sizeof (PlxTrainScores));
      if (example->tokens[i].is_seen)
        {
          read_hidden (self, example, i, rates->hidden_dropout, random);
          for (guint j = 0; j < PLX_NAME_HIDDEN; j++)
            add_scaled (scores, self->parameters->dense.output[j], work->hidden[i][j],
                        PLX_NAME_LABEL_WIDTH);
        }
      else
        for (guint label = 1; label < PLX_NAME_N_LABELS; label++)
          scores[label] = NEVER;
    }
}

/* How the loss grows with the hidden layer and the inputs of a token. */
static void
derive_token (PlxTrainNetwork       *self,
              const PlxTrainExample *example,
              guint                  at)
{
  const PlxNameDense *dense = &self->parameters->dense;
  PlxNameDense *gradient = &self->gradient->dense;
  PlxTrainWork *work = self->work;
  float *hidden = work->hidden_gradient[at];

  for (guint i = 0; i < PLX_NAME_HIDDEN; i++)
    {
      const float *scores = work->scores_gradient[at];

      add_scaled (gradient->output[i], scores, work->hidden[at][i], PLX_NAME_LABEL_WIDTH);
      hidden[i] = multiply (dense->output[i], scores, PLX_NAME_LABEL_WIDTH) * work->mask[at][i];
    }
  add_scaled (gradient->hidden_bias, hidden, 1, PLX_NAME_HIDDEN);

  for (guint place = 0; place < PLX_NAME_WINDOW; place++)
    {
      const int from = look (example, at, place);

      for (guint j = 0; from >= 0 && j < PLX_NAME_INPUTS; j++)
        {
          add_scaled (gradient->hidden[place][j], hidden, work->inputs[from][j], PLX_NAME_HIDDEN);
          work->inputs_gradient[from][j] +=
            multiply (dense->hidden[place][j], hidden, PLX_NAME_HIDDEN);
        }
    }
}

/* How the loss grows with what the inputs are made of. */
static void
derive_inputs (PlxTrainNetwork       *self,
               const PlxTrainExample *example)
{
  for (guint i = 0; i < example->n; i++)
    {
      const float *inputs = self->work->inputs_gradient[i];
      const guint32 word = self->work->words[i];

      for (guint j = 0; word > 0 && j < PLX_TRAIN_VECTOR_SIZE; j++)
        add_scaled (self->gradient->projection[j], inputs,
                    plx_train_words_get (self->words, word)->vector[j], PLX_NAME_DIMS);
      add_scaled (self->gradient->dense.forms[example->tokens[i].form], inputs + PLX_NAME_DIMS, 1,
                  PLX_NAME_FORM_DIMS);
    }
}

static gboolean
is_learned_from (const PlxTrainScores gradient,
                 float                least)
{
  float sum = 0;

  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    sum += fabsf (gradient[label]);

  return sum >= least;
}

/**
 * plx_train_network_compute:
 * @self: the network
 * @example: a sentence
 * @rates: how it learns
 * @random: (nullable): decides what is left out; `NULL` to leave out nothing
 *
 * Compares what the network makes of a sentence with what it should make, and sets `gradient`.
 *
 * Returns: the loss, by the weight of the sentence
 */
double
plx_train_network_compute (PlxTrainNetwork       *self,
                           const PlxTrainExample *example,
                           const PlxTrainRates   *rates,
                           PlxTrainRandom        *random)
{
  g_autofree guint8 *labels = g_new (guint8, example->n);
  PlxNameDense *gradient = &self->gradient->dense;
  PlxTrainWork *work = self->work;
  double loss;

  work_grow (work, example->n);
  memset (self->gradient, 0, sizeof *self->gradient);
  memset (work->inputs_gradient, 0, example->n * sizeof (PlxTrainInputs));
  memset (work->hidden_gradient, 0, example->n * sizeof (PlxTrainHidden));

  drop (work, example, rates, random);
  read_inputs (self, example);
  read_scores (self, example, rates, random);

  for (guint i = 0; i < example->n; i++)
    labels[i] = example->tokens[i].label;
  loss = plx_train_chain_compute (self->parameters->dense.transitions, work->scores, labels,
                                  example->n, work->scores_gradient, gradient->transitions);

  for (guint i = 0; i <= PLX_NAME_N_LABELS; i++)
    for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
      gradient->transitions[i][label] *= example->weight;
  for (guint i = 0; i < example->n; i++)
    {
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        work->scores_gradient[i][label] *= example->weight;
      if (example->tokens[i].is_seen &&
          is_learned_from (work->scores_gradient[i], rates->least_gradient))
        derive_token (self, example, i);
    }
  derive_inputs (self, example);

  return loss * example->weight;
}

/**
 * plx_train_network_get_row_gradient:
 * @self: the network
 * @example: the sentence that it computed last
 * @row: a feature
 * @gradient: (out caller-allocates): how the loss grows with each number of the row
 *
 * Tells what a step goes by where it changes the rows. It changes them token by token, so that
 * nothing else ever needs the sum over a sentence.
 */
void
plx_train_network_get_row_gradient (PlxTrainNetwork       *self,
                                    const PlxTrainExample *example,
                                    guint32                row,
                                    float                 *gradient)
{
  const PlxTrainWork *work = self->work;
  guint32 at = 0;

  memset (gradient, 0, sizeof (PlxTrainHidden));
  for (guint i = 0; i < example->n; i++)
    for (; at < work->ends[i]; at++)
      if (g_array_index (work->kept, guint32, at) == row)
        add_scaled (gradient, work->hidden_gradient[i], work->scale, PLX_NAME_HIDDEN);
}

static void
step_rows (PlxTrainNetwork       *self,
           const PlxTrainExample *example,
           float                  step)
{
  const PlxTrainWork *work = self->work;
  guint32 at = 0;

  for (guint i = 0; i < example->n; i++)
    {
      const float *hidden = work->hidden_gradient[i];
      const float square = multiply (hidden, hidden, PLX_NAME_HIDDEN) * work->scale * work->scale;

      for (; at < work->ends[i]; at++)
        {
          const guint32 row = g_array_index (work->kept, guint32, at);
          float *sum = &self->row_squares[row];

          if (square == 0)
            continue;

          *sum += square / PLX_NAME_HIDDEN;
          add_scaled (self->rows[row], hidden,
                      -step * work->scale / (sqrtf (*sum) + ROW_SOFTENER), PLX_NAME_HIDDEN);
        }
    }
}

static void
step_floats (PlxTrainNetwork *self,
             gsize            first,
             gsize            end,
             float            step,
             float            softener)
{
  float *parameters = (float *) self->parameters;
  float *squares = (float *) self->squares;
  const float *gradient = (const float *) self->gradient;

  for (gsize i = first; i < end; i++)
    {
      squares[i] += gradient[i] * gradient[i];
      parameters[i] -= step * gradient[i] / (sqrtf (squares[i]) + softener);
    }
}

/**
 * plx_train_network_step:
 * @self: the network
 * @example: the sentence that it computed last
 * @rates: how it learns
 *
 * Changes all parameters a bit so that the loss becomes smaller. The larger the gradients of a
 * parameter have been, the shorter are its steps (AdaGrad).
 */
void
plx_train_network_step (PlxTrainNetwork       *self,
                        const PlxTrainExample *example,
                        const PlxTrainRates   *rates)
{
  step_rows (self, example, rates->step);
  step_floats (self, 0, TRANSITIONS_AT, rates->step, SOFTENER);
  step_floats (self, TRANSITIONS_AT, TRANSITIONS_END, rates->transition_step,
               TRANSITION_SOFTENER);
  step_floats (self, TRANSITIONS_END, N_FLOATS, rates->step, SOFTENER);
}
