/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-model"

#include "config.h"

#include "language/names/plx-name-model.h"

#include <string.h>

#define MODEL_FILE "en/names.model"

/* A table of keys that are hashes, and where in it those of one upper half stand. */
typedef struct
{
  const guint32 *index;
  const guint16 *keys;
  guint32        n;
} Table;

/**
 * PlxNameModel:
 *
 * The trained part of the recognition of English names: a file that is mapped, and shared by all
 * processes that use it.
 *
 * It never changes, so that any thread may use it.
 */
struct _PlxNameModel
{
  GBytes             *bytes;
  Table               words;
  const PlxNameWord  *facts;
  Table               features;
  const gint8        *rows;
  const PlxNameDense *dense;
};

/* The next @size bytes of the file, or NULL where it has fewer. */
static const void *
take (GBytes *bytes,
      gsize  *at,
      gsize   size)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const guint8 *part = data + *at;

  if (size > length - *at)
    return NULL;

  *at += (size + PLX_NAME_ALIGN - 1) / PLX_NAME_ALIGN * PLX_NAME_ALIGN;
  *at = MIN (*at, length);

  return part;
}

static gboolean
take_table (GBytes *bytes,
            gsize  *at,
            guint32 n,
            Table  *table)
{
  table->n = n;
  table->index = take (bytes, at, PLX_NAME_INDEX_SIZE * sizeof (guint32));
  table->keys = take (bytes, at, n * sizeof (guint16));
  if (table->index == NULL || table->keys == NULL ||
      table->index[0] != 0 || table->index[PLX_NAME_INDEX_SIZE - 1] != n)
    return FALSE;

  for (guint i = 1; i < PLX_NAME_INDEX_SIZE; i++)
    if (table->index[i] < table->index[i - 1])
      return FALSE;

  return TRUE;
}

static gboolean
is_sound (const PlxNameHeader *header,
          const guint8        *data,
          gsize                size)
{
  return header->size == size && header->byte_order == G_BYTE_ORDER &&
         header->dense_size == sizeof (PlxNameDense) && size % 8 == 0 &&
         header->checksum == plx_name_checksum (data + PLX_NAME_ALIGN, size - PLX_NAME_ALIGN);
}

/**
 * plx_name_model_new:
 * @bytes: what a file of the model holds
 * @error: return location for a `G_IO_ERROR_INVALID_DATA`
 *
 * Returns: (transfer full) (nullable): the model, or `NULL` where the bytes are none or are damaged
 */
PlxNameModel *
plx_name_model_new (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (PlxNameModel) self = NULL;
  gsize size;
  const guint8 *data;
  PlxNameHeader header;
  gsize at = PLX_NAME_ALIGN;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size >= PLX_NAME_ALIGN)
    memcpy (&header, data, sizeof header);
  if (size < PLX_NAME_ALIGN || memcmp (header.magic, PLX_NAME_MAGIC, sizeof header.magic) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "it is no model of names that this version can read");
      return NULL;
    }

  self = g_new0 (PlxNameModel, 1);
  self->bytes = g_bytes_ref (bytes);
  if (is_sound (&header, data, size) && take_table (bytes, &at, header.n_words, &self->words) &&
      (self->facts = take (bytes, &at, (gsize) header.n_words * sizeof (PlxNameWord))) != NULL &&
      take_table (bytes, &at, header.n_rows, &self->features) &&
      (self->rows = take (bytes, &at, (gsize) header.n_rows * PLX_NAME_HIDDEN)) != NULL &&
      (self->dense = take (bytes, &at, sizeof (PlxNameDense))) != NULL)
    return g_steal_pointer (&self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "it is damaged");

  return NULL;
}

/**
 * plx_name_model_load:
 * @path: a file
 * @error: return location for an error of `G_FILE_ERROR` or `G_IO_ERROR`
 *
 * Maps a model.
 *
 * Returns: (transfer full) (nullable): the model, or `NULL` on error
 */
PlxNameModel *
plx_name_model_load (const char  *path,
                     GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;
  PlxNameModel *self = NULL;

  if (file != NULL)
    {
      bytes = g_mapped_file_get_bytes (file);
      self = plx_name_model_new (bytes, error);
    }
  if (self == NULL)
    g_prefix_error (error, "Reading what Parallax has learned of English names from %s: ", path);

  return self;
}

