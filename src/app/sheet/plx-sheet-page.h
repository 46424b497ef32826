/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_PAGE (plx_sheet_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetPage, plx_sheet_page, PLX, SHEET_PAGE, GtkWidget)

GtkWidget *plx_sheet_page_new       (PlxSheet     *sheet,
                                     guint         page);
void       plx_sheet_page_set_sheet (PlxSheetPage *self,
                                     PlxSheet     *sheet);
void       plx_sheet_page_set_near  (PlxSheetPage *self,
                                     gboolean      near);

G_END_DECLS
