/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-safety"

#include "config.h"

#include "window/plx-window-safety.h"

#include <glib/gi18n.h>

#include "window/plx-application.h"
#include "window/plx-window-private.h"

/* What the window does where the library cannot be changed, or is damaged. */

/**
 * plx_window_can_change:
 * @self: a window
 *
 * Returns: whether there is a library, and it can be written to
 */
gboolean
plx_window_can_change (PlxWindow *self)
{
  return self->library != NULL && plx_library_get_read_only (self->library) == NULL;
}

/**
 * plx_window_disable_changes:
 * @self: a window that has no library, or one that can be read only
 *
 * Takes away all by which something would be written.
 */
void
plx_window_disable_changes (PlxWindow *self)
{
  static const char * const changes[] = {
    "win.add", "win.add-new", "win.add-here", "win.add-folder", "win.add-folder-new",
    "win.add-folder-here", "win.paste", "win.sample", "win.cancel-import", "win.undo", "win.redo",
    "win.open-bundle", "win.import-library", "win.rename-one", "win.remove-one",
    "win.proposals", "win.tag-one",
  };
  static const char * const questions[] = {
    "win.search", "win.namings", "win.export-library", "win.backups", "win.history",
    "win.place",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changes[i], FALSE);
  for (guint i = 0; self->library == NULL && i < G_N_ELEMENTS (questions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), questions[i], FALSE);
}

static void
tell_read_only (PlxWindow *self)
{
  adw_banner_set_title (self->library_banner, plx_library_is_newer (self->library)
                        ? _("A later release of Parallax wrote this library. Here it can be read, "
                            "and not changed.")
                        : _("This library’s file or folder cannot be written to. It can be read, "
                            "and not changed."));
  adw_banner_set_revealed (self->library_banner, TRUE);
  plx_window_disable_changes (self);
}

static void
salvage_answered_cb (PlxWindow  *self,
                     const char *response)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (g_str_equal (response, "salvage") && PLX_IS_APPLICATION (application))
    plx_application_salvage (PLX_APPLICATION (application));
}

static void
ask_to_salvage (PlxWindow  *self,
                const char *heading,
                const char *why)
{
  g_autofree char *body = NULL;
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  body = g_strconcat (why != NULL ? why : "", why != NULL ? "\n\n" : "",
                      _("All that can still be read can be brought into a new library, which takes "
                        "the place of this one. The damaged file is kept beside it. You will be "
                        "told what is lost; a backup can be put in place afterwards."), NULL);
  dialog = adw_alert_dialog_new (heading, body);
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Not Now"), "salvage", _("_Salvage"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "salvage", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (salvage_answered_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
damaged_cb (PlxWindow  *self,
            const char *why)
{
  ask_to_salvage (self, _("The Library Is Damaged"), why);
}

static void
salvage_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ask_to_salvage (PLX_WINDOW (widget), _("Salvage the Library?"), NULL);
}

/**
 * plx_window_tell_salvage:
 * @self: a window on a library that was salvaged
 * @report: what was saved and what is lost, in words
 * @damaged: where the damaged file is
 *
 * Tells what became of a damaged library.
 */
void
plx_window_tell_salvage (PlxWindow  *self,
                         const char *report,
                         const char *damaged)
{
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  /* Translators: %1$s is what was saved and lost, in sentences; %2$s is a file */
  body = g_strdup_printf (_("%1$s\n\nThe damaged file is kept as %2$s."), report, damaged);
  dialog = adw_alert_dialog_new (_("The Library Was Salvaged"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * plx_window_init_safety:
 * @self: a window
 *
 * Tells what is the matter with the library, now and as soon as it is known.
 */
void
plx_window_init_safety (PlxWindow *self)
{
  if (self->library == NULL)
    {
      plx_window_disable_changes (self);
      return;
    }

  g_signal_connect_object (self->library, "damaged", G_CALLBACK (damaged_cb), self,
                           G_CONNECT_SWAPPED);
  if (!plx_window_can_change (self))
    tell_read_only (self);
}

/**
 * plx_window_install_safety:
 * @widget_class: the window's class
 *
 * Installs `win.salvage`.
 */
void
plx_window_install_safety (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.salvage", NULL, salvage_cb);
}
