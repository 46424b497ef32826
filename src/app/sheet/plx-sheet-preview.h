/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-preview-layout.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_PREVIEW (plx_sheet_preview_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetPreview, plx_sheet_preview, PLX, SHEET_PREVIEW, GtkWidget)

PlxSheetPages *plx_sheet_preview_get_sheet   (PlxSheetPreview *self);
void           plx_sheet_preview_set_sheet   (PlxSheetPreview *self,
                                              PlxSheetPages   *sheet);
gboolean       plx_sheet_preview_is_counted  (PlxSheetPreview *self);
guint          plx_sheet_preview_get_n_pages (PlxSheetPreview *self);
guint          plx_sheet_preview_get_page    (PlxSheetPreview *self);
void           plx_sheet_preview_go_to       (PlxSheetPreview *self,
                                              guint            page);
gboolean       plx_sheet_preview_follow      (PlxSheetPreview *self,
                                              const char      *target);
PlxPreviewFit  plx_sheet_preview_get_fit     (PlxSheetPreview *self);
double         plx_sheet_preview_get_zoom    (PlxSheetPreview *self);
void           plx_sheet_preview_set_fit     (PlxSheetPreview *self,
                                              PlxPreviewFit    fit);
void           plx_sheet_preview_set_zoom    (PlxSheetPreview *self,
                                              double           zoom);
void           plx_sheet_preview_zoom_by     (PlxSheetPreview *self,
                                              int              steps);
gboolean       plx_sheet_preview_is_drawn    (PlxSheetPreview *self);

G_END_DECLS
