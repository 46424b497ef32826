/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pack"

#include "config.h"

#include "model/plx-pack.h"

#include <zstd.h>

/* What is kept for long is packed by zstd. Its contexts take longer to make than a short text
 * takes to pack, so each thread has its own. */

static void
free_packer (gpointer data)
{
  ZSTD_freeCCtx (data);
}

static void
free_unpacker (gpointer data)
{
  ZSTD_freeDCtx (data);
}

static GPrivate packers = G_PRIVATE_INIT (free_packer);
static GPrivate unpackers = G_PRIVATE_INIT (free_unpacker);

static ZSTD_CCtx *
get_packer (void)
{
  ZSTD_CCtx *packer = g_private_get (&packers);

  if (packer == NULL)
    {
      packer = ZSTD_createCCtx ();
      g_assert (packer != NULL);
      g_private_set (&packers, packer);
    }

  ZSTD_CCtx_reset (packer, ZSTD_reset_session_and_parameters);

  return packer;
}

static ZSTD_DCtx *
get_unpacker (void)
{
  ZSTD_DCtx *unpacker = g_private_get (&unpackers);

  if (unpacker == NULL)
    {
      unpacker = ZSTD_createDCtx ();
      g_assert (unpacker != NULL);
      g_private_set (&unpackers, unpacker);
    }

  ZSTD_DCtx_reset (unpacker, ZSTD_reset_session_and_parameters);

  return unpacker;
}

struct _PlxPackDictionary
{
  ZSTD_CDict *packing;
  ZSTD_DDict *unpacking;
};

/**
 * plx_pack_dictionary_new:
 * @bytes: a dictionary of zstd, with a number
 * @level: how hard to try, from 1 to 19
 *
 * Returns: (transfer full): the dictionary, which is kept as long as the program runs
 */
PlxPackDictionary *
plx_pack_dictionary_new (GBytes *bytes,
                         int     level)
{
  PlxPackDictionary *self = g_new0 (PlxPackDictionary, 1);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  self->packing = ZSTD_createCDict (data, size, level);
  self->unpacking = ZSTD_createDDict (data, size);
  g_assert (self->packing != NULL && self->unpacking != NULL);

  return self;
}

static GBytes *
pack (ZSTD_CCtx     *packer,
      gconstpointer  data,
      gsize          size)
{
  gsize room = ZSTD_compressBound (size);
  g_autofree guint8 *packed = g_malloc (room);
  gsize length;

  ZSTD_CCtx_setParameter (packer, ZSTD_c_checksumFlag, 1);
  length = ZSTD_compress2 (packer, packed, room, data, size);

  /* There is room for the worst; memory is all that it can run out of, as GLib's own would. */
  if (ZSTD_isError (length))
    g_error ("Packing %" G_GSIZE_FORMAT " bytes: %s", size, ZSTD_getErrorName (length));

  return g_bytes_new_take (g_realloc (g_steal_pointer (&packed), length), length);
}

static GBytes *
unpack (ZSTD_DCtx      *unpacker,
        gconstpointer   packed,
        gsize           size,
        gsize           max,
        GError        **error)
{
  unsigned long long wanted = ZSTD_getFrameContentSize (packed, size);
  g_autofree guint8 *data = NULL;
  gsize length = 0;

  /* The two values that are no size are larger than any. */
  if (wanted <= max)
    data = g_try_malloc (MAX (wanted, 1));
  if (data == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "It is not packed as it should be.");
      return NULL;
    }

  length = ZSTD_decompressDCtx (unpacker, data, wanted, packed, size);
  if (!ZSTD_isError (length) && length == wanted)
    return g_bytes_new_take (g_steal_pointer (&data), length);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "It is damaged.");

  return NULL;
}

/**
 * plx_pack_new:
 * @data: (array length=size): some bytes
 * @size: how many
 * @beside: (nullable): what is much like them, and at hand when they are unpacked
 * @level: how hard to try, from 1 to 19
 *
 * Returns: (transfer full): the same bytes in less room, with a sum to check them by
 */
GBytes *
plx_pack_new (gconstpointer  data,
              gsize          size,
              GBytes        *beside,
              int            level)
{
  ZSTD_CCtx *packer = get_packer ();

  ZSTD_CCtx_setParameter (packer, ZSTD_c_compressionLevel, level);
  if (beside != NULL)
    ZSTD_CCtx_refPrefix (packer, g_bytes_get_data (beside, NULL), g_bytes_get_size (beside));

  return pack (packer, data, size);
}

/**
 * plx_pack_by:
 * @dictionary: what such bytes have in common
 * @data: (array length=size): some bytes
 * @size: how many
 *
 * Returns: (transfer full): the same bytes in less room, with a sum to check them by, and the
 *   number of the dictionary
 */
GBytes *
plx_pack_by (PlxPackDictionary *dictionary,
             gconstpointer      data,
             gsize              size)
{
  ZSTD_CCtx *packer = get_packer ();

  ZSTD_CCtx_refCDict (packer, dictionary->packing);

  return pack (packer, data, size);
}

/**
 * plx_unpack:
 * @packed: (array length=size): what plx_pack_new() made
 * @size: how many bytes that is
 * @beside: (nullable): what was at hand when it was packed
 * @max: how many bytes it may have been
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * What comes from a file may be damaged, or made to use up all memory: nothing is believed of it
 * but what can be checked.
 *
 * Returns: (transfer full) (nullable): the bytes, or `NULL` where they cannot be had
 */
GBytes *
plx_unpack (gconstpointer   packed,
            gsize           size,
            GBytes         *beside,
            gsize           max,
            GError        **error)
{
  ZSTD_DCtx *unpacker = get_unpacker ();

  if (beside != NULL)
    ZSTD_DCtx_refPrefix (unpacker, g_bytes_get_data (beside, NULL), g_bytes_get_size (beside));

  return unpack (unpacker, packed, size, max, error);
}

/**
 * plx_unpack_by:
 * @dictionary: the dictionary that it may have been packed by
 * @packed: (array length=size): what plx_pack_by() or plx_pack_new() made
 * @size: how many bytes that is
 * @max: how many bytes it may have been
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Returns: (transfer full) (nullable): the bytes, or `NULL` where they cannot be had
 */
GBytes *
plx_unpack_by (PlxPackDictionary  *dictionary,
               gconstpointer       packed,
               gsize               size,
               gsize               max,
               GError            **error)
{
  ZSTD_DCtx *unpacker = get_unpacker ();

  if (ZSTD_getDictID_fromFrame (packed, size) != 0)
    ZSTD_DCtx_refDDict (unpacker, dictionary->unpacking);

  return unpack (unpacker, packed, size, max, error);
}
