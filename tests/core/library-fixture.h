/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

/* What the tests of the library share: every call, waited for. Labels, titles and documents are
 * made so that one tells them apart. */

char        *fixture_dup_path      (const char   *name);
PlxLibrary  *fixture_open          (const char   *path);
PlxDocument *fixture_document      (const char   *source,
                                    const char   *headline,
                                    const char   *published,
                                    const char   *body);
GPtrArray   *fixture_documents     (guint         first,
                                    guint         n);

void         fixture_keep_cb       (GObject      *source,
                                    GAsyncResult *result,
                                    gpointer      user_data);
GAsyncResult *fixture_wait         (GAsyncResult **result);

PlxStory    *fixture_add           (PlxLibrary   *library,
                                    PlxStory     *story,
                                    const char   *title,
                                    GPtrArray    *documents,
                                    GError      **error);
gboolean     fixture_load          (PlxLibrary   *library,
                                    PlxStory     *story,
                                    GError      **error);
gboolean     fixture_undo          (PlxLibrary   *library,
                                    GError      **error);
gboolean     fixture_redo          (PlxLibrary   *library,
                                    GError      **error);
gboolean     fixture_finish        (PlxLibrary   *library,
                                    GAsyncResult **result,
                                    GError      **error);
GPtrArray   *fixture_search        (PlxLibrary   *library,
                                    const char   *words,
                                    GError      **error);
PlxArticle  *fixture_dup_article   (PlxStory     *story,
                                    guint         place);
guint        fixture_n_stories     (PlxLibrary   *library);
void         fixture_exec          (const char   *path,
                                    const char   *sql);
void         fixture_check_file    (const char   *path);

G_END_DECLS
