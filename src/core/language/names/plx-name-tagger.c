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

/* The hidden layer of the network for a token. */
typedef float Hidden[PLX_NAME_HIDDEN];

/* What a token gives to the network. */
typedef struct
{
  float    values[PLX_NAME_INPUTS];
  gboolean is_known; /* whether the word has a place; otherwise only its form says anything */
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

      const PlxNameWord *word = plx_name_model_find_word (model, sight->word);

      plx_name_model_read_vector (model, word, inputs[i].values);
      inputs[i].is_known = word != NULL;
      memcpy (inputs[i].values + PLX_NAME_DIMS, dense->forms[sight->form],
              PLX_NAME_FORM_DIMS * sizeof (float));
    }
}

#define FEW_LANES 4
typedef float FewLanes __attribute__ ((vector_size (FEW_LANES * sizeof (float)),
                                       aligned (sizeof (float)), may_alias));

G_STATIC_ASSERT (PLX_NAME_HIDDEN == 8 * PLX_LANES);
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
 * names goes here, so all of the layer stays in registers, where those are wide. */
PLX_WIDE_REGISTERS static void
add_inputs (const float   (*weights)[PLX_NAME_HIDDEN],
            const Inputs   *inputs,
            float          *hidden)
{
  PlxLanes *sums = (PlxLanes *) hidden;
  PlxLanes a = sums[0], b = sums[1], c = sums[2], d = sums[3];
  PlxLanes e = sums[4], f = sums[5], g = sums[6], h = sums[7];

  for (guint i = inputs->is_known ? 0 : PLX_NAME_DIMS; i < PLX_NAME_INPUTS; i++)
    {
      const PlxLanes *row = (const PlxLanes *) weights[i];
      const float value = inputs->values[i];

      a += value * row[0];
      b += value * row[1];
      c += value * row[2];
      d += value * row[3];
      e += value * row[4];
      f += value * row[5];
      g += value * row[6];
      h += value * row[7];
    }

  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
  sums[4] = e;
  sums[5] = f;
  sums[6] = g;
  sums[7] = h;
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

/* What the features of a token give to the hidden layer. */
static void
add_features (const PlxNameModel    *model,
              const PlxNameFeatures *features,
              const PlxNameSight    *sight,
              float                 *hidden)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);
  const gint8 *rows[PLX_NAME_MOST_FEATURES];
  const guint n_rows =
    plx_name_model_find_rows (model, &g_array_index (features->hashes, guint32, sight->first),
                              MIN (sight->end - sight->first, PLX_NAME_MOST_FEATURES), rows);

  memcpy (hidden, dense->hidden_bias, sizeof (Hidden));
  for (guint first = 0; first < n_rows; first += MOST_ROWS)
    add_rows (rows + first, MIN (MOST_ROWS, n_rows - first), dense->row_scale, hidden);
}

/* Whether a token may be part of a name at all. */
static gboolean
is_open (const PlxNameFeatures *features,
         guint                  at)
{
  const PlxNameSight *sight = &g_array_index (features->sights, PlxNameSight, at);

  return sight->end > sight->first;
}

/* What each token that may be part of a name is worth under each label. One place of the window
 * after the other, since its weights just fit into the memory that is nearest to the processor. */
static void
score_tokens (const PlxNameModel    *model,
              const PlxNameFeatures *features,
              const Inputs          *inputs,
              guint                  n,
              Scores                *scores)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);
  g_autofree Hidden *hidden = g_new (Hidden, n);

  for (guint i = 0; i < n; i++)
    {
      if (is_open (features, i))
        add_features (model, features, &g_array_index (features->sights, PlxNameSight, i),
                      hidden[i]);
    }

  for (guint place = 0; place < PLX_NAME_WINDOW; place++)
    for (guint i = 0; i < n; i++)
      {
        const gint64 from = (gint64) i + place - PLX_NAME_REACH;

        if (from >= 0 && from < n && is_open (features, i))
          add_inputs (dense->hidden[place], &inputs[from], hidden[i]);
      }

  for (guint i = 0; i < n; i++)
    {
      memset (scores[i], 0, sizeof (Scores));
      if (is_open (features, i))
        add_outputs (dense->output, hidden[i], scores[i]);
    }
}

/* The labels behind which each label may stand, in order. */
typedef struct
{
  guint8 n[PLX_NAME_N_LABELS];
  guint8 last[PLX_NAME_N_LABELS][PLX_NAME_N_LABELS];
} Ways;

static const Ways *
get_ways (void)
{
  static Ways ways;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
        for (guint last = 0; last < PLX_NAME_N_LABELS; last++)
          {
            if (plx_name_label_may_follow (last, label))
              ways.last[label][ways.n[label]++] = last;
          }
      g_once_init_leave (&once, 1);
    }

  return &ways;
}

/* One step of the search for the best row of labels: of each label, the best way to get there. */
static void
step (const PlxNameDense *dense,
      const Ways         *ways,
      const float        *before,
      const float        *scores,
      float              *after,
      guint8             *from)
{
  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    {
      float best = NEVER;

      from[label] = 0;
      for (guint i = 0; i < ways->n[label]; i++)
        {
          const guint last = ways->last[label][i];
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
             const Inputs          *inputs,
             guint                  n,
             guint8                *labels)
{
  const PlxNameDense *dense = plx_name_model_get_dense (model);
  g_autofree guint8 *from = g_malloc0_n (n, PLX_NAME_N_LABELS);
  g_autofree Scores *scores = g_new (Scores, n);
  const Ways *ways = get_ways ();
  Scores now, next;
  guint best = 0;

  score_tokens (model, features, inputs, n, scores);
  for (guint label = 0; label < PLX_NAME_N_LABELS; label++)
    now[label] = is_open (features, 0)
                   ? dense->transitions[PLX_NAME_N_LABELS][label] + scores[0][label]
                   : label == 0 ? 0 : NEVER;

  for (guint i = 1; i < n; i++)
    {
      if (is_open (features, i))
        step (dense, ways, now, scores[i], next, from + (gsize) i * PLX_NAME_N_LABELS);
      else
        step_outside (dense, now, next, from + (gsize) i * PLX_NAME_N_LABELS);
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
