/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/tables/plx-columns.h"
#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxBulkRow:
 * @label: which row it is, for people: “row 17”
 * @values: its values, one (or an empty string) for each column of the table, a `NULL` at the end
 * @names: (nullable): the names of values for which the table has no column
 * @others: (nullable): those values
 *
 * A row of a table.
 */
typedef struct
{
  char  *label;
  GStrv  values;
  GStrv  names;
  GStrv  others;
} PlxBulkRow;

/**
 * PlxBulkStep:
 * @PLX_BULK_ROW: there is a row
 * @PLX_BULK_BAD: a row can't be read, and others may follow; it has a label and no values
 * @PLX_BULK_END: there are no more rows
 * @PLX_BULK_FAILED: nothing can be read any more
 *
 * What came of looking for the next row.
 */
typedef enum
{
  PLX_BULK_ROW,
  PLX_BULK_BAD,
  PLX_BULK_END,
  PLX_BULK_FAILED,
} PlxBulkStep;

typedef struct _PlxBulkRows PlxBulkRows;

gboolean      plx_bulk_accepts_delimited (const guint8     *data,
                                          gsize             length);
gboolean      plx_bulk_accepts_json      (const guint8     *data,
                                          gsize             length);

char         *plx_bulk_decode_sample     (const char       *data,
                                          gsize             length,
                                          const char      **charset,
                                          gsize            *out_length);

PlxBulkRows  *plx_bulk_rows_new          (const PlxSource  *source,
                                          GError          **error);
void          plx_bulk_rows_free         (PlxBulkRows      *self);
const char   *plx_bulk_rows_get_format   (PlxBulkRows      *self);
gboolean      plx_bulk_rows_has_header   (PlxBulkRows      *self);
gboolean      plx_bulk_rows_is_single    (PlxBulkRows      *self);
PlxColumns   *plx_bulk_rows_guess        (PlxBulkRows      *self);
GPtrArray    *plx_bulk_rows_get_sample   (PlxBulkRows      *self);
PlxBulkStep   plx_bulk_rows_next         (PlxBulkRows      *self,
                                          PlxBulkRow      **row,
                                          GError          **error);
PlxBulkRow   *plx_bulk_row_new           (const char       *label);
void          plx_bulk_row_free          (PlxBulkRow       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBulkRow, plx_bulk_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBulkRows, plx_bulk_rows_free)

G_END_DECLS
