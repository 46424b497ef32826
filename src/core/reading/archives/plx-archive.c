/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-archive"

#include "config.h"

#include "reading/archives/plx-archive.h"

#include <errno.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#define CHUNK (64 * 1024)

/* An archive in another, through which one can't seek, is held in memory up to this size. */
#define MAX_IN_MEMORY (64 * 1024 * 1024)

/* Text packs ten to one, rarely forty to one. What grows more, beyond a size that does no harm
 * yet, was made to do harm. */
#define MAX_RATIO 200
#define RATIO_FLOOR (64 * 1024 * 1024)

#define MAX_ENTRIES 100000
#define MAX_UNPACKED (G_GINT64_CONSTANT (32) * 1024 * 1024 * 1024)
#define MAX_NAME_BYTES 4096

/**
 * PlxArchive:
 * @source: where it is read from; its stream may not be @stream
 * @stream: the archive's bytes
 * @archive: what unpacks them
 * @is_open: whether @archive knows what it has before it
 * @form: what kind is expected
 * @can_seek: whether @stream can go back
 * @size: bytes in @stream, or -1
 * @consumed: bytes taken from @stream
 * @unpacked: bytes that came out
 * @n_entries: entries so far
 * @n_links: of these, links and what else is neither a file nor a folder
 * @name: (nullable): the entry's name
 * @entry: the entry
 * @in_entry: whether it stands at one
 * @held: whether the entry is to come again
 * @serial: counts the entries, so that a stream of an earlier one can tell
 * @failure: (nullable): why @stream could not be read
 * @chunk: what @archive is given to read
 *
 * An archive that is being walked through. Nothing of it is ever written to the disk.
 */
struct _PlxArchive
{
  const PlxSource *source;
  GInputStream    *stream;
  struct archive  *archive;
  gboolean         is_open;
  PlxArchiveForm   form;
  gboolean         can_seek;
  goffset          size;
  gint64           consumed;
  gint64           unpacked;
  guint            n_entries;
  guint            n_links;
  char            *name;
  PlxArchiveEntry  entry;
  gboolean         in_entry;
  gboolean         held;
  guint            serial;
  GError          *failure;
  guint8          *chunk;
};

#define PLX_TYPE_ARCHIVE_STREAM (plx_archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (PlxArchiveStream, plx_archive_stream, PLX, ARCHIVE_STREAM, GInputStream)

/**
 * PlxArchiveStream:
 * @archive: an archive that outlives the stream
 * @serial: which of its entries
 *
 * The content of one entry, for as long as the archive stands at it.
 */
struct _PlxArchiveStream
{
  GInputStream  parent_instance;

  PlxArchive   *archive;
  guint         serial;
};

G_DEFINE_FINAL_TYPE (PlxArchiveStream, plx_archive_stream, G_TYPE_INPUT_STREAM)

static la_ssize_t
read_cb (struct archive  *archive,
         void            *data,
         const void     **buffer)
{
  PlxArchive *self = data;
  gssize n = -1;

  if (self->failure == NULL)
    n = g_input_stream_read (self->stream, self->chunk, CHUNK, self->source->cancellable,
                             &self->failure);
  if (n < 0)
    {
      archive_set_error (archive, EIO, "the file cannot be read");
      return ARCHIVE_FATAL;
    }

  self->consumed += n;
  *buffer = self->chunk;

  return n;
}

static la_int64_t
seek_cb (struct archive *archive,
         void           *data,
         la_int64_t      offset,
         int             whence)
{
  PlxArchive *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  /* A size in the archive may lie: it only makes the archive a broken one. */
  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->source->cancellable, NULL))
    return ARCHIVE_FATAL;

  return g_seekable_tell (G_SEEKABLE (self->stream));
}

static gboolean
set_too_large (PlxArchive  *self,
               const char  *name,
               GError     **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
               "“%s” grows beyond all measure when it is unpacked.", name);

  return FALSE;
}

