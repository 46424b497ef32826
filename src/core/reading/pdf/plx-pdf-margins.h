/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-page.h"

G_BEGIN_DECLS

/**
 * PlxPdfPrint:
 * @address: (nullable): the web page's address
 * @title: (nullable): its title
 *
 * What a browser writes at the edges of a web page that it prints.
 */
typedef struct
{
  char *address;
  char *title;
} PlxPdfPrint;

void plx_pdf_print_clear  (PlxPdfPrint *self);

void plx_pdf_margins_take (GPtrArray   *pages,
                           PlxPdfPrint *print);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxPdfPrint, plx_pdf_print_clear)

G_END_DECLS
