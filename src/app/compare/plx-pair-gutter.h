/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_PAIR_GUTTER (plx_pair_gutter_get_type ())

G_DECLARE_FINAL_TYPE (PlxPairGutter, plx_pair_gutter, PLX, PAIR_GUTTER, GtkWidget)

GtkWidget *plx_pair_gutter_new         (void);

void       plx_pair_gutter_add         (PlxPairGutter *self,
                                        GtkWidget     *left,
                                        GtkWidget     *right,
                                        gboolean       moved);
void       plx_pair_gutter_set_current (PlxPairGutter *self,
                                        guint          tie);

G_END_DECLS
