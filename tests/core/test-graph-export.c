/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "graph/plx-graph-export.h"
#include "made-analysis.h"

#include <cairo.h>
#include <json-glib/json-glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

/* Names as strangers may write them: for a sheet, for XML, for a quoted word. */
#define FORMULA "=SUM(1,2) \"q\""
#define MARKUP "<Bob> & \x01 ‘Co’"
#define SLASHED "Dan\\ \"Ox\""

typedef struct
{
  PlxAnalysis        *analysis;
  PlxGraph           *graph;
  PlxGraphDifference *difference; /* nullable */
  PlxGraphExport      export;
} Fixture;

static void
lay_out (Fixture *fixture)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (fixture->analysis, TRUE);

  fixture->graph = plx_graph_new (fixture->analysis, passages, NULL);
  plx_graph_measure (fixture->graph, NULL);
  plx_graph_lay_out (fixture->graph, NULL, fixture->analysis, NULL, NULL, NULL);
  fixture->export = (PlxGraphExport) { .analysis = fixture->analysis, .graph = fixture->graph,
                                       .title = "Who & “whom”", .rims = TRUE };
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  guint article;

  fixture->analysis = plx_analysis_new ();
  article = made_article (fixture->analysis, "First, the \"Mail\"", "2024-01-02");
  made_paragraph (fixture->analysis, article, "{Ann} met {" FORMULA "}.|{" MARKUP "} saw {Ann}.");
  article = made_article (fixture->analysis, "-Second-", "2024-02-02");
  made_paragraph (fixture->analysis, article, "=It was {Ann} and {" SLASHED "}.|{Zoe} was away.");
  made_entity (fixture->analysis, "Nobody", PLX_KIND_LAW, NULL);
  lay_out (fixture);
}

static void
set_up_difference (Fixture       *fixture,
                   gconstpointer  data)
{
  const guint8 sides[] = { PLX_GRAPH_SIDE_HERE, PLX_GRAPH_SIDE_THERE };
  g_autoptr (PlxPassages) passages = NULL;

  set_up (fixture, data);
  passages = plx_passages_new (fixture->analysis, TRUE);
  fixture->difference = plx_graph_difference_new (fixture->graph, fixture->analysis, passages,
                                                  sides);
  fixture->export.difference = fixture->difference;
  fixture->export.here = "one <side>";
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->difference, plx_graph_difference_unref);
  g_clear_pointer (&fixture->graph, plx_graph_unref);
  g_clear_pointer (&fixture->analysis, plx_analysis_unref);
}

