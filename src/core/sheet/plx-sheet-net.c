/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-net.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/plx-sheet-ink.h"

/* Names are broken beyond so many times the size of the text. */
#define NAME_WIDTH 11
/* Room at the sides for names, in sizes of the text. */
#define ROOM_BESIDE 5
#define ROOM_ABOVE 1.6
/* Points between two nodes that lie 1 apart, at most; how much one side may be stretched. */
#define MOST_SCALE 110
#define MOST_STRETCH 1.35
/* From so many names on a picture may be as high as it is wide. */
#define MANY 25
#define MOST_ASPECT 1.05
#define LESS_ASPECT 0.8
/* Of the height by the width, what names and legend take; and how wide a layout is at least that
 * fills the width. */
#define ROOM_PART 0.2
#define MANY_WIDE 4.0
/* So many ties are told to who cannot see them. */
#define MAX_TOLD 12

static const PlxEntityRecord *
entity_of (const PlxSheetNet *self,
           guint              node)
{
  return plx_analysis_get_entity (self->analysis,
                                  g_array_index (self->graph->nodes, PlxGraphNode, node).entity);
}

/* Fits the layout into the room, with the margins that names need. */
static void
find_spots (const PlxSheetNet *self,
            PlxGraphSpot      *spots,
            double             width,
            double             height,
            double             em)
{
  GArray *nodes = self->graph->nodes;
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  const double side = MIN (ROOM_BESIDE * em, width / 5);
  const double foot = ROOM_ABOVE * em;
  guint heaviest = 1;
  double scale_x, scale_y;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (nodes, PlxGraphNode, i);

      x0 = MIN (x0, node->x);
      x1 = MAX (x1, node->x);
      y0 = MIN (y0, node->y);
      y1 = MAX (y1, node->y);
      heaviest = MAX (heaviest, node->weight);
    }

  /* Paper is small: the picture may be stretched a little to use it. */
  scale_x = MIN ((width - 2 * side) / MAX (x1 - x0, 1e-3), MOST_SCALE);
  scale_y = MIN ((height - 2 * foot) / MAX (y1 - y0, 1e-3), MOST_SCALE);
  scale_x = MIN (scale_x, MOST_STRETCH * scale_y);
  scale_y = MIN (scale_y, MOST_STRETCH * scale_x);

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (nodes, PlxGraphNode, i);

      spots[i].x = width / 2 + (node->x - (x0 + x1) / 2) * scale_x;
      spots[i].y = height / 2 + (node->y - (y0 + y1) / 2) * scale_y;
      spots[i].radius = 2.8 + 4.2 * sqrt (node->weight / (double) heaviest);
    }
}

static PangoLayout *
lay_out_name (const PlxSheetNet    *self,
              const PlxSheetCanvas *canvas,
              guint                 node,
              PlxGraphSpot         *spot)
{
  PangoLayout *layout = plx_ink_words (canvas, entity_of (self, node)->name, FALSE);

  plx_ink_measure (layout, &spot->width, &spot->height);
  if (spot->width > NAME_WIDTH * canvas->em)
    {
      pango_layout_set_width (layout, NAME_WIDTH * canvas->em * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      plx_ink_measure (layout, &spot->width, &spot->height);
    }

  return layout;
}

static void
draw_ties (const PlxSheetNet  *self,
           const PlxGraphSpot *spots,
           cairo_t            *cr)
{
  const double strongest = MAX (self->graph->max_strength, 1e-9);

  /* The weakest first, so that the strong ones lie above them. */
  for (guint i = self->graph->edges->len; i > 0; i--)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i - 1);

      if (!plx_sheet_net_shows_tie (self, i - 1))
        continue;
      cairo_move_to (cr, spots[edge->a].x, spots[edge->a].y);
      cairo_line_to (cr, spots[edge->b].x, spots[edge->b].y);
      plx_sheet_net_set_tie (cr, edge->strength / strongest);
      cairo_stroke (cr);
    }
}

static void
draw_picture (const PlxSheetNet    *self,
              const PlxSheetCanvas *canvas,
              double                height)
{
  const guint n = self->graph->nodes->len;
  g_autofree PlxGraphSpot *spots = g_new0 (PlxGraphSpot, n + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);

  find_spots (self, spots, canvas->width, height, canvas->em);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, lay_out_name (self, canvas, i, &spots[i]));
  plx_graph_place_names (spots, n, canvas->width, height);

  draw_ties (self, spots, canvas->cr);
  for (guint i = n; i > 0; i--)
    if (!plx_sheet_net_hides (self, i - 1))
      plx_sheet_net_draw_shape (canvas->cr, entity_of (self, i - 1)->kind, spots[i - 1].x,
                                spots[i - 1].y, spots[i - 1].radius);

  /* On paper nobody can zoom in: a name without room of its own is drawn, too. */
  for (guint i = n; i > 0; i--)
    if (!plx_sheet_net_hides (self, i - 1))
      plx_ink_name (canvas, g_ptr_array_index (names, i - 1), spots[i - 1].name_x,
                    spots[i - 1].name_y);
}

