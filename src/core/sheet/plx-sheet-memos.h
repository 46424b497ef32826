/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSheetMemos:
 *
 * Where the lines of a content end, part by part: some bytes a line, so that who draws a page need
 * not find them again. Any thread may add to it and read it.
 */
typedef struct _PlxSheetMemos PlxSheetMemos;

PlxSheetMemos *plx_sheet_memos_new    (void);
PlxSheetMemos *plx_sheet_memos_ref    (PlxSheetMemos *self);
void           plx_sheet_memos_unref  (PlxSheetMemos *self);
void           plx_sheet_memos_add    (PlxSheetMemos *self,
                                       guint          section,
                                       guint          part,
                                       const GArray  *memo);
GArray        *plx_sheet_memos_lookup (PlxSheetMemos *self,
                                       guint          section,
                                       guint          part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetMemos, plx_sheet_memos_unref)

G_END_DECLS