static GBytes *
export_bytes (Fixture        *fixture,
              PlxGraphFormat  format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = plx_graph_export (&fixture->export, format, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
export_text (Fixture        *fixture,
             PlxGraphFormat  format)
{
  g_autoptr (GBytes) bytes = export_bytes (fixture, format);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate_len (data, size, NULL));

  return g_strndup (data, size);
}

static const char *
name_of (Fixture *fixture,
         guint    node)
{
  return plx_analysis_get_entity (fixture->analysis, g_array_index (fixture->graph->nodes,
                                                                    PlxGraphNode,
                                                                    node).entity)->name;
}

static guint
find_node (Fixture    *fixture,
           const char *name)
{
  for (guint i = 0; i < fixture->graph->nodes->len; i++)
    if (g_str_equal (name_of (fixture, i), name))
      return i;

  g_assert_not_reached ();
}

/* RFC 4180, read strictly: rows of equal length that end with CR LF. Gives rows of fields. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *p = text;

  while (*p != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (rows, row);
      while (TRUE)
        {
          GString *field = g_string_new (NULL);

          if (*p == '"')
            for (p++; *p != '"' || p[1] == '"'; p++)
              {
                g_assert_cmpint (*p, !=, '\0');
                p += *p == '"';
                g_string_append_c (field, *p);
              }
          else
            for (; strchr (",\r\n\"", *p) == NULL; p++)
              g_string_append_c (field, *p);

          p += *p == '"';
          g_ptr_array_add (row, g_string_free_and_steal (field));
          if (*p != ',')
            break;
          p++;
        }

      g_assert_cmpmem (p, 2, "\r\n", 2);
      p += 2;
      g_assert_cmpuint (row->len, ==, ((GPtrArray *) rows->pdata[0])->len);
    }

  return rows;
}

static const char *
csv_field (GPtrArray  *rows,
           guint       row,
           const char *column)
{
  GPtrArray *head = rows->pdata[0];

  for (guint i = 0; i < head->len; i++)
    if (g_str_equal (head->pdata[i], column))
      return g_ptr_array_index ((GPtrArray *) rows->pdata[row], i);

  g_assert_not_reached ();
}

static GPtrArray *
export_csv (Fixture        *fixture,
            PlxGraphFormat  format)
{
  g_autofree char *text = export_text (fixture, format);

  return parse_csv (text);
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) nodes = export_csv (fixture, PLX_GRAPH_FORMAT_CSV_NODES);
  g_autoptr (GPtrArray) edges = export_csv (fixture, PLX_GRAPH_FORMAT_CSV_EDGES);

  g_test_summary ("Tables come back as they were, and no word is a formula");

  g_assert_cmpuint (nodes->len, ==, fixture->graph->nodes->len + 1);
  g_assert_cmpuint (edges->len, ==, fixture->graph->edges->len + 1);
  for (guint i = 0; i < fixture->graph->nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (fixture->graph->nodes, PlxGraphNode, i);
      const char *name = csv_field (nodes, i + 1, "name");

      if (g_str_equal (name_of (fixture, i), FORMULA))
        g_assert_cmpstr (name, ==, "'" FORMULA);
      else
        g_assert_cmpstr (name, ==, name_of (fixture, i));
      g_assert_cmpuint (g_ascii_strtoull (csv_field (nodes, i + 1, "mentions"), NULL, 10), ==,
                        node->n_mentions);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (csv_field (nodes, i + 1, "x"), NULL),
                                      node->x, 1e-4);
    }

  for (guint i = 0; i < fixture->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (fixture->graph->edges, PlxGraphEdge, i);
      g_autofree char *a = g_strdup_printf ("n%u", edge->a + 1);

      g_assert_cmpstr (csv_field (edges, i + 1, "source"), ==, a);
      g_assert_cmpstr (csv_field (edges, i + 1, "target_name"), ==,
                       csv_field (nodes, edge->b + 1, "name"));
    }
}

static void
test_csv_evidence (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) edges = export_csv (fixture, PLX_GRAPH_FORMAT_CSV_EDGES);
  g_autoptr (GPtrArray) evidence = export_csv (fixture, PLX_GRAPH_FORMAT_CSV_EVIDENCE);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  g_test_summary ("Every id of the evidence leads to its sentence");

  g_assert_cmpuint (evidence->len, ==, 4 + 1);
  for (guint i = 1; i < evidence->len; i++)
    g_hash_table_insert (texts, (gpointer) csv_field (evidence, i, "id"),
                         (gpointer) csv_field (evidence, i, "text"));
  g_assert_cmpstr (g_hash_table_lookup (texts, "1.1"), ==, "Ann met " FORMULA ".");
  g_assert_cmpstr (g_hash_table_lookup (texts, "2.1"), ==, "'=It was Ann and " SLASHED ".");
  g_assert_cmpstr (csv_field (evidence, 1, "article_name"), ==, "First, the \"Mail\"");
  g_assert_cmpstr (csv_field (evidence, 3, "article_name"), ==, "'-Second-");
  g_assert_cmpstr (csv_field (evidence, 3, "published"), ==, "2024-02-02");

  for (guint i = 1; i < edges->len; i++)
    {
      g_auto (GStrv) ids = g_strsplit (csv_field (edges, i, "evidence"), " ", -1);

      g_assert_cmpuint (g_strv_length (ids), ==, 1);
      g_assert_true (g_hash_table_contains (texts, ids[0]));
    }
}

static xmlDoc *
parse_xml (const char *text)
{
  xmlDoc *doc = xmlReadMemory (text, strlen (text), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);

  return doc;
}

/* All elements of a name, in the order of the document. */
static void
collect (xmlNode    *from,
         const char *name,
         GPtrArray  *found)
{
  for (xmlNode *node = from; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name))
        g_ptr_array_add (found, node);
      collect (node->children, name, found);
    }
}

