/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-rows"

#include "config.h"

#include "reading/tables/plx-bulk-rows-private.h"

/* Rows that are records in JSON: an array of them, a line each, or within an object. */

/* Records that have ever more names of their own are no table. */
#define MAX_NAMES 4096

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
      plx_bulk_rows_set_damaged (self, row, PLX_READING_ERROR_TOO_LARGE,
                                 "has more than 16 MB: no article is as long.", error);
      return PLX_BULK_BAD;
    case PLX_JSON_TOO_DEEP:
      plx_bulk_rows_set_damaged (self, row, PLX_READING_ERROR_TOO_DEEP,
                                 "has values within values, deeper than any program writes "
                                 "them.", error);
      return PLX_BULK_BAD;
    case PLX_JSON_RECORD:
    case PLX_JSON_DAMAGED:
    case PLX_JSON_FAILED:
    case PLX_JSON_END:
    default:
      plx_bulk_rows_set_damaged (self, row, PLX_READING_ERROR_DAMAGED,
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

/**
 * plx_bulk_rows_next_record:
 * @self: rows of a file in JSON
 * @row: (out) (transfer full): the next row
 * @error: return location for an error
 *
 * While the start is being read, each name that a record has makes a column.
 *
 * Returns: what came of it
 */
PlxBulkStep
plx_bulk_rows_next_record (PlxBulkRows  *self,
                           PlxBulkRow  **row,
                           GError      **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  PlxBulkStep step = read_record (self, names, values, row, error);

  for (guint i = 0; self->sampling && i < names->len && self->names->len < MAX_NAMES; i++)
    if (!g_hash_table_contains (self->index, names->pdata[i]))
      plx_bulk_rows_add_name (self, names->pdata[i]);
  if (step == PLX_BULK_ROW)
    fill_from_record (self, *row, names, values);

  return step;
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
read_stream (PlxBulkRows  *self,
             GInputStream *stream)
{
  plx_bulk_rows_forget (self);
  g_clear_pointer (&self->json, plx_json_records_free);
  self->json = plx_json_records_new (stream, self->source->cancellable);
  plx_bulk_rows_read_ahead (self);
  plx_bulk_rows_make_sample (self);
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
  PlxBulkAhead *ahead;

  if (step == PLX_JSON_RECORD)
    plx_json_records_rewind (self->json);
  if (step == PLX_JSON_RECORD || step == PLX_JSON_END)
    return;

  ahead = plx_bulk_ahead_new (PLX_BULK_BAD, plx_bulk_row_new (is_line ? "line 1" : "item 1"), NULL);
  ahead->step = set_record_error (self, step, ahead->row, &ahead->error);
  g_ptr_array_add (self->ahead, ahead);
}

/**
 * plx_bulk_rows_open_json:
 * @self: rows of a file in JSON
 * @stream: the file, in UTF-8
 * @error: return location for an error
 *
 * Finds the records in the file and reads the first of them.
 *
 * Returns: whether it could be read
 */
gboolean
plx_bulk_rows_open_json (PlxBulkRows   *self,
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
  plx_bulk_rows_read_ahead (self);
  plx_bulk_rows_make_sample (self);

  return TRUE;
}
