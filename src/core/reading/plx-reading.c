/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reading"

#include "config.h"

#include "reading/plx-reading.h"

#include <string.h>

#include "reading/plx-draft.h"
#include "reading/plx-reader.h"

/* Enough to tell what a file is. */
#define SNIFF_BYTES 4096

#define READ_CHUNK (256 * 1024)

G_DEFINE_QUARK (plx-reading-error-quark, plx_reading_error)

/* The first that accepts a file reads it, so the one that accepts everything comes last. */
static const PlxReader *const readers[] = {
  &plx_reader_html,
  &plx_reader_text,
};

static const char *nicks[] = {
  [PLX_READING_ERROR_NOT_FOUND] = "not-found",
  [PLX_READING_ERROR_UNREADABLE] = "unreadable",
  [PLX_READING_ERROR_FOLDER] = "folder",
  [PLX_READING_ERROR_EMPTY] = "empty",
  [PLX_READING_ERROR_NOT_TEXT] = "not-text",
  [PLX_READING_ERROR_TOO_LARGE] = "too-large",
  [PLX_READING_ERROR_ENCODING] = "encoding",
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

static gboolean
starts_with (const guint8 *data,
             gsize         length,
             const char   *magic,
             gsize         magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

/* Files that researchers keep beside their articles, and that no reader knows. */
static const char *
name_of_binary (const guint8 *data,
                gsize         length)
{
  static const struct
  {
    const char *magic;
    gsize       length;
    const char *what;
  } known[] = {
    { "\x89PNG", 4, "a picture" },        { "\xFF\xD8\xFF", 3, "a picture" },
    { "GIF8", 4, "a picture" },           { "BM", 2, NULL },
    { "II*\0", 4, "a picture" },          { "MM\0*", 4, "a picture" },
    { "RIFF", 4, "a picture or a film" }, { "%PDF-", 5, "a PDF file" },
    { "PK\x03\x04", 4, "an archive or an office file" },
    { "\x1F\x8B", 2, "a compressed file" }, { "BZh", 3, "a compressed file" },
    { "\xFD" "7zXZ", 5, "a compressed file" }, { "\x28\xB5\x2F\xFD", 4, "a compressed file" },
    { "7z\xBC\xAF", 4, "an archive" },    { "Rar!", 4, "an archive" },
    { "\x7F" "ELF", 4, "a program" },     { "MZ", 2, NULL },
    { "ID3", 3, "a sound recording" },    { "OggS", 4, "a recording" },
    { "fLaC", 4, "a sound recording" },   { "\xD0\xCF\x11\xE0", 4, "an office file" },
    { "SQLite format 3", 15, "a database" }, { "{\\rtf", 5, "an RTF file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].what != NULL && starts_with (data, length, known[i].magic, known[i].length))
      return known[i].what;

  if (length >= 12 && memcmp (data + 4, "ftyp", 4) == 0)
    return "a film or a picture";

  return NULL;
}

static gboolean
is_utf16 (const guint8 *data,
          gsize         length)
{
  return starts_with (data, length, "\xFF\xFE", 2) || starts_with (data, length, "\xFE\xFF", 2);
}

/* Text has no NUL; UTF-16 has many, and says so by its byte order mark. */
static gboolean
check_is_text (const guint8  *data,
               gsize          length,
               const char    *name,
               GError       **error)
{
  const char *what = name_of_binary (data, length);

  if (what != NULL)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_TEXT,
                   "“%s” is %s. Only text and web pages can be read.", name, what);
      return FALSE;
    }

  if (!is_utf16 (data, length) && memchr (data, 0, length) != NULL)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_TEXT,
                   "“%s” is not text. Only text and web pages can be read.", name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_empty (const char  *name,
           GError     **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
               "“%s” is empty: there is no text in it.", name);

  return FALSE;
}

static gboolean
set_too_large (const char  *name,
               GError     **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
               "“%s” is too large for an article: it has more than %d MB.", name,
               PLX_READING_MAX_BYTES / (1024 * 1024));

  return FALSE;
}

/**
 * plx_reader_finish:
 * @document: (transfer full): a document without blocks
 * @drafts: (element-type PlxDraft): its blocks
 * @name: the name of the file, for people
 *
 * Puts the blocks into the document.
 *
 * Returns: (transfer full): the document, or `NULL` with @error set where there is no text
 */
PlxDocument *
plx_reader_finish (PlxDocument  *document,
                   GPtrArray    *drafts,
                   const char   *name,
                   GError      **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      plx_document_append (document, draft->text, -1, draft->role, draft->reason);
    }

  if (drafts->len > 0)
    return document;

  plx_document_unref (document);
  set_empty (name, error);

  return NULL;
}

/**
 * plx_reading_read_bytes:
 * @bytes: a file's content
 * @name: what to call it, for people
 * @address: (nullable): where it was taken from
 *
 * Reads an article. What @bytes are is found out from themselves, not from @name.
 * May be called from any thread.
 *
 * Returns: (transfer full): the article, or `NULL` with @error set
 */
PlxDocument *
plx_reading_read_bytes (GBytes      *bytes,
                        const char  *name,
                        const char  *address,
                        GError     **error)
{
  PlxSource source = { bytes, name, address };
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      set_empty (name, error);
      return NULL;
    }
  if (length > PLX_READING_MAX_BYTES)
    {
      set_too_large (name, error);
      return NULL;
    }
  if (!check_is_text (data, length, name, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i]->accepts (data, MIN (length, SNIFF_BYTES)))
      return readers[i]->read (&source, error);

  g_return_val_if_reached (NULL);
}

/* The system's errors in words for people. */
static void
set_system_error (const char  *name,
                  GError      *system,
                  GError     **error)
{
  if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_CANCELLED))
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

/* Reads no more than an article may have: a size that the system tells can be wrong. */
static GBytes *
load (GInputStream  *stream,
      const char    *name,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (READ_CHUNK);
  g_autoptr (GError) system = NULL;

  while (bytes->len <= PLX_READING_MAX_BYTES)
    {
      gssize n = g_input_stream_read (stream, chunk, READ_CHUNK, cancellable, &system);

      if (n < 0)
        {
          set_system_error (name, system, error);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      /* A picture of any size is refused for what it is, by its first bytes. */
      if (bytes->len == 0 && !check_is_text (chunk, n, name, error))
        return NULL;
      g_byte_array_append (bytes, chunk, n);
    }

  set_too_large (name, error);

  return NULL;
}

/**
 * plx_reading_read_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 *
 * Reads an article from a file, on the thread that calls it.
 *
 * Returns: (transfer full): the article, or `NULL` with @error set
 */
PlxDocument *
plx_reading_read_file (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) system = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &system);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&system, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  /* A pipe or a device may never end. */
  else if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    g_set_error_literal (&system, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                         "it is not an ordinary file.");
  if (system == NULL)
    stream = g_file_read (file, cancellable, &system);
  if (stream == NULL)
    {
      set_system_error (name, system, error);
      return NULL;
    }

  bytes = load (G_INPUT_STREAM (stream), name, cancellable, error);
  if (bytes == NULL)
    return NULL;

  return plx_reading_read_bytes (bytes, name, NULL, error);
}
