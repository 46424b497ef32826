/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pages.h"

/**
 * plx_sheet_save_with:
 * @file: where to; what was there is replaced once all is written
 * @fill: (scope call): writes all of it
 * @data: for @fill
 * @cancellable: (nullable): gives up, and leaves the file as it was
 * @error: return location for an error of @fill, or of the `G_IO_ERROR` domain
 *
 * Writes a file as a whole or not at all. This blocks.
 *
 * Returns: whether it was written; where not, nothing of it is left
 */
gboolean
plx_sheet_save_with (GFile         *file,
                     PlxSheetFill   fill,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gboolean is_new = !g_file_query_exists (file, cancellable);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE,
                                                         G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);
  g_autoptr (GCancellable) away = NULL;

  if (stream == NULL)
    return FALSE;

  if (fill (G_OUTPUT_STREAM (stream), data, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;

  /* Closed under a cancelled cancellable, the stream lets its temporary file go and leaves the
   * old one alone. Where there was none, it has written to the file itself. */
  away = g_cancellable_new ();
  g_cancellable_cancel (away);
  g_output_stream_close (G_OUTPUT_STREAM (stream), away, NULL);
  if (is_new)
    g_file_delete (file, NULL, NULL);

  return FALSE;
}

/* What is written of pages, and who is told of it. */
typedef struct
{
  PlxSheetPages    *pages;
  PlxSheetProgress  progress; /* nullable */
  gpointer          data;
} Writing;

static gboolean
fill_with_pages (GOutputStream  *stream,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  const Writing *writing = data;

  return plx_sheet_pages_write_pdf (writing->pages, stream, writing->progress, writing->data,
                                    cancellable, error);
}

/**
 * plx_sheet_pages_save:
 * @self: pages
 * @file: where to; what was there is replaced once all is written
 * @progress: (nullable) (scope call): told of each page that is written
 * @data: for @progress
 * @cancellable: (nullable): gives up, and leaves the file as it was
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Writes the sheet as PDF to a file. This blocks.
 *
 * Returns: whether it was written; where not, nothing of it is left
 */
gboolean
plx_sheet_pages_save (PlxSheetPages     *self,
                      GFile             *file,
                      PlxSheetProgress   progress,
                      gpointer           data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  Writing writing = { self, progress, data };

  return plx_sheet_save_with (file, fill_with_pages, &writing, cancellable, error);
}

typedef struct
{
  GFile            *file;
  PlxSheetProgress  progress; /* nullable */
  gpointer          data;
  GDestroyNotify    destroy;  /* nullable */
  GMainContext     *context;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->file);
  if (order->destroy != NULL)
    order->destroy (order->data);
  g_main_context_unref (order->context);
  g_free (order);
}

/* News of progress, on its way to the caller's context. */
typedef struct
{
  GTask *task;
  guint  done;
  guint  all;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->task);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  const News *news = data;
  const Order *order = g_task_get_task_data (news->task);

  /* What comes after the end is no news. */
  if (!g_task_get_completed (news->task))
    order->progress (news->done, news->all, order->data);

  return G_SOURCE_REMOVE;
}

static void
pass_on (guint    done,
         guint    all,
         gpointer data)
{
  GTask *task = data;
  const Order *order = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  News *news;

  if (order->progress == NULL)
    return;

  news = g_new (News, 1);
  *news = (News) { g_object_ref (task), done, all };
  source = g_idle_source_new ();
  g_source_set_static_name (source, "[parallax] sheet progress");
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_attach (source, order->context);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;

  if (plx_sheet_pages_save (source_object, order->file, pass_on, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * plx_sheet_pages_save_async:
 * @self: pages
 * @file: where to
 * @progress: (nullable) (scope notified) (closure data) (destroy destroy): told of the pages that
 *   are written, on the caller's main context
 * @data: for @progress
 * @destroy: (nullable): lets @data go
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes the sheet as PDF to a file, off the main thread; see [method@SheetPages.save].
 */
void
plx_sheet_pages_save_async (PlxSheetPages       *self,
                            GFile               *file,
                            PlxSheetProgress     progress,
                            gpointer             data,
                            GDestroyNotify       destroy,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (PLX_IS_SHEET_PAGES (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  order = g_new0 (Order, 1);
  *order = (Order) { g_object_ref (file), progress, data, destroy,
                     g_main_context_ref (g_task_get_context (task)) };
  g_task_set_source_tag (task, plx_sheet_pages_save_async);
  g_task_set_static_name (task, "[parallax] save sheet");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
plx_sheet_pages_save_finish (PlxSheetPages  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
