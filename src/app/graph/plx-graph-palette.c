/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-palette"

#include "config.h"

#include "graph/plx-graph-palette.h"

#include <adwaita.h>

/* Neighbours in the list lie far apart in hue: the largest groups are told apart best. */
static const AdwAccentColor hues[PLX_GRAPH_N_HUES] = {
  ADW_ACCENT_COLOR_BLUE, ADW_ACCENT_COLOR_ORANGE, ADW_ACCENT_COLOR_GREEN, ADW_ACCENT_COLOR_PURPLE,
  ADW_ACCENT_COLOR_YELLOW, ADW_ACCENT_COLOR_PINK, ADW_ACCENT_COLOR_TEAL, ADW_ACCENT_COLOR_RED,
  ADW_ACCENT_COLOR_SLATE,
};

static const AdwAccentColor kinds[] = {
  [PLX_KIND_PERSON] = ADW_ACCENT_COLOR_BLUE,
  [PLX_KIND_ORGANIZATION] = ADW_ACCENT_COLOR_PURPLE,
  [PLX_KIND_COUNTRY] = ADW_ACCENT_COLOR_GREEN,
  [PLX_KIND_PLACE] = ADW_ACCENT_COLOR_ORANGE,
  [PLX_KIND_EVENT] = ADW_ACCENT_COLOR_RED,
  [PLX_KIND_LAW] = ADW_ACCENT_COLOR_TEAL,
  [PLX_KIND_OTHER] = ADW_ACCENT_COLOR_SLATE,
};

/* libadwaita's own colours of a view; there is no way to ask CSS for a background. */
static GdkRGBA
get_ground (gboolean dark)
{
  return dark ? (GdkRGBA) { 0.114, 0.114, 0.125, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
}

/**
 * plx_graph_palette_init:
 * @self: (out caller-allocates): a palette
 * @widget: in what the graph is drawn
 *
 * Finds the colours for the style that the user has now.
 */
void
plx_graph_palette_init (PlxGraphPalette *self,
                        GtkWidget       *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

  gtk_widget_get_color (widget, &self->text);
  self->contrast = adw_style_manager_get_high_contrast (manager);
  if (self->contrast)
    self->text.alpha = 1;
  self->accent = *accent;
  self->ground = get_ground (dark);

  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    adw_accent_color_to_rgba (kinds[i], &self->kinds[i]);
  for (guint i = 0; i < PLX_GRAPH_N_HUES; i++)
    adw_accent_color_to_rgba (hues[i], &self->groups[i]);

  /* Blue and orange are told apart by nearly everyone. */
  self->styles[PLX_GRAPH_BOTH] = self->text;
  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_BLUE, dark,
                                       &self->styles[PLX_GRAPH_HERE]);
  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_ORANGE, dark,
                                       &self->styles[PLX_GRAPH_THERE]);
  self->styles[PLX_GRAPH_STRONGER] = self->styles[PLX_GRAPH_HERE];
  self->styles[PLX_GRAPH_WEAKER] = self->styles[PLX_GRAPH_THERE];
}

/* The colour of a node: where two graphs are compared, that of where it is; else its group's, or
 * its kind's. */
const GdkRGBA *
plx_graph_palette_color (const PlxGraphPalette *self,
                         const PlxGraphScene   *scene,
                         guint                  node)
{
  if (scene->is_compared)
    return scene->node_styles[node] == PLX_GRAPH_BOTH
             ? &self->kinds[PLX_KIND_OTHER] : &self->styles[scene->node_styles[node]];
  if (scene->n_groups > 0 && scene->groups[node] != PLX_NONE)
    return &self->groups[scene->groups[node] % PLX_GRAPH_N_HUES];

  return &self->kinds[scene->kinds[node]];
}
