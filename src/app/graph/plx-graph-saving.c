/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-saving"

#include "config.h"

#include "graph/plx-graph-saving.h"

#include <glib/gi18n.h>

#include "model/plx-source-names.h"

typedef struct
{
  PlxGraphSaving *saving;
  PlxGraphFormat  format;
  GFile          *file; /* nullable until the user has chosen one */
} Job;

void
plx_graph_saving_free (PlxGraphSaving *self)
{
  plx_analysis_unref (self->analysis);
  plx_graph_unref (self->graph);
  g_clear_pointer (&self->difference, plx_graph_difference_unref);
  g_free (self->title);
  g_free (self->here);
  g_free (self->there);
  g_free (self->hidden);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  plx_graph_saving_free (job->saving);
  g_clear_object (&job->file);
  g_free (job);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  PlxGraphSaving *saving = job->saving;
  g_auto (GStrv) articles = plx_source_names_new_for_analysis (saving->analysis);
  PlxGraphExport export = {
    .analysis = saving->analysis, .graph = saving->graph, .difference = saving->difference,
    .articles = (const char * const *) articles, .title = saving->title,
    .here = saving->here, .there = saving->there,
    .hidden = saving->hidden, .rims = TRUE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = plx_graph_export (&export, job->format, &error);

  if (bytes != NULL)
    g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                             NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error);

  if (error == NULL)
    {
      g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
      return;
    }

  g_prefix_error (&error, "%s: ", _("The graph could not be saved"));
  g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
create_task (PlxGraphSaving      *self,
             PlxGraphFormat       format,
             GFile               *file,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->saving = self;
  job->format = format;
  job->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_source_tag (task, create_task);
  g_task_set_static_name (task, "[parallax] save graph");
  g_task_set_task_data (task, job, job_free);

  return task;
}

/**
 * plx_graph_saving_write_async:
 * @self: (transfer full): what is saved
 * @format: as what
 * @file: where
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes a graph to a file, off the main thread.
 */
void
plx_graph_saving_write_async (PlxGraphSaving      *self,
                              PlxGraphFormat       format,
                              GFile               *file,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = create_task (self, format, file, callback, user_data);

  g_task_run_in_thread (task, write_in_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (task);

  job->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (job->file == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, write_in_thread);
}

/**
 * plx_graph_saving_ask_async:
 * @self: (transfer full): what is saved
 * @format: as what
 * @parent: (nullable): the window above which the dialog opens
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks where to save a graph, and writes it there.
 */
void
plx_graph_saving_ask_async (PlxGraphSaving      *self,
                            PlxGraphFormat       format,
                            GtkWindow           *parent,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = create_task (self, format, NULL, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->title, plx_graph_format_get_suffix (format), NULL);

  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_title (dialog, _("Save the Graph"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, g_steal_pointer (&task));
}

/**
 * plx_graph_saving_finish:
 * @result: what the callback was given
 * @error: return location for an error; one of `GTK_DIALOG_ERROR` where the user did not choose
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` on error
 */
GFile *
plx_graph_saving_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
