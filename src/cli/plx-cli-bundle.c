/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-bundle"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "bundle/plx-bundle.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-own-relations.h"

#include "plx-cli-library.h"

typedef struct
{
  char   *output;
  char   *title;
  char   *library;
  gint64  story;
  char  **files;
} BundleArguments;

static void
bundle_arguments_clear (BundleArguments *self)
{
  g_free (self->output);
  g_free (self->title);
  g_free (self->library);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BundleArguments, bundle_arguments_clear)

/* What the user calls countries, and relations of his own, as the window knows them. */
static gboolean
load_own_tables (GError **error)
{
  g_autofree char *relations_path = plx_own_relations_dup_default_path ();
  g_autofree char *labels_path = plx_country_labels_dup_default_path ();
  g_autoptr (GFile) relations = g_file_new_for_path (relations_path);
  g_autoptr (GFile) labels = g_file_new_for_path (labels_path);

  return plx_own_relations_load (relations, plx_cli_today (), NULL, error) &&
         plx_country_labels_load (labels, NULL, error);
}

/* A story of files that are in no library. */
static PlxParcel *
read_parcel (const BundleArguments *arguments,
             PlxCliStatus          *status)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_originals (arguments->files, names, status);
  PlxParcel *parcel;
  const char *title = arguments->title;

  if (documents->len == 0)
    return NULL;

  if (title == NULL)
    title = plx_document_get_title (documents->pdata[0]);
  parcel = plx_parcel_new (title != NULL ? title : "Story");
  for (guint i = 0; i < documents->len; i++)
    plx_parcel_add (parcel, documents->pdata[i], NULL);

  return parcel;
}

/* A story of the library, which is open until the bundle is written. */
static PlxParcel *
load_parcel (const BundleArguments  *arguments,
             PlxLibrary            **library)
{
  g_autofree char *path = arguments->library != NULL ? g_strdup (arguments->library)
                                                     : plx_library_dup_default_path ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxCliLibraryRequest request = { 0 };
  PlxParcel *parcel;
  PlxStory *story;

  *library = request.library = plx_library_open (path, &error);
  if (request.library == NULL)
    {
      plx_cli_complain (error);
      return NULL;
    }

  if (!(story = plx_cli_library_find_story (&request, arguments->story)))
    return NULL;

  plx_library_load_parcel_async (request.library, story, NULL, plx_cli_library_keep_cb, &result);
  parcel = plx_library_load_parcel_finish (request.library, plx_cli_library_wait (&result),
                                           &error);
  if (parcel == NULL)
    plx_cli_complain (error);

  return parcel;
}

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
make_bundle (const BundleArguments *arguments,
             PlxLibrary           **library)
{
  PlxCliStatus status = PLX_CLI_OK;
  g_autoptr (PlxParcel) parcel = arguments->story != 0 ? load_parcel (arguments, library)
                                                       : read_parcel (arguments, &status);
  g_autoptr (PlxBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  if (parcel == NULL)
    return PLX_CLI_FAILED;

  plx_cli_check_language ();
  if (!load_own_tables (&error))
    plx_cli_complain (error);
  g_clear_error (&error);

  bundle = plx_bundle_new (parcel, plx_cli_today ());
  plx_bundle_take_tables (bundle);
  g_set_object (&bundle->library, *library);
  if (!write_bundle (bundle, arguments->output, &fingerprint, &error))
    {
      g_prefix_error_literal (&error, "The bundle could not be written: ");
      plx_cli_complain (error);
      return PLX_CLI_FAILED;
    }

  if (!g_str_equal (arguments->output, "-"))
    printf ("%s: %u articles, fingerprint %s\n", arguments->output, parcel->documents->len,
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
  g_auto (BundleArguments) arguments = { 0 };
  g_autoptr (PlxLibrary) library = NULL;
  PlxCliStatus status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      "Write the bundle to this file; “-” is standard output", "FILE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &arguments.title, "Call the story of the files so",
      "TITLE" },
    { "story", 0, 0, G_OPTION_ARG_INT64, &arguments.story,
      "Take this story of the library, by its number in “library list”", "NUMBER" },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &arguments.library, "The library’s file", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!plx_cli_parse (entries, "FILE…", "Puts a story, the files that its articles are from, and "
                      "what was found in them into one file, which others can check.", argc, argv))
    return PLX_CLI_USAGE;
  if (arguments.output == NULL)
    return plx_cli_usage ("“--output” must say where the bundle goes");
  if (arguments.story != 0 && arguments.files != NULL)
    return plx_cli_usage ("“--story” goes without files");
  if (arguments.story != 0 && arguments.title != NULL)
    return plx_cli_usage ("a story of the library has its title");
  if (arguments.story == 0 && !plx_cli_parse_files (arguments.files))
    return PLX_CLI_USAGE;

  status = make_bundle (&arguments, &library);
  if (library != NULL)
    plx_library_close (library);

  return status;
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
  plx_cli_add_string (builder, "file", name);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, check->is_sound);
  plx_cli_add_string (builder, "title", check->title);
  plx_cli_add_string (builder, "fingerprint", check->fingerprint);
  plx_cli_add_int (builder, "members", check->n_members);
  plx_cli_add_int (builder, "articles", check->n_articles);
  plx_cli_add_int (builder, "originals", check->n_originals);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const PlxBundleFinding *finding = check->findings->pdata[i];

      json_builder_begin_object (builder);
      plx_cli_add_string (builder, "kind", get_flaw_nick (finding->flaw));
      plx_cli_add_string (builder, "what", finding->member);
      plx_cli_add_string (builder, "message", finding->message);
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

  if (load_own_tables (&error))
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
