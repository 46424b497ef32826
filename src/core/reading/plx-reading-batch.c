/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reading-batch"

#include "config.h"

#include "reading/plx-reading.h"

#include <string.h>

#include "reading/plx-reader.h"
#include "reading/article/plx-repetition.h"
#include "reading/plx-walk.h"

/* Nobody reads faster, and a batch of small files would spend its time on telling. */
#define REPORT_USEC (100 * 1000)

/* What a file costs beside its bytes, and what one costs whose size nobody knows. */
#define FILE_COST 4096
#define UNKNOWN_COST (64 * 1024)

/**
 * PlxReadingBatchRun:
 * @progress: (nullable): told how far it has come, on the thread that reads
 * @progress_data: for @progress
 * @now: how far it has come
 * @reported: when that was last told
 * @digests: (element-type utf8): the articles that came in
 * @file: (nullable): the file that is being read
 * @stream: (nullable): its content, read as far as it is read
 * @cost: what all files cost; in bytes, roughly
 * @paid: what those cost that are done
 *
 * A batch of files while it is being read.
 */
typedef struct _PlxReadingBatchRun
{
  PlxReadingProgressFunc  progress;
  gpointer                progress_data;
  PlxReadingProgress      now;
  gint64                  reported;
  GHashTable             *digests;
  const PlxWalkFile      *file;
  GInputStream           *stream;
  double                  cost;
  double                  paid;
} PlxReadingBatchRun;

/**
 * Work:
 * @files: the files and folders to read
 * @options: what the user chose
 * @task: what is to be done
 * @progress: (nullable): told how far it has come, in @context
 * @progress_data: for @progress
 * @context: where the caller is
 *
 * What the thread that reads a batch needs.
 */
typedef struct
{
  GPtrArray              *files;
  PlxReadingOptions       options;
  GTask                  *task;
  PlxReadingProgressFunc  progress;
  gpointer                progress_data;
  GMainContext           *context;
} Work;

/**
 * Report:
 *
 * How far a batch has come, on its way to the caller's thread.
 */
typedef struct
{
  GTask                  *task; /* keeps the caller's data alive until the report is in */
  PlxReadingProgressFunc  progress;
  gpointer                progress_data;
  PlxReadingProgress      now;
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
  g_ptr_array_unref (report->now.articles);
  g_free (report->now.name);
  g_free (report);
}

static void
row_free (gpointer data)
{
  PlxReadingRow *row = data;

  g_free (row->title);
  g_free (row->outlet);
  g_free (row);
}

static void
failure_free (gpointer data)
{
  PlxReadingFailure *failure = data;

  g_free (failure->name);
  g_free (failure->folder);
  g_error_free (failure->error);
  g_free (failure);
}

/* How much of the file that is being read is behind us; its reader may look ahead. */
static double
count_bytes_read (PlxReadingBatchRun *run)
{
  if (run->file == NULL || run->file->size <= 0 || !G_IS_SEEKABLE (run->stream))
    return 0;

  return CLAMP (g_seekable_tell (G_SEEKABLE (run->stream)), 0, run->file->size);
}

static void
tell (PlxReadingBatchRun *run)
{
  gint64 now = g_get_monotonic_time ();

  if (run->progress == NULL || now - run->reported < REPORT_USEC)
    return;

  run->reported = now;
  if (run->cost > 0)
    run->now.fraction = CLAMP ((run->paid + count_bytes_read (run)) / run->cost, 0, 1);
  run->progress (&run->now, run->progress_data);
  g_ptr_array_set_size (run->now.articles, 0);
}

