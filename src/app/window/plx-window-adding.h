/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_install_adding (GtkWidgetClass *widget_class);
void plx_window_init_adding    (PlxWindow      *self,
                                GtkRevealer    *drop_hint);
void plx_window_announce       (PlxWindow        *self,
                                PlxImportOutcome *outcome);

G_END_DECLS
