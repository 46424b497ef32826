/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-note-dialog"

#include "config.h"

#include "corrections/plx-note-dialog.h"

/**
 * PlxNoteDialog:
 *
 * Where the user writes a note on a claim. What is emptied is removed.
 */
struct _PlxNoteDialog
{
  AdwDialog        parent_instance;

  PlxCorrector    *corrector;
  PlxClaimTarget  *target;
  char            *before; /* what was there */

  GtkWidget       *save;
  AdwWindowTitle  *heading;
  GtkTextView     *text;
  GtkWidget       *remove;
};

G_DEFINE_FINAL_TYPE (PlxNoteDialog, plx_note_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (PlxNoteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
changed_cb (PlxNoteDialog *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->save, !g_str_equal (text, self->before));
}

static void
write_text (PlxNoteDialog *self,
            const char    *text)
{
  gtk_widget_set_sensitive (self->save, FALSE);
  plx_corrector_set_note (self->corrector, self->target, text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_clicked_cb (PlxNoteDialog *self)
{
  g_autofree char *text = dup_text (self);

  if (!g_str_equal (text, self->before))
    write_text (self, text);
}

static void
remove_clicked_cb (PlxNoteDialog *self)
{
  write_text (self, "");
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  save_clicked_cb (PLX_NOTE_DIALOG (widget));
}

static void
plx_note_dialog_dispose (GObject *object)
{
  PlxNoteDialog *self = PLX_NOTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NOTE_DIALOG);
  g_clear_pointer (&self->target, plx_claim_target_unref);
  g_clear_object (&self->corrector);

  G_OBJECT_CLASS (plx_note_dialog_parent_class)->dispose (object);
}

static void
plx_note_dialog_finalize (GObject *object)
{
  PlxNoteDialog *self = PLX_NOTE_DIALOG (object);

  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (plx_note_dialog_parent_class)->finalize (object);
}

static void
plx_note_dialog_class_init (PlxNoteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_note_dialog_dispose;
  object_class->finalize = plx_note_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNoteDialog, save);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteDialog, text);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);

  gtk_widget_class_install_action (widget_class, "note.save", NULL, save_cb);
}

static void
plx_note_dialog_init (PlxNoteDialog *self)
{
  self->before = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plx_note_dialog_new:
 * @corrector: what keeps the note
 * @target: a claim
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_note_dialog_new (PlxCorrector   *corrector,
                     PlxClaimTarget *target)
{
  PlxNoteDialog *self = g_object_new (PLX_TYPE_NOTE_DIALOG, NULL);

  self->corrector = g_object_ref (corrector);
  self->target = plx_claim_target_ref (target);
  g_free (self->before);
  self->before = plx_corrector_dup_note (corrector, target);
  adw_window_title_set_subtitle (self->heading, plx_claim_target_get_record (target)->label);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->before, -1);
  gtk_widget_set_visible (self->remove, *self->before != '\0');
  changed_cb (self);

  return ADW_DIALOG (self);
}
