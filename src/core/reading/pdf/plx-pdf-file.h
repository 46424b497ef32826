/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-page.h"
#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxPdfFile:
 * @pages: (element-type PlxPdfPage): its pages
 * @title: (nullable): what it says its title is
 * @author: (nullable): who it says wrote it
 * @created: (nullable): when it says it was made, in ISO 8601
 * @n_missing: how many of its pages are damaged
 *
 * What a PDF file holds, as far as it can be read.
 */
typedef struct
{
  GPtrArray *pages;
  char      *title;
  char      *author;
  char      *created;
  guint      n_missing;
} PlxPdfFile;

PlxPdfFile *plx_pdf_file_load (const PlxSource  *source,
                               GError          **error);
void        plx_pdf_file_free (PlxPdfFile       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfFile, plx_pdf_file_free)

G_END_DECLS
