/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-text-note-dialog"

#include "config.h"

#include "kept/plx-text-note-dialog.h"

#include <glib/gi18n.h>

/**
 * PlxTextNoteDialog:
 *
 * Where the user writes a note on words of an article or on an entity, and says how the words are
 * highlighted. What is emptied is removed.
 */
struct _PlxTextNoteDialog
{
  AdwDialog       parent_instance;

  PlxSession     *session;
  PlxNote        *note;  /* NULL only while it is being made */

  GtkWidget      *save;
  GtkWidget      *remove;
  GtkWidget      *highlight_box;
  GtkDropDown    *highlight;
  GtkTextView    *text;
  AdwWindowTitle *heading;
};

G_DEFINE_FINAL_TYPE (PlxTextNoteDialog, plx_text_note_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (PlxTextNoteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_changed (PlxTextNoteDialog *self)
{
  g_autofree char *text = dup_text (self);

  return self->note != NULL &&
         (!g_str_equal (text, self->note->body) ||
          gtk_drop_down_get_selected (self->highlight) != self->note->highlight);
}

static void
changed_cb (PlxTextNoteDialog *self)
{
  gtk_widget_set_sensitive (self->save, is_changed (self));
}

static void
write_note (PlxTextNoteDialog *self,
            const char        *text,
            PlxHighlight       highlight)
{
  g_set_str (&self->note->body, text);
  self->note->highlight = highlight;
  plx_session_write_note (self->session, self->note,
                          plx_note_is_empty (self->note) ? _("Remove Note") : _("Write Note"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_clicked_cb (PlxTextNoteDialog *self)
{
  g_autofree char *text = dup_text (self);

  if (is_changed (self))
    write_note (self, text, gtk_drop_down_get_selected (self->highlight));
}

static void
remove_clicked_cb (PlxTextNoteDialog *self)
{
  write_note (self, "", PLX_HIGHLIGHT_NONE);
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  save_clicked_cb (PLX_TEXT_NOTE_DIALOG (widget));
}

static void
plx_text_note_dialog_dispose (GObject *object)
{
  PlxTextNoteDialog *self = PLX_TEXT_NOTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TEXT_NOTE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_text_note_dialog_parent_class)->dispose (object);
}

static void
plx_text_note_dialog_finalize (GObject *object)
{
  PlxTextNoteDialog *self = PLX_TEXT_NOTE_DIALOG (object);

  g_clear_pointer (&self->note, plx_note_free);

  G_OBJECT_CLASS (plx_text_note_dialog_parent_class)->finalize (object);
}

static void
plx_text_note_dialog_class_init (PlxTextNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_text_note_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_text_note_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "note.save", NULL, save_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-text-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, save);
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, highlight_box);
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, highlight);
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, text);
  gtk_widget_class_bind_template_child (widget_class, PlxTextNoteDialog, heading);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
plx_text_note_dialog_init (PlxTextNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plx_text_note_dialog_new:
 * @session: a session in which a story is open
 * @note: a note on text or on an entity, which may be new
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_text_note_dialog_new (PlxSession    *session,
                          const PlxNote *note)
{
  PlxTextNoteDialog *self = g_object_new (PLX_TYPE_TEXT_NOTE_DIALOG, NULL);
  const char *about = note->subject == PLX_NOTE_ON_ENTITY ? note->entity
    : note->anchors->len > 0 ? ((const PlxAnchor *) note->anchors->pdata[0])->says : NULL;

  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (self->heading, about != NULL ? about : "");
  gtk_widget_set_visible (self->highlight_box, note->subject == PLX_NOTE_ON_TEXT);
  gtk_widget_set_visible (self->remove, note->id != 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note->body, -1);
  gtk_drop_down_set_selected (self->highlight, note->highlight);
  self->note = plx_note_copy (note);
  changed_cb (self);

  return ADW_DIALOG (self);
}
