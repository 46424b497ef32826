/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-sheet"

#include "config.h"

#include "plx-cli-sheet.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "countries/plx-relations.h"
#include "sheet/forms/plx-sheet-form.h"
#include "sheet/forms/plx-sheet-tables.h"
#include "sheet/plx-sheet-pages.h"

static void
sheet_arguments_clear (PlxCliSheetArguments *self)
{
  plx_cli_source_clear (&self->source);
  g_free (self->output);
  g_free (self->format);
  g_free (self->table);
  g_free (self->plan);
  g_free (self->title);
  g_free (self->sections);
  g_free (self->paper);
  g_free (self->margin);
  g_free (self->font_size);
  g_free (self->relation);
  g_free (self->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCliSheetArguments, sheet_arguments_clear)

/* What the filter of the story asks of countries, unless something else is asked for. */
static gboolean
set_filter (const PlxCliSheetArguments *arguments,
            PlxBundle            *bundle)
{
  g_autoptr (PlxFilter) filter = plx_filter_copy (bundle->parcel->filter);

  if (arguments->relation != NULL)
    g_set_str (&filter->relation, arguments->relation);
  if (arguments->as_of != NULL &&
      !plx_cli_parse_as_of (arguments->as_of, &filter->as_of, &filter->day))
    return FALSE;

  plx_filter_unref (bundle->parcel->filter);
  bundle->parcel->filter = g_steal_pointer (&filter);

  return TRUE;
}

static gboolean
write_pages (PlxSheetContent  *content,
             GOutputStream    *stream,
             guint            *n_pages,
             GError          **error)
{
  g_autoptr (PlxSheetPages) pages = plx_sheet_pages_new (content, NULL, NULL, NULL, error);
  g_autofree char *warning = NULL;

  if (pages == NULL || !plx_sheet_pages_write_pdf (pages, stream, NULL, NULL, NULL, error))
    return FALSE;

  *n_pages = plx_sheet_pages_get_n_pages (pages);
  if ((warning = plx_sheet_pages_dup_warning (pages)))
    g_printerr ("%s: %s\n", g_get_prgname (), warning);

  return TRUE;
}

static gboolean
write_table (PlxSheetContent  *content,
             const char       *table,
             GOutputStream    *stream,
             GError          **error)
{
  g_autofree char *csv = plx_sheet_table_dup_csv (plx_sheet_content_get_matter (content), table,
                                                  NULL, error);

  return csv != NULL && g_output_stream_write_all (stream, csv, strlen (csv), NULL, NULL, error);
}

static gboolean
write_form (const PlxCliSheetArguments  *arguments,
            PlxSheetContent       *content,
            GOutputStream         *stream,
            guint                 *n_pages,
            GError               **error)
{
  PlxSheetForm form;

  if (arguments->table != NULL)
    return write_table (content, arguments->table, stream, error);
  if (plx_sheet_form_from_id (arguments->format, &form))
    return plx_sheet_form_write (form, content, stream, NULL, NULL, NULL, error);

  return write_pages (content, stream, n_pages, error);
}

/* What is written, and what comes of it. */
typedef struct
{
  const PlxCliSheetArguments *arguments;
  PlxSheetContent            *content;
  guint                       n_pages;
} Writing;

static gboolean
fill (GOutputStream  *stream,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Writing *writing = data;

  return write_form (writing->arguments, writing->content, stream, &writing->n_pages, error);
}

static gboolean
write_sheet (const PlxCliSheetArguments  *arguments,
             PlxSheetContent       *content,
             guint                 *n_pages,
             GError               **error)
{
  Writing writing = { arguments, content, 0 };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments->output);
  g_autoptr (GOutputStream) stream = NULL;
  gboolean is_written;

  if (g_str_equal (arguments->output, "-"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      is_written = fill (stream, &writing, NULL, error) &&
                   g_output_stream_close (stream, NULL, error);
    }
  else
    {
      is_written = plx_sheet_save_with (file, fill, &writing, NULL, error);
    }
  *n_pages = writing.n_pages;

  return is_written;
}

static PlxSheetContent *
make_content (PlxBundle     *bundle,
              PlxSheetPlan  *plan,
              GError       **error)
{
  g_autoptr (PlxSheetMatter) matter = NULL;

  plx_cli_check_language ();
  matter = plx_bundle_make_matter (bundle, NULL, error);

  return matter != NULL ? plx_sheet_content_new (matter, plan) : NULL;
}

static gboolean
knows_relation (PlxCliSheetArguments *arguments)
{
  return arguments->relation == NULL || plx_relation_lookup (arguments->relation) != NULL;
}

static void
tell_done (const char *output,
           guint       n_pages,
           guint       n_articles)
{
  if (n_pages > 0)
    printf ("%s: %u pages, %u articles\n", output, n_pages, n_articles);
  else
    printf ("%s: %u articles\n", output, n_articles);
}

static PlxCliStatus
run_sheet (PlxCliSheetArguments *arguments)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (PlxBundle) bundle = plx_cli_source_open (&arguments->source, &status);
  g_autoptr (PlxSheetPlan) plan = NULL;
  g_autoptr (PlxSheetContent) content = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  if (bundle == NULL)
    return PLX_CLI_FAILED;

  /* Only now those of the bundle are known. */
  if (!knows_relation (arguments))
    return plx_cli_usage ("there is no table of a relation “%s”", arguments->relation);
  if (!set_filter (arguments, bundle))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14",
                          arguments->as_of);

  plan = plx_cli_sheet_make_plan (arguments, bundle, &error);
  if (plan != NULL && !plx_cli_sheet_apply (arguments, plan))
    return PLX_CLI_USAGE;
  if (plan == NULL || !(content = make_content (bundle, plan, &error)))
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  if (!write_sheet (arguments, content, &n_pages, &error))
    {
      g_prefix_error_literal (&error, "The sheet could not be written: ");
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  if (!g_str_equal (arguments->output, "-"))
    tell_done (arguments->output, n_pages, bundle->parcel->documents->len);

  return status;
}

