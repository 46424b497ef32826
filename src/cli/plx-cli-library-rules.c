/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library.h"

#include <stdio.h>

/* The actions of `library` on rules. */

static void
print_rule (const PlxRule *rule,
            gboolean       json)
{
  const char *does = rule->keeps ? "keep" : "cut";
  const char *match = plx_enum_to_nick (PLX_TYPE_RULE_MATCH, rule->match);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "rule", rule->id);
      plx_json_add_string (builder, "outlet", rule->outlet);
      plx_json_add_string (builder, "does", does);
      plx_json_add_string (builder, "match", match);
      plx_json_add_string (builder, "pattern", rule->pattern);
      plx_json_add_int (builder, "articles", rule->n_articles);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      printf ("%" G_GINT64_FORMAT "  %s: %s %s “%s” (%u %s)\n",
              rule->id, rule->outlet, does, match, rule->pattern,
              rule->n_articles, rule->n_articles == 1 ? "article" : "articles");
    }
}

static GPtrArray *
list_rules (PlxCliLibraryRequest  *request,
            GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_list_rules_async (request->library, NULL, plx_cli_library_keep_cb, &result);

  return plx_library_list_rules_finish (request->library, plx_cli_library_wait (&result), error);
}

PlxCliStatus
plx_cli_library_rules (PlxCliLibraryRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = list_rules (request, &error);

  if (rules == NULL)
    return plx_cli_library_complain (error);

  for (guint i = 0; i < rules->len; i++)
    print_rule (g_ptr_array_index (rules, i), request->json);

  return PLX_CLI_OK;
}

PlxCliStatus
plx_cli_library_remember (PlxCliLibraryRequest *request)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  PlxRule *rule = NULL;
  gboolean keeps;
  int match;

  if (plx_cli_library_count_words (request) != 4 ||
      !(g_str_equal (request->words[1], "cut") || g_str_equal (request->words[1], "keep")) ||
      !plx_enum_from_nick (PLX_TYPE_RULE_MATCH, request->words[2], &match))
    return plx_cli_usage ("a rule is: OUTLET cut|keep text|place WHAT");

  keeps = g_str_equal (request->words[1], "keep");
  if (!(rule = plx_rule_new_for (request->words[0], keeps, match, request->words[3])))
    return plx_cli_usage ("a rule needs something to look for");

  g_ptr_array_add (rules, rule);
  label = g_strdup_printf (keeps ? "Always Keep This in %s" : "Always Cut This in %s",
                           rule->outlet);
  plx_library_remember_async (request->library, NULL, NULL, rules, label,
                              plx_cli_library_keep_cb, &result);
  if (!plx_library_rules_finish (request->library, plx_cli_library_wait (&result), NULL, &error))
    return plx_cli_library_complain (error);

  return plx_cli_library_rules (request);
}

PlxCliStatus
plx_cli_library_forget (PlxCliLibraryRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  gint64 id;

  if (plx_cli_library_count_words (request) != 1 ||
      !g_ascii_string_to_signed (request->words[0], 10, 1, G_MAXINT64, &id, NULL))
    return plx_cli_usage ("one rule has to be named, by its number in “library rules”");

  if (!(rules = list_rules (request, &error)))
    return plx_cli_library_complain (error);

  for (guint i = 0; i < rules->len; i++)
    {
      PlxRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *label = g_strdup_printf ("Remove a Rule for %s", rule->outlet);
      g_autoptr (GAsyncResult) result = NULL;

      if (rule->id != id)
        continue;

      plx_library_forget_async (request->library, rule, label, plx_cli_library_keep_cb, &result);
      return plx_library_rules_finish (request->library, plx_cli_library_wait (&result), NULL,
                                       &error)
             ? PLX_CLI_OK : plx_cli_library_complain (error);
    }

  g_printerr ("%s: the library has no rule %" G_GINT64_FORMAT "\n", g_get_prgname (), id);

  return PLX_CLI_FAILED;
}
