/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train"

#include "config.h"

#include "language/train/plx-train.h"

#include <math.h>
#include <string.h>

#include "language/train/plx-train-vary.h"
#include "language/train/plx-train-writer.h"

/* Shorter sentences are no headlines. */
#define SHORTEST_HEADLINE 20

/* Where the texts are, how to train, and whom to tell. */
typedef struct
{
  const PlxTrainWords   *words;
  const PlxTrainOptions *options;
  PlxTrainRandom         random;
  PlxTrainNewsFunc       tell;
  gpointer               user_data;
  GArray                *names[PLX_NAME_N_CLASSES]; /* PlxTrainName */
} Run;

G_GNUC_PRINTF (2, 3) static void
say (const Run  *self,
     const char *format,
     ...)
{
  g_autofree char *line = NULL;
  va_list args;

  if (self->tell == NULL)
    return;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  self->tell (line, self->user_data);
}

static void
add_example (const Run              *self,
             GPtrArray              *examples,
             const PlxTrainSentence *sentence,
             float                   weight)
{
  PlxTrainExample *example = plx_train_example_new (sentence, self->words, weight);

  if (example != NULL)
    g_ptr_array_add (examples, example);
}

/* A sentence, torn or not, and for some of them a copy with other names, and one as a headline or
 * in capitals. */
static void
add_sentence (Run                    *self,
              GPtrArray              *examples,
              const PlxTrainSentence *sentence,
              float                   weight)
{
  const PlxTrainOptions *options = self->options;
  g_autoptr (PlxTrainSentence) torn = NULL;
  g_autoptr (PlxTrainSentence) swapped = NULL;
  g_autoptr (PlxTrainSentence) copy = NULL;
  double share;

  if (plx_train_random_share (&self->random) < options->torn_share)
    torn = plx_train_vary_spelling (sentence, &self->random);
  if (torn != NULL)
    sentence = torn;
  add_example (self, examples, sentence, weight);

  if (plx_train_random_share (&self->random) < options->swapped_share)
    swapped = plx_train_vary_names (sentence, self->names, &self->random);
  if (swapped != NULL)
    add_example (self, examples, swapped, weight * options->varied_weight);

  share = plx_train_random_share (&self->random);
  if (strlen (sentence->text) <= SHORTEST_HEADLINE)
    return;

  if (share < options->title_share)
    copy = plx_train_vary_title (sentence, &self->random);
  else if (share < options->title_share + options->capitals_share)
    copy = plx_train_vary_capitals (sentence);
  if (copy != NULL)
    add_example (self, examples, copy, weight * options->varied_weight);
}

/* Of the texts that count in full: short messages name people in ways of their own. */
static void
collect_names (Run                *self,
               const PlxTrainText *texts,
               guint               n_texts)
{
  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    self->names[i] = g_array_new (FALSE, FALSE, sizeof (PlxTrainName));

  for (guint i = 0; i < n_texts; i++)
    for (guint j = 0; texts[i].weight >= 1 && j < texts[i].sentences->len; j++)
      plx_train_vary_collect (g_ptr_array_index (texts[i].sentences, j), self->names);
}

static void
shuffle (GPtrArray      *examples,
         PlxTrainRandom *random)
{
  for (guint i = examples->len - 1; i > 0; i--)
    {
      const guint j = plx_train_random_next (random) % (i + 1);
      gpointer example = examples->pdata[i];

      examples->pdata[i] = examples->pdata[j];
      examples->pdata[j] = example;
    }
}

/* The last two epochs go in shorter steps, to come to rest. */
static PlxTrainRates
get_rates (const PlxTrainOptions *options,
           guint                  epoch)
{
  PlxTrainRates rates = options->rates;
  float share = 1;

  if (epoch + 1 == options->n_epochs)
    share = 0.15f;
  else if (epoch + 2 == options->n_epochs)
    share = 0.4f;
  rates.step *= share;
  rates.transition_step *= share;

  return rates;
}

static gboolean
learn (Run             *self,
       PlxTrainNetwork *network,
       GPtrArray       *examples,
       GError         **error)
{
  for (guint epoch = 0; epoch < self->options->n_epochs; epoch++)
    {
      const PlxTrainRates rates = get_rates (self->options, epoch);
      const gint64 start = g_get_monotonic_time ();
      double loss = 0;

      shuffle (examples, &self->random);
      for (guint i = 0; i < examples->len; i++)
        {
          const PlxTrainExample *example = g_ptr_array_index (examples, i);

          loss += plx_train_network_compute (network, example, &rates, &self->random);
          plx_train_network_step (network, example, &rates);
        }
      say (self, "epoch %u: loss %.0f, %.0f s", epoch + 1, loss,
           (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);

      if (!isfinite (loss))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                               "The network learned nothing: its numbers grew out of all bounds. "
                               "Shorter steps may help.");
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * plx_train_run:
 * @words: the words that the model will know
 * @texts: (array length=n_texts): what to learn from
 * @n_texts: how many they are
 * @options: how to train
 * @tell: (nullable) (scope call): told how far it has come
 * @user_data: for @tell
 * @error: return location for a `G_IO_ERROR_INVALID_DATA` or `G_IO_ERROR_FAILED`
 *
 * Trains a model of names. It runs in one thread, so that the same words, texts and options give
 * the same model, byte for byte.
 *
 * Returns: (transfer full) (nullable): the model as [func@name_model_new] reads it, or `NULL` on
 *   error
 */
GBytes *
plx_train_run (const PlxTrainWords    *words,
               const PlxTrainText     *texts,
               guint                   n_texts,
               const PlxTrainOptions  *options,
               PlxTrainNewsFunc        tell,
               gpointer                user_data,
               GError                **error)
{
  Run run = { .words = words, .options = options, .tell = tell, .user_data = user_data };
  g_autoptr (GPtrArray) examples =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_example_free);
  g_autoptr (GArray) row_keys = NULL;
  g_autoptr (PlxTrainNetwork) network = NULL;

  plx_train_random_init (&run.random, options->seed);
  collect_names (&run, texts, n_texts);
  for (guint i = 0; i < n_texts; i++)
    for (guint j = 0; j < texts[i].sentences->len; j++)
      add_sentence (&run, examples, g_ptr_array_index (texts[i].sentences, j), texts[i].weight);
  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    g_array_unref (run.names[i]);
  if (examples->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "There is no sentence to learn names from.");
      return NULL;
    }

  row_keys = plx_train_rows_number (examples, options->least_count);
  say (&run, "%u sentences, %u words, %u features", examples->len, words->facts->len,
       row_keys->len);

  network = plx_train_network_new (words, row_keys->len, &run.random);
  if (!learn (&run, network, examples, error))
    return NULL;

  return plx_train_writer_write (network, row_keys);
}
