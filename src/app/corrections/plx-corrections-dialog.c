/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-corrections-dialog"

#include "config.h"

#include "corrections/plx-corrections-dialog.h"

#include "corrections/plx-correction-words.h"
#include "corrections/plx-corrector.h"
#include "window/plx-said-row.h"

/**
 * PlxCorrectionsDialog:
 *
 * Lists all that the user has said of the claims of the open story, the newest first, to be taken
 * back again.
 */
struct _PlxCorrectionsDialog
{
  AdwDialog     parent_instance;

  PlxCorrector *corrector;

  GtkStack     *stack;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (PlxCorrectionsDialog, plx_corrections_dialog, ADW_TYPE_DIALOG)

static void
take_back_cb (PlxCorrectionsDialog *self,
              PlxSaidRow           *row)
{
  g_autoptr (PlxCorrection) correction = plx_correction_copy (plx_said_row_get_said (row));
  g_autofree char *what = plx_correction_dup_title (correction);

  plx_corrector_take_back (self->corrector, correction, what);
}

/* Who takes back one after the other with the keys goes on where the last one was. */
static void
restore_focus (PlxCorrectionsDialog *self,
               int                   index,
               int                   n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (index, n - 1));

  if (index >= 0 && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
refresh (PlxCorrectionsDialog *self)
{
  PlxSession *session = plx_corrector_get_session (self->corrector);
  GPtrArray *corrections = plx_session_get_corrections (session);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  const int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  g_autoptr (GArray) states = NULL;

  /* While the story is compared anew with other articles there is nothing to tell them by. */
  if (plx_session_get_analysis (session) == NULL)
    return;

  states = plx_session_list_correction_states (session);
  gtk_list_box_remove_all (self->list);
  for (guint i = corrections->len; i > 0; i--)
    {
      const PlxCorrectionState state =
        i <= states->len ? g_array_index (states, PlxCorrectionState, i - 1)
                         : PLX_CORRECTION_OBEYED;
      const PlxCorrection *correction = g_ptr_array_index (corrections, i - 1);
      g_autofree char *title = plx_correction_dup_title (correction);
      g_autofree char *details = plx_correction_dup_details (correction, session);
      GtkWidget *row = plx_said_row_new (PLX_TYPE_CORRECTION, correction, title, details,
                                         plx_correction_state_words (state));

      g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }

  gtk_stack_set_visible_child_name (self->stack, corrections->len > 0 ? "corrections" : "none");
  restore_focus (self, index, corrections->len);
}

static void
plx_corrections_dialog_dispose (GObject *object)
{
  PlxCorrectionsDialog *self = PLX_CORRECTIONS_DIALOG (object);

  g_clear_object (&self->corrector);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_CORRECTIONS_DIALOG);

  G_OBJECT_CLASS (plx_corrections_dialog_parent_class)->dispose (object);
}

static void
plx_corrections_dialog_class_init (PlxCorrectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_corrections_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-corrections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionsDialog, list);

  /* As in the window, which a dialog keeps from the keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
plx_corrections_dialog_init (PlxCorrectionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_corrections_dialog_new:
 * @session: a session in which a story is open
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_corrections_dialog_new (PlxSession *session)
{
  PlxCorrectionsDialog *self = g_object_new (PLX_TYPE_CORRECTIONS_DIALOG, NULL);

  self->corrector = plx_corrector_new (session);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}
