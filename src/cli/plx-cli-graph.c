/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-graph"

#include "config.h"

#include "plx-cli-graph.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "comparing/plx-comparing.h"
#include "graph/plx-graph-export.h"

/* So many articles can be told apart by the rims of nodes. */
#define MAX_RIMS 9

/* What was asked for. */
typedef struct
{
  char            **files;
  char             *window;
  char             *weight;
  char             *threshold;
  char            **sources;
  char            **here;
  char            **there;
  char             *before;
  char             *format;
  char             *output;
  char             *title;
  gboolean          json;
  int               min_weight;

  PlxGraphOptions   options;
  PlxDay            day;        /* of “--before”, or 0 */
  gboolean          is_text;
  gboolean          is_tables;  /* all three of CSV */
  PlxGraphFormat    as;         /* where it is neither */
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_strfreev (self->files);
  g_strfreev (self->sources);
  g_strfreev (self->here);
  g_strfreev (self->there);
  g_free (self->window);
  g_free (self->weight);
  g_free (self->threshold);
  g_free (self->before);
  g_free (self->format);
  g_free (self->output);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
print_line (const char             *a,
            const char             *b,
            const PlxGraphEdge     *edge,
            PlxGraphWeighting       weighting,
            const PlxGraphContrast *contrast)
{
  if (contrast != NULL)
    printf ("%4u %4u  %-8s  %s – %s\n", contrast->here, contrast->there,
            plx_enum_to_nick (PLX_TYPE_GRAPH_CONTRAST_KIND, contrast->kind), a, b);
  else if (weighting == PLX_GRAPH_WEIGHTING_COUNT)
    printf ("%4u  %s – %s\n", edge->weight, a, b);
  else
    printf ("%8.3f %4u  %s – %s\n", edge->strength, edge->weight, a, b);
}

/**
 * plx_cli_graph_print:
 * @analysis: an analysis
 * @graph: its graph
 * @difference: (nullable): what of it is here and what is there
 *
 * Prints a line for each tie, the strongest first: how often two are together, or how often on
 * either side and how that stands.
 */
void
plx_cli_graph_print (PlxAnalysis        *analysis,
                     PlxGraph           *graph,
                     PlxGraphDifference *difference)
{
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (graph->edges, PlxGraphEdge, i);
      const PlxGraphNode *a = &g_array_index (graph->nodes, PlxGraphNode, edge->a);
      const PlxGraphNode *b = &g_array_index (graph->nodes, PlxGraphNode, edge->b);

      print_line (plx_analysis_get_entity (analysis, a->entity)->name,
                  plx_analysis_get_entity (analysis, b->entity)->name, edge,
                  graph->options.weighting, difference == NULL ? NULL
                  : &g_array_index (difference->edges, PlxGraphContrast, i));
    }
}

static PlxCliStatus
check_counting (Arguments *self)
{
  int scope = PLX_GRAPH_SCOPE_SENTENCE;
  int weighting = PLX_GRAPH_WEIGHTING_COUNT;
  char *end = NULL;

  if (self->window != NULL && !plx_enum_from_nick (PLX_TYPE_GRAPH_SCOPE, self->window, &scope))
    return plx_cli_usage ("“%s” is not “sentence”, “neighbours”, “paragraph” or “article”",
                          self->window);
  if (self->weight != NULL &&
      !plx_enum_from_nick (PLX_TYPE_GRAPH_WEIGHTING, self->weight, &weighting))
    return plx_cli_usage ("“%s” is not “count”, “jaccard” or “likelihood”", self->weight);
  if (self->min_weight < 1)
    return plx_cli_usage ("the smallest weight is 1");
  if (self->min_weight > 1 && self->threshold != NULL)
    return plx_cli_usage ("“--min-weight” and “--threshold” are one and the same");

  self->options.scope = scope;
  self->options.weighting = weighting;
  self->options.threshold = self->min_weight > 1 ? self->min_weight : 0;
  if (self->threshold == NULL)
    return PLX_CLI_OK;
  if (g_str_equal (self->threshold, "readable"))
    {
      self->options.threshold = PLX_GRAPH_READABLE;
      return PLX_CLI_OK;
    }

  self->options.threshold = g_ascii_strtod (self->threshold, &end);
  if (end == self->threshold || *end != '\0' || !(self->options.threshold >= 0) ||
      !isfinite (self->options.threshold))
    return plx_cli_usage ("“%s” is not “readable” or a number from 0", self->threshold);

  return PLX_CLI_OK;
}

static PlxCliStatus
check_sides (Arguments *self)
{
  if (self->before == NULL)
    return PLX_CLI_OK;

  if (self->here != NULL || self->there != NULL)
    return plx_cli_usage ("“--before” goes without “--here” and “--there”");
  if ((self->day = plx_day_parse (self->before)) == 0)
    return plx_cli_usage ("“%s” is not a day such as 2015-06-14", self->before);

  return PLX_CLI_OK;
}

