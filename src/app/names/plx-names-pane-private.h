/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "names/plx-name-details.h"
#include "names/plx-names-pane.h"
#include "names/plx-scope-chooser.h"

G_BEGIN_DECLS

/**
 * PlxNamesPane:
 *
 * The names of the open story, to be looked through and mended.
 *
 * It is one type in two files, which share its fields: the list as a whole, and its rows with their
 * menu (plx-names-pane-rows.c).
 *
 * Properties: `order` (string: the nick of a [enum@NameOrder]), `kind` (string: the nick of a kind,
 * or `all`), `here-only` (whether only names of the article that is read are shown).
 *
 * ## Actions
 *
 * - `names.order`, `names.kind`, `names.here-only` set these; `names.show-all` shows all names
 * - `names.menu` opens the menu of what is selected
 * - `names.filter` shows only passages with the name that is selected
 * - the `name` actions, of what is selected
 */
struct _PlxNamesPane
{
  AdwBin              parent_instance;

  PlxMender          *mender; /* nullable until it is given */
  PlxAnalysis        *shown;  /* nullable; of which the items are */
  guint               article;
  guint               wanted; /* an entity to be shown once it can be seen, or PLX_NONE */
  char               *order;  /* never NULL */
  char               *kind;   /* never NULL */
  gboolean            here_only;
  gboolean            updating;
  GtkWidget          *menu;   /* nullable until it is asked for */
  int                 split;  /* where the user wants the details to begin, or 0 */

  GtkEditable        *search_entry;
  GtkLabel           *summary;
  GtkStack           *stack;
  GtkListView        *list;
  GtkMultiSelection  *selection;
  GtkCustomSorter    *sorter;
  GtkCustomFilter    *filter;
  GListModel         *items;  /* a GListStore */
  GtkPaned           *paned;
  GtkWidget          *lower;  /* a GtkStack */
  PlxNameDetails     *details;
  GtkLabel           *several;
  GtkButton          *merge;
  PlxScopeChooser    *scope;
  GMenuModel         *row_menu;
};

/* plx-names-pane-rows.c */
void plx_names_pane_install_rows (GtkWidgetClass *widget_class);

G_END_DECLS
