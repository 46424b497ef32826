/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source"

#include "config.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/article/plx-credits.h"
#include "reading/article/plx-doubts.h"
#include "reading/article/plx-draft.h"
#include "reading/article/plx-guess-language.h"
#include "reading/plx-reader.h"
#include "reading/article/plx-sections.h"

/* Enough to tell what a file is: a table needs a few rows, a mail its head. */
#define SNIFF_BYTES (16 * 1024)

#define READ_CHUNK (256 * 1024)

/* A mail within a mail within an archive: nobody has more by chance. */
#define MAX_DEPTH 8

/* The first that accepts a file reads it, so the one that accepts everything comes last. */
static const PlxReader *const readers[] = {
  &plx_reader_archive,
  &plx_reader_mhtml,
  &plx_reader_ole,
  &plx_reader_packed,
  &plx_reader_pdf,
  &plx_reader_rtf,
  &plx_reader_warc,
  &plx_reader_mail,
  &plx_reader_feed,
  &plx_reader_json,
  &plx_reader_html,
  &plx_reader_csv,
  &plx_reader_markdown,
  &plx_reader_text,
};

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
    { "RIFF", 4, "a picture or a film" },
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

/* Text in a wide encoding has NULs, but not at random. */
static gboolean
check_is_text (const guint8  *data,
               gsize          length,
               const char    *name,
               GError       **error)
{
  const char *what = name_of_binary (data, length);
  g_autofree char *text = NULL;

  if (what == NULL && memchr (data, 0, length) != NULL)
    text = plx_charset_decode ((const char *) data, length & ~(gsize) 3, NULL, NULL, NULL);
  if (what == NULL && (text != NULL || memchr (data, 0, length) == NULL))
    return TRUE;

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_TEXT,
               "“%s” is %s. Parallax reads texts, web pages and documents.", name,
               what != NULL ? what : "not text");

  return FALSE;
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
               gsize        max_bytes,
               GError     **error)
{
  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
               "“%s” is too large for an article: it has more than %" G_GSIZE_FORMAT " MB.", name,
               max_bytes / (1024 * 1024));

  return FALSE;
}

/**
 * plx_source_load:
 * @source: a source whose stream nobody has read from
 * @max_bytes: how much may be in it
 *
 * Reads all of a source, but no more than @max_bytes: a size that is told can be wrong.
 *
 * Returns: (transfer full): its content, a byte at least, or `NULL` with @error set
 */
GBytes *
plx_source_load (const PlxSource  *source,
                 gsize             max_bytes,
                 GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (READ_CHUNK);
  g_autoptr (GError) system = NULL;

  while (bytes->len <= max_bytes && source->size <= (goffset) max_bytes)
    {
      gssize n = g_input_stream_read (source->stream, chunk, READ_CHUNK, source->cancellable,
                                      &system);

      if (n < 0)
        {
          plx_reading_set_system_error (source->name, system, error);
          return NULL;
        }

      if (n == 0 && bytes->len == 0)
        {
          set_empty (source->name, error);
          return NULL;
        }

      if (n == 0)
        {
          GBytes *content = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

          plx_source_keep (source, content, FALSE);
          return content;
        }

      g_byte_array_append (bytes, chunk, n);
    }

  set_too_large (source->name, max_bytes, error);

  return NULL;
}

/**
 * plx_source_find_reader:
 * @data: the first bytes of a file, up to 16 KB
 * @length: how many they are
 *
 * Returns: (transfer none) (nullable): the first reader that knows the file by them
 */
const PlxReader *
plx_source_find_reader (const guint8 *data,
                        gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i]->accepts (data, length))
      return readers[i];

  return NULL;
}

static gboolean
peek (GBufferedInputStream *stream,
      const PlxSource      *source,
      gsize                *length,
      GError              **error)
{
  g_autoptr (GError) system = NULL;
  gssize n;

  do
    n = g_buffered_input_stream_fill (stream, -1, source->cancellable, &system);
  while (n > 0 && g_buffered_input_stream_get_available (stream) < SNIFF_BYTES);

  *length = g_buffered_input_stream_get_available (stream);
  if (n >= 0 && *length > 0)
    return TRUE;

  if (n < 0)
    plx_reading_set_system_error (source->name, system, error);
  else
    set_empty (source->name, error);

  return FALSE;
}

/**
 * plx_source_dispatch:
 * @source: a source
 * @batch: gets what is in it
 *
 * Finds out what the source is, from its content and not from its name, and has it read.
 *
 * Returns: whether something was added to the batch, be it an article or a failure; `FALSE` with
 *   @error set where the source as a whole can't be read
 */
