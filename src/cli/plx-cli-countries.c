/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-countries"

#include "config.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-involved.h"
#include "countries/plx-countries.h"
#include "countries/plx-relations.h"

#include "plx-cli.h"

/* The status in the words of the relation: a bloc has members, a treaty has parties. */
static const char *
status_word (const PlxRelationInfo *relation,
             PlxStatus              status)
{
  if (status == PLX_STATUS_PARTY && !relation->is_treaty)
    return "member";

  return plx_enum_to_nick (PLX_TYPE_STATUS, status);
}

static void
add_standing (JsonBuilder           *builder,
              const PlxRelationInfo *relation,
              const char            *code,
              const char            *name,
              PlxStatus              status,
              PlxDay                 on,
              PlxDay                 since,
              const char            *source)
{
  g_autofree char *on_day = plx_day_format (on);
  g_autofree char *since_day = plx_day_format (since);

  plx_cli_add_string (builder, "country", code);
  plx_cli_add_string (builder, "name", name);
  plx_cli_add_string (builder, "relation", relation->id);
  plx_cli_add_string (builder, "status", plx_enum_to_nick (PLX_TYPE_STATUS, status));
  plx_cli_add_string (builder, "on", on_day);
  plx_cli_add_string (builder, "since", since_day);
  plx_cli_add_string (builder, "source", source);
}

static void
print_table (const PlxRelationInfo *relation,
             guint                  statuses,
             PlxDay                 on,
             gboolean               json)
{
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      const PlxInterval *interval = NULL;
      PlxStatus status = plx_relation_status (relation, countries[i].iso3, on, &interval);
      g_autoptr (JsonBuilder) builder = NULL;

      if (statuses != 0 && !(statuses & (1u << status)))
        continue;

      if (!json)
        {
          printf ("%s  %-14s %s\n", countries[i].iso3, status_word (relation, status),
                  countries[i].name);
          continue;
        }

      builder = json_builder_new ();
      json_builder_begin_object (builder);
      add_standing (builder, relation, countries[i].iso3, countries[i].name, status, on,
                    interval != NULL ? interval->from : 0,
                    interval != NULL ? interval->source : NULL);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
}

static void
print_country_as_json (PlxAnalysis           *analysis,
                       PlxCountry            *country,
                       const PlxRelationInfo *relation,
                       GPtrArray             *names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GArray *passages = plx_country_get_passages (country);

  json_builder_begin_object (builder);
  add_standing (builder, relation, plx_country_get_code (country), plx_country_get_name (country),
                plx_country_get_status (country), plx_country_get_on (country),
                plx_country_get_since (country), plx_country_get_source (country));
  json_builder_set_member_name (builder, "mixed");
  json_builder_add_boolean_value (builder, plx_country_is_mixed (country));
  plx_cli_add_int (builder, "mentions", plx_country_get_n_mentions (country));

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      PlxSentenceRef ref = g_array_index (passages, PlxSentenceRef, i);
      g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

      json_builder_begin_object (builder);
      plx_cli_add_string (builder, "file", g_ptr_array_index (names, ref.article));
      plx_cli_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  plx_cli_print_json (builder);
}

static PlxCliStatus
print_involved (char                  **files,
                PlxFilter              *filter,
                const PlxRelationInfo  *relation,
                gboolean                json)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_paths (files, names, NULL, &status);
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, filter->as_of, filter->day, NULL,
                                    &error);
  if (analysis == NULL)
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  countries = plx_involved_countries (analysis, NULL, filter, plx_cli_today ());

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);

      if (filter->statuses != 0 && !(filter->statuses & (1u << plx_country_get_status (country))))
        continue;

      if (json)
        print_country_as_json (analysis, country, relation, names);
      else
        printf ("%s  %-14s %s: %u mentions in %u passages\n", plx_country_get_code (country),
                status_word (relation, plx_country_get_status (country)),
                plx_country_get_name (country), plx_country_get_n_mentions (country),
                plx_country_get_passages (country)->len);
    }

  return status;
}

static gboolean
parse_statuses (char  **nicks,
                guint  *statuses)
{
  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    {
      int status;

      /* People ask a bloc for its members. */
      if (g_str_equal (nicks[i], "member"))
        status = PLX_STATUS_PARTY;
      else if (!plx_enum_from_nick (PLX_TYPE_STATUS, nicks[i], &status))
        return FALSE;

      *statuses |= 1u << status;
    }

  return TRUE;
}

/**
 * plx_cli_countries:
 *
 * `countries`: how the countries that the files speak of stand in a relation; without files, how
 * all countries do.
 */
PlxCliStatus
plx_cli_countries (int    argc,
                   char **argv)
{
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) statuses = NULL;
  g_autofree char *relation_id = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  gboolean json = FALSE;
  const PlxRelationInfo *relation;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print an object a line", NULL },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &relation_id, "The treaty or bloc (icc)", "ID" },
    { "status", 0, 0, G_OPTION_ARG_STRING_ARRAY, &statuses,
      "Only countries of this status; may be given again",
      "state-party|member|signatory|withdrawn|non-party" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of,
      "On the day of the article, today, or a day", "article|today|DATE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "[FILE…]", "Shows how the countries that articles speak of stand to "
                      "a treaty or a bloc; without files, how all countries do.", argc, argv))
    return PLX_CLI_USAGE;
  if (files != NULL && !plx_cli_parse_files (files))
    return PLX_CLI_USAGE;
  if (!plx_cli_parse_as_of (as_of, &filter->as_of, &filter->day))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14", as_of);
  if (!parse_statuses (statuses, &filter->statuses))
    return plx_cli_usage ("there is no such status; see the help for those that there are");
  if (relation_id != NULL)
    g_set_str (&filter->relation, relation_id);
  if (!(relation = plx_relation_lookup (filter->relation)))
    return plx_cli_usage ("there is no table of a relation “%s”", relation_id);

  if (files != NULL)
    return print_involved (files, filter, relation, json);

  print_table (relation, filter->statuses, filter->day, json);

  return PLX_CLI_OK;
}