static PlxCliStatus
check_format (Arguments *self)
{
  int format = PLX_GRAPH_FORMAT_JSON;

  if (self->json && self->format != NULL && !g_str_equal (self->format, "json"))
    return plx_cli_usage ("“--json” goes without “--format %s”", self->format);

  if (self->json)
    self->as = PLX_GRAPH_FORMAT_JSON;
  else if (self->format == NULL && self->output != NULL && !g_str_equal (self->output, "-"))
    {
      /* “people.csv” is three tables, “people-edges.csv” one of them. */
      if (!plx_graph_format_from_name (self->output, &self->as))
        self->is_tables = g_str_has_suffix (self->output, ".csv");
      if (!self->is_tables && !plx_graph_format_from_name (self->output, &self->as))
        return plx_cli_usage ("the name “%s” does not tell a format; “--format” must",
                              self->output);
    }
  else if (self->format == NULL || g_str_equal (self->format, "text"))
    self->is_text = TRUE;
  else if (g_str_equal (self->format, "csv"))
    self->is_tables = TRUE;
  else if (plx_enum_from_nick (PLX_TYPE_GRAPH_FORMAT, self->format, &format))
    self->as = format;
  else
    return plx_cli_usage ("“%s” is no format of graphs", self->format);

  if (self->is_text && self->output != NULL && !g_str_equal (self->output, "-"))
    return plx_cli_usage ("“--format text” is for standard output");
  if (self->is_tables && (self->output == NULL || g_str_equal (self->output, "-")))
    return plx_cli_usage ("“csv” is three tables: “--output” must say where they go, "
                          "or ask for “csv-nodes”, “csv-edges” or “csv-evidence”");
  if (!self->is_text && !self->is_tables && self->output == NULL && isatty (STDOUT_FILENO) &&
      (self->as == PLX_GRAPH_FORMAT_PDF || self->as == PLX_GRAPH_FORMAT_PNG))
    return plx_cli_usage ("“--output” must say where the drawing goes");

  return PLX_CLI_OK;
}

static gboolean
write_file (const PlxGraphExport  *export,
            PlxGraphFormat         format,
            const char            *path,
            GError               **error)
{
  g_autoptr (GBytes) bytes = plx_graph_export (export, format, error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (path != NULL && !g_str_equal (path, "-"))
    return g_file_set_contents (path, data, size, error);

  /* Whether that went well is told at the end. */
  fwrite (data, 1, size, stdout);

  return TRUE;
}

/* “people.csv” becomes “people-nodes.csv” and so on. */
static gboolean
write_tables (const PlxGraphExport  *export,
              const char            *output,
              GError               **error)
{
  const PlxGraphFormat tables[] = { PLX_GRAPH_FORMAT_CSV_NODES, PLX_GRAPH_FORMAT_CSV_EDGES,
                                    PLX_GRAPH_FORMAT_CSV_EVIDENCE };
  g_autofree char *base = g_str_has_suffix (output, ".csv")
                            ? g_strndup (output, strlen (output) - strlen (".csv"))
                            : g_strdup (output);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat (base, plx_graph_format_get_suffix (tables[i]), NULL);

      if (!write_file (export, tables[i], path, error))
        return FALSE;
    }

  return TRUE;
}

static PlxCliStatus
write_graph (const Arguments      *self,
             const PlxGraphExport *export)
{
  g_autoptr (GError) error = NULL;

  if (self->is_text)
    {
      plx_cli_graph_print (export->analysis, export->graph, export->difference);
      return PLX_CLI_OK;
    }

  if (self->is_tables ? write_tables (export, self->output, &error)
                      : write_file (export, self->as, self->output, &error))
    return PLX_CLI_OK;

  g_prefix_error_literal (&error, "The graph could not be written: ");
  plx_cli_complain (error);

  return PLX_CLI_FAILED;
}

/* Which articles are on which side. Where nothing is compared, all that are wanted are here. */
static gboolean
find_sides (const Arguments *self,
            PlxAnalysis     *analysis,
            GPtrArray       *names,
            guint8          *sides)
{
  if (self->day != 0)
    {
      guint n_undated;
      g_autofree guint8 *by_day = plx_graph_sides_new_by_day (analysis, self->day, &n_undated);

      memcpy (sides, by_day, names->len);
      if (n_undated > 0)
        g_printerr ("%s: left out, for they have no date: %u\n", g_get_prgname (), n_undated);
    }
  else if (self->here != NULL || self->there != NULL)
    {
      if (!plx_cli_graph_find_sides (analysis, names, self->here, self->there, sides))
        return FALSE;
    }
  else
    {
      memset (sides, PLX_GRAPH_SIDE_HERE, names->len);
    }

  return plx_cli_graph_keep_sources (analysis, names, self->sources, sides);
}

