/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-clipboard.h"
#include "window/plx-long-work.h"
#include "window/plx-window.h"

G_BEGIN_DECLS

void plx_window_install_adding (GtkWidgetClass   *widget_class);
void plx_window_add_clip       (PlxWindow        *self,
                                PlxClip          *clip,
                                PlxStory         *story);
gboolean plx_window_offer_relation (PlxWindow    *self,
                                    GPtrArray    *files,
                                    PlxStory     *story);
void plx_window_announce       (PlxWindow        *self,
                                PlxImportOutcome *outcome);

void plx_window_end_import     (PlxWindow        *self,
                                PlxLongWork      *importing,
                                PlxImportOutcome *outcome);

void plx_window_init_drop      (PlxWindow        *self,
                                GtkRevealer      *hint,
                                GtkWidget        *sidebar);

G_END_DECLS
