/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-bundle"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "countries/plx-country-labels.h"
#include "countries/plx-own-relations.h"

#include "plx-cli-story.h"

static gboolean
write_bundle (PlxBundle   *bundle,
              const char  *path,
              char       **fingerprint,
              GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return plx_bundle_write (bundle, stream, NULL, NULL, fingerprint, NULL, error);
    }

  file = g_file_new_for_commandline_arg (path);

  return plx_bundle_save (bundle, file, NULL, NULL, fingerprint, NULL, error);
}

static PlxCliStatus
make_bundle (PlxCliSource *source,
             const char   *output)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (PlxBundle) bundle = plx_cli_source_open (source, &status);
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  if (bundle == NULL)
    return PLX_CLI_FAILED;

  plx_cli_check_language ();
  if (!write_bundle (bundle, output, &fingerprint, &error))
    {
      g_prefix_error_literal (&error, "The bundle could not be written: ");
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  if (!g_str_equal (output, "-"))
    printf ("%s: %u articles, fingerprint %s\n", output, bundle->parcel->documents->len,
            fingerprint);

  return status;
}

/**
 * plx_cli_bundle:
 *
 * `bundle`: a story with its originals and all that was found, as one file for others to check.
 */
PlxCliStatus
plx_cli_bundle (int    argc,
                char **argv)
{
  g_auto (PlxCliSource) source = { 0 };
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "Write the bundle to this file; “-” is standard output", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &source.title, "Call the story of the files so",
      "TITLE" },
    { "story", 0, 0, G_OPTION_ARG_INT64, &source.story,
      "Take this story of the library, by its number in “library list”", "NUMBER" },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &source.library, "The library’s file", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &source.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Puts a story, the files that its articles are from, and "
                      "what was found in them into one file, which others can check.", argc, argv))
    return PLX_CLI_USAGE;
  if (output == NULL)
    return plx_cli_usage ("“--output” must say where the bundle goes");
  if (source.story != 0 && source.title != NULL)
    return plx_cli_usage ("a story of the library has its title");
  if (!plx_cli_source_check (&source))
    return PLX_CLI_USAGE;

  return make_bundle (&source, output);
}

static const char *
get_flaw_nick (PlxBundleFlaw flaw)
{
  static const char * const nicks[] = {
    [PLX_BUNDLE_FLAW_MEMBER] = "member",
    [PLX_BUNDLE_FLAW_READING] = "reading",
    [PLX_BUNDLE_FLAW_ANALYSIS] = "analysis",
    [PLX_BUNDLE_FLAW_VERSION] = "version",
    [PLX_BUNDLE_FLAW_NO_ORIGINAL] = "no-original",
  };

  return nicks[flaw];
}

static void
print_check_json (const char           *name,
                  const PlxBundleCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_json_add_string (builder, "file", name);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, check->is_sound);
  plx_json_add_string (builder, "title", check->title);
  plx_json_add_string (builder, "fingerprint", check->fingerprint);
  plx_json_add_int (builder, "members", check->n_members);
  plx_json_add_int (builder, "articles", check->n_articles);
  plx_json_add_int (builder, "originals", check->n_originals);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const PlxBundleFinding *finding = check->findings->pdata[i];

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "kind", get_flaw_nick (finding->flaw));
      plx_json_add_string (builder, "what", finding->member);
      plx_json_add_string (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

static void
print_check (const char           *name,
             const PlxBundleCheck *check)
{
  printf ("%s: %s\n  %s\n  %u files, %u articles, %u with their originals\n  fingerprint %s\n",
          name, check->is_sound ? "all is as it says" : "not all is as it says",
          check->title != NULL ? check->title : "", check->n_members, check->n_articles,
          check->n_originals, check->fingerprint);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const PlxBundleFinding *finding = check->findings->pdata[i];

      printf ("  %s %s\n", finding->flaw == PLX_BUNDLE_FLAW_NO_ORIGINAL ? "·" : "≠",
              finding->message);
    }
}

/**
 * plx_cli_verify:
 *
 * `verify`: whether a bundle is what it was, and whether what is in it is found again.
 */
PlxCliStatus
plx_cli_verify (int    argc,
                char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean json = FALSE;
  PlxCliStatus status = PLX_CLI_OK;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print an object a line", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "BUNDLE…", "Checks evidence bundles: whether anything in them was "
                      "changed, and whether the articles and what was found in them come out of "
                      "the originals again.", argc, argv))
    return PLX_CLI_USAGE;
  if (files == NULL)
    return plx_cli_usage ("no bundle was named");

  plx_cli_check_language ();
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (files[i]);
      g_autofree char *name = plx_cli_display_path (files[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxBundleCheck) check = plx_bundle_check (file, NULL, NULL, NULL, &error);

      if (check == NULL)
        plx_cli_complain (error);
      else if (json)
        print_check_json (name, check);
      else
        print_check (name, check);
      if (check == NULL || !check->is_sound)
        status = PLX_CLI_FAILED;
    }

  return status;
}

/* Tables of the user's own come in, too; those that he has under the same name stay his. */
static void
adopt_tables (PlxBundle *bundle)
{
  g_autofree char *relations_path = plx_own_relations_dup_default_path ();
  g_autofree char *labels_path = plx_country_labels_dup_default_path ();
  g_autoptr (GFile) relations = g_file_new_for_path (relations_path);
  g_autoptr (GFile) labels = g_file_new_for_path (labels_path);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) clashes = NULL;

  if (plx_cli_load_tables (&error))
    clashes = plx_bundle_adopt_tables (bundle, relations, labels, NULL, &error);
  if (error != NULL)
    plx_cli_complain (error);

  for (gsize i = 0; clashes != NULL && clashes[i] != NULL; i++)
    g_printerr ("%s: the table “%s” of the bundle was not taken over: you have another one of "
                "that name\n", g_get_prgname (), clashes[i]);
}

PlxCliStatus
plx_cli_library_open (PlxCliLibraryRequest *request)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxBundle) bundle = NULL;
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GError) error = NULL;

  if (plx_cli_library_count_words (request) != 1)
    return plx_cli_usage ("one bundle has to be named");

  file = g_file_new_for_commandline_arg (request->words[0]);
  plx_bundle_open_async (request->library, file, NULL, plx_cli_library_keep_cb, &result);
  story = plx_bundle_open_finish (plx_cli_library_wait (&result), &bundle, &error);
  if (story == NULL)
    return plx_cli_library_complain (error);

  adopt_tables (bundle);
  plx_cli_library_print_story (story, request->json);

  return PLX_CLI_OK;
}
