/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-printing"

#include "config.h"

#include "sheet/plx-sheet-printing.h"

#include <glib/gi18n.h>

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The user may choose another paper than the sheet was laid out for: it is made to fit. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  PlxSheet *sheet = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  plx_sheet_get_page_size (sheet, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  plx_sheet_draw_page (sheet, page, cr);
  cairo_restore (cr);
}

typedef struct
{
  GtkWidget      *widget;
  PlxSheetSaved   saved;
  PlxSheetFailed  failed;
  GFile          *file; /* nullable until it is chosen */
  PlxSheet       *sheet;
} Job;

static Job *
job_new (PlxSheet       *sheet,
         GtkWidget      *widget,
         PlxSheetSaved   saved,
         PlxSheetFailed  failed)
{
  Job *job = g_new0 (Job, 1);

  job->sheet = g_object_ref (sheet);
  job->widget = g_object_ref (widget);
  job->saved = saved;
  job->failed = failed;

  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->sheet);
  g_object_unref (job->widget);
  g_clear_object (&job->file);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               gpointer                 user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    job->failed (job->widget, error);
}

/**
 * plx_sheet_printing_print:
 * @sheet: a sheet
 * @title: what the job is called
 * @widget: in whose window the dialog opens
 * @failed: told of an error, on the main thread
 *
 * Prints a sheet after asking how; inside a sandbox the portal does.
 */
void
plx_sheet_printing_print (PlxSheet       *sheet,
                          const char     *title,
                          GtkWidget      *widget,
                          PlxSheetFailed  failed)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  GtkPaperSize *paper;
  double width, height;

  plx_sheet_get_page_size (sheet, &width, &height);
  paper = gtk_paper_size_new (width > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, plx_sheet_get_n_pages (sheet));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);

  /* The operation is ours alone, and what is handed to it lives as long as it does. */
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (sheet),
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_DEFAULT);
  /* Ours alone, as above. */
  g_signal_connect_data (operation, "done", G_CALLBACK (print_done_cb),
                         job_new (sheet, widget, NULL, failed),
                         (GClosureNotify) (GCallback) job_free, G_CONNECT_DEFAULT);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               window_of (widget), &error) == GTK_PRINT_OPERATION_RESULT_ERROR &&
      error != NULL)
    g_debug ("Printing: %s", error->message); /* “done” has told of it */
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_sheet_save_finish (job->sheet, result, &error))
    {
      job->saved (job->widget, job->file);
      return;
    }

  g_prefix_error (&error, "%s: ", _("The sheet could not be saved"));
  job->failed (job->widget, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (job->file != NULL)
    {
      Job *passed = g_steal_pointer (&job);

      plx_sheet_save_async (passed->sheet, passed->file, NULL, saved_cb, passed);
      return;
    }

  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    job->failed (job->widget, error);
}

/**
 * plx_sheet_printing_save:
 * @sheet: a sheet
 * @title: after which the file is named, unless the user wants another name
 * @widget: in whose window the dialog opens
 * @saved: told once it is saved, on the main thread
 * @failed: told of an error, on the main thread
 *
 * Saves a sheet as PDF after asking where.
 */
void
plx_sheet_printing_save (PlxSheet       *sheet,
                         const char     *title,
                         GtkWidget      *widget,
                         PlxSheetSaved   saved,
                         PlxSheetFailed  failed)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strconcat (*title != '\0' ? title : _("Comparison"), ".pdf", NULL);

  g_strdelimit (name, "/", '-');
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_set_name (filter, _("PDF documents"));
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, window_of (widget), NULL, chosen_cb,
                        job_new (sheet, widget, saved, failed));
}
