/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "library/plx-library-trash.h"

G_BEGIN_DECLS

gboolean   plx_rows_trash_story     (PlxDb         *db,
                                     gint64         story,
                                     GError       **error);
gboolean   plx_rows_trash_article   (PlxDb         *db,
                                     gint64         article,
                                     GError       **error);
gboolean   plx_rows_leave           (PlxDb         *db,
                                     gint64         story,
                                     gint64         article,
                                     gboolean      *trashed,
                                     GError       **error);
gboolean   plx_rows_restore_story   (PlxDb         *db,
                                     gint64         story,
                                     GError       **error);
gboolean   plx_rows_restore_article (PlxDb         *db,
                                     gint64         article,
                                     GError       **error);
gboolean   plx_rows_restore_found   (PlxDb         *db,
                                     gint64         article,
                                     guint         *n_restored,
                                     GError       **error);
GPtrArray *plx_rows_list_trash      (PlxDb         *db,
                                     GError       **error);

/* plx-trash-purge.c */
PlxPurge  *plx_rows_weigh_purge     (PlxDb         *db,
                                     GArray        *stories,
                                     GArray        *articles,
                                     GError       **error);
gboolean   plx_rows_purge           (PlxDb         *db,
                                     GArray        *stories,
                                     GArray        *articles,
                                     GError       **error);

G_END_DECLS
