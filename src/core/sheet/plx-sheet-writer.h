/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "sheet/plx-sheet-text.h"

G_BEGIN_DECLS

typedef struct _PlxSheetWriter PlxSheetWriter;

/**
 * PlxSheetStyle:
 * @PLX_STYLE_TEXT: what is read
 * @PLX_STYLE_SMALL: the same, smaller
 * @PLX_STYLE_LEAD: what is read first, larger
 * @PLX_STYLE_QUOTE: a sentence of an article
 * @PLX_STYLE_META: what is told beside the text: days, counts, how things were found
 * @PLX_STYLE_KICKER: a few words over a title
 * @PLX_STYLE_LABEL: what a thing is called, in bold
 * @PLX_STYLE_DETAIL: what belongs to the paragraph before it, such as a difference
 * @PLX_STYLE_NOTE: what the user has noted
 *
 * What a paragraph is, and so how it looks.
 */
typedef enum
{
  PLX_STYLE_TEXT,
  PLX_STYLE_SMALL,
  PLX_STYLE_LEAD,
  PLX_STYLE_QUOTE,
  PLX_STYLE_META,
  PLX_STYLE_KICKER,
  PLX_STYLE_LABEL,
  PLX_STYLE_DETAIL,
  PLX_STYLE_NOTE,
} PlxSheetStyle;

#define PLX_N_STYLES (PLX_STYLE_NOTE + 1)

/* On which side the lines of a cell begin; START is the left one where one reads to the right. */
typedef enum
{
  PLX_ALIGN_START,
  PLX_ALIGN_END,
  PLX_ALIGN_CENTER,
} PlxSheetAlign;

/**
 * PlxSheetColumn:
 * @width: its part of the width that columns of fixed width leave; any unit, the sum is the whole
 * @ems: (optional): where it is above 0, the width in ems of the text, and @width is not looked at
 * @align: how its cells are aligned
 * @style: what its cells are
 * @heads_rows: whether its cells say what the others of their row are about
 */
typedef struct
{
  double        width;
  double        ems;
  PlxSheetAlign align;
  PlxSheetStyle style;
  gboolean      heads_rows;
} PlxSheetColumn;

/**
 * PlxSheetTable:
 * @id: (nullable): what links lead to, as `#id`
 * @title: (nullable): what it shows, for those who hear it and as the name of a CSV file
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 * @is_ruled: whether a thin line stands between its rows
 * @continues: whether it goes on from the table that ended the part before: its rows of kind
 *   `PLX_ROW_HEAD`, which must be given again, stand only on top of a new page
 * @goes_on: whether the next part begins with a table that continues this one
 */
typedef struct
{
  const char           *id;
  const char           *title;
  const PlxSheetColumn *columns;
  guint                 n_columns;
  gboolean              is_ruled;
  gboolean              continues;
  gboolean              goes_on;
} PlxSheetTable;

/* HEAD rows come first in a table. A SPANNING row has one cell, over all columns, and is kept on a
 * page with the row after it. */
typedef enum
{
  PLX_ROW_HEAD,
  PLX_ROW_BODY,
  PLX_ROW_SPANNING,
} PlxSheetRow;

/**
 * PlxSheetCanvas:
 * @cr: where to draw, from the upper left corner of the figure
 * @context: the fonts of the sheet
 * @width: of the figure, in points
 * @height: of the figure, in points
 * @em: the size of the text of the sheet, in points
 *
 * What a figure is drawn on.
 */
typedef struct
{
  cairo_t      *cr;
  PangoContext *context;
  double        width;
  double        height;
  double        em;
} PlxSheetCanvas;

typedef void (*PlxSheetDraw) (const PlxSheetCanvas *canvas,
                              gpointer              data);

/**
 * PlxSheetFigure:
 * @id: (nullable): what links lead to, as `#id`
 * @alt: what it shows, for those who do not see it
 * @caption: (nullable): what stands under it
 * @width: its part of the width of the page, at most 1
 * @aspect: its height by its width; what is too high for a page is drawn lower
 * @draw: draws it, on any thread and any number of times, always the same
 * @data: for @draw
 * @destroy: (nullable): lets @data go; the writer calls it, once, whatever it does with the figure
 */
typedef struct
{
  const char         *id;
  const char         *alt;
  const PlxSheetText *caption;
  double              width;
  double              aspect;
  PlxSheetDraw        draw;
  gpointer            data;
  GDestroyNotify      destroy;
} PlxSheetFigure;

