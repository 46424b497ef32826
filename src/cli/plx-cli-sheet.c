/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-sheet"

#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>

#include "comparing/plx-comparing.h"
#include "countries/plx-relations.h"
#include "sheet/plx-sheet-pages.h"

#include "plx-cli.h"

typedef struct
{
  char     *title;
  char     *output;
  char     *plan;
  char     *paper;
  char     *margin;
  char     *font_size;
  char     *sections;
  char     *relation;
  char     *as_of;
  gboolean  landscape;
  gboolean  sample;
} SheetArguments;

static void
sheet_arguments_clear (SheetArguments *self)
{
  g_free (self->title);
  g_free (self->output);
  g_free (self->plan);
  g_free (self->paper);
  g_free (self->margin);
  g_free (self->font_size);
  g_free (self->sections);
  g_free (self->relation);
  g_free (self->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetArguments, sheet_arguments_clear)

/* The numbers of a command are in points, with a point between the digits, whatever the locale. */
static gboolean
read_points (const char *words,
             double      min,
             double      max,
             double     *value)
{
  char *end = NULL;
  double points = words != NULL ? g_ascii_strtod (words, &end) : 0;

  if (words == NULL)
    return TRUE;
  if (*words == '\0' || *end != '\0' || !(points >= min && points <= max))
    return FALSE;

  *value = points;

  return TRUE;
}

/* Those named are printed, in that order, and no others. */
static const char *
read_sections (const char   *words,
               PlxSheetPlan *plan)
{
  g_auto (GStrv) ids = words != NULL ? g_strsplit (words, ",", -1) : NULL;

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < plan->parts->len; i++)
    g_array_index (plan->parts, PlxSheetPart, i).is_shown = FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PlxSheetSection *section = plx_sheet_sections_lookup (g_strstrip (ids[i]));

      if (section == NULL)
        return g_intern_string (ids[i]);
      plx_sheet_plan_set_part (plan, section->id, TRUE);
      plx_sheet_plan_move_part (plan, section->id, i);
    }

  return NULL;
}

/* The plan of a file, and on top of it what the command says. */
static PlxSheetPlan *
make_plan (const SheetArguments  *arguments,
           GError               **error)
{
  g_autofree char *json = NULL;
  gsize length = 0;
  PlxSheetPlan *plan;

  if (arguments->plan == NULL)
    return plx_sheet_plan_new ();
  if (!g_file_get_contents (arguments->plan, &json, &length, error))
    return NULL;

  plan = plx_sheet_plan_from_json (json, length, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", arguments->plan);

  return plan;
}

static PlxCliStatus
apply_arguments (const SheetArguments *arguments,
                 PlxSheetPlan         *plan)
{
  const char *unknown;

  if (arguments->title != NULL)
    g_set_str (&plan->title, arguments->title);
  plan->is_landscape |= arguments->landscape;
  if (arguments->paper != NULL && !plx_sheet_paper_from_id (arguments->paper, &plan->paper))
    return plx_cli_usage ("“%s” is not “a4”, “letter” or “a5”", arguments->paper);
  if (!read_points (arguments->margin, PLX_SHEET_MIN_MARGIN, PLX_SHEET_MAX_MARGIN, &plan->margin))
    return plx_cli_usage ("“%s” is not a margin from %g to %g points", arguments->margin,
                          PLX_SHEET_MIN_MARGIN, PLX_SHEET_MAX_MARGIN);
  if (!read_points (arguments->font_size, PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT,
                    &plan->font_size))
    return plx_cli_usage ("“%s” is not a size from %g to %g points", arguments->font_size,
                          PLX_SHEET_MIN_FONT, PLX_SHEET_MAX_FONT);
  unknown = read_sections (arguments->sections, plan);
  if (unknown != NULL)
    return plx_cli_usage ("there is no section “%s”", unknown);

  return PLX_CLI_OK;
}

static PlxSheetPages *
make_pages (GPtrArray     *documents,
            PlxFilter     *filter,
            PlxSheetPlan  *plan,
            GError       **error)
{
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxSheetMatter) matter = NULL;
  g_autoptr (PlxSheetContent) content = NULL;

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, filter->as_of, filter->day, NULL, error);
  if (analysis == NULL)
    return NULL;

  passages = plx_comparing_filter (analysis, filter, plx_cli_today ());
  matter = plx_sheet_matter_new (plx_document_get_title (g_ptr_array_index (documents, 0)),
                                 analysis, passages, filter);
  matter->today = plx_cli_today ();
  content = plx_sheet_content_new (matter, plan);

  return plx_sheet_pages_new (content, NULL, NULL, NULL, error);
}

static gboolean
write_pages (PlxSheetPages  *pages,
             const char     *path,
             GError        **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (!g_str_equal (path, "-"))
    {
      file = g_file_new_for_commandline_arg (path);
      return plx_sheet_pages_save (pages, file, NULL, NULL, NULL, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return plx_sheet_pages_write_pdf (pages, stream, NULL, NULL, NULL, error) &&
         g_output_stream_close (stream, NULL, error);
}

static PlxCliStatus
run_sheet (SheetArguments  *arguments,
           char           **files,
           PlxFilter       *filter,
           PlxSheetPlan    *plan)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (PlxSheetPages) pages = NULL;
  g_autofree char *warning = NULL;

  documents = plx_cli_read_paths (files, names, NULL, &status);
  if (documents->len == 0)
    return PLX_CLI_FAILED;

  pages = make_pages (documents, filter, plan, &error);
  if (pages == NULL || !write_pages (pages, arguments->output, &error))
    {
      if (pages != NULL)
        g_prefix_error_literal (&error, "The pages could not be written: ");
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  warning = plx_sheet_pages_dup_warning (pages);
  if (warning != NULL)
    fprintf (stderr, "parallax-cli: %s\n", warning);
  if (!g_str_equal (arguments->output, "-"))
    printf ("%s: %u pages, %u articles\n", arguments->output, plx_sheet_pages_get_n_pages (pages),
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
  g_autoptr (PlxSheetPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  PlxCliStatus status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      "Write the pages to this file; “-” is standard output", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &arguments.title, "Print this title", "TITLE" },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &arguments.plan,
      "Compose the sheet as this JSON file says", "FILE" },
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
  if (arguments.relation != NULL && plx_relation_lookup (arguments.relation) == NULL)
    return plx_cli_usage ("there is no table of a relation “%s”", arguments.relation);
  if (arguments.relation != NULL)
    g_set_str (&filter->relation, arguments.relation);
  if (!plx_cli_parse_as_of (arguments.as_of, &filter->as_of, &filter->day))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14",
                          arguments.as_of);

  if (!(plan = make_plan (&arguments, &error)) ||
      (arguments.sample && !(files = plx_cli_list_sample (&error))))
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }
  status = apply_arguments (&arguments, plan);

  return status == PLX_CLI_OK ? run_sheet (&arguments, files, filter, plan) : status;
}
