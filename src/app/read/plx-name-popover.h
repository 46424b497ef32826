/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_POPOVER (plx_name_popover_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamePopover, plx_name_popover, PLX, NAME_POPOVER, GtkPopover)

GtkWidget *plx_name_popover_new          (void);

void       plx_name_popover_show_mention (PlxNamePopover *self,
                                          PlxSession     *session,
                                          guint           article,
                                          guint           mention);

G_END_DECLS
