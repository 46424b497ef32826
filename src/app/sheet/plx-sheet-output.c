/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-output"

#include "config.h"

#include "sheet/plx-sheet-output.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is saved, from the question where to the last byte. */
typedef struct
{
  PlxSheetPages  *pages;
  PlxSheetFormat  format;
  GFile          *file; /* nullable until the user has chosen one */
  PlxSheetJob    *job;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->pages);
  g_clear_object (&saving->file);
  g_object_unref (saving->job);
  g_free (saving);
}

static void
report_cb (guint    done,
           guint    all,
           gpointer data)
{
  plx_sheet_job_report (data, done, all);
}

static gboolean
save_pdf (const Saving  *saving,
          GError       **error)
{
  return plx_sheet_pages_save (saving->pages, saving->file, report_cb, saving->job,
                               plx_sheet_job_get_cancellable (saving->job), error);
}

typedef struct
{
  const char *id;
  const char *suffix;
  const char *media_type;
  const char *title; /* of such a file, to be translated */
  gboolean  (*save) (const Saving  *saving,
                     GError       **error);
} Form;

static const Form forms[] = {
  [PLX_SHEET_PDF] = { "pdf", ".pdf", "application/pdf", N_("PDF documents"), save_pdf },
};

/**
 * plx_sheet_format_get_id:
 * @format: a format
 *
 * Returns: what actions call it
 */
const char *
plx_sheet_format_get_id (PlxSheetFormat format)
{
  return forms[format].id;
}

/**
 * plx_sheet_format_from_id:
 * @id: what an action calls a format
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
plx_sheet_format_from_id (const char     *id,
                          PlxSheetFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].id, id))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * plx_sheet_format_from_name:
 * @name: the name of a file
 * @format: (out): the format that it is of by its end
 *
 * Returns: whether the name ends like that of a format
 */
gboolean
plx_sheet_format_from_name (const char     *name,
                            PlxSheetFormat *format)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *lower = g_utf8_strdown (name, -1);

      /* “.csl.json” is longer than “.json”, and means more. */
      if (g_str_has_suffix (lower, forms[i].suffix) && strlen (forms[i].suffix) > longest)
        {
          *format = i;
          longest = strlen (forms[i].suffix);
        }
    }

  return longest > 0;
}

/**
 * plx_sheet_output_suggest:
 * @title: of a sheet; may be empty
 * @format: as what it is saved
 *
 * Returns: (transfer full): how the file might be called
 */
char *
plx_sheet_output_suggest (const char     *title,
                          PlxSheetFormat  format)
{
  char *name = g_strconcat (*title != '\0' ? title : _("Comparison"), forms[format].suffix, NULL);

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
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;

  if (forms[saving->format].save (saving, &error))
    g_task_return_pointer (task, g_object_ref (saving->file), g_object_unref);
  else
    g_task_return_error (task, plx_sheet_output_explain (error, saving->file));
}

static GTask *
create_task (PlxSheetPages       *pages,
             PlxSheetFormat       format,
             GFile               *file,
             PlxSheetJob         *job,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->pages = g_object_ref (pages);
  saving->format = format;
  saving->file = file != NULL ? g_object_ref (file) : NULL;
  saving->job = g_object_ref (job);
  g_task_set_source_tag (task, create_task);
  g_task_set_static_name (task, "[parallax] save sheet");
  g_task_set_task_data (task, saving, saving_free);

  return task;
}

/**
 * plx_sheet_output_write_async:
 * @pages: a sheet
 * @format: as what it is saved
 * @file: where to; what was there is replaced once all is written
 * @job: told how far it is; and stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Saves a sheet, off the main thread. Where that fails or is cancelled, the file is as it was.
 */
void
plx_sheet_output_write_async (PlxSheetPages       *pages,
                              PlxSheetFormat       format,
                              GFile               *file,
                              PlxSheetJob         *job,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = create_task (pages, format, file, job, callback, user_data);

  g_task_run_in_thread (task, write_in_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  g_autofree char *name = NULL;
  GError *error = NULL;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Who gives a file the end of another format means that one. */
  name = g_file_get_basename (saving->file);
  plx_sheet_format_from_name (name, &saving->format);
  g_task_run_in_thread (task, write_in_thread);
}

static GListModel *
create_filters (PlxSheetFormat format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(forms[format].title));
  gtk_file_filter_add_mime_type (filter, forms[format].media_type);
  gtk_file_filter_add_suffix (filter, forms[format].suffix + 1);
  g_list_store_append (filters, filter);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * plx_sheet_output_ask_async:
 * @pages: a sheet
 * @title: after which the file is named, unless the user wants another name
 * @format: as what it is saved
 * @parent: (nullable): the window above which the dialog opens
 * @job: told how far it is once the user has said where to; and stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks where to save a sheet, and saves it there; see plx_sheet_output_write_async().
 */
void
plx_sheet_output_ask_async (PlxSheetPages       *pages,
                            const char          *title,
                            PlxSheetFormat       format,
                            GtkWindow           *parent,
                            PlxSheetJob         *job,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = create_task (pages, format, NULL, job, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (format);
  g_autofree char *name = plx_sheet_output_suggest (title, format);

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
