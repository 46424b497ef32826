/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxMapLook:
 * @is_dark: whether what lies around is dark
 * @is_high_contrast: whether contrast is asked for
 *
 * What the colours of a map must go with.
 */
typedef struct
{
  gboolean is_dark;
  gboolean is_high_contrast;
} PlxMapLook;

PlxMapLook plx_map_look_get       (void);

void       plx_map_pattern_color  (PlxStatus              status,
                                   PlxMapLook             look,
                                   GdkRGBA               *color);
void       plx_map_pattern_append (GtkSnapshot           *snapshot,
                                   const graphene_rect_t *bounds,
                                   PlxStatus              status,
                                   gboolean               is_strong,
                                   PlxMapLook             look,
                                   double                 scale);

G_END_DECLS
