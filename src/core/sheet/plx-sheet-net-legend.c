/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "graph/plx-graph-look.h"
#include "sheet/plx-sheet-ink.h"
#include "sheet/plx-sheet-net.h"

/* Black and white tell the kinds apart as far as print carries: the shape says it all, the gray
 * helps. */
static double
gray_of (PlxKind kind)
{
  static const double grays[] = {
    [PLX_KIND_PERSON] = 0.15, [PLX_KIND_ORGANIZATION] = 0.45, [PLX_KIND_COUNTRY] = 1,
    [PLX_KIND_PLACE] = 0.75, [PLX_KIND_EVENT] = 0.6, [PLX_KIND_LAW] = 0.85,
    [PLX_KIND_OTHER] = 0.95,
  };

  return (gsize) kind < G_N_ELEMENTS (grays) ? grays[kind] : 1;
}

void
plx_sheet_net_draw_shape (cairo_t *cr,
                          PlxKind  kind,
                          double   x,
                          double   y,
                          double   radius)
{
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  const guint n = plx_graph_get_shape (kind, corners);
  const double gray = gray_of (kind);

  cairo_new_path (cr);
  if (n == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + radius * corners[i].x, y + radius * corners[i].y);
  cairo_close_path (cr);

  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
}

/* Sets the line of a tie that is such a part of the strongest. */
void
plx_sheet_net_set_tie (cairo_t *cr,
                       double   part)
{
  const double gray = 0.78 - 0.45 * CLAMP (part, 0, 1);

  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_set_line_width (cr, 0.35 + 2.4 * CLAMP (part, 0, 1));
}

static void
add_kinds (const PlxSheetNet *self,
           PlxInkLegend      *legend)
{
  guint present = 0;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, i).entity;

      present |= 1u << plx_analysis_get_entity (self->analysis, entity)->kind;
    }

  for (PlxKind kind = PLX_KIND_PERSON; kind <= PLX_KIND_OTHER; kind++)
    {
      double x, y;

      if ((present & (1u << kind)) != 0 &&
          plx_ink_legend_add (legend, plx_graph_look_kind_words (kind), &x, &y))
        plx_sheet_net_draw_shape (legend->canvas->cr, kind, x, y, 0.36 * legend->canvas->em);
    }
}

static void
add_tie (const PlxSheetNet *self,
         PlxInkLegend      *legend,
         guint              weight)
{
  cairo_t *cr = legend->canvas->cr;
  const double half = 0.8 * legend->canvas->em;
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "together %u time", "together %u times", weight),
                     weight);
  double x, y;

  if (!plx_ink_legend_add (legend, words, &x, &y))
    return;

  cairo_move_to (cr, x - half, y);
  cairo_line_to (cr, x + half, y);
  plx_sheet_net_set_tie (cr, weight / MAX (self->graph->max_strength, 1e-9));
  cairo_stroke (cr);
}

/* Draws what the shapes and lines of a graph mean, each kind that is there, or only measures it;
 * gives how high that is. */
double
plx_sheet_net_lay_legend (const PlxSheetNet    *self,
                          const PlxSheetCanvas *canvas,
                          double                top,
                          gboolean              is_drawn)
{
  const PlxGraph *graph = self->graph;
  PlxInkLegend legend = { canvas, is_drawn, top, 0, 0 };

  add_kinds (self, &legend);
  if (graph->options.weighting == PLX_GRAPH_WEIGHTING_COUNT && graph->edges->len > 0)
    {
      const guint most = g_array_index (graph->edges, PlxGraphEdge, 0).weight;
      const guint least = g_array_index (graph->edges, PlxGraphEdge, graph->edges->len - 1).weight;

      add_tie (self, &legend, least);
      if (most > least)
        add_tie (self, &legend, most);
    }

  return plx_ink_legend_end (&legend);
}
