/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sheet/plx-sheet-breaker.h"
#include "sheet/plx-sheet-content.h"
#include "sheet/plx-sheet-memos.h"

G_BEGIN_DECLS

/**
 * PlxSheetForm:
 * @width: of the paper, in points
 * @height: of the paper
 * @margin: on all sides
 * @em: the size of the text
 * @column: the width of the column of text
 * @top: where the column begins on a page after the first, from the margin
 * @room: the height of the column
 *
 * The form of the pages. The first page has no running head, but the same room.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  double em;
  double column;
  double top;
  double room;
} PlxSheetForm;

/* Where a page begins and ends; what a link leads to. */
typedef struct
{
  PlxSheetCursor start;
  PlxSheetCursor end;
  guint          page;
  guint          n_pages;   /* 0 where they are not counted yet */
  GHashTable    *places;    /* nullable; id to PlxSheetPlace, for links */
} PlxSheetLeaf;

/* Is told of a part of a page that leads somewhere: to an address, or to `#` and an id. The unit is
 * a point, the origin the paper's upper left corner. */
typedef void (*PlxSheetLinkFunc) (const char *target,
                                  double      x,
                                  double      y,
                                  double      width,
                                  double      height,
                                  gpointer    data);

/**
 * PlxSheetDesk:
 * @content: what is printed
 * @form: of the pages
 * @setter: sets the texts
 * @notes: the footnotes
 * @memos: where lines end, as far as they were counted
 * @slips: the parts that were set last, newest first
 * @is_tagged: whether the structure is written for those who hear it
 * @add_link: (nullable): is told of each link that is drawn
 * @link_data: for @add_link
 * @sect: the section that is open in that structure, from 1, or 0
 * @alts: (element-type utf8): what the figures show that were drawn into that structure
 * @title: the running title
 *
 * What drawing pages takes. It is for one thread at a time.
 */
typedef struct
{
  PlxSheetContent *content;
  PlxSheetForm     form;
  PlxSheetSetter  *setter;
  PlxSheetNotes   *notes;
  PlxSheetMemos   *memos;
  GQueue           slips;
  gboolean         is_tagged;
  PlxSheetLinkFunc add_link;
  gpointer         link_data;
  guint            sect;
  GPtrArray       *alts;
  char            *title;
} PlxSheetDesk;

/* A line with its place on a page. */
typedef struct
{
  const PlxSlip *slip;
  guint          line;
  guint          section;
  double         y;
} PlxSheetLaid;

void          plx_sheet_form_init      (PlxSheetForm         *form,
                                        const PlxSheetPlan   *plan);

PlxSheetDesk *plx_sheet_desk_new       (PlxSheetContent      *content,
                                        PlxSheetMemos        *memos);
void          plx_sheet_desk_free      (PlxSheetDesk         *self);
PlxSlip      *plx_sheet_desk_set       (PlxSheetDesk         *self,
                                        guint                 section,
                                        guint                 part,
                                        gboolean              is_measured,
                                        PlxSlipTail          *tail);
GArray       *plx_sheet_desk_lay       (PlxSheetDesk         *self,
                                        const PlxSheetLeaf   *leaf,
                                        GArray               *cites);
void          plx_sheet_desk_draw      (PlxSheetDesk         *self,
                                        const PlxSheetLeaf   *leaf,
                                        cairo_t              *cr);
char         *plx_sheet_desk_dup_text  (PlxSheetDesk         *self,
                                        const PlxSheetLeaf   *leaf);
void          plx_sheet_desk_end_tags  (PlxSheetDesk         *self,
                                        cairo_t              *cr);

/* plx-sheet-edges.c */
void          plx_sheet_desk_draw_edges (PlxSheetDesk        *self,
                                         const PlxSheetLeaf  *leaf,
                                         GArray              *cites,
                                         cairo_t             *cr);
void          plx_sheet_desk_draw_notes (PlxSheetDesk        *self,
                                         GArray              *cites,
                                         cairo_t             *cr);
char         *plx_sheet_desk_dup_number (const PlxSheetLeaf  *leaf);

/* plx-sheet-tags.c */
void          plx_sheet_desk_open       (PlxSheetDesk        *self,
                                         cairo_t             *cr,
                                         const char          *tag);
void          plx_sheet_desk_close      (PlxSheetDesk        *self,
                                         cairo_t             *cr,
                                         const char          *tag);
void          plx_sheet_desk_link       (PlxSheetDesk        *self,
                                         cairo_t             *cr,
                                         const char          *target,
                                         double               x,
                                         double               y,
                                         double               width,
                                         double               height);
void          plx_sheet_desk_link_line  (PlxSheetDesk        *self,
                                         cairo_t             *cr,
                                         const PlxSheetBlock *block,
                                         guint                line,
                                         double               x,
                                         double               y,
                                         double               height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetDesk, plx_sheet_desk_free)

G_END_DECLS
