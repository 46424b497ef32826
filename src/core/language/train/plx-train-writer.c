/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-writer"

#include "config.h"

#include "language/train/plx-train-writer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "language/names/plx-name-tagger.h"

/* The steps of the words' vectors are chosen by the most frequent words, with every third as a
 * sample. */
#define SAMPLE_END 50000
#define SAMPLE_STEP 3

/* The steps that are tried, as shares of the spread of a dimension. */
#define FIRST_STEP 0.150f
#define LAST_STEP 0.600f
#define STEP_STEP 0.025f

/* Rows' numbers beyond this many times their spread are cut off. */
#define LARGEST_ROW 16

/* What a transition costs that must not be. */
#define FORBIDDEN -1e9f

typedef float Vector[PLX_NAME_DIMS];

/* A word or a feature, and its place among them in the network. */
typedef struct
{
  guint32 key;
  guint32 place;
} Entry;

static int
compare_entries (const void *a,
                 const void *b)
{
  const guint32 x = ((const Entry *) a)->key;
  const guint32 y = ((const Entry *) b)->key;

  return (x > y) - (x < y);
}

/* Adds a part of the file, and room up to where the next one begins. */
static void
put (GByteArray *file,
     const void *data,
     gsize       size)
{
  static const guint8 nothing[PLX_NAME_ALIGN];

  g_byte_array_append (file, data, size);
  if (file->len % PLX_NAME_ALIGN != 0)
    g_byte_array_append (file, nothing, PLX_NAME_ALIGN - file->len % PLX_NAME_ALIGN);
}

/* Sorts the entries, and adds an index by the upper half of their keys, and the lower halves. */
static void
put_table (GByteArray *file,
           Entry      *entries,
           guint       n)
{
  g_autofree guint32 *index = g_new0 (guint32, PLX_NAME_INDEX_SIZE);
  g_autofree guint16 *keys = g_new0 (guint16, n + 1);

  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    {
      keys[i] = entries[i].key & 0xffff;
      index[(entries[i].key >> 16) + 1]++;
    }
  for (guint i = 1; i < PLX_NAME_INDEX_SIZE; i++)
    index[i] += index[i - 1];

  put (file, index, PLX_NAME_INDEX_SIZE * sizeof *index);
  put (file, keys, n * sizeof *keys);
}

/* The vectors of the words as the network sees them. */
static Vector *
project (const PlxTrainNetwork *network)
{
  const guint n = network->words->facts->len;
  Vector *vectors = g_new0 (Vector, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < PLX_TRAIN_VECTOR_SIZE; j++)
      for (guint k = 0; k < PLX_NAME_DIMS; k++)
        vectors[i][k] += network->parameters->projection[j][k] *
                         plx_train_words_get (network->words, i + 1)->vector[j];

  return vectors;
}

static int
quantise (float number,
          float step,
          int   least,
          int   most)
{
  return (int) CLAMP (rintf (number / step), least, most);
}

/* What is lost with a step. */
static double
measure_step (const Vector *vectors,
              guint         n,
              guint         dimension,
              float         step)
{
  double loss = 0;

  for (guint i = 0; i < n; i += SAMPLE_STEP)
    {
      const float number = vectors[i][dimension];
      const double gap = number - quantise (number, step, -8, 7) * step;

      loss += gap * gap;
    }

  return loss;
}

/* The step of a dimension with which least is lost. */
static float
find_step (const Vector *vectors,
           guint         n,
           guint         dimension)
{
  const guint n_sample = MIN (n, SAMPLE_END);
  const guint n_steps = lrintf ((LAST_STEP - FIRST_STEP) / STEP_STEP);
  double square = 0;
  double least = G_MAXDOUBLE;
  float best = 1;

  for (guint i = 0; i < n_sample; i++)
    square += vectors[i][dimension] * vectors[i][dimension];
  if (square == 0)
    return best;

  for (guint i = 0; i < n_steps; i++)
    {
      const float step = (FIRST_STEP + i * STEP_STEP) * sqrt (square / n_sample);
      const double loss = measure_step (vectors, n_sample, dimension, step);

      if (loss < least)
        {
          least = loss;
          best = step;
        }
    }

  return best;
}

