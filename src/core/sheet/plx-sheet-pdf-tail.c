/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pdf-tail.h"

struct _PlxSheetPdfTail
{
  GString *end;
  guint64  size;
};

PlxSheetPdfTail *
plx_sheet_pdf_tail_new (void)
{
  PlxSheetPdfTail *self = g_new0 (PlxSheetPdfTail, 1);

  self->end = g_string_new (NULL);

  return self;
}

void
plx_sheet_pdf_tail_free (PlxSheetPdfTail *self)
{
  g_string_free (self->end, TRUE);
  g_free (self);
}

void
plx_sheet_pdf_tail_add (PlxSheetPdfTail *self,
                        gconstpointer    data,
                        gsize            length)
{
  self->size += length;
}

char *
plx_sheet_pdf_tail_finish (PlxSheetPdfTail *self,
                           const char      *language,
                           gboolean         is_rtl)
{
  return NULL;
}
