/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-pdf-links.h"

G_BEGIN_DECLS

/**
 * PlxSheetPdfTail:
 *
 * Adds to a PDF what Cairo cannot say, or says at too great a length: its language, that its title
 * is to be shown, in which direction it is read, what figures show, and what links lead to.
 *
 * A PDF may be changed by what is appended to it. So the end of what Cairo writes is kept, and the
 * objects that lack something are written once more behind it.
 */
typedef struct _PlxSheetPdfTail PlxSheetPdfTail;

PlxSheetPdfTail *plx_sheet_pdf_tail_new     (void);
void             plx_sheet_pdf_tail_free    (PlxSheetPdfTail     *self);
void             plx_sheet_pdf_tail_add     (PlxSheetPdfTail     *self,
                                             gconstpointer        data,
                                             gsize                length);
void             plx_sheet_pdf_tail_keep    (PlxSheetPdfTail     *self);
GString         *plx_sheet_pdf_tail_finish  (PlxSheetPdfTail     *self,
                                             const char          *language,
                                             gboolean             is_rtl,
                                             GPtrArray           *alts,
                                             PlxSheetPdfLinks    *links,
                                             GHashTable          *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetPdfTail, plx_sheet_pdf_tail_free)

G_END_DECLS
