/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-layout.h"

G_BEGIN_DECLS

/**
 * PlxPdfBlockKind:
 * @PLX_PDF_BODY: in the type of most of the text
 * @PLX_PDF_LARGE: in larger type
 * @PLX_PDF_STRONG: in heavy type of the text's size
 * @PLX_PDF_SMALL: in smaller type
 * @PLX_PDF_ITEM: an item of a list
 * @PLX_PDF_ROW: a row of a table
 * @PLX_PDF_NOTE: a footnote
 * @PLX_PDF_CAPTION: small type under a picture
 * @PLX_PDF_HEAD: what stands over each page
 * @PLX_PDF_FOOT: what stands under each page
 * @PLX_PDF_ASIDE: what runs in another direction than the text
 *
 * What the form of a block says about it.
 */
typedef enum
{
  PLX_PDF_BODY,
  PLX_PDF_LARGE,
  PLX_PDF_STRONG,
  PLX_PDF_SMALL,
  PLX_PDF_ITEM,
  PLX_PDF_ROW,
  PLX_PDF_NOTE,
  PLX_PDF_CAPTION,
  PLX_PDF_HEAD,
  PLX_PDF_FOOT,
  PLX_PDF_ASIDE,
} PlxPdfBlockKind;

/**
 * PlxPdfBlock:
 * @text: its text
 * @kind: what its form says
 * @page: the page where it begins
 * @size: size of its type, in points
 * @bold: whether it is in heavy type
 * @italic: whether it is in slanted type
 * @n_lines: its lines
 *
 * A paragraph, heading or other piece of a file.
 */
typedef struct
{
  GString         *text;
  PlxPdfBlockKind  kind;
  guint            page;
  float            size;
  gboolean         bold;
  gboolean         italic;
  guint            n_lines;
} PlxPdfBlock;

void       plx_pdf_block_free  (PlxPdfBlock *self);

GPtrArray *plx_pdf_blocks_find (GPtrArray   *pages,
                                GPtrArray   *lines,
                                float       *body_size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfBlock, plx_pdf_block_free)

G_END_DECLS
