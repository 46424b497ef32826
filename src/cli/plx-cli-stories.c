/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-stories"

#include "config.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-event-reasons.h"

#include "plx-cli.h"

static void
add_articles (JsonBuilder *builder,
              GArray      *articles,
              GPtrArray   *names)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < articles->len; i++)
    json_builder_add_string_value (builder,
                                   g_ptr_array_index (names, g_array_index (articles, guint32, i)));
  json_builder_end_array (builder);
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         PlxDay       day)
{
  g_autofree char *text = day != 0 ? plx_day_format (day) : NULL;

  plx_json_add_string (builder, member, text);
}

static void
add_reprints (JsonBuilder *builder,
              GPtrArray   *reprints,
              GPtrArray   *names)
{
  json_builder_set_member_name (builder, "reprints");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reprints->len; i++)
    {
      const PlxReprintSet *set = g_ptr_array_index (reprints, i);

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "kind", set->kind == PLX_REPRINT_COPY ? "copy" : "version");
      add_articles (builder, set->articles, names);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_stories (JsonBuilder *builder,
             GPtrArray   *proposals,
             GPtrArray   *names)
{
  json_builder_set_member_name (builder, "stories");
  json_builder_begin_array (builder);

  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);

      json_builder_begin_object (builder);
      add_articles (builder, proposal->articles, names);
      json_builder_set_member_name (builder, "why");
      json_builder_begin_array (builder);
      for (guint k = 0; proposal->why[k] != NULL; k++)
        json_builder_add_string_value (builder, proposal->why[k]);
      json_builder_end_array (builder);
      add_day (builder, "from", proposal->from);
      add_day (builder, "to", proposal->to);
      add_reprints (builder, proposal->reprints, names);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static const char *
name_of (GPtrArray *names,
         GArray    *articles,
         guint      i)
{
  return g_ptr_array_index (names, g_array_index (articles, guint32, i));
}

static void
print_set (const PlxReprintSet *set,
           GPtrArray           *names)
{
  g_autoptr (GString) line = g_string_new (set->kind == PLX_REPRINT_COPY
                                             ? "  The same text: " : "  Largely the same text: ");

  for (guint i = 0; i < set->articles->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", name_of (names, set->articles, i));
  printf ("%s\n", line->str);
}

static void
print_for_people (GPtrArray *proposals,
                  GPtrArray *names)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *why = g_strjoinv (", ", proposal->why);
      g_autofree char *days = proposal->from != 0
                                ? plx_event_reasons_format_days (proposal->from, proposal->to)
                                : NULL;

      printf ("Story %u (%s%s%s)\n", i + 1, why, *why != '\0' && days != NULL ? "; " : "",
              days != NULL ? days : "");
      for (guint k = 0; k < proposal->articles->len; k++)
        printf ("  %s\n", name_of (names, proposal->articles, k));
      for (guint k = 0; k < proposal->reprints->len; k++)
        print_set (g_ptr_array_index (proposal->reprints, k), names);
    }
}

/**
 * plx_cli_stories:
 *
 * `stories`: which of the files are about one event, and why.
 */
PlxCliStatus
plx_cli_stories (int    argc,
                 char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean json = FALSE;
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print one JSON object", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Groups articles by the event that they are about.",
                      argc, argv))
    return PLX_CLI_USAGE;

  if (!plx_cli_parse_files (files))
    return PLX_CLI_USAGE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  documents = plx_cli_read_paths (files, names, builder, &status);
  json_builder_end_array (builder);

  proposals = plx_comparing_propose (documents);

  if (json)
    {
      add_stories (builder, proposals, names);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      print_for_people (proposals, names);
    }

  return status;
}
