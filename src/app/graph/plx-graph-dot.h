/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_TYPE_GRAPH_DOT (plx_graph_dot_get_type ())

G_DECLARE_FINAL_TYPE (PlxGraphDot, plx_graph_dot, PLX, GRAPH_DOT, GtkWidget)

/**
 * PlxGraphEmphasis:
 * @PLX_GRAPH_PLAIN: nothing is selected
 * @PLX_GRAPH_SELECTED: it is selected
 * @PLX_GRAPH_NEAR: it is tied to what is selected
 * @PLX_GRAPH_FAR: it is not
 */
typedef enum
{
  PLX_GRAPH_PLAIN,
  PLX_GRAPH_SELECTED,
  PLX_GRAPH_NEAR,
  PLX_GRAPH_FAR,
} PlxGraphEmphasis;

GtkWidget *plx_graph_dot_new          (guint             node,
                                       PlxKind           kind,
                                       const char       *name,
                                       double            radius);

guint      plx_graph_dot_get_node     (PlxGraphDot      *self);
double     plx_graph_dot_get_radius   (PlxGraphDot      *self);
void       plx_graph_dot_set_zoom     (PlxGraphDot      *self,
                                       double            zoom);
void       plx_graph_dot_get_name_size (PlxGraphDot     *self,
                                       double           *width,
                                       double           *height);
void       plx_graph_dot_place_name   (PlxGraphDot      *self,
                                       gboolean          named,
                                       double            x,
                                       double            y);
void       plx_graph_dot_set_emphasis (PlxGraphDot      *self,
                                       PlxGraphEmphasis  emphasis);

G_END_DECLS
