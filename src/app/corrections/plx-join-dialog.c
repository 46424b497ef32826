/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-join-dialog"

#include "config.h"

#include "corrections/plx-join-dialog.h"

#include <glib/gi18n.h>

#include "corrections/plx-claim-choice.h"

/**
 * PlxJoinDialog:
 *
 * Asks with which other claim a claim is joined, or with which other sentence one belongs
 * together. What is likeliest to be meant comes first; the rest is found by typing.
 */
struct _PlxJoinDialog
{
  AdwDialog           parent_instance;

  PlxCorrector       *corrector;
  PlxClaimTarget     *target;
  gboolean            sentence; /* whether a sentence is chosen, and not a claim */
  gboolean            done;

  GtkWidget          *join;
  GtkLabel           *subject;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkWidget          *list;
  GtkSingleSelection *selection;
  GtkCustomFilter    *filter;
  GListModel         *items; /* a GListStore */
};

G_DEFINE_FINAL_TYPE (PlxJoinDialog, plx_join_dialog, ADW_TYPE_DIALOG)

static gboolean
is_something (PlxJoinDialog *self,
              gpointer       item)
{
  return item != NULL;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  PlxJoinDialog *self = user_data;

  return plx_claim_choice_matches (item, gtk_editable_get_text (self->search_entry));
}

static void
search_changed_cb (PlxJoinDialog *self)
{
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';
  guint n;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "choices" : "none");

  /* Who types some words and presses Enter means the first that has them. */
  if (searching && n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
stop_search_cb (PlxJoinDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
join_clicked_cb (PlxJoinDialog *self)
{
  PlxClaimChoice *choice = gtk_single_selection_get_selected_item (self->selection);

  if (choice == NULL || self->done)
    return;

  self->done = TRUE;
  if (self->sentence)
    plx_corrector_bring (self->corrector, self->target, plx_claim_choice_get_ref (choice));
  else
    plx_corrector_join (self->corrector, self->target, plx_claim_choice_get_claim (choice));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_join_dialog_dispose (GObject *object)
{
  PlxJoinDialog *self = PLX_JOIN_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_JOIN_DIALOG);
  g_clear_pointer (&self->target, plx_claim_target_unref);
  g_clear_object (&self->corrector);

  G_OBJECT_CLASS (plx_join_dialog_parent_class)->dispose (object);
}

static void
plx_join_dialog_class_init (PlxJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_join_dialog_dispose;

  g_type_ensure (PLX_TYPE_CLAIM_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, join);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxJoinDialog, items);
  gtk_widget_class_bind_template_callback (widget_class, is_something);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_clicked_cb);
}

static void
plx_join_dialog_init (PlxJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
}

/* What is joined, above what it can be joined with. */
static void
show_subject (PlxJoinDialog *self)
{
  g_autofree char *text = NULL;
  g_autofree char *subject = NULL;

  if (!self->sentence)
    {
      gtk_label_set_label (self->subject, plx_claim_target_get_record (self->target)->label);
      return;
    }

  text = plx_claim_target_dup_sentence (self->target, self->target->ref);
  /* Translators: a source, and a sentence of it */
  subject = g_strdup_printf (_("%1$s: %2$s"),
                             self->target->sources[self->target->ref.article], text);
  gtk_label_set_label (self->subject, subject);
}

/**
 * plx_join_dialog_new:
 * @corrector: what corrects
 * @target: a claim, or a sentence of one
 * @sentence: whether it is the sentence that is brought to another; else the claim is joined
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_join_dialog_new (PlxCorrector   *corrector,
                     PlxClaimTarget *target,
                     gboolean        sentence)
{
  PlxJoinDialog *self = g_object_new (PLX_TYPE_JOIN_DIALOG, NULL);
  g_autoptr (GPtrArray) choices = sentence ? plx_claim_choices_new_sentences (target)
                                           : plx_claim_choices_new_claims (target);
  const char *find = sentence ? _("Find a sentence") : _("Find a claim");

  self->corrector = g_object_ref (corrector);
  self->target = plx_claim_target_ref (target);
  self->sentence = sentence;

  if (sentence)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Belongs Together With"));
      gtk_button_set_label (GTK_BUTTON (self->join), _("_Put Together"));
    }
  g_object_set (self->search_entry, "placeholder-text", find, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence ? _("Sentences") : _("Claims"), -1);
  show_subject (self);
  g_list_store_splice (G_LIST_STORE (self->items), 0, 0, choices->pdata, choices->len);
  search_changed_cb (self);

  return ADW_DIALOG (self);
}
