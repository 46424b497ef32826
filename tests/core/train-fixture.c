/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "train-fixture.h"

#include <string.h>

/* Writes a file in the test's own temporary folder; with @packed, one that is packed with gzip. */
GFile *
train_fixture_write (const char *name,
                     const char *text,
                     gssize      length,
                     gboolean    packed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GConverter) zip =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GOutputStream) out = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);

  out = packed ? g_converter_output_stream_new (G_OUTPUT_STREAM (stream), zip)
               : G_OUTPUT_STREAM (g_object_ref (stream));
  g_output_stream_write_all (out, text, length < 0 ? strlen (text) : (gsize) length, NULL, NULL,
                             &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, &error);
  g_assert_no_error (error);

  return file;
}

GPtrArray *
train_fixture_read_text (const char  *text,
                         gssize       length,
                         gboolean     packed,
                         GError     **error)
{
  g_autoptr (GFile) file =
    train_fixture_write (packed ? "text.conll.gz" : "text.conll", text, length, packed);

  return plx_train_text_read (file, error);
}

/* A sentence written as "word/TAG word/TAG …". */
PlxTrainSentence *
train_fixture_read_sentence (const char *written)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (written);
  g_autoptr (GPtrArray) sentences = NULL;

  g_string_replace (text, " ", "\n", 0);
  g_string_replace (text, "/", "\t", 0);
  sentences = train_fixture_read_text (text->str, -1, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, ==, 1);

  return g_ptr_array_steal_index (sentences, 0);
}
