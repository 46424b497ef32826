/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-matter.h"

G_BEGIN_DECLS

const char * const *plx_sheet_tables_list   (void);
gboolean            plx_sheet_table_exists  (const char     *table);
char               *plx_sheet_table_dup_csv (PlxSheetMatter *matter,
                                             const char     *table,
                                             GCancellable   *cancellable,
                                             GError        **error);

G_END_DECLS
