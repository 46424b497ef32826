/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-notes.h"
#include "sheet/plx-sheet-slip.h"

G_BEGIN_DECLS

/* A line of the content. */
typedef struct
{
  guint section;
  guint part;
  guint line;
} PlxSheetCursor;

/* What can be led to, and where it is: @y is from the top of the column. A level above 3 is no
 * heading. */
typedef struct
{
  char   *title; /* nullable */
  char   *id;    /* nullable */
  guint   level;
  guint   page;
  double  y;
} PlxSheetPlace;

/**
 * PlxSheetBreaker:
 *
 * Breaks lines into pages as they come. Of a page that is done it keeps where it begins, and no
 * more: how much it holds does not grow with the pages.
 */
typedef struct _PlxSheetBreaker PlxSheetBreaker;

typedef void (*PlxSheetBreakerPage)  (const PlxSheetCursor *start,
                                      gpointer              data);
typedef void (*PlxSheetBreakerPlace) (const PlxSheetPlace  *place,
                                      gpointer              data);

PlxSheetBreaker *plx_sheet_breaker_new    (PlxSheetNotes        *notes,
                                           double                room,
                                           PlxSheetBreakerPage   add_page,
                                           PlxSheetBreakerPlace  add_place,
                                           gpointer              data);
void             plx_sheet_breaker_free   (PlxSheetBreaker      *self);
void             plx_sheet_breaker_add    (PlxSheetBreaker      *self,
                                           guint                 section,
                                           guint                 part,
                                           const PlxSlip        *slip,
                                           const PlxSlipTail    *tail);
void             plx_sheet_breaker_finish (PlxSheetBreaker      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetBreaker, plx_sheet_breaker_free)

G_END_DECLS
