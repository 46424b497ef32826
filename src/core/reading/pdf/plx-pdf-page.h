/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between letters that belong to different words without a space between them. */
#define PLX_PDF_BREAK 0x200B

/**
 * PlxPdfGlyph:
 * @x0: left edge, in points from the page's left
 * @y0: upper edge, in points from the page's top
 * @x1: right edge
 * @y1: lower edge
 * @size: size of its type in points
 * @character: what it shows; a space, a line feed or PLX_PDF_BREAK between two words
 * @style: [flags@PdfStyle]
 *
 * A letter on a page.
 */
typedef struct
{
  float    x0;
  float    y0;
  float    x1;
  float    y1;
  float    size;
  gunichar character;
  guint8   style;
} PlxPdfGlyph;

/**
 * PlxPdfPicture:
 * @x0: left edge, in points from the page's left
 * @y0: upper edge, in points from the page's top
 * @x1: right edge
 * @y1: lower edge
 *
 * Where a picture stands.
 */
typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} PlxPdfPicture;

/**
 * PlxPdfStyle:
 * @PLX_PDF_BOLD: in heavy type
 * @PLX_PDF_ITALIC: in slanted type
 * @PLX_PDF_RTL: of a script that runs from right to left
 * @PLX_PDF_SPACE: a space follows it where the page was made
 * @PLX_PDF_RAISED: a small mark over the line, such as a footnote's number
 * @PLX_PDF_MARGIN: it belongs to the page and not to the text: a running head, a page number
 *
 * What is to be known of a word apart from its letters and place.
 */
typedef enum
{
  PLX_PDF_BOLD = 1 << 0,
  PLX_PDF_ITALIC = 1 << 1,
  PLX_PDF_RTL = 1 << 2,
  PLX_PDF_SPACE = 1 << 3,
  PLX_PDF_RAISED = 1 << 4,
  PLX_PDF_MARGIN = 1 << 5,
} PlxPdfStyle;

/**
 * PlxPdfWord:
 * @x0: left edge, in points from the page's left
 * @y0: upper edge, in points from the page's top
 * @x1: right edge
 * @y1: lower edge
 * @size: size of its type in points
 * @text: where its letters start in the page's text; they end with a NUL
 * @style: [flags@PdfStyle]
 *
 * A word on a page: what stands between two spaces.
 */
typedef struct
{
  float   x0;
  float   y0;
  float   x1;
  float   y1;
  float   size;
  guint32 text;
  guint8  style;
} PlxPdfWord;

/**
 * PlxPdfPage:
 * @number: 1 for the first
 * @width: in points
 * @height: in points
 * @words: (element-type PlxPdfWord): its words, in the order of the file, which may be any
 * @text: the letters of the words
 * @pictures: (element-type PlxPdfPicture): its pictures
 * @head: (element-type utf8): lines over the text that belong to the page: running heads
 * @foot: (element-type utf8): lines under it: page numbers
 * @aside: text that runs in another direction than the rest, such as a mark in the margin
 * @rtl: whether most of it is written from right to left
 *
 * What can be read on a page, with the places where it stands.
 */
typedef struct
{
  guint      number;
  double     width;
  double     height;
  GArray    *words;
  GString   *text;
  GArray    *pictures;
  GPtrArray *head;
  GPtrArray *foot;
  GString   *aside;
  gboolean   rtl;
} PlxPdfPage;

PlxPdfPage *plx_pdf_page_new  (guint       number,
                               double      width,
                               double      height,
                               GArray     *glyphs);
void        plx_pdf_page_free (PlxPdfPage *self);

static inline const char *
plx_pdf_page_get_text (const PlxPdfPage *self,
                       const PlxPdfWord *word)
{
  return self->text->str + word->text;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfPage, plx_pdf_page_free)

G_END_DECLS
