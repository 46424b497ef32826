/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/plx-sheet-proof.h"
#include "sheet/plx-sheet-words.h"

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

  return grays[kind];
}

static void
draw_shape (cairo_t *cr,
            PlxKind  kind,
            double   x,
            double   y,
            double   radius)
{
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  guint n = plx_graph_get_shape (kind, corners);
  double gray = gray_of (kind);

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

/* Fits the layout into the room, with the margins that names need. */
static void
find_spots (PlxProof     *self,
            PlxGraphSpot *spots,
            double        width,
            double        height)
{
  GArray *nodes = self->graph->nodes;
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double side = plx_proof_em (self, 5);
  double foot = plx_proof_em (self, 2);
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
  scale_x = MIN ((width - 2 * side) / MAX (x1 - x0, 1e-3), 110);
  scale_y = MIN ((height - 2 * foot) / MAX (y1 - y0, 1e-3), 110);
  scale_x = MIN (scale_x, 1.35 * scale_y);
  scale_y = MIN (scale_y, 1.35 * scale_x);

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (nodes, PlxGraphNode, i);

      spots[i].x = width / 2 + (node->x - (x0 + x1) / 2) * scale_x;
      spots[i].y = height / 2 + (node->y - (y0 + y1) / 2) * scale_y;
      spots[i].radius = 2.8 + 4.2 * sqrt (node->weight / (double) heaviest);
    }
}

static PangoLayout *
lay_out_name (PlxProof *self,
              guint     node,
              double   *width,
              double   *height)
{
  guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, node).entity;
  PangoLayout *layout = plx_proof_layout (self->context, self->options->font_size, PLX_FACE_META,
                                          plx_analysis_get_entity (self->analysis, entity)->name,
                                          plx_proof_em (self, 11));
  int w, h;

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;

  return layout;
}

static void
draw_ties (PlxGraph           *graph,
           const PlxGraphSpot *spots,
           cairo_t            *cr)
{
  guint heaviest = MAX (graph->max_weight, 1);

  /* The lightest first, so that the heavy ones lie above them. */
  for (guint i = graph->edges->len; i > 0; i--)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i - 1);
      double part = edge->weight / (double) heaviest;
      double gray = 0.78 - 0.45 * part;

      cairo_move_to (cr, spots[edge->a].x, spots[edge->a].y);
      cairo_line_to (cr, spots[edge->b].x, spots[edge->b].y);
      cairo_set_source_rgb (cr, gray, gray, gray);
      cairo_set_line_width (cr, 0.35 + 2.4 * part);
      cairo_stroke (cr);
    }
}

/* A name with a white edge, so that it can be read where lines pass under it. */
static void
draw_name (cairo_t     *cr,
           PangoLayout *layout,
           double       x,
           double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_graph (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  PlxProof *self = data;
  guint n = self->graph->nodes->len;
  g_autofree PlxGraphSpot *spots = g_new0 (PlxGraphSpot, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);

  find_spots (self, spots, width, height);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, lay_out_name (self, i, &spots[i].width, &spots[i].height));
  plx_graph_place_names (spots, n, width, height);

  draw_ties (self->graph, spots, cr);
  for (guint i = n; i > 0; i--)
    {
      guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, i - 1).entity;

      draw_shape (cr, plx_analysis_get_entity (self->analysis, entity)->kind, spots[i - 1].x,
                  spots[i - 1].y, spots[i - 1].radius);
    }

  /* On paper nobody can zoom in: a name without room of its own is drawn, too. */
  for (guint i = n; i > 0; i--)
    draw_name (cr, g_ptr_array_index (names, i - 1), spots[i - 1].name_x, spots[i - 1].name_y);
}

/* A bit for each kind that the graph has. */
static guint
find_kinds (PlxProof *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      guint32 entity = g_array_index (self->graph->nodes, PlxGraphNode, i).entity;

      kinds |= 1u << plx_analysis_get_entity (self->analysis, entity)->kind;
    }

  return kinds;
}

