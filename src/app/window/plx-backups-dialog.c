/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-backups-dialog"

#include "config.h"

#include "window/plx-backups-dialog.h"

#include <glib/gi18n.h>

#include "library/plx-library-safety.h"

/**
 * PlxBackupsDialog:
 *
 * Lists the backups of the library, to put one in its place, and makes one when it is asked to.
 *
 * ## Actions
 *
 * - `backups.make` makes a backup
 * - `backups.restore` (string) asks whether the backup of that file is to be put in place, and does
 *   so
 */
struct _PlxBackupsDialog
{
  AdwDialog        parent_instance;

  PlxLibrary      *library;
  GCancellable    *cancellable; /* of what is being made: stops it when the dialog is closed */

  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
};

G_DEFINE_FINAL_TYPE (PlxBackupsDialog, plx_backups_dialog, ADW_TYPE_DIALOG)

static void
say (PlxBackupsDialog *self,
     const char       *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static const char *
describe_reason (PlxBackupReason reason)
{
  switch (reason)
    {
    case PLX_BACKUP_BY_HAND:
      return _("made by you");
    case PLX_BACKUP_UPDATE:
      return _("before a later release brought it up to date");
    case PLX_BACKUP_RESTORE:
      return _("before a backup took its place");
    case PLX_BACKUP_DAILY:
    default:
      return _("made by itself");
    }
}

/* When it was made, as the user's language writes it. */
static char *
dup_when (const PlxBackup *backup)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (backup->made);

  /* Translators: a day and a time in g_date_time_format()'s letters, such as “3 May 2026, 14:05” */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}

static void
add_row (PlxBackupsDialog *self,
         const PlxBackup  *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore…"));
  g_autofree char *when = dup_when (backup);
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *about = NULL;

  /* Translators: %1$s is why a backup was made, %2$s its size, such as “3.1 MB” */
  about = g_strdup_printf (_("%1$s · %2$s"), describe_reason (backup->reason), size);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxBackupsDialog) self = user_data;
  g_autoptr (GPtrArray) backups = NULL;

  backups = plx_library_list_backups_finish (PLX_LIBRARY (source), result, NULL);

  /* It was closed meanwhile. */
  if (self->library == NULL || backups == NULL)
    return;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, g_ptr_array_index (backups, i));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "backups" : "none");
}

static void
refresh (PlxBackupsDialog *self)
{
  plx_library_list_backups_async (self->library, listed_cb, g_object_ref (self));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_back_up_finish (PLX_LIBRARY (source), result, NULL, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->library == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", TRUE);
  say (self, error != NULL ? error->message : _("Backup made"));
  refresh (self);
}

static void
make_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxBackupsDialog *self = PLX_BACKUPS_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  plx_library_back_up_async (self->library, PLX_BACKUP_BY_HAND, self->cancellable, made_cb,
                             g_object_ref (self));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  plx_library_change_finish (PLX_LIBRARY (source), result, &error);
  if (self->library == NULL)
    return;

  say (self, error != NULL ? error->message : _("The backup is in place"));
  refresh (self);
}

static void
answered_cb (PlxBackupsDialog *self,
             const char       *response,
             AdwAlertDialog   *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "restore") && self->library != NULL)
    plx_library_restore_async (self->library, path, NULL, restored_cb, g_object_ref (self));
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Restore This Backup?"),
                                            _("The library will be as it was then. What it is now "
                                              "becomes a backup, to which you can go back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
plx_backups_dialog_dispose (GObject *object)
{
  PlxBackupsDialog *self = PLX_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_BACKUPS_DIALOG);

  G_OBJECT_CLASS (plx_backups_dialog_parent_class)->dispose (object);
}

static void
plx_backups_dialog_class_init (PlxBackupsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_backups_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxBackupsDialog, list);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "backups.restore", "s", restore_cb);
}

static void
plx_backups_dialog_init (PlxBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_backups_dialog_new:
 * @library: the library
 *
 * Returns: (transfer floating): a dialog with its backups
 */
AdwDialog *
plx_backups_dialog_new (PlxLibrary *library)
{
  PlxBackupsDialog *self = g_object_new (PLX_TYPE_BACKUPS_DIALOG, NULL);

  self->library = g_object_ref (library);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.restore",
                                 plx_library_get_read_only (library) == NULL);
  refresh (self);

  return ADW_DIALOG (self);
}