/* The name by which an error calls the entry. */
static char *
dup_full_name (PlxArchive *self)
{
  if (!self->in_entry || self->entry.is_whole || self->name == NULL)
    return g_strdup (self->source->name);

  return g_strdup_printf ("%s › %s", self->source->name, self->name);
}

/* Puts what the library says into our words. */
static void
set_error (PlxArchive  *self,
           GError     **error)
{
  g_autofree char *name = dup_full_name (self);
  const char *said = archive_error_string (self->archive);

  if (self->failure != NULL)
    plx_reading_set_system_error (name, self->failure, error);
  else if (self->entry.is_encrypted ||
           (self->is_open && archive_read_has_encrypted_entries (self->archive) > 0))
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_PASSWORD,
                 "“%s” is protected by a password. Save it without one.", name);
  else if (said != NULL && strstr (said, "nsupported") != NULL)
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
                 "“%s” is packed in a way that Parallax does not know.", name);
  else
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                 "“%s” is damaged: it is broken off, or part of it is wrong.", name);
}

static gboolean
start (PlxArchive  *self,
       GError     **error)
{
  struct archive *archive = self->archive = archive_read_new ();

  if (self->form == PLX_ARCHIVE_PACKED)
    {
      archive_read_support_filter_gzip (archive);
      archive_read_support_filter_bzip2 (archive);
      archive_read_support_filter_xz (archive);
      archive_read_support_filter_zstd (archive);
      archive_read_support_format_raw (archive);
      archive_read_support_format_empty (archive);
    }
  else
    {
      archive_read_support_format_zip (archive);
      archive_read_support_format_7zip (archive);
    }
  archive_read_support_format_tar (archive);

  archive_read_set_callback_data (archive, self);
  archive_read_set_read_callback (archive, read_cb);
  if (self->can_seek)
    archive_read_set_seek_callback (archive, seek_cb);

  self->is_open = archive_read_open1 (archive) == ARCHIVE_OK;
  if (!self->is_open)
    set_error (self, error);

  return self->is_open;
}

/* A ZIP is read by the table at its end: where the file can't be sought, it has to be in memory. */
static gboolean
take_stream (PlxArchive  *self,
             GError     **error)
{
  const PlxSource *source = self->source;
  g_autoptr (GBytes) bytes = NULL;

  self->can_seek = G_IS_SEEKABLE (source->stream) &&
                   g_seekable_can_seek (G_SEEKABLE (source->stream));
  self->size = source->size;

  if (self->can_seek || self->form == PLX_ARCHIVE_PACKED)
    {
      self->stream = g_object_ref (source->stream);
      return TRUE;
    }

  bytes = plx_source_load (source, MAX_IN_MEMORY, error);
  if (bytes == NULL)
    return FALSE;

  self->stream = g_memory_input_stream_new_from_bytes (bytes);
  self->size = g_bytes_get_size (bytes);
  self->can_seek = TRUE;

  return TRUE;
}

/**
 * plx_archive_open:
 * @source: a source, which outlives the archive
 * @form: what kind of archive it is
 *
 * Opens an archive that can't do harm: it unpacks to no more than a measure, and is walked
 * through without anything being written.
 *
 * Returns: (transfer full): the archive, before its first entry, or `NULL` with @error set
 */
