/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

/**
 * PlxSayingRows:
 * @table: the table that has them, which the history watches
 * @signal: the library's, for when they may not be what they were
 * @reading: what is being attempted where they are read, for errors
 * @removing: the same where one is removed
 * @select: a query for those that bear on the story ?1, the oldest first
 * @read_row: what a row of @select says; what cannot be read says nothing
 * @write: writes one in a transaction, in the place of what it replaces; it may be changed by that
 * @copy: copies one
 * @free: frees one
 * @id_offset: where in one its number is, the row's
 *
 * How one kind of what the user says of stories is kept. All else is the same for all kinds:
 * whoever adds one adds its table to the history and one of these, in a file of its own.
 */
typedef struct
{
  const char      *table;
  const char      *signal;
  const char      *reading;
  const char      *removing;
  const char      *select;
  PlxRowFunc       read_row;
  gboolean       (*write) (PlxDb     *db,
                           gpointer   item,
                           GError   **error);
  GBoxedCopyFunc   copy;
  GDestroyNotify   free;
  glong            id_offset;
} PlxSayingRows;

/* plx-naming-rows.c, plx-correction-rows.c (notes too), plx-placement-rows.c */
extern const PlxSayingRows plx_naming_rows;
extern const PlxSayingRows plx_correction_rows;
extern const PlxSayingRows plx_note_rows;
extern const PlxSayingRows plx_placement_rows;

const PlxSayingRows *plx_saying_rows      (PlxSaying   saying);

GPtrArray           *plx_rows_list_said   (PlxDb      *db,
                                           PlxSaying   saying,
                                           gint64      story,
                                           GError    **error);
gboolean             plx_rows_say         (PlxDb      *db,
                                           PlxSaying   saying,
                                           GPtrArray  *items,
                                           GPtrArray  *take_back,
                                           GError    **error);

G_END_DECLS
