/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "library/plx-library.h"
#include "sheet/plx-sheet-job.h"
#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

/**
 * PlxSheetOutput:
 * @pages: the sheet
 * @library: (nullable): what holds the story, for an evidence bundle
 * @story: (nullable): the story, likewise
 * @today: the day on which it was asked how countries stand “today”
 *
 * What can be saved of a sheet. The fields are borrowed.
 */
typedef struct
{
  PlxSheetPages *pages;
  PlxLibrary    *library;
  PlxStory      *story;
  PlxDay         today;
} PlxSheetOutput;

guint       plx_sheet_output_get_n_kinds (void);
const char *plx_sheet_output_get_id      (guint       kind);
const char *plx_sheet_output_get_title   (guint       kind);
const char *plx_sheet_output_get_suffix  (guint       kind);
gboolean    plx_sheet_output_find        (const char *id,
                                          guint      *kind);

char   *plx_sheet_output_suggest     (const char            *title,
                                      guint                  kind);
void    plx_sheet_output_ask_async   (const PlxSheetOutput  *self,
                                      guint                  kind,
                                      GtkWindow             *parent,
                                      PlxSheetJob           *job,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
void    plx_sheet_output_write_async (const PlxSheetOutput  *self,
                                      guint                  kind,
                                      GFile                 *file,
                                      PlxSheetJob           *job,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
GFile  *plx_sheet_output_finish      (GAsyncResult          *result,
                                      GError               **error);
GError *plx_sheet_output_explain     (GError                *error,
                                      GFile                 *file);

G_END_DECLS
