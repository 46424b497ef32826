/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxSalvagedTable:
 * @name: a table of the library
 * @n_saved: how many of its rows are in the new library
 * @n_lost: how many rows are known to have been there and are not
 * @n_gaps: in how many places nothing could be read, so that nobody knows what was there
 */
typedef struct
{
  char *name;
  guint n_saved;
  guint n_lost;
  guint n_gaps;
} PlxSalvagedTable;

/**
 * PlxSalvage:
 * @tables: (element-type PlxSalvagedTable): what became of each table
 * @has_history: whether what was done before can still be undone
 *
 * What was saved of a damaged library.
 */
typedef struct
{
  GPtrArray *tables;
  gboolean   has_history;
} PlxSalvage;

PlxSalvage *plx_salvage_make       (const char        *from,
                                    const char        *to,
                                    GCancellable      *cancellable,
                                    GError           **error);
PlxSalvage *plx_salvage_in_place   (const char        *library,
                                    GDateTime         *now,
                                    char             **damaged,
                                    GCancellable      *cancellable,
                                    GError           **error);
void        plx_salvage_free       (PlxSalvage        *self);
gboolean    plx_salvage_is_whole   (const PlxSalvage  *self);
char       *plx_salvage_describe   (const PlxSalvage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSalvage, plx_salvage_free)

G_END_DECLS
