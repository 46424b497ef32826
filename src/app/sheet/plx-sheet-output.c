/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-output"

#include "config.h"

#include "sheet/plx-sheet-output.h"

#include <glib/gi18n.h>

#include "bundle/plx-bundle.h"
#include "sheet/forms/plx-sheet-form.h"

/* What a sheet can be saved as: its pages, the other forms of its content in their order, and last
 * the evidence for it. */
#define KIND_PAGES 0
#define KIND_FORMS 1
#define KIND_BUNDLE (KIND_FORMS + PLX_N_SHEET_FORMS)
#define N_KINDS (KIND_BUNDLE + 1)

#define BUNDLE_SUFFIX ".zip"

/* What is saved, from the question where to the last byte. */
typedef struct
{
  PlxSheetPages *pages;
  PlxLibrary    *library; /* nullable */
  PlxStory      *story;   /* nullable */
  PlxDay         today;
  guint          kind;
  GFile         *file;    /* nullable until the user has chosen one */
  PlxSheetJob   *job;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->pages);
  g_clear_object (&saving->library);
  g_clear_object (&saving->story);
  g_clear_object (&saving->file);
  g_object_unref (saving->job);
  g_free (saving);
}

/* How many things there are that a sheet can be saved as. */
guint
plx_sheet_output_get_n_kinds (void)
{
  return N_KINDS;
}

/**
 * plx_sheet_output_get_id:
 * @kind: what a sheet can be saved as, from 0
 *
 * Returns: what actions call it
 */
const char *
plx_sheet_output_get_id (guint kind)
{
  g_return_val_if_fail (kind < N_KINDS, NULL);

  if (kind == KIND_PAGES)
    return "pdf";
  if (kind == KIND_BUNDLE)
    return "bundle";

  return plx_sheet_form_get_id (kind - KIND_FORMS);
}

/**
 * plx_sheet_output_get_title:
 * @kind: what a sheet can be saved as, from 0
 *
 * Returns: what users call it
 */
const char *
plx_sheet_output_get_title (guint kind)
{
  g_return_val_if_fail (kind < N_KINDS, NULL);

  if (kind == KIND_PAGES)
    return _("PDF");
  if (kind == KIND_BUNDLE)
    return _("Evidence Bundle");

  return plx_sheet_form_get_title (kind - KIND_FORMS);
}

/* With what the name of such a file ends: “.pdf”. */
const char *
plx_sheet_output_get_suffix (guint kind)
{
  g_return_val_if_fail (kind < N_KINDS, NULL);

  if (kind == KIND_PAGES)
    return ".pdf";
  if (kind == KIND_BUNDLE)
    return BUNDLE_SUFFIX;

  return plx_sheet_form_get_suffix (kind - KIND_FORMS);
}

static const char *
get_media_type (guint kind)
{
  if (kind == KIND_PAGES)
    return "application/pdf";
  if (kind == KIND_BUNDLE)
    return "application/zip";

  return plx_sheet_form_get_type (kind - KIND_FORMS);
}

/**
 * plx_sheet_output_find:
 * @id: what an action calls something that a sheet can be saved as
 * @kind: (out): what it is
 *
 * Returns: whether there is such a thing
 */
gboolean
plx_sheet_output_find (const char *id,
                       guint      *kind)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (g_str_equal (plx_sheet_output_get_id (i), id))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * plx_sheet_output_suggest:
 * @title: of a sheet; may be empty
 * @kind: as what it is saved
 *
 * Returns: (transfer full): how the file might be called
 */
char *
plx_sheet_output_suggest (const char *title,
                          guint       kind)
{
  char *name;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (kind < N_KINDS, NULL);

  name = g_strconcat (*title != '\0' ? title : _("Comparison"),
                      plx_sheet_output_get_suffix (kind), NULL);
  g_strdelimit (name, "/\\\n", '-');

  return name;
}

/**
 * plx_sheet_output_explain:
 * @error: (transfer full): what went wrong while something was saved
 * @file: where to
 *
 * Puts into words for the user why a file was not saved. It is as it was before, which is worth
 * saying where a disk is full.
 *
 * Returns: (transfer full): an error of the same code
 */
GError *
plx_sheet_output_explain (GError *error,
                          GFile  *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_error_free (error);
      /* Translators: the name of a file */
      return g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                          _("“%s” could not be saved: the disk is full. Nothing was written."),
                          name);
    }

  /* Translators: the name of a file; what went wrong follows */
  g_prefix_error (&error, _("“%s” could not be saved: "), name);

  return error;
}