/* Whether it is the first of its kind in the batch. */
static gboolean
take_into_account (PlxReadingBatch *self,
                   PlxDocument     *document)
{
  PlxReadingBatchRun *run = self->run;
  PlxReadingRow *row;

  if (!g_hash_table_add (run->digests, plx_document_dup_digest (document)))
    {
      self->n_same++;
      return FALSE;
    }

  if (run->progress == NULL)
    return TRUE;

  row = g_new0 (PlxReadingRow, 1);
  row->title = g_strdup (plx_document_get_title (document));
  row->outlet = g_strdup (document->fields[PLX_FIELD_OUTLET]);
  g_ptr_array_add (run->now.articles, row);
  run->now.n_articles++;
  tell (run);

  return TRUE;
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
  plx_reading_batch_give_held (self, document);
  self->n_documents++;
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
  const PlxWalkFile *file = self->run != NULL ? self->run->file : NULL;
  PlxReadingFailure *failure;
  gboolean named = file != NULL && file->folder == NULL && strstr (name, " › ") == NULL;

  /* Who names a folder or an archive does not ask about each picture in it. */
  if (file != NULL && !named && plx_walk_no_text (name) &&
      g_error_matches (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_TEXT))
    {
      self->n_others++;
      g_error_free (error);
      return;
    }

  failure = g_new0 (PlxReadingFailure, 1);
  failure->name = g_strdup (name);
  failure->folder = file != NULL ? g_strdup (file->folder) : NULL;
  failure->error = error;

  self->n_failures++;
  g_ptr_array_add (self->failures, failure);
}

/**
 * plx_reading_batch_settle:
 * @self: a batch
 *
 * Tells the batch that nobody will change the articles in it any more. Who wants them while they
 * are read gets them, and of those that are alike one is left. A reader that adds very many
 * articles calls this now and then; for a file or a part of one it is done at its end.
 */
void
plx_reading_batch_settle (PlxReadingBatch *self)
{
  if (self->taker != NULL)
    {
      for (guint i = 0; i < self->documents->len; i++)
        self->taker (self, self->documents->pdata[i], NULL, self->taker_data);
      for (guint i = 0; i < self->failures->len; i++)
        self->taker (self, NULL, self->failures->pdata[i], self->taker_data);
      g_ptr_array_set_size (self->documents, 0);
      g_ptr_array_set_size (self->failures, 0);
    }
  else if (self->run != NULL)
    {
      while (self->n_settled < self->documents->len)
        {
          if (take_into_account (self, self->documents->pdata[self->n_settled]))
            self->n_settled++;
          else
            g_ptr_array_remove_index (self->documents, self->n_settled);
        }
    }
}

/**
 * plx_reading_batch_watch:
 * @self: a batch
 * @stream: (nullable): the content of the file that is read into it from now on
 *
 * Lets the batch see how far a large file is read.
 */
