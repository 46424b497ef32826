/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/tables/plx-bulk.h"
#include "reading/plx-reading.h"

G_BEGIN_DECLS

/**
 * PlxTables:
 * @table: how the first of them begins
 * @name: the name of that file, for people
 * @n_files: how many files have just these columns
 *
 * Tables of the same columns, about which the user is asked once.
 */
typedef struct
{
  PlxBulkTable *table;
  char         *name;
  guint         n_files;
} PlxTables;

void         plx_tables_find_async  (GPtrArray            *files,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GPtrArray   *plx_tables_find_finish (GAsyncResult         *result,
                                     GError              **error);

PlxDocument *plx_tables_preview     (const PlxTables      *self,
                                     PlxColumns           *columns,
                                     guint                 row);

G_END_DECLS
