/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-stories"

#include "config.h"

#include <stdio.h>

#include "comparing/plx-comparing.h"

#include "plx-cli.h"

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
      json_builder_set_member_name (builder, "articles");
      json_builder_begin_array (builder);
      for (guint k = 0; k < proposal->articles->len; k++)
        json_builder_add_string_value (builder,
                                       g_ptr_array_index (names, g_array_index (proposal->articles,
                                                                                guint32, k)));
      json_builder_end_array (builder);

      json_builder_set_member_name (builder, "why");
      json_builder_begin_array (builder);
      for (guint k = 0; proposal->why[k] != NULL; k++)
        json_builder_add_string_value (builder, proposal->why[k]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
print_for_people (GPtrArray *proposals,
                  GPtrArray *names)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const PlxProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *why = g_strjoinv (", ", proposal->why);

      printf ("Story %u (%s)\n", i + 1, why);
      for (guint k = 0; k < proposal->articles->len; k++)
        {
          const char *name =
            g_ptr_array_index (names, g_array_index (proposal->articles, guint32, k));

          printf ("  %s\n", name);
        }
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