static GPtrArray *
list (xmlNode    *from,
      const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (from, name, found);

  return found;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* The value that a node or an edge has under a key. */
static char *
dup_data (xmlNode    *item,
          const char *element,
          const char *key_name,
          const char *key)
{
  g_autoptr (GPtrArray) all = list (item->children, element);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *its = dup_attribute (all->pdata[i], key_name);

      if (g_str_equal (its, key))
        {
          xmlChar *content = xmlNodeGetContent (all->pdata[i]);
          char *value = g_str_equal (element, "data") ? g_strdup ((const char *) content)
                                                      : dup_attribute (all->pdata[i], "value");

          xmlFree (content);
          return value;
        }
    }

  return NULL;
}

/* Every value is of something that was declared, every end of an edge is a node. */
static void
assert_whole (xmlDoc     *doc,
              const char *declares,
              const char *element,
              const char *key_name)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) declared = list (root, declares);
  g_autoptr (GPtrArray) values = list (root, element);
  g_autoptr (GPtrArray) nodes = list (root, "node");
  g_autoptr (GPtrArray) edges = list (root, "edge");

  for (guint i = 0; i < declared->len; i++)
    g_assert_true (g_hash_table_add (known, dup_attribute (declared->pdata[i], "id")));
  for (guint i = 0; i < nodes->len; i++)
    g_assert_true (g_hash_table_add (known, dup_attribute (nodes->pdata[i], "id")));

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *key = dup_attribute (values->pdata[i], key_name);

      g_assert_true (g_hash_table_contains (known, key));
    }

  for (guint i = 0; i < edges->len; i++)
    {
      g_autofree char *source = dup_attribute (edges->pdata[i], "source");
      g_autofree char *target = dup_attribute (edges->pdata[i], "target");

      g_assert_true (g_hash_table_contains (known, source));
      g_assert_true (g_hash_table_contains (known, target));
    }
}

/* What XML cannot hold has become U+FFFD. */
static void
assert_name (Fixture    *fixture,
             guint       node,
             const char *name)
{
  if (g_str_equal (name_of (fixture, node), MARKUP))
    g_assert_cmpstr (name, ==, "<Bob> & \xef\xbf\xbd ‘Co’");
  else
    g_assert_cmpstr (name, ==, name_of (fixture, node));
}

static void
test_graphml (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_GRAPHML);
  xmlDoc *doc = parse_xml (text);
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GPtrArray) nodes = list (root, "node");
  g_autoptr (GPtrArray) edges = list (root, "edge");

  g_assert_cmpstr ((const char *) root->ns->href, ==, "http://graphml.graphdrawing.org/xmlns");
  assert_whole (doc, "key", "data", "key");
  g_assert_cmpuint (nodes->len, ==, fixture->graph->nodes->len);
  g_assert_cmpuint (edges->len, ==, fixture->graph->edges->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = dup_data (nodes->pdata[i], "data", "key", "node_name");
      g_autofree char *rank = dup_data (nodes->pdata[i], "data", "key", "node_pagerank");

      assert_name (fixture, i, name);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (rank, NULL),
                                      g_array_index (fixture->graph->nodes, PlxGraphNode,
                                                     i).pagerank, 1e-5);
    }
  xmlFreeDoc (doc);
}

static void
test_gexf (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_GEXF);
  xmlDoc *doc = parse_xml (text);
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autofree char *version = dup_attribute (root, "version");
  g_autoptr (GPtrArray) nodes = list (root, "node");
  g_autoptr (GPtrArray) edges = list (root, "edge");

  g_assert_cmpstr (version, ==, "1.3");
  assert_whole (doc, "attribute", "attvalue", "for");
  g_assert_cmpuint (nodes->len, ==, fixture->graph->nodes->len);
  g_assert_cmpuint (edges->len, ==, fixture->graph->edges->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = dup_attribute (nodes->pdata[i], "label");

      assert_name (fixture, i, name);
    }

  for (guint i = 0; i < edges->len; i++)
    {
      g_autofree char *weight = dup_attribute (edges->pdata[i], "weight");
      g_autofree char *contrast = dup_data (edges->pdata[i], "attvalue", "for", "edge_contrast");
      g_autofree char *evidence = dup_data (edges->pdata[i], "attvalue", "for", "edge_evidence");

      g_assert_cmpfloat (g_ascii_strtod (weight, NULL), ==, 1);
      g_assert_nonnull (evidence);
      if (fixture->difference != NULL)
        g_assert_cmpstr (contrast, ==, g_str_equal (evidence, "2.1") ? "there" : "here");
      else
        g_assert_null (contrast);
    }
  xmlFreeDoc (doc);
}