/* What the sides are called in a legend. */
static void
name_sides (const Arguments  *self,
            char            **here,
            char            **there)
{
  if (self->day != 0)
    {
      g_autofree char *day = plx_day_format (self->day);

      *here = g_strdup_printf ("before %s", day);
      *there = g_strdup_printf ("from %s", day);
      return;
    }

  *here = self->here != NULL ? g_strjoinv (", ", self->here) : g_strdup ("all others");
  *there = self->there != NULL ? g_strjoinv (", ", self->there) : g_strdup ("all others");
}

static PlxCliStatus
make_graph (Arguments   *self,
            PlxAnalysis *analysis,
            GPtrArray   *names)
{
  g_autofree guint8 *sides = g_new0 (guint8, names->len + 1);
  const gboolean compares = self->day != 0 || self->here != NULL || self->there != NULL;
  g_autoptr (PlxPassages) all = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxGraph) graph = NULL;
  g_autoptr (PlxGraphDifference) difference = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  PlxGraphExport export = { .analysis = analysis, .title = self->title };

  if (!find_sides (self, analysis, names, sides))
    return PLX_CLI_USAGE;

  passages = plx_graph_sides_dup_passages (analysis, all, sides);
  graph = plx_graph_new (analysis, passages, &self->options);
  if (!self->is_text)
    {
      plx_graph_measure (graph, NULL);
      plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
    }
  if (compares)
    difference = plx_graph_difference_new (graph, analysis, passages, sides);

  name_sides (self, &here, &there);
  g_ptr_array_add (names, NULL);
  export.graph = graph;
  export.difference = difference;
  if (self->as != PLX_GRAPH_FORMAT_SVG && self->as != PLX_GRAPH_FORMAT_PDF &&
      self->as != PLX_GRAPH_FORMAT_PNG)
    export.articles = (const char * const *) names->pdata;
  export.here = here;
  export.there = there;
  export.rims = names->len - 1 > 1 && names->len - 1 <= MAX_RIMS;

  return write_graph (self, &export);
}

static PlxCliStatus
run_graph (Arguments *self)
{
  PlxCliStatus status = PLX_CLI_OK;
  PlxCliStatus written;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_paths (self->files, names, NULL, &status);
  g_autoptr (PlxAnalysis) analysis = NULL;

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, plx_cli_today (),
                                    NULL, &error);
  if (analysis == NULL)
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  written = make_graph (self, analysis, names);

  return written != PLX_CLI_OK ? written : status;
}

/**
 * plx_cli_graph:
 *
 * `graph`: which entities appear together, what of that two sets of articles have in common, and
 * where the layout puts them; as text, as a file for other programs, or as a drawing.
 */
PlxCliStatus
plx_cli_graph (int    argc,
               char **argv)
{
  g_auto (Arguments) self = { .min_weight = 1 };
  const GOptionEntry entries[] = {
    { "window", 0, 0, G_OPTION_ARG_STRING, &self.window,
      "How near two names must stand to count as together (sentence)",
      "sentence|neighbours|paragraph|article" },
    { "scope", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self.window, NULL, NULL },
    { "weight", 0, 0, G_OPTION_ARG_STRING, &self.weight,
      "What makes a tie strong (count)", "count|jaccard|likelihood" },
    { "threshold", 0, 0, G_OPTION_ARG_STRING, &self.threshold,
      "Leave out weaker ties, or as many as a picture has to (0)", "NUMBER|readable" },
    { "min-weight", 0, 0, G_OPTION_ARG_INT, &self.min_weight,
      "Leave out ties that count less (1)", "N" },
    { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.sources,
      "Only this article, by its file or outlet; may be repeated", "NAME" },
    { "here", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.here,
      "Compare: this article is on the first side; may be repeated", "NAME" },
    { "there", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.there,
      "… on the second side (all others); may be repeated", "NAME" },
    { "before", 0, 0, G_OPTION_ARG_STRING, &self.before,
      "Compare what was published before a day with what was published later", "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self.format,
      "Write text, json, graphml, gexf, dot, csv, csv-nodes, csv-edges, csv-evidence, svg, pdf or "
      "png (as the name of the output ends, or text)", "FORMAT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self.json, "Print one JSON object", NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output,
      "Write to this file; “-” is standard output (-)", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self.title, "What the graph is called", "TITLE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Shows who appears with whom.", argc, argv))
    return PLX_CLI_USAGE;
  if (!plx_cli_parse_files (self.files))
    return PLX_CLI_USAGE;
  if (check_counting (&self) != PLX_CLI_OK || check_sides (&self) != PLX_CLI_OK ||
      check_format (&self) != PLX_CLI_OK)
    return PLX_CLI_USAGE;

  return run_graph (&self);
}
