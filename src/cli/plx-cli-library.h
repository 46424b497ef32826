/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

#include "plx-cli.h"

G_BEGIN_DECLS

/* What was asked of `library`, and the library once it is open. */
typedef struct
{
  char        *path;
  char        *title;
  gint64       story;
  gint64       article;
  int          limit;
  gboolean     json;
  char        *entity;     /* nullable */
  char        *kind;       /* nullable */
  char        *country;    /* nullable */
  gboolean     not_a_name;
  char       **words;      /* what follows the action; may be NULL */
  PlxLibrary  *library;
} PlxCliLibraryRequest;

void          plx_cli_library_keep_cb     (GObject                    *source,
                                           GAsyncResult               *result,
                                           gpointer                    user_data);
GAsyncResult *plx_cli_library_wait        (GAsyncResult              **result);
PlxCliStatus  plx_cli_library_complain    (const GError               *error);
guint         plx_cli_library_count_words (const PlxCliLibraryRequest *request);
PlxStory     *plx_cli_library_find_story  (PlxCliLibraryRequest       *request,
                                           gint64                      id);
GPtrArray    *plx_cli_library_list_said   (PlxCliLibraryRequest       *request,
                                           PlxSaying                   saying,
                                           PlxStory                   *story,
                                           GError                    **error);
PlxCliStatus  plx_cli_library_say         (PlxCliLibraryRequest       *request,
                                           PlxSaying                   saying,
                                           GPtrArray                  *items,
                                           GPtrArray                  *take_back,
                                           const char                 *label);

void          plx_cli_library_print_story (PlxStory                   *story,
                                           gboolean                    json);

/* Actions. */
PlxCliStatus  plx_cli_library_history     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_undo        (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_redo        (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_rules       (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_remember    (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_forget      (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_names       (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_treat       (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_forget_name (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_compare     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_corrections (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_correct     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_take_back   (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_notes       (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_note        (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_remove_note (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_open        (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_backup      (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_backups     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_restore     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_check       (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_salvage     (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_export      (PlxCliLibraryRequest       *request);
PlxCliStatus  plx_cli_library_import      (PlxCliLibraryRequest       *request);

G_END_DECLS
