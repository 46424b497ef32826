/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_install_rules (GtkWidgetClass *widget_class);
void plx_window_tell_change   (PlxWindow      *self,
                               const char     *what,
                               GPtrArray      *rules);

G_END_DECLS
