/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-names"

#include "config.h"

#include <string.h>

#include "language/plx-language.h"

#include "plx-cli.h"

static gboolean
print_names (const char *line,
             guint       number)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (PlxMentionSpan));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *counted = line;
  glong n_chars = 0;

  plx_language_find_names (line, 0, strlen (line), mentions);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);
      g_autofree char *text = g_strndup (line + mention->start, mention->end - mention->start);

      /* Mentions come in order, so the line is counted once. */
      n_chars += g_utf8_pointer_to_offset (counted, line + mention->start);
      counted = line + mention->start;

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "start", n_chars);
      plx_json_add_int (builder, "end", n_chars + g_utf8_strlen (text, -1));
      plx_json_add_string (builder, "text", text);
      plx_json_add_string (builder, "kind", plx_enum_to_nick (PLX_TYPE_KIND, mention->kind));
      plx_json_add_string (builder, "form", plx_enum_to_nick (PLX_TYPE_FORM, mention->form));
      plx_json_add_string (builder, "country", mention->country);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);

  return TRUE;
}

/**
 * plx_cli_names:
 *
 * `names`: a passage a line on standard input, an object a line on standard output.
 */
PlxCliStatus
plx_cli_names (int    argc,
               char **argv)
{
  gboolean json = TRUE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print an object a line (it always does)", NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, NULL, "Finds the names in passages, one a line, that come on "
                      "standard input.", argc, argv))
    return PLX_CLI_USAGE;

  /* Who pipes a million lines through wants no other names halfway. */
  if (!plx_cli_check_language ())
    return PLX_CLI_FAILED;

  return plx_cli_each_line (print_names) ? PLX_CLI_OK : PLX_CLI_FAILED;
}
