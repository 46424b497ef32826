/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-note-mark"

#include "config.h"

#include "corrections/plx-note-mark.h"

#include <glib/gi18n.h>

#include "corrections/plx-claim-actions.h"
#include "corrections/plx-note-dialog.h"

struct _PlxNoteMark
{
  AdwBin        parent_instance;

  GSignalGroup *signals; /* of the session */
  guint         claim;

  GtkLabel     *text;
};

G_DEFINE_FINAL_TYPE (PlxNoteMark, plx_note_mark, ADW_TYPE_BIN)

static void
update (PlxNoteMark *self)
{
  g_autoptr (PlxSession) session = g_signal_group_dup_target (self->signals);
  g_autoptr (GPtrArray) notes = session != NULL ? plx_session_list_notes (session, self->claim)
                                                : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const PlxNote *) g_ptr_array_index (notes, i))->body);

  /* Translators: what the user has noted on a claim */
  label = g_strdup_printf (_("Note: %s"), text->str);
  gtk_label_set_label (self->text, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), text->len > 0);
}

static void
clicked_cb (PlxNoteMark *self)
{
  PlxCorrector *corrector = plx_claim_actions_find_corrector (GTK_WIDGET (self));
  g_autoptr (PlxClaimTarget) target = NULL;

  if (corrector != NULL)
    target = plx_claim_target_new (plx_corrector_get_session (corrector), self->claim, NULL);
  if (target != NULL)
    adw_dialog_present (plx_note_dialog_new (corrector, target), GTK_WIDGET (self));
}

/* The session is that of the widget around it that has the actions. */
static void
find_session (PlxNoteMark *self)
{
  PlxCorrector *corrector = plx_claim_actions_find_corrector (GTK_WIDGET (self));

  g_signal_group_set_target (self->signals,
                             corrector != NULL ? plx_corrector_get_session (corrector) : NULL);
  update (self);
}

static void
plx_note_mark_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_note_mark_parent_class)->root (widget);

  find_session (PLX_NOTE_MARK (widget));
}

static void
plx_note_mark_dispose (GObject *object)
{
  PlxNoteMark *self = PLX_NOTE_MARK (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NOTE_MARK);

  G_OBJECT_CLASS (plx_note_mark_parent_class)->dispose (object);
}

static void
plx_note_mark_class_init (PlxNoteMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_note_mark_dispose;
  widget_class->root = plx_note_mark_root;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-note-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNoteMark, text);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
plx_note_mark_init (PlxNoteMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->claim = PLX_NONE;
  self->signals = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notes-changed", G_CALLBACK (update), self);
}

GtkWidget *
plx_note_mark_new (void)
{
  return g_object_new (PLX_TYPE_NOTE_MARK, NULL);
}

/**
 * plx_note_mark_show:
 * @self: a mark
 * @claim: a claim of the analysis, by its place; or `PLX_NONE`
 * @whole: whether all of a long note is shown, or only its beginning
 *
 * Shows the note on a claim, and follows it while it is written.
 */
void
plx_note_mark_show (PlxNoteMark *self,
                    guint        claim,
                    gboolean     whole)
{
  g_return_if_fail (PLX_IS_NOTE_MARK (self));

  self->claim = claim;
  gtk_label_set_lines (self->text, whole ? -1 : 2);
  gtk_label_set_ellipsize (self->text, whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  find_session (self);
}
