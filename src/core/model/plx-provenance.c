/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-provenance"

#include "config.h"

#include "model/plx-provenance.h"

#include <string.h>

#include "model/plx-pack.h"

#define CHUNK (64 * 1024)

/* Importing does not wait for more: pages shrink to a fifth already, and pictures and office
 * files, which are packed, are passed over quickly. */
#define LEVEL 3

G_DEFINE_BOXED_TYPE (PlxProvenance, plx_provenance, plx_provenance_ref, plx_provenance_unref)

/**
 * plx_provenance_new:
 * @added: when the article came in, or 0
 * @sha256: (nullable): SHA-256 of what it was read from
 * @size: bytes of that
 * @is_record: whether that is a record of a larger file
 *
 * Returns: (transfer full): a new provenance, without the bytes
 */
PlxProvenance *
plx_provenance_new (gint64      added,
                    const char *sha256,
                    guint64     size,
                    gboolean    is_record)
{
  PlxProvenance *self = g_atomic_rc_box_new0 (PlxProvenance);

  self->added = added;
  self->sha256 = g_strdup (sha256);
  self->size = size;
  self->is_record = is_record;

  return self;
}

/**
 * plx_provenance_new_for_bytes:
 * @bytes: what an article is read from
 * @is_record: whether that is a record of a larger file
 *
 * Returns: (transfer full): a new provenance that has the bytes with it
 */
PlxProvenance *
plx_provenance_new_for_bytes (GBytes   *bytes,
                              gboolean  is_record)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  PlxProvenance *self = plx_provenance_new (0, sha256, g_bytes_get_size (bytes), is_record);

  self->packed = plx_original_pack (bytes);

  return self;
}

PlxProvenance *
plx_provenance_ref (PlxProvenance *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
provenance_clear (gpointer data)
{
  PlxProvenance *self = data;

  g_free (self->sha256);
  g_clear_pointer (&self->packed, g_bytes_unref);
}

void
plx_provenance_unref (PlxProvenance *self)
{
  g_atomic_rc_box_release_full (self, provenance_clear);
}

/**
 * plx_provenance_equal:
 * @a: (nullable): a provenance
 * @b: (nullable): another
 *
 * Returns: whether they tell the same; nothing told is the same as nothing known
 */
gboolean
plx_provenance_equal (const PlxProvenance *a,
                      const PlxProvenance *b)
{
  static const PlxProvenance none = { 0 };

  if (a == NULL)
    a = &none;
  if (b == NULL)
    b = &none;

  return a->added == b->added && g_strcmp0 (a->sha256, b->sha256) == 0;
}

/* Converts all of @bytes, to no more than @max bytes. */
static GBytes *
convert (GConverter    *converter,
         GBytes        *bytes,
         gsize          max,
         GError       **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize length, at = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GConverterResult result;

  do
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, data != NULL ? data + at : (const guint8 *) "",
                                    length - at, chunk, CHUNK, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;

      at += n_read;
      g_byte_array_append (out, chunk, n_written);
      if (out->len > max)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               "What was kept of a file is longer than it should be.");
          return NULL;
        }
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * plx_original_pack:
 * @bytes: the content of a file
 *
 * Returns: (transfer full): the same in less room
 */
GBytes *
plx_original_pack (GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return plx_pack_new (data, length, NULL, LEVEL);
}

/* What was kept by earlier releases is in the format of zlib, which never begins like this. */
static gboolean
is_of_zstd (GBytes *packed)
{
  static const guint8 magic[] = { 0x28, 0xb5, 0x2f, 0xfd };
  gsize length;
  gconstpointer data = g_bytes_get_data (packed, &length);

  return length >= sizeof magic && memcmp (data, magic, sizeof magic) == 0;
}

static GBytes *
unpack_zlib (GBytes   *packed,
             gsize     max,
             GError  **error)
{
  g_autoptr (GZlibDecompressor) decompressor =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (decompressor), packed, max, error);
}

/**
 * plx_original_unpack:
 * @packed: what plx_original_pack() made, of this release or an earlier one
 * @size: how many bytes the file has
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Returns: (transfer full) (nullable): the content of the file, or `NULL` where that is not what
 *   is in @packed
 */
GBytes *
plx_original_unpack (GBytes   *packed,
                     guint64   size,
                     GError  **error)
{
  g_autoptr (GBytes) bytes =
    is_of_zstd (packed) ? plx_unpack (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                                      NULL, size, error)
                        : unpack_zlib (packed, size, error);

  if (bytes == NULL)
    {
      g_prefix_error_literal (error, "What was kept of a file cannot be unpacked: ");
      return NULL;
    }

  if (g_bytes_get_size (bytes) == size)
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "What was kept of a file is shorter than it should be.");

  return NULL;
}
