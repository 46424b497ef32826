/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-difference.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "graph/plx-graph-scopes.h"

/* How often “more” may be wrong, among all of which it is said. */
#define LEVEL 0.05

/* A side that has something more has half as much of it again: log2 (1.5). */
#define LEAST_LOG_RATIO 0.5849625007211562

G_DEFINE_BOXED_TYPE (PlxGraphDifference, plx_graph_difference, plx_graph_difference_ref,
                     plx_graph_difference_unref)

G_DEFINE_ENUM_TYPE (PlxGraphContrastKind, plx_graph_contrast_kind,
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_HERE, "here"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_THERE, "there"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_STRONGER, "stronger"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_WEAKER, "weaker"),
                    G_DEFINE_ENUM_VALUE (PLX_GRAPH_CONTRAST_NONE, "none"))

/**
 * plx_graph_contrast_words:
 * @kind: how something stands in two sets of articles
 *
 * Returns: that in words, translated
 */
const char *
plx_graph_contrast_words (PlxGraphContrastKind kind)
{
  switch (kind)
    {
    case PLX_GRAPH_CONTRAST_HERE:
      return _("Only here");

    case PLX_GRAPH_CONTRAST_THERE:
      return _("Only there");

    case PLX_GRAPH_CONTRAST_STRONGER:
      return _("Stronger here");

    case PLX_GRAPH_CONTRAST_WEAKER:
      return _("Stronger there");

    case PLX_GRAPH_CONTRAST_NONE:
      return _("In neither");

    case PLX_GRAPH_CONTRAST_BOTH:
    default:
      return _("In both");
    }
}

/**
 * plx_graph_sides_new_by_day:
 * @analysis: an analysis
 * @day: a day
 * @n_undated: (out) (optional): how many articles have no day, and so are on neither side
 *
 * Parts the articles into those that were published before a day and those of the day and later.
 *
 * Returns: (transfer full): the [enum@GraphSide] of each article
 */
guint8 *
plx_graph_sides_new_by_day (PlxAnalysis *analysis,
                            PlxDay       day,
                            guint       *n_undated)
{
  const guint n = plx_analysis_get_n_articles (analysis);
  guint8 *sides = g_new0 (guint8, n + 1);
  guint undated = 0;

  for (guint i = 0; i < n; i++)
    {
      /* Not the day that the others of its story lend it: that would be a guess. */
      const PlxDay published = plx_document_get_day (plx_analysis_get_document (analysis, i));

      if (published == 0)
        undated++;
      else
        sides[i] = published < day ? PLX_GRAPH_SIDE_HERE : PLX_GRAPH_SIDE_THERE;
    }

  if (n_undated != NULL)
    *n_undated = undated;

  return sides;
}

/* The passages of @passages that stand in articles of one side; of any that is compared where
 * @wanted is PLX_GRAPH_SIDE_NONE. */
static PlxPassages *
restrict_passages (PlxAnalysis  *analysis,
                   PlxPassages  *passages,
                   const guint8 *sides,
                   PlxGraphSide  wanted)
{
  PlxPassages *restricted = plx_passages_new (analysis, FALSE);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);

      if (sides[i] == PLX_GRAPH_SIDE_NONE ||
          (wanted != PLX_GRAPH_SIDE_NONE && sides[i] != wanted))
        continue;

      for (guint j = 0; j < annotation->sentences->len; j++)
        if (plx_passages_is_shown (passages, (PlxSentenceRef) { i, j }))
          plx_passages_set_shown (restricted, (PlxSentenceRef) { i, j }, TRUE);
    }

  return restricted;
}

/**
 * plx_graph_sides_dup_passages:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @sides: (array): the [enum@GraphSide] of each article
 *
 * Gives the passages of which both sides' graph is made.
 *
 * Returns: (transfer full): those of @passages that stand in an article of either side
 */
PlxPassages *
plx_graph_sides_dup_passages (PlxAnalysis  *analysis,
                              PlxPassages  *passages,
                              const guint8 *sides)
{
  return restrict_passages (analysis, passages, sides, PLX_GRAPH_SIDE_NONE);
}

static void
pass_over_cb (const PlxScopeSpan *span,
              gpointer            user_data)
{
}

