/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *plx_name_selection_list      (GtkSelectionModel *model);
guint      plx_name_selection_get_first (GtkSelectionModel *model);
guint      plx_name_selection_find      (GtkSelectionModel *model,
                                         const char        *name);
void       plx_name_selection_restore   (GtkSelectionModel *model,
                                         GPtrArray         *selected,
                                         const char        *expected,
                                         guint              first);

G_END_DECLS
