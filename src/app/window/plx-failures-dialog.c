/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-failures-dialog"

#include "config.h"

#include "window/plx-failures-dialog.h"

#include <glib/gi18n.h>

#include "window/plx-importer.h"

/**
 * PlxFailuresDialog:
 *
 * Lists the files that did not come in, each with the reason.
 *
 * Where others did, it offers to take them out again.
 */
struct _PlxFailuresDialog
{
  AdwDialog            parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *added_group;
  AdwPreferencesRow   *added_row;
};

G_DEFINE_FINAL_TYPE (PlxFailuresDialog, plx_failures_dialog, ADW_TYPE_DIALOG)

static void
undo_clicked_cb (PlxFailuresDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_failures_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_FAILURES_DIALOG);

  G_OBJECT_CLASS (plx_failures_dialog_parent_class)->dispose (object);
}

static void
plx_failures_dialog_class_init (PlxFailuresDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_failures_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-failures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, added_group);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, added_row);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
plx_failures_dialog_init (PlxFailuresDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_failures_dialog_new:
 * @failures: (element-type PlxReadingFailure): what did not come in
 * @added: (nullable): what did, such as “5 articles added”, where undo takes it back, else `NULL`
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_failures_dialog_new (GPtrArray  *failures,
                         const char *added)
{
  PlxFailuresDialog *self = g_object_new (PLX_TYPE_FAILURES_DIALOG, NULL);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read",
                                     failures->len),
                           failures->len);
  adw_preferences_group_set_title (self->group, title);

  for (guint i = 0; i < failures->len; i++)
    {
      const PlxReadingFailure *failure = failures->pdata[i];
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), failure->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plx_importer_explain (failure->error));
      adw_preferences_group_add (self->group, row);
    }

  gtk_widget_set_visible (self->added_group, added != NULL);
  if (added != NULL)
    adw_preferences_row_set_title (self->added_row, added);

  return ADW_DIALOG (self);
}