static JsonNode *
export_json (Fixture *fixture)
{
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_JSON);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (strchr (text, '\n') == text + strlen (text) - 1);

  return node;
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (JsonNode) root = export_json (fixture);
  JsonObject *object = json_node_get_object (root);
  JsonArray *nodes = json_object_get_array_member (object, "nodes");
  JsonArray *edges = json_object_get_array_member (object, "edges");

  g_assert_cmpuint (json_array_get_length (nodes), ==, fixture->graph->nodes->len);
  g_assert_cmpuint (json_array_get_length (edges), ==, fixture->graph->edges->len);
  g_assert_cmpstr (json_object_get_string_member (object, "window"), ==, "sentence");
  g_assert_cmpint (json_object_has_member (object, "here"), ==, fixture->difference != NULL);

  for (guint i = 0; i < fixture->graph->nodes->len; i++)
    {
      JsonObject *node = json_array_get_object_element (nodes, i);

      g_assert_cmpstr (json_object_get_string_member (node, "name"), ==, name_of (fixture, i));
      g_assert_true (json_object_get_null_member (node, "country"));
      g_assert_false (json_object_get_boolean_member (node, "pinned"));
    }

  for (guint i = 0; i < fixture->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (fixture->graph->edges, PlxGraphEdge, i);
      JsonObject *tie = json_array_get_object_element (edges, i);
      JsonArray *sentences = json_object_get_array_member (tie, "sentences");
      JsonObject *sentence = json_array_get_object_element (sentences, 0);

      g_assert_cmpint (json_object_get_int_member (tie, "a"), ==, edge->a);
      g_assert_cmpint (json_object_get_int_member (tie, "weight"), ==, 1);
      g_assert_nonnull (strstr (json_object_get_string_member (sentence, "text"),
                                name_of (fixture, edge->b)));
    }
}

/* The words of a line of DOT that stand in quotes; everything must be closed. */
static GPtrArray *
read_quoted (const char *line)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = line; *p != '\0'; p++)
    if (*p == '"')
      {
        GString *word = g_string_new (NULL);

        for (p++; *p != '"'; p++)
          {
            g_assert_cmpint (*p, !=, '\0');
            p += *p == '\\';
            g_string_append_c (word, *p);
          }
        g_ptr_array_add (words, g_string_free_and_steal (word));
      }

  return words;
}

static void
test_dot (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_DOT);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_nodes = 0, n_edges = 0;

  g_assert_true (g_str_has_prefix (text, "graph \"Who & “whom”\" {\n"));
  g_assert_true (g_str_has_suffix (text, "}\n"));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = NULL;

      if (!g_str_has_prefix (lines[i], "  n") || !g_ascii_isdigit (lines[i][3]))
        continue;

      words = read_quoted (lines[i]);
      g_assert_true (g_str_has_suffix (lines[i], "];"));
      if (strstr (lines[i], " -- ") != NULL)
        {
          n_edges++;
          continue;
        }

      /* Control characters are spaces there. */
      if (!g_str_equal (name_of (fixture, n_nodes), MARKUP))
        g_assert_cmpstr (words->pdata[1], ==, name_of (fixture, n_nodes));
      n_nodes++;
    }

  g_assert_cmpuint (n_nodes, ==, fixture->graph->nodes->len);
  g_assert_cmpuint (n_edges, ==, fixture->graph->edges->len);
}

static void
test_graphviz_reads_it (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("dot");
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_DOT);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("Graphviz is not installed");
      return;
    }

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                            &error, program, "-Tcanon", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, text, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
}

static guint
count_class (xmlDoc     *doc,
             const char *wanted)
{
  g_autoptr (GPtrArray) groups = list (xmlDocGetRootElement (doc), "g");
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *class = dup_attribute (groups->pdata[i], "class");

      n += g_strcmp0 (class, wanted) == 0;
    }

  return n;
}

static double
get_number (xmlNode    *node,
            const char *name)
{
  g_autofree char *value = dup_attribute (node, name);

  return g_ascii_strtod (value, NULL);
}

