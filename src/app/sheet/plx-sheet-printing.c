/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-printing"

#include "config.h"

#include "sheet/plx-sheet-printing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sheet/plx-sheet-printout.h"

/* What is printed, from the question how to the last page. */
typedef struct
{
  GtkPrintDialog *dialog;
  GtkWindow      *parent;  /* nullable, weak */
  PlxSheetPages  *sheet;
  guint           current;
  PlxSheetJob    *job;
  GtkPrintSetup  *setup;   /* nullable until the user has said how */
  GFile          *file;    /* nullable: the pages, until the printer has them */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  if (printing->file != NULL)
    g_file_delete (printing->file, NULL, NULL);
  g_clear_object (&printing->file);
  g_clear_pointer (&printing->setup, gtk_print_setup_unref);
  g_clear_weak_pointer (&printing->parent);
  g_object_unref (printing->dialog);
  g_object_unref (printing->sheet);
  g_object_unref (printing->job);
  g_free (printing);
}

/* The names of papers by which printers know that they have them. */
static GtkPaperSize *
find_paper_size (double width,
                 double height)
{
  static const char * const names[] = {
    GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_A5, GTK_PAPER_NAME_A3,
    GTK_PAPER_NAME_B5, GTK_PAPER_NAME_LEGAL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - width) < 2 &&
          fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) < 2)
        return size;

      gtk_paper_size_free (size);
    }

  return gtk_paper_size_new_custom ("custom", _("Paper of the Sheet"), width, height,
                                    GTK_UNIT_POINTS);
}

static GtkPageSetup *
create_page_setup (PlxSheetPages *sheet)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  plx_sheet_pages_get_size (sheet, &width, &height);
  size = find_paper_size (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

/**
 * plx_sheet_print_explain:
 * @error: (transfer full) (nullable): what went wrong while something was printed
 *
 * Puts into words for the user why nothing was printed. What the dialog and the portal say is for
 * programmers, and mostly means that the printer is not there. Who closes a dialog knows that he
 * did.
 *
 * Returns: (transfer full): an error, of `G_IO_ERROR_CANCELLED` where the user did not want it
 */
GError *
plx_sheet_print_explain (GError *error)
{
  if (error == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Printing was cancelled."));
    }

  if (error->domain == GTK_DIALOG_ERROR || error->domain == G_DBUS_ERROR)
    {
      g_debug ("Printing: %s", error->message);
      g_error_free (error);
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                  _("The sheet could not be printed: the printer cannot be "
                                    "reached. See whether it is switched on, or save the sheet "
                                    "as PDF."));
    }

  g_prefix_error (&error, "%s: ", _("The sheet could not be printed"));

  return error;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Printing *printing = g_task_get_task_data (task);
  GError *error = NULL;

  if (gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    g_task_return_pointer (task,
                           g_object_ref (gtk_print_setup_get_print_settings (printing->setup)),
                           g_object_unref);
  else
    g_task_return_error (task, plx_sheet_print_explain (error));
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Printing *printing = task_data;
  PlxSheetPrintout printout = {
    printing->sheet, printing->current,
    gtk_print_setup_get_print_settings (printing->setup),
    gtk_print_setup_get_page_setup (printing->setup),
  };
  g_autoptr (GFileIOStream) stream = NULL;
  GError *error = NULL;

  printing->file = g_file_new_tmp ("parallax-XXXXXX.pdf", &stream, &error);
  if (printing->file != NULL &&
      plx_sheet_printout_write (&printout, g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                printing->job, &error) &&
      g_io_stream_close (G_IO_STREAM (stream), NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* All pages are there before the printer gets the first: what is cancelled or fails leaves no
 * half of them in its tray. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Printing *printing = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, plx_sheet_print_explain (error));
      return;
    }

  gtk_print_dialog_print_file (printing->dialog, printing->parent, printing->setup,
                               printing->file, NULL, printed_cb, g_steal_pointer (&task));
}

static void
set_up_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Printing *printing = g_task_get_task_data (task);
  g_autoptr (GTask) writing = NULL;
  GError *error = NULL;

  printing->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (printing->setup == NULL)
    {
      g_task_return_error (task, plx_sheet_print_explain (error));
      return;
    }

  plx_sheet_job_begin (printing->job);
  writing = g_task_new (NULL, NULL, written_cb, g_object_ref (task));
  g_task_set_source_tag (writing, set_up_cb);
  g_task_set_static_name (writing, "[parallax] write pages to be printed");
  g_task_set_task_data (writing, printing, NULL);
  g_task_run_in_thread (writing, write_in_thread);
}

/**
 * plx_sheet_print_async:
 * @sheet: a sheet
 * @title: what the job is called
 * @current: the page that the user looks at
 * @settings: (nullable): what plx_sheet_print_finish() gave the last time
 * @parent: (nullable): the window above which the dialog opens
 * @job: told how far it is once the user has said how to print; and stops it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks how to print a sheet, and prints it; inside a sandbox the portal does both. Paper and
 * orientation are those of the sheet unless the user wants others.
 */
void
plx_sheet_print_async (PlxSheetPages       *sheet,
                       const char          *title,
                       guint                current,
                       GtkPrintSettings    *settings,
                       GtkWindow           *parent,
                       PlxSheetJob         *job,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GtkPageSetup) page_setup = create_page_setup (sheet);
  Printing *printing = g_new0 (Printing, 1);

  printing->dialog = gtk_print_dialog_new ();
  printing->sheet = g_object_ref (sheet);
  printing->current = current;
  printing->job = g_object_ref (job);
  g_set_weak_pointer (&printing->parent, parent);
  g_task_set_source_tag (task, plx_sheet_print_async);
  g_task_set_static_name (task, "[parallax] print sheet");
  g_task_set_task_data (task, printing, printing_free);

  gtk_print_dialog_set_title (printing->dialog, title);
  gtk_print_dialog_set_page_setup (printing->dialog, page_setup);
  if (settings != NULL)
    gtk_print_dialog_set_print_settings (printing->dialog, settings);

  /* No cancellable: outside a sandbox, the dialog takes it for one of the portal's. */
  gtk_print_dialog_setup (printing->dialog, parent, NULL, set_up_cb, g_steal_pointer (&task));
}

/**
 * plx_sheet_print_finish:
 * @result: what the callback was given
 * @error: return location for an error, in words for the user; `G_IO_ERROR_CANCELLED` where he
 *   has cancelled it
 *
 * Returns: (transfer full) (nullable): how it was printed, or `NULL` on error
 */
GtkPrintSettings *
plx_sheet_print_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
