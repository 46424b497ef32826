/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-rows"

#include "config.h"

#include "reading/tables/plx-bulk-rows.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/tables/plx-bulk-rows-private.h"

/* So much of a file shows its encoding and how it is written. */
#define SAMPLE_BYTES (128 * 1024)

/* What was looked at when the file was given to this reader. */
#define SNIFF_BYTES (16 * 1024)

/* Rows that are looked at before the first is read, and how long they may be together. */
#define SAMPLE_ROWS 50
#define SAMPLE_ROWS_BYTES (4 * 1024 * 1024)

/**
 * plx_bulk_row_new:
 * @label: which row it is, for people
 *
 * Returns: (transfer full): a row without values
 */
PlxBulkRow *
plx_bulk_row_new (const char *label)
{
  PlxBulkRow *self = g_new0 (PlxBulkRow, 1);

  self->label = g_strdup (label);

  return self;
}

void
plx_bulk_row_free (PlxBulkRow *self)
{
  g_free (self->label);
  g_strfreev (self->values);
  g_strfreev (self->names);
  g_strfreev (self->others);
  g_free (self);
}

/**
 * plx_bulk_ahead_new:
 * @step: what came of looking for a row
 * @row: (transfer full) (nullable): the row
 * @error: (transfer full) (nullable): why there is none
 *
 * Returns: (transfer full): a row that was read ahead
 */
PlxBulkAhead *
plx_bulk_ahead_new (PlxBulkStep  step,
                    PlxBulkRow  *row,
                    GError      *error)
{
  PlxBulkAhead *ahead = g_new0 (PlxBulkAhead, 1);

  ahead->step = step;
  ahead->row = row;
  ahead->error = error;

  return ahead;
}

static void
ahead_free (gpointer data)
{
  PlxBulkAhead *ahead = data;

  g_clear_pointer (&ahead->row, plx_bulk_row_free);
  g_clear_error (&ahead->error);
  g_free (ahead);
}

/**
 * plx_bulk_rows_set_damaged:
 * @self: rows
 * @row: one that cannot be read
 * @code: what is the matter with it
 * @why: that in words, to follow its name
 * @error: return location for the error
 */
void
plx_bulk_rows_set_damaged (PlxBulkRows       *self,
                           const PlxBulkRow  *row,
                           PlxReadingError    code,
                           const char        *why,
                           GError           **error)
{
  g_set_error (error, PLX_READING_ERROR, code, "“%s › %s” %s", self->source->name, row->label, why);
}

/**
 * plx_bulk_rows_add_name:
 * @self: rows
 * @name: what a column is called in the file
 *
 * Adds a column. Names that are there twice would hide each other, and a column without one could
 * not be named: such get another.
 */
void
plx_bulk_rows_add_name (PlxBulkRows *self,
                        const char  *name)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));
  g_autofree char *base = NULL;
  guint n = 2;

  if (*plain == '\0')
    {
      g_free (plain);
      plain = g_strdup_printf ("column %u", self->names->len + 1);
    }

  base = g_strdup (plain);
  while (g_hash_table_contains (self->index, plain))
    {
      g_free (plain);
      plain = g_strdup_printf ("%s (%u)", base, n++);
    }

  g_hash_table_insert (self->index, g_strdup (plain), GUINT_TO_POINTER (self->names->len));
  g_ptr_array_add (self->names, g_steal_pointer (&plain));
}

static PlxBulkStep
read_next (PlxBulkRows  *self,
           PlxBulkRow  **row,
           GError      **error)
{
  if (g_cancellable_set_error_if_cancelled (self->source->cancellable, error))
    return PLX_BULK_FAILED;

  return self->delimited != NULL ? plx_bulk_rows_next_cells (self, row, error)
                                 : plx_bulk_rows_next_record (self, row, error);
}

static gsize
measure_row (char **values)
{
  gsize length = 0;

  for (guint i = 0; values[i] != NULL; i++)
    length += strlen (values[i]);

  return length;
}

/**
 * plx_bulk_rows_read_ahead:
 * @self: rows
 *
 * Reads the rows at the start, which are given out later.
 */
