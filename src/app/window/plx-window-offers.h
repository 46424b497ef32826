/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_install_offers (GtkWidgetClass *widget_class);
void plx_window_offer_stories  (PlxWindow      *self,
                                PlxStory       *story);

G_END_DECLS
