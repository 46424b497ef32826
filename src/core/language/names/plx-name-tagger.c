/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-tagger"

#include "config.h"

#include "language/names/plx-name-tagger.h"

#include <string.h>

#include "language/names/plx-name-features.h"
#include "language/text/plx-lanes.h"

/* Worse than anything that the model can give. */
#define NEVER -1e9f

/* What a token is worth under each label. */
typedef float Scores[PLX_NAME_LABEL_WIDTH];

/* What a token gives to the network. */
typedef struct
{
  float values[PLX_NAME_INPUTS];
} Inputs;

/**
 * plx_name_label_may_follow:
 * @before: a label, or `PLX_NAME_N_LABELS` for the beginning of a sentence
 * @label: a label
 *
 * Returns: whether a token may have @label behind one that has @before: an inner part of a name
 *   stands only within one
 */
gboolean
plx_name_label_may_follow (guint before,
                           guint label)
{
  const gboolean starts = label == 0 || PLX_NAME_LABEL_PART (label) == PLX_NAME_PART_FIRST ||
                          PLX_NAME_LABEL_PART (label) == PLX_NAME_PART_ALONE;

  if (before == PLX_NAME_N_LABELS || plx_name_label_may_end (before))
    return starts;

  return !starts && PLX_NAME_LABEL_CLASS (before) == PLX_NAME_LABEL_CLASS (label);
}

/**
 * plx_name_label_may_end:
 * @label: a label
 *
 * Returns: whether the last token of a sentence may have it
 */
gboolean
plx_name_label_may_end (guint label)
{
  return label == 0 || PLX_NAME_LABEL_PART (label) == PLX_NAME_PART_LAST ||
         PLX_NAME_LABEL_PART (label) == PLX_NAME_PART_ALONE;
}

static void
find_clusters (guint32   word,
               guint32  *fine,
               guint32  *coarse,
               gpointer  user_data)
{
  const PlxNameWord *known = plx_name_model_find_word (user_data, word);

  *fine = known != NULL ? known->fine : 0;
  *coarse = known != NULL ? known->coarse : 0;
}

/* What each token of the sentence gives to the window of the tokens around it. */
static void
read_inputs (const PlxNameModel    *model,
             const PlxNameFeatures *features,
             guint                  n,
             Inputs                *inputs)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);

  for (guint i = 0; i < n; i++)
    {
      const PlxNameSight *sight = &g_array_index (features->sights, PlxNameSight, i);

      plx_name_model_read_vector (model, plx_name_model_find_word (model, sight->word),
                                  inputs[i].values);
      memcpy (inputs[i].values + PLX_NAME_DIMS, dense->forms[sight->form],
              PLX_NAME_FORM_DIMS * sizeof (float));
    }
}

#define FEW_LANES 4
typedef float FewLanes __attribute__ ((vector_size (FEW_LANES * sizeof (float)),
                                       aligned (sizeof (float)), may_alias));

G_STATIC_ASSERT (PLX_NAME_HIDDEN % (4 * PLX_LANES) == 0);
G_STATIC_ASSERT (PLX_NAME_LABEL_WIDTH == 2 * PLX_LANES + FEW_LANES);

/* Small numbers that are added at once, and the sums of them. */
#define ROW_LANES 16
typedef gint8 RowLanes __attribute__ ((vector_size (ROW_LANES), aligned (1), may_alias));
typedef gint16 SumLanes __attribute__ ((vector_size (ROW_LANES * sizeof (gint16))));

G_STATIC_ASSERT (PLX_NAME_HIDDEN == 4 * ROW_LANES);

/* Sixteen bits hold the sum of so many rows. */
#define MOST_ROWS 256