static void
report_cb (guint    done,
           guint    all,
           gpointer data)
{
  plx_sheet_job_report (data, done, all);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GCancellable *stop = plx_sheet_job_get_cancellable (saving->job);
  GError *error = NULL;
  gboolean is_saved;

  if (saving->kind == KIND_PAGES)
    is_saved = plx_sheet_pages_save (saving->pages, saving->file, report_cb, saving->job, stop,
                                     &error);
  else
    is_saved = plx_sheet_form_save (saving->kind - KIND_FORMS,
                                    plx_sheet_pages_get_content (saving->pages), saving->file,
                                    report_cb, saving->job, stop, &error);

  if (is_saved)
    g_task_return_pointer (task, g_object_ref (saving->file), g_object_unref);
  else
    g_task_return_error (task, plx_sheet_output_explain (error, saving->file));
}

static void
report_bundle_cb (double   fraction,
                  gpointer data)
{
  plx_sheet_job_report (data, (guint) (fraction * 1000), 1000);
}

static void
bundled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *fingerprint = plx_bundle_save_story_finish (result, &error);

  if (fingerprint != NULL)
    g_task_return_pointer (task, g_object_ref (saving->file), g_object_unref);
  else
    g_task_return_error (task, plx_sheet_output_explain (error, saving->file));
}

static void
write_now (GTask *task)
{
  const Saving *saving = g_task_get_task_data (task);

  plx_sheet_job_begin (saving->job);
  if (saving->kind != KIND_BUNDLE)
    {
      g_task_run_in_thread (task, write_in_thread);
      return;
    }

  if (saving->library == NULL || saving->story == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                       _("Only a story of the library can be saved as an evidence "
                                         "bundle."));
      return;
    }

  plx_bundle_save_story_async (saving->library, saving->story, saving->today, saving->file,
                               report_bundle_cb, saving->job,
                               plx_sheet_job_get_cancellable (saving->job), bundled_cb,
                               g_object_ref (task));
}

static GTask *
create_task (const PlxSheetOutput *self,
             guint                 kind,
             GFile                *file,
             PlxSheetJob          *job,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->pages = g_object_ref (self->pages);
  g_set_object (&saving->library, self->library);
  g_set_object (&saving->story, self->story);
  saving->today = self->today;
  saving->kind = kind;
  g_set_object (&saving->file, file);
  saving->job = g_object_ref (job);
  g_task_set_source_tag (task, create_task);
  g_task_set_static_name (task, "[parallax] save sheet");
  g_task_set_task_data (task, saving, saving_free);

  return task;
}

/**
 * plx_sheet_output_write_async:
 * @self: what is saved
 * @kind: as what
 * @file: where to; what was there is replaced once all is written
 * @job: told how far it is; and stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Saves a sheet, off the main thread. Where that fails or is cancelled, the file is as it was.
 */
void
plx_sheet_output_write_async (const PlxSheetOutput *self,
                              guint                 kind,
                              GFile                *file,
                              PlxSheetJob          *job,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (kind < N_KINDS);

  task = create_task (self, kind, file, job, callback, user_data);
  write_now (task);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->file != NULL)
    write_now (task);
  else
    g_task_return_error (task, error);
}

static GListModel *
create_filters (guint kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, plx_sheet_output_get_title (kind));
  gtk_file_filter_add_mime_type (filter, get_media_type (kind));
  gtk_file_filter_add_suffix (filter, plx_sheet_output_get_suffix (kind) + 1);
  g_list_store_append (filters, filter);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * plx_sheet_output_ask_async:
 * @self: what is saved
 * @kind: as what
 * @parent: (nullable): the window above which the dialog opens
 * @job: told how far it is once the user has said where to; and stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks where to save a sheet, and saves it there; see plx_sheet_output_write_async().
 */
void
plx_sheet_output_ask_async (const PlxSheetOutput *self,
                            guint                 kind,
                            GtkWindow            *parent,
                            PlxSheetJob          *job,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (kind < N_KINDS);

  task = create_task (self, kind, NULL, job, callback, user_data);
  dialog = gtk_file_dialog_new ();
  filters = create_filters (kind);
  name = plx_sheet_output_suggest (
    plx_sheet_content_get_title (plx_sheet_pages_get_content (self->pages)), kind);

  gtk_file_dialog_set_title (dialog, _("Save the Sheet"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, g_steal_pointer (&task));
}

/**
 * plx_sheet_output_finish:
 * @result: what the callback was given
 * @error: return location for an error, in words for the user; `G_IO_ERROR_CANCELLED` or one of
 *   `GTK_DIALOG_ERROR` where he did not want it
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` on error
 */
GFile *
plx_sheet_output_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
