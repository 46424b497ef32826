/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-rows"

#include "config.h"

#include "reading/tables/plx-bulk-rows.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/tables/plx-delimited.h"
#include "reading/tables/plx-json-records.h"

/* So much of a file shows its encoding and how it is written. */
#define SAMPLE_BYTES (128 * 1024)

/* What was looked at when the file was given to this reader. */
#define SNIFF_BYTES (16 * 1024)

/* Rows that are looked at before the first is read, and how long they may be together. */
#define SAMPLE_ROWS 50
#define SAMPLE_ROWS_BYTES (4 * 1024 * 1024)

/* Records that have ever more names of their own are no table. */
#define MAX_NAMES 4096

/**
 * Ahead:
 * @step: what came of looking for a row
 * @row: (nullable): the row
 * @error: (nullable): why there is none
 *
 * A row that was read to see what the columns hold.
 */
typedef struct
{
  PlxBulkStep  step;
  PlxBulkRow  *row;
  GError      *error;
} Ahead;

/**
 * PlxBulkRows:
 * @source: where they come from
 * @format: how they are written
 * @has_header: whether the names of the columns stand in the file
 * @single: whether it is one object that is an article, not a table
 * @sampling: whether the rows at the start are being read, which show what columns there are
 * @names: the names of the columns
 * @index: where in @names a name is
 * @ahead: (element-type Ahead): rows read already
 * @next_ahead: the first of them that was not given out
 * @sample: (element-type GStrv): the values of those rows
 * @delimited: (nullable): reads rows of cells
 * @json: (nullable): reads records in JSON; one of the two is there
 *
 * The rows of a table, whatever the form of the file. Only one is in memory at a time, beside those
 * at the start that show what the columns hold.
 */
struct _PlxBulkRows
{
  const PlxSource *source;
  const char      *format;
  gboolean         has_header;
  gboolean         single;
  gboolean         sampling;
  GPtrArray       *names;
  GHashTable      *index;
  GPtrArray       *ahead;
  guint            next_ahead;
  GPtrArray       *sample;
  PlxDelimited    *delimited;
  PlxJsonRecords  *json;
};

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

static Ahead *
ahead_new (PlxBulkStep  step,
           PlxBulkRow  *row,
           GError      *error)
{
  Ahead *ahead = g_new0 (Ahead, 1);

  ahead->step = step;
  ahead->row = row;
  ahead->error = error;

  return ahead;
}

static void
ahead_free (gpointer data)
{
  Ahead *ahead = data;

  g_clear_pointer (&ahead->row, plx_bulk_row_free);
  g_clear_error (&ahead->error);
  g_free (ahead);
}

static void
set_damaged (PlxBulkRows      *self,
             const PlxBulkRow *row,
             PlxReadingError   code,
             const char       *why,
             GError          **error)
{
  g_set_error (error, PLX_READING_ERROR, code, "“%s › %s” %s", self->source->name, row->label, why);
}