/* The sum of at most `MOST_ROWS` rows of a token's features, which stays in registers. */
PLX_WIDE_REGISTERS static void
add_rows (const gint8 * const *rows,
          guint                n_rows,
          float                scale,
          float * restrict     hidden)
{
  union
  {
    SumLanes lanes[4];
    gint16   all[PLX_NAME_HIDDEN];
  } sum;
  SumLanes a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };

  for (guint i = 0; i < n_rows; i++)
    {
      const RowLanes *row = (const RowLanes *) rows[i];

      a += __builtin_convertvector (row[0], SumLanes);
      b += __builtin_convertvector (row[1], SumLanes);
      c += __builtin_convertvector (row[2], SumLanes);
      d += __builtin_convertvector (row[3], SumLanes);
    }

  sum.lanes[0] = a;
  sum.lanes[1] = b;
  sum.lanes[2] = c;
  sum.lanes[3] = d;
  for (guint j = 0; j < PLX_NAME_HIDDEN; j++)
    hidden[j] += scale * sum.all[j];
}

/* What a word gives to the hidden layer from its place in the window. Most of the time of finding
 * names goes here, so half of the layer at a time stays in registers. */
PLX_WIDE_REGISTERS static void
add_inputs (const float   (*weights)[PLX_NAME_HIDDEN],
            const Inputs   *inputs,
            float          *hidden)
{
  for (guint at = 0; at < PLX_NAME_HIDDEN; at += 4 * PLX_LANES)
    {
      PlxLanes *sums = (PlxLanes *) (hidden + at);
      PlxLanes a = sums[0], b = sums[1], c = sums[2], d = sums[3];

      for (guint i = 0; i < PLX_NAME_INPUTS; i++)
        {
          const PlxLanes *row = (const PlxLanes *) (weights[i] + at);
          const float value = inputs->values[i];

          a += value * row[0];
          b += value * row[1];
          c += value * row[2];
          d += value * row[3];
        }

      sums[0] = a;
      sums[1] = b;
      sums[2] = c;
      sums[3] = d;
    }
}

PLX_WIDE_REGISTERS static void
add_outputs (const float  (*weights)[PLX_NAME_LABEL_WIDTH],
             const float   *hidden,
             float         *scores)
{
  PlxLanes *sums = (PlxLanes *) scores;
  FewLanes *rest = (FewLanes *) (scores + 2 * PLX_LANES);
  PlxLanes a = sums[0], b = sums[1];
  FewLanes c = *rest;

  for (guint i = 0; i < PLX_NAME_HIDDEN; i++)
    {
      const PlxLanes *row = (const PlxLanes *) weights[i];
      const float value = MAX (hidden[i], 0);

      a += value * row[0];
      b += value * row[1];
      c += value * *(const FewLanes *) (weights[i] + 2 * PLX_LANES);
    }

  sums[0] = a;
  sums[1] = b;
  *rest = c;
}

static void
score_token (const PlxNameModel    *model,
             const PlxNameFeatures *features,
             Inputs                *inputs,
             guint                  n,
             guint                  at,
             float                 *scores)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);
  const PlxNameSight *sight = &g_array_index (features->sights, PlxNameSight, at);
  const gint8 *rows[PLX_NAME_MOST_FEATURES];
  float hidden[PLX_NAME_HIDDEN];
  guint n_rows = 0;

  for (guint i = sight->first; i < sight->end && n_rows < PLX_NAME_MOST_FEATURES; i++)
    {
      rows[n_rows] = plx_name_model_find_row (model, g_array_index (features->hashes, guint32, i));
      __builtin_prefetch (rows[n_rows]);
      n_rows += rows[n_rows] != NULL;
    }

  memcpy (hidden, dense->hidden_bias, sizeof hidden);
  for (guint first = 0; first < n_rows; first += MOST_ROWS)
    add_rows (rows + first, MIN (MOST_ROWS, n_rows - first), dense->row_scale, hidden);
  for (guint place = 0; place < PLX_NAME_WINDOW; place++)
    {
      const gint64 from = (gint64) at + place - PLX_NAME_REACH;

      if (from >= 0 && from < n)
        add_inputs (dense->hidden[place], &inputs[from], hidden);
    }

  memset (scores, 0, sizeof (Scores));
  add_outputs (dense->output, hidden, scores);
}

/* One step of the search for the best row of labels: of each label, the best way to get there. */
static void
step (const PlxNameDense *dense,
      const float        *before,
      const float        *scores,
      float              *after,
      guint8             *from)
{
  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    {
      float best = NEVER;

      from[label] = 0;
      for (guint last = 0; last < PLX_NAME_N_LABELS; last++)
        {
          const float score = before[last] + dense->transitions[last][label];

          if (score > best)
            {
              best = score;
              from[label] = last;
            }
        }
      after[label] = best + scores[label];
    }
}