PlxArchive *
plx_archive_open (const PlxSource  *source,
                  PlxArchiveForm    form,
                  GError          **error)
{
  g_autoptr (PlxArchive) self = g_new0 (PlxArchive, 1);

  self->source = source;
  self->form = form;
  self->chunk = g_malloc (CHUNK);
  if (!take_stream (self, error) || !start (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
leave_entry (PlxArchive *self)
{
  self->in_entry = FALSE;
  self->held = FALSE;
  self->serial++;
  memset (&self->entry, 0, sizeof self->entry);
  g_clear_pointer (&self->name, g_free);
}

/**
 * plx_archive_rewind:
 * @self: an archive of many files
 *
 * Goes back to before the first entry.
 *
 * Returns: whether that worked; else @error is set
 */
gboolean
plx_archive_rewind (PlxArchive  *self,
                    GError     **error)
{
  g_return_val_if_fail (self->can_seek, FALSE);

  leave_entry (self);
  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, self->source->cancellable,
                        &self->failure))
    {
      set_error (self, error);
      return FALSE;
    }

  self->n_entries = 0;
  self->is_open = FALSE;
  g_clear_pointer (&self->archive, archive_read_free);

  return start (self, error);
}

/* Whether what came out is out of proportion to what went in. */
static gboolean
is_bomb (PlxArchive *self)
{
  gint64 packed = MAX (self->size, self->size >= 0 ? 0 : self->consumed);

  if (self->form == PLX_ARCHIVE_FILES && self->unpacked > MAX_UNPACKED)
    return TRUE;

  return self->unpacked > RATIO_FLOOR && self->unpacked / MAX_RATIO > packed;
}

/* Reads from the entry: 0 at its end, -1 with @error set. */
static gssize
read_entry (PlxArchive  *self,
            void        *buffer,
            gsize        length,
            GError     **error)
{
  la_ssize_t n;

  if (!self->in_entry)
    return 0;
  if (g_cancellable_set_error_if_cancelled (self->source->cancellable, error))
    return -1;

  do
    n = archive_read_data (self->archive, buffer, length);
  while (n == ARCHIVE_RETRY);

  if (n < 0)
    {
      set_error (self, error);
      return -1;
    }

  self->unpacked += n;
  if (is_bomb (self))
    {
      g_autofree char *name = dup_full_name (self);

      set_too_large (self, name, error);
      return -1;
    }

  return n;
}

/* ZIP jumps over what nobody reads; the others unpack it, which has to be watched. */
static gboolean
skip_entry (PlxArchive  *self,
            GError     **error)
{
  g_autofree guint8 *buffer = NULL;
  gssize n;

  if (!self->in_entry ||
      (self->entry.size >= 0 &&
       (archive_format (self->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP))
    return TRUE;

  buffer = g_malloc (CHUNK);
  do
    n = read_entry (self, buffer, CHUNK, error);
  while (n > 0);

  return n == 0;
}

static gboolean
is_unsafe_name (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (*name == '\0' || *name == '/' || *name == '\\' || strlen (name) > MAX_NAME_BYTES ||
      (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return TRUE;

  parts = g_strsplit_set (name, "/\\", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], "..") == 0)
      return TRUE;

  return FALSE;
}

static void
take_entry (PlxArchive           *self,
            struct archive_entry *found)
{
  const char *name = archive_entry_pathname_utf8 (found);

  if (name == NULL)
    name = archive_entry_pathname (found);

  g_set_str (&self->name, NULL);
  self->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  self->in_entry = TRUE;
  self->entry.name = self->name;
  self->entry.size = archive_entry_size_is_set (found) ? archive_entry_size (found) : -1;
  self->entry.is_whole = archive_format (self->archive) == ARCHIVE_FORMAT_RAW;
  self->entry.is_unsafe = !self->entry.is_whole && is_unsafe_name (self->name);
  self->entry.is_encrypted = archive_entry_is_encrypted (found) != 0;
}

/**
 * plx_archive_next:
 * @self: an archive
 * @entry: (out): the entry
 *
 * Goes to the next file. Folders and links are passed over.
 *
 * Returns: whether there is one; `FALSE` without @error at the end
 */
gboolean
plx_archive_next (PlxArchive       *self,
                  PlxArchiveEntry  *entry,
                  GError          **error)
{
  struct archive_entry *found;
  int status;

  if (self->held)
    {
      self->held = FALSE;
      *entry = self->entry;
      return TRUE;
    }

  for (;;)
    {
      if (!skip_entry (self, error))
        return FALSE;
      leave_entry (self);

      if (is_bomb (self))
        return set_too_large (self, self->source->name, error);
      if (g_cancellable_set_error_if_cancelled (self->source->cancellable, error))
        return FALSE;

      do
        status = archive_read_next_header (self->archive, &found);
      while (status == ARCHIVE_RETRY && ++self->n_entries <= MAX_ENTRIES);

      if (status == ARCHIVE_EOF)
        return FALSE;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        {
          set_error (self, error);
          return FALSE;
        }
      if (++self->n_entries > MAX_ENTRIES)
        return set_too_large (self, self->source->name, error);

      take_entry (self, found);
      if (self->entry.is_whole || archive_entry_filetype (found) == AE_IFREG)
        {
          *entry = self->entry;
          return TRUE;
        }
      self->n_links += archive_entry_filetype (found) != AE_IFDIR;
    }
}

/**
 * plx_archive_get_n_links:
 * @self: an archive
 *
 * Returns: how many links, and other things that are neither files nor folders, were passed over
 */
guint
plx_archive_get_n_links (PlxArchive *self)
{
  return self->n_links;
}

/**
 * plx_archive_hold:
 * @self: an archive that stands at an entry
 *
 * Has [func@archive_next] give the same entry once more.
 */
void
plx_archive_hold (PlxArchive *self)
{
  self->held = self->in_entry;
}

/**
 * plx_archive_find:
 * @self: an archive of many files
 * @name: the name of a file in it
 *
 * Goes to a file, wherever in the archive it is.
 *
 * Returns: whether there is one; `FALSE` without @error where there is not
 */
gboolean
plx_archive_find (PlxArchive  *self,
                  const char  *name,
                  GError     **error)
{
  GError *local = NULL;
  PlxArchiveEntry entry;

  if (!plx_archive_rewind (self, error))
    return FALSE;

  while (plx_archive_next (self, &entry, &local))
    if (strcmp (entry.name, name) == 0)
      return TRUE;

  if (local != NULL)
    g_propagate_error (error, local);

  return FALSE;
}

/**
 * plx_archive_load:
 * @self: an archive that stands at an entry
 * @max_bytes: how much may be in it
 *
 * Returns: (transfer full): the content of the entry, or `NULL` with @error set
 */
GBytes *
plx_archive_load (PlxArchive  *self,
                  gsize        max_bytes,
                  GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (CHUNK);

  while (self->entry.size <= (goffset) max_bytes && bytes->len <= max_bytes)
    {
      gssize n = read_entry (self, buffer, CHUNK, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      g_byte_array_append (bytes, buffer, n);
    }

  {
    g_autofree char *name = dup_full_name (self);

    set_too_large (self, name, error);
  }

  return NULL;
}

static gssize
plx_archive_stream_read (GInputStream  *stream,
                         void          *buffer,
                         gsize          length,
                         GCancellable  *cancellable,
                         GError       **error)
{
  PlxArchiveStream *self = PLX_ARCHIVE_STREAM (stream);

  if (self->serial != self->archive->serial)
    return 0;

  return read_entry (self->archive, buffer, length, error);
}

static void
plx_archive_stream_class_init (PlxArchiveStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = plx_archive_stream_read;
}

static void
plx_archive_stream_init (PlxArchiveStream *self)
{
}

/**
 * plx_archive_get_stream:
 * @self: an archive that stands at an entry
 *
 * Returns: (transfer full): the content of the entry, to be read before the archive goes on
 */
GInputStream *
plx_archive_get_stream (PlxArchive *self)
{
  PlxArchiveStream *stream = g_object_new (PLX_TYPE_ARCHIVE_STREAM, NULL);

  stream->archive = self;
  stream->serial = self->serial;

  return G_INPUT_STREAM (stream);
}

void
plx_archive_free (PlxArchive *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_object (&self->stream);
  g_clear_error (&self->failure);
  g_free (self->name);
  g_free (self->chunk);
  g_free (self);
}
