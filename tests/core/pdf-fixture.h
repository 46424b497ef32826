/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#define PDF_FIXTURE_WIDTH 595
#define PDF_FIXTURE_HEIGHT 842
#define PDF_FIXTURE_MARGIN 60

/**
 * PdfSheet:
 * @columns: columns of the text
 * @gutter: points between them
 * @font: the text's type, such as “DejaVu Serif 9”
 * @headline: (nullable): what stands over all columns of the first page
 * @head: (nullable): what stands over each page
 * @foot: (nullable): what stands under each page; a “%u” in it becomes the page's number
 * @indent: by how many points first lines are set in; else a blank half line parts paragraphs
 * @ragged: whether the right edge is left ragged
 * @hyphens: whether words may break
 * @bottom: points left free under the columns
 *
 * How to typeset a text.
 */
typedef struct
{
  guint       columns;
  double      gutter;
  const char *font;
  const char *headline;
  const char *head;
  const char *foot;
  double      indent;
  gboolean    ragged;
  gboolean    hyphens;
  double      bottom;
} PdfSheet;

/**
 * PdfPaper:
 *
 * A PDF file that is being written.
 */
typedef struct
{
  GByteArray      *bytes;
  cairo_surface_t *surface;
  cairo_t         *cairo;
} PdfPaper;

PdfPaper *pdf_paper_new      (void);
void      pdf_paper_write    (PdfPaper          *self,
                              double             x,
                              double             y,
                              double             width,
                              const char        *font,
                              const char        *markup);
void      pdf_paper_end_page (PdfPaper          *self);
GBytes   *pdf_paper_finish   (PdfPaper          *self);

GBytes   *pdf_typeset        (const char *const *paragraphs,
                              const PdfSheet    *sheet);

GBytes   *pdf_make_locked    (gboolean           by_user);
GBytes   *pdf_make_bomb      (guint              depth);
GBytes   *pdf_make_ideographs (void);
GBytes   *pdf_make_gap       (void);
