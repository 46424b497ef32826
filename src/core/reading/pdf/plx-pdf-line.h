/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-page.h"

G_BEGIN_DECLS

/* Stand around a raised mark within a line, until it is known whether that calls a footnote. */
#define PLX_PDF_MARK_START "\xEE\x80\x80"
#define PLX_PDF_MARK_END "\xEE\x80\x81"

/**
 * PlxPdfLine:
 * @text: its words, with a space between them
 * @x0: left edge, in points
 * @y0: upper edge
 * @x1: right edge
 * @y1: lower edge
 * @size: size of most of its type, in points
 * @first_width: width of its first word: what the line before it had no room for
 * @page: the page's number
 * @region: which part of the page it belongs to, such as a column, counted in reading order
 * @bold: whether most of it is in heavy type
 * @italic: whether most of it is in slanted type
 * @table: whether it is a row of a table
 * @rtl: whether it is read from right to left
 *
 * A line of text.
 */
typedef struct
{
  char    *text;
  float    x0;
  float    y0;
  float    x1;
  float    y1;
  float    size;
  float    first_width;
  guint    page;
  guint    region;
  gboolean bold;
  gboolean italic;
  gboolean table;
  gboolean rtl;
} PlxPdfLine;

void        plx_pdf_line_free (PlxPdfLine *self);
PlxPdfLine *plx_pdf_line_new  (PlxPdfPage *page,
                               GPtrArray  *words,
                               gboolean    table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfLine, plx_pdf_line_free)

G_END_DECLS
