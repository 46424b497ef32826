/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSeparated:
 * @text: where the next row starts
 * @separator: what stands between cells
 * @line: the line on which the next row starts, from 1
 * @cells: (element-type utf8): the cells of the row that was read last
 * @row_line: the line on which that row started
 * @is_open: whether a quoted cell of it was never closed
 *
 * A reader of a comma-separated table, or one with semicolons or tabs, that knows its lines.
 */
typedef struct
{
  const char *text;
  char        separator;
  guint       line;
  GPtrArray  *cells;
  guint       row_line;
  gboolean    is_open;
} PlxSeparated;

PlxSeparated *plx_separated_new  (const char   *text);
void          plx_separated_free (PlxSeparated *self);
gboolean      plx_separated_next (PlxSeparated *self);
const char   *plx_separated_get  (PlxSeparated *self,
                                  int           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSeparated, plx_separated_free)

G_END_DECLS
