/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-filter-bar.h"
#include "window/plx-long-work.h"
#include "window/plx-sidebar.h"
#include "window/plx-window.h"

G_BEGIN_DECLS

/**
 * PlxWindow:
 *
 * The window: the stories at the side, the five views of the open one beside them.
 *
 * ## Actions
 *
 * - `win.view` (string) turns to a view; `win.sidebar` shows or hides the stories
 * - `win.add`, `win.add-new`, `win.add-here`, the same with `-folder` after `add`, `win.paste`
 *   and `win.sample` bring articles in, `win.open-bundle` a story with its evidence
 * - `win.undo`, `win.redo`, `win.history`, `win.search`, `win.print`
 * - `win.open-library`, `win.new-library`, `win.recent-library` (string), `win.export-library`,
 *   `win.import-library`, `win.backups`, `win.salvage`: the library as a whole
 * - `win.place` (string) shows what there is of the whole library: `articles`, `notes` or `trash`
 * - `win.tag-story` and `win.tag-one` (int64) show the tags of a story
 * - `win.rename-story`, `win.remove-story`, `win.remove-article`: of what is open
 * - `win.rename-one`, `win.remove-one` (int64): of the story with that number
 *
 * It is one type in several files. Those that share its fields are the window itself, what can be
 * asked of it (plx-window-actions.c), which page it shows (plx-window-page.c), what it shows of the
 * whole library (plx-window-places.c), what it opens by itself (plx-window-opening.c) and what it
 * tells (plx-window-telling.c).
 */
struct _PlxWindow
{
  AdwApplicationWindow    parent_instance;

  PlxLibrary             *library;  /* nullable: it could not be opened */
  PlxSession             *session;
  GSignalGroup           *story_group;
  PlxImporter            *importer; /* nullable as the library is */
  GSettings              *settings;
  gint64                  wanted_article; /* the one to be shown once it is there, or 0 */
  PlxLongWork            *importing; /* nullable: what is imported takes its time */
  PlxNote                *wanted_note; /* nullable: what it is on is shown once it is there */
  const char             *place;    /* nullable: what of the whole library is shown */
  gboolean                quiet;    /* what was asked for at the start is not announced */
  gboolean                tracing;
  AdwToast               *toast;    /* nullable, weak: of the last change */

  AdwToastOverlay        *toasts;
  AdwNavigationSplitView *split;
  GtkWidget              *sidebar_button; /* there is room for the stories where it is visible */
  PlxSidebar             *sidebar;
  GtkWidget              *story_button; /* its menu is about the story that is shown */
  AdwWindowTitle         *start_title;
  GtkRevealer            *drop_hint;
  PlxFilterBar           *filter_bar;
  GtkStack               *body;
  AdwViewStack           *stack;
  AdwBanner              *library_banner;
  AdwStatusPage          *error_page;
  GtkWidget              *salvage_button;
  GtkWidget              *sheet_view;
};

/* plx-window-actions.c */
void plx_window_install_actions (GtkWidgetClass *widget_class);

/* plx-window-opening.c */
void plx_window_open_story          (PlxWindow *self,
                                     PlxStory  *story);
void plx_window_show_wanted_article (PlxWindow *self);

/* plx-window-page.c */
void plx_window_update_title (PlxWindow *self);
void plx_window_update_page  (PlxWindow *self);

/* plx-window-places.c */
void plx_window_install_places   (GtkWidgetClass *widget_class);
void plx_window_bind_places      (GtkWidgetClass *widget_class);
void plx_window_set_place        (PlxWindow      *self,
                                  const char     *place);
void plx_window_show_wanted_note (PlxWindow      *self);
void plx_window_open_loose       (PlxWindow      *self,
                                  gint64          article);
const char *plx_window_get_place_title (PlxWindow *self);

/* plx-window-telling.c */
void plx_window_dismiss_toast (PlxWindow *self);

G_END_DECLS
