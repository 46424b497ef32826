/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-compare"

#include "config.h"

#include <stdio.h>

#include "comparing/plx-analysis-json.h"
#include "comparing/plx-comparing.h"
#include "countries/plx-relations.h"
#include "model/plx-difference-rules.h"

#include "plx-cli.h"

static void
print_notes (GPtrArray *notes,
             guint      claim)
{
  char **bodies = notes != NULL ? g_ptr_array_index (notes, claim) : NULL;

  for (guint i = 0; bodies != NULL && bodies[i] != NULL; i++)
    printf ("  ✎ %s\n", bodies[i]);
}

static void
print_claims (PlxAnalysis *analysis,
              GPtrArray   *names,
              GPtrArray   *notes)
{
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      printf ("%s\n  %u of %u sources", claim->label, claim->n_sources,
              plx_analysis_get_n_articles (analysis));
      if (claim->n_independent < claim->n_sources)
        printf (", %u independent", claim->n_independent);
      if (g_strv_length (claim->origins) > 0)
        {
          g_autofree char *origins = g_strjoinv (", ", claim->origins);

          printf (", taken from %s", origins);
        }
      putchar ('\n');

      for (guint k = 0; k < claim->refs->len; k++)
        {
          PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, k);
          g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

          printf ("    %s: %s\n", (const char *) g_ptr_array_index (names, ref.article), text);
        }

      for (guint k = 0; k < claim->differences->len; k++)
        {
          const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, k);
          g_autofree char *says = g_strjoinv (" / ", difference->says);

          printf ("  ≠ %s, %s: %s\n    %s\n",
                  plx_enum_to_nick (PLX_TYPE_DIFFERENCE_KIND, difference->kind),
                  difference->about, says, plx_difference_rule_words (difference->rule));
        }
      print_notes (notes, i);
      putchar ('\n');
    }
}

static void
print_statements (PlxAnalysis *analysis,
                  GPtrArray   *names,
                  const char  *relation)
{
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const PlxStatementRecord *statement = plx_analysis_get_statement (analysis, i);
      g_autofree char *text = plx_analysis_dup_sentence (analysis, statement->ref);
      g_autofree char *says = plx_analysis_dup_says (statement);
      g_autofree char *record = plx_analysis_dup_record (statement);
      g_autofree char *on = plx_day_format (statement->on);

      if (!g_str_equal (statement->relation, relation))
        continue;

      printf ("%s: %s\n  %s: %s; the record on %s: %s; %s\n",
              (const char *) g_ptr_array_index (names, statement->ref.article), text,
              statement->country != NULL ? statement->country : "all", says,
              on != NULL ? on : "an unknown day", record,
              plx_enum_to_nick (PLX_TYPE_VERDICT, statement->verdict));
    }
}

/**
 * plx_cli_print_comparison:
 * @builder: an object that has been begun, where JSON is wanted
 * @analysis: what is found in some articles
 * @names: what they are called
 * @notes: (nullable) (element-type GStrv): by claim, what the user has noted on it; `NULL` where
 *   the articles are of no story
 * @relation: statements about which treaty are told
 * @json: whether JSON is wanted
 */
void
plx_cli_print_comparison (JsonBuilder *builder,
                          PlxAnalysis *analysis,
                          GPtrArray   *names,
                          GPtrArray   *notes,
                          const char  *relation,
                          gboolean     json)
{
  if (!json)
    {
      print_claims (analysis, names, notes);
      print_statements (analysis, names, relation);
      return;
    }

  plx_analysis_build_json (analysis, builder, names, notes, relation);
}

static PlxCliStatus
compare_files (char       **files,
               gboolean     json,
               const char  *relation,
               PlxAsOf      how,
               PlxDay       day)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  documents = plx_cli_read_paths (files, names, builder, &status);
  json_builder_end_array (builder);

  plx_cli_check_language ();
  if (!(analysis = plx_comparing_analyse (documents, NULL, NULL, how, day, NULL, &error)))
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  plx_cli_print_comparison (builder, analysis, names, NULL, relation, json);
  json_builder_end_object (builder);
  if (json)
    plx_cli_print_json (builder);

  return status;
}

/**
 * plx_cli_compare:
 *
 * `compare`: what several articles say alike and differently, as text or as one JSON object.
 */
PlxCliStatus
plx_cli_compare (int    argc,
                 char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *relation = NULL;
  g_autofree char *as_of = NULL;
  gboolean json = FALSE;
  PlxAsOf how;
  PlxDay day;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print one JSON object", NULL },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &relation,
      "Check statements about this treaty or bloc (icc)", "ID" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of,
      "Check them for the day of the article, today, or a day", "article|today|DATE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Shows where articles agree and where they differ.",
                      argc, argv))
    return PLX_CLI_USAGE;

  if (!plx_cli_parse_files (files))
    return PLX_CLI_USAGE;

  if (relation == NULL)
    relation = g_strdup ("icc");
  if (plx_relation_lookup (relation) == NULL)
    return plx_cli_usage ("there is no table of a relation “%s”", relation);

  if (!plx_cli_parse_as_of (as_of, &how, &day))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14", as_of);

  return compare_files (files, json, relation, how, day);
}
