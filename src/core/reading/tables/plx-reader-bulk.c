/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-bulk"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "reading/tables/plx-bulk-article.h"
#include "reading/tables/plx-bulk-rows.h"

/* Nobody reads a longer list of rows that failed. */
#define MAX_FAILURES 100

/* A message names no more columns than this. */
#define MAX_NAMED 12

/**
 * Reading:
 * @source: the file
 * @batch: gets the articles
 * @rows: its rows
 * @columns: what its columns are
 * @form: what they have in common
 * @seen: (element-type gint64): what is in the articles so far, as sums
 * @n_failed: rows that did not come in
 *
 * A table that is being read.
 */
typedef struct
{
  const PlxSource *source;
  PlxReadingBatch *batch;
  PlxBulkRows     *rows;
  PlxColumns      *columns;
  PlxBulkForm     *form;
  GHashTable      *seen;
  guint            n_failed;
} Reading;

static void
fail_row (Reading    *self,
          const char *name,
          GError     *error)
{
  self->n_failed++;
  if (self->n_failed <= MAX_FAILURES)
    plx_reading_batch_fail (self->batch, name, error);
  else
    g_error_free (error);
}

static void
tell_rest (Reading *self)
{
  if (self->n_failed > MAX_FAILURES)
    plx_reading_batch_fail (self->batch, self->source->name,
                            g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                                         "“%s” has %u more rows that can't be read.",
                                         self->source->name, self->n_failed - MAX_FAILURES));
}

/* Two outlets may print one text, and that is worth knowing; one outlet's text counts once. */
static gint64 *
make_key (PlxDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *outlet = document->fields[PLX_FIELD_OUTLET];
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guint8 *) document->text->str, document->text->len);
  if (outlet != NULL)
    g_checksum_update (checksum, (const guint8 *) outlet, strlen (outlet));
  g_checksum_get_digest (checksum, digest, &length);

  return g_memdup2 (digest, sizeof (gint64));
}

static void
add_article (Reading     *self,
             PlxDocument *document)
{
  if (g_hash_table_add (self->seen, make_key (document)))
    {
      plx_reading_batch_add (self->batch, document);
      return;
    }

  self->batch->n_same++;
  plx_document_unref (document);
}

/* A record may have its text under a name that none of the first ones had. */
static PlxBulkMade
make_of_others (Reading          *self,
                const PlxSource  *source,
                const PlxBulkRow *row,
                PlxDocument     **document)
{
  g_autoptr (GPtrArray) sample = g_ptr_array_new ();
  g_autoptr (PlxColumns) columns = NULL;
  g_autoptr (PlxBulkForm) form = NULL;

  if (row->names == NULL || row->names[0] == NULL)
    return PLX_BULK_NO_TEXT;

  g_ptr_array_add (sample, row->others);
  columns = plx_columns_guess ((const char *const *) row->names, sample);
  form = plx_bulk_form_new (self->form->format, columns, sample);

  return plx_bulk_article_make (source, form, row->others, document);
}

/* Of a large table, the row that an article is read from, as an object in JSON. */
static void
keep_row (Reading          *self,
          const PlxBulkRow *row)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *record;

  json_builder_begin_object (builder);
  for (guint i = 0; i < plx_columns_get_n (self->columns) && row->values[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, plx_columns_get (self->columns, i)->name);
      json_builder_add_string_value (builder, row->values[i]);
    }
  for (guint i = 0; row->names != NULL && row->names[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, row->names[i]);
      json_builder_add_string_value (builder, row->others[i]);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  record = json_to_string (root, TRUE);
  bytes = g_bytes_new_take (record, strlen (record));
  plx_source_keep (self->source, bytes, TRUE);
}

static void
read_row (Reading          *self,
          const PlxBulkRow *row)
{
  gboolean single = plx_bulk_rows_is_single (self->rows);
  g_autofree char *name = single ? g_strdup (self->source->name)
                                 : g_strdup_printf ("%s › %s", self->source->name, row->label);
  PlxSource source = *self->source;
  PlxDocument *document = NULL;
  PlxBulkMade made;

  source.name = name;
  if (!plx_source_is_kept (&source))
    keep_row (self, row);
  made = plx_bulk_article_make (&source, self->form, row->values, &document);
  if (made == PLX_BULK_NO_TEXT ||
      (made == PLX_BULK_SKIPPED && row->names != NULL && row->names[0] != NULL))
    made = make_of_others (self, &source, row, &document);

  if (made == PLX_BULK_MADE)
    add_article (self, document);
  else if (made == PLX_BULK_NO_TEXT)
    fail_row (self, name, g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
                                       "“%s” has no text, no headline and no standfirst.", name));

  /* A table may have more rows than memory has room for. */
  plx_reading_batch_settle (self->batch);
}