void
plx_name_model_free (PlxNameModel *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Named by the environment, beside the program where it is installed or built, or installed. */
static char *
find_model (void)
{
  static const char *const places[] = {
    "../share/parallax/language", "../data/language", "../../data/language", NULL
  };
  const char *named = g_getenv ("PARALLAX_LANGUAGE_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  for (guint i = 0; named == NULL && folder != NULL && places[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], MODEL_FILE, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_build_filename (named != NULL ? named : PKGDATADIR "/language", MODEL_FILE, NULL);
}

/**
 * plx_name_model_get_default:
 * @error: return location for an error
 *
 * Gives the model that is installed, or that lies in the folder that the environment variable
 * `PARALLAX_LANGUAGE_DIR` names. It is read once; what went wrong then is told at each call.
 *
 * Returns: (transfer none) (nullable): the model, or `NULL` on error
 */
const PlxNameModel *
plx_name_model_get_default (GError **error)
{
  static PlxNameModel *model;
  static GError *failure;
  static gsize is_read;

  if (g_once_init_enter (&is_read))
    {
      g_autofree char *path = find_model ();

      model = plx_name_model_load (path, &failure);
      g_once_init_leave (&is_read, 1);
    }

  if (model == NULL && error != NULL)
    *error = g_error_copy (failure);

  return model;
}

/**
 * plx_name_model_dup_sha256:
 * @self: a model
 *
 * Returns: (transfer full): the SHA-256 of its file
 */
char *
plx_name_model_dup_sha256 (const PlxNameModel *self)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
}

/* The place of a key in a table, or G_MAXUINT32. */
static inline guint32
table_find (const Table *self,
            guint32      key)
{
  const guint16 low = key & 0xffff;
  const guint32 end = self->index[(key >> 16) + 1];

  for (guint32 i = self->index[key >> 16]; i < end; i++)
    {
      if (self->keys[i] == low)
        return i;
    }

  return G_MAXUINT32;
}

/**
 * plx_name_model_find_row:
 * @self: the model
 * @feature: the hash of a feature
 *
 * Returns: (nullable) (transfer none): what it adds to each part of the hidden layer, to be
 *   multiplied by `row_scale`; `NULL` where the model does not know the feature
 */
const gint8 *
plx_name_model_find_row (const PlxNameModel *self,
                         guint32             feature)
{
  const guint32 at = table_find (&self->features, feature);

  return at != G_MAXUINT32 ? self->rows + (gsize) at * PLX_NAME_HIDDEN : NULL;
}

/**
 * plx_name_model_find_rows:
 * @self: the model
 * @features: (array length=n_features): hashes of features
 * @n_features: how many they are
 * @rows: (out caller-allocates) (array length=n_features): the rows of those that the model knows
 *
 * As plx_name_model_find_row(), for many at once: what the next ones need comes from the memory
 * while one is looked for.
 *
 * Returns: how many of them the model knows
 */
guint
plx_name_model_find_rows (const PlxNameModel  *self,
                          const guint32       *features,
                          guint                n_features,
                          const gint8        **rows)
{
  const Table *table = &self->features;
  guint n = 0;

  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&table->keys[table->index[features[i] >> 16]]);

  for (guint i = 0; i < n_features; i++)
    {
      rows[n] = plx_name_model_find_row (self, features[i]);
      __builtin_prefetch (rows[n]);
      n += rows[n] != NULL;
    }

  return n;
}

/**
 * plx_name_model_find_word:
 * @self: the model
 * @word: the hash of a word
 *
 * Returns: (nullable) (transfer none): what the model knows of it
 */
const PlxNameWord *
plx_name_model_find_word (const PlxNameModel *self,
                          guint32             word)
{
  const guint32 at = table_find (&self->words, word);

  return at != G_MAXUINT32 ? &self->facts[at] : NULL;
}

/**
 * plx_name_model_read_vector:
 * @self: the model
 * @word: (nullable): a word of it
 * @vector: (out caller-allocates) (array fixed-size=32): where it stands among all words; all
 *   zero where it is `NULL`
 */
void
plx_name_model_read_vector (const PlxNameModel *self,
                            const PlxNameWord  *word,
                            float              *vector)
{
  const float *scale = self->dense->word_scale;

  if (word == NULL)
    {
      memset (vector, 0, PLX_NAME_DIMS * sizeof (float));
      return;
    }

  for (guint i = 0; i < PLX_NAME_DIMS / 2; i++)
    {
      vector[2 * i] = ((int) (word->vector[i] & 0xf) - 8) * scale[2 * i];
      vector[2 * i + 1] = ((int) (word->vector[i] >> 4) - 8) * scale[2 * i + 1];
    }
}

const PlxNameDense *
plx_name_model_get_dense (const PlxNameModel *self)
{
  return self->dense;
}
