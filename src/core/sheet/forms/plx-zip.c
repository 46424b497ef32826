/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-zip"

#include "config.h"

#include "sheet/forms/plx-zip.h"

#include <archive.h>
#include <archive_entry.h>

struct _PlxZip
{
  struct archive *archive;
  GOutputStream  *stream;
  GCancellable   *cancellable; /* nullable */
  GError         *failure;     /* nullable; of @stream */
};

/* After a failure the rest goes nowhere: an archive that is stopped in the middle of a file keeps
 * what it had taken for packing it. */
static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  PlxZip *self = data;
  gsize written;

  if (self->failure == NULL)
    g_output_stream_write_all (self->stream, buffer, length, &written, self->cancellable,
                               &self->failure);

  return length;
}

static gboolean
set_error (PlxZip  *self,
           GError **error)
{
  if (self->failure != NULL)
    g_propagate_error (error, g_error_copy (self->failure));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The file could not be packed: %s",
                 archive_error_string (self->archive));

  return FALSE;
}

/**
 * plx_zip_new:
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a ZIP file without anything in it, or `NULL` on error
 */
PlxZip *
plx_zip_new (GOutputStream  *stream,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (PlxZip) self = g_new0 (PlxZip, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 0);
  if (archive_write_open (self->archive, self, NULL, write_cb, NULL) == ARCHIVE_OK &&
      self->failure == NULL)
    return g_steal_pointer (&self);

  set_error (self, error);

  return NULL;
}

/**
 * plx_zip_add:
 * @self: a ZIP file
 * @name: the name of a file in it, in ASCII
 * @bytes: its content
 * @packed: whether it is packed; else it lies there as it is
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
plx_zip_add (PlxZip      *self,
             const char  *name,
             GBytes      *bytes,
             gboolean     packed,
             GError     **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean done;

  if (packed)
    archive_write_zip_set_compression_deflate (self->archive);
  else
    archive_write_zip_set_compression_store (self->archive);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  done = archive_write_header (self->archive, entry) == ARCHIVE_OK &&
         (length == 0 ||
          archive_write_data (self->archive, data, length) == (la_ssize_t) length) &&
         archive_write_finish_entry (self->archive) == ARCHIVE_OK;
  archive_entry_free (entry);

  return (done && self->failure == NULL) || set_error (self, error);
}

/**
 * plx_zip_finish:
 * @self: a ZIP file
 * @error: return location for an error
 *
 * Writes the table at its end. The stream stays open.
 *
 * Returns: whether all was written
 */
gboolean
plx_zip_finish (PlxZip  *self,
                GError **error)
{
  return (archive_write_close (self->archive) == ARCHIVE_OK && self->failure == NULL) ||
         set_error (self, error);
}

void
plx_zip_free (PlxZip *self)
{
  /* What was not finished is not written any more. */
  if (self->failure == NULL)
    self->failure = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "The file is given up.");
  archive_write_free (self->archive);
  g_clear_error (&self->failure);
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_free (self);
}
