/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet.h"

typedef struct
{
  PlxAnalysis     *analysis;
  PlxPassages     *passages;
  PlxFilter       *filter;
  PlxSheetOptions  options;
  char            *title;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  plx_analysis_unref (order->analysis);
  plx_passages_unref (order->passages);
  plx_filter_unref (order->filter);
  g_free (order->title);
  g_clear_pointer (&order->options.notes, g_ptr_array_unref);
  g_free (order);
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (PlxGraph) graph = NULL;
  const PlxGraphOptions readable = { .threshold = PLX_GRAPH_READABLE };
  g_autoptr (PlxSheet) sheet = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (order->options.graph)
    {
      graph = plx_graph_new (order->analysis, order->passages, &readable);
      plx_graph_lay_out (graph, NULL, order->analysis, NULL, NULL, cancellable);
    }

  sheet = plx_sheet_new (order->analysis, order->passages, order->filter, graph,
                         &order->options);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&sheet), g_object_unref);
}

/**
 * plx_sheet_make_async:
 * @analysis: what was found in the story
 * @passages: what of it is shown
 * @filter: the filter that @passages come from
 * @options: what is printed and how; copied
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Lays out a sheet with its graph, by sentence, off the main thread.
 */
void
plx_sheet_make_async (PlxAnalysis           *analysis,
                      PlxPassages           *passages,
                      PlxFilter             *filter,
                      const PlxSheetOptions *options,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->analysis = plx_analysis_ref (analysis);
  order->passages = plx_passages_ref (passages);
  order->filter = plx_filter_ref (filter);
  order->title = g_strdup (options->title);
  order->options = *options;
  order->options.title = order->title;
  if (options->notes != NULL)
    g_ptr_array_ref (options->notes);

  g_task_set_source_tag (task, plx_sheet_make_async);
  g_task_set_static_name (task, "[parallax] make sheet");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * plx_sheet_make_finish:
 * @result: what the callback was given
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Returns: (transfer full) (nullable): the sheet, or `NULL` where it was cancelled
 */
PlxSheet *
plx_sheet_make_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plx_sheet_save:
 * @self: a sheet
 * @file: where to; what was there is replaced once all is written
 * @cancellable: (nullable): gives up, and leaves the file as it was
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Writes the sheet as PDF to a file. This blocks.
 *
 * Returns: whether it was written
 */
gboolean
plx_sheet_save (PlxSheet      *self,
                GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE,
                                                         G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);
  g_autoptr (GCancellable) away = NULL;

  if (stream == NULL)
    return FALSE;

  if (plx_sheet_write_pdf (self, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* Closed under a cancelled cancellable, the stream lets its temporary file go and leaves the
   * old one alone. */
  away = g_cancellable_new ();
  g_cancellable_cancel (away);
  g_output_stream_close (G_OUTPUT_STREAM (stream), away, NULL);

  return FALSE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (plx_sheet_save (source_object, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * plx_sheet_save_async:
 * @self: a sheet
 * @file: where to
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes the sheet as PDF to a file, off the main thread; see [method@Sheet.save].
 */
void
plx_sheet_save_async (PlxSheet            *self,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_SHEET (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_sheet_save_async);
  g_task_set_static_name (task, "[parallax] save sheet");
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
plx_sheet_save_finish (PlxSheet      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