void
plx_reading_batch_watch (PlxReadingBatch *self,
                         GInputStream    *stream)
{
  if (self->run != NULL)
    self->run->stream = stream;
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

/**
 * plx_reading_batch_get_file:
 * @self: a batch
 *
 * Returns: (transfer none) (nullable): the file that plx_reading_batch_read_files() reads now
 */
GFile *
plx_reading_batch_get_file (PlxReadingBatch *self)
{
  return self->run != NULL && self->run->file != NULL ? self->run->file->file : NULL;
}

static void
found_cb (guint    n_files,
          gpointer user_data)
{
  PlxReadingBatchRun *run = user_data;

  run->now.n_found = n_files;
  tell (run);
}

static double
cost_of (const PlxWalkFile *file)
{
  return file->size < 0 ? UNKNOWN_COST : (double) file->size + FILE_COST;
}

static void
read_walked (PlxReadingBatch         *self,
             PlxReadingBatchRun      *run,
             const PlxWalkFile       *file,
             const PlxReadingOptions *options,
             GCancellable            *cancellable)
{
  g_autofree char *base = g_file_get_basename (file->file);

  run->file = file;
  g_free (run->now.name);
  run->now.name = base != NULL ? g_filename_display_name (base) : NULL;
  tell (run);

  plx_reading_batch_read_file (self, file->file, options, cancellable);

  run->file = NULL;
  run->now.n_done++;
  run->paid += cost_of (file);
}

/**
 * plx_reading_batch_read_files:
 * @self: a batch
 * @files: (element-type GFile): files and folders; all files in a folder are read, but for the
 *   hidden ones, links, and what belongs to a saved page
 * @options: (nullable): what the user chose
 * @progress: (nullable): told how far it has come, on the thread that calls this
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 *
 * Reads files one after another, on the thread that calls it. A file that can't be read is told
 * among the failures, and the others go on. An article that comes twice is kept once, and what
 * the articles of one outlet have in common is cut.
 */
void
plx_reading_batch_read_files (PlxReadingBatch         *self,
                              GPtrArray               *files,
                              const PlxReadingOptions *options,
                              PlxReadingProgressFunc   progress,
                              gpointer                 progress_data,
                              GCancellable            *cancellable)
{
  PlxReadingBatchRun run = { .progress = progress, .progress_data = progress_data };
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) walked = NULL;

  g_return_if_fail (self->run == NULL);

  run.digests = digests;
  run.now.articles = articles;
  run.now.looking = TRUE;
  walked = plx_walk (files, self, found_cb, &run, cancellable);

  run.now.looking = FALSE;
  run.now.n_found = walked->len;
  for (guint i = 0; i < walked->len; i++)
    run.cost += cost_of (walked->pdata[i]);

  plx_reading_batch_settle (self);

  self->run = &run;
  for (guint i = 0; i < walked->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_walked (self, &run, walked->pdata[i], options, cancellable);
  self->run = NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    plx_repetition_mark (self->documents);

  run.reported = 0;
  tell (&run);
  g_free (run.now.name);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  /* After the batch is delivered, or cancelled, the caller may be gone. */
  if (!g_task_get_completed (report->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    report->progress (&report->now, report->progress_data);

  return G_SOURCE_REMOVE;
}

static void
send_report (const PlxReadingProgress *now,
             gpointer                  user_data)
{
  Work *work = user_data;
  g_autoptr (GSource) source = NULL;
  Report *report = g_new0 (Report, 1);

  report->task = g_object_ref (work->task);
  report->progress = work->progress;
  report->progress_data = work->progress_data;
  report->now = *now;
  report->now.name = g_strdup (now->name);
  report->now.articles = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < now->articles->len; i++)
    {
      const PlxReadingRow *row = now->articles->pdata[i];
      PlxReadingRow *copy = g_new0 (PlxReadingRow, 1);

      copy->title = g_strdup (row->title);
      copy->outlet = g_strdup (row->outlet);
      g_ptr_array_add (report->now.articles, copy);
    }

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

  plx_reading_batch_read_files (batch, work->files, &work->options,
                                work->progress != NULL ? send_report : NULL, work, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&batch),
                           (GDestroyNotify) plx_reading_batch_free);
}

/**
 * plx_reading_read_files_async:
 * @files: (element-type GFile): files and folders
 * @options: (nullable): what the user chose
 * @progress: (nullable): told how far it has come, on the caller's context
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it at once; then nothing comes in
 * @callback: called when all have been tried
 * @user_data: for @callback
 *
 * Reads files as plx_reading_batch_read_files() does, on a thread of its own.
 */
void
plx_reading_read_files_async (GPtrArray               *files,
                              const PlxReadingOptions *options,
                              PlxReadingProgressFunc   progress,
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
  if (options != NULL)
    work->options.keep_originals = options->keep_originals;
  if (options != NULL && options->columns != NULL)
    work->options.columns = g_ptr_array_ref (options->columns);
  work->task = task;
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();

  g_task_set_source_tag (task, plx_reading_read_files_async);
  g_task_set_static_name (task, "[parallax] read files");
  g_task_set_task_data (task, work, work_free);
  /* A reader in the middle of a large page looks up when it is through; the user need not wait. */
  g_task_set_return_on_cancel (task, TRUE);
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