/* What cannot be part of a name ends every row of labels in “no name”, so that the rows before and
 * behind it are found by themselves. */
static void
step_outside (const PlxNameDense *dense,
              const float        *before,
              float              *after,
              guint8             *from)
{
  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    after[label] = NEVER;

  for (guint last = 0; last < PLX_NAME_N_LABELS; last++)
    {
      const float score = before[last] + dense->transitions[last][0];

      if (score > after[0])
        {
          after[0] = score;
          from[0] = last;
        }
    }
}

/* Viterbi's search, over @n tokens; @labels gets the best row. */
static void
find_labels (const PlxNameModel    *model,
             const PlxNameFeatures *features,
             Inputs                *inputs,
             guint                  n,
             guint8                *labels)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);
  g_autofree guint8 *from = g_malloc0_n (n, PLX_NAME_N_LABELS);
  float now[PLX_NAME_N_LABELS];
  float next[PLX_NAME_N_LABELS];
  guint best = 0;

  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    now[label] = NEVER;

  for (guint i = 0; i < n; i++)
    {
      const PlxNameSight *sight = &g_array_index (features->sights, PlxNameSight, i);
      Scores scores;

      if (sight->end > sight->first)
        score_token (model, features, inputs, n, i, scores);

      if (i > 0 && sight->end > sight->first)
        step (dense, now, scores, next, from + (gsize) i * PLX_NAME_N_LABELS);
      else if (i > 0)
        step_outside (dense, now, next, from + (gsize) i * PLX_NAME_N_LABELS);
      else
        for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
          next[label] = sight->end > sight->first
                          ? dense->transitions[PLX_NAME_N_LABELS][label] + scores[label]
                          : label == 0 ? 0 : NEVER;

      memcpy (now, next, sizeof now);
    }

  for (guint label = 1; label < PLX_NAME_N_LABELS; label++)
    if (plx_name_label_may_end (label) && now[label] > now[best])
      best = label;

  for (guint i = n; i > 0; i--)
    {
      labels[i - 1] = best;
      best = from[(gsize) (i - 1) * PLX_NAME_N_LABELS + best];
    }
}

/**
 * plx_name_tagger_tag:
 * @model: the model
 * @text: UTF-8
 * @tokens: (array length=n_tokens): the tokens of a sentence
 * @n_tokens: how many they are
 * @letter_case: how much capitals tell in it
 *
 * Finds the names of a sentence: each token gets the label that it has in the best row of labels,
 * by a small neural network over the features of the token and the words around it, and by
 * which label follows which (a linear chain, decoded by Viterbi's search).
 *
 * Returns: (transfer full) (element-type PlxNameSpan): the names in order, none overlapping another
 */
GArray *
plx_name_tagger_tag (const PlxNameModel *model,
                     const char         *text,
                     const PlxToken     *tokens,
                     guint               n_tokens,
                     PlxCase             letter_case)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  g_autoptr (PlxNameFeatures) features = plx_name_features_new ();
  g_autofree Inputs *inputs = g_new (Inputs, n_tokens + 1);
  g_autofree guint8 *labels = g_new0 (guint8, n_tokens + 1);
  guint first = 0;

  if (n_tokens == 0)
    return spans;

  plx_name_features_read (features, text, tokens, n_tokens, letter_case, find_clusters,
                          (gpointer) model);
  read_inputs (model, features, n_tokens, inputs);
  find_labels (model, features, inputs, n_tokens, labels);

  for (guint i = 0; i < n_tokens; i++)
    {
      const PlxNamePart part =
        labels[i] > 0 ? PLX_NAME_LABEL_PART (labels[i]) : PLX_NAME_PART_INNER;

      if (part == PLX_NAME_PART_FIRST || part == PLX_NAME_PART_ALONE)
        first = i;
      if (part == PLX_NAME_PART_LAST || part == PLX_NAME_PART_ALONE)
        {
          const PlxNameSpan span = { first, i, PLX_NAME_LABEL_CLASS (labels[i]) };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}
