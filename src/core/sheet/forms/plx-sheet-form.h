/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sheet/plx-sheet-content.h"

G_BEGIN_DECLS

/**
 * PlxSheetForm:
 * @PLX_SHEET_FORM_HTML: one web page with all in it
 * @PLX_SHEET_FORM_MARKDOWN: Markdown with tables, as GitHub reads it
 * @PLX_SHEET_FORM_ODT: a text for office programs
 * @PLX_SHEET_FORM_CSV: all tables, as CSV files in a ZIP file
 * @PLX_SHEET_FORM_RIS: the sources, as RIS
 * @PLX_SHEET_FORM_CSL: the sources, as CSL-JSON
 * @PLX_SHEET_FORM_BIBTEX: the sources, as BibTeX
 *
 * What a sheet can be written as besides pages.
 */
typedef enum
{
  PLX_SHEET_FORM_HTML,
  PLX_SHEET_FORM_MARKDOWN,
  PLX_SHEET_FORM_ODT,
  PLX_SHEET_FORM_CSV,
  PLX_SHEET_FORM_RIS,
  PLX_SHEET_FORM_CSL,
  PLX_SHEET_FORM_BIBTEX,
} PlxSheetForm;

#define PLX_N_SHEET_FORMS (PLX_SHEET_FORM_BIBTEX + 1)

const char *plx_sheet_form_get_id      (PlxSheetForm           form);
const char *plx_sheet_form_get_title   (PlxSheetForm           form);
const char *plx_sheet_form_get_suffix  (PlxSheetForm           form);
const char *plx_sheet_form_get_type    (PlxSheetForm           form);
gboolean    plx_sheet_form_from_id     (const char            *id,
                                        PlxSheetForm          *form);

gboolean    plx_sheet_form_write       (PlxSheetForm           form,
                                        PlxSheetContent       *content,
                                        GOutputStream         *stream,
                                        PlxSheetProgress       progress,
                                        gpointer               data,
                                        GCancellable          *cancellable,
                                        GError               **error);
gboolean    plx_sheet_form_save        (PlxSheetForm           form,
                                        PlxSheetContent       *content,
                                        GFile                 *file,
                                        PlxSheetProgress       progress,
                                        gpointer               data,
                                        GCancellable          *cancellable,
                                        GError               **error);
void        plx_sheet_form_save_async  (PlxSheetForm           form,
                                        PlxSheetContent       *content,
                                        GFile                 *file,
                                        PlxSheetProgress       progress,
                                        gpointer               data,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
gboolean    plx_sheet_form_save_finish (GAsyncResult          *result,
                                        GError               **error);

G_END_DECLS