void
plx_bulk_rows_read_ahead (PlxBulkRows *self)
{
  gsize bytes = 0;

  self->sampling = TRUE;
  while (self->ahead->len < SAMPLE_ROWS && bytes < SAMPLE_ROWS_BYTES)
    {
      PlxBulkAhead *ahead = plx_bulk_ahead_new (PLX_BULK_END, NULL, NULL);

      ahead->step = read_next (self, &ahead->row, &ahead->error);
      g_ptr_array_add (self->ahead, ahead);
      if (ahead->step == PLX_BULK_ROW)
        bytes += measure_row (ahead->row->values);
      if (ahead->step == PLX_BULK_END || ahead->step == PLX_BULK_FAILED)
        break;
    }
  self->sampling = FALSE;
}

/* Rows before a name was first met lack a place for its value. */
static void
pad (PlxBulkRows *self,
     PlxBulkRow  *row)
{
  guint n = g_strv_length (row->values);

  row->values = g_renew (char *, row->values, self->names->len + 1);
  for (; n < self->names->len; n++)
    row->values[n] = g_strdup ("");
  row->values[n] = NULL;
}

/**
 * plx_bulk_rows_make_sample:
 * @self: rows
 *
 * Makes the sample of the rows that were read ahead.
 */
void
plx_bulk_rows_make_sample (PlxBulkRows *self)
{
  for (guint i = 0; i < self->ahead->len; i++)
    {
      PlxBulkAhead *ahead = self->ahead->pdata[i];

      if (ahead->step != PLX_BULK_ROW)
        continue;
      pad (self, ahead->row);
      g_ptr_array_add (self->sample, ahead->row->values);
    }
}

/**
 * plx_bulk_rows_forget:
 * @self: rows
 *
 * Forgets what was read ahead, and the columns.
 */
void
plx_bulk_rows_forget (PlxBulkRows *self)
{
  g_ptr_array_set_size (self->sample, 0);
  g_ptr_array_set_size (self->ahead, 0);
  g_ptr_array_set_size (self->names, 0);
  g_hash_table_remove_all (self->index);
}

/* The start of the file, which stays in the stream. */
static const char *
peek (PlxBulkRows           *self,
      GBufferedInputStream  *stream,
      gsize                 *length,
      gboolean              *whole,
      GError               **error)
{
  g_autoptr (GError) system = NULL;
  gssize n;

  if (g_buffered_input_stream_get_buffer_size (stream) < SAMPLE_BYTES)
    g_buffered_input_stream_set_buffer_size (stream, SAMPLE_BYTES);

  do
    n = g_buffered_input_stream_fill (stream, -1, self->source->cancellable, &system);
  while (n > 0 && g_buffered_input_stream_get_available (stream) < SAMPLE_BYTES);

  if (n < 0)
    {
      plx_reading_set_system_error (self->source->name, system, error);
      return NULL;
    }

  *whole = n == 0 && g_buffered_input_stream_get_available (stream) < SAMPLE_BYTES;

  return g_buffered_input_stream_peek_buffer (stream, length);
}

/* The stream without its byte order mark, in UTF-8 or in what is as good as that. */
static GInputStream *
decode_stream (GInputStream *stream,
               const char   *data,
               gsize         length,
               const char   *charset)
{
  g_autoptr (GCharsetConverter) converter = NULL;
  gsize skip = length >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 ||
                               memcmp (data, "\xFE\xFF", 2) == 0) ? 2 : 0;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    skip = 3;
  if (skip > 0)
    g_input_stream_skip (stream, skip, NULL, NULL);

  if (charset == NULL || g_ascii_strcasecmp (charset, "UTF-8") == 0 ||
      g_ascii_strcasecmp (charset, "US-ASCII") == 0)
    return g_object_ref (stream);

  /* Where the system lacks an encoding, what is not UTF-8 becomes U+FFFD. */
  converter = g_charset_converter_new ("UTF-8", charset, NULL);
  if (converter == NULL)
    return g_object_ref (stream);
  g_charset_converter_set_use_fallback (converter, TRUE);

  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}

