/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void  plx_window_install_library  (GtkWidgetClass *widget_class);
void  plx_window_remember_library (PlxWindow      *self);
char *plx_window_dup_library_name (PlxWindow      *self);

G_END_DECLS
