/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-countries"

#include "config.h"

#include "plx-cli-countries.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-involved.h"
#include "countries/plx-country-search.h"
#include "countries/plx-own-relations.h"
#include "countries/plx-relations.h"

/* The words of the command. */
typedef struct
{
  char     **files;
  char     **statuses;
  char     **countries;
  char     **ties;
  char     **tables;
  char      *relation;
  char      *as_of;
  char      *where;
  char     **outlet_statuses;
  char      *outlet_where;
  char      *check;
  gboolean   passages;
  gboolean   list;
  gboolean   json;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_strfreev (self->files);
  g_strfreev (self->statuses);
  g_strfreev (self->countries);
  g_strfreev (self->ties);
  g_strfreev (self->tables);
  g_strfreev (self->outlet_statuses);
  g_free (self->relation);
  g_free (self->as_of);
  g_free (self->where);
  g_free (self->outlet_where);
  g_free (self->check);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
print_country_as_json (PlxAnalysis           *analysis,
                       PlxCountry            *country,
                       const PlxRelationInfo *relation,
                       GPtrArray             *names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GArray *passages = plx_country_get_passages (country);

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "country", plx_country_get_code (country));
  plx_json_add_string (builder, "name", plx_country_get_name (country));
  plx_cli_standing_add (builder, relation, plx_country_get_code (country),
                        plx_country_get_on (country));
  json_builder_set_member_name (builder, "mixed");
  json_builder_add_boolean_value (builder, plx_country_is_mixed (country));
  plx_json_add_int (builder, "mentions", plx_country_get_n_mentions (country));

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      PlxSentenceRef ref = g_array_index (passages, PlxSentenceRef, i);
      g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "file", g_ptr_array_index (names, ref.article));
      plx_json_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  plx_cli_print_json (builder);
}

static gboolean
is_wanted (const PlxCliCountries *self,
           PlxCountry            *country)
{
  const char *code = plx_country_get_code (country);

  if (self->filter->statuses != 0 &&
      !plx_status_is_among (self->filter->statuses, plx_country_get_status (country)))
    return FALSE;

  if (self->filter->countries != NULL &&
      !g_strv_contains ((const char * const *) self->filter->countries, code))
    return FALSE;

  return self->condition == NULL ||
         plx_condition_holds (self->condition, code, plx_country_get_on (country));
}

static PlxCliStatus
print_involved (const PlxCliCountries *self,
                char                 **files)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_paths (files, names, NULL, &status);
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;

  plx_cli_check_language ();
  analysis = plx_comparing_analyse (documents, NULL, NULL, self->filter->as_of, self->filter->day,
                                    NULL, &error);
  if (analysis == NULL)
    {
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  countries = plx_involved_countries (analysis, NULL, self->filter, plx_cli_today ());

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);

      if (!is_wanted (self, country))
        continue;

      if (self->json)
        print_country_as_json (analysis, country, self->relation, names);
      else
        printf ("%s  %-14s %s: %u mentions in %u passages\n", plx_country_get_code (country),
                plx_cli_status_word (self->relation, plx_country_get_status (country)),
                plx_country_get_name (country), plx_country_get_n_mentions (country),
                plx_country_get_passages (country)->len);
    }

  return status;
}

static gboolean
parse_statuses (char  **words,
                guint  *statuses)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      PlxStatus status;

      if (!plx_status_parse (words[i], &status))
        return FALSE;

      *statuses |= 1u << status;
    }

  return TRUE;
}

static gboolean
parse_ties (char  **words,
            guint  *ties)
{
  static const struct
  {
    const char *word;
    PlxTies     tie;
  } known[] = {
    { "mentioned", PLX_TIE_MENTIONED }, { "about", PLX_TIE_ABOUT },
    { "article", PLX_TIE_ARTICLE },     { "person", PLX_TIE_PERSON },
    { "body", PLX_TIE_BODY },           { "leader", PLX_TIE_LEADER },
  };

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      guint before = *ties;
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        {
          if (g_str_equal (words[i], known[j].word))
            {
              *ties = before | known[j].tie;
              found = TRUE;
            }
        }
      if (!found)
        return FALSE;
    }

  return TRUE;
}

/* Codes and names become codes. */
static gboolean
parse_countries (Arguments *self,
                 PlxFilter *filter)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; self->countries != NULL && self->countries[i] != NULL; i++)
    {
      gboolean several = FALSE;
      const char *name = NULL;
      const PlxCountryInfo *country = plx_country_search (self->countries[i], &several);

      if (country == NULL && several)
        return plx_cli_usage ("several countries are called “%s”; give its code of three letters",
                              self->countries[i]), FALSE;
      if (country == NULL && plx_country_suggest (self->countries[i], &name) != NULL)
        return plx_cli_usage ("there is no country “%s”; did you mean “%s”?", self->countries[i],
                              name), FALSE;
      if (country == NULL)
        return plx_cli_usage ("there is no country “%s”", self->countries[i]), FALSE;

      g_strv_builder_add (codes, country->iso3);
    }

  if (self->countries != NULL)
    filter->countries = g_strv_builder_end (codes);

  return TRUE;
}

