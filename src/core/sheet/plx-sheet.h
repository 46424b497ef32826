/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "graph/plx-graph.h"
#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHEET (plx_sheet_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheet, plx_sheet, PLX, SHEET, GObject)

/**
 * PlxSheetOptions:
 * @title: what stands on top, never `NULL`
 * @sources: whether the list of sources is printed
 * @claims: whether claims and differences are printed
 * @countries: whether countries and statements are printed
 * @graph: whether the graph is printed
 * @width: of the paper, in points (1/72 inch)
 * @height: of the paper, in points
 * @margin: on all sides, in points
 * @font_size: of the text, in points
 * @today: the day printed as that of the comparison
 * @notes: (nullable) (element-type GStrv): by claim, what the user has noted on it; printed with
 *   the claims
 */
typedef struct
{
  const char *title;
  gboolean    sources;
  gboolean    claims;
  gboolean    countries;
  gboolean    graph;
  double      width;
  double      height;
  double      margin;
  double      font_size;
  PlxDay      today;
  GPtrArray  *notes;
} PlxSheetOptions;

void      plx_sheet_options_init  (PlxSheetOptions *options,
                                   const char      *title);

PlxSheet *plx_sheet_new           (PlxAnalysis           *analysis,
                                   PlxPassages           *passages,
                                   PlxFilter             *filter,
                                   PlxGraph              *graph,
                                   const PlxSheetOptions *options);

guint     plx_sheet_get_n_pages   (PlxSheet *self);
void      plx_sheet_get_page_size (PlxSheet *self,
                                   double   *width,
                                   double   *height);
void      plx_sheet_draw_page     (PlxSheet *self,
                                   guint     page,
                                   cairo_t  *cr);
char     *plx_sheet_dup_page_text (PlxSheet *self,
                                   guint     page);
gboolean  plx_sheet_write_pdf     (PlxSheet       *self,
                                   GOutputStream  *stream,
                                   GCancellable   *cancellable,
                                   GError        **error);

void      plx_sheet_make_async    (PlxAnalysis            *analysis,
                                   PlxPassages            *passages,
                                   PlxFilter              *filter,
                                   const PlxSheetOptions  *options,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
PlxSheet *plx_sheet_make_finish   (GAsyncResult           *result,
                                   GError                **error);
gboolean  plx_sheet_save          (PlxSheet               *self,
                                   GFile                  *file,
                                   GCancellable           *cancellable,
                                   GError                **error);
void      plx_sheet_save_async    (PlxSheet               *self,
                                   GFile                  *file,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
gboolean  plx_sheet_save_finish   (PlxSheet               *self,
                                   GAsyncResult           *result,
                                   GError                **error);

G_END_DECLS