/**
 * plx_sheet_net_get_aspect:
 * @self: a graph for paper
 *
 * Returns: its height by its width, with the legend
 */
double
plx_sheet_net_get_aspect (const PlxSheetNet *self)
{
  const GArray *nodes = self->graph->nodes;
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (nodes, PlxGraphNode, i);

      x0 = MIN (x0, node->x);
      x1 = MAX (x1, node->x);
      y0 = MIN (y0, node->y);
      y1 = MAX (y1, node->y);
    }

  /* Few names lie on a line or so, and need no half page. */
  return CLAMP (ROOM_PART + (y1 - y0) / MAX (x1 - x0, MANY_WIDE),
                ROOM_PART, nodes->len > MANY ? MOST_ASPECT : LESS_ASPECT);
}

/**
 * plx_sheet_net_dup_words:
 * @self: a graph for paper
 *
 * Returns: (transfer full): its strongest ties, for who cannot see it
 */
char *
plx_sheet_net_dup_words (const PlxSheetNet *self)
{
  GString *text = g_string_new (_("Graph of names."));

  for (guint i = 0, n = 0; i < self->graph->edges->len && n < MAX_TOLD; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);

      if (!plx_sheet_net_shows_tie (self, i))
        continue;
      n++;
      /* Translators: two names and how often they stand together */
      g_string_append_printf (text, _(" %s and %s: %u."), entity_of (self, edge->a)->name,
                              entity_of (self, edge->b)->name, edge->weight);
    }

  return g_string_free_and_steal (text);
}

static const char *
scope_words (PlxGraphScope scope)
{
  switch (scope)
    {
    case PLX_GRAPH_SCOPE_PARAGRAPH:
      return _("A line joins names that stand in one paragraph.");

    case PLX_GRAPH_SCOPE_NEIGHBOURS:
      return _("A line joins names that stand in one sentence or in two that follow each other.");

    case PLX_GRAPH_SCOPE_ARTICLE:
      return _("A line joins names that stand in one article.");

    case PLX_GRAPH_SCOPE_SENTENCE:
    default:
      return _("A line joins names that stand in one sentence.");
    }
}

static const char *
weighting_words (PlxGraphWeighting weighting)
{
  switch (weighting)
    {
    case PLX_GRAPH_WEIGHTING_JACCARD:
      return _("The thicker it is, the more rarely one of them stands without the other.");

    case PLX_GRAPH_WEIGHTING_LIKELIHOOD:
      return _("The thicker it is, the less it can be chance.");

    case PLX_GRAPH_WEIGHTING_COUNT:
    default:
      return _("The thicker it is, the more often.");
    }
}

/**
 * plx_sheet_net_dup_caption:
 * @self: a graph for paper
 *
 * Returns: (transfer full): what its lines mean, and how much of it is shown
 */
char *
plx_sheet_net_dup_caption (const PlxSheetNet *self)
{
  const PlxGraph *graph = self->graph;
  const guint n_names = graph->nodes->len + graph->n_hidden_nodes;
  guint n_taken = 0;
  const guint n_ties = graph->edges->len + graph->n_hidden_edges;
  GString *text = g_string_new (scope_words (graph->options.scope));

  g_string_append_printf (text, " %s ", weighting_words (graph->options.weighting));
  if (graph->n_hidden_nodes == 0 && graph->n_hidden_edges == 0)
    g_string_append (text, _("All names and lines are shown."));
  else
    /* Translators: how many names are shown, of how many; the same of lines */
    g_string_append_printf (text, _("Shown are %u of %u names and %u of %u lines."),
                            graph->nodes->len, n_names, graph->edges->len, n_ties);
  if (graph->options.weighting == PLX_GRAPH_WEIGHTING_COUNT && graph->options.threshold >= 2)
    /* Translators: %u is 2 or more */
    g_string_append_printf (text, _(" Those that stand together less than %u times are not "
                                    "joined."), (guint) ceil (graph->options.threshold));

  for (guint i = 0; i < graph->nodes->len; i++)
    n_taken += plx_sheet_net_hides (self, i);
  if (n_taken > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               " Of these, %u name was left out by hand.",
                                               " Of these, %u names were left out by hand.",
                                               n_taken), n_taken);

  return g_string_free_and_steal (text);
}

/**
 * plx_sheet_net_draw:
 * @canvas: what it is drawn on
 * @net: a [struct@SheetNet]
 *
 * Draws the graph with its legend below it.
 */
void
plx_sheet_net_draw (const PlxSheetCanvas *canvas,
                    gpointer              net)
{
  const PlxSheetNet *self = net;
  const double legend = plx_sheet_net_lay_legend (self, canvas, 0, FALSE);

  draw_picture (self, canvas, MAX (canvas->height - legend - canvas->em, 1));
  plx_sheet_net_lay_legend (self, canvas, canvas->height - legend, TRUE);
}