static void
put_words (GByteArray            *file,
           const PlxTrainNetwork *network,
           PlxNameDense          *dense)
{
  const guint n = network->words->facts->len;
  g_autofree Vector *vectors = project (network);
  g_autofree Entry *entries = g_new0 (Entry, n + 1);
  g_autofree PlxNameWord *words = g_new0 (PlxNameWord, n + 1);

  for (guint i = 0; i < PLX_NAME_DIMS; i++)
    dense->word_scale[i] = find_step (vectors, n, i);
  for (guint i = 0; i < n; i++)
    entries[i] = (Entry) { plx_train_words_get (network->words, i + 1)->key, i };
  put_table (file, entries, n);

  for (guint i = 0; i < n; i++)
    {
      const PlxTrainWordFacts *facts =
        plx_train_words_get (network->words, entries[i].place + 1);

      words[i].fine = facts->fine;
      words[i].coarse = facts->coarse;
      for (guint j = 0; j < PLX_NAME_DIMS; j++)
        words[i].vector[j / 2] |=
          (quantise (vectors[entries[i].place][j], dense->word_scale[j], -8, 7) + 8) << (j % 2 * 4);
    }
  put (file, words, n * sizeof *words);
}

/* The step of the rows' numbers: the largest one should be told, unless it is far off. */
static float
find_row_step (const PlxTrainNetwork *network)
{
  double largest = 0;
  double square = 0;
  double spread;

  for (guint i = 0; i < network->n_rows; i++)
    for (guint j = 0; j < PLX_NAME_HIDDEN; j++)
      {
        const double number = network->rows[i][j];

        largest = MAX (largest, fabs (number));
        square += number * number;
      }
  if (largest == 0)
    return 1;

  spread = sqrt (square / network->n_rows / PLX_NAME_HIDDEN);

  return MIN (largest, LARGEST_ROW * spread) / G_MAXINT8;
}

static void
put_rows (GByteArray            *file,
          const PlxTrainNetwork *network,
          const GArray          *row_keys,
          PlxNameDense          *dense)
{
  const guint n = network->n_rows;
  g_autofree Entry *entries = g_new0 (Entry, n + 1);
  g_autofree gint8 *rows = g_new0 (gint8, (gsize) n * PLX_NAME_HIDDEN + 1);

  for (guint i = 0; i < n; i++)
    entries[i] = (Entry) { g_array_index (row_keys, guint32, i), i };
  put_table (file, entries, n);

  dense->row_scale = find_row_step (network);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < PLX_NAME_HIDDEN; j++)
      rows[(gsize) i * PLX_NAME_HIDDEN + j] =
        quantise (network->rows[entries[i].place][j], dense->row_scale, -G_MAXINT8, G_MAXINT8);
  put (file, rows, (gsize) n * PLX_NAME_HIDDEN);
}

static void
forbid_transitions (PlxNameDense *dense)
{
  for (guint last = 0; last <= PLX_NAME_N_LABELS; last++)
    for (guint label = 0; label < PLX_NAME_LABEL_WIDTH; label++)
      if (label >= PLX_NAME_N_LABELS || !plx_name_label_may_follow (last, label))
        dense->transitions[last][label] = FORBIDDEN;
}

static void
finish_header (GByteArray            *file,
               const PlxTrainNetwork *network)
{
  PlxNameHeader header = {
    .magic = PLX_NAME_MAGIC,
    .byte_order = G_BYTE_ORDER,
    .size = file->len,
    .n_words = network->words->facts->len,
    .n_rows = network->n_rows,
    .dense_size = sizeof (PlxNameDense),
  };

  header.checksum =
    plx_name_checksum (file->data + PLX_NAME_ALIGN, file->len - PLX_NAME_ALIGN);
  memcpy (file->data, &header, sizeof header);
}

/**
 * plx_train_writer_write:
 * @network: a network that has learned
 * @row_keys: (element-type guint32): the hashes of its features
 *
 * Writes a network as the model that [func@name_model_new] reads: the numbers of words in four
 * bits, those of features in eight.
 *
 * Returns: (transfer full): the model
 */
GBytes *
plx_train_writer_write (const PlxTrainNetwork *network,
                        const GArray          *row_keys)
{
  static const guint8 header[PLX_NAME_ALIGN];
  GByteArray *file = g_byte_array_new ();
  g_autofree PlxNameDense *dense = g_memdup2 (&network->parameters->dense, sizeof *dense);

  G_STATIC_ASSERT (sizeof (PlxNameHeader) <= sizeof header);

  put (file, header, sizeof header);
  put_words (file, network, dense);
  put_rows (file, network, row_keys, dense);
  forbid_transitions (dense);
  put (file, dense, sizeof *dense);
  finish_header (file, network);

  return g_byte_array_free_to_bytes (file);
}
