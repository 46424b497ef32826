/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-passages"

#include "config.h"

#include "plx-cli-countries.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-involved.h"
#include "countries/plx-standing.h"

static const char * const part_names[PLX_N_FILTER_PARTS] = {
  [PLX_FILTER_COUNTRY] = "country", [PLX_FILTER_OUTLET] = "outlet",
  [PLX_FILTER_SOURCE] = "source",   [PLX_FILTER_DAY] = "day",
  [PLX_FILTER_NAME] = "name",       [PLX_FILTER_DIFFERENCE] = "difference",
};

static void
print_passage (PlxAnalysis    *analysis,
               PlxSentenceRef  ref,
               GPtrArray      *names,
               gboolean        json)
{
  g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      printf ("%s: %s\n", (char *) g_ptr_array_index (names, ref.article), text);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plx_json_add_string (builder, "file", g_ptr_array_index (names, ref.article));
  plx_json_add_string (builder, "outlet_country", plx_involved_home (analysis, ref.article));
  plx_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

static void
print_counts (PlxPassages *passages,
              PlxFilter   *filter,
              gboolean     json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      printf ("%u of %u passages\n", passages->n_shown, passages->n_all);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plx_json_add_int (builder, "shown", passages->n_shown);
  plx_json_add_int (builder, "of", passages->n_all);
  json_builder_set_member_name (builder, "hidden_by");
  json_builder_begin_object (builder);
  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    {
      if (plx_filter_has_part (filter, part))
        plx_json_add_int (builder, part_names[part], passages->hides[part]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

/* plx_cli_print_passages:
 *
 * Prints the passages of the articles that a filter lets through, and how many it hides. */
PlxCliStatus
plx_cli_print_passages (const PlxCliCountries *self,
                        char                 **files)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_paths (files, names, NULL, &status);
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (PlxPassages) passages = NULL;

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, self->filter->as_of, self->filter->day,
                                    NULL, &error);
  if (analysis == NULL)
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  passages = plx_comparing_filter (analysis, self->filter, plx_cli_today ());
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      guint n = plx_analysis_get_annotation (analysis, i)->sentences->len;

      for (guint j = 0; j < n; j++)
        {
          if (plx_passages_is_shown (passages, (PlxSentenceRef) { i, j }))
            print_passage (analysis, (PlxSentenceRef) { i, j }, names, self->json);
        }
    }
  print_counts (passages, self->filter, self->json);

  return status;
}
