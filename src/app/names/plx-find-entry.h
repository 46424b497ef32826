/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plx_find_entry_follow (GtkEditable *entry,
                            GtkWidget   *list);

G_END_DECLS