static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *text = export_text (fixture, PLX_GRAPH_FORMAT_SVG);
  xmlDoc *doc = parse_xml (text);

  g_assert_cmpuint (count_class (doc, "node"), ==, fixture->graph->nodes->len);
  g_assert_cmpuint (count_class (doc, "tie"), ==, fixture->graph->edges->len);
  g_assert_cmpuint (count_class (doc, "legend"), ==, 1);
  g_assert_nonnull (strstr (text, ">Who &amp; “whom”</text>"));
  g_assert_nonnull (strstr (text, ">Person</text>"));
  g_assert_null (strstr (text, ">Law</text>"));
  if (fixture->difference != NULL)
    {
      g_assert_nonnull (strstr (text, "one &lt;side&gt; (1)"));
      g_assert_nonnull (strstr (text, ">Only there</text>"));
      g_assert_nonnull (strstr (text, "stroke-dasharray"));
    }
  else
    {
      g_assert_nonnull (strstr (text, ">First, the &quot;Mail&quot;</text>"));
      g_assert_null (strstr (text, "stroke-dasharray"));
    }
  xmlFreeDoc (doc);
}

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  GByteArray *left = closure;

  if (length > left->len)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, left->data, length);
  g_byte_array_remove_range (left, 0, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) pdf = export_bytes (fixture, PLX_GRAPH_FORMAT_PDF);
  g_autoptr (GBytes) png = export_bytes (fixture, PLX_GRAPH_FORMAT_PNG);
  g_autoptr (GByteArray) left = g_bytes_unref_to_array (g_steal_pointer (&png));
  g_autofree char *svg = export_text (fixture, PLX_GRAPH_FORMAT_SVG);
  xmlDoc *doc = parse_xml (svg);
  xmlNode *root = xmlDocGetRootElement (doc);
  cairo_surface_t *surface;
  gsize size;
  const char *text = g_bytes_get_data (pdf, &size);

  g_test_summary ("PDF and PNG open, and are as large as the SVG");

  g_assert_true (g_str_has_prefix (text, "%PDF-1."));
  g_assert_nonnull (g_strstr_len (text + size - 16, 16, "%%EOF"));

  surface = cairo_image_surface_create_from_png_stream (read_cb, left);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpfloat (cairo_image_surface_get_width (surface), ==, 2 * get_number (root, "width"));
  g_assert_cmpfloat (cairo_image_surface_get_height (surface), ==,
                     2 * get_number (root, "height"));
  cairo_surface_destroy (surface);
  xmlFreeDoc (doc);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree guint8 *hidden = g_new0 (guint8, fixture->graph->nodes->len);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) edges = NULL;
  JsonArray *ties;

  g_test_summary ("What the user has hidden is in no file, and numbers stay right");

  hidden[find_node (fixture, FORMULA)] = TRUE;
  fixture->export.hidden = hidden;
  for (guint i = PLX_GRAPH_FORMAT_JSON; i <= PLX_GRAPH_FORMAT_SVG; i++)
    {
      g_autofree char *text = export_text (fixture, i);

      /* It still stands in a sentence that is evidence of another. */
      if (i != PLX_GRAPH_FORMAT_JSON && i != PLX_GRAPH_FORMAT_CSV_EVIDENCE)
        g_assert_null (strstr (text, "SUM(1,2)"));
    }

  root = export_json (fixture);
  ties = json_object_get_array_member (json_node_get_object (root), "edges");
  edges = export_csv (fixture, PLX_GRAPH_FORMAT_CSV_EDGES);
  g_assert_cmpuint (json_array_get_length (ties), ==, fixture->graph->edges->len - 1);
  g_assert_cmpuint (edges->len, ==, fixture->graph->edges->len - 1 + 1);
  for (guint i = 0; i < json_array_get_length (ties); i++)
    {
      JsonObject *tie = json_array_get_object_element (ties, i);
      JsonArray *nodes = json_object_get_array_member (json_node_get_object (root), "nodes");
      JsonObject *b = json_array_get_object_element (nodes, json_object_get_int_member (tie, "b"));

      g_assert_cmpstr (json_object_get_string_member (b, "name"), ==,
                       csv_field (edges, i + 1, "target_name"));
    }
}

static void
test_same_twice (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < PLX_GRAPH_N_FORMATS; i++)
    {
      g_autoptr (GBytes) one = export_bytes (fixture, i);
      g_autoptr (GBytes) two = export_bytes (fixture, i);

      if (i != PLX_GRAPH_FORMAT_PDF)
        g_assert_cmpint (g_bytes_compare (one, two), ==, 0);
    }
}