/* Says on standard error what is off, and gives FALSE then. */
static gboolean
fill_filter (Arguments *self,
             PlxFilter *filter)
{
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse_as_of (self->as_of, &filter->as_of, &filter->day))
    return plx_cli_usage ("“%s” is not “article”, “today” or a day such as 2015-06-14",
                          self->as_of), FALSE;
  if (!parse_statuses (self->statuses, &filter->statuses) ||
      !parse_statuses (self->outlet_statuses, &filter->outlet_statuses))
    return plx_cli_usage ("there is no such status; see the help for those that there are"), FALSE;
  if (!parse_ties (self->ties, &filter->ties))
    return plx_cli_usage ("there is no such tie; see the help for those that there are"), FALSE;
  if (!parse_countries (self, filter))
    return FALSE;

  if (self->relation != NULL)
    g_set_str (&filter->relation, self->relation);
  g_set_str (&filter->condition, self->where);
  g_set_str (&filter->outlet_condition, self->outlet_where);
  if (!plx_comparing_check_filter (filter, &error))
    return plx_cli_usage ("%s", error->message), FALSE;

  return TRUE;
}

/* Those that the user has added in the window. One that can't be read is told, and keeps nothing
 * else from being answered. */
static void
load_kept_tables (void)
{
  g_autofree char *path = plx_own_relations_dup_default_path ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!plx_own_relations_load (folder, plx_cli_today (), NULL, &error))
    plx_cli_complain (error);
}

static PlxCliStatus
run (Arguments *self)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxCondition) condition = NULL;
  PlxCliCountries asked = { .filter = filter, .json = self->json };
  PlxCliStatus status;

  if (self->check != NULL)
    return plx_cli_check_table (self->check, self->json);

  load_kept_tables ();
  if ((status = plx_cli_use_tables (self->tables)) != PLX_CLI_OK)
    return status;
  if (!fill_filter (self, filter))
    return PLX_CLI_USAGE;
  if (!(asked.relation = plx_relation_lookup (filter->relation)))
    return plx_cli_usage ("there is no table of a relation “%s”", filter->relation);
  if (filter->condition != NULL)
    asked.condition = condition = plx_condition_parse (filter->condition, NULL);

  if (self->list)
    plx_cli_print_relations (self->json);
  else if (self->files != NULL && self->passages)
    return plx_cli_print_passages (&asked, self->files);
  else if (self->files != NULL)
    return print_involved (&asked, self->files);
  else if (filter->countries != NULL)
    for (guint i = 0; filter->countries[i] != NULL; i++)
      plx_cli_print_history (&asked, filter->countries[i]);
  else
    plx_cli_print_table (&asked);

  return PLX_CLI_OK;
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
  g_auto (Arguments) self = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self.json, "Print an object a line", NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &self.list, "List the treaties and blocs", NULL },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &self.relation, "The treaty or bloc (icc)", "ID" },
    { "status", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.statuses,
      "Only countries of this status; may be given again",
      "state-party|member|signatory|accepted-jurisdiction|withdrawn|non-party" },
    { "where", 0, 0, G_OPTION_ARG_STRING, &self.where,
      "Only countries of which this holds, such as “nato but not icc”", "CONDITION" },
    { "country", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.countries,
      "Only this country; without files, each step of its way", "COUNTRY" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self.as_of,
      "On the day of the article, today, or a day", "article|today|DATE" },
    { "passages", 0, 0, G_OPTION_ARG_NONE, &self.passages,
      "Print the passages on such countries, and how many are hidden", NULL },
    { "tie", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.ties,
      "How a passage has to do with the country; may be given again",
      "mentioned|about|article|person|body|leader" },
    { "outlet-status", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.outlet_statuses,
      "Only outlets of countries of this status; may be given again", "STATUS" },
    { "outlet-where", 0, 0, G_OPTION_ARG_STRING, &self.outlet_where,
      "Only outlets of countries of which this holds", "CONDITION" },
    { "table", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.tables,
      "Use a table of your own as relation “own-NAME”; may be given again", "FILE" },
    { "check", 0, 0, G_OPTION_ARG_FILENAME, &self.check,
      "Tell line by line what is wrong with a table of your own", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "[FILE…]", "Shows how the countries that articles speak of stand to "
                      "a treaty or a bloc; without files, how all countries do.", argc, argv))
    return PLX_CLI_USAGE;
  if (self.files != NULL && !plx_cli_parse_files (self.files))
    return PLX_CLI_USAGE;

  return run (&self);
}
