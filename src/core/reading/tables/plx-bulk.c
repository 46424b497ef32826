/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk"

#include "config.h"

#include "reading/tables/plx-bulk.h"

#include <string.h>

#include "reading/tables/plx-bulk-rows.h"
#include "reading/plx-charset.h"
#include "reading/tables/plx-delimited.h"
#include "reading/tables/plx-json-records.h"

/* What a dialog shows of a table. */
#define SHOWN_ROWS 5
#define SHOWN_CHARS 500

/* To count the rows of a larger file takes longer than a dialog may take to come up. */
#define COUNT_BYTES (16 * 1024 * 1024)

/* What a reader is shown of a file. */
#define SNIFF_BYTES (16 * 1024)

/* A character may be cut in two where a sample ends. */
static gsize
trim_end (const char *text,
          gsize       length)
{
  for (guint i = 0; i < 3 && length > i; i++)
    if ((text[length - 1 - i] & 0xC0) == 0xC0)
      return length - 1 - i;

  return length;
}

/**
 * plx_bulk_decode_sample:
 * @data: the start of a file
 * @length: its bytes
 * @charset: (out) (optional): its encoding
 * @out_length: (out): bytes of the text
 *
 * Returns: (transfer full) (nullable): its text in UTF-8, or `NULL` where it is none
 */
char *
plx_bulk_decode_sample (const char  *data,
                        gsize        length,
                        const char **charset,
                        gsize       *out_length)
{
  return plx_charset_decode (data, trim_end (data, length), NULL, charset, out_length);
}

static gboolean
is_utf16 (const char *data,
          gsize       length)
{
  return length >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0);
}

static gboolean
has_nul (const char *data,
         gsize       length)
{
  return !is_utf16 (data, length) && memchr (data, 0, length) != NULL;
}

/**
 * plx_bulk_accepts_delimited:
 * @data: the first bytes of a file
 * @length: how many they are
 *
 * Returns: whether they are a table of cells: CSV, TSV and their kin
 */
gboolean
plx_bulk_accepts_delimited (const guint8 *data,
                            gsize         length)
{
  g_autofree char *text = NULL;
  gboolean whole = length < SNIFF_BYTES;
  PlxDialect dialect;

  if (has_nul ((const char *) data, length) ||
      (memchr (data, '\n', length) == NULL && memchr (data, '\r', length) == NULL))
    return FALSE;

  text = plx_bulk_decode_sample ((const char *) data, length, NULL, &length);

  return text != NULL && plx_dialect_guess (text, length, whole, &dialect);
}

/**
 * plx_bulk_accepts_json:
 * @data: the first bytes of a file
 * @length: how many they are
 *
 * Returns: whether they are JSON, or JSON Lines, with objects in it
 */
gboolean
plx_bulk_accepts_json (const guint8 *data,
                       gsize         length)
{
  g_autofree char *text = NULL;

  if (!is_utf16 ((const char *) data, length))
    return plx_json_looks_so ((const char *) data, length);

  text = plx_bulk_decode_sample ((const char *) data, length, NULL, &length);

  return text != NULL && plx_json_looks_so (text, length);
}

void
plx_bulk_table_free (PlxBulkTable *self)
{
  g_free (self->format);
  plx_columns_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static GStrv
shorten (char **values)
{
  guint n = g_strv_length (values);
  GStrv row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gsize length = g_utf8_offset_to_pointer (values[i], MIN (g_utf8_strlen (values[i], -1),
                                                               SHOWN_CHARS)) - values[i];

      row[i] = g_strndup (values[i], length);
    }

  return row;
}

static gint64
count_rows (PlxBulkRows *rows)
{
  gint64 n = 0;

  for (;;)
    {
      g_autoptr (PlxBulkRow) row = NULL;
      g_autoptr (GError) error = NULL;
      PlxBulkStep step = plx_bulk_rows_next (rows, &row, &error);

      if (step == PLX_BULK_END)
        return n;
      if (step == PLX_BULK_FAILED)
        return -1;
      n++;
    }
}

static PlxBulkTable *
inspect (const PlxSource  *source,
         GError          **error)
{
  g_autoptr (PlxBulkRows) rows = plx_bulk_rows_new (source, error);
  GPtrArray *sample;
  PlxBulkTable *self;

  if (rows == NULL || plx_bulk_rows_is_single (rows))
    return NULL;

  self = g_new0 (PlxBulkTable, 1);
  self->format = g_strdup (plx_bulk_rows_get_format (rows));
  self->has_header = plx_bulk_rows_has_header (rows);
  self->columns = plx_bulk_rows_guess (rows);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  sample = plx_bulk_rows_get_sample (rows);
  for (guint i = 0; i < sample->len && i < SHOWN_ROWS; i++)
    g_ptr_array_add (self->rows, shorten (sample->pdata[i]));

  self->n_rows = source->size >= 0 && source->size <= COUNT_BYTES ? count_rows (rows) : -1;

  return self;
}

/* Only what a reader of tables would accept is looked at more closely. */
static gboolean
accepts (GBufferedInputStream *stream,
         GCancellable         *cancellable)
{
  const guint8 *data;
  gsize length;
  gssize n;

  g_buffered_input_stream_set_buffer_size (stream, SNIFF_BYTES);
  do
    n = g_buffered_input_stream_fill (stream, -1, cancellable, NULL);
  while (n > 0 && g_buffered_input_stream_get_available (stream) < SNIFF_BYTES);

  data = g_buffered_input_stream_peek_buffer (stream, &length);

  return plx_bulk_accepts_json (data, length) || plx_bulk_accepts_delimited (data, length);
}

static PlxBulkTable *
inspect_stream (GInputStream  *base,
                goffset        size,
                const char    *name,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new (base);
  PlxSource source = { .stream = stream, .size = size, .name = name, .cancellable = cancellable };

  if (!accepts (G_BUFFERED_INPUT_STREAM (stream), cancellable))
    return NULL;

  return inspect (&source, error);
}

/**
 * plx_bulk_inspect_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an error of the system
 *
 * Looks whether a file is a table of articles, on the thread that calls it: CSV and its kin, an
 * array of objects in JSON, JSON Lines. It reads a few rows, and counts them where the file is
 * not too large.
 *
 * Returns: (transfer full) (nullable): the table; `NULL` where it is none, and where it can't be
 *   read, with @error set
 */
PlxBulkTable *
plx_bulk_inspect_file (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  goffset size = -1;

  if (stream == NULL)
    return NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable,
                                         NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = g_file_info_get_size (info);

  return inspect_stream (G_INPUT_STREAM (stream), size, shown, cancellable, error);
}

/**
 * plx_bulk_inspect_bytes:
 * @bytes: the content of a file
 *
 * As plx_bulk_inspect_file(), for what is in memory.
 *
 * Returns: (transfer full) (nullable): the table, or `NULL` where it is none
 */
PlxBulkTable *
plx_bulk_inspect_bytes (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return inspect_stream (stream, g_bytes_get_size (bytes), "table", NULL, NULL);
}
