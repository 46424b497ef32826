/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-bar.h"
#include "graph/plx-graph-canvas.h"
#include "graph/plx-graph-find.h"
#include "graph/plx-graph-inspector.h"
#include "graph/plx-graph-legend.h"
#include "graph/plx-graph-saving.h"
#include "graph/plx-graph-table.h"
#include "graph/plx-graph-view.h"

G_BEGIN_DECLS

/* The view is one type in four files, which share its fields: what it shows and hears, how graphs
 * are made for it (plx-graph-view-making.c), what can be done in it (plx-graph-view-actions.c), and
 * where its nodes are kept (plx-graph-view-places.c). */

typedef enum
{
  PLX_GRAPH_SIZE_MENTIONS,
  PLX_GRAPH_SIZE_TIES,
  PLX_GRAPH_SIZE_BETWEENNESS,
  PLX_GRAPH_SIZE_PAGERANK,
} PlxGraphSize;

struct _PlxGraphView
{
  AdwBin               parent_instance;

  PlxSession          *session;     /* nullable while the window is being built */
  PlxAnalysis         *analysis;    /* nullable: of which @graph is */
  PlxGraph            *graph;       /* nullable */
  PlxPassages         *shown;       /* nullable: with @graph, what it was counted in */
  PlxGraphDifference  *difference;  /* nullable where nothing is compared */
  PlxAnalysis         *pending;     /* nullable: of which one is being made */
  PlxPassages         *passages;    /* nullable: with @pending, those of all articles */
  guint8              *sides;       /* nullable: with @pending, which are compared */
  GCancellable        *cancellable; /* nullable: with @pending */
  guint                slow_source; /* tells after a while that there is one being made */
  PlxGraphSize         size;
  gboolean             groups;
  gboolean             stale;       /* whether what is shown is to be made anew */
  gboolean             table_stale; /* whether the table is to be filled once it is seen */
  gboolean             choosing;    /* whether the table has selected, and need not be told */
  gboolean             opened;      /* whether the details came by themselves */

  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  AdwStatusPage       *no_names;
  AdwMultiLayoutView  *layouts;
  AdwOverlaySplitView *split;
  PlxGraphCanvas      *canvas;
  PlxGraphInspector   *inspector;
  PlxGraphLegend      *legend;
  PlxGraphTable       *table;
  PlxGraphBar         *bar;
  GtkMenuButton       *find_button;
  PlxGraphFind        *find;
  GtkWidget           *zoom;
  GtkWidget           *menu;        /* a popover of ours */
};

void    plx_graph_view_make            (PlxGraphView   *self);
void    plx_graph_view_cancel          (PlxGraphView   *self);
void    plx_graph_view_forget          (PlxGraphView   *self);
void    plx_graph_view_stop            (PlxGraphView   *self);

void    plx_graph_view_draw            (PlxGraphView   *self);
void    plx_graph_view_tell            (PlxGraphView   *self);
void    plx_graph_view_fill_table      (PlxGraphView   *self);

void    plx_graph_view_install_actions (GtkWidgetClass *widget_class);
void    plx_graph_view_update_actions  (PlxGraphView   *self);
void    plx_graph_view_follow_keys     (PlxGraphView   *self);
PlxGraphSaving *plx_graph_view_create_saving (PlxGraphView *self);

GArray *plx_graph_view_dup_places      (PlxGraphView   *self);
void    plx_graph_view_apply_places    (PlxGraphView   *self);
void    plx_graph_view_keep_places     (PlxGraphView   *self,
                                        gboolean        pinned);
void    plx_graph_view_keep_hidden     (PlxGraphView   *self,
                                        gboolean        hidden);

G_END_DECLS
