/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-name-model.h"

#include <string.h>

#include "language/names/plx-name-features.h"

static GBytes *
read_model (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_LANGUAGE_DIR"), "en",
                                            "names.model", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
assert_refused (const guint8 *data,
                gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  PlxNameModel *model = plx_name_model_new (bytes, &error);

  g_assert_null (model);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_size (void)
{
  g_autoptr (GBytes) bytes = read_model ();

  g_test_summary ("The model has at most 8 MB");
  g_assert_cmpuint (g_bytes_get_size (bytes), <=, 8 * 1000 * 1000);
}

static void
test_knows_words (void)
{
  g_autoptr (GError) error = NULL;
  const PlxNameModel *model = plx_name_model_get_default (&error);
  const PlxNameWord *word;
  float vector[PLX_NAME_DIMS];
  float length = 0;

  g_assert_no_error (error);
  word = plx_name_model_find_word (model, plx_name_features_hash_word ("minister", 8));
  g_assert_nonnull (word);
  g_assert_cmpuint (word->fine, >, 0);
  plx_name_model_read_vector (model, word, vector);
  for (guint i = 0; i < PLX_NAME_DIMS; i++)
    length += vector[i] * vector[i];
  g_assert_cmpfloat (length, >, 0);

  word = plx_name_model_find_word (model, plx_name_features_hash_word ("qzxvqzxv", 8));
  g_assert_null (word);
  plx_name_model_read_vector (model, word, vector);
  for (guint i = 0; i < PLX_NAME_DIMS; i++)
    g_assert_cmpfloat (vector[i], ==, 0);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const gsize sizes[] = { 0, 1, 7, 8, 40, 63, 64, 65, 4096, 300000, size / 2, size - 64, size - 1 };

  g_test_summary ("A file that is cut anywhere is refused with an error");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    assert_refused (data, sizes[i]);
}

static void
test_changed (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  const gsize header_size = G_STRUCT_OFFSET (PlxNameHeader, dense_size) + sizeof (guint32);

  g_test_summary ("A file with a changed byte is refused with an error");
  size = g_bytes_get_size (bytes);
  for (guint i = 0; i < 40; i++)
    {
      /* Every other byte of the header, then any. What fills the header up says nothing. */
      const gsize at = i * 2 < header_size ? i * 2 : (gsize) g_rand_int_range (random, 64, size);

      data[at] ^= 0x41;
      assert_refused (data, size);
      data[at] ^= 0x41;
    }
}

/* A checksum that fits protects from damage only: somebody may have made it fit. */
static void
test_forged (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  const gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  PlxNameHeader header;

  g_test_summary ("A file whose index points outside is refused though its checksum fits");
  memset (data + PLX_NAME_ALIGN + 400, 0xee, 8);
  memcpy (&header, data, sizeof header);
  header.checksum = plx_name_checksum (data + PLX_NAME_ALIGN, size - PLX_NAME_ALIGN);
  memcpy (data, &header, sizeof header);
  assert_refused (data, size);

  memcpy (data, g_bytes_get_data (bytes, NULL), size);
  memcpy (&header, data, sizeof header);
  header.n_words = G_MAXUINT32;
  memcpy (data, &header, sizeof header);
  assert_refused (data, size);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  PlxNameModel *model = plx_name_model_load ("/nowhere/names.model", &error);

  g_assert_null (model);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/names.model"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-model/size", test_size);
  g_test_add_func ("/name-model/knows-words", test_knows_words);
  g_test_add_func ("/name-model/cut", test_cut);
  g_test_add_func ("/name-model/changed", test_changed);
  g_test_add_func ("/name-model/forged", test_forged);
  g_test_add_func ("/name-model/missing", test_missing);

  return g_test_run ();
}
