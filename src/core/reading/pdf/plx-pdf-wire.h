/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the program that knows PDF files writes to the one that asked it: first PLX_PDF_WIRE_START,
 * then pieces, each a tag and what belongs to it. Numbers are as the machine has them; a text is
 * its length and its bytes.
 */

#define PLX_PDF_WIRE_START 0x504C5833u

/* The file that it reads is its standard input, which can be mapped. */
#define PLX_PDF_WIRE_INPUT 0

/* An export of a few hundred articles has fewer pages, and an article far fewer letters. */
#define PLX_PDF_MAX_PAGES 5000
#define PLX_PDF_MAX_GLYPHS (16 * 1024 * 1024)
#define PLX_PDF_MAX_PICTURES 200

/**
 * PlxPdfWireTag:
 * @PLX_PDF_WIRE_TITLE: the file's title; a text
 * @PLX_PDF_WIRE_AUTHOR: its author; a text
 * @PLX_PDF_WIRE_CREATED: when it was made; a text
 * @PLX_PDF_WIRE_PAGE: a page: a [struct@PdfWirePage], so many [struct@PdfGlyph] and
 *   so many [struct@PdfPicture]
 * @PLX_PDF_WIRE_FAILED: a [error@ReadingError] as a number; nothing follows
 * @PLX_PDF_WIRE_MISSING: how many pages could not be read
 * @PLX_PDF_WIRE_END: that was all
 *
 * What kind of piece follows.
 */
typedef enum
{
  PLX_PDF_WIRE_TITLE = 1,
  PLX_PDF_WIRE_AUTHOR,
  PLX_PDF_WIRE_CREATED,
  PLX_PDF_WIRE_PAGE,
  PLX_PDF_WIRE_FAILED,
  PLX_PDF_WIRE_MISSING,
  PLX_PDF_WIRE_END,
} PlxPdfWireTag;

/**
 * PlxPdfWirePage:
 * @width: in points
 * @height: in points
 * @number: 1 for the first
 * @n_glyphs: how many letters follow
 * @n_pictures: how many pictures
 *
 * A page, on its way from one program to the other.
 */
typedef struct
{
  double  width;
  double  height;
  guint32 number;
  guint32 n_glyphs;
  guint32 n_pictures;
} PlxPdfWirePage;

G_END_DECLS
