/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-found-row"

#include "config.h"

#include "read/plx-found-row.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * PlxFoundRow:
 *
 * Where a field was found; or what another place says of it, to be used instead.
 *
 * Signals: `use ()`, when what it offers is wanted.
 */
struct _PlxFoundRow
{
  GtkListBoxRow  parent_instance;

  PlxField       field;

  GtkLabel      *value;
  GtkLabel      *where;
  GtkWidget     *use;
};

enum
{
  SIGNAL_USE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxFoundRow, plx_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
use_clicked_cb (PlxFoundRow *self)
{
  g_signal_emit (self, signals[SIGNAL_USE], 0);
}

static void
plx_found_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_FOUND_ROW);

  G_OBJECT_CLASS (plx_found_row_parent_class)->dispose (object);
}

static void
plx_found_row_class_init (PlxFoundRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_found_row_dispose;

  signals[SIGNAL_USE] =
    g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFoundRow, value);
  gtk_widget_class_bind_template_child (widget_class, PlxFoundRow, where);
  gtk_widget_class_bind_template_child (widget_class, PlxFoundRow, use);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
plx_found_row_init (PlxFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_found_row_new:
 * @field: of which field it is
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_found_row_new (PlxField field)
{
  PlxFoundRow *self = g_object_new (PLX_TYPE_FOUND_ROW, NULL);

  self->field = field;

  return GTK_WIDGET (self);
}

PlxField
plx_found_row_get_field (PlxFoundRow *self)
{
  g_return_val_if_fail (PLX_IS_FOUND_ROW (self), 0);

  return self->field;
}

const char *
plx_found_row_get_value (PlxFoundRow *self)
{
  g_return_val_if_fail (PLX_IS_FOUND_ROW (self), NULL);

  return gtk_label_get_label (self->value);
}

/**
 * plx_found_row_set_text:
 * @self: a row
 * @text: where the field was found, or what is wrong with it
 *
 * Says something of the field above it.
 */
void
plx_found_row_set_text (PlxFoundRow *self,
                        const char  *text)
{
  g_return_if_fail (PLX_IS_FOUND_ROW (self));

  gtk_label_set_label (self->where, text);
}

/**
 * plx_found_row_offer:
 * @self: a row
 * @value: what another place says
 * @where: where that is, in words
 *
 * Offers a value to be used instead.
 */
void
plx_found_row_offer (PlxFoundRow *self,
                     const char  *value,
                     const char  *where)
{
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_FOUND_ROW (self));

  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), TRUE);
  gtk_label_set_label (self->where, where);
  gtk_widget_set_visible (self->use, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-offer");

  /* Translators: of a button, for who cannot see it: %1$s is a value, %2$s such as “Author” */
  label = g_strdup_printf (_("Use “%1$s” as %2$s"), value, plx_label_field (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
