/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_POPOVER (plx_name_popover_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamePopover, plx_name_popover, PLX, NAME_POPOVER, GtkPopover)

GtkWidget *plx_name_popover_new          (PlxMender      *mender);

void       plx_name_popover_show_mention (PlxNamePopover *self,
                                          guint           article,
                                          guint           mention);

G_END_DECLS
