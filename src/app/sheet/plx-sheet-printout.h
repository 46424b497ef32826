/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet-job.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

/**
 * PlxSheetPrintout:
 * @sheet: the sheet
 * @current: the page that the user looks at
 * @settings: (nullable): which of its pages are wanted, and how large
 * @setup: (nullable): the paper that the printer has; `NULL` is the one of the sheet
 *
 * What goes to the printer of a sheet. The fields are borrowed.
 */
typedef struct
{
  PlxSheetPages    *sheet;
  guint             current;
  GtkPrintSettings *settings;
  GtkPageSetup     *setup;
} PlxSheetPrintout;

GArray   *plx_sheet_printout_list_pages (const PlxSheetPrintout  *self,
                                         GError                 **error);
gboolean  plx_sheet_printout_write      (const PlxSheetPrintout  *self,
                                         GOutputStream           *stream,
                                         PlxSheetJob             *job,
                                         GError                 **error);

void plx_sheet_printout_find_paper (const PlxSheetPrintout *self,
                                    double                 *width,
                                    double                 *height,
                                    cairo_matrix_t         *matrix);

G_END_DECLS
