/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sheet/plx-sheet-pages.h"

G_BEGIN_DECLS

PlxSheetPages *sheet_fixture_make  (const char      *title,
                                    guint            n_articles,
                                    PlxSheetPaper    paper,
                                    gboolean         is_landscape);
GtkWidget     *sheet_fixture_find  (GtkWidget       *root,
                                    GType            type);
void           sheet_fixture_press (GtkWidget       *widget,
                                    guint            key,
                                    GdkModifierType  modifiers);

GtkWindow     *sheet_fixture_find_print_dialog (void);

G_END_DECLS
