/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-dialog"

#include "config.h"

#include "names/plx-name-dialog.h"

#include <glib/gi18n.h>

#include "names/plx-scope-chooser.h"

/**
 * PlxNameDialog:
 *
 * Asks what a name is to be called: all of it, or one form of it that is split off.
 */
struct _PlxNameDialog
{
  AdwAlertDialog   parent_instance;

  PlxMender       *mender;
  PlxNameTarget   *target;
  gboolean         splits;

  GtkEditable     *entry;
  GtkLabel        *note;
  PlxScopeChooser *scope;
};

G_DEFINE_FINAL_TYPE (PlxNameDialog, plx_name_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
dup_text (PlxNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
is_taken (PlxNameDialog *self,
          const char    *name)
{
  GPtrArray *entities = self->target->analysis->entities;

  for (guint i = 0; i < entities->len; i++)
    if (i != plx_name_target_get_first (self->target) &&
        g_str_equal (((PlxEntityRecord *) entities->pdata[i])->name, name))
      return TRUE;

  return FALSE;
}

static void
text_notify_cb (PlxNameDialog *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_same = self->target != NULL &&
                     g_str_equal (text, plx_name_target_get_record (self->target)->name);
  gboolean taken = self->target != NULL && is_taken (self, text);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "apply",
                                         *text != '\0' && !is_same);
  gtk_label_set_label (self->note, taken ? _("There is such a name already. They become one.")
                                         : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), taken);
}

static void
plx_name_dialog_response (AdwAlertDialog *dialog,
                          const char     *response)
{
  PlxNameDialog *self = PLX_NAME_DIALOG (dialog);
  g_autofree char *text = dup_text (self);

  if (!g_str_equal (response, "apply"))
    return;

  if (self->splits)
    plx_mender_split (self->mender, self->target, text);
  else
    plx_mender_rename (self->mender, self->target, text);
}

static void
plx_name_dialog_dispose (GObject *object)
{
  PlxNameDialog *self = PLX_NAME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_DIALOG);
  g_clear_pointer (&self->target, plx_name_target_unref);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_name_dialog_parent_class)->dispose (object);
}

static void
plx_name_dialog_class_init (PlxNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_name_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = plx_name_dialog_response;

  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNameDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDialog, note);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDialog, scope);
  gtk_widget_class_bind_template_callback (widget_class, text_notify_cb);
}

static void
plx_name_dialog_init (PlxNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_name_dialog_new:
 * @mender: what mends it
 * @target: a name
 * @splits: whether one form of it is to be split off; else all of it is renamed
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_name_dialog_new (PlxMender     *mender,
                     PlxNameTarget *target,
                     gboolean       splits)
{
  PlxNameDialog *self = g_object_new (PLX_TYPE_NAME_DIALOG, NULL);
  const char *name = plx_name_target_get_record (target)->name;
  g_autofree char *surface = plx_name_target_dup_surface (target);
  g_autofree char *body = NULL;

  self->mender = g_object_ref (mender);
  self->target = plx_name_target_ref (target);
  self->splits = splits;

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), splits ? _("Split Off")
                                                                : _("Rename"));
  if (splits)
    /* Translators: %s are words of an article */
    body = g_strdup_printf (_("Give “%s” a name that tells it from the other."), surface);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), splits ? body : name);
  if (splits)
    adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "apply", _("_Split Off"));
  plx_scope_chooser_set_mender (self->scope, mender, plx_name_target_has_mention (target));
  gtk_editable_set_text (self->entry, name);
  text_notify_cb (self);

  return ADW_DIALOG (self);
}
