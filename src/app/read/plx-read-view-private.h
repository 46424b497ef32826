/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "names/plx-names-pane.h"
#include "read/plx-article-inspector.h"
#include "read/plx-block-row.h"
#include "read/plx-read-view.h"
#include "read/plx-reading-place.h"
#include "read/plx-receipt.h"

G_BEGIN_DECLS

/**
 * PlxReadView:
 *
 * The view *Read*: one article as clean text, its names underlined, what was cut one click away.
 *
 * It is filled only while it can be seen.
 *
 * It is one type in two files, which share its fields: the article as a whole, and its rows with
 * what they ask for (plx-read-view-rows.c).
 *
 * ## Actions
 *
 * - `read.previous`, `read.next` turn to another article of the story
 * - `read.pane` (string) shows `details`, `names` or `receipt` beside the article; `read.names` is
 *   for the names (*Alt+N*)
 * - `read.mark` marks the words that are selected as a name (*Shift+Ctrl+N*)
 * - `read.cut`, `read.put-back`, `read.always` do what the `block` actions do to the row that has
 *   the keys (*Delete*, *Insert*, *Shift+Delete*)
 */
struct _PlxReadView
{
  AdwBin                parent_instance;

  PlxSession           *session; /* nullable while the window is being built */
  PlxAnalysis          *shown;   /* nullable; of which the rows are */
  guint                 article; /* likewise */
  guint                 wanted;  /* a sentence to be shown once the rows are there, or PLX_NONE */
  gboolean              updating;
  PlxMender            *mender;  /* nullable as the session is */
  PlxReadingPlace      *place;   /* likewise */
  GtkWidget            *popover;
  PlxBlockRow          *row;     /* nullable, weak; of the name that was pointed at */
  guint                 mention; /* that name */

  AdwOverlaySplitView  *split;
  AdwViewStack         *panes;
  PlxArticleInspector  *inspector;
  PlxNamesPane         *names;
  PlxReceipt           *receipt;
  GtkDropDown          *chooser;
  GtkLabel             *legend;
  GtkListView          *list;
  GListModel           *items;   /* a GListStore */
};

void plx_read_view_show_pane (PlxReadView *self,
                              const char  *pane);

/* plx-read-view-rows.c */
GtkWidget *plx_read_view_find_row     (PlxReadView    *self);
void       plx_read_view_install_rows (GtkWidgetClass *widget_class);

G_END_DECLS
