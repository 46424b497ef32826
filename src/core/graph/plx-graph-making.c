/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

typedef struct
{
  PlxAnalysis   *analysis;
  PlxPassages   *passages;
  PlxGraphScope  scope;
  guint          min_weight;
  PlxGraph      *previous; /* nullable */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  plx_analysis_unref (order->analysis);
  plx_passages_unref (order->passages);
  g_clear_pointer (&order->previous, plx_graph_unref);
  g_free (order);
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (PlxGraph) graph = plx_graph_new (order->analysis, order->passages, order->scope,
                                              order->min_weight);

  plx_graph_lay_out (graph, order->previous, order->analysis, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&graph), (GDestroyNotify) plx_graph_unref);
}

/**
 * plx_graph_make_async:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @scope: what counts as together
 * @min_weight: see [ctor@Graph.new]
 * @previous: (nullable): the picture shown until now, from which the new one starts
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Makes a graph and lays it out, off the main thread.
 */
void
plx_graph_make_async (PlxAnalysis         *analysis,
                      PlxPassages         *passages,
                      PlxGraphScope        scope,
                      guint                min_weight,
                      PlxGraph            *previous,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->analysis = plx_analysis_ref (analysis);
  order->passages = plx_passages_ref (passages);
  order->scope = scope;
  order->min_weight = min_weight;
  order->previous = previous != NULL ? plx_graph_ref (previous) : NULL;

  g_task_set_source_tag (task, plx_graph_make_async);
  g_task_set_static_name (task, "[parallax] make graph");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * plx_graph_make_finish:
 * @result: what the callback was given
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Returns: (transfer full) (nullable): the graph, or `NULL` where it was cancelled
 */
PlxGraph *
plx_graph_make_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
