/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "graph/plx-graph-export-private.h"

/* Points between two nodes that lie 1 apart: as much as their names need. */
#define SCALE 92.0

/* Paper grows with the graph, up to about 2 m. */
#define MIN_WIDTH 560.0
#define MAX_SIDE 5600.0
#define MARGIN 28.0
#define ROOM_FOR_NAMES 70.0

#define NAME_SIZE 9.5
#define TITLE_SIZE 17.0
#define CAPTION_SIZE 9.0
#define MAX_LETTERS 36

/* So many names can have halos, which cost more than all else. */
#define MAX_HALOS 400

PangoLayout *
plx_graph_paper_lay_out (PangoContext *context,
                         const char   *words,
                         double        size,
                         gboolean      bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");

  /* Points of the picture, not of a screen. */
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);

  return layout;
}

void
plx_graph_paper_measure (PangoLayout *layout,
                         double      *width,
                         double      *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;
}

static char *
dup_shortened (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\r\n\t", ' ');
  if (g_utf8_strlen (valid, -1) <= MAX_LETTERS)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, MAX_LETTERS - 1);

  return g_strconcat (start, "…", NULL);
}

static void
collect_nodes (PlxGraphPaper *self)
{
  const PlxGraphExport *export = self->export;
  const guint n = export->graph->nodes->len;

  self->order = g_new (guint, n + 1);
  self->spots = g_new0 (PlxGraphSpot, n + 1);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    if (plx_graph_export_shows_node (export, i))
      {
        g_autofree char *name = dup_shortened (plx_graph_export_entity (export, i)->name);
        PangoLayout *layout = plx_graph_paper_lay_out (self->context, name, NAME_SIZE, FALSE);
        PlxGraphSpot *spot = &self->spots[self->n_shown];

        spot->radius = plx_graph_look_radius (export->graph, i) + (export->rims ? 2.5 : 0);
        plx_graph_paper_measure (layout, &spot->width, &spot->height);
        g_ptr_array_add (self->names, layout);
        self->order[self->n_shown++] = i;
      }
}

/* Puts the nodes on paper, and gives where they end. */
static double
place_nodes (PlxGraphPaper *self)
{
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0, scale = SCALE, left;

  for (guint i = 0; i < self->n_shown; i++)
    {
      const PlxGraphNode *node = plx_graph_export_node (self->export, self->order[i]);

      x0 = i == 0 ? node->x : MIN (x0, node->x);
      x1 = i == 0 ? node->x : MAX (x1, node->x);
      y0 = i == 0 ? node->y : MIN (y0, node->y);
      y1 = i == 0 ? node->y : MAX (y1, node->y);
    }

  scale = MIN (scale, MAX_SIDE / MAX (MAX (x1 - x0, y1 - y0), 1e-6));
  self->width = ceil (MAX (MIN_WIDTH, (x1 - x0) * scale + 2 * (MARGIN + ROOM_FOR_NAMES)));
  left = (self->width - (x1 - x0) * scale) / 2;

  for (guint i = 0; i < self->n_shown; i++)
    {
      const PlxGraphNode *node = plx_graph_export_node (self->export, self->order[i]);

      self->spots[i].x = left + (node->x - x0) * scale;
      self->spots[i].y = (node->y - y0) * scale + MARGIN;
    }
  plx_graph_place_names (self->spots, self->n_shown, self->width,
                         (y1 - y0) * scale + 2 * MARGIN);

  return (y1 - y0) * scale + 2 * MARGIN;
}

/**
 * plx_graph_paper_new:
 * @export: what is to be drawn; lent
 *
 * Puts a graph on paper that is as large as it needs to be, with title, caption and legend.
 *
 * Returns: (transfer full): where everything goes
 */
