/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tables"

#include "config.h"

#include "reading/tables/plx-tables.h"

#include "reading/tables/plx-bulk-article.h"
#include "reading/plx-reader.h"
#include "reading/plx-walk.h"

/* Enough for the readers to tell what a file is. */
#define SNIFF_BYTES (16 * 1024)

/* Nobody answers more questions than this; other tables are read as their columns are guessed. */
#define MAX_TABLES 8

static void
tables_free (gpointer data)
{
  PlxTables *self = data;

  plx_bulk_table_free (self->table);
  g_free (self->name);
  g_free (self);
}

/* Whether a reader of tables would read the file. Most files are none, and are opened only. */
static gboolean
is_table (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *data = g_malloc (SNIFF_BYTES);
  const PlxReader *reader;
  gsize length = 0;

  /* What is no ordinary file may never end. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return FALSE;

  stream = g_file_read (file, cancellable, NULL);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, SNIFF_BYTES,
                                                  &length, cancellable, NULL))
    return FALSE;

  reader = plx_source_find_reader (data, length);

  return reader == &plx_reader_csv || reader == &plx_reader_json;
}

static void
look_at_file (GPtrArray    *found,
              GFile        *file,
              GCancellable *cancellable)
{
  g_autoptr (PlxBulkTable) table = NULL;
  g_autofree char *base = g_file_get_basename (file);
  PlxTables *self;

  if (!is_table (file, cancellable) ||
      !(table = plx_bulk_inspect_file (file, cancellable, NULL)))
    return;

  for (guint i = 0; i < found->len; i++)
    {
      self = found->pdata[i];
      if (plx_columns_equal_table (self->table->columns, table->columns))
        {
          self->n_files++;
          return;
        }
    }

  self = g_new0 (PlxTables, 1);
  self->table = g_steal_pointer (&table);
  self->name = g_filename_display_name (base);
  self->n_files = 1;
  g_ptr_array_add (found, self);
}

static void
find_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GPtrArray *files = task_data;
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GPtrArray) walked = plx_walk (files, batch, NULL, NULL, cancellable);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (tables_free);

  for (guint i = 0; i < walked->len && found->len < MAX_TABLES; i++)
    {
      const PlxWalkFile *file = walked->pdata[i];

      if (g_cancellable_is_cancelled (cancellable))
        break;
      look_at_file (found, file->file, cancellable);
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plx_tables_find_async:
 * @files: (element-type GFile): files and folders
 * @cancellable: (nullable): stops it at once
 * @callback: called when all are looked at
 * @user_data: for @callback
 *
 * Looks, on a thread of its own, which of the files are tables of articles.
 */
void
plx_tables_find_async (GPtrArray           *files,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  /* The caller may change its array while we look. */
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (copy, g_object_ref (files->pdata[i]));

  g_task_set_source_tag (task, plx_tables_find_async);
  g_task_set_static_name (task, "[parallax] look for tables");
  g_task_set_task_data (task, copy, (GDestroyNotify) g_ptr_array_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * plx_tables_find_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (element-type PlxTables): the tables, one for each set of columns, or
 *   `NULL` with @error set where it was cancelled
 */
GPtrArray *
plx_tables_find_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plx_tables_preview:
 * @self: tables
 * @columns: what their columns hold
 * @row: which of the rows that @self shows
 *
 * Returns: (transfer full) (nullable): the article that comes of the row, with as much of its
 *   text as @self shows; `NULL` where none does
 */
PlxDocument *
plx_tables_preview (const PlxTables *self,
                    PlxColumns      *columns,
                    guint            row)
{
  g_autoptr (PlxBulkForm) form = NULL;
  const PlxSource source = { .name = self->name };
  PlxDocument *document = NULL;

  g_return_val_if_fail (row < self->table->rows->len, NULL);

  form = plx_bulk_form_new (self->table->format, columns, self->table->rows);
  if (plx_bulk_article_make (&source, form, self->table->rows->pdata[row], &document) !=
      PLX_BULK_MADE)
    return NULL;

  return document;
}
