/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reading-batch"

#include "config.h"

#include "reading/plx-reading.h"

/**
 * Work:
 * @files: the files to read
 * @options: what the user chose
 * @progress: (nullable): told after each file, in @context
 * @progress_data: for @progress
 * @context: where the caller is
 *
 * What the thread that reads a batch needs.
 */
typedef struct
{
  GPtrArray             *files;
  PlxReadingOptions      options;
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GMainContext          *context;
} Work;

/**
 * Report:
 *
 * How far a batch has come, on its way to the caller's thread.
 */
typedef struct
{
  GTask                 *task; /* keeps the caller's data alive until the report is in */
  GFileProgressCallback  progress;
  gpointer               progress_data;
  goffset                done;
  goffset                all;
} Report;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->files);
  g_clear_pointer (&work->options.columns, g_ptr_array_unref);
  g_main_context_unref (work->context);
  g_free (work);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static void
failure_free (gpointer data)
{
  PlxReadingFailure *failure = data;

  g_free (failure->name);
  g_error_free (failure->error);
  g_free (failure);
}

/**
 * plx_reading_batch_new:
 *
 * Returns: (transfer full): a batch without anything in it
 */
PlxReadingBatch *
plx_reading_batch_new (void)
{
  PlxReadingBatch *self = g_new0 (PlxReadingBatch, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  self->failures = g_ptr_array_new_with_free_func (failure_free);

  return self;
}

void
plx_reading_batch_free (PlxReadingBatch *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->failures);
  g_free (self);
}

/**
 * plx_reading_batch_add:
 * @self: a batch
 * @document: (transfer full): an article
 */
void
plx_reading_batch_add (PlxReadingBatch *self,
                       PlxDocument     *document)
{
  g_ptr_array_add (self->documents, document);
}

/**
 * plx_reading_batch_fail:
 * @self: a batch
 * @name: the name of what can't be read, for people
 * @error: (transfer full): why
 */
void
plx_reading_batch_fail (PlxReadingBatch *self,
                        const char      *name,
                        GError          *error)
{
  PlxReadingFailure *failure = g_new0 (PlxReadingFailure, 1);

  failure->name = g_strdup (name);
  failure->error = error;
  g_ptr_array_add (self->failures, failure);
}

/**
 * plx_reading_batch_take_one:
 * @self: a batch into which something was read
 *
 * Returns: (transfer full): the first article, or `NULL` with the first failure as @error
 */
PlxDocument *
plx_reading_batch_take_one (PlxReadingBatch  *self,
                            GError          **error)
{
  if (self->documents->len > 0)
    return plx_document_ref (self->documents->pdata[0]);

  g_return_val_if_fail (self->failures->len > 0, NULL);
  g_propagate_error (error,
                     g_error_copy (((PlxReadingFailure *) self->failures->pdata[0])->error));

  return NULL;
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  /* After the batch is delivered, or cancelled, the caller may be gone. */
  if (!g_task_get_completed (report->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    report->progress (report->done, report->all, report->progress_data);

  return G_SOURCE_REMOVE;
}

static void
send_report (GTask   *task,
             Work    *work,
             goffset  done)
{
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (work->progress == NULL)
    return;

  report = g_new0 (Report, 1);
  report->task = g_object_ref (task);
  report->progress = work->progress;
  report->progress_data = work->progress_data;
  report->done = done;
  report->all = work->files->len;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] reading progress");
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, work->context);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  Work *work = task_data;

  for (guint i = 0; i < work->files->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;

      plx_reading_batch_read_file (batch, work->files->pdata[i], &work->options, cancellable);
      send_report (task, work, i + 1);
    }

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, g_steal_pointer (&batch), (GDestroyNotify) plx_reading_batch_free);
}

/**
 * plx_reading_read_files_async:
 * @files: (element-type GFile): the files
 * @options: (nullable): what the user chose
 * @progress: (nullable): told how many of how many files are done, on the caller's context
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; then nothing comes in
 * @callback: called when all have been tried
 * @user_data: for @callback
 *
 * Reads files one after another on a thread of its own. A file that can't be read is told
 * among the failures, and the others go on.
 */
void
plx_reading_read_files_async (GPtrArray               *files,
                              const PlxReadingOptions *options,
                              GFileProgressCallback    progress,
                              gpointer                 progress_data,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  /* The caller may change its array while we read. */
  work->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (work->files, g_object_ref (files->pdata[i]));
  if (options != NULL && options->columns != NULL)
    work->options.columns = g_ptr_array_ref (options->columns);
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();

  g_task_set_source_tag (task, plx_reading_read_files_async);
  g_task_set_static_name (task, "[parallax] read files");
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * plx_reading_read_files_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): what came in and what did not, or `NULL` with @error set where
 *   it was cancelled
 */
PlxReadingBatch *
plx_reading_read_files_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
