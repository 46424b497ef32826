/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet.h"

G_BEGIN_DECLS

typedef void (*PlxSheetFailed) (GtkWidget    *widget,
                                const GError *error);
typedef void (*PlxSheetSaved)  (GtkWidget    *widget,
                                GFile        *file);

void plx_sheet_printing_print (PlxSheet       *sheet,
                               const char     *title,
                               GtkWidget      *widget,
                               PlxSheetFailed  failed);
void plx_sheet_printing_save  (PlxSheet       *sheet,
                               const char     *title,
                               GtkWidget      *widget,
                               PlxSheetSaved   saved,
                               PlxSheetFailed  failed);

G_END_DECLS
