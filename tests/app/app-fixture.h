/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

/* A library in a folder of its own, and a session on it. */
typedef struct
{
  char       *folder;
  char       *path;
  PlxLibrary *library;
  PlxSession *session;
} AppFixture;

/* As the data of a test: windows in it outlive their closing, and so does the library. */
#define APP_FIXTURE_MAY_LIVE_ON 1

void         app_fixture_set_up    (AppFixture    *self,
                                    gconstpointer  data);
void         app_fixture_tear_down (AppFixture    *self,
                                    gconstpointer  data);
void         app_fixture_reopen    (AppFixture    *self);

PlxDocument *app_fixture_document  (const char    *headline,
                                    const char    *source,
                                    const char    *text);
PlxStory    *app_fixture_add_documents (AppFixture *self,
                                        const char *title,
                                        GPtrArray  *documents);
PlxStory    *app_fixture_add_story (AppFixture    *self,
                                    const char    *title);
void         app_fixture_open      (AppFixture    *self,
                                    PlxStory      *story);
GFile       *app_fixture_write     (AppFixture    *self,
                                    const char    *name,
                                    const char    *text);
void         app_fixture_settle    (void);

PlxWindow   *app_fixture_open_window  (PlxLibrary *library);
void         app_fixture_close_window (PlxWindow  *window);
const char  *app_fixture_get_page     (PlxWindow  *window);
GtkWidget   *app_fixture_find_label   (GtkWidget  *root,
                                       const char *text);

/* Runs the main loop until the condition holds; fails when it never does. */
#define app_fixture_wait(condition) \
  G_STMT_START { \
    gint64 until_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < until_) \
      g_main_context_iteration (NULL, FALSE); \
    g_assert_true (condition); \
  } G_STMT_END

G_END_DECLS