static void
test_nothing (void)
{
  Fixture fixture = { .analysis = plx_analysis_new () };

  g_test_summary ("A graph of nothing is a file of nothing, in every format");

  lay_out (&fixture);
  for (guint i = 0; i < PLX_GRAPH_N_FORMATS; i++)
    {
      g_autoptr (GBytes) bytes = export_bytes (&fixture, i);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
  tear_down (&fixture, NULL);
}

/* A ring of many with long names, and each tied to one further on. */
static void
make_many (Fixture *fixture,
           guint    n)
{
  guint article;

  fixture->analysis = plx_analysis_new ();
  article = made_article (fixture->analysis, "Many", "2024-01-02");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("{Person Number %u} met {Person Number %u}.|"
                                               "{Person Number %u} saw {Person Number %u}.", i,
                                               (i + 1) % n, i, (i * 7 + 3) % n);

      made_paragraph (fixture->analysis, article, text);
    }
  lay_out (fixture);
}

static void
test_names_do_not_overlap (void)
{
  Fixture fixture = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) words = NULL;
  xmlDoc *doc;
  guint n_names = 0;

  make_many (&fixture, 150);
  text = export_text (&fixture, PLX_GRAPH_FORMAT_SVG);
  doc = parse_xml (text);
  words = list (xmlDocGetRootElement (doc), "text");

  for (guint i = 0; i < words->len; i++)
    {
      const double x = get_number (words->pdata[i], "x");
      const double y = get_number (words->pdata[i], "y");
      const double width = get_number (words->pdata[i], "textLength");
      xmlChar *content = xmlNodeGetContent (words->pdata[i]);

      n_names += g_str_has_prefix ((const char *) content, "Person Number");
      xmlFree (content);

      /* Letters of 9.5 points reach about 7 above their line and 2 below it. */
      for (guint j = 0; j < i; j++)
        g_assert_true (x >= get_number (words->pdata[j], "x") +
                            get_number (words->pdata[j], "textLength") ||
                       x + width <= get_number (words->pdata[j], "x") ||
                       fabs (y - get_number (words->pdata[j], "y")) >= 9);
    }

  g_assert_cmpuint (n_names, >, 75);
  xmlFreeDoc (doc);
  tear_down (&fixture, NULL);
}

static void
test_formats_by_name (void)
{
  PlxGraphFormat format;

  g_assert_true (plx_graph_format_from_name ("a/b.SVG", &format));
  g_assert_cmpint (format, ==, PLX_GRAPH_FORMAT_SVG);
  g_assert_true (plx_graph_format_from_name ("people-edges.csv", &format));
  g_assert_cmpint (format, ==, PLX_GRAPH_FORMAT_CSV_EDGES);
  g_assert_false (plx_graph_format_from_name ("people.csv", &format));
  g_assert_false (plx_graph_format_from_name ("svg", &format));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/graph-export/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_DIFFERENCE(path, function) \
  g_test_add ("/graph-export/difference/" path, Fixture, NULL, set_up_difference, function, \
              tear_down)

  ADD ("csv", test_csv);
  ADD ("csv-evidence", test_csv_evidence);
  ADD ("graphml", test_graphml);
  ADD ("gexf", test_gexf);
  ADD ("json", test_json);
  ADD ("dot", test_dot);
  ADD ("graphviz-reads-it", test_graphviz_reads_it);
  ADD ("svg", test_svg);
  ADD ("pictures", test_pictures);
  ADD ("hidden", test_hidden);
  ADD ("same-twice", test_same_twice);
  ADD_DIFFERENCE ("csv", test_csv);
  ADD_DIFFERENCE ("graphml", test_graphml);
  ADD_DIFFERENCE ("gexf", test_gexf);
  ADD_DIFFERENCE ("json", test_json);
  ADD_DIFFERENCE ("dot", test_dot);
  ADD_DIFFERENCE ("svg", test_svg);
  ADD_DIFFERENCE ("same-twice", test_same_twice);
  g_test_add_func ("/graph-export/nothing", test_nothing);
  g_test_add_func ("/graph-export/names-do-not-overlap", test_names_do_not_overlap);
  g_test_add_func ("/graph-export/formats-by-name", test_formats_by_name);

  return g_test_run ();
}
