/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source"

#include "config.h"

#include "reading/plx-reader.h"

#define READ_CHUNK (256 * 1024)

/**
 * PlxHeld:
 * @bytes: (nullable): what articles are read from
 * @is_record: whether that is a record of a larger file
 * @provenance: (nullable): the same once the first article needed it
 *
 * What is being read. It is packed when it turns out that there is an article in it, since an
 * archive or a feed may hold none.
 */
typedef struct _PlxHeld
{
  GBytes        *bytes;
  gboolean       is_record;
  PlxProvenance *provenance;
} PlxHeld;

static void
held_clear (PlxHeld *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->provenance, plx_provenance_unref);
}

/**
 * plx_reading_batch_begin_held:
 * @self: a batch
 *
 * Begins a file, or a part of one.
 *
 * Returns: (transfer full) (nullable): for plx_reading_batch_end_held()
 */
PlxHeld *
plx_reading_batch_begin_held (PlxReadingBatch *self)
{
  PlxHeld *before = g_steal_pointer (&self->held);

  self->held = g_new0 (PlxHeld, 1);

  return before;
}

/**
 * plx_reading_batch_end_held:
 * @self: a batch
 * @before: (transfer full) (nullable): what plx_reading_batch_begin_held() gave
 *
 * Goes back to the file that the part was in.
 */
void
plx_reading_batch_end_held (PlxReadingBatch *self,
                            PlxHeld         *before)
{
  held_clear (self->held);
  g_free (self->held);
  self->held = before;
}

/**
 * plx_reading_batch_give_held:
 * @self: a batch
 * @document: an article
 *
 * Gives an article what it was read from, where that is held and it has nothing yet.
 */
void
plx_reading_batch_give_held (PlxReadingBatch *self,
                             PlxDocument     *document)
{
  PlxHeld *held = self->held;

  if (held == NULL || held->bytes == NULL || document->provenance != NULL)
    return;

  if (held->provenance == NULL)
    held->provenance = plx_provenance_new_for_bytes (held->bytes, held->is_record);
  plx_document_set_provenance (document, held->provenance);
}

/**
 * plx_source_keep:
 * @source: a file
 * @bytes: its content, or a record of it
 * @is_record: whether it is a record
 *
 * Tells what the articles are read from that are added from now on. Does nothing where originals
 * are not kept.
 */
void
plx_source_keep (const PlxSource *source,
                 GBytes          *bytes,
                 gboolean         is_record)
{
  PlxHeld *held = source->keeper != NULL ? source->keeper->held : NULL;

  if (held == NULL || g_bytes_get_size (bytes) > PLX_KEPT_MAX_BYTES)
    return;

  held_clear (held);
  held->bytes = g_bytes_ref (bytes);
  held->is_record = is_record;
}

/**
 * plx_source_is_kept:
 * @source: a file
 *
 * Returns: whether there is no need to tell more of what its articles are read from: it is held
 *   as a whole, or originals are not kept
 */
gboolean
plx_source_is_kept (const PlxSource *source)
{
  PlxHeld *held = source->keeper != NULL ? source->keeper->held : NULL;

  return held == NULL || (held->bytes != NULL && !held->is_record);
}

/* Reads up to a byte more than @max_bytes. */
static GBytes *
load (const PlxSource  *source,
      gsize             max_bytes,
      GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (READ_CHUNK);
  g_autoptr (GError) system = NULL;
  gssize n = 0;

  while (bytes->len <= max_bytes &&
         (n = g_input_stream_read (source->stream, chunk, READ_CHUNK, source->cancellable,
                                   &system)) > 0)
    g_byte_array_append (bytes, chunk, n);

  if (n >= 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  plx_reading_set_system_error (source->name, system, error);

  return NULL;
}

static gboolean
can_seek (const PlxSource *source)
{
  return G_IS_SEEKABLE (source->stream) && g_seekable_can_seek (G_SEEKABLE (source->stream));
}

static gboolean
go_to_start (const PlxSource  *source,
             GError          **error)
{
  g_autoptr (GError) system = NULL;

  if (!can_seek (source) || g_seekable_seek (G_SEEKABLE (source->stream), 0, G_SEEK_SET,
                                             source->cancellable, &system))
    return TRUE;

  plx_reading_set_system_error (source->name, system, error);

  return FALSE;
}

/**
 * plx_source_hold:
 * @source: a source that its reader would read bit by bit
 * @max_bytes: how large it may be to be held
 * @error: return location for an error
 *
 * Loads a source, so that it can be kept, where originals are kept and it is not too large.
 *
 * Returns: (transfer full): the stream from which it is to be read, or `NULL` on error
 */
GInputStream *
plx_source_hold (const PlxSource  *source,
                 gsize             max_bytes,
                 GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (source->keeper == NULL || source->size < 0 || source->size > (goffset) max_bytes)
    return g_object_ref (source->stream);

  if (!go_to_start (source, error) || !(bytes = load (source, max_bytes, error)))
    return NULL;

  if (g_bytes_get_size (bytes) <= max_bytes)
    {
      plx_source_keep (source, bytes, FALSE);
      return g_memory_input_stream_new_from_bytes (bytes);
    }

  /* It has grown meanwhile, or the archive that it is in tells a wrong size. */
  if (can_seek (source))
    return go_to_start (source, error) ? g_object_ref (source->stream) : NULL;

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
               "“%s” is damaged: it is longer than it should be.", source->name);

  return NULL;
}
