/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-said-row"

#include "config.h"

#include "window/plx-said-row.h"

#include <glib/gi18n.h>

/**
 * PlxSaidRow:
 *
 * Something that the user has said, of a name or of claims, and the button that takes it back. The
 * delete key does the same.
 *
 * Signals: `take-back ()`.
 */
struct _PlxSaidRow
{
  GtkListBoxRow  parent_instance;

  GType          type;  /* of what was said, a boxed one */
  gpointer       said;  /* NULL only while it is being made */

  GtkLabel      *title;
  GtkLabel      *details;
  GtkLabel      *note;
  GtkWidget     *take_back;
};

enum
{
  SIGNAL_TAKE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSaidRow, plx_said_row, GTK_TYPE_LIST_BOX_ROW)

static void
take_back_clicked_cb (PlxSaidRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0);
}

static gboolean
plx_said_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_SAID_ROW (widget)->take_back);
}

static void
plx_said_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SAID_ROW);

  G_OBJECT_CLASS (plx_said_row_parent_class)->dispose (object);
}

static void
plx_said_row_finalize (GObject *object)
{
  PlxSaidRow *self = PLX_SAID_ROW (object);

  if (self->said != NULL)
    g_boxed_free (self->type, self->said);

  G_OBJECT_CLASS (plx_said_row_parent_class)->finalize (object);
}

static void
plx_said_row_class_init (PlxSaidRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_said_row_dispose;
  object_class->finalize = plx_said_row_finalize;

  widget_class->grab_focus = plx_said_row_grab_focus;

  signals[SIGNAL_TAKE_BACK] =
    g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "take-back", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Delete, 0, "take-back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-said-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSaidRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxSaidRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlxSaidRow, note);
  gtk_widget_class_bind_template_child (widget_class, PlxSaidRow, take_back);
  gtk_widget_class_bind_template_callback (widget_class, take_back_clicked_cb);
}

static void
plx_said_row_init (PlxSaidRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * plx_said_row_new:
 * @type: the boxed type of what was said
 * @said: what was said; copied
 * @title: the same in words
 * @details: (nullable): of what it was said, as markup; then the title stands above it as a heading
 * @note: (nullable): what else is to be told of it. With details, it is that they are not obeyed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_said_row_new (GType          type,
                  gconstpointer  said,
                  const char    *title,
                  const char    *details,
                  const char    *note)
{
  PlxSaidRow *self = g_object_new (PLX_TYPE_SAID_ROW, NULL);
  g_autofree char *label = NULL;

  self->type = type;
  self->said = g_boxed_copy (type, said);
  set_text (self->title, title);
  set_text (self->details, details);
  set_text (self->note, note);
  if (details != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  if (note != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->details), "dimmed");

  /* Translators: %s is what the user has said, such as “Putin” is a name */
  label = g_strdup_printf (_("Take back: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * plx_said_row_get_said:
 * @self: a row
 *
 * Returns: (transfer none): what it shows, of the type that it was made with
 */
gconstpointer
plx_said_row_get_said (PlxSaidRow *self)
{
  g_return_val_if_fail (PLX_IS_SAID_ROW (self), NULL);

  return self->said;
}