/* Names that are there twice would hide each other, and a column without one could not be named. */
static void
add_name (PlxBulkRows *self,
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

/* A byte here and there may be in another encoding than the start of the file. */
static char *
dup_valid (const char *text)
{
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

static void
fill_from_cells (PlxBulkRows *self,
                 PlxBulkRow  *row)
{
  guint n_cells = plx_delimited_get_n (self->delimited);
  guint n = self->names->len;

  row->values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->values[i] = i < n_cells ? dup_valid (plx_delimited_get (self->delimited, i))
                                 : g_strdup ("");

  /* A text without quotation marks has commas of its own. */
  if (n_cells > n && n > 0)
    {
      g_autoptr (GString) last = g_string_new (row->values[n - 1]);

      for (guint i = n; i < n_cells; i++)
        {
          g_autofree char *valid = dup_valid (plx_delimited_get (self->delimited, i));

          if (*valid != '\0')
            g_string_append_printf (last, "%s%s", self->format[0] == 't' ? " " : ", ",
                                    g_strstrip (valid));
        }
      g_set_str (&row->values[n - 1], last->str);
    }
}

static PlxBulkStep
read_cells (PlxBulkRows  *self,
            PlxBulkRow  **row,
            GError      **error)
{
  g_autoptr (GError) system = NULL;
  PlxDelimitedStep step = plx_delimited_next (self->delimited, &system);
  g_autofree char *label = g_strdup_printf ("row %" G_GUINT64_FORMAT,
                                            plx_delimited_get_row (self->delimited));

  *row = plx_bulk_row_new (label);
  switch (step)
    {
    case PLX_DELIMITED_ROW:
      return PLX_BULK_ROW;
    case PLX_DELIMITED_TOO_LARGE:
      set_damaged (self, *row, PLX_READING_ERROR_TOO_LARGE,
                   "has more than 16 MB: no article is as long.", error);
      return PLX_BULK_BAD;
    case PLX_DELIMITED_OPEN_QUOTE:
      set_damaged (self, *row, PLX_READING_ERROR_DAMAGED,
                   "has a quotation mark that opens and never closes.", error);
      return PLX_BULK_BAD;
    case PLX_DELIMITED_FAILED:
      plx_reading_set_system_error (self->source->name, system, error);
      return PLX_BULK_FAILED;
    case PLX_DELIMITED_END:
    default:
      return PLX_BULK_END;
    }
}

static GStrv
take_strings (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);

  return (GStrv) g_ptr_array_steal (strings, NULL);
}

/* Puts values under the columns of the table, and those that have none aside. */
static void
fill_from_record (PlxBulkRows *self,
                  PlxBulkRow  *row,
                  GPtrArray   *names,
                  GPtrArray   *values)
{
  g_autoptr (GPtrArray) other_names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  row->values = g_new0 (char *, self->names->len + 1);
  for (guint i = 0; i < names->len; i++)
    {
      gpointer at;

      if (g_hash_table_lookup_extended (self->index, names->pdata[i], NULL, &at))
        {
          row->values[GPOINTER_TO_UINT (at)] = g_strdup (values->pdata[i]);
          continue;
        }
      g_ptr_array_add (other_names, g_strdup (names->pdata[i]));
      g_ptr_array_add (others, g_strdup (values->pdata[i]));
    }

  for (guint i = 0; i < self->names->len; i++)
    if (row->values[i] == NULL)
      row->values[i] = g_strdup ("");

  row->names = take_strings (other_names);
  row->others = take_strings (others);
}

static PlxBulkStep
set_record_error (PlxBulkRows  *self,
                  PlxJsonStep   step,
                  PlxBulkRow   *row,
                  GError      **error)
{
  switch (step)
    {
    case PLX_JSON_TOO_LARGE:
      set_damaged (self, row, PLX_READING_ERROR_TOO_LARGE,
                   "has more than 16 MB: no article is as long.", error);
      return PLX_BULK_BAD;
    case PLX_JSON_TOO_DEEP:
      set_damaged (self, row, PLX_READING_ERROR_TOO_DEEP,
                   "has values within values, deeper than any program writes them.", error);
      return PLX_BULK_BAD;
    case PLX_JSON_RECORD:
    case PLX_JSON_DAMAGED:
    case PLX_JSON_FAILED:
    case PLX_JSON_END:
    default:
      set_damaged (self, row, PLX_READING_ERROR_DAMAGED,
                   "is no valid JSON, or is broken off.", error);
      return PLX_BULK_BAD;
    }
}

/* Reads a record without putting it under columns, which it may be there to show. */
static PlxBulkStep
read_record (PlxBulkRows  *self,
             GPtrArray    *names,
             GPtrArray    *values,
             PlxBulkRow  **row,
             GError      **error)
{
  g_autoptr (GError) system = NULL;
  PlxJsonStep step = plx_json_records_next (self->json, &system);
  gboolean is_line;
  guint64 number = plx_json_records_get_number (self->json, &is_line);
  g_autofree char *label = g_strdup_printf ("%s %" G_GUINT64_FORMAT, is_line ? "line" : "item",
                                            number);
  const char *text;
  gsize length;

  *row = plx_bulk_row_new (label);
  if (step == PLX_JSON_END)
    return PLX_BULK_END;
  if (step == PLX_JSON_FAILED)
    {
      plx_reading_set_system_error (self->source->name, system, error);
      return PLX_BULK_FAILED;
    }

  text = plx_json_records_get (self->json, &length);
  if (step == PLX_JSON_RECORD && length > PLX_JSON_MAX_RECORD)
    step = PLX_JSON_TOO_LARGE;
  if (step == PLX_JSON_RECORD && plx_json_flatten (text, length, names, values))
    return PLX_BULK_ROW;

  return set_record_error (self, step, *row, error);
}

static PlxBulkStep
read_next (PlxBulkRows  *self,
           PlxBulkRow  **row,
           GError      **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  PlxBulkStep step;

  if (g_cancellable_set_error_if_cancelled (self->source->cancellable, error))
    return PLX_BULK_FAILED;

  if (self->delimited != NULL)
    {
      step = read_cells (self, row, error);
      if (step == PLX_BULK_ROW)
        fill_from_cells (self, *row);
      return step;
    }

  step = read_record (self, names, values, row, error);
  for (guint i = 0; self->sampling && i < names->len && self->names->len < MAX_NAMES; i++)
    if (!g_hash_table_contains (self->index, names->pdata[i]))
      add_name (self, names->pdata[i]);
  if (step == PLX_BULK_ROW)
    fill_from_record (self, *row, names, values);

  return step;
}

static gsize
measure_row (char **values)
{
  gsize length = 0;

  for (guint i = 0; values[i] != NULL; i++)
    length += strlen (values[i]);

  return length;
}

/* Reads the rows at the start, which are given out later. */
static void
read_ahead (PlxBulkRows *self)
{
  gsize bytes = 0;

  self->sampling = TRUE;
  while (self->ahead->len < SAMPLE_ROWS && bytes < SAMPLE_ROWS_BYTES)
    {
      Ahead *ahead = ahead_new (PLX_BULK_END, NULL, NULL);

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

static void
make_sample (PlxBulkRows *self)
{
  for (guint i = 0; i < self->ahead->len; i++)
    {
      Ahead *ahead = self->ahead->pdata[i];

      if (ahead->step != PLX_BULK_ROW)
        continue;
      pad (self, ahead->row);
      g_ptr_array_add (self->sample, ahead->row->values);
    }
}

static void
number_names (PlxBulkRows *self,
              guint        n)
{
  g_ptr_array_set_size (self->names, 0);
  g_hash_table_remove_all (self->index);
  while (self->names->len < n)
    add_name (self, "");
}

/* The first row has the names, or is a row as the others are. */
static gboolean
open_cells (PlxBulkRows   *self,
            GInputStream  *stream,
            PlxDialect    *dialect,
            GError       **error)
{
  g_autoptr (PlxBulkRow) first = NULL;

  self->format = dialect->delimiter == '\t' ? "tsv" : "csv";
  self->delimited = plx_delimited_new (stream, dialect, self->source->cancellable);
  for (;;)
    {
      GError *local = NULL;
      PlxBulkStep step = read_cells (self, &first, &local);

      if (step == PLX_BULK_ROW)
        break;
      if (step == PLX_BULK_FAILED)
        g_propagate_error (error, local);
      if (step == PLX_BULK_FAILED || step == PLX_BULK_END)
        return step == PLX_BULK_END;
      g_ptr_array_add (self->ahead, ahead_new (step, g_steal_pointer (&first), local));
    }

  number_names (self, plx_delimited_get_n (self->delimited));
  fill_from_cells (self, first);
  read_ahead (self);
  make_sample (self);

  self->has_header = plx_dialect_has_header (first->values, self->sample);
  if (self->has_header)
    {
      g_ptr_array_set_size (self->names, 0);
      g_hash_table_remove_all (self->index);
      for (guint i = 0; first->values[i] != NULL; i++)
        add_name (self, first->values[i]);
      return TRUE;
    }

  g_ptr_array_insert (self->sample, 0, first->values);
  g_ptr_array_insert (self->ahead, 0, ahead_new (PLX_BULK_ROW, g_steal_pointer (&first), NULL));

  return TRUE;
}

/* Whether records are articles: their names speak for it at least twice. */
static gboolean
are_articles (PlxBulkRows *self)
{
  g_autoptr (PlxColumns) columns = plx_bulk_rows_guess (self);
  guint n = 0;

  for (guint i = 0; i < plx_columns_get_n (columns); i++)
    {
      const PlxColumn *column = plx_columns_get (columns, i);

      n += column->basis == PLX_COLUMN_BASIS_NAME &&
           (column->use != PLX_COLUMN_FIELD || column->field == PLX_FIELD_HEADLINE ||
            column->field == PLX_FIELD_ADDRESS || column->field == PLX_FIELD_PUBLISHED);
    }

  return n >= 2 && plx_columns_has_text (columns);
}

static void
forget (PlxBulkRows *self)
{
  g_ptr_array_set_size (self->sample, 0);
  g_ptr_array_set_size (self->ahead, 0);
  g_ptr_array_set_size (self->names, 0);
  g_hash_table_remove_all (self->index);
}

static void
read_stream (PlxBulkRows  *self,
             GInputStream *stream)
{
  forget (self);
  g_clear_pointer (&self->json, plx_json_records_free);
  self->json = plx_json_records_new (stream, self->source->cancellable);
  read_ahead (self);
  make_sample (self);
}

/* Takes the rows from @list, which is given away, where they are articles. */
static gboolean
try_list (PlxBulkRows *self,
          GBytes      *list)
{
  g_autoptr (GInputStream) stream = NULL;

  if (list == NULL)
    return FALSE;

  stream = g_memory_input_stream_new_from_bytes (list);
  read_stream (self, stream);
  g_bytes_unref (list);

  return are_articles (self);
}

/* One object is a reply that has the articles in an array, or it is an article. */
static void
open_object (PlxBulkRows *self)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) members = NULL;
  gsize length;
  gsize start;
  gsize end;
  const char *text = plx_json_records_get (self->json, &length);

  whole = g_bytes_new (text, length);
  text = g_bytes_get_data (whole, NULL);
  if (plx_json_find_array (text, length, &start, &end) && (end - start) * 2 >= length &&
      try_list (self, g_bytes_new_from_bytes (whole, start, end - start)))
    return;

  members = plx_json_list_members (text, length);
  if (members != NULL && (try_list (self, g_bytes_ref (members)) ||
                          try_list (self, plx_json_turn_columns (text, length))))
    return;

  self->single = TRUE;
  stream = g_memory_input_stream_new_from_bytes (whole);
  read_stream (self, stream);
}

/* The first record is read again with the others; one that can't be read is told first. */
static void
give_back (PlxBulkRows *self,
           PlxJsonStep  step,
           gboolean     is_line)
{
  Ahead *ahead;

  if (step == PLX_JSON_RECORD)
    plx_json_records_rewind (self->json);
  if (step == PLX_JSON_RECORD || step == PLX_JSON_END)
    return;

  ahead = ahead_new (PLX_BULK_BAD, plx_bulk_row_new (is_line ? "line 1" : "item 1"), NULL);
  ahead->step = set_record_error (self, step, ahead->row, &ahead->error);
  g_ptr_array_add (self->ahead, ahead);
}

static gboolean
open_json (PlxBulkRows   *self,
           GInputStream  *stream,
           GError       **error)
{
  g_autoptr (GError) system = NULL;
  gboolean is_line;
  PlxJsonStep step;

  self->format = "json";
  self->has_header = TRUE;
  self->json = plx_json_records_new (stream, self->source->cancellable);
  step = plx_json_records_next (self->json, &system);
  if (step == PLX_JSON_FAILED)
    {
      plx_reading_set_system_error (self->source->name, system, error);
      return FALSE;
    }

  plx_json_records_get_number (self->json, &is_line);
  if (is_line && step == PLX_JSON_RECORD && plx_json_records_is_last (self->json))
    {
      open_object (self);
      return TRUE;
    }

  if (is_line)
    self->format = "jsonl";
  give_back (self, step, is_line);
  read_ahead (self);
  make_sample (self);

  return TRUE;
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
    return open_json (self, decoded, error);
  if (text != NULL && (plx_dialect_guess (text, text_length, whole, &dialect) ||
                       plx_dialect_guess (text, MIN (text_length, SNIFF_BYTES), FALSE, &dialect)))
    return open_cells (self, decoded, &dialect, error);

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
  Ahead *ahead;

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
