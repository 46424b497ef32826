/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-desk.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

/* For those who count pages and those who write all of them. */

PlxSheetPages *plx_sheet_pages_begin         (PlxSheetContent      *content,
                                              GMainContext         *context);
void           plx_sheet_pages_add_page      (PlxSheetPages        *self,
                                              const PlxSheetCursor *start);
void           plx_sheet_pages_add_place     (PlxSheetPages        *self,
                                              const PlxSheetPlace  *place);
void           plx_sheet_pages_end           (PlxSheetPages        *self,
                                              gboolean              is_complete,
                                              GHashTable           *missing);
PlxSheetDesk  *plx_sheet_pages_create_desk   (PlxSheetPages        *self);
gboolean       plx_sheet_pages_wait          (PlxSheetPages        *self);
gboolean       plx_sheet_pages_get_leaf      (PlxSheetPages        *self,
                                              guint                 page,
                                              PlxSheetLeaf         *leaf);
void           plx_sheet_pages_foreach_place (PlxSheetPages        *self,
                                              PlxSheetBreakerPlace  func,
                                              gpointer              data);

G_END_DECLS
