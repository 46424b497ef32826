/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-archive"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/archives/plx-archive.h"
#include "reading/office/plx-office.h"

/* A mimetype entry is a line. */
#define MIMETYPE_BYTES 256

/**
 * Content:
 *
 * What an archive of files is taken for.
 */
typedef enum
{
  CONTENT_FILES,
  CONTENT_DOCX,
  CONTENT_ODT,
  CONTENT_EPUB,
  CONTENT_WACZ,
  CONTENT_SHEET,
  CONTENT_SLIDES,
} Content;

static gboolean
has_magic (const guint8 *data,
           gsize         length,
           gsize         at,
           const char   *magic,
           gsize         magic_length)
{
  return length >= at + magic_length && memcmp (data + at, magic, magic_length) == 0;
}

static gboolean
reader_archive_accepts (const guint8 *data,
                        gsize         length)
{
  return has_magic (data, length, 0, "PK\x03\x04", 4) ||
         has_magic (data, length, 0, "PK\x05\x06", 4) ||
         has_magic (data, length, 0, "7z\xBC\xAF\x27\x1C", 6) ||
         has_magic (data, length, 257, "ustar", 5);
}

static gboolean
reader_packed_accepts (const guint8 *data,
                       gsize         length)
{
  return has_magic (data, length, 0, "\x1F\x8B\x08", 3) || has_magic (data, length, 0, "BZh", 3) ||
         has_magic (data, length, 0, "\xFD" "7zXZ\0", 6) ||
         has_magic (data, length, 0, "\x28\xB5\x2F\xFD", 4);
}

/* What stands in the entry that OpenDocument and EPUB put first. */
static Content
judge_mimetype (PlxArchive *archive)
{
  g_autoptr (GBytes) bytes = plx_archive_load (archive, MIMETYPE_BYTES, NULL);
  g_autofree char *type = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return CONTENT_FILES;

  type = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_strstrip (type);

  if (strcmp (type, "application/epub+zip") == 0)
    return CONTENT_EPUB;
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.text"))
    return CONTENT_ODT;
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.spreadsheet"))
    return CONTENT_SHEET;
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.presentation"))
    return CONTENT_SLIDES;

  return CONTENT_FILES;
}

static gboolean
is_warc (const char *name)
{
  return g_str_has_prefix (name, "archive/") &&
         (g_str_has_suffix (name, ".warc") || g_str_has_suffix (name, ".warc.gz"));
}

/*
 * Looks at the names of all entries and notes those of pages, so that the resources beside a page
 * can be told. Where the archive is broken, the walk ends early, and so will the reading.
 */
static Content
find_content (PlxArchive *archive,
              GHashTable *pages)
{
  Content content = CONTENT_FILES;
  gboolean package = FALSE;
  gboolean warc = FALSE;
  PlxArchiveEntry entry;

  while (content == CONTENT_FILES && plx_archive_next (archive, &entry, NULL))
    {
      const char *dot = strrchr (entry.name, '.');

      if (strcmp (entry.name, "mimetype") == 0)
        content = judge_mimetype (archive);
      else if (strcmp (entry.name, "word/document.xml") == 0)
        content = CONTENT_DOCX;
      else if (strcmp (entry.name, "xl/workbook.xml") == 0)
        content = CONTENT_SHEET;
      else if (strcmp (entry.name, "ppt/presentation.xml") == 0)
        content = CONTENT_SLIDES;

      package |= strcmp (entry.name, "datapackage.json") == 0;
      warc |= is_warc (entry.name);
      if (dot != NULL && (g_ascii_strncasecmp (dot, ".htm", 4) == 0 ||
                          g_ascii_strncasecmp (dot, ".xht", 4) == 0))
        g_hash_table_add (pages, g_strndup (entry.name, dot - entry.name));
    }

  return content == CONTENT_FILES && package && warc ? CONTENT_WACZ : content;
}

