/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include "graph/plx-graph-scopes.h"

/* A picture that settles is shown no more often than this. */
#define FRAME (G_USEC_PER_SEC / 40)

/* Whom the pictures of a graph that settles go to. They are made in the worker's thread and shown
 * in the asker's. */
typedef struct
{
  PlxGraphSettleFunc  func;
  gpointer            user_data;
  GDestroyNotify      destroy;
  GCancellable       *cancellable; /* nullable */
  GMainContext       *context;
} Watcher;

typedef struct
{
  Watcher       *watcher;
  PlxGraph      *graph;
  PlxGraphPoint *places;
} Picture;

typedef struct
{
  PlxAnalysis     *analysis;
  PlxPassages     *passages; /* nullable where @graph is there */
  PlxGraphOptions  options;
  PlxGraph        *graph;    /* nullable */
  GArray          *places;   /* nullable */
  Watcher         *watcher;  /* nullable */
  gint64           shown;
} Order;

static void
watcher_clear (gpointer data)
{
  Watcher *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_clear_object (&self->cancellable);
  g_main_context_unref (self->context);
}

static Watcher *
watcher_new (PlxGraphSettleFunc  func,
             gpointer            user_data,
             GDestroyNotify      destroy,
             GCancellable       *cancellable)
{
  Watcher *self = g_atomic_rc_box_new0 (Watcher);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

static void
picture_free (gpointer data)
{
  Picture *self = data;

  plx_graph_unref (self->graph);
  g_free (self->places);
  g_atomic_rc_box_release_full (self->watcher, watcher_clear);
  g_free (self);
}

static gboolean
show_picture_cb (gpointer user_data)
{
  Picture *self = user_data;

  if (!g_cancellable_is_cancelled (self->watcher->cancellable))
    self->watcher->func (self->graph, self->places, self->graph->nodes->len,
                         self->watcher->user_data);

  return G_SOURCE_REMOVE;
}

/* In the worker's thread. */
static void
settle (PlxGraph            *graph,
        const PlxGraphPoint *places,
        guint                n_places,
        gpointer             user_data)
{
  Order *order = user_data;
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Picture *picture;

  if (order->shown > 0 && now - order->shown < FRAME)
    return;

  order->shown = now;
  picture = g_new0 (Picture, 1);
  picture->watcher = g_atomic_rc_box_acquire (order->watcher);
  picture->graph = plx_graph_ref (order->graph);
  picture->places = g_memdup2 (places, n_places * sizeof *places);

  /* Of the same priority as the result, so that no picture comes after it. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] show settling graph");
  g_source_set_callback (source, show_picture_cb, picture, picture_free);
  g_source_attach (source, order->watcher->context);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  plx_analysis_unref (order->analysis);
  g_clear_pointer (&order->passages, plx_passages_unref);
  g_clear_pointer (&order->graph, plx_graph_unref);
  g_clear_pointer (&order->places, g_array_unref);
  if (order->watcher != NULL)
    g_atomic_rc_box_release_full (order->watcher, watcher_clear);
  g_free (order);
}

/**
 * plx_graph_copy:
 * @self: a graph
 *
 * Makes another one of the same edges and evidence, whose nodes can be put elsewhere: others may
 * see a graph at any time, so that it never changes itself.
 *
 * Returns: (transfer full): the graph
 */
PlxGraph *
plx_graph_copy (PlxGraph *self)
{
  PlxGraph *copy = g_atomic_rc_box_dup (sizeof *self, self);

  copy->nodes = g_array_copy (self->nodes);
  for (guint i = 0; i < copy->nodes->len; i++)
    g_array_ref (g_array_index (copy->nodes, PlxGraphNode, i).refs);
  g_array_ref (copy->edges);
  plx_graph_hits_ref (copy->hits);

  return copy;
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (PlxGraph) graph = NULL;

  if (order->graph == NULL)
    {
      order->graph = plx_graph_new (order->analysis, order->passages, &order->options);
      plx_graph_measure (order->graph, cancellable);
    }

  graph = plx_graph_copy (order->graph);
  plx_graph_lay_out (graph, order->places, order->analysis,
                     order->watcher != NULL ? settle : NULL, order, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&graph), (GDestroyNotify) plx_graph_unref);
}

static void
start (Order               *order,
       const GArray        *places,
       PlxGraphSettleFunc   settle_func,
       gpointer             settle_data,
       GDestroyNotify       settle_destroy,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  order->places = places != NULL ? g_array_copy ((GArray *) places) : NULL;
  if (settle_func != NULL)
    order->watcher = watcher_new (settle_func, settle_data, settle_destroy, cancellable);

  g_task_set_source_tag (task, plx_graph_make_async);
  g_task_set_static_name (task, "[parallax] make graph");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * plx_graph_make_async:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @options: (nullable): what is counted, and how
 * @places: (nullable) (element-type PlxGraphPlace): where nodes lie now, or are to stay, from
 *   which the picture starts
 * @settle: (nullable) (scope notified): is shown how the graph settles, on the caller's main
 *   context: first where it starts from, then some forty times a second at most
 * @settle_data: data for @settle
 * @settle_destroy: (nullable): frees @settle_data
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Makes a graph, measures it and lays it out, off the main thread.
 *
 * The graph that @settle is given has its nodes, edges, groups and measures; the one that comes out
 * at the end shares them, and differs in where its nodes lie.
 */
void
plx_graph_make_async (PlxAnalysis           *analysis,
                      PlxPassages           *passages,
                      const PlxGraphOptions *options,
                      const GArray          *places,
                      PlxGraphSettleFunc     settle_func,
                      gpointer               settle_data,
                      GDestroyNotify         settle_destroy,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  Order *order = g_new0 (Order, 1);

  order->analysis = plx_analysis_ref (analysis);
  order->passages = plx_passages_ref (passages);
  if (options != NULL)
    order->options = *options;

  start (order, places, settle_func, settle_data, settle_destroy, cancellable, callback, user_data);
}

/**
 * plx_graph_settle_async:
 * @self: a graph
 * @analysis: the analysis of which it is
 * @places: (nullable) (element-type PlxGraphPlace): where nodes lie now, or are to stay
 * @settle: (nullable) (scope notified): see [func@Graph.make_async]
 * @settle_data: data for @settle
 * @settle_destroy: (nullable): frees @settle_data
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Lays a graph out again, off the main thread, as when a node was dragged or set free.
 *
 * What comes out of [func@Graph.make_finish] is another graph with the same nodes and edges.
 */
void
plx_graph_settle_async (PlxGraph            *self,
                        PlxAnalysis         *analysis,
                        const GArray        *places,
                        PlxGraphSettleFunc   settle_func,
                        gpointer             settle_data,
                        GDestroyNotify       settle_destroy,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->analysis = plx_analysis_ref (analysis);
  order->graph = plx_graph_ref (self);

  start (order, places, settle_func, settle_data, settle_destroy, cancellable, callback, user_data);
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
