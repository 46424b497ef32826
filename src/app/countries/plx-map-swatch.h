/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_TYPE_MAP_SWATCH (plx_map_swatch_get_type ())

G_DECLARE_FINAL_TYPE (PlxMapSwatch, plx_map_swatch, PLX, MAP_SWATCH, GtkWidget)

GtkWidget *plx_map_swatch_new        (PlxStatus     status);
GtkWidget *plx_map_swatch_new_disc   (void);

void       plx_map_swatch_set_status (PlxMapSwatch *self,
                                      PlxStatus     status);

G_END_DECLS
