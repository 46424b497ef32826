/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxTable:
 * @header: names of the columns
 * @n_columns: how many there are
 * @n_rows: how many rows follow the header
 *
 * A comma-separated table that is compiled in, read once and kept for the life
 * of the program: its cells are lent for ever and by any thread.
 */
typedef struct _PlxTable PlxTable;

PlxTable           *plx_table_load       (const char *name);

guint               plx_table_get_n_rows (PlxTable   *self);
const char         *plx_table_get        (PlxTable   *self,
                                          guint       row,
                                          const char *column);
const char * const *plx_table_get_list   (PlxTable   *self,
                                          guint       row,
                                          const char *column);

G_END_DECLS
