/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSheetPdfTail:
 *
 * Adds to a PDF what Cairo cannot say: its language, and that its title is to be shown.
 *
 * A PDF may be changed by what is appended to it. So the end of what Cairo writes is kept, and the
 * catalog that stands there is written once more, with what it lacks.
 */
typedef struct _PlxSheetPdfTail PlxSheetPdfTail;

PlxSheetPdfTail *plx_sheet_pdf_tail_new    (void);
void             plx_sheet_pdf_tail_free   (PlxSheetPdfTail *self);
void             plx_sheet_pdf_tail_add    (PlxSheetPdfTail *self,
                                            gconstpointer    data,
                                            gsize            length);
char            *plx_sheet_pdf_tail_finish (PlxSheetPdfTail *self,
                                            const char      *language,
                                            gboolean         is_rtl);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetPdfTail, plx_sheet_pdf_tail_free)

G_END_DECLS
