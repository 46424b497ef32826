/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rename-dialog"

#include "config.h"

#include "window/plx-rename-dialog.h"

/**
 * PlxRenameDialog:
 *
 * Asks for the title of a story. The response is `rename` or `cancel`.
 */
struct _PlxRenameDialog
{
  AdwAlertDialog  parent_instance;

  GtkEditable    *entry;
};

G_DEFINE_FINAL_TYPE (PlxRenameDialog, plx_rename_dialog, ADW_TYPE_ALERT_DIALOG)

static void
text_notify_cb (PlxRenameDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "rename", *text != '\0');
}

static void
plx_rename_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_RENAME_DIALOG);

  G_OBJECT_CLASS (plx_rename_dialog_parent_class)->dispose (object);
}

static void
plx_rename_dialog_class_init (PlxRenameDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_rename_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRenameDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, text_notify_cb);
}

static void
plx_rename_dialog_init (PlxRenameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_rename_dialog_new:
 * @title: the title that the story has
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_rename_dialog_new (const char *title)
{
  PlxRenameDialog *self = g_object_new (PLX_TYPE_RENAME_DIALOG, NULL);

  gtk_editable_set_text (self->entry, title);

  return ADW_DIALOG (self);
}

const char *
plx_rename_dialog_get_name (PlxRenameDialog *self)
{
  g_return_val_if_fail (PLX_IS_RENAME_DIALOG (self), NULL);

  return gtk_editable_get_text (self->entry);
}
