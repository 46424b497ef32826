/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plx_matrix_strip_new (GtkCustomAllocateFunc  allocate);
void       plx_matrix_strip_put (GtkWidget             *child,
                                 int                    x,
                                 int                    y,
                                 int                    width,
                                 int                    height);

G_END_DECLS
