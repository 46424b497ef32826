/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-view"

#include "config.h"

#include "graph/plx-graph-view-private.h"

#include <glib/gi18n.h>

/* After this one wants to know that it works, and how to stop it. */
#define SLOW_MS 700

/* How graphs come into the view: they are made and compared by workers, are seen to settle, and
 * take the place of the one before once they are whole. */

/* Tells the screen reader what the picture is about before it goes from name to name. */
static void
describe_canvas (PlxGraphView *self)
{
  guint n_nodes = self->graph->nodes->len;
  guint n_edges = self->graph->edges->len;
  g_autofree char *names = g_strdup_printf (ngettext ("%u name", "%u names", n_nodes), n_nodes);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_edges), n_edges);
  /* Translators: “19 names” and “31 ties” */
  g_autofree char *text = g_strdup_printf (_("%s, %s. Arrow keys go from name to name, Tab goes "
                                             "around the ties of one, Enter shows the sentences"),
                                           names, ties);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Whether the filter is to blame, one has to know. */
static void
describe_nothing (PlxGraphView *self)
{
  PlxPassages *passages = plx_session_get_passages (self->session);

  adw_status_page_set_description
    (self->no_names, passages != NULL && passages->n_shown < passages->n_all
                   ? _("The filter hides every passage that mentions a name.")
                   : _("No article of this story mentions anybody by name."));
}

static void
show_graph (PlxGraphView *self)
{
  plx_graph_canvas_set_graph (self->canvas, self->analysis, self->graph);
  plx_graph_view_draw (self);
  plx_graph_view_apply_places (self);
  plx_graph_find_set_graph (self->find, self->analysis, self->graph);
  describe_canvas (self);
  self->table_stale = TRUE;
  plx_graph_view_fill_table (self);
  describe_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, self->graph->nodes->len > 0 ||
                                    self->graph->n_hidden_nodes > 0 ? "graph" : "none");
}

static void
set_working (PlxGraphView *self,
             gboolean      working)
{
  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (self->bar != NULL)
    g_object_set (self->bar, "working", working, NULL);
}

static gboolean
slow_cb (gpointer data)
{
  PlxGraphView *self = data;

  self->slow_source = 0;
  set_working (self, TRUE);

  return G_SOURCE_REMOVE;
}

/* Whether one can go back to what is shown: it is the same story through the same filter. */
static gboolean
can_stop (PlxGraphView *self)
{
  return self->graph != NULL && self->difference == NULL && self->sides == NULL &&
         self->analysis == self->pending && self->shown == self->passages;
}

/* What was asked for is there: it takes the place of what was shown. */
static void
take (PlxGraphView       *self,
      PlxGraph           *graph,
      PlxGraphDifference *difference)
{
  g_clear_object (&self->cancellable);
  set_working (self, FALSE);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->difference, plx_graph_difference_unref);
  self->graph = plx_graph_ref (graph);
  self->analysis = g_steal_pointer (&self->pending);
  g_clear_pointer (&self->shown, plx_passages_unref);
  self->shown = plx_passages_ref (self->passages);
  self->difference = difference != NULL ? plx_graph_difference_ref (difference) : NULL;
  show_graph (self);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxGraphDifference) difference = plx_graph_difference_new_finish (result, &error);

  if (difference == NULL || self->session == NULL || self->pending == NULL)
    return;

  take (self, difference->graph, difference);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxGraph) graph = plx_graph_make_finish (result, &error);

  /* Whoever cancelled has asked for another graph, or for none. */
  if (graph == NULL || self->session == NULL || self->pending == NULL)
    return;

  if (self->sides != NULL)
    plx_graph_difference_new_async (graph, self->pending, self->passages, self->sides,
                                    self->cancellable, compared_cb, g_object_ref (self));
  else
    take (self, graph, NULL);
}

/* Called in the thread of the window, with what the worker has by now. */
static void
settle_cb (PlxGraph            *graph,
           const PlxGraphPoint *places,
           guint                n_places,
           gpointer             user_data)
{
  g_autoptr (PlxGraphView) self = g_weak_ref_get (user_data);

  if (self == NULL || self->pending == NULL || n_places == 0)
    return;

  plx_graph_canvas_settle (self->canvas, self->pending, graph, places, n_places);
  gtk_stack_set_visible_child_name (self->stack, "graph");
}

/* The worker may be the last to let go of it. */
static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Gives up what is being made. */
void
plx_graph_view_cancel (PlxGraphView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_working (self, FALSE);
  g_clear_pointer (&self->pending, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sides, g_free);
}

/* Gives up what is being made, and shows what was shown before. */
void
plx_graph_view_stop (PlxGraphView *self)
{
  if (self->pending == NULL || !can_stop (self))
    return;

  plx_graph_view_cancel (self);
  plx_graph_bar_go_back (self->bar, self->graph);
  show_graph (self);
}

/* Shows nothing any more. */
void
plx_graph_view_forget (PlxGraphView *self)
{
  plx_graph_canvas_set_graph (self->canvas, NULL, NULL);
  plx_graph_inspector_clear (self->inspector);
  plx_graph_table_show (self->table, NULL, NULL);
  plx_graph_find_set_graph (self->find, NULL, NULL);
  g_clear_pointer (&self->difference, plx_graph_difference_unref);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->shown, plx_passages_unref);
}

static void
start (PlxGraphView *self,
       PlxAnalysis  *analysis,
       PlxPassages  *passages)
{
  g_autoptr (PlxPassages) compared = NULL;
  g_autoptr (GArray) places = plx_graph_view_dup_places (self);
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  PlxGraphOptions options;

  g_weak_ref_init (weak, self);
  self->cancellable = g_cancellable_new ();
  self->pending = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->sides = plx_graph_comparing_dup_sides (plx_graph_bar_get_comparing (self->bar));

  /* Two sides are drawn on one graph of both, which lies still. */
  if (self->sides != NULL)
    compared = plx_graph_sides_dup_passages (analysis, passages, self->sides);

  /* Most graphs are there before one looks for a way to stop. */
  if (can_stop (self))
    self->slow_source = g_timeout_add (SLOW_MS, slow_cb, self);

  plx_graph_bar_get_options (self->bar, &options);
  plx_graph_make_async (analysis, compared != NULL ? compared : passages, &options, places,
                        settle_cb, weak, weak_free, self->cancellable, made_cb,
                        g_object_ref (self));
}

/* Asks for the graph of what is shown now; for a view that nobody sees, once somebody does. */
void
plx_graph_view_make (PlxGraphView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);

  plx_graph_view_cancel (self);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale && analysis != NULL)
    return;

  plx_graph_comparing_set_analysis (plx_graph_bar_get_comparing (self->bar), analysis);
  if (analysis == NULL || passages == NULL)
    {
      plx_graph_view_forget (self);
      gtk_stack_set_visible_child_name (self->stack, plx_session_is_busy (self->session)
                                                     ? "busy" : "empty");
      return;
    }

  if (self->graph == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  start (self, analysis, passages);
}
