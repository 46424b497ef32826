/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-preview-renderer.h"
#include "sheet/plx-sheet-preview.h"

G_BEGIN_DECLS

/* The preview is four files: plx-sheet-preview.c is the widget, plx-sheet-preview-moves.c goes to
 * a page and zooms, plx-sheet-preview-keys.c is what keys and fingers do, and
 * plx-sheet-preview-links.c follows links. */

struct _PlxSheetPreview
{
  GtkWidget            parent_instance;

  PlxSheetPages       *sheet;          /* nullable */
  GSignalGroup        *sheet_group;
  PlxPreviewRenderer  *renderer;
  PlxPreviewLayout     layout;
  gboolean             is_counted;     /* whether the layout has all pages */
  GHashTable          *children;       /* (element-type guint PlxSheetPage): those that are seen */
  GtkAdjustment       *adjustments[2]; /* nullable; by orientation */
  GtkScrollablePolicy  policies[2];
  graphene_point_t     anchor;         /* the place in what is seen that stays when sizes change */
  guint                page;
  gboolean             is_moving;      /* we scroll ourselves */
  gboolean             is_turning;     /* goes to its page once that is laid out */
  guint                notify_id;      /* source, or 0 */
};

void plx_sheet_preview_install_keys  (GtkWidgetClass  *widget_class);
void plx_sheet_preview_init_gestures (PlxSheetPreview *self);

void plx_sheet_preview_turned      (PlxSheetPreview *self,
                                    guint            page);
void plx_sheet_preview_notify_soon (PlxSheetPreview *self);

void     plx_sheet_preview_init_links  (PlxSheetPreview *self);
void     plx_sheet_preview_forget_links (PlxSheetPreview *self);
gboolean plx_sheet_preview_move_link   (PlxSheetPreview *self,
                                        int              direction);
gboolean plx_sheet_preview_follow_link (PlxSheetPreview *self);
gboolean plx_sheet_preview_follow_at   (PlxSheetPreview *self,
                                        double           x,
                                        double           y);
void     plx_sheet_preview_go_to_place (PlxSheetPreview *self,
                                        guint            page,
                                        double           y);
void     plx_sheet_preview_show        (PlxSheetPreview *self,
                                        guint            page);
void     plx_sheet_preview_scroll      (PlxSheetPreview *self,
                                        double           screens);
gboolean plx_sheet_preview_pan         (PlxSheetPreview *self,
                                        double           screens);
void     plx_sheet_preview_set_zoom_at (PlxSheetPreview *self,
                                        double           zoom,
                                        double           x,
                                        double           y);

G_END_DECLS
