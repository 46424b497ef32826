/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet-job.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

/**
 * PlxSheetFormat:
 * @PLX_SHEET_PDF: the pages
 *
 * What a sheet can be saved as.
 */
typedef enum
{
  PLX_SHEET_PDF,
} PlxSheetFormat;

#define PLX_N_SHEET_FORMATS (PLX_SHEET_PDF + 1)

const char *plx_sheet_format_get_id    (PlxSheetFormat  format);
gboolean    plx_sheet_format_from_id   (const char     *id,
                                        PlxSheetFormat *format);
gboolean    plx_sheet_format_from_name (const char     *name,
                                        PlxSheetFormat *format);

char   *plx_sheet_output_suggest     (const char           *title,
                                      PlxSheetFormat        format);
void    plx_sheet_output_ask_async   (PlxSheetPages        *pages,
                                      const char           *title,
                                      PlxSheetFormat        format,
                                      GtkWindow            *parent,
                                      PlxSheetJob          *job,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
void    plx_sheet_output_write_async (PlxSheetPages        *pages,
                                      PlxSheetFormat        format,
                                      GFile                *file,
                                      PlxSheetJob          *job,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GFile  *plx_sheet_output_finish      (GAsyncResult         *result,
                                      GError              **error);
GError *plx_sheet_output_explain     (GError               *error,
                                      GFile                *file);

G_END_DECLS
