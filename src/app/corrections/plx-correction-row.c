/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-correction-row"

#include "config.h"

#include "corrections/plx-correction-row.h"

#include <glib/gi18n.h>

#include "corrections/plx-correction-words.h"

/**
 * PlxCorrectionRow:
 *
 * What the user has said of claims, of which sentences, and what has become of it.
 *
 * Signals: `take-back ()`.
 */
struct _PlxCorrectionRow
{
  GtkListBoxRow  parent_instance;

  PlxCorrection *correction;

  GtkLabel      *title;
  GtkLabel      *details;
  GtkLabel      *state;
  GtkWidget     *take_back;
};

enum
{
  SIGNAL_TAKE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCorrectionRow, plx_correction_row, GTK_TYPE_LIST_BOX_ROW)

static void
take_back_clicked_cb (PlxCorrectionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0);
}

static gboolean
plx_correction_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_CORRECTION_ROW (widget)->take_back);
}

static void
plx_correction_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_CORRECTION_ROW);

  G_OBJECT_CLASS (plx_correction_row_parent_class)->dispose (object);
}

static void
plx_correction_row_finalize (GObject *object)
{
  PlxCorrectionRow *self = PLX_CORRECTION_ROW (object);

  g_clear_pointer (&self->correction, plx_correction_free);

  G_OBJECT_CLASS (plx_correction_row_parent_class)->finalize (object);
}

static void
plx_correction_row_class_init (PlxCorrectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_correction_row_dispose;
  object_class->finalize = plx_correction_row_finalize;

  widget_class->grab_focus = plx_correction_row_grab_focus;

  signals[SIGNAL_TAKE_BACK] =
    g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "take-back", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Delete, 0, "take-back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-correction-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionRow, take_back);
  gtk_widget_class_bind_template_callback (widget_class, take_back_clicked_cb);
}

static void
plx_correction_row_init (PlxCorrectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_correction_row_new:
 * @correction: what the user has said
 * @state: what has become of it
 * @session: a session on its story
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_correction_row_new (const PlxCorrection *correction,
                        PlxCorrectionState   state,
                        PlxSession          *session)
{
  PlxCorrectionRow *self = g_object_new (PLX_TYPE_CORRECTION_ROW, NULL);
  g_autofree char *title = plx_correction_dup_title (correction);
  g_autofree char *details = plx_correction_dup_details (correction, session);
  const char *words = plx_correction_state_words (state);
  g_autofree char *label = NULL;

  self->correction = plx_correction_copy (correction);
  gtk_label_set_label (self->title, title);
  gtk_label_set_markup (self->details, details);
  gtk_label_set_label (self->state, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), words != NULL);
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->details), "dimmed");

  /* Translators: %s is what the user has said of claims */
  label = g_strdup_printf (_("Take back: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * plx_correction_row_get_correction:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
PlxCorrection *
plx_correction_row_get_correction (PlxCorrectionRow *self)
{
  g_return_val_if_fail (PLX_IS_CORRECTION_ROW (self), NULL);

  return self->correction;
}
