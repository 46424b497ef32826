/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-export-private.h"

#include "graph/plx-graph-look.h"

/* GraphML (Brandes et al.) and GEXF 1.3, the two that programs for graphs read. */

/* XML 1.0 has no way to write most control characters, not even escaped. */
void
plx_graph_append_xml (GString    *out,
                      const char *words)
{
  g_autoptr (GString) legal = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *escaped = NULL;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff)
        g_string_append_unichar (legal, 0xfffd);
      else
        g_string_append_unichar (legal, c);
    }

  escaped = g_markup_escape_text (legal->str, legal->len);
  g_string_append (out, escaped);
}

static const char *
type_of (const PlxGraphColumn *column,
         gboolean              graphml)
{
  switch (column->type)
    {
    case PLX_GRAPH_VALUE_INTEGER:
      return graphml ? "int" : "integer";

    case PLX_GRAPH_VALUE_NUMBER:
      return "double";

    case PLX_GRAPH_VALUE_BOOLEAN:
      return "boolean";

    case PLX_GRAPH_VALUE_STRING:
    default:
      return "string";
    }
}

/* Which article each number of the evidence is: a line each. */
static char *
dup_articles (const PlxGraphExport *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      PlxDocument *document = plx_analysis_get_document (self->analysis, i);
      const char *published = document->fields[PLX_FIELD_PUBLISHED];
      g_autofree char *name = plx_graph_export_dup_article (self, i);

      g_string_append_printf (list, "%s%u: %s%s%s", i > 0 ? "\n" : "", i + 1, name,
                              published != NULL ? ", " : "", published != NULL ? published : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* Programs look for what a node is called in “label”. */
static void
append_keys (const PlxGraphExport *self,
             const PlxGraphColumn *columns,
             const char           *what,
             GString              *out)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    if (plx_graph_export_has_column (self, column))
      g_string_append_printf (out, "  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\""
                              " attr.type=\"%s\"/>\n", what, column->name, what,
                              g_str_equal (column->name, "name") ? "label" : column->name,
                              type_of (column, TRUE));
}

static void
append_data (const char *what,
             const char *name,
             const char *value,
             GString    *out)
{
  g_string_append_printf (out, "      <data key=\"%s_%s\">", what, name);
  plx_graph_append_xml (out, value);
  g_string_append (out, "</data>\n");
}

static void
append_all_data (const PlxGraphExport *self,
                 const PlxGraphColumn *columns,
                 const char           *what,
                 guint                 index,
                 GString              *out)
{
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    if (plx_graph_export_has_column (self, column))
      {
        g_autofree char *value = column->dup (self, index);

        if (value != NULL)
          append_data (what, column->name, value, out);
      }
}

static void
append_graphml_items (const PlxGraphExport *self,
                      GString              *out)
{
  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      {
        g_string_append_printf (out, "    <node id=\"n%u\">\n", i + 1);
        append_all_data (self, plx_graph_node_columns, "node", i, out);
        g_string_append (out, "    </node>\n");
      }

  for (guint i = 0; i < self->graph->edges->len; i++)
    if (plx_graph_export_shows_edge (self, i))
      {
        const PlxGraphEdge *edge = plx_graph_export_edge (self, i);

        g_string_append_printf (out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">\n",
                                i + 1, edge->a + 1, edge->b + 1);
        append_all_data (self, plx_graph_edge_columns, "edge", i, out);
        g_string_append (out, "    </edge>\n");
      }
}

void
plx_graph_write_graphml (const PlxGraphExport *self,
                         GString              *out)
{
  g_autofree char *title = plx_graph_export_dup_title (self);
  g_autofree char *articles = dup_articles (self);

  g_string_append (out,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                   "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                   "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                   " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
                   "  <key id=\"graph_title\" for=\"graph\" attr.name=\"title\""
                   " attr.type=\"string\"/>\n"
                   "  <key id=\"graph_articles\" for=\"graph\" attr.name=\"articles\""
                   " attr.type=\"string\"/>\n");
  append_keys (self, plx_graph_node_columns, "node", out);
  append_keys (self, plx_graph_edge_columns, "edge", out);
  g_string_append (out, "  <graph id=\"G\" edgedefault=\"undirected\">\n");
  append_data ("graph", "title", title, out);
  append_data ("graph", "articles", articles, out);
  append_graphml_items (self, out);
  g_string_append (out, "  </graph>\n</graphml>\n");
}

/* A node's name is its label and an edge's strength its weight, which stand elsewhere. */
static void
append_attributes (const PlxGraphExport *self,
                   const PlxGraphColumn *columns,
                   const char           *what,
                   GString              *out)
{
  g_string_append_printf (out, "    <attributes class=\"%s\">\n", what);
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    if (plx_graph_export_has_column (self, column) && !g_str_equal (column->name, "name"))
      g_string_append_printf (out, "      <attribute id=\"%s_%s\" title=\"%s\" type=\"%s\"/>\n",
                              what, column->name, column->name, type_of (column, FALSE));
  g_string_append (out, "    </attributes>\n");
}

static void
append_attvalues (const PlxGraphExport *self,
                  const PlxGraphColumn *columns,
                  const char           *what,
                  guint                 index,
                  GString              *out)
{
  g_string_append (out, "        <attvalues>\n");
  for (const PlxGraphColumn *column = columns; column->name != NULL; column++)
    {
      g_autofree char *value = NULL;

      if (!plx_graph_export_has_column (self, column) || g_str_equal (column->name, "name") ||
          !(value = column->dup (self, index)))
        continue;

      g_string_append_printf (out, "          <attvalue for=\"%s_%s\" value=\"", what,
                              column->name);
      plx_graph_append_xml (out, value);
      g_string_append (out, "\"/>\n");
    }
  g_string_append (out, "        </attvalues>\n");
}

static void
append_number (GString    *out,
               const char *name,
               double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s\"", name,
                          g_ascii_formatd (text, sizeof text, "%.6g", number));
}

