/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library.h"

#include <stdio.h>

#include "library/plx-library-history.h"

static GPtrArray *
list_history (PlxCliLibraryRequest  *request,
              GError               **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_list_history_async (request->library, NULL, plx_cli_library_keep_cb, &result);

  return plx_library_list_history_finish (request->library, plx_cli_library_wait (&result), error);
}

static void
print_change (const PlxChange *change,
              gboolean         json)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (change->at);

  if (json)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (change->at);
      g_autofree char *iso = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_int (builder, "change", change->id);
      plx_json_add_string (builder, "label", change->label);
      plx_json_add_string (builder, "at", iso);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, change->undone);
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      g_autofree char *when = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : NULL;

      printf ("%s  %s%s\n", when != NULL ? when : "?", change->label,
              change->undone ? " (undone)" : "");
    }
}

/**
 * plx_cli_library_history:
 * @request: what was asked for
 *
 * Tells all changes that can be undone or redone, the newest first.
 */
PlxCliStatus
plx_cli_library_history (PlxCliLibraryRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = list_history (request, &error);

  if (changes == NULL)
    return plx_cli_library_complain (error);

  for (guint i = 0; i < changes->len; i++)
    print_change (g_ptr_array_index (changes, i), request->json);

  return PLX_CLI_OK;
}

/* The change that the n-th step from now undoes or redoes, and how many steps there are. */
static const PlxChange *
find_step (GPtrArray *changes,
           gboolean   undo,
           guint      n,
           guint     *n_steps)
{
  const PlxChange *found = NULL;

  *n_steps = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      const PlxChange *change = changes->pdata[undo ? i : changes->len - 1 - i];

      if (change->undone != undo && ++*n_steps == n)
        found = change;
    }

  return found;
}

static void
print_step (PlxCliLibraryRequest *request,
            const char           *what,
            const char           *done)
{
  if (request->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plx_json_add_string (builder, "done", done);
      plx_json_add_string (builder, "undo", plx_library_get_undo_label (request->library));
      plx_json_add_string (builder, "redo", plx_library_get_redo_label (request->library));
      json_builder_end_object (builder);
      plx_cli_print_json (builder);
    }
  else
    {
      printf ("%s: %s\n", what, done != NULL ? done : "there is nothing");
    }
}

static PlxCliStatus
travel (PlxCliLibraryRequest *request,
        const PlxChange      *change,
        gboolean              undo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_travel_async (request->library, change->id, !undo, plx_cli_library_keep_cb, &result);
  if (!plx_library_change_finish (request->library, plx_cli_library_wait (&result), &error))
    return plx_cli_library_complain (error);

  return PLX_CLI_OK;
}

static PlxCliStatus
go (PlxCliLibraryRequest *request,
    gboolean              undo)
{
  const char *what = undo ? "Undo" : "Redo";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const PlxChange *change;
  guint64 n = 1;
  guint n_steps;
  PlxCliStatus status;

  if (plx_cli_library_count_words (request) > 1 ||
      (request->words != NULL &&
       !g_ascii_string_to_unsigned (request->words[0], 10, 1, G_MAXUINT, &n, NULL)))
    return plx_cli_usage ("“%s” takes the number of steps, from 1", undo ? "undo" : "redo");

  if (!(changes = list_history (request, &error)))
    return plx_cli_library_complain (error);

  change = find_step (changes, undo, n, &n_steps);
  if (change == NULL && n_steps > 0)
    {
      g_printerr ("%s: there are only %u changes to %s\n", g_get_prgname (), n_steps,
                  undo ? "undo" : "redo");
      return PLX_CLI_FAILED;
    }

  if (change != NULL && (status = travel (request, change, undo)) != PLX_CLI_OK)
    return status;

  if (n == 1 || change == NULL || request->json)
    {
      print_step (request, what, change != NULL ? change->label : NULL);
    }
  else
    {
      g_autofree char *done = g_strdup_printf ("%u changes, the last of them: %s", (guint) n,
                                               change->label);

      print_step (request, what, done);
    }

  return PLX_CLI_OK;
}

PlxCliStatus
plx_cli_library_undo (PlxCliLibraryRequest *request)
{
  return go (request, TRUE);
}

PlxCliStatus
plx_cli_library_redo (PlxCliLibraryRequest *request)
{
  return go (request, FALSE);
}
