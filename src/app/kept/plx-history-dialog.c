/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history-dialog"

#include "config.h"

#include "kept/plx-history-dialog.h"

#include <glib/gi18n.h>

#include "kept/plx-history-list.h"
#include "kept/plx-history-row.h"
#include "kept/plx-when.h"

/**
 * PlxHistoryDialog:
 *
 * Lists every change that can be undone or redone, by day, and goes to before or after any of them:
 * activating a row leads to where its change had just been made.
 *
 * Action: `history.go (int64 change, boolean after)`.
 */
struct _PlxHistoryDialog
{
  AdwDialog           parent_instance;

  PlxLibrary         *library;
  PlxHistoryList     *changes;
  GCancellable       *cancellable; /* cancelled when it is disposed of */

  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PlxHistoryDialog, plx_history_dialog, ADW_TYPE_DIALOG)

static char *
format_day (GObject *header,
            gint64   at)
{
  return plx_when_dup_day (at);
}

static void
show_error (PlxHistoryDialog *self,
            const GError     *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes =
    plx_library_list_history_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (changes == NULL)
    {
      show_error (self, error);
      return;
    }

  plx_history_list_take (self->changes, changes);
  gtk_stack_set_visible_child_name (self->stack, changes->len > 0 ? "changes" : "none");
}

static void
refresh (PlxHistoryDialog *self)
{
  plx_library_list_history_async (self->library, self->cancellable, listed_cb,
                                  g_object_ref (self));
}

static void
travelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (PlxHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *label;
  g_autofree char *words = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        show_error (self, error);
      return;
    }

  label = plx_library_get_undo_label (PLX_LIBRARY (object));
  words = label != NULL
    /* Translators: %s is a change, such as “Rename Story” */
    ? g_strdup_printf (_("Everything is as it was after: %s"), label)
    : g_strdup (_("All changes are undone"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PlxHistoryDialog *self = PLX_HISTORY_DIALOG (widget);
  gint64 change;
  gboolean after;

  g_variant_get (parameter, "(xb)", &change, &after);
  plx_library_travel_async (self->library, change, after, travelled_cb, g_object_ref (self));
}

static void
activated_cb (PlxHistoryDialog *self,
              guint             position)
{
  g_autoptr (PlxChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->changes), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "history.go", "(xb)",
                                plx_change_item_get_id (item), TRUE);
}

static void
plx_history_dialog_dispose (GObject *object)
{
  PlxHistoryDialog *self = PLX_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->library);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (plx_history_dialog_parent_class)->dispose (object);
}

static void
plx_history_dialog_finalize (GObject *object)
{
  PlxHistoryDialog *self = PLX_HISTORY_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_history_dialog_parent_class)->finalize (object);
}

static void
plx_history_dialog_class_init (PlxHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_history_dialog_finalize;

  g_type_ensure (PLX_TYPE_CHANGE_ITEM);
  g_type_ensure (PLX_TYPE_HISTORY_ROW);

  gtk_widget_class_install_action (widget_class, "history.go", "(xb)", go_cb);
  /* As in the window, which a dialog keeps from the keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_day);
}

static void
plx_history_dialog_init (PlxHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->changes = plx_history_list_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->changes));
}

/**
 * plx_history_dialog_new:
 * @library: a library
 *
 * Returns: (transfer floating): a dialog with its history
 */
AdwDialog *
plx_history_dialog_new (PlxLibrary *library)
{
  PlxHistoryDialog *self = g_object_new (PLX_TYPE_HISTORY_DIALOG, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "history-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}
