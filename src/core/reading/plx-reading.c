/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reading"

#include "config.h"

#include "reading/plx-reading.h"

#include "reading/plx-reader.h"

G_DEFINE_QUARK (plx-reading-error-quark, plx_reading_error)

static const char *nicks[] = {
  [PLX_READING_ERROR_NOT_FOUND] = "not-found",
  [PLX_READING_ERROR_UNREADABLE] = "unreadable",
  [PLX_READING_ERROR_FOLDER] = "folder",
  [PLX_READING_ERROR_EMPTY] = "empty",
  [PLX_READING_ERROR_NOT_TEXT] = "not-text",
  [PLX_READING_ERROR_TOO_LARGE] = "too-large",
  [PLX_READING_ERROR_ENCODING] = "encoding",
  [PLX_READING_ERROR_DAMAGED] = "damaged",
  [PLX_READING_ERROR_PASSWORD] = "password",
  [PLX_READING_ERROR_UNSAFE] = "unsafe-path",
  [PLX_READING_ERROR_TOO_DEEP] = "too-deep",
  [PLX_READING_ERROR_NO_TEXT] = "no-text",
  [PLX_READING_ERROR_UNSUPPORTED] = "unsupported",
};

/**
 * plx_reading_error_to_nick:
 * @error: an error
 *
 * Returns: a word for the reason, for programs
 */
const char *
plx_reading_error_to_nick (const GError *error)
{
  if (error->domain == PLX_READING_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (nicks))
    return nicks[error->code];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";

  return nicks[PLX_READING_ERROR_UNREADABLE];
}

/**
 * plx_reading_set_system_error:
 * @name: a file's name, for people
 * @system: what the system says
 *
 * Puts the system's errors into words for people.
 */
void
plx_reading_set_system_error (const char    *name,
                              const GError  *system,
                              GError       **error)
{
  /* A stream out of an archive already says it in our words. */
  if (system->domain == PLX_READING_ERROR ||
      g_error_matches (system, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (system));
  else if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_FOUND,
                 "There is no file “%s”.", name);
  else if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_FOLDER,
                 "“%s” is a folder. Choose the files in it instead.", name);
  else if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNREADABLE,
                 "“%s” cannot be opened: you are not allowed to read it.", name);
  else
    g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNREADABLE,
                 "“%s” cannot be read: %s", name, system->message);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name;

  if (base == NULL)
    return g_file_get_parse_name (file);
  name = g_filename_display_name (base);

  return name;
}

/* Opens what is a file, and nothing that may never end. */
static GInputStream *
open_file (GFile         *file,
           goffset       *size,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  *size = info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
          ? g_file_info_get_size (info) : -1;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
      return NULL;
    }

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           "it is not an ordinary file.");
      return NULL;
    }

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

/**
 * plx_reading_batch_read_file:
 * @self: a batch
 * @file: a file
 * @options: (nullable): what the user chose
 * @cancellable: (nullable): stops it; the batch then has a failure that says so
 *
 * Reads the articles of a file, on the thread that calls it.
 */
void
plx_reading_batch_read_file (PlxReadingBatch         *self,
                             GFile                   *file,
                             const PlxReadingOptions *options,
                             GCancellable            *cancellable)
{
  g_autofree char *name = dup_name (file);
  PlxSource source = { .name = name, .options = options, .cancellable = cancellable };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) system = NULL;
  GError *error = NULL;

  source.stream = stream = open_file (file, &source.size, cancellable, &system);
  plx_reading_batch_watch (self, stream);
  if (stream == NULL)
    plx_reading_set_system_error (name, system, &error);
  else
    plx_source_dispatch (&source, self, &error);
  plx_reading_batch_watch (self, NULL);

  if (error != NULL)
    plx_reading_batch_fail (self, name, error);
  plx_reading_batch_settle (self);
}

/**
 * plx_reading_batch_read_bytes:
 * @self: a batch
 * @bytes: a file's content
 * @name: what to call it, for people
 * @address: (nullable): where it was taken from
 * @options: (nullable): what the user chose
 * @cancellable: (nullable): stops it
 *
 * Reads the articles in @bytes. What they are is found out from themselves, not from @name.
 * May be called from any thread.
 */
void
plx_reading_batch_read_bytes (PlxReadingBatch         *self,
                              GBytes                  *bytes,
                              const char              *name,
                              const char              *address,
                              const PlxReadingOptions *options,
                              GCancellable            *cancellable)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  PlxSource source = { .stream = stream, .size = g_bytes_get_size (bytes), .name = name,
                       .address = address, .options = options, .cancellable = cancellable };
  GError *error = NULL;

  if (!plx_source_dispatch (&source, self, &error))
    plx_reading_batch_fail (self, name, error);
  plx_reading_batch_settle (self);
}

/**
 * plx_reading_read_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 *
 * Reads an article from a file, on the thread that calls it: the first, where it holds several.
 *
 * Returns: (transfer full): the article, or `NULL` with @error set
 */
PlxDocument *
plx_reading_read_file (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();

  plx_reading_batch_read_file (batch, file, NULL, cancellable);

  return plx_reading_batch_take_one (batch, error);
}

/**
 * plx_reading_read_bytes:
 * @bytes: a file's content
 * @name: what to call it, for people
 * @address: (nullable): where it was taken from
 *
 * Reads an article, the first where there are several. May be called from any thread.
 *
 * Returns: (transfer full): the article, or `NULL` with @error set
 */
PlxDocument *
plx_reading_read_bytes (GBytes      *bytes,
                        const char  *name,
                        const char  *address,
                        GError     **error)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();

  plx_reading_batch_read_bytes (batch, bytes, name, address, NULL, NULL);

  return plx_reading_batch_take_one (batch, error);
}