static void
draw_legend (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  PlxProof *self = data;
  g_autoptr (GEnumClass) kinds = g_type_class_ref (PLX_TYPE_KIND);
  guint present = find_kinds (self);
  double x = 0;

  for (guint i = 0; i < kinds->n_values; i++)
    {
      PlxKind kind = kinds->values[i].value;
      g_autoptr (PangoLayout) layout = plx_proof_layout (self->context,
                                                         self->options->font_size,
                                                         PLX_FACE_META, plx_words_kind (kind),
                                                         -1);
      double radius = plx_proof_em (self, 0.36);
      double step;
      int w, h;

      if ((present & (1u << kind)) == 0)
        continue;

      pango_layout_get_size (layout, &w, &h);
      step = w / (double) PANGO_SCALE + 4.2 * radius;

      if (x + step > width)
        break;

      draw_shape (cr, kind, x + 1.4 * radius, height / 2, radius);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, x + 3.2 * radius, (height - h / (double) PANGO_SCALE) / 2);
      pango_cairo_show_layout (cr, layout);
      x += step + plx_proof_em (self, 1.1);
    }
}

static char *
dup_caption (PlxGraph *graph)
{
  g_autofree char *text = NULL;
  const char *scope;

  switch (graph->options.scope)
    {
    case PLX_GRAPH_SCOPE_PARAGRAPH:
      scope = _("A line joins names that stand in one paragraph.");
      break;

    case PLX_GRAPH_SCOPE_NEIGHBOURS:
      scope = _("A line joins names that stand in two sentences that follow each other.");
      break;

    case PLX_GRAPH_SCOPE_ARTICLE:
      scope = _("A line joins names that stand in one article.");
      break;

    case PLX_GRAPH_SCOPE_SENTENCE:
    default:
      scope = _("A line joins names that stand in one sentence.");
    }

  /* Translators: what a line joins; how many names are shown, of how many */
  text = g_strdup_printf (_("%s The thicker it is, the more often. Shown: %u of %u names."), scope,
                          graph->nodes->len, graph->nodes->len + graph->n_hidden_nodes);
  if (graph->options.weighting != PLX_GRAPH_WEIGHTING_COUNT || graph->options.threshold < 2)
    return g_steal_pointer (&text);

  /* Translators: what the picture shows; %u is 2 or more */
  return g_strdup_printf (_("%s Those that stand together less than %u times are not joined."),
                          text, (guint) ceil (graph->options.threshold));
}

static char *
dup_heaviest (PlxProof *self)
{
  GString *text = g_string_new (_("Graph of names."));

  for (guint i = 0; i < self->graph->edges->len && i < 12; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);
      guint32 a = g_array_index (self->graph->nodes, PlxGraphNode, edge->a).entity;
      guint32 b = g_array_index (self->graph->nodes, PlxGraphNode, edge->b).entity;

      /* Translators: two names and how often they stand together */
      g_string_append_printf (text, _(" %s and %s: %u."),
                              plx_analysis_get_entity (self->analysis, a)->name,
                              plx_analysis_get_entity (self->analysis, b)->name, edge->weight);
    }

  return g_string_free_and_steal (text);
}

/* The graph, as large as it may be on a page that it shares with its heading and legend. */
void
plx_proof_add_graph (PlxProof *self)
{
  double width = plx_flow_get_width (self->flow);
  double page = self->options->height - 2 * self->options->margin;
  double height = MIN (0.62 * page, width * (self->graph != NULL &&
                                             self->graph->nodes->len > 25 ? 1.05 : 0.75));
  g_autofree char *caption = NULL;
  g_autofree char *text = NULL;

  if (self->graph == NULL || self->graph->nodes->len == 0)
    return;

  caption = dup_caption (self->graph);
  text = dup_heaviest (self);
  plx_proof_heading (self, _("Who appears with whom"));
  plx_proof_paragraph (self, PLX_FACE_META, caption);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.5));
  plx_flow_figure (self->flow, height, text, draw_graph, self);
  plx_flow_keep_with_next (self->flow);
  plx_flow_space (self->flow, plx_proof_em (self, 0.5));
  plx_flow_figure (self->flow, plx_proof_em (self, 1.4), NULL, draw_legend, self);
}