/**
 * PlxSheetWriterClass:
 * @begin_section: a section with parts begins; `id` is what links lead to
 * @end_section: it ends
 * @heading: level 0 is the title of the sheet, 1 a section's, 2 and 3 below it; `id` may be `NULL`
 * @paragraph: a paragraph
 * @list_item: an item of a list, such as a numbered source; `marker` hangs before it and may be
 *   `NULL`; `id` may be `NULL`
 * @begin_table: a table; rows follow
 * @row: a row of as many cells as the table has columns, or of one where it spans them; a cell may
 *   be `NULL`, which is empty
 * @end_table: ends the table
 * @figure: a picture
 * @begin_group: what follows until the end of the group stays together where it can
 * @end_group: ends the group; groups do not nest
 * @space: so many lines of empty room, unless on top of a page
 * @page_break: what follows begins a page
 * @count_columns: how many columns that are so many ems wide at least stand side by side, over the
 *   whole width
 *
 * What makes something of the content of a sheet: pages, HTML, plain text. What of it is `NULL`
 * is left out. It is told what things are and never where they go: faces, lines and room are its
 * own business.
 *
 * Texts are borrowed; who wants to keep one copies it.
 */
typedef struct
{
  void  (*begin_section) (PlxSheetWriter       *self,
                          const char           *id,
                          const char           *title);
  void  (*end_section)   (PlxSheetWriter       *self);
  void  (*heading)       (PlxSheetWriter       *self,
                          guint                 level,
                          const PlxSheetText   *text,
                          const char           *id);
  void  (*paragraph)     (PlxSheetWriter       *self,
                          PlxSheetStyle         style,
                          const PlxSheetText   *text);
  void  (*list_item)     (PlxSheetWriter       *self,
                          const char           *marker,
                          const PlxSheetText   *text,
                          const char           *id);
  void  (*begin_table)   (PlxSheetWriter       *self,
                          const PlxSheetTable  *table);
  void  (*row)           (PlxSheetWriter       *self,
                          PlxSheetRow           kind,
                          PlxSheetText        **cells,
                          guint                 n_cells);
  void  (*end_table)     (PlxSheetWriter       *self);
  void  (*figure)        (PlxSheetWriter       *self,
                          const PlxSheetFigure *figure);
  void  (*begin_group)   (PlxSheetWriter       *self);
  void  (*end_group)     (PlxSheetWriter       *self);
  void  (*space)         (PlxSheetWriter       *self,
                          double                lines);
  void  (*page_break)    (PlxSheetWriter       *self);
  guint (*count_columns) (PlxSheetWriter       *self,
                          double                ems);
} PlxSheetWriterClass;

/**
 * PlxSheetWriter:
 * @klass: what it does
 *
 * The first member of the struct of each writer.
 */
struct _PlxSheetWriter
{
  const PlxSheetWriterClass *klass;
};

void  plx_sheet_writer_begin_section (PlxSheetWriter       *self,
                                      const char           *id,
                                      const char           *title);
void  plx_sheet_writer_end_section   (PlxSheetWriter       *self);
void  plx_sheet_writer_heading       (PlxSheetWriter       *self,
                                      guint                 level,
                                      const PlxSheetText   *text,
                                      const char           *id);
void  plx_sheet_writer_head          (PlxSheetWriter       *self,
                                      guint                 level,
                                      const char           *words,
                                      const char           *id);
void  plx_sheet_writer_paragraph     (PlxSheetWriter       *self,
                                      PlxSheetStyle         style,
                                      const PlxSheetText   *text);
void  plx_sheet_writer_say           (PlxSheetWriter       *self,
                                      PlxSheetStyle         style,
                                      const char           *words);
void  plx_sheet_writer_list_item     (PlxSheetWriter       *self,
                                      const char           *marker,
                                      const PlxSheetText   *text,
                                      const char           *id);
void  plx_sheet_writer_begin_table   (PlxSheetWriter       *self,
                                      const PlxSheetTable  *table);
void  plx_sheet_writer_row           (PlxSheetWriter       *self,
                                      PlxSheetRow           kind,
                                      PlxSheetText        **cells,
                                      guint                 n_cells);
void  plx_sheet_writer_row_words     (PlxSheetWriter       *self,
                                      PlxSheetRow           kind,
                                      const char * const   *words,
                                      guint                 n_cells);
void  plx_sheet_writer_end_table     (PlxSheetWriter       *self);
void  plx_sheet_writer_figure        (PlxSheetWriter       *self,
                                      const PlxSheetFigure *figure);
void  plx_sheet_writer_begin_group   (PlxSheetWriter       *self);
void  plx_sheet_writer_end_group     (PlxSheetWriter       *self);
void  plx_sheet_writer_space         (PlxSheetWriter       *self,
                                      double                lines);
void  plx_sheet_writer_page_break    (PlxSheetWriter       *self);
guint plx_sheet_writer_count_columns (PlxSheetWriter       *self,
                                      double                ems);

G_END_DECLS
