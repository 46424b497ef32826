/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-look.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HUES 9

/* The accent colours of GNOME, which the window has, too. Neighbours lie far apart. */
static const PlxGraphColor hues[HUES] = {
  { 0.208, 0.518, 0.894 }, /* blue */
  { 0.929, 0.357, 0.000 }, /* orange */
  { 0.227, 0.580, 0.290 }, /* green */
  { 0.569, 0.255, 0.675 }, /* purple */
  { 0.784, 0.533, 0.000 }, /* yellow */
  { 0.835, 0.380, 0.600 }, /* pink */
  { 0.129, 0.565, 0.643 }, /* teal */
  { 0.902, 0.176, 0.259 }, /* red */
  { 0.435, 0.514, 0.588 }, /* slate */
};

static const guint8 hue_of_kind[] = {
  [PLX_KIND_PERSON] = 0, [PLX_KIND_ORGANIZATION] = 3, [PLX_KIND_COUNTRY] = 2,
  [PLX_KIND_PLACE] = 1, [PLX_KIND_EVENT] = 7, [PLX_KIND_LAW] = 6, [PLX_KIND_OTHER] = 8,
};

/* Blue and orange are told apart by nearly everyone. */
static const PlxGraphColor contrasts[PLX_GRAPH_N_CONTRASTS] = {
  [PLX_GRAPH_CONTRAST_BOTH] = { 0.38, 0.38, 0.40 },
  [PLX_GRAPH_CONTRAST_HERE] = { 0.063, 0.345, 0.682 },
  [PLX_GRAPH_CONTRAST_THERE] = { 0.722, 0.278, 0.000 },
  [PLX_GRAPH_CONTRAST_STRONGER] = { 0.063, 0.345, 0.682 },
  [PLX_GRAPH_CONTRAST_WEAKER] = { 0.722, 0.278, 0.000 },
  [PLX_GRAPH_CONTRAST_NONE] = { 0.78, 0.78, 0.80 },
};

/**
 * plx_graph_look_color:
 * @kind: what a node is
 * @contrast: how it stands in two graphs; both, where there is only one
 *
 * Returns: the colour of the node
 */
PlxGraphColor
plx_graph_look_color (PlxKind              kind,
                      PlxGraphContrastKind contrast)
{
  return contrast == PLX_GRAPH_CONTRAST_BOTH ? hues[hue_of_kind[kind]] : contrasts[contrast];
}

/**
 * plx_graph_look_tie_color:
 * @contrast: how a tie stands in two graphs; both, where there is only one
 *
 * Returns: the colour of its line
 */
PlxGraphColor
plx_graph_look_tie_color (PlxGraphContrastKind contrast)
{
  return contrasts[contrast];
}

/**
 * plx_graph_look_source_color:
 * @article: an article, by its place
 *
 * Returns: the colour that stands for it in rims; the ninth after it has the same
 */
PlxGraphColor
plx_graph_look_source_color (guint article)
{
  return hues[article % HUES];
}

/**
 * plx_graph_look_dash:
 * @contrast: how a tie or a node stands in two graphs
 * @width: of the line
 * @dash: (out caller-allocates): how long dashes and the gaps behind them are, in turn
 *
 * Tells the line that stands for a contrast, so that nobody needs to see colours: whole for both,
 * dashes for here, dots for there, dashes and dots for weaker. Stronger is whole, and thicker.
 *
 * Returns: how many lengths were told: 0 for a whole line
 */
guint
plx_graph_look_dash (PlxGraphContrastKind contrast,
                     double               width,
                     double               dash[PLX_GRAPH_MAX_DASHES])
{
  const double unit = MAX (width, 1.5);

  switch (contrast)
    {
    case PLX_GRAPH_CONTRAST_HERE:
      dash[0] = 5 * unit;
      dash[1] = 2 * unit;
      return 2;

    case PLX_GRAPH_CONTRAST_THERE:
      dash[0] = 1.2 * unit;
      dash[1] = 1.8 * unit;
      return 2;

    case PLX_GRAPH_CONTRAST_WEAKER:
      dash[0] = 5 * unit;
      dash[1] = dash[3] = 1.8 * unit;
      dash[2] = 1.2 * unit;
      return 4;

    case PLX_GRAPH_CONTRAST_NONE:
      dash[0] = unit;
      dash[1] = 4 * unit;
      return 2;

    case PLX_GRAPH_CONTRAST_BOTH:
    case PLX_GRAPH_CONTRAST_STRONGER:
    default:
      return 0;
    }
}

/**
 * plx_graph_look_radius:
 * @graph: a graph
 * @node: a node of it
 *
 * Returns: how large the node is; its area goes by how often it is mentioned
 */
double
plx_graph_look_radius (PlxGraph *graph,
                       guint     node)
{
  const guint n = g_array_index (graph->nodes, PlxGraphNode, node).n_mentions;

  /* The first is the one that is mentioned most. */
  return 3.5 + 9.5 * sqrt (n / (double) MAX (g_array_index (graph->nodes, PlxGraphNode,
                                                            0).n_mentions, 1));
}

/**
 * plx_graph_look_width:
 * @graph: a graph
 * @edge: an edge of it
 * @contrast: how it stands in two graphs; both, where there is only one
 *
 * Returns: how thick its line is
 */
double
plx_graph_look_width (PlxGraph             *graph,
                      guint                 edge,
                      PlxGraphContrastKind  contrast)
{
  const double strength = g_array_index (graph->edges, PlxGraphEdge, edge).strength;

  return 0.6 + 3.4 * sqrt (MAX (strength, 0) / MAX (graph->max_strength, 1e-9)) +
         (contrast == PLX_GRAPH_CONTRAST_STRONGER ? 1.2 : 0);
}

/**
 * plx_graph_look_kind_words:
 * @kind: what a node is
 *
 * Returns: that in words, translated, for a legend
 */
const char *
plx_graph_look_kind_words (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return _("Person");

    case PLX_KIND_ORGANIZATION:
      return _("Organization");

    case PLX_KIND_COUNTRY:
      return _("Country");

    case PLX_KIND_PLACE:
      return _("Place");

    case PLX_KIND_EVENT:
      return _("Event");

    case PLX_KIND_LAW:
      return _("Law");

    case PLX_KIND_OTHER:
    default:
      return _("Other");
    }
}
