/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void     plx_window_install_bundle (GtkWidgetClass *widget_class);
gboolean plx_window_offer_bundle   (PlxWindow      *self,
                                    GPtrArray      *files,
                                    PlxStory       *story);
void     plx_window_open_bundle    (PlxWindow      *self,
                                    GFile          *file);

G_END_DECLS
