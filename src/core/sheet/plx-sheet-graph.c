/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/plx-sheet-proof.h"
#include "sheet/plx-sheet-words.h"

#define N_SIDES 4

/* Where a node is drawn, and the room that is taken. */
typedef struct
{
  double x, y, radius;
} Spot;

typedef struct
{
  double x, y, width, height;
} Box;

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
static Spot *
find_spots (PlxGraph *graph,
            double    width,
            double    height)
{
  Spot *spots = g_new (Spot, graph->nodes->len + 1);
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  guint heaviest = 1;
  double scale;

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (graph->nodes, PlxGraphNode, i);

      x0 = MIN (x0, node->x);
      x1 = MAX (x1, node->x);
      y0 = MIN (y0, node->y);
      y1 = MAX (y1, node->y);
      heaviest = MAX (heaviest, node->weight);
    }

  scale = MIN (width / MAX (x1 - x0, 1e-3), height / MAX (y1 - y0, 1e-3));
  scale = MIN (scale, 110);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (graph->nodes, PlxGraphNode, i);

      spots[i].x = width / 2 + (node->x - (x0 + x1) / 2) * scale;
      spots[i].y = height / 2 + (node->y - (y0 + y1) / 2) * scale;
      spots[i].radius = 2.8 + 4.2 * sqrt (node->weight / (double) heaviest);
    }

  return spots;
}

static gboolean
overlaps (const Box *a,
          const Box *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (GArray    *taken,
         const Box *box,
         double     width,
         double     height)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > width || box->y + box->height > height)
    return FALSE;

  for (guint i = 0; i < taken->len; i++)
    if (overlaps (box, &g_array_index (taken, Box, i)))
      return FALSE;

  return TRUE;
}

/* Below, above, at the right, at the left: the first that is free; else below, moved inside. */
static Box
place_name (GArray     *taken,
            const Spot *spot,
            double      name_width,
            double      name_height,
            double      width,
            double      height)
{
  double gap = spot->radius + 1;
  Box box = { 0, 0, name_width, name_height };

  for (guint side = 0; side < N_SIDES; side++)
    {
      box.x = side < 2 ? spot->x - name_width / 2
                       : side == 2 ? spot->x + gap + 1 : spot->x - gap - 1 - name_width;
      box.y = side >= 2 ? spot->y - name_height / 2
                        : side == 0 ? spot->y + gap : spot->y - gap - name_height;

      if (is_free (taken, &box, width, height))
        return box;
    }

  box.x = CLAMP (spot->x - name_width / 2, 0, MAX (width - name_width, 0));
  box.y = CLAMP (spot->y + gap, 0, MAX (height - name_height, 0));

  return box;
}

static void
draw_name (cairo_t     *cr,
           PangoLayout *layout,
           const Box   *box)
{
  cairo_move_to (cr, box->x, box->y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_move_to (cr, box->x, box->y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ties (PlxGraph   *graph,
           const Spot *spots,
           cairo_t    *cr)
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

static void
draw_graph (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  PlxProof *self = data;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  double side = plx_proof_em (self, 4);
  double foot = plx_proof_em (self, 1.6);
  g_autofree Spot *spots = find_spots (self->graph, width - 2 * side, height - 2 * foot);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      Box box;

      spots[i].x += side;
      spots[i].y += foot;
      box = (Box) { spots[i].x - spots[i].radius, spots[i].y - spots[i].radius,
                    2 * spots[i].radius, 2 * spots[i].radius };
      g_array_append_val (taken, box);
    }

  draw_ties (self->graph, spots, cr);
  for (guint i = self->graph->nodes->len; i > 0; i--)
    {
      const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, i - 1);

      draw_shape (cr, plx_analysis_get_entity (self->analysis, node->entity)->kind,
                  spots[i - 1].x, spots[i - 1].y, spots[i - 1].radius);
    }

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, i);
      const char *name = plx_analysis_get_entity (self->analysis, node->entity)->name;
      g_autoptr (PangoLayout) layout = plx_proof_layout (self->context,
                                                         self->options->font_size,
                                                         PLX_FACE_META, name, -1);
      int w, h;
      Box box;

      pango_layout_set_width (layout, plx_proof_em (self, 11) * PANGO_SCALE);
      pango_layout_set_height (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_size (layout, &w, &h);
      pango_layout_set_width (layout, w + PANGO_SCALE);
      box = place_name (taken, &spots[i], w / (double) PANGO_SCALE, h / (double) PANGO_SCALE,
                        width, height);
      g_array_append_val (taken, box);
      draw_name (cr, layout, &box);
    }

  cairo_restore (cr);
}

static void
draw_legend (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  PlxProof *self = data;
  g_autoptr (GEnumClass) kinds = g_type_class_ref (PLX_TYPE_KIND);
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
  const char *scope;

  switch (graph->scope)
    {
    case PLX_SCOPE_PARAGRAPH:
      scope = _("A line joins names that stand in one paragraph.");
      break;

    case PLX_SCOPE_ARTICLE:
      scope = _("A line joins names that stand in one article.");
      break;

    case PLX_SCOPE_SENTENCE:
    default:
      scope = _("A line joins names that stand in one sentence.");
    }

  /* Translators: what a line joins; how many names are shown of how many; how often is often
   * enough for a line */
  return g_strdup_printf (_("%s The thicker it is, the more often. %u of %u names; lines from "
                            "%u times on."), scope, graph->nodes->len,
                          graph->nodes->len + graph->n_hidden_nodes, graph->min_weight);
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