gboolean
plx_source_dispatch (const PlxSource  *source,
                     PlxReadingBatch  *batch,
                     GError          **error)
{
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new_sized (source->stream, SNIFF_BYTES);
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);
  guint before = batch->n_documents + batch->n_failures;
  PlxSource whole = *source;
  const PlxReader *reader;
  struct _PlxHeld *held;
  const guint8 *data;
  gsize length;
  gboolean read;

  /* Who asked goes on reading from the stream, or has it elsewhere. */
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);
  whole.stream = stream;
  whole.keeper = source->options != NULL && source->options->keep_originals ? batch : NULL;

  if (source->depth > MAX_DEPTH)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_DEEP,
                   "“%s” lies too deep: in a file within a file within a file …", source->name);
      return FALSE;
    }

  if (!peek (buffered, source, &length, error))
    return FALSE;

  data = g_buffered_input_stream_peek_buffer (buffered, &length);
  reader = plx_source_find_reader (data, length);
  if (reader == &plx_reader_text && !check_is_text (data, length, source->name, error))
    return FALSE;

  held = plx_reading_batch_begin_held (batch);
  read = reader->read (&whole, batch, error);
  plx_reading_batch_end_held (batch, held);
  if (!read)
    return FALSE;

  plx_reading_batch_settle (batch);

  return batch->n_documents + batch->n_failures > before || set_empty (source->name, error);
}

/**
 * plx_source_read_part:
 * @source: a file that has others in it
 * @batch: gets what is in the part
 * @stream: the part's content
 * @size: its bytes, or -1 where that is not known
 * @name: the part's name
 * @address: (nullable): where the part was taken from
 *
 * Reads a part of a file, whatever it is. Where it can't be read, the batch has one failure more.
 */
void
plx_source_read_part (const PlxSource *source,
                      PlxReadingBatch *batch,
                      GInputStream    *stream,
                      goffset          size,
                      const char      *name,
                      const char      *address)
{
  g_autofree char *whole_name = g_strdup_printf ("%s › %s", source->name, name);
  g_autoptr (GError) error = NULL;
  PlxSource part = *source;

  part.stream = stream;
  part.size = size;
  part.name = whole_name;
  part.address = address;
  part.depth = source->depth + 1;

  if (!plx_source_dispatch (&part, batch, &error))
    plx_reading_batch_fail (batch, whole_name, g_steal_pointer (&error));
}

/**
 * plx_source_read_bytes:
 * @source: a file that has others in it
 * @batch: gets what is in the part
 * @bytes: the part's content
 * @name: the part's name
 * @address: (nullable): where the part was taken from
 *
 * As plx_source_read_part(), for a part that is in memory.
 */
void
plx_source_read_bytes (const PlxSource *source,
                       PlxReadingBatch *batch,
                       GBytes          *bytes,
                       const char      *name,
                       const char      *address)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  plx_source_read_part (source, batch, stream, g_bytes_get_size (bytes), name, address);
}

/**
 * plx_reader_finish:
 * @document: (transfer full): a document without blocks
 * @drafts: (element-type PlxDraft): its blocks
 * @name: the name of the file, for people
 *
 * Puts the blocks into the document, and finds what the text tells of itself: its language, the
 * agencies that it credits, its section, and doubts of its date.
 *
 * Returns: (transfer full): the document, or `NULL` with @error set where there is no text
 */
PlxDocument *
plx_reader_finish (PlxDocument  *document,
                   GPtrArray    *drafts,
                   const char   *name,
                   GError      **error)
{
  if (drafts->len > PLX_READING_MAX_BLOCKS)
    {
      plx_document_unref (document);
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
                   "“%s” is too large for an article: it has more than %d paragraphs.", name,
                   PLX_READING_MAX_BLOCKS);
      return NULL;
    }

  plx_guess_language_fill (drafts, document);
  plx_credits_find (drafts, document);
  plx_sections_find (drafts, document);
  plx_doubts_find (drafts, document);

  for (guint i = 0; i < drafts->len; i++)
    {
      PlxDraft *draft = drafts->pdata[i];

      plx_document_append (document, draft->text, -1, draft->role, draft->reason);
      plx_document_set_place (document, plx_document_get_n_blocks (document) - 1, draft->place);
    }

  if (drafts->len > 0)
    return document;

  plx_document_unref (document);
  set_empty (name, error);

  return NULL;
}

