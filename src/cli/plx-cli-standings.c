/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-standings"

#include "config.h"

#include "plx-cli-countries.h"

#include <stdio.h>

#include "countries/plx-countries.h"
#include "countries/plx-own-relations.h"
#include "countries/plx-standing.h"

/* The status in the words of the relation: a bloc has members, a treaty has parties. */
const char *
plx_cli_status_word (const PlxRelationInfo *relation,
                     PlxStatus              status)
{
  if (status == PLX_STATUS_PARTY && !relation->is_treaty)
    return "member";

  return plx_enum_to_nick (PLX_TYPE_STATUS, status);
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         PlxDay       day)
{
  g_autofree char *text = plx_day_format (day);

  plx_json_add_string (builder, member, text);
}

static void
add_event (JsonBuilder    *builder,
           const PlxEvent *event)
{
  json_builder_begin_object (builder);
  plx_json_add_string (builder, "event", plx_enum_to_nick (PLX_TYPE_EVENT_KIND, event->kind));
  add_day (builder, "day", event->day);
  add_day (builder, "effective", event->effective);
  plx_json_add_string (builder, "source", event->source);
  plx_json_add_string (builder, "note", event->note);
  json_builder_end_object (builder);
}

static void
add_pending (JsonBuilder    *builder,
             const PlxEvent *event)
{
  json_builder_set_member_name (builder, "pending");
  if (event != NULL)
    add_event (builder, event);
  else
    json_builder_add_null_value (builder);
}

/* plx_cli_standing_add:
 *
 * Adds how a country stood on a day, and how it stands today, to an object that is open. */
void
plx_cli_standing_add (JsonBuilder           *builder,
                      const PlxRelationInfo *relation,
                      const char            *code,
                      PlxDay                 on)
{
  PlxStanding standing;
  g_autofree char *words = NULL;

  plx_standing_find (relation, code, on, plx_cli_today (), &standing);
  words = plx_standing_to_words (relation, &standing);

  plx_json_add_string (builder, "relation", relation->id);
  plx_json_add_string (builder, "status", plx_enum_to_nick (PLX_TYPE_STATUS, standing.status));
  add_day (builder, "on", on);
  add_day (builder, "since", standing.since);
  plx_json_add_string (builder, "source",
                       standing.interval != NULL ? standing.interval->source : NULL);
  add_day (builder, "until", standing.until);
  plx_json_add_string (builder, "now", plx_enum_to_nick (PLX_TYPE_STATUS, standing.now));
  add_day (builder, "now_since", standing.now_since);
  json_builder_set_member_name (builder, "changed");
  json_builder_add_boolean_value (builder, standing.changed);
  add_pending (builder, standing.pending != NULL ? standing.pending : standing.now_pending);
  plx_json_add_string (builder, "words", words);
  add_day (builder, "as_of", relation->as_of);
}

static gboolean
is_wanted (const PlxCliCountries *self,
           const char            *code)
{
  const PlxFilter *filter = self->filter;
  PlxStatus status = plx_relation_status (self->relation, code, filter->day, NULL);

  if (filter->statuses != 0 && !plx_status_is_among (filter->statuses, status))
    return FALSE;

  if (filter->countries != NULL &&
      !g_strv_contains ((const char * const *) filter->countries, code))
    return FALSE;

  return self->condition == NULL || plx_condition_holds (self->condition, code, filter->day);
}

/* plx_cli_print_table:
 *
 * Prints how all countries that are wanted stand, a line each. */
void
plx_cli_print_table (const PlxCliCountries *self)
{
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      PlxStatus status = plx_relation_status (self->relation, countries[i].iso3, self->filter->day,
                                              NULL);
      g_autoptr (JsonBuilder) builder = NULL;

      if (!is_wanted (self, countries[i].iso3))
        continue;

      if (!self->json)
        {
          printf ("%s  %-14s %s\n", countries[i].iso3, plx_cli_status_word (self->relation, status),
                  countries[i].name);
          continue;
        }

      builder = json_builder_new ();
      json_builder_begin_object (builder);
      plx_json_add_string (builder, "country", countries[i].iso3);
      plx_json_add_string (builder, "name", countries[i].name);
      plx_cli_standing_add (builder, self->relation, countries[i].iso3, self->filter->day);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
}

