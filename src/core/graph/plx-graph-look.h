/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/plx-graph-difference.h"

G_BEGIN_DECLS

/**
 * PlxGraphColor:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 *
 * A colour on white paper.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} PlxGraphColor;

#define PLX_GRAPH_MAX_DASHES 4

/* How graphs look in files, where the window's style is not known. Lengths are points. */

PlxGraphColor  plx_graph_look_color        (PlxKind               kind,
                                            PlxGraphContrastKind  contrast);
PlxGraphColor  plx_graph_look_tie_color    (PlxGraphContrastKind  contrast);
PlxGraphColor  plx_graph_look_source_color (guint                 article);
guint          plx_graph_look_dash         (PlxGraphContrastKind  contrast,
                                            double                width,
                                            double                dash[PLX_GRAPH_MAX_DASHES]);
double         plx_graph_look_radius       (PlxGraph             *graph,
                                            guint                 node);
double         plx_graph_look_width        (PlxGraph             *graph,
                                            guint                 edge,
                                            PlxGraphContrastKind  contrast);
const char    *plx_graph_look_kind_words   (PlxKind               kind);

G_END_DECLS
