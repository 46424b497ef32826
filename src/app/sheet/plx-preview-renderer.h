/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

#define PLX_TYPE_PREVIEW_RENDERER (plx_preview_renderer_get_type ())

G_DECLARE_FINAL_TYPE (PlxPreviewRenderer, plx_preview_renderer, PLX, PREVIEW_RENDERER, GObject)

PlxPreviewRenderer *plx_preview_renderer_new (void);

void        plx_preview_renderer_set_sheet (PlxPreviewRenderer  *self,
                                            PlxSheetPages       *sheet);
void        plx_preview_renderer_refresh   (PlxPreviewRenderer  *self);
void        plx_preview_renderer_want      (PlxPreviewRenderer  *self,
                                            guint                first,
                                            guint                end,
                                            int                  width);
GdkTexture *plx_preview_renderer_get       (PlxPreviewRenderer  *self,
                                            guint                page,
                                            const char         **text);
gboolean    plx_preview_renderer_is_idle   (PlxPreviewRenderer  *self);

G_END_DECLS