static void
count_sides (PlxGraphDifference *self,
             PlxAnalysis        *analysis,
             PlxPassages        *passages,
             const guint8       *sides)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    self->n_articles[sides[i]]++;

  for (PlxGraphSide side = PLX_GRAPH_SIDE_HERE; side <= PLX_GRAPH_SIDE_THERE; side++)
    {
      g_autoptr (PlxPassages) restricted = restrict_passages (analysis, passages, sides, side);

      self->n_scopes[side] = plx_graph_scopes_each (analysis, restricted,
                                                    self->graph->options.scope, pass_over_cb,
                                                    NULL);
    }
}

/* Half a scope more for each side keeps the ratio finite; swapping the sides turns its sign. */
static double
log_ratio (guint here,
           guint n_here,
           guint there,
           guint n_there)
{
  return log2 ((here + 0.5) / (n_here + 1.0)) - log2 ((there + 0.5) / (n_there + 1.0));
}

/* Takes the sources of a node or an edge, and gives what can be said of it by itself. */
static PlxGraphContrast
contrast (const PlxGraphDifference *self,
          GArray                   *sources,
          const guint8             *sides)
{
  const guint n_here = self->n_scopes[PLX_GRAPH_SIDE_HERE];
  const guint n_there = self->n_scopes[PLX_GRAPH_SIDE_THERE];
  guint found[PLX_GRAPH_N_SIDES] = { 0 };
  PlxGraphContrast made = { PLX_GRAPH_CONTRAST_BOTH, 0, 0, 0, 1, 1 };
  double least;

  for (guint i = 0; i < sources->len; i++)
    {
      const PlxGraphSource *source = &g_array_index (sources, PlxGraphSource, i);

      found[sides[source->article]] += source->weight;
    }
  g_array_unref (sources);

  made.here = MIN (found[PLX_GRAPH_SIDE_HERE], n_here);
  made.there = MIN (found[PLX_GRAPH_SIDE_THERE], n_there);
  if (made.here + made.there == 0)
    {
      made.kind = PLX_GRAPH_CONTRAST_NONE;
      return made;
    }

  made.log_ratio = log_ratio (made.here, n_here, made.there, n_there);
  made.p = plx_graph_contrast_chance (made.here, n_here, made.there, n_there, &least);
  if (made.there == 0)
    made.kind = PLX_GRAPH_CONTRAST_HERE;
  else if (made.here == 0)
    made.kind = PLX_GRAPH_CONTRAST_THERE;

  /* Until all are known: whether it can tell anything at all. */
  made.q = least <= LEVEL ? 0 : 1;

  return made;
}

static int
compare_chances (gconstpointer a,
                 gconstpointer b)
{
  const PlxGraphContrast *x = *(const PlxGraphContrast * const *) a;
  const PlxGraphContrast *y = *(const PlxGraphContrast * const *) b;

  return (x->p > y->p) - (x->p < y->p);
}

/* Benjamini and Hochberg's step-up, from the least sure to the surest. */
static void
adjust (GArray *contrasts)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  double q = 1;

  for (guint i = 0; i < contrasts->len; i++)
    if (g_array_index (contrasts, PlxGraphContrast, i).q < 1)
      g_ptr_array_add (told, &g_array_index (contrasts, PlxGraphContrast, i));

  g_ptr_array_sort (told, compare_chances);

  for (guint i = told->len; i > 0; i--)
    {
      PlxGraphContrast *each = g_ptr_array_index (told, i - 1);

      q = MIN (q, each->p * told->len / i);
      each->q = q;
    }
}

static void
settle_kinds (GArray *contrasts)
{
  adjust (contrasts);

  for (guint i = 0; i < contrasts->len; i++)
    {
      PlxGraphContrast *each = &g_array_index (contrasts, PlxGraphContrast, i);

      if (each->kind == PLX_GRAPH_CONTRAST_BOTH && each->q <= LEVEL &&
          fabs (each->log_ratio) >= LEAST_LOG_RATIO)
        each->kind = each->log_ratio > 0 ? PLX_GRAPH_CONTRAST_STRONGER
                                         : PLX_GRAPH_CONTRAST_WEAKER;
    }
}

