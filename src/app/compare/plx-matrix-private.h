/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix-grid.h"
#include "compare/plx-matrix.h"

G_BEGIN_DECLS

/**
 * PlxMatrix:
 *
 * The claims of a story as rows, its articles as columns: which rows there are, in which order,
 * and what can be done to them. [class@MatrixGrid] shows them.
 *
 * It is one type in three files, which share its fields: which rows there are, where in them one is
 * (plx-matrix-going.c), and its context menu (plx-matrix-popup.c).
 *
 * Signals: `arranged ()`: another analysis is shown, or it is arranged in another way.
 */
struct _PlxMatrix
{
  AdwBin              parent_instance;

  GListStore         *items;       /* PlxClaimItem: all, in the order of the analysis */
  GtkFilterListModel *filtered;    /* those that are wanted */
  GtkSortListModel   *sorted;      /* and in their order */
  GtkFilter          *filter;      /* of filtered */
  GtkSorter          *sorter;      /* of sorted */
  GSimpleActionGroup *actions;
  PlxArrangement     *arrangement; /* nullable until something is shown */
  gulong              arranged_id;
  GStrv               sources;     /* nullable until something is shown */
  GStrv               words;       /* nullable: what is searched for */
  GtkWidget          *popover;     /* nullable: the context menu that was opened last */
  GtkWidget          *pointed;     /* nullable, weak: what that was opened on */
  gboolean            narrow;
  gboolean            singles;     /* whether claims of one source are shown */
  guint               n_single;
  guint               n_differ;
  guint               current;     /* the row that a step went to, or PLX_NONE */

  PlxMatrixGrid      *grid;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search;
  GtkStack           *pages;
};

/* plx-matrix-going.c */
GArray *plx_matrix_list_focused  (PlxMatrix *self);
void    plx_matrix_restore_focus (PlxMatrix *self,
                                  GArray    *focused);

/* plx-matrix-popup.c */
void plx_matrix_install_popup (GtkWidgetClass *widget_class);

G_END_DECLS
