/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-flow.h"

G_BEGIN_DECLS

/* What a flow is made of, for the two files that are it: plx-sheet-flow.c adds rows to it,
 * plx-sheet-pages.c breaks them into pages. */

#define PLX_NO_TABLE G_MAXUINT

/* How badly a line wants the next one on its own page. A group is torn apart where it is longer
 * than a page, a heading is never left behind. */
typedef enum
{
  PLX_KEEP_NOT,
  PLX_KEEP_GROUP,
  PLX_KEEP_ALWAYS,
} PlxFlowKeep;

/* A line of a cell. */
typedef struct
{
  PangoLayout *layout;
  int          line;
  guint        cell; /* its place in the row */
  double       x;
  double       baseline; /* from the top of the line of the flow */
} PlxFlowPiece;

/* The smallest thing that stands on one page: the lines of the cells of a row that stand side by
 * side, a rule, or a figure. */
typedef struct
{
  guint        row;
  double       space;  /* above it, unless it begins a page */
  double       height;
  PlxFlowKeep  keep;
  guint        first_piece;
  guint        n_pieces;
  double       bar;    /* where a bar stands at its side, or below 0 */
  double       rule;   /* thickness, or 0 */
  double       gray;
  PlxFlowDraw  draw;
  gpointer     data;
  char        *text;   /* nullable: what a figure shows */
  guint        table;  /* whose head is repeated where the line begins a page */
} PlxFlowLine;

typedef struct
{
  guint first;
  guint end; /* of the lines of the head */
} PlxFlowTable;

typedef struct
{
  guint  line;
  double y;
} PlxFlowPlaced;

typedef struct
{
  char  *title;
  guint  level;
  guint  line;
} PlxFlowMark;

struct _PlxFlow
{
  double     width;
  double     leading; /* between the lines of a paragraph, as a part of their height */

  GArray    *lines;   /* PlxFlowLine */
  GArray    *pieces;  /* PlxFlowPiece */
  GArray    *tables;  /* PlxFlowTable */
  GArray    *marks;   /* PlxFlowMark */
  GPtrArray *pages;   /* GArray of PlxFlowPlaced */

  GArray    *cells;   /* PlxFlowPiece: those of the row in the making; only layout and x */
  double     space;
  double     bar;
  guint      n_rows;
  guint      group;   /* where the group began, or G_MAXUINT */
  guint      table;
};

G_END_DECLS
