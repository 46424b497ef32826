/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean plx_read_selection_find  (GtkLabel   *label,
                                   guint      *start,
                                   guint      *end);
gboolean plx_read_selection_clean (const char *text,
                                   guint      *start,
                                   guint      *end);

G_END_DECLS
