/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_PAGE (plx_sheet_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetPage, plx_sheet_page, PLX, SHEET_PAGE, GtkWidget)

GtkWidget *plx_sheet_page_new         (guint         page);
guint      plx_sheet_page_get_page    (PlxSheetPage *self);
void       plx_sheet_page_set_n_pages (PlxSheetPage *self,
                                       guint         n_pages);
void       plx_sheet_page_set_picture (PlxSheetPage *self,
                                       GdkTexture   *texture,
                                       const char   *text);
void       plx_sheet_page_set_links   (PlxSheetPage *self,
                                       GArray       *links,
                                       double        width);
gboolean   plx_sheet_page_has_links   (PlxSheetPage *self);
const char *plx_sheet_page_find_link  (PlxSheetPage *self,
                                       double        x,
                                       double        y);
const char *plx_sheet_page_get_link   (PlxSheetPage *self);
void       plx_sheet_page_tell_link   (PlxSheetPage *self,
                                       const char   *words);
const char *plx_sheet_page_move_link  (PlxSheetPage *self,
                                       int           direction);

G_END_DECLS
