/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-file-dialog"

#include "config.h"

#include "filter/plx-relation-file-dialog.h"

#include <glib/gi18n.h>

#include "countries/plx-own-tables.h"

/**
 * PlxRelationFileDialog:
 *
 * What was found in a file with a relation of the user's own, and line by line what is wrong with
 * it, before it is added.
 */
struct _PlxRelationFileDialog
{
  AdwDialog            parent_instance;

  PlxRelationFile     *file; /* never NULL once made */

  GtkWidget           *add_button;
  AdwBanner           *failure;
  AdwPreferencesGroup *group;
  GtkListBox          *problems;
};

G_DEFINE_FINAL_TYPE (PlxRelationFileDialog, plx_relation_file_dialog, ADW_TYPE_DIALOG)

static void
add_clicked_cb (PlxRelationFileDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (plx_own_tables_keep (plx_own_tables_get_default (), self->file, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  adw_banner_set_title (self->failure, error->message);
  adw_banner_set_revealed (self->failure, TRUE);
}

static void
plx_relation_file_dialog_dispose (GObject *object)
{
  PlxRelationFileDialog *self = PLX_RELATION_FILE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_RELATION_FILE_DIALOG);
  g_clear_pointer (&self->file, plx_relation_file_unref);

  G_OBJECT_CLASS (plx_relation_file_dialog_parent_class)->dispose (object);
}

static void
plx_relation_file_dialog_class_init (PlxRelationFileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_relation_file_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-relation-file-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRelationFileDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationFileDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationFileDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationFileDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
plx_relation_file_dialog_init (PlxRelationFileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_problem (PlxRelationFileDialog    *self,
             const PlxRelationProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  const char *icon_name = problem->is_error ? "dialog-error-symbolic"
                                            : "dialog-information-symbolic";
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  g_autofree char *line = NULL;

  /* Translators: %u is the number of a line of a file */
  line = problem->line > 0 ? g_strdup_printf (_("Line %u"), problem->line)
                           : g_strdup (_("The File"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->message);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (icon, problem->is_error ? "error" : "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem->is_error ? _("Error") : _("Note"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->problems, row);
}

static char *
dup_summary (PlxRelationFile *file)
{
  g_autofree char *taken = NULL;

  /* It was not read, or has no lines. */
  if (file->n_rows == 0)
    return g_strdup (_("The file cannot be added."));

  taken = g_strdup_printf (ngettext ("%u of %u line can be used.", "%u of %u lines can be used.",
                                     file->n_rows), file->n_taken, file->n_rows);

  if (file->n_errors == 0)
    return g_steal_pointer (&taken);

  if (file->relation == NULL)
    return g_strdup_printf (_("%s The file cannot be added."), taken);

  return g_strdup_printf (_("%s Those with an error are left out; the file is kept as it is."),
                          taken);
}

/**
 * plx_relation_file_dialog_new:
 * @file: what was found in a file
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_relation_file_dialog_new (PlxRelationFile *file)
{
  PlxRelationFileDialog *self = g_object_new (PLX_TYPE_RELATION_FILE_DIALOG, NULL);
  g_autofree char *summary = dup_summary (file);
  guint n_told = 0;

  self->file = plx_relation_file_ref (file);
  gtk_widget_set_sensitive (self->add_button, file->relation != NULL);
  adw_preferences_group_set_title (self->group, file->relation != NULL ? file->relation->title
                                                                       : file->name);
  adw_preferences_group_set_description (self->group, summary);

  for (guint i = 0; i < file->problems->len; i++)
    {
      const PlxRelationProblem *problem = g_ptr_array_index (file->problems, i);

      add_problem (self, problem);
      n_told += problem->is_error;
    }

  if (n_told < file->n_errors)
    {
      const guint n = file->n_errors - n_told;
      g_autofree char *title = g_strdup_printf (ngettext ("%u more error", "%u more errors", n), n);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_list_box_append (self->problems, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), file->problems->len > 0);

  return ADW_DIALOG (self);
}
