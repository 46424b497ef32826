/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library.h"

#include <stdio.h>

#include "library/plx-library-safety.h"

/* Of a file one line, or an object. */
static void
print_file (const char *member,
            const char *path,
            gboolean    json)
{
  g_autofree char *shown = plx_cli_display_path (path);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_string (builder, member, shown);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      printf ("%s\n", shown);
    }
}

/* `library backup`: a backup by hand. */
PlxCliStatus
plx_cli_library_backup (PlxCliLibraryRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_back_up_async (request->library, PLX_BACKUP_BY_HAND, NULL, plx_cli_library_keep_cb,
                             &result);
  if (!plx_library_back_up_finish (request->library, plx_cli_library_wait (&result), &path, &error))
    return plx_cli_library_complain (error);

  print_file ("backup", path, request->json);

  return PLX_CLI_OK;
}

static void
print_backup (const PlxBackup *backup,
              gboolean         json)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (backup->made);
  g_autofree char *made = g_date_time_format_iso8601 (json ? backup->made : local);
  g_autofree char *shown = plx_cli_display_path (backup->path);
  const char *reason = plx_backup_reason_get_nick (backup->reason);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "backup", shown);
      plx_json_add_string (builder, "made", made);
      plx_json_add_string (builder, "reason", reason);
      plx_json_add_int (builder, "version", backup->version);
      plx_json_add_int (builder, "bytes", backup->size);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      g_autofree char *size = g_format_size (backup->size);

      printf ("%s  %s  %s  %s\n", made, reason, size, shown);
    }
}

/* `library backups`: also of a library that cannot be opened. */
PlxCliStatus
plx_cli_library_backups (PlxCliLibraryRequest *request)
{
  g_autoptr (GPtrArray) backups = plx_backup_list (request->path);

  for (guint i = 0; i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i), request->json);

  return PLX_CLI_OK;
}

/* The one file that an action is about. */
static const char *
get_file (const PlxCliLibraryRequest *request)
{
  return plx_cli_library_count_words (request) == 1 ? request->words[0] : NULL;
}

/* `library restore FILE` */
PlxCliStatus
plx_cli_library_restore (PlxCliLibraryRequest *request)
{
  const char *file = get_file (request);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return plx_cli_usage ("one backup has to be named, as “library backups” lists it");

  plx_library_restore_async (request->library, file, NULL, plx_cli_library_keep_cb, &result);
  if (!plx_library_change_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  print_file ("restored", file, request->json);

  return PLX_CLI_OK;
}

/* `library export FILE` */
PlxCliStatus
plx_cli_library_export (PlxCliLibraryRequest *request)
{
  const char *file = get_file (request);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return plx_cli_usage ("one file to export to has to be named");

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    {
      g_printerr ("%s: there is a file %s already\n", g_get_prgname (), file);
      return PLX_CLI_FAILED;
    }

  plx_library_export_async (request->library, file, NULL, plx_cli_library_keep_cb, &result);
  if (!plx_library_safety_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  print_file ("exported", file, request->json);

  return PLX_CLI_OK;
}

/* `library import FILE`: the stories of another library. */
PlxCliStatus
plx_cli_library_import (PlxCliLibraryRequest *request)
{
  const char *file = get_file (request);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return plx_cli_usage ("one library to import has to be named");

  plx_library_import_async (request->library, file, NULL, plx_cli_library_keep_cb, &result);
  if (!plx_library_change_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  print_file ("imported", file, request->json);

  return PLX_CLI_OK;
}

/* `library check` */
PlxCliStatus
plx_cli_library_check (PlxCliLibraryRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_whole;

  plx_library_check_async (request->library, NULL, plx_cli_library_keep_cb, &result);
  is_whole = plx_library_safety_finish (request->library, plx_cli_library_wait (&result), &error);
  if (!is_whole)
    return plx_cli_library_complain (error);

  if (request->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "whole");
      json_builder_add_boolean_value (builder, TRUE);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      printf ("The library is whole.\n");
    }

  return PLX_CLI_OK;
}

static void
print_saved (const PlxSalvage *saved,
             gboolean          json)
{
  g_autofree char *words = plx_salvage_describe (saved);

  if (!json)
    {
      printf ("%s\n", words);
      return;
    }

  for (guint i = 0; i < saved->tables->len; i++)
    {
      const PlxSalvagedTable *table = g_ptr_array_index (saved->tables, i);
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "table", table->name);
      plx_json_add_int (builder, "saved", table->n_saved);
      plx_json_add_int (builder, "lost", table->n_lost);
      plx_json_add_int (builder, "gaps", table->n_gaps);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
}

/* `library salvage FILE`: what can still be read of the library, into a new one. */
PlxCliStatus
plx_cli_library_salvage (PlxCliLibraryRequest *request)
{
  const char *file = get_file (request);
  g_autoptr (PlxSalvage) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return plx_cli_usage ("one file for the new library has to be named");

  if (!(saved = plx_salvage_make (request->path, file, NULL, &error)))
    return plx_cli_library_complain (error);

  print_saved (saved, request->json);

  return PLX_CLI_OK;
}