static void
append_color (GString            *out,
              const PlxGraphColor *color)
{
  g_string_append_printf (out, "        <viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>\n",
                          (int) (color->red * 255 + 0.5), (int) (color->green * 255 + 0.5),
                          (int) (color->blue * 255 + 0.5));
}

/* The format knows four shapes. */
static const char *
shape_of (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_ORGANIZATION:
    case PLX_KIND_LAW:
      return "square";

    case PLX_KIND_PLACE:
      return "triangle";

    case PLX_KIND_EVENT:
      return "diamond";

    case PLX_KIND_PERSON:
    case PLX_KIND_COUNTRY:
    case PLX_KIND_OTHER:
    default:
      return "disc";
    }
}

/* And four lines. Which contrast it is stands in the attributes. */
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
      return "double";

    case PLX_GRAPH_CONTRAST_WEAKER:
      return "dashed";

    case PLX_GRAPH_CONTRAST_BOTH:
    default:
      return "solid";
    }
}

static void
append_gexf_node (const PlxGraphExport *self,
                  guint                 index,
                  GString              *out)
{
  const PlxGraphNode *node = plx_graph_export_node (self, index);
  const PlxEntityRecord *entity = plx_graph_export_entity (self, index);
  const PlxGraphColor color = plx_graph_look_color (entity->kind,
                                                    plx_graph_export_node_kind (self, index));

  g_string_append_printf (out, "      <node id=\"n%u\" label=\"", index + 1);
  plx_graph_append_xml (out, entity->name);
  g_string_append (out, "\">\n");
  append_attvalues (self, plx_graph_node_columns, "node", index, out);

  /* There the second axis goes up. */
  g_string_append (out, "        <viz:position");
  append_number (out, "x", 100 * node->x);
  append_number (out, "y", -100 * node->y);
  g_string_append (out, " z=\"0\"/>\n        <viz:size");
  append_number (out, "value", plx_graph_look_radius (self->graph, index));
  g_string_append (out, "/>\n");
  append_color (out, &color);
  g_string_append_printf (out, "        <viz:shape value=\"%s\"/>\n      </node>\n",
                          shape_of (entity->kind));
}

static void
append_gexf_edge (const PlxGraphExport *self,
                  guint                 index,
                  GString              *out)
{
  const PlxGraphEdge *edge = plx_graph_export_edge (self, index);
  const PlxGraphContrastKind kind = plx_graph_export_edge_kind (self, index);
  const PlxGraphColor color = plx_graph_look_tie_color (kind);

  g_string_append_printf (out, "      <edge id=\"e%u\" source=\"n%u\" target=\"n%u\"", index + 1,
                          edge->a + 1, edge->b + 1);
  append_number (out, "weight", edge->strength);
  g_string_append (out, ">\n");
  append_attvalues (self, plx_graph_edge_columns, "edge", index, out);
  append_color (out, &color);
  g_string_append (out, "        <viz:thickness");
  append_number (out, "value", plx_graph_look_width (self->graph, index, kind));
  g_string_append_printf (out, "/>\n        <viz:shape value=\"%s\"/>\n      </edge>\n",
                          line_of (kind));
}

void
plx_graph_write_gexf (const PlxGraphExport *self,
                      GString              *out)
{
  g_autofree char *title = plx_graph_export_dup_title (self);
  g_autofree char *articles = dup_articles (self);

  g_string_append (out,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
                   " version=\"1.3\">\n"
                   "  <meta>\n    <creator>Parallax</creator>\n    <description>");
  plx_graph_append_xml (out, title);
  g_string_append_c (out, '\n');
  plx_graph_append_xml (out, articles);
  g_string_append (out, "</description>\n  </meta>\n"
                   "  <graph defaultedgetype=\"undirected\" mode=\"static\">\n");
  append_attributes (self, plx_graph_node_columns, "node", out);
  append_attributes (self, plx_graph_edge_columns, "edge", out);

  g_string_append (out, "    <nodes>\n");
  for (guint i = 0; i < self->graph->nodes->len; i++)
    if (plx_graph_export_shows_node (self, i))
      append_gexf_node (self, i, out);

  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < self->graph->edges->len; i++)
    if (plx_graph_export_shows_edge (self, i))
      append_gexf_edge (self, i, out);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
}