/**
 * plx_graph_difference_new:
 * @graph: the graph on which both sides are drawn: that of plx_graph_sides_dup_passages(), or one
 *   of more articles
 * @analysis: the analysis of which it is
 * @passages: which of its sentences are shown
 * @sides: (array): the [enum@GraphSide] of each article of the analysis
 *
 * Tells what of a graph is only here, only there, in both, stronger or weaker.
 *
 * It takes as long as there are places where two are together. The threshold of the graph hides
 * what is weak in both sides together; what it shows is counted in full on each.
 *
 * Returns: (transfer full): the difference
 */
PlxGraphDifference *
plx_graph_difference_new (PlxGraph     *graph,
                          PlxAnalysis  *analysis,
                          PlxPassages  *passages,
                          const guint8 *sides)
{
  PlxGraphDifference *self = g_atomic_rc_box_new0 (PlxGraphDifference);

  self->graph = plx_graph_ref (graph);
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (PlxGraphContrast), graph->nodes->len);
  self->edges = g_array_sized_new (FALSE, FALSE, sizeof (PlxGraphContrast), graph->edges->len);
  count_sides (self, analysis, passages, sides);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      PlxGraphContrast made = contrast (self, plx_graph_dup_node_sources (graph, i), sides);

      g_array_append_val (self->nodes, made);
    }

  for (guint i = 0; i < graph->edges->len; i++)
    {
      PlxGraphContrast made = contrast (self, plx_graph_dup_edge_sources (graph, i), sides);

      g_array_append_val (self->edges, made);
    }

  settle_kinds (self->nodes);
  settle_kinds (self->edges);

  return self;
}

typedef struct
{
  PlxGraph    *graph;
  PlxAnalysis *analysis;
  PlxPassages *passages;
  guint8      *sides;
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  plx_graph_unref (self->graph);
  plx_analysis_unref (self->analysis);
  plx_passages_unref (self->passages);
  g_free (self->sides);
  g_free (self);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (PlxGraphDifference) difference = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  difference = plx_graph_difference_new (order->graph, order->analysis, order->passages,
                                         order->sides);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&difference),
                           (GDestroyNotify) plx_graph_difference_unref);
}

/**
 * plx_graph_difference_new_async:
 * @graph: see [ctor@GraphDifference.new]
 * @analysis: the analysis of which it is
 * @passages: which of its sentences are shown
 * @sides: (array): the [enum@GraphSide] of each article of the analysis; copied
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Compares two sides of a graph off the main thread: with tens of thousands of ties that takes
 * longer than a frame.
 */
void
plx_graph_difference_new_async (PlxGraph            *graph,
                                PlxAnalysis         *analysis,
                                PlxPassages         *passages,
                                const guint8        *sides,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->graph = plx_graph_ref (graph);
  order->analysis = plx_analysis_ref (analysis);
  order->passages = plx_passages_ref (passages);
  order->sides = g_memdup2 (sides, plx_analysis_get_n_articles (analysis));
  g_task_set_source_tag (task, plx_graph_difference_new_async);
  g_task_set_static_name (task, "[parallax] compare two sides of a graph");
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * plx_graph_difference_new_finish:
 * @result: what the callback was given
 * @error: return location for an error; only `G_IO_ERROR_CANCELLED` occurs
 *
 * Returns: (transfer full) (nullable): the difference, or `NULL` where it was cancelled
 */
PlxGraphDifference *
plx_graph_difference_new_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, plx_graph_difference_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

PlxGraphDifference *
plx_graph_difference_ref (PlxGraphDifference *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
difference_clear (gpointer data)
{
  PlxGraphDifference *self = data;

  plx_graph_unref (self->graph);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
}

void
plx_graph_difference_unref (PlxGraphDifference *self)
{
  g_atomic_rc_box_release_full (self, difference_clear);
}

/**
 * plx_graph_difference_count:
 * @self: a difference
 * @edges: whether edges are counted, and not nodes
 * @kind: how they stand
 *
 * Returns: how many stand so
 */
guint
plx_graph_difference_count (PlxGraphDifference   *self,
                            gboolean              edges,
                            PlxGraphContrastKind  kind)
{
  GArray *contrasts = edges ? self->edges : self->nodes;
  guint n = 0;

  for (guint i = 0; i < contrasts->len; i++)
    n += g_array_index (contrasts, PlxGraphContrast, i).kind == kind;

  return n;
}