static gboolean
read_rows (Reading  *self,
           GError  **error)
{
  for (;;)
    {
      g_autoptr (PlxBulkRow) row = NULL;
      GError *local = NULL;
      PlxBulkStep step = plx_bulk_rows_next (self->rows, &row, &local);
      g_autofree char *name = NULL;

      switch (step)
        {
        case PLX_BULK_ROW:
          read_row (self, row);
          break;
        case PLX_BULK_BAD:
          name = g_strdup_printf ("%s › %s", self->source->name, row->label);
          fail_row (self, name, local);
          break;
        case PLX_BULK_FAILED:
          g_propagate_error (error, local);
          return FALSE;
        case PLX_BULK_END:
        default:
          tell_rest (self);
          return TRUE;
        }
    }
}

static char *
list_names (PlxColumns *columns)
{
  GString *list = g_string_new (NULL);
  guint n = plx_columns_get_n (columns);

  for (guint i = 0; i < n && i < MAX_NAMED; i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", plx_columns_get (columns, i)->name);
  if (n > MAX_NAMED)
    g_string_append (list, " …");

  return g_string_free (list, FALSE);
}

/* What the user named on the command line must be there, or it would be ignored in silence. */
static gboolean
check_choice (const PlxSource  *source,
              PlxColumns       *choice,
              PlxColumns       *columns,
              GError          **error)
{
  g_autofree char *list = list_names (columns);

  for (guint i = 0; i < plx_columns_get_n (choice); i++)
    {
      const char *name = plx_columns_get (choice, i)->name;

      if (plx_columns_find (columns, name) < 0)
        {
          g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
                       "“%s” has no column “%s”. Its columns are %s.", source->name, name, list);
          return FALSE;
        }
    }

  return TRUE;
}

/* The columns as they are guessed, the user's choice over that. */
static PlxColumns *
find_columns (const PlxSource  *source,
              PlxBulkRows      *rows,
              GError          **error)
{
  g_autoptr (PlxColumns) columns = plx_bulk_rows_guess (rows);
  GPtrArray *choices = source->options != NULL ? source->options->columns : NULL;
  PlxColumns *unfit = NULL;
  gboolean applied = FALSE;

  for (guint i = 0; choices != NULL && i < choices->len && !applied; i++)
    {
      PlxColumns *choice = choices->pdata[i];

      applied = plx_columns_apply (choice, columns);
      if (!applied && choice->partial)
        unfit = choice;
    }

  if (!applied && unfit != NULL && !plx_bulk_rows_is_single (rows) &&
      !check_choice (source, unfit, columns, error))
    return NULL;

  /* Where no row could be read, those that could not be say more. */
  if (!plx_columns_has_text (columns) && plx_bulk_rows_get_sample (rows)->len > 0)
    {
      g_autofree char *list = list_names (columns);
      gboolean single = plx_bulk_rows_is_single (rows);

      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_EMPTY,
                   "“%s” is %s, and none of its %s looks like the text or the headline of an "
                   "article. They are %s.", source->name, single ? "an object in JSON" : "a table",
                   single ? "values" : "columns", list);
      return NULL;
    }

  return g_steal_pointer (&columns);
}

static gboolean
reader_bulk_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  g_autoptr (GInputStream) stream = plx_source_hold (source, PLX_KEPT_WHOLE_BYTES, error);
  g_autoptr (PlxBulkRows) rows = NULL;
  g_autoptr (PlxColumns) columns = NULL;
  g_autoptr (PlxBulkForm) form = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PlxSource held = *source;
  Reading self = { .source = source, .batch = batch, .seen = seen };

  if (stream == NULL)
    return FALSE;

  held.stream = stream;
  rows = plx_bulk_rows_new (&held, error);
  if (rows == NULL)
    return FALSE;

  columns = find_columns (source, rows, error);
  if (columns == NULL)
    return FALSE;

  form = plx_bulk_form_new (plx_bulk_rows_get_format (rows), columns,
                            plx_bulk_rows_get_sample (rows));
  self.rows = rows;
  self.columns = columns;
  self.form = form;

  return read_rows (&self, error);
}

const PlxReader plx_reader_csv = {
  .format = "csv",
  .accepts = plx_bulk_accepts_delimited,
  .read = reader_bulk_read,
};

const PlxReader plx_reader_json = {
  .format = "json",
  .accepts = plx_bulk_accepts_json,
  .read = reader_bulk_read,
};
