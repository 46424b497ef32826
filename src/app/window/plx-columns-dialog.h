/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "reading/tables/plx-tables.h"

G_BEGIN_DECLS

#define PLX_TYPE_COLUMNS_DIALOG (plx_columns_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxColumnsDialog, plx_columns_dialog, PLX, COLUMNS_DIALOG, AdwDialog)

AdwDialog *plx_columns_dialog_new (GPtrArray  *tables,
                                   guint       index,
                                   PlxColumns *columns,
                                   gboolean    remembered);

G_END_DECLS
