/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "sheet/plx-sheet-content.h"

G_BEGIN_DECLS

/**
 * PlxSheetPageLink:
 * @x: its left edge, in points from the left of the paper
 * @y: its upper edge, in points from the top of the paper
 * @width: its width
 * @height: its height
 * @target: an address, or `#` and an id
 *
 * A part of a page that leads somewhere.
 */
typedef struct
{
  double  x;
  double  y;
  double  width;
  double  height;
  char   *target;
} PlxSheetPageLink;

#define PLX_TYPE_SHEET_PAGES (plx_sheet_pages_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetPages, plx_sheet_pages, PLX, SHEET_PAGES, GObject)

PlxSheetPages *plx_sheet_pages_new         (PlxSheetContent      *content,
                                            PlxSheetProgress      progress,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GError              **error);
void           plx_sheet_pages_make_async  (PlxSheetContent      *content,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
PlxSheetPages *plx_sheet_pages_make_finish (GAsyncResult         *result,
                                            GError              **error);

PlxSheetContent *
               plx_sheet_pages_get_content (PlxSheetPages        *self);
guint          plx_sheet_pages_get_n_pages (PlxSheetPages        *self);
gboolean       plx_sheet_pages_is_complete (PlxSheetPages        *self);
void           plx_sheet_pages_get_size    (PlxSheetPages        *self,
                                            double               *width,
                                            double               *height);
void           plx_sheet_pages_draw        (PlxSheetPages        *self,
                                            guint                 page,
                                            cairo_t              *cr);
char          *plx_sheet_pages_dup_text    (PlxSheetPages        *self,
                                            guint                 page);
GArray        *plx_sheet_pages_list_links  (PlxSheetPages        *self,
                                            guint                 page);
gboolean       plx_sheet_pages_find        (PlxSheetPages        *self,
                                            const char           *id,
                                            guint                *page,
                                            double               *y);
char          *plx_sheet_pages_dup_warning (PlxSheetPages        *self);

gboolean       plx_sheet_pages_write_pdf   (PlxSheetPages        *self,
                                            GOutputStream        *stream,
                                            PlxSheetProgress      progress,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GError              **error);
/* Writes something into a stream; see plx_sheet_save_with(). */
typedef gboolean (*PlxSheetFill) (GOutputStream  *stream,
                                  gpointer        data,
                                  GCancellable   *cancellable,
                                  GError        **error);

gboolean       plx_sheet_save_with         (GFile                *file,
                                            PlxSheetFill          fill,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GError              **error);
gboolean       plx_sheet_pages_save        (PlxSheetPages        *self,
                                            GFile                *file,
                                            PlxSheetProgress      progress,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GError              **error);
void           plx_sheet_pages_save_async  (PlxSheetPages        *self,
                                            GFile                *file,
                                            PlxSheetProgress      progress,
                                            gpointer              data,
                                            GDestroyNotify        destroy,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean       plx_sheet_pages_save_finish (PlxSheetPages        *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
