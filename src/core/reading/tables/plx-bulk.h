/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "reading/tables/plx-columns.h"

G_BEGIN_DECLS

/**
 * PlxBulkTable:
 * @format: `csv`, `tsv`, `json` or `jsonl`
 * @has_header: whether the names of the columns stand in the file
 * @columns: the columns, and what they seem to hold
 * @rows: (element-type GStrv): the values of the first few rows, one for each column; long ones
 *   are cut
 * @n_rows: how many rows there are, or -1 where the file is too large to count them at once
 *
 * What a file with a table of articles shows of itself before it is read.
 */
typedef struct
{
  char       *format;
  gboolean    has_header;
  PlxColumns *columns;
  GPtrArray  *rows;
  gint64      n_rows;
} PlxBulkTable;

PlxBulkTable *plx_bulk_inspect_file  (GFile         *file,
                                      GCancellable  *cancellable,
                                      GError       **error);
PlxBulkTable *plx_bulk_inspect_bytes (GBytes        *bytes);
void          plx_bulk_table_free    (PlxBulkTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBulkTable, plx_bulk_table_free)

G_END_DECLS