/* Whether the words of the command say something that can be done; complains where not. */
static gboolean
check_arguments (PlxCliSheetArguments *arguments)
{
  PlxSheetForm form;

  if (arguments->format == NULL)
    arguments->format = g_strdup (arguments->table != NULL ? "csv" : "pdf");

  if (arguments->output == NULL)
    plx_cli_usage ("“--output” must say where the sheet goes");
  else if (!g_str_equal (arguments->format, "pdf") &&
           !plx_sheet_form_from_id (arguments->format, &form))
    plx_cli_usage ("“%s” is not “pdf”, “html”, “md”, “odt”, “csv”, “ris”, “csl” or “bibtex”",
                   arguments->format);
  else if (arguments->table != NULL && !g_str_equal (arguments->format, "csv"))
    plx_cli_usage ("“--table” goes with the format “csv” only");
  else if (arguments->table != NULL && !plx_sheet_table_exists (arguments->table))
    {
      g_autofree char *tables = g_strjoinv (", ", (char **) plx_sheet_tables_list ());

      plx_cli_usage ("there is no table “%s”; there are %s", arguments->table, tables);
    }
  else if (arguments->source.bundle == NULL && !knows_relation (arguments) &&
           (!plx_cli_load_tables (NULL) || !knows_relation (arguments)))
    plx_cli_usage ("there is no table of a relation “%s”", arguments->relation);
  else
    return TRUE;

  return FALSE;
}

static PlxCliStatus
check_and_run (PlxCliSheetArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  if (arguments->sample && arguments->source.files != NULL)
    return plx_cli_usage ("“--sample” goes without files");
  if (!arguments->sample && !plx_cli_source_check (&arguments->source))
    return PLX_CLI_USAGE;
  if (!check_arguments (arguments))
    return PLX_CLI_USAGE;

  if (arguments->sample && !(arguments->source.files = plx_cli_list_sample (&error)))
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  return run_sheet (arguments);
}

/**
 * plx_cli_sheet:
 *
 * `sheet`: the comparison sheet of a story, as PDF or in another form.
 */
PlxCliStatus
plx_cli_sheet (int    argc,
               char **argv)
{
  g_auto (PlxCliSheetArguments) arguments = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      "Write the sheet to this file; “-” is standard output", "FILE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &arguments.format,
      "What to write: pages (pdf); a web page, text or document; all tables, in a ZIP file; or the "
      "sources for programs for literature", "pdf|html|md|odt|csv|ris|csl|bibtex" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &arguments.table,
      "Write one table, as CSV: sources, claims, differences, statements, countries, graph-nodes, "
      "graph-edges", "TABLE" },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &arguments.plan,
      "Compose the sheet as this file says; else as it was composed in the window", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &arguments.title, "Print this title", "TITLE" },
    { "sections", 0, 0, G_OPTION_ARG_STRING, &arguments.sections,
      "Print these sections, in this order", "ID,…" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &arguments.paper, "The paper’s size (a4)",
      "a4|letter|a5" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &arguments.landscape,
      "Lay the paper on its long side", NULL },
    { "margin", 0, 0, G_OPTION_ARG_STRING, &arguments.margin, "The margin, in points (56)",
      "POINTS" },
    { "font-size", 0, 0, G_OPTION_ARG_STRING, &arguments.font_size,
      "The size of the text, in points (9.5)", "POINTS" },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &arguments.relation,
      "Print how countries stand to this treaty or bloc (icc)", "ID" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &arguments.as_of,
      "… on the day of the article, today, or a day", "article|today|DATE" },
    { "story", 0, 0, G_OPTION_ARG_INT64, &arguments.source.story,
      "Take this story of the library, by its number in “library list”", "NUMBER" },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &arguments.source.library, "The library’s file",
      "FILE" },
    { "bundle", 0, 0, G_OPTION_ARG_FILENAME, &arguments.source.bundle,
      "Take the story of this evidence bundle", "FILE" },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &arguments.sample, "Use the sample story", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.source.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Writes the comparison of articles as pages, in PDF, or in "
                      "another form.", argc, argv))
    return PLX_CLI_USAGE;

  return check_and_run (&arguments);
}
