/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-view"

#include "config.h"

#include <glib/gi18n.h>

#include "sheet/plx-sheet-output.h"
#include "sheet/plx-sheet-printing.h"
#include "sheet/plx-sheet-view-private.h"

/* What comes out of the view: paper and files. */

static GtkWindow *
get_window (PlxSheetView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static const char *
get_title (PlxSheetView *self)
{
  PlxSheetPages *sheet = plx_sheet_preview_get_sheet (self->preview);

  return plx_sheet_content_get_title (plx_sheet_pages_get_content (sheet));
}

static void
set_job (PlxSheetView *self,
         PlxSheetJob  *job)
{
  g_set_object (&self->job, job);
  plx_sheet_job_bar_set_job (self->job_bar, job);
  plx_sheet_view_update_actions (self);
}

static void
say (PlxSheetView *self,
     const char   *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Errors that the user has to know of; what he has cancelled himself is none. */
static void
tell_error (PlxSheetView *self,
            const GError *error)
{
  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  g_signal_emit_by_name (self->session, "failed", error);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxSheetView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintSettings) settings = plx_sheet_print_finish (result, &error);

  set_job (self, NULL);
  if (settings == NULL)
    {
      tell_error (self, error);
      return;
    }

  g_set_object (&self->print_settings, settings);
  say (self, _("The sheet is on its way to the printer"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxSheetView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = plx_sheet_output_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  set_job (self, NULL);
  if (file == NULL)
    {
      tell_error (self, error);
      return;
    }

  name = g_file_get_basename (file);
  /* Translators: the name of a file */
  words = g_strdup_printf (_("Saved as “%s”"), name);
  say (self, words);
}

void
plx_sheet_view_print_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  g_autoptr (PlxSheetJob) job = NULL;

  if (plx_sheet_view_wait (self, action_name, parameter))
    return;

  job = plx_sheet_job_new (_("The pages are being prepared for the printer"));
  plx_sheet_print_async (plx_sheet_preview_get_sheet (self->preview), get_title (self),
                         plx_sheet_preview_get_page (self->preview), self->print_settings,
                         get_window (self), job, printed_cb, g_object_ref (self));
  set_job (self, job);
}

void
plx_sheet_view_save_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  g_autoptr (PlxSheetJob) job = NULL;
  guint kind;

  if (!plx_sheet_output_find (g_variant_get_string (parameter, NULL), &kind) ||
      plx_sheet_view_wait (self, action_name, parameter))
    return;

  /* An evidence bundle takes the plan with it from the library. */
  plx_sheet_plans_keep (self->plans);
  job = plx_sheet_job_new (_("The sheet is being saved"));
  plx_sheet_output_ask_async (&(PlxSheetOutput) {
    plx_sheet_preview_get_sheet (self->preview), plx_session_get_library (self->session),
    plx_session_get_story (self->session), plx_session_get_today (self->session),
  }, kind, get_window (self), job, saved_cb, g_object_ref (self));
  set_job (self, job);
}
