/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxTable:
 *
 * A comma-separated table that is compiled in.
 *
 * What stands in it is kept for the life of the program, since names and codes
 * are lent for ever; the table itself is needed only while it is read.
 */
typedef struct _PlxTable PlxTable;

PlxTable           *plx_table_load       (const char *name);
void                plx_table_free       (PlxTable   *self);

guint               plx_table_get_n_rows (PlxTable   *self);
const char         *plx_table_get        (PlxTable   *self,
                                          guint       row,
                                          const char *column);
const char * const *plx_table_get_list   (PlxTable   *self,
                                          guint       row,
                                          const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTable, plx_table_free)

G_END_DECLS
