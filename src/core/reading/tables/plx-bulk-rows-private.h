/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/tables/plx-bulk-rows.h"
#include "reading/tables/plx-delimited.h"
#include "reading/tables/plx-json-records.h"

G_BEGIN_DECLS

/* What plx-bulk-rows.c, which gives out rows whatever the form of the file, shares with the files
 * of the two forms. */

/**
 * PlxBulkAhead:
 * @step: what came of looking for a row
 * @row: (nullable): the row
 * @error: (nullable): why there is none
 *
 * A row that was read to see what the columns hold.
 */
typedef struct
{
  PlxBulkStep  step;
  PlxBulkRow  *row;
  GError      *error;
} PlxBulkAhead;

/**
 * PlxBulkRows:
 * @source: where they come from
 * @format: how they are written
 * @has_header: whether the names of the columns stand in the file
 * @single: whether it is one object that is an article, not a table
 * @sampling: whether the rows at the start are being read, which show what columns there are
 * @names: the names of the columns
 * @index: where in @names a name is
 * @ahead: (element-type PlxBulkAhead): rows read already
 * @next_ahead: the first of them that was not given out
 * @sample: (element-type GStrv): the values of those rows
 * @delimited: (nullable): reads rows of cells
 * @json: (nullable): reads records in JSON; one of the two is there
 *
 * The rows of a table, whatever the form of the file. Only one is in memory at a time, beside those
 * at the start that show what the columns hold.
 */
struct _PlxBulkRows
{
  const PlxSource *source;
  const char      *format;
  gboolean         has_header;
  gboolean         single;
  gboolean         sampling;
  GPtrArray       *names;
  GHashTable      *index;
  GPtrArray       *ahead;
  guint            next_ahead;
  GPtrArray       *sample;
  PlxDelimited    *delimited;
  PlxJsonRecords  *json;
};

/* plx-bulk-rows.c */
PlxBulkAhead *plx_bulk_ahead_new        (PlxBulkStep        step,
                                         PlxBulkRow        *row,
                                         GError            *error);
void          plx_bulk_rows_set_damaged (PlxBulkRows       *self,
                                         const PlxBulkRow  *row,
                                         PlxReadingError    code,
                                         const char        *why,
                                         GError           **error);
void          plx_bulk_rows_add_name    (PlxBulkRows       *self,
                                         const char        *name);
void          plx_bulk_rows_read_ahead  (PlxBulkRows       *self);
void          plx_bulk_rows_make_sample (PlxBulkRows       *self);
void          plx_bulk_rows_forget      (PlxBulkRows       *self);

/* plx-bulk-rows-cells.c */
gboolean    plx_bulk_rows_open_cells (PlxBulkRows   *self,
                                      GInputStream  *stream,
                                      PlxDialect    *dialect,
                                      GError       **error);
PlxBulkStep plx_bulk_rows_next_cells (PlxBulkRows   *self,
                                      PlxBulkRow   **row,
                                      GError       **error);

/* plx-bulk-rows-records.c */
gboolean    plx_bulk_rows_open_json   (PlxBulkRows   *self,
                                       GInputStream  *stream,
                                       GError       **error);
PlxBulkStep plx_bulk_rows_next_record (PlxBulkRows   *self,
                                       PlxBulkRow   **row,
                                       GError       **error);

G_END_DECLS