static gboolean
open_rows (PlxBulkRows   *self,
           GInputStream  *stream,
           GError       **error)
{
  g_autoptr (GInputStream) decoded = NULL;
  g_autofree char *text = NULL;
  const char *charset = NULL;
  PlxDialect dialect;
  gboolean whole;
  gsize length;
  gsize text_length;
  const char *data = peek (self, G_BUFFERED_INPUT_STREAM (stream), &length, &whole, error);

  if (data == NULL)
    return FALSE;

  text = plx_bulk_decode_sample (data, length, &charset, &text_length);
  if (text != NULL)
    decoded = decode_stream (stream, data, length, charset);
  if (text != NULL && plx_json_looks_so (text, text_length))
    return plx_bulk_rows_open_json (self, decoded, error);
  if (text != NULL && (plx_dialect_guess (text, text_length, whole, &dialect) ||
                       plx_dialect_guess (text, MIN (text_length, SNIFF_BYTES), FALSE, &dialect)))
    return plx_bulk_rows_open_cells (self, decoded, &dialect, error);

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
               "“%s” is no table that Parallax can read.", self->source->name);

  return FALSE;
}

/**
 * plx_bulk_rows_new:
 * @source: a source whose stream nobody has read from; it must outlive this
 *
 * Finds out how a table is written, and reads as much of it as shows what its columns hold.
 *
 * Returns: (transfer full): its rows, or `NULL` with @error set
 */
PlxBulkRows *
plx_bulk_rows_new (const PlxSource  *source,
                   GError          **error)
{
  g_autoptr (PlxBulkRows) self = g_new0 (PlxBulkRows, 1);
  g_autoptr (GInputStream) stream = NULL;

  self->source = source;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ahead = g_ptr_array_new_with_free_func (ahead_free);
  self->sample = g_ptr_array_new ();

  if (G_IS_BUFFERED_INPUT_STREAM (source->stream))
    stream = g_object_ref (source->stream);
  else
    stream = g_buffered_input_stream_new (source->stream);

  if (!open_rows (self, stream, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
plx_bulk_rows_free (PlxBulkRows *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->ahead);
  g_ptr_array_unref (self->sample);
  g_clear_pointer (&self->delimited, plx_delimited_free);
  g_clear_pointer (&self->json, plx_json_records_free);
  g_free (self);
}

const char *
plx_bulk_rows_get_format (PlxBulkRows *self)
{
  return self->format;
}

gboolean
plx_bulk_rows_has_header (PlxBulkRows *self)
{
  return self->has_header;
}

/**
 * plx_bulk_rows_is_single:
 * @self: rows
 *
 * Returns: whether the file is one article and no table
 */
gboolean
plx_bulk_rows_is_single (PlxBulkRows *self)
{
  return self->single;
}

/**
 * plx_bulk_rows_guess:
 * @self: rows
 *
 * Returns: (transfer full): the columns and what they seem to hold
 */
PlxColumns *
plx_bulk_rows_guess (PlxBulkRows *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_copy (self->names, NULL, NULL);

  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, NULL);

  return plx_columns_guess ((const char *const *) names->pdata, self->sample);
}

/**
 * plx_bulk_rows_get_sample:
 * @self: rows of which none was taken
 *
 * Returns: (transfer none) (element-type GStrv): the values of the rows at the start
 */
GPtrArray *
plx_bulk_rows_get_sample (PlxBulkRows *self)
{
  return self->sample;
}

/**
 * plx_bulk_rows_next:
 * @self: rows
 * @row: (out) (transfer full): the next row
 *
 * Takes the next row. One that can't be read has a label, and @error says why.
 *
 * Returns: what came of it
 */
PlxBulkStep
plx_bulk_rows_next (PlxBulkRows  *self,
                    PlxBulkRow  **row,
                    GError      **error)
{
  PlxBulkAhead *ahead;

  /* Its values are given away one by one. */
  g_ptr_array_set_size (self->sample, 0);
  if (self->next_ahead >= self->ahead->len)
    return read_next (self, row, error);

  ahead = self->ahead->pdata[self->next_ahead++];
  *row = g_steal_pointer (&ahead->row);
  if (ahead->error != NULL)
    g_propagate_error (error, g_steal_pointer (&ahead->error));

  return ahead->step;
}