/* What operating systems leave in archives. */
static gboolean
is_litter (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if ((parts[i][0] == '.' && parts[i][1] != '\0') || strcmp (parts[i], "__MACOSX") == 0 ||
        g_ascii_strcasecmp (parts[i], "thumbs.db") == 0 ||
        g_ascii_strcasecmp (parts[i], "desktop.ini") == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_web_resource (const char *name)
{
  static const char *const kinds[] = { ".js", ".css", ".png", ".jpg", ".jpeg", ".gif", ".svg",
                                       ".webp", ".ico", ".woff", ".woff2", ".ttf", ".download",
                                       ".avif", ".mp4" };
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (dot, kinds[i]) == 0)
      return TRUE;

  return FALSE;
}

/*
 * Browsers save a page's pictures, scripts and frames in a folder named after it. Where the pages
 * of the archive are not known beforehand, the kind of the file has to tell.
 */
static gboolean
is_resource (const char *name,
             GHashTable *pages)
{
  static const char *const folders[] = { "_files/", "-Dateien/", "_fichiers/", "_archivos/" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    for (const char *at = strstr (name, folders[i]); at != NULL; at = strstr (at + 1, folders[i]))
      {
        g_autofree char *page = g_strndup (name, at - name);

        if (pages != NULL ? g_hash_table_contains (pages, page) : is_web_resource (name))
          return TRUE;
      }

  return FALSE;
}

static void
fail_entry (const PlxSource       *source,
            PlxReadingBatch       *batch,
            const PlxArchiveEntry *entry)
{
  g_autofree char *name = g_strdup_printf ("%s › %s", source->name, entry->name);
  GError *error = NULL;

  if (entry->is_unsafe)
    g_set_error (&error, PLX_READING_ERROR, PLX_READING_ERROR_UNSAFE,
                 "“%s” has a name that points out of the archive. It was left out.", name);
  else
    g_set_error (&error, PLX_READING_ERROR, PLX_READING_ERROR_PASSWORD,
                 "“%s” is protected by a password. Unpack it first.", name);

  plx_reading_batch_fail (batch, name, error);
}

static void
read_entry (const PlxSource       *source,
            PlxArchive            *archive,
            PlxReadingBatch       *batch,
            const PlxArchiveEntry *entry)
{
  g_autoptr (GInputStream) stream = plx_archive_get_stream (archive);
  g_autofree char *name = g_strdup (entry->name);

  plx_source_read_part (source, batch, stream, entry->size, name, NULL);
}

/* Reads the files of an archive, or of a web archive those that hold its pages. */
static gboolean
read_entries (const PlxSource  *source,
              PlxArchive       *archive,
              GHashTable       *pages,
              gboolean          only_warc,
              PlxReadingBatch  *batch,
              GError          **error)
{
  guint before = batch->n_documents + batch->n_failures;
  GError *local = NULL;
  PlxArchiveEntry entry;

  while (plx_archive_next (archive, &entry, &local))
    {
      if (only_warc && !is_warc (entry.name))
        continue;
      if (entry.is_unsafe || entry.is_encrypted)
        fail_entry (source, batch, &entry);
      else if (!is_litter (entry.name) && !is_resource (entry.name, pages) && entry.size != 0)
        read_entry (source, archive, batch, &entry);
    }

  if (local == NULL)
    return TRUE;

  /* What stood before the fault has come in, and stays. */
  if (batch->n_documents + batch->n_failures > before &&
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      plx_reading_batch_fail (batch, source->name, local);
      return TRUE;
    }

  g_propagate_error (error, local);

  return FALSE;
}

/* An office file is an archive that is one article; of other archives, each file is one. */
static gboolean
keep_whole (const PlxSource  *source,
            Content           content,
            GError          **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if ((content != CONTENT_DOCX && content != CONTENT_ODT && content != CONTENT_EPUB) ||
      plx_source_is_kept (source))
    return TRUE;

  stream = plx_source_hold (source, PLX_KEPT_MAX_BYTES, error);

  return stream != NULL;
}

static gboolean
reader_archive_read (const PlxSource  *source,
                     PlxReadingBatch  *batch,
                     GError          **error)
{
  g_autoptr (PlxArchive) archive = plx_archive_open (source, PLX_ARCHIVE_FILES, error);
  g_autoptr (GHashTable) pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Content content;

  if (archive == NULL)
    return FALSE;

  content = find_content (archive, pages);
  if (!keep_whole (source, content, error) || !plx_archive_rewind (archive, error))
    return FALSE;

  switch (content)
    {
    case CONTENT_DOCX:
      return plx_docx_read (archive, source, batch, error);
    case CONTENT_ODT:
      return plx_odt_read (archive, source, batch, error);
    case CONTENT_EPUB:
      return plx_epub_read (archive, source, batch, error);
    case CONTENT_SHEET:
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
                   "“%s” is a spreadsheet. Save it as CSV, then Parallax can read it.",
                   source->name);
      return FALSE;
    case CONTENT_SLIDES:
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
                   "“%s” is a presentation. Save it as PDF, then Parallax can read it.",
                   source->name);
      return FALSE;
    case CONTENT_FILES:
    case CONTENT_WACZ:
      break;
    }

  return read_entries (source, archive, pages, content == CONTENT_WACZ, batch, error);
}

/* The name without what tells how it is packed: “page.html.gz” holds “page.html”. */
static char *
dup_unpacked_name (const PlxSource *source)
{
  static const char *const suffixes[] = { ".gz", ".bz2", ".xz", ".zst" };
  const char *part = g_strrstr (source->name, " › ");
  g_autofree char *name = g_path_get_basename (part != NULL ? part + strlen (" › ") : source->name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]) && strlen (name) > strlen (suffixes[i]))
      return g_strndup (name, strlen (name) - strlen (suffixes[i]));

  return g_strdup ("content");
}

static gboolean
reader_packed_read (const PlxSource  *source,
                    PlxReadingBatch  *batch,
                    GError          **error)
{
  g_autoptr (PlxArchive) archive = plx_archive_open (source, PLX_ARCHIVE_PACKED, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *name = NULL;
  GError *local = NULL;
  PlxArchiveEntry entry;

  if (archive == NULL)
    return FALSE;

  if (!plx_archive_next (archive, &entry, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  if (!entry.is_whole)
    {
      plx_archive_hold (archive);
      return read_entries (source, archive, NULL, FALSE, batch, error);
    }

  name = dup_unpacked_name (source);
  stream = plx_archive_get_stream (archive);
  plx_source_read_part (source, batch, stream, -1, name, source->address);

  return TRUE;
}

const PlxReader plx_reader_archive = {
  .format = "archive",
  .accepts = reader_archive_accepts,
  .read = reader_archive_read,
};

const PlxReader plx_reader_packed = {
  .format = "packed",
  .accepts = reader_packed_accepts,
  .read = reader_packed_read,
};
