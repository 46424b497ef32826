/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-sheet"

#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>

#include "comparing/plx-comparing.h"
#include "countries/plx-relations.h"
#include "graph/plx-graph.h"
#include "sheet/plx-sheet.h"

#include "plx-cli.h"

typedef struct
{
  char     *title;
  char     *output;
  char     *relation;
  char     *as_of;
  char     *paper;
  gboolean  sample;
} SheetArguments;

static void
sheet_arguments_clear (SheetArguments *self)
{
  g_free (self->title);
  g_free (self->output);
  g_free (self->relation);
  g_free (self->as_of);
  g_free (self->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetArguments, sheet_arguments_clear)

static PlxSheet *
make_sheet (GPtrArray             *documents,
            PlxFilter             *filter,
            const PlxSheetOptions *options,
            GError               **error)
{
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxGraph) graph = NULL;
  const PlxGraphOptions readable = { .threshold = PLX_GRAPH_READABLE };

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, filter->as_of, filter->day, NULL, error);
  if (analysis == NULL)
    return NULL;

  passages = plx_comparing_filter (analysis, filter, options->today);
  graph = plx_graph_new (analysis, passages, &readable);
  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);

  return plx_sheet_new (analysis, passages, filter, graph, options);
}

static gboolean
write_sheet (PlxSheet    *sheet,
             const char  *path,
             GError     **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GCancellable) never_mind = g_cancellable_new ();

  if (g_str_equal (path, "-"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      /* Replaces an older sheet only once the new one is whole. */
      stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE,
                                                G_FILE_CREATE_REPLACE_DESTINATION, NULL, error));
    }

  if (stream == NULL)
    return FALSE;

  if (plx_sheet_write_pdf (sheet, stream, NULL, error))
    return g_output_stream_close (stream, NULL, error);

  /* Closing it as cancelled leaves the older sheet where it was. */
  g_cancellable_cancel (never_mind);
  g_output_stream_close (stream, never_mind, NULL);

  return FALSE;
}

static PlxCliStatus
run_sheet (SheetArguments  *arguments,
           char           **files,
           PlxFilter       *filter)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (PlxSheet) sheet = NULL;
  PlxSheetOptions options;

  documents = plx_cli_read_paths (files, names, NULL, &status);
  if (documents->len == 0)
    return PLX_CLI_FAILED;

  plx_sheet_options_init (&options, arguments->title != NULL ? arguments->title :
                          plx_document_get_title (g_ptr_array_index (documents, 0)));
  options.today = plx_cli_today ();
  if (g_strcmp0 (arguments->paper, "letter") == 0)
    {
      options.width = 612;
      options.height = 792;
    }

  sheet = make_sheet (documents, filter, &options, &error);
  if (sheet == NULL || !write_sheet (sheet, arguments->output, &error))
    {
      if (sheet != NULL)
        g_prefix_error_literal (&error, "The pages could not be written: ");
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  if (!g_str_equal (arguments->output, "-"))
    printf ("%s: %u pages, %u articles\n", arguments->output, plx_sheet_get_n_pages (sheet),
            documents->len);

  return status;
}

/**
 * plx_cli_sheet:
 *
 * `sheet`: the comparison sheet of some files, as PDF.
 */
PlxCliStatus
plx_cli_sheet (int    argc,
               char **argv)
{
  g_auto (GStrv) files = NULL;
  g_auto (SheetArguments) arguments = { 0 };
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      "Write the pages to this file; “-” is standard output", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &arguments.title, "Print this title", "TITLE" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &arguments.paper, "The paper’s size (a4)", "a4|letter" },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &arguments.relation,
      "Print how countries stand to this treaty or bloc (icc)", "ID" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &arguments.as_of,
      "… on the day of the article, today, or a day", "article|today|DATE" },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &arguments.sample, "Use the sample story", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Writes the comparison of articles as pages, in PDF.",
                      argc, argv))
    return PLX_CLI_USAGE;
  if (!arguments.sample && !plx_cli_parse_files (files))
    return PLX_CLI_USAGE;
  if (files != NULL && arguments.sample)
    return plx_cli_usage ("“--sample” goes without files");
  if (arguments.output == NULL)
    return plx_cli_usage ("“--output” must say where the pages go");
  if (arguments.paper != NULL && !g_str_equal (arguments.paper, "a4") &&
      !g_str_equal (arguments.paper, "letter"))
    return plx_cli_usage ("“%s” is not “a4” or “letter”", arguments.paper);
  if (arguments.relation != NULL && plx_relation_lookup (arguments.relation) == NULL)
    return plx_cli_usage ("there is no table of a relation “%s”", arguments.relation);
  if (arguments.relation != NULL)
    g_set_str (&filter->relation, arguments.relation);
  if (!plx_cli_parse_as_of (arguments.as_of, &filter->as_of, &filter->day))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14",
                          arguments.as_of);

  if (arguments.sample && !(files = plx_cli_list_sample (&error)))
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  return run_sheet (&arguments, files, filter);
}
