/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include "graph/plx-graph-look.h"

/* The language of Graphviz. With the places that are in it, `neato -n2` draws what the window
 * shows; the other programs lay it out anew. */

/* Points between two nodes that lie 1 apart. */
#define POINTS 90.0

static void
append_words (GString    *out,
              const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, g_ascii_iscntrl (*p) ? ' ' : *p);
    }
  g_string_append_c (out, '"');
}

static void
append_columns (const PlxGraphExport *self,
                const PlxGraphColumn *columns,
                guint                 index,
                GString              *out)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    {
      g_autofree char *value = NULL;

      /* What Graphviz itself calls so is written below, in its own terms. */
      if (!plx_graph_export_has_column (self, column) || g_str_equal (column->name, "name") ||
          g_str_equal (column->name, "weight") || g_str_equal (column->name, "group") ||
          !(value = column->dup (self, index)))
        continue;

      g_string_append_printf (out, ", plx_%s=", column->name);
      append_words (out, value);
    }
}

static const char *
shape_of (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return "circle";

    case PLX_KIND_ORGANIZATION:
      return "square";

    case PLX_KIND_COUNTRY:
      return "hexagon";

    case PLX_KIND_PLACE:
      return "triangle";

    case PLX_KIND_EVENT:
      return "diamond";

    case PLX_KIND_LAW:
      return "note";

    case PLX_KIND_OTHER:
    default:
      return "octagon";
    }
}

static const char *
line_of (PlxGraphContrastKind kind)
{
  switch (kind)
    {
    case PLX_GRAPH_CONTRAST_HERE:
      return "dashed";

    case PLX_GRAPH_CONTRAST_THERE:
    case PLX_GRAPH_CONTRAST_NONE:
      return "dotted";

    case PLX_GRAPH_CONTRAST_STRONGER:
      return "bold";

    case PLX_GRAPH_CONTRAST_WEAKER:
      return "dashed,bold";

    case PLX_GRAPH_CONTRAST_BOTH:
    default:
      return "solid";
    }
}

static void
append_number (GString    *out,
               const char *format,
               double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, format, number));
}

static void
append_color (GString       *out,
              const char    *name,
              PlxGraphColor  color)
{
  g_string_append_printf (out, ", %s=\"#%02x%02x%02x\"", name, (int) (color.red * 255 + 0.5),
                          (int) (color.green * 255 + 0.5), (int) (color.blue * 255 + 0.5));
}

static void
append_node (const PlxGraphExport *self,
             guint                 index,
             GString              *out)
{
  const PlxGraphNode *node = plx_graph_export_node (self, index);
  const PlxEntityRecord *entity = plx_graph_export_entity (self, index);
  const PlxGraphContrastKind kind = plx_graph_export_node_kind (self, index);

  g_string_append_printf (out, "  n%u [label=\"\", xlabel=", index + 1);
  append_words (out, entity->name);
  g_string_append_printf (out, ", shape=%s, style=\"filled,%s\"", shape_of (entity->kind),
                          line_of (kind));
  append_color (out, "fillcolor", plx_graph_look_color (entity->kind, kind));
  g_string_append (out, ", pos=\"");
  append_number (out, "%.2f", POINTS * node->x);
  g_string_append_c (out, ',');
  append_number (out, "%.2f", -POINTS * node->y);
  g_string_append (out, node->is_pinned ? "!\", width=" : "\", width=");
  append_number (out, "%.3f", plx_graph_look_radius (self->graph, index) / 36);
  append_columns (self, plx_graph_node_columns, index, out);
  g_string_append (out, "];\n");
}

static void
append_edge (const PlxGraphExport *self,
             guint                 index,
             GString              *out)
{
  const PlxGraphEdge *edge = plx_graph_export_edge (self, index);
  const PlxGraphContrastKind kind = plx_graph_export_edge_kind (self, index);

  g_string_append_printf (out, "  n%u -- n%u [weight=%u, style=\"%s\", penwidth=", edge->a + 1,
                          edge->b + 1, edge->weight, line_of (kind));
  append_number (out, "%.2f", plx_graph_look_width (self->graph, index, kind));
  append_color (out, "color", plx_graph_look_tie_color (kind));
  append_columns (self, plx_graph_edge_columns, index, out);
  g_string_append (out, "];\n");
}

void
plx_graph_write_dot (const PlxGraphExport *self,
                     GString              *out)
{
  g_autofree char *title = plx_graph_export_dup_title (self);

  g_string_append (out, "graph ");
  append_words (out, title);
  g_string_append (out, " {\n  graph [charset=\"UTF-8\", layout=neato, overlap=false, label=");
  append_words (out, title);
  g_string_append (out, "];\n  node [fixedsize=true, fontname=\"sans-serif\"];\n");

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autofree char *name = plx_graph_export_dup_article (self, i);
      g_autofree char *line = g_strdelimit (g_strdup (name), "\r\n", ' ');

      g_string_append_printf (out, "  // article %u: %s\n", i + 1, line);
    }

  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      append_node (self, i, out);

  for (guint i = 0; i < self->graph->edges->len; i++)
    if (plx_graph_export_shows_edge (self, i))
      append_edge (self, i, out);

  g_string_append (out, "}\n");
}
