/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_STOP (plx_graph_stop_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphStop, plx_graph_stop, PLX, GRAPH_STOP, GtkWidget)

GtkWidget *plx_graph_stop_new          (guint         node,
                                        guint         edge,
                                        const char   *label,
                                        const char   *description);
guint      plx_graph_stop_get_node     (PlxGraphStop *self);
guint      plx_graph_stop_get_edge     (PlxGraphStop *self);
void       plx_graph_stop_set_selected (PlxGraphStop *self,
                                        gboolean      selected);

G_END_DECLS
