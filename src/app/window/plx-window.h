/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-importer.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_WINDOW (plx_window_get_type ())

G_DECLARE_FINAL_TYPE (PlxWindow, plx_window, PLX, WINDOW, AdwApplicationWindow)

PlxWindow   *plx_window_new          (GtkApplication *application,
                                      PlxLibrary     *library);

PlxSession  *plx_window_get_session  (PlxWindow      *self);
PlxImporter *plx_window_get_importer (PlxWindow      *self);
PlxStory    *plx_window_get_shown_story (PlxWindow   *self);
const char  *plx_window_get_view     (PlxWindow      *self);
void         plx_window_set_view     (PlxWindow      *self,
                                      const char     *view);
void         plx_window_restore      (PlxWindow      *self);
void         plx_window_open_files   (PlxWindow      *self,
                                      GPtrArray      *files);
void         plx_window_remember_files (GPtrArray    *files);
void         plx_window_open_sample  (PlxWindow      *self);
void         plx_window_open_found   (PlxWindow      *self,
                                      gint64          story_id,
                                      gint64          article_id);
void         plx_window_search       (PlxWindow      *self,
                                      const char     *words);
void         plx_window_show_error   (PlxWindow      *self,
                                      const GError   *error);
void         plx_window_say          (PlxWindow      *self,
                                      const char     *text);
void         plx_window_say_with_undo (PlxWindow     *self,
                                       const char    *text);
void         plx_window_say_toast    (PlxWindow      *self,
                                      AdwToast       *toast);
void         plx_window_add_toast    (PlxWindow      *self,
                                      AdwToast       *toast);

G_END_DECLS
