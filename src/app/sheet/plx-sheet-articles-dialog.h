/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_ARTICLES_DIALOG (plx_sheet_articles_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxSheetArticlesDialog, plx_sheet_articles_dialog,
                      PLX, SHEET_ARTICLES_DIALOG, AdwDialog)

AdwDialog *plx_sheet_articles_dialog_new (const char             *title);
void       plx_sheet_articles_dialog_add (PlxSheetArticlesDialog *self,
                                          const char             *digest,
                                          const char             *source,
                                          gboolean                is_chosen);

G_END_DECLS
