/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_install_story (GtkWidgetClass *widget_class);

G_END_DECLS