static void
print_history_as_json (const PlxCliCountries *self,
                       const PlxCountryInfo  *country,
                       GPtrArray             *events)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "country", country->iso3);
  plx_json_add_string (builder, "name", country->name);
  plx_cli_standing_add (builder, self->relation, country->iso3, self->filter->day);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    add_event (builder, g_ptr_array_index (events, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

/* plx_cli_print_history:
 *
 * Prints how one country stands, and each step by which it came there. */
void
plx_cli_print_history (const PlxCliCountries *self,
                       const char            *country)
{
  const PlxCountryInfo *info = plx_country_lookup (country);
  g_autoptr (GPtrArray) events = plx_relation_events (self->relation, country);
  g_autofree char *words = NULL;
  g_autofree char *as_of = plx_day_format (self->relation->as_of);
  PlxStanding standing;

  if (self->json)
    {
      print_history_as_json (self, info, events);
      return;
    }

  plx_standing_find (self->relation, country, self->filter->day, plx_cli_today (), &standing);
  words = plx_standing_to_words (self->relation, &standing);
  printf ("%s  %s, %s: %s\n", info->iso3, info->name, self->relation->short_title, words);

  for (guint i = 0; i < events->len; i++)
    {
      const PlxEvent *event = g_ptr_array_index (events, i);
      g_autofree char *day = plx_day_format (event->day);
      g_autofree char *effective = plx_day_format (event->effective);

      printf ("  %s  %s%s%s%s%s\n", day, plx_event_kind_to_words (event->kind),
              effective != NULL ? ", with effect from " : "", effective != NULL ? effective : "",
              *event->note != '\0' ? "; " : "", event->note);
      printf ("              %s\n", event->source);
    }
  printf ("  Table as of %s.\n", as_of);
}

/* plx_cli_print_relations:
 *
 * Prints which treaties and blocs there are tables of. */
void
plx_cli_print_relations (gboolean json)
{
  g_autoptr (GPtrArray) all = plx_relations_list_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const PlxRelationInfo *relation = g_ptr_array_index (all, i);
      guint n = plx_relation_count (relation, PLX_STATUS_PARTY, plx_cli_today ());
      g_autofree char *as_of = plx_day_format (relation->as_of);
      g_autoptr (JsonBuilder) builder = NULL;

      if (!json)
        {
          printf ("%-10s %3u  as of %s  %s\n", relation->id, n, as_of, relation->title);
          continue;
        }

      builder = json_builder_new ();
      json_builder_begin_object (builder);
      plx_json_add_string (builder, "relation", relation->id);
      plx_json_add_string (builder, "title", relation->title);
      plx_json_add_string (builder, "short", relation->short_title);
      plx_json_add_string (builder, "kind", relation->is_treaty ? "treaty" : "bloc");
      plx_json_add_int (builder, "members", n);
      plx_json_add_string (builder, "as_of", as_of);
      json_builder_set_member_name (builder, "own");
      json_builder_add_boolean_value (builder, relation->is_own);
      plx_json_add_string (builder, "note", relation->note);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
}

static void
print_problems_as_json (const PlxRelationFile *file,
                        const char            *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "file", path);
  plx_json_add_string (builder, "relation", file->relation != NULL ? file->relation->id : NULL);
  plx_json_add_int (builder, "lines", file->n_rows);
  plx_json_add_int (builder, "taken", file->n_taken);
  plx_json_add_int (builder, "errors", file->n_errors);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < file->problems->len; i++)
    {
      const PlxRelationProblem *problem = g_ptr_array_index (file->problems, i);

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "line", problem->line);
      plx_json_add_string (builder, "kind", problem->is_error ? "error" : "note");
      plx_json_add_string (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

/* As compilers do, so that editors find the line. */
static void
print_problems (FILE                  *stream,
                const PlxRelationFile *file,
                const char            *path)
{
  for (guint i = 0; i < file->problems->len; i++)
    {
      const PlxRelationProblem *problem = g_ptr_array_index (file->problems, i);
      g_autofree char *line = problem->line > 0 ? g_strdup_printf (":%u", problem->line)
                                                : g_strdup ("");

      fprintf (stream, "%s%s: %s%s\n", path, line, problem->is_error ? "" : "note: ",
               problem->message);
    }
}

static PlxRelationFile *
read_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  PlxRelationFile *table = plx_relation_file_read (file, plx_cli_today (), NULL, &error);

  if (table == NULL)
    plx_cli_complain (error);

  return table;
}

/* plx_cli_check_table:
 *
 * Tells line by line what is wrong with a table of the user's own.
 *
 * Returns: whether all of it can be taken */
PlxCliStatus
plx_cli_check_table (const char *path,
                     gboolean    json)
{
  g_autoptr (PlxRelationFile) file = read_table (path);
  g_autofree char *shown = plx_cli_display_path (path);

  if (file == NULL)
    return PLX_CLI_FAILED;

  if (json)
    {
      print_problems_as_json (file, shown);
    }
  else
    {
      print_problems (stdout, file, shown);
      printf ("%s: %u of %u lines can be taken\n", shown, file->n_taken, file->n_rows);
    }

  return file->n_errors == 0 ? PLX_CLI_OK : PLX_CLI_FAILED;
}

/* plx_cli_use_tables:
 *
 * Adds tables of the user's own for this run. A table with an error is not used: half a table tells
 * of countries that they are no members. */
PlxCliStatus
plx_cli_use_tables (char **paths)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (PlxRelationFile) file = read_table (paths[i]);
      g_autofree char *shown = plx_cli_display_path (paths[i]);

      if (file == NULL)
        return PLX_CLI_FAILED;

      if (file->n_errors > 0)
        {
          print_problems (stderr, file, shown);
          return PLX_CLI_FAILED;
        }
      plx_own_relations_add (file);
    }

  return PLX_CLI_OK;
}
