/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-own-relations-dialog"

#include "config.h"

#include "filter/plx-own-relations-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "countries/plx-own-relations.h"
#include "countries/plx-own-tables.h"
#include "filter/plx-relation-file-dialog.h"
#include "window/plx-labels.h"

/**
 * PlxOwnRelationsDialog:
 *
 * The relations that the user has brought: to be added, and removed.
 */
struct _PlxOwnRelationsDialog
{
  AdwDialog            parent_instance;

  PlxDay               today;
  GCancellable        *cancellable; /* ends with the dialog */

  AdwPreferencesGroup *group;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (PlxOwnRelationsDialog, plx_own_relations_dialog, ADW_TYPE_DIALOG)

/* What the example shows: remarks, both ways to write a country, an open end and a change. */
static const char example[] =
  "# title: Convention on the Example\n"
  "# short: Example\n"
  "# kind: treaty\n"
  "# rest: non-party\n"
  "# as of: 2026-11-21\n"
  "country,status,from,to,source\n"
  "Norway,signatory,2010-05-03,2012-01-01,Depositary’s notice 7\n"
  "Norway,state-party,2012-01-01,,Depositary’s notice 21\n"
  "KEN,state-party,2011-08-15,2020-08-15,Depositary’s notice 12\n"
  "KEN,withdrawn,2020-08-15,,Depositary’s notice 40\n";

static void
show_toast (PlxOwnRelationsDialog *self,
            AdwToast              *toast)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_dialog_get_child (ADW_DIALOG (self))), toast);
}

static void
say (PlxOwnRelationsDialog *self,
     const char            *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  show_toast (self, toast);
}

static void
remove_clicked_cb (GtkButton             *button,
                   PlxOwnRelationsDialog *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "plx-relation");
  g_autofree char *kept = g_strdup (id);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!plx_own_tables_remove (plx_own_tables_get_default (), kept, &error))
    {
      say (self, error->message);
      return;
    }

  toast = adw_toast_new (_("The relation was removed"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "own.restore");
  adw_toast_set_action_target_value (toast, g_variant_new_string (kept));
  show_toast (self, toast);
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlxOwnRelationsDialog *self = PLX_OWN_RELATIONS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!plx_own_tables_restore (plx_own_tables_get_default (),
                               g_variant_get_string (parameter, NULL), self->today, &error) &&
      error != NULL)
    say (self, error->message);
}

static void
add_row (PlxOwnRelationsDialog *self,
         const PlxRelationFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *day = plx_label_day (file->relation->as_of);
  g_autofree char *subtitle = NULL;

  /* Translators: how many lines of a file are used, and the day of its data */
  subtitle = g_strdup_printf (ngettext ("%1$u line, as of %2$s", "%1$u lines, as of %2$s",
                                        file->n_taken), file->n_taken, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->relation->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "plx-relation", g_strdup (file->relation->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
update (PlxOwnRelationsDialog *self)
{
  g_autoptr (GPtrArray) own = plx_own_relations_list ();

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < own->len; i++)
    add_row (self, g_ptr_array_index (own, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), own->len > 0);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxOwnRelationsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr (PlxRelationFile) relation = NULL;

  if (file == NULL)
    {
      /* Nobody has chosen one, which is no error. */
      g_debug ("No file is added: %s", error->message);
      return;
    }

  /* What is read is bounded, and read while the user waits for it. */
  relation = plx_relation_file_read (file, self->today, NULL, &error);
  if (relation == NULL)
    say (self, error->message);
  else
    adw_dialog_present (plx_relation_file_dialog_new (relation), GTK_WIDGET (self));
}

static void
add_cb (PlxOwnRelationsDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_mime_type (filter, "text/csv");
  gtk_file_dialog_set_title (dialog, _("Add a Relation"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, opened_cb, g_object_ref (self));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxOwnRelationsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    say (self, _("The example was saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
example_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (PlxOwnRelationsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      g_debug ("No example is saved: %s", error->message);
      return;
    }

  g_file_replace_contents_async (file, example, strlen (example), NULL, FALSE,
                                 G_FILE_CREATE_REPLACE_DESTINATION, self->cancellable, written_cb,
                                 g_object_ref (self));
}

static void
example_cb (PlxOwnRelationsDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save an Example File"));
  /* Translators: name of a file */
  gtk_file_dialog_set_initial_name (dialog, _("Example.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, example_chosen_cb, g_object_ref (self));
}

static void
plx_own_relations_dialog_dispose (GObject *object)
{
  PlxOwnRelationsDialog *self = PLX_OWN_RELATIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_OWN_RELATIONS_DIALOG);

  G_OBJECT_CLASS (plx_own_relations_dialog_parent_class)->dispose (object);
}

static void
plx_own_relations_dialog_finalize (GObject *object)
{
  PlxOwnRelationsDialog *self = PLX_OWN_RELATIONS_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_own_relations_dialog_parent_class)->finalize (object);
}

static void
plx_own_relations_dialog_class_init (PlxOwnRelationsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_own_relations_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_own_relations_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "own.restore", "s", restore_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-own-relations-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxOwnRelationsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PlxOwnRelationsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_cb);
}

static void
plx_own_relations_dialog_init (PlxOwnRelationsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_description
    (self->group, _("A table of countries of your own, such as who has signed a treaty that "
                    "Parallax does not know: a CSV file with the columns country, status, from, "
                    "to and source. It can also be dropped on the window."));
  g_signal_connect_object (plx_own_tables_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * plx_own_relations_dialog_new:
 * @today: what day it is
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_own_relations_dialog_new (PlxDay today)
{
  PlxOwnRelationsDialog *self = g_object_new (PLX_TYPE_OWN_RELATIONS_DIALOG, NULL);

  self->today = today;

  return ADW_DIALOG (self);
}
