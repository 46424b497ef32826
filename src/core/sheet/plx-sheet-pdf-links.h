/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-desk.h"
#include "sheet/plx-sheet-pdf-appendix.h"

G_BEGIN_DECLS

/**
 * PlxSheetPdfLinks:
 *
 * The links of a PDF, page by page. Cairo would keep some hundred bytes of each until the end, and
 * count two objects; here it is a dozen.
 */
typedef struct _PlxSheetPdfLinks PlxSheetPdfLinks;

PlxSheetPdfLinks *plx_sheet_pdf_links_new        (const PlxSheetForm *form);
void              plx_sheet_pdf_links_free       (PlxSheetPdfLinks   *self);
void              plx_sheet_pdf_links_begin_page (PlxSheetPdfLinks   *self);
void              plx_sheet_pdf_links_add        (const char         *target,
                                                  double              x,
                                                  double              y,
                                                  double              width,
                                                  double              height,
                                                  gpointer            self);
char             *plx_sheet_pdf_links_write_page (PlxSheetPdfLinks   *self,
                                                  guint               page,
                                                  GArray             *pages,
                                                  GHashTable         *places,
                                                  PlxPdfAppendix     *appendix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetPdfLinks, plx_sheet_pdf_links_free)

G_END_DECLS
