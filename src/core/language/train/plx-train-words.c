/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-words"

#include "config.h"

#include "language/train/plx-train-words.h"

#include <math.h>
#include <string.h>

#include "language/names/plx-name-features.h"

/* The squared length that vectors get: their numbers are then about as large as those of the
 * other inputs of the network. */
#define VECTOR_SQUARE 10.0

PlxTrainWords *
plx_train_words_new (void)
{
  PlxTrainWords *self = g_new0 (PlxTrainWords, 1);

  self->facts = g_array_new (FALSE, TRUE, sizeof (PlxTrainWordFacts));
  self->places = g_hash_table_new (NULL, NULL);

  return self;
}

void
plx_train_words_free (PlxTrainWords *self)
{
  g_array_unref (self->facts);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * plx_train_words_add:
 * @self: the words
 * @word: a word, in small letters
 * @vector: (array fixed-size=100): where it stands among all words
 *
 * Returns: whether it was added; not where one with the same key is there already, as for numbers
 *   of one form
 */
gboolean
plx_train_words_add (PlxTrainWords *self,
                     const char    *word,
                     const float   *vector)
{
  PlxTrainWordFacts facts = { .key = plx_name_features_hash_word (word, strlen (word)) };
  double square = 1e-9;

  if (plx_train_words_find (self, facts.key) > 0)
    return FALSE;

  for (guint i = 0; i < PLX_TRAIN_VECTOR_SIZE; i++)
    square += vector[i] * vector[i];
  for (guint i = 0; i < PLX_TRAIN_VECTOR_SIZE; i++)
    facts.vector[i] = vector[i] * sqrt (VECTOR_SQUARE / square);

  g_array_append_val (self->facts, facts);
  g_hash_table_insert (self->places, GUINT_TO_POINTER (facts.key),
                       GUINT_TO_POINTER (self->facts->len));

  return TRUE;
}

/* Reads a cluster, and counts it from 1, since 0 stands for none. */
static gboolean
read_cluster (const char *text,
              guint16    *cluster)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16 - 1, &number, NULL))
    return FALSE;

  *cluster = number + 1;

  return TRUE;
}

/**
 * plx_train_words_read_clusters:
 * @self: the words
 * @text: a line for each word: the word, its cluster of few and its cluster of many, with a tab
 *   between them
 * @error: return location for a `G_IO_ERROR_INVALID_DATA`
 *
 * Notes in which clusters the words are. What is no word of @self is passed over.
 *
 * Returns: whether all lines were sound
 */
gboolean
plx_train_words_read_clusters (PlxTrainWords  *self,
                               const char     *text,
                               GError        **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      PlxTrainWordFacts *facts;
      guint32 place;
      guint16 fine;
      guint16 coarse;

      if (*lines[i] == '\0')
        continue;

      if (g_strv_length (cells) != 3 || !read_cluster (cells[1], &coarse) ||
          !read_cluster (cells[2], &fine))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "line %u is not a word and two numbers, with tabs between them", i + 1);
          return FALSE;
        }

      place = plx_train_words_find (
        self, plx_name_features_hash_word (cells[0], strlen (cells[0])));
      facts = place > 0 ? &g_array_index (self->facts, PlxTrainWordFacts, place - 1) : NULL;
      if (facts != NULL && facts->fine == 0)
        {
          facts->fine = fine;
          facts->coarse = coarse;
        }
    }

  return TRUE;
}

/* Of words with one key the first is kept, which is the most frequent. */
static gboolean
want_key (const char *word,
          gpointer    seen)
{
  return g_hash_table_add (
    seen, GUINT_TO_POINTER (plx_name_features_hash_word (word, strlen (word))));
}

static gboolean
load_vectors (PlxTrainWords  *self,
              GFile          *file,
              guint           n_words,
              GError        **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (PlxTrainVectors) vectors = NULL;

  if (stream != NULL)
    vectors = plx_train_vectors_read (G_INPUT_STREAM (stream), n_words, want_key, seen, error);
  if (vectors == NULL)
    {
      g_prefix_error (error, "Reading the vectors of words from %s: ", g_file_peek_path (file));
      return FALSE;
    }

  for (guint i = 0; i < vectors->words->len; i++)
    plx_train_words_add (self, g_ptr_array_index (vectors->words, i),
                         vectors->numbers + (gsize) i * PLX_TRAIN_VECTOR_SIZE);

  return TRUE;
}

/**
 * plx_train_words_load:
 * @vectors: a file as [func@train_vectors_read] reads it
 * @clusters: a file as [method@TrainWords.read_clusters] reads it
 * @n_words: how many words the model will know, at most
 * @error: return location for an error of reading, or a `G_IO_ERROR_INVALID_DATA`
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` on error
 */
PlxTrainWords *
plx_train_words_load (GFile   *vectors,
                      GFile   *clusters,
                      guint    n_words,
                      GError **error)
{
  g_autoptr (PlxTrainWords) self = plx_train_words_new ();
  g_autofree char *text = NULL;

  if (!load_vectors (self, vectors, n_words, error))
    return NULL;

  if (!g_file_load_contents (clusters, NULL, &text, NULL, NULL, error) ||
      !plx_train_words_read_clusters (self, text, error))
    {
      g_prefix_error (error, "Reading the clusters of words from %s: ",
                      g_file_peek_path (clusters));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * plx_train_words_find:
 * @self: the words
 * @key: the hash of a word
 *
 * Returns: its place, counted from 1, or 0 where it is unknown
 */
guint32
plx_train_words_find (const PlxTrainWords *self,
                      guint32              key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GUINT_TO_POINTER (key)));
}

/**
 * plx_train_words_find_clusters:
 * @key: the hash of a word
 * @fine: (out): its cluster of many, or 0
 * @coarse: (out): its cluster of few, or 0
 * @self: the words
 *
 * A [callback@ClusterFunc] that knows what the tagger will know by the model.
 */
void
plx_train_words_find_clusters (guint32   key,
                               guint32  *fine,
                               guint32  *coarse,
                               gpointer  self)
{
  const guint32 place = plx_train_words_find (self, key);

  *fine = place > 0 ? plx_train_words_get (self, place)->fine : 0;
  *coarse = place > 0 ? plx_train_words_get (self, place)->coarse : 0;
}