PlxGraphPaper *
plx_graph_paper_new (const PlxGraphExport *export)
{
  PlxGraphPaper *self = g_new0 (PlxGraphPaper, 1);
  g_autofree char *title = plx_graph_export_dup_title (export);
  g_autofree char *caption = plx_graph_paper_dup_caption (export);
  double width, height, top, bottom;

  self->export = export;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  collect_nodes (self);
  self->title = plx_graph_paper_lay_out (self->context, title, TITLE_SIZE, TRUE);
  self->caption = plx_graph_paper_lay_out (self->context, caption, CAPTION_SIZE, FALSE);

  /* How wide the paper is depends on the nodes alone, how high the title is on that. */
  bottom = place_nodes (self);
  pango_layout_set_width (self->title, (self->width - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->caption, (self->width - 2 * MARGIN) * PANGO_SCALE);
  plx_graph_paper_measure (self->title, &width, &height);
  self->title_at = (PlxGraphPoint) { MARGIN, MARGIN };
  self->caption_at = (PlxGraphPoint) { MARGIN, MARGIN + height + 4 };
  plx_graph_paper_measure (self->caption, &width, &height);
  top = self->caption_at.y + height;

  for (guint i = 0; i < self->n_shown; i++)
    {
      self->spots[i].y += top;
      self->spots[i].name_y += top;
    }

  self->keys = g_array_new (FALSE, FALSE, sizeof (PlxGraphKey));
  self->height = ceil (plx_graph_paper_place_legend (self, top + bottom) + MARGIN);

  return self;
}

void
plx_graph_paper_free (PlxGraphPaper *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    g_object_unref (g_array_index (self->keys, PlxGraphKey, i).layout);

  g_array_unref (self->keys);
  g_ptr_array_unref (self->names);
  g_object_unref (self->title);
  g_object_unref (self->caption);
  g_object_unref (self->context);
  g_free (self->spots);
  g_free (self->order);
  g_free (self);
}

static char *
dup_tie_words (const PlxGraphExport *export,
               guint                 edge)
{
  const PlxGraphEdge *tie = plx_graph_export_edge (export, edge);
  const char *a = plx_graph_export_entity (export, tie->a)->name;
  const char *b = plx_graph_export_entity (export, tie->b)->name;

  if (export->difference != NULL)
    {
      const PlxGraphContrast *contrast = &g_array_index (export->difference->edges,
                                                         PlxGraphContrast, edge);

      /* Translators: two names, how often they are together in two sets of articles, and what
       * that is called, such as “Stronger here” */
      return g_strdup_printf (_("%s – %s: %u here, %u there (%s)"), a, b, contrast->here,
                              contrast->there, plx_graph_contrast_words (contrast->kind));
    }

  /* Translators: two names, and how often they are together */
  return g_strdup_printf (_("%s – %s: %u"), a, b, tie->weight);
}

static void
draw_ties (const PlxGraphPaper *self,
           PlxGraphPen         *pen)
{
  const PlxGraphExport *export = self->export;
  g_autofree guint *places = g_new0 (guint, export->graph->nodes->len + 1);

  for (guint i = 0; i < self->n_shown; i++)
    places[self->order[i]] = i;

  /* The weakest first, so that the strong ones lie above them. */
  for (guint i = export->graph->edges->len; i > 0; i--)
    {
      const PlxGraphEdge *edge = plx_graph_export_edge (export, i - 1);
      const PlxGraphContrastKind kind = plx_graph_export_edge_kind (export, i - 1);
      PlxGraphStroke stroke = { .color = plx_graph_look_tie_color (kind) };
      g_autofree char *words = NULL;

      if (!plx_graph_export_shows_edge (export, i - 1))
        continue;

      words = dup_tie_words (export, i - 1);
      stroke.width = plx_graph_look_width (export->graph, i - 1, kind);
      stroke.alpha = kind == PLX_GRAPH_CONTRAST_BOTH ? 0.45 : 0.8;
      stroke.n_dashes = plx_graph_look_dash (kind, stroke.width, stroke.dash);
      pen->open (pen, "tie", words);
      pen->line (pen,
                 (PlxGraphPoint) { self->spots[places[edge->a]].x, self->spots[places[edge->a]].y },
                 (PlxGraphPoint) { self->spots[places[edge->b]].x, self->spots[places[edge->b]].y },
                 &stroke);
      pen->close (pen);
    }
}

/* Around the node, for each article as much as it mentions it. */
static void
draw_rim (const PlxGraphPaper *self,
          guint                node,
          PlxGraphPoint        middle,
          double               radius,
          PlxGraphPen         *pen)
{
  g_autoptr (GArray) sources = plx_graph_dup_node_sources (self->export->graph, node);
  double angle = -G_PI / 2;
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    n += g_array_index (sources, PlxGraphSource, i).n_mentions;

  for (guint i = 0; i < sources->len; i++)
    {
      const PlxGraphSource *source = &g_array_index (sources, PlxGraphSource, i);
      const double step = 2 * G_PI * source->n_mentions / MAX (n, 1);
      const PlxGraphStroke stroke = { .color = plx_graph_look_source_color (source->article),
                                      .width = 2.2, .alpha = 1 };

      if (step > 0)
        pen->arc (pen, middle, radius, angle, angle + step, &stroke);
      angle += step;
    }
}

static void
draw_node (const PlxGraphPaper *self,
           guint                place,
           PlxGraphPen         *pen)
{
  const PlxGraphExport *export = self->export;
  const guint node = self->order[place];
  const PlxGraphSpot *spot = &self->spots[place];
  const PlxEntityRecord *entity = plx_graph_export_entity (export, node);
  const PlxGraphContrastKind kind = plx_graph_export_node_kind (export, node);
  const PlxGraphColor fill = plx_graph_look_color (entity->kind, kind);
  const double radius = plx_graph_look_radius (export->graph, node);
  const PlxGraphPoint middle = { spot->x, spot->y };
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  const guint n_corners = plx_graph_get_shape (entity->kind, corners);
  PlxGraphStroke stroke = { .color = { 0.1, 0.1, 0.12 }, .width = 0.8, .alpha = 1 };
  /* Translators: a name, what it is, and how often it is mentioned */
  g_autofree char *words = g_strdup_printf (_("%s (%s): %u"), entity->name,
                                            plx_graph_look_kind_words (entity->kind),
                                            plx_graph_export_node (export, node)->n_mentions);

  stroke.n_dashes = plx_graph_look_dash (kind, stroke.width, stroke.dash);
  pen->open (pen, "node", words);
  pen->shape (pen, middle, radius, corners, n_corners, &fill, &stroke);
  if (export->rims && export->difference == NULL)
    draw_rim (self, node, middle, radius * 1.25 + 1.5, pen);
  pen->close (pen);
}

/**
 * plx_graph_paper_draw:
 * @self: where everything goes
 * @pen: what draws it
 *
 * Draws a picture. Names that have no room of their own are left out.
 */
void
plx_graph_paper_draw (const PlxGraphPaper *self,
                      PlxGraphPen         *pen)
{
  static const PlxGraphColor white = { 1, 1, 1 };
  const PlxGraphPoint paper[] = { { 0, 0 }, { self->width, 0 }, { self->width, self->height },
                                  { 0, self->height } };
  const PlxGraphStroke none = { .width = 0 };

  pen->shape (pen, (PlxGraphPoint) { 0, 0 }, 1, paper, G_N_ELEMENTS (paper), &white, &none);
  pen->open (pen, "title", NULL);
  pen->words (pen, self->title_at, self->title, FALSE);
  pen->words (pen, self->caption_at, self->caption, FALSE);
  pen->close (pen);

  draw_ties (self, pen);
  for (guint i = self->n_shown; i > 0; i--)
    draw_node (self, i - 1, pen);

  pen->open (pen, "names", NULL);
  for (guint i = self->n_shown; i > 0; i--)
    if (self->spots[i - 1].named)
      pen->words (pen, (PlxGraphPoint) { self->spots[i - 1].name_x, self->spots[i - 1].name_y },
                  g_ptr_array_index (self->names, i - 1), self->n_shown <= MAX_HALOS);
  pen->close (pen);

  plx_graph_paper_draw_legend (self, pen);
}
