/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void     plx_window_install_safety  (GtkWidgetClass *widget_class);
void     plx_window_init_safety     (PlxWindow      *self);
void     plx_window_disable_changes (PlxWindow      *self);
gboolean plx_window_can_change      (PlxWindow      *self);
void     plx_window_tell_salvage    (PlxWindow      *self,
                                     const char     *report,
                                     const char     *damaged);

G_END_DECLS
