/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-paper.h"

#include <glib/gi18n-lib.h>

#include "graph/plx-graph-export-private.h"

#define SIZE 9.0
#define MARGIN 28.0
#define SAMPLE 26.0 /* how wide what is drawn beside the words is */
#define GAP 16.0
#define SPACE_ABOVE 10.0
#define LINE_GAP 5.0

static const char *
scope_words (PlxGraphScope scope)
{
  switch (scope)
    {
    case PLX_GRAPH_SCOPE_NEIGHBOURS:
      return _("A line joins names that stand in one sentence or in two that follow each other.");

    case PLX_GRAPH_SCOPE_PARAGRAPH:
      return _("A line joins names that stand in one paragraph.");

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

static void
append_counts (const PlxGraphExport *export,
               GString              *text)
{
  const PlxGraph *graph = export->graph;
  guint n_nodes = 0, n_edges = 0;

  for (guint i = 0; i < graph->nodes->len; i++)
    n_nodes += plx_graph_export_shows_node (export, i);
  for (guint i = 0; i < graph->edges->len; i++)
    n_edges += plx_graph_export_shows_edge (export, i);

  /* Translators: how many names are shown, of how many; the same of lines */
  g_string_append_printf (text, _(" Shown: %u of %u names, %u of %u lines."), n_nodes,
                          graph->nodes->len + graph->n_hidden_nodes, n_edges,
                          graph->edges->len + graph->n_hidden_edges);
}

/* (transfer full): what a line means, how many names are shown and of how many, and which sides
 * are compared. */
char *
plx_graph_paper_dup_caption (const PlxGraphExport *export)
{
  const PlxGraph *graph = export->graph;
  const PlxGraphDifference *difference = export->difference;
  GString *text = g_string_new (NULL);

  /* Translators: what a line joins; what its width says */
  g_string_append_printf (text, _("%s %s The larger a shape is, the more often the name is "
                                  "mentioned."), scope_words (graph->options.scope),
                          weighting_words (graph->options.weighting));
  if (export->rims && difference == NULL)
    g_string_append (text, _(" Its rim shows which articles mention it, from the top clockwise in "
                             "the order of the legend."));
  append_counts (export, text);

  if (difference != NULL)
    /* Translators: two sets of articles; %1$s and %2$s are what they are called */
    g_string_append_printf (text, _("\nHere: %1$s (%3$u). There: %2$s (%4$u)."),
                            export->here != NULL ? export->here : _("the first articles"),
                            export->there != NULL ? export->there : _("the second articles"),
                            difference->n_articles[PLX_GRAPH_SIDE_HERE],
                            difference->n_articles[PLX_GRAPH_SIDE_THERE]);

  return g_string_free_and_steal (text);
}

static void
add_key (PlxGraphPaper  *self,
         PlxGraphKeyType type,
         guint           which,
         const char     *words)
{
  PlxGraphKey key = { type, which, NULL, { 0, 0 } };

  key.layout = plx_graph_paper_lay_out (self->context, words, SIZE, FALSE);
  pango_layout_set_ellipsize (key.layout, PANGO_ELLIPSIZE_NONE);
  g_array_append_val (self->keys, key);
}

static void
add_kinds (PlxGraphPaper *self)
{
  gboolean present[PLX_KIND_OTHER + 1] = { FALSE };

  for (guint i = 0; i < self->n_shown; i++)
    present[plx_graph_export_entity (self->export, self->order[i])->kind] = TRUE;

  for (guint i = 0; i <= PLX_KIND_OTHER; i++)
    if (present[i])
      add_key (self, PLX_GRAPH_KEY_KIND, i, plx_graph_look_kind_words (i));
}

static void
add_contrasts (PlxGraphPaper *self)
{
  if (self->export->difference == NULL)
    return;

  for (guint i = 0; i < PLX_GRAPH_N_CONTRASTS; i++)
    {
      const guint n = plx_graph_difference_count (self->export->difference, TRUE, i) +
                      plx_graph_difference_count (self->export->difference, FALSE, i);

      if (n > 0)
        add_key (self, PLX_GRAPH_KEY_CONTRAST, i, plx_graph_contrast_words (i));
    }
}

static void
add_sources (PlxGraphPaper *self)
{
  const PlxGraphExport *export = self->export;

  if (!export->rims || export->difference != NULL)
    return;

  for (guint i = 0; i < plx_analysis_get_n_articles (export->analysis); i++)
    {
      g_autofree char *name = plx_graph_export_dup_article (export, i);

      g_strdelimit (name, "\r\n\t", ' ');
      if (g_utf8_strlen (name, -1) > 40)
        *g_utf8_offset_to_pointer (name, 40) = '\0';
      add_key (self, PLX_GRAPH_KEY_SOURCE, i, name);
    }
}

/* Sets the entries in lines below @top, and gives where they end. */
double
plx_graph_paper_place_legend (PlxGraphPaper *self,
                              double         top)
{
  double x = MARGIN, line = 0;

  top += SPACE_ABOVE;
  add_kinds (self);
  add_contrasts (self);
  add_sources (self);

  for (guint i = 0; i < self->keys->len; i++)
    {
      PlxGraphKey *key = &g_array_index (self->keys, PlxGraphKey, i);
      double width, height;

      plx_graph_paper_measure (key->layout, &width, &height);
      if (x > MARGIN && (x + SAMPLE + width > self->width - MARGIN ||
                         g_array_index (self->keys, PlxGraphKey, i - 1).type != key->type))
        {
          x = MARGIN;
          top += line + LINE_GAP;
          line = 0;
        }

      key->at = (PlxGraphPoint) { x, top };
      line = MAX (line, height);
      x += SAMPLE + width + GAP;
    }

  return top + line;
}

static void
draw_kind (PlxKind        kind,
           PlxGraphPoint  middle,
           PlxGraphPen   *pen)
{
  PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS];
  const guint n_corners = plx_graph_get_shape (kind, corners);
  const PlxGraphColor fill = plx_graph_look_color (kind, PLX_GRAPH_CONTRAST_BOTH);
  const PlxGraphStroke stroke = { .color = { 0.1, 0.1, 0.12 }, .width = 0.8, .alpha = 1 };

  pen->shape (pen, middle, 4.2, corners, n_corners, &fill, &stroke);
}

static void
draw_line (PlxGraphStroke  stroke,
           PlxGraphPoint   middle,
           PlxGraphPen    *pen)
{
  const PlxGraphPoint from = { middle.x - 9, middle.y };
  const PlxGraphPoint to = { middle.x + 9, middle.y };

  pen->line (pen, from, to, &stroke);
}

void
plx_graph_paper_draw_legend (const PlxGraphPaper *self,
                             PlxGraphPen         *pen)
{
  pen->open (pen, "legend", NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const PlxGraphKey *key = &g_array_index (self->keys, PlxGraphKey, i);
      PlxGraphStroke stroke = { .width = 1.6, .alpha = 1 };
      double width, height;
      PlxGraphPoint middle;

      plx_graph_paper_measure (key->layout, &width, &height);
      middle = (PlxGraphPoint) { key->at.x + SAMPLE / 2 - 3, key->at.y + height / 2 };

      switch (key->type)
        {
        case PLX_GRAPH_KEY_CONTRAST:
          stroke.color = plx_graph_look_tie_color (key->which);
          stroke.width += key->which == PLX_GRAPH_CONTRAST_STRONGER ? 1.6 : 0;
          stroke.n_dashes = plx_graph_look_dash (key->which, stroke.width, stroke.dash);
          draw_line (stroke, middle, pen);
          break;

        case PLX_GRAPH_KEY_SOURCE:
          stroke.color = plx_graph_look_source_color (key->which);
          stroke.width = 3;
          draw_line (stroke, middle, pen);
          break;

        case PLX_GRAPH_KEY_KIND:
        default:
          draw_kind (key->which, middle, pen);
        }

      pen->words (pen, (PlxGraphPoint) { key->at.x + SAMPLE, key->at.y }, key->layout, FALSE);
    }

  pen->close (pen);
}
