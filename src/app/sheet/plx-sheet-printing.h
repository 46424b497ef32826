/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet-job.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

void              plx_sheet_print_async   (PlxSheetPages        *sheet,
                                           const char           *title,
                                           guint                 current,
                                           GtkPrintSettings     *settings,
                                           GtkWindow            *parent,
                                           PlxSheetJob          *job,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GtkPrintSettings *plx_sheet_print_finish  (GAsyncResult         *result,
                                           GError              **error);
GError           *plx_sheet_print_explain (GError               *error);

G_END_DECLS
