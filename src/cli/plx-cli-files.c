/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-files"

#include "config.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

#include "plx-cli.h"

#include "reading/article/plx-repetition.h"

/* Paths that are read together, and who gets what is in them. */
typedef struct
{
  GHashTable              *names;   /* GFile: how the user wrote it */
  GPtrArray               *files;   /* GFile */
  const PlxReadingOptions *options; /* may be NULL */
  gboolean                 input;   /* whether it is standard input that is read */
  PlxCliTaker              taker;
  gpointer                 user_data;
} Reading;

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* How the user would write the path of a file that he named, or that lies in a folder which he
 * named. */
static char *
dup_name (Reading *self,
          GFile   *file)
{
  g_autoptr (GFile) root = g_object_ref (file);

  while (root != NULL && !g_hash_table_contains (self->names, root))
    {
      GFile *parent = g_file_get_parent (root);

      g_object_unref (root);
      root = parent;
    }

  if (root != NULL)
    {
      g_autofree char *below = g_file_get_relative_path (root, file);
      const char *name = g_hash_table_lookup (self->names, root);
      g_autofree char *path = below != NULL ? g_build_filename (name, below, NULL)
                                            : g_strdup (name);

      return plx_cli_display_path (path);
    }

  return g_file_get_parse_name (file);
}

static void
taken_cb (PlxReadingBatch         *batch,
          PlxDocument             *document,
          const PlxReadingFailure *failure,
          gpointer                 user_data)
{
  Reading *self = user_data;
  GFile *file = plx_reading_batch_get_file (batch);
  g_autofree char *name = NULL;

  /* A folder that can't be looked into is no file that is being read. */
  if (file != NULL)
    name = dup_name (self, file);
  else
    name = g_strdup (self->input ? "-" : failure->name);

  self->taker (name, document, failure, self->user_data);
}

static void
say_what_was_passed_over (PlxReadingBatch *batch)
{
  if (batch->n_others > 0)
    g_printerr ("%s: passed over, for they hold no text: %u (pictures, styles and the like)\n",
                g_get_prgname (), batch->n_others);
  if (batch->n_links > 0)
    g_printerr ("%s: passed over, for they are links: %u\n", g_get_prgname (), batch->n_links);
}

static void
read_files (Reading *self)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();

  batch->taker = taken_cb;
  batch->taker_data = self;
  plx_reading_batch_read_files (batch, self->files, self->options, NULL, NULL, NULL);
  say_what_was_passed_over (batch);

  g_ptr_array_set_size (self->files, 0);
}

static void
read_input (Reading *self)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  batch->taker = taken_cb;
  batch->taker_data = self;
  self->input = TRUE;
  if ((bytes = read_standard_input (&error)))
    {
      plx_reading_batch_read_bytes (batch, bytes, "standard input", NULL, self->options, NULL);
    }
  else
    {
      g_prefix_error_literal (&error, "Standard input could not be read: ");
      plx_reading_batch_fail (batch, "standard input", error);
    }
  self->input = FALSE;
}

/**
 * plx_cli_read_each:
 * @paths: files and folders, or `-` for standard input; ends with `NULL`
 * @options: (nullable): what the user chose
 * @taker: gets what is in them
 * @user_data: for @taker
 *
 * Reads files, and all in folders, one after another. What was read is not kept.
 */
void
plx_cli_read_each (char                   **paths,
                   const PlxReadingOptions *options,
                   PlxCliTaker              taker,
                   gpointer                 user_data)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                                        g_object_unref, g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Reading self = { .names = names, .files = files, .options = options, .taker = taker,
                   .user_data = user_data };

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      if (g_str_equal (paths[i], "-"))
        {
          read_files (&self);
          read_input (&self);
        }
      else
        {
          GFile *file = g_file_new_for_commandline_arg (paths[i]);

          g_ptr_array_add (files, file);
          g_hash_table_insert (names, g_object_ref (file), g_strdup (paths[i]));
        }
    }

  read_files (&self);
}

/* What plx_cli_read_paths() fills. */
typedef struct
{
  GPtrArray    *documents;
  GPtrArray    *names;
  JsonBuilder  *errors;
  PlxCliStatus *status;
} Kept;

static void
keep_cb (const char              *name,
         PlxDocument             *document,
         const PlxReadingFailure *failure,
         gpointer                 user_data)
{
  Kept *kept = user_data;

  if (document != NULL)
    {
      g_ptr_array_add (kept->documents, plx_document_ref (document));
      g_ptr_array_add (kept->names, g_strdup (name));
      return;
    }

  *kept->status = PLX_CLI_FAILED;
  plx_cli_complain (failure->error);
  if (kept->errors == NULL)
    return;

  json_builder_begin_object (kept->errors);
  plx_json_add_string (kept->errors, "file", name);
  plx_cli_add_error (kept->errors, failure->error);
  json_builder_end_object (kept->errors);
}

static GPtrArray *
read_paths (char                   **paths,
            const PlxReadingOptions *options,
            GPtrArray               *names,
            JsonBuilder             *errors,
            PlxCliStatus            *status)
{
  Kept kept = { .names = names, .errors = errors, .status = status };

  kept.documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  plx_cli_read_each (paths, options, keep_cb, &kept);

  return kept.documents;
}

/**
 * plx_cli_read_paths:
 * @paths: files and folders; ends with `NULL`
 * @names: (element-type utf8): gets the path of each article's file
 * @errors: (nullable): an open JSON array that gets an object for each file that did not
 * @status: set to `PLX_CLI_FAILED` where a file did not come in
 *
 * Reads files; complains on standard error about those that can't be read, and goes on.
 *
 * Returns: (transfer full) (element-type PlxDocument): the articles
 */
GPtrArray *
plx_cli_read_paths (char         **paths,
                    GPtrArray     *names,
                    JsonBuilder   *errors,
                    PlxCliStatus  *status)
{
  return read_paths (paths, NULL, names, errors, status);
}

/**
 * plx_cli_read_originals:
 * @paths: files and folders; ends with `NULL`
 * @names: (element-type utf8): gets the path of each article's file
 * @status: set to `PLX_CLI_FAILED` where a file did not come in
 *
 * As plx_cli_read_paths(), with the bytes that the articles are read from.
 *
 * Returns: (transfer full) (element-type PlxDocument): the articles
 */
GPtrArray *
plx_cli_read_originals (char         **paths,
                        GPtrArray     *names,
                        PlxCliStatus  *status)
{
  const PlxReadingOptions options = { .keep_originals = TRUE };

  return read_paths (paths, &options, names, NULL, status);
}
