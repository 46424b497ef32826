/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-split-dialog"

#include "config.h"

#include "corrections/plx-split-dialog.h"

#include <glib/gi18n.h>

/**
 * PlxSplitDialog:
 *
 * Asks which sentences of a claim are to be a claim of their own.
 */
struct _PlxSplitDialog
{
  AdwDialog            parent_instance;

  PlxCorrector        *corrector;
  PlxClaimTarget      *target;
  GPtrArray           *checks; /* GtkCheckButton, by sentence of the claim; the rows own them */

  GtkWidget           *split;
  AdwPreferencesGroup *sentences;
  GtkLabel            *outcome;
};

G_DEFINE_FINAL_TYPE (PlxSplitDialog, plx_split_dialog, ADW_TYPE_DIALOG)

/* (element-type PlxSentenceRef) */
static GArray *
list_chosen (PlxSplitDialog *self)
{
  GArray *refs = plx_claim_target_get_record (self->target)->refs;
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (chosen, g_array_index (refs, PlxSentenceRef, i));

  return chosen;
}

static void
update (PlxSplitDialog *self)
{
  g_autoptr (GArray) chosen = list_chosen (self);
  const guint n_all = self->checks->len;
  const gboolean ready = chosen->len > 0 && chosen->len < n_all;
  g_autofree char *taken = NULL;
  g_autofree char *left = NULL;
  g_autofree char *text = NULL;

  if (ready)
    {
      taken = g_strdup_printf (ngettext ("%u sentence becomes a claim of its own",
                                         "%u sentences become a claim of their own", chosen->len),
                               chosen->len);
      left = g_strdup_printf (ngettext ("%u stays", "%u stay", n_all - chosen->len),
                              n_all - chosen->len);
      /* Translators: “2 sentences become a claim of their own, 3 stay.” */
      text = g_strdup_printf (_("%1$s, %2$s."), taken, left);
    }
  else
    text = g_strdup (chosen->len > 0 ? _("One sentence at least has to stay.")
                                     : _("Nothing is chosen yet."));

  gtk_label_set_label (self->outcome, text);
  gtk_widget_set_sensitive (self->split, ready);
}

static void
add_row (PlxSplitDialog *self,
         PlxSentenceRef  ref)
{
  g_autofree char *text = plx_claim_target_dup_sentence (self->target, ref);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->target->sources[ref.article]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  /* Who pointed at a sentence means that one. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               plx_sentence_ref_is (&ref, &self->target->ref));
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->sentences, row);
}

static void
split_clicked_cb (PlxSplitDialog *self)
{
  g_autoptr (GArray) chosen = list_chosen (self);

  gtk_widget_set_sensitive (self->split, FALSE);
  plx_corrector_split (self->corrector, self->target, chosen);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_split_dialog_dispose (GObject *object)
{
  PlxSplitDialog *self = PLX_SPLIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SPLIT_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->target, plx_claim_target_unref);
  g_clear_object (&self->corrector);

  G_OBJECT_CLASS (plx_split_dialog_parent_class)->dispose (object);
}

static void
plx_split_dialog_class_init (PlxSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_split_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSplitDialog, split);
  gtk_widget_class_bind_template_child (widget_class, PlxSplitDialog, sentences);
  gtk_widget_class_bind_template_child (widget_class, PlxSplitDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, split_clicked_cb);
}

static void
plx_split_dialog_init (PlxSplitDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_split_dialog_new:
 * @corrector: what corrects
 * @target: a claim of several sentences, or one of them
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_split_dialog_new (PlxCorrector   *corrector,
                      PlxClaimTarget *target)
{
  PlxSplitDialog *self = g_object_new (PLX_TYPE_SPLIT_DIALOG, NULL);
  const PlxClaimRecord *claim = plx_claim_target_get_record (target);
  g_autofree char *title = g_markup_escape_text (claim->label, -1);

  self->corrector = g_object_ref (corrector);
  self->target = plx_claim_target_ref (target);
  adw_preferences_group_set_title (self->sentences, title);
  for (guint i = 0; i < claim->refs->len; i++)
    add_row (self, g_array_index (claim->refs, PlxSentenceRef, i));
  adw_dialog_set_focus (ADW_DIALOG (self),
                        gtk_widget_get_ancestor (self->checks->pdata[0], ADW_TYPE_ACTION_ROW));
  update (self);

  return ADW_DIALOG (self);
}
