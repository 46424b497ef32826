/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "reading/tables/plx-columns.h"

G_BEGIN_DECLS

#define PLX_TYPE_COLUMN_ROW (plx_column_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnRow, plx_column_row, PLX, COLUMN_ROW, AdwPreferencesRow)

GtkWidget *plx_column_row_new       (PlxColumns   *columns,
                                     guint         index,
                                     GListModel   *uses,
                                     gboolean      remembered);
void       plx_column_row_set_value (PlxColumnRow *self,
                                     const char   *value);

GListModel *plx_column_uses_new     (void);

G_END_DECLS
