/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-scene.h"

G_BEGIN_DECLS

#define PLX_GRAPH_N_HUES 9

/**
 * PlxGraphPalette:
 * @text: of names and ties
 * @ground: what everything lies on
 * @accent: of what is selected
 * @kinds: of each [enum@Kind]
 * @groups: of groups, the first again after the last
 * @styles: of ties, by their [enum@GraphStyle]
 * @contrast: whether everything has to stand out
 *
 * The colours of a graph, by day and by night.
 */
typedef struct
{
  GdkRGBA  text;
  GdkRGBA  ground;
  GdkRGBA  accent;
  GdkRGBA  kinds[PLX_KIND_OTHER + 1];
  GdkRGBA  groups[PLX_GRAPH_N_HUES];
  GdkRGBA  styles[PLX_GRAPH_N_STYLES];
  gboolean contrast;
} PlxGraphPalette;

void           plx_graph_palette_init  (PlxGraphPalette       *self,
                                        GtkWidget             *widget);
const GdkRGBA *plx_graph_palette_color (const PlxGraphPalette *self,
                                        const PlxGraphScene   *scene,
                                        guint                  node);

G_END_DECLS
