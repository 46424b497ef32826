/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-lines.h"
#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/* How badly a line wants the next one on its own page. A group is torn apart where it is longer
 * than a page or would leave too much of one empty, a heading is never left behind. */
typedef enum
{
  PLX_SLIP_KEEP_NOT,
  PLX_SLIP_KEEP_GROUP,
  PLX_SLIP_KEEP_ALWAYS,
} PlxSlipKeep;

/* What a row is. */
typedef enum
{
  PLX_SLIP_PARAGRAPH,
  PLX_SLIP_HEADING,
  PLX_SLIP_ITEM,
  PLX_SLIP_CELLS,
  PLX_SLIP_RULE,
  PLX_SLIP_FIGURE,
  PLX_SLIP_CAPTION,
} PlxSlipRole;

/* A text in a row, with its place in the column of the page. */
typedef struct
{
  PlxSheetBlock *block;
  double         x;
} PlxSlipPiece;

/**
 * PlxSlipRow:
 * @role: what it is
 * @level: of a heading
 * @kind: of a row of a table
 * @table: the table it stands in, by its place in the slip from 1, or 0
 * @first_piece: its texts, side by side
 * @n_pieces: how many
 * @baseline: of a line, from its top
 * @bar: where a bar stands beside it, or below 0
 * @bar_width: how thick that bar is
 * @rule: how thick a rule is
 * @gray: of the rule
 * @figure: of a figure: its place in the slip
 */
typedef struct
{
  PlxSlipRole  role;
  guint        level;
  PlxSheetRow  kind;
  guint        table;
  guint        first_piece;
  guint        n_pieces;
  double       baseline;
  double       bar;
  double       bar_width;
  double       rule;
  double       gray;
  guint        figure;
} PlxSlipRow;

/**
 * PlxSlipLine:
 * @row: the row it belongs to
 * @index: which line of the row it is
 * @space: room above it, unless it begins a page
 * @height: its own
 * @keep: whether the next line stays with it
 * @begins_page: whether it is to begin a page
 * @is_head: whether it belongs to the head of a table
 * @is_hidden: whether it stands only on top of new pages: the head of a table that goes on
 *
 * The smallest thing that stands on one page: the lines that stand side by side in a row, a rule or
 * a figure.
 */
typedef struct
{
  guint        row;
  guint        index;
  double       space;
  double       height;
  PlxSlipKeep  keep;
  gboolean     begins_page;
  gboolean     is_head;
  gboolean     is_hidden;
} PlxSlipLine;

/* A table: the lines of its head. */
typedef struct
{
  guint    first;
  guint    end;
  double   height;
  gboolean continues;
} PlxSlipTable;

/* What can be led to. A level above 3 is no heading. */
typedef struct
{
  guint  line;
  guint  level;
  char  *title; /* nullable */
  char  *id;    /* nullable */
} PlxSlipMark;

#define PLX_SLIP_NO_HEADING 4

/* A picture. */
typedef struct
{
  char           *alt;
  double          x;
  double          width;
  PlxSheetDraw    draw;
  gpointer        data;
  GDestroyNotify  destroy; /* nullable */
} PlxSlipFigure;

/**
 * PlxSlip:
 *
 * A part of a section, set in lines that wait to be broken into pages.
 */
typedef struct
{
  GArray *lines;   /* PlxSlipLine */
  GArray *rows;    /* PlxSlipRow */
  GArray *pieces;  /* PlxSlipPiece */
  GArray *tables;  /* PlxSlipTable */
  GArray *marks;   /* PlxSlipMark */
  GArray *figures; /* PlxSlipFigure */
} PlxSlip;

/* What the lines that follow each other in two slips hand on. */
typedef struct
{
  double   space;
  gboolean is_break;
} PlxSlipTail;

/**
 * PlxSlipMaker:
 *
 * The writer that sets a part of a section in lines.
 */
typedef struct
{
  PlxSheetWriter        writer;
  PlxSheetSetter       *setter;
  PlxSlip              *slip;
  double                width;      /* of the column of the page */
  double                max_figure; /* the greatest height of a figure */
  gboolean              is_measured;

  double                space;
  gboolean              begins_page;
  gboolean              is_under_head; /* whether nothing but small words follows a heading */
  gboolean              is_detail;     /* whether the last row is a detail of the one before it */
  guint                 group;      /* where the group began, or G_MAXUINT */
  guint                 table;      /* place of the open table from 1, or 0 */
  PlxSheetTable         form;
  PlxSheetColumn       *columns;    /* those of the open table */
  double               *lefts;      /* of the columns, as they are read */
  double               *widths;
  gboolean              is_in_head;
} PlxSlipMaker;

void         plx_slip_maker_init    (PlxSlipMaker   *self,
                                     PlxSheetSetter *setter,
                                     double          width,
                                     double          max_figure,
                                     gboolean        is_measured);
PlxSlip     *plx_slip_maker_finish  (PlxSlipMaker   *self,
                                     PlxSlipTail    *tail);

void         plx_slip_free          (PlxSlip        *self);
double       plx_slip_get_head      (const PlxSlip  *self,
                                     guint           line,
                                     double          room,
                                     guint          *first,
                                     guint          *end);
void         plx_slip_add_cites     (const PlxSlip  *self,
                                     guint           line,
                                     GArray         *articles);

static inline const PlxSlipLine *
plx_slip_line (const PlxSlip *self,
               guint          line)
{
  return &g_array_index (self->lines, PlxSlipLine, line);
}

static inline const PlxSlipRow *
plx_slip_row (const PlxSlip *self,
              guint          row)
{
  return &g_array_index (self->rows, PlxSlipRow, row);
}

/* plx-sheet-slip-tables.c */
void         plx_slip_begin_table   (PlxSheetWriter      *writer,
                                     const PlxSheetTable *table);
void         plx_slip_add_row       (PlxSheetWriter      *writer,
                                     PlxSheetRow          kind,
                                     PlxSheetText       **cells,
                                     guint                n_cells);
void         plx_slip_end_table     (PlxSheetWriter      *writer);
guint        plx_slip_count_columns (PlxSheetWriter      *writer,
                                     double               ems);

/* for plx-sheet-slip-tables.c */
void         plx_slip_maker_space   (PlxSlipMaker       *self,
                                     double              ems);
void         plx_slip_maker_piece   (PlxSlipMaker       *self,
                                     const PlxSheetText *text,
                                     PlxSheetFace        face,
                                     PlxSheetAlign       align,
                                     double              left,
                                     double              width);
void         plx_slip_maker_row     (PlxSlipMaker       *self,
                                     PlxSlipRow          row);
void         plx_slip_maker_rule    (PlxSlipMaker       *self,
                                     double              thickness,
                                     double              gray);
void         plx_slip_maker_keep    (PlxSlipMaker       *self);
void         plx_slip_maker_mark    (PlxSlipMaker       *self,
                                     const char         *title,
                                     guint               level,
                                     const char         *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSlip, plx_slip_free)

G_END_DECLS
