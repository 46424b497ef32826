/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-chain"

#include "config.h"

#include "language/train/plx-train-chain.h"

#include <math.h>
#include <string.h>

#include "language/names/plx-name-tagger.h"

/* What is worse than the best label of a token by more than this is held to be just as bad, so that
 * each row of labels keeps a share that can be told from none. */
#define LARGEST_GAP 60

typedef double Row[PLX_NAME_LABEL_WIDTH];

/* What is known of a sentence while it is worked through. Shares before and behind a token are
 * scaled to stay within the bounds of numbers; @scale is the sum of those before. */
typedef struct
{
  guint   n;
  Row     factors[PLX_NAME_N_LABELS + 1];
  Row    *values;
  Row    *before;
  Row    *behind;
  double *scale;
} Lattice;

static Lattice *
lattice_new (const PlxTrainScores *transitions,
             guint                 n)
{
  Lattice *self = g_new0 (Lattice, 1);

  self->n = n;
  self->values = g_new0 (Row, n);
  self->before = g_new0 (Row, n);
  self->behind = g_new0 (Row, n);
  self->scale = g_new0 (double, n);

  for (guint last = 0; last <= PLX_NAME_N_LABELS; last++)
    for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
      if (plx_name_label_may_follow (last, label))
        self->factors[last][label] = exp (transitions[last][label]);

  return self;
}

static void
lattice_free (Lattice *self)
{
  g_free (self->values);
  g_free (self->before);
  g_free (self->behind);
  g_free (self->scale);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lattice, lattice_free)

/* The scores as factors. Returns what was taken off all rows of labels alike. */
static double
read_values (Lattice              *self,
             const PlxTrainScores *scores)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    {
      float best = scores[i][0];

      for (guint label = 1; label < PLX_NAME_N_LABELS; label++)
        best = MAX (best, scores[i][label]);
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        self->values[i][label] = exp (MAX (scores[i][label] - best, -LARGEST_GAP));
      sum += best;
    }

  return sum;
}

static void
go_forth (Lattice *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      double *row = self->before[i];

      if (i == 0)
        memcpy (row, self->factors[PLX_NAME_N_LABELS], sizeof (Row));
      for (guint last = 0; i > 0 && last < PLX_NAME_N_LABELS; last++)
        {
          const double share = self->before[i - 1][last];

          for (guint label = 0; label < PLX_NAME_LABEL_WIDTH; label++)
            row[label] += share * self->factors[last][label];
        }

      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        {
          row[label] *= i + 1 < self->n || plx_name_label_may_end (label) ? self->values[i][label]
                                                                          : 0;
          self->scale[i] += row[label];
        }
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        row[label] /= self->scale[i];
    }
}

static void
go_back (Lattice *self)
{
  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    self->behind[self->n - 1][label] = plx_name_label_may_end (label) ? 1 : 0;

  for (guint i = self->n - 1; i > 0; i--)
    {
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        {
          const double share = self->values[i][label] * self->behind[i][label] / self->scale[i];

          for (guint last = 0; last < PLX_NAME_N_LABELS; last++)
            self->behind[i - 1][last] += self->factors[last][label] * share;
        }
    }
}

/* How likely each label is for each token, less 1 for the label that it has. */
static void
derive_scores (const Lattice  *self,
               const guint8   *labels,
               PlxTrainScores *gradient)
{
  for (guint i = 0; i < self->n; i++)
    {
      memset (gradient[i], 0, sizeof gradient[i]);
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        gradient[i][label] = self->before[i][label] * self->behind[i][label];
      gradient[i][labels[i]] -= 1;
    }
}

/* The same for each pair of labels, summed over the sentence. */
static void
derive_transitions (const Lattice  *self,
                    const guint8   *labels,
                    PlxTrainScores *gradient)
{
  Row sums[PLX_NAME_N_LABELS + 1] = { 0 };

  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    sums[PLX_NAME_N_LABELS][label] = self->before[0][label] * self->behind[0][label];
  for (guint i = 1; i < self->n; i++)
    {
      for (guint last = 0; last < PLX_NAME_N_LABELS; last++)
        {
          const double share = self->before[i - 1][last] / self->scale[i];

          for (guint label = 0; label < PLX_NAME_LABEL_WIDTH; label++)
            sums[last][label] += share * self->factors[last][label] * self->values[i][label] *
                                 self->behind[i][label];
        }
    }

  for (guint i = 0; i < self->n; i++)
    sums[i > 0 ? labels[i - 1] : PLX_NAME_N_LABELS][labels[i]] -= 1;
  for (guint last = 0; last <= PLX_NAME_N_LABELS; last++)
    for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
      gradient[last][label] = sums[last][label];
}

/**
 * plx_train_chain_compute:
 * @transitions: what each label adds behind each label; the last row is for the beginning
 * @scores: (array length=n): what each token is worth under each label
 * @labels: (array length=n): the labels that they have
 * @n: how many tokens the sentence has, one at least
 * @score_gradient: (out caller-allocates) (array length=n): how the loss grows with each score
 * @transition_gradient: (out caller-allocates): how it grows with each transition
 *
 * Compares what a linear chain (a conditional random field) makes of a sentence with what it should
 * make, by going through all rows of labels at once, forth and back.
 *
 * Returns: the loss: the logarithm of how unlikely the labels are
 */
double
plx_train_chain_compute (const PlxTrainScores *transitions,
                         const PlxTrainScores *scores,
                         const guint8         *labels,
                         guint                 n,
                         PlxTrainScores       *score_gradient,
                         PlxTrainScores       *transition_gradient)
{
  g_autoptr (Lattice) lattice = lattice_new (transitions, n);
  double loss = read_values (lattice, scores);
  guint last = PLX_NAME_N_LABELS;

  go_forth (lattice);
  go_back (lattice);
  derive_scores (lattice, labels, score_gradient);
  derive_transitions (lattice, labels, transition_gradient);

  for (guint i = 0; i < n; i++)
    {
      loss += log (lattice->scale[i]) - scores[i][labels[i]] - transitions[last][labels[i]];
      last = labels[i];
    }

  return loss;
}
