/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-history.h"

G_BEGIN_DECLS

/* What plx-history.c, which records changes, shares with plx-history-step.c, which takes them back
 * and makes them again. */

gboolean  plx_history_is_watched    (const char          *table);
GStrv     plx_history_list_columns  (PlxDb               *db,
                                     const char          *table,
                                     GError             **error);
char     *plx_history_dup_image_sql (const char * const  *columns,
                                     const char          *row);
gboolean  plx_history_exec          (PlxDb               *db,
                                     const char          *sql,
                                     gint64               id,
                                     GError             **error);

G_END_DECLS
