/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/pdf/plx-pdf-page.h"

G_BEGIN_DECLS

/**
 * PlxPdfBand:
 * @y0: upper edge, in points
 * @y1: lower edge
 * @first: its first word, in the region's words
 * @last: the word after its last
 *
 * A strip of a region, from its left to its right, with an empty strip over and under it. Where
 * two columns are not on one grid, it may hold many lines.
 */
typedef struct
{
  float y0;
  float y1;
  guint first;
  guint last;
} PlxPdfBand;

/**
 * PlxPdfGutter:
 * @x0: left edge, in points
 * @x1: right edge
 * @first: the first band through which it runs
 * @last: the last
 * @table: whether it stands between the cells of a table, and not between columns
 *
 * An empty strip from one band to another, with text on either side.
 */
typedef struct
{
  float    x0;
  float    x1;
  guint    first;
  guint    last;
  gboolean table;
} PlxPdfGutter;

GArray   *plx_pdf_bands_find   (GPtrArray    *words);
gboolean  plx_pdf_gutters_find (GPtrArray    *words,
                                const char   *text,
                                GArray       *bands,
                                guint64      *budget,
                                PlxPdfGutter *best);

G_END_DECLS
